"""What an import makes of a file: questions as plain data, and remarks by its lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from selfcheck.errors import SelfCheckError

Question: TypeAlias = "dict[str, Any]"
"""The fields of a question by their names in question files."""

MOST_QUESTIONS = 1_000
"""What one file may hold: a site is easier to keep in files of a lesson each."""

_MOST_WORDS = 6
_UNFIT = re.compile(r"[^a-z0-9]+")
_CODE = re.compile(r"^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1|\Z)|`[^`\n]+`", re.MULTILINE | re.DOTALL)
_HTML = re.compile(r"</?[a-zA-Z][^<>]*>")
_RELATIVE_LINK = re.compile(r"\]\((?!#|/|[a-z]+:)[^)\s]+")
_BLANKS = re.compile(r"[ \t\r\f\v]+$", re.MULTILINE)


class NotImportable(SelfCheckError):
    """A file that nothing can be imported from, with the reason and the cure."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What needs a hand, at a line of the file that is imported."""

    line: int
    message: str
    is_left_out: bool = False
    """Whether a question is not imported for it."""


@dataclass
class Imported:
    """The questions of a file, in its order, and what needs a hand."""

    questions: list[Question] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    passages: dict[str, str] = field(default_factory=dict)
    """Texts that several questions are about, by name."""
    _numbers: dict[str, int] = field(default_factory=dict)
    """The number behind the last id that was made from the same words."""

    def tell(self, line: int, message: str) -> None:
        """Note what needs a hand."""
        self.remarks.append(Remark(line, message))

    def leave_out(self, line: int, message: str) -> None:
        """Note why a question is not imported."""
        self.remarks.append(Remark(line, f"left out: {message}", True))

    def add(self, line: int, question: Question) -> None:
        """Add a question, and note what of its texts reads otherwise here."""
        if len(self.questions) == MOST_QUESTIONS:
            raise NotImportable(f"it has more than {MOST_QUESTIONS:,} questions; split it into several files")
        self.questions.append(question)
        self.ids.add(question["id"])
        if "explanation" not in question:
            self.tell(line, f"{question['id']}: there is no explanation; write why the answer is right")
        self._tell_texts(line, question["id"], _texts(question))

    def add_passage(self, line: int, name: str, text: str) -> bool:
        """Add what several questions are about, once; False where another text has the name already."""
        if name not in self.passages:
            self.passages[name] = text
            self._tell_texts(line, name, [text])
        return self.passages[name] == text

    def _tell_texts(self, line: int, name: str, texts: Iterable[str]) -> None:
        prose = [_CODE.sub(" ", text) for text in texts]
        if any(map(_HTML.search, prose)):
            self.tell(line, f"{name}: HTML comes out as the text it is; write it as Markdown")
        if any(map(_RELATIVE_LINK.search, prose)):
            self.tell(
                line,
                f"{name}: links and pictures are written from the folder of the pages; see to their paths",
            )

    def new_id(self, text: str) -> str:
        """An id that no question has, from the first words of a text."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
        own = "-".join(_UNFIT.sub(" ", plain).split()[:_MOST_WORDS]) or "question"
        name = own
        while name in self.ids:
            self._numbers[own] = self._numbers.get(own, 1) + 1
            name = f"{own}-{self._numbers[own]}"
        return name


def _texts(node: Any) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for each in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _texts(each)


def even(text: str) -> str:
    """A text without blanks at the ends of lines, and with spaces for tabs, as a block of YAML has it."""
    return _BLANKS.sub("", text.expandtabs(4)).strip("\n")


def choice(stem: str, options: list[Question], line: int, imported: Imported) -> Question | None:
    """The fields of a choice: of one option, of several, or between true and false; None without a key."""
    keys = [each for each in options if each.get("correct")]
    texts = [each["text"].strip().rstrip(".").casefold() for each in options]
    if not keys or len(options) < 2:
        reason = "there is one option alone" if keys else "no option is marked as right"
        imported.leave_out(line, reason if options else "there are no options")
        return None
    if sorted(texts) == ["false", "true"] and len(keys) == 1:
        feedback = {
            f"if-{text}": each["feedback"]
            for text, each in zip(texts, options, strict=True)
            if "feedback" in each
        }
        answer = keys[0]["text"].strip().rstrip(".").casefold() == "true"
        return {
            "type": "true-false",
            "stem": stem,
            "answer": answer,
            **({"feedback": feedback} if feedback else {}),
        }
    if len(keys) > 1:
        for each in keys:
            if "feedback" in each:
                each["feedback"] = {"if-chosen": each["feedback"]}
    return {
        "type": "multiple-response" if len(keys) > 1 else "single-choice",
        "stem": stem,
        "options": options,
    }

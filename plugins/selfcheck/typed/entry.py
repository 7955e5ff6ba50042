"""Fields and checks of a text to type: right answers, and known wrong ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from selfcheck.complaint import Complaint
from selfcheck.model.fields import Markdown, Model, Text, described, wrong_value
from selfcheck.problems import nearest
from selfcheck.source import FieldPath
from selfcheck.typed import pattern as patterns
from selfcheck.typed.markup import are_without_signs, typed_markup_in, without_markup
from selfcheck.typed.spelling import IGNORABLE, comparable, plain

LONGEST = 200
"""The most characters that a text to type may have."""

BY_DEFAULT = ("case", "space")
"""The differences that are ignored by default."""


Line = Annotated[Text, WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": r"\S"})]
"""A text that is not empty. Whether answers and mistakes have one line each, `entry_complaints` checks."""


class Answer(Model):
    """A text that is right."""

    text: Line
    """a text that is right"""
    feedback: Markdown | None = None
    """what to say to a reader who wrote exactly this"""


def _is_text(value: Any) -> str:
    return "<text>" if isinstance(value, str) else "<mapping>"


AnyAnswer: TypeAlias = Annotated[
    Annotated[Line, Tag("<text>")] | Annotated[Answer, Tag("<mapping>")], Discriminator(_is_text)
]
"""An answer as authors write it: the text alone, or with feedback."""


def _texts_or_list(value: Any) -> str:
    return "<text>" if isinstance(value, str) else "<list>"


Texts: TypeAlias = Annotated[
    Annotated[Line, Tag("<text>")] | Annotated[tuple[Line, ...], Field(min_length=1), Tag("<list>")],
    Discriminator(_texts_or_list),
]
"""One text, or a list of them."""


class Mistake(Model):
    """A wrong text that is known, with what to say to it."""

    text: Texts
    """what a reader writes who makes this mistake: a text, or a list of texts"""
    feedback: Markdown
    """why a reader would write it, and why it fails"""

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of the mistake, however they are written."""
        return as_texts(self.text)


def _ignorable(value: Any) -> str:
    if value not in IGNORABLE:
        raise wrong_value(f"{described(value)} cannot be ignored", nearest(str(value), IGNORABLE))
    return str(value)


Ignorable = Annotated[str, BeforeValidator(_ignorable), WithJsonSchema({"enum": list(IGNORABLE)})]


def as_answers(answers: Sequence[str | Answer]) -> tuple[Answer, ...]:
    """The answers as `Answer`, however they are written."""
    return tuple(answer if isinstance(answer, Answer) else Answer(text=answer) for answer in answers)


def as_texts(texts: str | tuple[str, ...]) -> tuple[str, ...]:
    """The texts as a tuple, however they are written."""
    return (texts,) if isinstance(texts, str) else texts


def entry_key(
    answers: Iterable[str],
    mistakes: Iterable[Sequence[str]],
    ignore: Sequence[str],
    pattern: str | None,
    lines: bool = False,
) -> dict[str, Any]:
    """The key with which typed.js grades a text; it identifies answers and mistakes by their index."""
    key = {"answers": list(answers), "mistakes": list(map(list, mistakes)), "ignore": list(ignore)}
    return key | ({"pattern": pattern} if pattern else {}) | ({"lines": True} if lines else {})


def entry_parts(
    answers: Sequence[str | Answer],
    mistakes: Iterable[str | tuple[str, ...]],
    ignore: Sequence[str],
    pattern: str | None,
    substitute: Callable[[str], str],
    lines: bool = False,
) -> dict[str, Any]:
    """The fields for one variant as an author would write them; `substitute` puts its values into a text."""
    return {
        "answers": [
            {"text": substitute(each.text)} if isinstance(each, Answer) else substitute(each)
            for each in answers
        ],
        "mistakes": [
            {"text": substitute(each) if isinstance(each, str) else [*map(substitute, each)]}
            for each in mistakes
        ],
        "ignore": list(ignore),
        "pattern": pattern or "",
        "lines": "true" if lines else "false",
    }


def entry_complaints(parts: Mapping[str, Any], path: FieldPath = ()) -> Iterator[Complaint]:
    """Complaints about valid fields that contradict each other; `path` leads to their mapping in the item."""
    right, wrong = list(_right(parts, path)), list(_wrong(parts, path))
    lines = parts.get("lines", "false") != "false"
    yield from _length_complaints(right + wrong, lines)
    pattern = (parts.get("pattern") or "").strip("\n")
    wrong_pattern = patterns.complaint_about(pattern)
    if wrong_pattern is not None:
        yield wrong_pattern.within((*path, "pattern"))
    ignore = parts.get("ignore", BY_DEFAULT)
    if ignore is None or None in ignore:
        return
    yield from _collisions(right + wrong, ignore, lines)
    if not lines:
        known = [text for text, _, _ in right + wrong]
        yield from _markup(right, known, ignore)
        if are_without_signs(text for text, _, _ in right):
            yield from _markup_in_mistakes(wrong, known, ignore)
    if pattern and lines:
        yield Complaint(
            (*path, "pattern"), "a pattern covers one line", "list the answers, or remove `lines`"
        )
    elif pattern and wrong_pattern is None:
        yield from _against_pattern(pattern, right, wrong, ignore, path)


_LocatedText: TypeAlias = tuple[str, FieldPath, str]
"""A text, its path, and its name in messages."""


def _right(parts: Mapping[str, Any], path: FieldPath) -> Iterator[_LocatedText]:
    for index, answer in enumerate(parts.get("answers") or ()):
        place: FieldPath = (*path, "answers", index)
        if isinstance(answer, str):
            yield answer, place, f"answer {index + 1}"
        elif answer and answer.get("text"):
            yield answer["text"], (*place, "text"), f"answer {index + 1}"


def _wrong(parts: Mapping[str, Any], path: FieldPath) -> Iterator[_LocatedText]:
    for index, mistake in enumerate(parts.get("mistakes") or ()):
        place: FieldPath = (*path, "mistakes", index, "text")
        text = mistake.get("text") if mistake else None
        if isinstance(text, str):
            yield text, place, f"mistake {index + 1}"
        for number, each in enumerate(text if isinstance(text, list) else ()):
            if each:
                yield each, (*place, number), f"mistake {index + 1}"


def _length_complaints(texts: Sequence[_LocatedText], lines: bool) -> Iterator[Complaint]:
    for text, place, _ in texts:
        if not lines and "\n" in text.strip("\n"):
            message = "a text of several lines cannot be typed into one"
            yield Complaint(place, message, "write one line; a text entry asks for several by `lines: true`")
        if (longest := max(map(len, text.split("\n") if lines else [text]))) > LONGEST:
            message = f"nobody types {longest} characters without a slip"
            yield Complaint(place, message, f"keep it to {LONGEST}, or ask for less")


def _collisions(texts: Sequence[_LocatedText], ignore: Sequence[str], lines: bool) -> Iterator[Complaint]:
    first: dict[str, str] = {}
    for text, place, name in texts:
        left = comparable(text, ignore, lines)
        if not left:
            yield Complaint(place, "what is ignored leaves nothing of this text", "ignore less by `ignore:`")
        elif left in first:
            message = f"this counts as the same text as {first[left]}"
            yield Complaint(place, message, "remove one of them, or ignore less by `ignore:`")
        first.setdefault(left, name)


def _markup(
    right: Sequence[_LocatedText], known: Sequence[str], ignore: Sequence[str]
) -> Iterator[Complaint]:
    """Complaints about answers with Markdown in them, unless the text without it is known, too."""
    for found, meant, place in _with_markup(right, known, ignore):
        message = f"readers would have to type {found} with all its signs, since an answer is no Markdown"
        hint = f"write {meant}; if the signs are meant, tell by `mistakes` what is wrong without them"
        yield Complaint(place, message, hint)


def _markup_in_mistakes(
    wrong: Sequence[_LocatedText], known: Sequence[str], ignore: Sequence[str]
) -> Iterator[Complaint]:
    """The same about mistakes."""
    for found, meant, place in _with_markup(wrong, known, ignore):
        message = f"readers would have to type {found} with all its signs, since a mistake is no Markdown"
        yield Complaint(place, message, f"write {meant}; if the signs are meant, list both texts")


def _with_markup(
    texts: Iterable[_LocatedText], known: Iterable[str], ignore: Sequence[str]
) -> Iterator[tuple[str, str, FieldPath]]:
    """The Markdown in texts, each of these without it, and its path, unless that is known, too."""
    marked = [
        (found, without_markup(text), place) for text, place, _ in texts if (found := typed_markup_in(text))
    ]
    forms = {plain(text, ignore) for text in known} if marked else set()
    yield from (each for each in marked if plain(each[1], ignore) not in forms)


def _against_pattern(
    pattern: str,
    right: Sequence[_LocatedText],
    wrong: Sequence[_LocatedText],
    ignore: Sequence[str],
    path: FieldPath,
) -> Iterator[Complaint]:
    missed = [text for text, _, _ in right if not patterns.matches(pattern, text, ignore)]
    if missed:
        message = f'the pattern does not cover the answer "{missed[0]}"'
        yield Complaint((*path, "pattern"), message, "widen it: it must cover each answer from end to end")
    for text, place, _ in wrong:
        if patterns.matches(pattern, text, ignore):
            yield Complaint(
                place, "the pattern takes this mistake for right", "narrow it, or remove the mistake"
            )

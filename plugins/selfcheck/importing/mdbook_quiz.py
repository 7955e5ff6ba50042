"""Files of mdbook-quiz, which are TOML: `[[questions]]` of the types MultipleChoice, ShortAnswer and Tracing.

Its schema, `crates/mdbook-quiz-schema/src/lib.rs`, says what each has.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from selfcheck.importing.imported import Imported, NotImportable, Question, choice, even

_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*questions[ \t]*\]\]", re.MULTILINE)
_UNFIT = re.compile(r"[^a-z0-9]+")
_IS_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LANGUAGE = "rust"
"""Of the programs in questions of the type Tracing, which mdbook-quiz runs by Rust's compiler."""


def questions_of_toml(text: str) -> Imported:
    """The questions of a file. Raises NotImportable where it is no TOML, or has no questions."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotImportable(f"it is no TOML: {error}; mend it there") from error
    except RecursionError as error:
        raise NotImportable("it is nested too deep; write its tables and lists out") from error
    listed = data.get("questions")
    if not isinstance(listed, list):
        raise NotImportable("it has no [[questions]]; name a file of mdbook-quiz")
    starts = [text.count("\n", 0, match.start()) + 1 for match in _HEADER.finditer(text)]
    lines = starts if len(starts) == len(listed) else [1] * len(listed)
    parts = data.get("multipart")
    imported = Imported()
    for line, each in zip(lines, listed, strict=True):
        _add(each, line, parts if isinstance(parts, dict) else {}, imported)
    return imported


def _add(each: Any, line: int, parts: dict[str, Any], imported: Imported) -> None:
    prompt, answer = (each.get(name) if isinstance(each, dict) else None for name in ("prompt", "answer"))
    if not isinstance(prompt, dict) or not isinstance(answer, dict):
        imported.leave_out(line, "it lacks `prompt` or `answer`")
        return
    make = _MAKERS.get(str(each.get("type")))
    if make is None:
        imported.leave_out(line, f'the type "{each.get("type")}" is none of {", ".join(_MAKERS)}')
        return
    if (question := make(prompt, answer, line, imported)) is None:
        return
    if context := each.get("multipart"):
        question = _about_group(str(context), parts, question, line, imported)
    name = _id(str(each.get("id") or ""), question["stem"], imported)
    if each.get("promptExplanation"):
        imported.tell(line, f"{name}: a reason is asked of every reader there, and nothing like it is here")
    if isinstance(each.get("context"), str) and each["context"].strip():
        question["explanation"] = even(each["context"].strip())
    imported.add(line, {"id": name, **question})


def _about_group(
    group: str, parts: dict[str, Any], question: Question, line: int, imported: Imported
) -> Question:
    """A question of a group, with what all of them are about as its passage."""
    text = parts.get(group)
    if not isinstance(text, str) or not text.strip():
        imported.tell(line, f'its group "{group}" has no text under [multipart]')
        return question
    name = _UNFIT.sub("-", group.lower()).strip("-") or "passage"
    if not imported.add_passage(line, name, even(text)):
        imported.tell(line, f'a second group "{name}" stands in the stem now; give one another name')
        return {**question, "stem": even(f"{text}\n\n{question['stem']}")}
    kind = {"type": question["type"], "passage": name}
    return {**kind, **{field: value for field, value in question.items() if field != "type"}}


def _id(given: str, stem: str, imported: Imported) -> str:
    """The id that the question has, where it is one here too; else one from its words."""
    if _IS_ID.fullmatch(given) and given not in imported.ids:
        return given
    return imported.new_id(given or stem)


def _multiple_choice(prompt: Any, answer: Any, line: int, imported: Imported) -> Question | None:
    right = answer.get("answer")
    keys = right if isinstance(right, list) else [right]
    wrong = prompt.get("distractors")
    texts = [*keys, *(wrong if isinstance(wrong, list) else ())]
    if not isinstance(prompt.get("prompt"), str) or not all(
        isinstance(each, str) and each.strip() for each in texts
    ):
        imported.leave_out(line, "its prompt, answer or distractors are no texts")
        return None
    options: list[Question] = [
        {"text": even(text.strip()), **({"correct": True} if number < len(keys) else {})}
        for number, text in enumerate(texts)
    ]
    place, is_sorted = prompt.get("answerIndex"), prompt.get("sortAnswers") is True
    if isinstance(place, int) and 0 <= place < len(options) and len(keys) == 1:
        options.insert(place, options.pop(0))
    elif is_sorted:
        options.sort(key=lambda option: str(option["text"]))
    question = choice(even(prompt["prompt"].strip()), options, line, imported)
    if question and "options" in question and place is None and not is_sorted:
        question["shuffle"] = True
    return question


def _short_answer(prompt: Any, answer: Any, line: int, imported: Imported) -> Question | None:
    stem, right, more = prompt.get("prompt"), answer.get("answer"), answer.get("alternatives") or []
    if not isinstance(stem, str) or not isinstance(right, str) or not isinstance(more, list):
        imported.leave_out(line, "its prompt or answer is no text")
        return None
    if prompt.get("response") == "long":
        imported.tell(line, "the answer is compared by the reader here; write a rubric of its ideas")
        return {"type": "short-answer", "stem": even(stem.strip()), "model-answer": even(right.strip())}
    if prompt.get("response") == "code":
        imported.tell(line, "the answer is code; see whether `ignore` and `lines` fit it")
    answers = list(dict.fromkeys(even(str(each).strip()) for each in (right, *more)))
    return {"type": "text-entry", "stem": even(stem.strip()), "answers": answers}


def _tracing(prompt: Any, answer: Any, line: int, imported: Imported) -> Question | None:
    program, printed, place = prompt.get("program"), answer.get("stdout"), answer.get("lineNumber")
    if not isinstance(program, str):
        imported.leave_out(line, "its program is no text")
        return None
    code = f"```{_LANGUAGE}\n{even(program)}\n```"
    if answer.get("doesCompile") is True and isinstance(printed, str) and printed.strip():
        imported.tell(
            line, "whether the program compiles is asked no more, only what it prints; see to the stem"
        )
        stem = f"What does this program print?\n\n{code}"
        return {"type": "text-entry", "stem": stem, "answers": [even(printed.strip())], "lines": True}
    if answer.get("doesCompile") is False and isinstance(place, int):
        imported.tell(
            line, "that the program does not compile is told now, and its line is asked; see to the stem"
        )
        stem = f"This program does not compile. In which line does the compiler stop?\n\n{code}"
        return {"type": "numeric", "stem": stem, "answer": place}
    imported.leave_out(line, "neither what the program prints nor the line of its error is a plain value")
    return None


_MAKERS = {"MultipleChoice": _multiple_choice, "ShortAnswer": _short_answer, "Tracing": _tracing}

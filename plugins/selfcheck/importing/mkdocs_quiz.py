"""Pages with `<quiz>` elements, as mkdocs-quiz 1.x reads them.

Its own parser, `mkdocs_quiz/parsing.py` of version 1.7.1, says what they are: the stem, then options as
`- [x]` and `- [ ]`, each with feedback as a quote below it, then the explanation; or a text with gaps as
`[[answer]]`, and the explanation below a rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selfcheck.importing.imported import Imported, Question, choice, even

_START, _END = "<quiz>", "</quiz>"
_OLD = ("<?quiz?>", "<?/quiz?>")
_FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
_SPAN = re.compile(r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)")
_OPTION = re.compile(r"[-*]\s*\[([xX ]?)\]\s*(.*)$")
_FEEDBACK = re.compile(r"\s*>\s?(.*)$")
_GAP = re.compile(r"\[\[([^\[\]]+)\]\]")


def questions_of_page(text: str) -> Imported:
    """The questions on a page."""
    imported = Imported()
    for line, content in _elements(text, imported):
        lines = content.splitlines()
        question = _cloze(lines, line, imported) if _GAP.search(content) else _choice(lines, line, imported)
        if question is None:
            continue
        name = imported.new_id(str(question.get("text", question["stem"])))
        imported.add(line, {"id": name, **question})
    return imported


def _elements(text: str, imported: Imported) -> Iterator[tuple[int, str]]:
    """The line and the content of each element outside of code."""
    start, content, fence = 0, list[str](), ""
    for number, line in enumerate(text.splitlines(), 1):
        if not start:
            mark = _FENCE.match(line)
            if mark and (not fence or mark[1].startswith(fence)):
                fence = "" if fence else mark[1]
            prose = _without_code(line)
            if any(tag in prose for tag in _OLD) and not fence:
                imported.leave_out(number, "the syntax of mkdocs-quiz 0; bring the page to version 1 first")
            at = prose.find(_START)
            if fence or at < 0:
                continue
            start, line = number, line[at + len(_START) :]
        inside, end, rest = line.partition(_END)
        content.append(inside)
        if end:
            yield start, "\n".join(content)
            start, content = 0, []
            if _START in _without_code(rest):
                imported.leave_out(number, "a second question in the line where another ends; put it below")
    if start:
        imported.leave_out(start, f"the element is never closed; write {_END} below it")


def _without_code(line: str) -> str:
    """The line with blanks in place of its code."""
    return _SPAN.sub(lambda code: " " * len(code[0]), line)


def _choice(lines: list[str], line: int, imported: Imported) -> Question | None:
    first = next((n for n, each in enumerate(lines) if _OPTION.match(each.strip())), len(lines))
    stem = even("\n".join(lines[:first]).strip())
    if not stem:
        imported.leave_out(line, "there is no text above the options")
        return None
    options: list[Question] = []
    at = first
    while at < len(lines):
        found = _OPTION.match(lines[at].strip())
        if found:
            options.append(
                {
                    "text": even(found[2].strip()),
                    **({"correct": True} if found[1] in "xX" and found[1] else {}),
                }
            )
            at += 1
            feedback = list[str]()
            while at < len(lines) and (said := _FEEDBACK.match(lines[at])):
                feedback.append(said[1])
                at += 1
            if said_all := even("\n".join(feedback).strip()):
                options[-1]["feedback"] = said_all
        elif lines[at].strip():
            break
        else:
            at += 1
    question = choice(stem, options, line, imported)
    return question and _explained(question, lines[at:])


def _cloze(lines: list[str], line: int, imported: Imported) -> Question:
    rule = next((n for n, each in enumerate(lines) if each.strip() == "---"), len(lines))
    gaps: Question = {}

    def named(match: re.Match[str]) -> str:
        name = f"gap-{len(gaps) + 1}"
        gaps[name] = {"answers": [match[1].strip()]}
        return f"[_{name}_]"

    text = _GAP.sub(named, even("\n".join(lines[:rule]).strip()))
    imported.tell(
        line, "the stem is made up, since mkdocs-quiz has none above a text with gaps; write your own"
    )
    question = {"type": "cloze", "stem": "Fill the gaps.", "text": text, "gaps": gaps}
    return _explained(question, lines[rule + 1 :])


def _explained(question: Question, lines: list[str]) -> Question:
    text = even("\n".join(lines).strip())
    return {**question, "explanation": text} if text else question

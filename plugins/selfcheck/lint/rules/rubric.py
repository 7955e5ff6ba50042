"""rubric-missing: a model answer of several sentences that is not taken apart into ideas to look for."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.lint.question import Question, wording
from selfcheck.lint.rule import Finding, Rule
from selfcheck.model.interaction import WrittenAnswer


def _find(question: Question) -> Iterator[Finding]:
    asked = question.interaction
    if not isinstance(asked, WrittenAnswer):
        return
    answer = wording(asked.model_answer)
    ideas = [wording(idea.text) for idea in asked.rubric]
    if len(ideas) < 2 and len(answer.sentences) > 1:
        message = "the model answer is not taken apart: readers take a part of it for the whole"
        yield Finding(message, "write a rubric with an entry for each idea of it", asked.model_answer)


RULES = (Rule("rubric-missing", _find),)

"""The fields of a written answer: a model answer and the ideas it contains."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from selfcheck.item import (
    Boolean,
    Complaint,
    Idea,
    Item,
    Markdown,
    Model,
    Parts,
    Traits,
    WrittenAnswer,
    twins,
)


class RubricIdea(Model):
    """One idea that an answer may contain."""

    idea: Markdown
    """the idea, in one sentence that a reader can look for in the answer"""
    required: Boolean = False
    """true if an answer without it is not complete; otherwise it is a bonus"""


class ShortAnswer(Item):
    """A question to answer in one's own words."""

    traits: ClassVar[Traits] = Traits(
        "writing", first_fields=("text",), can_be_empty=False, keeps_response=True
    )

    type: Literal["short-answer"]
    """how the question is answered"""
    model_answer: Markdown
    """an answer that contains every idea of the rubric"""
    rubric: Annotated[tuple[RubricIdea, ...], Field(min_length=1)]
    """the ideas to look for, at least one of them with `required: true`"""

    @classmethod
    def complaints(cls, parts: Parts) -> Iterator[Complaint]:
        """Complaints about equal ideas, and a rubric without any required one."""
        yield from twins(parts, "rubric", "idea", "idea", "ideas")
        rubric = parts.get("rubric")
        if rubric and all(idea and idea.get("required", "false") == "false" for idea in rubric):
            yield Complaint(
                ("rubric",),
                "no idea of the rubric is required",
                "add `required: true` to what an answer must contain",
            )

    @property
    def interaction(self) -> WrittenAnswer:
        """A free text beside a model answer."""
        return WrittenAnswer(self.model_answer, tuple(Idea(i.idea, i.required) for i in self.rubric))

    @property
    def key(self) -> list[bool]:
        """For each idea of the rubric, whether it is required."""
        return [idea.required for idea in self.rubric]

    @property
    def substance(self) -> list[str]:
        """The ideas in order; the model answer may be reworded."""
        return [idea.idea for idea in self.rubric]

"""The types of question: one folder each, and the folder is the registration."""

from selfcheck.question_types.registry import QuestionType, discover

__all__ = ["QuestionType", "discover"]

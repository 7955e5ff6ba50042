"""The types of question: one folder each, and the folder is the registration."""

from selfcheck.question_types.registry import QuestionType, TypeFolderError, discover

__all__ = ["QuestionType", "TypeFolderError", "discover"]

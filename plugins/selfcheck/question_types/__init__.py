"""The types of question: one folder each, and the folder is the registration."""

from selfcheck.question_types.registry import QuestionType, TypeFolderError, discover, text_of

__all__ = ["QuestionType", "TypeFolderError", "discover", "text_of"]

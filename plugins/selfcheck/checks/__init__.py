"""Checks of a question, with messages in the words of its author."""

"""Type a word or a short text."""

"""Answers that are typed, as words or as numbers: what is right, and what is near enough."""

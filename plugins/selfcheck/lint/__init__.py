"""The linter: what makes a sound question a bad one. No rule knows a type of question."""

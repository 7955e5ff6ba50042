"""Questions to begin with: the example of each type, with the meaning of its fields, for a question file."""

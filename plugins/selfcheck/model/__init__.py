"""The model of a question: its fields, how each is read, what a type declares, what it asks of readers."""

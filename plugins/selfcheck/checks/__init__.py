"""What can be wrong with a question, told in the words of its author."""

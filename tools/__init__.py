"""What the Makefile runs to set a machine up: Python's standard library alone."""

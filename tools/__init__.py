"""What the Makefile and mkdocs.yml run; what sets a machine up needs the standard library alone."""

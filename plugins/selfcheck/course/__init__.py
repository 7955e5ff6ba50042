"""A course: what the pages of a site ask, joined, so that one page knows of the questions of all others."""

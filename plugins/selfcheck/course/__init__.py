"""A course: the pages of a site joined, so that each knows how far the reader has come with the others."""

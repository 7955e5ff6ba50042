"""A question as it stands on a page: rendered, filled, on paper, and in the search index."""

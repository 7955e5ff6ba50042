"""Other plugins that show what stands on a page elsewhere, and what they are given of its questions."""

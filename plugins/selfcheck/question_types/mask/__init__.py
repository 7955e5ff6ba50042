"""Paint the mask: give every pixel of a small picture its label."""

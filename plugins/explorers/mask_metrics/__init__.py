"""The mask metrics explorer: one class of a label map, a drawing of it, and its scores."""

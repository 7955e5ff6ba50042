"""Pages about the lessons of this site, made from the lessons and their questions; knows this site alone."""

"""Point at a place on a picture."""

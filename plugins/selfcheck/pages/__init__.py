"""A page and its fences, for selfcheck and computed_figures: their lines and places, host and links."""

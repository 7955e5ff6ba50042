"""A page and its fences, for every kind of fence: their lines and places, host and links."""

"""The review: a page that asks what is due, from the whole site."""

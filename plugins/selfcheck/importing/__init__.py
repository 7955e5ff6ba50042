"""Questions that were written for other tools, as question files, with a report of what needs a hand."""

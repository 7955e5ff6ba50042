"""Words: numbers as the pages of the site write them, for captions and drawings."""

NO_BREAK_SPACE = "\u00a0"


def percent(share: float) -> str:
    """A share of 1 in whole per cent, parted from its sign by a space that does not break: "52 %"."""
    return f"{share:.0%}".replace("%", f"{NO_BREAK_SPACE}%")

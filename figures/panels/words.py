"""Words: numbers as the pages of the site write them, for captions and drawings."""

NO_BREAK_SPACE = "\u00a0"


def percent(share: float, decimals: int = 0) -> str:
    """A share of 1 in per cent, parted from its sign by a space that does not break: "52 %"."""
    return f"{share:.{decimals}%}".replace("%", f"{NO_BREAK_SPACE}%")

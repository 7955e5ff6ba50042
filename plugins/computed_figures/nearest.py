"""The name that a misspelt one comes nearest to, as the end of a message."""

import difflib
from collections.abc import Iterable


def nearest(word: str, names: Iterable[str], holder: str = "it") -> str:
    """Return "; the nearest is …", or that `holder` holds none where there are no names."""
    close = difflib.get_close_matches(word, list(names), n=1, cutoff=0)
    return f'; the nearest is "{close[0]}"' if close else f"; {holder} holds none"

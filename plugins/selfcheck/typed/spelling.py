"""Normalizes typed texts for comparison. typed.js does the same in the browser."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping

_TYPEWRITER = str.maketrans(
    {**dict.fromkeys("‘’‚‛′´ʹʼ", "'"), **dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‐‑‒–—―−", "-")}
)
"""Typographic quotes, primes, hyphens and minus signs, and the characters of a keyboard for them."""


def normalize(text: str) -> str:
    """The text in NFKC with plain quotes and hyphens, without invisible characters, with single spaces."""
    whole = text.translate(_TYPEWRITER)  # NFKC would make two signs of a double prime
    alike = unicodedata.normalize("NFKC", whole).translate(_TYPEWRITER)
    seen = (_space_or(character) for character in alike if unicodedata.category(character) != "Cf")
    return re.sub(" +", " ", "".join(seen)).strip(" ")


def plain(text: str, ignore: Collection[str]) -> str:
    """The normalized text without the ignored differences. Answers with equal forms count as the same."""
    text = normalize(text)
    for name, without in _WITHOUT.items():
        if name in ignore:
            text = without(text)
    return re.sub(" +", " ", text).strip(" ")


def comparable(text: str, ignore: Collection[str], lines: bool) -> str:
    """The form in which texts are compared: as a whole, or line by line without empty lines at the end."""
    if not lines:
        return plain(text, ignore)
    return "\n".join(plain(line, ignore) for line in re.split(r"\r\n?|\n", text)).rstrip("\n")


def _space_or(character: str) -> str:
    return " " if unicodedata.category(character) in ("Cc", "Zl", "Zp", "Zs") else character


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.category(letter).startswith("M"))


def _without_punctuation(text: str) -> str:
    return "".join(sign for sign in text if not unicodedata.category(sign).startswith("P"))


_WITHOUT: Mapping[str, Callable[[str], str]] = {
    "case": str.upper,
    "accents": _without_accents,
    "punctuation": _without_punctuation,
    "space": lambda text: text.replace(" ", ""),
}

IGNORABLE = tuple(sorted(_WITHOUT))
"""The differences that an author may ignore."""

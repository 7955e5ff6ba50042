"""How easily a text reads: Flesch's reading ease, which is made for English prose of some 100 words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from selfcheck.lint.wording import Wording

FEWEST_WORDS = 100
"""Flesch counts samples of 100 words; of less, the score says nothing."""

VERY_DIFFICULT = 30
"""Below it stand what Flesch calls very difficult: scientific papers."""

_VOWELS = re.compile("[aeiouy]+")
_CONSONANT_Y = re.compile("(?<=[aeiou])y(?=[aeiou])")

_PARTED = re.compile(
    r"(?<![ct])ia(?!ge)|(?<=[ct])ia(?=te|ti)"  # bias, associate; but special, spatial, carriage
    r"|(?<![cghnstx])(?<!ll)io|(?<=[cghnstx])io(?!n|us)"  # period, ratio; but region, million, precious
    r"|iu|i(?=et)|(?<!fr)(?<![ct])ie(?=n)|(?<=sc)ie(?=n)"  # radius, diet, client; but friend, patient
    r"|(?<![gq])ua|(?<![gq])ue(?=l|nt)|(?<=[rl])ui(?=[dn])"  # actual, fuel, fluid; but language
    r"|oe(?=[mt])|eo(?!p|u)|eum$|(?<=[dr])eas?$|(?<=cr)ea(?=t)|^rea(?=ct)|(?<=[ie]n)ear$"
    r"|[aeiouy](?=ing$)|sm$"  # being, carrying; mechanism
)
"""Vowels side by side that are two syllables, and consonants that are one of their own."""

_SILENT = re.compile(
    r"[^aeiouytd]ed$|(?:[^aeiouyl]|[aeiouyl]l)e$|(?:[^aeiouyl]|[aeiouyl]l)(?<![sxzcg])(?<![cs]h)es$"
    r"|^(?:some|there|where|here|base|side)(?=[^aeiourds]..)"
)
"""An e that is written and not spoken: "moved", "made", "makes", "baseline"; but "table" and "sizes"."""


def reading_ease(texts: Iterable[Wording]) -> tuple[float, int]:
    """The reading ease of texts together, and how many words they have; 0 of no words.

    206.835 - 1.015 x words a sentence - 84.6 x syllables a word (Flesch, A new readability yardstick, Journal
    of Applied Psychology 32, 1948): 100 is very easy, 0 very difficult. Code and formulas are no words.
    """
    read = [each for each in texts if each.words]
    words = [word for each in read for word in each.words]
    sentences = sum(max(1, len(each.sentences)) for each in read)
    if not words:
        return 0.0, 0
    syllables_a_word = sum(map(syllables, words)) / len(words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables_a_word, len(words)


@lru_cache(maxsize=50_000)
def syllables(word: str) -> int:
    """The syllables of an English word in small letters: its groups of vowels, but those that are silent."""
    bare = word.removesuffix("'s")
    parts = bare.split("-")
    return sum(map(_of_part, parts)) if len(parts) > 1 else _of_part(bare)


def _of_part(word: str) -> int:
    spoken = _CONSONANT_Y.sub("j", word)
    count = len(_VOWELS.findall(spoken)) + len(_PARTED.findall(spoken)) - len(_SILENT.findall(spoken))
    return max(1, count)

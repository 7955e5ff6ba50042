"""The languages of pages: their tags in one spelling, and which of them run from the right."""

from __future__ import annotations

import re

_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")
_FROM_THE_RIGHT = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"}
_SCRIPTS_FROM_THE_RIGHT = {"adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"}


def tag_of(written: object) -> str:
    """A language tag in one spelling, as `pt-BR` for `pt_br`; "" for anything that is none."""
    # YAML 1.1, which hosts read front matter with, takes the tag of Norwegian for "false".
    text = "no" if written is False else str(written).strip().replace("_", "-").lower()
    if not _TAG.fullmatch(text):
        return ""
    language, *rest = text.split("-")
    return "-".join([language, *map(_subtag, rest)])


def primary_of(tag: str) -> str:
    """The language without script and region: `pt` for `pt-BR`."""
    return tag.partition("-")[0]


def written_in(named: str, usual: str) -> str:
    """The language of a question file: the one that it names, else that of the site, else English."""
    return named or tag_of(usual) or "en"


def direction_of(tag: str) -> str:
    """`rtl` for a language or a script that is written from the right, else `ltr`."""
    language, *rest = tag.lower().split("-")
    script = next((each for each in rest if len(each) == 4 and each.isalpha()), "")
    is_from_the_right = script in _SCRIPTS_FROM_THE_RIGHT if script else language in _FROM_THE_RIGHT
    return "rtl" if is_from_the_right else "ltr"


def _subtag(text: str) -> str:
    """A script begins with a capital, a region is written in capitals."""
    if len(text) == 4 and text.isalpha():
        return text.capitalize()
    return text.upper() if len(text) == 2 else text

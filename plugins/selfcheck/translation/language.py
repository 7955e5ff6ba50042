"""The languages that a file name may end with, and which of several suits a page."""

from __future__ import annotations

from collections.abc import Iterator
from glob import escape
from pathlib import Path

from selfcheck.pages.language import primary_of, tag_of

_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml
mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd
se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi
vo wa wo xh yi yo za zh zu
"""
_ISO_639_1 = frozenset(_CODES.split())


def language_tag(written: str) -> str:
    """The tag in one spelling, as `pt-BR` for `pt_br`; "" for what names no language."""
    tag = tag_of(written)
    return tag if has_known_language(tag) or len(primary_of(tag)) == 3 else ""


def has_known_language(tag: str) -> bool:
    """Whether a tag begins with a known code of two letters; hardly any other file name ends with one."""
    return primary_of(tag) in _ISO_639_1


def files_by_language(file: Path) -> dict[str, Path]:
    """By its tag, each file for a language that stands beside a file, as `page.fr.md` beside `page.md`."""
    beside = sorted(file.parent.glob(f"{escape(file.stem)}.*{file.suffix}"))
    tags = {language_tag(each.stem.rpartition(".")[2]): each for each in beside}
    return {tag: each for tag, each in tags.items() if tag}


def lookup(tag: str) -> Iterator[str]:
    """The tags that suit a page in this language, the nearest first: `zh-Hant-TW`, `zh-Hant`, `zh`.

    Source: RFC 4647 (2006), section 3.4.
    """
    while tag:
        yield tag
        tag = tag.rpartition("-")[0]

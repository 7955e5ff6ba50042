"""A finished page as the course knows it: its open questions, their addresses, and how long it is read."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from html import unescape
from urllib.parse import urljoin

from selfcheck.course.data_files import CourseQuestion
from selfcheck.course.open_blocks import OpenBlock, open_blocks

ROOT = "{root}"
"""What the addresses in a block begin with; the script puts the site's root there."""

_WORDS_A_MINUTE = 200
_SIGNS_A_MINUTE = 400
"""Of Chinese and Japanese, which set no spaces between words."""

_TAG = re.compile(r"""<(?P<name>\w[\w-]*)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_ADDRESS = re.compile(
    r"""(?<=\s)(?P<name>href|poster|src)=(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^\s"'<>]+))"""
)
_SECTION = re.compile(r"""\bself-check__section\b[^<]*<a\s[^<>]*?href=["']?(?P<address>[^\s"'<>]*)""")
_PUT_AWAY = re.compile(r"<(script|style|svg|math)\b.*?</\1>|<[^<>]*>", re.DOTALL)
_SIGN = re.compile(r"[぀-ヿ㐀-䶿一-鿿]")


def course_questions(html: str, address: str, objectives: Mapping[str, str]) -> tuple[CourseQuestion, ...]:
    """The questions that stand in clear in a page, whose address is as from the site's root."""
    return tuple(
        CourseQuestion(
            block.id,
            block.fingerprint,
            block.type,
            rooted(block.html, address),
            objectives.get(block.id, ""),
            _section_of(block, address),
        )
        for block in open_blocks(html)
    )


def rooted(html: str, address: str) -> str:
    """HTML of a page with its relative addresses written from the site's root."""

    def of_attribute(each: re.Match[str]) -> str:
        target = unescape(each["a"] or each["b"] or each["c"] or "")
        moved = _from_root(target, address)
        return each[0] if moved is None else f'{each["name"]}="{ROOT}{_escaped(moved)}"'

    def of_tag(tag: re.Match[str]) -> str:
        # A part of a drawing refers to another by its id.
        return tag[0] if tag["name"] == "use" else _ADDRESS.sub(of_attribute, tag[0])

    return _TAG.sub(of_tag, html)


def minutes_of(content: str) -> int:
    """How many minutes it takes to read the content of a page, at least one."""
    text = unescape(_PUT_AWAY.sub(" ", content))
    signs = len(_SIGN.findall(text))
    words = len(_SIGN.sub(" ", text).split())
    return max(1, math.ceil(words / _WORDS_A_MINUTE + signs / _SIGNS_A_MINUTE))


def _section_of(block: OpenBlock, address: str) -> str:
    found = _SECTION.search(block.html)
    target = unescape(found["address"]) if found else ""
    return _from_root(target, address) or target


def _from_root(target: str, address: str) -> str | None:
    """A relative address as from the site's root; None for one that holds anywhere, or is empty."""
    if not target or target.startswith("/") or re.match(r"[A-Za-z][\w+.-]*:", target):
        return None
    return urljoin(f"/{address}", target).removeprefix("/")


def _escaped(address: str) -> str:
    return address.replace("&", "&amp;").replace('"', "&quot;")

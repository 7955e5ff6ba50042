"""Styles that a browser matches quickly, however long the page is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.python_environment import ROOT

STYLES = sorted(Path(ROOT, "plugins").rglob("*.css"))


def apart(text: str, signs: str) -> list[str]:
    """The parts of a selector between any of these signs, those in brackets left as they are."""
    depth, parts = 0, [""]
    for sign in text:
        depth += (sign in "([") - (sign in ")]")
        if sign in signs and not depth:
            parts.append("")
        else:
            parts[-1] += sign
    return [part for part in parts if part]


def selectors(style: str) -> list[str]:
    """The single selectors of a style."""
    plain = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    lists = (" ".join(found.split()) for found in re.findall(r"([^{};]+)\{", plain))
    return [one.strip() for each in lists if not each.startswith("@") for one in apart(each, ",")]


def is_tried_everywhere(selector: str) -> bool:
    """Whether the last part names elements or classes in a list alone, for which a browser has no index."""
    last = apart(selector, " >+~")[-1]
    if not last.startswith(":is("):
        return False
    # A sign that no selector has parts the list from the pseudo-classes and attributes behind it.
    listed, *others = apart(last.removeprefix(":is").replace(")", ")|").replace("[", "|["), "|")
    names = [one for one in apart(listed[1:-1], ",") if not one.strip().startswith(":")]
    return bool(names) and all(each.startswith(":") for each in others)


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        (".a :is(p, .b)", True),
        (".a > :is(.b, .c > .d):focus-visible", True),
        (":is(h1, h2):has(+ p)", True),
        (".a p:is(:hover, :focus-visible)", False),
        (".a :is(.b, .c) > li:not(:has(p))", False),
        (".a :is(p, li)[lang]", False),
    ],
)
def test_a_selector_is_tried_on_every_element_where_its_last_part_is_a_list(
    selector: str, expected: bool
) -> None:
    assert is_tried_everywhere(selector) is expected


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.relative_to(ROOT / "plugins").as_posix())
def test_no_selector_is_tried_on_every_element_for_its_list(file: Path) -> None:
    found = [one for one in selectors(file.read_text("utf-8")) if is_tried_everywhere(one)]
    assert not found, "write one selector for each name of the list"


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.relative_to(ROOT / "plugins").as_posix())
def test_what_no_pointer_is_to_select_has_the_property_that_safari_knows(file: Path) -> None:
    rules = re.findall(r"\{([^{}]*)\}", file.read_text("utf-8"))
    found = [rule for rule in rules if re.search(r"(?<!-webkit-)user-select", rule)]
    assert all("-webkit-user-select" in rule for rule in found), "write it beside `user-select`"

"""Per cent is written one way: a number, a space, the sign."""

import re

from panels.words import percent

from tests.site.typed_numbers import ROOT, prose_of, texts

JOINED = re.compile(r"\d%")
FORMAT = re.compile(r":[^{}\n]*%\}")
FIGURES = sorted((ROOT / "figures").rglob("*.py"))
WRITER = ROOT / "figures" / "panels" / "words.py"


def test_no_sign_joins_its_number() -> None:
    joined = {place: JOINED.findall(prose_of(text)) for place, text in texts()}
    assert {place: found for place, found in joined.items() if found} == {}


def test_figures_write_shares_by_one_function() -> None:
    """Python's own format joins the sign to the number."""
    formats = {file.name: FORMAT.findall(file.read_text("utf-8")) for file in FIGURES if file != WRITER}
    assert {name: found for name, found in formats.items() if found} == {}


def test_the_space_does_not_break() -> None:
    assert percent(0.5231) == "52\u00a0%"
    assert percent(0.5231, 1) == "52.3\u00a0%"
    assert FORMAT.search('f"{share:.0%}"')

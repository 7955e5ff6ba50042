"""Every claim about a cause stands on its page, beside a control that exists and that the page shows."""

import importlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
LESSONS = ROOT / "docs" / "lessons"
REFERENCE = ROOT / "docs" / "reference"
CLAIMS = sorted((LESSONS / "claims").glob("*.yml"))


@dataclass(frozen=True)
class Claim:
    """A sentence, the file that says it, and the controls that could have refuted it."""

    lesson: str
    sentence: str
    place: str
    controls: dict[str, str]
    refuted_if: str

    def __str__(self) -> str:
        return f"{self.place}: “{self.sentence[:60]}”"


def claims() -> list[Claim]:
    return [
        Claim(
            file.stem,
            folded(entry["claim"]),
            entry.get("in", page_named(file.stem).relative_to(ROOT).as_posix()),
            entry["control"],
            entry["refuted-if"],
        )
        for file in CLAIMS
        for entry in yaml.safe_load(file.read_text("utf-8"))
    ]


def folded(text: str) -> str:
    """White space, also where a sentence runs over lines, is one space."""
    return " ".join(text.split())


def page_named(name: str) -> Path:
    """The lesson of this name, else the page of the reference."""
    lesson = LESSONS / f"{name}.md"
    return lesson if lesson.is_file() else REFERENCE / lesson.name


def page_of(claim: Claim) -> str:
    return page_named(claim.lesson).read_text("utf-8")


ALL = claims()
BY_KIND = {
    kind: [each for each in ALL if kind in each.controls]
    for kind in ("figure", "value", "experiment", "source")
}


def test_every_page_that_teaches_and_asks_has_its_claims() -> None:
    asking = {file.stem for file in (ROOT / "quizzes").glob("*.yml") if "." not in file.stem}
    pages = {file.stem for folder in (LESSONS, REFERENCE) for file in folder.glob("*.md")}
    assert [file.stem for file in CLAIMS] == sorted(asking & pages)
    # The list of the lessons teaches nothing itself.
    assert {file.stem for file in LESSONS.glob("*.md")} - {"index"} <= asking


@pytest.mark.parametrize("claim", ALL, ids=str)
def test_a_claim_stands_on_its_page_word_for_word(claim: Claim) -> None:
    assert claim.sentence in folded((ROOT / claim.place).read_text("utf-8"))


@pytest.mark.parametrize("claim", ALL, ids=str)
def test_a_claim_names_a_control_and_what_would_have_refuted_it(claim: Claim) -> None:
    assert claim.controls
    assert set(claim.controls) <= set(BY_KIND)
    assert len(claim.refuted_if.split()) > 3


@pytest.mark.parametrize("claim", BY_KIND["figure"], ids=str)
def test_a_figure_that_controls_a_claim_stands_in_the_lesson(claim: Claim) -> None:
    fences = re.findall(r"```figure\n([\w-]+)\n```", page_of(claim))
    assert claim.controls["figure"] in fences


@pytest.mark.parametrize("claim", BY_KIND["value"], ids=str)
def test_a_value_that_controls_a_claim_is_computed_and_shown_in_the_lesson(claim: Claim) -> None:
    file, *way = re.findall(r"[\w-]+", claim.controls["value"])
    module: Any = importlib.import_module(f"values.{file}")
    reduce(_step, way, module)
    assert f"[={claim.controls['value']}" in page_of(claim)


@pytest.mark.parametrize("claim", BY_KIND["experiment"], ids=str)
def test_an_experiment_that_controls_a_claim_is_stored(claim: Claim) -> None:
    assert (ROOT / "experiments" / "results" / f"{claim.controls['experiment']}.json").is_file()


@pytest.mark.parametrize("claim", BY_KIND["source"], ids=str)
def test_a_source_that_controls_a_claim_is_named_in_the_lesson(claim: Claim) -> None:
    assert claim.controls["source"] in page_of(claim).partition("## Sources")[2]


def _step(value: Any, name: str) -> Any:
    if isinstance(value, Mapping | Sequence):
        key: Any = int(name) if name.isdigit() else name
        return value[key]
    return getattr(value, name)

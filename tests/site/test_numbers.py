"""Every number that readers see is computed, or stands in numbers.yml with the reason why it is typed."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.site.typed_numbers import Typed, blanked, prose_of, texts, typed_numbers

LIST: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("numbers.yml").read_text("utf-8"))
PATTERNS = [re.compile(entry["pattern"]) for entry in LIST["patterns"]]
EXCEPTIONS = {(entry["in"], number) for entry in LIST["numbers"] for number in entry["numbers"]}


@pytest.fixture(scope="module")
def prose() -> dict[str, str]:
    return {place: prose_of(text) for place, text in texts()}


@pytest.fixture(scope="module")
def typed(prose: dict[str, str]) -> list[Typed]:
    allowed = re.compile("|".join(pattern.pattern for pattern in PATTERNS))
    return [each for place, text in prose.items() for each in typed_numbers(blanked(allowed, text), place)]


def test_a_typed_number_stands_in_the_list(typed: list[Typed]) -> None:
    unlisted = [
        f"{each.place}: {each.number} in “{each.around}”"
        for each in typed
        if (each.place, each.number) not in EXCEPTIONS
    ]
    assert not unlisted, "compute it (docs/authoring/values.md) or list it:\n" + "\n".join(unlisted)


def test_no_exception_outlives_its_number(typed: list[Typed]) -> None:
    assert {(each.place, each.number) for each in typed} >= EXCEPTIONS


@pytest.mark.parametrize("pattern", PATTERNS, ids=[pattern.pattern for pattern in PATTERNS])
def test_every_pattern_is_in_use(prose: dict[str, str], pattern: re.Pattern[str]) -> None:
    assert any(pattern.search(text) for text in prose.values())


def test_every_exception_has_a_reason() -> None:
    assert all(entry["reason"].strip() for entry in [*LIST["patterns"], *LIST["numbers"]])


def test_lessons_reference_questions_and_figures_are_read(prose: dict[str, str]) -> None:
    folders = {place.rpartition("/")[0] for place in prose}
    assert folders == {"docs", "docs/lessons", "docs/reference", "quizzes", "figures"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("of 224×224 = 50,176 pixels", ["224", "224", "50,176"]),
        ("a loss of 0.5, or 97.1 %.", ["0.5", "97.1"]),
        ("in 12 of 99 cases, 3×3", []),
        ("reached 0.777±0.004.", ["0.777", "0.004"]),
        ("`128` and $2^{100}$ and $$\n0.476\n$$", []),
        ("```python\n1000\n```\n\n    ````\n    2000\n    ````\n\n300", ["300"]),
        ("[=unet.parameters:,] and [=dilation.stacks[1-2-400].share:.100f]", []),
        ("[here](https://example.org/2019/1000) {#top-100} <a href='100'>", []),
        ("---\ntitle: 100\n---\n\n| 98.5 | 100|", ["98.5", "100"]),
        ("VGG16 and BBBC038, 4.5x", []),
    ],
)
def test_typed_numbers_are_found_in_prose_alone(text: str, numbers: list[str]) -> None:
    assert [each.number for each in typed_numbers(prose_of(text), "")] == numbers

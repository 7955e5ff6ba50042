"""The four objects and the question asked on them: votes counted pixel by pixel, and regions that fit."""

from collections import Counter
from pathlib import Path

import pytest
from four_objects import CELL, HEIGHT, LOST, OBJECTS, WIDTH

from selfcheck.question_types.hotspot.model import Hotspot
from selfcheck.quiz_text import read_quiz

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def question() -> Hotspot:
    """The question as its file has it."""
    file = ROOT / "quizzes/downsampling.yml"
    entries = read_quiz("downsampling", file.name, file.read_text("utf-8")).entries
    (item,) = (entry.item for entry in entries if entry.item.id == "one-of-four-objects")
    assert isinstance(item, Hotspot)
    return item


def most(name: str) -> int:
    """How many pixels of an object the cell holds that holds the most of it."""
    mask = OBJECTS[name].tolist()
    places = ((x, y) for y in range(HEIGHT) for x in range(WIDTH) if mask[y][x])
    return max(Counter((x // CELL, y // CELL) for x, y in places).values())


def test_the_right_post_alone_loses_every_vote(question: Hotspot) -> None:
    counted = {name: most(name) for name in OBJECTS}
    assert counted == {"left post": 40, "right post": 24, "square": 36, "disc": 39}
    assert [name for name, pixels in counted.items() if 2 * pixels <= CELL**2] == LOST == ["right post"]
    assert [region.name for region in question.regions if region.correct] == LOST


def test_each_region_holds_its_object_and_nothing_of_another(question: Hotspot) -> None:
    assert question.size is not None
    assert (question.size.width, question.size.height) == (WIDTH, HEIGHT)
    assert [region.name for region in question.regions] == list(OBJECTS)
    for region in question.regions:
        assert region.polygon is not None
        across, down = ([corner[axis] for corner in region.polygon] for axis in (0, 1))
        for name, mask in OBJECTS.items():
            places = [(x, y) for y in range(HEIGHT) for x in range(WIDTH) if mask[y, x]]
            within = [min(across) <= x < max(across) and min(down) <= y < max(down) for x, y in places]
            assert all(within) if name == region.name else not any(within)

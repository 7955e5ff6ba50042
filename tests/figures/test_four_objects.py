"""The four objects and the question asked on them: votes counted pixel by pixel, and regions that fit."""

from collections import Counter
from pathlib import Path

import pytest
from four_objects import CELL, HEIGHT, LOST, OBJECTS, WIDTH

from maskmetrics import soft_label_map
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


def test_the_ring_alone_loses_every_vote(question: Hotspot) -> None:
    counted = {name: most(name) for name in OBJECTS}
    assert counted == {"post": 84, "disc": 79, "ring": 60, "square": 81}
    assert [name for name, pixels in counted.items() if 2 * pixels <= CELL**2] == LOST == ["ring"]
    assert [region.name for region in question.regions if region.correct] == LOST


def test_shares_would_not_save_the_ring_and_would_keep_the_others() -> None:
    for name, mask in OBJECTS.items():
        assert (soft_label_map(mask.astype(int), 2, CELL) == 1).any() == (name not in LOST)


def test_the_ring_is_the_widest_and_has_about_three_times_the_pixels_of_the_square() -> None:
    widths = {name: int(mask.any(axis=0).sum()) for name, mask in OBJECTS.items()}
    assert max(widths, key=lambda name: widths[name]) == "ring"
    assert round(OBJECTS["ring"].sum() / OBJECTS["square"].sum()) == 3


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

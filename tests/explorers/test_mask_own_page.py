"""The lesson on metrics says of its explorer what the explorer shows."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import yaml
from PIL import Image

from explorers.directive import read_directive
from explorers.mask_metrics.arithmetic import Outcome
from explorers.mask_metrics.offer import Offer
from selfcheck.pages.fence import fences_of
from tools import label_map
from tools.python_environment import ROOT
from values.one_mask import outcome, pixels


@pytest.fixture(scope="module")
def shown() -> tuple[str, Outcome]:
    """The question that the explorer waits for, and what comes of its settings at first."""
    lines = (ROOT / "docs/lessons/metrics.md").read_text("utf-8").splitlines()
    (directive,) = (read_directive(fence, ROOT / "docs") for fence in fences_of("explorer", lines))
    assert not directive.complaints
    assert directive.reveal_after is not None
    offer: Offer = directive.offer
    assert offer.map.name == "spoon"
    return directive.reveal_after.text, Outcome.of(offer.map.truth, offer.settings)


def test_its_label_map_is_as_make_label_map_writes_it() -> None:
    with Image.open(label_map.FILE) as stored:
        written = label_map.label_map()
        assert stored.mode == written.mode == "P"
        assert (np.asarray(stored) == np.asarray(written)).all()
        assert np.asarray(stored.convert("RGB")).tolist() == np.asarray(written.convert("RGB")).tolist()


def test_it_shows_the_answer_to_its_question_and_the_mistakes_are_made_of_its_counts(
    shown: tuple[str, Outcome],
) -> None:
    awaited, first = shown
    questions = yaml.safe_load((ROOT / "quizzes/metrics.yml").read_text("utf-8"))["questions"]
    question: dict[str, Any] = next(each for each in questions if each["id"] == awaited)
    counts = first.counts
    assert question["answer"] == round(first.scores.iou, 3)
    assert [mistake["value"] for mistake in question["mistakes"]] == [
        round(counts.right / pixels, 3),
        round(counts.missed / pixels, 3),
    ]
    assert counts.invented == counts.missed  # as nothing left the picture


def test_the_numbers_of_the_lesson_are_those_that_it_shows(shown: tuple[str, Outcome]) -> None:
    """The mask of the values is computed from the outlines, that of the explorer is read from its image."""
    _, first = shown
    assert (first.truth == outcome["moved"].truth).all()
    assert first.settings == outcome["moved"].settings
    assert first.counts == outcome["moved"].counts
    assert pixels == first.truth.sum()


def test_what_the_lesson_asks_to_try_comes_out_as_it_says() -> None:
    moved, forgiven, eroded, dilated = (outcome[name] for name in ("moved", "forgiven", "eroded", "dilated"))
    assert forgiven.scores.boundary_f1 == 1
    assert forgiven.counts == moved.counts
    assert abs(eroded.scores.iou - dilated.scores.iou) < 0.02
    assert dilated.scores.boundary_f1 == 1
    assert eroded.scores.boundary_f1 < 0.9
    lost = outcome["thin"].truth & ~outcome["thin"].drawn
    assert lost.any(axis=1).sum() > 20  # the neck, along most of its length
    assert (lost.sum(axis=1) <= 3).all()

"""Joining at U-Net's finest level: shapes and weights against a count by hand."""

import add_or_concatenate
from add_or_concatenate import JOININGS, RISEN, SKIP


def test_equal_maps_meet_at_the_size_of_the_paper() -> None:
    assert (SKIP.channels, SKIP.size) == (RISEN.channels, RISEN.size) == (64, 392)


def test_concatenating_doubles_the_channels_and_the_weights() -> None:
    assert [(joining.channels, joining.weights) for joining in JOININGS] == [
        (64, 9 * 64 * 64),
        (128, 9 * 128 * 64),
    ]
    assert all(joining.shape.size == 392 for joining in JOININGS)


def test_the_words_carry_the_weights() -> None:
    assert "9 · 64 · 64 = 36,864 weights" in add_or_concatenate.ALT
    assert "9 · 128 · 64 = 73,728 weights" in add_or_concatenate.ALT

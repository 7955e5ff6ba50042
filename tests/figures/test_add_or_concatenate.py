"""Joining at U-Net's finest level: shapes and weights against a count by hand."""

import add_or_concatenate
from add_or_concatenate import COARSE, FINE, JOININGS, RISEN, SKIP, SUM


def test_equal_maps_meet_at_the_size_of_the_paper() -> None:
    assert (SKIP.channels, SKIP.size) == (RISEN.channels, RISEN.size) == (64, 392)


def test_concatenating_doubles_the_channels_and_the_weights() -> None:
    assert [(joining.channels, joining.weights) for joining in JOININGS] == [
        (64, 9 * 64 * 64),
        (128, 9 * 128 * 64),
    ]
    assert all(joining.shape.size == 392 for joining in JOININGS)


def test_every_number_of_the_sum_is_a_sum() -> None:
    for total, coarse, fine in zip(SUM.flat, COARSE.flat, FINE.flat, strict=True):
        assert total == coarse + fine
    assert SUM.shape == COARSE.shape == FINE.shape


def test_the_sum_of_the_caption_has_both_origins() -> None:
    total, one, other = add_or_concatenate.ambiguous()
    pairs = set(zip(COARSE.flat, FINE.flat, strict=True))
    assert one != other
    assert {one, other} <= pairs
    assert sum(one) == sum(other) == total


def test_the_words_carry_numbers_and_weights() -> None:
    words = add_or_concatenate.ALT()
    assert "9 · 64 · 64 = 36,864 weights" in words
    assert "9 · 128 · 64 = 73,728 weights" in words
    assert "1 1 4 4; 1 1 4 4; 2 2 5 5; 2 2 5 5, plus the skip's, 0 3 0 0; 0 3 0 0; 0 0 3 0; 0 0 3 0" in words
    assert "1 4 4 4; 1 4 4 4; 2 2 8 5; 2 2 8 5." in words

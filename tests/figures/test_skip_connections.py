"""U-Net to scale: the drawing agrees with figure 1 of its paper."""

import pytest
import skip_connections
from skip_connections import SKIPS, STEPS, Scale

from computed_figures.style import NARROW_PX, WIDE_PX

WIDE = Scale(WIDE_PX, 0.3, 0.0775, gap=10, wide_gap=46, level_gap=40, text=13, left=2, top=26)


def test_the_shares_are_those_of_the_sides_in_the_paper() -> None:
    sides = {1: (568, 392), 2: (280, 200), 3: (136, 104), 4: (64, 56)}
    assert {skip.level: (skip.whole.size, skip.kept.size) for skip in SKIPS} == sides
    assert [skip.share for skip in SKIPS] == [f"{share}\u00a0%" for share in (52, 49, 42, 23)]


def test_every_map_is_as_high_as_its_side_and_as_wide_as_its_channels() -> None:
    encoder = skip_connections._encoder(WIDE)
    for name, block in (encoder | skip_connections._decoder(WIDE, encoder)).items():
        shape = STEPS[name].shape
        assert block.height == pytest.approx(0.3 * shape.size)
        assert block.width == pytest.approx(max(1.2, 0.0775 * (shape.channels or 0)))


def test_what_is_kept_lies_at_the_height_of_what_it_is_kept_from() -> None:
    encoder = skip_connections._encoder(WIDE)
    decoder = skip_connections._decoder(WIDE, encoder)
    for skip in SKIPS:
        assert decoder[f"up{skip.level}.crop"].middle == encoder[f"down{skip.level}.conv2"].middle


def test_both_drawings_keep_to_their_width() -> None:
    assert skip_connections.draw().get_figwidth() * 72 == WIDE_PX
    assert skip_connections.draw_narrow().get_figwidth() * 72 == NARROW_PX

"""U-Net against figure 1 of its paper (arXiv 1505.04597) and its parameters as PyTorch counted them."""

from fractions import Fraction

import pytest

from convarith import NetworkError, trace
from convarith.networks import unet

FIGURE_1 = {
    "down1.conv2": (64, 568),
    "down2.conv2": (128, 280),
    "down3.conv2": (256, 136),
    "down4.conv2": (512, 64),
    "down5.conv2": (1024, 28),
    "up4.concat": (1024, 56),
    "up4.conv2": (512, 52),
    "up3.concat": (512, 104),
    "up3.conv2": (256, 100),
    "up2.concat": (256, 200),
    "up2.conv2": (128, 196),
    "up1.concat": (128, 392),
    "up1.conv2": (64, 388),
    "output": (2, 388),
}


@pytest.mark.parametrize(("layer", "shape"), FIGURE_1.items(), ids=FIGURE_1.keys())
def test_each_map_has_the_shape_that_figure_1_prints(layer: str, shape: tuple[int, int]) -> None:
    step = trace(unet(), 572)[layer]
    assert (step.shape.channels, step.shape.size) == shape


def test_it_has_31_030_658_parameters_in_23_layers_that_learn() -> None:
    steps = trace(unet(), 572)
    assert steps.parameters == 31_030_658
    assert sum(bool(step.parameters) for step in steps.steps) == 23


@pytest.mark.parametrize(("level", "share"), [(4, 0.2344), (3, 0.4152), (2, 0.4898), (1, 0.5237)])
def test_each_crop_loses_the_share_of_the_skip_that_the_sizes_say(level: int, share: float) -> None:
    steps = trace(unet(), 572)
    whole, kept = steps[f"down{level}.conv2"].shape.size, steps[f"up{level}.crop"].shape.size
    assert 1 - kept**2 / whole**2 == pytest.approx(share, abs=5e-5)


@pytest.mark.parametrize("steps", range(29))
def test_every_sixteenth_size_from_188_on_is_a_tile(steps: int) -> None:
    assert trace(unet(), 188 + 16 * steps).output.shape.size == 4 + 16 * steps


def test_a_size_between_two_tiles_is_refused_where_the_sizes_do_not_meet() -> None:
    with pytest.raises(NetworkError, match=r"^up1\.concat: sizes do not meet: 393 and 392$"):
        trace(unet(), 573)


def test_the_bottleneck_sees_140_pixels() -> None:
    field = trace(unet(), 572)["down5.conv2"].field
    assert (field.size, field.jump, field.start) == (140, Fraction(16), Fraction(139, 2))

"""The scenes: the same from the same seed, and classes that differ by shape alone."""

import numpy as np
import pytest
from scipy import ndimage

from experiments.scenes import BACKGROUND, scenes
from experiments.settings import EXPERIMENTS, Settings
from experiments.shapes import ARM_PX, SHAPES, shape_mask


@pytest.fixture(params=EXPERIMENTS, ids=lambda settings: settings.name)
def settings(request: pytest.FixtureRequest) -> Settings:
    asked: Settings = request.param
    return asked


def test_a_seed_gives_the_same_scenes_again_and_another_seed_others(settings: Settings) -> None:
    first, again, other = (
        scenes(seed, 3, settings.shapes, settings.side, settings.noise) for seed in (7, 7, 8)
    )
    for one, two, three in zip(first, again, other, strict=True):
        assert np.array_equal(one.image, two.image)
        assert np.array_equal(one.labels, two.labels)
        assert not np.array_equal(one.image, three.image)


def test_a_scene_has_a_brightness_and_a_label_at_every_pixel(settings: Settings) -> None:
    for each in scenes(0, 20, settings.shapes, settings.side, settings.noise):
        assert each.image.shape == each.labels.shape == (settings.side, settings.side)
        assert each.image.dtype == np.float32
        assert np.isfinite(each.image).all()
        assert each.labels.max() < settings.classes


def test_every_shape_occurs_and_none_touches_another(settings: Settings) -> None:
    found: set[int] = set()
    for each in scenes(0, 30, settings.shapes, settings.side, settings.noise):
        pieces, count = ndimage.label(each.labels != BACKGROUND, structure=np.ones((3, 3)))
        for piece in range(1, count + 1):
            (label,) = np.unique(each.labels[pieces == piece])
            found.add(int(label))
    assert found == set(range(1, settings.classes))


def test_no_shape_is_told_apart_by_its_brightness(settings: Settings) -> None:
    drawn = scenes(0, 200, settings.shapes, settings.side, settings.noise)
    brightness = [
        np.concatenate([each.image[each.labels == label] for each in drawn])
        for label in range(settings.classes)
    ]
    means = [float(values.mean()) for values in brightness]
    assert np.ptp(means[1:]) < 0.1
    assert min(means[1:]) - means[BACKGROUND] > 1.2


def test_no_measured_scene_is_one_that_a_network_learned_from(settings: Settings) -> None:
    assert settings.measured_seed not in settings.seeds
    measured = scenes(settings.measured_seed, 4, settings.shapes, settings.side, settings.noise)
    learned = scenes(settings.seeds[0], 50, settings.shapes, settings.side, settings.noise)
    for each in measured:
        assert not any(np.array_equal(each.image, other.image) for other in learned)


@pytest.mark.parametrize(
    ("shape", "area"),
    [
        ("disc", np.pi * (0.7 * 20) ** 2),
        ("square", (2 * 0.6 * 20) ** 2),
        ("cross", 2 * ARM_PX * 2 * 20 - ARM_PX**2),
        ("ring", 2 * np.pi * 0.7 * 20 * ARM_PX),
    ],
)
def test_a_shape_has_the_area_of_its_formula_at_any_angle(shape: str, area: float) -> None:
    areas = [shape_mask(shape, 81, (40.2, 39.7), 20, angle).sum() for angle in np.linspace(0, np.pi, 24)]
    assert np.mean(areas) == pytest.approx(area, rel=0.03)


def test_every_shape_of_the_settings_can_be_drawn(settings: Settings) -> None:
    assert set(settings.shapes) <= set(SHAPES)

"""Settings: everything that an experiment depends on, under the name by which its results are stored."""

from dataclasses import dataclass

LOSS_STEPS = 100
"""The loss is kept as its mean over so many steps."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One experiment. A run's seed settles its scenes, its first weights and its batches.

    The scenes of a batch are turned and mirrored together at random. The scenes for measuring come from
    `measured_seed`: the same for all runs, and in no training set.

    `noise` is the standard deviation of what each pixel gets on its own; shapes are brighter by 1.2 to 2.2.

    The rate of learning rises in a straight line over the first `warm_up` share of the steps to `peak_rate`
    and falls to 0 along half a cosine.
    """

    name: str
    shapes: tuple[str, ...]
    peak_rate: float
    steps: int = 600
    batch: int = 8
    training_scenes: int = 600
    warm_up: float = 0.1
    weight_decay: float = 0.01
    side: int = 40
    noise: float = 0.25
    widths: tuple[int, ...] = (8, 16, 24, 32)
    wider: tuple[int, ...] = (16, 24, 32)
    seeds: tuple[int, ...] = (0, 1, 2, 3, 4)
    measured_seed: int = 1_000_000
    measured_scenes: int = 64
    stored_scenes: int = 4
    tolerance_px: int = 1

    @property
    def classes(self) -> int:
        """The ground and each shape."""
        return 1 + len(self.shapes)


EXPERIMENTS = (
    Settings("two-shapes", shapes=("disc", "cross"), peak_rate=4e-3),
    # Stopped while it still learns fast: more classes, a higher rate and a third of the steps.
    Settings("four-shapes", shapes=("disc", "cross", "square", "ring"), peak_rate=6e-3, steps=200),
    # Nothing to carry: compact shapes, noise that drowns their edges, a map hardly coarser than the picture.
    Settings("noisy-discs-shallow", shapes=("disc",), peak_rate=4e-3, noise=2, widths=(8, 16), wider=(16,)),
)

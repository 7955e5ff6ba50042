"""Settings: everything that an experiment depends on, under the name by which its results are stored."""

from dataclasses import dataclass, replace

LOSS_STEPS = 100
"""The loss is kept as its mean over so many steps."""

LOSS_DIGITS = 5
"""A stored curve of losses is rounded to so many digits after the point."""

LENGTHS = (600, 1200, 2400, 4800, 9600)
"""Steps after which the networks of the long runs are finished: each twice the one before."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One experiment. A run's seed settles its scenes, its first weights and its batches.

    The scenes of a batch are turned and mirrored together at random. The scenes for measuring come from
    `measured_seed`: the same for all runs, and in no training set.

    `noise` is the standard deviation of what each pixel gets on its own; shapes are brighter by 1.2 to 2.2.

    The learning rate rises in a straight line over `warm_up_steps` to `peak_rate` and stays there. For
    each of `lengths` a copy of the network is finished by itself: over the last `cool_down` share of so many
    steps its rate falls to 0 along half a cosine, and then it is measured. So every length is a whole
    training, and the trunk that they branch off does not flatten because its rate ends (Hägele and others
    2024, arXiv 2405.18392, "cooldown").

    `variants` are names of `experiments.variants`.
    """

    name: str
    shapes: tuple[str, ...]
    peak_rate: float
    lengths: tuple[int, ...]
    warm_up_steps: int = 60
    cool_down: float = 0.2
    variants: tuple[str, ...] = ("none", "wider", "add", "concat")
    batch: int = 8
    training_scenes: int = 600
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


# Short: the rate begins to fall as soon as it has risen, and the end of training is the end of the schedule.
_TWO_SHAPES = Settings("two-shapes", shapes=("disc", "cross"), peak_rate=4e-3, lengths=(600,), cool_down=0.9)
# A third of the steps, a higher rate and more classes.
_FOUR_SHAPES = Settings(
    "four-shapes",
    shapes=("disc", "cross", "square", "ring"),
    peak_rate=6e-3,
    lengths=(200,),
    warm_up_steps=20,
    cool_down=0.9,
)
# Compact shapes, noise that drowns their edges, a map hardly coarser than the picture.
_NOISY_DISCS = Settings(
    "noisy-discs-shallow",
    shapes=("disc",),
    peak_rate=4e-3,
    lengths=(600,),
    cool_down=0.9,
    noise=2,
    widths=(8, 16),
    wider=(16,),
)


def _long(short: Settings, *more_variants: str) -> Settings:
    """The same networks, scenes and seeds, finished after each of several lengths."""
    return replace(
        short,
        name=f"{short.name}-long",
        lengths=LENGTHS,
        cool_down=0.2,
        variants=(*short.variants, *more_variants),
    )


# One network without skips, to see how much more it gains by patience alone.
_LONGEST = replace(
    _long(_TWO_SHAPES),
    name="two-shapes-longest",
    lengths=(9600, 19200),
    variants=("none",),
    seeds=(0,),
)

# Controls for the noisy discs: they have both little depth and much noise; here is each without the other.
_CONTROL = replace(_NOISY_DISCS, lengths=LENGTHS[:3], cool_down=0.2, variants=("none", "add"))
_DISCS_SHALLOW = replace(_CONTROL, name="discs-shallow", noise=_TWO_SHAPES.noise)
_NOISY_DISCS_DEEP = replace(
    _CONTROL, name="noisy-discs-deep", widths=_TWO_SHAPES.widths, wider=_TWO_SHAPES.wider
)
_DISCS_DEEP = replace(_NOISY_DISCS_DEEP, name="discs-deep", noise=_TWO_SHAPES.noise)


EXPERIMENTS = (
    _TWO_SHAPES,
    _FOUR_SHAPES,
    _NOISY_DISCS,
    _long(_TWO_SHAPES, "coarse"),
    _long(_FOUR_SHAPES),
    replace(_long(_NOISY_DISCS), lengths=LENGTHS[:-1]),
    _LONGEST,
    _DISCS_SHALLOW,
    _NOISY_DISCS_DEEP,
    _DISCS_DEEP,
)

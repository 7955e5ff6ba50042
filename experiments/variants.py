"""Variants: one network with and without skip connections, as data for arithmetic and for training."""

from convarith import (
    Addition,
    AveragePooling,
    BatchNormalization,
    Concatenation,
    Convolution,
    Draft,
    MaxPooling,
    Network,
    Upsampling,
)
from experiments.settings import Settings

VARIANTS = ("none", "wider", "add", "concat", "coarse")
"""No skip; no skip but a wider decoder; skips that are added; skips that are concatenated; and a control:
skips that are added after their maps were averaged over the cells of the narrowest grid."""

_JOININGS = {"add": Addition, "concat": Concatenation, "coarse": Addition}


def network(variant: str, settings: Settings) -> Network:
    """An encoder of one 3x3 convolution a level, and a decoder that mirrors it.

    On the way up a map is brought to the level's width by a 1x1 convolution, enlarged, joined with the
    encoder's map of the same size where the variant has skips, and convolved once. Names: `down1.conv` …,
    `down1.pool` …, `up3.conv1x1`, `up3.enlarged`, `up3.joined`, `up3.conv` …, `output`; for the control
    besides `skip3.averaged`, `skip3.enlarged` ….
    """
    draft = Draft(f"{settings.name}, {variant}", 1)
    skips = [_down(draft, level, width, settings) for level, width in enumerate(settings.widths, 1)]
    risen = settings.wider if variant == "wider" else settings.widths[:-1]
    for level in range(len(risen), 0, -1):
        cell = 2 ** (len(settings.widths) - level)
        skip = skips[level - 1]
        _up(draft, level, risen[level - 1], variant, skip, cell)
    draft.add("output", Convolution(channels=settings.classes, kernel=1))
    return draft.network()


def _down(draft: Draft, level: int, width: int, settings: Settings) -> str:
    """The name of the level's map before pooling."""
    last = _convolved(draft, f"down{level}", width)
    if level < len(settings.widths):
        draft.add(f"down{level}.pool", MaxPooling(kernel=2))
    return last


def _averaged(draft: Draft, level: int, cell: int, skip: str) -> str:
    """The map with its mean over cells of `cell` x `cell` positions, back at its own size."""
    means = draft.add(f"skip{level}.averaged", AveragePooling(kernel=cell), skip)
    return draft.add(f"skip{level}.enlarged", Upsampling(scale=cell, mode="bilinear"), means)


def _up(draft: Draft, level: int, width: int, variant: str, skip: str, cell: int) -> None:
    """`cell`: positions of this level along the side of one of the narrowest map."""
    # Enlarging first would give the same map (both are linear) at four times the work.
    draft.add(f"up{level}.conv1x1", Convolution(channels=width, kernel=1))
    last = draft.add(f"up{level}.enlarged", Upsampling(scale=2, mode="bilinear"))
    if variant == "coarse":
        skip = _averaged(draft, level, cell, skip)
    if variant in _JOININGS:
        draft.add(f"up{level}.joined", _JOININGS[variant](), last, skip)
    _convolved(draft, f"up{level}", width)


def _convolved(draft: Draft, place: str, width: int) -> str:
    draft.add(f"{place}.conv", Convolution(channels=width, kernel=3, padding=1, bias=False))
    return draft.add(f"{place}.normalized", BatchNormalization())

"""Vision transformers as arithmetic: tokens of an image, and what a layer computes for them."""

from dataclasses import dataclass

SIDE = 512
"""Pixels along a side of the image: the crop that ADE20K is mostly trained with."""

WIDTH, LAYERS = 768, 12
"""Numbers of a token, and layers, of ViT-Base (Dosovitskiy and others 2021, arXiv 2010.11929)."""


def tokens(side: int, patch: int) -> int:
    """How many patches of `patch` x `patch` pixels an image of `side` x `side` has; `side` is a multiple."""
    return (side // patch) ** 2


@dataclass(frozen=True)
class Layer:
    """A layer on so many tokens of so many numbers each; multiply-adds."""

    tokens: int
    width: int = WIDTH

    @property
    def each(self) -> int:
        """For each token by itself: four matrices of attention, and two of four times the width."""
        return 12 * self.tokens * self.width**2

    @property
    def among(self) -> int:
        """Among tokens: a score for each pair, and the sums of values that are weighted by scores."""
        return 2 * self.tokens**2 * self.width


@dataclass(frozen=True)
class Stage:
    """A stage of SegFormer: its stride, and the factor by which the side of what is asked is reduced."""

    stride: int
    reduction: int

    @property
    def tokens(self) -> int:
        """Positions, each of which asks."""
        return tokens(SIDE, self.stride)

    @property
    def keys(self) -> int:
        """Positions that are asked."""
        return self.tokens // self.reduction**2


STAGES = [Stage(4, 8), Stage(8, 4), Stage(16, 2), Stage(32, 1)]
"""Strides and `sr_ratios` of the encoders B0 to B5, as their authors published them (Xie and others 2021)."""

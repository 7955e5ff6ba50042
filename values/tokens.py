"""Tokens of a vision transformer, and the multiply-adds of its layers.

A layer of width D on N tokens has four matrices of D x D for queries, keys, values and output, and two of
D x 4D and 4D x D: together 12 N D^2 multiply-adds. Scores and weighted sums of attention take 2 N^2 D more
(Dosovitskiy and others 2021, arXiv 2010.11929). Softmax and normalisation are left out.
"""

from vision_transformer import SIDE, STAGES, WIDTH, Layer, tokens

side, width = SIDE, WIDTH
pixels = SIDE**2
patches = (32, 16, 8)
count = {patch: tokens(SIDE, patch) for patch in (*patches, 1)}
pairs = {patch: number**2 for patch, number in count.items()}
million_pairs = {patch: number / 1e6 for patch, number in pairs.items()}
billion_pairs = {patch: number / 1e9 for patch, number in pairs.items()}

values_in_patch = {patch: 3 * patch**2 for patch in patches}
"""Numbers in a patch of a colour image."""

convolutions = SIDE // 2
"""How many 3x3 convolutions at stride 1 it takes until the unit in the middle sees the whole side."""

LAYER = {patch: Layer(number) for patch, number in count.items()}
each = {patch: layer.each / 1e9 for patch, layer in LAYER.items()}
among = {patch: layer.among / 1e9 for patch, layer in LAYER.items()}
whole = {patch: (layer.each + layer.among) / 1e9 for patch, layer in LAYER.items()}
"""Billion multiply-adds of one layer: on each token by itself, among pairs of tokens, and together."""

share_among = {patch: among[patch] / whole[patch] for patch in LAYER}
finer_costs = whole[8] / whole[16]

even = 6 * WIDTH
"""Tokens from which pairs cost more than everything else: 2 N^2 D > 12 N D^2."""

pyramid = [
    {
        "stride": stage.stride,
        "tokens": stage.tokens,
        "keys": stage.keys,
        "pairs": stage.tokens * stage.keys / 1e6,
        "unreduced": stage.tokens**2 / 1e6,
    }
    for stage in STAGES
]
"""SegFormer's stages: tokens that ask and that are asked, million pairs, and those without reduction."""
keys_side = round(STAGES[0].keys ** 0.5)

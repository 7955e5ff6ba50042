# %% [markdown]
# # Two networks, one difference
# One network labels discs and thin crosses, with skip connections and without. It needs PyTorch
# (`pip install torch`) and some minutes. Run it by `python skip_experiment.py`, or open it as a notebook: in
# VS Code as it is, elsewhere after `jupytext --to notebook skip_experiment.py`.

# %%
"""Train the same small network with and without skip connections, and print how well it labels crosses."""

import math
from itertools import pairwise

import torch
from torch import nn
from torch.nn.functional import avg_pool2d, cross_entropy, interpolate, max_pool2d

# What you may change; the exercises say how:
STEPS = (600, 2400)  # lengths of training; each is a training of its own
SKIPS = ("none", "whole")  # a third kind is "averaged"
ARM = 2  # width of a cross's arms, in pixels
WIDTHS = (8, 16, 24, 32)  # channels of each level; one level more is one pooling more (then SIDE = 48)
SEEDS = (0, 1, 2)
SIDE = 40  # pixels along a side of a picture: a multiple of 8, for each pooling halves it

torch.set_num_threads(1)  # more would cost such a small network more time than they save

# %% [markdown]
# ## Pictures
# Each quarter of a picture holds a disc (class 1), a cross (class 2) or nothing. Both are bright, and only
# their shape tells them apart. The ground (class 0) is blotchy, and every pixel has noise.


# %%
def pictures(count):
    """Return `count` pictures (count, 1, SIDE, SIDE) and their label maps (count, SIDE, SIDE)."""
    blotches = interpolate(torch.randn(count, 1, SIDE // 4, SIDE // 4), size=SIDE, mode="bilinear")
    images = 0.7 * blotches + 0.25 * torch.randn(count, 1, SIDE, SIDE)
    labels = torch.zeros(count, SIDE, SIDE, dtype=torch.long)
    rows, columns = torch.meshgrid(torch.arange(SIDE), torch.arange(SIDE), indexing="ij")
    for image, label in zip(images[:, 0], labels, strict=True):
        for top, left in ((0, 0), (0, SIDE // 2), (SIDE // 2, 0), (SIDE // 2, SIDE // 2)):
            reach, down, right, turn, brightness, which = torch.rand(6).tolist()
            reach = 5 + 4 * reach
            down = rows - top - reach - down * (SIDE / 2 - 2 * reach)
            right = columns - left - reach - right * (SIDE / 2 - 2 * reach)
            along = right * math.cos(math.pi * turn) + down * math.sin(math.pi * turn)
            across = down * math.cos(math.pi * turn) - right * math.sin(math.pi * turn)
            disc = along.hypot(across) <= 0.7 * reach
            longer, shorter = along.abs().maximum(across.abs()), along.abs().minimum(across.abs())
            cross = (longer <= reach) & (shorter <= ARM / 2)
            shape = disc if which < 0.4 else cross if which < 0.8 else torch.zeros_like(disc)
            label[shape] = 1 if which < 0.4 else 2
            image[shape] += 1.2 + brightness
    return images, labels


# %% [markdown]
# ## The network
# Down: convolve and halve. Up: double, add the early map of the same size if there are skips, convolve. It
# has the same layers and the same number of weights with skips and without.


# %%
def convolution(before, after):
    """Return a 3×3 convolution with normalisation and ReLU."""
    layer = nn.Conv2d(before, after, 3, padding=1, bias=False)
    return nn.Sequential(layer, nn.BatchNorm2d(after), nn.ReLU())


class Network(nn.Module):
    """An encoder and a decoder; `skips` says which early maps cross: "none", "whole" or "averaged" ones."""

    def __init__(self, skips):
        super().__init__()
        self.skips, up = skips, WIDTHS[::-1]
        self.down = nn.ModuleList(map(convolution, (1, *WIDTHS), WIDTHS))
        self.fit = nn.ModuleList(nn.Conv2d(wide, thin, 1) for wide, thin in pairwise(up))
        self.up = nn.ModuleList(map(convolution, up[1:], up[1:]))
        self.scores = nn.Conv2d(WIDTHS[0], 3, 1)

    def forward(self, maps):
        """Return a score for each class at each pixel, (count, 3, SIDE, SIDE)."""
        early = []
        for level, layer in enumerate(self.down):
            maps = layer(max_pool2d(maps, 2) if level else maps)
            early.append(maps)
        cell = 1  # positions of the early map along a side of one of the narrowest map
        for level, (fit, layer) in enumerate(zip(self.fit, self.up, strict=True)):
            maps = interpolate(fit(maps), scale_factor=2, mode="bilinear")
            cell, skip = 2 * cell, early[-2 - level]
            if self.skips == "averaged":  # as much of what, and nothing of where within a cell
                skip = interpolate(avg_pool2d(skip, cell), scale_factor=cell, mode="bilinear")
            maps = layer(maps if self.skips == "none" else maps + skip)
        return self.scores(maps)


# %% [markdown]
# ## Training
# The learning rate stays up until the last fifth and then falls to 0, for each length anew. So a loss
# that stands still has not merely run out of rate. Both networks of a seed see the same pictures in the same
# order.


# %%
def train(skips, steps, seed):
    """Return the IoU of crosses on new pictures, and the mean loss of the last hundred steps."""
    torch.manual_seed(seed)
    images, labels = pictures(600)
    network = Network(skips)
    optimizer = torch.optim.AdamW(network.parameters(), lr=4e-3)
    order, losses = torch.Generator().manual_seed(seed), []
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = 4e-3 * min(1, (step + 1) / 60, 5 * (steps - step) / steps)
        batch = torch.randint(len(images), (8,), generator=order)
        flipped = (-1, -2)[: step % 3]  # as it is, mirrored, turned by half
        loss = cross_entropy(network(images[batch].flip(flipped)), labels[batch].flip(flipped))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    torch.manual_seed(1000)  # the pictures for measuring: the same for all, and none of the training
    images, labels = pictures(64)
    network.eval()
    with torch.no_grad():
        guesses = network(images).argmax(1)
    hit, either = (guesses == 2) & (labels == 2), (guesses == 2) | (labels == 2)
    return (hit.sum() / either.sum()).item(), sum(losses[-100:]) / 100


# %%
if __name__ == "__main__":
    print("skips     steps  seed  IoU of crosses  loss")
    for skips in SKIPS:
        for steps in STEPS:
            for seed in SEEDS:
                iou, loss = train(skips, steps, seed)
                print(f"{skips:8} {steps:6} {seed:5} {iou:15.3f} {loss:5.3f}", flush=True)

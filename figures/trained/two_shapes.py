"""The skip experiment with two shapes: the short run, the long one, and the scene of it that figures draw."""

from trained.stored import Stored

DATA = [
    "experiments/results/two-shapes.json",
    "experiments/results/two-shapes/scenes.png",
    "experiments/results/two-shapes/truth.png",
    "experiments/results/two-shapes/none.png",
    "experiments/results/two-shapes/wider.png",
    "experiments/results/two-shapes/add.png",
    "experiments/results/two-shapes/concat.png",
    "experiments/results/two-shapes-long.json",
    "experiments/results/two-shapes-long/none.png",
    "experiments/results/two-shapes-long/wider.png",
    "experiments/results/two-shapes-long/add.png",
    "experiments/results/two-shapes-long/concat.png",
    "experiments/results/two-shapes-long/coarse.png",
]
SHORT = Stored("experiments/results/two-shapes.json")
LONG = Stored("experiments/results/two-shapes-long.json")

SHOWN = 1  # Which of the stored scenes: the first that has two shapes of each class.

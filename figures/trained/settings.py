"""The three settings of the skip experiment, each with its short run and its long one."""

from dataclasses import dataclass

from trained.stored import Stored

DATA = [
    "experiments/results/two-shapes.json",
    "experiments/results/two-shapes-long.json",
    "experiments/results/four-shapes.json",
    "experiments/results/four-shapes-long.json",
    "experiments/results/noisy-discs-shallow.json",
    "experiments/results/noisy-discs-shallow-long.json",
    "experiments/results/two-shapes-longest.json",
    "experiments/results/discs-shallow.json",
    "experiments/results/noisy-discs-deep.json",
    "experiments/results/discs-deep.json",
]


@dataclass(frozen=True)
class Setting:
    """What a setting is called, what sets it apart, and its two runs."""

    title: str
    words: str
    short: Stored
    long: Stored

    @property
    def poolings(self) -> int:
        return len(self.long.settings["widths"]) - 1


def _setting(title: str, words: str, number: int) -> Setting:
    return Setting(title, words, Stored(DATA[2 * number]), Stored(DATA[2 * number + 1]))


TWO = _setting("two shapes", "thin arms", 0)
FOUR = _setting("four shapes", "thin arms and bands", 1)
NOISY = _setting("noisy discs", "no thin parts", 2)
SETTINGS = (TWO, FOUR, NOISY)

LONGEST = Stored(DATA[6])
"""One network without skips, two shapes, four times as long as the long run."""

DISCS = {
    ("usual", "deep"): Stored(DATA[9]),
    ("usual", "shallow"): Stored(DATA[7]),
    ("strong", "deep"): Stored(DATA[8]),
    ("strong", "shallow"): NOISY.long,
}
"""Discs alone, by noise and by depth of the network: the last is the setting of noisy discs."""

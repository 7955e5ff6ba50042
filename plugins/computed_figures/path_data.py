"""The `d` of a path in fewer characters, drawn the same."""

import re

_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_COORDINATES = {"M": 2, "L": 2, "Q": 4, "C": 6, "z": 0}
"""The commands that matplotlib writes, and how many numbers follow each. All but z name places, not steps."""


def shortened(data: str) -> str:
    """Return the path with steps in place of places: many steps are alike, and compress well.

    `data` is what matplotlib writes, with two decimals at most. Steps are differences of whole hundredths, so
    that no error adds up. A path with any other command is returned as it is.
    """
    commands = [
        (name, [round(100 * float(each)) for each in said.split()]) for name, said in _COMMAND.findall(data)
    ]
    if any(len(numbers) != _COORDINATES.get(name) for name, numbers in commands):
        return data
    written = repeated = ""
    here = start = (0, 0)
    for name, numbers in commands:
        letter, steps = ("M", numbers) if not written else _step(name, numbers, here)
        # What follows a command without a letter of its own repeats it; after a move it is a line.
        separator = " " if steps and steps[0] >= 0 else ""
        written += separator if letter == repeated else letter
        written += _joined(steps)
        repeated = {"M": "L", "m": "l", "z": ""}.get(letter, letter)
        here = (numbers[-2], numbers[-1]) if numbers else start
        start = here if name == "M" else start
    return written


def _step(name: str, numbers: list[int], here: tuple[int, int]) -> tuple[str, list[int]]:
    """The command as steps from where the path stands, by the shortest name."""
    steps = [number - here[place % 2] for place, number in enumerate(numbers)]
    if name == "L" and not steps[1]:
        return "h", steps[:1]
    if name == "L" and not steps[0]:
        return "v", steps[1:]
    return name.lower(), steps


def _joined(hundredths: list[int]) -> str:
    """The numbers, with a space only where two would be read as one."""
    written = ""
    for number in hundredths:
        short = f"{number / 100:.2f}".rstrip("0").rstrip(".")
        if abs(number) < 100:
            short = short.replace("0.", ".")
        written += f" {short}" if written and number >= 0 else short
    return written

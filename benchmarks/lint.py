"""How well the rules of the linter find labelled flaws: `python -m benchmarks.lint FOLDER`.

The folder holds `banks/NAME/` with a configuration and question files each, and `labels.json`: for a
question, `BANK/ID`, and for a bank as a whole, `BANK/*`, the flaws that it surely has and those that can be
argued about. Found and sure is a hit, sure and not found a miss, found and neither a false alarm; what can be
argued about counts neither way.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from selfcheck.configuration import site_of
from selfcheck.lint.bank_tests import examine_bank, trace_of
from selfcheck.lint.linter import findings
from selfcheck.lint.question import Question
from selfcheck.lint.rules import RULES

UNCOUNTED = frozenset({"explanation-missing"})
"""Left out of totals: a bank that explains in another place than the question would decide them alone."""


@dataclass
class Score:
    """What one rule found among labelled questions, by the names of these."""

    hits: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    arguable: list[str] = field(default_factory=list)

    def __add__(self, other: Score) -> Score:
        return Score(
            self.hits + other.hits,
            self.misses + other.misses,
            self.alarms + other.alarms,
            self.arguable + other.arguable,
        )

    @property
    def precision(self) -> str:
        """The share of alarms that are right, in per cent."""
        return _per_cent(len(self.hits), len(self.hits) + len(self.alarms))

    @property
    def recall(self) -> str:
        """The share of sure flaws that are found, in per cent."""
        return _per_cent(len(self.hits), len(self.hits) + len(self.misses))


def scores(folder: Path) -> dict[str, Score]:
    """The score of every rule, and of every label that no rule looks for."""
    labels = json.loads((folder / "labels.json").read_text("utf-8"))
    found = dict(_found(folder / "banks"))
    if unknown := labels.keys() - found.keys():
        raise SystemExit(f"labelled, but in no bank: {', '.join(sorted(unknown))}")
    told: dict[str, Score] = {name: Score() for name in RULES}
    for name, label in labels.items():
        for code in {*label["sure"], *label["arguable"], *found[name]}:
            _count(told.setdefault(code, Score()), name, code, label, found[name])
    return dict(sorted(told.items()))


def table(told: Mapping[str, Score]) -> str:
    """The scores as a table of Markdown, with their total."""
    total = sum((score for code, score in told.items() if code not in UNCOUNTED), Score())
    rows = [_row(f"`{code}`", score) for code, score in told.items()]
    head = [
        "| rule | found | missed | false alarms | arguable | precision | recall |",
        "|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *rows, _row("all but `explanation-missing`", total)])


def _found(banks: Path) -> Iterator[tuple[str, frozenset[str]]]:
    for configuration in sorted(banks.glob("*/mkdocs.yml")):
        site = replace(site_of(configuration), cache="")  # the folder may be someone else's
        bank = site.bank()
        if bank.problems:
            raise SystemExit("\n".join(map(str, bank.problems)))
        where, usual = configuration.parent.name, site.page_language or "en"
        questions = [Question(entry.item, entry.language or usual) for entry in bank.entries.values()]
        for each in questions:
            codes = frozenset(rule.name for rule, _ in findings(each, each.item.lint_ok or ()))
            yield f"{where}/{each.item.id}", codes
        yield (
            f"{where}/*",
            frozenset(problem.code for problem in examine_bank(map(trace_of, questions), where)),
        )


def _count(score: Score, name: str, code: str, label: Mapping[str, list[str]], found: frozenset[str]) -> None:
    if code in label["sure"]:
        (score.hits if code in found else score.misses).append(name)
    elif code in found:
        (score.arguable if code in label["arguable"] else score.alarms).append(name)


def _row(name: str, score: Score) -> str:
    counts = (score.hits, score.misses, score.alarms, score.arguable)
    return f"| {' | '.join([name, *(str(len(each)) for each in counts), score.precision, score.recall])} |"


def _per_cent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def main() -> None:
    """Print the table, and with --names the questions that were missed or wrongly told."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.lint", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--names", action="store_true", help="name what was missed and what was wrongly told")
    given = parser.parse_args()
    told = scores(given.folder)
    print(f"{given.folder}, {date.today():%d %B %Y}\n")
    print(table(told))
    for code, score in told.items() if given.names else ():
        for kind, names in (("missed", score.misses), ("false alarm", score.alarms)):
            for name in names:
                print(f"{code}: {kind}: {name}")


if __name__ == "__main__":
    main()

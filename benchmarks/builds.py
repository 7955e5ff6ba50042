"""How much longer a build takes, and how much more memory, than one of the same text as plain lists.

Peers are built in environments of their own beside lists built there too, and in turn with ours, so that a
busy machine is busy for all of them alike.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.building import PYTHON, Cost, build
from benchmarks.content import QUESTIONS_A_PAGE, Author
from benchmarks.report import Row
from benchmarks.sites import LISTS, OURS, WAYS, write
from tools import peer_environments

COLD, WARM, CHANGED = "cold", "warm", "one question changed"
TARGETS = {
    (1_000, COLD): 1.35,
    (3_000, COLD): 1.28,
    (10_000, COLD): 1.15,
    (1_000, WARM): 1.2,
    (3_000, WARM): 1.2,
}
TARGET_MEMORY = {10_000: 1.4}
TARGET_BELOW_PEERS = -0.3


@dataclass(frozen=True, slots=True)
class Pair:
    """A build and that of its lists, run one after the other."""

    lists: Cost
    build: Cost

    @property
    def time(self) -> float:
        """How many times the lists' processor time it took."""
        return self.build.cpu_s / self.lists.cpu_s

    @property
    def memory(self) -> float:
        """How many times the lists' peak memory it took."""
        return self.build.memory_mib / self.lists.memory_mib


Rounds = Mapping[str, Sequence[Pair]]
"""What was built, by name: ours cold, warm and changed, and each peer; a pair a round."""


def measure(folder: Path, rounds: int, sizes: Sequence[int]) -> Iterator[Row]:
    """The rows for each number of questions, smallest first."""
    cold: dict[int, float] = {}
    for questions in sorted(sizes):
        with_peers = questions < 10_000  # what they cost a question is known by then
        made = _rounds(folder / str(questions), rounds, questions, with_peers=with_peers)
        yield from _rows(questions, made)
        cold[questions] = median(pair.build.cpu_s for pair in made[COLD])
    first, *others = cold
    for questions in others:
        growth = cold[questions] / cold[first]
        name = f"build CPU, cold, {questions:,} questions over {first:,}"
        yield Row(name, growth, "x", questions / first)


def _rows(questions: int, made: Rounds) -> Iterator[Row]:
    for name, pairs in made.items():
        seconds = (
            f"({median(p.lists.cpu_s for p in pairs):.2f} s, {median(p.build.cpu_s for p in pairs):.2f} s)"
        )
        title = f"build CPU, {questions:,} questions, {name}, over lists"
        yield Row(title, _median(pairs), "x", TARGETS.get((questions, name)), seconds)
    for name in made.keys() - {COLD, WARM, CHANGED}:
        apart = median(ours.time - peer.time for ours, peer in zip(made[COLD], made[name], strict=True))
        yield Row(f"build CPU, {questions:,} questions, cold, less {name}", apart, "x", TARGET_BELOW_PEERS)
    memory = median(pair.memory for pair in made[COLD])
    peak = median(pair.build.memory_mib for pair in made[COLD])
    target = TARGET_MEMORY.get(questions)
    yield Row(
        f"peak memory, {questions:,} questions, cold, over lists", memory, "x", target, f"({peak:.0f} MiB)"
    )


def _median(pairs: Sequence[Pair]) -> float:
    return median(pair.time for pair in pairs)


def _rounds(folder: Path, rounds: int, questions: int, *, with_peers: bool) -> Rounds:
    peers = peer_environments.names() if with_peers else []
    pages = list(Author().pages(questions // QUESTIONS_A_PAGE))
    sites = {name: write(folder / name, WAYS[name], pages) for name in (LISTS, OURS, *peers)}
    pythons = {name: peer_environments.ensure(name) for name in peers}
    builder = _Builder(folder, sites, pythons)
    builder.round()  # the first run of all pays for byte code and disk
    made: dict[str, list[Pair]] = {}
    for _ in range(rounds):
        for name, pair in builder.round().items():
            made.setdefault(name, []).append(pair)
    return made


@dataclass(frozen=True, slots=True)
class _Builder:
    """Sites by name, and the interpreters of those that are not ours."""

    folder: Path
    sites: Mapping[str, Path]
    pythons: Mapping[str, Path]

    def round(self) -> dict[str, Pair]:
        """Every build once, each next to its lists."""
        ours = self.sites[OURS]
        lists = self._build(LISTS)
        shutil.rmtree(ours / ".cache", ignore_errors=True)
        made = {COLD: Pair(lists, self._build(OURS)), WARM: Pair(lists, self._build(OURS))}
        _change_a_question(ours)
        made[CHANGED] = Pair(lists, self._build(OURS))
        for name, python in self.pythons.items():
            made[name] = Pair(self._build(LISTS, python), self._build(name, python))
        return made

    def _build(self, name: str, python: Path = PYTHON) -> Cost:
        return build(self.sites[name], self.folder / f"out-{name}", python)


def _change_a_question(site: Path) -> None:
    file = site / "quizzes" / "page-0.yml"
    file.write_text(file.read_text("utf-8").replace("stem: ", "stem: Again ", 1), "utf-8")

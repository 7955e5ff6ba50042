"""Results: what an experiment found, run by run, as it is stored in the repository."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from experiments.measures import Scores
from experiments.settings import Settings

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Finished:
    """A variant as it was after so many steps; `loss` is the mean over the last `LOSS_STEPS` of them."""

    steps: int
    loss: float
    scores: Scores


@dataclass(frozen=True, slots=True)
class Run:
    """One variant trained from one seed, finished after each of the lengths, the shortest first.

    `losses` are those of the longest training, means over equal stretches of its steps.
    """

    variant: str
    seed: int
    parameters: int
    losses: tuple[float, ...]
    finished: tuple[Finished, ...]

    @property
    def scores(self) -> Scores:
        """Those of the longest training."""
        return self.finished[-1].scores

    def after(self, steps: int) -> Finished:
        """Raises KeyError for a length that was not trained."""
        return {each.steps: each for each in self.finished}[steps]


@dataclass(frozen=True, slots=True)
class Summary:
    """Mean and standard deviation (n - 1 in the denominator) over a variant's seeds, longest training."""

    mean_iou: tuple[float, float]
    boundary_f1: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Results:
    """All runs of an experiment so far, with everything that they depend on."""

    settings: Settings
    torch: str
    runs: tuple[Run, ...]

    def of(self, variant: str) -> list[Run]:
        """A variant's runs, in the order of their seeds."""
        return sorted((run for run in self.runs if run.variant == variant), key=lambda run: run.seed)

    def summary(self, variant: str) -> Summary:
        """Raises ValueError for a variant with fewer than two runs."""
        scores = [run.scores for run in self.of(variant)]
        return Summary(
            _spread([each.mean_iou for each in scores]), _spread([each.boundary_f1 for each in scores])
        )

    def with_run(self, run: Run) -> "Results":
        """These results and one more run, sorted by variant and seed."""
        runs = sorted(
            (*self.runs, run), key=lambda each: (self.settings.variants.index(each.variant), each.seed)
        )
        return Results(self.settings, self.torch, tuple(runs))

    def to_json(self) -> str:
        """Text that `from_json` reads; a summary for readers goes with it."""
        counted = {variant: len(self.of(variant)) for variant in self.settings.variants}
        summary = {variant: asdict(self.summary(variant)) for variant, runs in counted.items() if runs > 1}
        return json.dumps({**asdict(self), "summary": summary}, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Results":
        """What `to_json` wrote; the summary is not read but follows from the runs."""
        values = json.loads(text)
        settings = Settings(**{name: _tuple(value) for name, value in values["settings"].items()})
        return cls(settings, values["torch"], tuple(map(_run, values["runs"])))


def results_file(name: str, folder: Path = RESULTS) -> Path:
    """Where the results of an experiment stand."""
    return folder / f"{name}.json"


def stored(name: str, folder: Path = RESULTS) -> Results:
    """The stored results of an experiment."""
    return Results.from_json(results_file(name, folder).read_text("utf-8"))


def _run(values: dict[str, Any]) -> Run:
    finished = [Finished(**{**each, "scores": Scores(**each["scores"])}) for each in values["finished"]]
    return Run(**{**values, "losses": tuple(values["losses"]), "finished": tuple(finished)})


def _tuple(value: Any) -> Any:
    """JSON knows lists alone."""
    return tuple(value) if isinstance(value, list) else value


def _spread(values: list[float]) -> tuple[float, float]:
    if len(values) < 2:
        raise ValueError("a spread needs at least two runs")
    return float(np.mean(values)), float(np.std(values, ddof=1))

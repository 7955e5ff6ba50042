"""The values of a project: computed when what they depend on has changed, otherwise taken from the cache."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from computed_figures.dependencies import dependencies
from computed_figures.fingerprint import fingerprint
from computed_figures.fresh_process import ProcessEndedError, ask, readable
from computed_figures.kept_texts import KeptTexts
from computed_figures.nearest import nearest
from computed_figures.problems import Problem, ProblemError, named
from computed_figures.value.expression import Expression, ExpressionError

Outcome = str | ExpressionError | Problem
"""The text of a value, or a mistake in the expression, or a problem in the file that should compute it."""


@dataclass(frozen=True, slots=True)
class Collection:
    """`folder` holds the values files; their imports are followed through `roots`. All paths are absolute."""

    project: Path
    folder: Path
    roots: tuple[Path, ...]
    kept: KeptTexts

    def outcomes(self, expressions: Iterable[str]) -> dict[str, Outcome]:
        """Return what each expression comes to; each file is asked once for all of its own, side by side."""
        outcomes: dict[str, Outcome] = {}
        asked: dict[str, list[str]] = {}
        for written in expressions:
            try:
                asked.setdefault(self._file_of(written), []).append(written)
            except ExpressionError as error:
                outcomes[written] = error
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for answered in pool.map(self._outcomes_of, asked, asked.values()):
                outcomes |= answered
        return outcomes

    def _file_of(self, written: str) -> str:
        name = Expression.parse(written).file
        names = sorted({file.stem for file in self.folder.glob("*.py")} - {"__init__"})
        if name in names:
            return name
        near = nearest(name, names, named(self.folder, self.project))
        raise ExpressionError(f'no values file "{name}"{near}')

    def _outcomes_of(self, name: str, expressions: Sequence[str]) -> Mapping[str, Outcome]:
        file = self.folder / f"{name}.py"
        try:
            key = fingerprint(name, dependencies(file, self.roots, self.project), self.project)
            known = self._load_known(name, key)
            missing = [written for written in expressions if written not in known]
            if not missing:
                return known
            new = self._evaluate(file, missing)
        except ProblemError as error:
            return dict.fromkeys(expressions, error.problem)
        texts = {written: text for written, text in new.items() if isinstance(text, str)}
        # Read again: another page may have asked for others in the meantime.
        kept = self._load_known(name, key) | texts
        self.kept.store(name, key, json.dumps(kept, ensure_ascii=False, sort_keys=True))
        return known | new

    def _load_known(self, name: str, key: str) -> dict[str, str]:
        """Return the kept texts of a file's expressions; none if they cannot be read."""
        try:
            known = json.loads(self.kept.load(name, key) or "{}")
        except ValueError:
            return {}
        return known if isinstance(known, dict) else {}

    def _evaluate(self, file: Path, expressions: Sequence[str]) -> dict[str, Outcome]:
        shown = named(file, self.project)
        request = {"path": str(file), "shown": shown, "expressions": expressions}
        try:
            reply = ask("computed_figures.value.evaluate", request, self.roots, self.project)
        except ProcessEndedError as error:
            raise ProblemError(Problem(shown, None, f"the process that computed it {error}")) from error
        return {written: self._outcome(outcome) for written, outcome in reply["outcomes"].items()}

    def _outcome(self, outcome: Mapping[str, Any]) -> Outcome:
        if "problem" in outcome:
            return readable(Problem(**outcome["problem"]), self.project)
        return str(outcome["text"]) if "text" in outcome else ExpressionError(outcome["mistake"])

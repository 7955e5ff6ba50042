"""Evaluates expressions of one values file in a process of its own."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from computed_figures.fresh_process import Request, answer
from computed_figures.problems import ProblemError
from computed_figures.value.expression import Expression, ExpressionError
from computed_figures.value.values_file import ValuesFile


def _reply(request: Request) -> Mapping[str, object]:
    file = ValuesFile.load(Path(request["path"]), request["shown"])
    return {"outcomes": {written: _outcome(file, written) for written in request["expressions"]}}


def _outcome(file: ValuesFile, written: str) -> dict[str, object]:
    """Return the text, or the mistake in the expression, or the problem in the file."""
    try:
        return {"text": file.text(Expression.parse(written))}
    except ExpressionError as error:
        return {"mistake": str(error)}
    except ProblemError as error:
        return {"problem": asdict(error.problem)}


def main() -> None:
    """Answer the request on standard input."""
    answer(_reply)


if __name__ == "__main__":
    main()

"""Macros in questions are told where they stand; what looks like one in code or a formula is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck import written
from selfcheck.macros import STARTS, macros_in_titles, unreached_macros
from selfcheck.site import Site
from selfcheck.source import Document, read
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import without
from tests.selfcheck.samples import sample
from tests.selfcheck.sites import draw


def told(root: Path, explanation: str, title: str = "A quiz") -> list[str]:
    """The places and signs that are told of a question with this explanation."""
    lines = "".join(f"  {line}\n" for line in explanation.splitlines())
    question = f"{without('explanation')}explanation: |\n{lines}"
    indented = "".join(f"    {line}\n" for line in question.splitlines())
    draw(root, {"quizzes/a.yml": f"title: '{title}'\nquestions:\n  -\n{indented}"})
    bank = Site(root, cache="").bank()
    assert bank.problems == ()
    found = [
        *macros_in_titles(bank.quizzes.values(), STARTS, root),
        *unreached_macros(bank.entries.values(), STARTS, root),
    ]
    return [f"{problem.line}:{problem.column} {problem.message.split()[0]}" for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "With $x^{{2}}$ it is so.",
        "With $$x^{{2}}$$ it is so.",
        "With $a$ and $b_{{1}}$.",
        "In `{{ code }}` alone.",
        "~~~\n{{ code }}\n~~~",
    ],
)
def test_braces_in_code_and_formulas_are_no_macro(text: str, tmp_path: Path) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize("text", ["{{ price }}", "It costs $5 {{ price }} and $6.", "So {% if a %}"])
def test_a_macro_in_a_text_is_told(text: str, tmp_path: Path) -> None:
    assert [each.split()[1] for each in told(tmp_path, text)] == ["`{{`" if "{{" in text else "`{%`"]


def test_the_line_is_that_of_the_macro_and_not_of_the_code_above_it(tmp_path: Path) -> None:
    (above,) = told(tmp_path / "a", "text {{ it }}")
    (below,) = told(tmp_path / "b", "`{{ code }}`\n\ntext {{ it }}")
    assert int(below.split(":")[0]) == int(above.split(":")[0]) + 2


def test_a_file_is_read_once_however_many_macros_are_told_in_it_and_again_once_it_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = [f"{sample(f'n-{number}')}objective: '{{{{ {number} }}}}'\n" for number in range(20)]
    draw(tmp_path, {"quizzes/a.yml": quiz_of(*questions)})
    entries = Site(tmp_path, cache="").bank().entries.values()
    texts: list[str] = []

    def noted(text: str) -> Document:
        texts.append(text)
        return read(text)

    monkeypatch.setattr(written, "read", noted)
    assert len({each.line for each in unreached_macros(entries, STARTS, tmp_path)}) == 20
    assert len(texts) == 1
    draw(tmp_path, {"quizzes/a.yml": "# Later.\n" + quiz_of(*questions)})
    assert len({each.line for each in unreached_macros(entries, STARTS, tmp_path)}) == 20
    assert len(texts) == 2


def test_a_macro_in_the_title_of_a_quiz_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "It is.", title="On {{ course }}") == ["1:8 `{{`"]

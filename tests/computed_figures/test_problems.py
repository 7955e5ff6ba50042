"""What authors are told of their mistakes."""

import os
import sys
from typing import Any

import matplotlib
import pytest
from click import ClickException

from computed_figures.draw import draw
from computed_figures.problems import FigureProblems, ProblemError
from tests.computed_figures.project import BARS, Project

HEAD = '"""Caption."""\nfrom computed_figures.canvas import canvas\n'
WORDS = HEAD + 'ALT = "Words."\n'
DRAW = "def draw():\n    return canvas(200, 100)\n"
LABEL = "def draw():\n    figure = canvas(200, 100)\n    figure.text(0.5, 0.5, {})\n    return figure\n"

MISTAKES = {
    "no-docstring": ('ALT = "."\n' + DRAW, "1: no module docstring; it is the caption"),
    "no-alt": (HEAD + DRAW, '1: no ALT; write what the picture shows, ALT = "…"'),
    "empty-alt": (HEAD + "ALT = ' '\n" + DRAW, "3: ALT is ' '; write a text, or a function that returns one"),
    "odd-alt": (
        HEAD + "def ALT():\n    return 3\n" + DRAW,
        "3: ALT is 3; write a text, or a function that returns one",
    ),
    "value-in-title": (
        '"""At [=some.share:.0%]."""\nALT = "Words."\n' + DRAW,
        '1: an expression in the title, which is plain text; write TITLE = f"…" with a computed number',
    ),
    "value-in-alt": (
        HEAD + 'ALT = "At [=some.share:.0%]."\n' + DRAW,
        '3: an expression in the ALT, which is plain text; write ALT = f"…" with a computed number',
    ),
    "no-draw": (WORDS, "1: no function draw(); it returns the matplotlib Figure"),
    "odd-draw": (
        WORDS + "def draw():\n    return None\n",
        "4: draw() returned NoneType; return a matplotlib Figure",
    ),
    "failing": (WORDS + "def draw():\n    return 1 / 0\n", "5: ZeroDivisionError: division by zero"),
    "failing-import": (
        '"""Caption."""\nimport nothing_here\n',
        "2: ModuleNotFoundError: No module named 'nothing_here'",
    ),
    "failing-below": (
        WORDS + "import below\ndef draw():\n    return below.fail()\n",
        "6: KeyError: 'gone' (plugins/below.py:2)",
    ),
    "leaving": (WORDS + "raise SystemExit('enough')\n", "4: SystemExit: enough"),
    "no-python": (WORDS + "def draw(:\n", "4: SyntaxError: invalid syntax"),
    "no-python-below": (
        WORDS + "import broken\n",
        "4: SyntaxError: '(' was never closed (plugins/broken.py:1)",
    ),
    "coloured-text": (
        WORDS + LABEL.format('"red", color="#ff0000"'),
        '4: draw() writes "red" in #ff0000; text is always INK',
    ),
    "link": (
        WORDS + LABEL.format('"there", url="https://example.org/"'),
        "4: draw() puts a link into the drawing; links belong in the caption",
    ),
    "runaway-text": (
        WORDS + LABEL.format('"a long label that runs out at the right"'),
        '4: draw() writes outside the drawing: "a long label that runs out at the right"; leave it room',
    ),
    "turned-text": (
        WORDS + LABEL.format('"a long label, upright", rotation=90, rotation_mode="anchor"'),
        '4: draw() writes outside the drawing: "a long label, upright"; leave it room',
    ),
    "bad-formula": (WORDS + LABEL.format('r"$\\frac{1}$"'), "4: ValueError: "),
    "narrow": (
        WORDS + DRAW + "def draw_narrow():\n    raise RuntimeError('too narrow')\n",
        "7: RuntimeError: too narrow",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_figure_is_told_with_its_line(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    source, message = MISTAKES[name]
    project.write("plugins/below.py", "def fail():\n    return {}['gone']\n")
    project.write("plugins/broken.py", "print(\n")
    monkeypatch.syspath_prepend(project.root / "plugins")
    monkeypatch.delitem(sys.modules, "below", raising=False)
    file = project.write("figures/mistaken.py", source)
    with matplotlib.rc_context(), pytest.raises(ProblemError) as caught:
        draw("mistaken", file, "figures/mistaken.py")
    told = str(caught.value).replace(f"{project.root}{os.sep}", "")
    assert told.startswith(f"figures/mistaken.py:{message}")


def test_a_drawing_process_that_dies_is_told(project: Project) -> None:
    project.write("figures/dying.py", "import os\nos._exit(3)\n")
    assert project.problem("dying") == "figures/dying.py: the process that drew it ended with exit code 3"


def messages(project: Project, page: str, **options: Any) -> list[str]:
    with pytest.raises(FigureProblems) as caught:
        project.render(page, **options)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("fence", "message"),
    [
        ("```figure\nbrs\n```", 'no figure "brs"; the nearest is "bars"'),
        ("```figure\nBars\n```", 'no figure "Bars"; the nearest is "bars"'),
        ("```figure\n../bars\n```", 'no figure "../bars"; the nearest is "bars"'),
        ("```figure\n\n```", "an empty figure fence; its body is the figure's name"),
        ("```figure bars\n```", 'a figure fence takes no options, found "bars"'),
        ("```figure\nbars\n", "a figure fence that is never closed"),
    ],
)
def test_a_mistake_in_a_fence_is_told_with_its_line(project: Project, fence: str, message: str) -> None:
    assert messages(project, f"text\n\n{fence}") == [f"page:3: {message}"]


def test_a_figure_twice_on_a_page_is_a_mistake(project: Project) -> None:
    page = "```figure\nbars\n```\n\n```figure\nbars\n```"
    assert messages(project, page) == ['page:5: figure "bars" stands twice on this page']


def test_a_file_whose_name_cannot_be_an_id_is_no_figure(project: Project) -> None:
    project.write("figures/my fig (1).py", BARS)
    message = 'no figure "my fig (1)"; the nearest is "bars"'
    assert messages(project, "```figure\nmy fig (1)\n```") == [f"page:1: {message}"]


def test_an_empty_folder_is_told_apart(project: Project) -> None:
    (project.root / "figures/bars.py").unlink()
    assert messages(project, "```figure\nbars\n```") == ['page:1: no figure "bars"; figures holds none']


def test_the_error_is_one_that_hosts_print_and_servers_survive() -> None:
    # MkDocs' command prints a ClickException; its server's rebuild prints a SystemExit that is an Exception.
    assert issubclass(FigureProblems, ClickException)
    assert issubclass(FigureProblems, SystemExit)

"""What an expression puts into running text, and when it is computed."""

import json
import re
from pathlib import Path
from textwrap import dedent

import markdown
import pytest

from computed_figures.problems import ValueProblems
from tests.computed_figures.project import Project

NETWORK = """
    \"\"\"A network's numbers.\"\"\"
    from fractions import Fraction
    from functools import cache
    import math
    from counting import parameters

    share = 0.4763
    weights = parameters()
    shift = -7
    less, least = -0.04, -0.0001
    third, whole = Fraction(1, 3), Fraction(6)
    scores = {16: 0.51, "none": {"mean": 0.3}}
    rated = {0.5: 0.1, "16": 0.2}
    rates = [1, 2, 4]
    size = "5×5 *a* <b>"
    is_padded = True
    endless = math.inf

    @cache
    def slow():
        return 12.5

    def failing():
        return scores["gone"]

    def scaled(factor):
        return factor

    huge, huge_third = 2**1100, Fraction(2**1100, 3)
"""
WARM = dedent("""
    import subprocess
    import sys
    import markdown

    def refuse(*arguments, **options):
        raise AssertionError("a process was started")

    subprocess.run = subprocess.Popen = refuse
    assert "48" in markdown.markdown("[=network.share:.0%]", extensions=["computed_figures.value"])
    loaded = {name.partition(".")[0] for name in sys.modules}
    assert not loaded & {"network", "computed_values_network", "counting", "matplotlib", "numpy"}, loaded
""")


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with the values file `network`, whose values the tests share."""
    root = tmp_path_factory.mktemp("counted")
    project = Project(root, root / ".cache/values")
    project.write("plugins/counting.py", "def parameters():\n    return 23508032\n")
    project.write("values/network.py", NETWORK)
    return project


@pytest.fixture
def here(counted: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(counted.root)
    return counted


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of the test's own, with nothing computed yet."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path, tmp_path / ".cache/values")
    project.write("plugins/counting.py", "def parameters():\n    return 23508032\n")
    project.write("values/network.py", NETWORK)
    return project


def rendered(text: str, *extensions: str) -> str:
    names = ["tables", "toc", "footnotes", "l2m4m:LaTeX2MathMLExtension", *extensions]
    return markdown.markdown(text, extensions=[*names, "computed_figures.value"])


def messages(text: str) -> list[str]:
    with pytest.raises(ValueProblems) as caught:
        rendered(text)
    return [str(problem) for problem in caught.value.problems]


WORDED = {
    "[=network.share:.0%]": "48\u00a0%",
    "[=network.weights:,]": "23,508,032",
    "[=network.weights]": "23508032",
    "[=network.shift]": "−7",
    "[=network.less:.1f]": "0.0",
    "[=network.less:+.1f]": "0.0",
    "[=network.less:.0%]": "−4\u00a0%",
    "[=network.least:.0%]": "0\u00a0%",
    "[=network.third]": "1/3",
    "[=network.third:.2f]": "0.33",
    "[=network.whole:,]": "6",
    "[=network.huge]": str(2**1100),
    "[=network.huge:,]": f"{2**1100:,}",
    "[=network.huge_third]": f"{2**1100}/3",
    "[=network.scores[16]:.3f]": "0.510",
    "[=network.scores[none].mean:.1%]": "30.0\u00a0%",
    "[=network.rates[-1]]": "4",
    "[=network.slow:.1f]": "12.5",
    "[=network.size]": "5×5 *a* &lt;b&gt;",
    "**[=network.shift]**": "<strong>−7</strong>",
    "[about [=network.shift]](there.md)": '<a href="there.md">about −7</a>',
    "![of [=network.shift]](seen.png)": '<img alt="of −7" src="seen.png" />',
    "[=network.shift][=network.rates[0]]": "−71",
    "`[=network.shift]`": "<code>[=network.shift]</code>",
    r"as \[=network.shift]": "as [=network.shift]",
    '[=85% "done"]': '[=85% "done"]',
    'an <abbr title="[=network.shift] *a*">s</abbr>': 'an <abbr title="−7 *a*">s</abbr>',
    '<img alt="[=network.size]">, so': '<img alt="5×5 *a* &lt;b&gt;">, so',
}


def test_values_are_written_as_prose_has_them(here: Project) -> None:
    page = rendered("\n\n".join(WORDED))
    assert page == "\n".join(f"<p>{text}</p>" for text in WORDED.values())


def test_a_value_stands_in_headings_tables_and_footnotes(here: Project) -> None:
    table = "| a |\n|--|\n| [=network.weights:,] |"
    page = rendered(f"# By [=network.shift]\n\n{table}\n\nSee[^1].\n\n[^1]: [=network.share:.1f].")
    assert '<h1 id="by-7">By −7</h1>' in page
    assert "<td>23,508,032</td>" in page
    assert "0.5." in page


def test_code_blocks_and_math_are_left_alone(here: Project) -> None:
    page = rendered("    [=network.nothing]\n\n$a[=network.nothing]$ and $$ [=network.nothing] $$")
    assert "<pre><code>[=network.nothing]\n</code></pre>" in page
    assert page.count("<math") == 2


MISTAKES = {
    "[=network.shar:.0%]": 'no "shar" in values/network.py; the nearest is "share"',
    "[=netwrk.share]": 'no values file "netwrk"; the nearest is "network"',
    "[=network.math.pi:.1f]": 'no "math" in values/network.py; the nearest is ',
    "[=network.share]": 'network.share is 0.4763, a number that needs a format, such as ":.2f" or ":.0%"',
    "[=network.share:.0q]": 'network.share is a float, which the format ":.0q" does not suit: ',
    "[=network.huge:.1f]": 'network.huge is an int, which the format ":.1f" does not suit: ',
    "[=network.huge_third:.1f]": 'network.huge_third is a Fraction, which the format ":.1f" does not suit: ',
    "[=network.size:.1f]": 'network.size is a str, which the format ":.1f" does not suit: ',
    "[=network.rates]": "network.rates is a list, neither a number nor a text; go on to one with .attr",
    "[=network.is_padded]": "network.is_padded is a bool, neither a number nor a text; ",
    "[=network.endless:.1f]": "network.endless is inf, which is no number to print",
    "[=network.scores[17]:.1f]": 'no [17] in network.scores; the nearest is "16"',
    "[=network.scores.nne.mean:.1f]": 'no [nne] in network.scores; the nearest is "none"',
    "[=network.rates[9]]": "no [9] in network.rates; it goes from [0] to [2]",
    "[=network.rated[0.5]:.1f]": "no [0.5] in network.rated; there 0.5 is a float, here a str; give ",
    "[=network.rated[16]:.1f]": "no [16] in network.rated; there 16 is a str, here an int; give the value",
    "[= network.share:.0%]": "not a value; write [=file.name], ",
    "[=_network.share:.0%]": "not a value; write [=file.name], ",
    "[=network.weights[1]]": "no [1] in network.weights, which is an int",
    "[=network.weights.rael]": 'no "rael" in network.weights; the nearest is "real"',
    "[=network.scaled]": "network.scaled is a function that takes arguments; give it a value of its own",
    "[=network]": "not a value; write [=file.name], then .attribute, [key] and :format",
    "[=network.share + 1]": "not a value; write [=file.name], ",
    "[=network.__name__]": "not a value; write [=file.name], ",
}


def test_every_mistake_of_a_page_is_told_at_once(here: Project) -> None:
    told = messages(" and ".join(MISTAKES))
    assert len(told) == len(MISTAKES)
    for message in told:
        written = message.removeprefix("page: ").partition("]: ")[0] + "]"
        assert message.startswith(f"page: {written}: {MISTAKES[written]}")


def test_an_expression_that_markdown_takes_for_a_link_definition_is_told(here: Project) -> None:
    (told,) = messages("Text.\n\n[=network.shift]: seven\n")
    assert told.startswith(
        "page: [=network.shift]: Markdown reads a link definition where this begins a line"
    )


def test_what_a_values_file_raises_is_told_with_its_line(alone: Project) -> None:
    alone.write("values/broken.py", "fine = 1\nnot so fine\n")
    alone.write("values/dying.py", "import os\nos._exit(3)\n")
    alone.write("plugins/counting.py", "def parameters():\n    return {}['gone']\n")
    assert messages("[=network.share:.1f] [=network.weights] [=broken.fine] [=dying.out]") == [
        "values/network.py:8: KeyError: 'gone' (plugins/counting.py:2)",
        "values/broken.py:2: SyntaxError: invalid syntax",
        "values/dying.py: the process that computed it ended with exit code 3",
    ]


def test_what_a_function_raises_is_told_with_its_line(here: Project) -> None:
    assert messages("[=network.failing] [=network.failing:.1f]") == ["values/network.py:24: KeyError: 'gone'"]


def test_without_values_files_a_page_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert messages("[=network.share]") == [
        'page: [=network.share]: no values file "network"; values holds none'
    ]


def test_a_kept_value_needs_neither_its_file_nor_a_process(here: Project) -> None:
    rendered("[=network.share:.0%]")
    done = here.run("-c", WARM)
    assert done.returncode == 0, done.stderr


def test_a_module_of_a_values_file_computes_anew(alone: Project) -> None:
    assert "23,508,032" in rendered("[=network.weights:,]")
    alone.write("plugins/counting.py", "def parameters():\n    return 24\n")
    assert rendered("[=network.weights:,]") == "<p>24</p>"


def test_an_unrelated_change_computes_nothing(alone: Project) -> None:
    rendered("[=network.weights:,] [=network.shift]")
    (kept,) = alone.cache.glob("*.json")
    kept.write_text(json.dumps({**json.loads(kept.read_text()), "network.shift": "kept"}))
    alone.write("plugins/unrelated.py", "")
    assert rendered("[=network.shift]") == "<p>kept</p>"
    assert rendered("[=network.shift] [=network.whole]") == "<p>kept 6</p>"


@pytest.mark.parametrize("damage", ["", "{", "[]", "\0"])
def test_damaged_kept_values_count_as_none(alone: Project, damage: str) -> None:
    rendered("[=network.shift]")
    (kept,) = alone.cache.glob("*.json")
    kept.write_text(damage)
    assert rendered("[=network.shift]") == "<p>−7</p>"


def test_a_values_file_may_bear_the_name_of_the_figure_file_that_it_reads(alone: Project) -> None:
    alone.write("figures/network.py", "HEIGHT = 392\n")
    alone.write("values/network.py", "from network import HEIGHT as height\n")
    assert rendered("[=network.height]") == "<p>392</p>"


def test_nothing_of_a_marker_is_left_on_a_page(here: Project) -> None:
    page = rendered("- [=network.shift]\n\n    - **a [=network.shift] b**\n\n> [=network.shift]\n")
    assert not re.search("value:|[\x02\x03]", page)
    assert page.count("−7") == 3

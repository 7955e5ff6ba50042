"""Variants: how they are selected and checked, and their values on the page."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import Markdown

from selfcheck.block.searchable import stems_only
from selfcheck.cli import main
from selfcheck.expressions import ExpressionError
from selfcheck.expressions.wording import format_value
from selfcheck.extension import SelfCheckExtension
from selfcheck.options import SettingError
from selfcheck.site import Site
from selfcheck.variants.variant import Variant, combinations
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import UNCHECKED, build, draw
from tests.selfcheck.varied_questions import ROWS, item, problems

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "authoring" / "variants.md"


def test_the_same_question_has_the_same_variants_everywhere() -> None:
    shown = [each.values[:2] for each in item(ROWS).variations]
    assert shown[:4] == [("48", "5"), ("64", "7"), ("64", "5"), ("48", "7")]
    assert [each.values[:2] for each in item(ROWS.replace("id: rows", "id: others")).variations] != shown


def test_variants_differ_and_their_keys_follow_from_their_values() -> None:
    variants = item(ROWS).variations
    assert len(variants) == len({each.values for each in variants}) == 12
    for each in variants:
        n, k = int(each.values[0]), int(each.values[1])
        assert (each.key["answer"], each.key["mistakes"]) == (n - k + 1, [n - k])
        assert each.values[2:] == (str(n - k), str(n - k + 1), str(n - k))


def test_an_added_value_does_not_reorder_the_other_combinations() -> None:
    few = list(combinations("seed", {"a": (1, 2, 3), "b": ("x", "y")}))
    more = list(combinations("seed", {"a": (1, 2, 3, 4), "b": ("x", "y")}))
    assert [each for each in more if each["a"] != 4] == few
    assert len(few) == 6


def test_a_sample_of_many_combinations_has_no_duplicates() -> None:
    values = tuple(range(1000))
    met = [tuple(each.values()) for each in combinations("seed", {"a": values, "b": values, "c": values})]
    assert 4900 < len(met) == len(set(met)) <= 5000


def test_the_fingerprint_depends_on_the_question_and_not_on_its_feedback() -> None:
    basis = item(ROWS).fingerprint
    for old, new in (("One more", "Two more"), ("[=n - k].", "[=n - k + 2]."), ("because", "since [=k]")):
        assert item(ROWS.replace(old, new)).fingerprint == basis
    for old, new in (
        ("step: 8", "step: 4"),
        ("k: [3", "k: [4"),
        ("left?", "gone?"),
        ("n - k, feedb", "n, feedb"),
    ):
        assert item(ROWS.replace(old, new)).fingerprint != basis
    assert item(ROWS.replace("answer: n - k + 1", "answer: n - k + 2")).fingerprint != basis
    assert item(f"{ROWS}tolerance: 0.5\n").fingerprint != basis
    assert item(f"{ROWS}variants: 6\n").fingerprint != basis


def test_a_problem_names_the_parameters_of_the_failing_variant_and_all_are_reported() -> None:
    question = ROWS.replace("value: n - k,", "value: n - 4,").replace(
        "because", '"[=n / k] and [=1 / (k - 3)]"'
    )
    told = problems(question)
    assert len(told) == 3
    assert re.match(
        r"quiz\.yml:10:17: rows: with n=\d+, k=5: the mistake gives \d+, which counts as right ", told[0]
    )
    assert re.search(r"with n=\d+, k=\d: \[=n / k\]: \d+\.\d+ has more than 6 digits", told[1] + told[2])
    assert re.search(r"with n=\d+, k=3: \[=1 / \(k - 3\)\]: 1 / 0 divides by zero", told[1] + told[2])


def test_a_problem_of_another_field_does_not_hide_those_of_the_variants() -> None:
    told = problems(ROWS.replace("n - k,", "n - 4,").replace("explanation:", "explanaton:"))
    assert [each.split(": ", 2)[2].split(";")[0][:22] for each in told][-1] == 'unknown field "explana'
    assert "counts as right" in told[0]


def test_formulas_call_functions_of_the_site_and_report_their_errors() -> None:
    def size(n: int, k: int) -> int:
        if k > 5:
            raise ValueError("the kernel does not fit")
        return n - k + 1

    question = ROWS.replace("answer: n - k + 1", "answer: size(n, k)")
    narrow = question.replace("[3, 5, 7]", "[3, 5]")
    assert item(narrow, {"size": size}).variations[0].key["answer"] in range(4, 63)
    (told,) = problems(question, {"size": size})
    assert re.search(r"rows: with n=\d+, k=7: size\(\d+, 7\) has no value: the kernel does not fit", told)
    (told,) = problems(question, {"sizes": size})
    assert told.endswith('rows: unknown function "size" at character 1; did you mean "sizes"?')


def test_without_parameters_brackets_that_hold_no_formula_stay_as_they_are() -> None:
    plain = "id: plain\ntype: numeric\nstem: What are `[=*]` and [=n +]?\nanswer: 9\nexplanation: b\n"
    assert problems(plain) == []
    (told,) = problems(plain.replace("[=n +]", "[=n + 1]"))
    assert told.endswith('"parameters" is missing; add `parameters:` with values for n, or use numbers alone')


def test_a_value_in_a_type_without_variants_is_told() -> None:
    texts = "stem: Is [=n] below [=2 * n:.1f]?\nanswer: true\nexplanation: Of `[=, &n]`, \\[=n] and [=a.b]."
    assert problems(f"id: a\ntype: true-false\n{texts}\n") == [
        f"quiz.yml:4:{column}: a: {value} stands for no value, since no question of this type has variants; "
        "write the value itself, or `\\[=` for the signs themselves"
        for column, value in ((14, "[=n]"), (25, "[=2 * n:.1f]"))
    ]


def test_two_variants_where_more_are_asked_for_are_told_in_the_plural() -> None:
    question = "id: a\ntype: numeric\nstem: What is twice [=n]?\nanswer: 2 * n\nexplanation: It is."
    assert problems(f"{question}\nparameters: {{n: [3, 5]}}\nvariants: 3\n") == [
        "quiz.yml:8:15: a: there are 2 different variants, 3 are asked for; "
        "write `variants: 2`, or widen the parameters, or loosen `where`"
    ]


def test_the_work_for_one_question_is_limited() -> None:
    met: list[int] = []

    def never(n: int) -> bool:
        met.append(n)
        return False

    conditions = "".join("  - n >= 0\n" for _ in range(99)) + "  - never(n)\n"
    question = ROWS.replace("step: 8", "step: 0.1").replace("[3, 5, 7]", "[3, 5, 7, 9, 11, 13, 15, 17, 19]")
    (told,) = problems(f"{question}where:\n{conditions}", {"never": never})
    assert "there is no variant, two are the least" in told
    assert 900 < len(met) < 1100  # of 5,000 combinations, as each costs a hundred formulas


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A module of functions on Python's path, as a site brings it."""
    folder = tmp_path / "path"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    file = folder / "lesson_functions.py"
    file.write_text("__all__ = ['left']\n\ndef left(n, k):\n    return n - k + 1\n")
    yield file
    sys.modules.pop("lesson_functions", None)


SITE = """
site_name: Test
theme: {name: mkdocs}
plugins:
  - selfcheck: {functions: [lesson_functions]}
"""
FILES = {"mkdocs.yml": SITE, "docs/index.md": "# T\n\n```quiz\na\n```\n"}


def test_the_option_functions_reaches_the_build_and_the_command(tmp_path: Path, module: Path) -> None:
    root = draw(
        tmp_path, {**FILES, "quizzes/a.yml": quiz_of(ROWS.replace("answer: n - k + 1", "answer: left(n, k)"))}
    )
    assert build(root, strict=True).exit_code == 0
    assert "data-variants" in (root / "site" / "index.html").read_text("utf-8")
    done = CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])
    assert (done.exit_code, done.output) == (0, f"1 question in 1 file: no problems\n{UNCHECKED}")


def test_variants_from_the_cache_are_checked_against_changed_functions(tmp_path: Path, module: Path) -> None:
    root = draw(
        tmp_path, {**FILES, "quizzes/a.yml": quiz_of(ROWS.replace("answer: n - k + 1", "answer: left(n, k)"))}
    )
    site = Site(root, functions=("lesson_functions",))
    before = site.bank().entries["rows"].item.key
    assert list((root / ".cache/selfcheck").glob("*.lines"))
    again = Site(root, functions=("lesson_functions",)).bank()
    assert again.entries["rows"].item.key == before
    sys.modules.pop("lesson_functions")
    module.write_text("__all__ = ['left']\n\ndef left(n, k):\n    return n - k\n# changed\n")
    (problem, *_) = Site(root, functions=("lesson_functions",)).bank().problems
    assert "the mistake gives" in problem.message


def test_a_missing_module_stops_the_build_with_a_hint(tmp_path: Path) -> None:
    root = draw(tmp_path, {"mkdocs.yml": SITE.replace("lesson_functions", "nowhere.at_all")})
    said = 'the option `functions`: there is no module "nowhere.at_all"; install it, or add its folder'
    assert said in build(root).said
    done = CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])
    assert done.exit_code == 2
    assert said in done.output
    with pytest.raises(SettingError, match="nowhere"):
        Site(root, functions=("nowhere.at_all",))


def test_the_search_index_has_the_stem_of_the_first_variant_only(tmp_path: Path) -> None:
    root = draw(tmp_path, {"quizzes/a.yml": quiz_of(ROWS)})
    html = Markdown(extensions=[SelfCheckExtension(Site(root))]).convert("```quiz\na\n```")
    words = re.sub(r"<[^<>]*>", "", stems_only(html))
    assert " ".join(words.split()) == "A map of 48 rows meets a kernel of 5. How many are left?"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("![a map of [=n] rows](map.svg)", "[=n]"),
        ("see [here](page-[=n].md)", "[=n]"),
        ("in math $x^[=n]$", "[=n]"),
        ("in math $2[=n]$", "[=n]"),
    ],
)
def test_a_value_that_cannot_be_replaced_is_a_problem(tmp_path: Path, text: str, place: str) -> None:
    question = ROWS.replace("stem: A map of [=n] rows", f"stem: |\n  {text}\n\n  A map of rows")
    question = question.replace('"One more than [=n - k]."', "One more.")
    root = draw(tmp_path, {"quizzes/a.yml": quiz_of(question)})
    with pytest.raises(Exception, match="found 1 problem") as caught:
        Markdown(extensions=["l2m4m:LaTeX2MathMLExtension", SelfCheckExtension(Site(root))]).convert(
            "```quiz\na\n```"
        )
    assert f"quizzes/a.yml:2:9: rows: nothing can change where {place} stands" in str(caught.value)


def test_a_name_with_a_dot_is_left_to_other_plugins(tmp_path: Path) -> None:
    question = ROWS.replace(
        "How many", r"[=vgg.side] and [=vgg.grid[0]:.0f] and \[=n] are as they were. How many"
    )
    root = draw(tmp_path, {"quizzes/a.yml": quiz_of(question)})
    html = Markdown(extensions=[SelfCheckExtension(Site(root))]).convert("```quiz\na\n```")
    assert "[=vgg.side] and [=vgg.grid[0]:.0f] and [=n] are as they were" in html


@pytest.mark.parametrize(
    ("value", "spec", "expected"),
    [
        (7, "", "7"),
        (-7.0, "", "−7"),
        (0.1 + 0.2, "", "0.3"),
        (1e-05, "", "0.00001"),
        (1234567, "", "1234567"),
        (123456789012345, "", "123456789012345"),
        (-1234567890123.0, "", "−1234567890123"),
        (3 * 1234567890123.4 - 0.2, "", "3703703670370"),
        (1e308, ".95f", f"{int(1e308)}.{'0' * 95}"),
        (-1e306, ".97%", f"−{int(1e306 * 100)}.{'0' * 97}\u00a0%"),
        (0.125, ".2f", "0.13"),
        (-0.001, ".2f", "0.00"),
        (0.125, ".0%", "13\u00a0%"),
        (1234567, ",", "1,234,567"),
        (1234.5, ",.1f", "1,234.5"),
        (1500, ".1e", "1.5e+03"),
        (1.25, ".1e", "1.3e+00"),
        (-8.85, ".1e", "−8.9e+00"),
        (2.5, ".1g", "3"),
        (12.5, ".2g", "13"),
        (0.125, ".2g", "0.13"),
        (25, ".0g", "3e+01"),
        (0, ".3g", "0"),
        (1.75e308, ".1e", "1.8e+308"),
        (1.75e308, ".1g", "2e+308"),
        ("U-Net", "", "U-Net"),
    ],
)
def test_values_are_formatted_for_readers(value: float | str, spec: str, expected: str) -> None:
    assert format_value(value, spec) == expected


@pytest.mark.parametrize(
    ("value", "spec", "said"),
    [
        (1 / 3, "", "0.333333333333 has more than 6 digits"),
        (1234567890123.5, "", "1234567890123.5 has more than 6 digits"),
        (123456789012.4, "", "123456789012.4 has more than 6 digits"),
        (1e12 + 0.5, "", "1000000000000.5 has more than 6 digits"),
        (1e308, ".1%", "1e+308 has too many digits to show"),
        (1e15, "", "1e+15 has too many digits to show"),
        (True, "", "true is no number to show"),
        (1.5, "d", '1.5 is not whole, as ":d" asks'),
        (1, ".2x", '":.2x" is no format'),
        ("U-Net", ".2f", 'a text takes no format, as ":.2f"'),
    ],
)
def test_a_value_that_cannot_be_formatted_is_an_error(value: float | str, spec: str, said: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        format_value(value, spec)
    assert caught.value.complaint.message == said


def test_the_guide_to_variants_is_true() -> None:
    page = GUIDE.read_text("utf-8")
    example = page[page.index("- id:") : page.index("```\n\n## Parameters")]
    question = "\n".join(line[2:] for line in example.splitlines())
    assert len(item(question + "\n").variations) == 12
    mistaken = question.replace("value: (n - k) // s + 1", "value: n + 2 * p - k + 1")
    (told,) = re.findall(r"`(with n=.*right)`", page)
    assert re.search(re.sub(r"\d+", r"\\d+", told.replace("right", "")), problems(f"{mistaken}\n")[0])
    assert Variant({"n": 32, "k": 3, "s": 1, "p": 1}, {}).value("n + 2 * p - k + 1") == 32
    seven = Variant({"n": 7, "k": 3}, {})
    for written, shown in re.findall(r"^\| `(\[=n[^|]*?\])` \| (\S.*?) \|$", page, re.M):
        assert seven.text(written).replace("\u00a0", " ") == shown
    rows = re.findall(r"^\| `(.*\[=n\|.*)` \| ([^|]*) \| ([^|]*) \|$", page, re.M)
    assert len(rows) == 3
    for written, one, two in rows:
        assert [Variant({"n": n}, {}).text(written) for n in (1, 2)] == [one, two]

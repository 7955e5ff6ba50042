"""Formulas: their values, their errors, and that Python never evaluates them."""

from __future__ import annotations

import math
import random
import re
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from selfcheck.expressions import (
    ExpressionError,
    FunctionsUnusable,
    Value,
    load_functions,
    read_expression,
    round_half_up,
)


def value(written: str, **names: Value) -> Value:
    return read_expression(written).value(names, {})


def refusal(written: str, **names: Value) -> str:
    with pytest.raises(ExpressionError) as caught:
        value(written, **names)
    return str(caught.value)


def complaints(written: str, *names: str, **functions: Any) -> list[str]:
    return [str(each) for each in read_expression(written).complaints(names, functions)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("floor((224 + 2 * 3 - 7) / 2) + 1", 112),
        ("(h + 2 * p - (d * (k - 1) + 1)) // s + 1", 60),
        ("2 * 30 / (40 + 50)", 2 / 3),
        ("-7 // 2", -4),
        ("-7 % 3", 2),
        ("2 ** 10", 1024),
        ("2 ** -1", 0.5),
        ("1 ** 300", 1),
        ("(-1) ** 301", -1),
        ("2 ** 200", 2**200),
        ("-2 ** 2", -4),
        ("8 / 4", 2),
        ("1e3 / 8", 125.0),
        ("ceil(7 / 2) + floor(7 / 2) + abs(-1)", 8),
        ("min(3, 1, 2) + max(3, 1, 2)", 4),
        ("sqrt(49)", 7),
        ("sqrt(0)", 0),
        ("log(8, 2)", 3),
        ("log(1)", 0.0),
        ("round(2.675, 2)", 2.68),
        ("round(-2.5)", -3),
        ("round(2.5, 15)", 2.5),
        ("round(2.5, -15)", 0),
        ("k < h and not s > k", True),
        ("1 < s <= 2 < k", True),
        ("k == 3 or h / 0 == 1", True),
        ("net == 'unet'", True),
        ("net != 'unet' or k == net", False),
        ("two == 'A  B' and two != 'A B'", True),
        ("two != 'A × B'", True),
        ("  k\n  + 1  ", 4),
    ],
)
def test_formulas_are_evaluated(written: str, expected: Value) -> None:
    found = value(written, h=64, k=3, p=0, d=2, s=2, net="unet", two="A  B") if "p" not in written else None
    found = value(written, h=64, k=3, p=0, d=2, s=1, net="unet", two="A  B") if found is None else found
    assert found == expected
    assert type(found) is type(expected)


def random_formula(source: random.Random, signs: list[str], depth: int = 0) -> str:
    if depth > 4 or source.random() < 0.25:
        return source.choice([str(source.randint(0, 20)), "a", "b", "c"])
    left, right = (random_formula(source, signs, depth + 1) for _ in range(2))
    if source.random() < 0.25:
        return source.choice([f"min({left}, {right})", f"max({left}, {right})", f"abs({left})", f"-{left}"])
    return f"({left} {source.choice(signs)} {right})"


@pytest.mark.parametrize("signs", [["+", "-", "*", "//", "%"], ["+", "-", "*", "/"]])
def test_thousands_of_random_formulas_agree_with_exact_fractions(signs: list[str]) -> None:
    source = random.Random(4)
    agreed = 0
    for _ in range(3000):
        written = random_formula(source, signs)
        names = {name: source.randint(-9, 9) for name in "abc"}
        exact = re.sub(r"\d+", r"F(\g<0>)", written)  # the division of two literals, too
        known = {"F": Fraction, "min": min, "max": max, "abs": abs}
        try:
            expected = eval(exact, known, {name: Fraction(number) for name, number in names.items()})
        except ZeroDivisionError:
            with pytest.raises(ExpressionError, match=r"divides by zero|too large"):
                value(written, **names)
            continue
        found = value(written, **names)
        assert isinstance(found, int | float)
        assert math.isclose(found, expected, rel_tol=1e-9, abs_tol=1e-9), written
        agreed += 1
    assert agreed > 1000


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "the formula is empty; write one, as in (h - k) // s + 1"),
        ("h - * k", "the formula cannot be read from character 5 on; write it as in (h - k) // s + 1"),
        ("=h + 1", "the formula cannot be read from character 1 on; write it as in (h - k) // s + 1"),
        ("[=h]", "the formula cannot be read from character 2 on; write it as in (h - k) // s + 1"),
        ("h × 2", '"×" at character 3 is no sign of formulas; write *'),
        ("h·2", '"·" at character 2 is no sign of formulas; write *'),
        (" h – 1", '"–" at character 4 is no sign of formulas; write -'),
        ("h² + 1", '"²" at character 2 is no sign of formulas; write **2'),
        ("h ≥ 2 && h ≤ 3", '"≥" at character 3 is no sign of formulas; write >='),
        ("h > 2 && h < 3", '"&&" at character 7 is no sign of formulas; write and'),
        ("h => 2", '"=>" at character 3 is no sign of formulas; write >='),
        ("h * 1,5", '"1,5" is no number in a formula; write 1.5'),
        ("  0,25", '"0,25" is no number in a formula; write 0.25'),
        ("h * 10,000", '"10,000" is no number in a formula; write 10.000, or 10000 if thousands are meant'),
        ("h1,5", "the formula has something it may not have at character 1; numbers, names"),
        ("ä, 2", "the formula has something it may not have at character 1; numbers, names"),
        ("h = 3", "the formula cannot be read from character 3 on; write == to compare"),
        (" \n h  = 3", "the formula cannot be read from character 7 on; write == to compare"),
        ("1  +\r\n2 ^ 3", "the formula has something it may not have at character 1; write ** for a power"),
        ("  [1][0]", "the formula has something it may not have at character 3; a formula knows no lists"),
        ("2 ^ 3", "the formula has something it may not have at character 1; write ** for a power"),
        ("3 + __import__('os').system('true')", "a function's name alone, without a dot"),
        (
            "(1).__class__",
            "the formula has something it may not have at character 1; write a function's name",
        ),
        ("[1, 2][0]", "a formula knows no lists"),
        ("lambda: 1", "are allowed"),
        ("f'{1}'", "are allowed"),
        ("{**{}}", "are allowed"),
        ("(yield)", "are allowed"),
        ("x := 3", "cannot be read"),
        ("max(*[1, 2])", "a star at character 1; write the arguments out"),
        ("1 if 2 > 1 else 3", "use min, max or abs"),
        ("None", "are allowed"),
        ("3j", "are allowed"),
        ("1e999", "the number at character 1 is too large; make the numbers smaller"),
        ("9" * 200, "the number at character 1 is too large"),
        ("2 * 1E-400", "the number at character 5 is too small; write 0, or a number above 1e-308"),
        (
            "1 +" * 300 + "1",
            "the formula has 901 characters, at most 500; give a part a parameter of its own",
        ),
        ("-" * 300 + "1", "the formula is nested too deep; give a part a parameter of its own"),
        ("(" * 240 + "1" + ")" * 240, "the formula cannot be read"),
        ("1\0", "the formula cannot be read"),
        ("9 ** 9 ** 9", "is too large; make the numbers smaller"),
        ("2 ** 256", "is too large"),
        ("9.0 ** 999", "is too large"),
        ("1e300 * 1e300", "1e+300 * 1e+300 is too large"),
        ("1 / 0", "1 / 0 divides by zero; rule that out by `where`"),
        ("0 ** -1", "divides by zero"),
        ("(-8) ** 0.5", "-8 ** 0.5 is not a real number"),
        ("sqrt(-1)", "sqrt(-1) has no value: "),
        ("log(0)", "log(0) has no value: "),
        ("round(1, 16)", "round to 15 digits at most"),
        ("round(1, -16)", "round to 15 digits at most"),
        ("min()", "min() has no value: "),
        ("floor('a')", "floor('a') has no value; give it numbers"),
        ("'a' * 99", "'a' * 99 cannot be computed; texts and truths can only be compared"),
        ("(1 < 2) + 1", "True + 1 cannot be computed"),
        ("1 and 2 > 1", "1 is neither true nor false; compare it with something"),
        ("'a' < 1", "'a' < 1 compares unlike things; compare two numbers"),
    ],
)
def test_what_formulas_may_not_do_is_reported_with_its_position(written: str, said: str) -> None:
    assert said in refusal(written)


SCRAPS = [
    *re.findall(r"\S+", r"a b 1 2.5 1e9 ( ) + - * ** // % < == max( floor( log( 'x' = [ . : { \ π ~ ,"),
    *("and ", "not ", "lambda ", "\0", "\ud800", "\n"),
]


def test_any_text_is_a_formula_or_a_problem_with_a_cure() -> None:
    source = random.Random(9)
    values, problems = 0, set()
    for _ in range(12000):
        written = "".join(source.choice(SCRAPS) for _ in range(source.randint(1, 9)))
        try:
            expression = read_expression(written)
            if not list(expression.complaints("ab", {})):
                expression.value({"a": 3, "b": -0.5}, {})
                values += 1
        except ExpressionError as error:
            problems.add((error.complaint.message[:24], error.complaint.hint))
    assert values > 200
    assert len(problems) > 10
    assert all(message and hint for message, hint in problems)


def test_all_unknown_names_of_a_formula_are_reported() -> None:
    assert complaints("flor(hight / 2) + k + ä", "height", "k") == [
        'unknown name "hight" at character 6; did you mean "height"?',
        'unknown name "ä" at character 23; valid: height, k',
        'unknown function "flor" at character 1; did you mean "floor"?',
    ]
    assert complaints(" a  +   bb", "a", "b") == ['unknown name "bb" at character 9; did you mean "b"?']


def test_a_function_of_the_site_is_called_and_its_error_is_reported() -> None:
    def field(*rates: int, kernel: int) -> int:
        if kernel % 2 == 0:
            raise ValueError("an even kernel has no middle")
        return 1 + sum(rate * (kernel - 1) for rate in rates)

    functions = {"field": field}
    assert complaints("field(1, 2, kernel=3)", field=field) == []
    assert read_expression("field(1, 2, kernel=3)").value({}, functions) == 7
    with pytest.raises(ExpressionError, match=r"field\(1, kernel=2\) has no value: an even kernel"):
        read_expression("field(1, kernel=2)").value({}, functions)
    with pytest.raises(ExpressionError, match=r"field\(\) has no value: .*kernel"):
        read_expression("field()").value({}, functions)
    with pytest.raises(ExpressionError, match="gives no number"):
        read_expression("other()").value({}, {"other": lambda: [1]})
    with pytest.raises(ExpressionError, match=r"other\(\) has no value: "):
        read_expression("other()").value({}, {"other": lambda: Fraction(10**400)})
    with pytest.raises(ExpressionError, match=r"other\(\) has no value; change its arguments"):
        read_expression("other()").value({}, {"other": lambda: math.nan})
    with pytest.raises(ExpressionError, match=r"other\(\) is too large"):
        read_expression("other()").value({}, {"other": lambda: math.inf})


@pytest.mark.parametrize(
    ("number", "expected"),
    [(np.float64(2.5), 2.5), (np.float32(0.5), 0.5), (np.int64(3), 3), (np.str_("a"), "a")],
)
def test_a_function_of_the_site_may_return_a_number_of_numpy(number: Any, expected: Value) -> None:
    found = read_expression("other()").value({}, {"other": lambda: number})
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [
        (0.5, 0, 1),
        (1.5, 0, 2),
        (-0.5, 0, -1),
        (2.675, 2, 2.68),
        (1234, -2, 1200),
        (1e22, 1, 1e22),
        (7, 3, 7.0),
    ],
)
def test_halves_go_away_from_zero(number: float, digits: int, expected: float) -> None:
    assert round_half_up(number, digits) == expected


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path for modules of a site."""
    monkeypatch.syspath_prepend(str(tmp_path))
    before = set(sys.modules)
    yield tmp_path
    for name in set(sys.modules) - before:
        del sys.modules[name]


def test_a_module_provides_the_functions_that_it_lists(house: Path) -> None:
    (house / "listed.py").write_text("__all__ = ['double']\ndef double(x): return 2 * x\ndef hidden(): 0\n")
    (house / "mapped.py").write_text("functions = {'half': lambda x: x / 2}\n")
    functions = load_functions(["listed", "mapped"])
    assert sorted(functions) == ["double", "half"]
    assert read_expression("double(half(8))").value({}, functions) == 8


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("x = 1", "odd offers nothing; list its functions in `__all__`"),
        ("__all__ = ['x']\nx = 1", "odd: 'x' is no plain function; list functions only"),
        ("__all__ = ['gone']", "odd: 'gone' is no plain function"),
        ("__all__ = ['K']\nclass K: pass", "odd: 'K' is no plain function"),
        ("__all__ = ['max']\ndef max(): 0", 'odd: "max" is there already; give it another name'),
        ("1 / 0", "odd cannot be imported: ZeroDivisionError: division by zero"),
        ("__all__ = 3", "odd offers nothing; list its functions in `__all__`"),
        ("__all__ = 'f'\ndef f(): return 1", "odd offers nothing; list its functions in `__all__`"),
        ("import sys\nsys.exit()", "odd cannot be imported: SystemExit"),
        ("import not_there_at_all", "odd cannot be imported: No module named 'not_there_at_all'"),
    ],
)
def test_a_module_without_usable_functions_is_an_error(house: Path, source: str, said: str) -> None:
    (house / "odd.py").write_text(source)
    with pytest.raises(FunctionsUnusable) as caught:
        load_functions(["odd"])
    assert said in str(caught.value)


def test_a_module_that_is_not_on_the_path_is_an_error_with_a_hint() -> None:
    with pytest.raises(FunctionsUnusable) as caught:
        load_functions(["nowhere.formulas"])
    assert str(caught.value) == (
        'there is no module "nowhere.formulas"; install it, or add its folder to PYTHONPATH'
    )


@pytest.mark.parametrize("written", ["./formulas", ".formulas", "my formulas", ""])
def test_what_no_import_could_name_is_no_module(written: str) -> None:
    with pytest.raises(FunctionsUnusable, match="is no name of a module; write it as an import has it"):
        load_functions([written])


def test_the_name_of_a_file_is_told_with_that_of_its_module() -> None:
    with pytest.raises(FunctionsUnusable, match=r'there is no module "nowhere\.py"; did you mean "nowhere"'):
        load_functions(["nowhere.py"])


def test_a_function_that_ends_python_is_told_as_any_that_fails() -> None:
    with pytest.raises(ExpressionError, match=r"leave\(1\) has no value: SystemExit; change its arguments"):
        read_expression("leave(1)").value({}, {"leave": lambda _: sys.exit()})


def test_two_modules_may_not_offer_the_same_name(house: Path) -> None:
    for name in ("one", "two"):
        (house / f"{name}.py").write_text("__all__ = ['f']\ndef f(): return 1\n")
    with pytest.raises(FunctionsUnusable, match='two: "f" comes from one too; rename one of them'):
        load_functions(["one", "two"])

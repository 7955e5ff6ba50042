"""A mistake keeps one shape from whoever finds it to the line that an author reads."""

from __future__ import annotations

import ast
import pkgutil
from importlib import import_module

import selfcheck
from selfcheck.complaint import Complaint
from selfcheck.errors import SelfCheckError, in_order
from selfcheck.problems import Problem
from selfcheck.source import read

TEXT = "questions:\n  - id: a\n    stem: |\n      One.\n\n        Two.\n"


def told(complaint: Complaint) -> str:
    return str(Problem.of(complaint, "quizzes/a.yml", read(TEXT).position(complaint), "a"))


def test_a_complaint_is_told_where_its_value_stands() -> None:
    complaint = Complaint(("id",), "it is short", "write more").within(("questions", 0))
    assert told(complaint) == "quizzes/a.yml:2:9: a: it is short; write more"


def test_a_complaint_about_a_name_is_told_where_the_name_stands() -> None:
    complaint = Complaint(("questions", 0, "stem"), "it is odd", "rename it", is_about_name=True)
    assert told(complaint) == "quizzes/a.yml:3:5: a: it is odd; rename it"


def test_a_complaint_about_a_line_is_told_at_that_line_of_the_text() -> None:
    complaint = Complaint((), "it is indented", "do not", line_in_text=2).within(("questions", 0, "stem"))
    assert told(complaint) == "quizzes/a.yml:6:9: a: it is indented; do not"


def test_a_complaint_about_a_sign_of_the_file_is_told_there() -> None:
    (complaint,) = read("a: !b c\n").complaints
    assert read("a: !b c\n").position(complaint) == (1, 4)


def test_problems_at_one_place_come_in_the_same_order_every_time() -> None:
    """Two questions may share a field by an anchor and an alias."""
    twins = [Problem("quizzes/a.yml", 3, 5, name, "it is odd", "mend it") for name in ("b", "a", "d", "c")]
    for listed in (twins, twins[::-1]):
        assert [each.item for each in sorted(listed, key=in_order)] == ["a", "b", "c", "d"]


def test_every_exception_of_the_package_has_one_base() -> None:
    modules = {each.name for each in pkgutil.walk_packages(selfcheck.__path__, "selfcheck.")}
    for module in map(import_module, sorted(modules)):
        assert module.__file__ is not None
        with open(module.__file__, encoding="utf-8") as file:
            defined = [each.name for each in ast.parse(file.read()).body if isinstance(each, ast.ClassDef)]
        for name in defined:
            value = getattr(module, name)
            assert not issubclass(value, Exception) or issubclass(value, SelfCheckError), value

"""The map of the house against the disk."""

from pathlib import Path

from tools.house import MAP, PARTS, house_map
from tools.python_environment import ROOT


def test_the_map_of_the_house_is_the_disk() -> None:
    assert MAP.read_text("utf-8") == house_map(), "run `make map`"


def test_every_package_under_plugins_is_on_the_map() -> None:
    packages = {f"plugins/{file.parent.name}" for file in Path(ROOT, "plugins").glob("*/__init__.py")}
    assert packages <= PARTS.keys()


def test_the_map_names_scripts_styles_templates_and_words() -> None:
    text = house_map()
    for name in (
        "frame/behaviour/question.js",
        "frame/style/verdict.css",
        "frame/words/LANGUAGE.yml",
        "item/contract.d.ts",
        "item/template.html",
        "question_types/ordering/behaviour.js",
        "typed/typed.js",
    ):
        assert f"| `{name}` | " in text, name


def test_every_script_begins_with_a_line_that_says_what_stands_there() -> None:
    text = house_map()
    for file in (ROOT / "plugins" / "selfcheck").rglob("*.js"):
        assert f"| `{file.relative_to(ROOT / 'plugins' / 'selfcheck').as_posix()}` | " in text, file


def test_every_module_begins_with_a_line_that_says_what_stands_there() -> None:
    text = house_map()
    for file in (ROOT / "plugins").rglob("*.py"):
        package = file.relative_to(ROOT / "plugins").parts[0]
        name = file.relative_to(ROOT / "plugins" / package).as_posix()
        assert f"| `{name}` | " in text, f"{file} has no docstring"

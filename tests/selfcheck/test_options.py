"""An option is stated once, and means the same under the plugin, under the extension and to the command."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from markdown import Markdown

from selfcheck.configuration import site_of
from selfcheck.errors import ProblemsFound
from selfcheck.extension import SelfCheckExtension
from selfcheck.options import ExtensionOptions, Options, options_of
from selfcheck.pages.path import path_from
from selfcheck.plugin import SelfCheckPlugin
from selfcheck.site import Site
from selfcheck.table import Table
from tests.selfcheck.sites import build_apart, draw, environment

GIVEN = {
    "quizzes": "[questions, more]",
    "require": "[hints, section]",
    "language": "de",
    "storage": "lessons",
    "cache": '""',
    "confidence": "true",
    "course": "true",
    "types": "[]",
    "functions": "[colorsys]",
    "exports": "[summary]",
    "words": "{check: Prüfen, numeric: {empty: Erst eine Zahl}}",
}


def configured(folder: Path, kind: str, /, **options: str) -> Site:
    """The site as the command finds it, with options under `plugins` or `markdown_extensions`."""
    lines = "".join(f"\n      {name}: {value}" for name, value in options.items())
    draw(folder, {"mkdocs.yml": f"site_name: A\ndocs_dir: pages\n{kind}:\n  - selfcheck:{lines}\n"})
    return site_of(folder / "mkdocs.yml")


def test_the_plugin_takes_every_option_of_a_site() -> None:
    assert [name for name, _ in SelfCheckPlugin.config_scheme] == [each.name for each in fields(Options)]


def test_the_extension_takes_those_and_what_mkdocs_would_know() -> None:
    assert list(SelfCheckExtension().config) == [each.name for each in fields(ExtensionOptions)]


@pytest.mark.parametrize("kind", ["plugins", "markdown_extensions"])
def test_the_command_reads_every_option_that_is_given(tmp_path: Path, kind: str) -> None:
    given = dict(GIVEN)
    if kind == "markdown_extensions":
        del given["course"]  # which the extension refuses
    site = configured(tmp_path, kind, **given)
    assert site == Site(
        tmp_path.resolve(),
        quizzes=("questions", "more"),
        require=("hints", "section"),
        language="de",
        storage="lessons",
        cache="",
        confidence=True,
        course=kind == "plugins",
        functions=("colorsys",),
        exports=("summary",),
        words=Table((("check", "Prüfen"), ("numeric", Table((("empty", "Erst eine Zahl"),))))),
        docs="pages",
        # MkDocs' themes are English where they name no language; of other hosts' nothing is known.
        page_language="en" if kind == "plugins" else "",
    )


def test_the_extension_reads_them_alike(tmp_path: Path) -> None:
    given: dict[str, Any] = {
        "root": str(tmp_path),
        "docs": "pages",
        "quizzes": ["questions"],
        "confidence": "true",
    }
    assert SelfCheckExtension(**given).site == configured(
        tmp_path, "markdown_extensions", quizzes="[questions]", confidence="true"
    )


@pytest.mark.parametrize("option", [each.name for each in options_of(ExtensionOptions)])
def test_an_option_with_nothing_behind_it_has_its_default(tmp_path: Path, option: str) -> None:
    site = configured(tmp_path, "markdown_extensions", **{option: ""})
    assert site == Site(tmp_path.resolve(), docs="pages")


def test_a_build_that_shows_no_question_loads_neither_models_nor_templates(tmp_path: Path) -> None:
    unwanted = {"pydantic", "selfcheck.item", "selfcheck.equipment", "selfcheck.block.rendering"}
    code = (
        "import sys\nfrom mkdocs.__main__ import cli\n"
        "cli(['build', '--quiet'], standalone_mode=False)\n"
        f"print('selfcheck.build' in sys.modules, sorted({unwanted!r} & set(sys.modules)))"
    )
    root = draw(tmp_path, {"quizzes/readme.md": ""})
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "True []"


def test_questions_are_read_before_the_first_page_is_converted(tmp_path: Path) -> None:
    told = "print('selfcheck.model.item' in sys.modules)"
    hook = f"import sys\n\ndef on_page_markdown(markdown, **_):\n    {told}\n"
    settings = "site_name: T\ntheme: {name: mkdocs}\nplugins: [selfcheck]\nhooks: [hook.py]\n"
    draw(tmp_path, {"mkdocs.yml": settings, "hook.py": hook, "quizzes/deep/strides.yml": "questions: []\n"})
    assert "True" in build_apart(tmp_path).said


def test_one_name_is_a_list_of_one(tmp_path: Path) -> None:
    assert configured(tmp_path, "plugins", quizzes="questions").quizzes == ("questions",)
    assert SelfCheckExtension(root=str(tmp_path), quizzes="questions").site.quizzes == ("questions",)


def told(folder: Path, files: dict[str, str], named: str) -> str:
    """What the command says of a configuration, without its heading and without the folder of the file."""
    draw(folder, files)
    with pytest.raises(ProblemsFound) as found:
        site_of(folder / named)
    lines = str(found.value).splitlines()[1:]
    return "\n".join(line.removeprefix(path_from(Path.cwd(), folder)) for line in lines)


@pytest.mark.parametrize(
    ("value", "said"), [("3", '"3"; put quotes round it'), ("[a]", "a list; write a text there")]
)
def test_a_root_that_is_no_path_is_told(tmp_path: Path, value: str, said: str) -> None:
    text = f"markdown_extensions: [selfcheck: {{root: {value}}}]\n"
    expected = f"/mkdocs.yml:1:35: the option `root` is read as {said}"
    assert told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml").strip() == expected


@pytest.mark.parametrize("value", ["!ENV RELEASE", "!ENV [RELEASE, none]", "!ENV [NO_RELEASE, RELEASE, 1.0]"])
def test_a_variable_that_gives_no_text_is_told_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("RELEASE", "1.0")
    text = f"plugins: [selfcheck: {{storage: {value}}}]\n"
    cure = "give RELEASE a value that YAML reads as a text, as v1.0"
    said = told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml").strip()
    assert said == f'/mkdocs.yml:1:23: the option `storage` is read as "1.0"; {cure}'
    monkeypatch.setenv("RELEASE", "v1.0")
    assert site_of(tmp_path / "mkdocs.yml").storage == "v1.0"


def test_what_stands_for_a_variable_that_is_not_set_is_put_in_quotes(tmp_path: Path) -> None:
    text = "plugins: [selfcheck: {storage: !ENV [NO_RELEASE, 1.0]}]\n"
    said = told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml").strip()
    assert said == '/mkdocs.yml:1:23: the option `storage` is read as "1.0"; put quotes round it'
    (tmp_path / "mkdocs.yml").write_text(text.replace("1.0", '"1.0"'), "utf-8")
    assert site_of(tmp_path / "mkdocs.yml").storage == "1.0"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"require": ["foo"]}, 'the option `require` knows no "foo"'),
        ({"heading_level": 9}, "the option `heading_level` is 0 or from 2 to 6, not 9"),
        ({"quizzes": ["a", "a"]}, 'the option `quizzes` names "a" twice'),
        ({"root": 3}, 'the option `root` is read as "3"'),
    ],
)
def test_the_extension_alone_tells_of_every_wrong_option_under_one_heading(
    options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ProblemsFound, match=r"^selfcheck found ") as found:
        Markdown(extensions=[SelfCheckExtension(**options)])
    assert f"the options of selfcheck: {said}" in str(found.value)


WRONG = "{quizes: q, confidence: often, language: no, storage: [a], cache: .cache}"
SAID = """there is no option `quizes`; did you mean "quizzes"?
the option `confidence` is true or false, not "often"; write one of the two
the option `language` is read as false; put quotes round it
the option `storage` is read as a list; write a text there""".splitlines()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"plugins: [selfcheck: {WRONG}]\n", ["1:23", "1:34", "1:53", "1:67"]),
        (f"plugins:\n  selfcheck: {WRONG}\n", ["2:15", "2:26", "2:45", "2:59"]),
        (f"markdown_extensions:\n- selfcheck: {WRONG}\n", ["2:15", "2:26", "2:45", "2:59"]),
        (
            f"plugins:\n- group:\n    plugins:\n    - search\n    - selfcheck: {WRONG}\n",
            ["5:19", "5:30", "5:49", "5:63"],
        ),
    ],
)
def test_every_wrong_option_is_told_at_its_line(tmp_path: Path, text: str, places: list[str]) -> None:
    expected = [f"/mkdocs.yml:{place}: {said}" for place, said in zip(places, SAID, strict=True)]
    assert told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml").splitlines() == expected


def test_a_wrong_option_is_told_in_the_file_that_states_it(tmp_path: Path) -> None:
    files = {
        "site/mkdocs.yml": "INHERIT: ../base.yml\n",
        "base.yml": "plugins: {selfcheck: {requires: []}}\n",
    }
    assert told(tmp_path, files, "site/mkdocs.yml").endswith(
        '/base.yml:1:23: there is no option `requires`; did you mean "require"?'
    )


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[project.theme]\nquizes = "x"\n[project.markdown_extensions.selfcheck]\nquizes = ["q"]\n', "4:1"),
        ('[project.markdown_extensions]\nselfcheck = { quizes = ["q"] }\n', "2:15"),
    ],
)
def test_a_wrong_option_is_told_at_its_line_in_toml(tmp_path: Path, text: str, place: str) -> None:
    said = told(tmp_path, {"zensical.toml": text}, "zensical.toml")
    assert said == f'/zensical.toml:{place}: there is no option `quizes`; did you mean "quizzes"?'


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"zensical.toml": "[project.markdown_extensions]\nselfcheck = { course = true }\n"}, "2:15"),
        ({"mkdocs.yml": "markdown_extensions: [selfcheck: {course: 'on'}]\nplugins: [selfcheck]\n"}, "1:35"),
    ],
)
def test_a_course_that_the_extension_refuses_is_refused_by_the_command(
    files: dict[str, str], place: str, tmp_path: Path
) -> None:
    [name] = files
    course = "the option `course` needs a host that runs plugins, as MkDocs does; leave it out"
    assert told(tmp_path, files, name) == f"/{name}:{place}: {course}"


def test_the_plugin_has_no_option_of_the_extension(tmp_path: Path) -> None:
    said = told(tmp_path, {"mkdocs.yml": "plugins: [selfcheck: {root: x}]\n"}, "mkdocs.yml")
    assert "there is no option `root`; valid: cache, " in said


def test_what_a_value_of_an_option_cannot_be_is_told_at_its_line(tmp_path: Path) -> None:
    text = "plugins:\n  - selfcheck:\n      require: [explanatin]\n"
    assert told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml") == (
        '/mkdocs.yml:3:17: the option `require` knows no "explanatin"; did you mean "explanation"?'
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('quizzes: "a\\0b"', "3:7: the option `quizzes` has a control character; remove what stands for it"),
        ('cache: "a\\0b"', "3:7: the option `cache` has a control character"),
        ('words: {check: "a\\x02b"}', "3:15: the option `words.check` has a control character"),
        ("storage: 2024-01-01", '3:7: the option `storage` is read as "2024-01-01"; put quotes round it'),
        ("quizzes: [a, 3]", '3:20: the option `quizzes` is read as "3"; put quotes round it'),
        ("quizzes: ~/a", '3:7: the option `quizzes` names "~/a", and ~ stands for no folder here; write the'),
        ("types: [a, ~/b]", '3:18: the option `types` names "~/b", and ~ stands for no folder here'),
        (f"types: {'a' * 300}", "a: there is no such folder"),
    ],
)
def test_a_value_that_leads_nowhere_is_told_at_its_line(tmp_path: Path, written: str, said: str) -> None:
    text = f"plugins:\n  - selfcheck:\n      {written}\n"
    assert said in told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml")


def test_an_entry_that_a_variable_gives_is_told_with_its_cure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOLDER", "3")
    text = "plugins: [selfcheck: {quizzes: [a, !ENV FOLDER]}]\n"
    said = told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml")
    assert ':1:36: the option `quizzes` is read as "3"; give FOLDER a value that YAML reads as a text' in said


def test_a_root_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = "markdown_extensions:\n  - selfcheck: {root: nowhere}\n"
    said = told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml")
    assert ":2:17: the option `root` names" in said
    assert (
        'nowhere", and there is no such folder; write its path, as it is found from the configuration' in said
    )


def test_options_of_the_plugin_are_told_beside_those_of_the_extension(tmp_path: Path) -> None:
    text = "plugins:\n- selfcheck: {quizes: a}\nmarkdown_extensions:\n- selfcheck: {lint: often}\n"
    lines = told(tmp_path, {"mkdocs.yml": text}, "mkdocs.yml").splitlines()
    assert [line.partition("mkdocs.yml:")[2][:35] for line in lines] == [
        "2:15: there is no option `quizes`; ",
        "4:15: the option `lint` is true or ",
    ]


SEVERAL = """plugins:
- selfcheck:
    language: deutsch
    heading_level: 9
    require: [explanation, objektive, 3]
    words: {chek: a, de: {left: {one: a}}}
    types: nosuch
    functions: nosuch
    quizzes: ''
"""
ALL_OF_THEM = """3:5: the option `language` is a language tag, not "deutsch"
4:5: the option `heading_level` is 0 or from 2 to 6, not 9
5:28: the option `require` knows no "objektive"; did you mean "objective"?
5:39: the option `require` knows no "3"; valid: explanation, feedback, hints, objective, section
6:13: there is no word "chek"; did you mean "check"?
7:5: the option `types`: nosuch: there is no such folder
8:5: the option `functions`: there is no module "nosuch"
9:5: the option `quizzes` names no folder""".splitlines()


def test_no_wrong_option_hides_another(tmp_path: Path) -> None:
    lines = told(tmp_path, {"mkdocs.yml": SEVERAL}, "mkdocs.yml").replace(f"{tmp_path}/", "").splitlines()
    assert len(lines) == len(ALL_OF_THEM), lines
    for line, said in zip(lines, ALL_OF_THEM, strict=True):
        assert line.startswith(f"/mkdocs.yml:{said}")


MIXED = "plugins: [selfcheck: {quizes: q, lint: often, heading_level: 9, types: nosuch, words: {chek: a}}]\n"


def test_a_value_of_the_wrong_kind_hides_no_value_that_cannot_be(tmp_path: Path) -> None:
    expected = [
        'there is no option `quizes`; did you mean "quizzes"?',
        'the option `lint` is true or false, not "often"; write one of the two',
        "the option `heading_level` is 0 or from 2 to 6, not 9; leave it out to have it follow the page",
        "the option `types`: nosuch: there is no such folder; mend it, or leave it out",
    ]
    lines = told(tmp_path, {"mkdocs.yml": MIXED}, "mkdocs.yml").replace(f"{tmp_path}/", "").splitlines()
    assert [line.split(": ", 1)[1] for line in lines] == expected
    draw(tmp_path, {"mkdocs.yml": f"site_name: A\n{MIXED}"})
    said = build_apart(tmp_path).said.replace(f"{tmp_path}/", "")
    assert [each in said for each in expected] == [True] * len(expected)


@pytest.mark.parametrize("value", ["true", "[3]", "'true'"])
def test_what_no_quotes_would_mend_is_told_with_the_names_of_the_list(tmp_path: Path, value: str) -> None:
    said = told(tmp_path, {"mkdocs.yml": f"plugins: [selfcheck: {{require: {value}}}]\n"}, "mkdocs.yml")
    name = value.strip("'[]")
    assert f'the option `require` knows no "{name}"; valid: explanation, feedback' in said


def test_every_entry_of_a_list_is_told(tmp_path: Path) -> None:
    said = told(tmp_path, {"mkdocs.yml": "plugins: [selfcheck: {quizzes: [3, true, a]}]\n"}, "mkdocs.yml")
    assert [line.partition("is read as ")[2] for line in said.splitlines()] == [
        '"3"; put quotes round it',
        "true; put quotes round it",
    ]


def test_plain_markdown_is_told_of_a_wrong_option() -> None:
    with pytest.raises(ProblemsFound, match='there is no option `quizes`; did you mean "quizzes"'):
        Markdown(extensions=[SelfCheckExtension(quizes="questions")])


@pytest.mark.parametrize("group", [False, True])
def test_a_build_is_stopped_by_a_wrong_option(tmp_path: Path, group: bool) -> None:
    options = "{quizes: [q]}"
    plugins = (
        f"[group: {{enabled: true, plugins: [selfcheck: {options}]}}]" if group else f"[selfcheck: {options}]"
    )
    theme = "theme: {name: material, font: false}\n"
    draw(tmp_path, {"docs/index.md": "# A", "mkdocs.yml": f"site_name: A\n{theme}plugins: {plugins}\n"})
    build = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert build.returncode == 1
    assert re.search(r'mkdocs.yml:3:\d+: there is no option `quizes`; did you mean "quizzes"\?', build.stderr)
    assert "Traceback" not in build.stderr


def test_a_switched_off_plugin_has_no_unknown_option(tmp_path: Path) -> None:
    assert configured(tmp_path, "plugins", enabled="false").quizzes == ("quizzes",)

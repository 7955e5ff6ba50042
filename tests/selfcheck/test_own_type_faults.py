"""What is wrong with the folder of a site's own type is told, with the file to mend."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from selfcheck.cli import main
from selfcheck.configuration import site_of
from selfcheck.preview.page import Preview
from tests.selfcheck.own_type_site import CONFIGURED, change, own_type_site
from tests.selfcheck.sites import build


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a type of its own and one question of that type."""
    return own_type_site(tmp_path)


def _misspelt(kinds: Path) -> None:
    kinds.rename(kinds.with_name("other"))


def _empty(kinds: Path) -> None:
    shutil.rmtree(kinds / "estimate")


def _incomplete(kinds: Path) -> None:
    (kinds / "estimate/behaviour.js").unlink()


def _taken(kinds: Path) -> None:
    (kinds / "estimate").rename(kinds / "single_choice")
    model = kinds / "single_choice/model.py"
    model.write_text(model.read_text("utf-8").replace('"estimate"', '"single-choice"'), "utf-8")


def _misnamed(kinds: Path) -> None:
    (kinds / "estimate").rename(kinds / "guess")


def _unreadable(kinds: Path) -> None:
    _append(kinds, "if:\n")


def _ending_python(kinds: Path) -> None:
    _append(kinds, "raise SystemExit\n")


def _misspelt_with_signs(kinds: Path) -> None:
    (kinds / "estimate").rename(kinds / "Est!mate")


def _named_itself(kinds: Path) -> None:
    for file in [*(kinds / "estimate").iterdir()]:
        file.rename(kinds / file.name)
    (kinds / "estimate").rmdir()


def _append(kinds: Path, code: str) -> None:
    with (kinds / "estimate/model.py").open("a", encoding="utf-8") as model:
        model.write(code)


def _unimportable(kinds: Path) -> None:
    (kinds / "estimate/model.py").write_text("import nothing_of_this_name\n", "utf-8")


def _saying_what_no_file_has(kinds: Path) -> None:
    script = kinds / "estimate/behaviour.js"
    said = "{/* words */};\nconst words = {};\nString(words.unheard_of + words[`odd_${1}`]);\n"
    script.write_text(said + script.read_text("utf-8"), "utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("- a list", "en.yml:1:1: the words are no mapping; write each on its own line"),
        ("label: L\nunit: [per cent]", 'en.yml:2:7: "unit" is no text; write the words behind the name'),
        ("label: L\nlabel: M", 'en.yml:2:1: the field "label" is given twice; keep one'),
        ("label: a: b", "en.yml:1:9: a colon and a space stand inside a text; put quotes round the text"),
        ("label: L\nunit:", 'en.yml:2:6: "unit" says nothing; write the words behind the name, or ""'),
        ("{label: a, b}", 'en.yml:1:12: "b" has no value; inside {…} a comma ends a value'),
        ("unit: [p]\nlabel: !x L", 'en.yml:1:7: "unit" is no text'),
        ("unit: [p]\nlabel: !x L", 'en.yml:2:8: the tag "!x" is not known here'),
        (
            b"unit: u\nlabel: Gr\xf6\xdfe",
            "en.yml:2:10: the file is not UTF-8; save it with the encoding UTF-8",
        ),
    ],
)
def test_words_that_cannot_be_read_are_told_with_file_and_line(
    site: Path, words: str | bytes, told: str
) -> None:
    file = site / "kinds/estimate/words/en.yml"
    file.write_bytes(words if isinstance(words, bytes) else words.encode())
    outcome = build(site, strict=True)
    assert outcome.exit_code == 1
    assert f"{site.resolve()}/kinds/estimate/words/{told}" in outcome.said
    assert "Traceback" not in outcome.said


@pytest.mark.parametrize("name", ["unheard_of", "odd_"])
def test_a_word_that_a_script_says_and_no_file_has_is_told_with_the_script(site: Path, name: str) -> None:
    _saying_what_no_file_has(site / "kinds")
    outcome = build(site, strict=True)
    script = site.resolve() / "kinds/estimate/behaviour.js"
    assert f'{script}: no file of words has "{name}", which the script says' in outcome.said


@pytest.mark.parametrize(
    ("mistake", "told"),
    [
        (_misspelt, "there is no such folder"),
        (_empty, "it holds no folder with a model.py"),
        (_incomplete, "a type of question needs behaviour.js"),
        (_taken, 'the type "single-choice" is there already, in this package'),
        (_misnamed, 'it holds no Item whose field `type` is Literal["guess"]'),
        (_saying_what_no_file_has, 'no file of words has "unheard_of"'),
        (_unreadable, "estimate/model.py:32: SyntaxError"),
        (_ending_python, "estimate/model.py:32: SystemExit"),
        (_misspelt_with_signs, '"Est!mate" is no name of a type: letters, digits and single hyphens only'),
        (_named_itself, "this is a type itself; name the folder in which it stands"),
        (_unimportable, "estimate/model.py:1: ModuleNotFoundError: No module named 'nothing_of_this_name'"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_is_no_type_is_told_with_its_folder(site: Path, mistake: object, told: str) -> None:
    assert callable(mistake)
    mistake(site / "kinds")
    outcome = build(site, strict=True)
    assert outcome.exit_code == 1
    assert "the option `types`: " in outcome.said
    assert told in outcome.said
    assert "Traceback" not in outcome.said


def test_all_that_is_wrong_with_its_folders_and_modules_is_told_at_once(site: Path) -> None:
    shutil.copytree(site / "kinds/estimate", site / "kinds/numeric")
    _unreadable(site / "kinds")
    options = "{types: [kinds, nowhere, kinds], functions: [nowhere.formulas, formulas.py]}"
    (site / "mkdocs.yml").write_text(CONFIGURED.replace("{types: [kinds]}", options), "utf-8")
    outcome = build(site, strict=True)
    for told in (
        "nowhere: there is no such folder",
        "kinds: the folder is named twice; keep one of the two",
        "model.py:32: SyntaxError",
        'the type "numeric" is there already, in this package; rename the folder',
        'there is no module "nowhere.formulas"',
        'there is no module "formulas.py"; did you mean "formulas"?',
    ):
        assert told in outcome.said
    assert "selfcheck found 6 problems" in outcome.said


TEMPLATE, SCRIPT = "template.html", "behaviour.js"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "words/de.yml",
            "",
            "your_estimate: [x]\n",
            'words/de.yml:1:16: "your_estimate" is no text; write the',
        ),
        (
            "words/de.yml",
            "",
            "\ufeffyour_estimate: Schätzung\r\n# Rest\r\nyour_estmate: Schätzung\r\n",
            'words/de.yml:3:1: there is no word "your_estmate" in English; did you mean "your_estimate"?',
        ),
        (
            "words/fr.yml",
            "",
            "your_estimate: {one: a, other: b, by: n}\n'x y': {one: a, other: b, by: n}\n",
            'words/fr.yml:2:1: there is no word "x y" in English; valid: your_estimate',
        ),
        (
            "words/nl.yml",
            "",
            "your_estimate: Schatting\n",
            "words/nl.yml: the words of a file with this name are never said; words come in ar, de, en,",
        ),
        (
            "words/de-AT.yml",
            "",
            "your_estimate: Schätzung\n",
            "words/de-AT.yml: the words of a file with this name are never said; move them to de.yml",
        ),
        (
            "words/de.yaml",
            "",
            "your_estimate: Schätzung\n",
            "words/de.yaml: the words of a file with this name are never said; move them to de.yml",
        ),
        (
            TEMPLATE,
            "your_estimate",
            "your_estmate",
            'html:3: no file of words has "your_estmate", which the t',
        ),
        (
            "words/en.yml",
            "your_estimate",
            "other",
            'html:3: no file of words has "your_estimate", which the te',
        ),
        (TEMPLATE, "{{ check }}", "{% if %}", "template.html:3: this is no template: Expected an expression"),
        (TEMPLATE, "{{ check }}", "{{ 1|x }}", "template.html:3: this is no template: No filter named 'x'"),
        (TEMPLATE, "{{ check }}", "{{ 1 is x }}", "template.html:3: this is no template: No test named 'x'"),
        (
            SCRIPT,
            "window",
            "/* part: nosuch */\nwindow",
            'behaviour.js: there is no part "nosuch"; valid: card',
        ),
        (
            SCRIPT,
            "window",
            "/* part: numbrs */\nwindow",
            'there is no part "numbrs"; did you mean "numbers"?',
        ),
        (
            SCRIPT,
            '"estimate"',
            '"guess"',
            'behaviour.js: it never names the type "estimate"; call window.Self',
        ),
        (SCRIPT, "window", b"\xff", "behaviour.js: the file is not UTF-8; save it with the encoding UTF-8"),
        (TEMPLATE, "{{ check }}", b"\xff", "template.html: the file is not UTF-8; save it with the encoding"),
    ],
)
def test_what_is_wrong_with_its_files_is_told_by_command_and_build(
    site: Path, file: str, old: str, new: str | bytes, told: str
) -> None:
    change(site / "kinds/estimate" / file, old, new)
    checked = CliRunner().invoke(main, ["check", "--config-file", str(site / "mkdocs.yml")])
    outcome = build(site, strict=True)
    assert (checked.exit_code, outcome.exit_code) == (2, 1)
    for said in (checked.output, outcome.said):
        assert "mkdocs.yml:5:17: the option `types`: " in said
        assert told in said


def test_all_that_is_never_said_is_told_at_once(site: Path) -> None:
    words = site / "kinds/estimate/words"
    (words / "de.yml").write_text("estimat: a\nestimates: b\n", "utf-8")
    (words / "xx.yml").write_text("estimate: a\n", "utf-8")
    change(site / "kinds/estimate" / TEMPLATE, "{{ check }}", "{% if %}")
    said = build(site, strict=True).said
    assert "selfcheck found 4 problems" in said
    assert all(each in said for each in ("de.yml:1:1", "de.yml:2:1", "xx.yml:", "template.html:3"))


COMPLAINTS = "    @classmethod\n    def complaints(cls, parts):\n        {}\n\n    @property\n    def key("


@pytest.mark.parametrize(
    ("file", "old", "new", "told", "place"),
    [
        (TEMPLATE, "item.percent", "item.percnt", "UndefinedError: 'selfcheck_type_", "template.html:6"),
        (
            TEMPLATE,
            "item/template",
            "item/tmplate",
            "TemplateNotFound: 'item/tmplate.html'",
            "template.html:1",
        ),
        ("model.py", "return [self.percent, ", "return [1 // 0, ", "ZeroDivisionError", "model.py:26"),
        (
            "model.py",
            "[self.percent, self.within]",
            "{1}",
            "TypeError: Object of type set is not JSON",
            "model.py",
        ),
        (
            "model.py",
            "    @property\n    def key(",
            COMPLAINTS.format('return [] if parts["percent"] > 50 else []'),
            "TypeError: '>' not supported between instances of 'Plain' and 'int'",
            "model.py:25",
        ),
        (
            "model.py",
            "    @property\n    def key(",
            COMPLAINTS.format("return None"),
            "TypeError: ",
            "model.py",
        ),
        ("model.py", "[self.percent, self.within]", '[float("nan")]', "ValueError: Out of range", "model.py"),
        ("model.py", "return None", "raise SystemExit", "SystemExit", "model.py:31"),
        (
            "model.py",
            "    percent: Count",
            "    least: Literal[1] = 2\n    percent: Count",
            "ValidationError: 1 validation error for Estimate least",
            "model.py",
        ),
        (
            "model.py",
            "    @property\n    def key(",
            "    def model_post_init(self, context):\n        self.nothing\n\n    @property\n    def key(",
            "AttributeError: 'Estimate' object has no attribute 'nothing'",
            "model.py:24",
        ),
    ],
)
def test_where_it_fails_over_a_question_is_told_with_both(
    site: Path, file: str, old: str, new: str, told: str, place: str
) -> None:
    change(site / "kinds/estimate" / file, old, new)
    checked = CliRunner().invoke(main, ["check", "--config-file", str(site / "mkdocs.yml")])
    outcome = build(site, strict=True)
    assert (checked.exit_code, outcome.exit_code) == (1, 1), checked.exception
    cure = f"mend {site.resolve()}/kinds/estimate/{place}"
    column = "5" if file == "model.py" else "9"
    said = f'own.yml:3:{column}: sky-in-the-picture: the type "estimate" fails over this question: {told}'
    (problem,) = outcome.problems
    assert (problem.startswith(f"quizzes/{said}"), problem.endswith(cure)) == (True, True), problem
    assert f"{problem} [estimate]\n" in checked.output
    configured = site / "mkdocs.yml"
    shown = Preview(site_of(configured), configured, site / "quizzes/own.yml").shown()
    assert "fails over this question" in shown.html

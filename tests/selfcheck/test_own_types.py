"""Question types of a site, which the option `types` adds."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import Markdown

from selfcheck.cli import main
from selfcheck.configuration import site_of
from selfcheck.extension import SelfCheckExtension
from selfcheck.preview.page import Preview
from selfcheck.question_types import discover
from tests.selfcheck.sites import CONFIGURATION, UNCHECKED, Outcome, build, draw

OWN_TYPES = Path(__file__).parent / "own_types"

QUESTION = """
questions:
  - id: sky-in-the-picture
    type: estimate
    stem: What share of the picture is sky?
    percent: 40
    within: 5
    explanation: Four of the ten rows are sky.
"""

CONFIGURED = CONFIGURATION.replace("  - selfcheck", "  - selfcheck: {types: [kinds]}")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a type of its own and one question of that type."""
    shutil.copytree(OWN_TYPES, tmp_path / "kinds")
    page = "# Test\n\n```quiz\nown\n```\n"
    return draw(tmp_path, {"mkdocs.yml": CONFIGURED, "quizzes/own.yml": QUESTION, "docs/index.md": page})


def built(site: Path) -> Outcome:
    return build(site, strict=True)


def test_a_question_of_the_sites_own_type_is_shown_with_its_script(site: Path) -> None:
    assert built(site).exit_code == 0, built(site).said
    html = (site / "site/index.html").read_text("utf-8")
    assert 'data-type="estimate"' in html
    assert "Your estimate" in html
    assert [file.suffix for file in (site / "site/assets/selfcheck").glob("estimate.*")] == [".js"]


def test_its_fields_are_checked_as_those_of_any_type(site: Path) -> None:
    file = site / "quizzes/own.yml"
    file.write_text(QUESTION.replace("percent: 40", "percent: most").replace("within", "witin"), "utf-8")
    problems = built(site).problems
    assert [problem.split(": ")[0] for problem in problems] == ["quizzes/own.yml:6:14", "quizzes/own.yml:7:5"]
    assert 'did you mean "within"?' in problems[1]


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ('Literal["a", "b"]', "c", "\"c\" is refused: Input should be 'a' or 'b'"),
        ("int", "two", '"two" is refused: Input should be a valid integer'),
    ],
)
def test_a_field_of_pydantics_own_kinds_tells_what_is_refused(
    site: Path, field: str, given: str, told: str
) -> None:
    model = site / "kinds/estimate/model.py"
    written = model.read_text("utf-8").replace("    within: Count", f"    unit: {field}\n    within: Count")
    model.write_text(written, "utf-8")
    draw(site, {"mkdocs.yml": CONFIGURED, "quizzes/own.yml": f"{QUESTION}    unit: {given}\n"})
    checked = CliRunner().invoke(main, ["check", "--config-file", str(site / "mkdocs.yml")])
    assert f"quizzes/own.yml:9:11: sky-in-the-picture: {told}" in checked.output
    assert "write a value that the type allows" in checked.output


def test_the_command_and_the_schema_know_it_too(site: Path) -> None:
    option = ["--config-file", str(site / "mkdocs.yml")]
    checked = CliRunner().invoke(main, ["check", *option])
    assert (checked.exit_code, checked.output) == (0, f"1 question in 1 file: no problems\n{UNCHECKED}")
    schema = json.loads(CliRunner().invoke(main, ["schema", *option]).output)
    assert "Estimate" in schema["$defs"]
    written = CliRunner().invoke(main, ["assets", str(site / "out"), *option])
    assert "estimate." in written.output


@pytest.mark.parametrize("content", [b"def x(:", b'"""\xff"""', b"x\0"])
def test_a_file_that_nothing_imports_ends_no_list_of_types(site: Path, content: bytes) -> None:
    (site / "kinds/estimate/__init__.py").write_bytes(content)
    listed = CliRunner().invoke(main, ["types", "--config-file", str(site / "mkdocs.yml")])
    assert (listed.exit_code, "The fields of an estimate" in listed.output) == (0, True), listed.output


def test_its_code_is_explained_where_the_site_is_configured(site: Path) -> None:
    explain = ["explain", "estimate", "--config-file"]
    told = CliRunner().invoke(main, [*explain, str(site / "mkdocs.yml")])
    assert (told.exit_code, "estimate/model.py" in told.output) == (0, True)
    assert "authoring/estimate.md" not in told.output
    assert CliRunner().invoke(main, [*explain, str(site / "none.yml")]).exit_code == 2


def test_hosts_without_plugins_take_it_as_well(site: Path) -> None:
    extension = SelfCheckExtension(root=str(site), types=["kinds"])
    assert 'data-type="estimate"' in Markdown(extensions=[extension]).convert("```quiz\nown\n```")


def test_another_site_in_the_same_process_does_not_know_it(site: Path, tmp_path: Path) -> None:
    assert built(site).exit_code == 0
    assert "estimate" not in discover()
    (site / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    outcome = built(site)
    assert outcome.exit_code == 1
    assert 'unknown type "estimate"' in outcome.said


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


def test_what_a_type_says_is_read_as_questions_are(site: Path) -> None:
    file = site / "kinds/estimate/words/en.yml"
    file.write_text('off: Off\nyour_estimate: No\n"yes": Yes\n', "utf-8")
    assert built(site).exit_code == 0, built(site).said
    assert "<label><span>No</span>" in (site / "site/index.html").read_text("utf-8")


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
    outcome = built(site)
    assert outcome.exit_code == 1
    assert f"{site.resolve()}/kinds/estimate/words/{told}" in outcome.said
    assert "Traceback" not in outcome.said


def test_a_type_may_be_called_as_a_word_of_the_frame(site: Path) -> None:
    (site / "kinds/estimate").rename(site / "kinds/label")
    for file in (site / "kinds/label/model.py", site / "kinds/label/behaviour.js", site / "quizzes/own.yml"):
        file.write_text(re.sub(r'(type: |["\'])estimate\b', r"\1label", file.read_text("utf-8")), "utf-8")
    words = "{types: [kinds], words: {label: {your_estimate: A guess}}}"
    (site / "mkdocs.yml").write_text(CONFIGURED.replace("{types: [kinds]}", words), "utf-8")
    assert built(site).exit_code == 0, built(site).said
    html = (site / "site/index.html").read_text("utf-8")
    assert "<label><span>A guess</span>" in html
    assert ">Check yourself<" in html


@pytest.mark.parametrize("name", ["unheard_of", "odd_"])
def test_a_word_that_a_script_says_and_no_file_has_is_told_with_the_script(site: Path, name: str) -> None:
    _saying_what_no_file_has(site / "kinds")
    outcome = built(site)
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
    outcome = built(site)
    assert outcome.exit_code == 1
    assert "the option `types`: " in outcome.said
    assert told in outcome.said
    assert "Traceback" not in outcome.said


def test_all_that_is_wrong_with_its_folders_and_modules_is_told_at_once(site: Path) -> None:
    shutil.copytree(site / "kinds/estimate", site / "kinds/numeric")
    _unreadable(site / "kinds")
    options = "{types: [kinds, nowhere, kinds], functions: [nowhere.formulas, formulas.py]}"
    (site / "mkdocs.yml").write_text(CONFIGURED.replace("{types: [kinds]}", options), "utf-8")
    outcome = built(site)
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
    _change(site / "kinds/estimate" / file, old, new)
    checked = CliRunner().invoke(main, ["check", "--config-file", str(site / "mkdocs.yml")])
    outcome = built(site)
    assert (checked.exit_code, outcome.exit_code) == (2, 1)
    for said in (checked.output, outcome.said):
        assert "mkdocs.yml:5:17: the option `types`: " in said
        assert told in said


def test_words_that_need_not_be_there_are_no_mistake(site: Path) -> None:
    said = (
        "{{ words.more | default('') }}{% if words.less is defined %}{{ words.less }}{% endif %}{{ check }}"
    )
    _change(site / "kinds/estimate" / TEMPLATE, "{{ check }}", said)
    # A language may say more than English does.
    (site / "kinds/estimate/words/de.yml").write_text("more: Mehr\ncheck: Los\n", "utf-8")
    assert built(site).exit_code == 0, built(site).said


def test_all_that_is_never_said_is_told_at_once(site: Path) -> None:
    words = site / "kinds/estimate/words"
    (words / "de.yml").write_text("estimat: a\nestimates: b\n", "utf-8")
    (words / "xx.yml").write_text("estimate: a\n", "utf-8")
    _change(site / "kinds/estimate" / TEMPLATE, "{{ check }}", "{% if %}")
    said = built(site).said
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
    _change(site / "kinds/estimate" / file, old, new)
    checked = CliRunner().invoke(main, ["check", "--config-file", str(site / "mkdocs.yml")])
    outcome = built(site)
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


def test_what_a_model_computes_is_not_read_again(site: Path) -> None:
    twice = (
        "    @computed_field\n    @property\n    def twice(self) -> int:\n        return 2 * self.percent\n"
    )
    model = site / "kinds/estimate/model.py"
    _change(model, "    @property\n    def key", f"{twice}\n    @property\n    def key")
    _change(model, "from typing", "from pydantic import computed_field\nfrom typing")
    assert [built(site).exit_code for _ in range(2)] == [0, 0]


def test_a_validator_of_its_own_says_what_is_wrong_and_the_cure(site: Path) -> None:
    check = (
        '    @field_validator("percent")\n    @classmethod\n    def small(cls, value):\n'
        '        raise ValueError("too much; take less")\n'
    )
    model = site / "kinds/estimate/model.py"
    _change(model, "    @property\n    def key", f"{check}\n    @property\n    def key")
    _change(model, "from typing", "from pydantic import field_validator\nfrom typing")
    assert built(site).problems == [
        'quizzes/own.yml:6:14: sky-in-the-picture: "40" is refused: too much; take less'
    ]


def _change(file: Path, old: str, new: str | bytes) -> None:
    """Replace the first `old` in a file, or make the file."""
    content = file.read_bytes() if file.exists() else b""
    assert old.encode() in content
    file.write_bytes(content.replace(old.encode(), new if isinstance(new, bytes) else new.encode(), 1))


def test_its_contradictions_are_told_with_its_example(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (site / "kinds/estimate/model.py").open("a", encoding="utf-8") as model:
        model.write(
            "\n    @classmethod\n    def complaints(cls, parts):\n"
            "        from selfcheck.item import Complaint\n"
            '        yield Complaint(("within",), "all is near enough", "narrow it")\n'
        )
    monkeypatch.chdir(site)
    told = json.loads(CliRunner().invoke(main, ["check", "--format", "json"]).stdout)
    (problem,) = told["problems"]
    example = discover((site / "kinds",))["estimate"].example
    assert (problem["code"], problem["good"]) == ("estimate", example)

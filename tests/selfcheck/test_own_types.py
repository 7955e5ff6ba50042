"""Question types of a site, which the option `types` adds."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from markdown import Markdown

from selfcheck.cli import main
from selfcheck.extension import SelfCheckExtension
from selfcheck.question_types import discover
from tests.selfcheck.own_type_site import CONFIGURED, QUIZ, change, own_type_site
from tests.selfcheck.sites import CONFIGURATION, UNCHECKED, build, draw


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a type of its own and one question of that type."""
    return own_type_site(tmp_path)


def test_a_question_of_the_sites_own_type_is_shown_with_its_script(site: Path) -> None:
    assert build(site, strict=True).exit_code == 0, build(site, strict=True).said
    html = (site / "site/index.html").read_text("utf-8")
    assert 'data-type="estimate"' in html
    assert "Your estimate" in html
    assert [file.suffix for file in (site / "site/assets/selfcheck").glob("estimate.*")] == [".js"]


def test_its_fields_are_checked_as_those_of_any_type(site: Path) -> None:
    file = site / "quizzes/own.yml"
    file.write_text(QUIZ.replace("percent: 40", "percent: most").replace("within", "witin"), "utf-8")
    problems = build(site, strict=True).problems
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
    draw(site, {"mkdocs.yml": CONFIGURED, "quizzes/own.yml": f"{QUIZ}    unit: {given}\n"})
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
    assert build(site, strict=True).exit_code == 0
    assert "estimate" not in discover()
    (site / "mkdocs.yml").write_text(CONFIGURATION, "utf-8")
    outcome = build(site, strict=True)
    assert outcome.exit_code == 1
    assert 'unknown type "estimate"' in outcome.said


def test_what_a_type_says_is_read_as_questions_are(site: Path) -> None:
    file = site / "kinds/estimate/words/en.yml"
    file.write_text('off: Off\nyour_estimate: No\n"yes": Yes\n', "utf-8")
    assert build(site, strict=True).exit_code == 0, build(site, strict=True).said
    assert "<label><span>No</span>" in (site / "site/index.html").read_text("utf-8")


def test_a_type_may_be_called_as_a_word_of_the_frame(site: Path) -> None:
    (site / "kinds/estimate").rename(site / "kinds/label")
    for file in (site / "kinds/label/model.py", site / "kinds/label/behaviour.js", site / "quizzes/own.yml"):
        file.write_text(re.sub(r'(type: |["\'])estimate\b', r"\1label", file.read_text("utf-8")), "utf-8")
    words = "{types: [kinds], words: {label: {your_estimate: A guess}}}"
    (site / "mkdocs.yml").write_text(CONFIGURED.replace("{types: [kinds]}", words), "utf-8")
    assert build(site, strict=True).exit_code == 0, build(site, strict=True).said
    html = (site / "site/index.html").read_text("utf-8")
    assert "<label><span>A guess</span>" in html
    assert ">Check yourself<" in html


def test_words_that_need_not_be_there_are_no_mistake(site: Path) -> None:
    said = (
        "{{ words.more | default('') }}{% if words.less is defined %}{{ words.less }}{% endif %}{{ check }}"
    )
    change(site / "kinds/estimate/template.html", "{{ check }}", said)
    # A language may say more than English does.
    (site / "kinds/estimate/words/de.yml").write_text("more: Mehr\ncheck: Los\n", "utf-8")
    assert build(site, strict=True).exit_code == 0, build(site, strict=True).said


def test_what_a_model_computes_is_not_read_again(site: Path) -> None:
    twice = (
        "    @computed_field\n    @property\n    def twice(self) -> int:\n        return 2 * self.percent\n"
    )
    model = site / "kinds/estimate/model.py"
    change(model, "    @property\n    def key", f"{twice}\n    @property\n    def key")
    change(model, "from typing", "from pydantic import computed_field\nfrom typing")
    assert [build(site, strict=True).exit_code for _ in range(2)] == [0, 0]


def test_a_validator_of_its_own_says_what_is_wrong_and_the_cure(site: Path) -> None:
    check = (
        '    @field_validator("percent")\n    @classmethod\n    def small(cls, value):\n'
        '        raise ValueError("too much; take less")\n'
    )
    model = site / "kinds/estimate/model.py"
    change(model, "    @property\n    def key", f"{check}\n    @property\n    def key")
    change(model, "from typing", "from pydantic import field_validator\nfrom typing")
    assert build(site, strict=True).problems == [
        'quizzes/own.yml:6:14: sky-in-the-picture: "40" is refused: too much; take less'
    ]


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

"""`python -m benchmarks.lint FOLDER`: what rules found among labelled questions, missed, or told wrongly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from benchmarks.lint import UNCOUNTED, Score, scores, table
from tests.selfcheck.cases import quiz_of

QUESTION = """\
id: {id}
type: single-choice
stem: What is a stride?
options:
  - text: {key}
    correct: true
  - text: A weight
  - text: A border
explanation: The kernel moves on by it, because it is a step.
"""
LONG = "A step that the kernel takes from one place of the map to the next"


LABELLED = Path(__file__).parents[2] / "benchmarks" / "labelled"
MISSED = {
    # Two options that mean the same and share hardly a word.
    "near-duplicate-options": [
        "mathematics/ml-precision",
        "networks/networks-32",
        "people/law-mens-rea",
        "programming/py-decorator",
        "python-course/py-comp",
        "schools/schools-8",
        "science/med-hypertension",
        "science/phy-ohm",
    ],
    # A written answer, which may be asked for several ideas.
    "double-stem": ["people/law-appeal"],
    # A "thermostat" of which "thermal" is no form.
    "echo": ["english-wordings/en-36"],
    # The rule knows the articles of English alone.
    "grammar-cue": ["french/fr-accord"],
    # The negations of English alone, too.
    "negative-option": ["french/fr-negopt", "german/de-negopt"],
    # Statements with two negations: many sound ones have two.
    "negative-stem": ["driving/dr-tf-neg", "law/la-tf-negative"],
    # "Answer a": a small "a" is an article nearly everywhere.
    "option-by-letter": ["nursing/nu-letter"],
    # A German or French stem that breaks off looks like a command without its stop.
    "stem-not-a-question": ["french/fr-accord", "french/fr-inacheve", "german/de-abbruch"],
    # No rule looks for these.
    "implausible-distractor": ["nursing/nu-absurd", "python-course/py-imp"],
    "overlapping-options": ["physics/ph-overlap"],
    "vague-true-false": ["history/hi-vague", "physics/ph-tf-vague", "seminar/st-tf-vague"],
}
WRONGLY_TOLD = {
    # A sentence to correct, which begins with "Neither of them".
    "complex-options": ["subjects/subjects-33"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two questions with a long key and one without."""
    keys = {"one": LONG, "two": LONG, "three": "A step"}
    questions = [QUESTION.format(id=name, key=key) for name, key in keys.items()]
    bank = tmp_path / "banks" / "steps"
    (bank / "quizzes").mkdir(parents=True)
    (bank / "mkdocs.yml").write_text("site_name: A\nplugins: [selfcheck]\n", "utf-8")
    (bank / "quizzes/steps.yml").write_text(quiz_of(*questions), "utf-8")
    return tmp_path


def label(folder: Path, **labels: tuple[list[str], list[str]]) -> None:
    named = {
        f"steps/{name}": {"sure": sure, "arguable": arguable} for name, (sure, arguable) in labels.items()
    }
    (folder / "labels.json").write_text(json.dumps(named), "utf-8")


def test_hits_misses_and_false_alarms_are_counted_by_question(folder: Path) -> None:
    label(folder, one=(["longest-key"], []), two=([], []), three=(["longest-key", "made-up"], []))
    told = scores(folder)
    score = told["longest-key"]
    assert (score.hits, score.misses, score.alarms) == (["steps/one"], ["steps/three"], ["steps/two"])
    assert (score.precision, score.recall) == ("50 %", "50 %")
    assert told["made-up"].misses == ["steps/three"]
    assert "| `longest-key` | 1 | 1 | 1 | 0 | 50 % | 50 % |" in table(told)


def test_what_can_be_argued_about_counts_neither_way(folder: Path) -> None:
    label(folder, one=([], ["longest-key"]), three=([], ["longest-key"]))
    score = scores(folder)["longest-key"]
    assert (score.hits, score.misses, score.alarms, score.arguable) == ([], [], [], ["steps/one"])


def test_questions_without_a_label_say_nothing_and_labels_without_a_question_stop_it(folder: Path) -> None:
    label(folder, three=([], []))
    assert scores(folder)["longest-key"].alarms == []
    label(folder, four=([], []))
    with pytest.raises(SystemExit, match="labelled, but in no bank: steps/four"):
        scores(folder)


def test_nothing_is_written_into_the_folder(folder: Path) -> None:
    label(folder, one=([], []))
    before = sorted(folder.rglob("*"))
    scores(folder)
    assert sorted(folder.rglob("*")) == before


def test_rules_find_what_the_labelled_questions_have_and_little_else() -> None:
    told = scores(LABELLED)
    assert {rule: sorted(each.misses) for rule, each in told.items() if each.misses} == MISSED
    assert {rule: sorted(each.alarms) for rule, each in told.items() if each.alarms} == WRONGLY_TOLD


def test_the_guide_gives_the_figures_of_the_labelled_questions() -> None:
    total = sum((each for rule, each in scores(LABELLED).items() if rule not in UNCOUNTED), Score())
    questions = [
        name for name in json.loads((LABELLED / "labels.json").read_text("utf-8")) if name[-1] != "*"
    ]
    guide = (Path(__file__).parents[2] / "docs/authoring/lint.md").read_text("utf-8")
    assert f"`benchmarks/labelled/`: {len(questions)} questions on" in guide
    counts = len(total.hits), len(total.misses), len(total.alarms)
    assert "{} of their flaws are found and {} missed, with {} false alarm".format(*counts) in guide
    twins = scores(LABELLED)["near-duplicate-options"]
    assert f"found {len(twins.hits)} of {len(twins.hits) + len(twins.misses)}." in guide


def test_every_labelled_question_has_a_label() -> None:
    labels = json.loads((LABELLED / "labels.json").read_text("utf-8"))
    listed = {
        f"{file.parts[-3]}/{question['id']}"
        for file in LABELLED.glob("banks/*/quizzes/*.yml")
        for question in yaml.safe_load(file.read_text("utf-8"))["questions"]
    }
    assert listed == {name for name in labels if not name.endswith("/*")}

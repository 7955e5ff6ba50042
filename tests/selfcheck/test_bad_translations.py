"""Mistakes in translations of question files, each told at its line of the translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfcheck.site import Site
from tests.selfcheck.sites import build, draw
from tests.selfcheck.translated import HALVED, PAGES, STRIDES, VARIED, WORD, bank_of, problems

ORIGINALS = "is the original's in every language; remove it: a translation has texts alone"
"""What is said of a field that holds no text."""


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            HALVED.replace("text: beide", "correct: true\n        text: beide"),
            f'5:9: halved: "correct" {ORIGINALS}',
        ),
        (
            HALVED.replace("    stem:", "    type: single-choice\n    stem:"),
            f'3:5: halved: "type" {ORIGINALS}',
        ),
        (
            HALVED.replace("    stem:", "    stamp: [a]\n    stem:"),
            "3:12: halved: a stamp is expected, not a list; "
            "remove the field, and let `selfcheck stamp` write it",
        ),
        (
            HALVED.replace("    stem:", "    shuffle: true\n    stem:"),
            f'3:5: halved: "shuffle" {ORIGINALS}',
        ),
        (
            HALVED.replace("      - text: die Zahl der Gewichte\n", ""),
            '5:7: halved: "options" has 1 entry, the original has 2; '
            "translate each in its place; what has no text yet is `{}`",
        ),
        (
            f"{HALVED}        feedback: Nein.\n",
            '8:9: halved: the original has no "feedback" here; write it there too, or remove it',
        ),
        (
            HALVED.replace("stem:", "stme:"),
            '3:5: halved: unknown field "stme"; did you mean "stem"?',
        ),
        (
            "title: #fff\n" + HALVED,
            '1:8: the text ends before "#fff", which is a comment to YAML; '
            "put quotes round the text; before a comment, leave two spaces",
        ),
        (
            "questions:\n  - id: halved\n    stem: !x\n",
            '3:11: the tag "!x" is not known here; put quotes round the text, or remove the tag',
        ),
        (
            HALVED.replace("questions:", "question:"),
            '1:1: unknown field "question"; did you mean "questions"?',
        ),
        (
            HALVED.replace("halved", "halvde"),
            '2:9: there is no question "halvde" in quizzes/strides.yml; did you mean "halved"?',
        ),
        (
            HALVED + HALVED.removeprefix("questions:\n"),
            '8:9: the question "halved" is translated twice; keep one of the two',
        ),
        (
            "questions:\n  - stem: Was?\n",
            "2:5: a question without an id translates nothing; "
            "write `- id:` and the id of the question that this translates",
        ),
        (
            "questions:\n  - id: halved\n    options: 3\n",
            '3:14: halved: a list is expected, not "3"; write each entry on its own line, after `- `',
        ),
        (
            "questions:\n  - id: halved\n    options: [3, {}]\n",
            '3:15: halved: a mapping is expected, not "3"; write `text: …`',
        ),
        (
            f"confidence: true\n{HALVED}",
            f'1:1: "confidence" {ORIGINALS}',
        ),
        (
            "questions:\n  - {id:halved, stem: Was?}\n",
            '2:6: "id:halved" has no value; '
            "write a colon and a space behind the name, or put quotes round a text that has a comma",
        ),
        (
            "questions:\n  - {id: halved, stem:\u00a0Was?}\n",
            "2:18: what looks like a space here is another character (U+00A0); write a space",
        ),
        (
            "{title: Rot, gelb, questions: [{id: halved, stem: Was?}]}",
            '1:14: "gelb" has no value; inside {…} a comma ends a value: '
            "put quotes round a text that has one, and write 1.5, not 1,5",
        ),
        (f"titel: x\n{HALVED}", '1:1: unknown field "titel"; did you mean "title"?'),
        ("- halved\n", "1:1: a mapping is expected, not a list; begin the file with `questions:`"),
        ("", "1:1: a mapping is expected, not nothing; begin the file with `questions:`"),
        (
            "questions:\n",
            "1:11: a list is expected, not nothing; begin each question with `- id:`, and its texts below",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_line_of_the_translation(
    tmp_path: Path, written: str, told: str
) -> None:
    assert problems(tmp_path, strides_de=written) == [f"quizzes/strides.de.yml:{told}"]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            HALVED.replace("die Zahl der Gewichte", "Beide Seiten der Karte"),
            "7:15: halved: the same text as option 1; make the two options differ, or remove one",
        ),
        (
            HALVED.replace("Jede zweite Stelle", "Anders als Antwort B"),
            '6:19: halved: "Antwort B" means nothing where options are shuffled; '
            "say what the option says, or remove `shuffle`",
        ),
        (
            HALVED.replace("stem: Was halbiert eine Schrittweite von 2?", "stem:"),
            '3:5: halved: "stem" has no value; '
            "write it behind the colon, or indented below it, or remove the field",
        ),
        (
            HALVED.replace("feedback: Jede zweite Stelle fällt weg.", "feedback: ~"),
            '6:9: halved: "feedback" has no value; '
            "~ means nothing to YAML: put it in quotes if you mean the text, or remove the field",
        ),
        (
            HALVED.replace("      - text: die Zahl der Gewichte", "      - {text: Gewichte, Zahl}"),
            '7:26: halved: "Zahl" has no value; '
            "inside {…} a comma ends a value: put quotes round a text that has one, and write 1.5, not 1,5",
        ),
        (
            HALVED + WORD.replace("Stride]", "schrittweite]"),
            "10:29: word: this counts as the same text as answer 1; "
            "remove one of them, or ignore less by `ignore:`",
        ),
        (
            "questions:\n  - id: word\n    answers: [pace]\n",
            "2:9: word: this counts as the same text as answer 1; "
            "remove one of them, or ignore less by `ignore:`",
        ),
    ],
)
def test_the_whole_question_is_checked_in_each_language(tmp_path: Path, written: str, told: str) -> None:
    assert problems(tmp_path, strides_de=written) == [f"quizzes/strides.de.yml:{told}"]


def test_what_a_page_makes_of_a_text_is_told_at_its_line_of_the_translation(tmp_path: Path) -> None:
    heading = HALVED.replace("stem: Was", "stem: |\n      Worum?\n\n      # Was")
    files = {"quizzes/strides.yml": STRIDES, "quizzes/strides.de.yml": heading}
    (problem,) = build(draw(tmp_path, {**PAGES, **files})).problems
    told = "quizzes/strides.de.yml:6:7: halved: a heading inside a question would enter the page's contents"
    assert problem.startswith(told)


def test_values_of_variants_are_checked_in_each_language(tmp_path: Path) -> None:
    translated = "questions:\n- id: rows\n  stem: |\n    Zeilen:\n    [=m]\n"
    told = problems(tmp_path, rows=VARIED, rows_de=translated)
    assert told == ['quizzes/rows.de.yml:5:5: rows: [=m]: unknown name "m" at character 1; valid: k, n']


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("strides_deutsch", '"deutsch" is no language tag; name the file as in strides.de.yml, '),
        ("stride_de", 'there is no quiz "stride" to translate in this folder; rename the file as the quiz, '),
        ("strides_xy", '"xy" is no language tag; name the file as in strides.de.yml, '),
    ],
)
def test_a_file_that_translates_nothing_is_told(tmp_path: Path, name: str, told: str) -> None:
    cure = "or give each question a `type:`"
    (problem,) = problems(tmp_path, **{name: HALVED})
    assert problem.startswith(f"quizzes/{name.replace('_', '.')}.yml:1:1: {told}{cure}")


@pytest.mark.parametrize("name", ["strides-de", "strides_de", "de/strides", "strides/de", "strides-DE"])
def test_a_translation_by_another_name_is_told_what_its_name_is(tmp_path: Path, name: str) -> None:
    files = {"quizzes/strides.yml": STRIDES, f"quizzes/{name}.yml": HALVED}
    assert [str(problem) for problem in Site(draw(tmp_path, files), cache="").bank().problems] == [
        f'quizzes/{name}.yml:1:1: no question has a type, as in a translation of the quiz "strides"; '
        "name the file strides.de.yml, beside the quiz, or give each question a `type:`"
    ]


@pytest.mark.parametrize("text", ["", "# to do\n", STRIDES.replace("id: ", "id: other-")])
def test_a_quiz_may_have_a_language_behind_a_hyphen(tmp_path: Path, text: str) -> None:
    files = {"quizzes/strides.yml": STRIDES, "quizzes/strides-de.yml": text}
    bank = Site(draw(tmp_path, files), cache="").bank()
    assert "strides-de" in bank.quizzes
    assert all("the file is empty" in str(problem) for problem in bank.problems)


def test_a_name_with_a_point_is_a_quiz_of_its_own_where_it_says_types(tmp_path: Path) -> None:
    second = STRIDES.replace("id: halved", "id: again").replace("id: word", "id: another")
    bank = bank_of(tmp_path, strides_v2=second, lesson_fr=second.replace("id: a", "id: further-a"))
    assert bank.problems == ()
    assert bank.quizzes.keys() == {"strides", "strides.v2", "lesson.fr"}


def test_a_copy_of_the_original_under_a_tag_is_a_translation_with_too_much_in_it(tmp_path: Path) -> None:
    told = problems(tmp_path, strides_fr=STRIDES)
    assert told[0].startswith('quizzes/strides.fr.yml:4:5: halved: "type" is the original\'s')
    assert all("twice" not in each for each in told)


@pytest.mark.parametrize("tag", ["pt_BR", "pt-br", "PT-BR"])
def test_a_tag_may_be_written_in_any_case_and_with_either_hyphen(tmp_path: Path, tag: str) -> None:
    draw(tmp_path, {"quizzes/strides.yml": STRIDES, f"quizzes/strides.{tag}.yml": HALVED})
    bank = Site(tmp_path, require=()).bank()
    assert [each.language for each in bank.translations] == ["pt-BR"]
    assert bank.in_language(bank.entries["halved"], "pt-BR").item.stem.startswith("Was")
    assert bank.in_language(bank.entries["halved"], "pt").item.stem.startswith("What")


def test_two_translations_into_one_language_are_told(tmp_path: Path) -> None:
    draw(
        tmp_path,
        {"quizzes/strides.yml": STRIDES, "quizzes/strides.de.yaml": HALVED, "quizzes/strides.de.yml": HALVED},
    )
    assert [str(problem) for problem in Site(tmp_path, require=()).bank().problems] == [
        "quizzes/strides.de.yml:1:1: a second translation into de; the first is quizzes/strides.de.yaml; "
        "keep one of the two files"
    ]


def test_a_file_that_translates_a_translation_is_told_what_to_call_it(tmp_path: Path) -> None:
    further = HALVED.replace("Was", "Quoi")
    told = problems(tmp_path, strides_de=HALVED, strides_de_fr=further, strides_de_fr_it=further)
    cure = "is a translation, and only a quiz is translated; name the file"
    assert told == [
        f"quizzes/strides.de.fr.it.yml:1:1: strides.de.fr.yml {cure} strides.it.yml",
        f"quizzes/strides.de.fr.yml:1:1: strides.de.yml {cure} strides.fr.yml",
    ]


def test_of_a_question_whose_id_is_none_nothing_more_is_told(tmp_path: Path) -> None:
    broken = STRIDES.replace("id: halved", "id: My Id")
    (problem,) = problems(tmp_path, strides=broken, strides_de=HALVED.replace("halved", "My Id"))
    assert problem.startswith("quizzes/strides.yml:")


def test_of_a_question_that_is_broken_itself_nothing_more_is_told(tmp_path: Path) -> None:
    broken = STRIDES.replace("        correct: true\n", "")
    (problem,) = problems(tmp_path, strides=broken, strides_de=HALVED)
    assert problem.startswith("quizzes/strides.yml:9:7: halved: no option is the key")


def test_a_fence_that_names_a_translation_is_told_the_quiz(tmp_path: Path) -> None:
    files = {"quizzes/strides.yml": STRIDES, "quizzes/strides.de.yml": HALVED}
    outcome = build(draw(tmp_path, {"docs/index.md": "```quiz\nstrides.de\n```\n", **files}))
    assert outcome.problems == [
        'docs/index.md:2: "strides.de" is a translation of the quiz "strides"; '
        "write strides: a page shows it in its own language"
    ]

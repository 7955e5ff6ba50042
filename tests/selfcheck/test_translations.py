"""Translations of question files: what they give, what may not stand in them, and what pages show of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from selfcheck.bank import Bank
from selfcheck.quiz import Entry, files_of
from selfcheck.site import Site
from tests.selfcheck.sites import build, draw

STRIDES = """\
title: Strides
questions:
  - id: halved
    type: single-choice
    objective: say what a stride does
    stem: What does a stride of 2 halve?
    shuffle: true
    options:
      - text: both sides of the map
        correct: true
        feedback: It skips every other place.
      - text: the number of weights
    hints: [Count the places.]
    explanation: The kernel moves by two.
  - id: word
    type: text-entry
    stem: What is the distance between two places called?
    answers: [stride]
    mistakes:
      - {text: pace, feedback: That is what walkers say.}
    explanation: A stride is a step.
"""
HALVED = """\
questions:
  - id: halved
    stem: Was halbiert eine Schrittweite von 2?
    options:
      - text: beide Seiten der Karte
        feedback: Jede zweite Stelle fällt weg.
      - text: die Zahl der Gewichte
"""
WORD = """\
  - id: word
    stem: Wie heißt der Abstand zweier Stellen?
    answers: [Schrittweite, Stride]
    mistakes:
      - {text: Schrittlänge, feedback: So sagt man beim Gehen.}
      - {text: Schritt, feedback: Das ist der Schritt selbst.}
"""
ORIGINALS = "is the original's in every language; remove it: a translation has texts alone"
"""What is said of a field that holds no text."""

PAGES = {
    "docs/index.md": "# English\n\n```quiz\nstrides\n```\n",
    "docs/de.md": "---\nlanguage: de\n---\n\n```quiz\nstrides\n```\n",
}


def bank_of(root: Path, **files: str) -> Bank:
    """The questions of a site with these files in `quizzes`; `_` stands for a point in their names."""
    names = {f"quizzes/{name.replace('_', '.')}.yml": text for name, text in files.items()}
    return Site(draw(root, {"quizzes/strides.yml": STRIDES, **names}), require=()).bank()


def problems(root: Path, **files: str) -> list[str]:
    return [str(problem) for problem in bank_of(root, **files).problems]


def notes(root: Path, **files: str) -> list[str]:
    return [str(note) for note in bank_of(root, **files).notes]


def german(bank: Bank, name: str) -> Entry:
    return bank.in_language(bank.entries[name], "de-AT")


def test_a_page_in_the_language_gets_the_texts_and_all_others_the_original(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, strides_de=HALVED + WORD)
    assert bank.problems == ()
    assert german(bank, "halved").item.stem == "Was halbiert eine Schrittweite von 2?"
    assert bank.in_language(bank.entries["halved"], "fr").item.stem == "What does a stride of 2 halve?"
    assert bank.quizzes.keys() == {"strides"}


def test_the_key_and_everything_else_that_is_no_text_stay_the_originals(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, strides_de=HALVED)
    assert german(bank, "halved").item.key == bank.entries["halved"].item.key == "1"


def test_answers_that_are_typed_are_given_anew_however_many_there_are(tmp_path: Path) -> None:
    key = german(bank_of(tmp_path, strides_de=HALVED + WORD), "word").item.key
    assert key == {
        "answers": ["Schrittweite", "Stride"],
        "mistakes": [["Schrittlänge"], ["Schritt"]],
        "ignore": ["case", "space"],
    }


def test_one_record_of_answers_serves_all_languages(tmp_path: Path) -> None:
    bank = bank_of(tmp_path, strides_de=HALVED + WORD)
    for name in ("halved", "word"):
        assert german(bank, name).item.fingerprint == bank.entries[name].item.fingerprint


VARIED = """\
questions:
  - id: rows
    type: numeric
    stem: A map of [=n] rows is halved [=k:.1f] times.
    parameters: {n: [64, 128, 256, 512], k: [1, 2, 3]}
    variants: 5
    answer: n / 2 ** k
    mistakes:
      - {value: n / 2, name: Once, feedback: "Half of [=n] is one step."}
    explanation: because
"""


def test_variants_are_the_same_in_every_language_whatever_values_a_text_shows(tmp_path: Path) -> None:
    translated = "questions:\n- id: rows\n  stem: '[=k] Schritte, [=n] Zeilen, [=k]'\n"
    bank = bank_of(tmp_path, rows=VARIED, rows_de=translated)
    here, there = german(bank, "rows").item, bank.entries["rows"].item
    assert here.fingerprint == there.fingerprint
    assert [each.key for each in here.variations] == [each.key for each in there.variations]


def test_the_fingerprint_of_variants_is_the_same_under_a_theme_in_any_language(tmp_path: Path) -> None:
    prints = set()
    for language in ("en", "de", "fr"):
        root = draw(
            tmp_path / language, {"quizzes/rows.yml": VARIED, "docs/index.md": "```quiz\nrows\n```\n"}
        )
        theme = f"site_name: T\ntheme: {{name: mkdocs, locale: {language}}}\nplugins: [selfcheck]\n"
        (root / "mkdocs.yml").write_text(theme, "utf-8")
        assert build(root, strict=True).exit_code == 0
        html = (root / "site/index.html").read_text("utf-8")
        prints |= set(re.findall(r'data-fingerprint="(\w+)"', html))
    assert len(prints) == 1


def test_what_is_missing_falls_back_to_the_original_with_its_own_language(tmp_path: Path) -> None:
    draw(tmp_path, {**PAGES, "quizzes/strides.yml": STRIDES, "quizzes/strides.de.yml": HALVED})
    assert build(tmp_path).exit_code == 0
    html = (tmp_path / "site/de/index.html").read_text("utf-8")
    assert '<legend class="self-check__stem">Was halbiert eine Schrittweite von 2?</legend>' in html
    assert '<div lang="en"><p>The kernel moves by two.</p></div>' in html
    assert '<span lang="en">What is the distance between two places called?</span>' in html
    assert '<bdi lang="en" translate="no">stride</bdi>' in html
    assert 'lang="en"' not in (tmp_path / "site/index.html").read_text("utf-8").partition("<self-check")[2]


def test_a_quiz_may_say_in_which_language_it_is_written(tmp_path: Path) -> None:
    draw(tmp_path, {**PAGES, "quizzes/strides.yml": f"language: ar\n{STRIDES}"})
    assert build(tmp_path).exit_code == 0
    html = (tmp_path / "site/de/index.html").read_text("utf-8")
    assert '<span dir="rtl" lang="ar">What does a stride of 2 halve?</span>' in html


def test_links_to_edit_lead_to_the_translation(tmp_path: Path) -> None:
    settings = "site_name: T\ntheme: {name: mkdocs}\nplugins: [selfcheck]\nrepo_url: https://github.com/a/b\n"
    draw(
        tmp_path,
        {
            **PAGES,
            "mkdocs.yml": f"{settings}edit_uri: edit/main/docs/\n",
            "quizzes/strides.yml": STRIDES,
            "quizzes/strides.de.yml": HALVED,
        },
    )
    assert build(tmp_path).exit_code == 0
    assert "quizzes/strides.de.yml#L2" in (tmp_path / "site/de/index.html").read_text("utf-8")
    assert "quizzes/strides.yml#L3" in (tmp_path / "site/index.html").read_text("utf-8")


def test_the_search_index_has_the_stems_of_each_page_in_its_language(tmp_path: Path) -> None:
    settings = "site_name: T\ntheme: {name: mkdocs}\nplugins: [search, selfcheck]\n"
    files = {"mkdocs.yml": settings, "quizzes/strides.yml": STRIDES, "quizzes/strides.de.yml": HALVED + WORD}
    draw(tmp_path, {**PAGES, **files})
    assert build(tmp_path).exit_code == 0
    index = (tmp_path / "site/search/search_index.json").read_text("utf-8")
    assert "Was halbiert eine Schrittweite von 2?" in index
    assert "What does a stride of 2 halve?" in index
    assert "Jede zweite Stelle" not in index


def test_sheets_are_in_the_language_of_their_page(tmp_path: Path) -> None:
    page = "---\nlanguage: de\n---\n\n```quiz\nquiz: strides\nas: answer-key\n```\n"
    files = {"quizzes/strides.yml": STRIDES, "quizzes/strides.de.yml": HALVED + WORD}
    draw(tmp_path, {"docs/index.md": page, **files})
    assert build(tmp_path).exit_code == 0
    html = (tmp_path / "site/index.html").read_text("utf-8")
    assert "Was halbiert eine Schrittweite von 2?" in html
    assert '<bdi translate="no">Schrittweite</bdi>' in html


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


def test_a_section_may_lead_to_another_page_and_is_checked(tmp_path: Path) -> None:
    original = STRIDES.replace("    stem: What does", "    section: index.md#english\n    stem: What does")
    translated = HALVED.replace("    stem:", "    section: de.md#nirgends\n    stem:")
    files = {"quizzes/strides.yml": original, "quizzes/strides.de.yml": translated}
    outcome = build(draw(tmp_path, {**PAGES, **files}))
    assert [problem.partition("; ")[0] for problem in outcome.problems] == [
        'quizzes/strides.de.yml:3:14: halved: the page "de.md" has no anchor "#nirgends"'
    ]


def test_a_page_depends_on_the_translation_and_on_its_original(tmp_path: Path) -> None:
    for _ in ("cold", "warm"):
        bank = bank_of(tmp_path, strides_de=HALVED)
        assert files_of([german(bank, "halved")]) == ("quizzes/strides.de.yml", "quizzes/strides.yml")


def test_check_lists_what_is_missing_and_what_has_no_stamp(tmp_path: Path) -> None:
    assert notes(tmp_path, strides_de=HALVED) == [
        "quizzes/strides.de.yml:1:1: word: not translated yet (quizzes/strides.yml:15); "
        "add its texts; until then the original is shown",
        "quizzes/strides.de.yml:2:9: halved: not translated yet: objective, hints 1, explanation; "
        "add them; until then the original is shown",
        "quizzes/strides.de.yml:2:9: halved: the translation has no stamp; "
        "run `selfcheck stamp quizzes/strides.de.yml`, so that a later change of the original is noticed",
    ]


def test_cold_and_warm_reads_say_the_same_and_a_changed_original_is_read_anew(tmp_path: Path) -> None:
    wrong = STRIDES.replace("text: the number of weights", "text: die Zahl\n        feedback: no")
    cold = bank_of(tmp_path, strides_de=HALVED)
    warm = Site(tmp_path, require=()).bank()
    assert (warm.translations, warm.problems) == (cold.translations, cold.problems)
    assert german(warm, "halved") == german(cold, "halved")
    site = Site(tmp_path, require=())
    assert len(site.bank().notes) == 3
    (tmp_path / "quizzes/strides.yml").write_text(wrong, "utf-8")
    assert "options 2 feedback" in str(site.bank().notes[1])

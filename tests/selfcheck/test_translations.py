"""Translations of question files: what they give, and what pages show of them."""

from __future__ import annotations

import re
from pathlib import Path

from selfcheck.quiz import files_of
from selfcheck.site import Site
from tests.selfcheck.sites import build, draw
from tests.selfcheck.translated import HALVED, PAGES, STRIDES, VARIED, WORD, bank_of, german, notes


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


def test_an_option_that_begins_with_its_number_has_its_language(tmp_path: Path) -> None:
    options = "options: [{text: 1. two rows, correct: true}, {text: 2. two columns}]"
    question = f"id: which\n    type: single-choice\n    stem: Which?\n    {options}\n    explanation: So.\n"
    draw(tmp_path, {**PAGES, "quizzes/strides.yml": f"language: en\nquestions:\n  - {question}"})
    assert build(tmp_path).exit_code == 0
    html = (tmp_path / "site/de/index.html").read_text("utf-8")
    assert '<span lang="en">1. two rows</span>' in html


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
        "add its texts; until then the original is shown [untranslated]",
        "quizzes/strides.de.yml:2:9: halved: not translated yet: objective, hints 1, explanation; "
        "add them; until then the original is shown [untranslated]",
        "quizzes/strides.de.yml:2:9: halved: the translation has no stamp; "
        "run `selfcheck stamp quizzes/strides.de.yml`, so that a later change of the original is noticed "
        "[stale-translation]",
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

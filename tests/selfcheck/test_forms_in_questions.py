"""Words with forms of number in the texts of questions with variants, as `[=n|one: pixel|other: pixels]`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from selfcheck.block.searchable import stems_only
from selfcheck.pages import plural
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from selfcheck.variants.inline import Inline
from selfcheck.variants.variant import Variant
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.sites import CONFIGURATION, build, draw

WORD = "[=n|one: pixel|other: pixels]"
QUESTION = f"""id: painted
type: numeric
stem: |
  There are [=n] {WORD}, each split in four. How many
  parts are there?
parameters: {{n: [1, 2, 3]}}
answer: 4 * n
mistakes:
  - {{value: n + 40, feedback: "These are the [=n|one: whole pixel|other: {{}} whole pixels]."}}
hints: ["Begin with [=n|one: the only one|other: one of {{}}]."]
explanation: "[=n|one: It has|other: They have] [=4 * n] parts."
"""


def shown(written: str, language: str, *numbers: float) -> list[str]:
    """What a text shows for each number n."""
    return [Variant({"n": number}, {}, language).text(written) for number in numbers]


def test_a_word_takes_the_form_of_its_number_and_may_hold_it() -> None:
    assert shown(f"[=n] {WORD}", "en", 0, 1, 2) == ["0 pixels", "1 pixel", "2 pixels"]
    assert shown("[=n|one: one pixel|other: {} pixels]", "en", 1, 2) == ["one pixel", "2 pixels"]
    assert shown("pixel[=n|one:|other:s]", "en", 1, 2) == ["pixel", "pixels"]


def test_the_forms_are_those_of_the_language() -> None:
    arabic = "[=n|zero: صفر|one: واحد|two: اثنان|few: {} قليل|many: {} كثير|other: {} آخر]"
    numbers = (0, 1, 2, 3, 11, 100)
    assert shown(arabic, "ar", *numbers) == ["صفر", "واحد", "اثنان", "3 قليل", "11 كثير", "100 آخر"]
    assert shown(WORD, "fr", 0, 1, 2) == ["pixel", "pixel", "pixels"]
    assert shown("[=n|other: 画素]", "ja", 1, 2) == ["画素", "画素"]


def test_decimals_that_are_shown_count() -> None:
    assert shown("[=n:.1f|one: metre|other: metres]", "en", 1) == ["metres"]
    assert shown("[=n / 2|one: metre|other: metres]", "en", 2, 3) == ["metre", "metres"]
    assert shown("[=n:,|one: pixel|other: {} pixels]", "en", 1000) == ["1,000 pixels"]
    assert shown("[=0 - n|one: step|other: steps]", "en", 1) == ["step"]


def test_the_forms_begin_behind_the_formula_and_its_format() -> None:
    read = Inline.parse("f(n, '|a: b'):.2f| one : a: b |other:c")
    assert (read.formula, read.spec) == ("f(n, '|a: b')", ".2f")
    assert [(form.name, form.text) for form in read.forms] == [("one", "a: b"), ("other", "c")]


def built(folder: Path, language: str = "en", **translations: str) -> Path:
    """A site in one language, with the question, its translations and a page for each."""
    page = "# T\n\n```quiz\nown\n```\n"
    files = {"docs/index.md": page, "quizzes/own.yml": quiz_of(QUESTION)}
    for tag, text in translations.items():
        files |= {f"docs/{tag}.md": f"---\nlanguage: {tag}\n---\n{page}", f"quizzes/own.{tag}.yml": text}
    configuration = CONFIGURATION.replace("{name: mkdocs}", f"{{name: mkdocs, locale: {language}}}")
    draw(folder, {"mkdocs.yml": configuration, **files})
    outcome = build(folder)
    assert outcome.exit_code == 0, outcome.said
    return folder / "site"


GERMAN = """questions:
- id: painted
  stem: "Es gibt [=n|one: ein Pixel|other: {} Pixel]. Wie viele Viertel?"
"""
ARABIC = """questions:
- id: painted
  stem: "[=n|one: بكسل واحد|two: بكسلان|few: {} بكسلات|other: {} بكسل] كم جزءًا؟"
"""


def test_a_page_shows_the_form_of_its_first_variant_and_carries_those_of_all(tmp_path: Path) -> None:
    html = (built(tmp_path) / "index.html").read_text("utf-8").replace("&quot;", '"')
    (entry,) = read_quiz("own", "own.yml", quiz_of(QUESTION)).entries
    first, *_ = entry.item.variations
    for value in first.values:
        assert f'">{value}</span>' in html
    assert "[=" not in html
    assert all(
        word in html for word in ('"pixel"', '"pixels"', '"2 whole pixels"', '"the only one"', '"It has"')
    )


def test_a_translation_uses_the_forms_of_its_language(tmp_path: Path) -> None:
    site = built(tmp_path, de=GERMAN, ar=ARABIC)
    german, arabic = (
        (site / tag / "index.html").read_text("utf-8").replace("&quot;", '"') for tag in ("de", "ar")
    )
    assert '"ein Pixel"' in german
    assert '"2 Pixel"' in german
    assert all(word in arabic for word in ('"بكسل واحد"', '"بكسلان"', '"3 بكسلات"'))


def test_a_file_without_a_language_is_in_that_of_the_site(tmp_path: Path) -> None:
    french = QUESTION.replace("[1, 2, 3]", "[0, 1, 2]")
    draw(tmp_path, {"quizzes/own.yml": quiz_of(french)})
    for language, word in (("en", "pixels"), ("fr", "pixel")):
        bank = Site(tmp_path, page_language=language).bank()
        assert bank.problems == ()
        variants = bank.entries["painted"].item.variations
        assert next(each.values for each in variants if each.values[0] == "0").count(word) == 1
    assert Site(tmp_path, page_language="ja").bank().problems != ()
    named = f"language: en\n{quiz_of(french)}"
    draw(tmp_path, {"quizzes/own.yml": named})
    assert Site(tmp_path, page_language="ja").bank().problems == ()


def test_readers_keep_their_answers_in_every_language(tmp_path: Path) -> None:
    plain = draw(tmp_path / "a", {"quizzes/own.yml": quiz_of(QUESTION.replace("[1, 2, 3]", "[0, 1, 2]"))})
    prints = {
        Site(plain, page_language=language).bank().entries["painted"].item.fingerprint
        for language in ("en", "fr", "de")
    }
    assert len(prints) == 1


def test_the_search_index_has_the_form_that_the_page_shows(tmp_path: Path) -> None:
    html = stems_only((built(tmp_path) / "index.html").read_text("utf-8"))
    assert "[=" not in html
    assert "pixel" in html


@pytest.mark.parametrize(
    ("written", "place", "told"),
    [
        ("few: a|other: b", "5:26", 'the language "en" has no form "few"; there are: one, other'),
        ("ones: a|other: b", "5:26", '"ones" is no form of number; did you mean "one"?'),
        (
            "one: a",
            "5:26",
            'the form "other" is missing; add it at the end, as in [=n|one: pixel|other: pixels]',
        ),
        ("one: a|other: b|one: c", "5:42", 'the form "one" is given twice; keep one'),
        ("other: a|pixels", "5:35", '"pixels" is no form of number; valid: one, other'),
    ],
)
def test_a_wrong_form_is_told_at_its_line_and_column(written: str, place: str, told: str) -> None:
    question = QUESTION.replace("[=n] " + WORD, f"some [=n|{written}]")
    quiz = read_quiz("own", "own.yml", quiz_of(question))
    assert [str(each) for each in quiz.problems] == [f"own.yml:{place}: painted: {told}"]


def test_a_wrong_form_is_told_at_its_place_in_texts_of_one_line_and_folded_ones() -> None:
    for stem, place in (
        ('"How many [=n|few: a|other: b]?"', "4:25"),
        (">\n    How many\n    of [=n|few: a|other: b]?", "6:16"),
        ("How many\n    of them [=n|few: a|other: b]?".replace(": ", ":"), "5:21"),
    ):
        _head, _, rest = QUESTION.partition("parameters")
        question = f"id: painted\ntype: numeric\nstem: {stem}\nparameters{rest}"
        (problem,) = read_quiz("own", "own.yml", quiz_of(question)).problems
        assert str(problem).startswith(f"own.yml:{place}: painted: the language"), str(problem)


def test_a_text_is_no_number_to_choose_a_form_by() -> None:
    question = QUESTION.replace("{n: [1, 2, 3]}", "{n: [1, 2, 3], net: [U-Net, VGG]}").replace(
        "[=n] [=n", "[=n] [=net"
    )
    (problem,) = read_quiz("own", "own.yml", quiz_of(question)).problems
    assert "is no number to choose a form by (and so in 5 more variants); name a number before" in str(
        problem
    )


def test_a_translation_is_told_of_a_form_that_its_language_lacks(tmp_path: Path) -> None:
    wrong = GERMAN.replace("one:", "two:")
    draw(tmp_path, {"quizzes/own.yml": quiz_of(QUESTION), "quizzes/own.de.yml": wrong})
    (problem,) = Site(tmp_path).bank().problems
    assert str(problem).endswith(
        'own.de.yml:3:22: painted: the language "de" has no form "two"; there are: one, other'
    )


def test_a_language_whose_forms_nobody_knows_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "babel", None)
    plural._rules.cache_clear()
    draw(tmp_path, {"quizzes/own.yml": quiz_of(QUESTION)})
    problems = Site(tmp_path, page_language="pl").bank().problems
    plural._rules.cache_clear()
    assert 'the forms of number of "pl" are not known here; install Babel, which knows them' in str(
        problems[0]
    )


def test_a_warm_build_shows_the_same(tmp_path: Path) -> None:
    cold, warm = ((built(tmp_path, de=GERMAN) / "de/index.html").read_bytes() for _ in range(2))
    assert cold == warm

"""Phrasings in which rules find the flaws of options, and in which they find none."""

from __future__ import annotations

import pytest

from selfcheck.lint.linter import findings
from selfcheck.lint.question import Question
from tests.selfcheck.lint.questions import CLEAN, choice, found_in, quiz_with


def test_numbers_in_order_are_out_of_order_once_they_are_shuffled() -> None:
    row = choice("3", "9", "12", stem="How many pixels?")
    assert found_in(row) == set()
    assert found_in({**row, "shuffle": True}) == {"numbers-out-of-order"}


@pytest.mark.parametrize(
    "numbers",
    [
        ("12", "9", "3"),
        ("1,000", "2,000", "10,000"),
        ("−3", "0", "3"),
        ("3 px", "9 px", "12 px"),
        ("1/12", "1/6", "7/36", "1/2"),
        ("$1$", "$2$", "$3$"),
        ("about 3", "about 5", "about 9"),
        ("10^2", "10^3", "10^4"),
        ("one", "two", "three"),
        ("< 10", "10–20", "> 20"),
        ("3.6", "3.8", "3.10"),
        ("1.9.3", "1.10.0", "2.0.0"),
        ("$5", "$10", "$20"),
        ("1–5 °C", "6–9 °C", "10–20 °C"),
        ("30 s", "2 min", "1 hour"),
        ("2 m/s²", "3 m/s²", "18 m/s²"),
        ("34 m/s", "343 m/s", "1500 m/s", "3·10⁸ m/s"),
        ("28×28", "30×30", "32×32"),
        ("5 ms", "20 ms", "1 s"),
        ("`2**3`", "`3**2`", "`2*4`"),
    ],
)
def test_numbers_may_run_up_or_down_with_units_and_signs(numbers: tuple[str, ...]) -> None:
    assert found_in(choice(*numbers, stem="How many?")) == set()


@pytest.mark.parametrize("numbers", [("$0^{-1}$", "$1^{-1}$", "$2^{-1}$"), ("10000^99", "10^2", "10^3")])
def test_a_number_without_a_value_has_no_order(numbers: tuple[str, ...]) -> None:
    assert "numbers-out-of-order" not in found_in(choice(*numbers, stem="How much?"))


@pytest.mark.parametrize(
    "numbers",
    [
        ("1/3", "1/8", "1/2"),
        ("$3$", "$1$", "$2$"),
        ("~5 km", "~1 km", "~9 km"),
        ("$10^{3}$", "$10^{2}$", "$10^{4}$"),
        ("three", "one", "two"),
        ("60–80", "120–160", "80–100"),
        ("2 min", "30 s", "1 hour"),
        ("€50", "€5", "€20"),
        ("18 m/s²", "2 m/s²", "3 m/s²"),
        ("1500 m/s", "3·10⁸ m/s", "34 m/s"),
        ("6 × 10^23", "1.6 × 10^{-19}", "3 × 10^8"),
        ("1.6·10⁻¹⁹ C", "2·10⁵ C", "9·10⁻³¹ C"),
        ("32x32", "28x28", "30x30"),
        ("64 KB", "1 GB", "2 MB"),
        ("5 ms", "1 s", "20 ms"),
        ("1 mm", "5 µm", "1 cm"),
        ("0.5", "0.25", "0.75"),
    ],
)
def test_numbers_in_no_order_in_several_notations(numbers: tuple[str, ...]) -> None:
    assert "numbers-out-of-order" in found_in(choice(*numbers, stem="How much?"))


@pytest.mark.parametrize(
    "texts",
    [
        ("32×28", "28×30", "30×32"),
        ("128×28", "132×32", "116×16"),
        ("5×1000", "2×1000", "3×100"),
        ("3 m", "1 s", "2 g"),
        ("404 Gone", "200 Fine", "301 Moved"),
        ("2", "many", "1"),
    ],
)
def test_texts_that_begin_with_numbers_of_several_kinds_have_no_order(texts: tuple[str, ...]) -> None:
    assert "numbers-out-of-order" not in found_in(choice(*texts, stem="Which?"))


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "No, it is a weight",
        "None of the above",
        "`not x`",
        "A note",
        "404 Not Found",
        'It says "not found"',
        "A not-equal sign",
        "204 No Content",
        "It halves not only rows",
        "It takes the whole map, not just a row",
    ],
)
def test_what_is_no_negative_option(text: str) -> None:
    assert "negative-option" not in found_in(choice(*CLEAN[:2], text))


@pytest.mark.parametrize(
    "text",
    [
        "It is not a step",
        "It isn’t a step",
        "There is no step",
        "It can never be",
        "Not a step",
        "no Step is it",
        "Nothing is kept",
    ],
)
def test_what_is_a_negative_option(text: str) -> None:
    assert "negative-option" in found_in(choice(*CLEAN[:2], text))


@pytest.mark.parametrize(
    "options",
    [
        ("It is always a step", "It is never a weight", "A border"),
        ("A step", "No border at all is kept there", "A weight"),
        ("A step", "A read-only map of the classes", "A weight"),
        ("A step", "The first layer only", "A weight"),
        ("A step", "`all(x) and only(y) == z + 1`", "A weight"),
        ("A step", "Reads all rows", "A weight"),
        ("all steps of layers", "all of the weights that it has, and more", "a weight"),
        ("A step", "It adds up all rows of the map", "A weight"),
        ("A step", "It reads nothing at all of the map", "A weight"),
        ("A step", "None is kept in the map", "A weight"),
        ("A step", "It is almost always two rows wide", "A weight"),
        ("It is a step", "It must be signed by a witness", "A weight"),
        ("The sides of it must be even", "It always halves the sides", "A weight"),
    ],
)
def test_a_word_without_exceptions_is_no_flaw_where_the_key_has_one_or_it_claims_nothing(
    options: tuple[str, ...],
) -> None:
    assert "absolute-in-distractors" not in found_in(choice(*options))


@pytest.mark.parametrize(
    "claim",
    [
        "All rows are kept.",
        "It eliminates all errors",
        "It guarantees that every row is read",
        "Only layers have it",
        "It reads the map at all times",
        "It is right under all settings",
    ],
)
def test_a_short_claim_without_exceptions_gives_a_distractor_away(claim: str) -> None:
    assert "absolute-in-distractors" in found_in(choice("It is a step", "It is a weight", claim))


@pytest.mark.parametrize(
    ("option", "is_made_of_others"),
    [
        ("A weight and a border", True),
        ("Neither a weight nor a border", True),
        ("Both", True),
        ("A and B", True),
        ("A weight and a kernel", False),
        ("Both borders of the row", False),
        ("1, 4, 4", False),
        ("Both weights and borders", True),
        ("Both weights and kernels", False),
        ("Both step and weight", True),
        ("Both A and B", True),
        ('It is neither "weight" nor "border."', True),
        ("Only A and B", True),
        ("(a) and (b)", True),
        ("Either of them", True),
    ],
)
def test_an_option_that_is_made_of_others(option: str, is_made_of_others: bool) -> None:
    found = found_in(choice("A step", "A weight", "A border", option))
    assert ("complex-options" in found) == is_made_of_others


def test_an_expression_with_and_is_not_made_of_other_options() -> None:
    question = choice("`a = 1`", "`b = 2`", "`a = 1 and b = 2`", stem="Which one is short?")
    assert "complex-options" not in found_in(question)
    assert "complex-options" in found_in(choice("`map`", "`sum`", "Both `map` and `sum`", stem="Which?"))
    assert "complex-options" in found_in(
        choice("`let` only", "`var` only", "Both `let` and `var`", stem="Which?")
    )


@pytest.mark.parametrize(
    ("options", "is_made_of_others"),
    [
        (("The map only", "The row only", "The map and the row", "The cell"), True),
        (("Just the map", "Only the row", "The map and the row together", "The cell"), True),
        (("The map alone", "The row alone", "The map or the row", "The cell"), True),
        (("The map only", "The row only", "The row and the cell", "The edge"), False),
        (("The only map", "The row alone", "The map and the row", "The cell"), False),
    ],
)
def test_an_only_does_not_hide_what_an_option_is_made_of(
    options: tuple[str, ...], is_made_of_others: bool
) -> None:
    assert ("complex-options" in found_in(choice(*options, stem="What counts?"))) is is_made_of_others


def test_both_of_two_things_is_made_of_the_options_that_say_more_of_them() -> None:
    options = (
        "both the strides and the paddings",
        "strides of the layers",
        "the paddings",
        "the age of the weights",
    )
    assert "complex-options" in found_in(choice(*options, stem="What counts?"))
    assert "complex-options" not in found_in(
        choice("both sides and corners", *options[1:], stem="What counts?")
    )


@pytest.mark.parametrize(
    ("option", "rule"),
    [
        ("None of the mentioned", "none-of-the-above"),
        ("None of these programs", "none-of-the-above"),
        ("None of the above.", "none-of-the-above"),
        ("All of the listed", "all-of-the-above"),
        ("All the above", "all-of-the-above"),
        ("All three are right", "all-of-the-above"),
        ("Everything mentioned above", "all-of-the-above"),
        ("Every option above", "all-of-the-above"),
        ("Each of these", "all-of-the-above"),
        ("All of the aforementioned.", "all-of-the-above"),
        ("No option is correct", "none-of-the-above"),
        ("Not any of the above", "none-of-the-above"),
        ("None of the layers listed", "none-of-the-above"),
        ("None of the suggested options", "none-of-the-above"),
        ("There is no correct answer", "none-of-the-above"),
        ("No correct option is given.", "none-of-the-above"),
        ("None is true", "none-of-the-above"),
        ("None are layers", "none-of-the-above"),
        ("Nothing is correct", "none-of-the-above"),
        ("It has all of these parts", "all-of-the-above"),
        ("in all of the above layers", "all-of-the-above"),
        ("They are all true", "all-of-the-above"),
        ("All of the stated options", "all-of-the-above"),
        ("All the answers are right", "all-of-the-above"),
        ("All of these are layers", "all-of-the-above"),
        ("All of these things are right", "all-of-the-above"),
        ("All are needed", "all-of-the-above"),
    ],
)
def test_an_option_about_all_others_in_several_wordings(option: str, rule: str) -> None:
    assert rule in found_in(choice(*CLEAN[:2], option))


@pytest.mark.parametrize(
    "option",
    [
        "None",
        "`None`",
        "All pixels of the map",
        "None but the first layer",
        "No option is needed for that",
        "Nothing is kept",
        "None is shown",
        "There is no correct answer to such a question",
        "All are kept in one map",
        "All of these layers halve the map",
        "Each of these weights is squared",
        "In all of these layers, the map is halved",
    ],
)
def test_what_is_no_option_about_all_others(option: str) -> None:
    assert not {"none-of-the-above", "all-of-the-above"} & found_in(choice(*CLEAN[:2], option))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$x^2$", "$3x^2$"),
        ("the limit $\\frac{1}{n}$", "the limit $\\frac{1}{2n}$"),
        ("C", "C#"),
        ("A ∪ B", "A ∩ B"),
        ("(a, b]", "[a, b)"),
        ("rows & columns", "rows | columns"),
        ("5 mW of power", "5 MW of power"),
        ("1", "1.0"),
        ("`1`", "`1.0`"),
        ("`'a b'`", "`'ab'`"),
        ("NULL", "null"),
        ("Aa", "aa"),
        ("two rows", "three rows"),
        ("I hope, that it halves.", "I hope that it halves."),
        ("Let's eat, Ann.", "Let's eat Ann."),
        ("It grows", "It drops"),
        ("from the image to the label", "to the image from the label"),
    ],
)
def test_options_that_differ_in_signs_that_count(one: str, other: str) -> None:
    assert "near-duplicate-options" not in found_in(choice(one, other, "a border"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$x^2$", "$x ^ 2$"),
        ("The rows halve.", "the rows halve"),
        ("It doesn't halve", "It does not halve"),
        ("two rows", "2 rows"),
        ('the "row" alone', "the row alone"),
        ("It deletes the large map", "It removes the big map"),
        ("to store data", "to save information"),
        ("It ends", "It finishes"),
        ("1/2", "0.5"),
        ("25 %", "1/4"),
    ],
)
def test_options_that_differ_in_signs_that_do_not_count(one: str, other: str) -> None:
    assert "near-duplicate-options" in found_in(choice(one, other, "a border"))


@pytest.mark.parametrize(
    ("explanation", "shuffle", "is_told"),
    [
        ("Ans: B", False, True),
        ("A) is a step, since the kernel moves by it.", False, True),
        ("A and C are no weights.", False, True),
        ("A and C are no weights.", True, True),
        ("Layers A and C have no weights.", False, False),
    ],
)
def test_an_option_that_is_called_by_its_letter(explanation: str, shuffle: bool, is_told: bool) -> None:
    found = found_in(choice(*CLEAN, explanation=explanation, shuffle=shuffle))
    assert ("option-by-letter" in found) is is_told


def test_letters_that_may_be_names_are_told_once_in_a_text() -> None:
    (entry,) = quiz_with(choice(*CLEAN, explanation="A and C are no weights. B is wrong.")).entries
    told = [
        found.message for rule, found in findings(Question(entry.item)) if rule.name == "option-by-letter"
    ]
    assert told == [
        '"B is wrong" names an option by its place, which changes when options are added or moved'
    ]


@pytest.mark.parametrize("option", ["Both of the above", "Neither of the above"])
def test_an_option_about_two_others_is_told_once(option: str) -> None:
    assert found_in(choice(*CLEAN[:2], option)) & {"complex-options", "option-by-letter"} == {
        "complex-options"
    }


@pytest.mark.parametrize("option", ["All of the above", "Both of them"])
def test_an_option_about_others_is_left_out_where_each_can_be_chosen(option: str) -> None:
    question = {**choice(*CLEAN[:2], option), "type": "multiple-response"}
    (entry,) = quiz_with(question).entries
    assert [found.hint.partition(":")[0] for _, found in findings(Question(entry.item))] == ["leave it out"]

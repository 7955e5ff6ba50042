"""Problems of questions: position, id, message and hint."""

from __future__ import annotations

import re
import textwrap

import pytest

from selfcheck.question_types import discover
from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import QUESTION, colon_told, line_of, problems, without

TYPES = ", ".join(discover())


def test_the_sample_itself_is_sound() -> None:
    assert problems(quiz_of(QUESTION)) == []


def test_a_field_given_twice() -> None:
    twice = f"{QUESTION}stem: another\n"
    assert problems(quiz_of(twice)) == [
        f"{2 + QUESTION.count(chr(10))}:5: "
        f'the field "stem" is given twice; keep one; the first is in line {line_of("stem")}'
    ]


def test_an_unknown_field_with_the_nearest_name() -> None:
    line = 2 + QUESTION.count("\n")
    assert problems(quiz_of(f"{QUESTION}hint: [a]\n")) == [
        f'{line}:5: example: unknown field "hint"; did you mean "hints"?'
    ]


def test_an_unknown_field_far_from_all_names() -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}colour: red\n"))
    assert 'example: unknown field "colour"; valid: ' in problem


def test_an_unknown_field_of_the_file() -> None:
    assert problems(f"author: me\n{quiz_of(QUESTION)}") == [
        '1:1: unknown field "author"; valid: confidence, language, passages, questions, title'
    ]


def test_a_misspelt_field_of_the_file_is_read_as_it_was_meant() -> None:
    question = f"{without('objective')}passage: p\nobjectiv: it\n"
    line = 2 + question.count("\n")
    assert problems("passage: {p: text, q: [a]}\n" + quiz_of(question).replace("questions", "Question")) == [
        '1:1: unknown field "passage"; did you mean "passages"?',
        "1:23: a text is expected, not a list; write the text behind the name, or below it after `|`",
        '2:1: unknown field "Question"; did you mean "questions"?',
        f'{line}:5: example: unknown field "objectiv"; did you mean "objective"?',
    ]


def test_a_misspelt_field_of_the_file_may_be_none_that_was_meant() -> None:
    assert problems("question: Why?\nlangage: 3\n") == [
        '1:1: unknown field "question"; did you mean "questions"?',
        '2:1: unknown field "langage"; did you mean "language"?',
    ]


def test_a_field_name_that_is_not_a_scalar() -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}[a]: b\n"))
    assert problem.endswith(": a field name must be a word; write `name: value`")


def test_a_name_of_many_lines_is_told_in_one() -> None:
    (problem,) = problems(quiz_of(f'{QUESTION}"two\\nlines": a\n'))
    assert 'example: unknown field "two lines"; valid: ' in problem


def test_a_name_with_a_control_character_shows_its_number() -> None:
    (problem,) = problems(quiz_of(f'{QUESTION}"b\\x1b[31mold": a\n'))
    assert 'unknown field "b<U+001B>[31mold"; valid: ' in problem


def test_a_name_in_letters_of_full_width_is_read_as_it_was_meant() -> None:
    question = re.sub("^stem:", "ｓｔｅｍ:", QUESTION, flags=re.MULTILINE)
    assert problems(quiz_of(question)) == [
        f'{line_of("stem")}:5: example: unknown field "ｓｔｅｍ"; did you mean "stem"?'
    ]


def test_a_tag() -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}objective: !important this\n"))
    assert problem.endswith(
        ': the tag "!important" is not known here; put quotes round the text, or remove the tag'
    )


def test_an_unknown_type() -> None:
    question, problem = with_a_misspelt_type()
    assert problems(quiz_of(question)) == [problem]


def test_a_question_of_a_misspelt_type_is_read_as_it_was_meant() -> None:
    question, problem = with_a_misspelt_type()
    line = 2 + question.count("\n")
    assert problems(quiz_of(f"{question}objectiv: more\n")) == [
        problem,
        f'{line}:5: example: unknown field "objectiv"; did you mean "objective"?',
    ]


def with_a_misspelt_type() -> tuple[str, str]:
    """The question with a letter too many in its type, and what is said about it."""
    question = re.sub(r"^type: .*$", r"\g<0>x", QUESTION, flags=re.MULTILINE)
    (meant,) = re.findall(r"^type: (.*)$", QUESTION, flags=re.MULTILINE)
    return question, f'{line_of("type")}:11: example: unknown type "{meant}x"; did you mean "{meant}"?'


def test_a_type_that_is_far_from_all() -> None:
    question = re.sub(r"^type: .*$", "type: riddle", QUESTION, flags=re.MULTILINE)
    assert problems(quiz_of(question)) == [
        f'{line_of("type")}:11: example: unknown type "riddle"; valid: {TYPES}'
    ]


def test_a_missing_type() -> None:
    assert problems(quiz_of(without("type"))) == [
        f'2:9: example: "type" is missing; add `type:`, one of: {TYPES}'
    ]


@pytest.mark.parametrize("written", ["Type", "TYPE", "tpye", "typ"])
def test_a_misspelt_field_of_the_type_is_told_as_such_and_read_as_it_was_meant(written: str) -> None:
    question = re.sub("^type:", f"{written}:", QUESTION, flags=re.MULTILINE) + "colour: red\n"
    misspelt, unknown = problems(quiz_of(question))
    line = line_of("type")
    assert misspelt == f'{line}:5: example: unknown field "{written}"; did you mean "type"?'
    assert 'unknown field "colour"' in unknown


def test_of_a_question_without_a_type_what_all_types_share_is_told() -> None:
    question = "id: An example\nStem: Why?\nexplanation: So.\nhints: think\nof-some-type: 1\n"
    told = problems(quiz_of(question))
    assert [each.split(": ", 2)[2].split(";")[0] for each in told] == [
        '"An example" is no id: small letters, digits and single hyphens only',
        '"type" is missing',
        'unknown field "Stem"',
        'a list is expected, not "think"',
    ]


def test_a_field_is_not_told_to_be_one_that_stands_beside_it() -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}stems: again\n"))
    assert 'unknown field "stems"; valid: ' in problem


def test_a_text_that_is_a_comment_to_yaml_is_told_once() -> None:
    question = re.sub("^stem:.*$", "stem: #fff", QUESTION, flags=re.MULTILINE)
    (problem,) = problems(quiz_of(question))
    assert problem.startswith(
        f'{line_of("stem")}:11: the text ends before "#fff", which is a comment to YAML'
    )


def test_a_field_that_a_text_has_swallowed_is_told_at_its_line() -> None:
    question = (
        f"{without('explanation')}explanation: |\n  because\n  of it\n  objective: know why\n  hints: [a]\n"
    )
    line = 2 + question.count("\n")
    assert problems(quiz_of(question)) == [
        f'{line - 2}:7: example: "objective:" stands inside the text of "explanation"; '
        "indent it as far as `explanation:`",
        f'{line - 1}:7: example: "hints:" stands inside the text of "explanation"; '
        "indent it as far as `explanation:`",
    ]


@pytest.mark.parametrize(
    "explanation",
    [
        ">\n  because\n  of it\n  hints: [a]",
        '"because\n  of it\n  hints: [a]"',
        "'because\n\n  hints: [a]'",
        "|\n  because\n  hints:\n    - a\n    - b",
        "|\n  because\n  hints:\n  - a\n  - b",
        "|\n  because\n  hints:\n    - |\n      a",
        "|\n  because\n\n  hints: [a,\n    b]",
        ">-\n  because\n  hints: |\n    a\n\n    b",
    ],
    ids=["folded", "double", "single", "list", "flat-list", "block", "two-lines", "paragraphs"],
)
def test_whatever_a_field_in_a_text_of_any_style_holds_it_is_told(explanation: str) -> None:
    text = quiz_of(f"{without('explanation')}explanation: {explanation}\n")
    line = next(number for number, each in enumerate(text.split("\n"), 1) if "hints:" in each)
    assert problems(text) == [
        f'{line}:7: example: "hints:" stands inside the text of "explanation"; '
        "indent it as far as `explanation:`"
    ]


@pytest.mark.parametrize("style", ["|\n", ">\n  because\n"])
def test_a_question_that_a_text_has_swallowed_is_told_at_its_line(style: str) -> None:
    swallowed = "- id: next\n  type: true-false\n  stem: |\n    It is.\n\n    So.\n  answer: true\n"
    question = f"{without('explanation')}explanation: {style}  so\n\n" + textwrap.indent(swallowed, "  ")
    line = 2 + question[: question.index("- id: next")].count("\n")
    assert problems(quiz_of(question)) == [
        f'{line}:7: example: the question "next" stands inside the text of "explanation"; '
        "indent its `- id:` like that of this question"
    ]


@pytest.mark.parametrize(
    "explanation",
    [
        "|\n  ```yaml\n  - id: next\n    type: true-false\n  ```",
        "|\n  A question has\n\n  - id: its name\n  - type: how it is answered",
        "|\n  They are these\n  hints:\n\n  - a\n  - b",
        "|\n  They are these\n  hints:\n\n      a\n      b",
        "|\n  They are these\n  hints:\n    whatever helps",
        "|\n  ```\n  hints: [a]\n  ```",
        ">\n  because\n  hints: help\n  readers",
        '"hints: in a line,\n  and more"',
        ">\n  hints: at the beginning",
    ],
)
def test_a_text_may_speak_of_fields_and_questions(explanation: str) -> None:
    assert problems(quiz_of(f"{without('explanation')}explanation: {explanation}\n")) == []


@pytest.mark.parametrize("fields", ["hints:\n  - Encoder: halves it\n", "objective:\n  Größe: klein\n"])
def test_a_colon_in_a_text_of_a_list_is_told_as_in_any_text(fields: str) -> None:
    assert colon_told(f"{QUESTION}{fields}")


def test_a_misspelt_field_may_be_none_that_was_meant() -> None:
    """What stands behind it is not told to be wrong."""
    (problem,) = problems(quiz_of(f"{QUESTION}hint: look\n"))
    assert 'unknown field "hint"' in problem


def test_a_text_may_end_with_the_name_of_a_field_that_is_given() -> None:
    lines = (
        "because",
        "explanation: so",
        "hints: in the middle",
        "of it",
        "Objective: none",
        "  hints: code",
    )
    question = f"{without('explanation')}explanation: |\n" + "".join(f"  {line}\n" for line in lines)
    assert problems(quiz_of(question)) == []


def test_a_missing_stem() -> None:
    assert problems(quiz_of(without("stem"))) == [
        '2:9: example: "stem" is missing; add `stem:`, the question itself, in Markdown'
    ]


@pytest.mark.parametrize("nothing", ["", '""', "'  '"])
def test_a_stem_with_nothing_in_it(nothing: str) -> None:
    question = re.sub(r"^stem:.*$", f"stem: {nothing}".rstrip(), QUESTION, flags=re.MULTILINE)
    (problem,) = problems(quiz_of(question))
    assert problem.startswith(f"{line_of('stem')}:")
    assert problem.endswith('example: "stem" is missing; add `stem:`, the question itself, in Markdown')


@pytest.mark.parametrize(
    ("field", "meaning"),
    [
        ("explanation", "the mechanism behind the answer, in full"),
        ("hints", "nudges, opened one by one, the strongest last"),
        ("objective", "what a reader who answers right can do"),
        ("section", "the section of a page that teaches it, as lessons/page.md#heading"),
    ],
)
def test_whatever_the_site_requires(field: str, meaning: str) -> None:
    assert problems(quiz_of(without(field)), field) == [
        f'2:9: example: "{field}" is missing; add `{field}:`, {meaning}'
    ]


def test_a_required_field_that_is_faulty_is_not_missing_too() -> None:
    question = f"{without('explanation')}explanation: [because]\n"
    (problem,) = problems(quiz_of(question))
    assert "a text is expected, not a list" in problem


def test_an_id_that_is_missing() -> None:
    assert problems(quiz_of(without("id"))) == [
        '2:5: "id" is missing; '
        "add `id:`, the name of the question: kebab-case, unique on the site, kept for ever"
    ]


@pytest.mark.parametrize(
    ("written", "cure"),
    [
        ("Skip Connections", "write skip-connections"),
        ("skip_connections", "write skip-connections"),
        ("-skip--connections-", "write skip-connections"),
        ("größe", "write grosse"),
        ("Élan vital", "write elan-vital"),
        ("'?'", "write a few words joined by hyphens"),
    ],
)
def test_an_id_that_is_malformed(written: str, cure: str) -> None:
    question = re.sub(r"^id: .*$", f"id: {written}", QUESTION, flags=re.MULTILINE)
    name = written.strip("'")
    assert problems(quiz_of(question)) == [
        f'2:9: {name}: "{name}" is no id: small letters, digits and single hyphens only; {cure}'
    ]


@pytest.mark.parametrize(
    "written",
    [
        "/lessons/a.md",
        "../a.md",
        "https://example.org/a.md",
        "lessons/a",
        "lessons/a.md#two words",
        "#here",
    ],
)
def test_a_section_that_names_no_passage(written: str) -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}section: '{written}'\n"))
    assert problem.endswith(
        f'example: "{written}" does not name a section of a page; '
        "write it from the docs folder, as in lessons/page.md#heading"
    )


@pytest.mark.parametrize("written", ["c# intro.md", "c#.markdown#heading"])
def test_a_section_of_a_page_that_cannot_be_named(written: str) -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}section: '{written}'\n"))
    assert problem.endswith(
        f'example: "{written}" does not name a section of a page; '
        "a page with # in its name cannot be named: give the file another name"
    )

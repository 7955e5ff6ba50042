"""What YAML makes of a text is told where it is not what the author wrote."""

from __future__ import annotations

import pytest

from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import QUESTION, problems, without

COMMENT = "is a comment to YAML; put quotes round the text; before a comment, leave two spaces"
ESCAPE = "use single quotes, or start the text on a new line after `|`: a backslash is one there"
JOINED = (
    "YAML joins this line to the one before, and Markdown makes no list or table of it; "
    "start the text on a new line after `|`, which keeps its lines"
)


def told(field: str) -> list[str]:
    """What is told about the sample with this stem, which stands in its last lines."""
    return problems(quiz_of(f"{without('stem')}{field}\n"))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("What is C #1?", "#1?"),
        ("Issue #12 is about strides", "#12 is about strides"),
        ("A colour such as #fff", "#fff"),
        ("What does # mean in Python?", "# mean in Python?"),
        ("Does `a = 1 # one` assign a", "# one` assign a"),
        ("F # minor", "# minor"),
        ("The key of C # is near", "# is near"),
        ("何が #1 ですか。", "#1 ですか。"),
        ("Which language is called C #", "#"),
        ("What became of item # 3", "# 3"),
        ("What does the key (the # on a telephone) do", "# on a telephone) do"),
    ],
)
def test_a_text_that_ends_where_yaml_sees_a_comment(text: str, rest: str) -> None:
    line = 1 + without("stem").count("\n") + 1
    column = 5 + len("stem: ") + text.index("#")
    (problem,) = told(f"stem: {text}")
    assert problem.endswith(f'the text ends before "{rest}", which {COMMENT}')
    assert problem.startswith(f"{line}:{column}: ")


def test_a_cut_text_in_quotes_of_a_word_processor() -> None:
    (problem,) = told("stem: “What is C #1?”")
    assert problem.endswith('comment to YAML; “ is no quote to YAML: write " before the text and behind it')


@pytest.mark.parametrize(
    "text",
    [
        "What is a stride?  # asked in chapter 2",
        "What is a stride?  #asked in chapter 2.",
        "What is a stride? # asked in chapter 2",
        "What is a stride # asked in chapter 2",
        "What is a stride? # 2",
        "What is C#1?",
        "F  # minor comes next",
        "f # the function",
        "'What is C #1?'",
        '"What is C #1?"',
        "|\n  What is C #1?",
        ">\n  What is C #1?",
    ],
)
def test_a_comment_beside_a_text_and_a_sign_inside_one_pass(text: str) -> None:
    assert told(f"stem: {text}") == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "&lt is a sign of HTML",
            'the text begins after "&lt", which is an anchor to YAML; put quotes round',
        ),
        ("! a is the opposite of a", 'the tag "!" is not known here; put quotes round the text'),
        ("!!important is a tag", 'the tag "!!important" is not known here; put quotes round the text'),
    ],
)
def test_a_text_whose_beginning_means_something_to_yaml(text: str, message: str) -> None:
    line = 1 + without("stem").count("\n") + 1
    (problem,) = told(f"stem: {text}")
    assert problem.startswith(f"{line}:11: ")
    assert message in problem


def test_an_anchor_that_an_alias_repeats_is_no_part_of_the_text() -> None:
    assert told("stem: &asked What is a stride?\nobjective: *asked") == []


def test_a_comment_beside_what_is_no_text_passes() -> None:
    assert problems(quiz_of(f"{QUESTION}last-hint-after-attempt: false #not yet\nhints: [a] #one\n")) == []


@pytest.mark.parametrize(
    ("text", "sign", "meaning"),
    [
        (r"$\frac12$", "f", "a control character"),
        (r"$\beta$", "b", "a control character"),
        (r"$\rho$", "r", "a control character"),
        (r"$\vec x$", "v", "a control character"),
        (r"$\Nabla$", "N", "a control character"),
        (r"$\theta$", "t", "a tab"),
        (r"2\times 3", "t", "a tab"),
        (r"$a \neq b$", "n", "a line break"),
        (r"C:\new", "n", "a line break"),
        (r"snake\_case", "_", "a space that does not break"),
    ],
)
def test_a_backslash_inside_double_quotes(text: str, sign: str, meaning: str) -> None:
    line = 2 + without("stem").count("\n")
    column = 5 + len('stem: "') + text.index("\\")
    (problem,) = told(f'stem: "{text}"')
    assert problem.startswith(f"{line}:{column}: ")
    assert problem.endswith(f"inside double quotes, \\{sign} is {meaning}; {ESCAPE}")


@pytest.mark.parametrize(
    "text",
    [
        r'"first line\nsecond line"',
        r'"\"quoted\""',
        r'"a\t"',
        r'"$\\frac12$ and C:\\new"',
        r'"line\n\\frac and \"\\times"',
        r'"costs 5 $ or 6 $,\nand more"',
        r'"\u00e9\x41"',
        r"'$\frac12$'",
        r"$\frac12$ and \_",
        "|\n  $\\frac12$",
    ],
)
def test_escapes_that_are_meant_and_backslashes_elsewhere_pass(text: str) -> None:
    assert told(f"stem: {text}") == []


@pytest.mark.parametrize(
    ("lines", "faulty"),
    [
        (["stem: >", "  Which of these?", "  - one", "  - two"], 2),
        (["stem: Which of these?", "  - one", "  - two"], 1),
        (["stem: 'Which of these?", "  1. one'"], 1),
        (['stem: "Which?', "  * one", '  "'], 1),
        (["stem: >-", "  | a | b |", "  |---|---|"], 2),
        (["stem: >", "  Code:", "  ```", "  a", "  ```"], 2),
        (["stem: Which of these?", "  • one", "  • two"], 1),
        (["stem: • one", "  • two"], 1),
        (["stem: >", "  Which?", "  a) one", "  b) two"], 2),
        (["stem: 'Which?", "  (A) one", "  that goes on", "  (B) two'"], 1),
    ],
)
def test_lines_that_yaml_joins_although_they_begin_a_list(lines: list[str], faulty: int) -> None:
    first = 2 + without("stem").count("\n")
    (problem,) = told("\n".join(lines))
    assert problem == f"{first + faulty}:7: {JOINED}"


@pytest.mark.parametrize(
    "lines",
    [
        ["stem: >", "  Which of these", "  is right?", "", "  - one"],
        ["stem: Which of these", "  is - or was - right?"],
        ["stem: >", "  Some code:", "", "      - one", "      - two"],
        ["stem: |", "  Which?", "", "  - one", "  - two"],
        ["stem: 'Which?", "", "  - one'"],
        ["stem: >", "  The map is small", "  – half as wide –", "  and cheap."],
        ["stem: >", "  a) one", "", "  b) two"],
        ["stem: Which one, that of", "  A. Turing or of", "  C. Shannon?"],
    ],
)
def test_lines_that_are_joined_as_meant_pass(lines: list[str]) -> None:
    assert told("\n".join(lines)) == []


@pytest.mark.parametrize(
    "word", ["no", "on", "off", "Yes", "1_000", "0o17", "12:30", "1e3", "2026-11-28", ".5", "=", "<<"]
)
def test_a_word_that_other_readers_of_yaml_change_is_a_text(word: str) -> None:
    assert told(f"stem: {word}") == []


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u3000"])
def test_any_blank_stays_inside_a_text(blank: str) -> None:
    assert told(f"stem: What{blank}is it?") == []


@pytest.mark.parametrize("before", ["\ufeff", ""])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_the_marks_of_other_editors_change_no_place(before: str, line_break: str) -> None:
    text = quiz_of(f"{QUESTION}colour: red\n").replace("\n", line_break)
    (problem,) = problems(before + text)
    assert problem.startswith(f"{2 + QUESTION.count(chr(10))}:5: ")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085"])
def test_a_line_break_that_editors_hide(sign: str) -> None:
    line = 2 + without("stem").count("\n")
    assert told(f"stem: |\n  What{sign}is it?") == [
        f"{line + 1}:11: a line break that hardly any editor shows stands here (U+{ord(sign):04X}); delete it"
    ]

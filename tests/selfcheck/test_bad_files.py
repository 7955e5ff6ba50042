"""Problems of question files: their YAML, their structure, and their place on the disk."""

from __future__ import annotations

import re
import textwrap
import time
import tracemalloc
from pathlib import Path

import pytest

from tests.selfcheck.cases import quiz_of
from tests.selfcheck.faulty import QUESTION, line_of, problems, problems_on_disk, without

NUMERIC = "id: example\ntype: numeric\nstem: How many?\nanswer: 3\nexplanation: because\n"
QUOTES = "put quotes round the text, or start it on a new line after `|`"
OPEN_QUOTE = (
    "the quote that opens here is never closed; "
    "add the closing quote, or start a text with this sign on a new line after `|`"
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("stem: What: this?", f"1:11: a colon and a space stand inside a text; {QUOTES}"),
        ("stem: `code` first", f"1:7: a text cannot begin with this character; {QUOTES}"),
        ("stem: *bold* first", f"1:12: a text cannot begin with * or &; {QUOTES}"),
        ("stem: *bold", f"1:7: a text cannot begin with *; {QUOTES}"),
        ("stem: ![picture](x.png)", f"1:7: a text cannot begin with !; {QUOTES}"),
        ("stem: > 5 layers", f"1:7: a text cannot begin with > or |; {QUOTES}"),
        (
            "- {stem: see #12, id: x}",
            "1:14: the text ends before #, which begins a comment to YAML; put quotes round the text",
        ),
        (
            "- [a,, b]",
            "1:6: a value is missing here; write it, or put quotes round a text with commas",
        ),
        ("-\ta: b\n\tc: d", "1:2: a tab stands here; write spaces"),
        ("stem: 'open\nid: x", f"1:7: {OPEN_QUOTE}"),
        ("stem: 'tis so", f"1:7: {OPEN_QUOTE}"),
        (
            "stem: {open\nid: x",
            "1:7: the brace that opens here is never closed; "
            "close it, or put quotes round a text that begins with this sign",
        ),
        (
            "stem: [open\nid: x",
            "1:7: the bracket that opens here is never closed; "
            "close it, or put quotes round a text that begins with this sign",
        ),
        (
            "title: a\n---\ntitle: b",
            "2:1: a second document begins here; remove the line `---`: one file is one quiz",
        ),
        (
            "title: a\x07",
            "1:9: a character that YAML does not allow stands here; delete the control character",
        ),
        (
            "title: a\n stem: b\n  id: c",
            "2:2: this line is further in than the field above, and goes on with its text; "
            "indent it like that field, or start the text on a new line after `|`",
        ),
        (
            "questions:\n  - id: a\n   stem: b",
            "3:4: this line begins no entry of the list above, and belongs to none; "
            "write `- ` before it, or indent it like the fields of the entry",
        ),
        (
            "stem: |\n    code\n  text\n",
            "3:3: this line is further in than the fields around it, and not as far in as what stands "
            "above it; indent it like one of the two",
        ),
        (
            r'stem: "Is \sigma so?"',
            r"1:11: inside double quotes, \s stands for no character; "
            "use single quotes, or start the text on a new line after `|`: a backslash is one there",
        ),
        (
            r'stem: "C:\users"',
            r"1:10: inside double quotes, \u stands for no character; "
            "use single quotes, or start the text on a new line after `|`: a backslash is one there",
        ),
        (
            "stem: 'Why don't we?'\nid: x",
            "1:16: the text goes on behind its closing quote; "
            "start the text on a new line after `|`, where quotes are plain signs",
        ),
        (
            "- {stem: 'Why don't we?', id: x}",
            "1:19: a value goes on behind its end; "
            "write a comma between two values; in a text between single quotes, write '' for one of them",
        ),
        (
            '- {text: "red" correct: true}',
            "1:16: a value goes on behind its end; "
            "write a comma between two values; in a text between single quotes, write '' for one of them",
        ),
        ("stem: [Look](a.md) here\nid: x", f"1:13: a text cannot begin with [ or {{; {QUOTES}"),
        ("stem: {x} is a set\nid: x", f"1:11: a text cannot begin with [ or {{; {QUOTES}"),
        ("stem: - minus", f"1:7: a text cannot begin with - and a space; {QUOTES}"),
        ("stem: ? is it", f"1:7: a text cannot begin with ? and a space; {QUOTES}"),
        ("id:a\ntype: b", "1:3: no space stands behind this colon; write one"),
        ("id: a\nstem:Is it?\ntype: b", "2:5: no space stands behind this colon; write one"),
        ("-id: a\n type: b", "1:1: no space stands behind this hyphen; write one"),
        ("id: a\nstem = x\ntype: b", "2:6: no field is written with this sign; write a colon and a space"),
        ("id: a\nstem：x\ntype: b", '2:5: "：" is no colon to YAML; write : and a space'),
        (
            "stem: Is it\nso?\ntype: b",
            "2:1: this line has no colon, and so it is no field; "
            "write `name: value`, or indent it further than the field whose text it goes on with",
        ),
        (
            "- id: a\n\u00a0\u00a0type: b",
            "2:1: what looks like a space here is another character (U+00A0); write a space",
        ),
        (
            "id: a\nstem:\u00a0Is it?\ntype: b",
            "2:6: what looks like a space here is another character (U+00A0); write a space",
        ),
        ("- id: a\n\ufeff- id: b", "2:1: a character that nobody sees stands here (U+FEFF); delete it"),
        (
            "options:\n  – text: red\n    correct: true",
            '2:3: "–" begins no entry of a list; write a hyphen and a space',
        ),
        ("options:\n  – text: red", '2:3: "–" begins no entry of a list; write a hyphen and a space'),
        ("'a\n--- b'", f"1:1: {OPEN_QUOTE}"),
        (
            "{a: &x b, c: &x d}",
            "1:14: an anchor has this name already; write the text out, or choose another name",
        ),
        (
            r'{"stem": "Is \ud83d\ude00 it?"}',
            r"1:14: \ud83d stands for no character to YAML; write the character itself",
        ),
        (r'a: "\U00110000"', r"1:5: \U00110000 stands for no character to YAML; write the character itself"),
        ("a: b\n...\nc", "3:1: the document has ended before this line; remove the line `...` above it"),
    ],
)
def test_yaml_that_does_not_parse(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    "text",
    [
        "questions:\n\t- id: a",
        "questions:\n  - id: a\n    stem: b\n\ttype: c",
        "stem: |\n\ta",
        "stem: >\n  a\n\n\tb",
        "stem: |2\n\ta",
    ],
)
def test_tab_indentation(text: str) -> None:
    line = text[: text.index("\t")].count("\n") + 1
    assert problems(text) == [f"{line}:1: the line is indented with a tab; indent with spaces"]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "~", "{}", "[]"])
def test_an_empty_file(text: str) -> None:
    (problem,) = problems(text)
    assert problem.endswith(": the file is empty; write `questions:` and a list of questions below it")


@pytest.mark.parametrize("text", ["questions:", "questions: []", "title: No question yet"])
def test_a_file_without_questions(text: str) -> None:
    (problem,) = problems(text)
    assert problem.endswith(": there are no questions; write a list of questions below `questions:`")


def test_a_list_where_a_mapping_is_due() -> None:
    assert problems(quiz_of(QUESTION).removeprefix("questions:\n")) == [
        "1:3: a mapping is expected, not a list; begin the file with `questions:`"
    ]


def test_a_text_where_a_mapping_is_due() -> None:
    assert problems("Hello") == ['1:1: a mapping is expected, not "Hello"; begin the file with `questions:`']


def test_a_mapping_where_a_list_is_due() -> None:
    assert problems("questions:\n  id: example\n") == [
        "2:3: a list is expected, not a mapping; begin each question with `- id:`"
    ]


@pytest.mark.parametrize(("entry", "found"), [("stem", '"stem"'), ("[a]", "a list"), ("", "nothing")])
def test_an_entry_that_is_no_question(entry: str, found: str) -> None:
    (problem,) = problems(f"questions:\n  - {entry}\n")
    assert problem.endswith(f": a question is expected, not {found}; write `id:`, `type:`, `stem:` …")


def test_a_title_that_is_no_text() -> None:
    assert problems(f"title: [a]\n{quiz_of(QUESTION)}") == [
        "1:8: a text is expected, not a list; write the title behind the field"
    ]


def test_a_key_at_the_end_of_a_file_that_has_no_value() -> None:
    text = quiz_of(without("stem")).rstrip("\n") + "\n    ? stem"
    assert problems(text) == [
        '6:1: example: "stem" is missing; add `stem:`, the question itself, in Markdown'
    ]


def test_an_id_duplicate_in_a_file(tmp_path: Path) -> None:
    text = quiz_of(QUESTION, QUESTION)
    assert problems_on_disk(tmp_path, {"quizzes/a.yml": text}) == [
        f"quizzes/a.yml:{2 + QUESTION.count(chr(10))}:9: example: "
        'the id "example" is given twice; the first is quizzes/a.yml:2; give one of the two another id'
    ]


TOO_MUCH = (
    "the file expands to more than it may, by aliases of aliases; "
    "write the text out instead of using anchors (&) and aliases (*)"
)
TOO_DEEP = (
    "lists and mappings are nested too deep here; "
    "put quotes round a text that begins with brackets or hyphens"
)
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BOMB, TOO_MUCH, id="of entries"),
        pytest.param(f"a: &a {'x' * 900_000}\nb: [{', '.join(['*a'] * 5_000)}]\n", TOO_MUCH, id="of text"),
        pytest.param("questions: &a [*a]", TOO_MUCH, id="of itself"),
        pytest.param("[" * 900_000, TOO_DEEP, id="of brackets"),
        pytest.param("- " * 400_000, TOO_DEEP, id="of bullets"),
        pytest.param("".join(f"{' ' * n}a:\n" for n in range(1_000)), TOO_DEEP, id="of indentation"),
    ],
)
def test_a_yaml_alias_bomb(text: str, said: str) -> None:
    tracemalloc.start()
    (problem,) = problems(text)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.endswith(said)
    assert peak < 200_000_000


@pytest.mark.parametrize(
    "text", ["[0, 1) " * 2_000, "[" * 2_000, "- " * 300], ids=["intervals", "brackets", "dashes"]
)
def test_signs_of_lists_in_a_text_nest_nothing(text: str) -> None:
    block = f"stem: |\n  How long is {text.strip()}?"
    assert problems(quiz_of(re.sub("^stem:.*$", lambda _: block, QUESTION, flags=re.MULTILINE))) == []


def test_fields_that_are_merged_are_told_and_their_question_lacks_nothing() -> None:
    text = f"{quiz_of(QUESTION)}  - <<: {{explanation: x}}\n    id: other\n"
    fields = re.sub("^(id|explanation):.*\n", "", QUESTION, flags=re.MULTILINE)
    assert problems(text + textwrap.indent(fields, "    ")) == [
        f"{2 + QUESTION.count(chr(10))}:5: fields are not merged into others here, so `<<` brings none; "
        "write them out in each mapping that has them"
    ]


@pytest.mark.parametrize("unseen", ["\u200b", "\ufeff", "\u00ad", "\u2060"])
def test_a_field_whose_name_holds_what_nobody_sees_is_told_once(unseen: str) -> None:
    assert problems(quiz_of(QUESTION.replace("stem:", f"st{unseen}em:"))) == [
        f"{line_of('stem')}:5: a character that nobody sees stands here (U+{ord(unseen):04X}); delete it"
    ]


def test_what_nobody_sees_is_named_where_a_value_is_quoted() -> None:
    (problem,) = problems(quiz_of(re.sub("^(type: .*)$", "\\1\u200b", QUESTION, flags=re.MULTILINE)))
    assert '<U+200B>"; did you mean' in problem


@pytest.mark.parametrize("space", ["\u00a0", "\u3000"])
@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("type", "numeric⍽", 'unknown type "numeric⍽"; did you mean "numeric"?'),
        ("tolerance", "0.1⍽", 'a number is expected, not "0.1⍽"; write it with digits'),
        ("relative-tolerance", "1%⍽", 'a share is expected, not "1%⍽"; write it as in 1% or 0.01'),
        ("section", "page.md⍽", '"page.md⍽" does not name a section of a page'),
        ("passage", "about⍽⍽", 'there is no passage "about⍽⍽" in this file'),
        ("hints", "\n  -⍽red\n  -⍽blue", 'a list is expected, not "-⍽red - blue"; write each entry'),
        ("parameters", "{n: [1⍽, 2]}", 'a number or a text is expected, not "1⍽"; write 3, or a word'),
    ],
)
def test_a_space_of_another_kind_at_the_edge_of_a_value_is_named(
    field: str, value: str, said: str, space: str
) -> None:
    question = re.sub(f"^{field}:.*\n", "", NUMERIC, flags=re.MULTILINE)
    told = problems(quiz_of(f"{question}{field}: {value.replace('⍽', space)}\n"))
    named = said.replace("⍽", f"<U+{ord(space):04X}>")
    assert any(named in each for each in told), told


@pytest.mark.parametrize("space", ["\u00a0", "\u3000"])
def test_a_space_of_another_kind_at_the_edge_of_a_text_is_no_problem(space: str) -> None:
    question = re.sub("^stem: (.*)$", f"stem: {space}\\1{space}", QUESTION, flags=re.MULTILINE)
    assert problems(quiz_of(question)) == []


def test_a_text_of_which_nothing_is_seen_is_empty() -> None:
    (problem,) = problems(quiz_of(re.sub("^stem:.*$", "stem: '\u200b'", QUESTION, flags=re.MULTILINE)))
    assert '"stem" is missing' in problem


def test_many_problems_of_a_long_file_take_seconds() -> None:
    text = quiz_of(*[QUESTION.replace("stem:", "colour:").replace("example", f"n{n}") for n in range(3_000)])
    began = time.process_time()
    assert len(problems(text)) >= 3_000
    assert time.process_time() - began < 10

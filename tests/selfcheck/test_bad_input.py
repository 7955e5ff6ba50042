"""Every mistake in a question file is told: its place, its item, what is wrong, what would be right."""

from __future__ import annotations

import re
import time
import tracemalloc
from pathlib import Path

import pytest

from selfcheck.question_types import discover
from selfcheck.quiz_file import MOST_BYTES
from selfcheck.quiz_text import read_quiz
from selfcheck.site import Site
from tests.selfcheck.cases import quiz_of, sample
from tests.selfcheck.sites import draw

QUESTION = sample("example")
TYPES = ", ".join(discover())


def problems(text: str, *require: str) -> list[str]:
    """What is told about the file `quizzes/quiz.yml` with this text."""
    quiz = read_quiz("quiz", "quizzes/quiz.yml", text, require or ["explanation"])
    return [str(problem).removeprefix("quizzes/quiz.yml:") for problem in quiz.problems]


def problems_on_disk(root: Path, files: dict[str, str | bytes]) -> list[str]:
    """What is told about the question files of a site."""
    return [str(problem) for problem in Site(draw(root, files)).bank().problems]


def without(field: str) -> str:
    """The sample without one of its fields."""
    return re.sub(rf"^{field}:.*\n", "", QUESTION, flags=re.MULTILINE)


def line_of(field: str) -> int:
    """The line of a field of the sample in a file that holds it alone."""
    return 2 + QUESTION[: QUESTION.index(f"{field}:")].count("\n")


def test_the_sample_itself_is_sound() -> None:
    assert problems(quiz_of(QUESTION)) == []


QUOTES = "put quotes round the text, or start it on a new line after `|`"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("stem: What: this?", f"1:11: a colon and a space stand inside a text; {QUOTES}"),
        ("stem: `code` first", f"1:7: a text cannot begin with this character; {QUOTES}"),
        ("stem: *bold* first", f"1:12: a text cannot begin with * or &; {QUOTES}"),
        ("stem: *bold", f"1:7: a text cannot begin with *; {QUOTES}"),
        ("stem: ![picture](x.png)", f"1:8: a text cannot begin with !; {QUOTES}"),
        ("stem: 'open\nid: x", "1:7: the quote that opens here is never closed; add the closing quote"),
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
            f"2:6: a colon and a space stand inside a text; {QUOTES}",
        ),
        (
            "questions:\n  - id: a\n   stem: b",
            "3:4: this is not YAML: did not find expected '-' indicator; "
            "look at the indentation and the quotes of this line and the one before",
        ),
    ],
)
def test_yaml_that_does_not_parse(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize("text", ["questions:\n\t- id: a", "questions:\n  - id: a\n    stem: b\n\ttype: c"])
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
        '1:1: unknown field "author"; valid: confidence, questions, title'
    ]


def test_a_field_name_that_is_no_word() -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}[a]: b\n"))
    assert problem.endswith(": a field name must be a word; write `name: value`")


def test_a_name_of_many_lines_is_told_in_one() -> None:
    (problem,) = problems(quiz_of(f'{QUESTION}"two\\nlines": a\n'))
    assert 'example: unknown field "two lines"; valid: ' in problem


def test_a_tag() -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}objective: !important this\n"))
    assert problem.endswith(
        ': the tag "!important" is not known here; put quotes round the text, or remove the tag'
    )


def test_an_unknown_type() -> None:
    nearly = next(iter(discover()))
    question = re.sub(r"^type: .*$", f"type: {nearly}x", QUESTION, flags=re.MULTILINE)
    assert problems(quiz_of(question)) == [
        f'{line_of("type")}:11: example: unknown type "{nearly}x"; did you mean "{nearly}"?'
    ]


def test_a_type_that_is_far_from_all() -> None:
    question = re.sub(r"^type: .*$", "type: riddle", QUESTION, flags=re.MULTILINE)
    assert problems(quiz_of(question)) == [
        f'{line_of("type")}:11: example: unknown type "riddle"; valid: {TYPES}'
    ]


def test_a_missing_type() -> None:
    assert problems(quiz_of(without("type"))) == [
        f'2:9: example: "type" is missing; add `type:`, one of: {TYPES}'
    ]


def test_a_missing_stem() -> None:
    assert problems(quiz_of(without("stem"))) == [
        '2:9: example: "stem" is missing; add `stem:`, the question itself, in Markdown'
    ]


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "'  '"])
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
        ("section", "the passage that teaches it, as lessons/page.md#heading"),
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
        ("größe", "write gr-e"),
        ("'?'", "write a few words joined by hyphens"),
    ],
)
def test_an_id_that_is_malformed(written: str, cure: str) -> None:
    question = re.sub(r"^id: .*$", f"id: {written}", QUESTION, flags=re.MULTILINE)
    name = written.strip("'")
    assert problems(quiz_of(question)) == [
        f'2:9: {name}: "{name}" is no id: small letters, digits and single hyphens only; {cure}'
    ]


def test_an_id_duplicate_in_a_file(tmp_path: Path) -> None:
    text = quiz_of(QUESTION, QUESTION)
    assert problems_on_disk(tmp_path, {"quizzes/a.yml": text}) == [
        f"quizzes/a.yml:{2 + QUESTION.count(chr(10))}:9: example: "
        'the id "example" is given twice; the first is quizzes/a.yml:2; give one of the two another id'
    ]


def test_an_id_duplicate_across_files(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"quizzes/a.yml": quiz_of(QUESTION), "quizzes/b/c.yml": quiz_of(QUESTION)}
    assert problems_on_disk(tmp_path, files) == [
        "quizzes/b/c.yml:2:9: example: "
        'the id "example" is given twice; the first is quizzes/a.yml:2; give one of the two another id'
    ]


def test_two_files_with_the_name_of_one_quiz(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "quizzes/a.yaml": quiz_of(sample("one")),
        "quizzes/a.yml": quiz_of(sample("two")),
    }
    assert problems_on_disk(tmp_path, files) == [
        'quizzes/a.yml:1:1: a second quiz named "a"; the first is quizzes/a.yaml; rename one of the two files'
    ]


@pytest.mark.parametrize(
    "written",
    ["/lessons/a.md", "../a.md", "https://example.org/a.md", "lessons/a", "lessons/a.md#two words", "#here"],
)
def test_a_section_that_names_no_passage(written: str) -> None:
    (problem,) = problems(quiz_of(f"{QUESTION}section: '{written}'\n"))
    assert problem.endswith(
        f'example: "{written}" does not name a passage; '
        "write it from the docs folder, as in lessons/page.md#heading"
    )


HEADING = "a heading inside a question would enter the page's contents"
UNDERLINE = "a text underlined like this becomes a heading, which would enter the page's contents"
FOOTNOTE = "a footnote definition inside a question would get lost"
FENCE = "this code fence is never closed"


@pytest.mark.parametrize(
    ("lines", "faulty", "told"),
    [
        (["text", "# Heading", "text"], 1, HEADING),
        (["###### Heading"], 0, HEADING),
        (["#Heading, to Python-Markdown"], 0, HEADING),
        (["> # Heading"], 0, HEADING),
        (["- # Heading"], 0, HEADING),
        (["1. item", "", "    # Heading"], 2, HEADING),
        (["!!! note", "    text", "", "    # Heading"], 3, HEADING),
        (['=== "tab"', "    [^1]: note"], 1, FOOTNOTE),
        (["text", "", "Heading", "======="], 3, UNDERLINE),
        (["Heading", "---"], 1, UNDERLINE),
        (["text[^1]", "", "[^1]: note"], 2, FOOTNOTE),
        (["```python", "a = 1"], 0, FENCE),
        (["text", "", "~~~~", "a = 1", "~~~"], 2, FENCE),
        (["- item", "", "    ```", "    code"], 2, FENCE),
        (["> ```", "> code"], 0, FENCE),
    ],
)
def test_markdown_that_would_leave_its_question(lines: list[str], faulty: int, told: str) -> None:
    question = without("explanation") + "explanation: |\n" + "".join(f"  {line}\n" for line in lines)
    first = 2 + question.count("\n") - len(lines)
    column = 7 + len(lines[faulty]) - len(lines[faulty].lstrip())
    (problem,) = problems(quiz_of(question))
    assert problem.startswith(f"{first + faulty}:{column}: example: {told}; ")


@pytest.mark.parametrize(
    "lines",
    [
        ["```", "# no heading", "[^1]: no note", "```"],
        ["text", "", "---", "", "text"],
        [r"\# text", "", "C# too"],
        ["    # indented code"],
        ["- item", "", "        # code in the item"],
        ["!!! note", "    text", "", "        # code in the note"],
        ["``` code span ``` in a line"],
        ["| a |", "|---|", "| b |"],
        ["````", "```", "````"],
        ["~~~", "```", "~~~"],
    ],
)
def test_markdown_that_stays_in_its_question(lines: list[str]) -> None:
    question = (
        without("explanation") + "explanation: |\n  text\n\n" + "".join(f"  {line}\n" for line in lines)
    )
    assert problems(quiz_of(question)) == []


def test_a_file_over_a_sane_size(tmp_path: Path) -> None:
    text = quiz_of(QUESTION) + "#" * MOST_BYTES
    size = f"{len(text.encode()):,}"
    assert problems_on_disk(tmp_path, {"quizzes/a.yml": text}) == [
        f"quizzes/a.yml:1:1: the file has {size} bytes; at most 1,000,000; split it into several files"
    ]


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    text = "title: Größe\nquestions: é".encode().replace("é".encode(), "é".encode("latin-1"))
    assert problems_on_disk(tmp_path, {"quizzes/a.yml": text}) == [
        "quizzes/a.yml:2:12: the file is not UTF-8; save it with the encoding UTF-8"
    ]


TOO_MUCH = (
    "the file expands to more than it may (aliases of aliases, or too deep a nesting); "
    "write the text out instead of using anchors (&) and aliases (*)"
)
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(BOMB, id="of entries"),
        pytest.param(f"a: &a {'x' * 900_000}\nb: [{', '.join(['*a'] * 5_000)}]\n", id="of text"),
        pytest.param("questions: &a [*a]", id="of itself"),
        pytest.param("[" * 900_000, id="of brackets"),
        pytest.param("- " * 400_000, id="of bullets"),
        pytest.param("".join(f"{' ' * n}a:\n" for n in range(1_000)), id="of indentation"),
    ],
)
def test_a_yaml_alias_bomb(text: str) -> None:
    tracemalloc.start()
    began = time.process_time()
    (problem,) = problems(text)
    seconds, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.endswith(TOO_MUCH)
    assert seconds < 20
    assert peak < 200_000_000


def test_a_symbolic_link_out_of_the_folder(tmp_path: Path) -> None:
    draw(tmp_path, {"secret.yml": quiz_of(QUESTION)})
    (tmp_path / "quizzes" / "a.yml").symlink_to(tmp_path / "secret.yml")
    assert problems_on_disk(tmp_path, {}) == [
        "quizzes/a.yml:1:1: the symbolic link leads out of the folder; "
        "copy the file into the folder, or name its own folder by the option `quizzes`"
    ]


def test_a_symbolic_link_to_nowhere(tmp_path: Path) -> None:
    draw(tmp_path, {})
    (tmp_path / "quizzes" / "a.yml").symlink_to(tmp_path / "gone.yml")
    (problem,) = problems_on_disk(tmp_path, {})
    assert problem.startswith("quizzes/a.yml:1:1: the symbolic link leads nowhere; ")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert [str(problem) for problem in Site(tmp_path).bank().problems] == [
        "quizzes: there is no such folder; create it, or name the right folders by the option `quizzes`"
    ]


def test_all_problems_of_all_files_come_at_once_and_in_order(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "quizzes/b.yml": "",
        "quizzes/a.yml": quiz_of(without("stem"), f"{without('explanation')}colour: red\n", without("type")),
    }
    told = problems_on_disk(tmp_path, files)
    assert [line.split(": ")[0].rsplit(":", 1)[0] for line in told] == [
        "quizzes/a.yml:2",
        f"quizzes/a.yml:{2 + without('stem').count(chr(10))}",
        f"quizzes/a.yml:{2 + without('stem').count(chr(10)) + without('explanation').count(chr(10))}",
        f"quizzes/a.yml:{3 + without('stem').count(chr(10)) + without('explanation').count(chr(10))}",
        "quizzes/b.yml:1",
    ]

"""`selfcheck import`: pages of mkdocs-quiz and files of mdbook-quiz, with what needs a hand line by line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from selfcheck.cli import main
from selfcheck.quiz_text import read_quiz

PAGE = """\
---
title: Strides
---
# Strides

```markdown
<quiz>
A sample, shown as code?
- [x] Yes
- [ ] No
</quiz>
```

<quiz>
What is a *stride*?
- [x] A step
> The kernel moves on by it.
> Always by the same.
- [ ] A weight
* [] A border

It says how far the kernel moves on:

```python
for place in range(0, 8, stride): ...
```
</quiz>

<quiz>
Which halve a map?
- [X] A stride of 2
  > It does.
- [x] Pooling
- [ ] A <b>border</b> of [one](other.md)
</quiz>

<quiz>
A stride is a step.
- [ ] True
- [x] False
> It is one.
</quiz>

<quiz>
A stride of [[2]] leaves a [[quarter]] of the positions.

---
Half of each side.
</quiz>

<quiz>
Nothing is right?
- [ ] So
- [ ] No
</quiz>

<quiz>
- [x] No stem
</quiz>

<quiz>
Never closed
- [x] So
"""

BOOK = """\
[[questions]]
type = "MultipleChoice"
prompt.prompt = "What is `x`?"
prompt.distractors = ["no", "3"]
answer.answer = "immutable"
context = "It cannot change."
id = "18ea4c61-c7c3-433f-add5-d3d3156e3e71"

[[questions]]
type = "MultipleChoice"
prompt.prompt = "Which are even?"
prompt.distractors = ["3"]
prompt.sortAnswers = true
answer.answer = ["4", "2"]

[[questions]]
type = "MultipleChoice"
prompt.prompt = "Where does the key stand?"
prompt.distractors = ["first", "third"]
prompt.answerIndex = 1
answer.answer = "second"
context = "Where it is put."

[[questions]]
type = "ShortAnswer"
prompt.prompt = "Which keyword?"
answer.answer = "mut"
answer.alternatives = ["let mut", "mut"]
context = "Write `let mut x`."

[[questions]]
type = "ShortAnswer"
prompt.prompt = "Why?"
prompt.response = "long"
answer.answer = "Because it may change."
context = "It may."
promptExplanation = true

[[questions]]
type = "Tracing"
prompt.program = '''
fn main() {
  println!("1\\n2");
}
'''
answer.doesCompile = true
answer.stdout = '''
1
2
'''
context = "Two lines."
multipart = "program"

[[questions]]
type = "Tracing"
prompt.program = "fn main() { x }"
answer.doesCompile = false
answer.lineNumber = 1
context = "There is no `x`."

[[questions]]
type = "Essay"
prompt.prompt = "Write."
answer.answer = "So."

[multipart]
program = "Read on."
"""


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def imported(name: str, content: str | bytes) -> Result:
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return CliRunner().invoke(main, ["import", name])


def questions(done: Result) -> list[dict[str, Any]]:
    quiz = read_quiz("quiz", "quiz.yml", done.stdout)
    # What a written answer is compared by is the author's to write, and the command has told it.
    assert [each.message for each in quiz.problems if '"rubric"' not in each.message] == [], done.stdout
    assert all(str(each.message) in done.stderr for each in quiz.problems)
    listed: list[dict[str, Any]] = yaml.safe_load(done.stdout)["questions"]
    return listed


def test_a_page_of_mkdocs_quiz_becomes_questions() -> None:
    done = imported("page.md", PAGE)
    choice, several, statement, cloze = questions(done)
    assert choice == {
        "id": "what-is-a-stride",
        "type": "single-choice",
        "stem": "What is a *stride*?",
        "options": [
            {
                "text": "A step",
                "correct": True,
                "feedback": "The kernel moves on by it.\nAlways by the same.",
            },
            {"text": "A weight"},
            {"text": "A border"},
        ],
        "explanation": "It says how far the kernel moves on:\n\n"
        "```python\nfor place in range(0, 8, stride): ...\n```",
    }
    assert several["type"] == "multiple-response"
    assert several["options"][0] == {
        "text": "A stride of 2",
        "correct": True,
        "feedback": {"if-chosen": "It does."},
    }
    assert (statement["type"], statement["answer"], statement["feedback"]) == (
        "true-false",
        False,
        {"if-false": "It is one."},
    )
    assert (cloze["text"], cloze["explanation"]) == (
        "A stride of [_gap-1_] leaves a [_gap-2_] of the positions.",
        "Half of each side.",
    )
    assert cloze["gaps"] == {"gap-1": {"answers": ["2"]}, "gap-2": {"answers": ["quarter"]}}


def test_what_needs_a_hand_is_told_at_its_line_and_what_is_left_out_counts() -> None:
    done = imported("page.md", PAGE)
    lines = PAGE.splitlines()
    told = [line.split(": ", 1) for line in done.stderr.splitlines() if line.startswith("page.md:")]
    at = {said: lines[int(place.split(":")[1])] for place, said in told}  # the line below the tag
    assert (
        at["which-halve-a-map: HTML comes out as the text it is; write it as Markdown"]
        == "Which halve a map?"
    )
    assert (
        at["a-stride-is-a-step: there is no explanation; write why the answer is right"]
        == "A stride is a step."
    )
    assert at["left out: no option is marked as right"] == "Nothing is right?"
    assert at["left out: there is no text above the options"] == "- [x] No stem"
    assert at["left out: the element is never closed; write </quiz> below it"] == "Never closed"
    assert any(said.startswith("the stem is made up") for said in at)
    assert any("links and pictures are written from the folder of the pages" in said for said in at)
    assert done.stderr.endswith("4 questions imported, 3 left out\n")
    assert done.exit_code == 1


def test_an_element_begins_outside_of_code_in_a_line() -> None:
    page = """\
Use `<quiz>` and ``<quiz>`</quiz>``, not `<?quiz?>`, around <quiz>
What is a stride?
- [x] A step
- [ ] A weight
</quiz> so as `<quiz>` above.
"""
    done = imported("page.md", page)
    assert [each["stem"] for each in questions(done)] == ["What is a stride?"]
    assert "left out:" not in done.stderr


@pytest.mark.parametrize("mark", ["x", " "], ids=["right", "wrong"])
def test_a_question_with_one_option_is_left_out_for_it(mark: str) -> None:
    done = imported("page.md", f"<quiz>\nWhat?\n- [{mark}] Yes\n</quiz>\n")
    reason = "there is one option alone" if mark == "x" else "no option is marked as right"
    assert f"page.md:1: left out: {reason}\n" in done.stderr


def test_a_file_of_mdbook_quiz_becomes_questions() -> None:
    done = imported("book.toml", BOOK)
    one, several, placed, typed, written, printed, stopped = questions(done)
    assert one["id"] == "18ea4c61-c7c3-433f-add5-d3d3156e3e71"
    assert (one["shuffle"], [each["text"] for each in one["options"]]) == (True, ["immutable", "no", "3"])
    assert [(each["text"], each.get("correct")) for each in several["options"]] == [
        ("2", True),
        ("3", None),
        ("4", True),
    ]
    assert [each["text"] for each in placed["options"]] == ["first", "second", "third"]
    assert "shuffle" not in placed
    assert typed["answers"] == ["mut", "let mut"]
    assert (written["type"], written["model-answer"]) == ("short-answer", "Because it may change.")
    assert (printed["answers"], printed["lines"]) == (["1\n2"], True)
    assert printed["stem"].startswith("What does this program print?\n\n```rust\nfn main() {")
    assert (printed["passage"], yaml.safe_load(done.stdout)["passages"]) == (
        "program",
        {"program": "Read on."},
    )
    assert (stopped["type"], stopped["answer"]) == ("numeric", 1)
    line = BOOK[: BOOK.index('"Essay"')].count("\n")
    assert (
        f'book.toml:{line}: left out: the type "Essay" is none of MultipleChoice, ShortAnswer, Tracing'
        in done.stderr
    )
    assert (done.exit_code, "7 questions imported, 1 left out" in done.stderr) == (1, True)


def test_a_group_of_mdbook_quiz_becomes_a_passage_that_its_questions_name() -> None:
    question = (
        '[[questions]]\ntype = "ShortAnswer"\nprompt.prompt = "{}?"\nanswer.answer = "so"\ncontext = "So."\n'
    )
    asked = [
        question.format(number) + f'multipart = "{group}"\n'
        for number, group in enumerate(("A program", "A program", "a-program", "gone"))
    ]
    texts = '[multipart]\n"A program" = "Look at <b>this</b>."\n"a-program" = "And that."\n'
    done = imported("book.toml", "\n".join([*asked, texts]))
    assert yaml.safe_load(done.stdout)["passages"] == {"a-program": "Look at <b>this</b>."}
    assert [each.get("passage") for each in questions(done)] == ["a-program", "a-program", None, None]
    assert questions(done)[2]["stem"] == "And that.\n\n2?"
    assert done.stderr.count("a-program: HTML comes out as the text it is") == 1
    assert 'a second group "a-program" stands in the stem now; give one another name' in done.stderr
    assert 'its group "gone" has no text under [multipart]' in done.stderr


def test_a_new_file_is_made_and_none_is_overwritten() -> None:
    Path("page.md").write_text(PAGE, "utf-8")
    made = CliRunner().invoke(main, ["import", "page.md", "--to", "quizzes/page.yml"])
    text = Path("quizzes/page.yml").read_text("utf-8")
    assert (made.stdout, text.startswith("title: page\nquestions:\n  - id: what-is-a-stride\n")) == ("", True)
    again = CliRunner().invoke(main, ["import", "page.md", "--to", "quizzes/page.yml"])
    assert (again.exit_code, "is there already" in again.output) == (2, True)
    assert Path("quizzes/page.yml").read_text("utf-8") == text


def test_a_hyphen_stands_for_the_output() -> None:
    Path("page.md").write_text(PAGE, "utf-8")
    done = CliRunner().invoke(main, ["import", "page.md", "--to", "-"])
    assert done.stdout.startswith("title: page\nquestions:\n  - id: what-is-a-stride\n")
    assert not Path("-").exists()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("quizzes/x.txt", "quizzes/x.txt is no question file; name one that ends with .yml or .yaml"),
        ("page.de.yml", "page.de.yml is a translation of page.yml; name that file, or a new one"),
    ],
)
def test_a_file_that_would_not_be_read_as_a_quiz_is_not_made(name: str, said: str) -> None:
    for file in ("page.md", "page.yml"):
        Path(file).write_text(PAGE, "utf-8")
    done = CliRunner().invoke(main, ["import", "page.md", "--to", name])
    assert (done.exit_code, Path(name).exists()) == (2, False)
    assert said in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", "# A page\n", "it has no question"),
        ("a.md", "<quiz>\nCut off", "no question is imported; see above"),
        ("a.md", b"\xff\xfe", "it is not UTF-8; save it with the encoding UTF-8"),
        ("a.md", "<quiz>\0</quiz>", "it holds a zero byte"),
        ("a.md", "x" * 1_000_001, "it has more than 1,000,000 bytes; split it into several files"),
        ("a.toml", BOOK[:300], "it is no TOML: "),
        ("a.toml", "a = 1\n", "it has no [[questions]]"),
        ("a.toml", f"a = {'[' * 5000}{']' * 5000}\n", "it is nested too deep"),
        ("a.toml", "questions = [1, {}]\n", "no question is imported"),
        ("a.json", "{}", 'a page (.md) or a TOML file is expected, not ".json"'),
    ],
    ids=["none", "cut-off", "bytes", "zero", "large", "cut-toml", "other-toml", "deep", "odd", "json"],
)
def test_what_cannot_be_imported_is_refused_in_words(name: str, content: str | bytes, said: str) -> None:
    done = imported(name, content)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{name}: {said}" in done.stderr
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "piece", ["<quiz>", "<quiz></quiz>", "```\n", "<quiz>\n- [x] a\n", "[[", "<quiz>[[a]]</quiz>\n"]
)
def test_a_hostile_page_is_read_in_a_moment(piece: str) -> None:
    content = piece * (400_000 // len(piece))
    begun = time.process_time()
    done = imported("a.md", content[:400_000])
    assert done.exit_code in (0, 1, 2)
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)
    assert time.process_time() - begun < 20

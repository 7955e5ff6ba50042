"""Whatever Markdown a page can use works in every part of a question; raw HTML there is text."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from tests.hosts.host import Build, Host
from tests.hosts.installation import once
from tests.pages.tree import write_tree


@dataclass(frozen=True, slots=True)
class Fragment:
    """Markdown as an author writes it, and pieces of the HTML that must come of it."""

    text: str
    pieces: tuple[str, ...]


FRAGMENTS: Mapping[str, Fragment] = {
    "highlighted code": Fragment(
        """
        Read:

        ```python
        x = "<b>"
        ```
        """,
        ('<div class="highlight">', '<span class="n">x</span>', "&lt;b&gt;"),
    ),
    "indented code": Fragment(
        """
        Read:

            y <- "a & b"
        """,
        ("&lt;-", "a &amp; b"),
    ),
    "code in the line": Fragment(
        "Say `#!python len(x)` or `<i>`.", ('<span class="nb">len</span>', "<code>&lt;i&gt;</code>")
    ),
    "table": Fragment(
        """
        | a | b |
        |---|--:|
        | 1 | *2* |
        """,
        ("<table>", "<td>1</td>", "<em>2</em></td>"),
    ),
    "task list": Fragment(
        """
        - [x] done
        - [ ] to do
        """,
        ('<li class="task-list-item">', "to do"),
    ),
    "nested list": Fragment(
        """
        - one
            1. two
        """,
        ("<ol><li>two</li></ol>",),
    ),
    "footnote": Fragment("See the note[^note].", ('href="#fn:note"',)),
    "abbreviation": Fragment("What is IoU?", ('<abbr title="intersection over union">IoU</abbr>',)),
    "mathematics": Fragment(r"Is $a < b$ so?", (r'<span class="arithmatex">\(a &lt; b\)</span>',)),
    "mathematics of its own": Fragment(
        r"""
        As follows:

        $$
        a_1 = \frac{b}{c}
        $$
        """,
        ('<div class="arithmatex">', r"a_1 = \frac{b}{c}"),
    ),
    "emoji": Fragment("Good :smile:", ('alt="😄"',)),
    "attributes": Fragment("A *word*{ .marked title=NAME }", ('class="marked"',)),
    "link": Fragment("See [there](guide/other.md#part).", ('href="../other/#part"',)),
    "link by reference": Fragment(
        """
        See [that one][other].

        [other]: guide/other.md
        """,
        ('href="../other/"',),
    ),
    "link elsewhere": Fragment("See <https://example.org/a>.", ('href="https://example.org/a"',)),
    "mail address": Fragment("Ask <who@example.org>.", ('href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;',)),
    "picture": Fragment("![a dot](images/dot.svg)", ('<img alt="a dot" src="../../images/dot.svg"',)),
    "quotation": Fragment("> quoted", ("<blockquote><p>quoted</p></blockquote>",)),
    "admonition": Fragment(
        """
        !!! tip "Look"

            inside
        """,
        ('<div class="admonition tip">', "<p>inside</p>"),
    ),
    "tabs": Fragment(
        """
        === "One"

            first

        === "Two"

            second
        """,
        ('class="tabbed-set tabbed-alternate"', "<p>second</p>"),
    ),
    "definition list": Fragment(
        """
        term
        :   meaning
        """,
        ("<dt>term</dt>", "<dd>meaning</dd>"),
    ),
    "marks": Fragment(
        "==marked==, H~2~O, ++ctrl+c++", ("<mark>marked</mark>", "<sub>2</sub>", '<kbd class="key-control">')
    ),
    "escaped signs": Fragment(r"Not \*emphasis\*.", ("Not *emphasis*.",)),
    "hard line break": Fragment("one  \ntwo", ("one<br", "two")),
    "element as text": Fragment(
        "Which of <div>, <p class='x'> and </textarea> closes?",
        (
            "&lt;div&gt;",
            "&lt;p class='x'&gt;",
            "&lt;/textarea&gt;",
        ),
    ),
    "block element as text": Fragment(
        """
        <div class="box">

        *inside*

        </div>
        """,
        ('&lt;div class="box"&gt;', "<em>inside</em>", "&lt;/div&gt;"),
    ),
    "script as text": Fragment("<script>alert(1)</script>", ("&lt;script&gt;alert(1)&lt;/script&gt;",)),
    "comment as text": Fragment("a <!-- hidden --> b", ("a &lt;!-- hidden --&gt; b",)),
    "entities": Fragment("&lt;b&gt; &amp;amp; &copy; AT&T", ("&lt;b&gt;", "AT&amp;T", "&copy;")),
    "signs at the ends": Fragment('"quoted" & <', ("&amp; &lt;",)),
}

SLOTS = 8
"""Stem, option, its feedback, hint, explanation, feedback to a verdict, model answer, idea."""

EXTENSIONS = [
    "abbr",
    "admonition",
    "attr_list",
    "def_list",
    "footnotes",
    "md_in_html",
    "tables",
    {"toc": {"permalink": True}},
    {"pymdownx.arithmatex": {"generic": True}},
    "pymdownx.emoji",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.superfences",
    {"pymdownx.tabbed": {"alternate_style": True}},
    "pymdownx.tasklist",
    "pymdownx.tilde",
]
SETTINGS = {
    "theme": {"name": "material", "font": False},
    "plugins": ["search", "selfcheck"],
    "markdown_extensions": EXTENSIONS,
}


def quiz(name: str, text: str) -> str:
    """A quiz with the fragment in every part that takes Markdown."""
    parts = iter(range(100))

    def part() -> str:
        # Ids in a fragment are the author's own and must differ; JSON strings are YAML strings.
        return json.dumps(
            dedent(text).strip("\n").replace("NAME", f"{name}-{next(parts)}"), ensure_ascii=False
        )

    return f"""
questions:
  - id: {name}-choice
    type: single-choice
    stem: {part()}
    options:
      - {{text: {part()}, feedback: {part()}}}
      - {{text: "the other", correct: true}}
    hints: [{part()}]
    explanation: {part()}
  - id: {name}-verdict
    type: true-false
    stem: "True?"
    answer: true
    feedback: {{if-true: {part()}}}
    explanation: "."
  - id: {name}-answer
    type: short-answer
    stem: "Why?"
    model-answer: {part()}
    rubric: [{{idea: {part()}, required: true}}]
    explanation: "."
"""


def page(name: str) -> str:
    """A page with the quiz, and what its fragments refer to."""
    # Hosts complain of a note that nothing refers to.
    note = "[^note]: The note." if name == "footnote" else ""
    return f"""
# A page of its own

```quiz
{name}
```

*[IoU]: intersection over union

{note}
"""


@pytest.fixture(scope="module", params=["lowest", "newest"])
def site(request: pytest.FixtureRequest, shared: Path, host_named: Callable[[str], Host]) -> Build:
    host = host_named(request.param)
    root = shared / f"fragments-{host.name}"

    def build(folder: Path) -> None:
        write_tree(folder, {"docs/index.md": "# Home\n", "docs/guide/other.md": "# Other\n\n## Part\n"})
        write_tree(folder, {"docs/images/dot.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
        for name, fragment in FRAGMENTS.items():
            slug = name.replace(" ", "-")
            write_tree(
                folder,
                {f"docs/guide/{slug}.md": page(slug), f"quizzes/{slug}.yml": quiz(slug, fragment.text)},
            )
        built = host.build(folder, SETTINGS, strict=True)
        (folder / "output.txt").write_text(f"{built.status}\n{built.output}", "utf-8")

    once(root, build)
    status, _, output = (root / "output.txt").read_text("utf-8").partition("\n")
    return Build(int(status), output, root / f"site-{host.name}").checked()


@pytest.mark.parametrize("name", FRAGMENTS)
def test_markdown_works_in_every_part_of_a_question(name: str, site: Build) -> None:
    html = site.page(f"guide/{name.replace(' ', '-')}/index.html")
    block = html[html.index("<self-check") : html.rindex("</self-check>")]

    for piece in FRAGMENTS[name].pieces:
        assert block.count(piece) >= SLOTS, block
    assert "\x02" not in html
    assert "\x03" not in html

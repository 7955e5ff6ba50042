"""How a figure reaches the page."""

import re

import markdown
import pytest

from tests.computed_figures.project import Project

FIGURE = '<figure class="computed-figure" id="figure-bars"><svg '
FENCES: list[tuple[str, ...]] = [(), ("fenced_code",), ("pymdownx.superfences",)]


def skeleton(html: str) -> str:
    """Return the page with the drawings taken out and white space evened."""
    return " ".join(re.sub(r"<figure.*?</figure>", "FIGURE", html, flags=re.DOTALL).split())


@pytest.mark.parametrize("fences", FENCES, ids=["no fences", "fenced_code", "superfences"])
@pytest.mark.parametrize(
    ("page", "around"),
    [
        ("before\n\n```figure\nbars\n```\n\nafter", "<p>before</p> FIGURE <p>after</p>"),
        ("before\n```figure\nbars\n```\nafter", "<p>before</p> FIGURE <p>after</p>"),
        (
            "> before\n> ```figure\n> bars\n> ```\n> after",
            "<blockquote> <p>before</p> FIGURE <p>after</p> </blockquote>",
        ),
        ("- one\n- two\n  ```figure\n  bars\n  ```", "<ul> <li>one</li> <li>two FIGURE </li> </ul>"),
        ("- ```figure\n  bars\n  ```\n- two", "<ul> <li> FIGURE </li> <li>two</li> </ul>"),
        ("1. one\n\n    ```figure\n    bars\n    ```", "<ol> <li> <p>one</p> FIGURE </li> </ol>"),
        (
            "!!! note\n\n    before\n\n    ```figure\n    bars\n    ```",
            '<div class="admonition note"> <p class="admonition-title">Note</p> <p>before</p> FIGURE </div>',
        ),
        (
            "??? note\n\n    ```figure\n    bars\n    ```",
            '<details class="note"> <summary>Note</summary> FIGURE </details>',
        ),
    ],
)
def test_a_figure_stands_where_its_fence_stood(
    project: Project, fences: tuple[str, ...], page: str, around: str
) -> None:
    html = project.render(page, "admonition", "pymdownx.details", *fences)
    assert skeleton(html) == around
    assert FIGURE in html


def test_a_figure_stands_in_a_tab(project: Project) -> None:
    html = project.render('=== "One"\n\n    ```figure\n    bars\n    ```', "pymdownx.tabbed")
    assert '<div class="tabbed-content"> FIGURE </div>' in skeleton(html)


@pytest.mark.parametrize("fences", FENCES, ids=["no fences", "fenced_code", "superfences"])
def test_an_indented_sample_is_shown_as_written(project: Project, fences: tuple[str, ...]) -> None:
    html = project.render("text\n\n    ```figure\n    nothing & no one\n    ```\n", *fences)
    assert "<code>```figure\nnothing &amp; no one\n```" in html


def test_a_sample_in_a_longer_fence_is_left_to_the_page(project: Project) -> None:
    page = "````\n```figure\nnothing\n```\n````"
    assert project.render(page, "fenced_code") == "<pre><code>```figure\nnothing\n```\n</code></pre>"


def test_a_fence_in_a_comment_is_neither_placed_nor_checked(project: Project) -> None:
    html = project.render("<!--\n```figure\nnothing\n```\n-->\n\ntext")
    assert "<figure" not in html
    assert "<p>text</p>" in html


def test_markdown_in_a_caption_is_the_pages_own(project: Project) -> None:
    project.write("figures/words.py", CAPTIONED)
    page = "```figure\nwords\n```\n\n*[IoU]: intersection over union\n\n[paper]: https://example.org/"
    html = project.render(page, "abbr", "attr_list")
    caption = html[html.index("<figcaption>") : html.index("</figcaption>")]
    assert "<p>A <em>first</em> sentence." in caption
    assert '<a href="https://example.org/">paper</a>' in caption
    assert '<abbr title="intersection over union">IoU</abbr> of <code>0.50</code>' in caption
    assert caption.count("<p>") == 2


CAPTIONED = '''
    """A *first* sentence."""
    from computed_figures.canvas import canvas

    IOU = 1 / 2
    ALT = lambda: f"Nothing, and {IOU:.2f} of it."

    def CAPTION():
        return f"""A *first* sentence. See the [paper].

    Then IoU of `{IOU:.2f}`."""

    def draw():
        return canvas(400, 100)
'''


def test_computed_words_reach_caption_and_alternative(project: Project) -> None:
    project.write("figures/words.py", CAPTIONED)
    drawing = project.drawing("words")
    assert "IoU of `0.50`" in drawing.caption
    assert ">Nothing, and 0.50 of it.</desc>" in drawing.svg
    assert ">A first sentence</title>" in drawing.svg


def test_a_converter_forgets_the_fences_of_the_page_before(project: Project) -> None:
    options = {"computed_figures": {"cache": str(project.cache)}}
    converter = markdown.Markdown(extensions=["computed_figures"], extension_configs=options)
    pages = [converter.reset().convert("```figure\nbars\n```") for _ in range(2)]
    assert pages[0] == pages[1]
    assert FIGURE in pages[0]

"""How a figure reaches the page."""

from tests.computed_figures.project import BARS, Project


def test_the_words_of_a_name_are_parted_alike_in_fence_and_file(project: Project) -> None:
    for file in ("two_words", "three-whole-words"):
        project.write(f"figures/{file}.py", BARS)
    page = "```figure\ntwo-words\n```\n\n```figure\nthree-whole-words\n```"
    assert project.render(page).count("<svg") == 2


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

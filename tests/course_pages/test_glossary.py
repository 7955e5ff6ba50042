"""The glossary: every term is used and taught, and marked in running text alone."""

import re

import pytest
from markdown import markdown

from course_pages.glossary import PAGE, Marker, Term, terms
from tests.course_pages.site import DOCS, own_teaching

OWN = (DOCS / PAGE).read_text("utf-8")
TERMS = terms(OWN)
MAPS = [
    Term(("IoU", "intersection over union"), "iou", 'Overlap by "union"', "lessons/scores.md", "counts"),
    Term(("mean IoU",), "mean-iou", "Over classes", "lessons/scores.md", "averages"),
]


def marked(html: str, page: str = "lessons/maps.md") -> str:
    return Marker(MAPS, "../../glossary/").marked(html, page)


def terms_in(html: str, page: str = "lessons/maps.md") -> list[str]:
    return re.findall(r'<a class="term"[^>]*>([^<]*)</a>', marked(html, page))


def test_every_entry_of_the_page_is_read() -> None:
    assert (
        len(TERMS) == len(re.findall(r"\{#[\w-]+\}$", OWN, re.M)) == len(re.findall(r"^:   ", OWN, re.M)) > 30
    )


def test_terms_stand_in_the_order_of_the_alphabet_and_no_name_twice() -> None:
    first = [term.names[0].casefold() for term in TERMS]
    assert first == sorted(first)
    every = [name.casefold() for term in TERMS for name in term.names]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.anchor)
def test_a_term_is_used_by_the_lesson_that_it_leads_to_and_its_meaning_is_short(term: Term) -> None:
    (lesson,) = [each for each in own_teaching() if each.page == term.page]
    assert lesson.section(term.section)[1], f"no section {term.section} in {term.page}"
    text = " ".join(lesson.markdown.split()).casefold()
    assert any(name.casefold() in text for name in term.names)
    assert len(re.findall(r"[.?]( |$)", term.meaning)) in (1, 2)


def test_a_mark_is_a_link_to_the_entry_with_the_meaning() -> None:
    link = 'class="term" href="../../glossary/#iou" data-meaning="Overlap by &quot;union&quot;"'
    assert marked("<p>Its IoU.</p>") == f"<p>Its <a {link}>IoU</a>.</p>"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>The mean IoU, the IoU and the IoU</p>", ["mean IoU", "IoU"]),
        ("<p>IoUs, Intersection over union</p>", ["IoUs"]),
        ("<p>IoU</p><h2 id='a'>IoU</h2><p>IoU</p>", ["IoU", "IoU"]),
        ("<p>non-IoU, IoU-like, IoUx</p>", []),
        ("<p><code>IoU</code> <a href='#'><em>IoU</em></a></p><pre>IoU</pre><h3>IoU</h3>", []),
        ("<table><tr><td>IoU</td></tr></table><figure><svg><text>IoU</text></svg> IoU</figure>", []),
        ("<label><input> IoU</label><fieldset><legend>IoU</legend>IoU</fieldset>", []),
        ("<p title='IoU'><!-- IoU --><img alt='IoU'></p><script>IoU</script>", []),
        ("<self-check id='check-a'><form><p>IoU</p></form></self-check><p>IoU</p>", ["IoU"]),
        ("<self-check-sheet><p>IoU</p></self-check-sheet>", []),
        ("<any-explorer id='a'><p>IoU</p></any-explorer><p>mean IoU</p>", ["mean IoU"]),
        ("<svg><svg/><svg><text>IoU</text></svg><text>IoU</text></svg><p>IoU</p><a>mean IoU</a>", ["IoU"]),
        ("<table><tr><td><table></table>IoU</td></tr></table><p>IoU</p><code>mean IoU</code>", ["IoU"]),
        ("</figure></svg><p>IoU</p><figure>mean IoU</figure><p>mean IoU</p>", ["IoU", "mean IoU"]),
        ("<h2 id='sources'>Sources</h2><p>IoU</p>", []),
    ],
)
def test_terms_are_marked_once_a_section_in_running_text_alone(html: str, found: list[str]) -> None:
    assert terms_in(html) == found


def test_behind_an_explorer_with_drawings_in_its_drawing_terms_are_marked_as_elsewhere() -> None:
    explorer = markdown("```explorer\nreceptive-field\n```\n", extensions=["explorers"])
    assert re.search(r"<svg (?:(?!</svg>).)*<svg ", explorer, re.DOTALL)
    assert terms_in(f"{explorer}<p>IoU</p><figure>mean IoU</figure><p>mean IoU</p>") == ["IoU", "mean IoU"]


def test_a_term_is_not_marked_where_it_is_taught() -> None:
    html = "<h2 id='counts'>Counts</h2><p>IoU</p><h2 id='averages'>Averages</h2><p>IoU</p>"
    assert terms_in(html, "lessons/scores.md") == ["IoU"]
    assert len(terms_in(html)) == 2


def test_nothing_but_the_marks_is_changed() -> None:
    html = "<p>An IoU &amp; a <b>mean\nIoU</b><br/> <!-- x --></p>"
    assert re.sub(r"</?a\b[^>]*>", "", marked(html)) == html

"""The bibliography: lessons and page agree, and whoever makes them differ is told where."""

from pathlib import Path

import pytest

from course_pages.bibliography import PAGE, citations, entries, problems, with_citations
from tests.course_pages.site import DOCS, lesson, own_teaching

OWN = (DOCS / PAGE).read_text("utf-8")
ENTRIES = """Long, Shelhamer 2015 {#long-2015}
:   *Fully convolutional.* CVPR. [arXiv 1](https://arxiv.org/abs/1),
    [code](https://github.com/fcn)

Csurka et al. 2013 {#csurka-2013}
:   *A measure.* BMVC.
"""
SOURCES = """
## Sources {#sources}

- Long, Shelhamer 2015, [arXiv 1](https://arxiv.org/abs/1), Table 2: four
  averages. Csurka et al. 2013, "A measure", BMVC: boundary F1.
- What the layers are: [their code](https://github.com/fcn).
- The rest is [an experiment](../developing/experiments.md).
"""


def test_the_bibliography_has_what_the_lessons_cite_under_the_same_names_and_nothing_else() -> None:
    cited = [each for own in own_teaching() for each in citations(own)]
    assert len(cited) > len(entries(OWN)) > 20
    assert list(problems(OWN, cited)) == []


def test_every_address_in_the_sources_of_a_lesson_is_a_citation() -> None:
    for own in own_teaching():
        _, text = own.section("sources")
        assert text.count("](http") == len([each for each in citations(own) if each.address]), own.page


def test_entries_stand_in_the_order_of_names() -> None:
    names = [entry.name.replace("ä", "a").casefold() for entry in entries(OWN)]
    assert names == sorted(names)


def test_a_citation_has_authors_address_purpose_and_line(tmp_path: Path) -> None:
    found = list(citations(lesson(tmp_path, SOURCES)))
    assert [(each.line, each.who, each.address, each.purpose) for each in found] == [
        (7, "Long, Shelhamer 2015", "https://arxiv.org/abs/1", "Table 2: four averages"),
        (7, "Csurka et al. 2013", "", "boundary F1"),
        (9, "", "https://github.com/fcn", "What the layers are"),
    ]


def test_an_entry_tells_which_lesson_cites_it_for_what(tmp_path: Path) -> None:
    page = with_citations(ENTRIES, citations(lesson(tmp_path, SOURCES)))
    long, csurka = page.split("Csurka")
    assert "    - [Maps](../lessons/maps.md#sources): Table 2: four averages; What the layers are\n" in long
    assert "    - [Maps](../lessons/maps.md#sources): boundary F1\n" in csurka


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("abs/1)", "abs/2)", "docs/lessons/maps.md:7: Long, Shelhamer 2015 is not in"),
        ("Long, Shelhamer 2015", "Long et al. 2015", "Long et al. 2015 is called “Long, Shelhamer 2015” in"),
        ("Csurka et al. 2013", "Csurka et al. 2014", "Csurka et al. 2014 is not in"),
        ("Csurka et al. 2013", "Csurka et al. 2014", "no lesson cites “Csurka et al. 2013”"),
    ],
)
def test_what_differs_is_told(tmp_path: Path, before: str, after: str, problem: str) -> None:
    changed = lesson(tmp_path, SOURCES.replace(before, after))
    assert any(problem in each for each in problems(ENTRIES, citations(changed)))

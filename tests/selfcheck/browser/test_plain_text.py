"""What an author writes into a plain-text field is that text wherever it is shown, kept and compared."""

from __future__ import annotations

import pathlib
import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page
from pydantic import BaseModel

from selfcheck.model.fields import MARKDOWN, Text
from selfcheck.question_types import discover
from selfcheck.quiz_text import read_quiz
from selfcheck.source import read
from tests.browsing.visits import Visits
from tests.selfcheck.browser.block import Block
from tests.selfcheck.browser.built import Built
from tests.selfcheck.browser.small_site import small_site
from tests.selfcheck.cases import all_accepted, quiz_of, write_pages
from tests.selfcheck.yaml_text import block

Path = tuple[str, ...]

PLAIN = typing.get_args(Text)[1]
"""What makes a field one of text; a formula has a further validator."""

WITH_A_GRAMMAR = {"pattern", "mask", "pixels"}
"""Regular expressions and rows of signs."""

NOT_SHOWN = {"objective"}

STRANGE = r"""&lt;b&gt; &amp;amp; &nbsp; &#65; &Auml <i>x <b>y "q" 'a' ` $ \* [l] (u) {: .c }"""


def plain_fields(model: type[BaseModel], path: Path = ()) -> Iterator[Path]:
    """The fields of plain text of a type; those of a mapping with free names have "*" in their path."""
    for name, field in model.model_fields.items():
        here = (*path, field.alias or name)
        kinds = list(kinds_of(field.annotation, tuple(field.metadata)))
        if any(
            PLAIN in kind and MARKDOWN not in kind and "_formula" not in map(name_of, kind) for kind in kinds
        ):
            yield here
        free = ("*",) if "Mapping" in str(field.annotation) else ()
        for each in models(field.annotation):
            yield from plain_fields(each, (*here, *free))


def name_of(validator: Any) -> str:
    return getattr(getattr(validator, "func", None), "__name__", "")


def kinds_of(annotation: Any, metadata: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    yield metadata
    for each in typing.get_args(annotation):
        yield from kinds_of(each, getattr(each, "__metadata__", ()))


def models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for each in typing.get_args(annotation) for model in models(each)]


EVERY_FIELD = {
    (kind.name, *path)
    for kind in discover().values()
    for path in plain_fields(kind.model)
    if path[-1] not in WITH_A_GRAMMAR | NOT_SHOWN
}


FURTHER = """\
id: further-gaps
type: cloze
stem: Fill in.
text: "[_menu_] and [_typed_]"
gaps:
  menu: {options: [one, {text: two, correct: true}]}
  typed: {answers: [{text: three, feedback: So it is.}]}
explanation: because
"""
"""What is among the cases with variants alone, which need their formulas."""


class Written:
    """Questions in whose plain-text fields something strange is written, each time with another number."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.fields: set[Path] = set()
        self.questions: dict[str, Any] = {}
        for each in (*(case.question for case in all_accepted()), FURTHER):
            question: Any = read(each).data
            question.pop("section", None)
            texts: dict[str, str] = {}
            fields: set[Path] = set()
            self._write(question, (question["type"],), texts, fields)
            if texts and not read_quiz("quiz", "quiz.yml", quiz_of(block(question))).problems:
                self.questions[question["id"]] = question
                self.texts |= texts
                self.fields |= fields

    def _write(self, node: Any, path: Path, texts: dict[str, str], fields: set[Path]) -> None:
        for step, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
            here = (*path, step) if isinstance(step, str) else path
            known = next((field for field in EVERY_FIELD if is_at(here, field)), None)
            if isinstance(value, str) and known:
                word = f"word{len(self.texts) + len(texts)}w"
                node[step] = texts[word] = f"{word} {STRANGE}"
                fields.add(known)
            elif isinstance(value, dict | list):
                self._write(value, here, texts, fields)


def is_at(path: Path, field: Path) -> bool:
    return len(path) == len(field) and all(
        known in (step, "*") for step, known in zip(path, field, strict=True)
    )


WRITTEN = Written()

READ = """() => {
  const found = [];
  const take = value => {
    if (typeof value === "string") found.push(value);
    else if (value && typeof value === "object") Object.entries(value).flat().forEach(take);
  };
  for (const element of document.querySelectorAll("self-check, self-check *")) {
    if (!element.children.length) take(element.textContent);
    for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) take(node.data);
    for (const {value} of element.attributes) {
      try { take(JSON.parse(value)); } catch { take(value); }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    root = tmp_path_factory.mktemp("plain")
    write_pages(root / "docs", [])
    with small_site(root, *map(block, WRITTEN.questions.values())) as site:
        yield site


@pytest.fixture
def page(visits: Visits, site: Built) -> Page:
    page = visits.open(site.page("lesson"))
    page.locator("self-check:not([data-state])").first.wait_for(state="detached")
    return page


def test_every_field_of_plain_text_is_tried() -> None:
    assert WRITTEN.fields == EVERY_FIELD


def test_a_plain_text_stands_in_the_page_as_it_was_written(page: Page) -> None:
    found = page.evaluate(READ)
    for word, text in WRITTEN.texts.items():
        shown = [each for each in found if word in each]
        assert shown, text
        assert [each for each in shown if each.count(word) != each.count(text)] == [], text


def test_the_value_of_a_variant_is_plain_text_too(visits: Visits, tmp_path: pathlib.Path) -> None:
    question = """\
id: entity
type: text-entry
stem: "How is [=s] written, or `[=s]`?"
parameters: {s: ["&lt;", "&amp;gt;"]}
answers: ["[=s]"]
explanation: because
"""
    with small_site(tmp_path, question) as site:
        block = Block(visits.open(site.page("lesson")), "entity")
        for _ in range(2):
            block.expect_state("open")
            shown = block.part("stem").locator("[data-value]").all_text_contents()
            assert shown in (["&lt;"] * 2, ["&amp;gt;"] * 2)
            assert block.part("key").locator("bdi").text_content() == shown[0]
            block.field("text").fill(shown[0])
            block.button.click()
            block.expect_state("right")
            block.part("another").click()


def test_what_was_written_can_be_typed_and_is_kept_so(page: Page) -> None:
    tried = 0
    for name, question in WRITTEN.questions.items():
        if question["type"] == "text-entry" and "parameters" not in question:
            answer = question["answers"][0]
            text = answer if isinstance(answer, str) else answer["text"]
            shown = Block(page, name)
            shown.field("text").fill(re.sub("&lt;", "<", text))
            shown.button.click()
            if shown.state != "wrong":
                shown.button.click()
            shown.expect_state("wrong")
            shown.field("text").fill(text)
            shown.button.click()
            shown.expect_state("right")
            record = shown.record
            assert record
            assert record["response"] == {"text": text}
            tried += 1
    assert tried

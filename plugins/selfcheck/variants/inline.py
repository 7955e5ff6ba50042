"""A value in a text, as `[=FORMULA]`, with a format or with the forms of a word behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selfcheck.complaint import Complaint
from selfcheck.pages.numeral import MINUS, Numeral, Phrase
from selfcheck.pages.plural import FORMS, form_of, forms_of
from selfcheck.problems import nearest

_BEGINNING = r"(?<!\\)\[=(?![A-Za-z]\w*\.[A-Za-z_])"
BEGINNING = re.compile(_BEGINNING)
INLINE = re.compile(rf"{_BEGINNING}([^\[\]\n]+)\]")
"""`[=FORMULA]`, `[=FORMULA:FORMAT]` or `[=FORMULA|one: …|other: …]` in a text. `[=file.name]` does not match,
since hosts use that form for values of their own, nor does one with a backslash before it."""

NUMBER = "{}"
"""Stands in a form for the number itself."""

_HEAD = re.compile(r"""(?:[^|'"]|'[^']*'|"[^"]*"|['"])*?(?=\||$)""")


@dataclass(frozen=True, slots=True)
class WrittenForm:
    """One form of a word: its name, its text, and where it begins between the brackets."""

    name: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Inline:
    """The content between `[=` and `]`."""

    formula: str
    spec: str = ""
    forms: tuple[WrittenForm, ...] = ()

    @classmethod
    def parse(cls, inside: str) -> Inline:
        """Take the forms from its end, and split the rest at the last colon that is in no text in quotes."""
        head = match[0] if (match := _HEAD.match(inside)) else inside
        forms = tuple(_forms(inside, len(head)))
        formula, colon, spec = head.rpartition(":")
        if colon and not set(spec) & {"'", '"'}:
            return cls(formula, spec.strip(), forms)
        return cls(head, "", forms)

    def of_number(self, shown: str, language: str) -> str:
        """The form that a number takes in a language; where it shows decimals, they count."""
        texts = {form.name: form.text for form in self.forms}
        form = form_of(language, shown.replace(MINUS, "-").replace(",", ""))
        return Phrase.of(texts.get(form, texts["other"]), NUMBER, Numeral(shown))

    def complaints(self, language: str) -> Iterator[tuple[Complaint, int]]:
        """What is wrong with the forms in a text of this language, and where between the brackets."""
        known = forms_of(language)
        if self.forms and not known:
            hint = "install Babel, which knows them, or write a text that needs none"
            yield Complaint((), f'the forms of number of "{language}" are not known here', hint), 0
            return
        names = [form.name for form in self.forms]
        for index, form in enumerate(self.forms):
            if form.name not in known:
                yield _no_form(form.name, language), form.start
            elif form.name in names[:index]:
                yield Complaint((), f'the form "{form.name}" is given twice', "keep one"), form.start
        if names and "other" not in names:
            hint = "add it at the end, as in [=n|one: pixel|other: pixels]"
            yield Complaint((), 'the form "other" is missing', hint), self.forms[0].start


def _forms(inside: str, start: int) -> Iterator[WrittenForm]:
    for match in re.finditer(r"\|([^|]*)", inside[start:]):
        name, _, text = match[1].partition(":")
        indent = len(name) - len(name.lstrip())
        yield WrittenForm(name.strip(), text.strip(), start + match.start(1) + indent)


def _no_form(name: str, language: str) -> Complaint:
    known = forms_of(language)
    if name in FORMS:
        return Complaint(
            (), f'the language "{language}" has no form "{name}"', f"there are: {', '.join(known)}"
        )
    return Complaint((), f'"{name}" is no form of number', nearest(name, known))

"""A word with forms of number, as `one: … / other: …`, of which the page and the build choose one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from selfcheck.checks.emptiness import empty_field
from selfcheck.complaint import Complaint
from selfcheck.errors import SelfCheckError
from selfcheck.pages.plural import FORMS, form_of, forms_of
from selfcheck.problems import nearest
from selfcheck.written_value import NothingInBraces, Plain, is_empty

_BY = "by"
"""Beside the forms: the name of the number that decides, where the words have several."""


class NumberMissing(SelfCheckError):
    """A template says a word with forms without a number."""


class Forms(str):
    """A word in all its forms. As a text it is the form `other`; `format` takes the form of its number."""

    language: str
    by: str
    texts: Mapping[str, str]

    @classmethod
    def of(cls, language: str, by: str, texts: Mapping[str, str]) -> Forms:
        """`texts` by form; `by` is the placeholder whose number decides."""
        word = cls(texts["other"])
        word.language, word.by, word.texts = language, by, texts
        return word

    def format(self, *args: object, **values: object) -> str:
        """The form of the number among the values, with the values in their places."""
        if self.by not in values:
            raise NumberMissing(f'"{self}" is said without {{{self.by}}}; write .format({self.by}=…)')
        form = form_of(self.language, str(values[self.by]))
        return self.texts.get(form, self.texts["other"]).format(*args, **values)

    def __html__(self) -> str:
        """What a template calls that says the word as it is, in no form."""
        raise NumberMissing(f'"{self}" has forms of number; write .format({self.by}=…) behind its name')

    @property
    def in_script(self) -> dict[str, str]:
        """The word as `fill` expects it in a script."""
        return {"lang": self.language, "by": self.by, **self.texts}


def changed(word: str, change: Callable[[str], str]) -> str:
    """A word with a change in each of its forms, or in its only one."""
    if not isinstance(word, Forms):
        return change(word)
    return Forms.of(word.language, word.by, {form: change(text) for form, text in word.texts.items()})


def placeholders(text: str) -> set[str]:
    """The names that stand between braces; of a word with forms, those of all of them."""
    texts = text.texts.values() if isinstance(text, Forms) else [text]
    return {name for each in texts for name in re.findall(r"{(\w+)}", each)}


def word_of(written: Any, language: str) -> str:
    """A word as a file has it: a text, or a mapping of forms that has no complaints."""
    if not isinstance(written, Mapping):
        return str(written)
    texts = {form: str(text) for form, text in written.items() if form != _BY}
    return Forms.of(language, str(written.get(_BY) or _only_placeholder(written)), texts)


def word_complaints(name: str, written: Any, language: str) -> Iterator[Complaint]:
    """What is wrong with a word of a file in this language, which is a text or a mapping of forms."""
    if isinstance(written, Mapping):
        yield from (each.within((name,)) for each in _form_complaints(written, language))
    elif not isinstance(written, str):
        yield Complaint((name,), f'"{name}" is no text', "write the words behind the name")
    elif isinstance(written, Plain) and is_empty(written):
        yield _without_words(name, written)


def _without_words(name: str, written: Any) -> Complaint:
    if isinstance(written, NothingInBraces):
        return empty_field((name,), written)
    return Complaint((name,), f'"{name}" says nothing', 'write the words behind the name, or ""')


def _form_complaints(written: Mapping[str, Any], language: str) -> Iterator[Complaint]:
    known = forms_of(language)
    for form, text in written.items():
        if isinstance(text, NothingInBraces):
            yield _without_words(form, text)
        elif form not in (*known, _BY):
            yield _unknown_form(form, language)
        elif not isinstance(text, str):
            yield Complaint((form,), f'"{form}" is no text', "write the words behind the name")
        elif isinstance(text, Plain) and is_empty(text):
            yield _without_words(form, text)
    if "other" not in written:
        yield Complaint(
            (), '"other" is missing', "add `other:`, which every number has that has no other form"
        )
    elif _BY not in written and isinstance(written["other"], str) and not _only_placeholder(written):
        hint = "add `by:` with the name of the number that decides, as in `by: total`"
        yield Complaint((), "the words do not say which number decides between them", hint)


def _unknown_form(form: str, language: str) -> Complaint:
    known = forms_of(language)
    if form not in FORMS:
        return Complaint(
            (form,), f'"{form}" is no form of number', nearest(form, (*known, _BY)), is_about_name=True
        )
    message = f'the language "{language}" has no form "{form}"'
    return Complaint((form,), message, f"remove it; there are: {', '.join(known)}", is_about_name=True)


def _only_placeholder(written: Mapping[str, Any]) -> str:
    """The name between braces in the form `other`, if there is but one."""
    names = placeholders(str(written["other"]))
    return names.pop() if len(names) == 1 else ""

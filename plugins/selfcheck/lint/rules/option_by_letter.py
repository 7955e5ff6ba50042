"""option-by-letter: a text that calls an option by its letter, its number or its place."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.checks.positions import letters_in_doubt, positions_named
from selfcheck.lint.question import Options, Question, wording
from selfcheck.lint.rule import Finding, Rule
from selfcheck.lint.rules.complex_options import is_about_two
from selfcheck.lint.rules.whole_sets import is_all_of_the_above, is_none_of_the_above
from selfcheck.option_labels import OptionLabels
from selfcheck.source import FieldPath

_LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "ja", "pt", "zh"})


def _find(question: Question) -> Iterator[Finding]:
    options = question.choice
    if options is None:
        return
    if OptionLabels.of([each.text for each in options.asked.options]).written:  # they are the author's own
        return
    parts = _parts(question, options)
    said = dict(letters_in_doubt(parts))
    if not options.asked.shuffled:  # where they are shuffled, a letter without doubt is a problem anyway
        said |= dict(_named(parts))
    for path, words in said.items():
        text = _text_at(parts, path)
        message = f'"{words}" names an option by its place, which changes when options are added or moved'
        yield Finding(message, "say what the option says", text, words)


def _named(parts: dict[str, object]) -> Iterator[tuple[FieldPath, str]]:
    """The texts that name an option by its place without doubt, each with the words that do."""
    for path, words, _ in positions_named(parts):
        prose = wording(_text_at(parts, path)).prose
        if not (is_all_of_the_above(prose) or is_none_of_the_above(prose) or is_about_two(prose)):
            yield path, words


def _parts(question: Question, options: Options) -> dict[str, object]:
    """The texts that stand beside the options, where the check looks for them."""
    item = question.item
    texts = {
        "passage": item.passage,
        "stem": item.stem,
        "hints": list(item.hints),
        "explanation": item.explanation,
    }
    entries = [
        {"text": o.text, "feedback": o.feedback, "feedback-if-not-chosen": o.feedback_if_not_chosen}
        for o in options.asked.options
    ]
    return {**{name: text for name, text in texts.items() if text}, "options": entries}


def _text_at(parts: dict[str, object], path: FieldPath) -> str:
    node: object = parts
    for step in path:
        node = node[step]  # type: ignore[index]
    return str(node)


RULES = (Rule("option-by-letter", _find, _LANGUAGES),)

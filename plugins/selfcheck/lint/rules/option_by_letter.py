"""option-by-letter: a text that calls an option by its letter, its number or its place."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck.checks.positions import complaints_about_positions
from selfcheck.lint.question import Options, Question, wording
from selfcheck.lint.rule import Finding, Rule
from selfcheck.lint.rules.whole_sets import is_all_of_the_above, is_none_of_the_above
from selfcheck.option_labels import OptionLabels

_LANGUAGES = frozenset({"ar", "de", "en", "es", "fr", "ja", "pt", "zh"})


def _find(question: Question) -> Iterator[Finding]:
    options = question.choice
    if options is None or options.asked.shuffled:  # where options are shuffled, it is a problem anyway
        return
    if OptionLabels.of([each.text for each in options.asked.options]).written:  # they are the author's own
        return
    for complaint in complaints_about_positions(_parts(question, options), "shuffle"):
        text = _text_at(question, options, complaint.path)
        prose = wording(text).prose
        if is_all_of_the_above(prose) or is_none_of_the_above(prose):
            continue
        said = complaint.message.partition('" means')[0].removeprefix('"')
        yield Finding(f'"{said}" names an option by its place', "say what the option says", text)


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


def _text_at(question: Question, options: Options, path: tuple[str | int, ...]) -> str:
    node: object = _parts(question, options)
    for step in path:
        node = node[step]  # type: ignore[index]
    return str(node)


RULES = (Rule("option-by-letter", _find, _LANGUAGES),)

"""What is wrong with a bank as a whole: keys that can be guessed from place, length, or wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from selfcheck.lint.exact import Successes, holm
from selfcheck.lint.question import Options, Question
from selfcheck.lint.robot import attempts
from selfcheck.problems import Problem, Severity

FEWEST = 20
"""How many questions there must be before a bank is judged."""

LEVEL = 0.01
"""The chance below which nobody believes in chance."""

FEWEST_TRUE, MOST_TRUE = 0.4, 0.6
"""The share of true statements beyond which guessing one answer pays."""


def examine_bank(questions: Iterable[Question], path: str) -> list[Problem]:
    """Everything that is told of a bank as a whole, at the path of its folder."""
    asked = list(questions)
    choices = [each.choice for each in asked if each.choice and not each.choice.asked.many]
    told = [*_robot(asked), *_positions(choices), *_longest(choices), *_truths(asked)]
    return [Problem(path, None, None, "", *each) for each in told]


Told = tuple[str, str, str, Severity]


def _robot(questions: Sequence[Question]) -> Iterator[Told]:
    for attempt in attempts(questions):
        if attempt.trials >= FEWEST and attempt.corrected < LEVEL:
            message = (
                f"{attempt.strategy.does} is right in {attempt.hits} of {attempt.trials} questions, "
                f"by chance in {attempt.expected:.1f} (p = {attempt.corrected:.2g})"
            )
            yield message, "let distractors look like keys", "test-wise-robot", "warning"


def _positions(choices: Sequence[Options]) -> Iterator[Told]:
    """Places at which keys stand too often or too seldom; shuffled ones stand nowhere."""
    placed = [each for each in choices if not each.asked.shuffled and each.keys]
    if len(placed) < FEWEST:
        return
    tests = []
    for place in range(max(len(each.all) for each in placed)):
        there = [each for each in placed if len(each.all) > place]
        guessing = Successes(1 / len(each.all) for each in there)
        hits = sum(each.all[place].is_key for each in there)
        tests.append((place + 1, hits, guessing, guessing.as_unlikely(hits)))
    corrected = holm([chance for *_, chance in tests])
    for (place, hits, guessing, _), chance in zip(tests, corrected, strict=True):
        if chance < LEVEL:
            message = (
                f"the key is option {place} in {hits} of {guessing.trials} questions, "
                f"by chance in {guessing.expected:.1f} (p = {chance:.2g})"
            )
            yield message, "put keys at all places, or set `shuffle`", "key-position-bias", "warning"


def _longest(choices: Sequence[Options]) -> Iterator[Told]:
    """Keys that are the one longest option too often."""
    singles = []
    for options in choices:
        lengths = [each.wording.length for each in options.all]
        if lengths.count(max(lengths)) == 1:
            singles.append((options.all[lengths.index(max(lengths))].is_key, len(lengths)))
    guessing = Successes(1 / count for _, count in singles)
    hits = sum(is_key for is_key, _ in singles)
    if guessing.trials >= FEWEST and (chance := guessing.at_least(hits)) < LEVEL:
        message = (
            f"the key is the longest option in {hits} of {guessing.trials} questions, "
            f"by chance in {guessing.expected:.1f} (p = {chance:.2g})"
        )
        yield message, "cut keys, or say more in distractors", "key-is-longest", "warning"


def _truths(questions: Sequence[Question]) -> Iterator[Told]:
    """Statements that are true too often or too seldom."""
    judged = [each.judgement for each in questions if each.judgement]
    if len(judged) < FEWEST:
        return
    true = sum(each.options[0].correct for each in judged)
    if FEWEST_TRUE <= true / len(judged) <= MOST_TRUE:
        return
    chance = Successes([0.5] * len(judged)).as_unlikely(true)
    message = f"{true} of {len(judged)} statements are true (p = {chance:.2g})"
    hint = "turn some of them round: about half should be true"
    yield message, hint, "true-false-imbalance", "warning" if chance < LEVEL else "note"

"""What is wrong with a bank as a whole: keys that can be guessed from place, length, or wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

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
    choices = choices_of_one(asked)
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


@dataclass(frozen=True, slots=True)
class Share:
    """In how many questions something holds of the key, and how chance would have it."""

    hits: int
    guessing: Successes


def choices_of_one(questions: Iterable[Question]) -> list[Options]:
    """The choices of one option among several that the questions ask for."""
    return [each.choice for each in questions if each.choice and not each.choice.asked.many]


def key_places(choices: Iterable[Options]) -> list[Share]:
    """How often the key is the first option, the second and so on; shuffled ones stand nowhere."""
    placed = [each for each in choices if not each.asked.shuffled and each.keys]
    shares = []
    for place in range(max((len(each.all) for each in placed), default=0)):
        there = [each for each in placed if len(each.all) > place]
        guessing = Successes(1 / len(each.all) for each in there)
        shares.append(Share(sum(each.all[place].is_key for each in there), guessing))
    return shares


def longest_keys(choices: Iterable[Options]) -> Share:
    """How often the key is the longest option, where one option alone is."""
    singles = []
    for options in choices:
        lengths = [each.wording.length for each in options.all]
        if lengths.count(max(lengths)) == 1:
            singles.append((options.all[lengths.index(max(lengths))].is_key, len(lengths)))
    return Share(sum(is_key for is_key, _ in singles), Successes(1 / count for _, count in singles))


def true_statements(questions: Iterable[Question]) -> Share:
    """How many of the statements are true."""
    judged = [each.judgement for each in questions if each.judgement]
    return Share(sum(each.options[0].correct for each in judged), Successes([0.5] * len(judged)))


def _positions(choices: Sequence[Options]) -> Iterator[Told]:
    """Places at which keys stand too often or too seldom."""
    shares = key_places(choices)
    if not shares or shares[0].guessing.trials < FEWEST:  # every choice has a first option
        return
    corrected = holm([each.guessing.as_unlikely(each.hits) for each in shares])
    for place, (share, chance) in enumerate(zip(shares, corrected, strict=True), 1):
        if chance < LEVEL:
            message = (
                f"the key is option {place} in {share.hits} of {share.guessing.trials} questions, "
                f"by chance in {share.guessing.expected:.1f} (p = {chance:.2g})"
            )
            yield message, "put keys at all places, or set `shuffle`", "key-position-bias", "warning"


def _longest(choices: Sequence[Options]) -> Iterator[Told]:
    """Keys that are the one longest option too often."""
    share = longest_keys(choices)
    guessing = share.guessing
    if guessing.trials >= FEWEST and (chance := guessing.at_least(share.hits)) < LEVEL:
        message = (
            f"the key is the longest option in {share.hits} of {guessing.trials} questions, "
            f"by chance in {guessing.expected:.1f} (p = {chance:.2g})"
        )
        yield message, "cut keys, or say more in distractors", "key-is-longest", "warning"


def _truths(questions: Sequence[Question]) -> Iterator[Told]:
    """Statements that are true too often or too seldom."""
    share = true_statements(questions)
    true, asked = share.hits, share.guessing.trials
    if asked < FEWEST or FEWEST_TRUE <= true / asked <= MOST_TRUE:
        return
    chance = share.guessing.as_unlikely(true)
    message = f"{true} of {asked} statements are true (p = {chance:.2g})"
    hint = "turn some of them round: about half should be true"
    yield message, hint, "true-false-imbalance", "warning" if chance < LEVEL else "note"

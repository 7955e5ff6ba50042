"""What is wrong with a bank as a whole: keys that can be guessed from place, length, or wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from selfcheck.lint.exact import Successes, chi_square_tail, holm
from selfcheck.lint.robot import attempts, preferences
from selfcheck.lint.trace import Trace
from selfcheck.problems import Problem, Severity

if TYPE_CHECKING:  # what was kept of questions is judged without their models
    from selfcheck.lint.question import Options, Question

FEWEST = 20
"""How many questions there must be before a bank is judged."""

LEVEL = 0.01
"""The chance below which nobody believes in chance."""

FEWEST_EXPECTED = 5
"""How many keys chance must put at each place before the places are compared by chi-square."""

FEWEST_TRUE, MOST_TRUE = 0.4, 0.6
"""The share of true statements beyond which guessing one answer pays."""


def examine_bank(traces: Iterable[Trace], path: str) -> list[Problem]:
    """Everything that is told of a bank as a whole, at the path of its folder."""
    asked = list(traces)
    told = [*_robot(asked), *_positions(asked), *_longest(asked), *_truths(asked)]
    return [Problem(path, None, None, "", *each) for each in told]


def trace_of(question: Question) -> Trace:
    """What the tests need of a question."""
    judgement, choice = question.judgement, question.choice
    is_true = judgement.options[0].correct if judgement else None
    if choice is None or choice.asked.many:
        return Trace(is_true=is_true)
    keys = () if choice.asked.shuffled else tuple(n for n, each in enumerate(choice.all) if each.is_key)
    return Trace(len(choice.all), keys, _is_longest(choice), preferences(question, choice), is_true)


def _is_longest(options: Options) -> bool | None:
    lengths = [each.wording.length for each in options.all]
    longest = max(lengths)
    return options.all[lengths.index(longest)].is_key if lengths.count(longest) == 1 else None


Told = tuple[str, str, str, Severity]


def _robot(traces: Sequence[Trace]) -> Iterator[Told]:
    for attempt in attempts(traces):
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


def key_places(traces: Iterable[Trace]) -> list[Share]:
    """How often the key is the first option, the second and so on; shuffled ones stand nowhere."""
    placed = [each for each in traces if each.keys]
    shares = []
    for place in range(max((each.options for each in placed), default=0)):
        there = [each for each in placed if each.options > place]
        guessing = Successes(1 / each.options for each in there)
        shares.append(Share(sum(place in each.keys for each in there), guessing))
    return shares


def longest_keys(traces: Iterable[Trace]) -> Share:
    """How often the key is the longest option, where one option alone is."""
    singles = [each for each in traces if each.is_longest is not None]
    return Share(
        sum(bool(each.is_longest) for each in singles), Successes(1 / each.options for each in singles)
    )


def true_statements(traces: Iterable[Trace]) -> Share:
    """How many of the statements are true."""
    judged = [each.is_true for each in traces if each.is_true is not None]
    return Share(sum(judged), Successes([0.5] * len(judged)))


def _positions(traces: Sequence[Trace]) -> Iterator[Told]:
    """Places at which keys stand too often or too seldom."""
    shares = key_places(traces)
    if not shares or shares[0].guessing.trials < FEWEST:  # every choice has a first option
        return
    corrected = holm([each.guessing.as_unlikely(each.hits) for each in shares])
    if min(corrected) >= LEVEL:
        yield from _uneven(traces)
    for place, (share, chance) in enumerate(zip(shares, corrected, strict=True), 1):
        if chance < LEVEL:
            message = (
                f"the key is option {place} in {share.hits} of {share.guessing.trials} questions, "
                f"by chance in {share.guessing.expected:.1f} (p = {chance:.2g})"
            )
            yield message, "put keys at all places, or set `shuffle`", "key-position-bias", "warning"


def _uneven(traces: Sequence[Trace]) -> Iterator[Told]:
    """Places that keys avoid or seek together, as the second half, with no single one that stands out."""
    placed = Counter((each.options, each.keys[0]) for each in traces if len(each.keys) == 1)
    for options in sorted({options for options, _ in placed}):
        counts = [placed[options, place] for place in range(options)]
        expected = sum(counts) / options
        if options < 2 or sum(counts) < FEWEST or expected < FEWEST_EXPECTED:
            continue
        chance = chi_square_tail(sum((count - expected) ** 2 for count in counts) / expected, options - 1)
        if chance < LEVEL:
            message = (
                f"of {options} options the key is {_listed(counts)} times the first, second and so on, "
                f"by chance {expected:.1f} times each (p = {chance:.2g})"
            )
            yield message, "put keys at all places, or set `shuffle`", "key-position-bias", "warning"


def _listed(counts: Sequence[int]) -> str:
    return f"{', '.join(map(str, counts[:-1]))} and {counts[-1]}"


def _longest(traces: Sequence[Trace]) -> Iterator[Told]:
    """Keys that are the one longest option too often."""
    share = longest_keys(traces)
    guessing = share.guessing
    if guessing.trials >= FEWEST and (chance := guessing.at_least(share.hits)) < LEVEL:
        message = (
            f"the key is the longest option in {share.hits} of {guessing.trials} questions, "
            f"by chance in {guessing.expected:.1f} (p = {chance:.2g})"
        )
        yield message, "cut keys, or say more in distractors", "key-is-longest", "warning"


def _truths(traces: Sequence[Trace]) -> Iterator[Told]:
    """Statements that are true too often or too seldom."""
    share = true_statements(traces)
    true, asked = share.hits, share.guessing.trials
    if asked < FEWEST or FEWEST_TRUE <= true / asked <= MOST_TRUE:
        return
    chance = share.guessing.as_unlikely(true)
    message = f"{true} of {asked} statements are true (p = {chance:.2g})"
    hint = "turn some of them round: about half should be true"
    yield message, hint, "true-false-imbalance", "warning" if chance < LEVEL else "note"

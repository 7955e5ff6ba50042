"""The test-wise robot: eight ways to answer a choice without understanding it, tried on a whole bank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, Any, TypeAlias

from selfcheck.lint.english import is_function_word
from selfcheck.lint.exact import Successes, holm
from selfcheck.lint.trace import Preference, Trace
from selfcheck.lint.wording import Wording

if TYPE_CHECKING:  # what was kept of questions is judged without their models
    from selfcheck.lint.question import Options, Question

Pick: TypeAlias = "Callable[[Wording, Sequence[Wording]], Iterable[int]]"
"""Which options, by number from 0, a strategy thinks as good as any; the stem and the options are given."""

_TOKEN = re.compile(r"\w+")
_ABSOLUTE = re.compile(
    r"\b(?:always|never|only|all|every|none|nothing|completely|entirely|impossible|must)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Strategy:
    """A naive way to answer; of place, it means nothing where options are shuffled."""

    name: str
    does: str
    pick: Pick
    is_of_place: bool = False
    is_english: bool = False


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a strategy reached on the questions in which it had a preference at all."""

    strategy: Strategy
    asked: int
    trials: int
    hits: int
    """The questions whose key is among what it prefers."""
    expected: float
    chance: float
    """That of as many hits or more by guessing."""
    corrected: float
    """The same, corrected for the number of strategies."""


def attempts(traces: Iterable[Trace]) -> list[Attempt]:
    """The attempts of all strategies on the choices of one option among several."""
    asked = [each for each in traces if each.options]
    raw = [_attempt(strategy, number, asked) for number, strategy in enumerate(STRATEGIES)]
    corrected = holm([each.chance for each in raw])
    return [replace(each, corrected=chance) for each, chance in zip(raw, corrected, strict=True)]


def preferences(question: Question, options: Options) -> tuple[Preference | None, ...]:
    """What each strategy would pick among the options that a question asks for."""
    texts = [each.wording for each in options.all]
    return tuple(
        _preference(each, question.stem, texts, options) if _applies(each, question, options) else None
        for each in STRATEGIES
    )


def _attempt(strategy: Strategy, number: int, traces: Iterable[Trace]) -> Attempt:
    trials = list[float]()
    count = hits = 0
    for trace in traces:
        if (preference := trace.preferences[number]) is None:
            continue
        picked, is_hit = preference
        count += 1
        if picked < trace.options:
            trials.append(picked / trace.options)
            hits += is_hit
    guessing = Successes(trials)
    chance = guessing.at_least(hits)
    return Attempt(strategy, count, guessing.trials, hits, guessing.expected, chance, chance)


def _applies(strategy: Strategy, question: Question, options: Options) -> bool:
    is_placeless = strategy.is_of_place and options.asked.shuffled
    is_foreign = strategy.is_english and not question.language.startswith("en")
    return not (is_placeless or is_foreign)


def _preference(strategy: Strategy, stem: Wording, texts: Sequence[Wording], options: Options) -> Preference:
    picked = set(strategy.pick(stem, texts))
    return len(picked), any(options.all[index].is_key for index in picked)


def _most(values: Sequence[Any]) -> list[int]:
    most = max(values)
    return [index for index, value in enumerate(values) if value == most]


def _least(values: Sequence[Any]) -> list[int]:
    least = min(values)
    return [index for index, value in enumerate(values) if value == least]


def _middle(stem: Wording, options: Sequence[Wording]) -> list[int]:
    """The option in the middle, or the two; of two options both, which prefers neither."""
    return sorted({(len(options) - 1) // 2, len(options) // 2})


@lru_cache(maxsize=256)  # every strategy asks for those of the same few options
def _tokens(text: str) -> frozenset[str]:
    return frozenset(_TOKEN.findall(text.lower()))


def _stem_words(stem: Wording, options: Sequence[Wording]) -> list[int]:
    said = {word for word in _tokens(stem.without_blocks) if not is_function_word(word)}
    return _most([len(said & _tokens(each.visible)) for each in options])


def _most_similar(stem: Wording, options: Sequence[Wording]) -> list[int]:
    """The one that shares most words with the others, by the sum of its Jaccard indices with each."""
    words = [_tokens(each.visible) for each in options]
    sums = [Fraction(0)] * len(words)
    for (i, a), (j, b) in combinations(enumerate(words), 2):
        likeness = _jaccard(a, b)
        sums[i] += likeness
        sums[j] += likeness
    return _most(sums)


def _jaccard(a: frozenset[str], b: frozenset[str]) -> Fraction:
    return Fraction(len(a & b), len(a | b)) if a | b else Fraction(1)


STRATEGIES = (
    Strategy("longest", "picking the longest option", lambda stem, o: _most([each.length for each in o])),
    Strategy("shortest", "picking the shortest option", lambda stem, o: _least([each.length for each in o])),
    Strategy("first", "picking the first option", lambda stem, o: [0], is_of_place=True),
    Strategy("last", "picking the last option", lambda stem, o: [len(o) - 1], is_of_place=True),
    Strategy("middle", "picking an option in the middle", _middle, is_of_place=True),
    Strategy("stem-words", "picking what shares most words with the stem", _stem_words, is_english=True),
    Strategy(
        "fewest-absolutes",
        "passing over words such as always",
        lambda stem, o: _least([len(_ABSOLUTE.findall(each.visible)) for each in o]),
        is_english=True,
    ),
    Strategy("most-similar", "picking what is most like the other options", _most_similar),
)
"""The eight ways, in the order in which they are shown."""

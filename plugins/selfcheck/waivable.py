"""The names of all lint rules, each of which a question may waive by `lint-ok`, and of tests of banks."""

WAIVABLE = (
    "absolute-in-distractors",
    "all-of-the-above",
    "answered-above",
    "complex-options",
    "demand-repeated",
    "double-stem",
    "echo",
    "explanation-missing",
    "explanation-restates",
    "feedback-contradicts",
    "feedback-restates",
    "grammar-cue",
    "hedged-key",
    "hint-holds-key",
    "longest-key",
    "near-duplicate-options",
    "negative-option",
    "negative-stem",
    "none-of-the-above",
    "numbers-out-of-order",
    "option-by-letter",
    "reading-ease",
    "rubric-missing",
    "stem-not-a-question",
    "telling-alternative-text",
    "too-few-options",
    "too-many-options",
    "unlike-options",
)
"""In the order of the alphabet. They are listed here so that reading a question loads no rule."""

OF_BANKS = ("key-is-longest", "key-position-bias", "test-wise-robot", "true-false-imbalance")
"""The tests of a whole bank, which no question can waive."""

UNUSED_WAIVER = "unused-waiver"
"""The code of a waiver that waives nothing."""

OF_LINTER = frozenset({*WAIVABLE, *OF_BANKS, UNUSED_WAIVER})
"""The code of everything that the linter tells."""

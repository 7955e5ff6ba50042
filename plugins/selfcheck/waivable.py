"""The names of all lint rules, each of which a question may waive by `lint-ok`."""

WAIVABLE = (
    "absolute-in-distractors",
    "all-of-the-above",
    "complex-options",
    "double-stem",
    "echo",
    "explanation-missing",
    "explanation-restates",
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
    "rubric-missing",
    "stem-not-a-question",
    "telling-alternative-text",
    "too-few-options",
    "too-many-options",
    "unlike-options",
)
"""In the order of the alphabet. They are listed here so that reading a question loads no rule."""

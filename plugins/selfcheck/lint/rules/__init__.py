"""The rules of the linter: each module has a table of them."""

from selfcheck.lint.rule import Rule
from selfcheck.lint.rules import (
    absolutes,
    alternative_text,
    complex_options,
    echo,
    explanations,
    grammar,
    hedges,
    hints,
    longest_key,
    near_duplicates,
    negations,
    numeric_order,
    option_by_letter,
    option_count,
    rubric,
    stems,
    unlike,
    whole_sets,
)

_TABLES = (
    absolutes,
    alternative_text,
    complex_options,
    echo,
    explanations,
    grammar,
    hedges,
    hints,
    longest_key,
    near_duplicates,
    negations,
    numeric_order,
    option_by_letter,
    option_count,
    rubric,
    stems,
    unlike,
    whole_sets,
)

RULES: dict[str, Rule] = {rule.name: rule for table in _TABLES for rule in table.RULES}
"""Every rule by its name."""

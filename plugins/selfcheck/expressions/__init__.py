"""The small language of formulas in question files: arithmetic, comparison, and functions by name."""

from selfcheck.expressions.arithmetic import Value
from selfcheck.expressions.error import ExpressionError
from selfcheck.expressions.functions import BUILT_IN, Functions
from selfcheck.expressions.language import Expression, read_expression
from selfcheck.expressions.rounding import round_half_up
from selfcheck.expressions.site_functions import FunctionsUnusable, load_functions

__all__ = [
    "BUILT_IN",
    "Expression",
    "ExpressionError",
    "Functions",
    "FunctionsUnusable",
    "Value",
    "load_functions",
    "read_expression",
    "round_half_up",
]

"""Values and pieces of text that an author, an editor or an export may leave where another one is due."""

from __future__ import annotations

from random import Random

from selfcheck.source import Data
from selfcheck.written_value import Plain

PLAIN = (
    *("null", "~", "true", "false", "yes", "off", "3", "0", "-0", "-1", "0.5", "1e3", "1e999", "1e-999"),
    *("9" * 30, "1" * 400, "0.1e59", "0x1F", "1_000", "012", "12:30", ".inf", "-.nan", "inf", "nan", "1,5"),
    *("३", "３２", "½", "10⁵", "−3", "text", "two words", "a.b", "[x", "*x", "&x", "%", "@", "!t", "x: y"),
    *(
        "1/0",
        "2**999",
        "2**2**2**9",
        "1//0",
        "1%0",
        "(-8)**0.5",
        "n",
        "n+1",
        "no_such(1)",
        "abs()",
        "lambda: 1",
    ),
    *(
        "round(1, 99)",
        "log(0)",
        "sqrt(-1)",
        "max()",
        "n == n",
        "'a' + 1",
        "__import__('os')",
        "1" + "+1" * 90,
    ),
    *(
        "(" * 60 + "1" + ")" * 60,
        "n" * 600,
        "1 if 1 else 2",
        "[1][0]",
        "f(*n)",
        "1 < 2 < 'a'",
        "1j",
        "1e308*10",
    ),
    *(
        "log(8, 1)",
        "log(2, 0)",
        "round(2, 0.5)",
        "abs('a')",
        "sqrt(1e400)",
        "floor(1e308)",
        "9**9**9",
        "not n",
    ),
)
"""Written without quotes."""

QUOTED = (
    *(" ", "\n\n", "\t", "\u200f", "\u0301", "\u00a0", "\u2028", "\x85", "\U0001f642", "\ud7ff", "\ufeff"),
    *("a" * 3000, "<svg>", "&lt;", "</textarea><script>", "{{ x }}", "{% raw %}", "#.#", ".", "..\n.."),
    *(
        "[=n]",
        "[=1/0]",
        "[=]",
        "[=n:.99f]",
        "[=n:%%]",
        "\\[=n]",
        "[=n",
        "[_a_]",
        "[_gap_]",
        "[__]",
        "[_a_][_a_]",
    ),
    *(
        "(a+)+b",
        "(a|a)*b",
        "(.*)*",
        "a{99}",
        "[a-",
        "a{1,2}{3}",
        "(?=a)",
        r"\1",
        "x*y*z*.*" * 3,
        "(((a*)b*)c*)",
    ),
    *("(x+x+)+y", "a?" * 90, "[z-a]", ".{0,99}" * 9, "^a$", "(", r"\d{9,1}", "[]", "[^]", "(?i)a", r"\u0041"),
    *("# heading", "a\n---", "[^1]: note", "[^1]", "```\nopen", "```rust,ignore\n#fn\n```", "~~~\n```\n~~~"),
    *("$", "$x$", "$\\frac$", "$" * 7, "$" + "{" * 50 + "$", "| a |\n|-|\n| b", "![](x)", "![a](b", "[a][b]"),
    *(
        "{#id}",
        "{: .a }",
        "<!-- # x",
        "*[A]: b",
        "[a]: b",
        "[TOC]",
        "\x02wzxhzdk:0\x03",
        "\x02",
        "\uf8ffselfcheck\uf8ff",
    ),
    *(
        "- [x] a",
        "!!! note",
        '=== "a"',
        "--8<-- x",
        "images/none.png",
        "../x.png",
        "images/grid.svg",
        "#ff0000",
    ),
    *(
        "```svg\n<svg viewBox='0 0 9e999 1'/>\n```",
        "<svg",
        "![a](images/grid.svg)",
        "x" * 39 + "\n" + "y" * 9,
    ),
)
"""Written in quotes."""

SLIPS = (
    *(
        "\n",
        "\t",
        ": ",
        ":",
        "- ",
        "? ",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "|\n",
        ">\n",
        "&a ",
        "*a ",
        "!x ",
        "~",
        "\r",
    ),
    *(
        "```\n",
        "# ",
        " #",
        ",",
        "...\n",
        "---\n",
        "%YAML 9\n",
        "\0",
        "\x07",
        "\x7f",
        "\x85",
        "\u2028",
        "\ufeff",
    ),
    *(
        "\ud800",
        "\U0001f642",
        "<<: ",
        "!!int ",
        "!!binary ",
        "\\",
        "[=",
        "[_",
        "$",
        "    ",
        "\n\n",
        "|2-\n",
        "@",
    ),
)
"""What a hand or a program puts between two characters."""


def scalar(random: Random) -> str:
    """A scalar, in quotes or not."""
    return Plain(random.choice(PLAIN)) if random.random() < 0.5 else random.choice(QUOTED)


def value(random: Random) -> Data:
    """A scalar, or a list or a mapping where none is due."""
    shapes = random.randrange(8)
    if shapes < 4:
        return scalar(random)
    if shapes == 4:
        return [
            scalar(random) for _ in range(random.choice((0, 1, 2, 5, 1001 if random.random() < 0.02 else 3)))
        ]
    if shapes == 5:
        return {str(scalar(random)): scalar(random) for _ in range(random.randrange(4))}
    if shapes == 6:
        return nested(scalar(random), random.choice((1, 2, 5, 60)), random)
    return [value(random), value(random)]


def nested(inner: Data, depth: int, random: Random) -> Data:
    """A value inside as many lists and mappings."""
    for _ in range(depth):
        inner = [inner] if random.random() < 0.5 else {"a": inner}
    return inner

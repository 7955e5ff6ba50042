"""A text of a question as readers see it: what is prose in it, what is code, and which words it uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from selfcheck.lint.english import root_of

CODE = "□"
"""Stands in prose for a piece of code, a formula or a computed value."""

_USUAL_DIGITS = 3
"""How long a computed value is taken to be: it is not known before a page shows it."""

_MARKUP = re.compile(r"[`*_\[<$~]")
_FENCED = re.compile(
    r"^[ \t]*(`{3,}|~{3,})([^\n]*)\n(.*?)(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_COMPUTED = re.compile(r"\[=[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]")
_SPAN = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
_MATH = re.compile(r"\$[^$\s](?:[^$\n]*[^$\s])?\$")
_PICTURE = re.compile(r"!\[((?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*)\]\([^)]*\)(?:\{[^}]*\})?")
_LINK = re.compile(r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STARS = re.compile(r"\*+")
_EMPHASIS = re.compile(r"(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)")
_GAP = re.compile(r"(?:\\_){2,}|(?<![^\s(])_{2,}(?=[\s.,;:?!)]|$)")
"""A gap to fill in; what stands for emphasis has a text at its side."""

_LANGUAGE_OF_SPAN = re.compile(r"^#!\w+ ")
_SIGNS = "*[]`"
_STAND_INS = "\ue000\ue001\ue002\ue003"
_AWAY, _BACK = str.maketrans(_SIGNS, _STAND_INS), str.maketrans(_STAND_INS, _SIGNS)
"""Signs that mean themselves in code, formulas and computed values, and what hides them from a search."""

QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»")
"""What a program or a person says, which is not the author's."""

_LITERAL = re.compile(r"'[^']*'|\"[^\"]*\"")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.?!:…])[\"'”’)]*\s+(?=[^a-z\s])|\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")


@dataclass(frozen=True)
class Wording:
    """A Markdown text; what follows from it is worked out once."""

    source: str

    @cached_property
    def is_plain(self) -> bool:
        """Whether it has no sign of code, links, formulas, emphasis or HTML, as most texts."""
        return _MARKUP.search(self.source) is None

    @cached_property
    def visible(self) -> str:
        """The text in one line, code included, without the signs of code and emphasis."""
        if self.is_plain:
            return " ".join(self.source.split())
        text = _FENCED.sub(lambda found: found[3].translate(_AWAY), self.source)
        text = _SPAN.sub(lambda found: _LANGUAGE_OF_SPAN.sub("", found[2]).translate(_AWAY), text)
        for kept in (_MATH, _COMPUTED):
            text = kept.sub(lambda found: found[0].translate(_AWAY), text)
        text = _STARS.sub("", _LINK.sub(r"\1", _PICTURE.sub("", text))).replace("`", "")
        return " ".join(text.translate(_BACK).split())

    @cached_property
    def without_blocks(self) -> str:
        """The same without blocks of code."""
        if self.is_plain:
            return self.visible
        return Wording(_FENCED.sub(" ", self.source)).visible

    @cached_property
    def length(self) -> int:
        """How many characters it has. A star is none: it marks emphasis, or is one of many signs of code."""
        said = _COMPUTED.sub(CODE * _USUAL_DIGITS, self.visible)
        return len(" ".join(said.replace("*", "").split()))

    @cached_property
    def marked_prose(self) -> str:
        """The prose with its emphasis and its line breaks; each piece of code is `CODE`."""
        if self.is_plain:
            return self.source
        text = _GAP.sub("____", _FENCED.sub(f"\n\n{CODE}\n\n", self.source))
        text = _MATH.sub(CODE, _SPAN.sub(_code_or_word, _COMPUTED.sub(CODE, text)))
        return _TAG.sub(" ", _LINK.sub(r"\1", _PICTURE.sub("", text)))

    @cached_property
    def prose(self) -> str:
        """The same in one line, without emphasis."""
        if self.is_plain:
            return self.visible
        return " ".join(_EMPHASIS.sub("", _STARS.sub("", self.marked_prose)).split())

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of the prose; an entry of a list is one."""
        parts = _SENTENCE_END.split(_STARS.sub("", self.marked_prose))
        lines = (" ".join(_EMPHASIS.sub("", part).split()) for part in parts)
        return tuple(line for line in lines if line.strip(f"{CODE} -"))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the prose in small letters."""
        return tuple(_WORD.findall(self.prose.casefold().replace("’", "'")))

    @cached_property
    def names(self) -> frozenset[str]:
        """The words inside pieces of code that stand in a line of prose."""
        if self.is_plain:
            return frozenset()
        spans = _SPAN.findall(_FENCED.sub("\n\n", self.source))
        return frozenset(word.casefold() for _, code in spans for word in re.findall(r"[^\W\d]\w{2,}", code))

    @cached_property
    def contents(self) -> frozenset[str]:
        """The roots of the words that carry meaning, and the names in code."""
        return frozenset(map(root_of, (*self.words, *self.names))) - {""}

    @cached_property
    def code(self) -> str:
        """All pieces of code together, one a line."""
        if self.is_plain:
            return ""
        fenced = [code for _, _, code in _FENCED.findall(self.source)]
        return "\n".join([*fenced, *(code for _, code in _SPAN.findall(_FENCED.sub("\n\n", self.source)))])

    @cached_property
    def formulas(self) -> tuple[str, ...]:
        """Its formulas, without spaces."""
        if self.is_plain:
            return ()
        text = _SPAN.sub(" ", _FENCED.sub("\n\n", self.source))
        return tuple("".join(each.split()) for each in _MATH.findall(text))

    @property
    def computed(self) -> tuple[str, ...]:
        """The expressions of its computed values."""
        return tuple(_COMPUTED.findall(self.source))

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers in it, and the expressions of its computed values."""
        return frozenset(re.findall(r"\d+(?:[.,]\d+)*", _COMPUTED.sub("", self.visible))) | {*self.computed}

    @property
    def has_block(self) -> bool:
        """Whether a block of code stands in it."""
        return not self.is_plain and bool(_FENCED.search(self.source))

    @cached_property
    def is_literal(self) -> bool:
        """Whether it is a text in quotes, of which every sign counts."""
        return bool(_LITERAL.fullmatch(self.visible))

    @cached_property
    def is_code(self) -> bool:
        """Whether it is code alone, or a text in quotes, as programs write it."""
        if self.is_literal:
            return True
        return bool(self.code) and not self.computed and not self.prose.replace(CODE, "").strip()

    @cached_property
    def alternative_texts(self) -> tuple[str, ...]:
        """The alternative texts of its pictures."""
        return tuple(_PICTURE.findall(self.source)) if "![" in self.source else ()


def _code_or_word(span: re.Match[str]) -> str:
    """What a piece of code is in prose; some authors set the "not" that they stress as code."""
    word = span[2].strip("_* ")
    return word if word.casefold() in ("not", "except") and span[2] != word.casefold() else CODE

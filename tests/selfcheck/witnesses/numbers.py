"""A second reader of numbers, written without a look at the first; and texts for both to read."""

from __future__ import annotations

import math
import random
import unicodedata
from dataclasses import dataclass
from typing import Literal

Reading = float | Literal["no number", "two ways"]

BLANK = "\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
MINUS = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63\u30fc\uff70"
TIMES = "·⋅∙•・･×✕xX*"
APOSTROPHES = "'’‘ʼ′´`٬"
RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-", strict=True))
UNITS = [
    {"%", "％", "٪", "﹪"},
    {"µm", "μm", "㎛"},
    {"Ω", "\u2126"},
    {"″", '"', "''", "′′", "”"},
    {"′", "'", "’"},
    {"°C", "ºC", "° C", "℃"},
    {"m²", "m2", "m^2", "m**2", "㎡"},
    {"m/s", "m / s", "ｍ／ｓ", "m⁄s", "m∕s", "㎧"},
    {"N m", "N·m", "N ⋅ m", "N*m"},
]
"""Spellings of one unit each."""


@dataclass
class NumberWitness:
    """Reads a text from left to right, one sign after the other, without a single pattern."""

    text: str
    unit: str
    decimal: str
    at: int = 0

    def reading(self) -> Reading:
        if len(self.text.encode("utf-16-le")) // 2 > 60:
            return "no number"
        self.text = "".join(sign for sign in self.text if unicodedata.category(sign) != "Cf").strip(BLANK)
        spellings = next((each for each in UNITS if self.unit in each), {self.unit} - {""})
        for unit in sorted(spellings, key=len, reverse=True):
            if self.text.endswith(unit) or "".join(map(self.narrow, self.text)).endswith(unit):
                self.text = self.text[: -len(unit)].strip(BLANK)
                break
        self.text = "".join(map(self.simple, self.text))
        sign = -1 if self.take(MINUS) else 1
        if sign == 1:
            self.take("+")
        self.blanks()
        return self.number(sign)

    def simple(self, sign: str) -> str:
        if unicodedata.category(sign) == "Nd":
            return str(unicodedata.digit(sign))
        sign = self.narrow(sign)
        return "'" if sign in APOSTROPHES else {"٫": self.decimal, "。": ".", "｡": "."}.get(sign, sign)

    @staticmethod
    def narrow(sign: str) -> str:
        return unicodedata.normalize("NFKC", sign) if "！" <= sign <= "～" else sign

    def take(self, signs: str) -> str:
        if self.at < len(self.text) and self.text[self.at] in signs:
            self.at += 1
            return self.text[self.at - 1]
        return ""

    def blanks(self) -> None:
        while self.take(BLANK):
            pass

    def number(self, sign: int) -> Reading:
        above = self.numeral()
        before = self.at
        if above == "10" and self.raising():
            power = self.exponent()
            return (
                "no number"
                if self.at < len(self.text) or power is None
                else self.finite(sign * float(f"1e{power}"))
            )
        self.at = before
        self.blanks()
        if self.take("/⁄∕"):
            self.blanks()
            below = self.numeral()
            if self.at < len(self.text) or not above or not below:
                return "no number"
            if "two ways" in (above, below):
                return "two ways"
            if float(below) == 0:
                return "no number"
            return self.finite(sign * (float(above) / float(below)))
        self.at = before
        power = self.power()
        if self.at < len(self.text) or power is None:
            return "no number"
        if above == "two ways":
            return "two ways"
        return self.finite(sign * float(f"{above}e{power}")) if above else "no number"

    def finite(self, number: float) -> Reading:
        return number if math.isfinite(number) else "no number"

    def power(self) -> str | None:
        if self.at == len(self.text):
            return "0"
        self.blanks()
        if self.take("eE"):
            self.blanks()
            return self.exponent()
        if not self.take(TIMES):
            return None
        self.blanks()
        if not (self.take("1") and self.take("0")):
            return None
        return self.exponent() if self.raising() else None

    def raising(self) -> bool:
        """Whether what follows is an exponent, which is then brought down to the line."""
        self.blanks()
        rest = self.text[self.at :]
        if rest[:1] in RAISED:
            raised = all(sign in RAISED for sign in rest)
            self.text = self.text[: self.at] + "".join(RAISED.get(sign, sign) for sign in rest)
            return raised
        if not self.take("^") and not (self.take("*") and self.take("*")):
            return False
        self.blanks()
        if self.take("({"):
            closed = min(
                (self.text.find(sign, self.at) for sign in ")}" if sign in self.text[self.at :]), default=-1
            )
            if closed < 0:
                return False
            self.text = (self.text[:closed] + self.text[closed + 1 :]).rstrip(BLANK)
            self.blanks()
        return True

    def exponent(self) -> str | None:
        sign = "-" if self.take(MINUS) else self.take("+")
        digits = ""
        while digit := self.take("0123456789"):
            digits += digit
        return f"{sign}{digits}" if 0 < len(digits) <= 4 else None

    def numeral(self) -> str:
        """Digits with a point, "two ways", or nothing."""
        parts, signs = [""], []
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign.isascii() and sign.isdigit():
                parts[-1] += sign
            elif sign in f".,'{BLANK}" and self.text[self.at + 1 : self.at + 2].isdigit():
                signs.append(sign)
                parts.append("")
            else:
                break
            self.at += 1
        if len(parts) == 1:
            return parts[0]
        if len(parts) == 2 and signs[0] in ".,":
            if (
                signs[0] != self.decimal
                and len(parts[1]) == 3
                and 1 <= len(parts[0]) <= 3
                and parts[0][0] != "0"
            ):
                return "two ways"
            return f"{parts[0]}.{parts[1]}"
        fraction = "0"
        if signs[-1] in ".," and signs[-1] != signs[0]:
            fraction = parts.pop()
            signs.pop()
        grouped = 1 <= len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
        alike = {" " if sign in BLANK else sign for sign in signs}
        return f"{''.join(parts)}.{fraction}" if grouped and len(alike) == 1 else ""


def typed(source: random.Random) -> str:
    """Something like a number, with slips of the finger in every second one."""
    whole = str(source.choice([0, 3, 12, 123, 999, 1234, 123456, 10**9, source.randint(0, 10**7)]))
    if source.random() < 0.35:
        group = source.choice([",", ".", " ", "\u202f", "'", "’"])
        whole = group.join(part for part in f"{int(whole):,}".split(","))
    text = whole
    if source.random() < 0.5:
        text += source.choice([".", ",", "٫"]) + str(source.randint(0, 9999))
    kind = source.random()
    if kind < 0.15:
        text += (
            source.choice(["e", "E", " e", "e "])
            + source.choice(["", "-", "+", "−"])
            + str(source.randint(0, 400))
        )
    elif kind < 0.3:
        text += source.choice([" · 10^", "*10^-", "×10", " x 10 ^ ", "*10**", "・10^(-"]) + str(
            source.randint(0, 20)
        )
        text += ")" * ("(" in text)
    elif kind < 0.35:
        text = source.choice(["10^", "10 ^ −", "10**", "10^{"]) + str(source.randint(0, 20))
        text += "}" * ("{" in text)
    elif kind < 0.4:
        text += source.choice(["·10⁻³", " × 10¹²", "⁵"])
    elif kind < 0.55:
        text += source.choice(["/", " / ", "⁄", "∕"]) + str(source.randint(0, 30))
    text = (
        source.choice(["", "", "", "-", "−", "+", "– ", "\u200e-"])
        + text
        + source.choice(["", "", " px", "px", "%", " "])
    )
    if source.random() < 0.2:
        text = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text)
    if source.random() < 0.5:
        signs = "0123456789.,-−+eE/·×^ \u00a0'\u200f\x00\x1bxp%٣३NaInfty∞½²５．ー。—^(){}"
        for _ in range(source.randint(1, 3)):
            at = source.randint(0, len(text))
            text = text[:at] + source.choice(signs) + text[at + source.randint(0, 1) :]
    return text

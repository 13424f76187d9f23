"""The numbers of a bundled report's text, to find where a recorded figure stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate(_UNITS)} | {
    word: (number + 2) * 10 for number, word in enumerate(_TENS)
}
_WORDS |= {"a": 1, "single": 1, "ninth": 9}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMBER = re.compile(
    r"(?P<digits>\d[\d.,]*\d|\d)|\b(?P<word>" + "|".join(_WORDS) + r")\b", re.IGNORECASE
)
_SCALE = re.compile(r"[ -](hundred|thousand|million|billion)\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_FAR = 10_000


@dataclass(frozen=True, slots=True)
class Located:
    """Where a figure stands, and how it is written; at 0 where the text doesn't print it."""

    start: int
    end: int
    text: str


class TextNumbers:
    """The numbers of one text. Spans already given out are passed over while others fit."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = text.lower()
        self.found = [(m.start(), *_scaled(text, m)) for m in _NUMBER.finditer(text)]
        self.used: set[int] = set()

    def locate(self, figure: dict[str, Any], words: tuple[str, ...]) -> Located:
        """The place of the figure's number, the one nearest to any of the words; else the
        start of the text with the number printed plainly."""
        stated = figure["stated"]
        spans = [(start, end) for start, end, numbers in self.found if stated in numbers]
        if not spans:
            return Located(0, 0, _plain(stated, figure.get("unit")))
        near = [word for word in (figure.get("subset"), figure.get("unit")) if word]
        best = min(spans, key=lambda span: self._distance(span, words, near))
        self.used.add(best[0])
        return Located(best[0], best[1], self.text[best[0] : best[1]])

    def _distance(
        self, span: tuple[int, int], words: tuple[str, ...], near: list[str]
    ) -> tuple[bool, int, int]:
        start, end = span
        after, before = self.lower[end : end + 60], self.lower[max(0, start - 60) : start]
        own = not any(after[: len(word) + 12].count(word.lower()) for word in near)
        gaps = [after.find(word) for word in words if word in after]
        gaps += [len(before) - before.rfind(word) for word in words if word in before]
        return start in self.used, min(gaps, default=_FAR) + (20 if own else 0), start


def _scaled(text: str, match: re.Match[str]) -> tuple[int, set[float]]:
    """End of the number with its scale word, and the values it may stand for."""
    end = match.end()
    if match["word"]:
        numbers: set[float] = {float(_WORDS[match["word"].lower()])}
    else:
        digits = match["digits"]
        numbers = {float(digits.replace(",", ""))} if digits.count(".") < 2 else set()
        if _THOUSANDS.fullmatch(digits):
            numbers.add(float(re.sub(r"[.,]", "", digits)))
    scale = _SCALE.match(text, end)
    if scale:
        factor = _SCALES[scale[1].lower()]
        return scale.end(), {round(number * factor, 6) for number in numbers}
    return end, numbers


def _plain(number: float, unit: str | None) -> str:
    """The number as a newsroom would print it."""
    for scale, word in ((1e9, "billion"), (1e6, "million")):
        if unit == "USD" and abs(number) >= scale:
            return f"{number / scale:g} {word}"
    return f"{number:,.0f}" if number == int(number) and unit != "magnitude" else f"{number:,}"

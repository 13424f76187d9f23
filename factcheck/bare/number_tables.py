"""What the scan of a statement knows by heart: number words, scales, currencies, units, labels."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.text.lexicon import lexicon

DASHES: Final = "–—−-\ufffd"  # the last is what a badly decoded dash has become
CURRENCY: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "rs": "INR"}
SYMBOLS: Final = frozenset("$€£¥₹")
CURRENCY_WORDS: Final = {
    **dict.fromkeys(("dollar", "dollars", "usd"), "USD"),
    **dict.fromkeys(("euro", "euros"), "EUR"),
    **dict.fromkeys(("pound", "pounds", "sterling"), "GBP"),
    **dict.fromkeys(("rupee", "rupees"), "INR"),
}
SCALES: Final = {
    "hundred": 1e2,
    **dict.fromkeys(("thousand", "k"), 1e3),
    **dict.fromkeys(("lakh", "lakhs"), 1e5),
    **dict.fromkeys(("million", "mn", "m"), 1e6),
    **dict.fromkeys(("crore", "crores"), 1e7),
    **dict.fromkeys(("billion", "bn"), 1e9),
    "trillion": 1e12,
    "dozen": 12.0,
}
OTHER_WORDS: Final = {
    "once": 1.0,
    "twice": 2.0,
    "nobody": 0.0,
    "no": 0.0,
    "none": 0.0,
    "dozen": 12.0,
    "half": 0.5,
    **dict.fromkeys(("twins", "couple", "duo"), 2.0),
    **dict.fromkeys(("triplets", "trio"), 3.0),
}
VAGUE: Final = {
    "several": (3.0, 9.0),
    "dozens": (24.0, 99.0),
    "scores": (40.0, 199.0),
    "tens": (20.0, 99.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 99_999.0),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
}
"""What a number left vague admits; "tens of thousands" multiplies."""
RANKS: Final = {
    word: float(rank)
    for rank, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        1,
    )
} | {"runner-up": 2.0}
LABELS: Final = frozenset(
    "week weeks exit number no chapter season episode part game round page route phase stage level "
    "version volume interstate position ranked peaked rank grade type group class section article "
    "day door line platform terminal flight act appendix".split()
)
DIMENSIONS: Final = ("length", "area", "speed", "time", "mass", "volume", "temperature")
FAHRENHEIT_SIZE, FREEZING = 5.0 / 9.0, 32.0


@lru_cache(maxsize=1)
def units_by_word() -> dict[str, list[tuple[tuple[str, ...], str, float]]]:
    """Phrases of units by their first word, longest first: words, dimension, size."""
    return {
        first: [
            (phrase, unit.dimension if unit.name != _F else "fahrenheit", unit.size)
            for phrase, unit in entries
            if unit.dimension in DIMENSIONS
        ]
        for first, entries in lexicon().units.items()
    }


def unit_of(words: tuple[str, ...]) -> tuple[str, float, int] | None:
    """The dimension, size and length of the unit that words begin with."""
    if not words:
        return None
    for phrase, dimension, size in units_by_word().get(words[0], ()):
        if words[: len(phrase)] == phrase:
            return dimension, size, len(phrase)
    return None


def unit_phrases() -> list[tuple[str, ...]]:
    """The units that numbers are measured in, by their words."""
    return [phrase for entries in units_by_word().values() for phrase, _, _ in entries]


_F: Final = "degree Fahrenheit"


@lru_cache(maxsize=1)
def number_words() -> dict[str, float]:
    """Numbers below a hundred by their words."""
    return {word: float(value) for word, value in lexicon().units_words.items()}


def number(text: str) -> tuple[float, float] | None:
    """A printed number and the finest step it can tell: "1,500" → 1500, 100; "1,5" → 1.5, 0.1;
    None for what is none, as a version."""
    text = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    head, comma, tail = text.rpartition(",")
    if comma and len(tail) in (1, 2) and "," not in head and "." not in text:
        text = f"{head}.{tail}"
    else:
        text = text.replace(",", "")
    if text.count(".") > 1:
        return None
    value = float(text)
    decimals = len(text.partition(".")[2])
    if decimals:
        return value, 10.0**-decimals
    zeros = len(text) - len(text.rstrip("0"))
    return value, 10.0**zeros if value else 1.0

"""A number at a token: digits, words, scales, fractions, vague counts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.lexicon import lexicon
from factcheck.tokens import Tokens

THOUSANDS = 1000
DECIMAL_COMMA = re.compile(r"^\d+,\d{1,2}$")
DOTTED_THOUSANDS = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
# Letters that scale a sum of money but name something else behind a bare number (5m, 5t).
MONEY_SUFFIXES = frozenset({"m", "b", "t"})
OF_SCALE = frozenset(
    {"dozen", "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"}
)
PLAIN_FRACTION_DENOMINATORS = frozenset({"2", "3", "4", "5", "8"})
RATING_SCALES = frozenset({"5", "10", "20", "100"})  # 7.2/10, 80/100


@dataclass(slots=True)
class Number:
    """A number read at tokens [first, last). `low`/`high` are set for vague ones only.
    `scaled`: it carries a scale word, so its digits are rounded."""

    first: int
    last: int
    amount: float
    low: float | None = None
    high: float | None = None
    is_vague: bool = False
    scaled: bool = False
    digits: bool = False
    fraction: bool = False


def number_at(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, or None. `money`: a currency sign stands before it."""
    word = tokens.words[i]
    if word[0].isdigit():
        return _digits(tokens, i, money)
    lex = lexicon()
    if word in lex.number_words or word in ("a", "an"):
        return _words(tokens, i)
    return None


def parse_digits(text: str) -> float | None:
    """12, 1,200, 5,00,000, 1 200, 17.9; None for 1.2.3."""
    if DECIMAL_COMMA.match(text):
        return float(text.replace(",", "."))
    plain = (
        text.replace(",", "").replace(" ", "").replace(" ", "").replace(" ", "").replace(" ", "")
    )
    try:
        return float(plain)
    except ValueError:
        return None


def _digits(tokens: Tokens, i: int, money: bool) -> Number | None:
    words = tokens.words
    amount = parse_digits(words[i])
    if amount is None:
        return None
    number = Number(i, i + 1, amount, digits=True)
    j = i + 1
    count = len(words)
    if j + 1 < count and words[j] in "/⁄" and tokens.glued(j) and tokens.glued(j + 1):
        if (
            words[j + 1] in RATING_SCALES
            and ("." in words[i] or words[j + 1] != "5")
            and amount <= float(words[j + 1])
        ):
            return Number(i, j + 2, amount, digits=True)
        if words[j + 1] in PLAIN_FRACTION_DENOMINATORS and amount < float(words[j + 1]):
            return Number(i, j + 2, amount / float(words[j + 1]), digits=True, fraction=True)
        return None
    if j < count and words[j] in "½¼¾":
        number.amount += {"½": 0.5, "¼": 0.25, "¾": 0.75}[words[j]]
        number.last = j + 1
        return number
    _suffix(tokens, number, money)
    _scales(tokens, number)
    return number


def _suffix(tokens: Tokens, number: Number, money: bool) -> None:
    """5k, $13.6M, 30bn: a letter glued to the digits; "m" alone only for money."""
    j = number.last
    lex = lexicon()
    if j >= len(tokens) or not tokens.glued(j):
        return
    scale = lex.suffixes.get(tokens.words[j])
    upper = tokens.capital(j)  # "4.3M sales" is million, "5m" of a height is not
    if scale is None or (tokens.words[j] in MONEY_SUFFIXES and not money and not upper):
        return
    number.amount *= scale
    number.scaled = True
    number.last = j + 1


def _scales(tokens: Tokens, number: Number) -> None:
    """5 million, 3 hundred thousand, 95-billion(-dollar), 5 lakh."""
    lex = lexicon()
    while True:
        j = number.last
        if j + 1 < len(tokens) and tokens.words[j] in "-–" and tokens.words[j + 1] in lex.scales:
            j += 1
        if j >= len(tokens) or tokens.words[j] not in lex.scales:
            return
        if tokens.words[j] == "mil" and j + 1 < len(tokens) and tokens.words[j + 1] == ".":
            return
        number.amount *= lex.scales[tokens.words[j]]
        number.scaled = True
        number.last = j + 1


def _words(tokens: Tokens, i: int) -> Number | None:
    words = tokens.words
    lex = lexicon()
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    if word in ("a", "an"):
        return _article(tokens, i)
    if word == "half":
        return _half(tokens, i)
    if word in ("couple", "pair"):
        return Number(i, i + 2, 2.0) if following == "of" else None
    if word == "tens" and following == "of" and i + 2 < len(words) and words[i + 2] in lex.vague:
        scale = lex.vague[words[i + 2]][0] / 2
        return Number(i, i + 3, 0, low=20 * scale, high=None, is_vague=True)
    if word in lex.vague:
        if (
            word == "scores"
            and following not in ("of", "more", "dead", "killed", "injured", "wounded")
            and following not in lex.people
        ):
            return None
        return _vague(tokens, i)
    if word in lex.fractions:
        return None
    if word in lex.scales and word not in OF_SCALE:
        return None
    return _spelled(tokens, i)


def _article(tokens: Tokens, i: int) -> Number | None:
    """a hundred, a dozen, a million, a couple of, a few, a third, a half-million."""
    words = tokens.words
    if i + 1 >= len(words):
        return None
    word = words[i + 1]
    lex = lexicon()
    if word in OF_SCALE:
        number = _spelled(tokens, i + 1)
    elif word in ("couple", "pair"):
        last = i + 3 if i + 2 < len(words) and words[i + 2] == "of" else i + 2
        if word == "pair" and last == i + 2:
            return None
        if last < len(words) and words[last] in lex.vague and words[last] != "few":
            last += 1
        scale = lex.scales.get(words[last]) if last < len(words) else None
        if scale:
            return Number(i, last + 1, 2.0 * scale, scaled=True)
        number = Number(i, last, 2.0)
    elif word in ("few", "handful"):
        return _vague(tokens, i + 1, first=i)
    elif word in lex.fractions and word != "second":
        after = words[i + 2] if i + 2 < len(words) else ""
        if after != "of" and word not in ("half", "quarter"):
            return None
        if after in ("-", "century") or (word == "quarter" and after != "of"):
            return None
        number = Number(i, i + 2, 1.0 / lex.fractions[word], fraction=True)
        if word == "half" and after in ("million", "billion", "dozen"):
            return _half(tokens, i + 1, first=i)
    else:
        return None
    if number is not None:
        number.first = i
    return number


def _half(tokens: Tokens, i: int, first: int | None = None) -> Number | None:
    """half a million, half a dozen, half-million, half (of)."""
    words = tokens.words
    start = i if first is None else first
    lex = lexicon()
    j = i + 1
    if j < len(words) and words[j] in ("a", "an", "-"):
        j += 1
    if j < len(words) and words[j] in lex.scales:
        return Number(start, j + 1, 0.5 * lex.scales[words[j]], scaled=True)
    if i + 1 < len(words) and words[i + 1] in ("-", "past", "time", "way", "hour"):
        return None
    return Number(start, i + 1, 0.5, fraction=True)


def _vague(tokens: Tokens, i: int, first: int | None = None) -> Number:
    """dozens, hundreds of thousands, several hundred, a few dozen."""
    words = tokens.words
    lex = lexicon()
    low, high = (float(n) for n in lex.vague[words[i]])
    last = i + 1
    if last + 1 < len(words) and words[last] == "of" and words[last + 1] in lex.vague:
        if words[i] in ("hundreds", "thousands", "dozens", "scores", "millions"):
            scale = lex.vague[words[last + 1]][0] / 2
            low, high, last = low * scale, 0.0, last + 2
    elif last < len(words) and words[last] in lex.scales:
        scale = float(lex.scales[words[last]])
        low, high, last = low * scale, high * scale, last + 1
    return Number(i if first is None else first, last, 0, low=low, high=high or None, is_vague=True)


def _spelled(tokens: Tokens, i: int) -> Number | None:
    """twenty-one, one hundred and five, two and a half million, twelve."""
    words = tokens.words
    lex = lexicon()
    total = 0.0
    current = 0.0
    seen = False
    scaled = False
    j = i
    last = i
    while j < len(words):
        word = words[j]
        if word in lex.units_words:
            unit = lex.units_words[word]
            if (
                seen
                and current % 100
                and not (current % 10 == 0 and 0 < unit < 10 and current % 100 >= 20)
            ):
                break
            current += unit
        elif word in OF_SCALE:
            scale = lex.scales[word]
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total += max(current, 1) * scale
                current = 0.0
                scaled = scale >= THOUSANDS
        elif (
            word == "-"
            and seen
            and j + 1 < len(words)
            and (words[j + 1] in lex.units_words or words[j + 1] in OF_SCALE)
        ):
            j += 1
            continue
        elif word == "and" and seen and _and_continues(tokens, j, current, total):
            if words[j + 1] in ("a", "one") and words[j + 2] == "half":
                current += 0.5
                last = j + 3
                j += 3
                continue
            j += 1
            continue
        else:
            break
        seen = True
        j += 1
        last = j
    if not seen:
        return None
    return _part(tokens, i, last, total + current) or Number(
        i, last, total + current, scaled=scaled
    )


def _part(tokens: Tokens, i: int, last: int, amount: float) -> Number | None:
    """two-thirds, one fourth, one in three, two out of five."""
    words = tokens.words
    lex = lexicon()
    k = last + 1 if last < len(words) and words[last] in "-–" else last
    if k < len(words) and amount < 20 and words[k] in lex.fractions and words[k] != "half":
        if words[k].endswith("s") if amount > 1 else (k == last or tokens.glued(k)):
            return Number(i, k + 1, amount / lex.fractions[words[k]], fraction=True)
    link = (
        1
        if words[last : last + 1] == ["in"]
        else 3
        if words[last : last + 3] == ["out", "of", "every"]
        else 2
        if words[last : last + 2] == ["out", "of"]
        else 0
    )
    if link and last + link < len(words) and amount < 20:
        whole = lex.units_words.get(words[last + link])
        if whole and whole > amount and (link > 1 or whole in (3, 4, 5, 6, 7, 8, 9, 10, 20)):
            return Number(i, last + link + 1, amount / whole, fraction=True)
    return None


def _and_continues(tokens: Tokens, j: int, current: float, total: float) -> bool:
    """Whether "and" stands inside a number: "one hundred and five", "two and a half"."""
    words = tokens.words
    lex = lexicon()
    if j + 2 < len(words) and words[j + 1] in ("a", "one") and words[j + 2] == "half":
        return True
    following = words[j + 1] if j + 1 < len(words) else ""
    value = lex.units_words.get(following)
    return value is not None and value > 0 and (current >= 100 and current % 100 == 0)

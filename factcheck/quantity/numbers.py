"""A number at a token: in digits, or in words with scales, fractions and vague counts."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.digits import Number, in_digits, share
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

# Scale words that may follow "a" or begin a number by themselves.
_OF_SCALE: Final = frozenset(
    {"dozen", "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore"}
)
_SHORT_SCALES: Final = frozenset({"mln", "mn", "bln", "bn", "tn", "trn", "lakhs", "lac", "crores"})
_OPEN_SCALES: Final = frozenset({"dozens", "scores", "hundreds", "thousands", "millions"})
_PAIRS: Final = ("couple", "pair")
ARTICLES: Final = ("a", "an")
_HALVED: Final = frozenset({"million", "billion", "dozen"})
# "The first half of 2019", "first-half profit" are no shares.
_PERIOD_HALVES: Final = words("numbers.period_halves")
_BEFORE_SUBJECT: Final = words("numbers.before_subject")
TOLD_OF_PART: Final = words("numbers.told_of_part")
_BEFORE_PART: Final = frozenset({"by", "up", "down"})
_HEDGING: Final = frozenset("nearly almost about around roughly over under some only just".split())
# Behind a fraction, what compares: "a third more than in May".
MORE_THAN: Final = words("numbers.more_than")
COMPARED: Final = MORE_THAN | words("numbers.less_than")
# Hyphens may tie what else has blanks: "one-and-a-half hours", "half-a-million pounds".
_AND_A_HALF: Final = (["-", "and", "-", "a", "-", "half"], ["-", "and", "-", "one", "-", "half"])
_TIED_ARTICLES: Final = (["-", "a", "-"], ["-", "an", "-"])
_TIED_HALF: Final = len(_AND_A_HALF[0])
_HALVED_UNITS: Final = words("numbers.halved")
_NOT_HALVES: Final = frozenset({"-", "past", "time", "way", "hour"})
# "scores" is a count before these, or before people; elsewhere it is of a game.
_AFTER_SCORES: Final = frozenset({"of", "more", "dead", "killed", "injured", "wounded"})
_LONGEST: Final = 40  # tokens of a number in words
_SCORE: Final = 20.0
_ONE: Final = frozenset({"a", "one"})
_LEAST_OF_SCALE: Final = 1000  # "a third of a dozen" is nobody's count


def number_at(tokens: Tokens, i: int, *, money: bool = False) -> Number | None:
    """The number that begins at token `i`, or None. `money`: a currency sign stands before it."""
    word = tokens.words[i]
    if word[0].isdigit():
        return in_digits(tokens, i, money)
    if word in ARTICLES:
        return _of_scale(tokens.words, _article(tokens, i))
    return _of_scale(tokens.words, _words(tokens, i)) if word in lexicon().number_words else None


def _of_scale(words: list[str], number: Number | None) -> Number | None:
    """A fraction "of a million" is a count: a quarter of a million, three quarters of a billion."""
    if number is None or not number.fraction:
        return number
    of, one, scale = (*words[number.last : number.last + 3], "", "", "")[:3]
    size = lexicon().scales.get(scale, 0)
    if of != "of" or one not in _ONE or size < _LEAST_OF_SCALE:
        return number
    return Number(number.first, number.last + 3, number.amount * size, scaled=True)


# --- words --------------------------------------------------------------------------------------


def _words(tokens: Tokens, i: int) -> Number | None:
    words, lex = tokens.words, lexicon()
    word = words[i]
    following = words[i + 1] if i + 1 < len(words) else ""
    if word == "half":
        before = words[i - 2 : i - 1] if i > 1 and words[i - 1] == "-" else words[max(0, i - 1) : i]
        return None if before and before[0] in _PERIOD_HALVES else _half(words, i, i)
    if word in _PAIRS:
        return Number(i, i + 2, 2.0) if following == "of" else None
    if word == "tens" and following == "of" and i + 2 < len(words) and words[i + 2] in lex.vague:
        return Number(i, i + 3, 0, low=20 * (lex.vague[words[i + 2]][0] / 2), is_vague=True)
    if word in lex.vague:
        harmed = i > 0 and words[i - 1] in lex.active_verbs and words[i - 1].endswith("ing")
        known = following in _AFTER_SCORES or following in lex.people or harmed
        if word == "scores" and not known:
            opens = i == 0 or not words[i - 1].isalpha() or words[i - 1] in lex.stop
            if not opens or lex.participles.isdisjoint(words[i + 1 : i + 4]):
                return None  # "scores were killed", but "test scores were level"
        return _vague(words, i, i)
    if word in lex.fractions and following == "of" and is_at(words, i + 2, "a"):
        return Number(i, i + 1, 1.0 / lex.fractions[word], fraction=True)  # quarter of a million
    if word in lex.fractions or (word in lex.scales and word not in _OF_SCALE):
        return None
    return _spelled(tokens, i)


def _article(tokens: Tokens, i: int) -> Number | None:
    """a hundred, a dozen, a million, a couple of, a few, a third, a half-million."""
    words, lex = tokens.words, lexicon()
    if i + 1 >= len(words):
        return None
    word = words[i + 1]
    number = None
    if word in _OF_SCALE:
        number = _spelled(tokens, i + 1)
    elif word in _PAIRS:
        number = _couple(words, i)
    elif word == "score":
        number = _score(words, i)
    elif word in ("few", "handful"):
        number = _vague(words, i + 1, i)
    elif word in lex.fractions and word != "second":
        number = _part_of(words, i)
    if number is not None:
        number.first = i
    return number


def _couple(words: list[str], i: int) -> Number | None:
    """a couple, a couple of, a couple hundred, a pair of."""
    lex = lexicon()
    last = i + 3 if is_at(words, i + 2, "of") else i + 2
    if words[i + 1] == "pair" and last == i + 2:
        return None
    if last < len(words) and words[last] in lex.vague and words[last] != "few":
        last += 1
    scale = lex.scales.get(words[last]) if last < len(words) else None
    if not scale:
        return Number(i, last, 2.0)
    number = Number(i, last + 1, 2.0 * scale, scaled=True)
    number.loose = words[i + 1] == "couple"
    return number


def _score(words: list[str], i: int) -> Number | None:
    """a score of bodies; no score of a game."""
    j = i + 3
    while j < len(words) and words[j] in lexicon().adverb:
        j += 1
    counted = is_at(words, i + 2, "of") and j < len(words) and words[j] in lexicon().people
    return Number(i, i + 3, _SCORE) if counted else None


def _part_of(words: list[str], i: int) -> Number | None:
    """a third of, a quarter of, a half, a half million; "a quarter" alone may be of a year."""
    word = words[i + 1]
    after = words[i + 2] if i + 2 < len(words) else ""
    hedged = i > 1 and words[i - 1] in _HEDGING
    fallen = i > 0 and words[i - 1 - hedged] in _BEFORE_PART  # "down by nearly a fifth"
    compared = after in COMPARED and word != "half"  # "a fifth more", "a third cheaper than"
    opens = i - (i > 0 and words[i - 1] in _HEDGING)
    told = after in TOLD_OF_PART and (opens == 0 or words[opens - 1] in _BEFORE_SUBJECT)
    if after != "of" and word != "half" and not fallen and not compared and not told:
        return None
    if after in ("-", "century"):
        return None
    if word == "half" and after in _HALVED:
        return _half(words, i + 1, i)
    return Number(i, i + 2, 1.0 / lexicon().fractions[word], fraction=True)


def _half(words: list[str], i: int, first: int) -> Number | None:
    """half a million, half a dozen, half-million, half (of)."""
    scales = lexicon().scales
    j = i + 1
    if j < len(words) and words[j] in ("a", "an", "-"):
        j += 3 if words[j : j + 3] in _TIED_ARTICLES else 1
    if j < len(words) and words[j - 1] in ("a", "an") and words[j] in lexicon().units:
        return Number(first, j, 0.5, fraction=True)  # half a percentage point
    if j < len(words) and words[j] in scales:
        return Number(first, j + 1, 0.5 * scales[words[j]], scaled=True)
    if words[j - 1] == "-" and words[j : j + 1] and words[j] in _HALVED_UNITS:
        return Number(first, i + 1, 0.5, fraction=True)  # a half-mile stretch
    if i + 1 < len(words) and words[i + 1] in _NOT_HALVES:
        return None
    return Number(first, i + 1, 0.5, fraction=True)


def _vague(words: list[str], i: int, first: int) -> Number:
    """dozens, hundreds of thousands, several hundred, a few dozen."""
    lex = lexicon()
    low, high = (float(n) for n in lex.vague[words[i]])
    last = i + 1
    if last + 1 < len(words) and words[last] == "of" and words[last + 1] in lex.vague:
        if words[i] in _OPEN_SCALES:
            scale = lex.vague[words[last + 1]][0] / 2
            low, high, last = low * scale, 0.0, last + 2
    elif last < len(words) and words[last] in lex.scales:
        scale = float(lex.scales[words[last]])
        low, high, last = low * scale, high * scale, last + 1
    return Number(first, last, 0, low=low, high=high or None, is_vague=True)


class _Sum:
    """A number in words as far as read: `total` of the parts with a scale, `current` below it."""

    def __init__(self) -> None:
        self.total = 0.0
        self.current = 0.0
        self.scaled = False

    def add(self, unit: int) -> bool:
        """Takes a word below one hundred, if it can follow: "twenty" "one" but not "one" "two"."""
        tens = self.current % 100
        if tens and not (self.current % 10 == 0 and 0 < unit < 10 and tens >= 20):
            return False
        self.current += unit
        return True

    def multiply(self, scale: int) -> None:
        """Takes a scale word."""
        if scale == 100:
            self.current = max(self.current, 1) * 100
        else:
            self.total += max(self.current, 1) * scale
            self.current = 0.0
            self.scaled = scale >= 1000

    @property
    def amount(self) -> float:
        """What was read."""
        return self.total + self.current


def _spelled(tokens: Tokens, i: int) -> Number | None:
    """twenty-one, one hundred and five, two and a half million, twelve."""
    words, lex = tokens.words, lexicon()
    units = lex.units_words
    sum_ = _Sum()
    j = last = i
    limit = min(len(words), i + _LONGEST)
    while j < limit:
        word = words[j]
        following = words[j + 1] if j + 1 < len(words) else ""
        if word in units:
            if not sum_.add(units[word]):
                break
        elif word in _OF_SCALE or (last > i and word in _SHORT_SCALES):
            sum_.multiply(lex.scales[word])
        elif last > i and word == "-" and words[j : j + _TIED_HALF] in _AND_A_HALF:
            sum_.current += 0.5
            j = last = j + _TIED_HALF
            continue
        elif last > i and word == "-" and (following in units or following in _OF_SCALE):
            j += 1
            continue
        elif (
            last > i and word == "and" and words[j + 1 : j + 3] in (["a", "half"], ["one", "half"])
        ):
            sum_.current += 0.5
            j = last = j + 3
            continue
        elif last > i and word == "and" and _goes_on(units.get(following, 0), sum_.current):
            j += 1
            continue
        else:
            break
        j += 1
        last = j
    if last == i:
        return None
    amount = sum_.amount
    return share(tokens, i, last, amount) or Number(i, last, amount, scaled=sum_.scaled)


def _goes_on(unit: int, current: float) -> bool:
    """Whether "and" stands inside a number: "one hundred and five"."""
    return unit > 0 and current >= 100 and current % 100 == 0

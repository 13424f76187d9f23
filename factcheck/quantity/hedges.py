"""The hedge beside a number and the bound it gives: at least, some, nearly, or more."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound
from factcheck.text.lexicon import lexicon
from factcheck.text.marks import DASHES, HYPHENS
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_ARTICLES: Final = ("the", "a", "an")
_TOPIC: Final = ("about", "the")
_BEFORE_ARTICLE: Final = words("hedges.before_article")
_PERIODS: Final = words("hedges.periods")
_MEASURES: Final = frozenset({"%", "percent", "cent", "pc", "pct", "p", "points", "times"})
_LASTING: Final = words("hedges.lasting")
_DATING: Final = words("hedges.dating")
_LENGTHS: Final = words("hedges.lengths")
_MOVING: Final = words("hedges.moving")
_UP_TO: Final = ("up", "to")
_RUNNING: Final = frozenset({"ran", "run", "running", "runs", "drove", "driving", "rolled"})
_GUESSES: Final = (("perhaps",), ("maybe",))
_OF_HEIGHT: Final = (("near",), ("below",), ("above",))
_CENTURIES: Final = frozenset({"18", "19", "20"})
_FIRM: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN})
_DENYING: Final = frozenset({"not", "never", "cannot", "without", "nor"})
_FRESH: Final = frozenset({"additional", "further", "extra", "another"})
_SHORTEST_FRESH: Final = 2  # tokens of a hedge and such a word
_SIGNS: Final = {
    "~": Bound.ABOUT,
    "≈": Bound.ABOUT,
    "∼": Bound.ABOUT,
    ">": Bound.MORE_THAN,
    "<": Bound.LESS_THAN,
    "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST,
}


class Hedge:
    """A bound, one of `Bound`'s values or "nearly", with the token it reaches to: its first one
    before a number, the one past it behind."""

    __slots__ = ("at", "bound")

    def __init__(self, bound: str, at: int) -> None:
        self.bound = bound
        self.at = at


def before(tokens: Tokens, first: int) -> Hedge:
    """The hedge that ends right before token `first`; an exact one at `first` without any."""
    i = _past_articles(tokens.words, first)
    if i == 0 or (i < first and tokens.words[i] != "the" and tokens.words[first][0].isdigit()):
        return Hedge(Bound.EXACT, first)  # "a strike over a 14 percent pay claim"
    word = tokens.words[i - 1]
    if word in DASHES and tokens.glued(i) and i >= 2 and tokens.words[i - 2] == "sub":
        return Hedge(Bound.LESS_THAN, i - 2)
    if word in _SIGNS:
        return Hedge(_SIGNS[word], i - 1)
    return _told(tokens, i) or _past_fresh(tokens, first) or Hedge(Bound.EXACT, first)


def _told(tokens: Tokens, i: int) -> Hedge | None:
    """The hedge in words that ends right before token `i`."""
    for phrase, bound in lexicon().hedges_before.get(tokens.words[i - 1], ()):
        begin = i - len(phrase)
        if not _stands(tokens, begin, phrase) or _elsewhere(tokens, begin, phrase):
            continue
        if bound == Bound.MORE_THAN and phrase[0].startswith("exceed") and _denied(tokens, begin):
            return Hedge(Bound.AT_MOST, begin)
        return _outer(tokens, begin) or Hedge(bound, begin)
    return None


def _denied(tokens: Tokens, begin: int) -> bool:
    """Whether what stands at `begin` is told not to be so: "not to exceed", "without exceeding"."""
    words = tokens.words
    k = begin - 1
    if k > 0 and words[k] in ("to", "ever"):
        k -= 1
    return k >= 0 and (words[k] in _DENYING or words[k].endswith(("n't", "n’t")))


def _past_fresh(tokens: Tokens, first: int) -> Hedge | None:
    """The hedge before the word of what is added: "at least an additional 50"."""
    words = tokens.words
    if first < _SHORTEST_FRESH or words[first - 1] not in _FRESH:
        return None
    i = first - 1
    if words[i] != "another" and words[i - 1] in _ARTICLES:
        i -= 1
    return _told(tokens, i) if i > 0 else None


def _past_articles(words: list[str], first: int) -> int:
    i = first
    for article in _ARTICLES:
        if i > 1 and words[i - 1] == article and words[i - 2] in _BEFORE_ARTICLE:
            if (words[i - 2], article) == _TOPIC:
                return first  # "what is known about the eight victims"
            i -= 1
    return i


def _stands(tokens: Tokens, begin: int, phrase: tuple[str, ...]) -> bool:
    words, size = tokens.words, len(phrase)
    if begin < 0 or begin + size > len(words):
        return False
    for k in range(size):  # noqa: SIM110 (no generator, which costs as much as the rest)
        if words[begin + k] != phrase[k]:
            return False
    return True


def _outer(tokens: Tokens, begin: int) -> Hedge | None:
    """ "at least some 40", "up to about 30": the outer bound wins over a plain about."""
    if begin == 0:
        return None
    for phrase, bound in lexicon().hedges_before.get(tokens.words[begin - 1], ()):
        start = begin - len(phrase)
        if bound in _FIRM and _stands(tokens, start, phrase):
            return Hedge(bound, start)
    return None


def _elsewhere(tokens: Tokens, begin: int, phrase: tuple[str, ...]) -> bool:
    """Words that hedge elsewhere: "over" of a period or of what happened in a year, "above" of a
    height passed, "up to" behind a verb of movement."""
    words = tokens.words
    previous = words[begin - 1] if begin else ""
    if previous in HYPHENS and tokens.glued(begin):
        return True  # a five-under 67
    if phrase == ("over",) and previous in _RUNNING:
        return True  # "ran over six people"
    if phrase in _GUESSES and previous in ("and", "or"):
        return True  # "six and perhaps eight were trapped"
    if len(phrase) > 1 and phrase[-1] == "than" and _is_measure(previous):
        return True  # "38% less than two years ago"
    if phrase == _UP_TO and previous in _MOVING:
        return True  # "edged up to 4.6 percent"
    if len(phrase) == 1 and _is_of_year(words, begin + 1):
        return True
    if phrase == ("over",) and word_at(words, begin + 2) in _PERIODS:
        return previous not in _LASTING and word_at(words, begin + 3) not in _DATING
    return phrase in _OF_HEIGHT and previous in _LENGTHS


def _is_measure(word: str) -> bool:
    """Whether a figure ends with the word: a unit, a percentage, a sum."""
    lex = lexicon()
    return word in _MEASURES or word in lex.units or word in lex.currency_words


def _is_of_year(words: list[str], i: int) -> bool:
    """ "the 2018 bridge collapse" at token `i`, behind "over", "under" or "about"."""
    if words[i] != "the":
        return False
    year = word_at(words, i + 1)
    return len(year) == 4 and year.isdigit() and year[:2] in _CENTURIES


def after(tokens: Tokens, j: int) -> Hedge | None:
    """The hedge that begins at token `j`, right behind a number: or more, -plus, or so."""
    words = tokens.words
    if j >= len(words):
        return None
    if words[j] == "+" and tokens.glued(j):
        return Hedge(Bound.AT_LEAST, j + 1)
    hyphened = words[j] == "-" and is_at(words, j + 1, "plus")
    k = j + 1 if hyphened else j
    if words[k] == "max" and tokens.capital(k):
        return None  # the 737 MAX
    for phrase, bound in lexicon().hedges_after.get(words[k], ()):
        if _stands(tokens, k, phrase) and (hyphened or phrase != ("plus",)):
            return Hedge(bound, k + len(phrase))
    return None

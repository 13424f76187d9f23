"""Numbers that the words around them make names, years or pronouns: F-16, iPhone 11, no one."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound
from factcheck import hedges
from factcheck.lexicon import lexicon
from factcheck.marks import HYPHENS
from factcheck.noun_phrases import is_plural
from factcheck.numbers import Number
from factcheck.tokens import Tokens
from factcheck.word_tables import words

_BEFORE_PRONOUN: Final = words("number_names.before_pronoun")
_AFTER_PRONOUN: Final = words("number_names.after_pronoun")
_BEFORE_HYPHEN: Final = words("number_names.before_hyphen")
_BEFORE_YEAR: Final = words("number_names.before_year")
_BEFORE_FUTURE: Final = words("number_names.before_future")
_COUNTED_AFTER: Final = words("number_names.counted_after")
_MONTHS_AND_DAYS: Final = words("number_names.months_and_days")
_COUNTED_UNITS: Final = frozenset({"percent", "%", "feet", "people"})
_OF_COUNTS: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.LESS_THAN})
_TAKEN_UP: Final = frozenset({"them", "whom", "which"})
_BEFORE_OLD_YEAR: Final = frozenset({"in", "since", "of"})
_OLDEST_YEAR, _PLAIN_YEAR, _FUTURE_YEAR, _LAST_YEAR = 1700, 1900, 2060, 2199
_GROUP: Final = 5  # words of "one of the biggest …"
_MODERN: Final = 10_000  # no name ends in a larger number
_LONG_SENTENCE: Final = 20  # words


def is_pronoun(tokens: Tokens, number: Number) -> bool:
    """ "one" as a pronoun or idiom: no one, one another, one of the biggest."""
    words, i = tokens.words, number.first
    if words[i] != "one" or number.last != i + 1:
        return False
    following = words[i + 1] if i + 1 < len(words) else ""
    preceding = words[i - 1] if i else ""
    if following == "of":
        return _one_of_many(words, i + 1)
    if following in _AFTER_PRONOUN:
        return True
    if following in ("way", "more"):
        return False
    if preceding == "no" or (preceding == "-" and tokens.glued(i)):
        return True
    lex = lexicon()
    unnamed = not following.isalpha() or following in lex.stop or following in lex.auxiliary
    return unnamed and preceding in _BEFORE_PRONOUN


def _one_of_many(words: list[str], of: int) -> bool:
    """ "one of the biggest": no count; "one of the victims died", "one of them": a count of one."""
    tail = words[of + 1 : of + 1 + _GROUP]
    if any(word.endswith("est") or word == "most" for word in tail):
        return True
    people = lexicon().people
    return not any(word in people or word in _TAKEN_UP for word in tail)


def is_hyphened(tokens: Tokens, number: Number) -> bool:
    """A number glued to a name by a hyphen: F-16, Covid-19."""
    i = number.first
    return (
        number.digits
        and i >= 2
        and tokens.words[i - 1] in HYPHENS
        and tokens.glued(i)
        and tokens.glued(i - 1)
        and tokens.words[i - 2].isalpha()
        and tokens.words[i - 2] not in _BEFORE_HYPHEN
    )


def ends_name(tokens: Tokens, number: Number) -> bool:
    """A number that ends a name: iPhone 11, Planet 9, S&P 500, Model 3s."""
    i, j = number.first, number.last
    if i < 2 or j != i + 1 or not number.digits:
        return False
    if number.amount >= _MODERN or not number.amount.is_integer():
        return False
    previous = tokens.words[i - 1]
    if not previous.isalpha() or tokens.raw(i - 1) == previous:
        return False
    lex = lexicon()
    if previous in lex.hedges_before or previous in lex.triggers or previous in _MONTHS_AND_DAYS:
        return False
    if previous in lex.stop or previous in lex.verb:
        return False
    if tokens.glued(i):
        return True
    return not _counts(tokens, j) and _capitals_tell(tokens)


def _counts(tokens: Tokens, j: int) -> bool:
    """Whether the word behind a number shows that it counts."""
    word = tokens.words[j] if j < len(tokens) else "."
    lex = lexicon()
    if word in lex.triggers or word in lex.units or word in lex.scales or is_plural(word):
        return True
    ends = word in lex.stop or word in lex.auxiliary or word in lex.verb
    return word.isalpha() and not ends and not tokens.capital(j)


def _capitals_tell(tokens: Tokens) -> bool:
    """Whether a capital marks a name here: not in headlines and upper-case text."""
    capitals = sum(1 for k in range(len(tokens)) if tokens.capital(k))
    letters = sum(1 for word in tokens.words if word[0].isalpha())
    return capitals * 2 < letters or letters > _LONG_SENTENCE


def is_year(tokens: Tokens, number: Number) -> bool:
    """A year written plainly, where a year is meant."""
    i, j = number.first, number.last
    word = tokens.words[i]
    if not (number.digits and j == i + 1 and len(word) == 4 and word.isdigit()):
        return False
    if not _OLDEST_YEAR <= number.amount <= _LAST_YEAR:
        return False
    following = tokens.words[j] if j < len(tokens) else ""
    preceding = tokens.words[i - 1] if i else ""
    lex = lexicon()
    hedge = hedges.before(tokens, i)
    opener = tokens.words[hedge.at - 1] if hedge.at else ""
    if hedges.after(tokens, j) or (hedge.bound in _OF_COUNTS and opener not in _BEFORE_YEAR):
        return False
    if following in lex.units or following in lex.currency_words:
        return preceding in _BEFORE_YEAR and following not in _COUNTED_UNITS
    if (following in lex.people and following != "general") or following in _COUNTED_AFTER:
        return False
    if number.amount > _FUTURE_YEAR:
        return preceding in _BEFORE_FUTURE
    return number.amount >= _PLAIN_YEAR or preceding in _BEFORE_OLD_YEAR

"""Numbers that are years, ranks or numbers of a list."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound
from factcheck.quantity import hedges
from factcheck.quantity.compounds import is_plural
from factcheck.quantity.digits import Number
from factcheck.quantity.number_names import LOWEST_RANK, MONTHS_AND_DAYS, counts, opens_number
from factcheck.text.lexicon import lexicon
from factcheck.text.marks import HYPHENS
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_BEFORE_YEAR: Final = words("number_names.before_year")
_OF_YEARS: Final = words("number_names.of_years")
_BEFORE_FUTURE: Final = words("number_names.before_future")
_COUNTED_AFTER: Final = words("number_names.counted_after")
_COUNTED_UNITS: Final = frozenset({"percent", "%", "feet", "people"})
_OF_COUNTS: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN, Bound.LESS_THAN})
_BEFORE_OLD_YEAR: Final = frozenset({"in", "since", "of"})
_CLAUSE_DATES: Final = frozenset({"in", "since", "during", "until"})
_BEFORE_CLAUSE: Final = frozenset({",", ";", ".", ":", "and", "but", "that", "–", "—"})
_DATING: Final = frozenset({"during", "until", "till", "by", "before", "early", "late", "mid"})
_OF_TOTALS: Final = words("number_names.of_totals")
_OLDEST_YEAR: Final = 1700
_PLAIN_YEAR: Final = 1900
_FUTURE_YEAR: Final = 2060
_LAST_YEAR: Final = 2199
_GROUP_REACH: Final = 6  # tokens of "those who had fled their homes"
_BEFORE_VERB: Final = frozenset(
    ("now", "who", "they", "dead", "injured", "wounded", "missing", "displaced")
)
_WHOSE: Final = frozenset({"his", "her", "its", "their", "my", "our", "your"})  # "his last 22"
_LIST_MARKS: Final = frozenset({".", ")", ":"})
_LONGEST_LIST: Final = 50
_TOLD_BEHIND: Final = words("number_names.told_behind")
_RANKING: Final = words("number_names.ranking")
_NUMBERED: Final = words("number_names.numbered")
_NUMBER_WORDS: Final = words("number_names.number_words")
_NUMBERED_NAMES: Final = words("number_names.numbered_names")


def is_list_number(tokens: Tokens, number: Number) -> bool:
    """A number that opens a list item: "1. Toyota", "(2) it ruled"."""
    i, j = number.first, number.last
    if not number.digits or number.amount > _LONGEST_LIST or j + 1 >= len(tokens):
        return False
    if tokens.words[j] == ":" and _tells_what(tokens, number):
        return False
    opens = i == 0 or (tokens.words[i - 1] == "(" and (i == 1 or tokens.words[i - 2] in ",;:."))
    mark = tokens.words[j]
    bracketed = i == 0 or mark == ")"
    return opens and bracketed and mark in _LIST_MARKS and tokens.words[j + 1].isalpha()


def _tells_what(tokens: Tokens, number: Number) -> bool:
    """Whether what a number counts follows its colon: "12: the number of dead", "8.8: depth"."""
    if number.amount != int(number.amount):
        return True
    behind = tokens.words[number.last + 1 : number.last + 3]
    return not _TOLD_BEHIND.isdisjoint(behind)


def _are_subject(words: list[str], k: int) -> bool:
    """Whether people end at token `k` of whom a verb may be said: "those who fled", "survivors"."""
    if words[k] in _BEFORE_VERB or "those" in words[max(0, k - _GROUP_REACH) : k]:
        return True
    person = lexicon().people.get(words[k])
    return person is not None and person.plural


def is_rank(tokens: Tokens, number: Number) -> bool:
    """A number that names a place in an order: top 10, last 16, number one; "the top 10 teams"
    counts them."""
    i, j = number.first, number.last
    if i == 0 or number.amount > LOWEST_RANK or j != i + 1:
        return False
    previous = tokens.words[i - 1]
    if previous in HYPHENS and i >= 2:
        previous = tokens.words[i - 2]
    if number.digits and previous in _NUMBERED_NAMES and tokens.capital(i - 1):
        return True  # "Year 7 pupils", "Count 5"
    if i >= 2 and previous == "number" and _are_subject(tokens.words, i - 2):
        return False  # "the injured number 72", "those who fled number 12"
    if not number.digits and previous in _NUMBERED and not is_at(tokens.words, i - 2, "that"):
        return _ends_phrase(tokens, j)  # "season one", "on day two"
    if previous == "of" and i > 2 and tokens.words[i - 2] == "group" and tokens.capital(i - 2):
        return True  # "the Group of 20"
    if number.amount < 2:
        return previous in _NUMBER_WORDS
    if previous in _NUMBER_WORDS:
        return True
    own = i >= 2 and tokens.words[i - 2] in _WHOSE
    return previous in _RANKING and not own and not counts(tokens, j)


def _ends_phrase(tokens: Tokens, j: int) -> bool:
    """Whether a sign or a small word that is no auxiliary stands at `j`."""
    word = tokens.words[j] if j < len(tokens) else "."
    return not word[0].isalnum() or word in lexicon().stop


def _dates_harm(tokens: Tokens, i: int, j: int) -> bool:
    """Whether a number before a word of harm dates it: "in 1988 killed", "the floods of 1988 killed
    3,000"; not "a total of 1988 dead"."""
    words = tokens.words
    if words[j] not in lexicon().active_verbs or "," in words[i]:
        return False
    if i == 0 or words[i - 1] in (";", "and", ","):
        return any(opens_number(words[k]) for k in range(j + 1, min(len(words), j + 3)))
    before = words[i - 1]
    if before == "of":
        return i > 1 and words[i - 2].isalpha() and words[i - 2] not in _OF_TOTALS
    return before in _BEFORE_OLD_YEAR or before in MONTHS_AND_DAYS or before in _DATING


def _opens_clause(words: list[str], i: int) -> bool:
    """Whether the number at token `i` opens a clause as its date: "In 2019 ministers met", "…,
    since 2015 refugees have"; not "resulted in 2019 deaths"."""
    if i == 0 or words[i - 1] not in _CLAUSE_DATES:
        return False
    return i == 1 or words[i - 2] in _BEFORE_CLAUSE


def _names_body(tokens: Tokens, j: int) -> bool:
    """Whether the word of people at `j` opens a name: "the 2015 European Parliament report", "a
    2017 National Bureau study", "the 1984 Sikh killings"; not "2015 Danish army officers"."""
    lex, words, k = lexicon(), tokens.words, j + 1
    if not tokens.capital(j) or lex.people[words[j]].plural:
        return False
    while k < len(words) and tokens.capital(k):
        k += 1
    counted = lex.people.get(words[k]) if k < len(words) else None
    if counted is not None and counted.plural:
        return False
    if k > j + 1:
        return not is_plural(words[k - 1])
    led = j > 1 and words[j - 2] in lex.determiners
    return led and k < len(words) and is_plural(words[k]) and counted is None


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
    if following in _OF_YEARS and _PLAIN_YEAR <= number.amount <= _FUTURE_YEAR:
        return True  # "4% below 2019 levels"
    lex = lexicon()
    hedge = hedges.before(tokens, i)
    opener = tokens.words[hedge.at - 1] if hedge.at else ""
    if is_plural(following) and preceding not in _BEFORE_YEAR - {"of", "to"}:
        round_ = number.amount % 100 == 0 and preceding != "the"
        if number.amount < _PLAIN_YEAR or round_:
            return False  # 1500 homes, 2000 copies
    if hedges.after(tokens, j) or (hedge.bound in _OF_COUNTS and opener not in _BEFORE_YEAR):
        return False
    if following in lex.units or following in lex.currency_words:
        return preceding in _BEFORE_YEAR and following not in _COUNTED_UNITS
    if following in lex.people and following != "general":
        dated = number.amount >= _PLAIN_YEAR and _opens_clause(tokens.words, i)
        if not dated and not _names_body(tokens, j):
            return False
    if following in _COUNTED_AFTER:
        return number.amount >= _PLAIN_YEAR and _dates_harm(tokens, i, j)
    if number.amount > _FUTURE_YEAR:
        return preceding in _BEFORE_FUTURE
    old = preceding in _BEFORE_OLD_YEAR or preceding in MONTHS_AND_DAYS
    return number.amount >= _PLAIN_YEAR or old

"""Numbers that the words around them make names, years or pronouns: F-16, iPhone 11, no one."""

from __future__ import annotations

from typing import Final

from claims_db import gazetteer
from factcheck.quantity.compounds import is_plural, takes_object
from factcheck.quantity.digits import Number
from factcheck.text.lexicon import lexicon
from factcheck.text.marks import HYPHENS, POSSESSIVES
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import phrase_at
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_BEFORE_PRONOUN: Final = words("number_names.before_pronoun")
_DEICTIC: Final = words("number_names.deictic")
_AFTER_PRONOUN: Final = words("number_names.after_pronoun")
_BEFORE_HYPHEN: Final = words("number_names.before_hyphen")
MONTHS_AND_DAYS: Final = words("number_names.months_and_days")
_TAKEN_UP: Final = frozenset({"them", "whom", "which"})
_GROUP: Final = 5  # words of "one of the biggest …"
_MODERN: Final = 10_000  # no name ends in a larger number
_YEARS: Final = 1900  # "in Tokyo 2020" is a name
_LARGE_CITY: Final = 200_000
_LOCATIVE: Final = frozenset({"in", "at", "near", "from", "to", "across", "throughout"})
_LONGEST_NAME: Final = 4  # words
_NOUN_REACH: Final = 4  # words to the noun that a number counts
_SAMPLE, _SHORT_WORD = 60, 3  # words looked at to tell a headline; letters of a small word
LOWEST_RANK: Final = 100
_LARGEST_ATTRIBUTE: Final = 24
_RESOLUTIONS: Final = frozenset({4000.0, 5000.0, 8000.0})
_VERSIONS: Final = words("number_names.versions")
_OPENS_NAME: Final = words("number_names.opens_name")
_ONE_OF: Final = frozenset({"a", "an"})
_BEFORE_NAME: Final = frozenset({"the", "a", "an", "this", "that"})
_SHOW_TIMES: Final = frozenset({"minutes", "hours", "days"})
_EDITIONS: Final = frozenset({"pro", "max", "ultra", "lite", "mini", "xl"})
_NO_NAMES: Final = ("ly", "ing", "ed")
_SINGULAR: Final = frozenset({"was", "is", "has"})
_ONE: Final = frozenset({"1", "one"})
_CELL_STARTS: Final = frozenset({":", ",", ";", "and"})
_CELL_ENDS: Final = frozenset({",", ";", ".", "and"})
_HEADING: Final = 8  # tokens before the colon of a list
_FRESH: Final = words("noun_phrases.fresh")
_OF_POINTS: Final = words("number_names.of_points")
_ATTRIBUTES: Final = words("number_names.attributes")
_IDIOMS: Final = (["by", "one"], ["and", "only"], ["after", "another"], ["and", "all"])
_AT_ALL: Final = frozenset(
    {"mere", "paltry", "single", "total", "record", "estimated", "confirmed"}
)
_IN_TIME: Final = frozenset({"point", "stage", "time", "moment"})

_DETERMINERS: Final = frozenset({"another", "the", "these", "those", "all", "both", "a", "an"})


def is_pronoun(tokens: Tokens, number: Number) -> bool:
    """ "one" as a pronoun or idiom: no one, one another, one of the biggest."""
    words, i = tokens.words, number.first
    if words[i] != "one" or number.last != i + 1:
        return False
    following = words[i + 1] if i + 1 < len(words) else ""
    preceding = words[i - 1] if i else ""
    if following == "of":
        return preceding in ("every", "each") or _one_of_many(words, i + 1)
    if following in _AFTER_PRONOUN:
        return True
    if following in ("way", "more"):
        return False
    if words[i + 1 : i + 3] in _IDIOMS or words[max(0, i - 2) : i] == ["one", "by"]:
        return True  # "one by one", "the one and only"
    if preceding == "at" and following in _IN_TIME:
        return True  # "at one point the crowd swelled"
    if preceding == "no" or (preceding == "-" and tokens.glued(i)):
        return True
    lex = lexicon()
    if preceding in _DEICTIC and following in lex.active_verbs:
        return True  # "this one killed none"
    if preceding == "only" and following in lex.auxiliary:
        return i >= 2 and words[i - 2] in lex.determiners  # "only one survived"; "the only one is"
    if following in POSSESSIVES:
        return True
    unnamed = not following.isalpha() or following in lex.stop or following in lex.auxiliary
    return unnamed and (preceding in _BEFORE_PRONOUN or _is_described(tokens, i))


def _is_described(tokens: Tokens, i: int) -> bool:
    """Whether the "one" at token `i` stands for a thing of some sort: "an appropriate one"."""
    if i < 2 or tokens.words[i - 2] not in _ONE_OF or tokens.words[i - 1] in _FRESH:
        return False
    word = tokens.words[i - 1]
    return word.isalpha() and word not in lexicon().hedges_before and word not in _AT_ALL


def _one_of_many(words: list[str], of: int) -> bool:
    """ "one of the biggest": no count; "one of the victims died", "one of them": a count of one."""
    tail = words[of + 1 : of + 1 + _GROUP]
    people = lexicon().people
    if any(word.endswith("est") or word == "most" for word in tail):
        return not any(is_plural(word) and word not in people for word in tail)
    return not any(is_plural(word) or word in people or word in _TAKEN_UP for word in tail)


def is_hyphened(tokens: Tokens, number: Number) -> bool:
    """A number glued to a name by a hyphen: F-16, Covid-19."""
    i = number.first
    return (
        (number.digits or (i >= 2 and tokens.words[i - 2] not in lexicon().number_words))
        and i >= 2
        and tokens.words[i - 1] in HYPHENS
        and tokens.glued(i)
        and tokens.glued(i - 1)
        and tokens.words[i - 2].isalpha()
        and tokens.words[i - 2] not in _BEFORE_HYPHEN
    )


_SHARE_REACH: Final = 9  # tokens from a number to the mark behind what is told of it
_SHARE_ENDS: Final = frozenset({",", ";", ".", "and", ")", "on", "in", "by", "at"})
_SHARE_STARTS: Final = frozenset({",", ";", "and", "while", "but"})
_SIZES: Final = words("number_names.sizes")
_PLACE_NOUNS: Final = words("number_names.place_nouns")


def ends_name(tokens: Tokens, number: Number) -> bool:
    """A number that ends a name: iPhone 11, Planet 9, S&P 500, Model 3s, Formula One."""
    i, j = number.first, number.last
    if i == 0 or j != i + 1 or number.is_vague:
        return False
    if number.digits and tokens.words[i - 1] in _VERSIONS:
        if not counts(tokens, j) or takes_object(tokens, j):
            return True  # Bluetooth 5.0
    if number.amount >= _MODERN or not float(number.amount).is_integer():
        return False
    if not number.digits:
        return tokens.capital(i) and _inside_sentence(tokens, i) and _capitals_tell(tokens)
    if is_at(tokens.words, j, "-") and tokens.glued(j):
        return False  # the House 365-65
    if not tokens.words[i].isdigit() or not _may_be_named(tokens, i - 1):
        return False
    if i == 1:  # "Maroon 5 play"
        return not counts(tokens, j) and _opens_as_name(tokens.words[0]) and _capitals_tell(tokens)
    if _is_cell(tokens, i) or _is_share(tokens, i):
        return False
    if tokens.glued(i) or (is_at(tokens.words, j, "s") and tokens.glued(j)):
        return True
    if tokens.words[j : j + 1] and _is_measure(tokens.words[j]):
        return False  # "gave the Liberals 34 percent"
    if number.amount < _YEARS and _is_where(tokens, i - 1):
        return False  # "in Kenya 12 died, in Uganda 7"
    named = _determined(tokens, i - 1) or not counts(tokens, j)
    return named and _capitals_tell(tokens)


def _is_where(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` is a country, region or large city said to be where something is, or
    ends the name of one: "in the Basque Country 12 died"."""
    first = k
    while first > 0 and k - first < _LONGEST_NAME and tokens.capital(first - 1):
        first -= 1
    if first < k and tokens.words[first] in _LOCATIVE:
        first += 1  # a sentence's first word
    led = first - 2 if tokens.words[first - 1] == "the" else first - 1
    if first < k and led >= 0 and tokens.words[led] in _LOCATIVE:
        name = " ".join(tokens.raw(n) for n in range(first, k + 1))
        within = tokens.words[k] in _PLACE_NOUNS and counts(tokens, k + 2)
        if within or any(one.kind != "city" for one in gazetteer.lookup(name)):
            return True
    before = k - 2 if tokens.words[k - 1] == "the" else k - 1  # "across the Caribbean 29 died"
    if before < 0 or tokens.words[before] not in _LOCATIVE:
        return False
    known = gazetteer.lookup(tokens.raw(k))
    return bool(known) and (known[0].kind != "city" or known[0].population > _LARGE_CITY)


def _is_cell(tokens: Tokens, i: int) -> bool:
    """Whether the number at `i` stands in a list of names with their counts, which a word of the
    kinds table opens: "Deaths by district: Sindhuli 12, Kavre nine"."""
    words = tokens.words
    if ":" not in words[:i] or (i + 1 < len(words) and words[i + 1] not in _CELL_ENDS):
        return False
    k = i - 1
    while k > 0 and tokens.capital(k) and words[k].isalpha():
        k -= 1
    if words[k] not in _CELL_STARTS:
        return False
    colon = words.index(":")
    low = max(0, colon - _HEADING)
    return colon < i and any(word in lexicon().triggers for word in words[low:colon])


def _is_share(tokens: Tokens, i: int) -> bool:
    """Whether a place has the number at `i` in a series of such: "… 4,110, Yalova 2,467 and tiny
    Halidere 93". The number before it stands close and ends no name of a thing."""
    words = tokens.words
    if i + 1 < len(words) and words[i + 1] not in _SHARE_ENDS:
        return False
    k = i - 1
    while k > 0 and i - k < _LONGEST_NAME and tokens.capital(k - 1) and words[k - 1].isalpha():
        k -= 1
    first = k
    if words[k - 1] in _SIZES:
        k -= 1
    if words[k - 1] not in _SHARE_STARTS:
        return False
    number = k - 2
    while number > 0 and not opens_number(words[number]):
        if k - number > _SHARE_REACH:
            return False
        number -= 1
    if number > 0 and tokens.capital(number - 1) and gazetteer.lookup(tokens.raw(number - 1)):
        return True
    name = " ".join(tokens.raw(j) for j in range(first, i))
    return number > 0 and bool(gazetteer.lookup(name))


def opens_number(word: str) -> bool:
    return word[0].isdigit() or word in lexicon().units_words


def _is_measure(word: str) -> bool:
    """Whether a unit or a scale stands there; "the Boeing 737 jets" has none."""
    return word in lexicon().units or word in lexicon().scales or word == "%"


def _inside_sentence(tokens: Tokens, i: int) -> bool:
    """Whether the word at `i` continues a sentence, so that only a name has a capital there."""
    before = tokens.words[i - 1]
    return before.isalpha() or (before in HYPHENS and tokens.glued(i))


def _may_be_named(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` may be part of a name that a number ends."""
    word, lex = tokens.words[k], lexicon()
    if not word.isalpha() or tokens.raw(k) == word:
        return False
    if word in lex.hedges_before or word in lex.triggers or word in MONTHS_AND_DAYS:
        return False
    if word in _DETERMINERS:
        return False  # "Another 37 Nepalis"
    return word not in lex.stop and word not in lex.verb


def _opens_as_name(word: str) -> bool:
    """Whether a sentence's first word may be a name: no adverb, no form of a verb."""
    return word not in lexicon().adverb and not word.endswith(_NO_NAMES)


def _determined(tokens: Tokens, k: int) -> bool:
    """Whether an article opens the capitalised words that end at `k`: "the Falcon 9 rockets"."""
    first = max(0, k - _LONGEST_NAME)
    while k > first and tokens.words[k - 1].isalpha() and tokens.capital(k - 1):
        k -= 1
        if tokens.words[k] in _OPENS_NAME:
            return True
    return k > 0 and tokens.words[k - 1] in _OPENS_NAME


def counts(tokens: Tokens, j: int) -> bool:
    """Whether the words behind a number show that it counts."""
    lex = lexicon()
    for k in range(j, min(len(tokens), j + _NOUN_REACH)):
        word = tokens.words[k]
        if _tells(tokens, k) or (k == j and (word in lex.units or word in lex.scales)):
            return True
        if word in _SINGULAR and tokens.words[j - 1] not in _ONE:
            return False  # "Smith 45 was arrested"
        if word in lex.auxiliary or word in lex.adverb or word in _FRESH:
            continue  # "in Kyiv 12 were killed"
        if not word.isalpha() or word in lex.stop or word in lex.verb or tokens.capital(k):
            return False
        if is_plural(word):
            return True
    return False


def _tells(tokens: Tokens, k: int) -> bool:
    """Whether a phrase of the kinds table stands at `k`."""
    return phrase_at(tokens.words, k) is not None


def _capitals_tell(tokens: Tokens) -> bool:
    """Whether a capital marks a name here: not in headlines and upper-case text."""
    lex = lexicon()
    limit = min(len(tokens), _SAMPLE)
    content = [
        k
        for k in range(limit)
        if len(tokens.words[k]) > _SHORT_WORD and tokens.words[k] not in lex.stop
    ]
    small = sum(1 for k in content if tokens.raw(k)[0].islower())
    return small * 8 >= len(content)


def is_attribute(tokens: Tokens, number: Number) -> bool:
    """A small number that a hyphen ties to a noun of sort, not of count: two-time, six-speed,
    best-of-seven; a sort by its size: 4K, the 500X."""
    i, j = number.first, number.last
    if i >= 2 and tokens.words[i - 1] in HYPHENS and tokens.words[i - 2] == "of":
        return True
    if number.digits and j == i + 2 and tokens.raw(j - 1) == "K":
        return number.amount in _RESOLUTIONS
    if number.digits and j < len(tokens) and tokens.glued(j) and tokens.raw(j) == "X":
        return True
    if j + 1 >= len(tokens):
        return False
    if number.digits and tokens.words[j] in _SHOW_TIMES and tokens.capital(j):
        return _capitals_tell(tokens)  # "60 Minutes aired it"
    if number.digits and tokens.words[j] in _EDITIONS and not counts(tokens, j):
        return True  # "the note 8 pro", "iPhone 11 and 11 Pro Max"
    if number.digits and i and tokens.words[i - 1] in _BEFORE_NAME and _opens_name(tokens, number):
        return True
    if number.amount > _LARGEST_ATTRIBUTE:
        return False
    tied = tokens.words[j] in HYPHENS and tokens.glued(j) and tokens.glued(j + 1)
    if not tied or tokens.words[j + 1] not in _ATTRIBUTES:
        return False
    return tokens.words[j + 1] != "point" or word_at(tokens.words, j + 2) not in _OF_POINTS


def _opens_name(tokens: Tokens, number: Number) -> bool:
    """Whether a name goes on behind the number: a 911 Turbo, the 737 MAX; "the 27 EU states"."""
    j, lex = number.last, lexicon()
    word = tokens.words[j]
    if j != number.first + 1 or not word.isalpha() or not tokens.capital(j):
        return False
    if word in lex.units or word in lex.scales or word in lex.currency_words or word in lex.people:
        return False
    if tokens.raw(j) in lex.cased_units or is_plural(word) or not _capitals_tell(tokens):
        return False
    if tokens.words[number.first - 1] in _ONE_OF:
        return True
    if number.amount < LOWEST_RANK:
        return False
    k = j
    while k < len(tokens) and (tokens.capital(k) or tokens.words[k] in HYPHENS):
        k += 1
    rest = tokens.words[k : k + 2]
    return not any(is_plural(word) or word in lex.people for word in (*tokens.words[j:k], *rest))

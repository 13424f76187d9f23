"""Compounds and words inside a noun phrase: which words go on with it."""

from __future__ import annotations

from typing import Final

from factcheck.quantity import units
from factcheck.quantity.numbers import number_at
from factcheck.text.lexicon import lexicon
from factcheck.text.marks import HYPHENS
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, table, words
from factcheck.text.words_at import word_at

_INSIDE: Final = words("noun_phrases.inside")
_NEVER_NOUNS: Final = words("noun_phrases.never_nouns")
_OLD: Final = frozenset({"old", "-"})
PEOPLE_ENDINGS: Final = table(CONSTRUCTIONS).listed("noun_phrases.people_endings")
_PARTICLES: Final = frozenset("ins ons offs outs ups downs overs backs aways throughs".split())
_AGES: Final = frozenset({"under", "over"})
_PACES: Final = words("rates.units")
_QUOTES: Final = frozenset({'"', "“", "”", "‘", "’", "'"})


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    lex = lexicon()
    person = lex.people.get(word)
    if person is not None:
        return person.plural
    if word in lex.plurals or word in lex.animals:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def past_quote(tokens: Tokens, k: int) -> int:
    """Past the mark before a noun in quotation marks: 610 "martyrs"."""
    words = tokens.words
    if k + 1 < len(words) and words[k] in _QUOTES and words[k + 1].isalpha():
        closes = words[k + 2 : k + 4]
        if not _QUOTES.isdisjoint(closes):
            return k + 1
    return k


def past_measure(tokens: Tokens, k: int) -> int:
    """Past a measure that modifies the noun: "eight million 250ml bottles", "two 14-year-old boys",
    "two-thirds of the 600 workers"."""
    if k >= len(tokens) or not opens_number(tokens, k):
        return k
    number = number_at(tokens, k)
    if number is None:
        return k
    if _ties(tokens, number.last):  # "22 three-pointers", "15 two-bedroom flats"
        if not is_plural(tokens.words[number.last + 1]):
            return number.last + 2
        return k if tokens.words[k].isalpha() else number.last + 1
    measure = units.after(tokens, number)
    last = measure.last if measure else number.last
    while last < len(tokens) and measure and tokens.words[last] in _OLD:
        last += 1
    return last


def _ties(tokens: Tokens, j: int) -> bool:
    """Whether a hyphen at `j` ties a word that is no unit to the number before it."""
    if j + 1 >= len(tokens) or tokens.words[j] not in HYPHENS or not tokens.glued(j):
        return False
    word = tokens.words[j + 1]
    return tokens.glued(j + 1) and word.isalpha() and word not in lexicon().units


def opens_number(tokens: Tokens, k: int) -> bool:
    word = tokens.words[k]
    return word[0].isdigit() or word in lexicon().units_words


def compound_end(tokens: Tokens, k: int) -> int:
    """Past a hyphened compound at token `k` that modifies the next word: "coal-fired power plants";
    `k` where there is none."""
    words, end = tokens.words, k + 1
    while (
        end + 1 < len(words)
        and words[end] in HYPHENS
        and tokens.glued(end)
        and tokens.glued(end + 1)
        and words[end + 1].isalpha()
    ):
        end += 2
    plain = words[k].isalpha() and end < len(words) and not tokens.glued(end)
    return end if end > k + 1 and plain and may_be_inside(words[end]) else k


def is_compound(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` opens a compound that ends in the plural: "stone-pelters"."""
    words = tokens.words
    if k + 2 >= len(words) or words[k + 1] not in HYPHENS or not words[k].isalpha():
        return False
    if not (tokens.glued(k + 1) and tokens.glued(k + 2)):
        return False
    if is_age_group(words, k):
        return True
    return words[k + 2].endswith(PEOPLE_ENDINGS) and words[k + 2].isalpha()


def is_age_group(words: list[str], k: int) -> bool:
    """Whether "under-fives" or "over-60s" stands at token `k`."""
    if words[k] not in _AGES or k + 2 >= len(words):
        return False
    age = words[k + 2].removesuffix("s")
    return age != words[k + 2] and (age.isdigit() or age in lexicon().units_words)


def ties_particle(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` opens a compound that ends in a plural: "40 lay-offs", "three
    run-ins", "18 at-bats", "five free-kicks"."""
    words = tokens.words
    if k + 2 >= len(words) or words[k + 1] not in HYPHENS or not words[k].isalpha():
        return False
    if not (tokens.glued(k + 1) and tokens.glued(k + 2)):
        return False
    last = words[k + 2]
    goes_on = words[k + 3 : k + 4] != [] and words[k + 3] in HYPHENS and tokens.glued(k + 3)
    return not goes_on and (last in _PARTICLES or is_noun(last) or is_plural(last))


def is_base_verb(word: str) -> bool:
    """Whether a word is a verb and no noun, as its third person is in the lists: "maintain"."""
    third = lexicon().third_person
    ies = word.endswith("y") and f"{word[:-1]}ies" in third
    return ies or f"{word}s" in third or f"{word}es" in third


def is_noun(word: str) -> bool:
    """Whether a verb in -s is a plural behind a number: "three wins"."""
    return word.endswith("s") and word in lexicon().verb and word not in _NEVER_NOUNS


def takes_object(tokens: Tokens, k: int) -> bool:
    """Whether a name or determiner behind `k` shows a verb: "7.8 magnitude quake hits Turkey"."""
    if k + 1 >= len(tokens) or word_at(tokens.words, k + 2) in _PACES:
        return False  # "90 lives a week"
    return tokens.capital(k + 1) or tokens.words[k + 1] in lexicon().determiners


def may_be_inside(word: str) -> bool:
    lex = lexicon()
    if not word[0].isalpha() or word in lex.stop or word in lex.verb:
        return False
    if word in lex.auxiliary and word != "end":
        return False
    return word not in lex.adverb or word in _INSIDE


def joins_adjectives(words: list[str], k: int, before: int) -> bool:
    """ "66 ballistic and cruise missiles": "and" between adjectives, before the plural head."""
    if k + 1 >= len(words) or is_plural(words[before]) or not words[k + 1].isalpha():
        return False
    triggers = lexicon().triggers
    if words[before] in triggers or words[k + 1] in triggers:
        return False
    return any(is_plural(word) for word in words[k + 1 : k + 3])

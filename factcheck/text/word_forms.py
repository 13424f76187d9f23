"""A word in any form → the known words that it may be a form of."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.text.known_words import Word, known_words
from factcheck.text.news_words import news_words

_KEPT_WORDS: Final = 8192
_ENDINGS: Final = (
    ("men", ("man",)),
    ("ies", ("y", "ie")),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ves", ("f", "fe", "ve")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
)
_COMPARED: Final = frozenset(("er", "est", "ier", "iest"))
_DOUBLED: Final = frozenset(("ed", "ing", "er", "est"))
_SHORTEST: Final = 3  # letters of a word that an ending may be taken off to


@lru_cache(maxsize=_KEPT_WORDS)
def numbers(form: str) -> tuple[int, ...]:
    """The numbers of the words that a form may be of, itself first: "left" is left and leave."""
    known = known_words()
    form = form.removesuffix("'s").removesuffix("’s")
    if "-" in form and _number(form) < 0:  # cease-fires, air-strike
        return numbers(form.replace("-", "")) or numbers(form.replace("-", " "))
    itself = _number(form)
    found = [itself] if itself >= 0 else []
    irregular = known.form(form)
    if irregular:
        return (*found, *[number for number in irregular if number != itself])
    for ending, instead in _ENDINGS:
        if not form.endswith(ending) or len(form) - len(ending) < _SHORTEST - 1:
            continue
        if itself >= 0 and ending in _COMPARED:  # an invader is no comparative
            continue
        begin = form[: len(form) - len(ending)]
        tried = [begin + end for end in instead]
        if ending in _DOUBLED and begin[-1] == begin[-2]:
            tried.append(begin[:-1])
        for begun in tried:
            number = _number(begun)
            if number >= 0 and number not in found:
                found.append(number)
    return tuple(found)


@lru_cache(maxsize=_KEPT_WORDS)
def lemmas(form: str) -> tuple[str, ...]:
    """The words that a form may be of, itself first; empty for one that is not known."""
    return tuple([spelling(number) for number in numbers(form)])


def word(number: int) -> Word:
    """A word by its number: those of news alone stand behind the others."""
    known = known_words()
    if number < len(known):
        return known.word(number)
    return Word(spelling(number), {}, frozenset((number,)), frozenset())


def spelling(number: int) -> str:
    """How a word is spelt, by its number."""
    known = known_words()
    if number < len(known):
        return known.spelling(number)
    return news_words().spellings[number - len(known)]


def _number(phrase: str) -> int:
    """The number of a word or phrase; -1 where it is not known."""
    number = known_words().number(phrase)
    if number >= 0 or phrase not in news_words().places:
        return number
    return len(known_words()) + news_words().places[phrase]

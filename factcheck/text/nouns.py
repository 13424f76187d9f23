"""Number of nouns: the singular of a noun phrase, as units are named by it, and its plural."""

from __future__ import annotations

from typing import Final

from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import table

_WORDS: Final = table("words.toml")
_IRREGULAR: Final = _WORDS.mapping("plurals.irregular")
_IN_IE: Final = frozenset(_WORDS.listed("plurals.in_ie"))
_IN_US: Final = frozenset(_WORDS.listed("plurals.in_us"))
_IN_O: Final = frozenset(_WORDS.listed("plurals.in_o"))
_UNCHANGED: Final = frozenset(_WORDS.listed("plurals.unchanged"))
_HISSING: Final = ("sses", "ches", "shes", "xes", "zzes")
_PLURALS: Final = {str(one): plural for plural, one in _IRREGULAR.items()}
_BEHIND_HEAD: Final = (" per ", " of ")  # "mile per hour", "tonne of oil"
_BEFORE_NAME: Final = "degree "  # "degree Celsius"
_IN_ES: Final = ("s", "x", "z", "ch", "sh")
_VOWELS: Final = frozenset("aeiou")
_SHORTEST: Final = 3  # letters of a word that is no plural in -s: gas, bus
_SHORTEST_IES: Final = 4  # ties, dies


def singular(phrase: str) -> str:
    """The phrase with its last word in the singular: "oil companies" is "oil company"."""
    before, blank, last = phrase.rpartition(" ")
    return f"{before}{blank}{_of_word(last)}"


def _of_word(word: str) -> str:
    if word in _UNCHANGED:
        return word
    if word in _IRREGULAR:
        return str(_IRREGULAR[word])
    person = lexicon().people.get(word)
    if person is not None and person.plural and word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > _SHORTEST_IES and word not in _IN_IE:
        return f"{word[:-3]}y"
    if word.endswith(_HISSING) or word in _IN_US or word in _IN_O:
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > _SHORTEST:
        return word[:-1]
    return word


def plural(phrase: str) -> str:
    """The phrase in the plural: "mile per hour" is "miles per hour", "branch" is "branches"."""
    for joint in _BEHIND_HEAD:
        head, joined, rest = phrase.partition(joint)
        if joined:
            return f"{plural(head)}{joined}{rest}"
    if phrase.startswith(_BEFORE_NAME):
        return f"degrees {phrase.removeprefix(_BEFORE_NAME)}"
    before, blank, last = phrase.rpartition(" ")
    return f"{before}{blank}{_plural_of(last)}"


def _plural_of(word: str) -> str:
    if word in _PLURALS:
        return _PLURALS[word]
    if f"{word}es" in _IN_US or f"{word}es" in _IN_O:
        return f"{word}es"
    if word in _UNCHANGED:
        return word
    if word.endswith(_IN_ES):
        return f"{word}es"
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"

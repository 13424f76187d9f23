"""Number of nouns: the singular of a noun phrase, as units are named by it."""

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

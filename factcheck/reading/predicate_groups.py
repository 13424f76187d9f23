"""Which people a figure counts, told by what they were: "of those on board, 196 were Dutch",
"twelve of the dead were children", "11 were police officers and six tourists"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims_db import gazetteer
from factcheck.rules import shared_groups
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_WERE: Final = words("predicate_groups.were")
_WERE_MARK: Final = mark_of(_WERE)
_BETWEEN: Final = words("predicate_groups.between")
_NO_NOUN: Final = words("predicate_groups.no_noun")
_THOSE: Final = ("those", "them", "whom")
_OF_REACH: Final = 7  # tokens of "of those killed in the fire" before "were"
_SOME_OF: Final = frozenset({"of", "among"})
_ENDS: Final = frozenset({"and", "or", "but", "while"})
_PHRASE: Final = 4  # tokens of "young police officers"


def group(tokens: Tokens, first: int, last: int) -> str | None:
    """The group that the figure whose words end at token `last` is told to be of; `first`: where
    they begin. None where nothing is told so."""
    if not tokens.holds(_WERE_MARK):
        return None
    listed = tokens.words
    were = _were(listed, last)
    if were >= 0:
        return _named(tokens, were + 1)
    if first and listed[first - 1] == "and":  # "and six tourists": the verb is left out
        told = _named(tokens, last)
        if told is not None:
            return told if _WERE.isdisjoint(listed[last:]) else None
    behind = last - 1 if listed[last - 1] == "of" else last  # "20 of the hurt"
    return _shared(tokens, first) if first and shared_groups.is_some(listed, behind) else None


def _shared(tokens: Tokens, first: int) -> str | None:
    """The group told of those before: "five of the dead were nurses, as were nine of the hurt"."""
    listed, end = tokens.words, first
    while end and listed[end - 1] in shared_groups.JOINING:
        end -= 1
    if end == first:
        return None
    for i in range(end - 1, max(-1, end - 1 - _PHRASE), -1):
        if listed[i] in _WERE:
            return _named(tokens, i + 1)
        if not listed[i][0].isalnum():
            break
    return None


def _were(listed: Sequence[str], last: int) -> int:
    """Where the verb of the figure is, -1 where it has none: behind it at once, or behind those it
    is some of: "of those killed in the fire"."""
    some = listed[last - 1] in _THOSE or "".join(listed[last : last + 1]) in _SOME_OF
    for i in range(last, min(len(listed), last + (_OF_REACH if some else 1))):
        if listed[i] in _WERE:
            return i
        if not listed[i][0].isalnum():
            break
    return -1


def _named(tokens: Tokens, first: int) -> str | None:
    """The people that a noun phrase names: a nationality told alone or of people, or the group of
    its noun; none of what has no people for its noun: "Danish soil"."""
    listed = tokens.words
    while first < len(listed) and listed[first] in _BETWEEN:
        first += 1
    if first == len(listed):
        return None
    nation = tokens.text[tokens.starts[first] : tokens.end(first)]
    if tokens.capital(first) and gazetteer.demonym(nation) is not None:
        behind = listed[first + 1 : first + 2]
        alone = not behind or behind[0] in _ENDS or not behind[0][0].isalnum()
        return nation if alone or behind[0] in lexicon().people else None
    for i in range(first, min(len(listed), first + _PHRASE)):
        word = listed[i]
        if word in _NO_NOUN or not word[0].isalpha() or tokens.capital(i):
            return None
        person = lexicon().people.get(word)
        if person is not None:
            return person.group
        if word.endswith(("ed", "ing")):
            return None  # "left stranded amid"
    return None

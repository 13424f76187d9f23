"""How much of one text's words another says: word by word, phrases ("set off") as one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.text.known_words import known_words
from factcheck.text.news_words import news_words
from factcheck.text.word_forms import lemmas
from factcheck.text.word_knowledge import Likeness, Relation, related_senses
from factcheck.text.word_senses import Senses, senses

_MOST_INSIDE: Final = 4
"""Words and numbers that may part a phrase of two: "cut more than 400 jobs"."""
_KEPT: Final = 1024  # statements that are remembered
_KEPT_WORDS: Final = 4096
_CLOSE_RELATIONS: Final = (Relation.SYNONYM, Relation.KIN)
_FULL: Final = {Relation.SAME: 1.0, Relation.DERIVED: 0.95}


class Term:
    """A word or phrase in the form that a dictionary has it in, and the words it is made of, from
    `start` up to, not including, `end`."""

    __slots__ = ("end", "start", "text")

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end


def support(likeness: Likeness) -> float:
    """How far evidence with the one word says the other, 0–1: a more general word is said by a
    more specific one, hardly the reverse; the opposite and siblings are not."""
    full = _FULL.get(likeness.relation)
    if full is not None:
        return full
    strength = likeness.strength
    if likeness.relation in _CLOSE_RELATIONS:
        return min(0.9, 0.45 + strength)
    if likeness.relation is Relation.GENERAL:
        return min(0.85, 2.0 * strength)
    if likeness.relation is Relation.SPECIFIC:
        return min(0.4, strength)
    return 0.0


def covered(
    claim: Sequence[str], evidence: Sequence[str], asked: Collection[int] | None = None
) -> list[float]:
    """For each word of the claim how far the evidence says it, 0–1. Both are all words in order,
    in lower case; a word of a phrase is said if the phrase is. Those that mean nothing are 0, and
    may be those at other places than `asked` for, where some are."""
    told = _told(tuple(evidence))
    found = [0.0] * len(claim)
    for term in terms(tuple(claim)):
        if asked is not None and not _holds_any(asked, term):
            continue
        most = 1.0 if term.text in told.texts else _most(told.known, term.text)
        for place in range(term.start, term.end):
            found[place] = max(found[place], most)
    return found


def _holds_any(asked: Collection[int], term: Term) -> bool:
    """Whether a term has a word at one of the places."""
    return any(place in asked for place in range(term.start, term.end))


@dataclass(frozen=True, slots=True)
class _Told:
    """The terms of an evidence, each once, and what those that are known may mean."""

    texts: frozenset[str]
    known: list[Senses]


@lru_cache(maxsize=_KEPT)
def _told(evidence: tuple[str, ...]) -> _Told:
    texts = frozenset([term.text for term in terms(evidence)])
    meant = [senses(text) for text in texts]
    return _Told(texts, [one for one in meant if one is not None])


def _most(told: list[Senses], text: str) -> float:
    """How far the best of the evidence's terms says one of the claim's."""
    own = senses(text)
    if own is None:
        return 0.0
    most = 0.0
    for other in told:
        like = related_senses(other, own)
        if like.relation is not Relation.NONE:
            most = max(most, support(like))
    return most


@lru_cache(maxsize=_KEPT)
def terms(words: tuple[str, ...]) -> tuple[Term, ...]:
    """The words that mean something, as they stand, and the phrases, in the order they begin."""
    found: list[Term] = []
    for start, word in enumerate(words):
        if word not in news_words().empty:
            found.append(Term(word, start, start + 1))
            if start + 1 < len(words):
                _add_phrases(found, words, start)
    return tuple(found)


def _add_phrases(found: list[Term], words: tuple[str, ...], start: int) -> None:
    """Adds the phrases that begin at a word."""
    begun = _begun(words[start])
    if not begun:
        return
    initials = _initials(words, start + 1)
    for first, behind in begun:
        for initial in initials:
            for rest in behind.get(initial, ()):
                end = _end(words, start + 1, rest)
                if end:
                    found.append(Term(" ".join((first, *rest)), start, end))


def _initials(words: tuple[str, ...], at: int) -> list[str]:
    """The letters that the second word of a phrase may begin with, looked for from there on."""
    found = [words[at][0]]
    last = min(len(words) - 1, at + _MOST_INSIDE)
    while at < last and _may_part(words[at]):
        at += 1
        if words[at][0] not in found:
            found.append(words[at][0])
    return found


@lru_cache(maxsize=_KEPT_WORDS)
def _begun(word: str) -> list[tuple[str, dict[str, list[tuple[str, ...]]]]]:
    """The words that a word as it stands may be a form of and that begin phrases, each with what
    is behind it in these."""
    told = [(first, _behind(first)) for first in lemmas(word) or (word,)]
    return [(first, behind) for first, behind in told if behind]


@lru_cache(maxsize=_KEPT_WORDS)
def _behind(first: str) -> dict[str, list[tuple[str, ...]]]:
    """The words behind a first one in all phrases that begin so, each once, by their initial."""
    known = known_words().phrases(first)
    found: dict[str, list[tuple[str, ...]]] = {}
    for rest in dict.fromkeys((*news_words().phrases.get(first, ()), *known)):
        found.setdefault(rest[0][0], []).append(rest)
    return found


def _end(words: tuple[str, ...], at: int, rest: tuple[str, ...]) -> int:
    """Where a phrase ends whose other words are looked for from there on; 0 where it isn't."""
    if len(rest) == 1:
        last = min(len(words) - 1, at + _MOST_INSIDE)
        while at < last and not _is(words[at], rest[0]) and _may_part(words[at]):
            at += 1
    for wanted in rest:
        if at >= len(words) or not _is(words[at], wanted):
            return 0
        at += 1
    return at


def _is(word: str, wanted: str) -> bool:
    return word == wanted or (word[0] == wanted[0] and wanted in lemmas(word))


def _may_part(word: str) -> bool:
    return word[0].isdecimal() or word in news_words().inside

"""Whose figure it is: the name that the clause of a figure tells it of. "Corvo sold 1,200 boats and
Lind 900" gives each maker its own, also where the verb is told once."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from claims_db.moments import CALENDAR
from claims_db.records import Claim
from factcheck.judging.cues import cues
from factcheck.judging.firms import firms
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.wording import KEPT
from factcheck.text import datelines, word_forms
from factcheck.text.lexicon import lexicon

OWNED: Final = frozenset(
    "revenue price layoffs jobs money cost count percent points energy weight volume".split()
)
"""Kinds of which one report gives figures of several firms, parties or institutions."""

_NOBODY: Final[frozenset[str]] = frozenset()
_NAMES: Final = r"[A-Z][\w'’&-]*(?:\s+(?:(?:&|of|de|du|la)\s+)?[A-Z][\w'’&-]*)*"
_ELIDED: Final = re.compile(  # "and its rival Osterby 2.6 billion", "; Linwei's 29.1 million"
    rf"(?:^|[,;:]|\b(?:and|but|while|whereas))\s+(?:(?:the|its|their|his|her)\s+)?(?:[a-z-]+\s+)?"
    rf"({_NAMES})\s+(?:(?:about|some|nearly|almost|only|just|a|an)\s+)*[$£€¥]?$"
)
_CLAUSES: Final = re.compile(
    r"[;:]\s|,\s(?:and|but|while|whereas|as|which|who)\s|\s(?:while|whereas|but)\s"
    rf"|(?<=[a-z\d%)])\sand\s(?=(?:(?:the|its|their)\s+)?(?:[a-z-]+\s+)?{_NAMES}\s+[a-z])"
)
_NAME: Final = re.compile(r"[A-Z][\w'’&-]*")
_DESCRIBED: Final = re.compile(  # "the Cumbrian brewer", "a Leeds-based firm": where it is from
    r"\b(?:[Tt]he|[Aa]n?)\s+[A-Z][\w'’-]*(?:ian|ean|ese|ish|-based)\s+(?=[a-z])"
)
_OPENING: Final = re.compile(r"\W*([A-Z][\w'’&-]*)\W*([\w'’-]*)")
_OF_ANYTHING: Final = frozenset({"is", "was", "has", "will", "cut", "cuts", "made", "saw", "beat"})


def owner_relation(pair: Pair) -> Near:
    """OTHER where the clauses of both name someone, and no name is in both; SAME where one is;
    MISSING where either names nobody, or of what is counted there is one for all."""
    a, b = pair.both
    if a.kind == b.kind == "deal":
        return Near.OTHER if _is_elsewhere(a, b) or _is_elsewhere(b, a) else Near.MISSING
    if a.kind not in OWNED or b.kind not in OWNED:
        return Near.MISSING
    first, second = owner(a), owner(b)
    if not first or not second:
        return Near.MISSING
    return Near.SAME if first & second else Near.OTHER


def _is_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether the other's sentence names nobody of those whose deal it is: buyer and bought may
    change places in it."""
    own, told = owner(a), firms(b)
    return bool(own) and bool(told) and own.isdisjoint(told)


def owner(claim: Claim) -> frozenset[str]:
    """The words of the names that the figure's own clause tells it of, lower case, without places,
    days and whoever says so; of the clause before, where its own names nobody."""
    found = _owner(claim.sentence, claim.start - claim.sentence_start)
    if not any(found):
        return _NOBODY
    left_out = {word for place in claim.places for word in place.name.lower().split()}
    if claim.attribution is not None and not _is_of_firms_alone(claim):
        left_out.update(re.findall(r"[\w'’&-]+", claim.attribution.source.lower()))
    return next((rest for told in found if (rest := told - left_out)), _NOBODY)


def _is_of_firms_alone(claim: Claim) -> bool:
    """Whether who tells the figure tells it of itself: no office has a margin."""
    told = (claim.subject or "").lower().split()
    return claim.kind == "revenue" or not cues().of_firms_alone.isdisjoint(told[-1:])


@lru_cache(maxsize=KEPT)
def _owner(sentence: str, at: int) -> tuple[frozenset[str], ...]:
    """The names before a figure, clause by clause, its own first."""
    before = sentence[len(datelines.place(sentence) or "") : at]
    elided = _ELIDED.search(before)
    if elided is not None:
        named = _words(elided[1])
        if named:
            return (named,)
    return tuple(_words(clause) for clause in reversed(_CLAUSES.split(before)))


def _words(text: str) -> frozenset[str]:
    """The words of names in a clause. Its first word has a capital anyway: it is one where no
    common word is spelt so, where it owns something, or where a verb of firms follows."""
    text = _DESCRIBED.sub("", text)
    found = _NAME.findall(text)
    opening = _OPENING.match(text)
    if opening is not None and not _opens_as_name(opening[1], opening[2]):
        found = found[1:]
    return frozenset(word for name in found if _is_name(word := _bare(name)))


def _opens_as_name(first: str, behind: str) -> bool:
    if first != _plain(first):
        return True
    known = word_forms.numbers(first.lower())
    plural = first.lower().endswith("s") and bool(known)
    return not known or (behind in cues().of_firms and behind not in _OF_ANYTHING and not plural)


def _is_name(word: str) -> bool:
    return not (
        len(word) < 2
        or word in CALENDAR
        or word in cues().no_firm
        or word in lexicon().stop
        or gazetteer.demonym(word.title())
        or _is_country(word)
    )


@lru_cache(maxsize=KEPT)
def _is_country(word: str) -> bool:
    return any(entry.kind == "country" for entry in gazetteer.lookup(word.title())[:1])


def _plain(name: str) -> str:
    return re.sub(r"['’]s?$", "", name)


def _bare(name: str) -> str:
    return _plain(name).lower()

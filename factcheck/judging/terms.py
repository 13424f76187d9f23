"""A claim beside a prior: whose prison term. Durations are of anything; what a court gives one
person is one figure."""

from __future__ import annotations

import re
from functools import lru_cache

from claims_db.records import Claim
from factcheck.judging.cues import cues
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.wording import CALENDAR, KEPT

_REACH = 110  # characters before a term in which its verb and person stand
_LONG = re.compile(r"[\s-]*(?:years?|months?)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;.:]\s|,\s(?:who|whose|which|and|but|while|though|although)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"[\s-]+(?:(?:years?|months?)[’']?[\s-]+)?(?:(?:in|of)\s+(?:a\s+)?)?"
    r"(?:(?:federal|state|military|hard|maximum-security)\s+)?"
    r"(?:prison|jail|imprisonment|behind\s+bars|custody|labou?r\s+camp|penal\s+colony|"
    r"suspended\s+sentence|sentence)\b",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:sentenced|sentences|sentencing|jailed|jails|imprisoned|condemned|"
    r"(?:handed|gave|given|received|got|serving)\s+(?:[\w’'-]+,?\s+){0,9}?"
    r"(?:sentences?|terms?))\b",
    re.IGNORECASE,
)
_RUN = re.compile(
    r"\b[A-Z][\w’'-]*[^\W\d_](?:\s+(?:(?:al|de|bin|van|von|da|dos|el)\s+)?[A-Z][\w’'-]+)*"
)
_OTHER_TERM = re.compile(r"\b(?:years?|months?)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b")
_NO_NAMES = CALENDAR | frozenset(
    "a an the he she they his her former ex court judge judges prosecutors".split()
)


def is_term(claim: Claim) -> bool:
    """Whether a duration is what a court gave: not one that was sought, or may be faced."""
    if claim.kind != "duration":
        return False
    start = claim.start - claim.sentence_start
    return _is_term(claim.sentence, start, claim.end - claim.sentence_start)


@lru_cache(maxsize=KEPT)
def _is_term(sentence: str, start: int, end: int) -> bool:
    if not _LONG.match(sentence, end):
        return False
    before = _clause(sentence[max(0, start - _REACH) : start])
    if cues().not_given.search(before.lower()):
        return False
    if _BEHIND.match(sentence, end):
        return True
    verbs = list(_GIVEN.finditer(before))
    return bool(verbs) and re.search(r"(?:\bto|\bfor|\bof)\W+$", before) is not None


def _clause(before: str) -> str:
    return _CLAUSE.split(before)[-1]


def term_relation(pair: Pair) -> Near:
    """Whether both are prison terms, and of one person: the same, another's, or, where one is no
    term or names nobody, not known."""
    a, b = pair.both
    if not (is_term(a) and is_term(b)):
        return Near.MISSING
    first, second = convicted(a), convicted(b)
    if not first or not second:
        return Near.MISSING
    one = first[-1] == second[-1] and (1 in (len(first), len(second)) or first[0] == second[0])
    return Near.SAME if one else Near.OTHER


def convicted(claim: Claim) -> tuple[str, ...]:
    """The name of the person whose term it is, lower case, as far as it is told: "sentenced Kofi
    Mensah to 12 years", "Mensah was jailed for 12 years". Empty where none is."""
    start = claim.start - claim.sentence_start
    places = frozenset(word for place in claim.places for word in place.name.split())
    return _convicted(claim.sentence, start, places)


@lru_cache(maxsize=KEPT)
def _convicted(sentence: str, start: int, places: frozenset[str]) -> tuple[str, ...]:
    verbs = list(_GIVEN.finditer(sentence, 0, start))
    if verbs:
        behind = _BY.split(_OTHER_TERM.split(sentence[verbs[-1].end() : start])[-1])[0]
        # "handed Ama Boateng a jail term", else "sentenced Kofi Mensah to"
        told = _names(verbs[-1].group(), places) or _names(behind, places)
        if told:
            return told[0]
    before = _names(sentence[: verbs[-1].start() if verbs else start], places)
    return before[-1] if before else ()


def _names(text: str, places: frozenset[str]) -> list[tuple[str, ...]]:
    """Those whom a text names, in order, each by the words of the name."""
    found = []
    for run in _RUN.findall(text):
        words = [re.sub(r"[’']s?$", "", word) for word in run.split()]
        named = tuple(w.lower() for w in words if w.lower() not in _NO_NAMES and w not in places)
        if named:
            found.append(named)
    return found

"""A claim beside a prior: how they stand in time, place, group and source.

Every relation here is symmetric: it doesn't matter which of the two is called the claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz

from claims_db import moments
from claims_db.kinds import Counting, Kind, ancestors, kinds
from claims_db.moments import Moment, Order
from claims_db.records import Claim, Prior, Role, Value
from factcheck.judging import wording
from factcheck.judging.cues import cues

SAME_NAME = 85.0
"""Similarity from which two names of sources or sites are one (Zelenskyy, Zelensky)."""

_NOUNS_TELL = ("person", "item", "vote")  # of a magnitude, the noun is only "quake"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_TYPES = ("ballistic", "cruise", "hypersonic", "guided", "decoy")
OF_NO_ONE_THING = frozenset({"age", "date", "duration"})
"""Kinds of which any happening has many: two that differ contradict nothing."""
_UNNAMED = "count"
_HURT = "wounded"
_OLDER = (Role.PREVIOUS, Role.RETRACTED)
_CHILD = {"children": "child", "minors": "child", "minor": "child", "kids": "child"}


class Near(StrEnum):
    """How two places, windows, groups, kinds or sources stand to each other."""

    SAME = "same"
    NESTED = "nested"  # one is inside or part of the other, or told of only one of the two
    TOUCHING = "touching"  # windows a day apart
    OTHER = "other"
    MISSING = "missing"


@dataclass(slots=True, init=False)
class Pair:
    """A claim and a prior. `claim_published` is the day the claim's document came out; `assumed`:
    what one leaves unsaid of place or time was taken from the other.

    `both` is the claim, then the prior's claim, `values` theirs; `kind` that of both, and where
    they differ the first by name, whichever is the claim's.
    What the functions below find out is kept beside it: rules and features ask for the same again.
    So many are made that the `__init__`, which is compiled, is written out.
    """

    claim: Claim
    prior: Prior
    claim_published: str | None
    assumed: bool
    both: tuple[Claim, Claim] = field(init=False, repr=False, compare=False)
    values: tuple[Value, Value] = field(init=False, repr=False, compare=False)
    kind: Kind = field(init=False, repr=False, compare=False)
    found: Found = field(init=False, repr=False, compare=False)

    def __init__(
        self,
        claim: Claim,
        prior: Prior,
        claim_published: str | None = None,
        assumed: bool = False,
    ) -> None:
        self.claim = claim
        self.prior = prior
        self.claim_published = claim_published
        self.assumed = assumed
        a, b = self.both = claim, prior.claim
        self.values = a.value, b.value
        self.kind = kinds()[a.kind if a.kind <= b.kind else b.kind]
        self.found = Found()

    @property
    def counting(self) -> Counting:
        """How the kind behaves over time."""
        found = self.found.counting
        if found is None:
            a, b = self.both
            found = counting(a) if a.kind == b.kind else self.kind.counting
            self.found.counting = found
        return found


class Found:
    """What is known of a pair so far; None for what nobody has asked yet."""

    __slots__ = (
        "authority",
        "counting",
        "group",
        "kind",
        "meet",
        "order",
        "place",
        "same_number",
        "window",
    )

    def __init__(self) -> None:
        self.order: Order | None = None
        self.counting: Counting | None = None
        self.kind: Near | None = None
        self.place: Near | None = None
        self.window: Near | None = None
        self.group: Near | None = None
        self.authority: Near | None = None
        self.same_number: bool | None = None
        self.meet: bool | None = None


def counting(claim: Claim) -> Counting:
    """How the figure behaves over time, as its kind does; a count that no kind names may be told
    as a state, and the hurt by how they are."""
    if claim.kind == _UNNAMED and wording.tells_state(claim):
        return Counting.STATE
    if claim.kind == _HURT:
        if wording.tells_condition(claim.sentence, claim.end - claim.sentence_start):
            return Counting.STATE
    return kinds()[claim.kind].counting


def told_at(claim: Claim, published: str | None) -> Moment | None:
    """When a figure holds: its as-of date or time, else the day of publication."""
    return _moment(claim.as_of) or _day(published)


@lru_cache(maxsize=65536)
def _moment(text: str | None) -> Moment | None:
    return moments.parse_or_none(text)


@lru_cache(maxsize=65536)
def _day(text: str | None) -> Moment | None:
    moment = moments.parse_or_none(text)
    if moment is None or moment.precision != "minute":
        return moment
    return moments.parse(moment.day.isoformat())


def order(pair: Pair) -> Order:
    """How the claim's figure stands in time to the prior's. One told as past ("from 6 at the
    beginning") is as old as its report or older, so it never comes after another."""
    found = pair.found.order
    if found is None:
        found = pair.found.order = _order(pair)
    return found


def _order(pair: Pair) -> Order:
    claim, prior = pair.both
    found = moments.order(
        told_at(claim, pair.claim_published), told_at(prior, pair.prior.report.published)
    )
    if found is Order.AFTER and claim.role in _OLDER and not claim.as_of:
        return Order.UNORDERED
    if found is Order.BEFORE and prior.role in _OLDER and not prior.as_of:
        return Order.UNORDERED
    return found


def dated(pair: Pair) -> int:
    """How many of the two figures have a date: 0, 1 or 2."""
    claim, prior = pair.both
    own = told_at(claim, pair.claim_published) is not None
    other = told_at(prior, pair.prior.report.published) is not None
    return own + other


def earlier_later(pair: Pair) -> tuple[Claim, Claim] | None:
    """The two figures in order of time; None where nothing orders them."""
    found = order(pair)
    if found is Order.BEFORE:
        return pair.claim, pair.prior.claim
    if found is Order.AFTER:
        return pair.prior.claim, pair.claim
    return None


def kind_relation(pair: Pair) -> Near:
    """Same kind, one a part of the other, or another count."""
    found = pair.found.kind
    if found is None:
        found = pair.found.kind = kinds_relation(pair.claim.kind, pair.prior.claim.kind)
    return found


@lru_cache(maxsize=65536)
def kinds_relation(a: str, b: str) -> Near:
    """How two kinds stand, in any order."""
    if a == b or _unspecified(a, b) or _unspecified(b, a):
        return Near.SAME
    return Near.NESTED if a in ancestors(b) or b in ancestors(a) else Near.OTHER


def _unspecified(a: str, b: str) -> bool:
    """Whether `a` is `b` with its role left open: an amount of money beside aid."""
    own = kinds()[a]
    return own.dimension is not None and not own.context and a in ancestors(b)


def alike(a: set[str], b: set[str]) -> bool:
    if len(a) != len(b):
        return False
    return all(any(fuzz.ratio(name, other) >= SAME_NAME for other in b) for name in a)


def group_relation(pair: Pair) -> Near:
    """Whether the same people or things are counted; naming nobody in particular is everyone."""
    found = pair.found.group
    if found is None:
        a, b = counted(pair.claim), counted(pair.prior.claim)
        if a == b:
            found = Near.SAME
        else:
            found = Near.NESTED if a <= b or b <= a else Near.OTHER
        pair.found.group = found
    return found


def counted(claim: Claim) -> frozenset[str]:
    """The words that tell whom or what is counted, without those that mean everyone."""
    unit = kinds()[claim.kind].unit
    if unit == "job":
        return _counted(claim.group, claim.subject) - _posts()
    if unit == "item" and claim.kind != "count" and claim.subject:
        return _things(claim.subject)
    by_noun = unit in _NOUNS_TELL or claim.kind == "measure"
    return _counted(claim.group, claim.subject if by_noun else None)


@lru_cache(maxsize=1)
def _posts() -> frozenset[str]:
    """Jobs, posts and workers: one count, of which "factory jobs" or "May" are a part."""
    return frozenset(_singular(word) for word in cues().posts)


@lru_cache(maxsize=65536)
def _things(subject: str) -> frozenset[str]:
    """Strike drones are drones; of drones and missiles, the missiles are a part, and so are of
    missiles those of a type: Kh-101 missiles, ballistic missiles."""
    things = [thing.split() for thing in subject.replace(",", " and ").split(" and ")]
    things = [words for words in things if words]
    nouns = " ".join(words[-1] for words in things)
    if len(things) > 1:
        return _counted(None, nouns)
    types = [word for words in things for word in words[:-1] if _is_type(word)]
    return _counted(" ".join(types), nouns)


def _is_type(word: str) -> bool:
    """Whether a word before a noun names a type of the thing: Kh-101, Kalibr, ballistic."""
    return word in _TYPES or not word.islower()


@lru_cache(maxsize=65536)
def _counted(group: str | None, subject: str | None) -> frozenset[str]:
    words = _WORD.findall(f"{group or ''} {subject or ''}".lower())
    kept = (word for word in words if word not in cues().everyone)
    return frozenset(_CHILD.get(word) or _singular(word) for word in kept)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@lru_cache(maxsize=65536)
def authority(source: str | None) -> str | None:
    """Who answers for a figure, under one name; None where it is no one in particular."""
    if not source:
        return None
    name = " ".join(source.lower().replace("the ", "").split())
    name = cues().authority.get(name, name)
    return None if name in cues().anyone else name


def authorities(claim: Claim) -> tuple[str, ...]:
    """The named authorities of a claim; several are told with ';', ',' or 'and'."""
    return () if claim.attribution is None else _authorities(claim.attribution.source)


@lru_cache(maxsize=65536)
def _authorities(source: str) -> tuple[str, ...]:
    parts = re.split(r"[;,]|\band\b", source)
    return tuple(name for part in parts if (name := authority(part.strip())))


def authority_relation(pair: Pair) -> Near:
    """Whether one authority stands behind both figures."""
    found = pair.found.authority
    if found is None:
        found = _sources_relation(authorities(pair.claim), authorities(pair.prior.claim))
        pair.found.authority = found
    return found


@lru_cache(maxsize=65536)
def _sources_relation(a: tuple[str, ...], b: tuple[str, ...]) -> Near:
    if not a or not b:
        return Near.MISSING
    same = any(fuzz.ratio(x, y) >= SAME_NAME for x in a for y in b)
    return Near.SAME if same else Near.OTHER


def rivals(pair: Pair) -> bool:
    """Whether the figures come from two parties of one conflict."""
    a, b = pair.claim.attribution, pair.prior.claim.attribution
    if a is None or b is None:
        return False
    return any(
        x.split("/")[0] == y.split("/")[0] and x != y
        for x in _parties(a.source) | _owners(a.source, pair.claim.sentence)
        for y in _parties(b.source) | _owners(b.source, pair.prior.claim.sentence)
    )


@lru_cache(maxsize=65536)
def _owners(source: str, sentence: str) -> frozenset[str]:
    """The party whose source it is: "Russia's defence ministry"."""
    found = re.search(rf"([\w-]+)['’]s?\s+{re.escape(source)}(?!\w)", sentence)
    return _parties(found[1]) if found else frozenset()


@lru_cache(maxsize=65536)
def _parties(source: str) -> frozenset[str]:
    words = _WORD.findall(source.lower())
    return frozenset(cues().party[word] for word in words if word in cues().party)


def happening_relation(pair: Pair) -> Near:
    """Whether both are about a happening of one type."""
    a, b = pair.claim.happening, pair.prior.claim.happening
    if not a or not b:
        return Near.MISSING
    return Near.SAME if a == b else Near.OTHER

"""What may speak against a figure: of one report, not what stands beside the figure that agrees;
and of loosely told counts, only what is told of the same thing done."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Role
from factcheck.judging import figures, intervals, pairs
from factcheck.judging.alignment import EMPTY
from factcheck.judging.measures import measure_relation
from factcheck.judging.pairs import Pair
from factcheck.judging.record import Held, Record
from factcheck.text.lexicon import lexicon
from factcheck.text.word_knowledge import Relation as Of
from factcheck.text.word_knowledge import related

TOLD_BY_WORDS: Final = frozenset(
    {"count", "money", "percent", "points", "rate", "measure", "distance", "weight", "volume"}
)
"""Kinds of which one report has many figures, each of its own thing: a firm has stores, and shuts
some; a rocket is so high, and flies so high."""
REACH: Final = 6
"""Words from a figure to those that say what is done with the things counted."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[,;:()]")
_ALIKE: Final = (Of.SAME, Of.DERIVED, Of.SYNONYM, Of.KIN)
_PAST: Final = (Role.PREVIOUS, Role.RETRACTED)
_TOLLS: Final = frozenset({"killed", "wounded", "casualties", "infected"})
_MOST_OF: Final = 2 / 3  # of those counted before, up to which a lower count may be of some
_LEAST: Final = 0.3  # strength from which two words tell of one thing


def wholes(claim: Claim, held: Sequence[Held]) -> tuple[Held, ...]:
    """The priors of a count of all without those that their own reports tell as parts of another of
    them: "eight died, six of them at the scene"."""
    if claim.part_of is not None:
        return tuple(held)
    told = {one.claim.id for one in held}
    kept = tuple(one for one in held if one.claim.part_of not in told)
    return tuple(one for one in kept if not _is_of_some(claim, one, kept))


def _is_of_some(claim: Claim, one: Held, held: Sequence[Held]) -> bool:
    """Whether a count of those rescued or found, of whom much is told, is far below one told before
    it: "five who were rescued are in hospital" after nine. Tolls fall as well, and are weighed."""
    kind = kinds()[claim.kind]
    if not kind.of_people or kind.counting is not Counting.ACCUMULATING or kind.name in _TOLLS:
        return False
    count = figures.representative(one.claim.value)
    if count is None or one.day is None or intervals.same_number(claim.value, one.claim.value):
        return False
    return any(
        count < _MOST_OF * (figures.representative(other.claim.value) or 0.0)
        for other in held
        if other.day is not None and other.day <= one.day
    )


def not_beside_agreement(record: Record) -> tuple[Held, ...]:
    """The comparable priors without those that a report tells beside a figure that agrees with the
    claim: "52 were hurt, eight of them badly". Of tolls, what another voice tells stays, as does
    what is told as past; a report that tells the claim's figure as past agrees with none that is
    told now: "raised to 42.9 from 41.0"."""
    agreeing: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for held in record.held:
        past = held.claim.role in _PAST and record.claim.role is Role.CURRENT
        if not past and record.stands(held) and record.agrees(held):
            agreeing[held.match.prior.report.id].add(pairs.authorities(held.claim))
    return tuple(
        held
        for held in record.held
        if record.agrees(held)
        or held.claim.role is not Role.CURRENT
        or not _is_beside(held, agreeing.get(held.match.prior.report.id))
    )


def _is_beside(held: Held, agreeing: set[tuple[str, ...]] | None) -> bool:
    """Whether a figure stands beside one that agrees, told by these voices of its report."""
    if agreeing is None:
        return False
    return held.claim.kind in TOLD_BY_WORDS or pairs.authorities(held.claim) in agreeing


def tells_the_same(record: Record, against: Sequence[Held]) -> bool:
    """Whether any of those against a figure is surely told of the same: of a loose kind, by its
    measure, or by the words beside it."""
    if record.claim.kind not in TOLD_BY_WORDS:
        return True
    return any(of_one_thing(record.pair(held)) for held in against)


def of_one_thing(pair: Pair) -> bool:
    """Whether two figures are surely told of the same, by their measure or the words beside."""
    measured = measure_relation(pair)
    if measured is not None:
        return measured is pairs.Near.SAME
    ours, theirs = (_beside(claim) for claim in pair.both)
    return any(
        found.relation in _ALIKE and found.strength >= _LEAST
        for a in ours
        for b in theirs
        for found in (related(a, b),)
    )


@lru_cache(maxsize=4096)
def _beside(claim: Claim) -> frozenset[str]:
    """The content words beside a figure in its clause, without names and what is counted."""
    at = claim.start - claim.sentence_start
    before = _WORD.findall(claim.sentence[:at])[::-1]
    after = _WORD.findall(claim.sentence[at + len(claim.value.text) :])
    counted = set((claim.subject or "").lower().split())
    found: set[str] = set()
    for words in (before, after):
        for word in words[:REACH]:
            if not word[0].isalpha():
                break
            lowered = word.lower()
            if word.islower() and lowered not in EMPTY and lowered not in counted:
                if lowered not in lexicon().auxiliary:
                    found.add(lowered)
    return frozenset(found)

"""A headline's figure against the text below it: the same count told differently.

A headline may round, add up what the text tells apart, or count what the text says in other
words. It is held against the text only where none of that explains its figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from claims_db.kinds import family, kinds
from claims_db.records import Bound, Claim, Prior, Report, Value
from factcheck.inside.page import Page, is_total, named
from factcheck.judging import intervals, localities, pairs, slips
from factcheck.judging.pairs import Near, Pair
from factcheck.results import InternalFinding, Severity

LEAD: Final = 1000
"""Characters of the body in which the figure of the headline is told."""
FAR: Final = 3.0
"""A figure so many times another is of something else."""
MOST_ADDED: Final = 4
"""So many figures of the text a headline may have added up."""
MOST_READ: Final = 14
"""Figures of the text from which sums are tried."""
FEWEST: Final = 2.0
"""One victim is told in too many words to be counted against a headline."""
ROUNDED_FROM: Final = 20.0
"""From here on a headline may cut a figure down to its tens, hundreds …"""

_MEASURED: Final = frozenset({"magnitude", "money", "aid", "cost", "damage_cost", "deal"})
_REST: Final = re.compile(r"\b[Tt]he(?: other| rest,?)? $")  # "the six others"
_LOOSE: Final = frozenset({"on_board", "identified", "detained", "crowd"})


def find(page: Page) -> Iterator[InternalFinding]:
    """The figures of the headline that the text contradicts, one for each kind."""
    seen: set[str] = set()
    for titled in page.titled:
        if titled.kind in seen or not _counts(titled) or _told(titled, page.body):
            continue
        rivals = _rivals(titled, page.body)
        if rivals and not _made_up(titled, rivals, page.body):
            seen.add(titled.kind)
            yield _finding(page, titled, rivals[0])


def _counts(claim: Claim) -> bool:
    kind = kinds()[claim.kind]
    if not is_total(claim) or claim.value.bound is Bound.RANGE:
        return False
    if kind.of_people:
        return (claim.value.stated or 0) >= FEWEST and claim.kind not in _LOOSE
    return claim.kind in _MEASURED


def _told(titled: Claim, body: Sequence[Claim]) -> bool:
    """Whether the text has the figure somewhere, in some form, for something like it."""
    of_people = kinds()[titled.kind].of_people
    return any(
        _same(titled.value, claim.value)
        for claim in body
        if not of_people or kinds()[claim.kind].of_people or claim.kind == "count"
    )


def _made_up(titled: Claim, rivals: Sequence[Claim], body: Sequence[Claim]) -> bool:
    """Whether the headline can have made its figure of others: added up those of one sentence,
    or two of different kinds, or, where the text names its own total only once, any few."""
    told = [claim for claim in body if _addend(claim, titled.kind)][:MOST_READ]
    again = len({claim.sentence_start for claim in rivals}) > 1
    return any(intervals.close(titled.value.stated or 0, total) for total in _totals(told, again))


def _addend(claim: Claim, kind: str) -> bool:
    """Whether a figure can be one of several that make up one of the kind."""
    related = claim.kind in family(kind) or (claim.kind == "count" and claim.unit == "person")
    return bool(claim.value.stated) and related and claim.part_of is None


def _totals(told: Sequence[Claim], again: bool) -> Iterator[float]:
    """Sums of a few of the figures, and differences of two kinds."""
    for size in range(2, MOST_ADDED + 1):
        for some in combinations(told, size):
            near = len({claim.sentence_start for claim in some}) == 1
            apart = size == 2 and some[0].kind != some[1].kind
            if apart or near or not again:
                yield sum(claim.value.stated or 0 for claim in some)
    for a, b in combinations(told, 2):
        if a.kind != b.kind:
            yield abs((a.value.stated or 0) - (b.value.stated or 0))


def _same(titled: Value, told: Value) -> bool:
    """Whether the headline's figure can be a way to write the other one."""
    if intervals.same_number(titled, told):
        return True
    above, below = titled.stated, told.stated
    if above is None or below is None:
        return titled.bound is Bound.VAGUE and intervals.overlap(titled, told)
    if intervals.close(above, below):
        return True
    if intervals.is_floor(titled) and above <= below <= above * FAR:
        return True
    step = intervals.digit_unit(above) if above >= ROUNDED_FROM else 1.0
    return above < intervals.ROUND_FROM and step > 1 and 0 <= below - above < step


def _rivals(titled: Claim, body: Sequence[Claim]) -> tuple[Claim, ...]:
    """The figures of the text that stand where the headline's should: of the same kind, people
    and place, told in the lead, those told most often."""
    start = body[0].sentence_start if body else 0
    known = {place for claim in body for place in claim.places}.intersection(titled.places)
    found = [claim for claim in body if _comparable(titled, claim, bool(known))]
    often = Counter(claim.value.stated for claim in found)
    lead = [claim for claim in found if claim.start < start + LEAD]
    if not lead:
        return ()
    stated = max(lead, key=lambda claim: often[claim.value.stated]).value.stated or 0.0
    above = titled.value.stated or 0.0
    low, high = sorted((above, stated))
    if high > low * FAR and not slips.digit_slip(above, stated):
        return ()
    return tuple(claim for claim in found if claim.value.stated == stated)


def _comparable(titled: Claim, claim: Claim, placed: bool) -> bool:
    """Whether a figure of the text counts what the headline's does. A place read in a headline
    alone sets the two apart only if the text has figures of that place as well (`placed`)."""
    if claim.kind != titled.kind or not is_total(claim) or not claim.checkable:
        return False
    if _REST.search(claim.sentence[: claim.start - claim.sentence_start]):
        return False
    pair = Pair(titled, Prior(claim, Report(id="")))
    if kinds()[claim.kind].of_people and pairs.group_relation(pair) is not Near.SAME:
        return False
    return not (placed and localities.place_relation(pair) is Near.OTHER)


def _finding(page: Page, titled: Claim, rival: Claim) -> InternalFinding:
    kind = kinds()[titled.kind]
    admitted = intervals.meet(titled.value, rival.value)
    near = admitted or intervals.within_tolerance(titled.value, rival.value, kind)
    severity = Severity.NOTICE if near or not kind.of_people else Severity.WARNING
    own = (titled.id,) if page.printed else ()
    why = f"The headline says {named(titled)}, the text {named(rival)}."
    return InternalFinding((*own, rival.id), "headline", severity, why)

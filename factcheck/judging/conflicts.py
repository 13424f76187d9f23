"""Priors on record → groups of figures that contradict each other, one per event and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from claims_db.kinds import Counting
from claims_db.moments import Order
from claims_db.records import Bound, Prior, Role, Value
from factcheck.judging import accused, figures, pairs, relation, taken_back, vouching
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.timeline import moment
from factcheck.results import Judgement, Relation, Severity

# Figures of some person or thing in the event: two may differ without contradiction unless they
# are said of one subject, and for these not even the subject tells one from another.
_OF_A_SUBJECT = frozenset(
    {"count", "distance", "energy", "measure", "money", "percent", "points", "rate"}
    | {"speed", "superlative", "temperature", "volume", "weight"}
)
_REPLACED = (Role.PREVIOUS, Role.RETRACTED)


FAR = 1.25
"""So many times higher is the higher of two figures of one day that are told apart."""


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two priors whose figures cannot both be right; `prior` is the older."""

    claim: Prior
    prior: Prior
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of a conflict, with those who report it, oldest first."""

    value: Value
    priors: tuple[Prior, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """The contradicting figures of one kind in one event: of all of those counted, or of a group
    of them."""

    event: str
    kind: str
    group: str | None
    severity: Severity
    why: str
    sides: tuple[Side, ...]
    pairs: tuple[Contradiction, ...]


def find(priors: Iterable[Prior]) -> tuple[Conflict, ...]:
    """Every count of which two figures on record stand in conflict.

    Figures that their own report tells as past, retracted or to come take no side, nor do those
    that another report took back, and neither do withdrawn reports.
    """
    events: dict[str, dict[str, list[Prior]]] = {}
    replaced: dict[tuple[str, str], list[Prior]] = {}
    for prior in priors:
        key = prior.claim.event or "", prior.claim.kind
        if _stands(prior):
            events.setdefault(key[0], {}).setdefault(key[1], []).append(prior)
        elif prior.claim.role in _REPLACED and not prior.report.retracted:
            replaced.setdefault(key, []).append(prior)
    for event, kind in replaced:
        group = events.get(event, {}).get(kind, [])
        group[:] = taken_back.standing(group, replaced[event, kind])
    found = (
        _conflict(event, kind, count, groups)
        for event, groups in sorted(events.items())
        for kind in sorted(groups)
        for count in sorted({prior.claim.group or "" for prior in groups[kind]})
    )
    return tuple(conflict for conflict in found if conflict)


def _stands(prior: Prior) -> bool:
    """Whether the figure is put forward as its report's own, of a known event and subject."""
    claim = prior.claim
    if claim.event is None or claim.role is not Role.CURRENT or prior.report.retracted:
        return False
    if claim.kind in _OF_A_SUBJECT and claim.subject is None:
        return False
    return vouching.has_record(claim)


def _conflict(event: str, kind: str, of: str, groups: dict[str, list[Prior]]) -> Conflict | None:
    """The conflict over one kind of an event, whose figures are given by kind: over all of those
    counted, or over a group `of` them."""
    group = sorted((p for p in groups[kind] if (p.claim.group or "") == of), key=moment)
    distinct = _distinct(group)
    wrong = tuple(_accused(kind, group, groups))
    found = (*wrong, *_contradictions(distinct), *_unsettled(distinct))
    if not found:
        return None
    severities = [_severity(pair, group) for pair in found]
    if wrong:
        severities.append(Severity.ERROR)
    gravest = max(severities, key=lambda severity: severity.rank)
    told = wrong or [p for p, s in zip(found, severities, strict=True) if s is gravest]
    strongest = max(told, key=lambda pair: pair.judgement.probabilities[Relation.CONFLICT])
    return Conflict(
        event=event,
        kind=kind,
        group=of or None,
        severity=gravest,
        why=strongest.judgement.why,
        sides=_sides(found, group),
        pairs=found,
    )


def _distinct(group: Sequence[Prior]) -> list[Prior]:
    """One prior for each way of stating a figure: reprints add pairs but no contradiction."""
    seen: dict[tuple[object, ...], Prior] = {}
    for prior in group:
        claim = prior.claim
        said = (_scope(prior), _figure(claim.value), _source(prior), claim.as_of, claim.status)
        seen.setdefault(said, prior)
    return list(seen.values())


def _contradictions(priors: Sequence[Prior]) -> Iterable[Contradiction]:
    for older, newer in combinations(priors, 2):
        if _scope(older) != _scope(newer) or older.report.id == newer.report.id:
            continue
        if _figure(older.claim.value) == _figure(newer.claim.value):
            continue
        judgement = relation.judge(newer.claim, older, claim_published=newer.report.published)
        if judgement.relation is Relation.CONFLICT:
            yield Contradiction(newer, older, judgement)


def _unsettled(priors: Sequence[Prior]) -> Iterable[Contradiction]:
    """Figures that two named sources give of the newest day, so far apart that one cannot be the
    other a little later, while nobody has told since which holds. Each pair of them could be an
    update; left standing, they are a dispute."""
    told = [(prior, pairs.told_at(prior.claim, prior.report.published)) for prior in priors]
    last = max((moment.last_day for _, moment in told if moment), default=None)
    newest = [prior for prior, moment in told if moment and moment.day == moment.last_day == last]
    for older, newer in combinations(newest, 2):
        pair = Pair(newer.claim, older, newer.report.published)
        if pair.counting is Counting.FIXED or not _differ(pair, older, newer):
            continue
        judgement = relation.judge(newer.claim, older, claim_published=newer.report.published)
        if judgement.relation is Relation.UPDATE:
            yield Contradiction(newer, older, replace(judgement, why=_why(older, newer)))


def _differ(pair: Pair, older: Prior, newer: Prior) -> bool:
    """Whether two sources stand apart on one count, neither ordered in time nor a rounding."""
    counts = [figures.representative(prior.claim.value) for prior in (older, newer)]
    low, high = sorted(count or 0.0 for count in counts)
    bounds = {older.claim.value.bound, newer.claim.value.bound}
    return (
        _scope(older) == _scope(newer)
        and older.report.id != newer.report.id
        and pairs.authority_relation(pair) is Near.OTHER
        and pairs.order(pair) is Order.UNORDERED
        and Bound.VAGUE not in bounds
        and not figures.meet(pair)
        and high >= FAR * max(low, 1.0)
    )


def _why(older: Prior, newer: Prior) -> str:
    told = [
        f"“{prior.claim.value.text}” ({prior.claim.attribution.source})"
        for prior in (newer, older)
        if prior.claim.attribution
    ]
    return f"{' and '.join(told)} are of one day, and nobody has told since which holds."


def _sides(found: Sequence[Contradiction], group: Sequence[Prior]) -> tuple[Side, ...]:
    """The contradicting figures in the order they came up, each with all who report it."""
    standing = {_side(prior) for pair in found for prior in (pair.claim, pair.prior)}
    sides: dict[tuple[object, ...], list[Prior]] = {}
    for prior in group:
        if _side(prior) in standing:
            sides.setdefault(_side(prior), []).append(prior)
    return tuple(Side(priors[0].claim.value, tuple(priors)) for priors in sides.values())


def _accused(
    kind: str, group: Sequence[Prior], groups: dict[str, list[Prior]]
) -> Iterable[Contradiction]:
    """Figures that `check` would call an error, each beside the newest that speaks against it."""
    scopes: dict[tuple[object, ...], list[Prior]] = {}
    for prior in group:
        scopes.setdefault(_count_of(prior), []).append(prior)
    beside = [prior for other in groups if other != kind for prior in groups[other]]
    for scope in scopes.values():
        for one in accused.accused(scope, beside):
            latest = one.result.latest
            assert latest is not None
            judged = relation.judge(
                one.prior.claim, latest, claim_published=one.prior.report.published
            )
            yield Contradiction(one.prior, latest, replace(judged, why=one.result.why))


def _severity(pair: Contradiction, group: Sequence[Prior]) -> Severity:
    """A dispute between rival parties is known as one, and so is one of two named sources; a
    figure that is printed on nobody's word is of those who give it by name."""
    named = [_named(side, group) for side in (pair.claim, pair.prior)]
    both = [Pair(a.claim, b, a.report.published) for a in named[0] for b in named[1]]
    if any(map(pairs.rivals, both)):
        return Severity.NOTICE
    known = any(pairs.authority_relation(one) is Near.OTHER for one in both)
    return Severity.WARNING if known else Severity.ERROR


def _named(side: Prior, group: Sequence[Prior]) -> list[Prior]:
    """The figure with its source; where it names none, as others of the group tell it."""
    if side.claim.attribution is not None:
        return [side]
    return [
        prior
        for prior in group
        if prior.claim.attribution is not None and _side(prior) == _side(side)
    ]


def _side(prior: Prior) -> tuple[object, ...]:
    return _scope(prior), _figure(prior.claim.value)


def _figure(value: Value) -> tuple[object, ...]:
    return value.low, value.high, value.stated, value.bound


def _scope(prior: Prior) -> tuple[object, ...]:
    """What must be equal for two figures of a kind to be held against each other."""
    place = prior.claim.places[0] if prior.claim.places else None
    return *_count_of(prior), (place.id or place.name) if place else None


def _count_of(prior: Prior) -> tuple[object, ...]:
    """Which count of its kind a figure is, wherever."""
    claim = prior.claim
    subject = claim.subject if claim.kind in _OF_A_SUBJECT else None
    return claim.group, claim.part_of is not None, claim.change, claim.per, claim.unit, subject


def _source(prior: Prior) -> str | None:
    attribution = prior.claim.attribution
    return attribution.source.casefold() if attribution else None

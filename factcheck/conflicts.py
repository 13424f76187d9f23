"""Priors on record → groups of figures that contradict each other, one per event and kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims_db.records import Prior, Role, Value
from factcheck import relation
from factcheck.results import Judgement, Relation, Severity
from factcheck.timeline import moment


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
    """The contradicting figures of one kind in one event."""

    event: str
    kind: str
    severity: Severity
    why: str
    sides: tuple[Side, ...]
    pairs: tuple[Contradiction, ...]


def find(priors: Iterable[Prior]) -> tuple[Conflict, ...]:
    """Every group in which two figures on record stand in conflict.

    Figures that their own report tells as past, retracted or to come take no side, and neither
    do withdrawn reports.
    """
    groups: dict[tuple[str, str], list[Prior]] = {}
    for prior in priors:
        if prior.claim.event and prior.claim.role is Role.CURRENT and not prior.report.retracted:
            groups.setdefault((prior.claim.event, prior.claim.kind), []).append(prior)
    found = (_conflict(event, kind, group) for (event, kind), group in sorted(groups.items()))
    return tuple(conflict for conflict in found if conflict)


def _conflict(event: str, kind: str, group: list[Prior]) -> Conflict | None:
    group.sort(key=moment)
    pairs = tuple(_contradictions(_distinct(group)))
    if not pairs:
        return None
    strongest = max(pairs, key=lambda pair: pair.judgement.probabilities[Relation.CONFLICT])
    disputed = all(_rivals(pair) for pair in pairs)
    return Conflict(
        event=event,
        kind=kind,
        severity=Severity.WARNING if disputed else Severity.ERROR,
        why=strongest.judgement.why,
        sides=_sides(pairs, group),
        pairs=pairs,
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


def _sides(pairs: Sequence[Contradiction], group: Sequence[Prior]) -> tuple[Side, ...]:
    """The contradicting figures in the order they came up, each with all who report it."""
    standing = {_side(prior) for pair in pairs for prior in (pair.claim, pair.prior)}
    sides: dict[tuple[object, ...], list[Prior]] = {}
    for prior in group:
        if _side(prior) in standing:
            sides.setdefault(_side(prior), []).append(prior)
    return tuple(Side(priors[0].claim.value, tuple(priors)) for priors in sides.values())


def _rivals(pair: Contradiction) -> bool:
    """Whether two named parties stand against each other, so that the dispute is known as one."""
    ours, theirs = _source(pair.claim), _source(pair.prior)
    return bool(ours and theirs and ours != theirs)


def _side(prior: Prior) -> tuple[object, ...]:
    return _scope(prior), _figure(prior.claim.value)


def _figure(value: Value) -> tuple[object, ...]:
    return value.low, value.high, value.stated, value.bound


def _scope(prior: Prior) -> tuple[object, ...]:
    """What must be equal for two figures of a kind to be held against each other."""
    claim = prior.claim
    places = frozenset(place.id or place.name for place in claim.places)
    return claim.group, claim.part_of is not None, claim.change, claim.per, claim.unit, places


def _source(prior: Prior) -> str | None:
    attribution = prior.claim.attribution
    return attribution.source.casefold() if attribution else None

"""Judged priors → what is said of the claim.

Only priors on record on the day count, and of these only comparable ones: the same fact, sure
enough, not withdrawn, not the document itself, its reprints or its own agency.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from claims_db.records import Claim, Document, Prior
from factcheck.judging import (
    added_since,
    doubts,
    growth,
    loose_dates,
    mistaken_priors,
    one_report,
    origins,
    reasons,
    slips,
    told_steps,
    verdict_reasons,
    verdict_rows,
    vouching,
    withdrawn,
)
from factcheck.judging.conversion import standard
from factcheck.judging.division import division
from factcheck.judging.growth import Growth
from factcheck.judging.model import shipped
from factcheck.judging.pairs import Pair
from factcheck.judging.plausible import hardly_grown, out_of_proportion, slip
from factcheck.judging.record import Held, Record, day_of
from factcheck.judging.relation import Matched, judged, judged_match
from factcheck.results import (
    ClaimResult,
    Hint,
    Match,
    Origins,
    Relation,
    Severity,
    Verdict,
)

ACCUSING = 0.8
"""Match confidence from which a claim may be accused; below, nothing is said."""
SLIP_ODDS = 0.05
"""Chance left that a figure is right which fits a slip and stands against two origins."""
AGAINST = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED)
SEVERITIES = {
    Verdict.NO_PRIOR: Severity.OK,
    Verdict.CORRECTION: Severity.INFO,
    Verdict.DISPUTED: Severity.NOTICE,
    Verdict.CONSISTENT: Severity.OK,
    Verdict.OUTDATED: Severity.WARNING,
    Verdict.CONFLICT: Severity.ERROR,
    Verdict.UPDATE: Severity.NOTICE,
}


def decide(
    claim: Claim,
    document: Document,
    priors: Sequence[Prior],
    as_of: str | None,
    curve: Growth | None = None,
    beside: Sequence[Claim] = (),
) -> ClaimResult:
    """How the claim stands to the record. `as_of`: the day whose record counts; None: all of it.
    `curve`: how tolls grow, the shipped one by default; `beside` as below. A report whose very
    sentence the document has neither supports nor contradicts it."""
    pairs_of = (Pair(claim, prior, document.published) for prior in priors)
    matches = tuple(weigh(pair, as_of) for pair in pairs_of)
    return conclude(claim, document, matches, copies(claim, document, priors), curve, beside)


def weigh(pair: Pair, as_of: str | None) -> Match:
    """How the claim stands to one prior of the record of that day."""
    later = vouching.is_later_told(pair.prior, as_of)
    return Match(pair.prior, judged(pair, shipped()), later=later)


def weigh_match(found: Matched, prior: Prior, as_of: str | None) -> Match:
    """`weigh`, without a why, for a pair that is known to be one fact, more or less surely."""
    later = vouching.is_later_told(prior, as_of)
    return Match(prior, judged_match(found, shipped(), explained=False), later=later)


def copies(claim: Claim, document: Document, priors: Sequence[Prior]) -> frozenset[str]:
    """The reports that have the claim's very sentence."""
    return frozenset(p.report.id for p in priors if origins.is_reprint(claim, document, p))


def conclude(
    claim: Claim,
    document: Document,
    matches: tuple[Match, ...],
    copies: frozenset[str],
    curve: Growth | None = None,
    beside: Sequence[Claim] = (),
    tied: Collection[tuple[str, str]] = (),
) -> ClaimResult:
    """`decide` for priors that are weighed already; `copies` as above. `beside`: figures of other
    counts in the events of the priors, besides those of the matches; `tied`: report and figure of
    those that are known to tell the document's own story."""
    comparable = [
        Held(match, day_of(match.prior))
        for match in matches
        if vouching.is_comparable(claim, document, match, _key(match.prior) in tied)
    ]
    reprints = tuple(one for one in comparable if one.match.prior.report.id in copies)
    held = tuple(one for one in comparable if one.match.prior.report.id not in copies)
    held = (
        tuple(one for one in held if not vouching.is_of_own_outlet(document, one.match.prior))
        or held
    )
    held = loose_dates.of_one_event(claim, one_report.wholes(claim, held))
    retractions = vouching.retractions(matches)
    teller = withdrawn.retraction(claim, document, held, retractions)
    if teller is not None:
        return _taken_back(claim, matches, teller)
    if not held or withdrawn.only_old(claim, held):
        return _unmatched(claim, matches, bool(reprints))
    near = _beside(matches, held, beside)
    measured, held, reprints = in_one_unit(claim, held, reprints)
    record = Record(measured, document, held, curve or growth.shipped(), near, reprints)
    record = mistaken_priors.weeded(replace(record, retractions=retractions))
    if withdrawn.only_retracted(record):
        return _unmatched(claim, matches, bool(reprints))
    record = replace(record, held=one_report.not_beside_agreement(record), whole=held)
    found = verdict_rows.first_row(record)
    if found is Verdict.CONFLICT and record.confidence < ACCUSING:
        found = Verdict.NO_PRIOR
    if found in AGAINST and (out_of_proportion(record) or not _is_of_one_thing(record, tied)):
        found = Verdict.NO_PRIOR
    told = added_since.reckoned(record, _result(record, found, matches), matches)
    return told if measured is claim else as_told(told, claim, matches)


def in_one_unit(
    claim: Claim, held: tuple[Held, ...], reprints: tuple[Held, ...]
) -> tuple[Claim, tuple[Held, ...], tuple[Held, ...]]:
    """The claim and its priors with their figures in the standard unit of the kind, where they
    are told in several: 465 miles are not 465 kilometres."""
    units = {one.claim.unit for one in (*held, *reprints)}
    if units <= {claim.unit}:
        return claim, held, reprints
    return standard(claim), _measured(held), _measured(reprints)


def _measured(held: tuple[Held, ...]) -> tuple[Held, ...]:
    return tuple(
        Held(replace(one.match, prior=replace(one.match.prior, claim=standard(one.claim))), one.day)
        for one in held
    )


def as_told(result: ClaimResult, claim: Claim, matches: Sequence[Match]) -> ClaimResult:
    """A result with the claim and the newest prior in the units that they were told in."""
    why = result.why.replace(reasons.figure(result.claim), reasons.figure(claim), 1)
    latest = result.latest
    if latest is not None:
        key = _key(latest)
        measured = latest
        latest = next((match.prior for match in matches if _key(match.prior) == key), latest)
        why = why.replace(reasons.told(measured), reasons.told(latest))
    return replace(result, claim=claim, latest=latest, why=why)


def _is_of_one_thing(record: Record, tied: Collection[tuple[str, str]]) -> bool:
    """Whether what is against a figure is surely told of the same: it is known to be, or its words
    say so."""
    against = [held for held in record.held if not record.agrees(held)]
    if any(
        _key(held.match.prior) in tied and held.match.judgement.match_confidence >= ACCUSING
        for held in against
    ):
        return True
    return one_report.tells_the_same(record, against)


def _beside(
    matches: Sequence[Match], held: Sequence[Held], more: Sequence[Claim]
) -> tuple[Claim, ...]:
    """Figures of other counts in the events of the comparable priors, as far as out yet."""
    scoped = (
        match.prior.claim
        for match in matches
        if match.judgement.relation is Relation.DIFFERENT_SCOPE and not match.later
    )
    events = {one.claim.event for one in held}
    return tuple(claim for claim in (*scoped, *more) if claim.event in events)


def _key(prior: Prior) -> tuple[str, str]:
    return prior.report.id, prior.claim.id


# --- The result -------------------------------------------------------------------------------


def _result(record: Record, found: Verdict, matches: tuple[Match, ...]) -> ClaimResult:
    severity = SEVERITIES[found]
    if found is Verdict.DISPUTED and record.claim.attribution is None and not _is_past(record):
        severity = Severity.WARNING
    hints = () if _is_stepped(record) else _hints(record, found)
    if found is Verdict.UPDATE and _is_doubted(record, hints):
        severity = Severity.WARNING
    compared = found is not Verdict.NO_PRIOR
    latest = record.latest_agreeing if found is Verdict.CONSISTENT else record.latest
    return ClaimResult(
        claim=record.claim,
        verdict=found,
        severity=severity,
        match_confidence=record.confidence if compared else None,
        consistency=_consistency(record, found) if compared else None,
        origins=_origins(record) if compared else Origins(),
        latest=latest if compared else None,
        why=verdict_reasons.sentence(record, found, hints),
        hints=hints,
        matches=_best_first(matches),
    )


def _is_past(record: Record) -> bool:
    """Whether the count has grown beyond what the record was divided over."""
    divided = division(record)
    return divided is not None and divided.passed


def _unmatched(claim: Claim, matches: tuple[Match, ...], reprinted: bool) -> ClaimResult:
    return ClaimResult(
        claim=claim,
        verdict=Verdict.NO_PRIOR,
        severity=SEVERITIES[Verdict.NO_PRIOR],
        match_confidence=None,
        consistency=None,
        origins=Origins(),
        latest=None,
        why=verdict_reasons.reprinted(claim) if reprinted else verdict_reasons.unmatched(claim),
        matches=_best_first(matches),
    )


def _taken_back(claim: Claim, matches: tuple[Match, ...], teller: Held) -> ClaimResult:
    """A figure that the sentence of a report takes back, and no report gives."""
    judgement = teller.match.judgement
    return replace(
        _unmatched(claim, matches, reprinted=False),
        verdict=Verdict.OUTDATED,
        severity=SEVERITIES[Verdict.OUTDATED],
        match_confidence=judgement.match_confidence,
        consistency=1.0 - judgement.consistency,
        latest=teller.match.prior,
        why=verdict_reasons.taken_back(claim, teller.match.prior),
    )


def _is_doubted(record: Record, hints: Sequence[Hint]) -> bool:
    """Whether an editor is asked to look at what may be news."""
    if record.confidence < ACCUSING or _is_stepped(record):
        return False
    return doubts.slip(record) in hints or hardly_grown(record)


def _is_stepped(record: Record) -> bool:
    """Whether the text itself tells the step from the newest figure to its own."""
    return any(told_steps.steps_from(record.claim, held.claim) for held in record.newest)


def _hints(record: Record, found: Verdict) -> tuple[Hint, ...]:
    if found not in (Verdict.CONFLICT, Verdict.UPDATE, Verdict.OUTDATED):
        return ()
    direct = slip(record)
    if direct is None and found is Verdict.UPDATE:
        direct = doubts.slip(record)
    if direct is None and found is Verdict.CONFLICT:
        told = (slips.of_figure(record.claim, held.claim) for held in record.newest)
        direct = next((hint for hint in told if hint), None)
    of_others = slips.of_others(record.claim, record.beside)
    others = [
        hint
        for hint in of_others
        if hint != direct and (found is Verdict.CONFLICT or slips.is_of_another_kind(hint))
    ]
    return tuple(([direct] if direct else []) + others)


def _consistency(record: Record, found: Verdict) -> float:
    """Mean over the newest priors; an accusation keeps no more than its slip's odds."""
    told = [held.match.judgement.consistency for held in record.newest]
    mean = sum(told) / len(told)
    return min(mean, SLIP_ODDS) if found is Verdict.CONFLICT else mean


def _origins(record: Record) -> Origins:
    newest = set(map(id, record.newest))
    admitted = newest if verdict_rows.is_floor_of_newest(record) else set[int]()
    agree: list[Prior] = []
    disagree: list[Prior] = []
    for held in record.held:
        if id(held) in admitted or (record.agrees(held) and record.stands(held)):
            agree.append(held.match.prior)
        elif id(held) in newest or held.match.judgement.relation is Relation.CONFLICT:
            disagree.append(held.match.prior)
    known_agree, unknown_agree = origins.count(agree)
    known_disagree, unknown_disagree = origins.count(disagree)
    return Origins(known_agree, known_disagree, max(unknown_agree, unknown_disagree))


def _best_first(matches: tuple[Match, ...]) -> tuple[Match, ...]:
    """The same fact before others, surest first, newest first."""
    return tuple(
        sorted(
            matches,
            key=lambda match: (
                match.judgement.relation in vouching.DIFFERENT,
                match.later,
                match.prior.report.retracted,
                -round(match.judgement.match_confidence, 2),
                -(day.toordinal() if (day := day_of(match.prior)) else 0),
            ),
        )
    )

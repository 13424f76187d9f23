"""A document's verdicts → those taken back of figures that tell no day, where its words don't make
it a report of the happening that they are held against.

Where many things happen, a place and the days of the reports tie little: two blasts of one week in
one country are two. The document as a whole is likened to the reports that its figures are held
against, numbers masked (`claims_db.linking`), and may tell of something new as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from claims_db import linking
from claims_db.profiles import Profile, profile_of
from claims_db.records import Claim, Document, Report
from factcheck.judging import origins
from factcheck.judging.localities import places_relation
from factcheck.judging.own_totals import unheld
from factcheck.judging.pairs import Near
from factcheck.judging.vouching import COMPARABLE, DIFFERENT
from factcheck.results import ClaimResult, Verdict

LEAST = 2 / 3
"""Chance of the happening, rather than a new one, from which a figure without a day is held
against it."""
MOST = 12
"""Reports of a happening that a document is likened to: the latest."""
_HELD = (Verdict.CONFLICT, Verdict.OUTDATED, Verdict.DISPUTED, Verdict.UPDATE)
_UNLIKE = "Nothing tells when this was, and the text is not sure to be of the happening on record"


def reports(document: Document, results: Sequence[ClaimResult]) -> list[str]:
    """The reports whose texts must be known to be sure of these results; mostly none."""
    if not any(_is_in_doubt(document, result) for result in results):
        return []
    told: dict[str, dict[str, Report]] = {}
    for event, report in _held(document, results):
        told.setdefault(event, {})[report.id] = report
    return [report.id for own in told.values() for report in _latest(own.values())]


def retained(
    document: Document, results: Sequence[ClaimResult], profiles: Mapping[str, Profile]
) -> tuple[ClaimResult, ...]:
    """The results of one document; what is said of a figure without a day by a happening that the
    document is not sure to tell of is taken back. `profiles`: of the `reports`, by id."""
    doubted = [result for result in results if _is_in_doubt(document, result)]
    if not doubted:
        return tuple(results)
    told = list(_told(document, results, profiles))
    own = profile_of(document, [result.claim for result in results])
    chances = linking.chances_among(own, told)
    for result in doubted:
        event = _event(result)
        apart = _apart(document, result, results) if chances.get(event, 0.0) < LEAST else None
        if apart is not None:
            found = linking.chances_among(apart, told).get(event, 0.0)
            chances[event] = max(chances.get(event, 0.0), found)
    known = {event for event, report in _held(document, results) if report.id in profiles}
    gone = {
        id(result)
        for result in doubted
        if (event := _event(result)) in known and chances.get(event, 0.0) < LEAST
    }
    return tuple(unheld(result, _UNLIKE) if id(result) in gone else result for result in results)


def _is_in_doubt(document: Document, result: ClaimResult) -> bool:
    """Whether nothing but the place and the days of the reports ties the figure."""
    if document.published is None or result.verdict not in _HELD or result.claim.when is not None:
        return False
    return result.latest is not None


def _apart(
    document: Document, result: ClaimResult, results: Sequence[ClaimResult]
) -> Profile | None:
    """The document as a whole without the sentences that tell of other places: a round-up tells of
    two outbreaks, each as its reports do. None where all is of one place."""
    others = {
        other.claim.sentence_start: other.claim.sentence
        for other in results
        if places_relation(other.claim.places, result.claim.places) is Near.OTHER
    }
    if not others:
        return None
    text = document.text
    for start, sentence in sorted(others.items(), reverse=True):
        if start != result.claim.sentence_start:
            text = text[:start] + text[start + len(sentence) :]
    own = [other.claim for other in results if other.claim.sentence_start not in others]
    return profile_of(replace(document, text=text), own)


def _event(result: ClaimResult) -> str:
    assert result.latest is not None
    return _event_of(result.latest.claim, result.latest.report)


def _event_of(claim: Claim, report: Report) -> str:
    """The happening on record; a report that is of none is one of its own."""
    return claim.event or report.id


def _held(document: Document, results: Iterable[ClaimResult]) -> Iterator[tuple[str, Report]]:
    """The happenings that figures are held against, with the reports, not the document itself, that
    tell of them."""
    for result in results:
        if result.verdict is Verdict.NO_PRIOR:
            continue
        for match in result.matches:
            judgement, prior = match.judgement, match.prior
            if match.later or judgement.relation in DIFFERENT or prior.report.retracted:
                continue
            if judgement.match_confidence >= COMPARABLE and not origins.is_own(document, prior):
                yield _event_of(prior.claim, prior.report), prior.report


def _latest(told: Iterable[Report]) -> list[Report]:
    return sorted(told, key=lambda report: (report.published or "", report.id))[-MOST:]


def _told(
    document: Document, results: Sequence[ClaimResult], profiles: Mapping[str, Profile]
) -> Iterator[tuple[str, Profile]]:
    """Each happening's reports as wholes, in order of publication."""
    told = {
        (report.published or "", report.id, event) for event, report in _held(document, results)
    }
    for _, key, event in sorted(told):
        if key in profiles:
            yield event, profiles[key]

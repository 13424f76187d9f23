"""The composer: the whole path from a document to its verdicts, as a visible tuple of steps.

Each step takes the work so far and returns it with one thing more. The command line and the
library drive these functions; nothing below imports this module.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from claims_db.adding import IngestCount
from claims_db.profiles import Profile
from claims_db.records import Claim, Document, Prior
from claims_db.store import Store
from factcheck.inside import internal
from factcheck.judging import (
    looking_back,
    one_text,
    origins,
    other_counts,
    same_story,
    slips_apart,
    story,
    told_again,
    verdict,
)
from factcheck.reading import claims, main_figures
from factcheck.results import (
    ClaimResult,
    Coverage,
    DocumentResult,
    Extraction,
    InternalFinding,
    Main,
    Verdict,
)
from factcheck.setting import namesakes

Stands = Callable[[Prior, Claim], bool]


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of a document so far. `as_of`: judge by what was on record on that day;
    `known`: the figures of happenings on record that were asked for; `profiles`: the reports that
    were laid beside the document, as wholes; `told`: all claims, while `claims` are those told for
    the first time, at these `places` among them; `stands`: asked of each prior and the claim that
    may be held against it; None takes all."""

    document: Document
    store: Store | None = None
    as_of: str | None = None
    claims: tuple[Claim, ...] = ()
    told: tuple[Claim, ...] = ()
    places: tuple[int, ...] = ()
    main: Main = field(default_factory=lambda: Main(None))
    internal: tuple[InternalFinding, ...] = ()
    priors: tuple[tuple[Prior, ...], ...] = ()
    known: Mapping[str, Sequence[Prior]] = field(default_factory=dict)
    profiles: Mapping[str, Profile] = field(default_factory=dict)
    results: tuple[ClaimResult, ...] = ()
    stands: Stands | None = None


Step = Callable[[Work], Work]


def read(work: Work) -> Work:
    """What the document itself tells."""
    told = extract(work.document)
    return replace(work, claims=told.claims, main=told.main, internal=told.internal)


def fold(work: Work) -> Work:
    """The claims without those that the text tells again in the same words."""
    kept, places = told_again.once(work.claims)
    return replace(work, claims=kept, told=work.claims, places=places)


def recall(work: Work) -> Work:
    """What was reported before that may be the same fact; nothing for what can't be checked."""
    assert work.store is not None
    checkable = [claim for claim in work.claims if claim.checkable]
    found = dict(
        zip((claim.id for claim in checkable), work.store.candidates(checkable), strict=True)
    )
    work, found = _by_namesakes(work, found)
    told = ((claim, found.get(claim.id, ())) for claim in work.claims)
    others = (_of_others(work.document, _standing(work, near, claim)) for claim, near in told)
    return replace(work, priors=tuple(tuple(told_again.once_a_report(near)) for near in others))


def _standing(work: Work, priors: Iterable[Prior], *claims: Claim) -> Sequence[Prior]:
    """The priors that one of the claims may be held against, of those of the work by default."""
    stands, own = work.stands, claims or work.claims
    if stands is None:
        return tuple(priors)
    return [prior for prior in priors if any(stands(prior, claim) for claim in own)]


def _by_namesakes(work: Work, found: dict[str, list[Prior]]) -> tuple[Work, dict[str, list[Prior]]]:
    """The claims of a place of which nothing is on record, told of its namesake instead, where
    something is there and the text leaves open which of them it means: a Valencia."""
    assert work.store is not None
    silent = [claim for claim in work.claims if claim.checkable and not found.get(claim.id)]
    meant = namesakes.of(work.document, [claim for claim in silent if claim.places])
    if not meant:
        return work, found
    asked = list(meant.values())
    told = dict(zip(meant, work.store.candidates(asked), strict=True))
    heard = {key: claim for key, claim in meant.items() if told[key]}
    claims = tuple(heard.get(claim.id, claim) for claim in work.claims)
    return replace(work, claims=claims), {**found, **{key: told[key] for key in heard}}


def _of_others(document: Document, priors: Iterable[Prior]) -> Iterable[Prior]:
    """The priors that aren't of the document itself, should it be on record."""
    return (prior for prior in priors if not origins.is_own(document, prior))


def judge(work: Work) -> Work:
    """How each claim stands to the record."""
    results = tuple(
        verdict.decide(claim, work.document, priors, work.as_of)
        for claim, priors in zip(work.claims, work.priors, strict=True)
    )
    return replace(work, results=results)


def hold_beside(work: Work) -> Work:
    """The figures that stand apart from the record once more, beside those of other counts of
    their happening: the wounded are told for the dead."""
    assert work.store is not None
    asked = {
        n: event
        for n, result in enumerate(work.results)
        if other_counts.are_asked(result) and (event := other_counts.event(result))
    }
    if not asked:
        return work
    found = work.store.priors_of(set(asked.values()))
    known = {event: _standing(work, priors) for event, priors in found.items()}
    work = replace(work, known=known)
    results = list(work.results)
    for n, event in asked.items():
        beside = other_counts.beside(work.document, known.get(event, ()), work.as_of)
        claim, priors = work.claims[n], work.priors[n]
        results[n] = verdict.decide(claim, work.document, priors, work.as_of, beside=beside)
    return replace(work, results=tuple(results))


def align_story(work: Work) -> Work:
    """The figures that no report was held against, beside the reports that tell the same story."""
    told = near_story(work)
    profiles = {key: profile for key, (profile, _) in told.items()}
    results = story.told(work.document, work.results, told, work.as_of)
    return replace(work, results=results, profiles=profiles)


def near_story(work: Work) -> Mapping[str, tuple[Profile, Sequence[Prior]]]:
    """The reports that may tell the document's story, by id, each as a whole and its figures."""
    assert work.store is not None
    asked = story.reports(work.document, work.priors, work.as_of)
    if any(map(story.is_open, work.results)):
        spans = looking_back.spans(work.document, [result.claim for result in work.results])
        asked = [*asked, *work.store.sharing_names(work.document, work.as_of, spans)]
    found = work.store.reports_with_figures(asked)
    return {
        key: (profile, told_again.once_a_report(_standing(work, priors)))
        for key, (profile, priors) in found.items()
    }


def relieve(work: Work) -> Work:
    """Takes back what is said of parts, and of figures that nothing ties to a happening."""
    return replace(work, results=one_text.together(work.document, work.results))


def keep_to_story(work: Work) -> Work:
    """What is said of a figure without a day, if the document tells of that happening."""
    assert work.store is not None
    asked = same_story.reports(work.document, work.results)
    unknown = [key for key in asked if key not in work.profiles]
    found = {**work.profiles, **work.store.profiles(unknown)}
    profiles = {key: found[key] for key in asked if key in found}
    return replace(work, results=same_story.retained(work.document, work.results, profiles))


def find_slips_apart(work: Work) -> Work:
    """Figures held against nothing, that are slips of what reports of the same happening give."""
    assert work.store is not None
    if not any(map(slips_apart.is_asked, work.results)):
        return work
    events = slips_apart.events(work.results)
    more = work.store.priors_of(events - work.known.keys())
    known = {**work.known, **{event: _standing(work, told) for event, told in more.items()}}
    near = [prior for event in events for prior in known.get(event, ())]
    results = slips_apart.told(work.document, work.results, near, work.as_of, work.store.profiles)
    return replace(work, results=results)


def unfold(work: Work) -> Work:
    """The results of all claims again."""
    results = told_again.spread(work.results, work.told, work.places)
    return replace(work, claims=work.told, results=results)


def name_events(work: Work) -> Work:
    """The event on record that each compared claim, and the document as a whole, is about."""
    results = tuple(_with_event(found) for found in work.results)
    main = {claim for figure in work.main.figures.values() for claim in figure.claims}
    placed = [found.claim for found in results if found.claim.event]
    held = [claim for claim in placed if claim.id in main] or placed
    events = Counter(claim.event for claim in held).most_common(1)
    about = events[0][0] if events else None
    return replace(work, results=results, main=replace(work.main, event=about))


def _with_event(found: ClaimResult) -> ClaimResult:
    """The result with the event of its best match; as it is where nothing was comparable."""
    if found.verdict is Verdict.NO_PRIOR or not found.matches:
        return found
    event = found.matches[0].prior.claim.event
    return replace(found, claim=replace(found.claim, event=event)) if event else found


JUDGING: tuple[Step, ...] = (
    fold,
    recall,
    judge,
    hold_beside,
    align_story,
    relieve,
    keep_to_story,
    find_slips_apart,
    unfold,
    name_events,
)


def run(work: Work, steps: Iterable[Step]) -> Work:
    """The work after all the steps, in order."""
    for step in steps:
        work = step(work)
    return work


def extract(document: Document) -> Extraction:
    """The document's claims, the totals it settles on, and its figures that don't fit together."""
    told = claims.read(document)
    main = main_figures.settle(document, told)
    return Extraction(document, told, main, internal.find(document, told))


def check(document: Document, store: Store, *, as_of: str | None = None) -> DocumentResult:
    """How each of the document's claims stands to the reports in the store.

    Only what was on record on the day of publication counts, or on `as_of` where given; a
    document with neither is judged by everything.
    """
    work = run(Work(document, store, as_of or document.published), (read, *JUDGING))
    return DocumentResult(
        document=document,
        results=work.results,
        main=work.main,
        internal=work.internal,
        coverage=cover(work.results),
        undated=work.as_of is None,
    )


def judged(
    document: Document,
    claims: Sequence[Claim],
    store: Store,
    *,
    as_of: str | None,
    stands: Stands | None = None,
) -> tuple[ClaimResult, ...]:
    """`check` for a document whose claims are read already: its results alone."""
    return run(Work(document, store, as_of, claims=tuple(claims), stands=stands), JUDGING).results


def cover(results: Iterable[ClaimResult]) -> Coverage:
    """How many claims there are, can be checked, were compared, and were not."""
    found = tuple(results)
    checkable = [result for result in found if result.claim.checkable]
    compared = sum(result.verdict is not Verdict.NO_PRIOR for result in checkable)
    return Coverage(len(found), len(checkable), compared, len(checkable) - compared)


def ingest(document: Document, store: Store) -> IngestCount:
    """Adds one document and its claims; the same content twice is stored once."""
    return ingest_all((document,), store)


def ingest_all(documents: Iterable[Document], store: Store) -> IngestCount:
    """Adds documents and their claims, in batches; returns what was added and what was known."""
    read = ((document, claims.read(document)) for document in documents)
    return store.ingest(read, as_texts=True)

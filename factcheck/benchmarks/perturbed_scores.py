"""What is said of changed figures (`perturbed`): as recorded, told plainly, in their text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims_db import moments
from claims_db.engine import IN_MEMORY
from claims_db.records import Claim, Document, Prior
from claims_db.store import Store
from factcheck import seed
from factcheck.benchmarks.perturbed import (
    LESS_IS_BETTER,
    UNSEEN,
    Case,
    Wanted,
    cases,
    draw,
    figures,
    held_out,
)
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.judging import growth, other_counts, pairs, verdict
from factcheck.reading import claims
from factcheck.results import ClaimResult, Severity, Verdict
from factcheck.training import learning


@dataclass(frozen=True, slots=True)
class Told:
    """A case with whether what is wanted (or, of what should not be, what isn't) happened."""

    case: Case
    hit: bool
    accused: float | None = None
    """The match confidence of an accusation; None where it isn't called a conflict."""


def judged(case: Case, store: Store) -> ClaimResult:
    """The changed figure as recorded, judged by what was on record on the day, with growth
    measured on the other events."""
    return _decided(case.claim, case.document, store, growth_without(case.event))


def _decided(
    claim: Claim, document: Document, store: Store, curve: growth.Growth | None = None
) -> ClaimResult:
    """What is said of the figure, beside the other counts of its happening, as in checking."""
    (priors,) = store.candidates([claim])
    day = document.published
    found = verdict.decide(claim, document, priors, day, curve)
    event = other_counts.event(found)
    if event is None or not other_counts.are_asked(found):
        return found
    beside = other_counts.beside(document, _priors_of(store, event), day)
    return verdict.decide(claim, document, priors, day, curve, beside)


@lru_cache(maxsize=64)
def _priors_of(store: Store, event: str) -> tuple[Prior, ...]:
    return tuple(store.priors_of({event}).get(event, ()))


@lru_cache(maxsize=64)
def growth_without(event: str) -> growth.Growth:
    """The curves of all events but one."""
    return growth.measure(learning.growth_steps(lambda other: other == event))


def read(case: Case, store: Store) -> ClaimResult | None:
    """The changed figure read from the changed text; None where reading finds none there."""
    first, last = case.claim.start, case.claim.end
    return _read(case, case.document, lambda claim: claim.start < last and first < claim.end, store)


def told_plainly(case: Case, store: Store) -> ClaimResult | None:
    """The changed figure read from one plain sentence that says what it counts, where and when."""
    document = replace(case.document, text=plain_sentence(case.claim))
    return _read(case, document, lambda _: True, store)


def _read(
    case: Case, document: Document, meant: Callable[[Claim], bool], store: Store
) -> ClaimResult | None:
    for claim in claims.read(document):
        if claim.kind == case.claim.kind and claim.checkable and meant(claim):
            return _decided(claim, document, store, growth_without(case.event))
    return None


PLAIN = {
    "killed": "{} were killed",
    "wounded": "{} were injured",
    "missing": "{} were missing",
    "displaced": "{} were displaced",
    "evacuated": "{} were evacuated",
    "rescued": "{} were rescued",
}


def plain_sentence(claim: Claim) -> str:
    """ "At least 12 people were killed in Kyiv on 24 April 2025." """
    happened = moments.parse(claim.when.end).day if claim.when else None
    day = f" on {happened.day} {happened:%B %Y}" if happened else ""
    where = f" in {claim.places[0].name}" if claim.places else ""
    sentence = PLAIN[claim.kind].format(f"{claim.value.text} people") + where + day
    return f"{sentence[0].upper()}{sentence[1:]}."


def for_telling(wanted: Iterable[Case]) -> list[Case]:
    """One change a family of each whole count of people with a known place."""
    kept: dict[tuple[str, Wanted], Case] = {}
    for case in sorted(wanted, key=lambda case: draw(case.claim, case.change)):
        claim = case.claim
        if claim.kind not in PLAIN or pairs.counted(claim) or claim.change or not claim.places:
            continue
        if claim.places[0].id and case.change != "date moved":
            kept.setdefault((claim.id, case.wanted), case)
    return list(kept.values())


def told(case: Case, found: ClaimResult | None) -> Told:
    """Whether it was caught, accused, or held against the record, as the family asks."""
    if found is None:
        return Told(case, False)
    accused = found.verdict is Verdict.CONFLICT
    confidence = found.match_confidence if accused else None
    if case.wanted in (Wanted.UNCHANGED, Wanted.GROWTH):
        return Told(case, accused, confidence)
    if case.wanted is Wanted.MOVED:
        held = found.verdict not in (Verdict.NO_PRIOR, Verdict.CORRECTION)
        return Told(case, held, confidence)
    return Told(case, found.severity in (Severity.WARNING, Severity.ERROR), confidence)


def accusations(found: Iterable[Told]) -> list[tuple[float, bool]]:
    """Match confidence of the figures called conflicts, with whether they were changed for the
    worse."""
    return [
        (one.accused, one.case.wanted not in LESS_IS_BETTER)
        for one in found
        if one.accused is not None
    ]


def told_as_read() -> list[Told]:
    """What is said of the changed figures that are read: in plain sentences, in their texts."""
    with Store(IN_MEMORY) as store:
        store.ingest(seed.seed_documents(), bundled=True)
        changed = list(cases(figures(store)))
        plainly = outcomes(for_telling(changed), store, told_plainly)
        return [*plainly, *outcomes(for_reading(changed), store, read)]


def alarms() -> Iterator[Score]:
    """The reports as they stand, each judged by those out on its day: figures called conflicts
    and figures warned of (outdated, disputed), per 100 reports. They are real: nearly every
    conflict is a false alarm."""
    with Store(IN_MEMORY) as store:
        store.ingest(seed.seed_documents(), bundled=True)
        for how in ("recorded", "read"):
            told = [_alarmed(store, how, *report) for report in seed.seed_documents()]
            for name, severity in (("conflicts", Severity.ERROR), ("warnings", Severity.WARNING)):
                items = [Grouped(event, found.count(severity)) for event, found in told]
                title = f"reports as they stand, {how}: {name} per 100"
                yield score(title, items, _mean, less_is_better=True)


def _alarmed(
    store: Store, how: str, document: Document, recorded: list[Claim]
) -> tuple[str, list[Severity]]:
    """The event of a report and the severities of its figures."""
    asked = recorded if how == "recorded" else [c for c in claims.read(document) if c.checkable]
    unplaced = [replace(claim, event=None) for claim in asked]
    found = [_decided(claim, document, store).severity for claim in unplaced]
    return next((str(claim.event) for claim in recorded if claim.event), str(document.id)), found


def _mean(counts: Sequence[int]) -> float:
    return sum(counts) / len(counts) if counts else 0.0


Judge = Callable[[Case, Store], ClaimResult | None]


def outcomes(wanted: Iterable[Case], store: Store, judge: Judge = judged) -> list[Told]:
    """What is said of each case."""
    return [told(case, judge(case, store)) for case in wanted]


def for_reading(wanted: Iterable[Case]) -> list[Case]:
    """One change a family of each figure, without those that a text's number alone can't make."""
    kept: dict[tuple[str, Wanted], Case] = {}
    for case in sorted(wanted, key=lambda case: draw(case.claim, case.change)):
        if case.change in ("bound dropped", "place moved", "date moved"):
            continue
        kept.setdefault((case.claim.id, case.wanted), case)
    return list(kept.values())


def all_scores() -> Iterator[Score]:
    """The figures changed as recorded, and some of them changed in their text."""
    with Store(IN_MEMORY) as store:
        store.ingest(seed.seed_documents(), bundled=True)
        changed = list(cases(figures(store)))
        yield from scores(outcomes(changed, store), "changed figures, recorded")
        told = outcomes(for_telling(changed), store, told_plainly)
        yield from scores(told, "changed figures, told plainly")
        yield from scores(outcomes(for_reading(changed), store, read), "changed figures, read")


def scores(found: Sequence[Told], name: str) -> Iterator[Score]:
    """A score a family: over all, over the events and over the kinds of change nobody looked
    at; then a score a change."""
    slices: tuple[tuple[str, Callable[[Case], bool]], ...] = (
        ("all", lambda _: True),
        ("unseen events", lambda case: held_out(case.event)),
        ("unseen kinds of change", lambda case: case.change in UNSEEN),
    )
    for label, among in slices:
        own = [one for one in found if among(one.case)]
        for wanted in Wanted:
            yield from _score(f"{name}, {label}: {wanted}", own, wanted)
    for wanted in Wanted:
        for change in dict.fromkeys(o.case.change for o in found if o.case.wanted is wanted):
            own = [one for one in found if one.case.change == change]
            yield from _score(f"{name}, by change: {change}", own, wanted)


def _score(title: str, found: Sequence[Told], wanted: Wanted) -> Iterator[Score]:
    items = [Grouped(one.case.event, one.hit) for one in found if one.case.wanted is wanted]
    if items:
        yield score(title, items, share, less_is_better=wanted in LESS_IS_BETTER)

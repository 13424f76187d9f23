"""Figures of the bundled reports, one changed at a time, checked against the others on record.

A report is published again on its day under no outlet, with one figure altered so that what
should be said of it is known: a slip, a drop or a rise beyond anything ever reported is to be
caught (a warning or an error); the figure as it stood, in words, without its bound, or risen to
what a later report gives is not to be accused (a conflict); a figure moved to another place or
month is to be held against nothing. Recorded figures leave reading out; of some of them the
report's text is altered and read instead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from claims_db import moments
from claims_db.kinds import Counting, kinds
from claims_db.records import Bound, Claim, Document, Place, Prior, Role, Window
from claims_db.store import Store
from factcheck import seed
from factcheck.benchmarks import figure_changes as changes
from factcheck.judging import growth, intervals, localities, pairs

FIGURES_AN_EVENT = 24
"""So many figures of an event are altered at most: one event has half of all."""
UNSEEN = frozenset(("×1000", "digit doubled", "part for total"))
"""Kinds of change that nothing was tuned on."""


OTHER_KIND = {"killed": "wounded", "wounded": "killed"}


class Wanted(StrEnum):
    """What should be said of a changed figure, by family."""

    SLIP = "slips caught"
    DROP = "drops caught"
    RISE = "implausible raises caught"
    UNCHANGED = "unchanged accused"
    GROWTH = "plausible raises accused"
    MOVED = "figures moved elsewhere held against the record"


LESS_IS_BETTER = (Wanted.UNCHANGED, Wanted.GROWTH, Wanted.MOVED)


@dataclass(frozen=True, slots=True)
class Case:
    """A changed figure in its changed document. `start` is where the figure begins."""

    event: str
    change: str
    wanted: Wanted
    claim: Claim
    document: Document


def held_out(event: str) -> bool:
    """Whether nobody looks at the event's cases while the rules are made: a third, by hash."""
    return hashlib.sha256(f"perturbed {event}".encode()).digest()[0] % 3 == 0


def draw(claim: Claim, salt: str) -> float:
    """A number in [0, 1) that depends on the claim and the salt alone."""
    digest = hashlib.sha256(f"{salt}\x1f{claim.id}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


# --- The figures --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A recorded figure in its report, with the others on record of the same fact."""

    claim: Claim
    document: Document
    alike: tuple[Prior, ...]

    @property
    def number(self) -> float:
        """The figure as stated."""
        assert self.claim.value.stated is not None
        return self.claim.value.stated


def figures(store: Store) -> list[Figure]:
    """The figures that are altered: current counts that stand in their report's text."""
    own: dict[str, list[tuple[Claim, Document]]] = {}
    for document, claims in seed.seed_documents():
        for claim in claims:
            if claim.event and _is_altered(claim):
                own.setdefault(claim.event, []).append((claim, document))
    found = []
    for told in own.values():
        told.sort(key=lambda item: draw(item[0], "figure"))
        for claim, document in told[:FIGURES_AN_EVENT]:
            (candidates,) = store.candidates([claim])
            found.append(Figure(claim, document, _alike(claim, candidates)))
    return found


def _is_altered(claim: Claim) -> bool:
    stated = claim.value.stated
    if not claim.checkable or claim.role is not Role.CURRENT or claim.start == claim.end:
        return False
    if claim.kind in pairs.OF_NO_ONE_THING or claim.kind == "superlative":
        return False
    return bool(stated) and claim.value.bound not in (Bound.VAGUE, Bound.RANGE)


def _alike(claim: Claim, candidates: Iterable[Prior]) -> tuple[Prior, ...]:
    """Those of the same event, kind, place, group and standing."""
    return tuple(
        prior
        for prior in candidates
        if prior.claim.event == claim.event
        and prior.claim.kind == claim.kind
        and localities.places_relation(prior.claim.places, claim.places) is pairs.Near.SAME
        and pairs.counted(prior.claim) == pairs.counted(claim)
        and (prior.claim.change, prior.claim.per) == (claim.change, claim.per)
    )


# --- The cases ----------------------------------------------------------------------------------


def cases(all_figures: Sequence[Figure]) -> Iterator[Case]:
    """Every change that can be made of each figure."""
    others = _others(all_figures)
    for figure in all_figures:
        yield from _unchanged(figure)
        yield from _slips(figure)
        yield from _drops_and_raises(figure)
        yield from _mistaken(figure, others)
        yield from _moved(figure)


def _unchanged(figure: Figure) -> Iterator[Case]:
    yield _case(figure, "as it stood", Wanted.UNCHANGED)
    words = changes.in_words(figure.number)
    if words:
        yield _case(figure, "in words", Wanted.UNCHANGED, text=words)
    if figure.claim.value.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        yield _case(figure, "bound dropped", Wanted.UNCHANGED, bound=Bound.EXACT)


def _slips(figure: Figure) -> Iterator[Case]:
    for name, slip in changes.SLIPS:
        number = slip(figure.number, draw(figure.claim, name))
        if number is None or _is_told(figure, number):
            continue
        yield _case(figure, name, Wanted.SLIP, number)


def _is_told(figure: Figure, number: float) -> bool:
    """Whether a report gives that very number, or one that agrees with it, for the same fact."""
    value = changes.moved(figure.claim.value, number)
    kind = kinds()[figure.claim.kind]
    return any(
        intervals.same_number(prior.claim.value, value)
        or intervals.within_tolerance(prior.claim.value, value, kind)
        for prior in figure.alike
    )


def _drops_and_raises(figure: Figure) -> Iterator[Case]:
    """Counts that only grow: lower by a third to two thirds; many times what anyone ever
    reported; and what a later report gives."""
    if kinds()[figure.claim.kind].counting is not Counting.ACCUMULATING:
        return
    number = round(figure.number * (1 / 3 + draw(figure.claim, "drop") / 3))
    if figure.number - number >= 2 and not _is_told(figure, number):
        yield _case(figure, "drop", Wanted.DROP, number)
    highest = max([figure.number, *(p.claim.value.stated or 0.0 for p in figure.alike)])
    if highest >= growth.LEAST_COUNT:
        number = round(highest * _factor(figure))
        yield _case(figure, "raise beyond all", Wanted.RISE, number)
    day = figure.document.published or ""
    later = sorted(
        (prior.report.published, prior.claim.value.stated)
        for prior in figure.alike
        if prior.report.published
        and prior.report.published > day
        and (prior.claim.value.stated or 0) > figure.number
        and prior.claim.role is Role.CURRENT  # what had been feared is no later count
    )
    if later:
        day, grown = later[int(draw(figure.claim, "grown") * len(later))]
        yield _case(figure, "raise to a later figure", Wanted.GROWTH, grown, published=day)


def _factor(figure: Figure) -> float:
    """On the day of the happening tolls of real reports rose up to seven times; later, hardly
    three times. Drawn beyond that."""
    least, most = (8, 20) if _age(figure) < 1 else (3, 8)
    return least + (most - least) * draw(figure.claim, "raise")


def _age(figure: Figure) -> float:
    """Days since the happening; 0 where a date is missing."""
    told = pairs.told_at(figure.claim, figure.document.published)
    when = figure.claim.when
    return (told.day - moments.parse(when.end).last_day).days if told and when else 0.0


def _others(all_figures: Iterable[Figure]) -> dict[str, list[Figure]]:
    found: dict[str, list[Figure]] = {}
    for figure in all_figures:
        found.setdefault(str(figure.claim.event), []).append(figure)
    return found


def _mistaken(figure: Figure, others: dict[str, list[Figure]]) -> Iterator[Case]:
    """The dead for the wounded and the other way round; a part for the whole."""
    claim = figure.claim
    if claim.kind not in OTHER_KIND or _is_part(figure):
        return
    near = [f for f in others[str(claim.event)] if f.claim.places == claim.places]
    near = [f for f in near if not _is_told(figure, f.number)]
    wholes = [f for f in near if f.claim.kind == OTHER_KIND[claim.kind] and not _is_part(f)]
    parts = [f for f in near if f.claim.kind == claim.kind and _is_part(f)]
    for name, told in (("another kind's figure", wholes), ("part for total", parts)):
        if told:
            one = told[int(draw(claim, name) * len(told))]
            yield _case(figure, name, Wanted.SLIP, one.number)


def _is_part(figure: Figure) -> bool:
    return bool(pairs.counted(figure.claim))


def _moved(figure: Figure) -> Iterator[Case]:
    claim = figure.claim
    if not claim.places or claim.when is None:
        return
    elsewhere = changes.another_place(claim.places)
    yield _case(figure, "place moved", Wanted.MOVED, places=elsewhere)
    when, published = changes.another_month(claim.when, figure.document.published or "")
    yield _case(figure, "date moved", Wanted.MOVED, when=when, published=published)


def _case(
    figure: Figure,
    change: str,
    wanted: Wanted,
    number: float | None = None,
    *,
    text: str | None = None,
    bound: Bound | None = None,
    published: str | None = None,
    places: tuple[Place, ...] | None = None,
    when: Window | None = None,
) -> Case:
    claim, document = figure.claim, figure.document
    value = claim.value if number is None else changes.moved(claim.value, number)
    if bound is not None:
        value = changes.with_bound(value, bound)
    if text is not None:
        value = replace(value, text=text)
    written = document.text[claim.start : claim.end]
    printed = text or (written if number is None else changes.printed(written, number))
    altered = document.text[: claim.start] + printed + document.text[claim.end :]
    start, grown = claim.start - claim.sentence_start, len(printed) - len(written)
    sentence = claim.sentence[:start] + printed + claim.sentence[start + len(written) :]
    changed = replace(
        claim,
        value=value,
        sentence=sentence,
        end=claim.end + grown,
        event=None,
        places=claim.places if places is None else places,
        when=claim.when if when is None else when,
    )
    day = published or document.published
    return Case(
        claim.event or "",
        change,
        wanted,
        changed,
        Document(altered, f"changed {claim.id}", None, day),
    )

"""Findings inside one document: figures of its own that don't fit together.

Each rule reads the page (the claims of headline and body) and speaks only where the text itself
ties the figures: a wrong accusation costs more than a miss. Relations and severities:

- part_over_total: "12 killed, including 13 children"; error, warning where the whole is a floor
  notice where place and the country around it are told apart
- sum: "9 in Kyiv and 4 in Lviv, 12 in all"; error, notice where the list may not be complete
- weekday: "Thursday, April 25, 2025", a Friday; error
- increment: "rose by nine from 16 to 27"; error, notice for shares in percent
- headline: "13 killed" above, "12 killed" below; warning, notice where each admits the other
- two_figures: one count told twice, differently, and nothing in the text says why; notice
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from claims_db import gazetteer
from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Document, Prior, Report
from factcheck.inside import headlines, shares, sums, weekdays
from factcheck.inside.page import Page, is_total, lay_out, named, stands
from factcheck.judging import intervals, localities, pairs, reasons, windows
from factcheck.judging.pairs import Near, Pair
from factcheck.results import InternalFinding, Severity

FAR: Final = 1.5
"""A figure so many times another is seldom the same count."""
FEWEST: Final = 10.0
"""Below, two figures of one kind are mostly of two groups or places."""
MOST_TOLD: Final = 60
"""So many figures of one kind are held against each other, from the top of the text."""
MOST_COUNTS: Final = 3
"""A text with more figures of a kind tells of more than one thing or of a course of time."""

Rule = Callable[[Page], Iterator[InternalFinding]]

_INCLUDING: Final = re.compile(
    r"^[^.;:?!]{0,60}?\b(?:including|among (?:them|whom))\s+(?:[a-z]+\s+)?$"
)
_OF_THEM: Final = re.compile(r"^(?:\s+[a-z]+)?\s+of (?:them|whom)\b")
_WORD: Final = re.compile(r"^[ -][A-Za-z]")
_AND: Final = re.compile(r"^(?:\s+[a-z]+){1,3}\s+and\s+$")
_FROM: Final = re.compile(r"\bfrom (?:about |some |the |an? )?$")
_TO: Final = re.compile(r"^(?: [\w-]+){0,3} to (?:about |some )?$")
_BY: Final = re.compile(
    r"\b(?:by|(?:rise|increase|jump|gain|growth|drop|fall|decline|decrease|reduction) of)\s*$"
)
_ALL_OVER: Final = re.compile(
    r"\b(?:across|throughout|all (?:of|over)|in all|nationwide|countrywide|the whole of)\b"
)
# Some piece of each of these.
_ALL_OVER_PIECES: Final = (
    *("across", "throughout", "all of", "all over", "in all"),
    *("nationwide", "countrywide", "the whole of"),
)
# Words that tell of another time, another count or another voice, and so explain a second figure.
_EXPLAINS: Final = re.compile(
    r"\b(?:first|later|earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?|now|latest|rose|"
    r"risen|rise|rises|rising|climb(?:ed|s|ing)|grew|grown|updated?|increased?|since|"
    r"so far|then|preliminary|provisional(?:ly)?|estimated?|another|others?|second|third|"
    r"separate(?:ly)?|aftershocks?|foreshocks?|additional(?:ly)?|further|more|last|ago|in \d{4}|"
    r"alone|each|every|per|average|nationwide|countrywide|elsewhere|identified|presumed|"
    r"remain(?:s|ed|ing)?|still|claim(?:ed|s)?|revised|corrected)\b",
    re.IGNORECASE,
)


def find(document: Document, claims: Sequence[Claim]) -> tuple[InternalFinding, ...]:
    """What in the document does not fit together, the worst first.

    `claims` are those of the document's text; the ids in a finding are theirs. A headline given
    apart from the text has no ids, and neither has a weekday.
    """
    page = lay_out(document, claims)
    found = dict.fromkeys(finding for rule in RULES for finding in rule(page))
    return tuple(sorted(found, key=lambda finding: -finding.severity.rank))


# --- parts and wholes ---------------------------------------------------------------------------


def _parts(page: Page) -> Iterator[InternalFinding]:
    """A part, or two parts that share no one, above the whole they are told with."""
    for told in page.sentences:
        for whole in filter(stands, told):
            parts = [claim for claim in told if claim.part_of == whole.id and stands(claim)]
            if not parts or not _tied(page, whole, parts[0], told):
                continue
            both = len(parts) > 1 and _share_no_one(page, parts[0], parts[1])
            yield from shares.above(whole, parts[: 2 if both else 1], _beside(whole, told))


def _beside(whole: Claim, told: Sequence[Claim]) -> float:
    """People told before the whole in its sentence, of whom the parts may be as well:
    "283 passengers and 15 crew, 154 of them Dutch"."""
    return sum(
        claim.value.stated or 0
        for claim in told
        if claim.start < whole.start and claim.unit == whole.unit and stands(claim)
    )


def _tied(page: Page, whole: Claim, part: Claim, told: Sequence[Claim]) -> bool:
    """Whether the words between make the one a part of the other, of the same count."""
    if whole.start >= part.start or part.kind != whole.kind:
        return False
    if part.kind == "count" or kinds()[part.kind].dimension:
        return False
    if any(whole.end <= claim.start < part.start for claim in told):
        return False
    if not _WORD.match(page.behind(part)):  # "including Jordan, 21,"
        return False
    including = _INCLUDING.match(page.between(whole, part))
    return including is not None or _OF_THEM.match(page.behind(part)) is not None


def _share_no_one(page: Page, first: Claim, second: Claim) -> bool:
    """Whether the two are adults and children, or men and women, told in one breath."""
    return (
        shares.are_apart(first.group, second.group)
        and first.kind == second.kind
        and bool(_AND.match(page.between(first, second)))
    )


def _regions(page: Page) -> Iterator[InternalFinding]:
    """A place with more than the whole country around it, which the text says is all of it."""
    told = [claim for claim in page.body if kinds()[claim.kind].of_people and is_total(claim)]
    told = told[:MOST_TOLD]
    if all(claim.places == told[0].places for claim in told):
        return  # most texts tell of one place
    largest = max(intervals.bounds(claim.value)[0] for claim in told)
    for whole in told:
        most = intervals.bounds(whole.value)[1]
        if most >= largest or intervals.is_floor(whole.value):
            continue
        if not _is_all_over(whole.sentence.lower()):
            continue
        for part in told:
            if intervals.bounds(part.value)[0] > most and _inside(part, whole):
                where = f"in {part.places[0].name} than in all of {whole.places[0].name}"
                why = f"{named(part)} and {named(whole)}: more {where}."
                ids = (whole.id, part.id)
                yield InternalFinding(ids, "part_over_total", Severity.NOTICE, why)


def _is_all_over(lowered: str) -> bool:
    """Whether a sentence tells of all of a place."""
    if not any(piece in lowered for piece in _ALL_OVER_PIECES):
        return False
    return _ALL_OVER.search(lowered) is not None


def _inside(part: Claim, whole: Claim) -> bool:
    """Whether one place each is named, the one inside the other, and both count the same."""
    if part.kind != whole.kind or part.as_of != whole.as_of:
        return False
    if part.sentence_start == whole.sentence_start:
        return False
    if len(part.places) != 1 or len(whole.places) != 1 or part.places == whole.places:
        return False
    inner, outer = part.places[0].id, whole.places[0].id
    pair = Pair(part, Prior(whole, Report(id="")))
    alike = pairs.group_relation(pair) is Near.SAME
    return bool(inner and outer and alike and _one_time(pair) and gazetteer.within(inner, outer))


# --- increments ---------------------------------------------------------------------------------


def _increments(page: Page) -> Iterator[InternalFinding]:
    """ "rose by nine from 16 to 27": the step told is not the difference."""
    for told in page.sentences:
        if len(told) < 3:
            continue
        steps = [claim for claim in told if _is_step(page.before(claim))]
        if len(steps) != 1:
            continue
        ends = [pair for pair in pairwise(told) if _runs(page, *pair)]
        if len(ends) == 1 and steps[0] not in ends[0]:
            yield from _misstepped(steps[0], *ends[0])


def _is_step(before: str) -> bool:
    """Whether the words before a figure make it a step: "by nine", "a rise of nine"."""
    return before.rstrip().endswith(("by", "of")) and _BY.search(before) is not None


def _runs(page: Page, first: Claim, second: Claim) -> bool:
    """Whether the text goes from the one figure to the other: "from 16 to 27"."""
    if first.unit != second.unit or not _exact(first) or not _exact(second):
        return False
    return bool(_FROM.search(page.before(first)) and _TO.match(page.between(first, second)))


def _exact(claim: Claim) -> bool:
    return claim.value.bound is Bound.EXACT and claim.value.stated is not None


def _misstepped(step: Claim, first: Claim, second: Claim) -> Iterator[InternalFinding]:
    start, end, told = (c.value.stated or 0.0 for c in (first, second, step))
    if not _exact(step) or not start:
        return
    share = step.unit == "percent" and first.unit != "percent"
    real = abs(end - start) * (100 / start if share else 1)
    slack = max(2.0, told / 5) if share else _slack(first, second, step)
    alike = share or step.unit == first.unit or step.unit in (None, "person")
    if alike and abs(real - told) > slack + 1e-9:
        ids = tuple(claim.id for claim in (first, second, step))
        severity = Severity.NOTICE if share else Severity.ERROR
        why = (
            f"From {first.value.text} to {second.value.text} is {real:,.15g}"
            f"{' percent' if share else ''}, not {step.value.text}."
        )
        yield InternalFinding(ids, "increment", severity, why)


def _slack(first: Claim, second: Claim, step: Claim) -> float:
    """How far the step may be off the difference where the figures are rounded: both ends to the
    finer unit of the two. Whole numbers below the thousands are exact."""
    ends = min(_unit(first), _unit(second))
    return ends + _unit(step) / 2


def _unit(claim: Claim) -> float:
    whole = float(claim.value.stated or 0).is_integer() and not intervals.is_round(claim.value)
    return 0.0 if whole else intervals.printed_unit(claim.value)


# --- one count, two figures ---------------------------------------------------------------------


def _two_figures(page: Page) -> Iterator[InternalFinding]:
    """A count told twice in different sentences, each time as the one that holds."""
    by_kind: dict[str, list[Claim]] = {}
    for claim in page.body:
        if _held(claim):
            by_kind.setdefault(claim.kind, []).append(claim)
    for told in by_kind.values():
        if len({claim.value.stated for claim in told}) <= MOST_COUNTS:
            pair = next((p for p in combinations(told[:MOST_TOLD], 2) if _differ(*p)), None)
            if pair is not None:
                ids = tuple(claim.id for claim in pair)
                yield InternalFinding(ids, "two_figures", Severity.NOTICE, _told_twice(*pair))


def _held(claim: Claim) -> bool:
    kind = kinds()[claim.kind]
    measured = claim.kind in ("magnitude", "depth")
    things = claim.kind in ("launched", "intercepted", "destroyed", "damaged")
    if not (kind.of_people or measured or things) or not claim.checkable or not is_total(claim):
        return False
    return measured or (claim.value.stated or 0) >= FEWEST


def _differ(first: Claim, second: Claim) -> bool:
    if first.sentence_start == second.sentence_start or first.as_of != second.as_of:
        return False
    if intervals.same_number(first.value, second.value) or _floor_below(first, second):
        return False
    low, high = sorted((first.value.stated or 0, second.value.stated or 0))
    if high >= low * FAR:
        return False
    if _EXPLAINS.search(first.sentence) or _EXPLAINS.search(second.sentence):
        return False
    pair = Pair(first, Prior(second, Report(id="")))
    one_place = localities.place_relation(pair) is Near.SAME or not (first.places or second.places)
    one_group = pairs.group_relation(pair) is Near.SAME
    return one_place and one_group and _one_time(pair)


def _one_time(pair: Pair) -> bool:
    """Whether no window sets the two apart; told without one, both are of the story's own time."""
    first, second = pair.both
    return not (first.when or second.when) or windows.window_relation(pair) is Near.SAME


def _floor_below(first: Claim, second: Claim) -> bool:
    """Whether one is a floor that the other clears: "more than 40" and 44."""
    for floor, other in ((first.value, second.value), (second.value, first.value)):
        if intervals.is_floor(floor) and intervals.admits(floor, other.stated or 0):
            return True
    return False


def _told_twice(first: Claim, second: Claim) -> str:
    one, other = (c.attribution.source if c.attribution else None for c in (first, second))
    a, b = named(first), named(second)
    if one and other and one != other:
        return f"Disputed inside the text: {one} has {a}, {other} {b}."
    return f"The text says {a} and, further down, {b}, and not why they differ."


# --- weekdays -----------------------------------------------------------------------------------


def _weekdays(page: Page) -> Iterator[InternalFinding]:
    """A weekday told with a date that was another day."""
    text = page.document.text
    for wrong in weekdays.mismatches(text, page.document.published):
        ids = tuple(c.id for c in page.body if wrong.start <= c.start < wrong.end)
        why = f"“{wrong.text}”: {reasons.day(wrong.day.isoformat())} was a {wrong.actual}."
        yield InternalFinding(ids, "weekday", Severity.ERROR, why)


RULES: Final[tuple[Rule, ...]] = (
    _parts,
    _regions,
    shares.find,
    sums.find,
    _weekdays,
    _increments,
    headlines.find,
    _two_figures,
)

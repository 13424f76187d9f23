"""Lists of figures that do not add up to the total told with them in one sentence.

- "nine died in Kyiv and four in Lviv, 12 in all": the list is the whole
- "the toll is 225: 217 in A, seven in B, two in C": the list may leave something out, so it can
  be too large, never too small for certain

Each item must name its place, so that none is counted twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from claims_db.records import Bound, Claim
from factcheck.inside.page import Page, listed, named, stands
from factcheck.judging import intervals
from factcheck.results import InternalFinding, Severity

FAR: Final = 2.0
"""Figures that add up to so many times the total, or to so small a share, were no sum of it."""

_IN_ALL: Final = re.compile(r"^(?:\s+[a-z]+){0,3}\s+(?:in all|in total|altogether|all told)\b")
_TOTAL_OF: Final = re.compile(r"\b(?:for|making|giving) (?:a|the) total of\s*$")
_ITEM: Final = re.compile(r"^(?:\s+[a-z]+){0,3}?\s+(?:in|at|from)\s+(?:the\s+)?(?=[A-Z])")
_ITEM_BREAK: Final = re.compile(r"\s*(?:[,;]\s*and\b|[,;]|\band\b)\s+")


@dataclass(frozen=True, slots=True)
class Addition:
    """A total and the figures listed for it. `exhaustive`: the text says that these are all."""

    total: Claim
    parts: tuple[Claim, ...]
    exhaustive: bool


def find(page: Page) -> Iterator[InternalFinding]:
    """The lists that miss their totals."""
    for told in page.sentences:
        if len(told) > 2:
            for addition in (*_in_all(page, told), *_behind_colon(page, told)):
                yield from _missed(addition)


def _in_all(page: Page, told: Sequence[Claim]) -> Iterator[Addition]:
    """All figures of the sentence, and the total as its last."""
    total, parts = told[-1], tuple(told[:-1])
    if not (_IN_ALL.match(page.behind(total)) or _TOTAL_OF.search(page.before(total))):
        return
    if all(map(_addend, told)) and _each_with_its_place(page, parts) and _one_count(total, parts):
        yield Addition(total, parts, exhaustive=True)


def _behind_colon(page: Page, told: Sequence[Claim]) -> Iterator[Addition]:
    """One total before a colon, and behind it nothing but items, up to a semicolon or the end."""
    sentence, start = told[0].sentence, told[0].sentence_start
    head, colon, tail = sentence.partition(": ")
    if not colon:
        return
    items = tail.partition("; ")[0]
    first = start + len(head) + len(colon)
    totals = [claim for claim in told if claim.end <= first]
    parts = tuple(claim for claim in told if first <= claim.start < first + len(items))
    if len(totals) != 1 or len(parts) < 2 or len(_ITEM_BREAK.split(items)) != len(parts):
        return
    if not all(map(_addend, (*totals, *parts))) or not _each_with_its_place(page, parts):
        return
    if totals[0].kind != "count" and _one_count(totals[0], parts):
        yield Addition(totals[0], parts, exhaustive=False)


def _addend(claim: Claim) -> bool:
    return stands(claim) and claim.unit in (None, "person") and (claim.value.stated or 0) >= 1


def _each_with_its_place(page: Page, parts: Sequence[Claim]) -> bool:
    """Whether each part names a place of its own."""
    names = set()
    for part in parts:
        behind = page.behind(part)
        item = _ITEM.match(behind)
        if item:
            names.add(behind[item.end() :].split()[0].strip(",.;"))
    return len(names) == len(parts)


def _one_count(total: Claim, parts: Sequence[Claim]) -> bool:
    """Whether all count the same, as far as they say what."""
    return len({claim.kind for claim in (total, *parts)} - {"count"}) == 1


def _missed(addition: Addition) -> Iterator[InternalFinding]:
    """A finding if no numbers that the words admit add up."""
    total, parts = addition.total, addition.parts
    stated = sum(part.value.stated or 0 for part in parts)
    told = total.value.stated or 0
    if not told / FAR <= stated <= told * FAR or _rounded(total, stated):
        return
    spans = [intervals.bounds(part.value) for part in parts]
    low, high = intervals.bounds(total.value)
    over = sum(least for least, _ in spans) > high
    under = sum(most for _, most in spans) < low
    if not over and not under:
        return
    severity = Severity.ERROR if over or addition.exhaustive else Severity.NOTICE
    why = f"{listed(parts)} add up to {stated:,.15g}, not to {named(total)}."
    yield InternalFinding(tuple(c.id for c in (total, *parts)), "sum", severity, why)


def _rounded(total: Claim, stated: float) -> bool:
    exact = replace(
        total.value, low=stated, high=stated, stated=stated, bound=Bound.EXACT, text=f"{stated:g}"
    )
    return intervals.same_number(exact, total.value)

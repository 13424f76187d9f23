"""Shares of those harmed that are more than all of them.

- "of the 20 dead, 25 were children": the sentence opens with its whole
- "killed 20 people. Among the dead were 25 children": the whole is any total that the text has
- "of the 20 killed, 15 were women and nine were men": shares that nobody is in two of, together
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim
from factcheck.inside.page import Page, listed, named, stands
from factcheck.judging import intervals
from factcheck.results import InternalFinding, Severity

_OPENINGS: Final = ("of the", "of those", "of all", "among the", "among those")
_PART_OPENS: Final = re.compile(
    r"(?:,|\s(?:were|was|are))\s+(?:at least |about |some |as many as |more than )?$"
)
_PART_TELLS: Final = re.compile(
    r"\s+(?:of (?:them|whom)\s+)?(?:were|was|are|is|remain(?:ed)?|died|had|have)\s"
)
_HARMED: Final = r"(?:dead|killed|victims|fatalities|injured|wounded|hurt|casualties|missing)\b"
_AMONG: Final = re.compile(
    rf"\b[Aa]mong (?:the|those) {_HARMED} (?:were|was|are)\s+(?:at least )?$"
)
_OF_THEM: Final = re.compile(rf"\s+of (?:the|those) {_HARMED}\s+(?:were|was|are)\s")
_NEXT_PART: Final = re.compile(
    r"(?:\s+of the \w+)?(?:\s+(?:were|was|are))?(?:\s+[a-z]+){1,2}(?:,| and|, and)\s+$"
)
# Who is of a group: sex, and whether grown up; None where the word leaves it open.
_WHO: Final[dict[str, tuple[str | None, bool | None]]] = {
    "men": ("m", True),
    "man": ("m", True),
    "women": ("f", True),
    "woman": ("f", True),
    "boys": ("m", False),
    "girls": ("f", False),
    "children": (None, False),
    "child": (None, False),
    "boy": ("m", False),
    "girl": ("f", False),
    "minors": (None, False),
    "adults": (None, True),
}
_GROUP: Final = re.compile(
    r"(?:\s+of the \w+)?(?:\s+of them)?(?:\s+(?:were|was|are))?\s+"
    rf"({'|'.join(_WHO)})\b(?!\s+(?:and|or)\s+[a-z]*(?:{'|'.join(_WHO)})\b)"
)


def above(whole: Claim, parts: Sequence[Claim], beside: float = 0) -> Iterator[InternalFinding]:
    """A finding if the least that the parts can be is more than the whole and those beside it."""
    least = sum(intervals.bounds(part.value)[0] for part in parts) - beside
    floor = intervals.is_floor(whole.value) and least > (whole.value.stated or 0)
    if least > intervals.bounds(whole.value)[1] or floor:
        what = f"parts {listed(parts)} are" if len(parts) > 1 else f"part {listed(parts)} is"
        why = f"The {what} more than the whole {named(whole)}."
        severity = Severity.WARNING if floor else Severity.ERROR
        ids = tuple(claim.id for claim in (whole, *parts))
        yield InternalFinding(ids, "part_over_total", severity, why)


def find(page: Page) -> Iterator[InternalFinding]:
    """The shares that are more than their wholes."""
    for told in page.sentences:
        sentence = told[0].sentence
        if "mong th" not in sentence and "f the" not in sentence and "f those" not in sentence:
            continue
        for k, claim in enumerate(told):
            if not (stands(claim) and kinds()[claim.kind].of_people):
                continue
            if len(told) > k + 1 and _opens(page, claim):
                if _is_first_part(page, claim, told[k + 1]):
                    yield from _exceeding(page, claim, told[k + 1 :])
            elif _is_of_those_told(page, claim):
                whole = _largest(page, claim)
                if whole is not None:
                    yield from _exceeding(page, whole, told[k:])


def _opens(page: Page, whole: Claim) -> bool:
    """Whether a clause opens with a whole: "of the 20 people killed"."""
    return page.before(whole).lower().rstrip().endswith(_OPENINGS)


def _is_first_part(page: Page, whole: Claim, part: Claim) -> bool:
    if part.part_of != whole.id or whole.unit != "person" or part.unit != "person":
        return False
    opens = _PART_OPENS.search(page.between(whole, part)) if stands(part) else None
    if opens is None:
        return False
    pattern = _PART_TELLS if opens.group().startswith(",") else _GROUP
    return pattern.match(page.behind(part)) is not None


def _is_of_those_told(page: Page, part: Claim) -> bool:
    """Whether it is a share of those whom the text has told of: "among the dead were 25"."""
    return bool(_AMONG.search(page.before(part)) or _OF_THEM.match(page.behind(part)))


def _largest(page: Page, part: Claim) -> Claim | None:
    """The largest total of what the part counts that the text has; None where it has none, one of
    no certain size, or one of another place."""
    totals = [
        claim
        for claim in (*page.titled, *page.body)
        if claim.kind == part.kind
        and claim.sentence_start != part.sentence_start
        and claim.part_of is None
    ]
    if not totals or any(claim.value.bound is Bound.VAGUE for claim in totals):
        return None
    whole = max(totals, key=_most)
    if not (stands(whole) and whole.checkable) or whole.places != part.places:
        return None  # one told of by the way, "a boy of 15", is no total
    return whole


def _most(claim: Claim) -> float:
    return claim.value.stated or 0.0


def _exceeding(page: Page, whole: Claim, told: Sequence[Claim]) -> Iterator[InternalFinding]:
    """The finding of the first part, or of all that follow it at once and share no one."""
    one = list(above(whole, told[:1]))
    if one:
        yield from one
        return
    parts, groups = [], []
    for n, part in enumerate(told):
        group = _GROUP.match(page.behind(part))
        follows = n == 0 or _NEXT_PART.match(page.between(told[n - 1], part)) is not None
        if group is None or not follows or part.kind != told[0].kind or not stands(part):
            break
        parts.append(part)
        groups.append(_WHO[group.group(1)])
    if len(parts) > 1 and all(_apart(*pair) for pair in combinations(groups, 2)):
        yield from above(whole, parts)


def are_apart(first: str | None, second: str | None) -> bool:
    """Whether nobody is of both groups, as named: men and women, adults and children."""
    if first not in _WHO or second not in _WHO:
        return False
    return _apart(_WHO[first], _WHO[second])


def _apart(first: tuple[str | None, bool | None], second: tuple[str | None, bool | None]) -> bool:
    """Whether nobody is of both groups."""
    return any(
        one is not None and other is not None and one != other
        for one, other in zip(first, second, strict=True)
    )

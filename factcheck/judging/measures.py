"""Whether two sums, shares or changes are of one measure: profit, revenue, inflation, exports."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db.records import Claim
from factcheck.judging.alignment import dimension, stem
from factcheck.judging.contrasts import contrasts
from factcheck.judging.cues import cues
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.wording import KEPT

_NUMBER: Final = re.compile(r"(?<!\w)\d[\d.,]*(?=\s*(?:%|per|$|\s))(?!\s+months)")
_LEVEL_REACH: Final = 30  # characters from a price to "on average"
_MORE: Final = re.compile(r"\s*(?:%|per\s?cent|percent)\s+(more|less)\s+[a-z]")
_OF_BASE: Final = re.compile(r"\s*(?:%|per\s?cent|percent)\s+of\s")
_CHANGES: Final = ((stem("inflation"),), (stem("growth"),))
_MEASURED: Final = frozenset({"money", "percent", "points"})


def measure_relation(pair: Pair) -> Near | None:
    """SAME where both name one measure, OTHER where they name two; None where that isn't known:
    one names none, or they say it in words of which nothing is known."""
    return of_one_measure(*pair.both)


def of_one_measure(a: Claim, b: Claim) -> Near | None:
    """`measure_relation` of two figures."""
    if dimension(a).split()[0] not in _MEASURED:
        return None
    if _other_pace(a, b) or _other_level(a, b):
        return Near.OTHER
    if not a.subject or not b.subject:
        return None
    ours, theirs = _stems(a), _stems(b)
    for told in contrasts()["basis"]:
        one, other = told.intersection(ours), told.intersection(theirs)
        if one and other and one.isdisjoint(other):
            return Near.OTHER  # net and pretax profit
    if any(told.intersection(ours) != told.intersection(theirs) for told in _narrowing()):
        return Near.OTHER  # core inflation and inflation
    if ours[-1:] == theirs[-1:]:
        return None if is_of_base(a) and is_of_base(b) else Near.SAME
    sets = contrasts()["measured"]
    known = [next((s for s in sets if told[-1] in s), None) for told in (ours, theirs)]
    if None not in known:
        return Near.SAME if known[0] == known[1] else Near.OTHER
    return Near.OTHER if set(ours).isdisjoint(theirs) else None


def is_of_base(claim: Claim) -> bool:
    """Whether a share is told with what it is of: "1.8% of gross domestic product" may be a
    deficit or a debt, "34% of respondents" any answer."""
    return _OF_BASE.match(claim.sentence, claim.end - claim.sentence_start) is not None


def course(claim: Claim) -> str | None:
    """ "+" or "-" of a change; a rate of inflation is one of prices, whatever verb tells it, and
    so is "5% more pay"."""
    if claim.change is not None or not dimension(claim).startswith("percent"):
        return claim.change
    behind = claim.sentence[claim.end - claim.sentence_start :]
    more = _MORE.match(behind)
    if more is not None:
        return "+" if more[1] == "more" else "-"
    return "+" if _stems(claim)[-1:] in _CHANGES else None


def _narrowing() -> tuple[frozenset[str], ...]:
    return contrasts()["narrowing"]


def _stems(claim: Claim) -> tuple[str, ...]:
    told = (claim.subject or "").lower()
    for name, meant in cues().measure_names.items():
        if told == name or told.endswith(f" {name}"):
            told = told.removesuffix(name) + meant
            break
    return tuple(stem(word) for word in told.split())


def _other_pace(a: Claim, b: Claim) -> bool:
    """Whether one is the change of a month and the other isn't told as such, or both are told as
    those of two stretches."""
    if dimension(a).startswith("money"):
        return False
    first, second = pace(a), pace(b)
    if first == second:
        return False
    return "month" in (first, second) or None not in (first, second)


def _other_level(a: Claim, b: Claim) -> bool:
    """Whether prices are told as the mean, the lowest or the highest, and not the same of them."""
    if "price" not in (a.kind, b.kind):
        return False
    return level(a) != level(b)


def level(claim: Claim) -> str | None:
    """Which of several prices is told: the mean, the lowest, the highest; None for the price."""
    at = claim.start - claim.sentence_start
    before = _NUMBER.split(claim.sentence[max(0, at - _LEVEL_REACH) : at])[-1]
    end = claim.end - claim.sentence_start
    behind = _NUMBER.split(claim.sentence[end : end + _LEVEL_REACH], maxsplit=1)[0]
    for told in (before, re.split(r"[.,;]", behind)[0]):
        found = _pattern("levels").findall(told.lower())
        if found:
            return cues().levels[found[-1]]
    return None


def pace(claim: Claim) -> str | None:
    """Since when a change is reckoned, where its clause tells: a month, a quarter, a year."""
    at = claim.start - claim.sentence_start
    return _pace(claim.sentence, at, claim.end - claim.sentence_start)


@lru_cache(maxsize=KEPT)
def _pace(sentence: str, at: int, end: int) -> str | None:
    before = _NUMBER.split(sentence[:at])[-1]
    behind = _NUMBER.split(sentence[end:], maxsplit=1)[0]
    for told in (behind.split(";")[0], before.split(";")[-1]):
        found = _pattern("paces").search(told.lower())
        if found is not None:
            return cues().paces[found[0]]
    return None


@lru_cache(maxsize=2)
def _pattern(table: str) -> re.Pattern[str]:
    phrases = cues().paces if table == "paces" else cues().levels
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")


def told_apart(pair: Pair) -> bool:
    """Whether both name measures that are known to be two, or one of two prices: profit and sales,
    the mean and the lowest."""
    a, b = pair.both
    if measure_relation(pair) is not Near.OTHER:
        return False
    if _other_pace(a, b) or _other_level(a, b):
        return True
    ours, theirs = _stems(a), _stems(b)
    sets = (*contrasts()["measured"], *contrasts()["narrowing"], *contrasts()["basis"])
    return any(told.intersection(ours) for told in sets) and any(
        told.intersection(theirs) for told in sets
    )

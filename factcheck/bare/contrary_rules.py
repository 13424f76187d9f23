"""Two bare statements of the same thing: another rank, course, scale, age or length of time."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Final

from claims_db.records import Bound
from factcheck.bare.counted_rules import REFUTED, is_age, names_told, same_numbers, sole
from factcheck.bare.printed import Printed
from factcheck.bare.printed_comparison import REFUTES, admits, compatible, equal, values
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_words import contrast
from factcheck.judging.contrasts import contrasts

SUPPORTED: Final = "supports"
_COMPARED: Final = 0.35
_SUPERLATIVE: Final = (
    r"(?:largest|biggest|highest|tallest|longest|oldest|smallest|deepest|richest|deadliest|"
    r"fastest|busiest|wealthiest|poorest|youngest|heaviest|most \w+)"
)
_RANKED: Final = re.compile(
    r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))[ -]"
    + _SUPERLATIVE
)
_UNRANKED: Final = re.compile(rf"\b(?:the|its|'s|’s) {_SUPERLATIVE}\b")
_ANY: Final = re.compile(rf"\b{_SUPERLATIVE}\b")
_ONE_AMONG: Final = re.compile(r"\b(?:one|two|three|some|many) of\b|\bamong\b", re.IGNORECASE)
_SPAN: Final = re.compile(
    r"\b(?:from|between) (1\d{3}|20\d\d) (?:to|until|till|and) (1\d{3}|20\d\d)\b"
    r"|\b(1\d{3}|20\d\d)\s?[–-]\s?(1\d{3}|20\d\d)\b"
)
_LASTING: Final = re.compile(
    r"\b(?:lasted|lasts|took|for|reigned|ruled|served|spent|over|after|fought|raged|dragged|led|headed)\b"
)
_LIVED: Final = re.compile(r"\b(?:lived to|when s?he died|died (?:aged|at the age))\b")
_SHARED: Final = frozenset(("when", "aged"))


def other_rank(pair: StatementPair) -> str | None:
    """The first of its kind beside the fourth: the largest, the fourth most populous; what is one
    of the largest may well be the fourth."""
    if not _UNRANKED.search(pair.claim) or _ONE_AMONG.search(pair.claim):
        return None
    if _RANKED.search(pair.claim) or not names_told(pair):
        return None
    rest, ranked = _RANKED.subn("", pair.evidence)
    return REFUTED if ranked and not _ANY.search(rest) else None


def other_course(pair: StatementPair) -> str | None:
    """The same number for the reverse: revised up to 31, revised down to 31."""
    own = sole(pair)
    if own is None or pair.claim_words.negated or pair.evidence_words.negated:
        return None
    found = [other for other in same_numbers(own, pair) if not other.role]
    if not found:
        return None
    around = set(own.phrase.before[:3])
    for reverse in (*contrasts()["opposite"], *contrasts()["decided"]):
        told = around & reverse
        if len(told) == 1 and all(_reverse(other, reverse - told, told) for other in found):
            return REFUTED
    up, down = contrasts()["course"]
    for way, back in ((up, down), (down, up)):
        if around & way and not around & back:
            return REFUTED if all(_reverse(other, back, way) for other in found) else None
    return None


def _reverse(other: Printed, reverse: frozenset[str], told: Collection[str]) -> bool:
    """Whether words around a number tell the reverse, and none of them the same."""
    around = {*other.phrase.before, *other.phrase.run, *other.phrase.then}
    return bool(around & reverse) and around.isdisjoint(told)


def duration(pair: StatementPair) -> str | None:
    """Years that something lasted beside the years from which to which it did; the days of the
    first and last year leave a year open on either side."""
    own = sole(pair)
    if own is None or not own.raw:
        return None
    lived = (is_age(own) or own.sort == "count") and _LIVED.search(pair.claim) is not None
    if not lived and (own.sort != "time" or "year" not in pair.claim):
        return None
    spans = _SPAN.findall(pair.evidence)
    lasting = lived or _LASTING.search(pair.claim) is not None
    if len(spans) != 1 or not lasting or not names_told(pair):
        return None
    if any(other.sort == "time" for other in pair.printed.evidence.numbers):
        return None
    first, last = (int(year) for year in spans[0] if year)
    year = own.value / own.raw
    lengths = (last - first - 1, last - first, last - first + 1)
    return SUPPORTED if any(admits(own, length * year) for length in lengths) else REFUTED


def not_all(pair: StatementPair) -> str | None:
    """All 40 were rescued, beside 31 of the 40."""
    own = sole(pair)
    if own is None or "all" not in pair.claim_words.all or pair.claim_words.negated:
        return None
    whole = re.compile(rf"\b[Oo]f (?:the |its |their )?{re.escape(own.text)}\b")
    done = {*own.phrase.then, *own.phrase.run[1:]}
    if not done or not whole.search(pair.evidence):
        return None
    for other in pair.printed.evidence.numbers:
        told = {*other.phrase.then, *other.phrase.run, *other.phrase.before[:1]}
        if other.sort == "count" and other.value < own.value and done & told:
            return REFUTED
    return None


def other_age(pair: StatementPair) -> str | None:
    """Another age at the same: 38 when she died, died aged 83."""
    own = sole(pair)
    told = [other for other in pair.printed.evidence.numbers if is_age(other)]
    if own is None or not is_age(own) or len(told) != 1:
        return None
    if pair.claim_words.content - pair.evidence_words.content - _SHARED:
        return None
    exact = own.bound is Bound.EXACT and told[0].bound is Bound.EXACT
    return REFUTED if exact and not equal(own.value, told[0].value) else None


def other_scale(pair: StatementPair) -> str | None:
    """The same digits of money with another scale word: $4.1 million, $4.1 billion."""
    own = sole(pair)
    if own is None or not own.sort.startswith("money") or not names_told(pair):
        return None
    told = [other for other in pair.printed.evidence.numbers if other.sort == own.sort]
    if len(told) != 1:
        return None
    scaled = own.raw != own.value and told[0].raw != told[0].value
    same = equal(own.raw, told[0].raw) and not equal(own.value, told[0].value)
    return REFUTED if scaled and same else None


def other_number(pair: StatementPair) -> str | None:
    """Another number of the same things, in a statement that has all of the claim's words."""
    own, words, told = sole(pair), pair.claim_words, pair.evidence_words
    if own is None or words.negated != told.negated or words.content - told.content:
        return None
    if own.sort not in ("count", "percent", "age") and not own.sort.startswith("money"):
        return None
    if any(held.misfit > 0 for held in pair.printed.dates):
        return None
    if any(contrast(section, words, told) for section in ("counted", "group", "opposite")):
        return None
    held = pair.printed.aligned[0]
    other = held.other
    if held.stand != REFUTES or other is None or other.sort != own.sort or other.role:
        return None
    if other.bound is Bound.RANGE or (own.phrase.run and own.phrase.run[0] not in other.phrase.run):
        return None
    return None if _rivals(own, other, pair) else REFUTED


def _rivals(own: Printed, chosen: Printed, pair: StatementPair) -> bool:
    """Whether another number of the evidence may be the claim's."""
    for other in pair.printed.evidence.numbers:
        if other is chosen or compatible(own, other) < _COMPARED:
            continue
        if equal(*values(own, other)) or not own.phrase.run:
            return True
        if set(own.phrase.run) & set(other.phrase.run):
            return True
    return False


FIRST: Final[tuple[Callable[[StatementPair], str | None], ...]] = (other_rank, duration, not_all)
"""Before the rules of variants of one sentence, which know no ranks and spans."""
RULES: Final[tuple[Callable[[StatementPair], str | None], ...]] = (
    other_course,
    other_age,
    other_scale,
    other_number,
)

"""Statement pairs altered so that their label is known: what labelled corpora have little of.

From a pair whose evidence supports its claim: another name or another kind of count makes the
evidence say nothing of it; another scale, unit or date, the bound or the course turned round, a
"not" contradict it; a figure taken out of the evidence leaves it open. Every choice is drawn from
a hash of the pair, so a run repeats.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims_db.records import Bound
from factcheck.bare.printed import printed
from factcheck.bare.printed_comparison import PrintedPair, equal
from factcheck.bare.printed_dates import Limit
from factcheck.judging.alignment import stem

SUPPORTS, REFUTES, NOT_ENOUGH = "supports", "refutes", "not enough"
# How often each alteration is made of a supporting pair.
NAME, KIND, MISSING, SCALE = 0.07, 0.17, 0.035, 0.24
DATE, BOUND, NEGATION, COURSE = 0.5, 0.06, 0.05, 0.5

NAME_RUN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})*")
NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d|(?<![\w.,])\d(?![\w.,])")
OTHER_KIND = dict(
    pair.split(":")
    for pair in (
        "deaths:injuries died:recovered killed:wounded wounded:killed injured:killed "
        "recoveries:deaths recovered:died cases:deaths infected:hospitalized injuries:deaths "
        "reviews:awards critics:viewers goals:assists albums:concerts singles:albums wins:losses "
        "won:lost women:dogs men:women children:adults students:teachers passengers:pilots "
        "copies:tickets employees:customers homes:schools tests:vaccines"
    ).split()
)
OTHER_SCALE = dict(
    pair.split(":")
    for pair in (
        "million:billion billion:million thousand:million hundred:thousand hours:days days:weeks "
        "weeks:months months:years years:months minutes:hours miles:feet feet:miles dollars:cents"
    ).split()
)
WORD = re.compile(r"[A-Za-z]+")
YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![–-])")
MONTHS = tuple(
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTH = re.compile(rf"\b(?:{'|'.join(MONTHS)})\b(?=,? \d|[.,]|$)")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
AUXILIARY = re.compile(r"\b(was|were|had|has|have|is|are|will|did) (?!not\b)")
_TURNED = (
    ("more than", "less than"),
    ("More than", "Less than"),
    ("over", "under"),
    ("Over", "Under"),
    ("at least", "at most"),
    ("above", "below"),
    ("before", "after"),
)
TURNED = {**dict(_TURNED), **{other: one for one, other in _TURNED}}
_OPPOSITE = (
    *(("rose", "fell"), ("increased", "decreased"), ("grew", "shrank"), ("gained", "dropped")),
    *(("climbed", "slid"), ("rise", "fall"), ("increase", "decrease"), ("approved", "rejected")),
    *(("opened", "closed"), ("arrived", "departed"), ("largest", "smallest")),
    *(("highest", "lowest"), ("oldest", "youngest"), ("north", "south"), ("east", "west")),
)
OPPOSITE = {**dict(_OPPOSITE), **{other: one for one, other in _OPPOSITE}}


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A claim and its evidence, with one of the three classes; rows of a page hang together."""

    page: str
    claim: str
    evidence: str
    label: str


def altered(pairs: Sequence[LabelledPair], sorts: Sequence[str] = ()) -> list[LabelledPair]:
    """The altered pairs of a corpus, each of the page of the pair it was made from; of some sorts
    alone, if they are named."""
    names = sorted({name for pair in pairs for name in NAME_RUN.findall(pair.claim)})
    found = []
    for pair in pairs:
        if pair.label != SUPPORTS:
            continue
        for sort, (make, often) in MAKERS.items():
            if (not sorts or sort in sorts) and _draw(pair, make.__name__) < often:
                made = make(pair, names)
                if made is not None:
                    found.append(made)
    return found


def _draw(pair: LabelledPair, salt: str) -> float:
    return draw(f"{pair.claim}\x1f{pair.evidence}", salt)


def draw(text: str, salt: str) -> float:
    """A number in [0, 1) that depends on the text and the salt alone."""
    digest = hashlib.sha256(f"{salt}\x1f{text}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def _renamed(pair: LabelledPair, names: Sequence[str]) -> LabelledPair | None:
    """Another name where the evidence has the claim's."""
    shared = [m for m in NAME_RUN.finditer(pair.claim) if m.group() in pair.evidence]
    if not shared or not names:
        return None
    match = shared[int(_draw(pair, "which") * len(shared))]
    other = names[int(_draw(pair, "name") * len(names))]
    if other in pair.evidence or other == match.group():
        return None
    claim = pair.claim[: match.start()] + other + pair.claim[match.end() :]
    return LabelledPair(pair.page, claim, pair.evidence, NOT_ENOUGH)


def _recounted(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """Another kind of count that the evidence does not tell of."""
    claim = _swapped(pair.claim, OTHER_KIND, pair.evidence)
    return LabelledPair(pair.page, claim, pair.evidence, NOT_ENOUGH) if claim else None


def _rescaled(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """Another scale or unit for the same number."""
    claim = _swapped(pair.claim, OTHER_SCALE, pair.evidence)
    return LabelledPair(pair.page, claim, pair.evidence, REFUTES) if claim else None


def _swapped(text: str, table: dict[str, str], evidence: str) -> str | None:
    told = {stem(word.lower()) for word in WORD.findall(evidence)}
    for match in WORD.finditer(text):
        other = table.get(match.group())
        if other is not None and stem(other) not in told:
            return text[: match.start()] + other + text[match.end() :]
    return None


def _unfigured(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """The evidence without its numbers."""
    if not NUMBER.search(pair.claim):
        return None
    evidence = NUMBER.sub("many", pair.evidence)
    return (
        LabelledPair(pair.page, pair.claim, evidence, NOT_ENOUGH)
        if evidence != pair.evidence
        else None
    )


def _redated(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """Another date of what happened once: of a claim that turns on nothing else."""
    told = printed(pair.claim)
    if told.numbers or len(told.dates) != 1 or told.dates[0].limit is not Limit.ON:
        return None
    claim = moved_date(pair.claim, pair.evidence)
    return LabelledPair(pair.page, claim, pair.evidence, REFUTES) if claim else None


def moved_date(text: str, evidence: str) -> str | None:
    """The text with another year, month or weekday, which the evidence does not tell; None where
    it tells none or the evidence tells another than the text."""
    for pattern, others in ((YEAR, ()), (MONTH, MONTHS), (WEEKDAY, WEEKDAYS)):
        match = pattern.search(text)
        if match is None or match.group() not in evidence:
            continue
        if others:
            at = others.index(match.group())
            other = others[(at + 1 + int(draw(text, "moved") * (len(others) - 1))) % len(others)]
        else:
            other = str(int(match.group()) + (-3, -2, -1, 1, 2)[int(draw(text, "moved") * 5)])
        if other not in evidence and other != match.group():
            return text[: match.start()] + other + text[match.end() :]
    return None


def _rebounded(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """The bound turned round: "more than" for "fewer than"."""
    if len(printed(pair.claim).numbers) != 1:
        return None
    held = PrintedPair(printed(pair.claim), printed(pair.evidence)).aligned[0]
    if held.other is None or held.other.bound is not Bound.EXACT or held.stand != SUPPORTS:
        return None
    claim = _replaced(pair.claim, TURNED)
    if claim is None or equal(held.own.value, held.other.value):
        return None
    return LabelledPair(pair.page, claim, pair.evidence, REFUTES)


def _negated(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """The claim denied."""
    claim = negated(pair.claim)
    return LabelledPair(pair.page, claim, pair.evidence, REFUTES) if claim else None


def negated(text: str) -> str | None:
    """The text with a "not" after its first auxiliary; None where it has none."""
    made = AUXILIARY.sub(r"\1 not ", text, count=1)
    return made if made != text else None


def _reversed(pair: LabelledPair, _: Sequence[str]) -> LabelledPair | None:
    """The opposite course: rose for fell."""
    claim = reversed_course(pair.claim)
    return LabelledPair(pair.page, claim, pair.evidence, REFUTES) if claim else None


def reversed_course(text: str) -> str | None:
    """The text with the first word of a course turned into its opposite; None without one."""
    return _replaced(text, OPPOSITE)


def _replaced(text: str, table: dict[str, str]) -> str | None:
    match = re.search(r"\b(?:" + "|".join(table) + r")\b", text)
    if match is None:
        return None
    return text[: match.start()] + table[match.group()] + text[match.end() :]


MAKERS: dict[str, tuple[Callable[[LabelledPair, Sequence[str]], LabelledPair | None], float]] = {
    "name": (_renamed, NAME),
    "kind": (_recounted, KIND),
    "figure missing": (_unfigured, MISSING),
    "scale": (_rescaled, SCALE),
    "date": (_redated, DATE),
    "bound": (_rebounded, BOUND),
    "negation": (_negated, NEGATION),
    "course": (_reversed, COURSE),
}
"""How each sort is made of a supporting pair, and how often."""

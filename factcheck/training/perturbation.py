"""Statement pairs altered so that their label is known: what labelled corpora have little of.

From a pair whose evidence supports its claim: another name or another kind of count makes the
evidence say nothing of it; another scale or unit contradicts it; a figure taken out of the
evidence leaves it open. Every choice is drawn from a hash of the pair, so a run repeats.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.judging.alignment import stem

SUPPORTS, REFUTES, NOT_ENOUGH = "supports", "refutes", "not enough"
# How often each alteration is made of a supporting pair.
NAME, KIND, MISSING, SCALE = 0.07, 0.17, 0.035, 0.24

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


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A claim and its evidence, with one of the three classes; rows of a page hang together."""

    page: str
    claim: str
    evidence: str
    label: str


def altered(pairs: Sequence[LabelledPair]) -> list[LabelledPair]:
    """The altered pairs of a corpus, each of the page of the pair it was made from."""
    names = sorted({name for pair in pairs for name in NAME_RUN.findall(pair.claim)})
    found = []
    for pair in pairs:
        if pair.label != SUPPORTS:
            continue
        for make, often in (
            (_renamed, NAME),
            (_recounted, KIND),
            (_unfigured, MISSING),
            (_rescaled, SCALE),
        ):
            if _draw(pair, make.__name__) < often:
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

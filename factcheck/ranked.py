"""Superlatives ("the biggest attack this year") and dated happenings ("the invasion in 2022")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.lexicon import lexicon

SUPERLATIVE = re.compile(
    r"\b(?:the|its|their|his|her|[’']s|one of the|country's|nation's|world's|city's)\s+(?:(single|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[\s-]+)?"
    r"(biggest|largest|deadliest|worst|heaviest|highest|lowest|longest|shortest|strongest|smallest|bloodiest|costliest|greatest|fewest|"
    r"hottest|coldest|wettest|driest|fastest|slowest|youngest|oldest|richest|poorest|tallest|busiest|fiercest|steepest|sharpest|cheapest|"
    r"most\s+(?:powerful|deadly|expensive|destructive|severe|intense|lethal|violent|costly|serious|devastating|damaging|populous|intensive|active|people))"
    r"(?:[\s-]+ever)?\s+((?:[a-z’'-]+\s+){0,4}?[a-z’'-]+)",
    re.IGNORECASE,
)
RANKS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
DATED = re.compile(
    r"\b([A-Za-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,3}?)\s+(in|since|of|from|during|until)\s+(?:late\s+|early\s+|mid-?\s?)?((?:1[5-9]|20)\d\d)\b(?![-–/,]\d|\s+[a-z]+(?:s|people|men|women|children)\b)"
)
YEAR_FIRST = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa])\s+((?:1[5-9]|20)\d\d)\s+([a-z][\w-]*(?:\s+[a-z][\w-]*)?)"
)
ENDS_SCOPE = frozenset(
    "in on of since for this ever so that to at from and , by among during".split()
)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A superlative at [start, end): its rank (1 for the first) and what it ranks."""

    start: int
    end: int
    rank: int
    subject: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A happening with its year, which stands at [start, end)."""

    start: int
    end: int
    year: int
    subject: str


def superlatives(text: str) -> list[Ranked]:
    """The superlatives of a sentence, with the noun they rank."""
    found = []
    for match in SUPERLATIVE.finditer(text):
        words = []
        for word in match.group(3).lower().split():
            if word in ENDS_SCOPE or word in lexicon().stop:
                break
            words.append(word)
        if not words:
            continue
        ordinal = (match.group(1) or "").lower()
        start = match.start(1) if ordinal in RANKS else match.start(2)
        found.append(Ranked(start, match.end(2), RANKS.get(ordinal, 1), " ".join(words[:3])))
    return found


def dated(text: str) -> list[Dated]:
    """Happenings told with their year."""
    found = []
    for match in DATED.finditer(text):
        words = match.group(1).lower().split()
        subject = [
            w
            for w in words
            if w not in lexicon().stop
            and w not in lexicon().determiners
            and w not in lexicon().auxiliary
        ]
        if subject and subject[-1] not in MONTHS:
            found.append(
                Dated(match.start(3), match.end(3), int(match.group(3)), " ".join(subject[-3:]))
            )
    taken = {item.start for item in found}
    for match in YEAR_FIRST.finditer(text):
        if match.start(1) not in taken:
            found.append(
                Dated(match.start(1), match.end(1), int(match.group(1)), match.group(2).lower())
            )
    return sorted(found, key=lambda item: item.start)


MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)

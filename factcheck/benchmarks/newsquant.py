"""NewsQuant (CQE, EMNLP 2023): quantities of news sentences; value, value+unit, value+change F1.

Dates are unlabelled there, and so are superlatives and vague counts ("dozens"): claims of those
are left out of the score, all others count, `checkable` or not.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claims_db.records import Bound, Claim, Value
from factcheck.benchmarks.newsquant_units import same_unit
from factcheck.benchmarks.score import Grouped, Score, score
from factcheck.reading.claims import read_text

EXACT = "="
DIRECTION = {"+": "up", "-": "down"}
CHANGE = {
    Bound.EXACT: EXACT,
    Bound.RANGE: EXACT,
    Bound.AT_LEAST: ">",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<",
    Bound.LESS_THAN: "<",
    Bound.ABOUT: "~",
}
SHARE = 6e-4
HELD_OUT = 51  # of 256 hash values; up to 101 until what is misread there was looked at
# Between the values of a move: "from 12 km to 13 km".
MOVE = re.compile(r"[^\d.;]{0,20}\bto\b[^\d.;]{0,20}")
UNLABELLED = frozenset({"superlative", "date"})
# A count of none or one is labelled where it is written: not "no one", "a man", "another".
NUMBER = re.compile(r"\d|(?<!no )\bone\b|\bzero\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one sentence: quantities labelled, read, and right in value, with unit, with change."""

    labelled: int
    read: int
    value: int
    unit: int
    change: int


def read(path: Path) -> list[dict[str, Any]]:
    """The benchmark's sentences."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def held_out(text: str) -> bool:
    """Whether a sentence is kept aside, by its hash: its errors are not looked at."""
    return hashlib.sha256(text.encode("utf-8")).digest()[0] < HELD_OUT


def scores(
    sentences: Sequence[dict[str, Any]], label: str = "", name: str = "NewsQuant"
) -> list[Score]:
    """F1 for value, value and unit, value and change."""
    counted = [Grouped(sentence["text"], count(sentence)) for sentence in sentences]
    return [
        score(f"{name}, value F1{label}", counted, _f1("value")),
        score(f"{name}, value+unit F1{label}", counted, _f1("unit")),
        score(f"{name}, value+change F1{label}", counted, _f1("change")),
    ]


def _f1(field: str) -> Callable[[Sequence[Counts]], float]:
    return lambda items: f1(items, field)


def f1(counts: Sequence[Counts], field: str) -> float:
    """Twice the hits over labelled and read."""
    total = sum(c.labelled + c.read for c in counts)
    return 2 * sum(int(getattr(c, field)) for c in counts) / total if total else 0.0


def count(sentence: dict[str, Any]) -> Counts:
    """Reads a sentence and matches what was read with what is labelled."""
    claims = [claim for claim in read_text(sentence["text"]) if _labelled_sort(claim)]
    left = list(sentence["quantities"])
    claims = moves_as_ranges(claims, left, sentence["text"])
    value = unit = change = 0
    for claim in claims:
        fitting = [gold for gold in left if same_value(claim, gold["value"])]
        if not fitting:
            continue
        gold = max(fitting, key=lambda g: (same_unit(claim, g), changed(claim, g["change"])))
        left.remove(gold)
        value += 1
        unit += same_unit(claim, gold)
        change += changed(claim, gold["change"])
    return Counts(len(sentence["quantities"]), len(claims), value, unit, change)


def count_values(values: Sequence[Sequence[float]], sentence: dict[str, Any]) -> Counts:
    """The same for values alone, as other readers give them: a number, or both ends of a range.
    Two numbers one after the other are the range that they are labelled as, too."""
    left = [quantity["value"] for quantity in sentence["quantities"]]
    hits, read = 0, len(values)
    unmatched: list[Sequence[float] | None] = []
    for ends in values:
        fitting = next((gold for gold in left if same_ends(ends, gold)), None)
        unmatched.append(ends if fitting is None else None)
        if fitting is not None:
            left.remove(fitting)
            hits += 1
    for k in range(len(unmatched) - 1):
        low, high = unmatched[k], unmatched[k + 1]
        if low is None or high is None or len(low) + len(high) != 2:
            continue
        fitting = next((gold for gold in left if same_ends([*low, *high], gold)), None)
        if fitting is not None:
            left.remove(fitting)
            unmatched[k + 1] = None
            hits, read = hits + 1, read - 1
    return Counts(len(sentence["quantities"]), read, hits, 0, 0)


def value_score(name: str, sentences: Sequence[dict[str, Any]], counts: Sequence[Counts]) -> Score:
    """Value F1 of a reader's counts, a sentence each."""
    grouped = [
        Grouped(sentence["text"], own) for sentence, own in zip(sentences, counts, strict=True)
    ]
    return score(name, grouped, _f1("value"))


def moves_as_ranges(
    claims: Sequence[Claim], labelled: Sequence[dict[str, Any]], text: str
) -> list[Claim]:
    """The claims, two of "from 12 to 13" made one where they are labelled so: the benchmark has a
    range wherever the engine keeps both values of a move, in order."""
    found: list[Claim] = []
    for claim in claims:
        previous = found[-1] if found else None
        if previous is not None and MOVE.fullmatch(text[previous.end : claim.start]):
            low, high = previous.value.stated, claim.value.stated
            if low is not None and high is not None:
                value = Value(low, high, None, Bound.RANGE, text[previous.start : claim.end])
                move = replace(claim, value=value, start=previous.start)
                if any(same_value(move, gold["value"]) for gold in labelled):
                    found[-1] = move
                    continue
        found.append(claim)
    return found


def _labelled_sort(claim: Claim) -> bool:
    if claim.kind in UNLABELLED or claim.value.bound is Bound.VAGUE:
        return False
    if claim.value.stated in (0, 1):
        return NUMBER.search(claim.value.text) is not None
    return True


def same_value(claim: Claim, gold: str) -> bool:
    """Equal numbers, or equal ends of a range; the sign may stand in the change."""
    if claim.value.bound is Bound.RANGE:
        return same_ends([n for n in (claim.value.low, claim.value.high) if n is not None], gold)
    stated = claim.value.stated
    if stated is None:
        return False
    return same_ends([stated], gold) or _is_share(claim, gold)


def _is_share(claim: Claim, gold: str) -> bool:
    """Whether a share told in words, which the engine puts in percent to a tenth, is the fraction
    that it is labelled as: "a third" is 33.3, and 0.3333."""
    stated = claim.value.stated
    if claim.unit != "percent" or stated is None:
        return False
    return re.fullmatch(r"0\.\d+", gold) is not None and abs(float(gold) - stated / 100) < SHARE


def same_ends(own: Sequence[float], gold: str) -> bool:
    """Whether a number, or both ends of a range in whatever order, are those labelled."""
    ends = [
        abs(float(end))
        for end in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?|(?<=-)\d+(?:\.\d+)?", gold)
    ]
    return len(own) == len(ends) and all(
        _near(a, b) for a, b in zip(sorted(map(abs, own)), sorted(ends), strict=True)
    )


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 + 1e-6 * abs(b)


def changed(claim: Claim, gold: str) -> bool:
    """Whether the claim tells the labelled change. A label has room for one: the direction or the
    bound ("rose more than 3%" is labelled ">", "up nearly 57%" up, "to increase between 5% and 6%",
    like every range, "="); a claim has both, and either is right; that there is neither only where
    there is none."""
    bound = CHANGE.get(claim.value.bound, EXACT)
    if claim.change is None:
        return gold == bound
    bounded = claim.value.bound is not Bound.EXACT
    return gold == DIRECTION[claim.change] or (bounded and gold == bound)

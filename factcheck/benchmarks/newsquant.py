"""NewsQuant (CQE, EMNLP 2023): quantities of news sentences; value, value+unit, value+change F1.

Dates are unlabelled there, and so are superlatives and vague counts ("dozens"): claims of those
are left out of the score, all others count, `checkable` or not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims_db.records import Bound, Claim
from factcheck.benchmarks.score import Grouped, Score, score
from factcheck.claims import read_text

CHANGE = {
    Bound.EXACT: "=",
    Bound.RANGE: "=",
    Bound.AT_LEAST: ">",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<",
    Bound.LESS_THAN: "<",
    Bound.ABOUT: "~",
}
UNLABELLED = frozenset({"superlative", "date"})
NUMBER = re.compile(r"[\d$€£¥]|one\b|a\b", re.IGNORECASE)
# What the benchmark calls a currency that the engine names by its ISO code.
CURRENCIES = {
    "USD": ("$", "us$", "dollar"),
    "GBP": ("£", "pound", "pound sterling"),
    "EUR": ("€", "euro"),
    "JPY": ("¥", "yen", "japanese yen"),
    "INR": ("rs", "rupee", "indian rupee"),
    "CNY": ("yuan", "chinese yuan"),
    "MYR": ("rm", "ringgit", "malaysian ringgit"),
    "AUD": ("$a", "a$", "australian dollar"),
    "CAD": ("c$", "canadian dollar"),
    "SGD": ("s $", "s$", "singaporean dollar"),
    "percent": ("%", "percentage", "percent", "per cent"),
}


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


def scores(sentences: Sequence[dict[str, Any]]) -> list[Score]:
    """F1 for value, value and unit, value and change."""
    counted = [Grouped(sentence["text"], count(sentence)) for sentence in sentences]
    return [
        score("NewsQuant, value F1", counted, _f1("value")),
        score("NewsQuant, value+unit F1", counted, _f1("unit")),
        score("NewsQuant, value+change F1", counted, _f1("change")),
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
    value = unit = change = 0
    for claim in claims:
        fitting = [gold for gold in left if same_value(claim, gold["value"])]
        if not fitting:
            continue
        gold = max(fitting, key=lambda g: (same_unit(claim, g), changed(claim) == g["change"]))
        left.remove(gold)
        value += 1
        unit += same_unit(claim, gold)
        change += changed(claim) == gold["change"]
    return Counts(len(sentence["quantities"]), len(claims), value, unit, change)


def count_values(values: Sequence[Sequence[float]], sentence: dict[str, Any]) -> Counts:
    """The same for values alone, as other readers give them: a number, or both ends of a range."""
    left = [quantity["value"] for quantity in sentence["quantities"]]
    hits = 0
    for ends in values:
        fitting = next((gold for gold in left if same_ends(ends, gold)), None)
        if fitting is not None:
            left.remove(fitting)
            hits += 1
    return Counts(len(sentence["quantities"]), len(values), hits, 0, 0)


def value_score(name: str, sentences: Sequence[dict[str, Any]], counts: Sequence[Counts]) -> Score:
    """Value F1 of a reader's counts, a sentence each."""
    grouped = [
        Grouped(sentence["text"], own) for sentence, own in zip(sentences, counts, strict=True)
    ]
    return score(name, grouped, _f1("value"))


def _labelled_sort(claim: Claim) -> bool:
    if claim.kind in UNLABELLED or claim.value.bound is Bound.VAGUE:
        return False
    if claim.value.stated in (0, 1):
        return NUMBER.match(claim.value.text) is not None and claim.value.text.lower() not in (
            "a",
            "an",
        )
    return True


def same_value(claim: Claim, gold: str) -> bool:
    """Equal numbers, or equal ends of a range; the sign may stand in the change."""
    if claim.value.bound is Bound.RANGE:
        return same_ends([n for n in (claim.value.low, claim.value.high) if n is not None], gold)
    return claim.value.stated is not None and same_ends([claim.value.stated], gold)


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


def changed(claim: Claim) -> str:
    """The benchmark's change of a claim: a direction, else its bound."""
    if claim.change:
        return "up" if claim.change == "+" else "down"
    return CHANGE.get(claim.value.bound, "=")


def same_unit(claim: Claim, gold: dict[str, Any]) -> bool:
    """Whether the claim's unit is the labelled one, as written or normalised; of a noun phrase
    the head noun decides, of a rate its first part and what it is per."""
    wanted = [str(gold[key]).lower() for key in ("unit", "normalized_unit")]
    own = (claim.unit or "").lower()
    if wanted == ["-", "-"]:
        return not own
    names = {own, *CURRENCIES.get(claim.unit or "", ()), (claim.subject or "").lower()} - {""}
    if claim.unit == "year of age":
        names |= {"year old", "years old"}
    for told in wanted:
        told = re.sub(r"^% (?=\w)", "", told)
        head, _, rest = (
            re.split(r"( per | a | an |/)", told, maxsplit=1)
            if re.search(r" per | a | an |/", told)
            else (told, "", "")
        )
        for name in names:
            if _alike(name, told) or (
                _alike(name, head) and (bool(claim.per) == bool(rest) or "/" in name)
            ):
                return True
    return False


def _alike(name: str, told: str) -> bool:
    if name.rstrip("s") == told.rstrip("s"):
        return True
    last, wanted = name.split()[-1:], told.split()[-1:]
    if not last or not wanted or any(told in names for names in CURRENCIES.values()):
        return False
    return last[0].rstrip("s") == wanted[0].rstrip("s") and len(last[0]) > 2

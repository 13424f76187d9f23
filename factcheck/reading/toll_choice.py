"""Which numbers of killed and wounded a story of a shooting settles on: a choice among pairs.

The candidates are what the document writes, tells one by one, or leaves over ("four were shot,
one died"). Each pair is scored by named features, a weight each, learned from stories whose
final toll is known (`models/tolls.json`); the highest score is taken.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import inf, log, log1p
from pathlib import Path
from typing import Any, Final

from factcheck import learned
from factcheck.learned import models_dir
from factcheck.reading.toll import LEAD, OWN, REST, TITLE, Toll, Tolls
from factcheck.reading.tolls import ELSEWHERE

FORMAT: Final = 1
FILE: Final = "tolls.json"
_MOST: Final = 14  # candidates of a kind; beyond them the rules' figure stands

Features = dict[str, float]
"""What speaks for a pair, by name; what is absent is 0."""
Pair = tuple[float, float]
"""Killed and wounded."""


@dataclass(slots=True, init=False)
class Chooser:
    """The weights of the features, and what they were learned from."""

    weights: Final[dict[str, float]]
    trained_on: Final[str]
    _of_kind: Final[dict[str, dict[str, float]]]  # those of one kind's own features

    def __init__(self, weights: Mapping[str, float], trained_on: str) -> None:
        self.weights = dict(weights)
        self.trained_on = trained_on
        self._of_kind = {kind: self._of(f"{kind}: ") for kind in ("killed", "wounded")}

    def _of(self, prefix: str) -> dict[str, float]:
        """The weights of one kind's own features, by the names without it."""
        starts = len(prefix)
        return {n[starts:]: weight for n, weight in self.weights.items() if n.startswith(prefix)}

    def choose(self, tolls: Tolls) -> Pair:
        """The likeliest pair, the larger one at a tie. As features add up, those of each number
        are weighed once, not in every pair."""
        killed, wounded = _of_kinds(tolls)
        own = self._of_kind["killed"]
        killed_scores = [(amount, _score(own, told)) for amount, told in killed.items()]
        own = self._of_kind["wounded"]
        wounded_scores = [(amount, _score(own, told)) for amount, told in wounded.items()]
        together = _Together(tolls)
        best, most = (0.0, 0.0), -inf
        for k, of_killed in killed_scores:
            for w, of_wounded in wounded_scores:
                score = of_killed + of_wounded + _score(self.weights, together.features(k, w))
                if score > most or (score == most and (k, w) > best):
                    best, most = (k, w), score
        return best


def _score(weights: dict[str, float], features: Features) -> float:
    """The weighted sum; a feature that was never seen in training weighs nothing."""
    total = 0.0
    for name, value in features.items():
        if value:
            total += weights.get(name, 0.0) * value
    return total


def candidates(tolls: Tolls) -> dict[Pair, Features]:
    """The pairs a document may mean, with what speaks for each."""
    killed, wounded = _of_kinds(tolls)
    together = _Together(tolls)
    return {
        (k, w): {
            **_named("killed", of_killed),
            **_named("wounded", of_wounded),
            **together.features(k, w),
        }
        for k, of_killed in killed.items()
        for w, of_wounded in wounded.items()
    }


def _named(kind: str, features: Features) -> Features:
    """The features of one kind by their full names."""
    return {f"{kind}: {name}": value for name, value in features.items() if value}


def _of_kinds(tolls: Tolls) -> tuple[dict[float, Features], dict[float, Features]]:
    """The numbers that may be of the killed and of the wounded, with what speaks for each."""
    killed, wounded, shot = tolls.killed, tolls.wounded, tolls.shot
    of_killed, of_wounded = _Alone(killed, tolls), _Alone(wounded, tolls)
    return (
        {a: of_killed.features(a) for a in _amounts(killed, wounded, shot)},
        {a: of_wounded.features(a) for a in _amounts(wounded, killed, shot)},
    )


_BOTH_IN: Final = {
    TITLE: "both in the headline",
    LEAD: "both in one sentence of the lead",
    REST: "both in one sentence further down",
}


def _amounts(toll: Toll, other: Toll, shot: Toll) -> list[float]:
    """What may be the number of one kind."""
    found = {0.0, float(toll.told), float(toll.told + shot.told), toll.settled or 0.0}
    if sum(toll.words) and not toll.denials:
        found.add(1.0)  # "a homicide", "a shooting victim": someone, though told of no further
    written = [amount for amount, at in toll.written.items() if sum(at) > 0]
    found.update(written[:_MOST])
    found.update(toll.parts)
    for amount in list(shot.written)[:_MOST]:
        found.add(amount)
        rests = (amount - rest for rest in (*list(other.written)[:_MOST], 1.0, float(other.told)))
        found.update(rest for rest in rests if rest > 0)
    return sorted(found)[: 2 * _MOST]


def _beside(total: str) -> tuple[str, str, str, str]:
    """The names of what those told of one by one speak for, beside a total or without."""
    return (
        f"told one by one, {total} written",
        f"told or shot, {total} written",
        f"fewer than told, {total} written",
        f"more than told, {total} written",
    )


_BESIDE_A_TOTAL: Final = _beside("a total")
_BESIDE_NO_TOTAL: Final = _beside("no total")


class _Alone:
    """What speaks for an amount of one kind, by names without the kind."""

    def __init__(self, toll: Toll, tolls: Tolls) -> None:
        self.toll = toll
        self.shot = tolls.shot
        self.beside = _BESIDE_NO_TOTAL if tolls.unwritten else _BESIDE_A_TOTAL
        self.most_early = toll.most((TITLE, LEAD))
        self.most = toll.most(OWN)

    def features(self, amount: float) -> Features:
        """Those that hold, by name."""
        toll, told = self.toll, self.toll.told
        either = told + self.shot.told
        as_told, or_shot, fewer, more = self.beside
        found: Features = {}
        at = toll.written.get(amount)
        if at is not None:
            found["in the headline"] = float(at[TITLE] > 0)
            found["in the lead"] = log1p(max(at[LEAD], 0.0))
            found["further down"] = log1p(max(at[REST], 0.0))
            found["of other happenings"] = log1p(max(at[ELSEWHERE], 0.0))
        if amount == toll.settled:
            found["as the rules settle"] = 1.0
        if amount == told:
            found[as_told] = 1.0
        elif 0 < amount < told:
            found[fewer] = 1.0
        if amount == either:
            found[or_shot] = 1.0
        elif amount > either:
            found[more] = 1.0
        if amount:
            self._add_some(found, amount)
        else:
            self._add_none(found)
        return found

    def _add_some(self, found: Features, amount: float) -> None:
        toll = self.toll
        if amount in toll.parts:
            found["a part told"] = 1.0
        written = toll.is_written(amount)
        if not written:
            if amount != toll.told:
                found["neither written nor told"] = 1.0
            if amount > 1:
                found["several, not written"] = 1.0
        if amount < self.most_early:
            found["below another of the lead"] = 1.0
        if amount < self.most:
            found["below another"] = 1.0
        if not any(toll.words):
            found["no word of it"] = 1.0
        if written:
            found["size, where written"] = log(amount)

    def _add_none(self, found: Features) -> None:
        toll = self.toll
        title, lead, rest = toll.words
        found["none"] = 1.0
        found["none, as the rules find"] = float(toll.settled is None)
        found["none, though in the headline"] = float(toll.most((TITLE,)) > 0)
        found["none, though in the lead"] = float(toll.most((LEAD,)) > 0)
        found["none, though further down"] = float(toll.most((REST,)) > 0)
        found["none, though told"] = float(toll.told > 0)
        found["none, though someone was shot"] = float(self.shot.told > 0)
        found["none, though a part is told"] = float(len(toll.parts) > 0)
        found["none, though a word of the headline"] = float(title > 0)
        found["none, though words of the lead"] = log1p(lead)
        found["none, though words further down"] = log1p(rest)
        found["none, and denied"] = float(len(toll.denials) > 0)


class _Together:
    """What speaks for two numbers of a document together."""

    def __init__(self, tolls: Tolls) -> None:
        self.tolls = tolls
        self.most_shot = tolls.shot.most((TITLE, LEAD))
        self.told = tolls.killed.told + tolls.wounded.told + tolls.shot.told
        self.written = bool(tolls.killed.written or tolls.wounded.written or tolls.shot.written)

    def features(self, killed: float, wounded: float) -> Features:
        """Those that hold, by name."""
        tolls, total = self.tolls, killed + wounded
        found: Features = {}
        at = tolls.shot.written.get(total)
        if at is not None:
            found["as many shot, in the headline"] = float(at[TITLE] > 0)
            found["as many shot, in the lead"] = log1p(max(at[LEAD], 0.0))
            found["as many shot, further down"] = log1p(max(at[REST], 0.0))
        for place in tolls.together.get((killed, wounded), ()):
            found[_BOTH_IN[place]] = 1.0
        hold = self._of_total(total)
        if wounded in tolls.others:
            hold.append("others wounded" if killed else "others wounded, none killed")
        if killed and wounded:
            hold.append("killed and wounded")
            if tolls.wounded.is_written(total):
                hold.append("the wounded hold the dead")
                if killed in tolls.killed.parts:
                    hold.append("some of the wounded died")
        if killed and tolls.shot.is_written(wounded):
            hold.append("the wounded are all the shot")
        if not killed and wounded > 1:
            hold.append("several wounded, none killed")
        for name in hold:
            found[name] = 1.0
        return found

    def _of_total(self, total: float) -> list[str]:
        """What the sum of both tells."""
        hold = []
        if 0 < self.most_shot < total:
            hold.append("more than shot")
        elif total < self.most_shot:
            hold.append("fewer than shot")
        if total == self.told > 0:
            hold.append("as many told")
        if total > max(self.told, 1) and not self.written:
            hold.append("more than told, none written")
        if total == 0:
            hold.append("no one")
        elif total == 1 and self.tolls.says_victims:
            hold.append("one, though victims")
        elif self.tolls.says_victim and not self.tolls.says_victims:
            hold.append("one, the victim" if total == 1 else "several, the victim")
        return hold


# --- the file -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def shipped() -> Chooser:
    """The weights that the package ships."""
    return load(models_dir() / FILE)


def load(path: Path) -> Chooser:
    """Reads weights; raises TableError for a file that is missing or malformed."""
    return learned.read(path, _read)


def _read(file: Mapping[str, Any]) -> Chooser:
    if file["format"] != FORMAT:
        raise ValueError(f"format {file['format']!r}, this version reads {FORMAT}")
    weights = {str(name): float(weight) for name, weight in file["weights"].items()}
    return Chooser(weights, str(file["trained_on"]))


def dump(chooser: Chooser) -> str:
    """The file's text: features by name, four decimals."""
    weights = {name: round(weight, 4) for name, weight in sorted(chooser.weights.items())}
    table = {"format": FORMAT, "trained_on": chooser.trained_on, "weights": weights}
    return json.dumps(table, indent=1, ensure_ascii=False) + "\n"

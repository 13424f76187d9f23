"""Our own wire sentences: kind, value and bound of each figure; what distractors are taken for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Document
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.reading.claims import read

# Kinds the table writes by another name, or leaves open between two.
AKIN = {
    "points": "percent",
    "speed": "wind_speed",
    "jobs": "layoffs",
    "casualties": "wounded",
    "on_board": "count",
}
# Counts of people that nothing happened to: the tables' README asks for those of harm.
_UNHARMED = frozenset({"crowd", "jobs", "on_board"})


@dataclass(frozen=True, slots=True)
class Found:
    """A labelled figure with the claim that was read for it, None if none was."""

    slice: str
    label: dict[str, Any]
    claim: Claim | None
    claims: tuple[Claim, ...]

    @property
    def right(self) -> bool:
        """Kind, value and bound."""
        return self.claim is not None and self.kind and self.value

    @property
    def kind(self) -> bool:
        """The kind, or one that the table means by another name."""
        assert self.claim is not None
        return _kind(self.claim.kind) == _kind(self.label["kind"])

    @property
    def value(self) -> bool:
        """Bound and count; of ranges the ends, of vague words the bound alone."""
        assert self.claim is not None
        written = self.claim.value
        if written.bound.value != self.label["bound"]:
            return False
        if written.bound is Bound.VAGUE:
            return True
        if written.bound is Bound.RANGE:
            return (written.low, written.high) == (self.label["low"], self.label["high"])
        return written.stated is not None and abs(
            written.stated - self.label["stated"]
        ) < 1e-6 * max(1.0, abs(written.stated))

    @property
    def source(self) -> bool:
        """Who says so; a name within the other is the same."""
        told = (
            self.claim.attribution.source.lower() if self.claim and self.claim.attribution else ""
        )
        wanted = (self.label.get("source") or "").lower()
        return told == wanted or bool(told and wanted and (told in wanted or wanted in told))

    @property
    def part_of(self) -> bool:
        """The total it is part of, or that it is none."""
        wanted = self.label.get("part_of")
        if self.claim is None or self.claim.part_of is None:
            return wanted is None
        whole = (
            next((c for c in self.claims if c.id == self.claim.part_of), None)
            if self.claim
            else None
        )
        return wanted is not None and whole is not None and wanted in whole.value.text


def _kind(kind: str) -> str:
    return AKIN.get(kind, kind)


def load(path: Path) -> list[dict[str, Any]]:
    """The table's lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def found(entry: dict[str, Any]) -> list[Found]:
    """Each labelled figure of a sentence with the claim read at its place."""
    claims = read(Document(entry["text"], published=entry["published"]))
    result = []
    taken: set[str] = set()
    for label in entry["claims"]:
        shared = {
            c.id: _shared(c, label["text"], entry["text"]) for c in claims if c.id not in taken
        }
        claim = max(
            (c for c in claims if shared.get(c.id)), key=lambda c: shared[c.id], default=None
        )
        if claim is not None:
            taken.add(claim.id)
        result.append(Found(entry["slice"], label, claim, claims))
    return result


def _shared(claim: Claim, text: str, sentence: str) -> float:
    """How much of the figure and the labelled text is one stretch, 0-1.

    An age lies within the words that tell of one person: the closest of the claims is meant.
    """
    best = 0.0
    at = sentence.find(text)
    while at >= 0:
        end = at + len(text)
        both = min(claim.end, end) - max(claim.start, at)
        best = max(best, both / (max(claim.end, end) - min(claim.start, at)))
        at = sentence.find(text, at + 1)
    return best


def taken_for_people(entry: dict[str, Any]) -> bool:
    """Whether a distractor's number is read as a count of people that its labels don't have."""
    labelled = {label["text"] for label in entry["claims"]}
    for claim in read(Document(entry["text"], published=entry["published"])):
        if (
            kinds()[claim.kind].of_people
            and claim.kind not in _UNHARMED
            and not any(text in claim.value.text or claim.value.text in text for text in labelled)
        ):
            return True
    return False


def scores(entries: Sequence[dict[str, Any]], table: str = "wire") -> list[Score]:
    """The table's scores, under its name."""
    plain = [entry for entry in entries if not entry["distractor"]]
    figures = [Grouped(entry["id"], figure) for entry in plain for figure in found(entry)]
    met = [grouped for grouped in figures if grouped.item.claim is not None]
    distractors = [
        Grouped(entry["id"], taken_for_people(entry)) for entry in entries if entry["distractor"]
    ]
    return [
        score(
            f"{table} sentences, kind, value and bound",
            figures,
            lambda items: share([f.right for f in items]),
        ),
        score(
            f"{table} sentences, attribution", met, lambda items: share([f.source for f in items])
        ),
        score(f"{table} sentences, part of", met, lambda items: share([f.part_of for f in items])),
        score(f"{table} distractors taken for people", distractors, share, less_is_better=True),
    ]

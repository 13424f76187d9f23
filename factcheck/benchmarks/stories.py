"""Shooting stories: the killed and wounded that a story settles on, both exactly right."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from claims_db.records import Document
from factcheck.benchmarks.score import Grouped, Score, score, share
from factcheck.reading.claims import read
from factcheck.reading.main_figures import settle
from factcheck.reading.toll_choice import Chooser
from factcheck.training.toll_learning import Choice, Learner, of_stories, train

HELD_OUT = 0.4
FOLDS = 5
STRATA = ("multi", "single")


@dataclass(frozen=True, slots=True)
class Settled:
    """A story's strata, its counts as labelled and as read (None where it tells none)."""

    strata: tuple[str, ...]
    killed: int
    wounded: int
    read_killed: float | None
    read_wounded: float | None

    @property
    def right(self) -> bool:
        """Both counts right; what is not told counts as none."""
        return (self.read_killed or 0) == self.killed and (self.read_wounded or 0) == self.wounded


def held_out(event: str) -> bool:
    """Whether an incident is kept aside, by the hash of its id."""
    return hashlib.sha256(event.encode("utf-8")).digest()[0] < HELD_OUT * 256


def load(path: Path) -> list[dict[str, Any]]:
    """The stories of a gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def document(story: dict[str, Any]) -> Document:
    """A story as a document."""
    return Document(story["text"], story["id"], story["title"], story["published"], story["outlet"])


def settled(story: dict[str, Any], chooser: Chooser | None = None) -> Settled:
    """Reads a story, with the shipped weights by default."""
    own = document(story)
    figures = settle(own, read(own), chooser).figures
    killed, wounded = figures.get("killed"), figures.get("wounded")
    return Settled(
        tuple(story["stratum"]),
        story["killed"],
        story["injured"],
        killed.stated if killed else None,
        wounded.stated if wounded else None,
    )


def scores(
    stories: Sequence[dict[str, Any]], label: str, chooser: Chooser | None = None
) -> list[Score]:
    """Both counts right, by stratum. Whoever measures gives a chooser that was not trained on the
    stories: the shipped weights are of all that were at hand."""
    return _scores([Grouped(story["event"], settled(story, chooser)) for story in stories], label)


def cross_validated(
    stories: Sequence[dict[str, Any]], label: str, more: Sequence[Choice], learner: Learner
) -> list[Score]:
    """The same, each story read by a chooser trained on `more` and the other folds' incidents."""
    told = []
    for fold in range(FOLDS):
        others = [story for story in stories if fold_of(story["event"]) != fold]
        chooser = train([*of_stories(others), *more], label, learner)
        own = [story for story in stories if fold_of(story["event"]) == fold]
        told += [Grouped(story["event"], settled(story, chooser)) for story in own]
    return _scores(told, label)


def fold_of(event: str) -> int:
    """The fold of an incident, by the hash of its id."""
    return hashlib.sha256(event.encode("utf-8")).digest()[1] % FOLDS


def _scores(told: Sequence[Grouped[Settled]], label: str) -> list[Score]:
    found = []
    for stratum in STRATA:
        own = [grouped for grouped in told if stratum in grouped.item.strata]
        if own:
            found.append(
                score(
                    f"stories, {stratum}, {label}",
                    own,
                    lambda items: share([item.right for item in items]),
                )
            )
    return found

"""Stories whose final toll is known → the rows from which `toll_choice` learns.

The learner is handed in (scripts/choices.py has one): training libraries stay out of the packages.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from claims_db.records import Document
from factcheck.reading import main_figures, toll_choice, tolls
from factcheck.reading.claims import read, read_text
from factcheck.reading.own_claims import window_of
from factcheck.reading.toll import Tolls
from factcheck.reading.toll_choice import Chooser, Features

NAMED_WEIGHT: Final = 0.5
"""Of a story whose victims were counted by name: the unnamed are missing from its count."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The candidates of one story, the index of the right one, and what the story weighs."""

    candidates: tuple[Features, ...]
    right: int
    weight: float = 1.0


Learner = Callable[[Sequence[Choice]], dict[str, float]]
"""Choices → a weight for each feature."""


def choice(document: Document, killed: float, wounded: float, weight: float = 1.0) -> Choice | None:
    """A story as a row; None where the right pair is no candidate."""
    pairs = toll_choice.candidates(evidence(document))
    if (killed, wounded) not in pairs:
        return None
    return Choice(tuple(pairs.values()), list(pairs).index((killed, wounded)), weight)


def evidence(document: Document) -> Tolls:
    """What a document says, with what the rules settle on by themselves."""
    claims = read(document)
    titled = read_text(document.title, document.published) if document.title else ()
    window = window_of(claims)
    ruled = main_figures.by_rule(titled, claims, window)
    return tolls.read(document, titled, claims, window, ruled)


def of_stories(stories: Sequence[dict[str, Any]]) -> list[Choice]:
    """Rows of stories with their incident's final `killed` and `injured`."""
    rows = []
    for story in stories:
        document = Document(story["text"], story["id"], story["title"], story["published"])
        row = choice(document, float(story["killed"]), float(story["injured"]))
        if row is not None:
            rows.append(row)
    return rows


def of_named(path: Path) -> list[Choice]:
    """Rows of the Gun Violence Database: stories with one killed or wounded each at most, by
    name, in which no larger total is written."""
    rows = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for story in map(json.loads, lines):
            killed, wounded = float(story["killed"]), float(story["injured"])
            if max(killed, wounded) != 1:
                continue
            title = story["title"]
            text = story["text"].removeprefix(title)
            document = Document(text, story["id"], title, story["event_date"])
            if not evidence(document).unwritten:
                continue
            row = choice(document, killed, wounded, NAMED_WEIGHT)
            if row is not None:
                rows.append(row)
    return rows


def train(rows: Sequence[Choice], note: str, learner: Learner) -> Chooser:
    """Weights learned from rows."""
    return Chooser(learner(rows), note)

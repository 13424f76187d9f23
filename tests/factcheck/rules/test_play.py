"""Harm of drills and tales is told apart from harm that befell those who play or watch them."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims_db.records import Document
from factcheck.benchmarks import wire
from factcheck.quantity import quantities
from factcheck.reading.claims import read
from factcheck.rules import counted, implied, unreal
from factcheck.text import triggers
from factcheck.text.tokenized import tokenized

SORTS = wire.load(Path(__file__).parents[2] / "cases" / "wire_sorts.jsonl")
HARM = {"killed", "wounded", "casualties", "evacuated", "trapped"}
MOST_TAKEN = 0.28
MOST_LOST = 0.07
"""Of made-up and real harm; the scores stand in tests/cases/README.md."""


def harm(text: str) -> list[float | None]:
    claims = read(Document(text, published="2025-03-10"))
    return [claim.value.stated for claim in claims if claim.kind in HARM]


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Researchers compared their simulation with the 1953 flood, which drowned 1,836.", [1836]),
        ("The simulation was written after a crush in Seoul that killed 159 people.", [159]),
        ("The training had begun when a bridge collapsed and 40 recruits were hurt.", [40]),
        ("A rehearsal in Lima was halted when a stand fell and injured 12.", [12]),
        ("A fire in an arcade in Harbin killed 12 gamers.", [12]),
        ("A bomb near the hotel of the screenwriters in Cairo killed seven.", [7]),
        ("Five clay miners died in the pit on Monday.", [5]),
    ],
)
def test_what_befell_real_people_stays(told: str, counts: list[int]) -> None:
    assert harm(told) == counts


@pytest.mark.parametrize(
    "told",
    [
        "The exercise imagined a crash near Bergen that killed 40.",
        "The scenario has 80 people killed when a tanker explodes.",
        "The simulation of a flood in Leeds that killed 900 took an hour.",
        "The wargame supposed a strike which left 4,000 dead.",
        "The thriller has a bomb in Berlin kill nine.",
        "The alliance practised the evacuation of 3,000 imaginary civilians from an island.",
        "Firefighters carried out 30 pretend casualties.",
        "The hall treated 25 make-believe wounded on Sunday.",
    ],
)
def test_what_is_played_counts_nobody(told: str) -> None:
    assert harm(told) == []


def lost(text: str) -> tuple[int, int]:
    """How many counts of harm are taken back, of how many."""
    found = []
    for way in (counted.as_told, counted.assign):
        items = []
        for _, tokens in tokenized(text):
            numbers, told = quantities.find(tokens), triggers.find(tokens)
            unsaid = implied.find(tokens, told, numbers)
            items += way(tokens, implied.merged(numbers, unsaid), told)
        found.append(sum(map(unreal.is_of_harm, items)))
    return found[0] - found[1], found[0]


def test_few_real_counts_are_lost_and_most_made_up_ones_are_not_taken() -> None:
    real = [lost(entry["text"]) for entry in SORTS if not entry["distractor"]]
    taken = [wire.taken_for_people(entry) for entry in SORTS if entry["distractor"]]
    assert sum(gone for gone, _ in real) <= MOST_LOST * sum(count for _, count in real)
    assert sum(taken) <= MOST_TAKEN * len(taken)

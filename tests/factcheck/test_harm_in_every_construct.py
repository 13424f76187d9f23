"""A matrix: the words that tell what befell people and homes x the constructs they stand in; and
what must not be read. A cell is one sentence; those known to be misread say why."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from claims_db.kinds import kinds
from claims_db.records import Bound
from factcheck.reading.claims import read_text

# Each with how the text writes it, the count and its bound; a cell takes one by its place.
NUMBERS = (
    ("12", 12, Bound.EXACT),
    ("fourteen", 14, Bound.EXACT),
    ("at least 23", 23, Bound.AT_LEAST),
    ("more than 40", 40, Bound.MORE_THAN),
    ("some 300", 300, Bound.ABOUT),
    ("1,200", 1200, Bound.EXACT),
)


@dataclass(frozen=True)
class Words:
    """How a kind is told of whom or what; the columns are those of the table."""

    whom: str
    participles: Sequence[str] = ()
    predicates: Sequence[str] = ()
    verbs: Sequence[str] = ()
    acts: Sequence[str] = ()
    others: str = "killed"


MATRIX = tomllib.loads(
    (Path(__file__).parent.parent / "cases" / "harm_matrix.toml").read_text("utf-8")
)
WORDS = {kind: Words(**entry) for kind, entry in MATRIX["words"].items()}
KNOWN = {cell: known["reason"] for known in MATRIX["known"] for cell in known["cells"]}

# "{n}" the number, "{x}" those told of, "{w}" the word, "{p}" the participle of a verb, "{g}" its
# form in -ing, "{o}" what befell others, "{act}" a verb with its object.
OF_PARTICIPLES = {
    "passive": "{n} {x} were {w} on Tuesday, officials said.",
    "perfect": "{n} {x} have since been {w}.",
    "headline": "{n} {x} {w}, governor says",
    "reduced relative": "The minister met the {n} {x} {w} on Tuesday.",
    "relative clause": "There were {n} {x} who had been {w}.",
    "believed": "{n} {x} are believed to have been {w}.",
    "aside": "{n} {x}, the governor said, were {w}.",
    "dashes": "{n} {x} – all of them from one town – were {w}.",
    "another": "Another {n} {x} were {w}.",
}
OF_STATES = {  # participles and predicates
    "leaving": "It was over in minutes, leaving {n} {x} {w}.",
    "with": "It was the worst night in years, with {n} {x} {w}.",
    "there were": "There were {n} {x} {w} on Tuesday.",
    "some of more": "Of the 5,000 {x}, {n} were {w}.",
    "of whom": "The list has 5,000 {x}, {n} of whom were {w}.",
    "after another kind": "Five people were {o} and {n} {x} {w}.",
    "before another kind": "{n} {x} were {w} and five people {o}.",
    "in all": "In all, {n} {x} were {w}.",
    "indirect speech": "The mayor told reporters that {n} {x} were {w}.",
    "a number of": "The number of {x} {w} rose to {n}.",
    "put the number": "The governor put the number of {x} {w} at {n}.",
    "the topic": "What we know about the {n} {x} {w} on Tuesday",
}
OF_GROUPS = {  # the same, of people
    "among those": "Among those {w} were {n} {x}.",
    "were among": "{n} {x} were among those {w}.",
    "included": "Those {w} included {n} {x} from one district.",
    "inverted": "Also {w} were {n} {x}.",
    "told aside": "Those {w}, {n} in all, came from the north.",
    "of those": "Of those {w}, {n} were women.",
    "numbered": "Those {w} numbered {n}.",
}
OF_VERBS = {
    "past": "{n} {x} {w} on Tuesday, officials said.",
    "perfect": "Officials said {n} {x} had {p}.",
    "relative clause": "There were {n} {x} who {w}.",
    "believed": "{n} {x} are believed to have {p}.",
    "with … -ing": "It was a bad night, with {n} {x} {g}.",
    "some of more": "Of the 5,000 {x}, {n} {w}.",
    "after another kind": "Five people were {o} and {n} {x} {w}.",
    "another": "Another {n} {x} {w}.",
    "a total": "A total of {n} {x} {w}.",
}
OF_ACTS = {
    "active": "The storm {act}, officials said.",
    "that …": "The town remembers the storm that {act}.",
    "how …": "How the storm {act}",
    "after another verb": "The storm closed roads and {act}.",
    "-ing": "The storm came without warning, {act}.",
}


def number(place: int) -> tuple[str, int, Bound]:
    return NUMBERS[place % len(NUMBERS)]


def of_people(kind: str) -> bool:
    return kinds()[kind].of_people and kind != "without_power"


Cell = tuple[str, str, str, str, int, Bound]  # construct, word, text, kind, count, bound


def cells(kind: str) -> Iterator[Cell]:
    """The sentences of a kind."""
    told = WORDS[kind]
    participles, predicates = told.participles, told.predicates
    rows = [(OF_PARTICIPLES, participles), (OF_STATES, [*participles, *predicates])]
    if of_people(kind):
        rows.append((OF_GROUPS, [*participles, *predicates]))
    for constructs, words in rows:
        for column, (name, frame) in enumerate(constructs.items()):
            if name == "relative clause" and not of_people(kind):
                continue
            for row, word in enumerate(words):
                if name == "leaving" and word.startswith("left"):
                    continue
                yield cell(kind, name, frame, word, row + column, w=word)
    for column, (name, frame) in enumerate(OF_VERBS.items()):
        if name == "relative clause" and not of_people(kind):
            continue
        for row, word in enumerate(told.verbs):
            past, participle, gerund = word.split("/")
            yield cell(kind, name, frame, past, row + column, w=past, p=participle, g=gerund)
    for column, (name, frame) in enumerate(OF_ACTS.items()):
        for row, word in enumerate(told.acts):
            past, gerund = word.split("/")
            verb = gerund if name == "-ing" else past
            act = verb if "_" in verb else f"{verb} _"
            whom = f"{number(row + column)[0]} {told.whom}"
            yield cell(kind, name, frame, past, row + column, act=act.replace("_", whom))


def cell(kind: str, name: str, frame: str, word: str, place: int, **parts: str) -> Cell:
    told = WORDS[kind]
    # after "the", "another" or "a total of" numbers have no hedge
    plain = any(before in frame for before in ("the {n}", "Another {n}", "total of {n}"))
    written, count, bound = number(0 if plain else place)
    text = frame.format(n=written, x=told.whom, o=told.others, **{"w": word, **parts})
    return name, word, text[0].upper() + text[1:], kind, count, bound


def name_of(cell: Cell) -> str:
    """How the table of known cells names it."""
    return f"{cell[0]}: {cell[1]}"


def is_read(cell: Cell) -> bool:
    _, _, text, kind, count, bound = cell
    return any(
        (claim.kind, claim.value.stated, claim.value.bound) == (kind, count, bound)
        for claim in read_text(text)
    )


@pytest.mark.parametrize("kind", WORDS)
def test_each_word_is_read_in_each_construct(kind: str) -> None:
    misread = [cell[2] for cell in cells(kind) if name_of(cell) not in KNOWN and not is_read(cell)]
    assert not misread


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(
            cell, id=cell[2], marks=pytest.mark.xfail(reason=KNOWN[name_of(cell)], strict=True)
        )
        for kind in WORDS
        for cell in cells(kind)
        if name_of(cell) in KNOWN
    ],
)
def test_cells_known_to_be_misread(known: Cell) -> None:
    assert is_read(known)


UNHARMED = frozenset({"crowd", "on_board", "votes"})


def harmed(text: str) -> list[tuple[str, float | None]]:
    """The counts of people harmed, and of homes, that a text is read to tell."""
    counted = {name for name, kind in kinds().items() if kind.of_people} | {"destroyed", "damaged"}
    return [
        (claim.kind, claim.value.stated)
        for claim in read_text(text)
        if claim.kind in counted - UNHARMED and (claim.value.stated or 0) > 1
    ]


@pytest.mark.parametrize("text", MATRIX["not_read"]["sentences"])
def test_the_same_words_said_of_something_else_count_nobody(text: str) -> None:
    assert not harmed(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, marks=pytest.mark.xfail(reason=reason, strict=True))
        for text, reason in MATRIX["still_read"].items()
    ],
)
def test_what_is_still_taken_for_harm(text: str) -> None:
    assert not harmed(text)

"""Which documents tell of one happening, from their texts alone: B-cubed precision, recall, F1.

A document belongs to the event it is linked to as a whole; one that is linked to none stands
alone, and counts. Beside it a plain baseline: the place and the day that most of its claims name.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claims_db import linking
from claims_db.events import assign
from claims_db.profiles import profile_of
from claims_db.records import Claim, Document
from claims_db.stories import Stories
from factcheck.benchmarks import stories
from factcheck.benchmarks.event_bounds import bounds as bounds_of
from factcheck.benchmarks.score import Grouped, Score, score
from factcheck.reading.claims import read

_WORD = re.compile(r"\w+")
Cluster = str | tuple[str, str] | int


@dataclass(frozen=True, slots=True)
class Told:
    """A document with the happening it is known to tell of, and the claims read from it."""

    event: str
    document: Document
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """How a document was grouped: of those put with it the share that belongs with it, and of
    those that belong with it the share that was put with it; both with itself."""

    precision: float
    recall: float


Measure = Callable[[Sequence[Placed]], float]


def precision(items: Sequence[Placed]) -> float:
    """Mean share of a document's group that belongs with it."""
    return sum(item.precision for item in items) / len(items) if items else 0.0


def recall(items: Sequence[Placed]) -> float:
    """Mean share of what belongs with a document that is in its group."""
    return sum(item.recall for item in items) / len(items) if items else 0.0


def f1(items: Sequence[Placed]) -> float:
    """The harmonic mean of the two."""
    p, r = precision(items), recall(items)
    return 2 * p * r / (p + r) if p + r else 0.0


MEASURES: tuple[tuple[str, Measure], ...] = (
    ("B-cubed F1", f1),
    ("B-cubed precision", precision),
    ("B-cubed recall", recall),
)


def placed(true: Sequence[str], said: Sequence[Cluster]) -> list[Placed]:
    """Each item's own precision and recall, given its true group and the one it was put in."""
    belongs, put = defaultdict(set), defaultdict(set)
    for index, (event, cluster) in enumerate(zip(true, said, strict=True)):
        belongs[event].add(index)
        put[cluster].add(index)
    found = []
    for event, cluster in zip(true, said, strict=True):
        shared = len(belongs[event] & put[cluster])
        found.append(Placed(shared / len(put[cluster]), shared / len(belongs[event])))
    return found


def by_engine(told: Sequence[Told]) -> list[Cluster]:
    """The event of each document, grouped in order of publication as they'd arrive."""
    order = sorted(range(len(told)), key=lambda at: (told[at].document.published or "", at))
    claims = [told[at].claims for at in order]
    profiles = [profile_of(told[at].document, told[at].claims) for at in order]
    keys = assign(claims, (), profiles, Stories(linking.shipped())).documents
    found: list[Cluster] = [0] * len(told)
    for at, key in zip(order, keys, strict=True):
        found[at] = at if key is None else key
    return found


def by_place_and_day(told: Sequence[Told]) -> list[Cluster]:
    """The plain baseline."""
    found: list[Cluster] = []
    for at, one in enumerate(told):
        places = Counter(claim.places[0].id or claim.places[0].name for claim in _placed(one))
        days = Counter(c.when.end if c.when else (c.as_of or "")[:10] for c in one.claims)
        if places and days:
            found.append((places.most_common(1)[0][0], days.most_common(1)[0][0]))
        else:
            found.append(at)
    return found


def _placed(one: Told) -> Iterator[Claim]:
    return (claim for claim in one.claims if claim.places)


def scores(told: Sequence[Told], label: str) -> Iterator[Score]:
    """The three measures of the engine, and the baseline's F1; whole happenings are redrawn for
    the interval. Happenings held out, that nobody looked at, are told apart, though all documents
    are grouped together."""
    true = [one.event for one in told]
    own = placed(true, by_engine(told))
    for name, measure in MEASURES:
        yield _score(f"events, {label}: {name}", true, own, measure)
    plain = placed(true, by_place_and_day(told))
    yield _score(f"events, {label}: place and day alone, B-cubed F1", true, plain, f1)
    unseen = [at for at, event in enumerate(true) if stories.held_out(event)]
    if unseen:
        events = [true[at] for at in unseen]
        for name, items in (("", own), (" place and day alone,", plain)):
            kept = [items[at] for at in unseen]
            yield _score(f"events, {label} held out:{name} B-cubed F1", events, kept, f1)


def bounds(told: Sequence[Told], label: str) -> Iterator[Score]:
    """What no grouping can exceed that sees nothing but the text and its day, or nothing but the
    day, the places, the counts of people and the type of happening that are read from it."""
    true = [one.event for one in told]
    days = [(one.document.published or "")[:10] for one in told]
    texts = [" ".join(_WORD.findall(one.document.text.casefold())) for one in told]
    read_as = [profile_of(one.document, one.claims) for one in told]
    looks: tuple[tuple[str, list[Hashable]], ...] = (
        ("equal texts of a day", list(zip(days, texts, strict=True))),
        (
            "equal place, day, counts and type",
            [
                (day, frozenset(one.places), one.counts, one.happening)
                for day, one in zip(days, read_as, strict=True)
            ],
        ),
    )
    for name, seen in looks:
        most = [Grouped(e, b) for e, b in zip(true, bounds_of(true, seen), strict=True)]
        yield score(f"events, {label}: bound of {name}", most, lambda own: sum(own) / len(own))


def _score(name: str, true: Sequence[str], items: Sequence[Placed], measure: Measure) -> Score:
    return score(name, [Grouped(e, i) for e, i in zip(true, items, strict=True)], measure)


def all_scores(folder: Path) -> Iterator[Score]:
    """The three sets of the development data: reports, shooting stories, conflict headlines."""
    yield from scores(reports(folder / "cases" / "reports.jsonl"), "reports")
    yield from scores(shootings(folder / "shootings.jsonl.gz"), "shooting stories")
    told = headlines(folder / "ucdp_pakistan.jsonl.gz")
    yield from scores(told, "UCDP headlines")
    yield from bounds(told, "UCDP headlines")


def reports(path: Path) -> list[Told]:
    """The collected reports, read from their texts."""
    lines = path.read_text("utf-8").splitlines()
    return _told(
        (
            row["event"],
            Document(
                row["text"],
                row["id"],
                published=row["published"],
                outlet=row["outlet"],
                url=row["url"],
            ),
        )
        for row in map(json.loads, lines)
    )


def shootings(path: Path) -> list[Told]:
    """The shooting stories by incident."""
    return _told((story["event"], stories.document(story)) for story in stories.load(path))


def headlines(path: Path) -> list[Told]:
    """The headlines of conflict events that have two or more of them."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, Any]] = [json.loads(line) for line in lines]
    return _told(
        (
            row["id"],
            Document(
                report["headline"],
                f"{row['id']}-{number}",
                published=report["date"],
                outlet=report["outlet"],
            ),
        )
        for row in rows
        if len(row["reports"]) > 1
        for number, report in enumerate(row["reports"])
    )


def _told(found: Iterable[tuple[str, Document]]) -> list[Told]:
    """Each document read, no event given away."""
    return [
        Told(event, document, tuple(replace(claim, event=None) for claim in read(document)))
        for event, document in found
    ]

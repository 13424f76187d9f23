"""The plain, frozen records that reading and remembering share.

Dates and times are ISO 8601 strings and may be partial: "2025", "2025-04", "2025-04-24",
"2025-04-24T06:06", "2025-04-24T06:06+03:00". Offsets are code points into `Document.text`.
Field names and their order are those of the JSON contract.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum


class Bound(StrEnum):
    """How the writer limits a figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class Status(StrEnum):
    """What the text says of a figure's standing."""

    CONFIRMED = "confirmed"
    PRELIMINARY = "preliminary"
    PRESUMED = "presumed"
    FEARED = "feared"
    DENIED = "denied"


class Role(StrEnum):
    """Where a figure stands in its own text: the toll now, or one told as past or to come."""

    CURRENT = "current"
    PREVIOUS = "previous"  # "from 6 at the beginning", "earlier reports had 14"
    RETRACTED = "retracted"  # "275 and not 288", "down from 150"
    PROJECTED = "projected"  # "could surpass 20,000"


@dataclass(frozen=True, slots=True)
class Document:
    """A text with what is known of it. `published` is an ISO date or time, or None."""

    text: str
    id: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None

    @property
    def key(self) -> str:
        """The given id, else a hash of the content: the same content has the same key."""
        return self.id or self.content_key

    @property
    def content_key(self) -> str:
        """The same for the same content, whatever id it was given."""
        parts = (self.title or "", self.published or "", self.outlet or "", self.text)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Value:
    """A number as an interval. `low`/`high` None beside an open bound means no limit;
    `stated` is the count as printed and None for vague ones; `text` is as written."""

    low: float | None
    high: float | None
    stated: float | None
    bound: Bound
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place by gazetteer identity; `id` is "geonames:<n>", or None for one only named."""

    name: str
    id: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class Window:
    """When something happened: ISO dates, both ends included.
    `precision`: hour, day, week, month, year; `text` as written."""

    start: str
    end: str
    precision: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, with the verb of saying."""

    source: str
    verb: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A quantity with what it counts, where, when, as of when and who says so."""

    id: str
    kind: str
    subject: str | None
    group: str | None
    part_of: str | None
    value: Value
    unit: str | None
    per: str | None
    change: str | None
    places: tuple[Place, ...]
    when: Window | None
    as_of: str | None
    attribution: Attribution | None
    status: Status | None
    event: str | None
    checkable: bool
    sentence: str
    start: int
    end: int
    line: int
    column: int
    # Not part of the JSON contract: what judging needs and the sentence alone doesn't say.
    role: Role = Role.CURRENT
    happening: str | None = None  # type of happening: attack, quake, crash, vote ...
    sentence_start: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The report a prior stands in. `origin` names the source it rests on, None if unknown."""

    id: str
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    bundled: bool = False
    retracted: bool = False
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Prior:
    """A claim on record, with its report."""

    claim: Claim
    report: Report


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that reports share."""

    id: str
    place: Place | None
    window: Window | None
    happening: str | None
    documents: int = 0
    claims: int = 0
    figures: dict[str, tuple[float, float]] = field(default_factory=dict)  # kind: (least, most)

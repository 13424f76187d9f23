"""The plain, frozen records that reading and remembering share.

Dates and times are ISO 8601 strings and may be partial: "2025", "2025-04", "2025-04-24",
"2025-04-24T06:06", "2025-04-24T06:06+03:00". Offsets are code points into `Document.text`.
Field names and their order are those of the JSON contract.

The records made by the thousand have an `__init__` of their own and fields that are `Final`: a
frozen dataclass sets each of its fields by a call, which costs ten times as much. `mypy` holds
that nothing assigns to them, and so does the class itself where it is compiled. Those that are
compared and hashed often have both written out, as what a dataclass makes of them is not compiled.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final


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


@dataclass(slots=True, init=False, eq=False)
class Value:
    """A number as an interval. `low`/`high` None beside an open bound means no limit;
    `stated` is the count as printed and None for vague ones; `text` is as written."""

    low: Final[float | None]
    high: Final[float | None]
    stated: Final[float | None]
    bound: Final[Bound]
    text: Final[str]

    def __init__(
        self,
        low: float | None,
        high: float | None,
        stated: float | None,
        bound: Bound,
        text: str,
    ) -> None:
        self.low = low
        self.high = high
        self.stated = stated
        self.bound = bound
        self.text = text

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Value):
            return False
        return (
            self.text == other.text
            and self.low == other.low
            and self.high == other.high
            and self.stated == other.stated
            and self.bound == other.bound
        )

    def __hash__(self) -> int:
        return hash((self.low, self.high, self.stated, self.bound, self.text))


@dataclass(slots=True, init=False, eq=False)
class Place:
    """A place by gazetteer identity; `id` is "geonames:<n>", or None for one only named."""

    name: Final[str]
    id: Final[str | None]
    country: Final[str | None]  # ISO 3166-1 alpha-2

    def __init__(
        self,
        name: str,
        id: str | None = None,
        country: str | None = None,
    ) -> None:
        self.name = name
        self.id = id
        self.country = country

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Place):
            return False
        return self.id == other.id and self.name == other.name and self.country == other.country

    def __hash__(self) -> int:
        return hash((self.name, self.id, self.country))


@dataclass(slots=True, init=False, eq=False)
class Window:
    """When something happened: ISO dates, both ends included.
    `precision`: hour, day, week, month, year; `text` as written."""

    start: Final[str]
    end: Final[str]
    precision: Final[str]
    text: Final[str | None]

    def __init__(
        self,
        start: str,
        end: str,
        precision: str,
        text: str | None = None,
    ) -> None:
        self.start = start
        self.end = end
        self.precision = precision
        self.text = text

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Window):
            return False
        return (
            self.start == other.start
            and self.end == other.end
            and self.precision == other.precision
            and self.text == other.text
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end, self.precision, self.text))


@dataclass(slots=True, init=False, eq=False)
class Attribution:
    """Who says so, with the verb of saying."""

    source: Final[str]
    verb: Final[str | None]

    def __init__(
        self,
        source: str,
        verb: str | None = None,
    ) -> None:
        self.source = source
        self.verb = verb

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Attribution):
            return False
        return self.source == other.source and self.verb == other.verb

    def __hash__(self) -> int:
        return hash((self.source, self.verb))


@dataclass(slots=True, init=False, eq=False)
class Claim:
    """A quantity with what it counts, where, when, as of when and who says so. By its id, which
    tells its document and place there, two are told apart at once, and nearly always enough."""

    id: Final[str]
    kind: Final[str]
    subject: Final[str | None]
    group: Final[str | None]
    part_of: Final[str | None]
    value: Final[Value]
    unit: Final[str | None]
    per: Final[str | None]
    change: Final[str | None]
    places: Final[tuple[Place, ...]]
    when: Final[Window | None]
    as_of: Final[str | None]
    attribution: Final[Attribution | None]
    status: Final[Status | None]
    event: Final[str | None]
    checkable: Final[bool]
    sentence: Final[str]
    start: Final[int]
    end: Final[int]
    line: Final[int]
    column: Final[int]
    # Not part of the JSON contract: what judging needs and the sentence alone doesn't say.
    role: Final[Role]
    happening: Final[str | None]  # type of happening: attack, quake, crash, vote ...
    sentence_start: Final[int]

    def __init__(
        self,
        id: str,
        kind: str,
        subject: str | None,
        group: str | None,
        part_of: str | None,
        value: Value,
        unit: str | None,
        per: str | None,
        change: str | None,
        places: tuple[Place, ...],
        when: Window | None,
        as_of: str | None,
        attribution: Attribution | None,
        status: Status | None,
        event: str | None,
        checkable: bool,
        sentence: str,
        start: int,
        end: int,
        line: int,
        column: int,
        role: Role = Role.CURRENT,
        happening: str | None = None,
        sentence_start: int = 0,
    ) -> None:
        self.id = id
        self.kind = kind
        self.subject = subject
        self.group = group
        self.part_of = part_of
        self.value = value
        self.unit = unit
        self.per = per
        self.change = change
        self.places = places
        self.when = when
        self.as_of = as_of
        self.attribution = attribution
        self.status = status
        self.event = event
        self.checkable = checkable
        self.sentence = sentence
        self.start = start
        self.end = end
        self.line = line
        self.column = column
        self.role = role
        self.happening = happening
        self.sentence_start = sentence_start

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Claim) or self.id != other.id:
            return False
        return (
            self.event == other.event
            and self.kind == other.kind
            and self.value == other.value
            and self.sentence == other.sentence
            and self.start == other.start
            and self.end == other.end
            and self.role == other.role
            and self.status == other.status
            and self.checkable == other.checkable
            and self.subject == other.subject
            and self.group == other.group
            and self.part_of == other.part_of
            and self.unit == other.unit
            and self.per == other.per
            and self.change == other.change
            and self.places == other.places
            and self.when == other.when
            and self.as_of == other.as_of
            and self.attribution == other.attribution
            and self.line == other.line
            and self.column == other.column
            and self.happening == other.happening
            and self.sentence_start == other.sentence_start
        )

    def __hash__(self) -> int:
        return hash(self.id)

    def held(self) -> Claim:
        """The same, as one that can be checked: built at once, which `replace` is slow at."""
        return Claim(
            self.id,
            self.kind,
            self.subject,
            self.group,
            self.part_of,
            self.value,
            self.unit,
            self.per,
            self.change,
            self.places,
            self.when,
            self.as_of,
            self.attribution,
            self.status,
            self.event,
            True,
            self.sentence,
            self.start,
            self.end,
            self.line,
            self.column,
            self.role,
            self.happening,
            self.sentence_start,
        )


@dataclass(slots=True, init=False, unsafe_hash=True)
class Report:
    """The report a prior stands in. `origin` names the source it rests on, None if unknown."""

    id: Final[str]
    outlet: Final[str | None]
    published: Final[str | None]
    url: Final[str | None]
    title: Final[str | None]
    bundled: Final[bool]
    retracted: Final[bool]
    origin: Final[str | None]

    def __init__(
        self,
        id: str,
        outlet: str | None = None,
        published: str | None = None,
        url: str | None = None,
        title: str | None = None,
        bundled: bool = False,
        retracted: bool = False,
        origin: str | None = None,
    ) -> None:
        self.id = id
        self.outlet = outlet
        self.published = published
        self.url = url
        self.title = title
        self.bundled = bundled
        self.retracted = retracted
        self.origin = origin


@dataclass(slots=True, init=False, unsafe_hash=True)
class Prior:
    """A claim on record, with its report."""

    claim: Final[Claim]
    report: Final[Report]

    def __init__(
        self,
        claim: Claim,
        report: Report,
    ) -> None:
        self.claim = claim
        self.report = report


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

"""What checking returns: relations of pairs, verdicts on claims, results of documents.

The meanings of the relations and verdicts are in docs/semantics.md; their JSON is in `output`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from claims_db.records import Bound, Claim, Document, Prior


class Relation(StrEnum):
    """How a claim stands to one prior. Ordered from harmless to worst by `WORST_FIRST`."""

    CONSISTENT = "consistent"
    UPDATE = "update"
    CORRECTION = "correction"
    CONFLICT = "conflict"
    DIFFERENT_SCOPE = "different_scope"
    DIFFERENT_EVENT = "different_event"


# A statement with several figures stands as its worst figure stands.
WORST_FIRST = (
    Relation.CONFLICT,
    Relation.CORRECTION,
    Relation.UPDATE,
    Relation.DIFFERENT_EVENT,
    Relation.DIFFERENT_SCOPE,
    Relation.CONSISTENT,
)


class Verdict(StrEnum):
    """How a claim stands to the record as a whole."""

    NO_PRIOR = "no_prior"
    CORRECTION = "correction"
    DISPUTED = "disputed"
    CONSISTENT = "consistent"
    OUTDATED = "outdated"
    CONFLICT = "conflict"
    UPDATE = "update"


class Severity(StrEnum):
    """What an editor should do about it: nothing, know it, look, look now, stop."""

    OK = "ok"
    INFO = "info"
    NOTICE = "notice"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for ok up to 4 for error."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """How `(claim, prior)` stand: the relation, a probability for each of the six,
    the probability that both are the same fact, the probability that both figures
    can be right given that they are, and one sentence why."""

    relation: Relation
    probabilities: dict[Relation, float]
    match_confidence: float
    consistency: float
    why: str


@dataclass(frozen=True, slots=True)
class Match:
    """A prior held against a claim. `later`: it was published after the document."""

    prior: Prior
    judgement: Judgement
    later: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A slip that would explain the figure: its name and the figure it would come from."""

    slip: str
    figure: float


@dataclass(frozen=True, slots=True)
class Origins:
    """How many independent origins agree, disagree, or are of unknown origin (at most 1)."""

    agree: int = 0
    disagree: int = 0
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class ClaimResult:
    """A claim with how it stands to the record. `latest`: the newest comparable prior."""

    claim: Claim
    verdict: Verdict
    severity: Severity
    match_confidence: float | None
    consistency: float | None
    origins: Origins
    latest: Prior | None
    why: str
    hints: tuple[Hint, ...] = ()
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class InternalFinding:
    """Figures inside one document that do or don't fit together; `claims` are claim ids."""

    claims: tuple[str, ...]
    relation: str
    severity: Severity
    why: str


@dataclass(slots=True, unsafe_hash=True)
class MainFigure:
    """The total a document settles on for one kind; `claims` are the ids it rests on. Not frozen,
    as several are made for each document and that takes three times as long."""

    low: Final[float | None]
    high: Final[float | None]
    stated: Final[float | None]
    bound: Final[Bound]
    claims: Final[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Main:
    """The document's own account of the happening it is about, per kind."""

    event: str | None
    figures: dict[str, MainFigure] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the document was held against the record: silence is not clearance."""

    claims: int
    checkable: int
    compared: int
    unchecked: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document with its claims, its main figures and its internal findings."""

    document: Document
    claims: tuple[Claim, ...]
    main: Main
    internal: tuple[InternalFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentResult:
    """A checked document: its claims' results in the order of the text."""

    document: Document
    results: tuple[ClaimResult, ...]
    main: Main
    internal: tuple[InternalFinding, ...]
    coverage: Coverage
    undated: bool = False  # judged by everything on record, for want of a date

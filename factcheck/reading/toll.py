"""What a text says of one kind of harm: figures by how they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from claims_db.records import Claim

TITLE: Final = 0
LEAD: Final = 1
REST: Final = 2
OWN: Final = (TITLE, LEAD, REST)


def _nowhere() -> list[float]:
    return [0.0, 0.0, 0.0, 0.0]


def _amounts() -> defaultdict[float, list[float]]:
    return defaultdict(_nowhere)


class Toll:
    """Of one kind: how often each total is written at each place, which parts are told ("one of
    the victims died"), how many are told one by one, the claims that deny any, the words of it in
    headline, lead and rest, and what the rules settle on, None for nothing."""

    __slots__ = ("claims", "denials", "parts", "settled", "told", "words", "written")

    def __init__(self) -> None:
        self.written = _amounts()
        self.claims: defaultdict[float, list[Claim]] = defaultdict(list)
        self.parts: set[float] = set()
        self.told = 0
        self.denials: list[Claim] = []
        self.words = (0, 0, 0)
        self.settled: float | None = None

    def at(self, amount: float) -> list[float]:
        """How often an amount is written, by place."""
        return self.written.get(amount) or _nowhere()

    def most(self, places: tuple[int, ...]) -> float:
        """The largest amount written at one of the places, 0 if there is none."""
        largest = 0.0
        for amount, at in self.written.items():
            if amount > largest:
                for place in places:
                    if at[place]:
                        largest = amount
                        break
        return largest

    def is_written(self, amount: float) -> bool:
        """Whether an amount is written of the document's own happening."""
        at = self.written.get(amount)
        return at is not None and (at[TITLE] > 0 or at[LEAD] > 0 or at[REST] > 0)


@dataclass(slots=True)
class Tolls:
    """The three kinds of a document, and how it speaks of its victims."""

    killed: Toll
    wounded: Toll
    shot: Toll
    together: Mapping[tuple[float, float], set[int]]  # killed and wounded of one sentence: places
    says_victims: bool
    says_victim: bool
    others: frozenset[float] = frozenset()  # wounded beside somebody told of before: "three others"

    @property
    def unwritten(self) -> bool:
        """Whether no total above one is written: people are told of one by one, if at all."""
        tolls = (self.killed, self.wounded, self.shot)
        return not any(toll.most(OWN) > 1 for toll in tolls)

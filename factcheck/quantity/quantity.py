"""A quantity: a number with its interval, unit, change and noun phrase, and where it stands."""

from __future__ import annotations

from claims_db.records import Value
from factcheck.text.lexicon import Person, Unit


class Quantity:
    """A number with its interval and what stands beside it. Token ranges are half-open:
    the hedge and currency sign begin at `first`; the number is [number, last_number); unit and
    noun phrase end at `last`. `head` is the counted noun; `person` what it tells of people."""

    __slots__ = (
        "age",
        "change",
        "could_be_people",
        "first",
        "fraction",
        "head",
        "implied",
        "last",
        "last_number",
        "like",
        "more",
        "number",
        "others",
        "partitive",
        "past_rate",
        "per",
        "person",
        "phrase",
        "unit",
        "value",
    )

    def __init__(
        self,
        value: Value,
        first: int,
        number: int,
        last_number: int,
        last: int,
        unit: Unit | None = None,
        head: str | None = None,
        phrase: str | None = None,
        person: Person | None = None,
        implied: bool = False,
    ) -> None:
        self.value = value
        self.first = first
        self.number = number
        self.last_number = last_number
        self.last = last
        self.unit = unit
        self.head = head
        self.phrase = phrase
        self.person = person
        self.could_be_people = True
        self.partitive = False  # "nine of the dead"
        self.more = False  # "two more", "another 12"
        self.others = False  # "12 others"
        self.per: str | None = None
        self.like: Quantity | None = None  # the amount whose unit it has without naming it
        self.past_rate = 0  # past the rate behind what it is of: "litres of fuel per 100 km"
        self.change: str | None = None
        self.age = False
        self.fraction = False  # "two-thirds of the voters": no count of its own
        self.implied = implied  # no number is written: "a man", "no one"

    @property
    def counts(self) -> bool:
        """Whether it counts things: it has no unit, is no age and no part of one."""
        return self.unit is None and not self.age and not self.fraction

"""What the rules of counting share: the sentence as they see it, and what they answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.text.lexicon import PEOPLE, Sense, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

UNCOUNTED: Final = "count"  # the kind of a quantity that no rule names
_OF_ANY_PEOPLE: Final = frozenset({"crowd", "on_board"})
_PURSUED: Final = words("around.pursued")  # "three gunmen took part" are no crowd
_BY_ANYONE: Final = frozenset({"votes"})  # people cast them, and things hold them


class Counted:
    """A quantity with its kind; `via` names the rule. `whole`: index of the quantity that it is
    part of."""

    __slots__ = ("among", "kind", "quantity", "trigger", "via", "whole")

    def __init__(self, quantity: Quantity) -> None:
        self.quantity = quantity
        self.kind = UNCOUNTED
        self.whole: int | None = None
        self.among: int | None = None  # the whole that the words name beside it: "63 of 74 drones"
        self.trigger: Trigger | None = None
        self.via = ""


class Reading:
    """A rule's answer: the kind, and the trigger that tells it, if one does."""

    __slots__ = ("kind", "trigger")

    def __init__(self, kind: str, trigger: Trigger | None = None) -> None:
        self.kind = kind
        self.trigger = trigger


class Counting:
    """A sentence: its quantities, those before the current one with their kinds, its triggers."""

    __slots__ = ("items", "tokens", "triggers")

    def __init__(self, tokens: Tokens, items: list[Counted], triggers: list[Trigger]) -> None:
        self.tokens = tokens
        self.items = items
        self.triggers = triggers

    @property
    def words(self) -> list[str]:
        """The sentence's words."""
        return self.tokens.words

    def holds(self, listed: int) -> bool:
        """Whether any word of a list is there, given by its bit."""
        return self.tokens.holds(listed)

    def quantity(self, k: int) -> Quantity:
        """The quantity at index `k`."""
        return self.items[k].quantity

    def gap(self, k: int) -> list[str]:
        """The words between quantity `k` and the one before it."""
        return self.words[self.quantity(k - 1).last : self.quantity(k).first]

    def triggers_from(self, low: int, high: int) -> list[Trigger]:
        """The triggers that begin at tokens [low, high), in order."""
        return [trigger for trigger in self.triggers if low <= trigger.first < high]

    def triggers_before(self, first: int, reach: int) -> list[Trigger]:
        """The triggers that end in the `reach` tokens before token `first`, nearest first."""
        low = first - reach
        found = [trigger for trigger in self.triggers if low <= trigger.last <= first]
        if len(found) > 1:
            found.reverse()
        return found


Rule = Callable[[Counting, int], Reading | None]
"""Looks at one quantity of a sentence; answers what it counts, or None to pass."""

# What a rule asks of its quantity and sentence before it looks closely, as bits of one number:
# most rules are passed over by these alone.
FOLLOWS: Final = 1  # another quantity stands before it
AMONG: Final = 2  # its whole is named beside it
MEASURED: Final = 4  # it is an age or has a unit
PLAIN: Final = 8  # it has no unit
COUNTS: Final = 16
NAMED: Final = 32  # it has a noun
BARE: Final = 64  # it has none
WRITTEN: Final = 128  # it is no implied one
HARM: Final = 256  # the sentence has a phrase of the kinds table


def offered(sentence: Counting, k: int) -> int:
    """What quantity `k` and its sentence have of these."""
    item = sentence.items[k]
    quantity = item.quantity
    bits = NAMED if quantity.head is not None else BARE
    if k:
        bits |= FOLLOWS
    if item.among is not None:
        bits |= AMONG
    if quantity.unit is None:
        bits |= PLAIN
    if quantity.unit is not None or quantity.age:
        bits |= MEASURED
    if quantity.counts:
        bits |= COUNTS
    if not quantity.implied:
        bits |= WRITTEN
    if sentence.triggers:
        bits |= HARM
    return bits


def fits(kind: str, quantity: Quantity) -> bool:
    """Whether a kind can count the quantity's noun."""
    if not quantity.counts:
        return False
    wanted = lexicon().objects.get(kind)
    of_people = kind in lexicon().of_people
    if kind in _BY_ANYONE:
        return True
    if kind in _OF_ANY_PEOPLE and quantity.person is not None and quantity.head not in _PURSUED:
        return True
    if wanted is not None:
        bare = quantity.head is None and of_people
        return bare or among(quantity.head or "", wanted)
    return quantity.could_be_people if of_people else quantity.person is None


def among(head: str, wanted: frozenset[str]) -> bool:
    """Whether a noun, or its singular, is one of those wanted."""
    return (
        head in wanted
        or head.rstrip("s") in wanted
        or (head.endswith("es") and head[:-2] in wanted)
        or (head.endswith("ies") and head[:-3] + "y" in wanted)
        or (head == "children" and "child" in wanted)
        or (head.endswith("men") and head[:-3] + "man" in wanted)
    )


def pick(trigger: Trigger, form: str, quantity: Quantity) -> str | None:
    """The first kind the trigger tells of in that form which can count the quantity."""
    if quantity.head is None and quantity.counts and trigger.last - trigger.first > 1:
        of_people = lexicon().of_people
        free = (s.kind for s in trigger.senses if s.form == form and s.wants in (None, PEOPLE))
        told = next(free, None)  # "of which 112 were shot down"
        return None if told in of_people and not quantity.could_be_people else told
    for sense in trigger.senses:
        if sense.form == form and _is_said_of(sense, quantity):
            return sense.kind
    return None


def _is_said_of(sense: Sense, quantity: Quantity) -> bool:
    """Whether the phrase is said of such nouns: "lost" of soldiers, not of points."""
    if sense.wants is None:
        return fits(sense.kind, quantity)
    if not quantity.counts:
        return False
    if sense.wants == PEOPLE:
        elided = quantity.head is None and sense.form == "passive" and quantity.could_be_people
        return quantity.person is not None or elided
    return among(quantity.head or "", lexicon().classes[sense.wants])


def is_bare(quantity: Quantity) -> bool:
    """Whether a written count has no noun of its own: "killed 12"."""
    return quantity.counts and quantity.head is None and not quantity.implied

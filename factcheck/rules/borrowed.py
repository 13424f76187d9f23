"""What a bare number takes from the one beside it: its noun, its animals, its currency."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantities import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, Reading, fits, is_bare
from factcheck.rules.verb_rules import active_left
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger

_TO_WHOLE: Final = 3  # tokens between a part and its whole: "of the other"
_OF_WHICH: Final = (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"])
_OPENING: Final = 3  # tokens before the whole that opens a sentence: "of all the"
_UNIT_REACH: Final = 9  # tokens between two amounts of one currency
_UNIT_ENDS: Final = frozenset({";", "."})
_AMOUNTS: Final = frozenset({"from", "to", "against", "versus", "than", "with"})
_BEYOND: Final = frozenset({"more", "less", "above", "below", "over", "under", "short", "higher"})


def borrow_nouns(sentence: Counting) -> None:
    """In "63 of 74 drones" the 63 count drones too; their whole is the 74."""
    for k in range(len(sentence.items) - 1):
        part, whole = sentence.quantity(k), sentence.quantity(k + 1)
        _borrow_back(sentence, k)
        _borrow_animals(sentence, k)
        if not part.partitive or not whole.counts or whole.first <= part.number:
            continue
        if part.head not in (None, whole.head):
            continue
        between = sentence.words[part.last_number : whole.first]
        if not 0 < len(between) <= _TO_WHOLE or between[0] != "of":
            continue
        if not all(word in lexicon().determiners for word in between[1:]):
            continue
        sentence.items[k].among = k + 1
        if part.fraction:
            continue  # "half of the 60 hostages": the verb tells of the half
        part.head, part.phrase, part.person = whole.head, whole.phrase, whole.person
        part.could_be_people = whole.could_be_people
        part.last = _past_nominal(sentence, whole)


def _borrow_animals(sentence: Counting, k: int) -> None:
    """ "killed 17 sheep and wounded six others": six more sheep."""
    herd, other = sentence.quantity(k), sentence.quantity(k + 1)
    if herd.head not in lexicon().animals or not other.counts or other.implied:
        return
    alone = other.others or (other.person is None and (other.head is None or other.more))
    if alone and len(sentence.gap(k + 1)) <= _TO_WHOLE:
        other.head, other.phrase = herd.head, herd.phrase
        other.person, other.could_be_people = None, False


def _borrow_back(sentence: Counting, k: int) -> None:
    """ "fired 40 rockets, of which 33 were intercepted", "of the 90 rockets fired, 70 fell short",
    "two of which fell": the bare number counts what the one before it does."""
    whole, part = sentence.quantity(k), sentence.quantity(k + 1)
    if not is_bare(part) or not whole.counts or whole.head is None or whole.unit is not None:
        return
    gap = sentence.gap(k + 1)
    opener = sentence.words[max(0, whole.first - 2) : whole.first]
    while opener and opener[-1] in lexicon().determiners:
        opener.pop()
    opens = opener[-1:] == ["of"] and whole.first <= _OPENING and gap[-1:] == [","]
    behind = sentence.words[part.last_number : part.last_number + 2] in _OF_WHICH
    if not opens and gap[-2:] not in _OF_WHICH and not behind:
        return
    part.head, part.phrase, part.person = whole.head, whole.phrase, whole.person
    part.could_be_people = whole.could_be_people


def borrow_units(sentence: Counting) -> None:
    """In "slid to 412 million from 655 million" after an amount in euros, both are euros."""
    for k in range(1, len(sentence.items)):
        quantity, before = sentence.quantity(k), sentence.quantity(k - 1)
        unit = before.unit
        if unit is None or unit.dimension != "money" or before.per is not None:
            continue
        if not is_bare(quantity) or quantity.partitive or quantity.person is not None:
            continue
        gap = sentence.words[before.last : quantity.first]
        if not 0 < len(gap) <= _UNIT_REACH or not _UNIT_ENDS.isdisjoint(gap):
            continue
        at = quantity.last_number
        following = "".join(sentence.words[at : at + 1])
        if gap[-1] in _AMOUNTS or (gap == [","] and following in _BEYOND):
            quantity.unit = unit


def _past_nominal(sentence: Counting, whole: Quantity) -> int:
    """Past a participle that stands for the noun: "ten of the 42 injured"."""
    determined = sentence.words[whole.first - 1] in lexicon().determiners
    if whole.head is None and determined:
        for trigger in sentence.triggers_from(whole.last, whole.last + 1):
            return trigger.last
    return whole.last


def part_of_many(sentence: Counting, k: int) -> Reading | None:
    """The part in "shot down 63 of 74 drones" is what the verb before it tells of."""
    return active_left(sentence, k) if sentence.items[k].among is not None else None


def whole_of_part(sentence: Counting, k: int) -> Reading | None:
    """The whole in "63 of 74 drones" is what its own noun tells, or a participle right behind it:
    "37 of the 52 schoolgirls seized in May"; the verb tells of the part."""
    if k == 0 or sentence.items[k - 1].among != k:
        return None
    quantity, part = sentence.quantity(k), sentence.items[k - 1]
    if part.kind == "intercepted":
        return Reading("launched")
    for trigger in sentence.triggers_from(quantity.last_number, quantity.last + 1):
        kind = trigger.kind("nouns") if trigger.last == quantity.last else None
        inside = trigger.first < quantity.last
        if kind is None and (inside or _is_participle(part, trigger)):
            kind = trigger.kind("passive")
        if kind is not None and fits(kind, quantity):
            return Reading(kind, trigger)
    return Reading(UNCOUNTED)


def _is_participle(part: Counted, trigger: Trigger) -> bool:
    """Whether the verb right behind the whole is its own: the part has another."""
    if trigger is part.trigger or part.kind == UNCOUNTED:
        return trigger.last == trigger.first + 1 and trigger.first == part.quantity.last
    return part.trigger is not None and part.trigger.first != trigger.first

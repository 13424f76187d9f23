"""Counts behind the verb that they are the object of: killing at least 12, wounded some 90."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import Counting, Reading, pick
from factcheck.rules.said_of import (
    is_by_captors,
    is_by_police,
    is_daily_care,
    is_of_things,
    takes_lives,
)
from factcheck.text.lexicon import PEOPLE, lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

# How far, in tokens, a governing word may stand from its number.
LEFT_REACH: Final = 9
NEAR: Final = 7  # to the verb of "adjacent"
BEFORE_OBJECT: Final = words("verbs.before_object")
LINKS: Final = words("verbs.links")
_LEADING_ON: Final = frozenset({"of", "from", "for", "with"})
_REFLEXIVE: Final = frozenset({"himself", "herself", "themselves"})
_CLAIMING: Final = frozenset({"claimed", "claiming", "claims", "claim"})
_PASSIVE: Final = frozenset({"were", "was", "been", "being"})


def active_left(sentence: Counting, k: int) -> Reading | None:
    """The verb stands before its object: killing at least 12, wounded some 90 people."""
    quantity = sentence.quantity(k)
    if quantity.unit is not None:
        return None
    for trigger in sentence.triggers_before(quantity.first, LEFT_REACH):
        gap = sentence.words[trigger.last : quantity.first]
        if gap == ["and"] and sentence.words[trigger.last - 1] in _REFLEXIVE:
            own = trigger.kind("passive")  # "killed himself and 12 others"
            return Reading(own, trigger) if own is not None else None
        kind = pick(trigger, "active", quantity) or _elided(sentence, k, trigger)
        kind = kind or _next_harmed(sentence, k, trigger)
        if kind is None:
            if not LINKS.isdisjoint(gap):
                return None
            continue
        determiners = lexicon().determiners
        if not all(word in determiners or word in BEFORE_OBJECT for word in gap):
            return None
        if (gap and gap[-1] == "to") or _passive(sentence.words, trigger):
            return None
        if kind == "rescued" and is_by_police(sentence, trigger):
            return Reading("detained", trigger)
        if kind == "missing" and is_by_captors(sentence, trigger):
            return Reading("hostages", trigger)
        if is_of_things(sentence, k, trigger) or is_daily_care(sentence, quantity, trigger):
            return None
        claims = trigger.last == trigger.first + 1 and sentence.words[trigger.first] in _CLAIMING
        return None if claims and not takes_lives(sentence, k) else Reading(kind, trigger)
    return None


def _elided(sentence: Counting, k: int, trigger: Trigger) -> str | None:
    """The kind of "4,500" in "destroyed 1,100 houses and damaged 4,500": the noun is the last."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or sentence.quantity(k - 1).last > trigger.first:
        return None
    return pick(trigger, "active", sentence.quantity(k - 1)) if quantity.counts else None


def _next_harmed(sentence: Counting, k: int, trigger: Trigger) -> str | None:
    """The kind of "11 million" in "killed 6,300 and affected 11 million": people too."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or quantity.implied or not quantity.could_be_people:
        return None
    before = sentence.items[k - 1]
    if not quantity.counts or before.kind not in lexicon().of_people:
        return None
    if before.quantity.last > trigger.first or trigger.first - before.quantity.last > NEAR:
        return None
    of_people = (s.kind for s in trigger.senses if s.form == "active" and s.wants == PEOPLE)
    return next(of_people, None)


def _passive(words: list[str], trigger: Trigger) -> bool:
    before = words[trigger.first - 1] if trigger.first else ""
    if words[trigger.last - 1] in _LEADING_ON:
        return False  # "there was no sign of six climbers"
    return before in _PASSIVE and words[trigger.first] != "carrying"

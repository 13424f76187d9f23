"""What befell people who are told of as somebody's own: "the mudslide took 41 of the parish's
people", "the town has buried 4,110 of its sons", "900 of its men fell"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting, Reading, among
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_OWNING: Final = words("own.owning")
_LOSING: Final = words("own.losing")
_TAKING: Final = words("own.taking")
_BURYING: Final = words("own.burying")
_FALLING: Final = words("own.falling")
_TROOPS: Final = words("own.troops")
_BEHIND_FALLING: Final = words("own.behind_falling")
_CAUSES: Final = words("verbs.causes")
_BEFORE: Final = words("own.before")
_REACH: Final = 3  # tokens from the verb to the number
_SUBJECT_REACH: Final = 6  # tokens from what takes or buries to the verb


def own_lost(sentence: Counting, k: int) -> Reading | None:
    """Of somebody's own, those lost, taken by a disaster, buried and fallen are dead."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.partitive or not _is_owned(tokens, quantity) or quantity.head == "lives":
        return None
    if not quantity.could_be_people or (quantity.head is not None and quantity.person is None):
        return None
    if _fell(tokens, quantity):
        return Reading("killed")
    for i in range(quantity.first - 1, max(-1, quantity.first - 1 - _REACH), -1):
        verb = tokens[i]
        by_cause = not _CAUSES.isdisjoint(tokens[max(0, i - _SUBJECT_REACH) : i])
        if (
            (verb in _LOSING and _is_mourned(quantity))
            or (verb in _TAKING and by_cause)
            or (verb in _BURYING and not by_cause)
        ):
            return Reading("killed")
        if verb not in _BEFORE:
            return None
    return None


def _is_owned(words: list[str], quantity: Quantity) -> bool:
    inside = words[quantity.last_number : quantity.last]
    return is_at(inside, 0, "of") and not _OWNING.isdisjoint(inside)


def _fell(words: list[str], quantity: Quantity) -> bool:
    """Troops who "fell", "fell in the first days": not "fell ill", "fell behind", "fell from"."""
    if _FALLING.isdisjoint(words[quantity.last : quantity.last + 1]):
        return False
    behind = words[quantity.last + 1 : quantity.last + 2]
    if behind != [] and behind[0] not in _BEHIND_FALLING:
        return False
    if words[quantity.last + 1 : quantity.last + 3] in (["in", "love"], ["in", "with"]):
        return False
    return among(quantity.head or "", _TROOPS)


def _is_mourned(quantity: Quantity) -> bool:
    """People whom one loses for good: not "lost 40 of its customers"."""
    if quantity.person is None or quantity.person.group is None:
        return quantity.head != "members"
    return among(quantity.head or "", lexicon().classes["troops"])

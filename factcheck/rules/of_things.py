"""Numbers without a noun of their own that are of things told of before: "fourteen amendments were
killed and six survived", "beheaded 11 statues and left two others without arms"; and of
animals: "caught 90 mice, 70 dead"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting, is_bare, pick
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

_OF_LIVES: Final = words("of_things.kinds")
_STATES: Final = words("of_things.states")
_SHARE_REACH: Final = 5  # tokens of "of the laboratory's white mice"
_VERB_REACH: Final = 4  # tokens from the things to the verb told of them
_OBJECT_REACH: Final = 2  # tokens from a verb to what it takes


def keep_from_people(sentence: Counting) -> None:
    """Marks bare numbers behind things that are told to be killed or hurt as no people: harm that
    is said of things in a manner of speaking is said of the next number in it too."""
    if len(sentence.items) == 1 or not sentence.triggers:
        return
    _keep_from_herds(sentence)
    things: Quantity | None = None
    for k, item in enumerate(sentence.items):
        quantity = item.quantity
        if not quantity.counts:
            continue
        if things is not None and (is_bare(quantity) or quantity.others):
            quantity.could_be_people, quantity.person = False, None
            if quantity.others:
                quantity.head, quantity.phrase = things.head, things.phrase
        elif quantity.person is not None:
            things = None
        elif _is_thing(quantity) and _is_told_as_people(sentence, k):
            things = quantity


def _keep_from_herds(sentence: Counting) -> None:
    """What no noun names behind a number of animals is of them as long as nobody is told of:
    "90 mice, 70 dead and 20 alive", "lost 14 flamingos and found nine more dead"."""
    animals = lexicon().animals
    herd: Quantity | None = None
    name: str | None = None
    at = 0
    for item in sentence.items:
        quantity = item.quantity
        shared = _shared_out(sentence, quantity)
        if shared is not None or (quantity.head in animals and quantity.person is None):
            herd, at = quantity, quantity.last
            name = shared or quantity.head
            continue
        if herd is None or not quantity.counts or quantity.implied:
            continue
        named = quantity.person is not None and quantity.head not in _STATES
        told = [] if named else sentence.words[at : quantity.first]
        if (named and not quantity.others) or any(
            word in lexicon().people for word in told if word not in _STATES
        ):
            herd = None
        elif (
            (quantity.head is None and not herd.counts)
            or quantity.others
            or quantity.more
            or quantity.head in _STATES
        ):
            quantity.head, quantity.phrase, quantity.person = name, herd.phrase, None
            quantity.could_be_people = False
            quantity.last = quantity.last_number
        at = quantity.last


def _shared_out(sentence: Counting, quantity: Quantity) -> str | None:
    """The animals that a share is of: "40% of the mice"."""
    if quantity.unit is None or quantity.unit.dimension != "percent":
        return None
    behind = sentence.words[quantity.last : quantity.last + _SHARE_REACH]
    if behind[:1] != ["of"]:
        return None
    return next((word for word in behind if word in lexicon().animals), None)


def _is_thing(quantity: Quantity) -> bool:
    known = quantity.head is not None and quantity.head not in lexicon().living
    return known and quantity.person is None and not quantity.could_be_people


def _is_told_as_people(sentence: Counting, k: int) -> bool:
    """Whether a verb of harm to people, and of none to things, is said of those things."""
    quantity = sentence.quantity(k)
    for trigger in sentence.triggers_before(quantity.first, _OBJECT_REACH):
        gap = sentence.words[trigger.last : quantity.first]
        if all(word in lexicon().determiners for word in gap):
            if _is_of_lives(trigger, "active", quantity):
                return True
    for trigger in sentence.triggers_from(quantity.last, quantity.last + _VERB_REACH):
        lex = lexicon()
        gap = sentence.words[quantity.last : trigger.first]
        if not gap or not all(word in lex.auxiliary or word in lex.adverb for word in gap):
            return False
        return _is_of_lives(trigger, "passive", quantity) and not lex.auxiliary.isdisjoint(gap)
    return False


def _is_of_lives(trigger: Trigger, form: str, quantity: Quantity) -> bool:
    kind = trigger.kind(form)
    return kind in _OF_LIVES and pick(trigger, form, quantity) is None

"""Numbers without a noun of their own that are of things told of before: "fourteen amendments were
killed and six survived", "beheaded 11 statues and left two others without arms"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting, is_bare, pick
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

_OF_LIVES: Final = words("of_things.kinds")
_VERB_REACH: Final = 4  # tokens from the things to the verb told of them
_OBJECT_REACH: Final = 2  # tokens from a verb to what it takes


def keep_from_people(sentence: Counting) -> None:
    """Marks bare numbers behind things that are told to be killed or hurt as no people: harm that
    is said of things in a manner of speaking is said of the next number in it too."""
    if len(sentence.items) == 1 or not sentence.triggers:
        return
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

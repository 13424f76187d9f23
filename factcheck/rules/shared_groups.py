"""What a bare number takes from the people told before it, where both are some of others: "two
children among the dead and 15 among the wounded" are 15 children."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import Counting, Reading, fits, is_bare
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

AMONG: Final = frozenset({"among", "amongst"})
MARK: Final = mark_of(AMONG)
_OF: Final = frozenset({"of"})
_THE: Final = frozenset({"the", "those"})
JOINING: Final = words("shared_groups.joining")
SOME: Final = "some_among"  # the rule of that name
_HARM_REACH: Final = 4  # tokens of "those who had been"
_REACH: Final = 12  # tokens from the people to the next number
_ENDS: Final = frozenset({".", ":", "(", ")"})


def borrow(sentence: Counting) -> None:
    """The noun of the people before, for bare numbers that are some of other harmed."""
    if not sentence.holds(MARK):
        return
    for k in range(1, len(sentence.items)):
        quantity, before = sentence.quantity(k), sentence.quantity(k - 1)
        if before.person is None or not is_bare(quantity):
            continue
        if not is_some(sentence.words, quantity.last):
            continue
        gap = sentence.gap(k)
        if not gap or gap[-1] not in JOINING or len(gap) > _REACH or not _ENDS.isdisjoint(gap):
            continue
        opener = sentence.words[max(0, before.first - _REACH) : before.first]
        if AMONG.isdisjoint(gap) and AMONG.isdisjoint(opener):
            continue
        quantity.head, quantity.phrase, quantity.person = before.head, before.phrase, before.person
        quantity.could_be_people = before.could_be_people


def is_some(listed: list[str], last: int) -> bool:
    """Whether "among the …", "of those …" stands at token `last`."""
    told = listed[last : last + 2]
    return len(told) > 1 and (told[0] in AMONG or told[0] in _OF) and told[1] in _THE


def some_among(sentence: Counting, k: int) -> Reading | None:
    """ "two boys among the dead", "nine among those who were hurt"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    first = quantity.last + 2
    if not is_some(tokens, quantity.last) or tokens[quantity.last] not in AMONG:
        return None
    if quantity.person is None and not is_bare(quantity):
        return None
    lex = lexicon()
    for trigger in sentence.triggers_from(first, first + _HARM_REACH):
        between = tokens[first : trigger.first]
        if any(word not in lex.auxiliary and word != "who" for word in between):
            return None
        kind = trigger.kind("toll") or trigger.kind("nouns") or trigger.kind("passive")
        if kind in lex.of_people and kind not in lex.objects and fits(kind, quantity):
            return Reading(kind, trigger)
    return None


def of_others(sentence: Counting, k: int) -> Reading | None:
    """ "Of the dead, four were tourists, and of the injured, nine": of those named right before."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not is_bare(quantity):
        return None
    end = quantity.first - (tokens[quantity.first - 1] == ",")
    for trigger in sentence.triggers_before(end, 0):
        opener = tokens[max(0, trigger.first - 2) : trigger.first]
        joined = tokens[trigger.first - 3] if trigger.first > 2 else ""
        if len(opener) < 2 or opener[0] not in _OF | AMONG or opener[1] not in _THE:
            continue
        kind = trigger.kind("toll") or trigger.kind("nouns") or trigger.kind("passive")
        if kind in lexicon().of_people and fits(kind, quantity) and joined in JOINING:
            return Reading(kind, trigger)
    return None

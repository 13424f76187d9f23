"""The fields of a claim that say what it counts: subject, unit, change, whether to check it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from claims_db.kinds import kinds
from factcheck.quantity import noun_phrases
from factcheck.reading import predicate_groups
from factcheck.rules import measured, shared_groups
from factcheck.rules.counting import Counted
from factcheck.text.lexicon import lexicon
from factcheck.text.nouns import singular
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_MOMENTS: Final = (["ago"], ["earlier"], ["later"], ["hence"], ["previously"])
_OF_OTHERS: Final = frozenset({"money", "percent", "points"})  # told of what is measured
_ALL_TOGETHER: Final = frozenset(
    frozenset(pair.split("-")) for pair in words("counted.all_together")
)
_OTHER_SHOCKS: Final = words("counted.other_shocks")
_OTHER_SHOCKS_MARK: Final = mark_of(_OTHER_SHOCKS)
_MAIN_SHOCKS: Final = words("counted.main_shocks")
_SHOCK_BEFORE, _SHOCK_BEHIND = 8, 4  # tokens from a magnitude to the shock it is of
_SOME_OF: Final = frozenset({"among_named", "among_following", "included", shared_groups.SOME})
_ALL_STAFF: Final = words("counted.all_staff")
_NUMBERED_REACH: Final = 4  # tokens of "number of foreign miners" before "killed"


def subject(tokens: Tokens, item: Counted) -> str | None:
    """What is counted or measured, as the text names it; people without a group are "people"."""
    quantity = item.quantity
    of_people = item.kind in lexicon().of_people
    if of_people or (item.kind == "rate" and quantity.person):
        return group(tokens, item) or ("people" if of_people else quantity.head)
    measure = quantity.unit is not None and quantity.unit.dimension in _OF_OTHERS
    if quantity.phrase is None and not quantity.age and not measure and item.kind != "magnitude":
        told = noun_phrases.described(tokens, quantity.number, quantity.last)
        if told is not None:
            return told
    return quantity.phrase or quantity.head or measured.noun(tokens, quantity)


def group(tokens: Tokens, item: Counted) -> str | None:
    """Which people are counted, by the figure's own noun, or by that of its toll: "the number of
    miners killed rose to 23"."""
    quantity, trigger = item.quantity, item.trigger
    if item.kind == "magnitude":
        return _of_aftershock(tokens, quantity.first, quantity.last_number)
    if quantity.person is not None and quantity.person.group is not None:
        if quantity.person.group in _ALL_STAFF and kinds()[item.kind].unit == "job":
            return None  # 300 workers laid off are 300 jobs
        return None if _is_everybody(tokens, quantity.last) else quantity.person.group
    if item.kind in lexicon().of_people:
        told = predicate_groups.group(tokens, quantity.first, quantity.last)
        if told is None and item.via in _SOME_OF and item.whole is None:
            return _some(tokens, item)
        if told is not None or quantity.person is not None:
            return told
    if item.via != "toll" or trigger is None or trigger.first == 0 or quantity.head is not None:
        return None
    before = tokens.words[max(0, trigger.first - _NUMBERED_REACH) : trigger.first]
    if "of" not in before or trigger.first > quantity.first:
        return None
    person = lexicon().people.get(before[-1])
    return person.group if person is not None else None


def _some(tokens: Tokens, item: Counted) -> str:
    """Which of the harmed are told of, where they are some among them: "Dutch citizens"; no count
    of all of them, even if their words don't tell."""
    quantity = item.quantity
    told = tokens.text[tokens.starts[quantity.last_number] : tokens.end(quantity.last - 1)]
    named = quantity.last > quantity.last_number and quantity.head != "people"
    return told if named and told else "some of them"


def _of_aftershock(tokens: Tokens, first: int, last: int) -> str | None:
    """Which of the shocks of a quake is measured, where it is not the main one: "an aftershock of
    magnitude 4.9", "a 5.2 foreshock"."""
    if not tokens.holds(_OTHER_SHOCKS_MARK):
        return None
    words = tokens.words
    for i in (
        *range(last, min(len(words), last + _SHOCK_BEHIND)),
        *range(first - 1, max(-1, first - _SHOCK_BEFORE), -1),
    ):
        if words[i] in _OTHER_SHOCKS:
            return singular(words[i])
        if words[i] in _MAIN_SHOCKS:
            return None
    return None


def _is_everybody(tokens: Tokens, last: int) -> bool:
    """Whether one count is of two groups that together are all there are: "289 passengers and
    crew", "14 men and women"."""
    words = tokens.words
    if last < 1 or last >= len(words) or words[last] != "and":
        return False
    behind = next((w for w in words[last + 1 : last + 3] if w not in ("the", "all")), "")
    return frozenset((words[last - 1], behind)) in _ALL_TOGETHER


def unit(item: Counted) -> str | None:
    """The unit of measure, "person", or the singular of what is counted."""
    quantity = item.quantity
    if quantity.age or (item.kind == "age" and quantity.unit is None):
        return f"{quantity.unit.name if quantity.unit is not None else 'year'} of age"
    if quantity.unit is not None:
        return quantity.unit.name
    if quantity.person is not None or item.kind in lexicon().of_people:
        return "person"
    if item.kind == "magnitude":
        return "magnitude"
    noun = quantity.phrase.lower() if quantity.phrase else quantity.head
    return singular(noun) if noun else None


def change(items: list[Counted], k: int, told: Collection[str] = ()) -> str | None:
    """ "+" or "-" for an increment; "another 70 wounded" beside the dead is a total, whether they
    were `told` of before (the kinds of which) or in the same sentence."""
    item = items[k]
    if item.quantity.change:
        return item.quantity.change
    if not item.quantity.more or item.kind not in lexicon().of_people:
        return None
    harmed = [other.kind for other in items[:k] if other.kind in lexicon().of_people]
    harmed += told
    return "+" if not harmed or item.kind in harmed else None


def is_moment(tokens: Tokens, item: Counted) -> bool:
    """ "three days ago": a time that dates what is told, and no length of anything."""
    last = item.quantity.last
    return item.kind == "duration" and tokens.words[last : last + 1] in _MOMENTS


def is_checkable(item: Counted) -> bool:
    """Ages, and single people told of by the way, are read but not held to a record."""
    return item.kind != "age" and not (item.quantity.implied and item.quantity.value.stated == 1)

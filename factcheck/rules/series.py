"""What a bare number counts by the figure that it stands in series with, in its sentence or the one
before: "Tehran counts 610 dead, an independent monitor 974", "six missing on Friday was nineteen
by Sunday". Whoever tells, owns or follows such a number is told by the words right before it."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, fits, is_bare
from factcheck.rules.series_subjects import (
    ARTICLES,
    GUESSES,
    KINDS,
    TIMES,
    gives,
    is_figure,
    is_of_name,
    is_said_to_be,
    led_by,
    may_be_age,
)
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words
from factcheck.text.words_at import word_at

_LEADING: Final = words("series.leading")
_MARKS: Final = words("series.marks")
_MEASURES: Final = words("series.measures")
_WANTING: Final = words("series.wanting")
_PERIODS: Final = words("series.periods")
_BEHIND: Final = words("series.behind")
_COMPARED: Final = words("series.compared")
_REACH: Final = 30  # tokens from a figure to one in series with it
_NAME_REACH: Final = 4  # tokens of ", and tiny Halidere"
_SHARE_REACH: Final = 6  # tokens of "in neighbouring Tibet and"
_PLACES: Final = frozenset({"in", "at", "from", "near", "on"})


def share(sentence: Counting) -> None:
    """Gives bare numbers the kind of the figure in series with them: the nearest before, else the
    one behind where nothing else is counted."""
    if not _has_bare(sentence):
        return
    for k, item in enumerate(sentence.items):
        if item.kind != UNCOUNTED or not _is_open(sentence, item.quantity):
            continue
        if _takes_unit(sentence, k):
            continue
        giver = _giver(sentence, k)
        if giver is not None and _goes_on(sentence, item.quantity, giver):
            item.kind, item.trigger, item.via = giver.kind, giver.trigger, "series"


def _takes_unit(sentence: Counting, k: int) -> bool:
    """ "43 degrees in Seville and 41 in Cordoba": a bare number joined to a measure takes its unit
    and kind. Whether it did."""
    item, quantity = sentence.items[k], sentence.quantity(k)
    words, first, last = sentence.words, quantity.first, quantity.last
    wanted = first > 0 and words[first - 1] in _WANTING
    measured = _measure_before(sentence, k, wanted=wanted)
    if measured is None or quantity.more or not is_bare(quantity):
        return False
    near = first - measured.quantity.last <= _SHARE_REACH
    joined = words[first - 1] in (",", "and", "but")
    behind = word_at(words, last)
    placed = behind in _PLACES or behind in TIMES or _is_period(words, last)
    if not (near and joined and placed) and not wanted:
        return False
    quantity.unit = measured.quantity.unit
    item.kind, item.via = measured.kind, "series"
    return True


def _measure_before(sentence: Counting, k: int, *, wanted: bool) -> Counted | None:
    """The measure right before number `k`; of a wanted number the last one of its sentence."""
    for j in range(k - 1, -1, -1):
        item = sentence.items[j]
        if item.quantity.unit is not None and item.kind in _MEASURES:
            return item
        if not wanted:
            return None
    return None


def carry(tokens: Tokens, items: list[Counted], kind: str) -> None:
    """Gives bare numbers of a sentence that counts nobody else the kind of the sentence before:
    "Five were killed. By Sunday the figure was nine." """
    if any(item.kind in lexicon().of_people for item in items):
        return
    sentence = Counting(tokens, items, [])
    for item in sentence.items:
        quantity = item.quantity
        if item.kind != UNCOUNTED or not _is_open(sentence, quantity) or not fits(kind, quantity):
            continue
        if is_figure(sentence.words, quantity.first) or is_said_to_be(sentence, quantity):
            item.kind, item.via = kind, "series"


def carried(items: list[Counted]) -> str | None:
    """The kind that a sentence hands on: of its one kind of harm, if a number of it is written."""
    found = {item.kind for item in items if gives(item)}
    return next(iter(found)) if len(found) == 1 else None


def _has_bare(sentence: Counting) -> bool:
    bare = given = False
    for item in sentence.items:
        bare = bare or (item.kind == UNCOUNTED and is_bare(item.quantity))
        bare = bare or (item.kind == UNCOUNTED and _is_of_those(item.quantity))
        given = given or gives(item) or item.kind in _MEASURES
    return bare and given


def _is_open(sentence: Counting, quantity: Quantity) -> bool:
    """Whether the number has nothing of its own to count, and no predicate behind it."""
    if not is_bare(quantity) and not _is_of_those(quantity):
        return False
    stated = quantity.value.stated
    if stated is not None and (not float(stated).is_integer() or stated < 0):
        return False
    if quantity.per is not None or quantity.fraction:
        return False
    behind = sentence.words[quantity.last : quantity.last + 1]
    if _is_period(sentence.words, quantity.last):
        return True
    if not behind or behind[0] in _BEHIND or behind[0] in _COMPARED:
        return not _is_each(sentence.words, quantity)
    return behind[0] in TIMES


def _is_period(words: list[str], j: int) -> bool:
    """ "a day earlier", "the night before" at token `j`."""
    return (
        word_at(words, j) in ("a", "the")
        and words[j + 1 : j + 2] != []
        and (words[j + 1] in _PERIODS)
    )


def _is_of_those(quantity: Quantity) -> bool:
    """ "28 of its own"."""
    return quantity.counts and quantity.partitive and quantity.head in (None, "own")


def _is_each(words: list[str], quantity: Quantity) -> bool:
    """ "one by one"."""
    if quantity.value.stated != 1:
        return False
    beside = words[quantity.first - 1 : quantity.first] + words[quantity.last :][:1]
    return "by" in beside


def _giver(sentence: Counting, k: int) -> Counted | None:
    quantity = sentence.quantity(k)
    for j in range(k - 1, -1, -1):
        item = sentence.items[j]
        if quantity.first - item.quantity.last > _REACH:
            break
        if gives(item) and _fits(item.kind, quantity):
            return item
        if item.kind in KINDS:
            return None
    kinds = {item.kind for item in sentence.items[k + 1 :] if gives(item)}
    if len(kinds) != 1:
        return None
    giver = next(item for item in sentence.items[k + 1 :] if gives(item))
    near = giver.quantity.first - quantity.last <= _REACH
    return giver if near and _fits(giver.kind, quantity) else None


def _fits(kind: str, quantity: Quantity) -> bool:
    """Whether a bare number may be of the kind: of things, any number without a noun may."""
    return fits(kind, quantity) if kind in lexicon().of_people else is_bare(quantity)


def _goes_on(sentence: Counting, quantity: Quantity, giver: Counted) -> bool:
    """Whether the words right before the number lead on from the giver, or to it."""
    words, first = sentence.words, quantity.first
    follows = giver.quantity.first < first
    if is_figure(words, first) or is_said_to_be(sentence, quantity):
        return True
    if not follows:
        return False
    before = led_by(words, first)
    if not before:
        return False
    behind = words[quantity.last : quantity.last + 1]
    if behind != [] and behind[0] in _COMPARED:
        return True  # "1,117 died, 86 fewer than first announced"
    guess = quantity.value.text.split(" ", 1)[0].lower()
    if not GUESSES.isdisjoint((guess, *words[max(0, first - 2) : first])):
        return True
    timed = behind != [] and (behind[0] in _PLACES or behind[0] in TIMES)
    if before[-1] in (",", "and") and (timed or _is_period(words, quantity.last)):
        if _since_last(sentence, quantity) <= _SHARE_REACH:
            return True  # "34 in India, 10 in Tibet, two in Bangladesh"
    return _is_owned(sentence, first, giver) or (
        before[-1] in _LEADING and not may_be_age(sentence, quantity)
    )


def _since_last(sentence: Counting, quantity: Quantity) -> int:
    """How many tokens lie between the number and the one before it."""
    before = [i.quantity.last for i in sentence.items if i.quantity.first < quantity.first]
    return quantity.first - before[-1] if before else quantity.first


def _is_owned(sentence: Counting, first: int, giver: Counted) -> bool:
    """ ", Yalova 2,467 and tiny Halidere 93", "and a tanker 17": who else has such a number, right
    behind a mark."""
    words = sentence.words
    low = max(_told_by(giver, first), first - _NAME_REACH - 1)
    at = next((i for i in range(first - 1, low - 1, -1) if words[i] in _MARKS), None)
    if at is None or at == first - 1 or (words[at] == "and" and first - at > _NAME_REACH):
        return False
    named = words[at + 1 : first]
    opened = named[0] in ARTICLES or sentence.tokens.capital(first - 1)
    return opened and all(word in ARTICLES or is_of_name(word) for word in named)


def _told_by(giver: Counted, first: int) -> int:
    """Where the figure before has been told, with its verb if that stands before token `first`."""
    last = giver.quantity.last
    if giver.trigger is not None and giver.trigger.last <= first:
        return max(last, giver.trigger.last)
    return last

"""What a bare number counts by the figure that it stands in series with, in its sentence or the one
before: "Tehran counts 610 dead, an independent monitor 974", "six missing on Friday was nineteen
by Sunday". Whoever tells, owns or follows such a number is told by the words right before it."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantities import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, among, fits, is_bare
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

_KINDS: Final = words("series.kinds")
_TELLING: Final = words("series.telling")
_BEING: Final = words("series.being")
_LEADING: Final = words("series.leading")
_FIGURES: Final = words("elided.figures")
_MARKS: Final = words("series.marks")
_MEASURES: Final = words("series.measures")
_WANTING: Final = words("series.wanting")
_PERIODS: Final = words("series.periods")
_SKIPPED: Final = words("series.skipped")
_BEHIND: Final = words("series.behind")
_COMPARED: Final = words("series.compared")
_TIMES: Final = words("series.times")
_TOLLS: Final = words("series.tolls")
_QUALIFYING: Final = words("series.qualifying")
_TELLERS: Final = words("series.tellers") | words("sources.offices")
_GIVING: Final = frozenset({"gave", "gives", "give"})
_PUTTING: Final = frozenset({"put", "puts", "putting", "placed", "places", "placing"})
_PRONOUNS: Final = frozenset({"it", "they", "this", "that", "these", "those"})
_WITHIN: Final = frozenset(
    {"of", "in", "at", "from", "for", "since", "among", "across", "by", "on", "near", "there"}
)  # say more of a subject
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":", "and", "but", "while", "–", "—", "said"})
_GUESSES: Final = frozenset({"probably", "perhaps", "possibly", "maybe"})
_ARTICLES: Final = frozenset({"a", "an"}) | lexicon().determiners
_OF_FIGURE: Final = frozenset({"to", "at", "of", "is", "was"})
_REACH: Final = 30  # tokens from a figure to one in series with it
_FIGURE_REACH: Final = 8  # tokens from "total" to its value
_NAME_REACH: Final = 4  # tokens of ", and tiny Halidere"
_SHARE_REACH: Final = 6  # tokens of "in neighbouring Tibet and"
_PLACES: Final = frozenset({"in", "at", "from", "near", "on"})
_SUBJECT_REACH: Final = 14  # tokens of a subject
_AGE: Final = 110  # the greatest number that may be an age behind a name
_NOW: Final = frozenset({"now", "currently"})
_AT: Final = (["stands", "at"], ["stood", "at"])


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
    behind = "".join(words[last : last + 1])
    placed = behind in _PLACES or behind in _TIMES or _is_period(words, last)
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
        if _is_figure(sentence.words, quantity.first) or _is_said_to_be(sentence, quantity):
            item.kind, item.via = kind, "series"


def carried(items: list[Counted]) -> str | None:
    """The kind that a sentence hands on: of its one kind of harm, if a number of it is written."""
    found = {item.kind for item in items if _gives(item)}
    return next(iter(found)) if len(found) == 1 else None


def _has_bare(sentence: Counting) -> bool:
    bare = given = False
    for item in sentence.items:
        bare = bare or (item.kind == UNCOUNTED and is_bare(item.quantity))
        bare = bare or (item.kind == UNCOUNTED and _is_of_those(item.quantity))
        given = given or _gives(item) or item.kind in _MEASURES
    return bare and given


def _gives(item: Counted) -> bool:
    return item.kind in _KINDS and not item.quantity.implied


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
    return behind[0] in _TIMES


def _is_period(words: list[str], j: int) -> bool:
    """ "a day earlier", "the night before" at token `j`."""
    return (
        words[j : j + 1] in (["a"], ["the"])
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
        if _gives(item) and _fits(item.kind, quantity):
            return item
        if item.kind in _KINDS:
            return None
    kinds = {item.kind for item in sentence.items[k + 1 :] if _gives(item)}
    if len(kinds) != 1:
        return None
    giver = next(item for item in sentence.items[k + 1 :] if _gives(item))
    near = giver.quantity.first - quantity.last <= _REACH
    return giver if near and _fits(giver.kind, quantity) else None


def _fits(kind: str, quantity: Quantity) -> bool:
    """Whether a bare number may be of the kind: of things, any number without a noun may."""
    return fits(kind, quantity) if kind in lexicon().of_people else is_bare(quantity)


def _goes_on(sentence: Counting, quantity: Quantity, giver: Counted) -> bool:
    """Whether the words right before the number lead on from the giver, or to it."""
    words, first = sentence.words, quantity.first
    follows = giver.quantity.first < first
    if _is_figure(words, first) or _is_said_to_be(sentence, quantity):
        return True
    if not follows:
        return False
    before = _led_by(words, first)
    if not before:
        return False
    behind = words[quantity.last : quantity.last + 1]
    if behind != [] and behind[0] in _COMPARED:
        return True  # "1,117 died, 86 fewer than first announced"
    guess = quantity.value.text.split(" ", 1)[0].lower()
    if not _GUESSES.isdisjoint((guess, *words[max(0, first - 2) : first])):
        return True
    timed = behind != [] and (behind[0] in _PLACES or behind[0] in _TIMES)
    if before[-1] in (",", "and") and (timed or _is_period(words, quantity.last)):
        if _since_last(sentence, quantity) <= _SHARE_REACH:
            return True  # "34 in India, 10 in Tibet, two in Bangladesh"
    return _is_owned(sentence, first, giver) or (
        before[-1] in _LEADING and not _may_be_age(sentence, quantity)
    )


def _since_last(sentence: Counting, quantity: Quantity) -> int:
    """How many tokens lie between the number and the one before it."""
    before = [i.quantity.last for i in sentence.items if i.quantity.first < quantity.first]
    return quantity.first - before[-1] if before else quantity.first


def _led_by(words: list[str], first: int) -> list[str]:
    """The words before the number without guesses and marks of quotation, and without the comma
    before a guess."""
    low = max(0, first - _FIGURE_REACH)
    before = words[low:first]
    guessed = False
    while before and (before[-1] in _SKIPPED or (guessed and before[-1] == ",")):
        guessed = guessed or before[-1] in _GUESSES
        before.pop()
    return before


def _is_figure(words: list[str], first: int) -> bool:
    """ "bringing the total since January to", "put the figure at"."""
    before = _led_by(words, first)
    if not before or before[-1] not in _OF_FIGURE:
        return False
    low = max(0, first - _FIGURE_REACH)
    led = min(low, 1)  # the word before the first looked at
    told = words[low - led : low + len(before)]
    return any(told[j] in _FIGURES and is_of_toll(told, j) for j in range(led, len(told) - 1))


def is_of_toll(words: list[str], j: int) -> bool:
    """Whether the word of a figure at `j` is of people or things harmed: "the figure", "the number
    of dead"; not "the emergency number", "the number of seats"."""
    if words[j] == "toll":
        return True
    led = words[j - 1] if j else "the"
    if led not in _ARTICLES and led not in _QUALIFYING and led not in _TOLLS:
        return False
    if _is_of_other_noun(words, j):
        return False
    counted = (
        words[j + 2 :] if words[j + 1 : j + 2] == ["of"] else []
    )  # none: the number's own "of"
    return len(counted) == 0 or not _TOLLS.isdisjoint(counted)


def _is_of_other_noun(words: list[str], j: int) -> bool:
    """Whether the word of a figure at `j` only tells of the noun behind it, which has the number:
    "the total bill was", "a total distance of"."""
    lex = lexicon()
    if j + 2 >= len(words) or words[-1] not in ("is", "was", "of"):
        return False
    behind = words[j + 1]
    plain = behind not in _WITHIN and behind not in _TIMES and behind not in _TOLLS
    return (
        plain
        and behind.isalpha()
        and behind not in lex.auxiliary
        and behind not in lex.adverb
        and not behind.endswith("ed")
    )


def _is_said_to_be(sentence: Counting, quantity: Quantity) -> bool:
    """ "it was nineteen by Sunday", "the monitor counts 974", "puts it at 4,300"; no age, and no
    number of an arbitrary noun: "the speed limit is 60"."""
    words = sentence.words
    before = _led_by(words, quantity.first)
    if not before:
        return False
    if before[-2:] in (["it", "at"], ["them", "at"]):
        return before[-3:-2] != [] and before[-3] in _PUTTING
    if before[-2:] == ["toll", "at"]:
        return True
    if len(before) > 1 and (before[-1] in _NOW or before[-2:] in _AT):
        before.pop()  # "it is now 61", "it stands at 61"
    verb = max(0, quantity.first - _FIGURE_REACH) + len(before) - 1
    if before[-1] in _TELLING:
        return _tells(sentence, verb)
    if before[-1] not in _BEING or _may_be_age(sentence, quantity):
        return False
    low, high = _subject(words, verb)
    if any(_gives(item) and low <= item.quantity.first < high for item in sentence.items):
        return True  # "six missing on Friday was nineteen by Sunday"
    if before[-2:-1] == ["there"] and (quantity.more or "more" in words[quantity.last :][:1]):
        return True  # "there are seven more"
    head = _head(words, low, high)
    if head < low:
        return False
    if words[head] in _PRONOUNS:
        return head == high - 1
    if words[head] in _FIGURES:
        return is_of_toll(words[low:high], head - low)
    return words[head] in _TOLLS


def _tells(sentence: Counting, verb: int) -> bool:
    """Whether one who counts people harmed is the subject of the verb of telling at `verb`."""
    words = sentence.words
    low, high = _subject(words, verb)
    if high - low == 1 and words[low] == "which" and low > 1:  # "the monitor, which counts 974"
        low, high = _subject(words, low - 1)
    head = _head(words, low, high)
    if head < low:
        return False
    if words[head] in _PRONOUNS:
        return words[verb] not in _GIVING
    return among(words[head], _TELLERS) or (
        sentence.tokens.capital(head) and words[head] not in _ARTICLES and _is_of_name(words[head])
    )


def _subject(words: list[str], verb: int) -> tuple[int, int]:
    """Where the words before a verb in its clause begin and end, without its auxiliaries."""
    lex = lexicon()
    high = verb
    while high > 0 and (words[high - 1] in lex.auxiliary or words[high - 1] in lex.adverb):
        high -= 1
    low = high
    while low > 0 and high - low < _SUBJECT_REACH and words[low - 1] not in _CLAUSE_ENDS:
        low -= 1
    return low, high


def _head(words: list[str], low: int, high: int) -> int:
    """Where the noun of a subject at [low, high) stands: right before what says more of it, as in
    "the number | of dead in Gaza"; what opens the clause, as in "by Sunday the toll", is no part of
    it. Less than `low` where there is none."""
    starts = [i for i in range(low, high) if words[i] in _ARTICLES or words[i] in _PRONOUNS]
    opened = low < high and words[low] in _WITHIN
    if opened and not starts:
        return high - 1  # "on Sunday deaths"
    begin = low
    if opened:
        begin = next((i for i in starts if i > low + 1), high - 1)
    for i in range(begin + 1, high):
        if words[i] in _WITHIN:
            return i - 1
    return high - 1


def _may_be_age(sentence: Counting, quantity: Quantity) -> bool:
    """ "two boys, 12 and 16, were": a small number in commas behind a noun or name."""
    stated = quantity.value.stated
    if stated is None or stated > _AGE or quantity.first < 1 or quantity.more:
        return False
    paired = sentence.words[quantity.first - 1] == "and" and any(
        item.kind == UNCOUNTED and item.quantity.last == quantity.first - 1
        for item in sentence.items
    )  # "two boys, 12 and 16"
    marked = sentence.words[quantity.first - 1] in (",", "-", "–", "—")
    return (marked or paired) and sentence.words[quantity.last : quantity.last + 1] in (
        [","],
        ["and"],
        ["-"],
        ["–"],
        ["—"],
        [],
        ["."],
    )


def _is_owned(sentence: Counting, first: int, giver: Counted) -> bool:
    """ ", Yalova 2,467 and tiny Halidere 93", "and a tanker 17": who else has such a number, right
    behind a mark."""
    words = sentence.words
    low = max(_told_by(giver, first), first - _NAME_REACH - 1)
    at = next((i for i in range(first - 1, low - 1, -1) if words[i] in _MARKS), None)
    if at is None or at == first - 1 or (words[at] == "and" and first - at > _NAME_REACH):
        return False
    named = words[at + 1 : first]
    opened = named[0] in _ARTICLES or sentence.tokens.capital(first - 1)
    return opened and all(word in _ARTICLES or _is_of_name(word) for word in named)


def _told_by(giver: Counted, first: int) -> int:
    """Where the figure before has been told, with its verb if that stands before token `first`."""
    last = giver.quantity.last
    if giver.trigger is not None and giver.trigger.last <= first:
        return max(last, giver.trigger.last)
    return last


def _is_of_name(word: str) -> bool:
    lex = lexicon()
    tables = (lex.auxiliary, lex.verb_starts, lex.stop, lex.verb)
    return word[0].isalpha() and not any(word in table for table in tables)

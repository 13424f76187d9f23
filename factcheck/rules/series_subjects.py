"""The noun that a bare number of a series is said of."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, among
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

KINDS: Final = words("series.kinds")
_TELLING: Final = words("series.telling")
_BEING: Final = words("series.being")
_FIGURES: Final = words("elided.figures")
_SKIPPED: Final = words("series.skipped")
TIMES: Final = words("series.times")
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
GUESSES: Final = frozenset({"probably", "perhaps", "possibly", "maybe"})
ARTICLES: Final = frozenset({"a", "an"}) | lexicon().determiners
_OF_FIGURE: Final = frozenset({"to", "at", "of", "is", "was"})
_FIGURE_REACH: Final = 8  # tokens from "total" to its value
_SUBJECT_REACH: Final = 14  # tokens of a subject
_AGE: Final = 110  # the greatest number that may be an age behind a name
_NOW: Final = frozenset({"now", "currently"})
_AT: Final = (["stands", "at"], ["stood", "at"])


def gives(item: Counted) -> bool:
    return item.kind in KINDS and not item.quantity.implied


def led_by(words: list[str], first: int) -> list[str]:
    """The words before the number without guesses and marks of quotation, and without the comma
    before a guess."""
    low = max(0, first - _FIGURE_REACH)
    before = words[low:first]
    guessed = False
    while before and (before[-1] in _SKIPPED or (guessed and before[-1] == ",")):
        guessed = guessed or before[-1] in GUESSES
        before.pop()
    return before


def is_figure(words: list[str], first: int) -> bool:
    """ "bringing the total since January to", "put the figure at"."""
    before = led_by(words, first)
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
    if led not in ARTICLES and led not in _QUALIFYING and led not in _TOLLS:
        return False
    if _is_of_other_noun(words, j):
        return False
    counted = words[j + 2 :] if is_at(words, j + 1, "of") else []  # none: the number's own "of"
    return len(counted) == 0 or not _TOLLS.isdisjoint(counted)


def _is_of_other_noun(words: list[str], j: int) -> bool:
    """Whether the word of a figure at `j` only tells of the noun behind it, which has the number:
    "the total bill was", "a total distance of"."""
    lex = lexicon()
    if j + 2 >= len(words) or words[-1] not in ("is", "was", "of"):
        return False
    behind = words[j + 1]
    plain = behind not in _WITHIN and behind not in TIMES and behind not in _TOLLS
    return (
        plain
        and behind.isalpha()
        and behind not in lex.auxiliary
        and behind not in lex.adverb
        and not behind.endswith("ed")
    )


def is_said_to_be(sentence: Counting, quantity: Quantity) -> bool:
    """ "it was nineteen by Sunday", "the monitor counts 974", "puts it at 4,300"; no age, and no
    number of an arbitrary noun: "the speed limit is 60"."""
    words = sentence.words
    before = led_by(words, quantity.first)
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
    if before[-1] not in _BEING or may_be_age(sentence, quantity):
        return False
    low, high = _subject(words, verb)
    if any(gives(item) and low <= item.quantity.first < high for item in sentence.items):
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
        sentence.tokens.capital(head) and words[head] not in ARTICLES and is_of_name(words[head])
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
    starts = [i for i in range(low, high) if words[i] in ARTICLES or words[i] in _PRONOUNS]
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


def may_be_age(sentence: Counting, quantity: Quantity) -> bool:
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


def is_of_name(word: str) -> bool:
    lex = lexicon()
    tables = (lex.auxiliary, lex.verb_starts, lex.stop, lex.verb)
    return word[0].isalpha() and not any(word in table for table in tables)

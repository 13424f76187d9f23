"""Which counts add to a total or are taken off it: two of the wounded died, two were counted
twice, a fifth victim died."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_ALIVE: Final = words("increments.alive")
_ORDINALS: Final = words("increments.ordinals")
_COUNTING: Final = words("increments.counting")
_TWICE: Final = words("increments.twice")
_ENDS: Final = frozenset({",", ";", ".", ":", "but", "while", "so"})
_BRINGING: Final = words("increments.bringing")
_BRINGING_MARK: Final = mark_of(_BRINGING)
_LATER: Final = words("increments.later")
_REACH: Final = 8  # tokens from a figure to the words that take it off a count
_NAMED: Final = 3  # tokens from "of" to those whom it names: "of the seriously wounded"
_PHRASES: Final = tuple(
    tuple(text.split()) for text in table(CONSTRUCTIONS).phrases("increments.taken_off")
)
# Those that may stand before the figure: "after double-counting two victims".
_COUNTED: Final = tuple(
    tuple(text.split()) for text in table(CONSTRUCTIONS).phrases("increments.taken_off_before")
)
_ARTICLES: Final = frozenset({"a", "an"})
_OPENINGS: Final = frozenset(phrase[0] for phrase in _PHRASES)
_CUES: Final = _OPENINGS | _TWICE
_CUES_MARK: Final = mark_of(_CUES)


def mark(sentence: Counting) -> None:
    """Sets the change of counts that stand beside a total of their kind: "+" for those who come
    to it, "-" for those taken off it."""
    corrected = sentence.holds(_CUES_MARK)
    for k, item in enumerate(sentence.items):
        quantity = item.quantity
        if item.kind == UNCOUNTED or quantity.change is not None:
            continue
        if item.kind not in lexicon().of_people:
            continue
        if corrected and item.kind != "rescued" and _is_taken_off(sentence, k):
            quantity.change = "-"
        elif _died_later(sentence, k) or _is_one_more(sentence, k) or _brings_to_total(sentence, k):
            quantity.change = "+"


def _died_later(sentence: Counting, k: int) -> bool:
    """ "Two of the wounded died", "two injured people died": dead beside those who died at once."""
    item = sentence.items[k]
    if item.kind != "killed" or item.quantity.implied:
        return False
    if item.among is not None and sentence.items[item.among].kind in _ALIVE:
        return True  # "three of the 40 injured have died"
    quantity = item.quantity
    if item.trigger is None:
        return False
    reach = quantity.last + _NAMED if quantity.partitive else quantity.last + 1
    named = sentence.triggers_from(quantity.last_number, reach)
    return any(
        trigger.first < item.trigger.first
        and not _ALIVE.isdisjoint((trigger.kind("toll"), trigger.kind("passive")))
        for trigger in named
    )


def _is_next(words: list[str], quantity: Quantity) -> bool:
    """ "A fifth victim": one more."""
    if not quantity.implied or quantity.value.stated != 1:
        return False
    first = quantity.first
    if quantity.last - first < 2 or words[first] not in _ARTICLES:
        return False
    return words[first + 1] in _ORDINALS


def _is_one_more(sentence: Counting, k: int) -> bool:
    return _is_next(sentence.words, sentence.quantity(k)) and not _is_of_others(sentence, k)


def _brings_to_total(sentence: Counting, k: int) -> bool:
    """ "Two died in hospital, bringing the toll to 23": they came to it, harmed or dead before;
    what killed others, bringing it to 23, is a happening of its own."""
    if not sentence.holds(_BRINGING_MARK) or k + 1 == len(sentence.items):
        return False
    item, total = sentence.items[k], sentence.items[k + 1]
    if total.via != "toll" or total.kind != item.kind or item.trigger is None:
        return False
    if item.trigger.first < item.quantity.first and item.trigger.kind("active") is not None:
        return False  # "a raid killed three"
    count, whole = item.quantity.value.stated, total.quantity.value.stated
    if count is None or whole is None or not 0 < count < whole:
        return False
    told = sentence.words[item.quantity.first : total.quantity.first]
    breaks = [i for i, word in enumerate(told) if word == "," and told[i + 1] in _BRINGING]
    return bool(breaks) and not _LATER.isdisjoint(told[: breaks[0]])


def _is_of_others(sentence: Counting, k: int) -> bool:
    """Whether only other kinds of harm were told of before: "two died, a third is in a coma"."""
    kinds = {item.kind for item in sentence.items[:k] if item.kind in lexicon().of_people}
    return bool(kinds) and sentence.items[k].kind not in kinds


def _is_taken_off(sentence: Counting, k: int) -> bool:
    """ "two bodies were counted twice", "after double-counting two victims"."""
    words, quantity = sentence.words, sentence.quantity(k)
    if quantity.value.stated == 0:
        return False
    behind = _clause(words[quantity.last_number : quantity.last + _REACH])
    if k + 1 < len(sentence.items):
        behind = behind[: max(0, sentence.quantity(k + 1).first - quantity.last_number)]
    if any(behind[i] in _OPENINGS and _phrase_at(behind, i, _PHRASES) for i in range(len(behind))):
        return True
    before = words[max(0, quantity.first - 4) : quantity.first]
    if not _TWICE.isdisjoint(behind) and not _COUNTING.isdisjoint(before):
        return True  # "had counted two victims twice"
    return any(
        before[i] in _OPENINGS and _ends_before(before, i, _phrase_at(before, i, _COUNTED))
        for i in range(len(before))
    )


def _ends_before(before: list[str], i: int, size: int) -> bool:
    """Whether only "of" or an article stands between a phrase at word `i` and the figure."""
    return size > 0 and all(word in ("of", "the") for word in before[i + size :])


def _clause(words: list[str]) -> list[str]:
    """The words up to the end of their clause."""
    end = next((i for i, word in enumerate(words) if word in _ENDS), len(words))
    return words[:end]


def _phrase_at(words: list[str], i: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """How many words the phrase has that begins at word `i`; 0 for none."""
    longest = 0
    for phrase in phrases:
        if phrase[0] == words[i] and tuple(words[i : i + len(phrase)]) == phrase:
            longest = max(longest, len(phrase))
    return longest

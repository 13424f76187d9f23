"""Whether those counted are aboard what is told of: "a jet with 62 people on board vanished"."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_BEFORE_OBJECT: Final = words("verbs.before_object")
_ABOARD: Final = (["aboard"], ["onboard"])
_ABOARD_MARK: Final = mark_of(["board", "aboard", "onboard"])
_CARRYING: Final = frozenset({"with", "carrying", "carried", "carries", "had", "has"})
_JOINED: Final = (["and"], [","], [",", "and"], ["plus"])


def is_carried(sentence: Counting, k: int) -> bool:
    """ "A jet with 62 passengers and eight crew on board vanished": it is the jet that vanished."""
    words = sentence.words
    while True:
        first = sentence.quantity(k).first
        while first and (
            words[first - 1] in lexicon().determiners or words[first - 1] in _BEFORE_OBJECT
        ):
            first -= 1
        if first and words[first - 1] in _CARRYING:
            return True
        joined = k > 0 and sentence.gap(k) in _JOINED
        if not joined or sentence.quantity(k - 1).unit is not None:
            return False
        k -= 1


def is_aboard(sentence: Counting, k: int) -> bool:
    """ "With 62 passengers and eight guides on board": whatever befell what carried them."""
    quantity, words = sentence.quantity(k), sentence.words
    if quantity.implied or not quantity.counts or not quantity.could_be_people:
        return False
    last = quantity.last
    if not sentence.holds(_ABOARD_MARK):
        return False
    if words[last : last + 2] == ["on", "board"]:
        last += 2
    elif words[last : last + 1] in _ABOARD:
        last += 1
    elif words[last - 2 : last] == ["on", "board"]:
        pass
    else:
        return False
    return is_carried(sentence, k) and not _taken_up(words, last)


def _taken_up(words: list[str], j: int) -> bool:
    """ "with five people on board, all of whom died": what befell them follows."""
    return is_at(words, j, ",") and "whom" in words[j + 1 : j + 4]

"""Wholes of which a part is told: none of the 88, most of the 340 detained, all but three of 50."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound
from factcheck.quantity import values
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, pick
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.words_at import is_at

_QUANTIFIERS: Final = frozenset({"any", "none", "some", "most", "many", "few", "neither"})
_SHARES: Final = frozenset({"half", "third", "thirds", "quarter", "quarters", "majority"})
_ALL_BUT: Final = ["all", "but"]
BUT_MARK: Final = mark_of(["but"])
_CLAUSE_REACH: Final = 12  # tokens from a participle to the verb of its sentence
_BEHIND_PARTICIPLE: Final = frozenset(
    {
        "in",
        "at",
        "by",
        "on",
        "near",
        "during",
        "since",
        "when",
        "after",
        "from",
        "last",
        "so",
        "there",
    }
)


def whole_of_none(sentence: Counting, k: int) -> Reading | None:
    """ "none of the 88 passengers died": the 88 are no dead; "most of the 88 passengers hurt were
    pupils": the 88 are those hurt."""
    if sentence.items[k].among is not None:
        return None
    quantifier = _quantifier(sentence, k)
    if quantifier in _QUANTIFIERS:
        return _of_all(sentence, k) or Reading(UNCOUNTED)
    if quantifier in _SHARES:
        return _of_all(sentence, k)
    if k == 0:
        return None
    before = sentence.quantity(k - 1)
    if before.fraction and is_at(sentence.words, before.last_number, "of"):
        gap = sentence.words[before.last_number + 1 : sentence.quantity(k).first]
        if gap and all(word in lexicon().determiners for word in gap):
            return _of_all(sentence, k)  # "four in ten of the 260 injured were hit by glass"
    denied = before.implied and before.value.stated == 0
    if not denied or sentence.quantity(k).first >= before.last:
        return None
    return _of_all(sentence, k) or Reading(UNCOUNTED)


def _of_all(sentence: Counting, k: int) -> Reading | None:
    """What all of them are said to be; how many of these are told of is then no count of it."""
    found = _described(sentence, k)
    if found is None or k == 0:
        return found
    between = sentence.words[sentence.quantity(k - 1).last : sentence.quantity(k).first]
    if all(word == "of" or word in lexicon().determiners for word in between):
        sentence.items[k - 1].kind, sentence.items[k - 1].trigger = UNCOUNTED, None
    return found


def _described(sentence: Counting, k: int) -> Reading | None:
    """What a participle right behind those counted says of all of them, where the verb of the
    sentence is still to come."""
    quantity, words = sentence.quantity(k), sentence.words
    for trigger in sentence.triggers_from(quantity.last_number, quantity.last + 1):
        if trigger.first != quantity.last:
            continue
        kind = pick(trigger, "passive", quantity)
        behind = words[trigger.last : trigger.last + _CLAUSE_REACH]
        if kind is None or not behind:
            continue
        lex = lexicon()
        led = behind[0] in _BEHIND_PARTICIPLE
        if not (led or behind[0] in lex.auxiliary or behind[0] in lex.verb):
            continue  # "some of the 12 rebels killed two guards"
        if any(word in lex.auxiliary or word in lex.verb for word in behind):
            return Reading(kind, trigger)
    return None


def take_exceptions(sentence: Counting) -> None:
    """ "All but three of the 50 passengers": 47 of them."""
    if not sentence.holds(BUT_MARK):
        return
    for item in sentence.items:
        quantity = item.quantity
        if item.among is None or not _is_excepted(sentence.words, quantity.first):
            continue
        whole = sentence.quantity(item.among)
        part, all_of_them = quantity.value, whole.value
        if part.bound is not Bound.EXACT or all_of_them.bound is not Bound.EXACT:
            continue
        if part.stated is None or all_of_them.stated is None or part.stated > all_of_them.stated:
            continue
        quantity.first -= len(_ALL_BUT)
        text = sentence.tokens.slice(quantity.first, whole.last_number)
        quantity.value = values.value(all_of_them.stated - part.stated, Bound.EXACT, text)


def _is_excepted(words: list[str], first: int) -> bool:
    return words[max(0, first - len(_ALL_BUT)) : first] == _ALL_BUT


def excepted(sentence: Counting, k: int) -> Reading | None:
    """ "all but three of the 50 passengers were killed": the three alone were not."""
    told = _is_excepted(sentence.words, sentence.quantity(k).first)
    return Reading(UNCOUNTED) if told else None


def _quantifier(sentence: Counting, k: int) -> str:
    """ "some of the 12 pilots were captured": the verb tells of some; "" for none."""
    first, words = sentence.quantity(k).first, sentence.words
    j = first - 1
    while j >= 0 and words[j] in lexicon().determiners and words[j] != "all":
        j -= 1
    return words[j - 1] if 0 < j < first - 1 and words[j] == "of" else ""

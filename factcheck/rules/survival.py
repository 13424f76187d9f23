"""Survival denied: none of the nine lived, so nine are dead."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, fits
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_SURVIVAL: Final = frozenset({"survived", "survive", "survives"})
_NEGATED: Final = frozenset({"not", "n't", "never", "neither", "nor", "no", "none", "nobody"})
_NEGATED_MARK: Final = mark_of(_NEGATED)
_NONE: Final = frozenset({"none", "one"})  # "not one of the 12 boats"
_NEITHER_MARK: Final = mark_of(["neither"])
_NONE_MARK: Final = mark_of(_NONE)
_DID: Final = frozenset({"did", "didn"})
_DID_MARK: Final = mark_of(_DID)
_NOT: Final = frozenset({"not", "n't", "'t"})
_DID_REACH: Final = 9  # tokens of ", all crew ,"
_DID_ENDS: Final = frozenset({"but", "while", ";", "who"})
_SPARED: Final = words("survival.spared")
_SPARED_MARK: Final = mark_of(_SPARED)
_OWNER_REACH: Final = 6  # tokens of "one of the town 's"
_SPARED_REACH: Final = 9
_AMONG: Final = (["among"], ["from"], ["of"])
_NEITHER: Final = frozenset({"neither", "nor"})
_NEITHER_REACH: Final = 18  # tokens from "neither" to "survived"
_SURVIVED_REACH: Final = 8
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})


def no_survivors(sentence: Counting) -> None:
    """Those of whom it is said that they did not survive are dead: neither the pilot nor her two
    passengers survived; none of the 88 survived; no survivors among the 46 aboard."""
    if not sentence.holds(_NEGATED_MARK):
        return
    _neither_lived(sentence)
    if sentence.holds(_DID_MARK):
        _did_not(sentence)
    for k, item in enumerate(sentence.items):
        trigger = item.trigger
        if trigger is None:
            survived = _survival_of_none(sentence, item.quantity)
            if item.kind == UNCOUNTED and survived is not None:
                item.kind, item.trigger, item.via = "killed", survived, "no_survivors"
            continue
        if sentence.words[trigger.first] == "survivors" and item.quantity.value.stated == 0:
            if k + 1 < len(sentence.items) and sentence.gap(k + 1)[:1] in _AMONG:
                item.kind, item.via = UNCOUNTED, "no_survivors"
                sentence.items[k + 1].kind, sentence.items[k + 1].trigger = "killed", trigger
            continue
        if sentence.words[trigger.first] not in _SURVIVAL:
            if _is_neither(sentence, item.quantity):
                item.kind = UNCOUNTED
            continue
        if item.kind != "rescued" or not _is_denied(sentence, k, trigger):
            continue
        item.via = "no_survivors"
        if item.quantity.value.stated == 0:
            item.kind = UNCOUNTED
            if k and _opens_with(sentence, sentence.quantity(k - 1)):
                sentence.items[k - 1].kind = "killed"  # "of the 71 aboard, none survived"
                sentence.items[k - 1].trigger = trigger
            elif (
                k + 1 < len(sentence.items) and sentence.quantity(k + 1).first <= item.quantity.last
            ):
                sentence.items[k + 1].kind, sentence.items[k + 1].trigger = "killed", trigger
        else:
            item.kind = "killed"


def _opens_with(sentence: Counting, whole: Quantity) -> bool:
    """ "Of the 71 migrants": the whole opens the clause."""
    words, j = sentence.words, whole.first - 1
    while j > 0 and words[j] in lexicon().determiners:
        j -= 1
    opened = j == 0 or not words[j - 1].isalpha() or words[j - 1] == "that"
    return j >= 0 and words[j] in ("of", "from", "among") and opened and fits("killed", whole)


def _did_not(sentence: Counting) -> None:
    """ "99 survived and five, all crew, did not": the five are dead."""
    if not any(_lived(sentence, item) for item in sentence.items):
        return
    words = sentence.words
    for item in sentence.items:
        quantity = item.quantity
        if _lived(sentence, item) and item.trigger and item.trigger.first >= quantity.last_number:
            behind = words[quantity.last : item.trigger.first]
            if _DID.isdisjoint(behind):
                continue
        if item.quantity.head is not None and item.quantity.person is None:
            continue
        for j in range(quantity.last, min(len(words) - 1, quantity.last + _DID_REACH)):
            if words[j] in _DID and words[j + 1] in _NOT and _ends(words, j + 2):
                item.kind, item.trigger, item.via = "killed", None, "no_survivors"
            if words[j] in _DID or words[j] in _DID_ENDS:
                break


def _lived(sentence: Counting, item: Counted) -> bool:
    trigger = item.trigger
    return (
        trigger is not None
        and item.kind == "rescued"
        and sentence.words[trigger.first] in _SURVIVAL
    )


def _ends(words: list[str], j: int) -> bool:
    return j >= len(words) or words[j] in _CLAUSE_ENDS


def _neither_lived(sentence: Counting) -> None:
    """ "Neither the pilot nor any of his three passengers survived": all of them are dead."""
    words = sentence.words
    if not sentence.holds(_NEITHER_MARK) or "nor" not in words:
        return
    opened = words.index("neither")
    for trigger in sentence.triggers_from(opened, opened + _NEITHER_REACH):
        if words[trigger.first] not in _SURVIVAL or "nor" not in words[opened : trigger.first]:
            continue
        for item in sentence.items:
            quantity = item.quantity
            within = opened < quantity.first and quantity.last <= trigger.first
            if within and fits("killed", quantity) and quantity.value.stated != 0:
                item.kind, item.trigger, item.via = "killed", None, "no_survivors"


def _survival_of_none(sentence: Counting, quantity: Quantity) -> Trigger | None:
    """The "survived" of "neither of the two pilots survived": the verb right behind the noun."""
    words, j = sentence.words, quantity.first - 1
    while j > 0 and words[j] in lexicon().determiners:
        j -= 1
    if j < 1 or words[j] != "of" or words[j - 1] not in _NEGATED:
        return None
    for trigger in sentence.triggers_from(quantity.last, quantity.last + _SURVIVED_REACH):
        if words[trigger.first] in _SURVIVAL:
            return trigger
    return None


def _is_neither(sentence: Counting, quantity: Quantity) -> bool:
    """ "neither the guard nor the two clerks were hurt"."""
    before = sentence.words[max(0, quantity.first - 2) : quantity.first + 1]
    return not _NEITHER.isdisjoint(before)


def _is_denied(sentence: Counting, k: int, trigger: Trigger) -> bool:
    quantity = sentence.quantity(k)
    low = max(0, min(quantity.first, trigger.first) - _SURVIVED_REACH)
    clause = sentence.words[low : trigger.first]
    ends = [i for i, word in enumerate(clause) if word in _CLAUSE_ENDS]
    return not _NEGATED.isdisjoint(clause[ends[-1] + 1 if ends else 0 :])


def none_spared(sentence: Counting) -> None:
    """Things none of which escaped are damaged: none of the 40 houses was spared."""
    if not sentence.holds(_NONE_MARK) or not sentence.holds(_SPARED_MARK):
        return
    for item in sentence.items:
        quantity = item.quantity
        if item.kind != UNCOUNTED or not quantity.counts or quantity.implied:
            continue
        before = sentence.words[max(0, quantity.first - _OWNER_REACH) : quantity.first]
        behind = sentence.words[quantity.last : quantity.last + _SPARED_REACH]
        if "one" in before and "not" not in before:
            continue
        none = any(is_at(before, i + 1, "of") and w in _NONE for i, w in enumerate(before))
        if none and not _SPARED.isdisjoint(behind) and fits("damaged", quantity):
            item.kind, item.via = "damaged", "none_spared"

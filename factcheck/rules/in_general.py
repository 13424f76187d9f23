"""Counts of people whom no happening had: the threshold of a rule, a part of a name, a goal of
none, a golfer's round."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound
from factcheck.rules.counting import UNCOUNTED, Counted, Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_RULING: Final = words("in_general.ruling")
_WHOEVER: Final = words("in_general.whoever")
_OF_ANY: Final = words("in_general.of_any")
_SUCH_AS: Final = words("in_general.such_as")
_MODALS: Final = words("supposed.modals")
_SUBJECT_REACH: Final = 7  # tokens of "were a tanker to"
_PAST: Final = words("in_general.past")
_VERBS: Final = words("supposed.verbs")
_OBLIGED: Final = frozenset({"has", "have"})
_HAVE: Final = frozenset({"is", "are", "have", "has"})
_ENDS: Final = frozenset({",", ";", ":", "(", ")", "—", "–"})
_PREPOSITIONS: Final = frozenset({"in", "of", "during", "by"})  # "in which"
_CLAUSE_REACH: Final = 7  # tokens from "that" to what it tells
_NOUN_REACH: Final = 5  # tokens of "any crash of a bus"
_A_NOUN: Final = 3  # tokens of "a fire that"
_THRESHOLDS: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_NAMED: Final = words("in_general.named")
_NAME: Final = 4  # words of "Twelve Wounded Soldiers Lane"
_GOALS: Final = words("in_general.goals")
_OF_GOAL: Final = frozenset({"is", "of", "for", "at", "remains"})
_GOAL_REACH: Final = 8  # tokens of "aim is a year on the roads without a single death"
_SHOOTING: Final = frozenset({"shot", "shoots", "shooting", "carded", "cards"})
_TOLD_MARK: Final = mark_of(_RULING | _OBLIGED | _GOALS | _SHOOTING)
_ROUNDS: Final = (55, 95)  # strokes of a round of golf
_PLACING: Final = words("in_general.placing")
_NTH: Final = words("in_general.nth")


def uncount(sentence: Counting) -> None:
    """Takes back counts of people that are told of no happening."""
    worded = sentence.holds(_TOLD_MARK)
    inverted = _is_inverted(sentence.words)
    reached = -1  # where the last threshold ends
    for item in sentence.items:
        if item.kind == UNCOUNTED or item.kind not in lexicon().of_people:
            continue
        first = item.quantity.first
        or_so_many = 0 < reached < first and sentence.words[reached:first] == ["or"]
        if worded and (or_so_many or _is_threshold(sentence.words, item)):
            reached = item.quantity.last
            if item.trigger is not None:
                reached = max(reached, item.trigger.last)
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None
        elif (
            inverted
            or (worded and _is_goal(sentence.words, item))
            or (worded and _is_round(sentence.words, item))
            or _is_of_name(sentence.tokens, item)
        ):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def _is_inverted(told: list[str]) -> bool:
    """ "Were a tanker to blow up, planners reckon with 600 injured": what would follow, unless it
    is foretold with a modal."""
    if not told or told[0] != "were" or told[-1] == "?" or not _MODALS.isdisjoint(told):
        return False
    return "to" in told[1:_SUBJECT_REACH] and told[1] in lexicon().determiners


def _is_threshold(told: list[str], item: Counted) -> bool:
    """ "Crashes with ten or more dead are investigated", "whoever kills two people faces life":
    a clause in the present on any happening of a sort, in a sentence on what holds for those."""
    quantity, trigger = item.quantity, item.trigger
    if quantity.implied or trigger is None:
        return False
    first, last = min(quantity.first, trigger.first), max(quantity.last, trigger.last)
    for i in range(first - 1, max(-1, first - 1 - _CLAUSE_REACH), -1):
        if told[i] in _ENDS or told[i] in _PAST:
            return False
        if told[i] == "once" and told[i + 1] in ("again", "more"):
            return False
        if told[i] in _WHOEVER or told[i] in _SUCH_AS:
            outside = told[:i] + told[last:]
            if not _rules(outside) or not _PAST.isdisjoint(outside):
                return False
            if told[i] in _WHOEVER:
                return _is_present(told[i:last])
            is_open = quantity.value.bound in _THRESHOLDS  # "ten or more", "at least ten"
            return is_open and _is_of_any(told, i) and not _is_done(told, i, item)
    return False


def _rules(outside: list[str]) -> bool:
    """Whether a sentence tells what holds for such happenings: "are investigated", "has to be
    reported"; not "has closed the motorway"."""
    having = [outside[i + 1 : i + 2] == ["to"] for i, w in enumerate(outside) if w in _OBLIGED]
    return all(having) and (bool(having) or not _RULING.isdisjoint(outside))


def _is_of_any(told: list[str], i: int) -> bool:
    """Whether what stands before a "with" or "that" is no happening in particular: "any crash",
    or "crashes", by which a sentence begins."""
    end = i - 1 if told[i - 1] in _PREPOSITIONS else i
    if end < 1:
        return False
    before = told[max(0, end - 1 - _NOUN_REACH) : end - 1]
    if not _OF_ANY.isdisjoint(before):
        return True
    opens = not before or (end < _A_NOUN and before == ["a"]) or before[-1:] == [","]
    return opens and (told[end - 1].endswith("s") or before == ["a"])


def _is_present(clause: list[str]) -> bool:
    """Of a clause of harm: "kills two", "three people are injured", "1,000 people have died"."""
    return _PAST.isdisjoint(clause) and any(
        word in _HAVE or (word in _VERBS or word.removesuffix("s") in _VERBS) for word in clause
    )


def _is_done(told: list[str], i: int, item: Counted) -> bool:
    """Whether the clause tells of what was done: "a blast that killed at least ten", "that has left
    more than 40 dead"."""
    trigger = item.trigger
    assert trigger is not None
    clause = told[i : max(trigger.last, item.quantity.last)]
    if "has" in clause or "have" in clause:
        return True
    word = told[trigger.first]
    verb = trigger.first < item.quantity.first
    return verb and word.endswith("ed")


def _is_goal(told: list[str], item: Counted) -> bool:
    """ "The aim is a year without a single death": none yet."""
    if item.quantity.value.stated != 0:
        return False
    first = item.quantity.first
    return any(
        told[i] in _GOALS and told[i + 1] in _OF_GOAL
        for i in range(max(0, first - _GOAL_REACH), first - 1)
    )


def _is_round(told: list[str], item: Counted) -> bool:
    """ "Shot 66 and 67", "shot 68 to win", "shot 71 in the second round"."""
    quantity, low, high = item.quantity, *_ROUNDS
    stated, i = quantity.value.stated, quantity.first - 1
    if quantity.head is not None or quantity.implied or stated is None or i < 0:
        return False
    if not low <= stated <= high:
        return False
    if is_at(told, i, "and") and _is_score(told, i - 1):
        return i > 1 and told[i - 2] in _SHOOTING
    if told[i] not in _SHOOTING:
        return False
    behind = told[quantity.last : quantity.last + 4]
    if behind[:1] == ["and"]:
        return _is_score(told, quantity.last + 1)
    if behind[:1] == ["to"]:
        return behind[1:2] != [] and behind[1] in _PLACING
    return len(behind) > 3 and behind[0] == "in" and behind[2] in _NTH and behind[3] == "round"


def _is_score(told: list[str], i: int) -> bool:
    """Whether a bare number of strokes stands at that token."""
    return i < len(told) and told[i].isdigit() and _ROUNDS[0] <= int(told[i]) <= _ROUNDS[1]


def _is_of_name(tokens: Tokens, item: Counted) -> bool:
    """ "Twelve Wounded Soldiers Lane", "the Nine Dead Men Inn": all its words begin with capitals,
    where others of the sentence do not."""
    first, trigger = item.quantity.number, item.trigger
    if trigger is None or trigger.first <= first or trigger.first - first >= _NAME:
        return False
    end = first + _NAME
    if end >= len(tokens.words) or trigger.last > end:
        return False
    if tokens.words[end - 1] not in _NAMED:
        return False  # "Ten Wounded Soldiers Return to Kyiv"
    written = [tokens.raw(i) for i in range(first, end)]
    if not all(word[0].isupper() and not word.isupper() for word in written):
        return False
    return not all(tokens.capital(i) for i in range(end, len(tokens.words)) if _is_word(tokens, i))


def _is_word(tokens: Tokens, i: int) -> bool:
    return tokens.words[i].isalpha() and len(tokens.words[i]) > _NAME

"""The verb that tells the end of those counted, where a nearer one tells less: "four hikers who had
been missing were found safe", "eleven men were abducted and later shot dead", "the bodies of 12
miners were brought up"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.asides import past_aside
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, pick
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_RELATIVE: Final = frozenset({"who", "that", "which"})
_CLAUSE_ENDS: Final = words("verbs.relative_ends")
_FINITE: Final = words("verbs.finite")
_FINITE_PHRASES: Final = words("verbs.finite_phrases")
_HELPING: Final = words("verbs.helping")
_RELATIVE_REACH: Final = 18  # tokens from the verb of a relative clause to the main verb
_JOINED_REACH: Final = 14  # tokens from a verb to one joined to it: "and later shot dead"
_JOINS: Final = frozenset({"and", "then", "before", "but"})
_JOINED_ENDS: Final = words("verbs.joined_ends")
_JOINERS_MARK: Final = mark_of(_JOINS)
_LESS: Final = words("verbs.outlived")  # kinds that death is told behind
_OF: Final = "of"
_BEFORE_COUNTED: Final = frozenset({"the", "all", "those", "these", "a", "another", "further"})
_NOUNS_REACH: Final = 3  # tokens between "bodies of" and the number
_STATES: Final = frozenset({"missing", "trapped", "hostages"})
_ENDING: Final = words("verbs.ending_search")
_NEGATIONS: Final = frozenset({"not", "n't", "never", "no", "yet"})
_DENYING: Final = frozenset({"not", "n't", "never"})
_NOT_ALONE: Final = (["only"], ["just"], ["merely"], ["alone"])  # "were not only hurt"
_ENDING_MARK: Final = mark_of(_ENDING)
_ENDING_REACH: Final = 12  # tokens from the noun to "accounted for"
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "each", "every", "of"})


def behind_relative(
    sentence: Counting, quantity: Quantity, named: Trigger, gap: list[str]
) -> Reading | None:
    """The main verb behind a relative clause whose verb is `named`: "… who had been missing since
    Saturday were found safe"."""
    if _RELATIVE.isdisjoint(gap):
        return None
    enclosed = gap[0] == ","
    words = sentence.words
    for trigger in sentence.triggers_from(named.last, named.last + _RELATIVE_REACH):
        between = words[named.last : trigger.first]
        if not between or not _CLAUSE_ENDS.isdisjoint(between):
            return None
        if between.count(",") != int(enclosed):
            continue
        kind = pick(trigger, "passive", quantity)
        if kind is None:
            continue
        if between[-1] in _HELPING or words[trigger.first] in _FINITE:
            return Reading(kind, trigger)
    return None


def worse(sentence: Counting, k: int, told: Reading) -> Reading:
    """The death that a verb joined to the nearer one tells of the same people: "were abducted and
    later shot dead"; else what was told."""
    named = told.trigger
    if named is None or told.kind not in _LESS or not sentence.holds(_JOINERS_MARK):
        return told
    words, quantity = sentence.words, sentence.quantity(k)
    end = min(len(words), named.last + _JOINED_REACH)
    if k + 1 < len(sentence.items) and named.last <= sentence.quantity(k + 1).first:
        end = min(end, sentence.quantity(k + 1).first)
    for trigger in sentence.triggers_from(named.last, end):
        between = words[named.last : trigger.first]
        if _JOINS.isdisjoint(between) or not _JOINED_ENDS.isdisjoint(between):
            continue
        joint = max(i for i, word in enumerate(between) if word in _JOINS)
        if not all(_is_light(word) for word in between[joint + 1 :]):
            continue
        if pick(trigger, "passive", quantity) == "killed" and not _has_object(sentence, trigger):
            return Reading("killed", trigger)
    return told


def _is_light(word: str) -> bool:
    lex = lexicon()
    return word in lex.auxiliary or word in lex.adverb or word in _JOINS or word in _HELPING


def _has_object(sentence: Counting, trigger: Trigger) -> bool:
    if any(item.quantity.first == trigger.last for item in sentence.items):
        return True  # "rescued 21 hostages and killed seven bandits"
    following = sentence.words[trigger.last : trigger.last + 1]
    return following != [] and (following[0] in lexicon().determiners or following[0] == "the")


def of_nominal(sentence: Counting, k: int) -> Reading | None:
    """ "The bodies of 12 miners were brought up", "the arrest of nine men": the noun before them
    tells, whatever the verb is."""
    quantity, words = sentence.quantity(k), sentence.words
    first = quantity.first
    while first > 0 and quantity.first - first < _NOUNS_REACH and _is_determiner(words[first - 1]):
        first -= 1
    if first < 2 or words[first - 1] != _OF:
        return None
    for trigger in sentence.triggers_before(first, 0):
        if trigger.last - trigger.first > 1:
            kind = pick(trigger, "active", quantity)
            return Reading(kind, trigger) if kind is not None else None
    return None


def _is_determiner(word: str) -> bool:
    return word in lexicon().determiners or word in _BEFORE_COUNTED


def no_longer(sentence: Counting, k: int, kind: str) -> bool:
    """Whether those called missing, trapped or held were found: "25 of the 31 missing sailors had
    been accounted for"."""
    if kind not in _STATES or not sentence.holds(_ENDING_MARK):
        return False
    words, last = sentence.words, sentence.quantity(k).last
    for j in range(last, min(len(words), last + _ENDING_REACH)):
        if words[j] in _CLAUSE_ENDS or words[j] in _NEGATIONS:
            return False
        if words[j] in _ENDING:
            return words[j - 1] in _HELPING or words[j - 1] in lexicon().adverb
    return False


def told_or_not(sentence: Counting, k: int, told: Reading | None) -> Reading | None:
    """A verb's reading, unless it is denied of those counted: "twelve villagers have not been
    rescued", "21 of the victims have yet to be named"; with the death told behind."""
    if told is None or told.trigger is None:
        return told
    quantity = sentence.quantity(k)
    past = past_aside(sentence, quantity.last)  # "a tenth, whose name was not released, died"
    between = sentence.words[min(past, told.trigger.first) : told.trigger.first]
    if between and quantity.value.stated != 0 and told.kind in lexicon().of_people:
        for i, word in enumerate(between):
            denied = word in _DENYING and between[i + 1 : i + 2] not in _NOT_ALONE
            if denied or (word == "yet" and is_at(between, i + 1, "to")):
                return UNTOLD
    return worse(sentence, k, told)


def is_verb(sentence: Counting, trigger: Trigger) -> bool:
    """Whether an active phrase is no noun of it: "the killing", "of the murder"."""
    first = trigger.first
    return first == 0 or sentence.words[first - 1] not in _ARTICLES


UNTOLD: Final = Reading(UNCOUNTED)
"""Those found are counted, and not told of as missing."""

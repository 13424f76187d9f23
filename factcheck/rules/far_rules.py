"""Counts told by a verb behind a phrase of their own: 12 people in the village were killed."""

from __future__ import annotations

from typing import Final

from factcheck.rules.active_rules import LINKS
from factcheck.rules.asides import past_aside, past_origin
from factcheck.rules.counting import Counting, Reading, pick
from factcheck.rules.implied import is_headline
from factcheck.rules.main_verbs import (
    told_or_not,
)
from factcheck.rules.verb_rules import (
    CLAUSE_ENDS,
    FINITE,
    PERFECT,
    RIGHT_REACH,
    acts,
    doer,
    has_object,
    is_of_one_before,
)
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

_VERB_REACH: Final = 8  # tokens of the first of two joined verbs
_HELPING: Final = 3  # tokens of "have since been"
_STOPS: Final = frozenset({",", ";", ":", ".", "("})
_SAYING: Final = words("sources.saying")
_ASIDE_COMMAS: Final = 2
_STOPS_ASIDE: Final = frozenset({";", ".", ":", "(", "who", "which", "that", "and", "while", "but"})
_BEHIND_HEADLINE: Final = words("verbs.behind_headline_verb")
_FINITE_PHRASES: Final = words("verbs.finite_phrases")
_MANY: Final = words("verbs.of_many")
_COMPLEMENTS: Final = frozenset({"for", "with", "in", "under", "to", "into", "without"})


def far_right(sentence: Counting, k: int) -> Reading | None:
    """A phrase between noun and verb: 12 people in the village were killed."""
    told = _far_right(sentence, k)
    return told_or_not(sentence, k, told)


def _far_right(sentence: Counting, k: int) -> Reading | None:
    quantity = sentence.quantity(k)
    told_of = quantity.head is not None or quantity.partitive or _is_of_many(sentence, k)
    if quantity.unit is not None or not told_of:
        return None
    if doer(sentence, k) is not None:
        return None
    j = past_aside(sentence, past_origin(sentence, k))
    for trigger in sentence.triggers_from(j, j + RIGHT_REACH + 1):
        kind = pick(trigger, "passive", quantity)
        if kind is None:
            continue
        between = sentence.words[j : trigger.first]
        if _joins_verbs(between):
            return Reading(kind, trigger)
        if quantity.implied and acts(sentence, k, trigger, between):
            return None
        if is_of_one_before(sentence, k, between):
            return None
        if between and between[-1] in PERFECT and has_object(sentence, trigger):
            return None  # "12 families who said it had poisoned their wells"
        plain = _without_aside(between)
        aside = len(plain) < len(between)
        between = plain
        if aside and not _is_plain(plain):
            return None  # "her aunt, one of 11 children, said four of them drowned"
        counts = not aside and _counts_between(sentence, k, j, trigger)
        if not CLAUSE_ENDS.isdisjoint(between[:-1]) or counts:
            return None
        lex = lexicon()
        helped = between and (between[-1] in lex.auxiliary or between[-1] in lex.adverb)
        finite = sentence.words[trigger.first] in FINITE or (
            trigger.last - trigger.first > 1 and sentence.words[trigger.first] in _FINITE_PHRASES
        )
        if trigger.last - trigger.first > 1 and sentence.words[trigger.first] in _COMPLEMENTS:
            # "were flown out for treatment", "homes in Maine were without power"
            helped = not lex.auxiliary.isdisjoint((*between[:1], *between[-1:]))
        told = finite or helped or _is_of_headline(sentence, trigger)
        return Reading(kind, trigger) if told else None
    return None


def _is_of_many(sentence: Counting, k: int) -> bool:
    """ "The crew of nine", "a family of six": so many people."""
    words, first = sentence.words, sentence.quantity(k).first
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _MANY


def _is_plain(between: list[str]) -> bool:
    """Whether no other verb and no number stands among the words from a noun to its verb."""
    lex = lexicon()
    return not any(
        word[0].isdigit()
        or word in lex.number_words
        or (word in lex.verb and word not in lex.auxiliary)
        or word in _SAYING
        for word in between
    )


def _without_aside(between: list[str]) -> list[str]:
    """The words from a noun to its verb without an aside in commas: "in Sudan, half of all,"."""
    if between.count(",") != _ASIDE_COMMAS:
        return between
    first = between.index(",")
    last = between.index(",", first + 1)
    aside, lex = between[first + 1 : last], lexicon()
    if not aside or aside[0] in LINKS or not _STOPS_ASIDE.isdisjoint(aside):
        return between
    if any(word in lex.auxiliary or word in lex.verb for word in aside):
        return between
    return between[:first] + between[last + 1 :]


def _is_of_headline(sentence: Counting, trigger: Trigger) -> bool:
    """ "Five men from Swat killed in raid": headlines do without auxiliaries."""
    words = sentence.words
    if trigger.last - trigger.first > 1 and words[trigger.first] in _COMPLEMENTS:
        return False
    behind = words[trigger.last] if trigger.last < len(words) else ""
    ends = not behind or not behind[0].isalnum() or behind in _BEHIND_HEADLINE
    return ends and is_headline(sentence.tokens)


def _joins_verbs(between: list[str]) -> bool:
    """ "pupils fainted and were hospitalised": a second verb of the same subject."""
    if "and" not in between[:_VERB_REACH] or not _STOPS.isdisjoint(between):
        return False
    if between[-1] == "and":  # "were caught in the crossfire and wounded"
        return between[0] in lexicon().auxiliary
    behind = between[between.index("and") + 1 :]
    lex = lexicon()
    return 0 < len(behind) <= _HELPING and all(
        word in lex.auxiliary or (i and word in lex.adverb) for i, word in enumerate(behind)
    )


def _counts_between(sentence: Counting, k: int, j: int, trigger: Trigger) -> bool:
    """Whether another count stands between a quantity's phrase, which ends at `j`, and the verb."""
    following = k + 1
    if following >= len(sentence.items) or sentence.quantity(following).first < j:
        return False
    while following < len(sentence.items) and sentence.quantity(following).first < trigger.first:
        if sentence.quantity(following).counts:
            return True
        following += 1
    return False

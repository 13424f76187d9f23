"""Counts told by the counted noun itself: 12 deaths, 63 injuries, 112 votes, 5,000 cases."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.aboard import is_carried
from factcheck.rules.active_rules import active_left
from factcheck.rules.ballot_rules import is_furniture
from factcheck.rules.counting import UNCOUNTED, Counting, Reading
from factcheck.rules.far_rules import far_right
from factcheck.rules.framed_rules import held
from factcheck.rules.joined_people import joined_object
from factcheck.rules.said_of import (
    is_no_illness,
    is_of_rates,
)
from factcheck.rules.verb_rules import SETTLED, adjacent_right
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import word_at

_LIVES_LOST: Final = words("verbs.lives_lost")
_SOLE: Final = words("implied.alone") | {"another", "last"}
_SAYING: Final = words("sources.saying")
_IDENTIFIED: Final = "identified"
_BODIES: Final = frozenset({"bodies", "corpses", "remains"})
_ALL_THE: Final = frozenset({"the", "all", "these", "those", "their"})
_ONLY_TELL: Final = frozenset({"identified"})  # "30 hostages named": they stay hostages
_BYSTANDERS: Final = frozenset({"crowd", "on_board"})  # "detained 1,100 protesters"
_THEIR: Final = frozenset({"their", "his", "her", "its", "your", "my"})
_OF_WORK: Final = frozenset({"layoffs", "jobs"})


def _are_some_bodies(sentence: Counting, quantity: Quantity) -> bool:
    """Whether bodies are told of that were identified, and not all there are: "the 12 bodies"."""
    if quantity.head not in _BODIES or quantity.value.stated == 1:
        return False
    before = sentence.words[max(0, quantity.first - 1) : quantity.first]
    return before == [] or before[0] not in _ALL_THE


def noun(sentence: Counting, k: int) -> Reading | None:
    """The counted noun itself tells: 12 deaths, 63 injuries, 112 votes, 5,000 cases."""
    quantity = sentence.quantity(k)
    if quantity.head is None or not quantity.counts:
        return None
    if quantity.partitive:  # "two of the wounded have died": the verb tells, if there is one
        verb = adjacent_right(sentence, k)
        if verb is not None and verb.trigger is not None and verb.trigger.first >= quantity.last:
            return verb
        for trigger in sentence.triggers_before(quantity.first, 0):
            if trigger.kind("active") == _IDENTIFIED:
                return Reading(_IDENTIFIED, trigger)  # "police have identified 3 of the dead"
    for trigger in sentence.triggers_from(quantity.last_number, quantity.last):
        kind = trigger.kind("nouns")
        if kind is None and sentence.words[trigger.last - 1] == "of":
            kind = trigger.kind("active")  # "12 bodies of fishermen"
            kind = kind if trigger.last == quantity.last + 1 else None
        elif trigger.last != quantity.last:
            continue
        if kind is None:
            continue
        if kind == "votes" and is_furniture(sentence, quantity):
            return None
        if kind == "infected" and is_no_illness(sentence, quantity):
            return None
        if kind == "layoffs" and is_of_rates(sentence, quantity):
            return None
        if word_at(sentence.words, quantity.last) in ("'", "’"):
            return Reading(UNCOUNTED)  # "12 hostages' families"
        verb = adjacent_right(sentence, k)
        if verb is not None and verb.kind in _ONLY_TELL and sentence.items[k].among is not None:
            return verb  # "ten of the 13 bodies have been identified"
        if verb is not None and verb.kind == _IDENTIFIED and _are_some_bodies(sentence, quantity):
            return verb  # "by Friday 120 bodies had been identified"
        if verb is None and kind in _BYSTANDERS:
            verb = far_right(sentence, k)  # "all 14 crew of the freighter were taken off"
        if verb and kind == "jobs" and verb.kind == "layoffs":
            return verb
        if verb and verb.kind in lexicon().of_people and kind not in SETTLED:
            if verb.kind not in _ONLY_TELL:
                return verb
        single = quantity.value.stated == 1
        behind = sentence.words[quantity.last : quantity.last + 1]
        if kind == "rescued" and single and behind != [] and behind[0] in _SAYING:
            return None  # "one survivor said"
        single = single and quantity.implied
        if kind == "rescued" and single and not _is_sole(sentence, quantity):
            return None  # "a survivor of Stalingrad"
        if kind == "killed" and quantity.head == "lives" and not _lives_lost(sentence, quantity):
            return None
        joined = None
        if kind in _BYSTANDERS:
            joined = joined_object(sentence, k) or held(sentence, k)
        if joined is not None:
            return joined  # "killing the pilot and all five passengers"
        if (
            kind == "on_board"
            and _is_subject(sentence.words, quantity.last)
            and not is_carried(sentence, k)
        ):
            return None  # "two passengers clung to the wing"
        governor = active_left(sentence, k)
        grouped = quantity.person is not None and quantity.person.group is not None
        stronger = governor and (governor.kind in _OF_WORK or kind in _BYSTANDERS or grouped)
        return governor if stronger else Reading(kind, trigger)
    return None


def _is_sole(sentence: Counting, quantity: Quantity) -> bool:
    return not _SOLE.isdisjoint(sentence.words[quantity.first : quantity.last])


def _is_subject(words: list[str], last: int) -> bool:
    """Whether a verb of its own, which no table knows, follows at once."""
    word = word_at(words, last)
    if not word.isalpha() or word.endswith("ing"):
        return False
    lex = lexicon()
    known = (lex.stop, lex.auxiliary, lex.adverb, lex.triggers, lex.determiners)
    return not any(word in table for table in known)


def _lives_lost(sentence: Counting, quantity: Quantity) -> bool:
    owned = sentence.words[max(0, quantity.first - 1) : quantity.last]
    if not _THEIR.isdisjoint(owned):
        return False  # "lost three of their five lives": of a game
    near = sentence.words[max(0, quantity.first - 4) : quantity.last + 4]
    return not _LIVES_LOST.isdisjoint(near)

"""What a quantity counts by its noun or by the verb that governs it, active or passive."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.compounds import is_plural
from factcheck.quantity.quantity import Quantity
from factcheck.rules.aboard import is_aboard
from factcheck.rules.active_rules import BEFORE_OBJECT, LEFT_REACH, NEAR, active_left
from factcheck.rules.asides import past_aside
from factcheck.rules.counting import Counting, Reading, pick
from factcheck.rules.main_verbs import (
    UNTOLD,
    behind_relative,
    is_verb,
    no_longer,
    of_nominal,
    told_or_not,
)
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

RIGHT_REACH: Final = 14
_OBLIGED: Final = (["had", "to", "be"], ["have", "to", "be"], ["needed", "to", "be"])
_LOOSE: Final = words("verbs.loose")
_AFTER_NOUN_SHOT: Final = words("verbs.after_noun_shot")
CLAUSE_ENDS: Final = words("verbs.clause_ends")
FINITE: Final = words("verbs.finite")
_MANNER: Final = words("elided.manner")
_OBJECT_OPENERS: Final = frozenset({"the", "a", "an", "his", "her", "their", "its", "him", "them"})
_RELATIVE: Final = frozenset({"who", "that", "whom"})
_WHO: Final = frozenset({"who", "that", "which"})
_WHO_OPENS: Final = frozenset({"who", "that"})
_DYING: Final = frozenset({"died", "die", "perished"})
_DYING_MARK: Final = mark_of(_DYING)
_ALIVE: Final = words("increments.alive")
_WHERE_OPENS: Final = (["in"], ["at"], ["on"], ["during"], ["by"], ["from"], ["near"])
_HELPED: Final = (["is"], ["are"], ["was"], ["were"], ["has"], ["have"], ["had"])
_AFTERWARDS: Final = frozenset({"hospitalised", "discharged"})  # of those hurt
_PLACED_REACH: Final = 14  # tokens from "injured" to "have died"
_PLACED_ENDS: Final = CLAUSE_ENDS | _RELATIVE | {"which", "where", "when"}
_PLACING: Final = frozenset({"at", "on", "instantly", "immediately", "there"})
_CLAUSE_VERB: Final = 5  # tokens from "who" to the verb of its clause
_SINGLE_HELPING: Final = frozenset({"was", "is", "were", "are", "been", "be", "being"})
_RELATIVE_ENDS: Final = frozenset({";", ".", ":", "but", "while", "when", "after", "before", "and"})
_TIMES: Final = words("verbs.times")
_HELPING: Final = frozenset({"were", "was", "been", "are", "is"})
PERFECT: Final = frozenset({"has", "have", "had"})
_OPENS_NEXT: Final = ([","], [",", "the"])  # "the dead numbered 41, the injured 130"
_OWNERS: Final = frozenset({"'s", "’s"})
_OF_ONE: Final = frozenset({"was", "is", "has"})
_SEVERAL: Final = 2
_COLLECTIVE: Final = frozenset({"crew", "staff", "police", "personnel"})
_PREDICATES: Final = frozenset({"hostage", "captive"})
# Kinds of nouns that no word behind them makes another: "12 deaths were injured" is none.
SETTLED: Final = frozenset({"killed", "wounded", "votes"})
_STATES: Final = frozenset({"on_board", "trapped", "affected"})  # "killing all 157 on board"
_CONDITIONS: Final = frozenset({"displaced", "affected", "infected", "detained"})
_HARM: Final = frozenset({"killed", "wounded", "missing", "rescued"})
_STATES_BEFORE: Final = frozenset({"hostages", "missing", "trapped"})  # "freed 33 kidnapped men"
_TAKEN: Final = frozenset({"killed", "wounded", "casualties", "hostages", "displaced", "infected"})
_OBJECT_GAP: Final = 2  # tokens between a verb and its object


def adjacent_right(sentence: Counting, k: int) -> Reading | None:
    """The word follows at once, perhaps after auxiliaries: 12 dead, 12 people were killed."""
    if sentence.quantity(k).unit is not None:
        return None
    told = of_nominal(sentence, k) or _adjacent_right(sentence, k)
    return told_or_not(sentence, k, told)


def _adjacent_right(sentence: Counting, k: int) -> Reading | None:
    quantity = sentence.quantity(k)
    if _is_object_of_relative(sentence, k):
        return active_left(sentence, k)
    if is_aboard(sentence, k):
        return Reading("on_board")
    actor = doer(sentence, k)
    if actor is not None:
        return _told_of_doer(sentence, k, actor)
    later = _later_of_those(sentence, k)
    if later is not None:
        return later
    j = past_aside(sentence, quantity.last)
    for trigger in sentence.triggers_from(quantity.last_number, j + NEAR + 1):
        kind = pick(trigger, "passive", quantity)
        if kind is None:
            continue
        if _is_noun_shot(sentence, trigger, quantity):
            return None
        if kind == "hospitalised" and _died_there(sentence, k):
            return Reading("killed", sentence.items[k - 1].trigger)
        if trigger.first < quantity.last and not _OWNERS.isdisjoint(
            sentence.words[trigger.last : quantity.last]
        ):
            continue  # "the dead man's brother was held"
        inside = trigger.first < quantity.last > trigger.last
        if inside and sentence.words[trigger.first] in _PREDICATES:
            continue  # "12 hostage negotiators"
        if trigger.first < quantity.last <= trigger.last:  # "12 injured people"
            if quantity.partitive:  # "four of the wounded have died": the verb tells
                later = _later_verb(sentence, quantity, trigger)
                return later or Reading(kind, trigger)
            if kind in _CONDITIONS:  # "two homeless men were found frozen to death"
                later = _later_verb(sentence, quantity, trigger, _HARM)
                return later or Reading(kind, trigger)
            return Reading(kind, trigger)
        if quantity.last < trigger.first < j:
            continue
        gap = sentence.words[quantity.last if trigger.first < j else j : trigger.first]
        if gap[-3:] in _OBLIGED:
            gap = gap[:-3]  # "31 people had to be cut from their cars"
        if all(_is_loose(word) for word in gap) and gap not in _OPENS_NEXT:
            if acts(sentence, k, trigger, gap) or is_of_one_before(sentence, k, gap):
                return None
            if not _RELATIVE.isdisjoint(gap):  # "freed 23 miners who had been held captive"
                governor = active_left(sentence, k)
                if governor is not None:
                    return governor
            if quantity.partitive and _names_those(gap):  # "two of the badly wounded have died"
                later = _later_verb(sentence, quantity, trigger)
                return later or Reading(kind, trigger)
            if kind not in SETTLED:
                told = behind_relative(sentence, quantity, trigger, gap) if gap else None
                told = told or (None if gap else _main_verb(sentence, quantity, trigger))
                if told is not None:
                    return told
                if not gap and no_longer(sentence, k, kind):
                    return UNTOLD
            governor = active_left(sentence, k) if gap and _is_governed(sentence, k, gap) else None
            if governor is not None:
                return governor
            governor = None
            inside = trigger.last <= quantity.last or not gap  # "hurt ten others sheltering there"
            if inside and (kind in _CONDITIONS or kind in _STATES_BEFORE):
                governor = active_left(sentence, k)
            if governor is not None and governor.kind in _HARM:
                return governor  # "killed 11 homeless men"
            if kind in _STATES:
                told = active_left(sentence, k) or _later_verb(sentence, quantity, trigger, _HARM)
                return told or Reading(kind, trigger)
            return Reading(kind, trigger)
    return None


def _is_governed(sentence: Counting, k: int, gap: list[str]) -> bool:
    """ "The driver who hit a crowd, killing 14 people, has been held": a verb before those counted
    takes them, and the one behind is said of somebody before."""
    if gap[0] in _RELATIVE or lexicon().auxiliary.isdisjoint(gap):
        return False
    quantity = sentence.quantity(k)
    for trigger in sentence.triggers_before(quantity.first, _OBJECT_GAP):
        if sentence.words[trigger.last - 1].endswith("ing") and not is_verb(sentence, trigger):
            return False
        if trigger.first == 0 and trigger.last == 1:
            return False
        kind = pick(trigger, "active", quantity)
        return kind in _TAKEN and is_verb(sentence, trigger)
    return False


def _names_those(gap: list[str]) -> bool:
    """Whether a word of harm behind these is a noun: "(two of) the badly (wounded)"."""
    lex = lexicon()
    return bool(gap) and all(word == "the" or word in lex.adverb or word in _MANNER for word in gap)


def _is_object_of_relative(sentence: Counting, k: int) -> bool:
    """ "the man who killed three people was jailed": the verb behind is said of the man."""
    quantity, words = sentence.quantity(k), sentence.words
    for trigger in sentence.triggers_before(quantity.first, LEFT_REACH):
        if trigger.kind("active") is None:
            continue
        gap = words[trigger.last : quantity.first]
        if not all(word in lexicon().determiners or word in BEFORE_OBJECT for word in gap):
            return False
        first = trigger.first
        while first and (words[first - 1] in lexicon().adverb or words[first - 1] in PERFECT):
            first -= 1
        return first > 1 and words[first - 1] in _WHO
    return False


def doer(sentence: Counting, k: int) -> Trigger | None:
    """The verb of what those counted did: "a man who shot four people", "teen who stabbed his
    mother"; nobody where those counted are not the subject of such a clause."""
    quantity, words = sentence.quantity(k), sentence.words
    if quantity.person is None or quantity.last >= len(words):
        return None
    if words[quantity.last] not in _WHO_OPENS:
        return None
    for trigger in sentence.triggers_from(quantity.last + 1, quantity.last + _CLAUSE_VERB):
        between = words[quantity.last + 1 : trigger.first]
        if trigger.kind("active") is None:
            return None
        if not all(word in lexicon().adverb or word in PERFECT for word in between):
            return None
        counted = k + 1 < len(sentence.items) and (
            0 <= sentence.quantity(k + 1).first - trigger.last <= 2
        )
        return trigger if counted or has_object(sentence, trigger) else None
    return None


def _told_of_doer(sentence: Counting, k: int, actor: Trigger) -> Reading | None:
    """What befell who did that, behind the clause of it: "… was shot dead by police"."""
    quantity = sentence.quantity(k)
    governor = active_left(sentence, k)
    if governor is not None:
        return governor  # "police shot dead a man who killed two people"
    for trigger in sentence.triggers_from(actor.last, actor.last + RIGHT_REACH):
        between = sentence.words[actor.last : trigger.first]
        if not _RELATIVE_ENDS.isdisjoint(between):
            return None
        kind = pick(trigger, "passive", quantity)
        finite = sentence.words[trigger.first] in FINITE
        if kind is not None and between and (between[-1] in _SINGLE_HELPING or finite):
            return Reading(kind, trigger)
    return None


def _died_there(sentence: Counting, k: int) -> bool:
    """ "Six died at the scene and three in hospital": three more who died."""
    if k == 0 or sentence.quantity(k).head is not None:
        return False
    before = sentence.items[k - 1]
    if before.kind != "killed" or before.trigger is None:
        return False
    if sentence.words[before.trigger.first] not in _DYING:
        return False
    gap = sentence.words[before.trigger.first + 1 : sentence.quantity(k).first]
    opens = gap[:1] != [] and gap[0] in _PLACING
    return opens and gap[-1] in ("and", ",") and CLAUSE_ENDS.isdisjoint(gap[:-1])


def _main_verb(sentence: Counting, quantity: Quantity, participle: Trigger) -> Reading | None:
    """The verb behind a participle: "nine workers kidnapped in March were freed"."""
    for trigger in sentence.triggers_from(participle.last, participle.last + NEAR):
        between = sentence.words[participle.last : trigger.first]
        if not CLAUSE_ENDS.isdisjoint(between):
            return None
        kind = pick(trigger, "passive", quantity)
        if kind is not None and between and between[-1] in _HELPING:
            return Reading(kind, trigger)
    return None


def _later_verb(
    sentence: Counting, quantity: Quantity, named: Trigger, wanted: frozenset[str] | None = None
) -> Reading | None:
    """The verb behind "four of the wounded" or "all 62 aboard the plane", of a wanted kind."""
    past = past_aside(sentence, named.last)  # "all 298 on board, including 80 children, died"
    for trigger in sentence.triggers_from(past, past + NEAR):
        kind = pick(trigger, "passive", quantity)
        if kind is None or (wanted is not None and kind not in wanted):
            continue
        between = sentence.words[past : trigger.first]
        if all(_is_loose(word) for word in between) or (
            wanted is not None and CLAUSE_ENDS.isdisjoint(between)
        ):
            return Reading(kind, trigger)
    return None


def _later_of_those(sentence: Counting, k: int) -> Reading | None:
    """ "Two of the injured in the Lyon blast have died", "two injured people died in hospital",
    "nine of those hurt in it are in hospital": the verb behind where they were hurt."""
    quantity, words = sentence.quantity(k), sentence.words
    if not quantity.partitive and not sentence.holds(_DYING_MARK):
        return None
    reach = quantity.last + 2 if quantity.partitive else quantity.last + 1
    named = [
        trigger
        for trigger in sentence.triggers_from(quantity.last_number, reach)
        if trigger.kind("passive") in _ALIVE or trigger.kind("toll") in _ALIVE
    ]
    if not named:
        return None
    inside = named[0].first < quantity.last and not quantity.partitive
    helped = quantity.partitive and words[named[0].last : named[0].last + 1] in _HELPED
    if not inside and not helped and words[named[0].last : named[0].last + 1] not in _WHERE_OPENS:
        return None
    end = sentence.quantity(k + 1).first if k + 1 < len(sentence.items) else len(words)
    for trigger in sentence.triggers_from(named[0].last, named[0].last + _PLACED_REACH):
        between = words[named[0].last : trigger.first]
        if trigger.first >= end or not _PLACED_ENDS.isdisjoint(between):
            return None
        if words[trigger.first] in _DYING:
            return Reading("killed", trigger)
        kind = pick(trigger, "passive", quantity) if quantity.partitive else None
        if kind in _AFTERWARDS and not lexicon().auxiliary.isdisjoint(between):
            return Reading(kind, trigger)
    return None


def _is_noun_shot(sentence: Counting, trigger: Trigger, quantity: Quantity) -> bool:
    """ "one shot was fired": the shot is what is counted."""
    words = sentence.words
    if words[trigger.first] != "shot" or trigger.first != quantity.last_number:
        return False
    return trigger.last < len(words) and words[trigger.last] in _AFTER_NOUN_SHOT


def _is_loose(word: str) -> bool:
    lex = lexicon()
    return word in lex.auxiliary or word in lex.adverb or word in _LOOSE


def acts(sentence: Counting, k: int, trigger: Trigger, gap: list[str]) -> bool:
    """ "12 soldiers killed 30 rebels": a verb with its own object says nothing of the 12."""
    quantity = sentence.quantity(k)
    if quantity.implied and gap[-1:] and gap[-1] in PERFECT and trigger.kind("active"):
        followed = k + 1 < len(sentence.items) and sentence.quantity(k + 1).first == trigger.last
        return followed or has_object(sentence, trigger)  # "the chef has murdered 3 recipes"
    if gap or not trigger.kind("active") or (quantity.head is None and not quantity.implied):
        return False
    if has_object(sentence, trigger):
        return True
    if quantity.implied and trigger.last < len(sentence.words):
        following = sentence.words[trigger.last]
        if following in lexicon().determiners or sentence.tokens.capital(trigger.last):
            return True
    return k + 1 < len(sentence.items) and sentence.quantity(k + 1).first == trigger.last


def is_of_one_before(sentence: Counting, k: int, gap: list[str]) -> bool:
    """ "The captain of the ferry, which sank killing 11 people, was arrested": a verb of one has
    another subject than several; not "a group of 14 climbers is missing"."""
    quantity, lex = sentence.quantity(k), lexicon()
    helping = next((word for word in reversed(gap) if word in lex.auxiliary), None)
    stated = quantity.value.stated
    if helping not in _OF_ONE or stated is None or stated < _SEVERAL or quantity.partitive:
        return False
    if quantity.head is None or not is_plural(quantity.head) or quantity.head in lex.animals:
        return False
    before = sentence.words[max(0, quantity.first - 1) : quantity.first]
    return before != ["of"] and quantity.head not in _COLLECTIVE and not quantity.implied


def has_object(sentence: Counting, trigger: Trigger) -> bool:
    """ "two red cards killed the contest", but "12 people killed the day before"."""
    following = sentence.words[trigger.last : trigger.last + 4]
    if following[:1] == [] or following[0] not in _OBJECT_OPENERS:
        return False
    return _TIMES.isdisjoint(following)

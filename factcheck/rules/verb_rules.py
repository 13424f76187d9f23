"""What a quantity counts by its noun or by the verb that governs it, active or passive."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.noun_phrases import is_plural
from factcheck.quantity.quantities import Quantity
from factcheck.rules.aboard import is_aboard, is_carried
from factcheck.rules.asides import past_aside, past_origin
from factcheck.rules.ballot_rules import is_furniture
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, pick
from factcheck.rules.framed_rules import held
from factcheck.rules.implied import is_headline
from factcheck.rules.joined_people import joined_object
from factcheck.rules.main_verbs import (
    UNTOLD,
    behind_relative,
    is_verb,
    no_longer,
    of_nominal,
    told_or_not,
)
from factcheck.rules.said_of import (
    is_by_police,
    is_daily_care,
    is_no_illness,
    is_of_things,
    takes_lives,
)
from factcheck.text.lexicon import PEOPLE, lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

# How far, in tokens, a governing word may stand from its number.
LEFT_REACH: Final = 9
RIGHT_REACH: Final = 14
_VERB_REACH: Final = 8  # tokens of the first of two joined verbs
_STOPS: Final = frozenset({",", ";", ":", ".", "("})
_SAYING: Final = words("sources.saying")
_ASIDE_COMMAS: Final = 2
_STOPS_ASIDE: Final = frozenset({";", ".", ":", "(", "who", "which", "that", "and", "while", "but"})
_OBLIGED: Final = (["had", "to", "be"], ["have", "to", "be"], ["needed", "to", "be"])
_NEAR: Final = 7  # to the verb of "adjacent"
_LOOSE: Final = words("verbs.loose")
_BEHIND_HEADLINE: Final = words("verbs.behind_headline_verb")
_BEFORE_OBJECT: Final = words("verbs.before_object")
_AFTER_NOUN_SHOT: Final = words("verbs.after_noun_shot")
_LINKS: Final = words("verbs.links")
_CLAUSE_ENDS: Final = words("verbs.clause_ends")
_FINITE: Final = words("verbs.finite")
_FINITE_PHRASES: Final = words("verbs.finite_phrases")
_MANNER: Final = words("elided.manner")
_LIVES_LOST: Final = words("verbs.lives_lost")
_OBJECT_OPENERS: Final = frozenset({"the", "a", "an", "his", "her", "their", "its", "him", "them"})
_SOLE: Final = words("implied.alone") | {"another", "last"}
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
_PLACED_ENDS: Final = _CLAUSE_ENDS | _RELATIVE | {"which", "where", "when"}
_PLACING: Final = frozenset({"at", "on", "instantly", "immediately", "there"})
_CLAUSE_VERB: Final = 5  # tokens from "who" to the verb of its clause
_SINGLE_HELPING: Final = frozenset({"was", "is", "were", "are", "been", "be", "being"})
_RELATIVE_ENDS: Final = frozenset({";", ".", ":", "but", "while", "when", "after", "before", "and"})
_TIMES: Final = words("verbs.times")
_COMPLEMENTS: Final = frozenset({"for", "with", "in", "under", "to", "into", "without"})
_HELPING: Final = frozenset({"were", "was", "been", "are", "is"})
_PERFECT: Final = frozenset({"has", "have", "had"})
_OPENS_NEXT: Final = ([","], [",", "the"])  # "the dead numbered 41, the injured 130"
_LEADING_ON: Final = frozenset({"of", "from", "for", "with"})
_OWNERS: Final = frozenset({"'s", "’s"})
_OF_ONE: Final = frozenset({"was", "is", "has"})
_SEVERAL: Final = 2
_COLLECTIVE: Final = frozenset({"crew", "staff", "police", "personnel"})
_REFLEXIVE: Final = frozenset({"himself", "herself", "themselves"})
_PREDICATES: Final = frozenset({"hostage", "captive"})
_CLAIMING: Final = frozenset({"claimed", "claiming", "claims", "claim"})
_PASSIVE: Final = frozenset({"were", "was", "been", "being"})
# Kinds of nouns that no word behind them makes another: "12 deaths were injured" is none.
_SETTLED: Final = frozenset({"killed", "wounded", "votes"})
_STATES: Final = frozenset({"on_board", "trapped", "affected"})  # "killing all 157 on board"
_CONDITIONS: Final = frozenset({"displaced", "affected", "infected", "detained"})
_HARM: Final = frozenset({"killed", "wounded", "missing", "rescued"})
_STATES_BEFORE: Final = frozenset({"hostages", "missing", "trapped"})  # "freed 33 kidnapped men"
_TAKEN: Final = frozenset({"killed", "wounded", "casualties", "hostages", "displaced", "infected"})
_OBJECT_GAP: Final = 2  # tokens between a verb and its object
_ONLY_TELL: Final = frozenset({"identified"})  # "30 hostages named": they stay hostages
_BYSTANDERS: Final = frozenset({"crowd", "on_board"})  # "detained 1,100 protesters"
_OF_WORK: Final = frozenset({"layoffs", "jobs"})


def noun(sentence: Counting, k: int) -> Reading | None:
    """The counted noun itself tells: 12 deaths, 63 injuries, 112 votes, 5,000 cases."""
    quantity = sentence.quantity(k)
    if quantity.head is None or not quantity.counts:
        return None
    if quantity.partitive:  # "two of the wounded have died": the verb tells, if there is one
        verb = adjacent_right(sentence, k)
        if verb is not None and verb.trigger is not None and verb.trigger.first >= quantity.last:
            return verb
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
        if sentence.words[quantity.last : quantity.last + 1] in (["'"], ["’"]):
            return Reading(UNCOUNTED)  # "12 hostages' families"
        verb = adjacent_right(sentence, k)
        if verb is not None and verb.kind in _ONLY_TELL and sentence.items[k].among is not None:
            return verb  # "ten of the 13 bodies have been identified"
        if verb is None and kind in _BYSTANDERS:
            verb = far_right(sentence, k)  # "all 14 crew of the freighter were taken off"
        if verb and kind == "jobs" and verb.kind == "layoffs":
            return verb
        if verb and verb.kind in lexicon().of_people and kind not in _SETTLED:
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
    word = "".join(words[last : last + 1])
    if not word.isalpha() or word.endswith("ing"):
        return False
    lex = lexicon()
    known = (lex.stop, lex.auxiliary, lex.adverb, lex.triggers, lex.determiners)
    return not any(word in table for table in known)


def _lives_lost(sentence: Counting, quantity: Quantity) -> bool:
    near = sentence.words[max(0, quantity.first - 4) : quantity.last + 4]
    return not _LIVES_LOST.isdisjoint(near)


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
    doer = _doer(sentence, k)
    if doer is not None:
        return _told_of_doer(sentence, k, doer)
    later = _later_of_those(sentence, k)
    if later is not None:
        return later
    j = past_aside(sentence, quantity.last)
    for trigger in sentence.triggers_from(quantity.last_number, j + _NEAR + 1):
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
            if _acts(sentence, k, trigger, gap) or _is_of_one_before(sentence, k, gap):
                return None
            if not _RELATIVE.isdisjoint(gap):  # "freed 23 miners who had been held captive"
                governor = active_left(sentence, k)
                if governor is not None:
                    return governor
            if quantity.partitive and _names_those(gap):  # "two of the badly wounded have died"
                later = _later_verb(sentence, quantity, trigger)
                return later or Reading(kind, trigger)
            if kind not in _SETTLED:
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
        if not all(word in lexicon().determiners or word in _BEFORE_OBJECT for word in gap):
            return False
        first = trigger.first
        while first and (words[first - 1] in lexicon().adverb or words[first - 1] in _PERFECT):
            first -= 1
        return first > 1 and words[first - 1] in _WHO
    return False


def _doer(sentence: Counting, k: int) -> Trigger | None:
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
        if not all(word in lexicon().adverb or word in _PERFECT for word in between):
            return None
        counted = k + 1 < len(sentence.items) and (
            0 <= sentence.quantity(k + 1).first - trigger.last <= 2
        )
        return trigger if counted or _has_object(sentence, trigger) else None
    return None


def _told_of_doer(sentence: Counting, k: int, doer: Trigger) -> Reading | None:
    """What befell who did that, behind the clause of it: "… was shot dead by police"."""
    quantity = sentence.quantity(k)
    governor = active_left(sentence, k)
    if governor is not None:
        return governor  # "police shot dead a man who killed two people"
    for trigger in sentence.triggers_from(doer.last, doer.last + RIGHT_REACH):
        between = sentence.words[doer.last : trigger.first]
        if not _RELATIVE_ENDS.isdisjoint(between):
            return None
        kind = pick(trigger, "passive", quantity)
        finite = sentence.words[trigger.first] in _FINITE
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
    return opens and gap[-1] in ("and", ",") and _CLAUSE_ENDS.isdisjoint(gap[:-1])


def _main_verb(sentence: Counting, quantity: Quantity, participle: Trigger) -> Reading | None:
    """The verb behind a participle: "nine workers kidnapped in March were freed"."""
    for trigger in sentence.triggers_from(participle.last, participle.last + _NEAR):
        between = sentence.words[participle.last : trigger.first]
        if not _CLAUSE_ENDS.isdisjoint(between):
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
    for trigger in sentence.triggers_from(past, past + _NEAR):
        kind = pick(trigger, "passive", quantity)
        if kind is None or (wanted is not None and kind not in wanted):
            continue
        between = sentence.words[past : trigger.first]
        if all(_is_loose(word) for word in between) or (
            wanted is not None and _CLAUSE_ENDS.isdisjoint(between)
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


def _acts(sentence: Counting, k: int, trigger: Trigger, gap: list[str]) -> bool:
    """ "12 soldiers killed 30 rebels": a verb with its own object says nothing of the 12."""
    quantity = sentence.quantity(k)
    if quantity.implied and gap[-1:] and gap[-1] in _PERFECT and trigger.kind("active"):
        followed = k + 1 < len(sentence.items) and sentence.quantity(k + 1).first == trigger.last
        return followed or _has_object(sentence, trigger)  # "the chef has murdered 3 recipes"
    if gap or not trigger.kind("active") or (quantity.head is None and not quantity.implied):
        return False
    if _has_object(sentence, trigger):
        return True
    if quantity.implied and trigger.last < len(sentence.words):
        following = sentence.words[trigger.last]
        if following in lexicon().determiners or sentence.tokens.capital(trigger.last):
            return True
    return k + 1 < len(sentence.items) and sentence.quantity(k + 1).first == trigger.last


def _is_of_one_before(sentence: Counting, k: int, gap: list[str]) -> bool:
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


def _has_object(sentence: Counting, trigger: Trigger) -> bool:
    """ "two red cards killed the contest", but "12 people killed the day before"."""
    following = sentence.words[trigger.last : trigger.last + 4]
    if following[:1] == [] or following[0] not in _OBJECT_OPENERS:
        return False
    return _TIMES.isdisjoint(following)


def active_left(sentence: Counting, k: int) -> Reading | None:
    """The verb stands before its object: killing at least 12, wounded some 90 people."""
    quantity = sentence.quantity(k)
    if quantity.unit is not None:
        return None
    for trigger in sentence.triggers_before(quantity.first, LEFT_REACH):
        gap = sentence.words[trigger.last : quantity.first]
        if gap == ["and"] and sentence.words[trigger.last - 1] in _REFLEXIVE:
            own = trigger.kind("passive")  # "killed himself and 12 others"
            return Reading(own, trigger) if own is not None else None
        kind = pick(trigger, "active", quantity) or _elided(sentence, k, trigger)
        kind = kind or _next_harmed(sentence, k, trigger)
        if kind is None:
            if not _LINKS.isdisjoint(gap):
                return None
            continue
        determiners = lexicon().determiners
        if not all(word in determiners or word in _BEFORE_OBJECT for word in gap):
            return None
        if (gap and gap[-1] == "to") or _passive(sentence.words, trigger):
            return None
        if kind == "rescued" and is_by_police(sentence, trigger):
            return Reading("detained", trigger)
        if is_of_things(sentence, k, trigger) or is_daily_care(sentence, quantity, trigger):
            return None
        claims = trigger.last == trigger.first + 1 and sentence.words[trigger.first] in _CLAIMING
        return None if claims and not takes_lives(sentence, k) else Reading(kind, trigger)
    return None


def _elided(sentence: Counting, k: int, trigger: Trigger) -> str | None:
    """The kind of "4,500" in "destroyed 1,100 houses and damaged 4,500": the noun is the last."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or sentence.quantity(k - 1).last > trigger.first:
        return None
    return pick(trigger, "active", sentence.quantity(k - 1)) if quantity.counts else None


def _next_harmed(sentence: Counting, k: int, trigger: Trigger) -> str | None:
    """The kind of "11 million" in "killed 6,300 and affected 11 million": people too."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or quantity.implied or not quantity.could_be_people:
        return None
    before = sentence.items[k - 1]
    if not quantity.counts or before.kind not in lexicon().of_people:
        return None
    if before.quantity.last > trigger.first or trigger.first - before.quantity.last > _NEAR:
        return None
    of_people = (s.kind for s in trigger.senses if s.form == "active" and s.wants == PEOPLE)
    return next(of_people, None)


def _passive(words: list[str], trigger: Trigger) -> bool:
    before = words[trigger.first - 1] if trigger.first else ""
    if words[trigger.last - 1] in _LEADING_ON:
        return False  # "there was no sign of six climbers"
    return before in _PASSIVE and words[trigger.first] != "carrying"


def far_right(sentence: Counting, k: int) -> Reading | None:
    """A phrase between noun and verb: 12 people in the village were killed."""
    told = _far_right(sentence, k)
    return told_or_not(sentence, k, told)


def _far_right(sentence: Counting, k: int) -> Reading | None:
    quantity = sentence.quantity(k)
    if quantity.unit is not None or (quantity.head is None and not quantity.partitive):
        return None
    if _doer(sentence, k) is not None:
        return None
    j = past_aside(sentence, past_origin(sentence, k))
    for trigger in sentence.triggers_from(j, j + RIGHT_REACH + 1):
        kind = pick(trigger, "passive", quantity)
        if kind is None:
            continue
        between = sentence.words[j : trigger.first]
        if _joins_verbs(between):
            return Reading(kind, trigger)
        if quantity.implied and _acts(sentence, k, trigger, between):
            return None
        if _is_of_one_before(sentence, k, between):
            return None
        if between and between[-1] in _PERFECT and _has_object(sentence, trigger):
            return None  # "12 families who said it had poisoned their wells"
        plain = _without_aside(between)
        aside = len(plain) < len(between)
        between = plain
        if aside and not _is_plain(plain):
            return None  # "her aunt, one of 11 children, said four of them drowned"
        counts = not aside and _counts_between(sentence, k, j, trigger)
        if not _CLAUSE_ENDS.isdisjoint(between[:-1]) or counts:
            return None
        lex = lexicon()
        helped = between and (between[-1] in lex.auxiliary or between[-1] in lex.adverb)
        finite = sentence.words[trigger.first] in _FINITE or (
            trigger.last - trigger.first > 1 and sentence.words[trigger.first] in _FINITE_PHRASES
        )
        if trigger.last - trigger.first > 1 and sentence.words[trigger.first] in _COMPLEMENTS:
            # "were flown out for treatment", "homes in Maine were without power"
            helped = not lex.auxiliary.isdisjoint((*between[:1], *between[-1:]))
        told = finite or helped or _is_of_headline(sentence, trigger)
        return Reading(kind, trigger) if told else None
    return None


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
    if not aside or aside[0] in _LINKS or not _STOPS_ASIDE.isdisjoint(aside):
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
    return 0 < len(behind) <= 2 and all(word in lexicon().auxiliary for word in behind)


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

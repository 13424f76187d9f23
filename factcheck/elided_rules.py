"""What a bare or borrowed number counts: 63 of 74 drones, two critically, in the south five."""

from __future__ import annotations

from typing import Final

from claims_db.kinds import kinds
from factcheck.counting import UNCOUNTED, Counted, Counting, Reading, fits
from factcheck.lexicon import lexicon
from factcheck.quantities import Quantity
from factcheck.triggers import Trigger
from factcheck.verb_rules import active_left
from factcheck.word_tables import words

_MANNER: Final = words("elided.manner")
_HARMED: Final = frozenset({"casualties", "hospitalised"})
_SEPARATORS: Final = frozenset({",", ";", "and", "while", "but", "–", "—"})
_OPENERS: Final = words("elided.openers")
_CLOSERS: Final = frozenset({",", ";", ".", "and", "or", ")", "–", "—", "", "in", "at", "on"})
_AFTER_MANNER: Final = words("elided.after_manner") | {""}
_POSSESSIVES: Final = frozenset({"'s", "’s"})
_COPULAS: Final = frozenset({"were", "was", "are", "is"})
_SURVIVAL: Final = frozenset({"survived", "survive", "survives"})
_NEGATED: Final = frozenset({"not", "n't", "never", "neither", "nor", "no", "none", "nobody"})
_OTHERS: Final = words("elided.others")
_INCLUDING: Final = words("verbs.including")
_CELL_STARTS: Final = frozenset({",", ";", ":", ".", "-", "–", "—", "|", "("})
_CELL_ENDS: Final = frozenset({",", ";", ".", "|", ")", ""})
_LABEL_MARKS: Final = frozenset({":", "—", "–", "-", "("})
_AMONG: Final = (["among"], ["from"], ["of"])
_NEITHER: Final = frozenset({"neither", "nor"})
_LONGEST_PLACE: Final = 7  # tokens of ", in neighbouring Badghis,"
_AMONG_REACH: Final = 9  # tokens of "killed in the bus fire were"
_TO_WHOLE: Final = 3  # tokens between a part and its whole: "of the other"
_SURVIVED_REACH: Final = 8
_OF_WHICH: Final = (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"])
_OPENING: Final = 3  # tokens before the whole that opens a sentence: "of all the"
_FIGURES: Final = words("elided.figures")
_FIGURE_REACH: Final = 9  # tokens from a value to what its toll is of
_FIGURE_LINKS: Final = frozenset({"of", "was", "is", "at"})
_UNIT_REACH: Final = 9  # tokens between two amounts of one currency
_UNIT_ENDS: Final = frozenset({";", "."})
_AMOUNTS: Final = frozenset({"from", "to", "against", "versus", "than", "with"})
_BEYOND: Final = frozenset({"more", "less", "above", "below", "over", "under", "short", "higher"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})


# --- N of M -------------------------------------------------------------------------------------


def borrow_nouns(sentence: Counting) -> None:
    """In "63 of 74 drones" the 63 count drones too; their whole is the 74."""
    for k in range(len(sentence.items) - 1):
        part, whole = sentence.quantity(k), sentence.quantity(k + 1)
        _borrow_back(sentence, k)
        _borrow_animals(sentence, k)
        if not part.partitive or part.fraction or not whole.counts or whole.first <= part.number:
            continue
        if part.head not in (None, whole.head):
            continue
        between = sentence.words[part.last_number : whole.first]
        if not 0 < len(between) <= _TO_WHOLE or between[0] != "of":
            continue
        if not all(word in lexicon().determiners for word in between[1:]):
            continue
        sentence.items[k].among = k + 1
        part.head, part.phrase, part.person = whole.head, whole.phrase, whole.person
        part.could_be_people = whole.could_be_people
        part.last = _past_nominal(sentence, whole)


def _borrow_animals(sentence: Counting, k: int) -> None:
    """ "killed 17 sheep and wounded six others": six more sheep."""
    herd, other = sentence.quantity(k), sentence.quantity(k + 1)
    if herd.head not in lexicon().animals or not other.counts or other.implied:
        return
    alone = other.others or (other.person is None and (other.head is None or other.more))
    if alone and len(sentence.gap(k + 1)) <= _TO_WHOLE:
        other.head, other.phrase = herd.head, herd.phrase
        other.person, other.could_be_people = None, False


def _borrow_back(sentence: Counting, k: int) -> None:
    """ "fired 40 rockets, of which 33 were intercepted", "of the 90 rockets fired, 70 fell short",
    "two of which fell": the bare number counts what the one before it does."""
    whole, part = sentence.quantity(k), sentence.quantity(k + 1)
    if not _is_bare(part) or not whole.counts or whole.head is None or whole.unit is not None:
        return
    gap = sentence.gap(k + 1)
    opener = sentence.words[max(0, whole.first - 2) : whole.first]
    while opener and opener[-1] in lexicon().determiners:
        opener.pop()
    opens = opener[-1:] == ["of"] and whole.first <= _OPENING and gap[-1:] == [","]
    behind = sentence.words[part.last_number : part.last_number + 2] in _OF_WHICH
    if not opens and gap[-2:] not in _OF_WHICH and not behind:
        return
    part.head, part.phrase, part.person = whole.head, whole.phrase, whole.person
    part.could_be_people = whole.could_be_people


def borrow_units(sentence: Counting) -> None:
    """In "slid to 412 million from 655 million" after an amount in euros, both are euros."""
    for k in range(1, len(sentence.items)):
        quantity, before = sentence.quantity(k), sentence.quantity(k - 1)
        unit = before.unit
        if unit is None or unit.dimension != "money" or before.per is not None:
            continue
        if not _is_bare(quantity) or quantity.partitive or quantity.person is not None:
            continue
        gap = sentence.words[before.last : quantity.first]
        if not 0 < len(gap) <= _UNIT_REACH or not _UNIT_ENDS.isdisjoint(gap):
            continue
        at = quantity.last_number
        following = "".join(sentence.words[at : at + 1])
        if gap[-1] in _AMOUNTS or (gap == [","] and following in _BEYOND):
            quantity.unit = unit


def _past_nominal(sentence: Counting, whole: Quantity) -> int:
    """Past a participle that stands for the noun: "ten of the 42 injured"."""
    determined = sentence.words[whole.first - 1] in lexicon().determiners
    if whole.head is None and determined:
        for trigger in sentence.triggers_from(whole.last, whole.last + 1):
            return trigger.last
    return whole.last


def part_of_many(sentence: Counting, k: int) -> Reading | None:
    """The part in "shot down 63 of 74 drones" is what the verb before it tells of."""
    return active_left(sentence, k) if sentence.items[k].among is not None else None


def whole_of_part(sentence: Counting, k: int) -> Reading | None:
    """The whole in "63 of 74 drones" is what its own noun tells, or a participle right behind it:
    "37 of the 52 schoolgirls seized in May"; the verb tells of the part."""
    if k == 0 or sentence.items[k - 1].among != k:
        return None
    quantity, part = sentence.quantity(k), sentence.items[k - 1]
    if part.kind == "intercepted":
        return Reading("launched")
    for trigger in sentence.triggers_from(quantity.last_number, quantity.last + 1):
        kind = trigger.kind("nouns") if trigger.last == quantity.last else None
        inside = trigger.first < quantity.last
        if kind is None and (inside or _is_participle(part, trigger)):
            kind = trigger.kind("passive")
        if kind is not None and fits(kind, quantity):
            return Reading(kind, trigger)
    return Reading(UNCOUNTED)


def _is_participle(part: Counted, trigger: Trigger) -> bool:
    """Whether the verb right behind the whole is its own: the part has another."""
    if trigger is part.trigger or part.kind == UNCOUNTED:
        return trigger.last == trigger.first + 1 and trigger.first == part.quantity.last
    return part.trigger is not None and part.trigger.first != trigger.first


# --- elided nouns and verbs ---------------------------------------------------------------------


def manner(sentence: Counting, k: int) -> Reading | None:
    """ "eight were hurt, two critically": of the harmed before them."""
    quantity = sentence.quantity(k)
    if k == 0 or not _is_bare(quantity) or not tells_manner(sentence.words, quantity):
        return None
    previous = next(
        (item for item in reversed(sentence.items[max(0, k - 4) : k]) if _is_of_people(item)), None
    )
    if previous is None:
        return None
    return Reading("wounded" if previous.kind in _HARMED else previous.kind, previous.trigger)


def tells_manner(words: list[str], quantity: Quantity) -> bool:
    """Whether only an adverb of harm follows: "two critically", "at least one fatally"."""
    after = words[quantity.last : quantity.last + 2]
    return after[:1] != [] and after[0] in _MANNER and "".join(after[1:]) in _AFTER_MANNER


def _is_bare(quantity: Quantity) -> bool:
    return quantity.counts and quantity.head is None and not quantity.implied


def _is_of_people(item: Counted) -> bool:
    return item.kind != UNCOUNTED and kinds()[item.kind].of_people


def gapped(sentence: Counting, k: int) -> Reading | None:
    """The verb left out: "In the north 12 people died, in the south five"; "Monday's strike killed
    11, Tuesday's eight"; "240 dead in Herat; in Badghis, 17"."""
    quantity = sentence.quantity(k)
    if k == 0 or not _is_bare(quantity) or quantity.per is not None:
        return None
    previous = sentence.items[k - 1]
    if not _passes_on(previous):
        return None
    after = "".join(sentence.words[quantity.last : quantity.last + 1])
    if after not in _CLOSERS or not _leads_up(_segment(sentence, k)):
        return None
    return Reading(previous.kind, previous.trigger)


def _passes_on(item: Counted) -> bool:
    return item.kind not in (UNCOUNTED, "age", "rate") and not kinds()[item.kind].dimension


def _segment(sentence: Counting, k: int) -> list[str]:
    """The words between the last separator and number `k`; a comma right before it is no
    separator."""
    first = sentence.quantity(k).first
    low = max(sentence.quantity(k - 1).last, first - _LONGEST_PLACE)
    words = sentence.words[low:first]
    if words and words[-1] == ",":
        words = words[:-1]
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _SEPARATORS), None)
    return words[at + 1 :] if at is not None else []


def _leads_up(segment: list[str]) -> bool:
    """Whether only a place, a day or an owner stands there: "in the south", "Tuesday's"."""
    lex = lexicon()
    if not segment:
        return False
    if any(word in lex.auxiliary or word in lex.participles for word in segment[:-1]):
        return False
    if segment[-1] in _POSSESSIVES:
        return True
    if all(word in _OTHERS for word in segment):  # "the first killed six, the second nine"
        return True
    opens = segment[0] in _OPENERS
    return opens and not any(word in lex.verb or word in lex.adverb for word in segment[1:])


def labelled(sentence: Counting, k: int) -> Reading | None:
    """A word of harm as a label: "Dead: 31, wounded: 90", "so many wounded — at least 70"."""
    quantity = sentence.quantity(k)
    if not _is_bare(quantity) or quantity.first < 2:
        return None
    if sentence.words[quantity.first - 1] not in _LABEL_MARKS:
        return None
    for trigger in sentence.triggers_before(quantity.first - 1, 0):
        for form in ("toll", "nouns", "passive"):
            kind = trigger.kind(form)
            if kind is not None and fits(kind, quantity):
                return Reading(kind, trigger)
    return None


def columned(sentence: Counting, k: int) -> Reading | None:
    """The lines of a situation report: "deaths 41, injured 127, people affected 58,214"."""
    quantity, words = sentence.quantity(k), sentence.words
    if not _is_bare(quantity) or quantity.first == 0:
        return None
    if "".join(words[quantity.last : quantity.last + 1]) not in _CELL_ENDS:
        return None
    for trigger in sentence.triggers_before(quantity.first, 0):
        start = trigger.first
        if start and words[start - 1] in lexicon().people:
            start -= 1
        if start and words[start - 1] not in _CELL_STARTS:
            continue
        for form in ("toll", "nouns", "passive"):
            kind = trigger.kind(form)
            if kind is not None and fits(kind, quantity):
                return Reading(kind, trigger)
    return None


def of_the_harmed(sentence: Counting, k: int) -> Reading | None:
    """ "Of the dead, 19 were women and 12 children": all those numbers are of the dead."""
    quantity, words = sentence.quantity(k), sentence.words
    if words[:1] != ["of"] or not quantity.counts or not quantity.could_be_people:
        return None
    for trigger in sentence.triggers_from(1, 3):
        kind = trigger.kind("toll") or trigger.kind("nouns")
        opens = trigger.last < quantity.first and words[trigger.last] == ","
        determined = words[trigger.first - 1] in lexicon().determiners
        if kind is not None and opens and determined and fits(kind, quantity):
            return Reading(kind, trigger)
    return None


def among_before(sentence: Counting, k: int) -> Reading | None:
    """ "Among the 24 killed were five pupils": the five are of those before them."""
    if k == 0:
        return None
    previous, quantity = sentence.items[k - 1], sentence.quantity(k)
    if not _is_of_people(previous) or not quantity.could_be_people or not quantity.counts:
        return None
    first = previous.quantity.first
    opener, gap = sentence.words[max(0, first - 2) : first], sentence.gap(k)
    if not gap or len(gap) > _AMONG_REACH:
        return None
    among = "among" in opener and gap[-1] in _COPULAS and _CLAUSE_ENDS.isdisjoint(gap)
    if len(gap) > _TO_WHOLE and not among:
        return None
    if not among and not _is_spelt_out(previous, opener, gap):
        return None
    sentence.items[k].among = k - 1
    return Reading(previous.kind, previous.trigger)


def _is_spelt_out(whole: Counted, opener: list[str], gap: list[str]) -> bool:
    """ "The 18 dead comprised 11 women": the whole, with its article, and what it is made of."""
    if opener[-1:] != ["the"] or whole.trigger is None:
        return False
    told = whole.trigger.last - whole.quantity.last
    verb = gap[told:] if told > 0 else gap
    return len(verb) == 1 and (verb[0] in _COPULAS or verb[0] in _INCLUDING)


def share_whole(sentence: Counting) -> None:
    """ "Nine nurses and four cooks were among the 30 hostages": of that kind, and part of it."""
    for k in range(1, len(sentence.items)):
        whole = sentence.items[k]
        if not _is_of_people(whole):
            continue
        before = sentence.words[max(0, whole.quantity.first - 3) : whole.quantity.first]
        while before and before[-1] in lexicon().determiners:
            before.pop()
        if before[-1:] != ["among"]:
            continue
        for j in range(k - 1, -1, -1):
            part = sentence.items[j]
            if part.kind not in (UNCOUNTED, whole.kind) or part.quantity.person is None:
                break
            if not _leads_to_whole(_until(sentence, j, k)):
                break
            part.kind, part.trigger, part.via = whole.kind, whole.trigger, "share_whole"
            part.among = k


def _leads_to_whole(between: list[str]) -> bool:
    """ "three pupils among eight hurt", "nine nurses and four cooks were among the 30"."""
    return all(word in _COPULAS or word in ("and", "among", ",") for word in between)


def _until(sentence: Counting, j: int, k: int) -> list[str]:
    """The words between quantity `j` and the next one, or `k`'s "among"."""
    following = sentence.quantity(j + 1).first
    if j + 1 == k:
        while following and sentence.words[following - 1] in lexicon().determiners:
            following -= 1
    return sentence.words[sentence.quantity(j).last : following]


# --- counts tied to the next --------------------------------------------------------------------


def share_next(sentence: Counting) -> None:
    """ "went up by 14 to 203 dead", "not 14 but 12 died": the first number is of that kind too."""
    for k in range(len(sentence.items) - 1):
        item, following = sentence.items[k], sentence.items[k + 1]
        if item.kind != UNCOUNTED or not _is_bare(item.quantity) or not _passes_on(following):
            continue
        between = sentence.words[item.quantity.last : following.quantity.first]
        before = sentence.words[max(0, item.quantity.first - 1) : item.quantity.first]
        if len(between) > _LONGEST_PLACE or not _CLAUSE_ENDS.isdisjoint(between[:-1]):
            continue
        changed = item.quantity.change is not None and before == ["by"]
        if (changed and "to" in between) or (before == ["not"] and between == ["but"]):
            item.kind, item.trigger, item.via = following.kind, following.trigger, "share_next"


def toll_behind(sentence: Counting, k: int) -> Reading | None:
    """ "bringing to 96 the number put to death": the toll stands behind its value."""
    quantity, words = sentence.quantity(k), sentence.words
    if not _is_bare(quantity) or words[quantity.last : quantity.last + 1] != ["the"]:
        return None
    if _FIGURES.isdisjoint(words[quantity.last + 1 : quantity.last + 3]):
        return None
    for trigger in sentence.triggers_from(quantity.last + 1, quantity.last + _FIGURE_REACH):
        for form in ("toll", "passive", "nouns"):
            kind = trigger.kind(form)
            if kind is not None and fits(kind, quantity):
                return Reading(kind, trigger)
    return None


def share_figure(sentence: Counting) -> None:
    """ "Revising its count of 31, the ministry said 27 died"; "denied that 60 had died, saying the
    true figure was four": what a bare count is of, where the sentence counts but one kind."""
    known = {item.kind for item in sentence.items if _is_of_people(item)}
    if len(known) != 1:
        return
    giver = next(item for item in sentence.items if item.kind in known)
    for item in sentence.items:
        if item.kind == UNCOUNTED and _is_bare(item.quantity) and _is_figure(sentence, item):
            item.kind, item.trigger, item.via = giver.kind, giver.trigger, "share_figure"


def _is_figure(sentence: Counting, item: Counted) -> bool:
    """Whether a noun such as "count" or "figure" has the number: "an earlier count of 31"."""
    before = sentence.words[max(0, item.quantity.first - 3) : item.quantity.first]
    return len(before) > 1 and before[-1] in _FIGURE_LINKS and before[-2] in _FIGURES


# --- survival denied ----------------------------------------------------------------------------


def no_survivors(sentence: Counting) -> None:
    """Those of whom it is said that they did not survive are dead: neither the pilot nor her two
    passengers survived; none of the 88 survived; no survivors among the 46 aboard."""
    if _NEGATED.isdisjoint(sentence.words):
        return
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
            if k + 1 < len(sentence.items) and sentence.quantity(k + 1).first <= item.quantity.last:
                sentence.items[k + 1].kind, sentence.items[k + 1].trigger = "killed", trigger
        else:
            item.kind = "killed"


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

"""What a bare number takes from the one beside it: its noun (an animal, a plant), its currency."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.active_rules import active_left
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, Reading, fits, is_bare, pick
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_TO_WHOLE: Final = 3  # tokens between a part and its whole: "of the other"
_OWNERS: Final = frozenset({"'s", "’s", "'", "’"})
_OWNER_REACH: Final = 5  # tokens of "the south coast 's"
_OF_WHICH: Final = (["of", "which"], ["of", "whom"], ["of", "them"], ["of", "these"])
_HERD_REACH: Final = 12  # tokens between two numbers of one sort of animals
_HERD_ENDS: Final = frozenset({".", ":"})
_CLAUSE_OPENS: Final = frozenset({"and", ",", ";", "but", "while"})
_OPENING: Final = 3  # tokens before the whole that opens a sentence: "of all the"
_UNIT_REACH: Final = 9  # tokens between two amounts of one currency
_UNIT_ENDS: Final = frozenset({";", "."})
_AMOUNTS: Final = frozenset({"from", "to", "against", "versus", "than", "with"})
_BEYOND: Final = frozenset({"more", "less", "above", "below", "over", "under", "short", "higher"})
_VERB_REACH: Final = 12  # tokens from a participle to the verb
_CLAUSE_ENDS: Final = words("verbs.clause_ends")
_FINITE: Final = words("verbs.finite")
_SUBJECT_OF: Final = frozenset({"are", "were", "is", "was", "have", "has", "had", "remain"})
_WHO: Final = frozenset({"who", "that", "which"})
_TAKERS: Final = frozenset({"they", "he", "she", "it", "gunmen", "militants", "police", "rebels"})
_RELATIVE_REACH: Final = 6  # tokens from "who" to its verb
_RIVALLING: Final = (["to"], ["against"], ["versus"])
_LEAST_OF_TWO, _ALL = 70, 101  # percent that two rivals have between them
_FORECASTERS: Final = words("money.forecasters")
_EXPECTING: Final = words("money.expecting")
_PAYING: Final = words("money.paying")
_AGAINST: Final = words("money.against")
_SUM: Final = 1000  # the least that a bare number behind a verb of paying is money
_ORDER: Final = 10.0
_AT_VALUE: Final = frozenset({"to", "at", "was", "were", "is", "of", "reached", "averaged"})
_COMPARING: Final = frozenset({"down", "up", "compared"})
_MOVES: Final = words("changes.nouns_up") | words("changes.nouns_down")
_THEIR: Final = frozenset({"their", "his", "her", "its"})
_AVERAGES: Final = frozenset({"average", "mean", "median"})
_PARTIES: Final = words("party_shares.parties") - {"on", "list", "front", "movement"}
_WHOLE: Final = 100
_EARNED: Final = frozenset({"sales", "revenue", "revenues", "turnover"})  # "on sales of 24bn"
_EARLIER: Final = frozenset({"from", "against", "versus"})
_EARLIER_GAP: Final = 4  # tokens of ", down from about"
_DIVISIBLE: Final = frozenset({"money", "area", "mass", "volume", "length"})
_SUSPENDED: Final = words("money.suspended")
_SUSPENDED_REACH: Final = 6  # tokens of "of which will be suspended"


def free_of_verbs(sentence: Counting) -> None:
    """ "Forty-five needed stitches": what looks like the noun of the number is the verb of those
    counted, with its object."""
    for item in sentence.items:
        quantity = item.quantity
        if quantity.head is None or quantity.partitive or quantity.implied or quantity.unit:
            continue
        for trigger in sentence.triggers_from(quantity.last_number, quantity.last_number + 1):
            told = trigger.kind("passive")
            whole = trigger.last - trigger.first > 1 and trigger.last >= quantity.last
            if whole and told is not None and told in lexicon().of_people:
                quantity.head = quantity.phrase = quantity.person = None
                quantity.could_be_people = True
                quantity.last = quantity.last_number


def borrow_nouns(sentence: Counting) -> None:
    """In "63 of 74 drones" the 63 count drones too; their whole is the 74."""
    for k in range(len(sentence.items) - 1):
        part, whole = sentence.quantity(k), sentence.quantity(k + 1)
        _borrow_back(sentence, k)
        _borrow_animals(sentence, k)
        if not part.partitive or not whole.counts or whole.first <= part.number:
            continue
        between = sentence.words[part.last_number : whole.first]
        owner = between[-2] if between[-1:] and between[-1] in _OWNERS else None
        if part.head not in (None, whole.head, owner):
            continue
        if not is_at(between, 0, "of") or not _leads_to_whole(between[1:]):
            continue
        sentence.items[k].among = k + 1
        if part.fraction:
            continue  # "half of the 60 hostages": the verb tells of the half
        part.head, part.phrase, part.person = whole.head, whole.phrase, whole.person
        part.could_be_people = whole.could_be_people
        part.last = _past_nominal(sentence, whole)


def _leads_to_whole(between: list[str]) -> bool:
    """Whether determiners or an owner stand before the whole: "of all the 40", "of the isle's 900",
    "of Gaza's 36"."""
    lex = lexicon()
    if between[-1:] and between[-1] in _OWNERS and len(between) <= _OWNER_REACH:
        owner = between[:-1]
        while owner and owner[0] in lex.determiners:
            owner = owner[1:]
        return bool(owner) and all(w.isalpha() and w not in lex.stop for w in owner)
    return len(between) < _TO_WHOLE and all(word in lex.determiners for word in between)


def _borrow_animals(sentence: Counting, k: int) -> None:
    """ "killed 17 sheep and wounded six others": six more sheep."""
    herd, other = sentence.quantity(k), sentence.quantity(k + 1)
    if herd.head not in lexicon().living or not other.counts or other.implied:
        if herd.counts and _are_more_things(sentence, k):
            other.head, other.phrase, other.person = herd.head, herd.phrase, None
            other.could_be_people = False
        return
    fresh = other.more and (other.head is None or other.head not in lexicon().people)
    alone = other.others or fresh or (other.person is None and other.head is None)
    if alone and _is_of_herd(sentence, k + 1, more=other.more or other.others):
        other.head, other.phrase = herd.head, herd.phrase
        other.person, other.could_be_people = None, False


def _are_more_things(sentence: Counting, k: int) -> bool:
    """ "Toppled 280 houses and cracked some 1,500 others": by a verb of harm to things."""
    herd, other = sentence.quantity(k), sentence.quantity(k + 1)
    things = herd.head in lexicon().things and herd.person is None and not herd.implied
    if not things or not other.others or other.partitive or len(sentence.gap(k + 1)) > _TO_WHOLE:
        return False
    for trigger in sentence.triggers_before(other.first, 0):
        return trigger.last > herd.last and pick(trigger, "active", herd) is not None
    return False


def _is_of_herd(sentence: Counting, k: int, *, more: bool) -> bool:
    """Whether a number right behind one of animals is of them too; one that adds to it may stand
    farther off, and one that opens a clause: "infected 64 ferrets with the strain, and 11 died";
    nobody else is told of between."""
    gap = sentence.gap(k)
    if len(gap) <= _TO_WHOLE:
        return True
    if len(gap) > _HERD_REACH or not _HERD_ENDS.isdisjoint(gap):
        return False
    if any(word in lexicon().people for word in gap):
        return False
    return more or gap[-1] in _CLAUSE_OPENS


def _borrow_back(sentence: Counting, k: int) -> None:
    """ "fired 40 rockets, of which 33 were intercepted", "of the 90 rockets fired, 70 fell short",
    "two of which fell": the bare number counts what the one before it does."""
    whole, part = sentence.quantity(k), sentence.quantity(k + 1)
    if not is_bare(part) or not whole.counts or whole.head is None or whole.unit is not None:
        return
    if (whole.value.stated or part.value.stated or 0) < (part.value.stated or 0):
        return  # "2,300 deaths in twelve cities, of which 1,500 would not have occurred"
    gap = sentence.gap(k + 1)
    opener = sentence.words[max(0, whole.first - 2) : whole.first]
    while opener and opener[-1] in lexicon().determiners:
        opener.pop()
    opens = opener[-1:] == ["of"] and whole.first <= _OPENING and gap[-1:] == [","]
    behind = sentence.words[part.last_number : part.last_number + 2] in _OF_WHICH
    if gap[-1:] == ["whom"] and not whole.could_be_people:
        return  # "killed 40, two groups say, of whom nine were women"
    if not opens and gap[-2:] not in _OF_WHICH and not behind:
        return
    part.head, part.phrase, part.person = whole.head, whole.phrase, whole.person
    part.could_be_people = whole.could_be_people


def borrow_units(sentence: Counting) -> None:
    """In "slid to 412 million from 655 million" after an amount in euros, both are euros; in "fell
    to 11 days from 19" both are days."""
    currency: Quantity | None = None
    for k, item in enumerate(sentence.items):
        quantity = item.quantity
        if k and quantity.head in _FORECASTERS:
            _expected(sentence, quantity)
        if k and quantity.unit is None and _takes_unit(sentence, k):
            before = sentence.quantity(k - 1)
            quantity.unit, quantity.like = before.unit, before.like or before
        elif currency is not None and is_bare(quantity) and _is_paid(sentence, quantity):
            quantity.unit, quantity.like = currency.unit, currency.like or currency
        if quantity.unit is not None and quantity.unit.dimension == "money":
            currency = quantity


def _expected(sentence: Counting, quantity: Quantity) -> None:
    """In "the 2.9 billion analysts had expected" the number counts no analysts."""
    if word_at(sentence.words, quantity.last) in _EXPECTING:
        quantity.head, quantity.phrase, quantity.person = None, None, None
        quantity.last = quantity.last_number


def _is_paid(sentence: Counting, quantity: Quantity) -> bool:
    """ "its annexe will cost 12 million", where a currency was named before."""
    large = quantity.value.stated is not None and quantity.value.stated >= _SUM
    return large and sentence.words[quantity.first - 1] in _PAYING


def _takes_unit(sentence: Counting, k: int) -> bool:
    """Whether quantity `k`, which has no unit, is of the unit of the one before it."""
    quantity, before = sentence.quantity(k), sentence.quantity(k - 1)
    unit = before.unit
    if unit is None or before.per is not None or not quantity.counts or before.age:
        return False
    gap = sentence.gap(k)
    if _is_part_of_measure(sentence, quantity, before, gap):
        return True
    if not is_bare(quantity) or quantity.partitive or quantity.person is not None:
        return False
    if not 0 < len(gap) <= _UNIT_REACH or not _UNIT_ENDS.isdisjoint(gap):
        return False
    if unit.dimension == "percent" and _is_rival_share(quantity, before, gap):
        return True
    if unit.dimension == "percent" and (_is_average(gap) or _is_next_party(quantity, gap)):
        return True
    if unit.dimension != "money":
        return _is_earlier_value(sentence, quantity, before, gap)
    at = quantity.last_number
    following = word_at(sentence.words, at)
    if gap[-1] in _AMOUNTS or (gap == [","] and following in _BEYOND):
        return True
    if gap[-1] == "of" and len(gap) > 1 and (gap[-2] in _MOVES or gap[-2] in _EARNED):
        return quantity.value.stated is not None and quantity.value.stated >= _SUM
    return not _AGAINST.isdisjoint(gap) and _are_near(quantity, before)


def _is_rival_share(quantity: Quantity, before: Quantity, gap: list[str]) -> bool:
    """ "51.4 percent to 47.9 for the incumbent": both are shares of one whole."""
    a, b = before.value.stated, quantity.value.stated
    if gap not in _RIVALLING or a is None or b is None or before.change is not None:
        return False
    return b <= a and _LEAST_OF_TWO <= a + b <= _ALL


def _is_average(gap: list[str]) -> bool:
    """ "26.5 percent, more than twice the national average of 11.9"."""
    return gap[-1] in ("of", "at") and len(gap) > 1 and gap[-2] in _AVERAGES


def _is_next_party(quantity: Quantity, gap: list[str]) -> bool:
    """ "The Greens on 33 percent, with the far right on about 21"."""
    stated = quantity.value.stated
    led = gap[-1] in ("on", "at") and stated is not None and stated <= _WHOLE
    return led and not _PARTIES.isdisjoint(gap)


def _is_earlier_value(
    sentence: Counting, quantity: Quantity, before: Quantity, gap: list[str]
) -> bool:
    """ "fell to 11 days from 19", "3.1 tonnes, down from 4.4"; not "rose 5 percent from 412"."""
    level = before.first > 0 and sentence.words[before.first - 1] in _AT_VALUE
    level = level or not _COMPARING.isdisjoint(gap)
    if before.change is not None or not level or len(gap) > _EARLIER_GAP:
        return False
    against = gap[-1] in _EARLIER or gap[-2:] == ["compared", "with"]
    return against and _are_near(quantity, before)


def _is_part_of_measure(
    sentence: Counting, part: Quantity, whole: Quantity, gap: list[str]
) -> bool:
    """ "12 years, four of them suspended", "900 million euros, 200 million of which is lent"."""
    behind = sentence.words[part.last_number : part.last_number + 2] in _OF_WHICH
    if not behind and gap[-2:] not in _OF_WHICH:
        return False
    if part.value.stated is None or whole.value.stated is None or whole.unit is None:
        return False
    if "," not in gap or part.value.stated > whole.value.stated:
        return False
    if whole.unit.dimension != "time":
        return part.person is None and whole.unit.dimension in _DIVISIBLE
    told = sentence.words[part.last_number : part.last_number + _SUSPENDED_REACH]
    return not _SUSPENDED.isdisjoint(told)


def _are_near(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of one order, as a value and the one it is set against are."""
    a, b = one.value.stated, other.value.stated
    return a is not None and b is not None and a > 0 and b > 0 and 0.1 <= a / b <= _ORDER


def _past_nominal(sentence: Counting, whole: Quantity) -> int:
    """Past a participle that stands for the noun: "ten of the 42 injured"."""
    determined = sentence.words[whole.first - 1] in lexicon().determiners
    if whole.head is None and determined:
        for trigger in sentence.triggers_from(whole.last, whole.last + 1):
            return trigger.last
    return whole.last


def part_of_many(sentence: Counting, k: int) -> Reading | None:
    """The part in "shot down 63 of 74 drones" is what the verb before it tells of."""
    among = sentence.items[k].among
    if among is None:
        return None
    return active_left(sentence, k) or _main_verb(sentence, k, among)


def _main_verb(sentence: Counting, k: int, among: int) -> Reading | None:
    """The verb past the whole's own participle: "four of the 11 people infected with the virus have
    recovered"."""
    whole = sentence.quantity(among)
    participle = next(iter(sentence.triggers_from(whole.last, whole.last + 1)), None)
    if participle is None or participle.kind("passive") is None:
        return None
    lex = lexicon()
    for trigger in sentence.triggers_from(participle.last, participle.last + _VERB_REACH):
        between = sentence.words[participle.last : trigger.first]
        if not _CLAUSE_ENDS.isdisjoint(between):
            return None
        helped = bool(between) and (between[-1] in lex.auxiliary or between[-1] in lex.adverb)
        opening = sentence.words[trigger.first]
        finite = opening in _FINITE or opening in lex.auxiliary
        kind = pick(trigger, "passive", sentence.quantity(k)) if helped or finite else None
        if kind is not None:
            return Reading(kind, trigger)
    return None


def whole_of_part(sentence: Counting, k: int) -> Reading | None:
    """The whole in "63 of 74 drones" is what its own noun tells, or a participle right behind it:
    "37 of the 52 schoolgirls seized in May"; the verb tells of the part."""
    if k == 0 or sentence.items[k - 1].among != k:
        return None
    quantity, part = sentence.quantity(k), sentence.items[k - 1]
    if part.kind == "intercepted":
        return Reading("launched")
    if quantity.head == "lives" and sentence.words[quantity.first - 1] in _THEIR:
        return Reading(UNCOUNTED)  # "lost three of their five lives"
    for trigger in sentence.triggers_from(quantity.last_number, quantity.last + 1):
        kind = trigger.kind("nouns") if trigger.last == quantity.last else None
        inside = trigger.first < quantity.last
        if kind is None and (inside or _is_participle(sentence, part, trigger)):
            kind = trigger.kind("passive")
        if kind is not None and fits(kind, quantity):
            return Reading(kind, trigger)
    return _of_relative(sentence, quantity) or Reading(UNCOUNTED)


def _of_relative(sentence: Counting, whole: Quantity) -> Reading | None:
    """What a clause behind the whole tells of it: "11 of the 29 people who died in the fire", "18
    of the 45 girls they had snatched"."""
    words, lex, last = sentence.words, lexicon(), whole.last
    opener = words[last : last + 1]
    to_die = opener == ["to"]  # "one of three climbers to die on the peak"
    if opener == [] or (opener[0] not in _WHO and opener[0] not in _TAKERS and not to_die):
        return None
    form = "passive" if opener[0] in _WHO or to_die else "active"
    for trigger in sentence.triggers_from(last + 1, last + _RELATIVE_REACH):
        between = words[last + 1 : trigger.first]
        if not all(word in lex.auxiliary or word in lex.adverb for word in between):
            return None
        kind = pick(trigger, form, whole)
        return Reading(kind, trigger) if kind is not None else None
    return None


def _is_participle(sentence: Counting, part: Counted, trigger: Trigger) -> bool:
    """Whether the verb right behind the whole is its own: the part has another."""
    if trigger is part.trigger and _is_subject(sentence, trigger):
        return True
    if trigger is part.trigger or part.kind == UNCOUNTED:
        opener = sentence.words[trigger.first]
        alone = trigger.last == trigger.first + 1 or opener not in lexicon().auxiliary
        return alone and trigger.first == part.quantity.last
    return part.trigger is not None and part.trigger.first != trigger.first


def _is_subject(sentence: Counting, participle: Trigger) -> bool:
    """Whether a verb follows in the clause: "13 of the 20 people infected with it are farmers"."""
    for word in sentence.words[participle.last : participle.last + _VERB_REACH]:
        if word in _CLAUSE_ENDS:
            return False
        if word in _SUBJECT_OF:
            return True
    return False

"""What a quantity counts as the value of a toll: the death toll rose to 13."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from claims_db.records import Bound
from factcheck.quantity import values
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, among
from factcheck.text.lexicon import PEOPLE, lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

REACH: Final = 18  # tokens from the toll to its value
_SUBJECT_REACH: Final = 30  # the same, where the toll opens the sentence
_OPENING: Final = 3  # tokens before a toll that opens the sentence
_MOVES: Final = words("toll.moves")
_LINKS: Final = words("toll.links") | _MOVES
_NOUNS: Final = words("toll.nouns")
_DETERMINERS: Final = words("toll.determiners")
_COUNTS: Final = words("toll.counts")
_NUMBER_REACH: Final = 7  # tokens from "number of" to its participle
_NUMBERS: Final = frozenset({"number", "numbers", "total"})
_OWNERS: Final = frozenset({"the", "its", "their", "a"})
_HEDGE_VERBS: Final = words("toll.hedge_verbs")
_ABOUT_ANYONE: Final = frozenset({"crowd", "on_board"})
_KNOWN: Final = frozenset({"known", "believed", "confirmed", "reported", "thought", "feared"})
_HAVING: Final = frozenset({"have", "be", "been"})
_RELATIVE: Final = frozenset({"who", "that", "whose"})
_ENDS: Final = frozenset({";", "."})


def toll(sentence: Counting, k: int) -> Reading | None:
    """The number is the value of a toll: the death toll rose to 13, put the injured at 90."""
    quantity = sentence.quantity(k)
    if quantity.unit is not None or (quantity.head is not None and quantity.person is None):
        return None
    if quantity.implied and quantity.value.stated:
        return None  # "the toll could reach 1,000, the mayor warned"
    for trigger in sentence.triggers_before(quantity.first, _SUBJECT_REACH):
        if quantity.first - trigger.last > REACH and trigger.first > _OPENING:
            continue
        named = _is_number_of(sentence.words, trigger) and _may_be_of(sentence.words, trigger)
        named = named and not _told_already(sentence, trigger)
        kind = trigger.kind("toll") or (_befell(sentence.words, trigger) if named else None)
        if kind != "magnitude" and quantity.value.stated is not None:
            if not float(quantity.value.stated).is_integer():
                continue  # "unemployment, above the average of 11.9"
        gap = sentence.words[trigger.last : quantity.first]
        # "a crowd of about 15,000"; in "the toll tops 1,000" the hedge is the verb
        holds = sentence.words[trigger.last - 1] == "of" or (
            quantity.first < quantity.number and sentence.words[quantity.first] in _HEDGE_VERBS
        )
        if kind is None or not (gap or holds or kind == "magnitude"):
            continue
        if not named and not _is_toll(sentence.words, trigger):
            continue
        if (gap and not _links(gap)) or _other_count(sentence, k, trigger, kind):
            return None
        if gap and gap[-1] in _HEDGE_VERBS and quantity.value.bound is Bound.EXACT:
            stated = quantity.value.stated or 0.0
            quantity.value = values.value(stated, Bound.MORE_THAN, quantity.value.text)
        return Reading(kind, trigger)
    return None


def _told_already(sentence: Counting, trigger: Trigger) -> bool:
    """ "The number of men freed after two days under the snow": freed is what they were."""
    for earlier in sentence.triggers_before(trigger.first, _NUMBER_REACH):
        if earlier.kind("passive") is not None and _is_number_of(sentence.words, earlier):
            return True
    return False


def _befell(words: list[str], trigger: Trigger) -> str | None:
    """What befell those numbered: people, or things as in "the number of houses washed away"; none
    of "went <jobs>"."""
    before = words[max(0, trigger.first - _NUMBER_REACH) : trigger.first]
    of = max((i for i, word in enumerate(before) if word == "of"), default=len(before))
    counted = _without_knowing(before[of + 1 :])
    named = [word for word in counted if word not in _DETERMINERS and word != "those"]
    people = any(word in lexicon().people for word in named)
    things = bool(named) and not people
    for sense in trigger.senses:
        if sense.form != "passive":
            continue
        if sense.wants not in (None, PEOPLE):
            if any(among(word, lexicon().classes[sense.wants]) for word in named):
                return sense.kind  # "the number of homes powerless"
            continue
        of_people = sense.kind in lexicon().of_people
        either = of_people and sense.kind in lexicon().objects  # homes and families without power
        if either or not (things if of_people else people):
            return sense.kind
    return None


def _is_number_of(words: list[str], trigger: Trigger) -> bool:
    """ "the number of aid workers killed this year": a toll with its noun between."""
    before = words[max(0, trigger.first - _NUMBER_REACH) : trigger.first]
    if before[-1:] and before[-1] in _NUMBERS and before[-2:-1] and before[-2] in _OWNERS:
        return True  # "the number rescued"
    for i in range(len(before) - 2, -1, -1):
        if before[i + 1] == "of" and before[i] in _COUNTS:
            counted = _without_knowing(before[i + 2 :])
            if not _RELATIVE.isdisjoint(counted):  # "the number of people who have been killed"
                return counted[-1] in lexicon().auxiliary or counted[-1] in _RELATIVE
            verbs = (lexicon().verb, lexicon().auxiliary)
            return not any(word in table for word in counted for table in verbs)
    return False


def _without_knowing(counted: list[str]) -> list[str]:
    """Without what is known of them: "(the number of) those known to have (perished)"."""
    if counted[-1:] == [] or counted[-1] not in _HAVING or "to" not in counted:
        return counted
    to = counted.index("to")
    return counted[: to - 1] if to and counted[to - 1] in _KNOWN else counted


def _may_be_of(words: list[str], trigger: Trigger) -> bool:
    """Whether the participle can be said of what is numbered: "the number of drones launched", but
    "the number of visitors dropped to 900"."""
    kind = trigger.kind("passive")
    wanted = lexicon().objects.get(kind) if kind is not None else None
    if wanted is None or kind in lexicon().of_people:
        return True
    before = words[max(0, trigger.first - _NUMBER_REACH) : trigger.first]
    return any(among(word, wanted) for word in before)


def _is_toll(words: list[str], trigger: Trigger) -> bool:
    """Whether the phrase is a noun here: "the injured", "death toll", "with the dead"."""
    if trigger.last - trigger.first > 1 or words[trigger.first] in _NOUNS:
        return True
    owner = words[max(0, trigger.first - 3) : trigger.first]
    if owner[-1:] == ["the"]:
        owner.pop()
    if owner[-1:] == ["of"] and (len(owner) < 2 or owner[-2] not in _COUNTS):
        return False  # "the families of the missing"
    return trigger.first == 0 or words[trigger.first - 1] in _DETERMINERS


def _links(gap: list[str]) -> bool:
    """Whether the words between tie the toll to its value."""
    if not _ENDS.isdisjoint(gap) or _LINKS.isdisjoint(gap):
        return False
    if any(
        word in ("were", "was") and following not in _LINKS for word, following in pairwise(gap)
    ):
        return False
    verb = lexicon().verb
    return not any(word in verb and word not in _LINKS for word in gap)


def _other_count(sentence: Counting, k: int, trigger: Trigger, kind: str) -> bool:
    """Whether a count of another kind stands between the toll and quantity `k`. One of things, or
    of whom nothing befell, does not where the toll's verb follows: it is in the toll's own phrase,
    "the toll from a collision of two trains rose to 46"."""
    first = sentence.quantity(k).first
    for item in reversed(sentence.items[max(0, k - REACH) : k]):
        if item.quantity.first < trigger.last:
            return False
        if item.quantity.implied and item.kind == UNCOUNTED:
            continue  # "on the Hawaiian island"
        if item.kind != kind and not item.quantity.unit and item.quantity.change is None:
            is_within = not _MOVES.isdisjoint(sentence.words[item.quantity.last : first])
            if not is_within or item.kind in lexicon().of_people - _ABOUT_ANYONE:
                return True
    return False

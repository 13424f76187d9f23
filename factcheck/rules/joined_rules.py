"""What a quantity counts by the one it is joined to: 12 soldiers and three civilians, 9 to 12."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.aboard import is_carried
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, Reading, fits, is_bare, pick
from factcheck.rules.joined_people import is_joined_subject
from factcheck.rules.toll_rules import toll
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import CONSTRUCTIONS, table, words
from factcheck.text.words_at import word_at

_SAYING: Final = words("sources.saying")
_OF_SPEAKER: Final = frozenset({"at", "of", "from", "in", "with", "for", "on"})
_NO_SPEAKER: Final = frozenset({"and", "who", "what", "which", "was", "were", "had", "has", "is"})
_OWNING: Final = frozenset({"'s", "’s", "'", "’"})
_SPEAKER: Final = 10  # tokens of who speaks, from the noun to the verb
_LINKS: Final = words("verbs.links")
_BETWEEN: Final = words("joined.between") | _LINKS
_SHARED: Final = words("joined.shared")
_SHARES: Final = words("joined.shares")
_LIST_MARKS: Final = words("joined.list_marks")
_FROM_TO: Final = (["to"], ["down", "to"], ["up", "to"])
_COMPARED: Final = frozenset(
    tuple(text.split()) for text in table(CONSTRUCTIONS).phrases("joined.compared")
)
_REVISED: Final = words("joined.revised")
_REVISED_REACH: Final = 9  # tokens from "lowered" to what it leads to
_COMPARED_GAP: Final = 12
_NO_COUNT: Final = frozenset({UNCOUNTED, "age", "rate"})
_ENDS: Final = frozenset({";", "."})
_ADDING: Final = frozenset({"a", "another", "further", "additional"})  # "and a further 870 in"
_OWN_VERB: Final = frozenset({"are", "were", "is", "was"})
_NAMED_ONLY: Final = frozenset({"hostages", "crowd"})  # "one hostage and two soldiers were killed"
_GUESSED: Final = frozenset({"possibly", "perhaps", "maybe", "probably"})
_EXPECTING: Final = words("joined.expecting")
_EXPECTED_REACH: Final = 3  # tokens of "had first feared"
_OLDEST: Final = 110  # years
_GAP: Final = 3  # tokens between joined numbers
_LIST_GAP: Final = 7
_SHARE_GAP: Final = 9
# Rules that find a verb behind its subject; it serves the numbers joined before it too.
_VERB_BEHIND: Final = frozenset({"adjacent_right", "far_right", "shared_verb"})


def _passes_on(item: Counted) -> bool:
    """Whether the number has a kind that joined ones may share."""
    return item.kind not in (UNCOUNTED, "age") and item.kind not in lexicon().measuring


def from_to(sentence: Counting, k: int) -> Reading | None:
    """The second of "from 41 to 31" is of the first one's kind."""
    if k == 0 or sentence.quantity(k).unit is not None:
        return None
    previous = sentence.items[k - 1]
    if previous.kind != UNCOUNTED and _replaces(sentence, k):
        return Reading(previous.kind, previous.trigger)
    if previous.kind == "votes" and _is_of_rival(sentence, k):
        return Reading("votes")
    if previous.kind == UNCOUNTED or sentence.gap(k) not in _FROM_TO:
        return None
    if previous.kind in lexicon().measuring:
        if sentence.quantity(k).head is not None:
            return None  # "paid $40 million to 1,200 workers"
        told = toll(sentence, k)
        if told is not None:
            return told  # "the caseload jumped 12 percent to 9,800"
        if previous.kind == "percent":
            return None  # "applications rose 27% to 3,898"
    return Reading(previous.kind, previous.trigger)


def _is_of_rival(sentence: Counting, k: int) -> bool:
    """ "8,600 votes to Mr Bello's 7,900"."""
    gap = sentence.gap(k)
    owned = len(gap) > 1 and gap[-1] in ("'s", "’s", "'", "’")
    return owned and gap[0] == "to" and len(gap) <= _LIST_GAP and is_bare(sentence.quantity(k))


def _replaces(sentence: Counting, k: int) -> bool:
    """ "corrected to 98 from 100"; "put at 6.4, was revised to 6.2": both of one kind."""
    quantity, before = sentence.quantity(k), sentence.quantity(k - 1)
    if quantity.head is not None or quantity.implied or before.per is not None:
        return False
    gap = sentence.gap(k)
    if gap == ["from"]:
        opener = sentence.words[max(0, before.first - _REVISED_REACH) : before.first]
        return opener[-1:] == ["to"] and not _REVISED.isdisjoint(opener)
    if not 1 < len(gap) <= _COMPARED_GAP or gap[-1] not in ("to", "at", "as"):
        return False
    return not _REVISED.isdisjoint(gap) and _ENDS.isdisjoint(gap)


def compared(sentence: Counting, k: int) -> Reading | None:
    """Set against the number before: "killed 12 on Monday, compared with nine on Sunday"."""
    quantity = sentence.quantity(k)
    if k == 0 or not quantity.counts or quantity.implied:
        return None
    gap, previous = sentence.gap(k), sentence.items[k - 1]
    if quantity.head is not None and not _is_expected(sentence, quantity):
        return None
    if gap[-1:] == ["the"] and gap[-2:-1] != ["not"]:
        gap.pop()  # "fewer than the 4,000 first announced"
    of_rate = previous.kind == "rate" and gap[-1:] == ["from"]
    if not _passes_on(previous) or not _ENDS.isdisjoint(gap):
        return None
    if not 1 < len(gap) <= _COMPARED_GAP and not of_rate:
        return None
    told = of_rate or tuple(gap[-2:]) in _COMPARED or gap[-2:] == [",", "not"]
    told = told or gap[-3:] == [",", "not", "the"]  # "39 were killed, not the 41 reported"
    if not told:
        return None
    if previous.kind == "rate":
        quantity.per = previous.quantity.per
    return Reading(previous.kind, previous.trigger)


def _is_expected(sentence: Counting, quantity: Quantity) -> bool:
    """ "the 1,500 unions had feared": the noun behind is who expected so many."""
    behind = sentence.words[quantity.last : quantity.last + _EXPECTED_REACH]
    before = sentence.words[quantity.first - 1 : quantity.first]
    return before == ["the"] and not _EXPECTING.isdisjoint(behind)


def coordinated(sentence: Counting, k: int) -> Reading | None:
    """Joined to the number before: killed 12 soldiers and three civilians; 9, then 10 and 12."""
    quantity = sentence.quantity(k)
    if k == 0 or not quantity.counts or (quantity.implied and speaks(sentence, quantity)):
        return None
    previous = sentence.items[k - 1]
    if is_bare(quantity) and previous.trigger is not None:
        told = previous.trigger.first < quantity.first
        after = word_at(sentence.words, quantity.last)
        if told and after in _OWN_VERB:
            return None  # "one is missing and nine are safe"
    if k >= 2 and sentence.items[k - 2].among == k - 1:
        previous = sentence.items[k - 2]  # "shot down 63 of 74 drones and two missiles"
    if not _passes_on(previous) or not fits(previous.kind, quantity):
        return None
    gap = sentence.gap(k)
    behind = previous.trigger
    if (
        behind is not None
        and previous.quantity.last <= behind.first < behind.last <= quantity.first
    ):
        gap = sentence.words[behind.last : quantity.first]
        if quantity.head is not None or quantity.others:
            return None
    near = 0 < len(gap) <= _GAP and _BETWEEN.issuperset(gap)
    if not near and not _lists_one(gap):
        return None
    alike = (quantity.person is None) == (previous.quantity.person is None)
    alike = alike or _is_couple(previous)
    return Reading(previous.kind, previous.trigger) if alike or previous.via == "toll" else None


def restated(sentence: Counting, k: int) -> Reading | None:
    """ "Will lay off 15 percent of its staff, or 2,500 people": the count that a share comes to,
    by the verb that takes the share."""
    quantity = sentence.quantity(k)
    if k == 0 or not quantity.counts or quantity.implied:
        return None
    share = sentence.quantity(k - 1)
    percent = share.unit is not None and share.unit.dimension == "percent"
    gap = sentence.gap(k)
    if not (percent or share.fraction) or gap[-1:] != ["or"] or len(gap) > _LIST_GAP:
        return None
    for trigger in sentence.triggers_before(share.first, _GAP):
        between = sentence.words[trigger.last : share.first]
        kind = pick(trigger, "active", quantity)
        if kind is not None and lexicon().determiners.issuperset(between):
            return Reading(kind, trigger)
    return None


def _is_couple(item: Counted) -> bool:
    """ "The bodies of a couple and their infant son": a couple without a noun is two people."""
    text = item.quantity.value.text.lower()
    return text.endswith("couple") and item.kind in lexicon().of_people


def speaks(sentence: Counting, quantity: Quantity) -> bool:
    """ "The toll could reach 1,000, the mayor warned", "…, a doctor at the hospital said": who
    tells it is none of them."""
    words, last = sentence.words, quantity.last
    if not _SAYING.isdisjoint(words[last : last + 1]):
        return True
    if words[max(0, quantity.first - 1) : quantity.first] != [","]:
        return False
    if words[last : last + 1] == [] or words[last] not in _OF_SPEAKER:
        return False
    for word in words[last + 1 : last + _SPEAKER]:
        if word in _SAYING:
            return True
        if word in _NO_SPEAKER or not (word.isalnum() or word in _OWNING):
            return False
    return False


def _lists_one(gap: list[str]) -> bool:
    """ "26 homes, a school and two shops": one thing of the list has no number."""
    if not 4 <= len(gap) <= _LIST_GAP or gap[0] != "," or gap[1] not in ("a", "an", "one"):
        return False
    lex = lexicon()
    named = gap[2:-1]
    return gap[-1] == "and" and all(
        word.isalpha()
        and word not in lex.stop
        and word not in lex.verb
        and word not in lex.triggers
        for word in named
    )


def listed(sentence: Counting, k: int) -> Reading | None:
    """Places with their shares: 225 dead: 217 in A, seven in B and one in C."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or quantity.unit is not None:
        return None
    if sentence.items[k - 1].kind == "rate":
        return None
    if quantity.value.stated is None or quantity.last >= len(sentence.words):
        return None
    previous, gap = sentence.items[k - 1], sentence.gap(k)
    while gap and gap[-1] in _ADDING:
        gap.pop()
    if k > 1 and previous.kind == UNCOUNTED and previous.quantity.value.stated == 1:
        previous = sentence.items[k - 2]  # "86 died on one side and 14 on the other"
    if sentence.words[quantity.last] not in _SHARES or not _passes_on(previous):
        return None
    if len(gap) > _SHARE_GAP or not _ENDS.isdisjoint(gap) or _LIST_MARKS.isdisjoint(gap[-2:]):
        return None
    fit = previous.kind not in lexicon().of_people or fits(previous.kind, quantity)
    return Reading(previous.kind, previous.trigger) if fit else None


def _has_verb_behind(item: Counted) -> bool:
    behind = item.trigger is not None and item.trigger.first >= item.quantity.last
    return item.via in _VERB_BEHIND or behind


def _leads(sentence: Counting, j: int) -> bool:
    """Whether those aboard are the subject: not "of the 96 passengers", "with 62 passengers"."""
    before = sentence.words[max(0, sentence.quantity(j).first - 2) : sentence.quantity(j).first]
    return "of" not in before and not is_carried(sentence, j)


def _is_age(sentence: Counting, j: int) -> bool:
    """An age, also told by commas alone: "the skipper of the tug, 51, and two deckhands"."""
    item, words = sentence.items[j], sentence.words
    quantity = item.quantity
    if quantity.age or item.kind == "age":
        return True
    if item.kind != UNCOUNTED or not is_bare(quantity) or quantity.first == 0:
        return False
    stated = quantity.value.stated
    beside = words[quantity.first - 1] + word_at(words, quantity.last)
    return beside == ",," and stated is not None and stated <= _OLDEST


def _are_parts_told_of(sentence: Counting, j: int) -> bool:
    """Whether a count only opens what is told of some of it: "of the 60 children, 40 died"."""
    quantity, words = sentence.quantity(j), sentence.words
    at = quantity.first
    while at and words[at - 1] in lexicon().determiners:
        at -= 1
    return at > 0 and words[at - 1] == "of" and words[quantity.last : quantity.last + 1] == [","]


def share_verbs(sentence: Counting) -> None:
    """ "two women and three children were killed": the verb serves the numbers joined before it."""
    for k in range(len(sentence.items) - 1, 0, -1):
        j = k - 1
        while j > 0 and _is_age(sentence, j):
            j -= 1  # the age of "a 4-year-old boy and a woman were killed"
        last, first = sentence.items[k], sentence.items[j]
        shared = last.via == "shared_verb" or "and" in sentence.gap(k)
        apart = last.quantity.partitive and not shared
        if last.kind in _NO_COUNT or apart or not _has_verb_behind(last):
            continue
        told = first.kind == "on_board" or (first.kind in _NAMED_ONLY and first.via == "noun")
        aboard = told and first.kind != last.kind and _leads(sentence, j)
        if first.kind != UNCOUNTED and not aboard:
            continue
        if first.quantity.unit or not fits(last.kind, first.quantity):
            continue
        if not shared and _are_parts_told_of(sentence, j):
            continue  # "of the 60 children, 40 died"
        end = first.quantity.last
        if aboard and first.trigger is not None and first.trigger.first == end:
            end = first.trigger.last  # "the 259 aboard and 11 townspeople were killed"
        gap = sentence.words[end : last.quantity.first]
        if j < k - 1 and len(gap) > _GAP:  # "the skipper, 44, and two deckhands were lost"
            aged = sentence.items[k - 1].quantity
            gap = [
                *sentence.words[end : aged.first],
                *sentence.words[aged.last : last.quantity.first],
            ]
        if not aboard and (first.quantity.person is None) != (last.quantity.person is None):
            guess = last.quantity.value.text.split(" ", 1)[0].lower()
            if not is_bare(first.quantity) or _GUESSED.isdisjoint([*gap, guess]):
                continue  # "at least 10 and possibly 15 people were killed"
        near = 0 < len(gap) <= _GAP and _SHARED.issuperset(gap)
        if near or (not aboard and is_joined_subject(sentence, first.quantity, gap)):
            first.kind, first.trigger, first.via = last.kind, last.trigger, "shared_verb"

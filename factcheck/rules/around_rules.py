"""What a quantity counts by words on both its sides: sent 85 people to hospital, searched for two
more, 24 of which were fatal."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import UNCOUNTED, Counting, Reading
from factcheck.rules.verb_rules import adjacent_right
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_SENDING: Final = words("around.sending")
SENDING_MARK: Final = mark_of(_SENDING)
_TO: Final = frozenset({"to", "in", "into"})
_MEDICS: Final = words("around.medics")
_FINDING: Final = words("around.finding")
_FOUND_REACH: Final = 4  # tokens from "dug out the bodies" to those found
_BEFORE_WARD: Final = words("around.before_ward")
_WARDS: Final = words("around.wards")
_SENT_REACH: Final = 7  # tokens from those sent to "to", and from it to the ward
_SEARCHING: Final = words("around.searching")
SEARCHING_MARK: Final = mark_of(_SEARCHING)
_SEARCHERS: Final = words("around.searchers")
_REMAINING: Final = frozenset({"remaining", "last", "missing", "final"})
_LOST: Final = words("around.lost")
_WANTED: Final = words("around.wanted")
_PURSUED: Final = words("around.pursued")
_SEARCH_REACH: Final = 4  # tokens from "search" to "for"
_FATAL: Final = words("around.fatal")
AS_MARK: Final = mark_of(["as"])
ALIVE_MARK: Final = mark_of(["alive"])
FATAL_MARK: Final = mark_of(_FATAL)
_TAKEN_UP: Final = (["of", "which"], ["of", "them"], ["of", "these"], ["of", "those"])
_ACCIDENTS: Final = words("around.accidents")
_WERE: Final = words("around.were")
_LISTED: Final = (
    [","],
    ["("],
    ["and"],
    [",", "and"],
    ["with"],
    [",", "with"],
)  # "90 cases, 14 fatal"
_JOINED: Final = frozenset({"joined", "join", "joining"})
JOINED_MARK: Final = mark_of(_JOINED)
_JOINED_REACH: Final = 5  # tokens from "joined" to the march
_CROWDS: Final = words("breakdown.crowds")
_ORDERING: Final = words("around.ordering")
_LEAVING: Final = words("around.leaving")
_DRIVING: Final = words("around.driving")
_OUT_OF: Final = ["out", "of"]
_OFF_REACH: Final = 8  # tokens behind those driven off: "from the flooded camps to"
_CAUSES_MARK: Final = mark_of(words("befallen.disasters") | words("verbs.causes"))
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
_OF_HARM: Final = frozenset(
    {"killed", "wounded", "missing", "rescued", "trapped", "casualties", "dead_or_missing"}
)


def sent(sentence: Counting, k: int) -> Reading | None:
    """ "sent 85 people to hospital", "put eight workers in intensive care"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts or not quantity.could_be_people or quantity.first == 0:
        return None
    if quantity.person is None and not (quantity.more or quantity.head is None):
        return None
    before = quantity.first - 1
    while before > 0 and tokens[before] in lexicon().determiners:
        before -= 1
    named = quantity.head or word_at(tokens, quantity.last)
    if named in lexicon().participles:
        return None  # "took nine injured to a field hospital"
    if tokens[before] not in _SENDING or (quantity.head or "") in _MEDICS:
        return None
    for j in range(quantity.last, min(len(tokens), quantity.last + _SENT_REACH)):
        if tokens[j] in _CLAUSE_ENDS:
            return None
        if tokens[j] in _TO and _is_ward(tokens, j + 1):
            return Reading("hospitalised")
    return None


def moved_off(sentence: Counting, k: int) -> Reading | None:
    """ "The fire drove 6,000 campers from the reserve", "told 1,200 families to go": evacuated."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.person is None or quantity.implied or quantity.first == 0:
        return None
    at = quantity.first - 1
    while at > 0 and tokens[at] in lexicon().determiners:
        at -= 1
    behind = tokens[quantity.last : quantity.last + _OFF_REACH]
    if tokens[at] in _ORDERING and is_at(behind, 0, "to") and behind[1:2] != []:
        return Reading("evacuated") if behind[1] in _LEAVING else None
    ends = [i for i, word in enumerate(behind) if word in _CLAUSE_ENDS or word == "and"]
    behind = behind[: ends[0]] if ends else behind
    driven = tokens[at] in _DRIVING and (
        word_at(behind, 0) in ("from", "off") or behind[:2] == _OUT_OF
    )
    if not driven or "to" in behind or not sentence.holds(_CAUSES_MARK):
        return None
    return Reading("evacuated")


def alive(sentence: Counting, k: int) -> Reading | None:
    """ "found five people alive", "dug out two boys, alive": rescued."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts or not quantity.could_be_people:
        return None
    if quantity.person is None and quantity.head is not None:
        return None
    behind = tokens[quantity.last : quantity.last + 2]
    if "alive" not in behind or (behind[0] != "alive" and behind[0] != ","):
        return None
    before = tokens[max(0, quantity.first - _FOUND_REACH) : quantity.first]
    return None if _FINDING.isdisjoint(before) else Reading("rescued")


def _is_ward(tokens: list[str], j: int) -> bool:
    """Whether "the nearest hospital", "intensive care" stands at token `j`."""
    while j < len(tokens) and tokens[j] in _BEFORE_WARD:
        j += 1
    return j < len(tokens) and (
        tokens[j] in _WARDS or tokens[j : j + 2] in (["emergency", "room"], ["emergency", "rooms"])
    )


def sought(sentence: Counting, k: int) -> Reading | None:
    """ "divers searched for two more", "looking for six fishermen": missing, unless it is the law
    that looks for them or a trade that wants them."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts or quantity.implied or quantity.first < 2:
        return None
    at = quantity.first - 1
    while at > 0 and (tokens[at] in lexicon().determiners or tokens[at] in _REMAINING):
        at -= 1
    near = tokens[max(0, at - _SEARCH_REACH) : at]
    if tokens[at] != "for" or _SEARCHING.isdisjoint(near) or not _WANTED.isdisjoint(tokens):
        return None
    if quantity.person is not None and (quantity.head or "") in _PURSUED:
        return Reading(UNCOUNTED)
    told = adjacent_right(sentence, k)
    if told is not None and told.kind != "on_board":
        return told  # "looking for eight porters buried by the snow"
    harmed = any(item.kind in _OF_HARM for item in sentence.items[:k])
    lost = harmed or quantity.head in _LOST or not _SEARCHERS.isdisjoint(tokens)
    left = tokens[quantity.first - 1] in _REMAINING
    named = quantity.person is not None or quantity.more or quantity.others or left
    alone = quantity.head is None and quantity.could_be_people
    return Reading("missing") if lost and (named or alone) else None


def fatal(sentence: Counting, k: int) -> Reading | None:
    """ "61 infections, 24 of which were fatal"; "of the 230 overdoses, 41 were fatal"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if k == 0 or not quantity.counts:
        return None
    whole = sentence.quantity(k - 1)
    j = quantity.last_number
    taken = tokens[j : j + 2] in _TAKEN_UP
    led = tokens[max(0, quantity.first - 2) : quantity.first] in _TAKEN_UP
    opened = "of" in tokens[max(0, whole.first - 2) : whole.first]
    listed = sentence.gap(k) in _LISTED
    if whole.unit is not None or not (taken or led or opened or listed):
        return None
    if whole.head in _ACCIDENTS and whole.person is None:
        return None  # "three crashes, one of them fatal": so many crashes
    j += 2 if taken else 0
    while j < len(tokens) and tokens[j] in _WERE:
        j += 1
    return Reading("killed") if j < len(tokens) and tokens[j] in _FATAL else None


def listed_as(sentence: Counting, k: int) -> Reading | None:
    """ "The agency lists 345 people as missing", "12 miners as dead and four as injured"."""
    quantity, words = sentence.quantity(k), sentence.words
    if not is_at(words, quantity.last, "as") or not quantity.could_be_people:
        return None
    for trigger in sentence.triggers_from(quantity.last + 1, quantity.last + 2):
        kind = trigger.kind("passive") or trigger.kind("toll")
        if kind in _OF_HARM:
            return Reading(kind, trigger)
    return None


def joined_in(sentence: Counting, k: int) -> Reading | None:
    """ "80,000 people joined Saturday's labour march": a crowd."""
    quantity, words = sentence.quantity(k), sentence.words
    if not quantity.could_be_people or quantity.last >= len(words):
        return None
    if words[quantity.last] not in _JOINED:
        return None
    what = words[quantity.last + 1 : quantity.last + 1 + _JOINED_REACH]
    ends = next((i for i, word in enumerate(what) if word in _CLAUSE_ENDS), len(what))
    return Reading("crowd") if not _CROWDS.isdisjoint(what[:ends]) else None

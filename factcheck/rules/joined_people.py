"""What people share with those they are joined to, past what is told of these: "injured a woman of
61 in Poltava and two men in Sumy", "abducted the village chief and 17 others", "infected five
guests, all of whom died"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, fits, pick
from factcheck.rules.main_verbs import is_verb
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_REACH: Final = 18  # tokens from the verb to the last of its objects
_ENDS: Final = words("joined_people.ends")
_FOLLOWS: Final = words("joined_people.follows")
_HARM: Final = words("joined_people.kinds")
# Said of more than harm: "claimed two managers and four coaches".
_LOOSE_VERBS: Final = frozenset(
    {"claimed", "claiming", "claims", "claim", "lost", "losing", "saved"}
)
_OWNED: Final = frozenset({"'s", "’s", "'", "’"})
_PASSIVE: Final = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_WHOM: Final = frozenset({"whom", "them"})
_WHOM_MARK: Final = mark_of(_WHOM)
_ALL: Final = frozenset({"all", "both", "none", "neither"})
_WHOM_REACH: Final = 8  # tokens from those counted to "all of whom"
_VERB_REACH: Final = 5  # tokens from "all of whom" to the verb
_SURVIVED: Final = frozenset({"survived", "survive"})


def joined_object(sentence: Counting, k: int) -> Reading | None:
    """The last of several objects of a verb of harm, whatever is told of those before."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.person is None and not quantity.others:
        return None
    first = _before_determiners(tokens, quantity.first)
    joint = _joint(tokens, first)
    if joint < 1 or not _is_last(tokens, quantity.last):
        return None
    for trigger in reversed(sentence.triggers):
        if trigger.last > joint:
            continue
        if joint - trigger.last > _REACH or not _is_plain(tokens, trigger.last, joint):
            return None
        kind = pick(trigger, "active", quantity)
        if tokens[trigger.first] in _LOOSE_VERBS:
            return None
        if kind in _HARM and is_verb(sentence, trigger) and not _is_passive(tokens, trigger):
            return Reading(kind, trigger)
        if any(sense.form in ("active", "passive") for sense in trigger.senses):
            return None
    return None


def share_objects(sentence: Counting) -> None:
    """Gives the verb of the last of several objects to those listed before: "killed Jane Roe, her
    husband and the couple's three sons"."""
    for k, item in enumerate(sentence.items):
        if item.via != "joined_object" or item.trigger is None:
            continue
        for other in reversed(sentence.items[:k]):
            quantity = other.quantity
            if quantity.first < item.trigger.last:
                break
            listed = sentence.words[quantity.first - 1] in (",", "and") and quantity.counts
            if other.kind == UNCOUNTED and quantity.person is not None and listed:
                other.kind, other.trigger, other.via = item.kind, item.trigger, "joined_object"


def _before_determiners(tokens: list[str], first: int) -> int:
    determiners = lexicon().determiners
    if first > 2 and tokens[first - 1] in _OWNED:
        first -= 2  # "the couple's three sons"
    while first > 0 and (tokens[first - 1] in determiners or tokens[first - 1] == "the"):
        first -= 1
    return first


def _joint(tokens: list[str], first: int) -> int:
    """Where the words that join what begins at `first` to something before begin; 0 for none."""
    if first > 1 and tokens[first - 1] == "and":
        return first - 2 if tokens[first - 2] == "," else first - 1
    last = tokens[first - 1] if first > 0 else ""
    if last == "as" and tokens[max(0, first - 3) : first] == ["as", "well", "as"]:
        return first - 3
    if last == "with" and first > 1 and tokens[first - 2] in ("along", "together"):
        return first - 2
    return 0


def _is_last(tokens: list[str], last: int) -> bool:
    """Whether no verb of their own follows: "killed a guard and two men fled"."""
    return last >= len(tokens) or not tokens[last].isalpha() or tokens[last] in _FOLLOWS


def _is_plain(tokens: list[str], low: int, high: int) -> bool:
    """Whether no verb and no other clause stands between: nouns with what is told of them."""
    lex = lexicon()
    return low < high and not any(
        word in _ENDS or word in lex.verb or word in lex.auxiliary for word in tokens[low:high]
    )


def _is_passive(tokens: list[str], trigger: Trigger) -> bool:
    return trigger.first > 0 and tokens[trigger.first - 1] in _PASSIVE


def is_joined_subject(sentence: Counting, first: Quantity, gap: list[str]) -> bool:
    """Whether those counted first are joined to the subject of a verb behind `gap`: "the skipper of
    a trawler and two deckhands were drowned"."""
    if first.person is None or len(gap) > _REACH or gap[-1:] != ["and"]:
        return False
    before = sentence.words[max(0, first.first - 1) : first.first]
    opens = before == [] or not before[0].isalpha() or before[0] in ("that", "when", "after", "as")
    return opens and _is_plain(gap, 0, len(gap) - 1)


def all_of_whom(sentence: Counting) -> None:
    """Those of whom it is said that all died are dead: "poisoned five guests, all of whom died"."""
    if not sentence.holds(_WHOM_MARK):
        return
    tokens = sentence.words
    for at in [i for i, word in enumerate(tokens) if word in _WHOM]:
        if at < 3 or tokens[at - 1] != "of" or tokens[at - 2] not in _ALL:
            continue
        for trigger in sentence.triggers_from(at + 1, at + 1 + _VERB_REACH):
            kind = trigger.kind("passive")
            if tokens[at - 2] in ("none", "neither"):
                kind = "killed" if tokens[trigger.first] in _SURVIVED else UNCOUNTED
            _tell_of_last(sentence, at - 2, kind, trigger)
            break


def _tell_of_last(sentence: Counting, end: int, kind: str | None, trigger: Trigger) -> None:
    for item in reversed(sentence.items):
        quantity = item.quantity
        if quantity.first >= end:
            if item.trigger is trigger:
                item.kind, item.trigger = UNCOUNTED, None  # "none of whom" itself
            continue
        if kind == UNCOUNTED and item.trigger is trigger:
            item.kind, item.trigger = UNCOUNTED, None  # "none of whom had been infected"
        near = end - quantity.last <= _WHOM_REACH and quantity.counts
        if near and kind == "killed" and fits(kind, quantity) and not quantity.age:
            item.kind, item.trigger, item.via = kind, trigger, "all_of_whom"
        return

"""What a quantity counts as one of those named before: "4 killed (3 soldiers, 1 civilian)", "among
the dead were children: three in Aleppo", "a woman was the storm's only fatality"."""

from __future__ import annotations

from typing import Final

from claims_db import gazetteer
from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, fits, is_bare
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import word_at

_COPULAS: Final = words("breakdown.copulas")
_SHARES_BACK: Final = 8  # figures, and words of harm at the head, that a place's share is of
_SHARE_ENDS: Final = frozenset({")", ",", ";", ".", "and", ""})
_SHARE_MARKS: Final = frozenset({"(", ",", ":", "-", "–"})
_NAME_OPENS: Final = frozenset({",", ";", "and", ":", "("})
_ONLY: Final = words("breakdown.only")
ONLY_MARK: Final = mark_of(_ONLY)
_OWNERS: Final = frozenset({"'s", "’s", "'", "’"})
_PLACES: Final = frozenset({"in", "at", "from", "on", "near", "of"})
_ENDS: Final = frozenset({";", "."})
_BRACKET_MARK: Final = mark_of(["("])
AMONG_MARK: Final = mark_of(["among"])
_INCLUDES: Final = frozenset({"include", "includes", "included"})
_LISTING: Final = _INCLUDES | {"were", "are"}
LISTING_MARK: Final = mark_of(_LISTING)
_GROUP_WORDS: Final = frozenset({"the", "those"})
_RELATING: Final = frozenset({"who", "still", "most", "more", "badly", "seriously", "also"})
_BYSTANDERS: Final = frozenset({"crowd", "on_board"})
_SCENE_REACH: Final = 9  # tokens of "killed in the bus fire near Kullu"
_SCENE_ENDS: Final = frozenset({",", ";", ".", ":", "(", "who", "which", "when", "while", "and"})
_BRACKET_REACH: Final = 24  # tokens from a bracket to the last number in it
_AMONG_REACH: Final = 5  # tokens from "among" to the word of harm
_JOINED_AMONG: Final = 3  # tokens of "were also among"
_AMONG_NEAR: Final = 3  # the same, where none of them tells a group
_NAMED_REACH: Final = 10  # tokens of "killed in the bus fire were"
_COPULAR_REACH: Final = 16  # tokens from a person to "the only fatality"
_TABLES: Final = frozenset({"toll", "tabulated", "labelled"})
_NAME_REACH: Final = 5  # tokens of ", New South Wales"
_JOINING: Final = frozenset({"or", "and", "still", "also", ","})
_TO_BE: Final = frozenset({"were", "was", "are", "is"})
_LEADS_IN: Final = _TO_BE | {":"}
_ESTIMATES: Final = words("breakdown.estimates")
_COUNTING: Final = words("breakdown.counting")
_COUNTERS: Final = words("breakdown.counters")
_ESTIMATED: Final = frozenset({"from", "between", "at", "of"})
_ESTIMATE_REACH: Final = 5  # tokens of "estimates of it ranging from"
_CROWDS: Final = words("breakdown.crowds")
_OF_PERSONS: Final = frozenset(
    {"killed", "wounded", "casualties", "rescued", "missing", "infected"}
)


def whole_of_bracket(sentence: Counting, k: int) -> int | None:
    """The index of the number that a bracket, in which number `k` stands, breaks down."""
    tokens, first = sentence.words, sentence.quantity(k).first
    if not sentence.holds(_BRACKET_MARK):
        return None
    for j in range(first - 1, max(-1, first - 1 - _BRACKET_REACH), -1):
        if tokens[j] in (")", ";"):
            return None
        if tokens[j] == "(":
            return _number_before(sentence, k, j)
    return None


def _number_before(sentence: Counting, k: int, bracket: int) -> int | None:
    """The number right before a bracket, no smaller than the one in it."""
    whole = k - 1
    while whole >= 0 and sentence.quantity(whole).first > bracket:
        whole -= 1
    if whole < 0:
        return None
    item = sentence.items[whole]
    told = item.trigger.last if item.trigger is not None else 0
    near = max(item.quantity.last, told if told <= bracket else 0) == bracket
    inner, outer = sentence.quantity(k).value.stated, item.quantity.value.stated
    if not near or item.kind == UNCOUNTED or not item.quantity.counts:
        return None
    return whole if inner is not None and outer is not None and inner <= outer else None


def bracketed(sentence: Counting, k: int) -> Reading | None:
    """ "4 killed (3 soldiers, 1 civilian)": of the kind that the bracket breaks down."""
    quantity = sentence.quantity(k)
    whole = whole_of_bracket(sentence, k) if quantity.counts else None
    if whole is None:
        return None
    item = sentence.items[whole]
    after = word_at(sentence.words, quantity.last)
    told = quantity.person is not None or quantity.head is not None or after in _PLACES
    return Reading(item.kind, item.trigger) if told and fits(item.kind, quantity) else None


def among_named(sentence: Counting, k: int) -> Reading | None:
    """ "Among the dead were children: three in Aleppo", "among those killed were two medics"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts:
        return None
    for trigger in sentence.triggers:
        if trigger.last > quantity.first:
            return None
        kind = trigger.kind("toll") or trigger.kind("nouns") or trigger.kind("passive")
        if kind is None or kind not in lexicon().of_people or not _is_group(tokens, trigger):
            continue
        if kind in _BYSTANDERS or not (is_bare(quantity) or _is_one_of(kind, quantity)):
            continue
        if _leads_from(tokens[trigger.last : quantity.first]) and fits(kind, quantity):
            return Reading(kind, trigger)
    return None


def among_following(sentence: Counting, k: int) -> Reading | None:
    """ "Eight people were among the survivors", "two nuns are among those still held"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    behind = tokens[quantity.last : quantity.last + _JOINED_AMONG]
    if not quantity.counts or "among" not in behind or behind[0] not in _TO_BE:
        return None
    at = quantity.last + behind.index("among")
    for trigger in sentence.triggers_from(at + 1, at + 1 + _AMONG_REACH):
        kind = trigger.kind("toll") or trigger.kind("nouns") or trigger.kind("passive")
        if kind is None or kind not in lexicon().of_people or kind in _BYSTANDERS:
            return None
        grouped = _is_group(tokens, trigger) or trigger.first == at + 1
        return Reading(kind, trigger) if grouped and _is_one_of(kind, quantity) else None
    return None


def included(sentence: Counting, k: int) -> Reading | None:
    """ "The dead include a nurse, two porters and a newborn": each of the list."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts or not quantity.could_be_people:
        return None
    for trigger in sentence.triggers:
        if trigger.last >= quantity.first:
            return None
        kind = trigger.kind("toll") or trigger.kind("nouns") or trigger.kind("passive")
        if kind is None or kind not in lexicon().of_people or kind in _BYSTANDERS:
            continue
        if not _names_a_group(tokens, trigger.first) or not _is_one_of(kind, quantity):
            continue
        verb = _past_scene(tokens, trigger.last)
        if tokens[verb] in _LISTING and _is_list(tokens[verb + 1 : quantity.first]):
            return Reading(kind, trigger)
    return None


def _is_one_of(kind: str, quantity: Quantity) -> bool:
    """Whether the quantity may be of those told of: people, or homes without power."""
    return fits(kind, quantity) and (quantity.person is not None or kind in lexicon().objects)


def _names_a_group(tokens: list[str], first: int) -> bool:
    """Whether "the" or "those", "those who had been" or "the people" leads to token `first`."""
    at = first - 1
    while at > 0 and (tokens[at] in _RELATING or tokens[at] in lexicon().auxiliary):
        at -= 1
    if at > 0 and tokens[at] == "people":
        at -= 1
    return at >= 0 and tokens[at] in _GROUP_WORDS


def _past_scene(tokens: list[str], last: int) -> int:
    """Past where and when they were harmed: "(those killed) in Monday's blast (included)"."""
    for j in range(last, min(len(tokens) - 1, last + _SCENE_REACH)):
        if tokens[j] in _LISTING:
            return j
        if tokens[j] in lexicon().auxiliary or tokens[j] in _SCENE_ENDS:
            return last
    return last


def _is_list(listed: list[str]) -> bool:
    """Whether nothing but nouns, joined, stands there: no verb, and no clause that opens."""
    lex = lexicon()
    return _ENDS.isdisjoint(listed) and not any(
        word in lex.auxiliary or word in lex.verb or word in lex.verb_starts for word in listed
    )


def _is_group(tokens: list[str], trigger: Trigger) -> bool:
    """Whether the words are "among the dead", "among those who had been killed"."""
    before = tokens[max(0, trigger.first - _AMONG_REACH) : trigger.first]
    if "among" not in before or before[-1:] == ["among"]:
        return False
    named = before[before.index("among") + 1 :]
    return len(named) < _AMONG_NEAR or named[0] in ("those", "people")


def _leads_from(gap: list[str]) -> bool:
    """Whether "were", "is" or a colon leads from those named to the number."""
    if not _ENDS.isdisjoint(gap):
        return False
    at = next((i for i, word in enumerate(gap) if word in _COPULAS or word == ":"), None)
    if at is None or at > _NAMED_REACH:
        return False
    behind = gap[at + 1 :]
    lex = lexicon()
    return not any(word in lex.auxiliary or word in lex.participles for word in behind)


def copular(sentence: Counting, k: int) -> Reading | None:
    """ "a woman in her 80s was the storm's only fatality"; "the only survivor was a girl"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts or quantity.person is None:
        return None
    for trigger in sentence.triggers_from(quantity.last, quantity.last + _COPULAR_REACH):
        kind = trigger.kind("nouns")
        if kind not in _OF_PERSONS or tokens[trigger.first - 1] not in _ONLY:
            continue
        return Reading(kind, trigger) if _is_said(tokens, quantity.last, trigger.first) else None
    for trigger in sentence.triggers_before(quantity.first, 1):
        kind = trigger.kind("nouns")
        said = tokens[trigger.last : quantity.first]
        only = trigger.first > 0 and tokens[trigger.first - 1] in _ONLY
        if kind in _OF_PERSONS and only and len(said) == 1 and said[0] in _COPULAS:
            return Reading(kind, trigger)
    return None


def _is_said(tokens: list[str], low: int, high: int) -> bool:
    """Whether the words [low, high) are "… was the storm's only", and tell nothing else."""
    lex = lexicon()
    at = next((i for i in range(low, high) if tokens[i] in _COPULAS), None)
    if at is None or not _ENDS.isdisjoint(tokens[low:high]):
        return False
    if any(word in lex.participles for word in tokens[low:high]):
        return False
    named = tokens[at + 1 : high]
    return all(word.isalpha() or word in _OWNERS or word == "-" for word in named)


def of_place(sentence: Counting, k: int) -> Reading | None:
    """ "Deaths: Kenya (12), Uganda (7)", "dead by province: Bamyan, 41; Ghor, 17", "Nepal counted
    31 dead, India nine": of the kind that the sentence tells of."""
    quantity = sentence.quantity(k)
    if not is_bare(quantity) or quantity.first < 2 or not is_share_of_place(sentence, quantity):
        return None
    for j in range(k - 1, max(-1, k - 1 - _SHARES_BACK), -1):
        kind = sentence.items[j].kind
        if kind in _OF_PERSONS and fits(kind, quantity):
            return Reading(kind, sentence.items[j].trigger)
    for trigger in sentence.triggers[:_SHARES_BACK]:
        if trigger.first >= quantity.first:
            return None
        for form in ("toll", "nouns", "passive"):
            told = trigger.kind(form)
            if told in _OF_PERSONS and told is not None and fits(told, quantity):
                return Reading(told, trigger)
    return None


def is_share_of_place(sentence: Counting, quantity: Quantity) -> bool:
    """Whether a place's name stands right before the number, with a mark or nothing between."""
    words, first = sentence.words, quantity.first
    if word_at(words, quantity.last) not in _SHARE_ENDS:
        return False
    at = first - 1
    if words[at] in _SHARE_MARKS:
        at -= 1
    elif at < 1 or words[at - 1] not in _NAME_OPENS:
        return False
    if at < 0 or not sentence.tokens.capital(at) or not words[at].isalpha():
        return False
    if words[first - 1] == "," and word_at(words, quantity.last) == ",":
        return False  # "Jane London, 41, of Leeds"
    low = at
    while low > max(0, at - _NAME_REACH) and sentence.tokens.capital(low - 1):
        low -= 1
    name = " ".join(sentence.tokens.raw(i) for i in range(low, at + 1))
    return bool(gazetteer.lookup(name))


def tabulated(sentence: Counting, k: int) -> Reading | None:
    """ "Deaths by district: Kavre nine, Lalitpur 31": a name and its number, as those before."""
    if k == 0 or not is_bare(sentence.quantity(k)):
        return None
    previous, gap = sentence.items[k - 1], sentence.gap(k)
    if previous.via not in _TABLES or not 1 < len(gap) <= _NAME_REACH:
        return None
    first = sentence.quantity(k - 1).last + 1
    named = range(first, sentence.quantity(k).first)
    listed = gap[0] in (",", ";", "and") and all(
        sentence.tokens.capital(i) or sentence.words[i] == "and" for i in named
    )
    return Reading(previous.kind, previous.trigger) if listed else None


def estimated(sentence: Counting, k: int) -> Reading | None:
    """ "the biggest rally in years, with estimates ranging from 20,000 to 45,000": of what was
    named before, where no number of it is told."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not is_bare(quantity) or quantity.first < 2:
        return None
    before = tokens[max(0, quantity.first - _ESTIMATE_REACH) : quantity.first]
    told = before[-1] in _ESTIMATED and not _ESTIMATES.isdisjoint(before)
    if not told and not _is_put_by(before):
        return None
    if not told and k and sentence.items[k - 1].kind == "crowd":
        return Reading("crowd")
    for j in range(quantity.first - 1, -1, -1):
        if tokens[j] in _ENDS:
            return None
        if tokens[j] in _CROWDS:
            return Reading("crowd")
    return None


def _is_put_by(before: list[str]) -> bool:
    """ "Whose organisers claimed 250,000 while police saw 40,000": who counts crowds stands
    right before the number or its verb."""
    at = len(before) - 1
    at -= before[at] == "of"
    if at and before[at] in _COUNTING:
        return before[at - 1] in _COUNTERS
    return before[at] in _COUNTERS


def _opening(sentence: Counting) -> Trigger | None:
    """The last of the joined words of harm that open a sentence: "Crushed or suffocated …"."""
    found: Trigger | None = None
    for trigger in sentence.triggers:
        at = found.last if found is not None else 0
        while at < trigger.first and sentence.words[at] in _JOINING:
            at += 1
        if at < trigger.first:
            break
        if trigger.kind("passive") in _OF_PERSONS or found is None:
            found = trigger
    return found


def inverted(sentence: Counting, k: int) -> Reading | None:
    """ "Dead at the scene were the driver and three passengers": the word of harm opens the
    sentence, and those harmed follow the verb."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not quantity.counts or not sentence.triggers:
        return None
    trigger = _opening(sentence)
    kind = trigger.kind("passive") if trigger is not None else None
    if trigger is None or kind is None or not fits(kind, quantity):
        return None
    gap = tokens[trigger.last : quantity.first]
    at = next((i for i, word in enumerate(gap[:_NAMED_REACH]) if word in _LEADS_IN), None)
    if at is None or "," in gap[:at] or not _ENDS.isdisjoint([*gap[:at], *gap[at + 1 :]]):
        return None
    lex, listed = lexicon(), gap[at + 1 :]
    if gap[at] == ":" and not (quantity.person is not None and _is_list(listed)):
        return None  # "Found dead in the lorry: 39 people, eight of them women"
    told = any(word in lex.auxiliary or word in lex.participles for word in listed)
    return None if told else Reading(kind, trigger)

"""Two bare statements: what can be told exactly, before or against the model.

The first rules are for variants of one sentence: the same words, one thing changed. Another
place, name or kind of count is another fact; a number that the evidence does not have is no
agreement; one statement that denies, or tells of the reverse, contradicts the other; where nothing
but the numbers differs, the numbers decide. Those of `counted_rules` and `contrary_rules` speak of
other sentences too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from rapidfuzz import fuzz

from claims_db.records import Bound, Place
from factcheck.bare import contrary_rules, counted_rules, figureless_rules, level_rules
from factcheck.bare.printed import Print
from factcheck.bare.printed_comparison import (
    FORM,
    NONE,
    OPEN,
    REFUTES,
    SUPPORTS,
    Held,
    equal,
    values,
)
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_pieces import MONTHS, WEEKDAYS
from factcheck.bare.statement_words import (
    Words,
    changed,
    contrast,
    contrast_of,
    replaced,
    words_of,
)
from factcheck.judging.alignment import EMPTY, stem
from factcheck.judging.localities import places_relation
from factcheck.judging.pairs import Near
from factcheck.setting import places

SUPPORTED, REFUTED, NOT_ENOUGH = "supports", "refutes", "not enough"
SURE: Final = 0.9
"""How far a rule moves the probabilities: about as often as these were right on pages held out."""
_ONE_SENTENCE: Final = 72.0  # likeness of all words in order, numbers left out
_FEW_CHANGES: Final = 2  # words changed, up to which two short statements are still one
_CHANGES: Final = 6  # … and up to which a word stands in another's place
_MOST_WORDS: Final = 0.8
_ONE_NAME: Final = 75.0  # likeness from which two names may be one, differently spelt
_NO_VERB: Final = re.compile(r"\b(?:no one|nobody|none|no)\b", re.IGNORECASE)
_MOST_REPORTED: Final = 0.6  # of a statement's words, where the other reports it to deny it
_UNCOUNTED: Final = ("rank", "label", "clock")

Rule = Callable[[StatementPair], str | None]


def other_name(pair: StatementPair) -> str | None:
    """One name or place stands where the other statement has another, and they are neither
    spellings of one nor a place and the one around it."""
    if not _one_sentence(pair):
        return None
    for own, other in replaced(pair.claim, pair.evidence):
        names, others = _names(own), _names(other)
        if not names or not others or set(names) & set(others) or not _only_names(own, other):
            continue
        near = _places_near(pair, names, others)
        if near is Near.OTHER:
            return NOT_ENOUGH
        if {stem(name) for name in names} & {stem(name) for name in others}:
            continue
        if near is Near.MISSING and fuzz.ratio(" ".join(names), " ".join(others)) < _ONE_NAME:
            return NOT_ENOUGH
    return None


def _names(words: tuple[str, ...]) -> list[str]:
    return [
        word.lower()
        for word in words
        if word[0].isupper()
        and word.lower() not in EMPTY
        and word.lower() not in WEEKDAYS
        and word.lower() not in MONTHS
    ]


def _only_names(*stretches: tuple[str, ...]) -> bool:
    """Whether nothing but names and small words stands there."""
    return all(word[0].isupper() or word in EMPTY for stretch in stretches for word in stretch)


def _places_near(pair: StatementPair, names: list[str], others: list[str]) -> Near:
    """How the places that two names stand for lie; missing where one of them is no place."""
    own = _places(pair.claim, names)
    other = _places(pair.evidence, others)
    return places_relation(own, other) if own and other else Near.MISSING


def _places(text: str, names: list[str]) -> tuple[Place, ...]:
    """The places of a text that some of the names belong to."""
    return tuple(
        mention.place
        for mention in places.find(text)
        if any(
            name in mention.place.name.lower() or name in text[mention.start : mention.end].lower()
            for name in names
        )
    )


def other_thing(pair: StatementPair) -> str | None:
    """Another kind of count or another group, in the same words."""
    if not _alike(pair):
        return None
    return NOT_ENOUGH if contrast_of(pair.claim_words, pair.evidence_words) else None


def other_part(pair: StatementPair) -> str | None:
    """Of one whole the one part beside the other: 8 of 20 survived beside 12 of them dead."""
    own, other = pair.claim_words, pair.evidence_words
    if own.negated or other.negated or not contrast("complement", own, other):
        return None
    parts, others = _parts(pair.printed.claim), _parts(pair.printed.evidence)
    if parts is None and others is None:
        return None
    if parts is not None and others is not None:
        if not equal(parts[1], others[1]):
            return None
        return SUPPORTED if equal(parts[0] + others[0], parts[1]) else REFUTED
    part, whole = parts or others or (0.0, 0.0)
    alone = pair.printed.evidence if parts else pair.printed.claim
    told = {number.value for number in alone.numbers if number.bound is Bound.EXACT}
    return SUPPORTED if whole - part in told and part + part != whole else None


def _parts(told: Print) -> tuple[float, float] | None:
    """The part and the whole of "8 of 20", where a statement tells one such pair."""
    found = [
        (part.value, whole.value)
        for part, whole in pairwise(told.numbers)
        if whole.sort == "whole" and part.bound is Bound.EXACT
    ]
    return found[0] if len(found) == 1 else None


def reversed_course(pair: StatementPair) -> str | None:
    """The same figure for the opposite: up 12 percent beside down 12 percent."""
    own, other = pair.claim_words, pair.evidence_words
    if own.negated != other.negated or not contrast("opposite", own, other):
        return None
    if not _alike(pair) and not _only_reversed(own, other):
        return None
    stands = [held.stand for held in pair.printed.aligned]
    return REFUTED if stands and NONE not in stands else None


def _only_reversed(own: Words, other: Words) -> bool:
    """Whether the two have the same words but for those that are each other's reverse."""
    reverse = words_of("opposite")
    shared = own.content & other.content
    return bool(shared - reverse) and (own.content ^ other.content) <= reverse


def no_figure(pair: StatementPair) -> str | None:
    """The evidence has no number that any of the claim's could be held against."""
    told = pair.printed
    counted = [held for held in told.nearest if held.own.sort not in _UNCOUNTED]
    if not counted or any(held.other is not None for held in (*told.nearest, *told.aligned)):
        return None
    if told.dates and not any(held.misfit == 4 for held in told.dates):
        return None
    return NOT_ENOUGH if _alike(pair) else None


def denied(pair: StatementPair) -> str | None:
    """One statement denies what the other says, in the same words and with the same figures."""
    own, other = pair.claim_words, pair.evidence_words
    reported = own.denied != other.denied
    if reported:  # "denied that 200 died" holds all that "200 died" says
        inner, outer = (other, own) if own.denied else (own, other)
        if _share(inner, outer) < _MOST_REPORTED:
            return None
    elif own.negated == other.negated or _no_one(pair) or not _one_sentence(pair):
        return None
    stands = [held.stand for held in pair.printed.aligned]
    return REFUTED if NONE not in stands and REFUTES not in stands else None


def _no_one(pair: StatementPair) -> bool:
    """Whether a statement says "no one", which is a count and no denial."""
    return bool(_NO_VERB.search(pair.claim) or _NO_VERB.search(pair.evidence))


def _share(own: Words, other: Words) -> float:
    """The share of the claim's words that the evidence has."""
    return len(own.content & other.content) / max(1, len(own.content))


def other_time(pair: StatementPair) -> str | None:
    """Another day or month, and another number: another happening, or a count of another day."""
    if not _one_sentence(pair) or not _other_date(pair):
        return None
    differ = any(
        held.other is not None and not equal(*values(held.own, held.other))
        for held in pair.printed.aligned
    )
    return NOT_ENOUGH if differ else None


def other_date(pair: StatementPair) -> str | None:
    """Another date for the same, in the same words."""
    if not _one_sentence(pair) or not _other_date(pair):
        return None
    stands = [held.stand for held in pair.printed.aligned]
    return REFUTED if all(stand in (SUPPORTS, FORM) for stand in stands) else None


def _other_date(pair: StatementPair) -> bool:
    """Whether a date of the claim stands where the evidence has another, told as finely."""
    return any(
        held.misfit == 4 and held.other is not None and held.own.precision == held.other.precision
        for held in pair.printed.dates
    )


def numbers_decide(pair: StatementPair) -> str | None:
    """Nearly all words are the same, none is in another's place: the numbers decide."""
    own, other = pair.claim_words, pair.evidence_words
    if own.negated != other.negated or not _one_sentence(pair):
        return None
    respelt = _respelt(pair)
    missing = own.content - other.content - respelt
    if len(missing) > (1 - _MOST_WORDS) * len(own.content) or missing & own.names:
        return None
    if any(contrast(section, own, other) for section in ("counted", "group", "opposite", "time")):
        return None
    stands = [held.stand for held in pair.printed.aligned]
    if not stands or any(held.misfit > 0 for held in pair.printed.dates):
        return None
    if REFUTES in stands and NONE not in stands:
        return REFUTED
    return SUPPORTED if all(stand in (SUPPORTS, FORM) for stand in stands) else None


def _respelt(pair: StatementPair) -> frozenset[str]:
    """The claim's names, as stems, that stand in the evidence in another spelling."""
    found: set[str] = set()
    for own, other in replaced(pair.claim, pair.evidence):
        names, others = _names(own), _names(other)
        if not names or not others:
            continue
        near = _places_near(pair, names, others)
        alike = fuzz.ratio(" ".join(names), " ".join(others)) >= _ONE_NAME
        if near is Near.SAME or (near is Near.MISSING and alike):
            found |= {stem(name) for name in names}
    return frozenset(found)


def same_words(pair: StatementPair) -> str | None:
    """Nothing but the numbers differs, so they decide."""
    if pair.claim_words.content != pair.evidence_words.content or not _alike(pair):
        return None
    stands = [held.stand for held in pair.printed.aligned]
    if not stands or any(held.misfit > 1 for held in pair.printed.dates):
        return None
    if REFUTES in stands:
        return REFUTED
    if NONE in stands:
        return NOT_ENOUGH
    return SUPPORTED if OPEN not in stands else None


def meeting(pair: StatementPair) -> str | None:
    """One sentence in which each number admits the other's: "at least 9" beside 12."""
    held = pair.printed.aligned
    stands = [number.stand for number in held]
    if OPEN not in stands or not _alike(pair) or any(_one_sided(number) for number in held):
        return None
    return SUPPORTED if all(stand in (SUPPORTS, FORM, OPEN) for stand in stands) else None


def _one_sided(held: Held) -> bool:
    """Whether both bounds are open on the same side: "over 14" beside "over 10" is no agreement."""
    if held.other is None or held.stand != OPEN:
        return False
    both = {held.own.bound, held.other.bound}
    return both <= {Bound.MORE_THAN, Bound.AT_LEAST} or both <= {Bound.LESS_THAN, Bound.AT_MOST}


def _one_sentence(pair: StatementPair) -> bool:
    """Whether a few words changed make one of the other."""
    return changed(pair.claim, pair.evidence) <= _CHANGES


def _alike(pair: StatementPair) -> bool:
    """Whether the two are nearly one sentence, numbers left out: the rules are for variants of
    one statement, not for a claim beside a paragraph."""
    return pair.in_order >= _ONE_SENTENCE or changed(pair.claim, pair.evidence) <= _FEW_CHANGES


RULES: Final[tuple[Rule, ...]] = (
    figureless_rules.says_nothing,
    figureless_rules.figureless,
    *contrary_rules.FIRST,
    level_rules.level_or_change,
    other_part,
    other_name,
    other_thing,
    reversed_course,
    no_figure,
    denied,
    other_time,
    other_date,
    same_words,
    meeting,
    numbers_decide,
    *counted_rules.RULES,
    *contrary_rules.RULES,
)


def settled(pair: StatementPair) -> str | None:
    """What the first rule that speaks says; None where none does."""
    return next((said for rule in RULES if (said := rule(pair)) is not None), None)


def mixed(pair: StatementPair, scores: Mapping[str, float]) -> dict[str, float]:
    """The model's probabilities, moved to what a rule settles; what nothing could contradict is not
    refuted."""
    said = settled(pair)
    if said is None and max(scores, key=lambda name: scores[name]) == REFUTED:
        said = NOT_ENOUGH if figureless_rules.cannot_refute(pair) else None
    return moved(said, scores)


def moved(said: str | None, scores: Mapping[str, float]) -> dict[str, float]:
    """Probabilities moved to what a rule says, if one does."""
    if said is None:
        return dict(scores)
    found = {name: (1 - SURE) * score for name, score in scores.items()}
    found[said] += SURE
    return found

"""Two bare statements: the claim's number is found, but as a figure of something else.

Statistics favour a number that is found; what it counts, where, of whom and of which measure
decides. The rules speak of claims with one number alone, and only where both sides are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from rapidfuzz import fuzz

from claims_db.records import Bound, Place
from factcheck.bare.printed import Printed
from factcheck.bare.printed_comparison import FORM, SUPPORTS, compatible, equal, stand, values
from factcheck.bare.printed_dates import Limit
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.statement_pieces import MONTHS, told_name
from factcheck.judging.alignment import EMPTY, stem
from factcheck.judging.contrasts import contrasts
from factcheck.judging.localities import places_relation
from factcheck.judging.pairs import Near
from factcheck.setting import places
from factcheck.text.lexicon import lexicon

NOT_ENOUGH: Final = "not enough"
REFUTED: Final = "refutes"
UNCOUNTED: Final = ("rank", "label", "clock", "score", "rating")
SAME_SORT: Final = 0.7  # sorts at least this alike are taken for one
_NEAR: Final = 0.4  # weight of a word that still belongs to a number
_ONE_NAME: Final = 75.0  # likeness from which two names may be one, differently spelt
_OPENING: Final = 20  # characters in which the subject of a short statement begins
_OLDEST: Final = 120
_TIED_BY: Final = ("in", "at", "on", "for")
_PAID_TO: Final = (*_TIED_BY, "to")
_AS_OF: Final = re.compile(r"\bas of\b", re.IGNORECASE)
_NAMES: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_PERSON: Final = re.compile(r"[A-Z][^\W\d_A-Z]+(?:[’'-][A-Z]?[^\W\d_A-Z]+)*")

Test = Callable[[Printed, Printed, StatementPair], bool]


def sole(pair: StatementPair) -> Printed | None:
    """The claim's number, if it has one alone and that is an amount."""
    told = [number for number in pair.printed.claim.numbers if number.sort != "rank"]
    if len(told) != 1 or told[0].role or told[0].sort in UNCOUNTED:
        return None
    return told[0]


def same_numbers(own: Printed, pair: StatementPair) -> list[Printed]:
    """The evidence's numbers that are the claim's."""
    return [
        other
        for other in pair.printed.evidence.numbers
        if compatible(own, other) >= SAME_SORT and equal(*values(own, other))
    ]


def names_told(pair: StatementPair) -> bool:
    """Whether the evidence has all of the claim's names."""
    return pair.claim_words.names <= pair.evidence_words.content


def _each(pair: StatementPair, test: Test) -> str | None:
    """Not enough, where the number is found and each time as a figure of something else."""
    own = sole(pair)
    if own is None or pair.claim_words.negated != pair.evidence_words.negated:
        return None
    found = same_numbers(own, pair)
    return NOT_ENOUGH if found and all(test(own, other, pair) for other in found) else None


# --- what is counted ----------------------------------------------------------------------------


def other_kind(pair: StatementPair) -> str | None:
    """The same number of another sort of harm, or of another group."""
    return _each(pair, _other_kind)


def _other_kind(own: Printed, other: Printed, pair: StatementPair) -> bool:
    for kinds in (contrasts()["counted"][0], contrasts()["group"][0]):
        if len(kinds & pair.claim_words.content) != 1:
            continue
        mine, theirs = _first(own, kinds), _first(other, kinds)
        if mine and theirs and mine != theirs and mine not in _around(other):
            return True
    return False


def _around(told: Printed) -> tuple[str, ...]:
    """The words that tell what a number counts, the surest first."""
    return (*told.phrase.run, *told.phrase.then, *told.phrase.before[:3])


def _first(told: Printed, kinds: frozenset[str]) -> str | None:
    return next((word for word in _around(told) if word in kinds), None)


def wider_group(pair: StatementPair) -> str | None:
    """The claim counts women or children, the evidence people."""
    return _each(pair, _wider_group)


def _wider_group(own: Printed, other: Printed, pair: StatementPair) -> bool:
    told = pair.evidence_words.content
    special = frozenset().union(*contrasts()["group"][1:3])
    if not own.phrase.run or own.phrase.run[0] not in special or special & told:
        return False
    return not lexicon().people.keys().isdisjoint(other.phrase.words)


# --- where, for what, whose ---------------------------------------------------------------------


def other_place(pair: StatementPair) -> str | None:
    """The same number of the same things, elsewhere: 140 shops in Finland, in Estonia."""
    return _each(pair, _other_place)


def _other_place(own: Printed, other: Printed, pair: StatementPair) -> bool:
    mine, theirs = own.phrase, other.phrase
    if not mine.tied_names or not theirs.tied_names or not _tied_apart(own, other, pair):
        return False
    here, there = _places(pair.claim, mine.tied_names), _places(pair.evidence, theirs.tied_names)
    if here and there:
        return places_relation(here, there) is Near.OTHER
    alike = fuzz.ratio(" ".join(mine.tied), " ".join(theirs.tied))
    return not here and not there and alike < _ONE_NAME


def _tied_apart(own: Printed, other: Printed, pair: StatementPair) -> bool:
    """Whether the same things are tied to words of which the other statement has none there."""
    mine, theirs = own.phrase, other.phrase
    known = _PAID_TO if own.sort.startswith("money") else _TIED_BY
    if not mine.tied or not theirs.tied or not {mine.tie, theirs.tie} <= set(known):
        return False
    if (mine.run or theirs.run) and not set(mine.run) & set(theirs.run):
        return False
    if any(other.near.get(word, 0.0) >= _NEAR for word in mine.tied):
        return False
    return not set(theirs.tied) & pair.claim_words.content


def _places(text: str, names: frozenset[str]) -> tuple[Place, ...]:
    """The places of a text that some names, as stems, belong to."""
    return tuple(
        mention.place
        for mention in places.find(text)
        if any(stem(told_name(word)) in names for word in text[mention.start : mention.end].split())
    )


def other_object(pair: StatementPair) -> str | None:
    """The same amount for something else, or the same things in something else which the
    evidence tells apart: seats in the senate beside the lower house."""
    return _each(pair, _other_object)


def _other_object(own: Printed, other: Printed, pair: StatementPair) -> bool:
    mine, theirs = own.phrase, other.phrase
    if mine.tied_names or theirs.tied_names or not _tied_apart(own, other, pair):
        return False
    elsewhere = set(mine.tied) <= pair.evidence_words.content
    return own.sort.startswith("money") or (own.sort == "count" and elsewhere)


def other_person(pair: StatementPair) -> str | None:
    """Another bearer of the family name: the brother's goals are not his."""
    told = _NAMES.search(pair.claim)
    if told is None or told.start() > _OPENING or not _is_person(told.group()):
        return None
    first, last = told.group().split()
    if first in pair.evidence or first.lower() in EMPTY | MONTHS:
        return None
    for match in _NAMES.finditer(pair.evidence):
        rival = match.group().split()
        if match.start() > _OPENING or len(rival) != 2 or rival[1] != last:
            continue
        if rival[0] not in pair.claim and fuzz.ratio(rival[0], first) < _ONE_NAME:
            return NOT_ENOUGH
    return None


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) == 2 and all(_PERSON.fullmatch(word) for word in words)


def other_measure(pair: StatementPair) -> str | None:
    """The number is found as another measure, profit beside revenue: it contradicts where the
    evidence tells the claim's measure too."""
    own = sole(pair)
    measure = _measure(own) if own is not None else None
    if own is None or measure is None:
        return None
    found = same_numbers(own, pair)
    if not found:
        return None if own.sort == "count" else _untold_measure(pair, measure)
    if not all(_measure(other) not in (None, measure) for other in found):
        return None
    told = [
        other
        for other in pair.printed.evidence.numbers
        if other.sort == own.sort and other not in found and _measure(other) == measure
    ]
    return REFUTED if told else NOT_ENOUGH


def _untold_measure(pair: StatementPair, measure: int) -> str | None:
    """Whether the evidence of the same names tells another measure and nothing of this."""
    known, told = contrasts()["measured"], pair.evidence_words.content
    if known[measure] & told or not any(words & told for words in known) or not names_told(pair):
        return None
    return NOT_ENOUGH


def _measure(told: Printed) -> int | None:
    """Which measure a number is of, by the words before it or tied to it."""
    for word in (*told.phrase.before[:4], *told.phrase.tied[:1]):
        for at, words in enumerate(contrasts()["dealt" if told.sort == "count" else "measured"]):
            if word in words:
                return at
    return None


# --- nothing of the kind ------------------------------------------------------------------------


def is_age(told: Printed) -> bool:
    """Whether a number is an age: aged 83, 54 when she won."""
    if told.sort == "age":
        return True
    if told.sort != "count" or told.value >= _OLDEST:
        return False
    return told.phrase.run[:1] == ("when",) or told.phrase.before[:1] == ("age",)


def other_month(pair: StatementPair) -> str | None:
    """Another month and another number: of another happening."""
    own, dates = sole(pair), pair.printed.claim.dates
    if own is None or own.bound is not Bound.EXACT or len(dates) != 1 or _AS_OF.search(pair.claim):
        return None
    if dates[0].limit is not Limit.ON or dates[0].month is None or dates[0].precision > 2:
        return None
    for held in pair.printed.dates:
        if held.misfit != 4 or held.other is None or held.other.month is None:
            return None
    for other in pair.printed.evidence.numbers:
        if compatible(own, other) >= SAME_SORT and stand(own, other) in (SUPPORTS, FORM):
            return None
    return NOT_ENOUGH


RULES: Final[tuple[Callable[[StatementPair], str | None], ...]] = (
    other_person,
    other_kind,
    wider_group,
    other_place,
    other_object,
    other_measure,
    other_month,
)

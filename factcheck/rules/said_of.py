"""What a verb or noun of harm is not said of people for: "lost 14 seats but saved 39", "the court
heard 14 cases", "police picked up 14 people"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_LEFT_REACH: Final = 9  # tokens from what claims to those claimed
_OF_ANYTHING: Final = words("verbs.of_anything")
_THINGS_REACH: Final = 8  # tokens from things to a verb that may be said of them
_THING_ENDS: Final = frozenset({";", ".", ":", "while", "as", "when", "which", "who"})
_LAW: Final = frozenset({"police", "officers", "detectives", "agents", "gendarmes", "constables"})
_LAW_REACH: Final = 6  # tokens from police to "picked up"
_CASES: Final = frozenset({"cases", "case"})
_OF_COURT: Final = words("verbs.of_court")
_OF_COURT_MARK: Final = mark_of(_OF_COURT)
_OF_ILLNESS: Final = words("verbs.of_illness")
_OF_ILLNESS_MARK: Final = mark_of(_OF_ILLNESS)
_CAPTORS: Final = words("frames.captors")
_CAPTORS_REACH: Final = 14  # tokens from captors to "carried off"
_CUTS: Final = frozenset({"cuts", "cut"})
_RATES_MARK: Final = mark_of(words("verbs.rates"))
_JOBS_MARK: Final = mark_of(words("verbs.jobs"))
_CAUSES: Final = words("verbs.causes")


def is_of_things(sentence: Counting, k: int, trigger: Trigger) -> bool:
    """ "lost 14 seats but saved 39", "found homes for 40 dogs and lost six": a bare number behind a
    verb that takes anything is of the things told of right before."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or sentence.words[trigger.first] not in _OF_ANYTHING:
        return False
    before = sentence.quantity(k - 1)
    if before.head is None or before.person is not None or not before.counts:
        return False
    between = sentence.words[before.last : trigger.first]
    return len(between) <= _THINGS_REACH and _THING_ENDS.isdisjoint(between)


def is_by_police(sentence: Counting, trigger: Trigger) -> bool:
    """ "Police picked up 14 people in dawn raids"."""
    words = sentence.words
    if words[trigger.first] not in ("picked", "picking"):
        return False
    return not _LAW.isdisjoint(words[max(0, trigger.first - _LAW_REACH) : trigger.first])


def is_by_captors(sentence: Counting, trigger: Trigger) -> bool:
    """ "Bandits torched five hamlets and carried off 40 women": no flood did."""
    before = sentence.words[max(0, trigger.first - _CAPTORS_REACH) : trigger.first]
    return not _CAPTORS.isdisjoint(before)


def is_daily_care(sentence: Counting, quantity: Quantity, trigger: Trigger) -> bool:
    """ "Hospitals treated 1.4 million patients in June": nobody need be hurt, unless it is told for
    what they were treated."""
    if quantity.head != "patients" or not sentence.words[trigger.first].startswith("treat"):
        return False
    behind = sentence.words[quantity.last : quantity.last + 1]
    return behind not in (["for"], ["with"], ["after"], ["hurt"], ["injured"], ["wounded"])


def is_no_illness(sentence: Counting, quantity: Quantity) -> bool:
    """Whether cases are of a court or of beer: "the court heard 14 cases"."""
    if quantity.head not in _CASES:
        return False
    return sentence.holds(_OF_COURT_MARK) and not sentence.holds(_OF_ILLNESS_MARK)


def is_of_rates(sentence: Counting, quantity: Quantity) -> bool:
    """ "The bank left its rate at 4 percent but hinted at two cuts": of rates, and of no jobs."""
    return quantity.head in _CUTS and sentence.holds(_RATES_MARK) and not sentence.holds(_JOBS_MARK)


def takes_lives(sentence: Counting, k: int) -> bool:
    """ "claimed 12 lives", "the cold has claimed 11 men": what else is claimed is only said."""
    quantity, lex = sentence.quantity(k), lexicon()
    claimed = sentence.words[quantity.last_number : quantity.last_number + 2]
    scored = is_at(sentence.words, quantity.last, "for")  # "five victims for 38"
    if "lives" in claimed or ("victims" in claimed and not scored):
        return True
    before = sentence.words[max(0, quantity.first - _LEFT_REACH) : quantity.first]
    if quantity.person is None or _CAUSES.isdisjoint(before):
        return False
    if quantity.last >= len(sentence.words):
        return True
    after = sentence.words[quantity.last]
    return not (after in lex.auxiliary or after in lex.verb or after in lex.participles)

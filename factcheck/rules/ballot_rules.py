"""What a number counts by what the sentence is about: votes for and against, points of a poll."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counting, Reading
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_BALLOT: Final = words("ballot.tells")
_BALLOT_MARK: Final = mark_of(_BALLOT)
_PASSED: Final = words("ballot.passed")
_PASSED_MARK: Final = mark_of(_PASSED)
_CHAMBERS: Final = words("ballot.chambers")
_CHAMBERS_MARK: Final = mark_of(_CHAMBERS)
_SIDES: Final = words("ballot.sides")
_PAIRS: Final = (["-"], ["–"], ["to"], ["votes", "to"], ["against"], ["versus"], ["for", "and"])
_POINTS: Final = frozenset({"point", "points"})
_HOUSES: Final = (["opera"], ["coffee"], ["play"], ["picture"], ["concert"])
_SEATS: Final = frozenset({"seat", "seats"})
_SEATED: Final = words("ballot.seated")
_POLITICAL: Final = words("ballot.political") | _BALLOT
_SHARES: Final = frozenset({"%", "percent", "percentage", "poll", "polls", "pct", "cent", "rate"})
_SHARES_MARK: Final = mark_of(_SHARES)
_ASKED: Final = frozenset({"voters", "undecided", "electorate", "survey", "surveys", "respondents"})
_ASKED_MARK: Final = mark_of(_ASKED)


def is_furniture(sentence: Counting, quantity: Quantity) -> bool:
    """ "the coach had 52 seats": seats of a vehicle or a hall, not of a parliament."""
    if quantity.head not in _SEATS:
        return False
    if sentence.holds(_CHAMBERS_MARK) and _is_chamber(sentence.words):
        return False
    return _is_seated(sentence.words)


def _is_chamber(tokens: list[str]) -> bool:
    """Whether a chamber is named: "house" is none in "the opera house"."""
    told = [i for i, word in enumerate(tokens) if word in _CHAMBERS]
    return any(tokens[i] != "house" or tokens[i - 1 : i] not in _HOUSES for i in told)


def _is_seated(tokens: list[str]) -> bool:
    return not _SEATED.isdisjoint(tokens) and _POLITICAL.isdisjoint(tokens)


def votes(sentence: Counting, k: int) -> Reading | None:
    """ "passed 218-213", "voted 84 to 36", "121 in favour, seven against"."""
    quantity = sentence.quantity(k)
    if not quantity.counts or quantity.head is not None or quantity.implied or quantity.per:
        return None
    if not _is_of_ballot(sentence):
        return None
    if k and sentence.items[k - 1].kind == "votes" and sentence.gap(k) == ["out", "of"]:
        sentence.items[k - 1].among = k
        return Reading("votes")  # "by 212,000 votes out of 9.8 million cast"
    after = sentence.words[quantity.last_number : quantity.last_number + 2]
    sided = bool(after) and (after[0] in _SIDES or after in (["in", "favour"], ["in", "favor"]))
    return Reading("votes") if sided or _is_paired(sentence, k) else None


def _is_of_ballot(sentence: Counting) -> bool:
    """Whether a ballot is told of: a word of voting, or a chamber that passes something."""
    if sentence.holds(_BALLOT_MARK):
        return True
    return sentence.holds(_PASSED_MARK) and sentence.holds(_CHAMBERS_MARK)


def _is_paired(sentence: Counting, k: int) -> bool:
    """Whether the number stands beside its rival: 52-48, 84 to 36, 312 votes to 278."""
    for low, high in ((k - 1, k), (k, k + 1)):
        if low < 0 or high >= len(sentence.items):
            continue
        first, second = sentence.quantity(low), sentence.quantity(high)
        if _may_be_votes(first) and _may_be_votes(second):
            if sentence.words[first.last_number : second.first] in _PAIRS:
                return True
    return False


def _may_be_votes(quantity: Quantity) -> bool:
    return quantity.counts and quantity.head in (None, "votes")


def points(sentence: Counting, k: int) -> Reading | None:
    """ "dropped three points to 29%": points of a share, where shares are told of."""
    quantity = sentence.quantity(k)
    if quantity.head not in _POINTS or quantity.unit is not None:
        return None
    told = sentence.holds(_SHARES_MARK) or sentence.holds(_ASKED_MARK)
    return Reading("points") if told else None


def named_before(sentence: Counting, k: int) -> Reading | None:
    """ "police put the number at 60,000": of the kind told of before in the sentence."""
    quantity = sentence.quantity(k)
    if k == 0 or quantity.head is not None or not quantity.counts:
        return None
    before = sentence.words[max(0, quantity.first - 4) : quantity.first]
    put = before[-1:] == ["at"] and not _NUMBERED.isdisjoint(before)
    if not put and not _is_answered(sentence, k) and not _is_put_too(sentence, k):
        return None
    j = k - 1
    while j and sentence.items[j].kind == UNCOUNTED and sentence.quantity(j).implied:
        j -= 1  # "the caretaker cabinet recognises only 147"
    previous = sentence.items[j]
    known = previous.kind != UNCOUNTED and previous.quantity.counts
    return Reading(previous.kind, previous.trigger) if known else None


def _is_put_too(sentence: Counting, k: int) -> bool:
    """ "organisers put the turnout at 70,000, police at 31,000"."""
    gap, previous = sentence.gap(k), sentence.quantity(k - 1)
    beside = 2 < len(gap) <= _PUT_GAP and gap[0] in _CLAUSES and gap[-1] == "at"
    return beside and sentence.words[max(0, previous.first - 1)] == "at"


def _is_answered(sentence: Counting, k: int) -> bool:
    """ "the rebels say 900 died; the government admits to 120"."""
    first, words = sentence.quantity(k).first, sentence.words
    after = words[sentence.quantity(k).last : sentence.quantity(k).last + 1]
    j = first - 1
    while j > 0 and words[j] in _BEFORE_ANSWER:
        j -= 1
    between = words[sentence.quantity(k - 1).last : j]
    return after in _ANSWER_ENDS and words[j] in _ANSWERS and not _CLAUSES.isdisjoint(between)


_PUT_GAP: Final = 5  # tokens of ", the police at"
_BEFORE_ANSWER: Final = frozenset({"to", "of", "only", "just", "at"})
_ANSWER_ENDS: Final[tuple[list[str], ...]] = ([], ["."], [","], [";"])
_CLAUSES: Final = frozenset({";", ",", "while", "but"})
_ANSWERS: Final = words("ballot.answers")
_NUMBERED: Final = words("ballot.numbered")

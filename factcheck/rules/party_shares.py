"""Whether a percentage is how a party or a candidate stands: "the Greens took 14%"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_PARTIES: Final = words("party_shares.parties")
_PARTIES_MARK: Final = mark_of(_PARTIES)
_SUPPORT: Final = words("party_shares.support")
_VERBS: Final = words("party_shares.verbs")
_POLLS: Final = words("party_shares.polls")
_POLLS_MARK: Final = mark_of(_POLLS)
_CONTESTS: Final = words("party_shares.contests")
_CONTESTS_MARK: Final = mark_of(_CONTESTS)
_STOOD: Final = words("party_shares.stood")
_LED: Final = words("party_shares.led")
_LED_REACH: Final = 7  # tokens from "led" to the share
_LEAST_OF_TWO, _ALL = 50, 101  # percent that two rivals have between them
_SET_AGAINST: Final = (["to"], ["against"], ["versus"], ["compared", "with"])
_ENDS: Final = frozenset({";", ".", ":"})
_REACH: Final = 14  # tokens from the party to its share


def is_of_party(sentence: Counting, quantity: Quantity) -> bool:
    """Whether a party's name stands before the share with a verb of winning or standing, or its
    support is told of: "support for the Liberals fell to 28%". What the share is of tells another
    story: "40% of Liberals"."""
    tokens = sentence.words
    if not sentence.holds(_PARTIES_MARK) or is_at(tokens, quantity.last, "of"):
        return False
    if quantity.change is not None:
        return False
    before = tokens[max(0, quantity.first - _REACH) : quantity.first]
    ends = [i for i, word in enumerate(before) if word in _ENDS]
    before = before[ends[-1] + 1 :] if ends else before
    if _PARTIES.isdisjoint(before):
        return False
    supported = not _SUPPORT.isdisjoint(before)
    polled = not _VERBS.isdisjoint(before) and sentence.holds(_POLLS_MARK)
    return supported or polled


def is_beside_rival(sentence: Counting, quantity: Quantity) -> bool:
    """ "Lopez led Chen 51.2% to 46.9%": the shares of two that stood against each other."""
    tokens, first, last = sentence.words, quantity.first, quantity.last
    stated = quantity.value.stated
    if stated is None or quantity.change is not None:
        return False
    beside = next(
        (
            other
            for other in sentence.items
            if other.quantity.unit is not None
            and other.quantity.unit.dimension == "percent"
            and (
                tokens[last : other.quantity.first] in _SET_AGAINST
                or tokens[other.quantity.last : first] in _SET_AGAINST
            )
        ),
        None,
    )
    if beside is None or beside.quantity.value.stated is None:
        return False
    if not _LEAST_OF_TWO <= stated + beside.quantity.value.stated <= _ALL:
        return False
    start = min(first, beside.quantity.first)
    return not _LED.isdisjoint(tokens[max(0, start - _LED_REACH) : start])


def is_of_winner(sentence: Counting, quantity: Quantity) -> bool:
    """ "won Sunday's run-off with 51.7%", "came second with 20.1%": who stood has the share."""
    tokens, first = sentence.words, quantity.first
    if not sentence.holds(_CONTESTS_MARK) or not is_at(tokens, first - 1, "with"):
        return False
    if quantity.change is not None or is_at(tokens, quantity.last, "of"):
        return False
    before = tokens[max(0, first - _REACH) : first]
    ends = [i for i, word in enumerate(before) if word in _ENDS]
    before = before[ends[-1] + 1 :] if ends else before
    return not _STOOD.isdisjoint(before) and _tells_contest(tokens)


def _tells_contest(tokens: list[str]) -> bool:
    """Whether any word names a vote; "off" does as the end of "run-off"."""
    return any(
        word in _CONTESTS and (word != "off" or tokens[i - 2 : i] == ["run", "-"])
        for i, word in enumerate(tokens)
    )

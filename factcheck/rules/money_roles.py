"""What a measure is for, where no word beside it tells: by the subject of its verb ("Revenue at the
pump maker rose 8% to 4.3 billion crowns"), or by its size (no share costs 75 million)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claims_db.kinds import Kind
from factcheck.quantity import changes
from factcheck.quantity.quantities import Quantity
from factcheck.rules.counting import Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words

_LEVELS: Final = words("money.levels") | changes.UP | changes.DOWN
_LEADING: Final = words("money.leading")
_BREAKS: Final = words("money.breaks")
_PRICED: Final = words("money.priced")
_SECURITIES: Final = words("money.securities")
_LARGE: Final = 1_000_000  # no single thing that is traded costs as much
_REACH: Final = 24  # tokens from a measure back to its subject
_BACK: Final = frozenset({"back", "buyback", "buybacks", "repurchase"})


def told_by_subject(sentence: Counting, k: int, known: Iterable[Kind]) -> str | None:
    """The first of the kinds whose words stand in the subject of the measure's verb."""
    first, tokens = sentence.quantity(k).first, sentence.words
    if first == 0 or tokens[first - 1] not in _LEADING:
        return None
    low = max(0, first - _REACH)
    verb = None
    for j in range(first - 1, low - 1, -1):
        if tokens[j] in _BREAKS:
            low = j + 1
            break
        if tokens[j] in _LEVELS:
            verb = j
        elif verb is None and tokens[j] in lexicon().verb:
            return None
    if verb is None:
        return None
    subject = frozenset(tokens[low:verb])
    return next((kind.name for kind in known if not subject.isdisjoint(kind.context)), None)


def is_no_price(quantity: Quantity, around: set[str]) -> bool:
    """Whether a sum beside shares or a trade is too large for what one of them costs."""
    stated = quantity.value.stated if quantity.value.stated is not None else quantity.value.high
    if stated is None or abs(stated) < _LARGE:
        return False
    return _PRICED.isdisjoint(around)


def is_bought_back(around: set[str]) -> bool:
    """ "to buy back 250 million euros of its shares": no firm is bought."""
    return not _BACK.isdisjoint(around) and not _SECURITIES.isdisjoint(around)


def is_exchanged(sentence: Counting, quantity: Quantity) -> bool:
    """ "the dollar bought 149.8 yen": what a currency is worth, and no deal."""
    before = sentence.words[max(0, quantity.first - 2) : quantity.first]
    return len(before) > 1 and before[0] in lexicon().currency_words

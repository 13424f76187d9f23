"""What a measure is for, where no word beside it tells: by the subject of its verb ("Revenue at the
pump maker rose 8% to 4.3 billion crowns"), or by its size (no share costs 75 million)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claims_db.kinds import Kind
from factcheck.quantity import changes
from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_LEVELS: Final = words("money.levels") | changes.UP | changes.DOWN
_PUTTING: Final = frozenset({"put", "puts"})
_LEADING: Final = words("money.leading")
_BREAKS: Final = words("money.breaks")
_PRICED: Final = words("money.priced")
_FIRM_PAID: Final = words("money.firm_paid")
_ITS_OWN: Final = words("money.its_own")
_SALES: Final = frozenset({"sales", "revenue", "revenues", "turnover", "takings", "bookings"})
_LOST: Final = frozenset({"lost", "loses", "losing"})
_AGAINST: Final = frozenset({"from", "against", "versus", "than", "compared", "vs", "up", "down"})
_EARNED_REACH: Final = 14  # tokens from "operating profit" to its sum
_BESIDE: Final = 4  # tokens of ", compared with"
_FIRMS: Final = words("money.firms")
_WORKS: Final = words("money.works")
_IN_FULL: Final = frozenset({"cash", "stock", "share", "shares"})
_SNAPPED: Final = (["snapped", "up"], ["snaps", "up"], ["took", "over"], ["gobbled", "up"])
_VERB_REACH: Final = 5  # tokens from "agreed to pay" to the sum
_FIRM_REACH: Final = 11  # tokens from a sum to the firm it is paid for
_AT_LEVEL: Final = frozenset({"to", "at", "below", "above", "past", "bought"})
_EXCHANGE_REACH: Final = 8  # tokens from a currency to its price
_MOVED_TO: Final = (
    ["to"],
    ["at"],
    ["lower", "at"],
    ["higher", "at"],
    ["lower", "to"],
    ["up", "at"],
)
_MODALS: Final = frozenset({"will", "would", "could", "might", "may"})
_SHORTEST_DOING: Final = 4  # tokens of "dredging it will take"
_SECURITIES: Final = words("money.securities")
_PERCENT: Final = frozenset({"%", "percent", "per", "pct"})
_LARGE: Final = 1_000_000  # no single thing that is traded costs as much
_REACH: Final = 24  # tokens from a measure back to its subject
_GOODS: Final = words("money.goods")
_BACK: Final = frozenset({"back", "buyback", "buybacks", "repurchase"})


def told_by_subject(sentence: Counting, k: int, known: Iterable[Kind]) -> str | None:
    """The first of the kinds whose words stand in the subject of the measure's verb."""
    first, tokens = sentence.quantity(k).first, sentence.words
    first -= first > 0 and tokens[first - 1] == "between"
    if first == 0 or tokens[first - 1] not in _LEADING:
        return None
    low = max(0, first - _REACH)
    unit = sentence.quantity(k).unit
    priced = unit is not None and unit.dimension == "money"  # "insurers put the bill at"
    verb = None
    for j in range(first - 1, low - 1, -1):
        if tokens[j] in _BREAKS:
            low = j + 1
            break
        if tokens[j] in _LEVELS or (priced and tokens[j] in _PUTTING):
            verb = j
        elif verb is None and tokens[j] in lexicon().verb:
            return None
    if verb is None:
        return None
    subject = frozenset(tokens[low:verb])
    return next((kind.name for kind in known if not subject.isdisjoint(kind.context)), None)


def is_paid_for_firm(sentence: Counting, quantity: Quantity) -> bool:
    """ "agreed to pay $34 billion in stock for the distiller": a firm is bought for the sum."""
    tokens, last = sentence.words, quantity.last
    if _FIRM_PAID.isdisjoint(tokens[max(0, quantity.first - _VERB_REACH) : quantity.first]):
        return is_at(tokens, quantity.first - 1, "for") and _is_snapped_up(tokens, quantity.first)
    behind = tokens[last : last + _FIRM_REACH]
    if "for" not in behind:
        return False
    named = quantity.last + behind.index("for") + 1
    if named < len(tokens) and sentence.tokens.capital(named):
        if not _IN_FULL.isdisjoint(behind[: behind.index("for")]):
            return True  # "will pay $4.3 billion in cash, or $91 a share, for Cerevel"
    return not _FIRMS.isdisjoint(behind[behind.index("for") :])


def _is_snapped_up(tokens: list[str], first: int) -> bool:
    """ "snapped up the start-up for $1.2 billion"."""
    before = tokens[max(0, first - _FIRM_REACH) : first]
    snapped = any(before[i : i + 2] in _SNAPPED for i in range(len(before)))
    return snapped and not _FIRMS.isdisjoint(before)


def told_by_object(sentence: Counting, quantity: Quantity) -> str | None:
    """The kind of a sum by what it is paid for or what it built: a firm, a bridge."""
    if is_paid_for_firm(sentence, quantity):
        return "deal"
    tokens = sentence.words
    if _is_rate_of_exchange(sentence, quantity):
        return "price"
    if _is_of_doing(tokens, quantity.first):
        return "cost"
    if quantity.head in _WORKS and tokens[quantity.last - 1] == quantity.head:
        return "cost"
    behind = tokens[quantity.last : quantity.last + 3]
    while behind and behind[0] in ("-", "dollar", "euro", "pound"):
        behind = behind[1:]
    return "cost" if behind and behind[0] in _WORKS else None


def _is_of_doing(tokens: list[str], first: int) -> bool:
    """ "Dredging the canal will take $14 million", "rebuilding it would swallow": what is done
    opens the clause, and the verb right before the sum is told with "will" or "would"."""
    if first < _SHORTEST_DOING or tokens[first - 2] not in _MODALS:
        return False
    low = max(0, first - _REACH)
    for j in range(first - 3, low - 1, -1):
        opens = j == 0 or tokens[j - 1] in _BREAKS or tokens[j - 1] in ("that", "said")
        if opens:
            return tokens[j].endswith("ing") and tokens[j] not in lexicon().stop
        if tokens[j] in lexicon().auxiliary:
            return False
    return False


def share_price(sentence: Counting) -> None:
    """ "Gold added $14 to $2,410 an ounce", "settled 14 cents lower at $7.62": by how much a price
    moved is told as a price too."""
    for k in range(len(sentence.items) - 1):
        moved, price = sentence.items[k], sentence.items[k + 1]
        if moved.kind != "money" or price.kind != "price" or moved.quantity.change is None:
            continue
        if sentence.gap(k + 1) in _MOVED_TO:
            moved.kind = price.kind


def _is_rate_of_exchange(sentence: Counting, quantity: Quantity) -> bool:
    """ "the dollar rose to 151 yen", "the lira sank to 32 per dollar": a currency's own price."""
    tokens, first = sentence.words, quantity.first
    stated = quantity.value.stated
    if stated is None or stated >= _LARGE or not first or tokens[first - 1] not in _AT_LEVEL:
        return False
    low = max(0, first - _EXCHANGE_REACH)
    for j in range(first - 1, low - 1, -1):
        if tokens[j] in _BREAKS:
            return False
        if tokens[j] in lexicon().currency_words:
            return tokens[j - 1 : j] != [] and not tokens[j - 1][0].isdigit()
    return False


def is_no_price(quantity: Quantity, around: set[str]) -> bool:
    """Whether a sum beside shares or a trade is too large for what one of them costs."""
    stated = quantity.value.stated if quantity.value.stated is not None else quantity.value.high
    if stated is None or abs(stated) < _LARGE:
        return False
    return _PRICED.isdisjoint(around)


def is_earned(sentence: Counting, k: int) -> bool:
    """Whether a sum is a profit or a loss, whatever is sold beside it: "net income came in at $1.1
    billion, or $2.07 a share, versus $940 million", "the arm lost $7 billion on sales of $19
    billion"."""
    tokens, first = sentence.words, sentence.quantity(k).first
    if tokens[max(0, first - 2) : first] and tokens[first - 1] in _LOST:
        stated = sentence.quantity(k).value.stated
        return stated is not None and stated >= _LARGE
    if k and sentence.items[k - 1].kind == "money" and sentence.quantity(k - 1).unit is not None:
        gap = sentence.gap(k)
        beside = 0 < len(gap) <= _BESIDE and (gap[-1] == "or" or not _AGAINST.isdisjoint(gap))
        if beside and not _ITS_OWN.isdisjoint(tokens[: sentence.quantity(k - 1).first]):
            return _ITS_OWN.isdisjoint(gap) and _SALES.isdisjoint(gap)
    for j in range(first - 1, max(-1, first - 1 - _EARNED_REACH), -1):
        if tokens[j] in _ITS_OWN or tokens[j] in _SALES:
            return tokens[j] in _ITS_OWN
        share = tokens[j + 1 : j + 2] != [] and tokens[j + 1] in _PERCENT
        if tokens[j] in _BREAKS or (tokens[j][0].isdigit() and not share):
            return False
    return False


def is_of_goods(quantity: Quantity, around: set[str]) -> bool:
    """ "The ticket costs 12 euros": what one buys, not what "will pass" at a cost of a billion."""
    return (quantity.value.stated or 0) < _LARGE and not _GOODS.isdisjoint(around)


def is_bought_back(around: set[str]) -> bool:
    """ "to buy back 250 million euros of its shares": no firm is bought."""
    return not _BACK.isdisjoint(around) and not _SECURITIES.isdisjoint(around)


def is_exchanged(sentence: Counting, quantity: Quantity) -> bool:
    """ "the dollar bought 149.8 yen": what a currency is worth, and no deal."""
    before = sentence.words[max(0, quantity.first - 2) : quantity.first]
    return len(before) > 1 and before[0] in lexicon().currency_words

"""What a quantity counts by what it is: a rate, an age, a magnitude, or by its unit."""

from __future__ import annotations

from typing import Final

from claims_db.kinds import Kind, kinds
from factcheck.quantity.quantity import Quantity
from factcheck.rules import measured, money_roles, party_shares
from factcheck.rules.counting import UNCOUNTED, Counting, Reading, is_bare
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

# Units whose quantities stay what they are when counted per something: 60 km an hour, 5% a year.
_RATES_BY_NATURE: Final = frozenset({"money", "speed", "percent"})
_EACH: Final = frozenset({"every", "each", "per"})
_EACH_MARK: Final = mark_of(_EACH)
_PERIODS: Final = words("rates.units")
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":", "and", "while", "but"})
_RATE_REACH, _HEAD_REACH = 9, 7  # tokens from a count to "every minute", and from it to the count
_COUNTED: Final = frozenset({"counted", "tallied", "processed", "reporting", "reported"})
_AID_BACK: Final = 6  # figures from a sum of aid to the next
_COUNT_ENDS: Final = frozenset({",", ";", ":", "with", "and", "for"})
_COMPARING: Final = frozenset(
    {"from", "to", "against", "versus", "than", "compared", "with", "above", "below", "exceeding"}
) | words("money.against")
# What else sets a share of the vote beside its rival's: "34.2%, ahead of the Greens on 27.9%".
_RIVALLING: Final = frozenset({"on", "ahead", "behind", "followed", "rival", "and", "while"})
_RATES_AGAINST: Final = frozenset({"from", "against", "versus", "than", "with", "instead"})
_STOPS: Final = frozenset({";", ".", "at"})
_ELECTORS: Final = frozenset({"voters", "electorate", "eligible", "registered", "electors"})
_TO_VOTE: Final = (
    ["to", "the", "polls"],
    ["cast"],
    ["voted"],
    ["turned", "out"],
    ["have", "voted"],
)
_TURNOUT_REACH: Final = 9  # tokens of "of all registered voters had gone to the polls"
_VOTES: Final = frozenset({"vote", "votes", "ballots", "ballot"})
_COMPARED_REACH: Final = 7  # tokens
_WANTED: Final = frozenset({"asked", "sought", "needed", "requested", "appealed", "demanded"})
_BETWEEN_MEASURES: Final = frozenset({"at", "and", ",", ";", "in", "with"})
_LEGAL: Final = words("units.legal")
_LEGAL_MARK: Final = mark_of(_LEGAL)
_ITS_OWN: Final = words("money.its_own")
_IN_LOSSES: Final = (["in", "losses"], ["of", "losses"], ["in", "destruction"])
_DISASTERS_MARK: Final = mark_of(words("units.disasters"))
_TRADED: Final = frozenset({"price", "revenue"})
_ECONOMY: Final = words("money.economy")
_SOLD: Final = words("units.sold")
_WORDS_BEFORE, _WORDS_AFTER = 8, 7  # where the words that tell a unit's kind may stand
_QUAKES: Final = words("units.quakes")
_QUAKES_MARK: Final = mark_of(_QUAKES)
_MAGNITUDES: Final = words("units.magnitudes")
OF_QUAKES_MARK: Final = mark_of(_QUAKES | _MAGNITUDES | {"magnitude"})
_HIGHEST_MAGNITUDE: Final = 10.1
LABELS: Final = frozenset({":", "–", "—"})  # between a number that opens a line and what it is
_LONG: Final = frozenset({"mile", "kilometre", "nautical mile", "yard"})
_PUT: Final = frozenset({"put", "puts", "gauged", "estimated", "rated", "measured", "recorded"})
_MEASURED: Final = frozenset({"measured", "measuring", "registered", "registering"})
_DEGREES: Final = frozenset({"c", "f"})
_MAGNITUDE_REACH: Final = 5
_TEMPERATURES: Final = frozenset({"temperature", "temperatures", "mercury"})
TEMPERATURES_MARK: Final = mark_of(_TEMPERATURES)
_PARENTS: Final = words("units.parents")


def children_of(sentence: Counting, k: int) -> Reading | None:
    """ "a mother of three drowned": her children are no dead."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.first < 2 or tokens[quantity.first - 1] != "of" or not is_bare(quantity):
        return None
    return Reading(UNCOUNTED) if tokens[quantity.first - 2] in _PARENTS else None


def rate(sentence: Counting, k: int) -> Reading | None:
    """A count per something is a rate, whatever it counts: 5,000 soldiers a week."""
    quantity = sentence.quantity(k)
    if quantity.per is None:
        quantity.per = _usual(sentence, k) or _past_verb(sentence, k) or _each_before(sentence, k)
    if quantity.per is None:
        return None
    if quantity.unit is not None and quantity.unit.dimension in _RATES_BY_NATURE:
        return None
    return Reading("rate")


def _usual(sentence: Counting, k: int) -> str | None:
    """ "24 vessels a day from the usual 36", "60 patients a day, compared with 25 before"."""
    if k == 0 or sentence.quantity(k - 1).per is None or not is_bare(sentence.quantity(k)):
        return None
    gap = sentence.gap(k)
    if not 0 < len(gap) <= _COMPARED_REACH or not _STOPS.isdisjoint(gap):
        return None
    near = sentence.quantity(k).value.stated is not None and sentence.items[k - 1].kind == "rate"
    against = any(word in _RATES_AGAINST for word in gap)
    return sentence.quantity(k - 1).per if near and against else None


def _past_verb(sentence: Counting, k: int) -> str | None:
    """ "two children die of malaria every minute": what the count is per, past its verb."""
    quantity, words = sentence.quantity(k), sentence.words
    if not quantity.counts or quantity.implied or not sentence.holds(_EACH_MARK):
        return None
    limit = min(len(words) - 1, quantity.last + _RATE_REACH)
    if k + 1 < len(sentence.items):
        limit = min(limit, sentence.quantity(k + 1).first - 1)
    for j in range(quantity.last, min(limit + 1, len(words) - 1)):
        if words[j] in _CLAUSE_ENDS:
            return None
        if words[j] in _EACH and k + 1 < len(sentence.items):
            period = sentence.quantity(k + 1)  # "every three days"
            timed = period.unit is not None and period.unit.dimension == "time"
            if timed and period.first == j + 1:
                return " ".join(words[period.first : period.last])
        if words[j] in _EACH and words[j + 1] in _PERIODS:
            return words[j + 1]
    return None


def _each_before(sentence: Counting, k: int) -> str | None:
    """ "Every day 20 miners die": what the count is per, at the head of the clause."""
    quantity, words = sentence.quantity(k), sentence.words
    if not quantity.counts or quantity.implied or not sentence.holds(_EACH_MARK):
        return None
    for j in range(max(0, quantity.first - _HEAD_REACH), quantity.first - 1):
        opens = j == 0 or words[j - 1] in _CLAUSE_ENDS
        if opens and words[j] in _EACH and words[j + 1] in _PERIODS:
            return words[j + 1]
    return None


def unit(sentence: Counting, k: int) -> Reading | None:
    """A unit of measure, a currency, a percent sign or an age."""
    quantity = sentence.quantity(k)
    if quantity.age:
        return Reading("age")
    if quantity.unit is None:
        return None
    dimension = quantity.unit.dimension
    around = _context(sentence, k)
    if dimension == "money" and not _ITS_OWN.isdisjoint(around):
        noun = measured.noun(sentence.tokens, quantity)
        if noun is not None and noun.rpartition(" ")[2] in _ITS_OWN:
            return Reading("money")  # "a profit of", whatever is sold beside it
    if dimension == "money" and _is_of_disaster(sentence, quantity):
        return Reading("damage_cost")
    default = "distance" if dimension == "length" else UNCOUNTED
    found = None
    for kind in _KINDS_OF.get(dimension, ()):
        if kind.context and not around.isdisjoint(kind.context):
            if kind.name == "rainfall" and quantity.unit.name in _LONG:
                continue  # "drove 30 miles through snow"
            if kind.name == "vote_share" and (
                _is_of_count(sentence, quantity) or _is_of_economy(sentence, quantity)
            ):
                continue
            if kind.name == "vote_share" and (
                _is_turnout(sentence, quantity)
                or money_roles.told_by_subject(sentence, k, (kinds()["turnout"],))
            ):
                return Reading("turnout")
            if kind.name == "turnout" and (
                _is_of_votes(sentence, quantity) or _is_of_next_turnout(sentence, quantity)
            ):
                continue
            if kind.name == "price" and money_roles.is_no_price(quantity, around):
                continue
            if kind.name in _TRADED and money_roles.is_earned(sentence, k):
                continue
            if kind.name == "cost" and money_roles.is_of_goods(quantity, around):
                return Reading("price")
            if kind.name == "cost" and money_roles.is_paid_for_firm(sentence, quantity):
                return Reading("deal")
            if kind.name == "deal" and money_roles.is_bought_back(around):
                continue
            if kind.name == "deal" and money_roles.is_exchanged(sentence, quantity):
                return Reading("price")
            if kind.name == "damage_cost" and sentence.holds(_LEGAL_MARK):
                continue  # "awarded her $4 million in damages"
            return Reading(kind.name)
        if not kind.context and found is None:
            found = kind.name
    if dimension == "percent":
        counted = _is_of_count(sentence, quantity)
        if counted or money_roles.told_by_subject(sentence, k, (kinds()["turnout"],)):
            return Reading("percent" if counted else "turnout")
    told = _compared(sentence, k) or ("price" if _is_sale(sentence, quantity) else None)
    if told is None and dimension == "percent" and _is_share_of_votes(sentence, quantity):
        told = "vote_share"
    if told is None and _is_aid_too(sentence, k):
        told = "aid"
    if told is None and dimension == "money":
        told = money_roles.told_by_object(sentence, quantity)
    told = told or money_roles.told_by_subject(sentence, k, _measured().get(dimension, ()))
    if told in _TRADED and dimension == "money" and money_roles.is_earned(sentence, k):
        told = found
    return Reading(told or found or default)


def _is_of_disaster(sentence: Counting, quantity: Quantity) -> bool:
    """ "Storms caused $131 billion in losses"."""
    if sentence.words[quantity.last : quantity.last + 2] not in _IN_LOSSES:
        return False
    return sentence.holds(_DISASTERS_MARK)


def _is_share_of_votes(sentence: Counting, quantity: Quantity) -> bool:
    told = (
        party_shares.is_of_party(sentence, quantity)
        or party_shares.is_of_winner(sentence, quantity)
        or party_shares.is_beside_rival(sentence, quantity)
    )
    return told and not _is_of_economy(sentence, quantity)


def _is_sale(sentence: Counting, quantity: Quantity) -> bool:
    """ "the house sold for $1.2 million"."""
    words, unit = sentence.words, quantity.unit
    if unit is None or unit.dimension != "money" or words[quantity.first - 1] != "for":
        return False
    return not _SOLD.isdisjoint(words[max(0, quantity.first - _WORDS_BEFORE) : quantity.first])


def _compared(sentence: Counting, k: int) -> str | None:
    """The kind of the figure that this one is set against: "$12bn, up from $10bn", "52.3% to her
    rival's 44.1%"."""
    if k == 0 or not _is_alike(sentence.quantity(k), sentence.quantity(k - 1)):
        return None
    gap, kind = sentence.gap(k), sentence.items[k - 1].kind
    stopped = not _STOPS.isdisjoint(gap) or (kind != "vote_share" and "and" in gap)
    near = 0 < len(gap) <= _COMPARED_REACH and not stopped
    behind = sentence.words[sentence.quantity(k).last :][:_WORDS_AFTER]
    if not _WANTED.isdisjoint(behind):
        return None  # "$2bn in aid, short of the $4bn the agency had asked for"
    rivalling = kind == "vote_share" and not _RIVALLING.isdisjoint(gap)
    if near and kinds()[kind].context and (rivalling or not _COMPARING.isdisjoint(gap)):
        return kind
    return None


def _is_aid_too(sentence: Counting, k: int) -> bool:
    """ "Relief of Rs 5 lakh will go to the kin of the dead and Rs 50,000 to each of the hurt"."""
    words, quantity = sentence.words, sentence.quantity(k)
    if quantity.unit is None or quantity.unit.dimension != "money":
        return False
    paid = words[quantity.last : quantity.last + 2]
    to_each = bool(paid) and (paid[0] in ("each", "apiece") or paid[0] == "to")
    return to_each and any(item.kind == "aid" for item in sentence.items[max(0, k - _AID_BACK) : k])


def _is_of_count(sentence: Counting, quantity: Quantity) -> bool:
    """ "97 percent of the votes counted": how far the count is."""
    for word in sentence.words[quantity.last : quantity.last + _WORDS_AFTER]:
        if word in _COUNTED:
            return True
        if word in _COUNT_ENDS or word[0].isdigit():
            return False
    return False


def _is_of_economy(sentence: Counting, quantity: Quantity) -> bool:
    """ "Left its repo rate at 6.5%, with five members voting for it": what is no share of a vote,
    though one is told of."""
    noun = measured.noun(sentence.tokens, quantity)
    return noun is not None and noun.rpartition(" ")[2] in _ECONOMY


def _is_turnout(sentence: Counting, quantity: Quantity) -> bool:
    """ "29% of voters went to the polls", "38% of those eligible voted"."""
    behind = sentence.words[quantity.last : quantity.last + _TURNOUT_REACH]
    if not is_at(behind, 0, "of") or _ELECTORS.isdisjoint(behind):
        return False
    return any(behind[i : i + len(to)] == to for to in _TO_VOTE for i in range(len(behind)))


def _is_of_next_turnout(sentence: Counting, quantity: Quantity) -> bool:
    """ "41.9 percent for her challenger, and turnout stood at 68": the first is no turnout."""
    words, last = sentence.words, quantity.last
    before = words[max(0, quantity.first - _WORDS_BEFORE) : quantity.first]
    if "turnout" in before or "turned" in before:
        return False
    behind = words[last : last + _WORDS_AFTER]
    if "turnout" in behind:
        told = behind[behind.index("turnout") + 1 :]
        if word_at(told, 0) in ("of", "at", "was", "is", "stood", "reached"):
            return True  # "by 52 percent to 48 on a turnout of 72 percent"
    ends = next((i for i, word in enumerate(behind) if word in _CLAUSE_ENDS), len(behind))
    if "turnout" not in behind[ends:] or "turnout" in behind[:ends]:
        return False
    return "and" in behind[ends : behind.index("turnout")]


def _is_of_votes(sentence: Counting, quantity: Quantity) -> bool:
    """ "58.7% of the vote on a turnout of 44%": the first is a share."""
    behind = sentence.words[quantity.last : quantity.last + 4]
    return is_at(behind, 0, "of") and not _VOTES.isdisjoint(behind)


def _context(sentence: Counting, k: int) -> set[str]:
    """The words around a measure that are not another measure's: in "15 km off the coast at a
    depth of 90 metres" the depth is the second's."""
    quantity, words = sentence.quantity(k), sentence.words
    low, high = max(0, quantity.first - _WORDS_BEFORE), quantity.last + _WORDS_AFTER
    if k and _is_alike(quantity, sentence.quantity(k - 1)):
        low = max(low, sentence.quantity(k - 1).last)
    around = set(words[low : quantity.first])
    if k + 1 < len(sentence.items) and _is_alike(quantity, sentence.quantity(k + 1)):
        end = sentence.quantity(k + 1).first
        following = end
        while end > quantity.last and words[end - 1] not in _BETWEEN_MEASURES:
            end -= 1
        high = min(high, end if end > quantity.last else following)
    return around.union(words[quantity.last - 1 : high])


def _is_alike(one: Quantity, other: Quantity) -> bool:
    both = one.unit is not None and other.unit is not None
    return both and one.unit.dimension == other.unit.dimension  # type: ignore[union-attr]


def _measured() -> dict[str, list[Kind]]:
    """The kinds of each dimension, in the order of the table."""
    found: dict[str, list[Kind]] = {}
    for kind in kinds().values():
        if kind.dimension is not None:
            found.setdefault(kind.dimension, []).append(kind)
    return found


_KINDS_OF: Final = _measured()


def magnitude(sentence: Counting, k: int) -> Reading | None:
    """ "magnitude 7.8", "a 6.2 quake"."""
    quantity = sentence.quantity(k)
    value = quantity.value
    stated = value.stated if value.stated is not None else value.high
    if quantity.unit is not None or stated is None:
        return None
    if not 0 < stated < _HIGHEST_MAGNITUDE:
        return None
    low = max(0, quantity.first - _MAGNITUDE_REACH)
    near = sentence.words[low : quantity.first]
    if quantity.first == 0 and "".join(sentence.words[quantity.last : quantity.last + 1]) in LABELS:
        near = sentence.words[quantity.last + 1 : quantity.last + 4]  # "8.8: the magnitude"
    if quantity.head == "magnitude" or not _MAGNITUDES.isdisjoint(near):
        return Reading("magnitude")
    measured = near[-1:] and near[-1] in _MEASURED and quantity.head is None
    put = near[-1:] == ["at"] and near[-2:-1] != [] and near[-2] in _PUT
    measured = measured or (put and not stated.is_integer())
    if measured and quantity.head is None and sentence.holds(_QUAKES_MARK):
        return Reading("magnitude")
    of_quake = quantity.head in _QUAKES or not _QUAKES.isdisjoint(near)
    return Reading("magnitude") if of_quake and not stated.is_integer() else None


def temperature(sentence: Counting, k: int) -> Reading | None:
    """ "temperatures fell to minus 38", without a unit."""
    quantity = sentence.quantity(k)
    if quantity.unit is not None or (quantity.head or "c") not in _DEGREES:
        return None
    low = max(0, quantity.first - _WORDS_BEFORE)
    near = sentence.words[low : quantity.first]
    return Reading("temperature") if not _TEMPERATURES.isdisjoint(near) else None

"""A sentence's quantities: each number as an interval with its hedge, unit and noun phrase."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound, Value
from factcheck.quantity import (
    changes,
    hedges,
    not_counts,
    noun_phrases,
    number_names,
    ranges,
    rates,
    units,
    values,
    years_ranks,
)
from factcheck.quantity.digits import Number, opens_with_point, share
from factcheck.quantity.numbers import ARTICLES, COMPARED, MORE_THAN, TOLD_OF_PART, number_at
from factcheck.quantity.quantity import Quantity
from factcheck.quantity.ranges import UpperEnd
from factcheck.quantity.units import Measure
from factcheck.text.lexicon import Unit, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import IN_DIGITS, spot_of
from factcheck.text.words_at import is_at, word_at

_STARTS: Final = spot_of(lexicon().number_starts) | IN_DIGITS
_SYMBOLS: Final = frozenset({"%", "°"})  # part of the number as written: 40%
# What joins numbers of one unit: "5 or 6 percent".
_JOINTS: Final = (["and"], ["or"], ["to"])
_PART_ALONE: Final = 2  # tokens of a fraction that means nothing alone
_LARGE_SUM: Final = 1e6
_LOSSES: Final = frozenset({"loss", "losses"})
_LOST: Final = frozenset({"lost", "lose", "loses", "losing"})
_THOSE: Final = frozenset({"them", "whom", "those", "these"})
_MARKS: Final = (
    *(
        f"{much}{side} "
        for much in ("", "just ", "well ", "slightly ")
        for side in ("below", "above")
    ),
    "as low as ",
    "as high as ",
)
_IS: Final = frozenset({"is", "was", "are", "were", "'s", "’s", "be", "been"})
_LONGEST_LIST: Final = 12  # numbers
_OF_CHANGES: Final = frozenset({"percent", "points", "money"})
_SHARING: Final = frozenset({"in", "out"})
_AGED: Final = frozenset({"aged", "ages"})
_PERCENT: Final = Unit("percent", "percent")
_OLD: Final = (["-", "old"], ["-", "olds"], ["–", "old"], ["of", "age"])


def find(tokens: Tokens) -> list[Quantity]:
    """All numbers of the sentence in order, those that are no quantities left out."""
    starts = _starts(tokens)
    left_out = not_counts.spans(tokens, starts)
    found: list[Quantity] = []
    reached = span = 0
    for i in starts:
        if i < reached:
            continue
        while span < len(left_out) and left_out[span].end <= tokens.starts[i]:
            span += 1
        if span < len(left_out) and left_out[span].start <= tokens.starts[i]:
            continue
        quantity = _quantity_at(tokens, i)
        if quantity is not None:
            while found and found[-1].number >= quantity.first:
                found.pop()  # "as many as 12": the "many" is the hedge's
            if found:
                _take_over(tokens, found, quantity)
            found.append(quantity)
            reached = quantity.last if _is_taken(quantity) else quantity.last_number
            reached = max(reached, quantity.past_rate)
    return found


def _is_taken(quantity: Quantity) -> bool:
    """Whether the numbers behind it are its own: "per 100,000", "parts per million", "30
    Challenger 2 tanks"."""
    measured = quantity.unit is not None or quantity.per is not None
    return measured or any(sign.isdigit() for sign in quantity.phrase or "")


def _take_over(tokens: Tokens, found: list[Quantity], quantity: Quantity) -> None:
    """What joined numbers share: the change of "fell 3%, or 18p"; the unit of "from 208 kg to 193",
    "5, 6 and 7 inches"."""
    previous = found[-1]
    measured = quantity.unit is not None or quantity.head in changes.POINTS
    if measured and quantity.change is None and previous.change is not None:
        alike = _is_alike(previous, quantity)
        beside = alike and changes.goes_on(tokens, previous.last, quantity.first)
        if beside or changes.passed_on(tokens, previous.last, quantity.first):
            quantity.change = previous.change
    link = tokens.words[previous.last : quantity.first]
    link = ["to"] if link == ["to", "between"] else link
    moved = previous.first > 0 and tokens.words[previous.first - 1] == "from"
    if moved and link[:1] == ["to"]:
        _share_scale(tokens, previous, quantity)
    if moved and _is_bare(quantity) and previous.unit is not None and link == ["to"]:
        quantity.unit = previous.unit
    voted = previous.first > 0 and tokens.words[previous.first - 1] == "by"
    if voted and _is_bare(quantity) and previous.head is not None and link == ["to"]:
        quantity.head, quantity.phrase = previous.head, previous.phrase  # "by 52 votes to 47"
    earlier = len(found) - 1
    while quantity.unit is not None and link in _JOINTS and _is_bare(found[earlier]):
        found[earlier].unit = quantity.unit
        if earlier == 0 or earlier < len(found) - _LONGEST_LIST:
            break
        link = tokens.words[found[earlier - 1].last : found[earlier].first]
        link = ["and"] if link == [","] else []
        earlier -= 1


def _share_scale(tokens: Tokens, previous: Quantity, quantity: Quantity) -> None:
    """The scale word of "from 1.2 to 3 billion dollars", "from $2 to $3bn" is for both."""
    value, other = previous.value, quantity.value
    if value.stated is None or value.bound is not Bound.EXACT or previous.head is not None:
        return
    if previous.unit is not None and previous.unit is not quantity.unit:
        return
    reached = other.stated if other.stated is not None else other.low
    if reached is None or other.bound is Bound.VAGUE:
        return
    scale = ranges.shared_scale(
        tokens, value.stated, previous.last_number, quantity.last_number, reached
    )
    if scale > 1:
        previous.value = values.value(value.stated * scale, value.bound, value.text)


def _is_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two measures are of one dimension."""
    if one.unit is None or other.unit is None:
        return False
    return one.unit.dimension == other.unit.dimension


def _is_bare(quantity: Quantity) -> bool:
    """Whether nothing tells what the number measures or counts."""
    bare = quantity.unit is None and quantity.head is None and not quantity.partitive
    return bare and quantity.per is None and quantity.value.bound is not Bound.VAGUE


def _starts(tokens: Tokens) -> list[int]:
    """The tokens that a number may begin at."""
    words, lex = tokens.words, lexicon()
    last = len(words) - 1
    return [
        i
        for i in tokens.at(_STARTS)
        if words[i] not in ARTICLES or (i < last and words[i + 1] in lex.after_article)
    ]


def _quantity_at(tokens: Tokens, i: int) -> Quantity | None:
    pointed = i - 1 if opens_with_point(tokens, i) else i
    sign = units.before(tokens, pointed)
    number = number_at(tokens, i, money=sign is not None)
    if number is not None and sign is not None and units.is_other_word(tokens, sign, number):
        sign, number = None, number_at(tokens, i)
    if number is None or number_names.is_pronoun(tokens, number):
        return None
    if number_names.is_hyphened(tokens, number) or number_names.is_attribute(tokens, number):
        return None
    if sign is None and (
        years_ranks.is_year(tokens, number)
        or number_names.ends_name(tokens, number)
        or years_ranks.is_rank(tokens, number)
        or years_ranks.is_list_number(tokens, number)
    ):
        return None
    words, last = tokens.words, number.last
    odd = last + 1 < len(words) and words[last] == "-" and words[last + 1] == "odd"
    if odd:
        number.last += 2  # "40-odd years"
    measure = sign or units.after(tokens, number) or _of_unit(tokens, number)
    past_unit = measure.last if measure and not sign else number.last
    end = ranges.upper(tokens, number, past_unit, measure.unit if measure else None)
    if end is not None:
        past_unit = end.unit_last
    unit = (end.unit if end else None) or (measure.unit if measure else None)
    first = sign.first if sign else pointed
    quantity = _measured(tokens, number, first, end, unit, past_unit)
    quantity.fraction = number.fraction
    loose = odd or number.loose
    if loose and number.amount and quantity.value.bound == Bound.EXACT:
        quantity.value = values.value(number.amount, Bound.ABOUT, quantity.value.text)
    _surroundings(tokens, quantity)
    if quantity.last < len(words) and words[quantity.last] in _SHARING:
        _share_past_noun(tokens, quantity, number)
    if not number.fraction:
        return quantity
    if word_at(words, number.last) in TOLD_OF_PART:
        if quantity.head in TOLD_OF_PART:
            quantity.head = quantity.phrase = quantity.person = None
            quantity.last = number.last
        return quantity  # "a quarter oppose it"
    bare = quantity.unit is None and quantity.head is None and not quantity.partitive
    named = number.last - number.first > _PART_ALONE  # "four in ten", not "half", "a third"
    compared = word_at(words, number.last) in COMPARED
    if not named and (bare or (compared and quantity.unit is None)):
        return quantity if _is_share_of_change(tokens, quantity) else None
    return quantity


def _share_past_noun(tokens: Tokens, quantity: Quantity, number: Number) -> None:
    """ "One job in ten", "two voters out of five": a share, told around its noun."""
    alone = number.amount == 1 or quantity.person is not None
    if quantity.head is None or number.fraction or not alone or number.is_vague:
        return
    told = share(tokens, number.first, quantity.last, number.amount)
    if told is None or quantity.value.bound is Bound.RANGE or _counts_on(tokens, told.last):
        return  # "one goal in ten games"
    quantity.fraction, quantity.last, quantity.last_number = True, told.last, told.last
    text = tokens.slice(quantity.first, told.last)
    quantity.value = values.value(told.amount, quantity.value.bound, text)


def _counts_on(tokens: Tokens, j: int) -> bool:
    """Whether what a number counts stands at `j`."""
    if j >= len(tokens):
        return False
    word, lex = tokens.words[j], lexicon()
    verb = word in lex.verb or word in lex.third_person or word.endswith("ed")
    return word.isalpha() and not verb and word not in lex.stop and word not in lex.auxiliary


def _of_unit(tokens: Tokens, number: Number) -> Measure | None:
    """The unit that a part is of: "two hundredths of a second", "0.25 of a per cent"."""
    j = number.last
    part = number.fraction or number.amount < 1
    if not part or not is_at(tokens.words, j, "of"):
        return None
    if word_at(tokens.words, j + 1) not in ARTICLES:
        return None
    return units.at(tokens, j + 2)


def _is_share_of_change(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a fraction tells of a change or of a difference, which is put in percent: "fell by a
    fifth", "a third more than in May"."""
    following = word_at(tokens.words, quantity.last_number)
    if following in COMPARED:
        quantity.head = quantity.phrase = quantity.person = None
        quantity.more = False
        quantity.last = quantity.last_number + 1
    if quantity.change is None and following in COMPARED:
        quantity.change = "+" if following in MORE_THAN else "-"
    stated = quantity.value.stated
    if quantity.change is None or stated is None:
        return False
    quantity.unit, quantity.fraction = _PERCENT, False
    quantity.value = _in_percent(quantity.value, stated)
    return True


def tell_share(quantity: Quantity) -> None:
    """Puts a share told as a fraction in percent, which it is compared in: "half of the voters"."""
    stated = quantity.value.stated
    if quantity.fraction and quantity.unit is None and stated is not None and 0 < stated <= 1:
        quantity.unit, quantity.value = _PERCENT, _in_percent(quantity.value, stated)


def _in_percent(value: Value, stated: float) -> Value:
    low = None if value.low is None else round(value.low * 100, 1)
    high = None if value.high is None else round(value.high * 100, 1)
    return Value(low, high, round(stated * 100, 1), value.bound, value.text)


def _measured(
    tokens: Tokens,
    number: Number,
    first: int,
    end: UpperEnd | None,
    unit: Unit | None,
    past_unit: int,
) -> Quantity:
    """The number that begins at `first` with its hedge, as an interval."""
    last_number = end.last if end else number.last
    minus = changes.minus(tokens, first) if end is None and not number.is_vague else None
    hedge = hedges.before(tokens, first if minus is None else minus)
    after = hedges.after(tokens, max(last_number, past_unit))
    bound = after.bound if after and hedge.bound == Bound.EXACT else hedge.bound
    if bound == Bound.EXACT and unit is not None and _is_within(tokens, first, past_unit, unit):
        bound = Bound.AT_MOST
    symbolic = past_unit > last_number and tokens.words[past_unit - 1] in _SYMBOLS
    text = tokens.slice(hedge.at, past_unit if symbolic else last_number)
    last = max(past_unit, last_number)
    if after and unit is None:
        last = max(last, after.at)
    value = _value(number, end, bound, text, minus is not None)
    if _is_none(tokens, number):
        first = number.first - 1
        none = values.value(0.0, Bound.EXACT, tokens.slice(first, number.last))
        return Quantity(none, first, number.first, number.last, number.last)
    quantity = Quantity(value, hedge.at, number.first, last_number, last, unit)
    if minus is not None and unit is not None and not changes.is_level(tokens, minus):
        quantity.change = "-" if unit.dimension in _OF_CHANGES else None
    return quantity


def _is_within(tokens: Tokens, first: int, past_unit: int, unit: Unit) -> bool:
    """ "Within 3,400 km of the asteroid": no farther."""
    led = first > 0 and tokens.words[first - 1] == "within"
    return led and unit.dimension == "length" and is_at(tokens.words, past_unit, "of")


def _is_none(tokens: Tokens, number: Number) -> bool:
    """ "Not one of the 112 was hurt"; not "not one but three"."""
    words, i = tokens.words, number.first
    if words[i] != "one" or number.last != i + 1 or i == 0 or words[i - 1] != "not":
        return False
    if i > 1 and words[i - 2] in _IS:
        return False  # "he is not one of the men shown"
    return is_at(words, i + 1, "of") or (i == 1 and not is_at(words, i + 1, "but"))


def _value(number: Number, end: UpperEnd | None, bound: str, text: str, minus: bool) -> Value:
    if number.is_vague:
        return values.vague(number.low, number.high, text)
    if end is not None:
        return values.span(end.lower, end.amount, text)
    return values.value(-number.amount if minus else number.amount, bound, text)


def _surroundings(tokens: Tokens, quantity: Quantity) -> None:
    """Age or noun phrase, change, and rate."""
    if quantity.unit is not None:
        _age(tokens.words, quantity)
    else:
        _noun_phrase(tokens, quantity)
    if quantity.change is None and not quantity.age and not _is_level(quantity):
        quantity.change = changes.change(
            tokens,
            quantity.first,
            quantity.last,
            quantity.unit,
            quantity.head,
            share=quantity.fraction,
        )
        bare_loss = quantity.unit is None and quantity.head is None and not quantity.fraction
        if _is_loss(tokens, quantity) or (bare_loss and _is_bare_loss(tokens, quantity)):
            quantity.change = None
    of_those = quantity.partitive and tokens.words[quantity.last - 1] in _THOSE
    per = None if of_those else rates.per(tokens, quantity.last)  # "one of them a child"
    if per is None and quantity.unit is not None:
        of = rates.per_of(tokens, quantity.last)
        quantity.per = of.unit if of else None
        quantity.past_rate = of.last if of else 0
    if per is not None:
        quantity.per, quantity.last = per.unit, per.last


def _is_loss(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a firm's loss is told, no fall: "lost $5.2bn" but "the share lost $2"."""
    if quantity.unit is None or quantity.unit.dimension != "money" or quantity.change != "-":
        return False
    stated = quantity.value.stated
    large = stated is not None and abs(stated) >= _LARGE_SUM
    return large and not _LOST.isdisjoint(tokens.words[max(0, quantity.first - 2) : quantity.first])


def _is_bare_loss(tokens: Tokens, quantity: Quantity) -> bool:
    """ "A loss of 2.9 billion", whose currency was named before."""
    stated = quantity.value.stated
    before = tokens.words[max(0, quantity.first - 2) : quantity.first]
    large = stated is not None and abs(stated) >= _LARGE_SUM
    return large and before[-1:] == ["of"] and not _LOSSES.isdisjoint(before)


def _is_level(quantity: Quantity) -> bool:
    """Whether the hedge tells of a mark that is passed: "slid below 8,000"."""
    return quantity.value.text.lower().startswith(_MARKS)


def _age(words: list[str], quantity: Quantity) -> None:
    """ "45 years old", "60-year-old", "12 years of age", "aged 14 months"."""
    j = quantity.last
    if quantity.unit is None or quantity.unit.dimension != "time":
        return
    if quantity.first and words[quantity.first - 1] in _AGED:
        quantity.age = True
    if is_at(words, j, "old") or words[j : j + 2] in _OLD:
        quantity.age = True
        quantity.last = j + (1 if words[j] == "old" else 2)


def _noun_phrase(tokens: Tokens, quantity: Quantity) -> None:
    found = noun_phrases.read(tokens, quantity.number, quantity.last, fraction=quantity.fraction)
    quantity.head, quantity.phrase, quantity.person = found.head, found.phrase, found.person
    quantity.could_be_people = found.could_be_people
    quantity.partitive, quantity.more, quantity.others = found.partitive, found.more, found.others
    quantity.last = max(quantity.last, found.last)

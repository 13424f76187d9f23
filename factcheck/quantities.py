"""A sentence's quantities: each number as an interval with its hedge, unit and noun phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims_db.records import Bound, Value
from factcheck import not_counts, values
from factcheck.lexicon import Person, Unit, lexicon
from factcheck.numbers import Number, number_at
from factcheck.tokens import Tokens

DASHES = "-–—−"
CURRENCY_SIGN = re.compile(
    r"(?:(?:U\.?S\.?\s?|AU|NZ|HK|NT|CA|Can|MX|SG|C|A|S|R)?\s?[$€£¥₹₽₴₺₩₱฿₫₦₪৳₿]|\$(?:US|AU|NZ|HK|CA|C|A|S))\s?$"
)
CURRENCY_CODE = re.compile(
    r"\b(?:USD|EUR|GBP|INR|PKR|CAD|AUD|NZD|SGD|HKD|TWD|MYR|IDR|PHP|ZAR|NGN|KES|EGP|CHF|SEK|NOK|"
    r"DKK|CZK|AED|SAR|SR|LKR|RMB|CNY|JPY|Rs\.?|RM|Rp|Sh|KSh|Ksh|Dhs?|Tk|SFr|GH[₵¢])\s?$"
)
YEAR_BEFORE = frozenset(
    "in since of by from until till during before after early late mid circa around year through to and between "
    "january february march april may june july august september october november december spring summer autumn "
    "fall winter back for the his her its a their this class fiscal".split()
)
YEAR_NOUN = frozenset(
    "season election elections campaign championship championships olympics cup tournament edition model report study law war quake "
    "earthquake tsunami attack attacks massacre bombing coup uprising revolution census budget deal treaty accord film movie novel book album "
    "draft survey agreement constitution act invasion referendum crash disaster pandemic crisis recession hurricane flood floods games "
    "primary primaries finals final vintage debut release title".split()
)
PER = frozenset("a an per each every".split())
PER_UNITS = frozenset(
    "day days week month months year hour minute second night quarter person head capita household barrel ounce share gallon litre liter tonne ton pound "
    "kilogram kilo mile kilometre kilometer acre hectare unit annum game match patient family child litre mmbtu kwh mwh click user seat ticket bushel "
    "cubic square kg km dose bottle".split()
)
PER_ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "hourly": "hour",
}
UP = frozenset(
    "up rose rise rises rising increased increase increases increasing gained gain gains gaining climbed climb climbing jumped jump jumps jumping grew grow growth added surged surge soared soar higher advanced advance raised raise hike hiked swelled rallied expanded edged".split()
)
DOWN = frozenset(
    "down fell fall falls falling dropped drop drops dropping decreased decrease decreases declined decline declines lost lose loses losing lower lowered slid slide slipped slip sank plunged plunge tumbled tumble shed cut dipped dip eased reduced reduce shrank shrunk contracted slumped weakened".split()
)
SIGNED = frozenset("minus negative".split())
GUESSED_PEOPLE = (
    "men",
    "women",
    "ers",
    "ors",
    "ists",
    "ians",
    "ees",
    "eers",
    "ans",
    "folk",
    "iers",
    "girls",
    "boys",
    "mates",
    "wives",
    "kids",
    "goers",
    "makers",
)
NOT_PEOPLE = frozenset(
    "others centers centres computers papers newspapers quarters orders offers letters matters powers towers rivers flowers shares containers trailers "
    "boosters helicopters bombers launchers carriers meters metres liters litres dollars acres numbers members' floors doors colors colours errors sectors "
    "factors tractors reactors motors monitors detectors corridors ventilators beers prayers layers theaters theatres chapters disasters hangars cars bars "
    "wars stars years pears gears ears plans loans oceans cans fans pans vans means veterans trillions fees trees degrees committees guarantees coffees "
    "knees bees employees' freighters fighters' lasers lockers drawers servers printers scooters posters registers counters copiers transformers generators "
    "conditioners boilers burners heaters filters fires shelters chambers semesters encounters transfers corners borders winters summers sliders trackers "
    "stickers barriers shutters clusters crackers burgers rollers bullets rulers smokers' grocers' skyscrapers trawlers tankers steamers cruisers destroyers "
    "hours tours tumors tremors scissors mirrors favors vectors processors sensors indicators calculators elevators escalators sections regions missions "
    "organs slogans clans brands spans caravans volcanoes hurricanes meetings episodes".split()
)


@dataclass(slots=True)
class Quantity:
    """A number with its interval and what stands beside it. Token ranges are half-open:
    the hedge and currency sign begin at `first`; the number is [number, last_number); unit and
    noun phrase end at `last`. `head` is the counted noun; `person` what is known of it as people."""

    value: Value
    first: int
    number: int
    last_number: int
    last: int
    unit: Unit | None = None
    head: str | None = None
    phrase: str | None = None
    person: Person | None = None
    could_be_people: bool = True
    partitive: bool = False  # "nine of the dead"
    more: bool = False  # "two more", "another 12"
    others: bool = False  # "12 others"
    per: str | None = None
    change: str | None = None
    age: bool = False
    checkable: bool = True
    previous: bool = False  # the first of "from 6 to 79"
    why_not: str | None = None
    implied: bool = False  # no number is written: "a man", "no one"


def find(tokens: Tokens) -> list[Quantity]:
    """All numbers of the sentence in order, those that are no quantities left out."""
    blocked = not_counts.spans(tokens.text) if any(w[0].isdigit() for w in tokens.words) else []
    found: list[Quantity] = []
    i = 0
    while i < len(tokens):
        if blocked and _inside(tokens.starts[i], blocked):
            i += 1
            continue
        quantity = _quantity_at(tokens, i, found)
        if quantity is None:
            i += 1
            continue
        found.append(quantity)
        i = max(quantity.last_number, i + 1)
    return found


def _inside(start: int, spans: list[tuple[int, int, str]]) -> bool:
    return any(low <= start < high for low, high, _ in spans)


def _quantity_at(tokens: Tokens, i: int, before: list[Quantity]) -> Quantity | None:
    word = tokens.words[i]
    if not (word[0].isdigit() or word in lexicon().number_words or word in ("a", "an")):
        return None
    sign = _currency_before(tokens, i)
    number = number_at(tokens, i, money=sign is not None)
    if number is None or _ordinal_or_pronoun(tokens, number) or _hyphened_name(tokens, number):
        return None
    if sign is None and (_is_year(tokens, number) or _named(tokens, number)):
        return None
    return _assemble(tokens, number, sign, before)


def _currency_before(tokens: Tokens, i: int) -> tuple[Unit, int] | None:
    """The currency whose sign stands before token `i`, with the first token of the sign."""
    if i == 0:
        return None
    previous = tokens.words[i - 1]
    if previous.isalnum() and len(previous) > 3:
        return None
    head = tokens.text[max(0, tokens.starts[i] - 8) : tokens.starts[i]]
    match = CURRENCY_SIGN.search(head) or CURRENCY_CODE.search(head)
    if match is None:
        return None
    symbols = lexicon().symbols
    sign = match.group().strip()
    if sign[0] == "$" and len(sign) > 1:  # $US, $A
        sign = sign[1:] + "$"
    unit = symbols.get(sign) or symbols.get(sign.rstrip(".")) or symbols.get(sign[-1])
    if unit is None:
        return None
    begin = tokens.starts[i] - len(head) + match.start()
    first = i
    while first > 0 and tokens.starts[first - 1] >= begin:
        first -= 1
    return unit, first


def _ordinal_or_pronoun(tokens: Tokens, number: Number) -> bool:
    """ "one" as a pronoun or idiom; "second" and the like never reach here."""
    words = tokens.words
    i, j = number.first, number.last
    following = words[j] if j < len(words) else ""
    preceding = words[i - 1] if i else ""
    if words[i] == "one" and j == i + 1:
        if following in (
            "of",
            "another",
            "day",
            "thing",
            "way",
            "that",
            "who",
            "more",
        ) and following not in ("more",):
            return following in ("another", "day", "thing", "that", "who") or _one_of_the(tokens, j)
        if preceding in (
            "no",
            "the",
            "this",
            "that",
            "any",
            "every",
            "some",
            "which",
            "each",
            "another",
            "only",
        ) and (
            not following.isalpha()
            or following in lexicon().stop
            or following in lexicon().auxiliary
        ):
            return True
        if preceding in ("no",) or (preceding == "-" and tokens.glued(i)):
            return True
    return (
        following in lexicon().fractions
        and following not in ("second", "half")
        and number.amount < 20
        and (following.endswith("s"))
        and False
    )


def _one_of_the(tokens: Tokens, j: int) -> bool:
    """ "one of the biggest": no count; "one of the victims died", "one of them": a count of one."""
    words = tokens.words
    people = lexicon().people
    tail = words[j + 1 : j + 6]
    if any(w.endswith("est") or w == "most" for w in tail):
        return True
    return not any(w in people or w in ("them", "whom", "which") for w in tail)


def _hyphened_name(tokens: Tokens, number: Number) -> bool:
    """A number glued to a name by a hyphen: F-16, Covid-19."""
    i = number.first
    return (
        i >= 2
        and tokens.words[i - 1] in "-–"
        and tokens.glued(i)
        and tokens.glued(i - 1)
        and tokens.words[i - 2].isalpha()
        and tokens.words[i - 2]
        not in ("sub", "minus", "mid", "to", "than", "about", "of", "non", "plus")
        and number.digits
    )


def _named(tokens: Tokens, number: Number) -> bool:
    """A number that ends a name: iPhone 11, Planet 9, S&P 500, Model 3s."""
    i, j = number.first, number.last
    if (
        i == 0
        or j != i + 1
        or not number.digits
        or number.amount >= 10_000
        or not number.amount.is_integer()
    ):
        return False
    previous = tokens.words[i - 1]
    if not (
        previous.isalpha() and tokens.text[tokens.starts[i - 1] : tokens.ends[i - 1]] != previous
    ):
        return False
    lex = lexicon()
    if (
        i == 1
        or previous in lex.hedges_before
        or previous in lex.triggers
        or previous in lex.stop
        or previous in lex.verb
    ) or previous in MONTHS_AND_DAYS:
        return False
    if tokens.glued(i):
        return True
    following = tokens.words[j] if j < len(tokens) else "."
    if (
        following in lex.triggers
        or following in lex.units
        or following in lex.scales
        or _plural_like(following)
    ):
        return False
    if (
        following.isalpha()
        and following not in lex.stop
        and following not in lex.auxiliary
        and following not in lex.verb
        and not tokens.capital(j)
    ):
        return False
    capitals = sum(1 for k in range(len(tokens)) if tokens.capital(k))
    letters = sum(1 for word in tokens.words if word[0].isalpha())
    return capitals * 2 < letters or letters > 20


MONTHS_AND_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)


def _is_year(tokens: Tokens, number: Number) -> bool:
    """1900-2099 written plainly where a year is meant."""
    word = tokens.words[number.first]
    if not (
        number.digits and number.last == number.first + 1 and len(word) == 4 and word.isdigit()
    ):
        return False
    if not 1700 <= number.amount <= 2199:
        return False
    i, j = number.first, number.last
    following = tokens.words[j] if j < len(tokens) else ""
    preceding = tokens.words[i - 1] if i else ""
    lex = lexicon()
    if following in lex.units or following in lex.currency_words:
        return preceding in YEAR_BEFORE and following not in ("percent", "%", "feet", "people")
    if following in lex.people and following not in ("general",):
        return False
    if following in ("killed", "dead", "injured", "wounded", "missing", "more", "other"):
        return False
    if number.amount > 2060:
        return preceding in ("in", "by", "until", "since", "to")
    return number.amount >= 1900 or preceding in ("in", "since", "of")


def _assemble(
    tokens: Tokens, number: Number, sign: tuple[Unit, int] | None, before: list[Quantity]
) -> Quantity | None:
    first = sign[1] if sign else number.first
    unit = sign[0] if sign else None
    unit_end = number.last
    if unit is None:
        unit, unit_end = _unit_after(tokens, number)
    elif number.last < len(tokens) and tokens.words[number.last] in lexicon().scales:
        unit_end = number.last
    upper, upper_end, upper_unit, upper_unit_end = _range_after(tokens, number, unit_end, unit)
    if upper is not None:
        unit = upper_unit or unit
        unit_end = max(upper_unit_end, upper_end)
    last_number = upper_end if upper is not None else number.last
    hedge, first = _hedge_before(tokens, first)
    after, after_end = _hedge_after(tokens, max(last_number, unit_end if unit else last_number))
    if after and hedge == Bound.EXACT:
        hedge = after
    text = tokens.slice(
        first,
        max(last_number, unit_end if _symbolic(tokens, last_number, unit_end) else last_number),
    )
    amount = number.amount
    quantity = Quantity(
        _value(tokens, number, amount, upper, hedge, text, first),
        first=first,
        number=number.first,
        last_number=last_number,
        last=max(unit_end, last_number),
        unit=unit,
    )
    if after_end and not quantity.unit:
        quantity.last = max(quantity.last, after_end)
    _minus(tokens, quantity, sign[1] if sign else number.first)
    _change(tokens, quantity)
    _noun_phrase(tokens, quantity, number)
    _per(tokens, quantity)
    if (
        number.fraction
        and quantity.unit is None
        and not quantity.partitive
        and quantity.head is None
    ):
        return None
    return quantity


def _value(
    tokens: Tokens,
    number: Number,
    amount: float,
    upper: float | None,
    hedge: str,
    text: str,
    first: int,
) -> Value:
    if number.is_vague:
        return values.vague(number.low, number.high, text)
    if upper is not None and upper > amount:
        return values.span(amount, upper, text)
    return values.value(amount, hedge, text)


def _symbolic(tokens: Tokens, last_number: int, unit_end: int) -> bool:
    """Whether the unit is a sign that belongs to the number as written: 40%."""
    return unit_end > last_number and tokens.words[unit_end - 1] in ("%", "°")


def _phrase_at(
    tokens: Tokens, i: int, index: dict[str, list[tuple[tuple[str, ...], Unit]]]
) -> tuple[Unit, int] | None:
    if i >= len(tokens):
        return None
    for phrase, unit in index.get(tokens.words[i], ()):
        if tuple(tokens.words[i : i + len(phrase)]) == phrase:
            return unit, i + len(phrase)
    return None


def _unit_after(tokens: Tokens, number: Number) -> tuple[Unit | None, int]:
    """The unit or currency named behind the number, and the token after it."""
    lex = lexicon()
    j = number.last
    if (
        j < len(tokens)
        and tokens.words[j] in DASHES
        and tokens.glued(j)
        and j + 1 < len(tokens)
        and tokens.glued(j + 1)
    ):
        found = _phrase_at(tokens, j + 1, lex.units) or _phrase_at(
            tokens, j + 1, lex.currency_words
        )
        if found:
            return found
        return None, number.last
    if j < len(tokens) and tokens.glued(j) and number.digits:
        glued = lex.glued_units.get(tokens.words[j])
        if glued is not None:
            compound = _phrase_at(tokens, j, lex.units)
            return compound if compound else (glued, j + 1)
    found = _phrase_at(tokens, j, lex.units)
    if found and found[0].name in ("second", "stone", "quarter") and j + 1 < len(tokens):
        if found[0].name == "stone" or (tokens.words[j] == "second" and number.amount != 1):
            found = None
    if found is None:
        if (
            j < len(tokens)
            and tokens.words[j] == "won"
            and (number.amount < 100 or not number.digits)
        ):
            return None, number.last
        found = _phrase_at(tokens, j, lex.currency_words)
    if (
        found is None
        and j + 1 < len(tokens)
        and tokens.words[j] in ("us", "u.s.", "american", "canadian", "australian")
    ):
        found = _phrase_at(tokens, j + 1, lex.currency_words)
    return found if found else (None, number.last)


def _range_after(
    tokens: Tokens, number: Number, unit_end: int, unit: Unit | None
) -> tuple[float | None, int, Unit | None, int]:
    """The upper end of "10 to 12", "10-12 million", "between 10 and 12", "$1.5 to $2 billion"."""
    none = (None, number.last, None, unit_end)
    words = tokens.words
    j = unit_end
    if j + 1 >= len(words) or number.is_vague:
        return none
    link = words[j]
    opener = _opener(tokens, number.first)
    if link == "and" and opener != "between":
        return none
    if link not in ("to", "and", "through", "or") and link not in DASHES:
        return none
    if link == "or" and not (number.amount < 20):
        return none
    if link in ("to", "through") and opener in ("from", "by", "change"):
        return none
    if link in DASHES and not (tokens.glued(j) or link in "–—"):
        return none
    k = j + 1
    while (
        k < len(words)
        and (
            words[k] in "$€£¥₹"
            or words[k] in ("us", "as", "many", "up", "about", "around", "nearly")
        )
        and k < j + 4
    ):
        k += 1
    if k >= len(words):
        return none
    money = unit is not None and unit.dimension == "money"
    upper = number_at(tokens, k, money=money)
    if (
        upper is None
        or upper.is_vague
        or words[k] in ("a", "an")
        or upper.fraction != number.fraction
    ):
        return none
    low, high = number.amount, upper.amount
    if upper.scaled and not number.scaled and low < high:
        mantissa = high
        for scale in sorted({*lexicon().scales.values()}, reverse=True):
            if high % scale == 0 or high / scale >= 1:
                mantissa = high / scale
                break
        if low <= mantissa:
            number.amount = low = low * (high / mantissa)
            number.scaled = True
    if not low < high or (link == "or" and high - low > 5):
        return none
    upper_unit, upper_unit_end = _unit_after(tokens, upper)
    if upper_unit is not None and unit is not None and upper_unit.dimension != unit.dimension:
        return none
    return high, upper.last, upper_unit, max(upper_unit_end, upper.last)


def _opener(tokens: Tokens, i: int) -> str:
    """What opens a pair of numbers: between, from (two values in order), by/change, or ""."""
    words = tokens.words
    for back in range(i - 1, max(-1, i - 5), -1):
        word = words[back]
        if word == "between":
            return "between"
        if word == "from":
            wide = words[max(0, back - 2) : back]
            return (
                "between"
                if any(w.startswith(("rang", "var", "anywhere")) for w in wide)
                else "from"
            )
        if word in UP or word in DOWN or word == "by":
            return "change"
        if word not in (
            "about",
            "$",
            "€",
            "£",
            "us",
            "at",
            "least",
            "nearly",
            "around",
            "some",
            "a",
            "an",
            "roughly",
            "estimated",
        ):
            return ""
    return ""


def _hedge_before(tokens: Tokens, first: int) -> tuple[str, int]:
    """The hedge that ends right before token `first`, and where the quantity then begins."""
    i = first
    words = tokens.words
    for skip in ("the", "a", "an"):
        if (
            i > 0
            and words[i - 1] == skip
            and i > 1
            and words[i - 2] in ("almost", "nearly", "about", "just", "under", "over")
        ):
            i -= 1
    if i == 0:
        return Bound.EXACT, first
    if words[i - 1] in DASHES and tokens.glued(i) and i >= 2 and words[i - 2] == "sub":
        return Bound.LESS_THAN, i - 2
    if words[i - 1] == "~":
        return Bound.ABOUT, i - 1
    if words[i - 1] in (">", "<"):
        return (Bound.MORE_THAN if words[i - 1] == ">" else Bound.LESS_THAN), i - 1
    for phrase, bound in lexicon().hedges_before.get(words[i - 1], ()):
        begin = i - len(phrase)
        if begin >= 0 and tuple(words[begin:i]) == phrase and not _no_hedge(tokens, begin, phrase):
            outer = _outer_hedge(tokens, begin)
            return outer if outer else (bound, begin)
    return Bound.EXACT, first


def _outer_hedge(tokens: Tokens, begin: int) -> tuple[str, int] | None:
    """ "at least some 40", "up to about 30": the outer bound wins over a plain about."""
    if begin == 0:
        return None
    for phrase, bound in lexicon().hedges_before.get(tokens.words[begin - 1], ()):
        start = begin - len(phrase)
        if (
            start >= 0
            and tuple(tokens.words[start:begin]) == phrase
            and bound in ("at_least", "more_than", "at_most", "less_than")
        ):
            return bound, start
    return None


def _no_hedge(tokens: Tokens, begin: int, phrase: tuple[str, ...]) -> bool:
    """Words that hedge elsewhere: "over" of a period, "above" of a height passed, "some" of a share."""
    following = tokens.words[begin + len(phrase) :]
    if (
        phrase == ("over",)
        and len(following) > 1
        and following[1] in ("days", "weeks", "months", "years", "hours")
    ):
        return begin > 0 and tokens.words[begin - 1] in ("held", "spread", "period", "spanning")
    if phrase == ("near",) or phrase == ("below",) or phrase == ("above",):
        return begin > 0 and tokens.words[begin - 1] in ("metres", "meters", "feet", "miles")
    return False


def _hedge_after(tokens: Tokens, j: int) -> tuple[str, int]:
    if j >= len(tokens):
        return "", 0
    if tokens.words[j] == "+" and tokens.glued(j):
        return Bound.AT_LEAST, j + 1
    k = (
        j + 1
        if tokens.words[j] in "-" and j + 1 < len(tokens) and tokens.words[j + 1] == "plus"
        else j
    )
    for phrase, bound in lexicon().hedges_after.get(tokens.words[k], ()):
        if tuple(tokens.words[k : k + len(phrase)]) == phrase:
            if phrase == ("plus",) and k == j:
                continue
            return bound, k + len(phrase)
    return "", 0


def _minus(tokens: Tokens, quantity: Quantity, begin: int) -> None:
    """A sign before the number: -0.3 percent, minus 5."""
    if begin == 0:
        return
    sign = tokens.words[begin - 1]
    glued_minus = sign in "-−–" and tokens.glued(begin) and not tokens.glued(begin - 1)
    spelled = sign in SIGNED or (sign == "-" and begin >= 2 and tokens.words[begin - 2] in SIGNED)
    if not (glued_minus or spelled) or quantity.value.stated is None:
        return
    if quantity.value.bound is not Bound.EXACT:
        return
    first = begin - 1 if not (spelled and sign == "-") else begin - 2
    quantity.first = min(quantity.first, first)
    text = tokens.slice(quantity.first, quantity.last_number)
    quantity.value = values.value(-quantity.value.stated, Bound.EXACT, text)
    quantity.change = "-"


def _change(tokens: Tokens, quantity: Quantity) -> None:
    """Whether the number is a change: "up 3 percent", "rose by 12", "0.9% higher"."""
    words = tokens.words
    i = quantity.first
    back = [
        w
        for w in words[max(0, i - 4) : i]
        if w not in ("a", "an", "$", "us", "another", "further", "additional", "about", "nearly")
    ]
    if (
        back
        and back[-1] == "by"
        and len(back) > 1
        and (back[-2] in UP or back[-2] in DOWN or back[-2] in ("revised", "percent", "%"))
    ):
        verb = back[-2]
        down = verb in DOWN or any(w in ("down", "lower", "fewer") for w in back)
        quantity.change = "-" if down else "+"
    elif (
        back
        and (back[-1] in UP or back[-1] in DOWN)
        and back[-1]
        not in (
            "growth",
            "advance",
            "cut",
            "shed",
            "lost",
            "lose",
            "added",
            "raised",
            "raise",
            "loses",
            "losing",
            "reduced",
            "reduce",
        )
    ):
        quantity.change = "+" if back[-1] in UP else "-"
    elif (
        back
        and back[-1] in ("lost", "shed", "cut", "added", "loses", "losing")
        and quantity.unit
        and quantity.unit.dimension in ("percent", "points")
    ):
        quantity.change = "+" if back[-1] == "added" else "-"
    else:
        after = words[quantity.last : quantity.last + 2]
        if after and quantity.unit and quantity.unit.dimension in ("percent", "points", "money"):
            if after[0] in (
                "increase",
                "rise",
                "jump",
                "gain",
                "hike",
                "surge",
                "growth",
                "higher",
            ):
                quantity.change = "+"
            elif after[0] in (
                "decrease",
                "fall",
                "drop",
                "decline",
                "loss",
                "lower",
                "slump",
                "reduction",
                "cut",
                "dip",
            ):
                quantity.change = "-"


def _noun_phrase(tokens: Tokens, quantity: Quantity, number: Number) -> None:
    """What stands behind the number: "more", "others", "of them", an age, or a noun phrase."""
    words = tokens.words
    lex = lexicon()
    j = quantity.last
    if quantity.unit is not None:
        _age(tokens, quantity)
        return
    if j + 2 < len(words) and words[j] in DASHES and tokens.glued(j):
        _hyphened(tokens, quantity)
        return
    while j < len(words) and words[j] in ("more", "other", "additional", "further", "extra", "new"):
        quantity.more = quantity.more or words[j] in ("more", "additional", "further", "extra")
        quantity.others = quantity.others or words[j] == "other"
        j += 1
    if words[quantity.first - 1 : quantity.first] in (["another"], ["additional"], ["further"]):
        quantity.more = True
    if j < len(words) and words[j] == "of":
        _partitive(tokens, quantity, j)
        return
    collected = _collect(tokens, j)
    head_at = _head(tokens, collected, quantity)
    if head_at is None:
        quantity.last = max(quantity.last, j)
        return
    quantity.head = words[head_at]
    quantity.phrase = tokens.slice(j, head_at + 1)
    quantity.last = head_at + 1
    _personhood(quantity)
    if quantity.head == "others":
        quantity.others = True
    if quantity.person is not None and quantity.head in lex.people:
        return


def _collect(tokens: Tokens, j: int) -> list[int]:
    """Token indexes of the words that may be modifiers and head of the noun phrase at `j`."""
    words = tokens.words
    lex = lexicon()
    found: list[int] = []
    k = j
    while k < len(words) and k < j + 8:
        word = words[k]
        if word in ("-", "'s", "’s", "/") and found and tokens.glued(k):
            k += 1
            continue
        if word == "and" and found and k + 1 < len(words) and _joins_adjectives(tokens, k, found):
            k += 1
            continue
        if (
            not word[0].isalpha()
            or word in lex.stop
            or (word in lex.auxiliary and word not in ("end",))
            or word in lex.verb
        ):
            break
        if word in lex.adverb and word not in (
            "confirmed",
            "suspected",
            "reported",
            "registered",
            "recorded",
            "known",
            "listed",
            "presumed",
            "possible",
        ):
            break
        found.append(k)
        k += 1
    return found


def _joins_adjectives(tokens: Tokens, k: int, found: list[int]) -> bool:
    """ "66 ballistic and cruise missiles": "and" between adjectives, before the plural head."""
    words = tokens.words
    if _plural_like(words[found[-1]]):
        return False
    triggers = lexicon().triggers
    if words[found[-1]] in triggers or words[k + 1] in triggers:
        return False
    return any(_plural_like(w) for w in words[k + 1 : k + 3]) and words[k + 1].isalpha()


def _plural_like(word: str) -> bool:
    lex = lexicon()
    person = lex.people.get(word)
    if person is not None:
        return person.plural
    if word in lex.plurals or word in lex.animals:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "ous"))


def _head(tokens: Tokens, collected: list[int], quantity: Quantity) -> int | None:
    """The head noun's index: the last of the first run of plurals; for one, a person noun."""
    words = tokens.words
    lex = lexicon()
    if not collected:
        return None
    plural = next((k for k in collected if _plural_like(words[k])), None)
    trigger = next((k for k in collected if _is_participle(words[k])), None)
    if plural is not None and (trigger is None or trigger >= plural or plural - trigger <= 3):
        if trigger is not None and trigger < plural and not _attributive(tokens, trigger, plural):
            plural = None
        else:
            head = plural
            position = collected.index(plural)
            for k in collected[position + 1 :]:
                if k == head + 1 and _plural_like(words[k]) and not _is_participle(words[k]):
                    head = k
                else:
                    break
            return head
    if trigger is not None:
        collected = [k for k in collected if k < trigger]
    single = [k for k in collected if words[k] in lex.people]
    if single:
        return single[-1]
    if not collected:
        return None
    return collected[-1] if len(collected) <= 3 else collected[0]


def _is_participle(word: str) -> bool:
    entries = lexicon().triggers.get(word)
    return bool(entries) and any(
        len(phrase) == 1 and sense.form in ("passive", "active")
        for phrase, senses in entries or ()
        for sense in senses
    )


def _attributive(tokens: Tokens, trigger: int, plural: int) -> bool:
    """ "12 injured people", "15 confirmed dead bodies": the participle belongs to the noun."""
    return plural == trigger + 1 and tokens.words[trigger] not in ("killed", "dead")


def _personhood(quantity: Quantity) -> None:
    lex = lexicon()
    head = quantity.head or ""
    quantity.person = lex.people.get(head)
    if quantity.person is not None:
        return
    if head in lex.animals or head in NOT_PEOPLE:
        quantity.could_be_people = False
    elif head.endswith(GUESSED_PEOPLE) and len(head) > 5:
        quantity.person = Person(head, True)
    elif any(head in (noun, noun + "s", noun + "es") for noun in _objects()):
        quantity.could_be_people = False


def _objects() -> frozenset[str]:
    things: set[str] = set()
    people = lexicon().people
    for nouns in lexicon().objects.values():
        things |= {noun for noun in nouns if noun not in people}
    return frozenset(things)


def _partitive(tokens: Tokens, quantity: Quantity, of: int) -> None:
    """ "nine of the dead", "two of them", "12 of its soldiers", "half of the voters"."""
    words = tokens.words
    quantity.partitive = True
    k = of + 1
    while k < len(words) and words[k] in lexicon().determiners:
        k += 1
    collected = _collect(tokens, k)
    head = _head(tokens, collected, quantity)
    if words[of + 1 : of + 2] in (["them"], ["whom"], ["those"], ["which"], ["us"]):
        quantity.last = of + 2
        quantity.head = None
        _group_after(tokens, quantity, of + 2)
        return
    if head is not None:
        quantity.head = words[head]
        quantity.phrase = tokens.slice(k, head + 1)
        quantity.last = head + 1
        _personhood(quantity)
    else:
        quantity.last = of + 1


def _group_after(tokens: Tokens, quantity: Quantity, j: int) -> None:
    """ "two of them children", "nine of whom were women": the group is the predicate."""
    words = tokens.words
    k = j
    while k < len(words) and words[k] in ("are", "were", "is", "was", "being"):
        k += 1
    collected = _collect(tokens, k)
    if collected and not _is_participle(words[collected[0]]):
        head = _head(tokens, collected, quantity)
        if head is not None and words[head] in lexicon().people:
            quantity.head = words[head]
            quantity.person = lexicon().people[words[head]]
            quantity.phrase = tokens.slice(k, head + 1)
            quantity.last = head + 1


def _age(tokens: Tokens, quantity: Quantity) -> None:
    """ "45 years old", "aged 45", "60-year-old", "under the age of 5 years"."""
    if quantity.unit is None or quantity.unit.dimension != "time":
        return
    words = tokens.words
    j = quantity.last
    if words[j : j + 1] == ["old"] or words[j : j + 2] in (
        ["-", "old"],
        ["–", "old"],
        ["of", "age"],
    ):
        quantity.age = True
        quantity.last = j + (1 if words[j] == "old" else 2)


def _hyphened(tokens: Tokens, quantity: Quantity) -> None:
    """ "three-storey building", "7.8-magnitude", "12-member crew": the hyphened word is the noun."""
    words = tokens.words
    j = quantity.last
    if not tokens.glued(j + 1):
        return
    quantity.head = words[j + 1]
    quantity.last = j + 2
    quantity.could_be_people = False


def _per(tokens: Tokens, quantity: Quantity) -> None:
    """ "a week", "per 100,000", "/day", "daily" behind the quantity."""
    words = tokens.words
    j = quantity.last
    if j >= len(words):
        return
    word = words[j]
    if word in PER_ADVERBS:
        quantity.per = PER_ADVERBS[word]
        quantity.last = j + 1
    elif word in PER and j + 1 < len(words):
        following = words[j + 1]
        if following in PER_UNITS:
            quantity.per = following
            quantity.last = j + 2
        elif word == "per" and (following.isalpha() or following[0].isdigit()):
            last = j + 2
            number = number_at(tokens, j + 1)
            if number is not None:
                last = number.last
            while (
                last < len(words)
                and last < j + 5
                and words[last].isalpha()
                and words[last] not in lexicon().stop
            ):
                last += 1
            quantity.per = tokens.slice(j + 1, last)
            quantity.last = last
    elif word == "/" and j + 1 < len(words) and words[j + 1].isalpha():
        quantity.per = words[j + 1]
        quantity.last = j + 2

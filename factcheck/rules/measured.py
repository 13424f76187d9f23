"""What a share, a sum or a change is of, as the text names it: "profit" of "a 12% drop in pretax
profit", "exports" of "Exports rose by 3%", "inflation" of "inflation of 3.8%".

The noun stands behind the figure (of, in), or right before it (… of 3%, … to 4%), or is the
subject of the verb that the figure hangs on. Nothing is said where none of these fits.
"""

from __future__ import annotations

from typing import Final

from factcheck.quantity import changes
from factcheck.quantity.quantity import Quantity
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_DIMENSIONS: Final = frozenset({"money", "percent", "points"})
_LEVELS: Final = words("money.levels")
_BREAKS: Final = words("money.breaks")
_HEDGING: Final = words("measured.hedging")
_LINKING: Final = words("measured.linking")
_ENDING: Final = words("measured.ending")
_TELLING: Final = words("measured.telling")
_NO_NOUNS: Final = words("measured.no_nouns")
_EARNED: Final = words("changes.earned")
_EARNINGS: Final = words("measured.earnings")
_OPENING: Final = frozenset({"that", ",", "“", '"', "'s", "’s"})
_POSSESSIVE: Final = ("'s", "’s")
_MOVING: Final = words("changes.nouns_up") | words("changes.nouns_down")
_RISING: Final = changes.UP | changes.DOWN | words("changes.measured_up")
_FALLING: Final = words("changes.measured_down") | words("measured.setting")
_VERBS: Final = _RISING | _FALLING
_MOST: Final = 3  # words of a noun phrase that are kept, the last ones
_REACH: Final = 18  # tokens back to a subject
_LONGEST: Final = 6
_UNIT: Final = 4  # tokens of a number with its unit
_POINTS: Final = frozenset({"point", "points"})
_GOING: Final = frozenset({"go", "goes", "went", "costs", "undercut", "now"})
_OPENING_CLAUSE: Final = frozenset({"as", "because", "after", "when", "since", "though", "if"})
_JOINING: Final = frozenset({",", "and", "while", ";"})
_PARTS_OF_POINT: Final = frozenset("a of half quarter quarters three full percentage basis".split())
_REACH_MOVED: Final = 3  # tokens from a figure to the change it tells: "12% year-on-year drop"


def noun(tokens: Tokens, quantity: Quantity) -> str | None:
    """The noun phrase measured, lower-cased and without articles; None where none is told."""
    unit = quantity.unit
    if unit is None or unit.dimension not in _DIMENSIONS or quantity.person is not None:
        return None
    own, is_sum = tokens.words, unit.dimension == "money"
    named = quantity.first > 0 and own[quantity.first - 1] == "of"
    found = _before(own, quantity.first, is_sum=is_sum) if named else None
    if found is None:
        found = _behind(tokens, quantity.last)
    if found is None and is_sum and not named:
        found = _gapped(own, quantity.first)
    if found is not None or named or _is_name_with(tokens, quantity.first):
        return found
    return _before(own, quantity.first, is_sum=is_sum)


def _gapped(own: list[str], first: int) -> str | None:
    """Of "revenue was $2.4 billion and net profit $310 million", "sales rose to $5 billion and
    profit to $1 billion": what is earned stands between its sum and the one before, whose verb it
    shares."""
    k = _past(own, first - 1)
    if k >= 0 and own[k] in ("to", "at"):
        k -= 1
    if k < 0 or own[k] not in _EARNINGS:
        return None
    low = k
    while low > 0 and k - low < _MOST and own[low - 1] not in _JOINING:
        low -= 1
    if low == 0 or own[low - 1] not in _JOINING or not all(map(_is_plain, own[low:k])):
        return None
    before = own[max(0, low - 1 - _UNIT) : low - 1]
    return _phrase_to(own, k + 1, low) if any(word[0].isdigit() for word in before) else None


def _is_plain(word: str) -> bool:
    return (_is_word(word) or word == "-") and not _is_verb(word) and word not in lexicon().stop


def _is_name_with(tokens: Tokens, first: int) -> bool:
    """ "came first in Saxony with": a name measures nothing."""
    return first > 2 and tokens.words[first - 1] == "with" and tokens.capital(first - 2)


def _behind(tokens: Tokens, last: int) -> str | None:
    """Of "3% of exports", "a 12% drop in exports", "a 4% pay rise", "$5 million in aid"."""
    own = tokens.words
    if last + 1 >= len(own):
        return None
    if own[last] in ("more", "less") and last + 1 < len(own):
        told = _phrase_from(own, last + 1)  # "6.3% more pay"
        if told is not None:
            return told
    if own[last] in ("of", "in"):
        placed = own[last] == "in" and tokens.text[tokens.starts[last + 1]].isupper()
        return None if placed else _phrase_from(own, last + 1)  # "5% in Peru"
    for k in range(last, min(len(own), last + _REACH_MOVED + 1)):
        if own[k] in _MOVING:
            moved = _phrase_to(own, k, last)
            if moved is None and word_at(own, k + 1) in ("in", "of"):
                return _phrase_from(own, k + 2)
            return moved
        if not own[k].isalpha():
            return None
    return None


def _before(own: list[str], first: int, *, is_sum: bool = False) -> str | None:
    """Of "inflation of 3%", "cut its forecast to 3%", "Exports, hit by tariffs, fell by 3%"."""
    k = _past(own, first - 1)
    linked = is_at(own, first - 1, "at")  # which hedges too: "at least"
    if not linked and k >= 0 and own[k] in _LINKING:
        linked, k = True, _past(own, k - 1)
    if k < 0:
        return None
    if own[first - 1] == "of" and own[k] in _MOVING and not (is_sum and own[k] in _EARNED):
        return _moved(own, k)
    if own[k] in _LEVELS or own[k] in _VERBS:
        return _of_verb(own, k)
    if not linked:
        return None
    number = _number_before(own, k)
    if number is not None:  # "fell 3% to 2 billion"
        return _before(own, number, is_sum=is_sum)
    moved = own[k] in _MOVING and not (is_sum and own[k] in _EARNED)
    if moved or not _is_word(own[k]) or own[k] in lexicon().stop:
        return None
    low = k + 1
    while low > 0 and k - low < _MOST and _is_word(own[low - 1]) and not _is_verb(own[low - 1]):
        low -= 1
    return _phrase_to(own, k + 1, low)


def _moved(own: list[str], change: int) -> str | None:
    """What a change told as a noun at `change` is of: "agreed on a pay rise of"."""
    low = change
    while low > 0 and change - low < _MOST and _is_word(own[low - 1]):
        if own[low - 1] in lexicon().stop:
            break
        low -= 1
    led = low > 0 and own[low - 1] in lexicon().determiners
    return _phrase_to(own, change, low) if led or low == change else None


def _past(own: list[str], k: int) -> int:
    """The token before token `k` and what hedges a figure."""
    while k >= 0 and own[k] in _HEDGING:
        k -= 1
    return k


def _number_before(own: list[str], k: int) -> int | None:
    """Where the figure begins whose unit ends at token `k`: 25 basis points, 185 million pounds,
    half a percentage point."""
    if own[k] in _POINTS:
        low = k
        while low > 0 and (own[low - 1] in _PARTS_OF_POINT or own[low - 1][0].isdigit()):
            low -= 1
        if low < k:
            return low
    for j in range(k, max(-1, k - _UNIT), -1):
        if own[j][0].isdigit():
            return j
    return None


def _of_verb(own: list[str], verb: int) -> str | None:
    """The subject of the verb at `verb`: the noun phrase that opens its clause; behind an opening
    time or place ("in Leeds on Tuesday that revenue"), the one that opens what is told."""
    low = verb
    while low > 0 and verb - low < _REACH and own[low - 1] not in _BREAKS:
        low -= 1
    low = max(low, _clause(own, verb))
    found: str | None = None
    k = low
    while k < verb:
        high = k
        while high < verb and (_goes_on(own, high) or high == low):
            high += 1
            if high < verb and own[high] in _POSSESSIVE:  # "Britain's exports"
                k = high = high + 1
        opens = k == low or own[k - 1] in _OPENING
        told = _phrase_to(own, high, k) if high > k else None
        if told is not None:
            if opens and (k > low or own[low] not in _ENDING):
                return told
            found = found or told
        k = high + 1
    return found


def _clause(own: list[str], verb: int) -> int:
    """Where the subject of a clause begins that a conjunction opens shortly before its verb: "as
    exports rose", "because wages grew"; else 0."""
    for k in range(verb - 1, max(-1, verb - 2 - _LONGEST), -1):
        if own[k] in _OPENING_CLAUSE:
            return k + 1
        if own[k] in _ENDING or own[k][0].isdigit():
            return 0
    return 0


def _goes_on(own: list[str], k: int) -> bool:
    """Whether a noun phrase may go on with the word at token `k`."""
    if "-" in own[max(0, k - 1) : k + 2]:  # "like-for-like sales"
        return True
    return own[k] not in _ENDING and not own[k][0].isdigit() and not _is_verb(own[k])


def _phrase_from(own: list[str], low: int) -> str | None:
    """The noun phrase that begins at token `low`, up to what ends it."""
    high = low
    while high < len(own) and _goes_on(own, high):
        high += 1
        if high < len(own) and own[high] in _POSSESSIVE:
            low = high = high + 1
        if high - low > _LONGEST:
            return None
    return _phrase_to(own, high, low)


def _phrase_to(own: list[str], high: int, low: int) -> str | None:
    """The last words of the noun phrase in tokens [low, high)."""
    first = high
    while first > low and high - first < _MOST and _is_word(own[first - 1]):
        first -= 1
    for k in range(high - 1, first - 1, -1):
        if own[k] in _TELLING:
            first = k + 1  # "data showed inflation at 4.3 percent"
            break
    stop = lexicon().stop
    while first < high and (own[first] in stop or own[first] in _NO_NOUNS):
        first += 1
    if first == high or own[high - 1] in _NO_NOUNS:
        return None
    return " ".join(own[first:high])


def _is_word(word: str) -> bool:
    return word[0].isalpha() and word not in _ENDING


def _is_verb(word: str) -> bool:
    return word in _LEVELS or word in _VERBS or word in _GOING or word in lexicon().third_person

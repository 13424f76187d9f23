"""Whether a number is a change, and its sign: up 3 percent, rose by 12, 0.9% higher, +5%."""

from __future__ import annotations

from typing import Final

from factcheck.text.lexicon import Unit, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, table, words
from factcheck.text.words_at import is_at, word_at

UP: Final = words("changes.up")
DOWN: Final = words("changes.down")
MEASURED_UP: Final = words("changes.measured_up")
MEASURED_DOWN: Final = words("changes.measured_down")
_UNPAID: Final = words("changes.unpaid")
_BETWEEN: Final = words("changes.between")
_BEFORE_BY: Final = words("changes.before_by")
_LESSENING: Final = words("changes.lessening")
_NOUNS_UP: Final = words("changes.nouns_up")
_NOUNS_DOWN: Final = words("changes.nouns_down")
_EARNED: Final = words("changes.earned")
_MORE: Final = words("changes.more")
_LESS: Final = words("changes.less")
TELLING: Final = words("changes.telling")
_STEPS_UP: Final = _MORE | words("changes.steps_up")
_STEPS: Final = _STEPS_UP | _LESS | words("changes.steps_down")
_PHRASAL: Final = words("changes.phrasal")
_MEASURING: Final = frozenset({"a", "an", "half", "one", "two"})
_CLOSING: Final = words("changes.closing")
_SIGNED: Final = words("changes.signed")
_LEVEL: Final = words("changes.level")
_SUMMED: Final = words("changes.summed")
_PACES: Final = words("changes.paces")
_STOCKS: Final = words("changes.stocks")
_GROWING: Final = words("changes.growing")
_SHRINKING: Final = words("changes.shrinking")
_PHRASES: Final = {
    **dict.fromkeys(table(CONSTRUCTIONS).phrases("changes.phrases_up"), "+"),
    **dict.fromkeys(table(CONSTRUCTIONS).phrases("changes.phrases_down"), "-"),
}
_INTO: Final = frozenset({"into", "off", "onto", "through", "across", "along"})
_LENGTHS: Final = words("changes.lengths")
_TIMES: Final = words("changes.times")
_SCORED: Final = frozenset({"point", "points"})
_OF_GAMES: Final = words("changes.of_games")
_STANDS: Final = {
    **dict.fromkeys(table(CONSTRUCTIONS).phrases("changes.stands_up"), "+"),
    **dict.fromkeys(table(CONSTRUCTIONS).phrases("changes.stands_down"), "-"),
}
_STAND_STARTS: Final = frozenset(phrase.split()[0] for phrase in _STANDS)
_LONGEST_STAND: Final = 3  # words of "in negative territory"
_SUM_SIGNS: Final = frozenset("$€£¥₹")
_PHRASE_ENDS: Final = frozenset(phrase.split()[-1] for phrase in _PHRASES)
POINTS: Final = words("changes.points")
_MINUS: Final = frozenset("-−–")
_PARTICLES: Final = frozenset({"up", "down", "off"})
_CLAUSE_ENDS: Final = frozenset({",", ";", ":", ".", "(", ")", "and", "but", "while", "which"})
_REACH: Final = 6  # words before the quantity
_REACH_BY: Final = 9  # words from a verb to "by": "cut its full-year forecast for Asia by"
_REACH_NOUN: Final = 3  # words to the noun behind: "a 10% price increase"
_SHARES: Final = ("percent", "points")


def minus(tokens: Tokens, begin: int) -> int | None:
    """The token of the minus sign or word right before token `begin`, if one stands there."""
    if begin == 0:
        return None
    sign = tokens.words[begin - 1]
    if sign in _SIGNED:
        return None if is_at(tokens.words, begin - 2, "or") else begin - 1
    if sign == "-" and begin >= 2 and tokens.words[begin - 2] in _SIGNED:  # minus-five
        return begin - 2
    opens = not tokens.glued(begin - 1) or tokens.words[begin - 2] == "("
    return begin - 1 if sign in _MINUS and tokens.glued(begin) and opens else None


def is_level(tokens: Tokens, sign: int) -> bool:
    """Whether a number with its sign at token `sign` says where something stands: "at minus 5"."""
    return sign > 0 and tokens.words[sign - 1] in _LEVEL


def change(
    tokens: Tokens,
    first: int,
    last: int,
    unit: Unit | None,
    head: str | None,
    *,
    share: bool = False,
) -> str | None:
    """ "+" or "-" where the quantity at [first, last) is told as a change, else None; a `share` is
    a fraction of something: "lost a third of its value"."""
    if unit is not None and unit.dimension == "time":
        return _of_time(tokens.words, first)
    if unit is not None and unit.dimension == "length" and _is_way(tokens, last):
        return None
    measured = unit is not None or head in POINTS
    step = _of_step(tokens.words, last)
    if step is not None:
        return step
    if head in _SCORED and unit is None and not _OF_GAMES.isdisjoint(tokens.words):
        return None  # "added 16 points off the bench"
    if head in _STOCKS and unit is None:
        return _of_stock(tokens.words, first)
    told = _behind(tokens.words, last, measured)
    if told is None and not _is_of_thing(tokens.words, first, last):
        told = _before(tokens, first, unit, measured or share)
    return told or (_by_noun(tokens.words, last, unit) if measured else None)


def _is_of_thing(words: list[str], first: int, last: int) -> bool:
    """Whether a measure tells of what sort a thing is: "dropped a 900 kg bomb", "lost a 20 percent
    stake", but "dropped a further 3%"."""
    if first == 0 or words[first - 1] not in ("a", "an") or last >= len(words):
        return False
    word, lex = words[last], lexicon()
    if not _PACES.isdisjoint(words[last : last + _REACH_NOUN]):
        return False
    return word.isalpha() and not (
        word in lex.stop or word in _NOUNS_UP or word in _NOUNS_DOWN or word in _TIMES
    )


def _is_way(tokens: Tokens, last: int) -> bool:
    """Whether a length is a way gone and no change: "the bus plunged 60 metres into a gorge" but
    "the lake dropped 5 metres"."""
    if word_at(tokens.words, last) in _INTO:
        return True
    return _LENGTHS.isdisjoint(tokens.words)


def _of_time(words: list[str], first: int) -> str | None:
    """ "Shortened the wait by two weeks": a span of time is else no change but how long it took."""
    k = first - 1
    while k > 0 and words[k] in _BETWEEN:
        k -= 1
    return _by_verb(words, k) if k > 0 and words[k] == "by" else None


def _of_stock(words: list[str], first: int) -> str | None:
    """ "Added 175,000 jobs", "lost about 90 subscribers"."""
    k = first - 1
    while k > max(0, first - _REACH) and words[k] in _BETWEEN:
        k -= 1
    if k < 0 or (words[k] not in _GROWING and words[k] not in _SHRINKING):
        return None
    return "+" if words[k] in _GROWING else "-"


def passed_on(tokens: Tokens, last: int, first: int) -> bool:
    """Whether the quantity at `first` gives the one that ends at `last` in other terms: "fell 3
    per cent, or 18p", "down $2 (1.5%)"."""
    return tokens.words[last:first] in ([",", "or"], ["or"], ["("])


def goes_on(tokens: Tokens, last: int, first: int) -> bool:
    """Whether the quantity at `first` stands beside that which ends at `last`: "fell 3% and 5%",
    "rose 0.3% on the month and 4.1% from a year ago"."""
    gap = tokens.words[last:first]
    beside = gap in (["and"], [","], [",", "and"])
    return beside or (1 < len(gap) <= _REACH and gap[-1] == "and" and _TIMES.issuperset(gap[:-1]))


def _behind(words: list[str], last: int, measured: bool) -> str | None:
    """ "1.2% lower", "18 points up"."""
    if not measured or last >= len(words):
        return None
    if words[last] in ("up", "down") and _opens_change(words, last + 1):
        return None  # "stands at 1,480 euros, up 6.2%" without its comma
    if words[last] in _MORE:
        return "+"
    if words[last] in _LESS:
        return "-"
    phrase = words[last : last + _LONGEST_STAND]
    if phrase[0] not in _STAND_STARTS:
        return None
    return next(
        (_STANDS[" ".join(phrase[:n])] for n in (2, 3) if " ".join(phrase[:n]) in _STANDS), None
    )


def _of_step(words: list[str], last: int) -> str | None:
    """ "300 more than it said a week ago", "$7 million less than planned": a step from what was
    told before."""
    than = last + 1 if is_at(words, last + 1, "than") else last
    if than == 0 or not is_at(words, than, "than") or words[than - 1] not in _STEPS:
        return None
    if word_at(words, than + 1) in _MEASURING or word_at(words, than + 1)[:1].isdigit():
        return None  # "killed 12 more than a week after officials said"
    for word in words[than + 1 : than + 1 + _REACH]:
        if word in TELLING:
            return "+" if words[than - 1] in _STEPS_UP else "-"
        if word in _CLAUSE_ENDS:
            return None
    return None


def _opens_change(words: list[str], j: int) -> bool:
    """Whether what goes up or down is told from token `j` on, not before: "… up 6.2%", "… up from
    $3"."""
    word = words[j] if j < len(words) else ""
    return word == "from" or word[:1].isdigit() or word in _SUM_SIGNS


def _before(tokens: Tokens, first: int, unit: Unit | None, measured: bool) -> str | None:
    """By the verb, particle or noun that the number hangs on: rose 3%, cut … by 3%, a drop of."""
    words = tokens.words
    k = first - 1
    low = max(0, first - _REACH)
    while k >= low and words[k] in _BETWEEN:
        k -= 1
    if k < low:
        return None
    if words[k] == "of" and k > low and words[k - 1] in _SUMMED:
        k -= 2
        while k >= low and words[k] in _BETWEEN:
            k -= 1
    if k < low:
        return None
    word = words[k]
    if measured and word in _PHRASE_ENDS and k:
        told = _PHRASES.get(f"{words[k - 1]} {word}")
        if told is not None:
            return told
    if word == "at" and k and not _PACES.isdisjoint(words[first + 1 : first + 1 + _REACH_NOUN]):
        return "+" if words[k - 1] in UP else "-" if words[k - 1] in DOWN else None
    if word == "+":
        return "+" if tokens.glued(k + 1) else None
    if word == "by":
        return _by_verb(words, k)
    if word in ("of", "in"):
        return _of_noun(words, k, unit)
    if k and _is_phrase(words[k - 1], word):
        return None
    if word in _PARTICLES:
        return _particle(words, k, measured)
    if word in UP or word in DOWN:
        return "+" if word in UP else "-"
    paid = unit is not None and unit.dimension == "money" and word in _UNPAID
    if not measured or paid:
        return None
    if word in MEASURED_UP:
        return "+"
    return "-" if word in MEASURED_DOWN else None


def _particle(words: list[str], k: int, measured: bool) -> str | None:
    """ "up 3 percent", "edged up 12", but not "made up 3 percent"."""
    if k and words[k - 1] in _PHRASAL and not (measured and words[k - 1] in _CLOSING):
        return None
    if words[k] == "off":
        return "-" if measured else None
    return "+" if words[k] == "up" else "-"


def _by_verb(words: list[str], by: int) -> str | None:
    """The sign of the verb that "by" at token `by` belongs to."""
    for k in range(by - 1, max(-1, by - 1 - _REACH_BY), -1):
        word = words[k]
        if word in _CLAUSE_ENDS and k != by - 1:
            return None
        if word in _BEFORE_BY:
            near = words[max(0, k - 3) : by]
            return "+" if _LESSENING.isdisjoint(near) else "-"
        if word in UP or word in MEASURED_UP or word in ("up", "higher"):
            return "+"
        if word in DOWN or word in MEASURED_DOWN or word in ("down", "lower"):
            return "-"
    return None


def _of_noun(words: list[str], of: int, unit: Unit | None) -> str | None:
    """ "a drop of", "an increase in prices of"."""
    for k in range(of - 1, max(-1, of - 1 - _REACH), -1):
        if words[k] in _CLAUSE_ENDS:
            return None
        if _is_earned(words[k], unit):
            return None
        if words[k] in _NOUNS_UP or words[k] in _NOUNS_DOWN:
            joined = k == of - 1 or words[k + 1] in ("in", "for", "on", "to")
            if not joined or words[of] != "of":
                return None
            return "+" if words[k] in _NOUNS_UP else "-"
    return None


def _is_phrase(verb: str, particle: str) -> bool:
    """Whether the two tell of a kind together: "shot down 63"."""
    entries = lexicon().triggers.get(verb, ())
    return any(phrase[1:] == (particle,) for phrase, _ in entries)


def _is_earned(noun: str, unit: Unit | None) -> bool:
    """Whether a noun tells of money earned or lost, not of a change: "a $5 million loss"."""
    return unit is not None and unit.dimension == "money" and noun in _EARNED


def _by_noun(words: list[str], last: int, unit: Unit | None) -> str | None:
    """ "a 3 percent increase", "an 8% pay rise"."""
    stop = lexicon().stop
    for word in words[last : last + _REACH_NOUN]:
        if _is_earned(word, unit):
            return None
        if word in _NOUNS_UP:
            return "+"
        if word in _NOUNS_DOWN:
            return "-"
        if word != "-" and (word in stop or not word.isalpha()):
            return None
    return None

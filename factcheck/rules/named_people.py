"""Single people told of by name: "Jane Roe was killed", "the death of John Doe, 34"."""

from __future__ import annotations

from typing import Final

from claims_db import gazetteer
from factcheck.quantity.quantity import Quantity
from factcheck.rules import unwritten
from factcheck.text.lexicon import Person, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_VICTIMS: Final = words("implied.victims")
_NOT_NAMES: Final = words("implied.not_names")
_ARTICLES: Final = frozenset({"the", "a", "an", "aboard"})  # "aboard the Airbus were killed"
_PASSIVE: Final = frozenset("is are was were be been being got get".split())
_OBJECTS: Final = frozenset({"him", "them", "us", "himself", "herself", "at", "several", "people"})
_ASIDE_REACH: Final = 8  # tokens inside ", 34," or ", of Akron,"
_RELATED: Final = frozenset({"her", "his", "their"})
_BEFORE_PLACES: Final = frozenset({"of", "from", "in", "near", "to", "at", "into", "outside"})
_FULL_NAME: Final = 2  # words
_LONGEST_ROLL: Final = 12  # names
_AGE_DIGITS: Final = 2
_LONGEST_NAME: Final = 40  # tokens
_LARGE_CITY: Final = 200_000


def find(tokens: Tokens, triggers: list[Trigger]) -> list[Quantity]:
    """ "Jane Q. Roe, 34, died": a name right before a word of harm."""
    found = []
    for trigger in triggers:
        last = _aged_name(tokens, trigger)
        if last and any(s.form == "active" and s.kind in _VICTIMS for s in trigger.senses):
            person = Person(None, False)
            found.append(unwritten.quantity(tokens, trigger.last, last, 1.0, None, person))
        if not any(s.form == "passive" and s.kind in _VICTIMS for s in trigger.senses):
            continue
        last = _subject_end(tokens.words, trigger)
        first = _past_role(tokens, _name_start(tokens, last), last)
        if (
            first < last
            and (first == 0 or tokens.words[first - 1] not in _ARTICLES)
            and _is_name(tokens, first, last, trigger)
            and not _has_object(tokens, last, trigger)
        ):
            found.append(unwritten.quantity(tokens, first, last, 1.0, None, Person(None, False)))
            found += _joined_before(tokens, first, trigger)
    return found


def _joined_before(tokens: Tokens, first: int, trigger: Trigger) -> list[Quantity]:
    """Those named before the name at `first`: "Amy Cole, 34, Jon Roe and" Ann Poe died."""
    found: list[Quantity] = []
    for _ in range(_LONGEST_ROLL):
        last = _before_joint(tokens.words, first, bool(found))
        start = _past_role(tokens, _name_start(tokens, last), last)
        full = last - start >= _FULL_NAME and _is_name(tokens, start, last, trigger)
        if not full or (start and tokens.words[start - 1] in _ARTICLES):
            break
        found.append(unwritten.quantity(tokens, start, last, 1.0, None, Person(None, False)))
        first = start
    return found


def _before_joint(words: list[str], first: int, listed: bool) -> int:
    """Where the name ends that "and", or in a list a comma, joins to the next one at `first`, its
    age passed over; 0 for none."""
    j = first - 1
    joined = j >= 0 and words[j] == "and"
    if joined:
        j -= 1
    comma = j >= 0 and words[j] == ","
    if not joined and not (comma and listed):
        return 0
    if comma:
        aged = j >= _FULL_NAME and words[j - 1].isdigit() and words[j - 2] == ","
        j -= 3 if aged else 1
    return j + 1


def _aged_name(tokens: Tokens, trigger: Trigger) -> int:
    """Where a name with its age right behind a verb ends: "killed Jane Roe, 34"; 0 for none."""
    words, first = tokens.words, trigger.last
    last = first
    while last < len(words) and tokens.capital(last) and words[last].isalpha():
        last += 1
    if last - first < _FULL_NAME or not is_at(words, last, ","):
        return 0
    aged = (
        last + 1 < len(words) and words[last + 1].isdigit() and len(words[last + 1]) <= _AGE_DIGITS
    )
    behind = words[last + 2] if last + 2 < len(words) else "."
    return last if (aged and not behind[0].isalnum()) or (aged and behind == "and") else 0


def _past_role(tokens: Tokens, first: int, last: int) -> int:
    """Past what a person is, before the name: "Boxer Jane Roe", "Sergeant Roe"."""
    k = first
    while k < last - 1 and tokens.words[k] in lexicon().persons:
        k += 1
    return k


def is_named(tokens: Tokens, i: int) -> bool:
    """Whether a full name begins at token `i`: "(Boxer) Jane Roe"."""
    named = range(i, min(len(tokens), i + _FULL_NAME))
    return len(named) == _FULL_NAME and all(
        tokens.capital(k) and tokens.words[k] not in lexicon().stop for k in named
    )


def is_aside(name: Quantity, persons: list[Quantity], tokens: Tokens) -> bool:
    """Whether a name only says who the person before it is: "Tom's sister, Ann, 12, was"."""
    words = tokens.words
    opens = name.first > 1 and words[name.first - 1] == ","
    if not opens or words[name.last : name.last + 1] != [","]:
        return False
    if "and" in words[name.last : name.last + _ASIDE_REACH // 2]:
        return False  # "a man, Jane Roe, 20, and a boy"
    return any(one.last == name.first - 1 and one.value.stated == 1 for one in persons)


def in_apposition(quantity: Quantity, named: list[Quantity], tokens: Tokens) -> bool:
    """Whether a person is the one whose name stands before: "Jane Roe, 29, a teacher, died"."""
    words = tokens.words
    if words[quantity.first] in _RELATED:
        return False  # "Jane Roe, 34, her husband and two sons"
    for name in named:
        if not name.last < quantity.first <= name.last + _ASIDE_REACH or words[name.last] != ",":
            continue
        between = words[name.last : quantity.first]
        if between == [","] or (len(between) == 3 and between[1].isdigit() and between[2] == ","):
            return True
    return False


def _has_object(tokens: Tokens, subject_end: int, trigger: Trigger) -> bool:
    """ "Roe shot and killed John Doe": the name before an active verb is no victim."""
    if not trigger.kind("active") or trigger.last >= len(tokens):
        return False
    if any(word in _PASSIVE for word in tokens.words[subject_end : trigger.first]):
        return False
    following = tokens.words[trigger.last]
    named = tokens.capital(trigger.last) or following[0].isdigit()
    return named or following in lexicon().determiners or following in _OBJECTS


def _subject_end(words: list[str], trigger: Trigger) -> int:
    """The token past the subject of a passive: before auxiliaries, and before ", 34,"."""
    lex = lexicon()
    i = trigger.first - 1
    while i >= 0 and (
        words[i] in lex.auxiliary or words[i] in lex.adverb or words[i] in ("who", "later")
    ):
        i -= 1
    if i >= 2 and words[i] in (",", ")"):
        i = _before_aside(words, i)
    return i + 1


def _before_aside(words: list[str], i: int) -> int:
    """The token before the ", 34," or ", of Akron," or "(34)" that ends at `i`, else `i`."""
    opener = "(" if words[i] == ")" else ","
    for k in range(i - 1, max(-1, i - 1 - _ASIDE_REACH), -1):
        if words[k] == opener:
            listed = opener == "," and k >= 3 and words[k - 2] == "," and words[k - 1].isdigit()
            return k - 3 if listed else k - 1
    return i


def _name_start(tokens: Tokens, last: int) -> int:
    """Where the run of capitalised words that ends at `last` begins."""
    words = tokens.words
    i = last - 1
    while i >= max(0, last - _LONGEST_NAME) and (
        (tokens.capital(i) and words[i][0].isalpha())
        or (words[i] in (".", "-", "jr.") and i + 1 < last)
    ):
        i -= 1
    return i + 1


def _is_name(tokens: Tokens, first: int, last: int, trigger: Trigger) -> bool:
    """Whether a run of capitalised words names a person."""
    words, lex = tokens.words, lexicon()
    names = [words[k] for k in range(first, last) if words[k].isalpha()]
    if not names or not tokens.capital(first):
        return False
    if any(
        name in table
        for name in names
        for table in (lex.people, lex.stop, lex.determiners, lex.triggers, _NOT_NAMES)
    ):
        return False
    if first and words[first - 1] in _BEFORE_PLACES:
        return False  # "of Troy": where the victim is from; "taken to Albany Med with burns"
    if len(names) == 1 and first == 0 and not (last < trigger.first and words[last] == ","):
        return False
    return not _is_place(tokens.slice(first, last))


def _is_place(name: str) -> bool:
    """Whether a bare name is that of a country, region or city, or of its people."""
    known = gazetteer.lookup(name)
    if known and (known[0].kind != "city" or known[0].population > _LARGE_CITY):
        return True
    return gazetteer.demonym(name) is not None

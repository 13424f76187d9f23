"""A place's name inside the name of something else: a ship ("the trawler Cartagena"), a street
("Geneva Road"), a firm ("Boston Scientific"), a team ("Lyon fans"), a person ("Jordan Wells").

What such a name is worth as a place depends on what bears it: a university or a hospital stands
mostly where it is named after, the rest tell of no place at all.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from claims_db.gazetteer import Entry
from factcheck.setting import personal_names
from factcheck.setting.happenings import tells_happening
from factcheck.setting.vessels import PREFIXES, VESSELS, is_vessel
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import closes, is_capital, is_letter
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_PARTS: Final = frozenset(_TABLE.listed("place_names.parts"))
_INSTITUTIONS: Final = frozenset(_TABLE.listed("place_names.institutions"))
_STREETS: Final = frozenset(_TABLE.listed("place_names.streets"))
_FIRST_NAMES: Final = frozenset(_TABLE.listed("place_names.first_names"))
_WITH_ARTICLE: Final = frozenset(_TABLE.listed("place_names.with_article"))
_ARTICLE_BEFORE: Final = re.compile(r"\b[Tt]he\s+(?:[\w'’-]+\s+){0,2}$")
_LOWER_INSTITUTIONS: Final = frozenset(word.lower() for word in _INSTITUTIONS)
_BESIDE: Final = frozenset(
    (*_TABLE.listed("places.titles"), *_TABLE.listed("places.before_city"))
) | frozenset(_TABLE.listed("place_names.beside"))
_OFFICES: Final = frozenset(_TABLE.listed("place_names.offices"))
_WHERE: Final = words("place_names.where")
_OF_TEAM: Final = words("place_names.of_team")
_VESSEL_VERBS: Final = words("place_names.vessel_verbs")
_NAMED: Final = words("place_names.named")
_WATERS: Final = words("place_names.waters")
_NUMBERED_NAMES: Final = tuple(_TABLE.listed("place_names.numbered"))
_NUMBERED: Final = re.compile(rf"(?:{alternation(_NUMBERED_NAMES)})\s+\d")
_OF: Final = frozenset({"of", "from", "to", "for"})
_GREAT: Final = 1_000_000  # people of a city that may be told of as one that speaks
_RIVALS: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('place_names.matches'))})\s+"
    r"(?:against|with|between|versus|vs?\.?)\s+(?:[A-Z][\w'’-]*\s+and\s+)?$"
)
_AGAINST: Final = frozenset("against with between versus v v. vs vs. and".split())  # of rivals
_OPENING_QUOTES: Final = ('"', "“", "'", "‘")
_WORD: Final = r"[^\W\d_][\w'’&.-]*"
_CAPITALS_NEXT: Final = re.compile(rf"(?:\s+(?!['’]){_WORD}){{1,4}}")
_NEXT: Final = re.compile(r"[\"”]?\s+([a-z][\w'’-]*)")
_LAST_TWO: Final = re.compile(r"(\S+)\s+(\S+)\s+[\"“'‘]?$")
_HEAD_OF: Final = re.compile(rf"({_WORD})\s+of\s+(?:the\s+)?$")
_HEADS: Final = frozenset(_TABLE.listed("place_names.heads"))
_TITLED: Final = re.compile(rf"\b(?:[Tt]he|an?)\s+[\"“'‘]?(?:[A-Z]{_WORD}\s+){{0,2}}$")
_CLOSES: Final = re.compile(r"[\"”'’]?\s*(?:[,;:.!?)]|$)")
_ENDS_SENTENCE: Final = '.!?:;“"–—'
_BEFORE: Final = 40  # characters looked at before a name
_AROUND: Final = 120  # characters on either side by which a headline is known
_SHORT: Final = 3  # letters of words that headlines write small
_WIDE: Final = ("country", "continent")


class Bearer(Enum):
    """What bears a place's name."""

    PLACE = "the place itself"
    INSTITUTION = "what stands mostly there, if nothing else is told"
    PARTY = "what tells of a country, and not where anything was"
    OTHER = "something that may be anywhere"


def bearer(text: str, start: int, end: int, entry: Entry) -> Bearer:
    """What bears the name of the place at [start, end) of the text."""
    before = text[max(0, start - _BEFORE) : start]
    wide = entry.kind in _WIDE or entry.kind == "region"
    if entry.kind not in _WIDE and personal_names.is_person(text, start, end):
        return Bearer.OTHER
    if text.startswith(_NUMBERED_NAMES, start) and _NUMBERED.match(text, start) is not None:
        return Bearer.OTHER
    found = _by_words_before(text, start, end, before, entry)
    if found is Bearer.PLACE and entry.kind == "city" and personal_names.says(text, end):
        return _of_speaker(before, entry)
    if found is Bearer.PLACE:
        found = _by_words_behind(text, start, end, before, wide=wide)
    return found


def _of_speaker(before: str, entry: Entry) -> Bearer:
    """ "Bergen said": a person; "Beijing said": a government, and a great city as well."""
    last = before.split()[-1:]
    if last and (last[0] in _OF or last[0].lower() in _WHERE):
        return Bearer.PLACE  # "a man in Bergen said", "the mayor of Bergen said"
    capital = gazetteer.capital(entry.country) if entry.country else None
    if entry.population >= _GREAT or (capital is not None and capital.id == entry.id):
        return Bearer.PARTY
    return Bearer.OTHER


def _by_words_before(text: str, start: int, end: int, before: str, entry: Entry) -> Bearer:
    if text[start:end] in _WITH_ARTICLE and _ARTICLE_BEFORE.search(before) is None:
        return Bearer.OTHER
    word = _word_before(before).strip("\"“”'‘’(,")
    if entry.kind == "city" and text.startswith("The ", start) and not entry.name.startswith("The"):
        word = "The"  # "The Bremen was carrying"
    if not word:
        return Bearer.PLACE
    if word in PREFIXES or word in VESSELS or (word[0].isupper() and is_vessel(text, start, end)):
        return Bearer.OTHER
    if word in _WATERS:
        return Bearer.INSTITUTION if entry.kind == "city" else Bearer.OTHER
    if word == "by" and entry.kind == "city" and _is_agent(text, end, before):
        return Bearer.PARTY  # "won by Halle", "ordered by Kyiv"
    if word in _NAMED:
        two = _LAST_TWO.search(before)
        who = two.group(1).lower() if two else ""
        return Bearer.OTHER if who in lexicon().people or who in VESSELS else Bearer.PLACE
    if word == "of" or (word == "the" and "of" in before):
        word_of = before[: before.rfind("of")].rstrip()  # the pattern begins in its last word
        head = _HEAD_OF.search(before, word_of.rfind(" ") + 1)
        if head is not None:
            return _by_head(text, start - len(before) + head.start(), head.group(1), entry)
    if word in ("the", "The") and entry.kind == "city" and _is_vessel(text, end):
        return Bearer.OTHER
    if word in _AGAINST and _RIVALS.search(before):
        return Bearer.PARTY
    return Bearer.PLACE


def _is_agent(text: str, end: int, before: str) -> bool:
    """Whether a name behind "by" is of who did it, and not of where those are who did: "by Lagos
    police"."""
    return personal_names.stands_apart(text, end) and not before.rstrip().endswith("followed by")


def _word_before(before: str) -> str:
    """The last word before a name that stands apart, "" for none: a quotation mark may stand
    between."""
    if before.endswith(_OPENING_QUOTES):
        before = before[:-1]
    if not before or not before[-1].isspace():
        return ""
    last = before.rsplit(None, 1)
    return last[-1] if last else ""


def _by_head(text: str, start: int, head: str, entry: Entry) -> Bearer:
    """ "the Princess of Manila", "the University of Lagos", "the city of Paris"."""
    if not head[0].isupper() or head.isupper() or head in _PARTS or head in _OFFICES:
        return Bearer.PLACE
    if head in _INSTITUTIONS:
        return Bearer.INSTITUTION
    if _opens(text, start) or _is_headline(text, start):
        return Bearer.PLACE
    if head not in _HEADS and _TITLED.search(text, max(0, start - _BEFORE), start) is None:
        return Bearer.PLACE  # "Jan Hadley of Leeds"
    return Bearer.PARTY if entry.kind in _WIDE else Bearer.OTHER


def _is_vessel(text: str, end: int) -> bool:
    """Whether a name with an article is that of a ship by what follows: "the Cartagena sank"."""
    following = _NEXT.match(text, end)
    if following is None:
        return _CLOSES.match(text, end) is not None
    return following.group(1) in _VESSEL_VERBS


def _by_words_behind(text: str, start: int, end: int, before: str, *, wide: bool) -> Bearer:
    if closes(text, end):
        return Bearer.PLACE
    named = end + 1 < len(text) and text[end] == " " and is_capital(text, end + 1)
    small = _small_word(text, end) if not named else ""
    if small:
        return Bearer.PARTY if small in _OF_TEAM else Bearer.PLACE
    found = _CAPITALS_NEXT.match(text, end)
    if found is None:
        return Bearer.PLACE
    following = found.group().split()
    if not following[0][0].isupper():
        return Bearer.PLACE
    names = [word for word in following if word[0].isupper()]
    if not _STREETS.isdisjoint(names):
        return Bearer.PARTY if wide else Bearer.OTHER
    behind = next((word for word in following if not word[0].isupper()), "")
    if not _INSTITUTIONS.isdisjoint(names) or behind in _LOWER_INSTITUTIONS:
        return Bearer.INSTITUTION  # "the Kingston Bay hotel"
    if _stands_alone(following[0]) or _is_headline(text, start):
        return Bearer.PLACE
    return _of_unknown(text, start, end, before, wide=wide)


def _small_word(text: str, end: int) -> str:
    """The word in small letters that follows a name, "" for none; the pattern is tried where more
    than one blank stands between."""
    first = end + 1
    if not text.startswith(" ", end) or text[first : first + 1].isspace():
        following = _NEXT.match(text, end)
        return following.group(1) if following is not None else ""
    if first >= len(text) or not "a" <= text[first] <= "z":
        return ""
    last = first + 1
    while last < len(text) and (text[last].isalnum() or text[last] in "_'’-"):
        last += 1
    return text[first:last]


def _of_unknown(text: str, start: int, end: int, before: str, *, wide: bool) -> Bearer:
    """Whose a name is that goes on in a word unknown: "Boston Scientific", "Kenya Airways"; not
    where a clause begins behind it: "In Aleppo Kurdish fighters"."""
    last = before.split()[-1:]
    where = bool(last) and last[0].lower() in _WHERE
    if where and (wide or last[0][0].isupper()):
        return Bearer.PLACE
    if wide:
        return Bearer.OTHER if text[start:end] in _FIRST_NAMES else Bearer.PARTY
    return Bearer.OTHER


@lru_cache(maxsize=8192)
def _stands_alone(word: str) -> bool:
    """Whether a capitalised word behind a place's name is no part of the same name: another
    place, a people, a day, a title, a happening ("Boston Crash"), or what a place is made of."""
    word = word.rstrip(".,").removesuffix("'s").removesuffix("’s")
    if word in _PARTS or word in _BESIDE or tells_happening(word.lower()):
        return True
    return gazetteer.demonym(word) is not None or bool(gazetteer.lookup(word))


def _opens(text: str, start: int) -> bool:
    """Whether a word opens its sentence, where a capital tells nothing."""
    before = text[max(0, start - _BEFORE) : start].rstrip()
    return not before or before[-1] in _ENDS_SENTENCE


def _is_headline(text: str, at: int) -> bool:
    """Whether the text about a name writes most of its words with capitals."""
    near = text[max(0, at - _AROUND) : at + _AROUND].split()
    long = [word for word in near if len(word) > _SHORT and is_letter(word, 0)]
    return 2 * sum(is_capital(word, 0) for word in long) > len(long) + 2

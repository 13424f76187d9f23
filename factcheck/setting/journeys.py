"""Places that a journey or a road runs between, and those that people are brought to: "a bus from
Oruro to La Paz plunged near Caracollo", "the Nairobi to Mombasa highway", "flown to Dakar for
treatment". What happened, happened elsewhere; of a route, somewhere in the land around its ends.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_forms import words as time_words
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import is_letter
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_GOING: Final = words("journeys.going")
_CARRIERS: Final = words("places.carriers") | words("journeys.roads")
_BRINGING: Final = words("journeys.bringing")
_LEAVING: Final = words("journeys.leaving")
_ENDS: Final = frozenset({"from", "to", "for", "towards", "toward", "between", "linking"})
_STOPS: Final = words("journeys.stops")
_INSIDE: Final = frozenset({"in", "at", "near", "of"})
_BEARINGS: Final = words("journeys.bearings")
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their"})
_HARM: Final = time_words("harm")
_WORD: Final = re.compile(r"[\w'’-]+|[^\w\s]")
_LEADS: Final = _ENDS | _LEAVING | {"left", "leaving"}
_OPENING: Final = "([\"“'‘—–-"  # signs that may be glued to the front of a word
_JOINED: Final = re.compile(
    r"\s*(?:,\s*)?(?:(?:and\s+)?(?:back\s+)?(?:to|for|towards?|via|through|from)|and)\s+"
    r"(?:the\s+)?(?:[a-z]+\s+){0,3}$|\s*[-–—/]\s*$"
)
_PAIRED: Final = re.compile(r"\s*(?:[-–—/]|\s+to|\s+and)\s*$")
_ROAD_AFTER: Final = re.compile(
    rf"(?:['’]s)?\s+(?:[a-z]+\s+)?(?:{alternation(_TABLE.listed('journeys.roads'))}|"
    rf"{alternation(_TABLE.listed('places.carriers'))})\b"
)
_ONE_ROAD: Final = re.compile(rf"\s+(?:{alternation(_TABLE.listed('journeys.roads'))})\b")
_WHERE: Final = re.compile(r"(?:,\s+[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)?,?\s+where\b(?:,[^,]*,)?")
# Not "there were", which points nowhere.
_THERE: Final = re.compile(
    r"\bthere\b(?!['’]|\s+(?:is|are|was|were|has|have|had|will|would|could|may|might|seems?)\b)"
)
_DATED: Final = re.compile(
    r"\b(?:(?:on|in|late|early)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February"
    r"|March|April|May|June|July|August|September|October|November|December)\b"
)
_SENTENCE_END: Final = re.compile(r"[.!?;](?:\s|$)|\n")
_OTHER_PLACE: Final = words("journeys.other_place")
_THITHER: Final = _GOING | words("journeys.thither")
_SCENE_REACH: Final = 160  # characters behind a place in which "there" means it
_REACH: Final = 90  # characters before a place in which its journey is named
_BETWEEN: Final = 5  # words between "from" and the place: "from a market in the city of"
_WORDS: Final = 9  # words between "bus" or "heading" and the place


def is_end(text: str, start: int, end: int, before: list[str]) -> bool:
    """Whether the words before a place at [start, end), as `words_before` gives them, make it one
    end of a journey: "a bus from", "a coach carrying pilgrims to", "on its way back from a wedding
    in"."""
    if not before:
        return False
    if before[-1] in _LEAVING or _leaves_for(before[-1], text, end):
        return True
    least = max(-1, len(before) - 1 - _BETWEEN)
    for k in range(len(before) - 1, least, -1):
        word = before[k]
        if word in _ENDS and _is_led(before, k):
            between = before[k + 1 :]
            return not between or _leads_in(text, start, between)
        if word == "to" or word == "from" or not word[0].isalnum():
            return False
    return False


def _leads_in(text: str, start: int, between: list[str]) -> bool:
    """Whether the words from "to" up to a place only lead to it: "to the northern city of",
    "from a wedding in", "to neighbouring"; not "from Inverness sank off"."""
    if between[0] not in _DETERMINERS and not all(map(_is_bearing, between)):
        return False
    near = text[max(0, start - _REACH) : start].split()[-len(between) :]
    return all(word.islower() for word in near) and _STOPS.isdisjoint(between)


def _is_bearing(word: str) -> bool:
    return word.endswith("ern") or word in _INSIDE or word in _BEARINGS


def _leaves_for(word: str, text: str, end: int) -> bool:
    """ "left Tripoli for Lampedusa"; not "left Kharkiv without power"."""
    return word in ("left", "leaving") and text.startswith(" for ", end)


def _is_led(before: list[str], k: int) -> bool:
    """Whether a carrier or a verb of going leads to the preposition at `k`."""
    for j in range(k - 1, max(-1, k - _WORDS), -1):
        word = before[j]
        if word in _GOING:
            return True
        if word in _CARRIERS:
            return not _is_told(before, j) and (j == k - 1 or _goes_on(before[j + 1]))
        if word in _STOPS or word in _HARM or tells_happening(word) or not word[0].isalnum():
            return False
    return False


def _goes_on(word: str) -> bool:
    """Whether a word behind a carrier says more of it: "a bus carrying", "a train with"."""
    return word.endswith("ing") or word in ("full", "packed", "loaded", "with", "that", "service")


def _is_told(before: list[str], j: int) -> bool:
    """Whether carriers are what is counted, or only how people went: "sent 12 buses to", "fled by
    boat to"."""
    previous = before[j - 1] if j else ""
    return previous == "by" or previous.isdigit() or previous in lexicon().number_words


def is_scene(text: str, end: int) -> bool:
    """Whether the sentence goes on to tell what happened at the place that ends at `end`: "Lagos,
    where 12 people were killed", "Derna found 40 bodies there"."""
    after = _SENTENCE_END.split(text[end : end + _SCENE_REACH], maxsplit=1)[0]
    where = _WHERE.match(after)
    if where is not None:
        told = _WORD.findall(after[where.end() :].lower().split(",", 1)[0])
        return any(word in _HARM or tells_happening(word) for word in told)
    if "there" not in after:
        return False
    found = _THERE.search(after)
    if found is None:
        return False
    between = _DATED.sub(" ", after[: found.start()])
    if any(character.isupper() for character in between):
        return False  # another place may be meant
    told = _WORD.findall(between)
    return _OTHER_PLACE.isdisjoint(told) and not (told and told[-1] in _THITHER)


def joins(gap: str) -> bool:
    """Whether the words between two places make the second an end of the first one's journey."""
    return _JOINED.match(gap) is not None


def names_road(text: str, gap: str, end: int) -> bool:
    """Whether two places name a road or a service: "the Nairobi to Mombasa highway"."""
    return _PAIRED.match(gap) is not None and _ROAD_AFTER.match(text, end) is not None


def is_road(text: str, end: int) -> bool:
    """Whether a road is named by the place it leads to: "on the Mombasa road"."""
    return _ONE_ROAD.match(text, end) is not None


def is_brought_to(before: list[str]) -> bool:
    """Whether people were brought to the place behind those words, as `words_before` gives them,
    after what happened: "airlifted to", "taken to a hospital in"."""
    for k in range(len(before) - 1, -1, -1):
        word = before[k]
        if word == "to":
            return any(w in _BRINGING for w in before[max(0, k - 4) : k])
        if not word[0].isalnum():
            return False
    return False


def words_before(text: str, start: int) -> list[str]:
    """The words and marks before an offset in its sentence, lower case; none where no word leads
    anywhere."""
    begin = max(0, start - _REACH)
    near = text[begin:start]
    pieces = near.split()
    if not near[-1:].isspace():
        pieces = pieces[:-1]  # glued to what stands there
    if begin and not text[begin - 1].isspace():
        pieces = pieces[1:]  # the end of a longer word
    for piece in pieces:
        if piece in _LEADS or (not is_letter(piece, 0) and piece.lstrip(_OPENING) in _LEADS):
            return _words(near)
    return []


def _words(near: str) -> list[str]:
    """The last words and marks of some text, lower case; the pattern is asked of what is no plain
    word."""
    found: list[str] = []
    for piece in near.lower().split()[-_WORDS * 2 :]:
        if piece.isalpha():
            found.append(piece)
        else:
            found += _WORD.findall(piece)
    return found[-_WORDS * 2 :]

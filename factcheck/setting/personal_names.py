"""Persons who bear a place's name: "Oliver Trent was jailed … Trent stole", "Florence Adams …
Florence said", "Lancaster, 34, denied"; and vessels: "the tanker Santa Pilar … on the Pilar".

A sentence tells some by itself, by what only a person does, owns or suffers; for the others the
story's opening is asked, where each is named in full, or by title.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.setting import vessels
from factcheck.setting.place_nesting import PlaceMention
from factcheck.text.tokens import closes, is_capital
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_DOES: Final = alternation(_TABLE.listed("personal_names.does"))
_SAYS: Final = alternation(_TABLE.listed("personal_names.says"))
_SUFFERS: Final = alternation(_TABLE.listed("personal_names.suffers"))
_OWNS: Final = alternation(_TABLE.phrases("personal_names.owns"))
_ADVERBS: Final = r"(?:(?:had|has|have|also|later|then|never|[a-z]+ly)\s+){0,2}"
# What stands behind the name of a person alone; a city says things too, if seldom.
_ACTS: Final = re.compile(
    rf"\s+{_ADVERBS}(?:{_DOES})\b"
    rf"|\s+(?:(?:was|is|were|be|being|been|has|had|will|would)\s+){{1,2}}(?:[a-z]+ly\s+)?"
    rf"(?:{_SUFFERS})\b"
    rf"|['’]s?\s+(?:{_OWNS})\b"
    r"|,\s+who\b|,\s+\d\d,\s+(?:an?|who|of|from|was|is|had|has|died|told|said)\b"
)
_BEFORE_VERBS: Final = frozenset("had has have also later then never".split())
_BEING: Final = frozenset("was is were be being been has had will would".split())


# What may stand first in the two patterns, besides adverbs: verbs as far as a hyphen.
_ACTING: Final = _BEFORE_VERBS.union(
    _BEING, (verb.partition("-")[0] for verb in _TABLE.listed("personal_names.does"))
)
_SPEAKING: Final = _BEFORE_VERBS.union(
    verb.partition("-")[0] for verb in _TABLE.listed("personal_names.says")
)
_SPEAKS: Final = re.compile(rf"\s+{_ADVERBS}(?:{_SAYS})\b(?!\s+(?:goodbye|no|yes)\b)")
# And of a name told in full: "said Mila Hague, a paramedic".
_APPOSED: Final = re.compile(r",\s+(?:\d\d\b|an?\s|the\s|his\s|her\s|one\s|who\b|whose\b)")
_IS: Final = re.compile(r"\s+(?:was|is|had|has)\b")
_UNDONE: Final = words("personal_names.undone")  # before the name of a person: "jailed Trent"
_APART: Final = re.compile(
    rf"\s*[.;:?!]|,(?!\s+[A-Z])|['’]s\s+(?:{_OWNS})|\s+(?:{alternation(_TABLE.listed('places.after_name'))})\b|$"
)
_TITLES: Final = frozenset(_TABLE.listed("places.titles"))
_GIVEN: Final = frozenset(_TABLE.listed("personal_names.given"))
_BOTH: Final = frozenset(_TABLE.listed("place_names.first_names"))  # given names and places
_NO_NAME: Final = frozenset(
    (
        *_TABLE.listed("place_names.parts"),
        *_TABLE.listed("place_names.institutions"),
        *_TABLE.listed("place_names.streets"),
        *_TABLE.listed("place_names.beside"),
        *_TABLE.listed("places.before_city"),
        *_TABLE.listed("places.titles"),
        *_TABLE.listed("personal_names.no_surnames"),
    )
)
_SAYS_SET: Final = frozenset(_TABLE.listed("personal_names.says"))
_WHERE: Final = words("place_names.where")
_SURNAME: Final = re.compile(r"\s+([A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])")
_OPENING: Final = 10_000  # characters of a story in which it tells who is who
_BEFORE: Final = 40  # characters looked at before a name
_OCCURRENCES: Final = 20  # of a name that are looked at
_WIDE: Final = ("country", "continent")
_PERSON: Final = "person"
_VESSEL: Final = "vessel"


def is_person(text: str, start: int, end: int) -> bool:
    """Whether what stands beside the name at [start, end) makes it a person's."""
    if _acts(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start].rsplit(None, 1)
    return bool(before) and before[-1].rstrip() in _UNDONE and stands_apart(text, end)


def _acts(text: str, end: int) -> bool:
    """Whether what only persons do or own stands behind a name: words in small letters, or behind
    a comma or an apostrophe; most names are passed over by that."""
    if end + 1 >= len(text):
        return False
    if text[end] == " ":
        if is_capital(text, end + 1) or not _may_open(text, end + 1, _ACTING):
            return False
        return _ACTS.match(text, end) is not None
    if text[end] == "," and text[end + 1] == " ":  # "who" and an age alone are led to by one
        apart = text[end + 2 : end + 3]
        return (apart in "w " or apart.isdecimal()) and _ACTS.match(text, end) is not None
    return not text[end].isalnum() and text[end] != "." and _ACTS.match(text, end) is not None


def _may_open(text: str, at: int, words: frozenset[str]) -> bool:
    """Whether the word there is one of some, or an adverb: most are not, and no pattern is tried.
    Wrong only in saying yes."""
    last = at
    while last < len(text) and (text[last].isalnum() or text[last] == "_"):
        last += 1
    word = text[at:last]
    return not word or word in words or word.endswith("ly")


def stands_apart(text: str, end: int) -> bool:
    """Whether a name is alone, and not before what it only tells of: "told Leeds police"."""
    return _APART.match(text, end) is not None


def says(text: str, end: int) -> bool:
    """Whether a verb of saying follows a name."""
    if closes(text, end):
        return False
    if text[end] == " " and (is_capital(text, end + 1) or not _may_open(text, end + 1, _SPEAKING)):
        return False
    return _SPEAKS.match(text, end) is not None


class BorneNames:
    """The names of places that one story gives to persons or vessels, asked for by name."""

    __slots__ = ("_known", "_opening")

    def __init__(self, title: str | None, text: str) -> None:
        self._opening = f"{title}\n{text[:_OPENING]}" if title else text[:_OPENING]
        self._known: dict[str, str] = {}

    def without(self, text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
        """The mentions of a sentence, but those of persons and vessels."""
        return [one for one in mentions if not self._is_of_bearer(text, one)]

    def _is_of_bearer(self, text: str, mention: PlaceMention) -> bool:
        start = mention.start
        if text.startswith(("the ", "The "), start):  # "the Hague", "the Valencia"
            start += len("the ")
        name = text[start : mention.end]
        if mention.described or not _may_be(name, mention):
            return False
        found = self._known.get(name)
        if found == "":
            return False
        where = _is_where(text, start)
        if where and not text.endswith("the ", 0, start):
            return False
        if found is None:
            found = self._known[name] = self._bearer(name)
        return found == _VESSEL or (found == _PERSON and not where)

    def _bearer(self, name: str) -> str:
        """What the opening gives the name to, "" if to neither."""
        opening = self._opening
        at = opening.find(name)
        for _ in range(_OCCURRENCES):
            if at < 0:
                return ""
            end = at + len(name)
            if not opening[at - 1 : at].isalnum() and not opening[end : end + 1].isalnum():
                if vessels.is_vessel(opening, at, end):
                    return _VESSEL
                if _is_named(opening, at, end, name):
                    return _PERSON
            at = opening.find(name, end)
        return ""


def _may_be(name: str, mention: PlaceMention) -> bool:
    """Whether persons bear such names: no countries, but for those that are given names too."""
    entry = mention.entry
    if name in _BOTH:
        return True
    return " " not in name and entry is not None and entry.kind not in _WIDE


def _is_where(text: str, start: int) -> bool:
    """Whether a name stands behind a word of place: "in Dallas", "near the Lincoln"."""
    before = text[max(0, start - _BEFORE) : start].rsplit(None, 2)
    if before and before[-1].lower() == "the":
        before.pop()
    return bool(before) and before[-1].lower() in _WHERE


def _is_named(text: str, start: int, end: int, name: str) -> bool:
    """Whether it is told there, by title or in full, that a person bears the name."""
    if is_person(text, start, end):
        return not _is_where(text, start)
    following = _SURNAME.match(text, end)
    before = text[max(0, start - _BEFORE) : start].split()
    if following is not None:
        if name not in _BOTH or following.group(1) in _NO_NAME:
            return False
        end = following.end()
        return _is_introduced(text, end, before[-1:]) or _IS.match(text, end) is not None
    if not before or not text[start - 1].isspace():
        return False
    given = before[-1].strip("\"“'‘(,")
    if given.removesuffix(".") in _TITLES or given in _GIVEN:
        return True
    if not given[:1].isupper() or not given.isalpha() or given in _NO_NAME:
        return False
    return _is_introduced(text, end, before[-2:-1])


def _is_introduced(text: str, end: int, before: list[str]) -> bool:
    """Whether what stands around a full name is what introduces persons."""
    if before and (before[0] in _SAYS_SET or before[0] in _TITLES):
        return True
    if says(text, end) or _acts(text, end):
        return True
    return _APPOSED.match(text, end) is not None

"""Places a document names, by gazetteer identity, with how each stands in its sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, cast

from claims_db import gazetteer
from claims_db.gazetteer import Entry
from claims_db.records import Place
from factcheck.setting import named_after, place_nesting, place_phrases, place_stand_ins
from factcheck.setting.capitals import CAPITAL, NAME
from factcheck.setting.happenings import happening_of
from factcheck.setting.named_after import Bearer
from factcheck.setting.personal_names import BorneNames
from factcheck.setting.place_candidates import (
    ANYWHERE,
    SHORT_STATES,
    TABLE,
    WIDE,
    Candidate,
    candidates,
    has_namesakes,
    runs,
)
from factcheck.setting.place_nesting import PlaceMention, place_of
from factcheck.setting.place_phrases import JOIN
from factcheck.text.known_words import known_words
from factcheck.text.tokens import Tokens, closes
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import alternation

_TOWN_BEFORE: Final = re.compile(rf"\b[{CAPITAL}][\w'’-]+(?:\s[{CAPITAL}][\w'’-]+){{0,2}},\s+$")
_TITLES: Final = TABLE.listed("places.titles")
_TITLES_BY_END: Final = {  # by their last two letters
    end: tuple(title for title in _TITLES if title[-2:] == end)
    for end in {title[-2:] for title in _TITLES}
}
_PERSON_TITLE: Final = re.compile(rf"\b(?:{alternation(_TITLES)})\.?\s+$")
# "in Hull and": a place not known is one, and so is what is joined to it.
_LISTED: Final = re.compile(rf"\b[Ii]n\s+(?:{NAME}\s+)?{NAME}(?:,\s+{NAME})*,?\s+and\s+$")
_OF_TWO_MARK: Final = mark_of(["former", "latter"])
_UNITS: Final = alternation(TABLE.listed("places.units"))
_BEFORE_CITY: Final = frozenset(TABLE.listed("places.before_city"))
_OF_HAPPENINGS: Final = re.compile(
    rf"\s+[A-Z][a-z]+(?:\s+(?:and|&))?\s+(?:{alternation(TABLE.listed('places.happening_offices'))})\b"
)
_AFTER_CITY: Final = re.compile(rf"\s+(?:{alternation(TABLE.listed('places.after_city'))})")
_FIRM_AFTER: Final = re.compile(
    rf"(?:,?\s+(?:{alternation(TABLE.phrases('places.of_firm'))})\b|['’]s\s+(?:shares|revenue|"
    r"profit|sales|earnings|chief|shareholders|workforce|board)\b)"
)
_CAPITAL_AFTER: Final = re.compile(r"\s+[A-Z]")
_SITE_AFTER: Final = re.compile(
    rf"['’]s\s+(?:[{CAPITAL}][\w'’-]+\s+){{1,3}}(?:{alternation(TABLE.listed('places.sites'))})\b"
)
_UNIT_BEFORE: Final = re.compile(
    r"\b(province|state|region|governorate|oblast|prefecture)\s+of\s+$"
)
_UNIT_AFTER: Final = re.compile(r"\s(province|state|region|governorate|oblast|prefecture|county)\b")
_UNIT_OPENS: Final = frozenset("psrgoc")  # the first letters of those
# Behind a name these are of a town, where one of its first word alone may be anything.
_TOWN_OFFICE_AFTER: Final = re.compile(
    rf"\s(?:{alternation(TABLE.listed('places.town_offices'))})\b"
)
# "the Bab el-Mandeb strait": the name goes on.
_GOES_ON: Final = re.compile(r"\s(?:[ae][dlnrstz]|ash|ul|ud)-[A-Z]")
_RIVER_OPENS: Final = "rcg"  # the first letters of those
_RIVER_AFTER: Final = re.compile(r"\s(?:river|rivers|creek|glacier)\b")
# "Paris, Texas"; "León, in the Mexican state of Guanajuato"
_WIDER_AFTER: Final = re.compile(
    r",\s+(?:in\s+)?(?:the\s+)?(?:(?:[A-Z]?[A-Za-z.]+\s+)?"
    rf"(?:{_UNITS})\s+of\s+)?([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)"
)
_WORD_BEHIND: Final = re.compile(r"(?:(?:['’]s)?\s+)?(\S+)")
_SMALL: Final = 15_000  # a place with fewer people wants a preposition before it
_OPENING_QUOTES: Final = ('"', "“", "‘")
_TOWN: Final = 50_000  # a place with fewer is no word's first meaning
_BEFORE: Final = 24  # characters looked at before a name
_UNIQUE: Final = 500_000  # people of a city that names its country


def find(
    text: str,
    *,
    countries: frozenset[str] = ANYWHERE,
    here: Place | None = None,
    borne: BorneNames | None = None,
    tokens: Tokens | None = None,
) -> list[PlaceMention]:
    """The places that a stretch of text names, in order. `countries`: two-letter codes known
    to be those of the document, to choose between namesakes; `here`: the document's own place,
    which "the city" and "the capital" stand for; `borne`: names of places that others bear in it;
    `tokens`: those of the text, where they are known."""
    if tokens is None:
        tokens = Tokens(text)
    found = list(_named(tokens, countries))
    if borne is not None and found:
        found = borne.without(text, found)
    if here is not None and here.id is not None and tokens.holds(place_stand_ins.MARK):
        found += place_stand_ins.taken_up(text, found, here)
        found.sort(key=_start)
    return found


class _Named:
    """The places that a text names itself, in a document about no country known, and in the last
    one asked about: the lead of a document is read twice, its title before and after its text."""

    __slots__ = ("anywhere", "countries", "there")

    def __init__(self, anywhere: list[PlaceMention]) -> None:
        self.anywhere = anywhere
        self.countries = ANYWHERE
        self.there = anywhere


def _named(tokens: Tokens, countries: frozenset[str]) -> list[PlaceMention]:
    """The places that a text names itself, in order; read-only."""
    if tokens.named is None:
        tokens.named = _Named(_named_in(tokens, ANYWHERE))
    known = cast("_Named", tokens.named)
    if not countries:
        return known.anywhere
    if countries is not known.countries:
        other = has_namesakes(tokens, countries)
        known.there = _named_in(tokens, countries) if other else known.anywhere
        known.countries = countries
    return known.there


def _named_in(tokens: Tokens, countries: frozenset[str]) -> list[PlaceMention]:
    text = tokens.text
    found: list[PlaceMention] = []
    for start, names in runs(tokens):
        reached = 0
        for candidate in candidates(names, countries):
            if candidate.word < reached:
                continue
            after = found[-1] if found and candidate.word else None
            mention = _mention(text, start + candidate.start, candidate, after)
            if mention:
                found.append(mention)
                reached = candidate.word + candidate.size
    if "capital" in text:
        found += place_stand_ins.capitals(text)
    if len(found) > 1:
        found.sort(key=_start)
        found = _among_states(found)
    found = place_phrases.weighed(text, found)
    if tokens.holds(_OF_TWO_MARK):
        found += place_phrases.one_of_two(text, found)
    if len(found) > 1:
        found.sort(key=_start)
    return found


def _among_states(mentions: list[PlaceMention]) -> list[PlaceMention]:
    """A country's name is that of a larger state where states or towns of that state's country are
    named beside it, and none of its own: "Georgia and North Carolina"."""
    finer = {m.place.country for m in mentions if m.entry is not None and not m.is_wide}
    found = list(mentions)
    for n, mention in enumerate(mentions):
        if mention.entry is None or mention.entry.kind != "country" or mention.described:
            continue
        state = _larger_state(mention.written)
        if state is None or state.country not in finer or mention.place.country in finer:
            continue
        found[n] = replace(mention, entry=state, place=place_of(state))
    return found


@lru_cache(maxsize=1024)
def _larger_state(name: str) -> Entry | None:
    """The state of another country that has a country's name, and more people."""
    known = gazetteer.lookup(name)
    if not known or known[0].kind != "country":
        return None
    larger = (e for e in known if e.kind == "region" and e.population > known[0].population)
    return next((e for e in larger if e.country != known[0].country), None)


def _start(mention: PlaceMention) -> int:
    return mention.start


def _mention(
    text: str, start: int, candidate: Candidate, after: PlaceMention | None
) -> PlaceMention | None:
    """The place that a name stands for; `after`: the one before it in its run."""
    entry, end = candidate.entry, start + len(candidate.name)
    before = text[max(0, start - _BEFORE) : start]
    if _is_titled(before) or place_phrases.is_of_sum(text, end):
        return None
    if candidate.only_where and not (
        candidate.last and _is_told_where(text, end, candidate.name, before)
    ):
        return None
    if text[end : end + 1] == " " and _is_of_other(text, end, entry):
        return None
    locative = place_phrases.is_locative(before)
    locative = locative or _heads_happening(text, end, entry) or place_phrases.tells_of(text, end)
    if not locative and before.rstrip().endswith("and"):
        locative = _LISTED.search(text, max(0, start - 2 * _BEFORE), start) is not None
    led_to = after is not None and place_nesting.leads_to(text, after, start, candidate.name)
    if after is not None and (led_to or JOIN.match(text[after.end : start])):
        locative = locative or after.locative
    unit = _UNIT_BEFORE.search(before) if "of" in before else None
    if unit is None and entry.kind == "city" and text[end + 1 : end + 2] in _UNIT_OPENS:
        unit = _UNIT_AFTER.match(text, end)
    if unit:
        entry = _unit_of(candidate.name, unit.group(1), entry)
    who = named_after.bearer(text, start, end, entry)
    if who is Bearer.OTHER:
        return None
    placed = locative or led_to or entry.kind != "city" or who is Bearer.PARTY
    if not placed and not _stands_as_city(text, start, end, candidate):
        return None
    wider = _WIDER_AFTER.match(text, end) if text.startswith(",", end) else None
    if wider:
        entry = place_nesting.within(candidate.name, wider.group(1).rstrip(".")) or entry
    aside, borrowed = who is Bearer.PARTY, who is Bearer.INSTITUTION
    place = place_of(entry)
    return PlaceMention(
        start,
        end,
        place,
        entry,
        locative,
        aside=aside,
        near=aside,
        borrowed=borrowed,
        written=candidate.name,
    )


def _unit_of(name: str, noun: str, known: Entry) -> Entry:
    """The province or state of a name, before the city that the name alone would mean: that of the
    city's country first."""
    named = gazetteer.lookup(f"{name} {noun}")
    own = [entry for entry in named if entry.country == known.country]
    return (own or named or (known,))[0]


def _is_told_where(text: str, end: int, name: str, before: str) -> bool:
    """Whether the words about a word that is a town's name too say that it is the town: "in Nice",
    "the state of Victoria", "Reading council"."""
    if name in SHORT_STATES:
        return _is_short_state(text, end, name, before)
    if place_phrases.is_where(before):
        return True
    if before.endswith(" of ") and _UNIT_BEFORE.search(before):
        return True
    opens = not before.strip() or before.rstrip()[-1] in ".!?\n"
    return opens and _TOWN_OFFICE_AFTER.match(text, end) is not None


def _is_short_state(text: str, end: int, name: str, before: str) -> bool:
    """Whether a word that is short for a state stands for it: behind a town and comma, or with its
    stop behind a word of place: "Salem, Mass", "in Ill."."""
    stopped = text[end : end + 1] == "."
    town = _TOWN_BEFORE.search(before)
    if town is None:
        return stopped and place_phrases.is_where(before)
    words = town.group().rstrip(", \n\t").split()
    names = (" ".join(words[n:]) for n in range(len(words)))
    return stopped or any(place_nesting.within(town_name, name) for town_name in names)


def _is_of_other(text: str, end: int, entry: Entry) -> bool:
    """Whether a name is that of a river, or goes on: "the Dnipro river", "Bab el-Mandeb"."""
    if (
        entry.kind == "city"
        and text[end + 1 : end + 2] in _RIVER_OPENS
        and _RIVER_AFTER.match(text, end)
    ):
        return True
    return text[end + 3 : end + 5].find("-") >= 0 and _GOES_ON.match(text, end) is not None


def _is_titled(before: str) -> bool:
    """Whether the words before a name end in the title of a person."""
    head = before.rstrip().removesuffix(".")
    titles = _TITLES_BY_END.get(head[-2:])
    if titles is None or not head.endswith(titles):
        return False
    return _PERSON_TITLE.search(before) is not None


def _heads_happening(text: str, end: int, entry: Entry) -> bool:
    """Whether a happening follows a name at once: "the Kyiv attack", "Turkey's earthquake". The
    attacks of a country are mostly those it makes."""
    if closes(text, end):
        return False
    word = _WORD_BEHIND.match(text, end, end + _BEFORE)
    happening = _happening(word.group(1).rstrip(".,;:")) if word else None
    if happening is None or (happening == "attack" and entry.kind in WIDE):
        return False
    return not _OF_HAPPENINGS.match(text, end)


@lru_cache(maxsize=4096)
def _happening(word: str) -> str | None:
    return happening_of(Tokens(word))


def _stands_as_city(text: str, start: int, end: int, candidate: Candidate) -> bool:
    """Whether a city's name without a preposition before it is more than part of another name."""
    if not candidate.alone and not _is_place_run(text, start, end):
        return False
    if not candidate.last and _CAPITAL_AFTER.match(text, end):
        return False
    if _is_plain_word(text, start, end, candidate):
        return False
    small = 0 <= candidate.entry.population < _SMALL
    if small and _FIRM_AFTER.match(text, end):
        return False  # "Acme will cut 400 jobs"
    if small and not candidate.entry.id.startswith("place:"):
        spaced = start == 0 or text[max(0, start - 2) : start].isspace()
        return spaced or bool(re.match(r",\s+[A-Z]", text[end : end + 8]))
    return True


def _is_plain_word(text: str, start: int, end: int, candidate: Candidate) -> bool:
    """Whether a small town's name is a word that only opens its sentence: "Anger at", "Job
    gains"; not "Buckeye police"."""
    name = candidate.name
    if candidate.entry.population >= _TOWN or not name.isalpha() or name.isupper():
        return False
    opens = _opens_sentence(text, start) or text[:start].endswith(_OPENING_QUOTES)
    if not opens or _TOWN_OFFICE_AFTER.match(text, end) is not None:
        return False
    return known_words().number(name.lower()) >= 0


def _is_place_run(text: str, start: int, end: int) -> bool:
    """Whether capitals beside the name belong to a place or a sentence's start, not to a person."""
    before = text[max(0, start - 20) : start].split()
    if before and before[-1] in _BEFORE_CITY:
        return True
    if _AFTER_CITY.match(text, end) or _SITE_AFTER.match(text, end):
        return True
    return not _CAPITAL_AFTER.match(text, end) and _opens_sentence(text, start)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _BEFORE) : start].rstrip()
    return not before or before[-1] in ".!?"


def country_of(place: Place) -> Place | None:
    """The country that a place lies in."""
    around = (gazetteer.entry(id) for id in gazetteer.ancestors(place.id)) if place.id else ()
    return next((place_of(entry) for entry in around if entry and entry.kind == "country"), None)


def countries_of(mentions: list[PlaceMention]) -> frozenset[str]:
    """The countries a document is about: those named, and those most of its places lie in. A
    town with a namesake in a country that is sure speaks for that one alone."""
    sure = {mention.place.country for mention in mentions if _is_sure(mention)}
    count: dict[str, int] = {}
    for mention in mentions:
        country, entry = mention.place.country, mention.entry
        if not country or entry is None:
            continue
        if country not in sure and entry.kind in ("city", "district"):
            if any(
                other.country in sure for other in gazetteer.lookup(mention.written or entry.name)
            ):
                continue
        unique = entry.kind in ("country", "region") or entry.population > _UNIQUE
        count[country] = count.get(country, 0) + (3 if unique else 1)
    if not count:
        return frozenset()
    most = max(count.values())
    return frozenset(country for country, n in count.items() if n >= max(2, most / 3))


def _is_sure(mention: PlaceMention) -> bool:
    """Whether the country of a place is: a country or region, or a town without namesakes."""
    entry = mention.entry
    if entry is None or entry.kind in ("country", "region"):
        return entry is not None
    if not mention.locative:
        return False
    name = mention.written or entry.name
    return all(other.country == entry.country for other in gazetteer.lookup(name))

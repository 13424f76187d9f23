"""What a document is about, as far as read: the defaults of figures that don't say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import Final

from claims_db.moments import parse_or_none
from claims_db.records import Attribution, Document, Place, Window
from factcheck.setting import (
    aftermath,
    attribution,
    ceremonies,
    later_deaths,
    owned_times,
    place_phrases,
    places,
    retrospects,
    times,
)
from factcheck.setting.happenings import happening_of
from factcheck.setting.personal_names import BorneNames
from factcheck.setting.place_nesting import PlaceMention
from factcheck.setting.time_roles import TimeMention
from factcheck.setting.turns import Turn
from factcheck.text import datelines
from factcheck.text.interest import is_worth_reading
from factcheck.text.tokenized import of_title
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

LEAD: Final = 6  # sentences that may set the document's place and window
_FIRST: Final = 2  # of them, those that weigh double
_BESIDE: Final = 0.8  # of the weight of the first place, from which a country stands beside it
_PARTY: Final = 0.1  # "Russia fired …": a country that acts is seldom where it happened
_OF_SOURCE: Final = 0.3  # a country whose officials speak, where nothing else is named
_OF_CEREMONY: Final = 0.3  # where the dead are mourned, beside where they died
_WITH_SOURCES: Final = 3  # and those whose sources are left out as places
# What a mention in the lead is worth as the document's place.
_LOCATIVE: Final = 3.0
_WIDE: Final = 0.3
_EARLY: Final = 2.0
_DATELINE: Final = 1.0
_OF_HARM: Final = 1.5


# "By our correspondent in Izmir", a line of its own: where who writes is.
_BYLINE: Final = re.compile(r"By\s+(?:[A-Z]|our\b|staff\b)[^.]{2,80}$")
_TAKEN_UP: Final = 3  # words in which a sentence takes up a happening: "the second quake"
_CARRIERS: Final = words("places.carriers")
_SINGLE: Final = ("quake", "storm", "tsunami", "flood", "wildfire", "heat", "outbreak")

Told = list[TimeMention]


class Scene:
    """The document's own place, window and happening; the last speaker and time, and the places
    of the paragraph being read, which change as it goes on."""

    __slots__ = (
        "back",
        "borne",
        "countries",
        "dated",
        "happening",
        "home",
        "others",
        "paragraph",
        "paragraph_places",
        "place",
        "placed_in",
        "previous",
        "published",
        "speaker",
        "toll",
        "topic",
        "window",
    )

    def __init__(self, published: str | None, borne: BorneNames) -> None:
        self.published = published
        self.borne = borne
        self.window: Window | None = None
        self.back: Window | None = None  # when it was what the story looks back on
        self.place: Place | None = None
        self.others: tuple[Place, ...] = ()  # that stand beside it: Turkey and Syria
        self.dated: Place | None = None  # the place, where the lead's dateline alone names it
        self.countries: frozenset[str] = frozenset()
        self.happening: str | None = None
        self.speaker: Attribution | None = None
        self.previous: Window | None = None
        self.paragraph = -1
        self.paragraph_places: tuple[Place, ...] = ()
        self.placed_in = ""  # the sentence that told them
        self.topic: frozenset[str] = frozenset()  # words of the title, or of the first sentence
        self.toll: str | None = None  # the one kind of harm that the sentence before counts
        self.home: Scene | None = None  # what was told of before a paragraph turned elsewhere

    def turn(self, to: Turn | None) -> None:
        """Goes on to a paragraph that turns away, or does not: what is told elsewhere, or in
        another story, has neither place nor day of the document's own."""
        if self.home is not None:
            self._take(self.home)
            self.home = None
        if to is Turn.PLACE:
            self.home = Scene(self.published, self.borne)
            self.home._take(self)
        if to is not None:
            self._take(Scene(self.published, self.borne))

    def _take(self, other: Scene) -> None:
        self.window, self.previous, self.back = other.window, other.previous, other.back
        self.place, self.others, self.dated = other.place, other.others, other.dated
        self.happening, self.topic, self.toll = other.happening, other.topic, None

    def enter(self, paragraph: int) -> None:
        """Goes on to a paragraph; a new one has no places and no toll of its own yet."""
        if paragraph != self.paragraph:
            self.paragraph, self.paragraph_places, self.toll = paragraph, (), None

    def window_of(self, kind: str) -> Window | None:
        """The window of a figure whose sentence tells none."""
        return self.back if self.back is not None and kind in retrospects.OF_HARM else self.window

    def goes_back(self, tokens: Tokens) -> bool:
        """Whether a sentence takes up what the document is about, after a place of another: "The
        quake destroyed 640 houses"."""
        first = tokens.words[:_TAKEN_UP]
        if len(first) < _TAKEN_UP or first[0] != "the" or self.place in self.paragraph_places:
            return False
        for word in first[1:]:
            kind = _happening(word)
            if word in self.topic or (kind in _SINGLE and kind == self.happening):
                told = kind is not None or word in _CARRIERS
                return told and f" {word}" not in self.placed_in
        return False


@lru_cache(maxsize=4096)
def _happening(word: str) -> str | None:
    return happening_of(Tokens(word))


def scene_of(document: Document, opening: list[Tokens]) -> Scene:
    """The scene that title and first sentences, `LEAD` of them, set."""
    opening = [ts for ts in opening if not (ts.text[:2] == "By" and _BYLINE.match(ts.text))]
    lead = [of_title(document.title), *opening] if document.title else opening
    borne = BorneNames(document.title, document.text)
    scene = Scene(document.published if parse_or_none(document.published) else None, borne)
    mentions = [m for ts in lead for m in places.find(ts.text, borne=borne, tokens=ts)]
    scene.countries = places.countries_of(mentions)
    scene.happening = happening_of(*lead)
    scene.topic = frozenset(lead[0].words) if lead else frozenset()
    told = partial(_told, published=scene.published, cache={})
    scene.window = _window(lead, told)
    scene.back = retrospects.looked_back_on(lead, document.title, told, scene.published)
    ranked = _places(lead, told, scene)
    if ranked:
        scene.place, scene.others = ranked[0], tuple(ranked[1:])
        scene.dated = _dated(lead, scene)
    return scene


def _dated(lead: list[Tokens], scene: Scene) -> Place | None:
    """The document's place if only a dateline names it: where it was written, and of a
    government's sums no more than that."""
    at_head = False
    for tokens in lead:
        end = len(datelines.place(tokens.text) or "")
        for mention in _named(tokens, scene):
            if mention.place == scene.place:
                if mention.start >= end:
                    return None
                at_head = True
    return scene.place if at_head else None


def _named(tokens: Tokens, scene: Scene) -> list[PlaceMention]:
    return places.find(tokens.text, countries=scene.countries, borne=scene.borne, tokens=tokens)


def _told(tokens: Tokens, published: str | None, cache: dict[str, Told]) -> Told:
    """The times that a sentence of the lead names, found when first asked for."""
    if tokens.text not in cache:
        cache[tokens.text] = times.find(tokens.text, published, tokens=tokens)
    return cache[tokens.text]


def _window(lead: list[Tokens], told: Callable[[Tokens], Told]) -> Window | None:
    """The first day or night told in the lead, a sentence of harm before others; the day on which
    someone hurt before died only where no other is."""
    other = late = None
    for tokens in lead:
        mentions = told(tokens)
        later = later_deaths.told(tokens, mentions)
        if later is not None:
            if later.day is not aftermath.added_day(tokens, mentions):
                late = late or later.day.window
            mentions = [mention for mention in mentions if mention is not later.day]
        mentions = [m for m in mentions if not owned_times.is_of_comparison(tokens.text, m)]
        mention = aftermath.of_happening(tokens, mentions)
        window = mention.window if mention else None
        if window is not None and late is not None and window.start > late.start:
            continue  # what came after a later death is not what caused it
        if window is not None and is_worth_reading(tokens):
            return window
        other = other or window
    return other or late


def _is_background(mentions: Told, published: str | None) -> bool:
    """Whether a sentence tells of another year than that of publication."""
    ends = [m.window.end[:4] for m in mentions if m.role == "event" and m.window]
    return published is not None and bool(ends) and all(end < published[:4] for end in ends)


def _places(lead: list[Tokens], told: Callable[[Tokens], Told], scene: Scene) -> list[Place]:
    """The place named most in the lead, cities before countries, the dateline counting, and the
    countries that stand beside it; whose officials speak counts for little, and what is told of
    other years for nothing where something is told of this one."""
    present: defaultdict[Place, float] = defaultdict(float)
    past: defaultdict[Place, float] = defaultdict(float)
    near: list[Place] = []
    wide: set[Place] = set()
    is_past, strange = True, False
    for order, tokens in enumerate(lead):
        mentions = _named(tokens, scene)
        if not mentions and not is_past:
            strange = strange or place_phrases.names_unknown(tokens, mentions)
            continue
        if strange:
            mentions = [m for m in mentions if not _is_elsewhere(tokens.text, m)]
        strange = strange or place_phrases.names_unknown(tokens, mentions)
        near += [m.place for m in mentions if m.near and not m.borrowed]
        background = _is_background(told(tokens), scene.published)
        is_past = is_past and (background or not is_worth_reading(tokens))
        wide.update(mention.place for mention in mentions if mention.is_wide)
        weight = past if background else present
        for mention, worth in _weighed(tokens, order, mentions):
            weight[mention.place] += worth
    weight = present
    if is_past:
        for place, worth in past.items():
            weight[place] += worth
    ranked = sorted(weight, key=lambda place: -weight[place])
    if not ranked or weight[ranked[0]] <= 0:
        return near[:1]
    first = ranked[0]
    enough = _BESIDE * weight[first]
    beside = [place for place in ranked[1:] if weight[place] >= enough and place in wide]
    return [first, *(beside if first in wide else ())]


def _is_elsewhere(text: str, mention: PlaceMention) -> bool:
    """Whether a place is told of as another than one before that the gazetteer lacks: at the head
    of its sentence, or as a country by the way."""
    if mention.is_wide and not mention.locative:
        return True
    return place_phrases.is_fronted(text, mention)


def _weighed(
    tokens: Tokens, order: int, mentions: list[PlaceMention]
) -> Iterator[tuple[PlaceMention, float]]:
    """What each mention of a sentence of the lead is worth."""
    sources = attribution.find(tokens) if order < _WITH_SOURCES else []
    dateline = len(datelines.place(tokens.text) or "")
    harm = _OF_HARM if is_worth_reading(tokens) else 1.0
    held = ceremonies.held_for(tokens)
    if held is not None and not any(held.holds(m.start) and not m.aside for m in mentions):
        held = None  # where it was is not told
    for mention in mentions:
        if any(source.start <= mention.start < source.end for source in sources):
            of_office = place_phrases.is_of_office(tokens.text, mention)
            yield mention, _OF_SOURCE * (mention.is_wide or of_office)
        elif not mention.aside:
            worth = _LOCATIVE if mention.locative else 1.0
            if mention.is_wide and not mention.locative:
                worth *= _PARTY
            worth *= (_WIDE if mention.is_wide else 1.0) * (_EARLY if order < _FIRST else 1.0)
            worth += _DATELINE if dateline and mention.start <= dateline else 0.0
            if held is not None and not held.holds(mention.start):
                worth *= _OF_CEREMONY
            yield mention, worth * harm

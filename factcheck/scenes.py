"""What a document is about, as far as read: the defaults of figures that don't say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from claims_db.moments import parse_or_none
from claims_db.records import Attribution, Document, Place, Window
from factcheck import attribution, places, times
from factcheck.happenings import happening_of
from factcheck.interest import is_worth_reading
from factcheck.times import TimeMention
from factcheck.tokens import Tokens

LEAD: Final = 6  # sentences that may set the document's place and window
_FIRST: Final = 2  # of them, those that weigh double
_BACKGROUND: Final = 0.15
_PARTY: Final = 0.1  # "Russia fired …": a country that acts is seldom where it happened
_OF_SOURCE: Final = 0.3  # a country whose officials speak, where nothing else is named
_WITH_SOURCES: Final = 3  # and those whose sources are left out as places
_LONG: Final = ("year", "month")  # precisions of times that set no window
# What a mention in the lead is worth as the document's place.
_LOCATIVE, _WIDE, _EARLY, _DATELINE, _OF_HARM = 3.0, 0.3, 2.0, 1.0, 1.5


Told = list[TimeMention]


@dataclass(slots=True)
class Scene:
    """The document's own place, window and happening; the last speaker and time, and the place
    of the paragraph being read, which change as it goes on."""

    published: str | None
    window: Window | None = None
    place: Place | None = None
    countries: frozenset[str] = frozenset()
    happening: str | None = None
    speaker: Attribution | None = None
    previous: Window | None = None
    paragraph: int = -1
    paragraph_place: Place | None = None

    def enter(self, paragraph: int) -> None:
        """Goes on to a paragraph; a new one has no place of its own yet."""
        if paragraph != self.paragraph:
            self.paragraph, self.paragraph_place = paragraph, None


def scene_of(document: Document, opening: list[Tokens]) -> Scene:
    """The scene that title and first sentences, `LEAD` of them, set."""
    lead = [Tokens(document.title), *opening] if document.title else opening
    scene = Scene(document.published if parse_or_none(document.published) else None)
    mentions = [mention for tokens in lead for mention in places.find(tokens.text)]
    scene.countries = places.countries_of(mentions)
    scene.happening = happening_of(*lead)
    told = partial(_told, published=scene.published, cache={})
    scene.window = _window(lead, told)
    scene.place = _place(lead, told, scene)
    return scene


def _told(tokens: Tokens, published: str | None, cache: dict[str, Told]) -> Told:
    """The times that a sentence of the lead names, found when first asked for."""
    if tokens.text not in cache:
        cache[tokens.text] = times.find(tokens.text, published)
    return cache[tokens.text]


def _window(lead: list[Tokens], told: Callable[[Tokens], Told]) -> Window | None:
    """The first day or night told in the lead, a sentence of harm before others."""
    other = None
    for tokens in lead:
        windows = (mention.window for mention in told(tokens) if mention.role == "event")
        days = (window for window in windows if window and window.precision not in _LONG)
        window = next(days, None)
        if window is not None and is_worth_reading(tokens):
            return window
        other = other or window
    return other


def _is_background(mentions: Told, published: str | None) -> bool:
    """Whether a sentence tells of another year than that of publication."""
    ends = [m.window.end[:4] for m in mentions if m.role == "event" and m.window]
    return published is not None and bool(ends) and all(end < published[:4] for end in ends)


def _place(lead: list[Tokens], told: Callable[[Tokens], Told], scene: Scene) -> Place | None:
    """The place named most in the lead, cities before countries, the dateline counting; what
    is told of other years, and whose officials speak, count for little."""
    weight: defaultdict[Place, float] = defaultdict(float)
    for order, tokens in enumerate(lead):
        mentions = places.find(tokens.text, countries=scene.countries)
        if not mentions:
            continue
        sources = attribution.find(tokens) if order < _WITH_SOURCES else []
        dateline = len(places.dateline(tokens.text) or "")
        harm = _OF_HARM if is_worth_reading(tokens) else 1.0
        if _is_background(told(tokens), scene.published):
            harm *= _BACKGROUND
        for mention in mentions:
            if any(source.start <= mention.start < source.end for source in sources):
                of_office = tokens.text[: mention.start].endswith(" of ")  # "the mayor of X"
                told_of = mention.is_wide or of_office
                weight[mention.place] += _OF_SOURCE * told_of
                continue
            worth = _LOCATIVE if mention.locative else 1.0
            if mention.is_wide and not mention.locative:
                worth *= _PARTY
            worth *= (_WIDE if mention.is_wide else 1.0) * (_EARLY if order < _FIRST else 1.0)
            worth += _DATELINE if dateline and mention.start <= dateline else 0.0
            weight[mention.place] += worth * harm
    likeliest = max(weight, key=lambda place: weight[place], default=None)
    return likeliest if likeliest is not None and weight[likeliest] > 0 else None

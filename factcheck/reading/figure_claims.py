"""One figure, with what its sentence and its document tell beside it → the claim it makes: where,
when, as of when, who says so."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from claims_db.kinds import Counting, kinds
from claims_db.records import Claim, Place, Role, Status, Value, Window
from factcheck.reading.earlier_wholes import Wholes
from factcheck.reading.recipients import recipient, without_recipients
from factcheck.setting import figure_places, later_deaths, places, times
from factcheck.setting.anniversaries import names_past_day
from factcheck.setting.ceremonies import HeldFor
from factcheck.setting.happenings import happening_of
from factcheck.setting.later_deaths import LaterDeath
from factcheck.setting.place_nesting import PlaceMention
from factcheck.setting.retrospects import OF_HARM
from factcheck.setting.scenes import Scene
from factcheck.setting.sources import Source
from factcheck.setting.speakers import Quotations, speaker
from factcheck.setting.time_roles import TimeMention
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_MEASURED: Final = frozenset({"money", "percent", "points", "vote", "job"})  # units
_OF_FIRMS: Final = frozenset({"layoffs", "jobs", "revenue"})
_OF_STATE_MARK: Final = mark_of(words("places.of_state"))  # whose sums and shares are the country's
TOLD_OF_COUNTRIES: Final = frozenset({"launched", "intercepted"})
# "Said at noon on Friday that 94 fires were burning": what goes on is of the day it is told as of.
_MARCH: Final = "protest"
_GOING_ON: Final = re.compile(
    r"(?:\s+[\w'’-]+){0,4}?\s+(?:is|are|was|were)\s+(?:still\s+)?(?!missing\b)[a-z]{2,}ing\b"
)
_ISO_DAY: Final = len("2025-04-24")
_ID_BYTES: Final = 8  # of a hash
_ELSEWHERE_MARK: Final = mark_of(["elsewhere"])
# Verbs by which people come to be missing, displaced or held on a day of its own.
_BECOMING: Final = words("claims.becoming")
_BECOMING_MARK: Final = mark_of(_BECOMING)


class Setting:
    """The document around a sentence; `key` is its own; `wholes` are counts told so far, `past` the
    claims told as counts of an earlier day."""

    __slots__ = ("key", "line_ends", "past", "quotations", "scene", "text", "wholes")

    def __init__(
        self, key: str, scene: Scene, quotations: Quotations, line_ends: list[int], text: str
    ) -> None:
        self.key = key
        self.scene = scene
        self.quotations = quotations
        self.line_ends = line_ends  # offsets of the line breaks
        self.text = text
        self.wholes = Wholes()
        self.past: set[str] = set()


class Told:
    """What a sentence tells beside its figures: who speaks, where and when."""

    __slots__ = (
        "added",
        "back",
        "ceremony",
        "figure_places",
        "happening",
        "later",
        "onward",
        "owned",
        "places",
        "sentence",
        "series",
        "sources",
        "starts",
        "times",
        "tokens",
    )

    def __init__(
        self,
        sentence: Sentence,
        tokens: Tokens,
        sources: list[Source],
        places: list[PlaceMention],
        figure_places: list[PlaceMention],
        times: list[TimeMention],
        owned: dict[int, int],
        back: int,
        happening: str | None,
        later: LaterDeath | None,
        starts: list[int],
        series: dict[int, PlaceMention],
        added: TimeMention | None,
        onward: frozenset[int],
        ceremony: HeldFor | None,
    ) -> None:
        self.sentence = sentence
        self.tokens = tokens
        self.sources = sources
        self.places = places
        self.figure_places = figure_places  # those that may be a figure's
        self.times = times
        self.owned = owned  # where a time starts → where the one figure starts that it is of
        self.back = back  # where it goes back to what happened before, 0 for nowhere
        self.happening = happening
        self.later = later  # a death told with a day of its own
        self.starts = starts  # of its figures
        self.series = series  # where a figure starts → its place, in a list of them
        self.added = added  # the day of those who came to its count
        self.ceremony = ceremony  # where it tells what a ceremony is held for
        self.onward = onward  # where times start that no figure before them is told of


class Figure:
    """What a figure is, and where it stands in its sentence; the rest of a claim is its
    sentence's and document's."""

    __slots__ = (
        "change",
        "checkable",
        "end",
        "group",
        "kind",
        "of_toll",
        "part_of",
        "past",
        "per",
        "role",
        "start",
        "status",
        "subject",
        "unit",
        "value",
        "when",
    )

    def __init__(
        self,
        start: int,
        end: int,
        kind: str,
        value: Value,
        subject: str | None,
        unit: str | None,
        group: str | None = None,
        part_of: str | None = None,
        per: str | None = None,
        change: str | None = None,
        status: Status | None = None,
        checkable: bool = True,
        role: Role = Role.CURRENT,
        when: Window | None = None,
        of_toll: bool = False,
        past: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.kind = kind
        self.value = value
        self.subject = subject
        self.unit = unit
        self.group = group
        self.part_of = part_of
        self.per = per
        self.change = change
        self.status = status
        self.checkable = checkable
        self.role = role
        self.when = when  # None: as its sentence tells
        self.of_toll = of_toll  # the value of a toll: "raising the toll to 53"
        self.past = past  # told as the count of an earlier day: "officials had counted 48"


def claim_of(setting: Setting, told: Told, figure: Figure) -> Claim:
    """The claim a figure makes, with all that its sentence and document tell of it."""
    scene, sentence = setting.scene, told.sentence
    start, end = sentence.start + figure.start, sentence.start + figure.end
    own = [m for m in told.times if told.owned.get(m.start, figure.start) == figure.start]
    if told.onward:
        own = [m for m in own if m.start < figure.start or m.start not in told.onward]
    if 0 < told.back < figure.start:
        own = [m for m in own if m.role != "event" or m.end > told.back or names_past_day(m)]
    ceremony = _ceremony(told, figure)
    if ceremony is not None:
        own = [m for m in own if m.role != "event" or ceremony.holds(m.start) or names_past_day(m)]
    added = told.added
    if added is not None and not kinds()[figure.kind].of_people:
        added = None
    if added is not None:
        own = [mention for mention in own if mention is not added]
    default = scene.window_of(figure.kind)
    dead = _later_death(told, figure, own, default)
    if dead is not None:
        own = [mention for mention in own if mention is not dead.day]
    window, as_of = times.anchor(own, figure.start, default, text=sentence.text)
    window = times.told_when(told.times, figure.start, sentence.text) or window
    if scene.back is not None and figure.kind in OF_HARM and _looks_back(own, scene.back):
        window = scene.back  # "a year after the fires, families read out on Thursday the names of"
    if added is not None and added.window is not None:
        as_of = as_of or added.window.end
    if dead is not None and figure.kind == "killed":
        window = later_deaths.happened(dead, own, default)
        as_of = as_of or (dead.day.window.end if dead.day.window else None)
    happened = default
    if as_of is None and window and happened and _is_standing(told, figure, window, happened):
        window, as_of = happened, window.end
    elif as_of is None and window and happened is None and figure.past:
        as_of, window = window.end, None
    elif as_of is not None and window is None and _GOING_ON.match(sentence.text, figure.end):
        window = Window(as_of[:_ISO_DAY], as_of[:_ISO_DAY], "day")
    receiver = None
    if figure.kind == "aid":
        receiver = recipient(figure.start, figure.end, told.places, sentence.text)
    line = bisect_right(setting.line_ends, start - 1)
    return Claim(
        id=identity(setting.key, start, end, figure.kind),
        kind=figure.kind,
        subject=figure.subject,
        group=figure.group or (receiver.place.name if receiver is not None else None),
        part_of=figure.part_of,
        value=figure.value,
        unit=figure.unit,
        per=figure.per,
        change=figure.change,
        places=_places(told, scene, figure, receiver),
        when=figure.when or window,
        as_of=as_of or scene.published,
        attribution=speaker(sentence, told.sources, setting.quotations, figure.start, scene),
        status=figure.status,
        event=None,
        checkable=figure.checkable,
        sentence=sentence.text,
        start=start,
        end=end,
        line=line + 1,
        column=start - (setting.line_ends[line - 1] + 1 if line else 0) + 1,
        role=figure.role,
        happening=_happening(told, scene, ceremony),
        sentence_start=sentence.start,
    )


def _happening(told: Told, scene: Scene, ceremony: HeldFor | None) -> str | None:
    """The type of happening of a sentence; of those a ceremony is for, what harmed them: no march
    that is held for them."""
    if ceremony is None:
        return told.happening
    behind = told.sentence.text[ceremony.start : ceremony.end]
    others = (happening_of(Tokens(behind)), told.happening, scene.happening)
    return next((found for found in others if found not in (None, _MARCH)), None)


def _looks_back(own: Sequence[TimeMention], back: Window) -> bool:
    """Whether a sentence is one in which the story looks back on its happening."""
    return any(names_past_day(mention) and mention.window == back for mention in own)


def _later_death(
    told: Told, figure: Figure, own: Sequence[TimeMention], default: Window | None
) -> LaterDeath | None:
    """The later death of the sentence, where its day is not that of the figure's happening: of
    those killed, the figures nearest to its verb and behind it are counted as of that day."""
    later = told.later
    if later is None or later_deaths.happened(later, own, default) is None:
        return None
    if figure.kind == "killed" and figure.start < later.verb:
        nearest = max((start for start in told.starts if start < later.verb), default=0)
        between = told.sentence.text[figure.end : later.verb]
        if figure.start < nearest or between.count(",") % 2:
            return None  # "in the collision that killed two cyclists, died"
    return later


def _ceremony(told: Told, figure: Figure) -> HeldFor | None:
    """What a ceremony is held for, where the figure counts those it is for."""
    ceremony = told.ceremony
    if ceremony is None or not ceremony.holds(figure.start):
        return None
    return ceremony if kinds()[figure.kind].of_people else None


def _is_standing(told: Told, figure: Figure, counted: Window, happened: Window) -> bool:
    """ "27 were still missing on Monday", "found more bodies on Monday, raising the toll to 53",
    after a quake on Sunday: how many there are then, not what happened on that day, unless the
    words say that they came to it: "went missing"."""
    if counted.precision not in ("hour", "day") or counted.start <= happened.end:
        return False
    if figure.of_toll or figure.past:
        return True
    if kinds()[figure.kind].counting is not Counting.STATE:
        return False
    return not told.tokens.holds(_BECOMING_MARK)


def identity(document: str, start: int, end: int, kind: str) -> str:
    """The stable id of a claim: the same for the same figure of the same document."""
    hashed = _hashed(document).copy()
    hashed.update(f"{start}\x1f{end}\x1f{kind}".encode())
    told: bytes = hashed.digest()
    return told[:_ID_BYTES].hex()


@lru_cache(maxsize=16)  # asked for each claim of a document
def _hashed(document: str) -> Any:
    """The hash of what the ids of all claims of a document begin with."""
    return hashlib.sha256(f"{document}\x1f".encode("utf-8", "replace"))


def _places(
    told: Told, scene: Scene, figure: Figure, receiver: PlaceMention | None
) -> tuple[Place, ...]:
    """The figure's place: the nearest of its sentence that is no source and no party to the
    happening; else the paragraph's, else the document's. What flew is told of the country, where
    nothing is said of a place; so are a government's sums and a firm's jobs where only the dateline
    names a place. Who gets aid is not where it was granted."""
    item, ceremony = told.series.get(figure.start), _ceremony(told, figure)
    if item is not None and (ceremony is None or ceremony.holds(item.start)):
        return (item.place,)
    named = told.figure_places
    if named:
        named = without_recipients(named, told.sentence.text, scene.place)
    if receiver is not None:
        named = [mention for mention in named if mention is not receiver]
    if told.onward:
        next_item = min((at for at in told.onward if at > figure.start), default=None)
        if next_item is not None:
            named = [mention for mention in named if mention.start < next_item] or named
    if ceremony is not None:
        named = [mention for mention in named if ceremony.holds(mention.start)] or named
    mention = figure_places.nearest(named, figure.start, told.sentence.text)
    measured = (
        scene.dated is not None
        and kinds()[figure.kind].unit in _MEASURED
        and (figure.kind in _OF_FIRMS or told.tokens.holds(_OF_STATE_MARK))
    )
    if mention is None:
        around = (scene.place, *scene.others) if scene.place else ()
        found = scene.paragraph_places or around
        if found != around and scene.goes_back(told.tokens):
            found = scene.paragraph_places = around
        if scene.place and told.tokens.holds(_ELSEWHERE_MARK):
            return _countries((scene.place,))
        if figure.kind in TOLD_OF_COUNTRIES or (measured and found == (scene.dated,)):
            return _countries(found)
        return found
    beside = figure_places.joined_with(told.places, mention, told.sentence.text)
    found = (mention.place, *beside)
    if figure.part_of is None:
        scene.paragraph_places, scene.placed_in = found, told.sentence.text
    return _countries(found) if measured and found == (scene.dated,) else found


def _countries(found: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places.country_of(place) or place for place in found))

"""A document as claims: every number with what it counts, where, when, as of when, who says so."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from claims_db.kinds import Counting, kinds
from claims_db.records import (
    Bound,
    Claim,
    Document,
    Place,
    Role,
    Status,
    Value,
    Window,
)
from factcheck.quantity import quantities
from factcheck.reading import counted_fields, ranked
from factcheck.rules import counted, implied, series
from factcheck.rules.counting import UNCOUNTED, Counted
from factcheck.setting import (
    aftermath,
    attribution,
    figure_places,
    later_deaths,
    local_currency,
    place_series,
    places,
    standing,
    times,
)
from factcheck.setting.attribution import Source
from factcheck.setting.happenings import happening_of
from factcheck.setting.later_deaths import LaterDeath
from factcheck.setting.owned_times import owners
from factcheck.setting.place_phrases import PlaceMention
from factcheck.setting.scenes import LEAD, Scene, scene_of
from factcheck.setting.speakers import Quotations, speaker
from factcheck.setting.times import TimeMention
from factcheck.text import triggers
from factcheck.text.interest import is_worth_reading
from factcheck.text.lexicon import lexicon
from factcheck.text.sentences import Sentence
from factcheck.text.tokenized import tokenized
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_LOST_THINGS: Final = frozenset({"destroyed", "damaged"})
_DENIALS: Final = words("claims.denials")
# Words by which a time counts on from the one told before: "the following day".
_COUNTED_ON: Final = words("claims.counted_on")
_COUNTED_ON_MARK: Final = mark_of(_COUNTED_ON)
# Verbs by which people come to be missing, displaced or held on a day of its own.
_BECOMING: Final = words("claims.becoming")
_BECOMING_MARK: Final = mark_of(_BECOMING)
_DENIAL_REACH: Final = 2  # words before a verb
# Kinds of which a person told of without a number is no count.
_NEVER_HELD: Final = frozenset({"age", "duration"})  # beside single people told of by the way
_ALL: Final = frozenset({"everyone", "everybody"})  # no single one
_NOT_IMPLIED: Final = words("claims.not_implied") | {UNCOUNTED}


_MEASURED: Final = frozenset({"money", "percent", "points"})  # units
_OF_STATE: Final = words("places.of_state")  # whose sums and shares are the country's
TOLD_OF_COUNTRIES: Final = frozenset({"launched", "intercepted"})


@dataclass(frozen=True, slots=True)
class _Setting:
    """The document around a sentence; `key` is its own."""

    key: str
    scene: Scene
    quotations: Quotations
    line_ends: list[int]  # offsets of the line breaks
    text: str


class _Told:
    """What a sentence tells beside its figures: who speaks, where and when."""

    __slots__ = (
        "added",
        "back",
        "figure_places",
        "happening",
        "later",
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


class _Figure:
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


def read(document: Document) -> tuple[Claim, ...]:
    """The claims of the document's text, in order. Linear in the length of the text."""
    found = tokenized(document.text)
    lead = list(islice(found, LEAD))
    line_ends = [match.start() for match in re.finditer("\n", document.text)]
    scene = scene_of(document, [tokens for _, tokens in lead])
    quotations = Quotations(document.text)
    setting = _Setting(document.key, scene, quotations, line_ends, document.text)
    claims: list[Claim] = []
    passed: Sentence | None = None  # the sentence before, if nothing was read in it
    for sentence, tokens in chain(lead, found):
        worth_reading = is_worth_reading(tokens)
        if worth_reading and passed is not None and tokens.holds(_COUNTED_ON_MARK):
            _remember_time(scene, times.find(passed.text, scene.published, previous=scene.previous))
        before = len(claims)
        if worth_reading:
            claims += sorted(_sentence_claims(setting, sentence, tokens), key=_start)
        passed = sentence if len(claims) == before else None
    return tuple(_settled(claims))


@lru_cache(maxsize=4)  # a title is read for the main figures, and beside its text
def read_text(text: str, published: str | None = None) -> tuple[Claim, ...]:
    """The claims of a bare statement or a title."""
    if not any(is_worth_reading(tokens) for _, tokens in tokenized(text)):
        return ()  # before where and when are asked
    return read(Document(text=text, published=published))


# --- one sentence -------------------------------------------------------------------------------


def _start(claim: Claim) -> int:
    return claim.start


def _sentence_claims(setting: _Setting, sentence: Sentence, tokens: Tokens) -> list[Claim]:
    setting.scene.enter(sentence.paragraph)
    items = _counted(tokens)
    if setting.scene.toll is not None and items:
        series.carry(tokens, items, setting.scene.toll)
    setting.scene.toll = series.carried(items) or (None if items else setting.scene.toll)
    superlatives = ranked.superlatives(tokens)
    dates = ranked.dated(tokens)
    if not (items or superlatives or dates):
        return []
    told = _told(setting, sentence, tokens, items)
    found = _counted_claims(setting, told, items)
    for item in superlatives:
        found.append(_claim(setting, told, _superlative(sentence.text, item)))
    others = list(found)
    for date in dates:
        at = sentence.start + date.start
        if not any(claim.start <= at < claim.end for claim in others):
            found.append(_claim(setting, told, _date(sentence.text, date)))
    _remember(setting.scene, told)
    return found


def _counted(tokens: Tokens) -> list[Counted]:
    """All written quantities, and those implied ones that a word of harm claims."""
    numbers = quantities.find(tokens)
    harm = triggers.find(tokens)
    if not numbers and not harm:
        return []
    unsaid = implied.find(tokens, harm, numbers)
    items = counted.assign(tokens, implied.merged(numbers, unsaid), harm)
    if not unsaid:
        return items
    index = {}
    kept: list[Counted] = []
    for k, item in enumerate(items):
        if not item.quantity.implied or _is_told_of(tokens, item):
            index[k] = len(kept)
            kept.append(item)
    for item in kept:
        item.whole = index.get(item.whole) if item.whole is not None else None
    return kept


def _is_told_of(tokens: Tokens, item: Counted) -> bool:
    """Whether an implied count is one: "the driver died", not "the driver was not hurt"."""
    if item.kind in _LOST_THINGS and item.quantity.value.stated == 0:
        return True  # "not a single house was lost"
    if item.kind == UNCOUNTED or item.quantity.head in _ALL:
        return False
    if item.kind in _NOT_IMPLIED and item.quantity.value.stated == 0:
        return True  # "nobody has been arrested"
    if item.kind in _NOT_IMPLIED or item.kind not in lexicon().of_people:
        return False
    if item.trigger is None or item.quantity.value.stated == 0 or item.via == "no_survivors":
        return True
    low, high = sorted((item.quantity.last, item.trigger.first))
    if low == item.trigger.first:  # "they never killed a man"
        low = max(0, low - _DENIAL_REACH)
    return _DENIALS.isdisjoint(tokens.words[low:high])


def _told(setting: _Setting, sentence: Sentence, tokens: Tokens, items: list[Counted]) -> _Told:
    scene, text = setting.scene, sentence.text
    sources = attribution.find(tokens)
    named = places.find(text, countries=scene.countries, here=scene.place)
    spans = [(source.start, source.end) for source in sources]
    of_figures = figure_places.of_figures(named, spans, scene.place)
    if not of_figures and scene.place is None:
        of_figures = [mention for mention in named if mention.locative]  # "officials in Gao said"
    mentions = times.find(text, scene.published, previous=scene.previous, tokens=tokens)
    return _Told(
        sentence,
        tokens,
        sources,
        named,
        of_figures,
        mentions,
        owners(tokens, items, mentions),
        aftermath.reports_end(tokens) if mentions else 0,
        happening_of(tokens) or scene.happening,
        later_deaths.told(tokens, mentions),
        [tokens.starts[item.quantity.first] for item in items],
        place_series.paired(named, _spans(tokens, items), text) if len(named) > 1 else {},
        aftermath.added_day(tokens, mentions),
    )


def _spans(tokens: Tokens, items: Sequence[Counted]) -> list[tuple[int, int]]:
    """Where each figure's number starts and its noun ends."""
    return [
        (tokens.starts[item.quantity.first], tokens.ends[item.quantity.last - 1]) for item in items
    ]


def _remember(scene: Scene, told: _Told) -> None:
    """What the next sentences may lean on: the last speaker and the last time."""
    for source in told.sources:
        if not source.pronoun:
            scene.speaker = source.attribution
    _remember_time(scene, told.times)


def _remember_time(scene: Scene, mentions: Sequence[TimeMention]) -> None:
    for mention in mentions:
        if mention.role == "event" and mention.window:
            scene.previous = mention.window


# --- one figure ---------------------------------------------------------------------------------


def _counted_claims(setting: _Setting, told: _Told, items: list[Counted]) -> list[Claim]:
    found: list[Claim] = []
    for k, item in enumerate(items):
        part_of = None
        if item.whole is not None and item.whole != k:
            part_of = _counted_identity(setting, told, items[item.whole])
        figure = _counted_figure(told.tokens, items, k, part_of)
        measure = item.quantity.unit
        if measure is not None and measure.dimension == "money":
            figure.unit = _currency(setting, told, item) or figure.unit
        found.append(_claim(setting, told, figure))
    return found


def _currency(setting: _Setting, told: _Told, item: Counted) -> str | None:
    """The currency of a sum whose own words leave open which, by the places told of."""

    def lands() -> list[set[str]]:
        scene = setting.scene
        own = {m.place.country for m in told.places if m.place.country}
        own.update(local_currency.peoples(told.tokens))
        around = {scene.place.country} if scene.place and scene.place.country else set()
        return [own, around, set(scene.countries)]

    return local_currency.code(told.tokens, item.quantity, lands, setting.text)


def _counted_figure(tokens: Tokens, items: list[Counted], k: int, part_of: str | None) -> _Figure:
    item = items[k]
    quantity = item.quantity
    start = tokens.starts[quantity.first]
    return _Figure(
        start,
        start + len(quantity.value.text),
        item.kind,
        quantity.value,
        counted_fields.subject(tokens, item),
        counted_fields.unit(item),
        group=quantity.person.group if quantity.person else None,
        part_of=part_of,
        per=quantity.per,
        change=counted_fields.change(items, k),
        status=standing.status(tokens, item),
        checkable=counted_fields.is_checkable(item)
        and not counted_fields.is_moment(tokens, item)
        and not standing.is_unreal(tokens, item),
        role=standing.role(tokens, items, k),
        of_toll=item.via == "toll",
    )


def _superlative(text: str, item: ranked.Ranked) -> _Figure:
    value = Value(item.rank, item.rank, item.rank, Bound.EXACT, text[item.start : item.end])
    return _Figure(item.start, item.end, "superlative", value, item.subject, "rank")


def _date(text: str, item: ranked.Dated) -> _Figure:
    year = text[item.start : item.end]
    value = Value(item.year, item.year, item.year, Bound.EXACT, year)
    window = Window(f"{item.year}-01-01", f"{item.year}-12-31", "year", year)
    return _Figure(item.start, item.end, "date", value, item.subject, "year", when=window)


def _claim(setting: _Setting, told: _Told, figure: _Figure) -> Claim:
    """The claim a figure makes, with all that its sentence and document tell of it."""
    scene, sentence = setting.scene, told.sentence
    start, end = sentence.start + figure.start, sentence.start + figure.end
    own = [m for m in told.times if told.owned.get(m.start, figure.start) == figure.start]
    if 0 < told.back < figure.start:
        own = [m for m in own if m.role != "event" or m.end > told.back]
    added = told.added if kinds()[figure.kind].of_people else None
    if added is not None:
        own = [mention for mention in own if mention is not added]
    dead = _later_death(told, figure, own, scene.window)
    if dead is not None:
        own = [mention for mention in own if mention is not dead.day]
    window, as_of = times.anchor(own, figure.start, scene.window, text=sentence.text)
    window = times.told_when(told.times, figure.start, sentence.text) or window
    if added is not None and added.window is not None:
        as_of = as_of or added.window.end
    if dead is not None and figure.kind == "killed":
        window = later_deaths.happened(dead, own, scene.window)
        as_of = as_of or (dead.day.window.end if dead.day.window else None)
    happened = scene.window
    if as_of is None and window and happened and _is_standing(told, figure, window, happened):
        window, as_of = happened, window.end
    line = bisect_right(setting.line_ends, start - 1)
    return Claim(
        id=_identity(setting.key, start, end, figure.kind),
        kind=figure.kind,
        subject=figure.subject,
        group=figure.group,
        part_of=figure.part_of,
        value=figure.value,
        unit=figure.unit,
        per=figure.per,
        change=figure.change,
        places=_places(told, scene, figure),
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
        happening=told.happening,
        sentence_start=sentence.start,
    )


def _later_death(
    told: _Told, figure: _Figure, own: Sequence[TimeMention], default: Window | None
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


def _is_standing(told: _Told, figure: _Figure, counted: Window, happened: Window) -> bool:
    """ "27 were still missing on Monday", "found more bodies on Monday, raising the toll to 53",
    after a quake on Sunday: how many there are then, not what happened on that day, unless the
    words say that they came to it: "went missing"."""
    if counted.precision not in ("hour", "day") or counted.start <= happened.end:
        return False
    if figure.of_toll:
        return True
    if kinds()[figure.kind].counting is not Counting.STATE:
        return False
    return not told.tokens.holds(_BECOMING_MARK)


def _counted_identity(setting: _Setting, told: _Told, item: Counted) -> str:
    start = told.sentence.start + told.tokens.starts[item.quantity.first]
    end = start + len(item.quantity.value.text)
    return _identity(setting.key, start, end, item.kind)


def _identity(document: str, start: int, end: int, kind: str) -> str:
    text = f"{document}\x1f{start}\x1f{end}\x1f{kind}"
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def _places(told: _Told, scene: Scene, figure: _Figure) -> tuple[Place, ...]:
    """The figure's place: the nearest of its sentence that is no source and no party to the
    happening; else the paragraph's, else the document's. What flew is told of the country, where
    nothing is said of a place; so are a government's sums where only the dateline names a place."""
    item = told.series.get(figure.start)
    if item is not None:
        return (item.place,)
    mention = figure_places.nearest(told.figure_places, figure.start, told.sentence.text)
    measured = (
        scene.dated is not None
        and kinds()[figure.kind].unit in _MEASURED
        and not _OF_STATE.isdisjoint(told.tokens.bag)
    )
    if mention is None:
        around = (scene.place, *scene.others) if scene.place else ()
        found = scene.paragraph_places or around
        if figure.kind in TOLD_OF_COUNTRIES or (measured and found == (scene.dated,)):
            return _countries(found)
        return found
    beside = figure_places.joined_with(told.places, mention, told.sentence.text)
    found = (mention.place, *beside)
    if figure.part_of is None:
        scene.paragraph_places = found
    return _countries(found) if measured and found == (scene.dated,) else found


def _countries(found: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(dict.fromkeys(places.country_of(place) or place for place in found))


def _settled(claims: list[Claim]) -> list[Claim]:
    """A single person is a checkable count only where the document has no other of its kind."""
    counted_kinds = {
        claim.kind for claim in claims if claim.checkable and claim.value.stated is not None
    }
    found: list[Claim] = []
    for claim in claims:
        by_the_way = (
            not claim.checkable and claim.kind not in _NEVER_HELD and claim.role is Role.CURRENT
        )
        if by_the_way and claim.kind not in counted_kinds:
            counted_kinds.add(claim.kind)
            claim = replace(claim, checkable=True)
        found.append(claim)
    return found

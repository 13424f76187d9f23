"""A document as claims: every number with what it counts, where, when, as of when, who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice
from typing import Final

from claims_db.records import (
    Bound,
    Claim,
    Document,
    Role,
    Value,
    Window,
)
from factcheck.quantity import quantities
from factcheck.reading import counted_fields, elided_currencies, ranked, vote_sides
from factcheck.reading.figure_claims import Figure, Setting, Told, claim_of, identity
from factcheck.rules import counted, implied, series
from factcheck.rules.counting import UNCOUNTED, Counted
from factcheck.setting import (
    aftermath,
    attribution,
    ceremonies,
    figure_places,
    later_deaths,
    local_currency,
    past_counts,
    place_series,
    places,
    standing,
    time_joins,
    times,
    turns,
)
from factcheck.setting.anniversaries import names_past_day
from factcheck.setting.happenings import happening_of
from factcheck.setting.owned_times import onward, owners
from factcheck.setting.scenes import LEAD, Scene, scene_of
from factcheck.setting.speakers import Quotations
from factcheck.setting.time_roles import TimeMention
from factcheck.text import datelines, triggers
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
_TIME_UNITS: Final = words("claims.time_units")
_TIME_UNITS_MARK: Final = mark_of(_TIME_UNITS)
_DENIAL_REACH: Final = 2  # words before a verb
_NEVER_HELD: Final = frozenset({"age", "duration"})  # beside single people told of by the way
_ALL: Final = frozenset({"everyone", "everybody"})  # no single one
# Kinds of which a person told of without a number is no count.
_NOT_IMPLIED: Final = words("claims.not_implied") | {UNCOUNTED}


def read(document: Document) -> tuple[Claim, ...]:
    """The claims of the document's text, in order. Linear in the length of the text."""
    found = tokenized(document.text)
    lead = list(islice(found, LEAD))
    line_ends = _line_ends(document.text)
    scene = scene_of(document, _opening(lead))
    quotations = Quotations(document.text)
    setting = Setting(document.key, scene, quotations, line_ends, document.text)
    claims: list[Claim] = []
    passed: Sentence | None = None  # the sentence before, if nothing was read in it
    paragraph = 0
    for sentence, tokens in chain(lead, found):
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            scene.turn(turns.turn(sentence.text, scene.place.name if scene.place else None))
        worth_reading = is_worth_reading(tokens)
        if worth_reading and passed is not None and _counts_on(tokens):
            _remember_time(scene, times.find(passed.text, scene.published, previous=scene.previous))
        before = len(claims)
        if worth_reading:
            told = _sentence_claims(setting, sentence, tokens)
            if len(told) > 1:
                told.sort(key=_start)
            claims += told
        passed = sentence if len(claims) == before else None
    claims = elided_currencies.told(setting.key, _with_past(claims, setting.past))
    return tuple(_settled(claims))


def _opening(lead: Sequence[tuple[Sentence, Tokens]]) -> list[Tokens]:
    """The sentences of the lead before a paragraph that turns away from what they tell."""
    found: list[Tokens] = []
    paragraph = 0
    for sentence, tokens in lead:
        if sentence.paragraph != paragraph:
            paragraph = sentence.paragraph
            if turns.turn(sentence.text) is not None:
                break
        found.append(tokens)
    return found


@lru_cache(maxsize=4)  # a title is read for the main figures, and beside its text
def read_text(text: str, published: str | None = None) -> tuple[Claim, ...]:
    """The claims of a bare statement or a title."""
    if not any(is_worth_reading(tokens) for _, tokens in tokenized(text)):
        return ()  # before where and when are asked
    return read(Document(text=text, published=published))


# --- one sentence -------------------------------------------------------------------------------


def _start(claim: Claim) -> int:
    return claim.start


def _line_ends(text: str) -> list[int]:
    """The offsets of the line breaks."""
    found: list[int] = []
    at = text.find("\n")
    while at >= 0:
        found.append(at)
        at = text.find("\n", at + 1)
    return found


def _sentence_claims(setting: Setting, sentence: Sentence, tokens: Tokens) -> list[Claim]:
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
    found = setting.wholes.link(tokens, items, found, setting.past)
    for item in superlatives:
        found.append(claim_of(setting, told, _superlative(sentence.text, item)))
    others = list(found)
    for date in dates:
        at = sentence.start + date.start
        if not any(claim.start <= at < claim.end for claim in others):
            found.append(claim_of(setting, told, _date(sentence.text, date)))
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


def _happening(tokens: Tokens, mentions: Sequence[TimeMention]) -> str | None:
    """The type of happening that a sentence tells of; of one that looks back, what it looks back
    on: "hundreds marched, five years since a fire killed 61"."""
    past = next((mention for mention in mentions if names_past_day(mention)), None)
    if past is not None:
        found = happening_of(Tokens(tokens.text[past.end :]))
        if found is not None:
            return found
    return happening_of(tokens)


def _told(setting: Setting, sentence: Sentence, tokens: Tokens, items: list[Counted]) -> Told:
    scene, text = setting.scene, sentence.text
    sources = attribution.find(tokens)
    named = places.find(
        text, countries=scene.countries, here=scene.place, borne=scene.borne, tokens=tokens
    )
    spans = [(source.start, source.end) for source in sources]
    dated = len(datelines.place(text) or "") if named and scene.place else 0
    of_figures = figure_places.of_figures(named, spans, scene.place, dated)
    if not of_figures and scene.place is None:
        of_figures = [mention for mention in named if mention.locative]  # "officials in Gao said"
    mentions = times.find(
        text, scene.published, previous=scene.previous, document=scene.window, tokens=tokens
    )
    return Told(
        sentence,
        tokens,
        sources,
        named,
        of_figures,
        mentions,
        owners(tokens, items, mentions),
        aftermath.reports_end(tokens) if mentions else 0,
        _happening(tokens, mentions) or scene.happening,
        later_deaths.told(tokens, mentions),
        [tokens.starts[item.quantity.first] for item in items],
        place_series.paired(named, _spans(tokens, items), text) if len(named) > 1 else {},
        aftermath.added_day(tokens, mentions),
        onward(tokens, items, mentions),
        ceremonies.held_for(tokens) if mentions or named else None,
    )


def _spans(tokens: Tokens, items: Sequence[Counted]) -> list[tuple[int, int]]:
    """Where each figure's number starts and its noun ends."""
    return [
        (tokens.starts[item.quantity.first], tokens.end(item.quantity.last - 1)) for item in items
    ]


def _counts_on(tokens: Tokens) -> bool:
    """Whether a time may be counted from one told before: "two days later", "two months on"."""
    if tokens.holds(_COUNTED_ON_MARK):
        return True
    return tokens.holds(_TIME_UNITS_MARK) and time_joins.tells_elapsed(tokens.text)


def _remember(scene: Scene, told: Told) -> None:
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


def _counted_claims(setting: Setting, told: Told, items: list[Counted]) -> list[Claim]:
    found: list[Claim] = []
    past = past_counts.told_as_past(told.tokens, items)
    for k, item in enumerate(items):
        part_of = None
        if item.whole is not None and item.whole != k:
            part_of = _counted_identity(setting, told, items[item.whole])
        figure = _counted_figure(told.tokens, items, k, part_of)
        measure = item.quantity.unit
        if measure is not None and measure.dimension == "money":
            figure.unit = _currency(setting, told, item) or figure.unit
        figure.past = past[k]
        figure.change = counted_fields.change(items, k, setting.wholes.harms)
        claim = claim_of(setting, told, figure)
        if past[k]:
            setting.past.add(claim.id)
        found.append(claim)
    return found


def _currency(setting: Setting, told: Told, item: Counted) -> str | None:
    """The currency of a sum whose own words leave open which, by the places told of."""

    def lands() -> list[set[str]]:
        scene = setting.scene
        own = {m.place.country for m in told.places if m.place.country}
        own.update(local_currency.peoples(told.tokens))
        around = {scene.place.country} if scene.place and scene.place.country else set()
        return [own, around, set(scene.countries)]

    return local_currency.code(told.tokens, item.quantity, lands, setting.text)


def _counted_figure(tokens: Tokens, items: list[Counted], k: int, part_of: str | None) -> Figure:
    item = items[k]
    quantity = item.quantity
    start = tokens.starts[quantity.first]
    return Figure(
        start,
        start + len(quantity.value.text),
        item.kind,
        quantity.value,
        counted_fields.subject(tokens, item),
        counted_fields.unit(item),
        group=vote_sides.side(tokens, items, k)
        if item.kind == "votes"
        else counted_fields.group(tokens, item),
        part_of=part_of,
        per=quantity.per,
        status=standing.status(tokens, item),
        checkable=counted_fields.is_checkable(item)
        and not counted_fields.is_moment(tokens, item)
        and not standing.is_unreal(tokens, item),
        role=standing.role(tokens, items, k),
        of_toll=item.via == "toll",
    )


def _superlative(text: str, item: ranked.Ranked) -> Figure:
    value = Value(item.rank, item.rank, item.rank, Bound.EXACT, text[item.start : item.end])
    return Figure(item.start, item.end, "superlative", value, item.subject, "rank")


def _date(text: str, item: ranked.Dated) -> Figure:
    year = text[item.start : item.end]
    value = Value(item.year, item.year, item.year, Bound.EXACT, year)
    window = Window(f"{item.year}-01-01", f"{item.year}-12-31", "year", year)
    return Figure(item.start, item.end, "date", value, item.subject, "year", when=window)


def _counted_identity(setting: Setting, told: Told, item: Counted) -> str:
    start = told.sentence.start + told.tokens.starts[item.quantity.first]
    end = start + len(item.quantity.value.text)
    return identity(setting.key, start, end, item.kind)


def _with_past(claims: list[Claim], past: set[str]) -> list[Claim]:
    """Counts told as those of an earlier day are past ones where the document has a newer one too;
    where it has none, they are all it knows."""
    if not past:
        return claims
    now: dict[str, set[float | None]] = {}
    for claim in claims:
        if (
            claim.id not in past
            and claim.role is Role.CURRENT
            and not (claim.change or claim.per or claim.part_of)
        ):
            now.setdefault(claim.kind, set()).add(claim.value.stated)
    return [
        replace(claim, role=Role.PREVIOUS)
        if claim.id in past
        and claim.role is Role.CURRENT
        and now.get(claim.kind, set()) - {claim.value.stated}
        else claim
        for claim in claims
    ]


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
            claim = claim.held()
        found.append(claim)
    return found

"""A document as claims: every number with what it counts, where, when, as of when, who says so."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache

from claims_db.kinds import kinds
from claims_db.moments import parse_or_none
from claims_db.records import Attribution, Bound, Claim, Document, Place, Value, Window
from factcheck import (
    attribution,
    counted,
    implied,
    places,
    quantities,
    ranked,
    sentences,
    standing,
    times,
    triggers,
)
from factcheck.attribution import Source
from factcheck.counted import Counted
from factcheck.happenings import happening_of
from factcheck.lexicon import lexicon
from factcheck.places import PlaceMention
from factcheck.sentences import Sentence
from factcheck.times import TimeMention
from factcheck.tokens import Tokens

QUOTE = re.compile(r"[“\"]([^“”\"]{2,2000})[”\"]")
LEAD = 6  # sentences that may set the document's place and window
QUOTE_TAIL = 120  # characters beside a quotation searched for its speaker
MEASURED = frozenset({"percent", "points", "money"})


@dataclass(slots=True)
class Scene:
    """What a document is about, as far as read: defaults for figures that don't say."""

    published: str | None
    window: Window | None = None
    place: Place | None = None
    countries: frozenset[str] = frozenset()
    happening: str | None = None
    speaker: Attribution | None = None
    previous: Window | None = None
    paragraph: int = -1
    paragraph_place: Place | None = None


@dataclass(slots=True)
class Read:
    """One sentence, read: what was found in it before it becomes claims."""

    sentence: Sentence
    tokens: Tokens
    counted: list[Counted] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)


def read(document: Document) -> tuple[Claim, ...]:
    """The claims of the document's text, in order. Linear in the length of the text."""
    found = list(sentences.split(document.text))
    scene = _scene(document, found)
    lines = [match.start() for match in re.finditer("\n", document.text)]
    claims: list[Claim] = []
    for sentence in found:
        if not _worth_reading(sentence.text):
            continue
        claims.extend(_sentence_claims(document, sentence, scene, lines))
    return tuple(_settled(claims))


def read_text(text: str, published: str | None = None) -> tuple[Claim, ...]:
    """The claims of a bare statement or a title."""
    return read(Document(text=text, published=published))


@lru_cache(maxsize=1)
def _interest() -> re.Pattern[str]:
    """Digits, number words and words of harm: a sentence without any is not read closely."""
    lex = lexicon()
    words = set(lex.number_words) | {"nobody", "none", "no one"}
    for first, entries in lex.triggers.items():
        if any(kinds()[sense.kind].unit == "person" for _, senses in entries for sense in senses):
            words.add(first)
    words -= {
        "a",
        "an",
        "in",
        "of",
        "the",
        "with",
        "not",
        "been",
        "no",
        "used",
        "left",
        "under",
        "took",
        "take",
        "quarter",
        "lost",
        "lose",
    }
    words |= {
        "lost their lives",
        "in hospital",
        "biggest",
        "largest",
        "deadliest",
        "worst",
        "heaviest",
        "highest",
        "lowest",
        "took the lives",
        "no injuries",
    }
    return re.compile(
        r"\d|\b(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")\b"
    )


def _worth_reading(text: str) -> bool:
    return _interest().search(text.lower()) is not None


# --- the scene --------------------------------------------------------------------------------------


def _scene(document: Document, found: list[Sentence]) -> Scene:
    scene = Scene(document.published if parse_or_none(document.published) else None)
    lead = [Sentence(document.title, 0, -1)] if document.title else []
    lead += found[:LEAD]
    mentions = [m for sentence in lead for m in places.find(sentence.text)]
    scene.countries = places.countries_of(mentions)
    scene.happening = happening_of(" ".join(sentence.text for sentence in lead))
    scene.window = _scene_window(lead, scene)
    scene.place = _scene_place(lead, scene)
    return scene


def _scene_window(lead: list[Sentence], scene: Scene) -> Window | None:
    """The first day or night told in the lead, a sentence of harm before others."""
    best: tuple[int, int, Window] | None = None
    for order, sentence in enumerate(lead):
        for mention in times.find(sentence.text, scene.published):
            if (
                mention.role != "event"
                or mention.window is None
                or mention.window.precision in ("year", "month")
            ):
                continue
            rank = (0 if _worth_reading(sentence.text) else 1, order)
            if best is None or rank < best[:2]:
                best = (*rank, mention.window)
    return best[2] if best else None


def _scene_place(lead: list[Sentence], scene: Scene) -> Place | None:
    """The place named most in the lead, cities before countries, the dateline counting."""
    weight: Counter[Place] = Counter()
    for order, sentence in enumerate(lead):
        sources = attribution.find(Tokens(sentence.text)) if order < 3 else []
        dateline = places.dateline(sentence.text)
        for mention in places.find(sentence.text, countries=scene.countries):
            if any(s.start <= mention.start < s.end for s in sources):
                continue
            wide = mention.entry is not None and mention.entry.kind in ("country", "continent")
            worth = (
                (3.0 if mention.locative else 1.0)
                * (0.3 if wide else 1.0)
                * (2.0 if order < 2 else 1.0)
            )
            if dateline and mention.start <= len(dateline):
                worth += 1.0
            if _worth_reading(sentence.text):
                worth *= 1.5
            weight[mention.place] += worth  # type: ignore[assignment]
    return max(weight, key=lambda place: weight[place]) if weight else None


# --- one sentence -----------------------------------------------------------------------------------


def _sentence_claims(
    document: Document, sentence: Sentence, scene: Scene, lines: list[int]
) -> list[Claim]:
    if sentence.paragraph != scene.paragraph:
        scene.paragraph, scene.paragraph_place = sentence.paragraph, None
    tokens = Tokens(sentence.text)
    done = Read(sentence, tokens)
    numbers = quantities.find(tokens)
    harm = triggers.find(tokens)
    unsaid = implied.find(tokens, harm, numbers)
    done.counted = _kept(counted.assign(tokens, implied.merged(numbers, unsaid), harm), tokens)
    extras = ranked.superlatives(sentence.text)
    dates = ranked.dated(sentence.text)
    if not (done.counted or extras or dates):
        return []
    done.sources = attribution.find(tokens)
    done.places = places.find(sentence.text, countries=scene.countries, here=scene.place)
    done.times = times.find(sentence.text, scene.published, previous=scene.previous)
    claims = _counted_claims(document, done, scene, lines)
    claims += [_ranked_claim(document, done, scene, lines, item) for item in extras]
    years = {(claim.start, claim.end) for claim in claims}
    for item in dates:
        at = (sentence.start + item.start, sentence.start + item.end)
        if not any(low <= at[0] < high for low, high in years):
            claims.append(_dated_claim(document, done, scene, lines, item))
    _remember(done, scene)
    return sorted(claims, key=lambda claim: claim.start)


def _kept(found: list[Counted], tokens: Tokens) -> list[Counted]:
    """All written quantities, and those implied ones that a word of harm claims."""
    kept: list[Counted] = []
    index: dict[int, int] = {}
    for k, item in enumerate(found):
        if item.quantity.implied:
            if item.kind == "count" or not kinds()[item.kind].of_people or _negated(tokens, item):
                continue
            if item.kind in ("on_board", "crowd", "detained", "identified", "affected"):
                continue
        index[k] = len(kept)
        kept.append(item)
    for item in kept:
        item.whole = index.get(item.whole) if item.whole is not None else None
    return kept


def _negated(tokens: Tokens, item: Counted) -> bool:
    """ "the driver was not hurt": a person of whom the harm is denied."""
    if item.trigger is None or item.quantity.value.stated == 0:
        return False
    low = min(item.quantity.last, item.trigger.first)
    high = max(item.quantity.last, item.trigger.first)
    return any(
        w in ("not", "never", "wasn't", "weren't", "n't", "nor", "unhurt")
        for w in tokens.words[low:high]
    )


def _counted_claims(document: Document, done: Read, scene: Scene, lines: list[int]) -> list[Claim]:
    ids: list[str] = []
    claims: list[Claim] = []
    for k, item in enumerate(done.counted):
        quantity = item.quantity
        start = done.sentence.start + done.tokens.starts[quantity.first]
        end = start + len(quantity.value.text)
        base = _base(document, done, scene, lines, start, end, item.kind)
        ids.append(base.id)
        claims.append(
            replace(
                base,
                subject=_subject(item),
                group=quantity.person.group if quantity.person else None,
                part_of=ids[item.whole] if item.whole is not None and item.whole < k else None,
                value=quantity.value,
                unit=_unit(item),
                per=quantity.per,
                change=_change(done.counted, k),
                status=standing.status(done.tokens, item),
                checkable=_checkable(item),
                role=standing.role(done.tokens, done.counted, k),
            )
        )
    return claims


def _base(
    document: Document, done: Read, scene: Scene, lines: list[int], start: int, end: int, kind: str
) -> Claim:
    """A claim with all that doesn't depend on what is counted."""
    sentence = done.sentence
    at = start - sentence.start
    window, as_of = times.anchor(done.times, at, scene.window, text=sentence.text)
    source = _source(document, done, scene, at)
    place = _place(done, scene, at)
    line = bisect_right(lines, start - 1)
    identity = f"{document.key}\x1f{start}\x1f{end}\x1f{kind}"
    return Claim(
        id=hashlib.sha256(identity.encode("utf-8", "replace")).hexdigest()[:16],
        kind=kind,
        subject=None,
        group=None,
        part_of=None,
        value=Value(None, None, None, Bound.EXACT, ""),
        unit=None,
        per=None,
        change=None,
        places=place,
        when=window,
        as_of=as_of or scene.published,
        attribution=source,
        status=None,
        event=None,
        checkable=True,
        sentence=sentence.text,
        start=start,
        end=end,
        line=line + 1,
        column=start - (lines[line - 1] + 1 if line else 0) + 1,
        happening=happening_of(sentence.text) or scene.happening,
        sentence_start=sentence.start,
    )


def _place(done: Read, scene: Scene, at: int) -> tuple[Place, ...]:
    """The figure's place: the nearest of its sentence that is no source and no party to the
    happening; else the paragraph's, else the document's."""
    avoid = [(s.start, s.end) for s in done.sources]
    mention = places.for_figure(done.places, at, avoid, here=scene.place)
    if mention is None:
        place = scene.paragraph_place or scene.place
        return (place,) if place else ()
    scene.paragraph_place = mention.place
    return (mention.place, *places.joined_with(done.places, mention, done.sentence.text))


def _source(document: Document, done: Read, scene: Scene, at: int) -> Attribution | None:
    quoted = _quoted(document, done, at)
    if quoted is not None:
        return _resolved(quoted, scene)
    source = attribution.for_figure(done.sources, at, done.sentence.text)
    return _resolved(source, scene) if source else None


def _resolved(source: Source, scene: Scene) -> Attribution | None:
    """A pronoun's source is the last one named."""
    if source.pronoun:
        return Attribution(scene.speaker.source, source.attribution.verb) if scene.speaker else None
    return source.attribution


def _quoted(document: Document, done: Read, at: int) -> Source | None:
    """The speaker of the quotation that a figure stands in, named behind or before it."""
    begin = document.text.rfind("\n", 0, done.sentence.start) + 1
    stop = document.text.find("\n", done.sentence.start + len(done.sentence.text))
    stop = len(document.text) if stop < 0 else stop
    if stop - begin > 4000:
        return None
    paragraph = document.text[begin:stop]
    if "“" not in paragraph and '"' not in paragraph:
        return None
    place = done.sentence.start - begin + at
    for match in QUOTE.finditer(paragraph):
        if match.start() <= place < match.end():
            tail = paragraph[match.end() : match.end() + QUOTE_TAIL].split(". ")[0]
            named = attribution.find(Tokens(", " + tail.lstrip(" ,")))
            if named:
                return named[0]
            head = paragraph[max(0, match.start() - QUOTE_TAIL) : match.start()]
            named = attribution.find(Tokens(head))
            return named[-1] if named else None
    return None


def _subject(item: Counted) -> str | None:
    quantity = item.quantity
    if kinds()[item.kind].of_people or (item.kind == "rate" and quantity.person):
        if quantity.person is None or quantity.person.group is None:
            return "people" if kinds()[item.kind].of_people else quantity.head
        return quantity.person.group
    return quantity.phrase or quantity.head


def _unit(item: Counted) -> str | None:
    quantity = item.quantity
    if quantity.age:
        return "year of age"
    if quantity.unit is not None:
        return quantity.unit.name
    if quantity.person is not None or kinds()[item.kind].of_people:
        return "person"
    if item.kind == "magnitude":
        return "magnitude"
    return (
        _singular(quantity.phrase.lower())
        if quantity.phrase
        else (_singular(quantity.head) if quantity.head else None)
    )


def _singular(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    if last.endswith("ies") and len(last) > 4:
        last = last[:-3] + "y"
    elif last.endswith(("sses", "ches", "shes", "xes")):
        last = last[:-2]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3:
        last = last[:-1]
    return f"{head} {last}".strip()


def _change(found: list[Counted], k: int) -> str | None:
    """ "+" or "-" for an increment; "another 70 wounded" beside the dead is a total."""
    item = found[k]
    if item.quantity.change:
        return item.quantity.change
    if not item.quantity.more or not kinds()[item.kind].of_people:
        return None
    harmed = [other.kind for other in found[:k] if kinds()[other.kind].of_people]
    return "+" if not harmed or item.kind in harmed else None


def _checkable(item: Counted) -> bool:
    """Ages and single people told of by the way are read, but are no figures to hold to a record."""
    return item.kind != "age" and not (item.quantity.implied and item.quantity.value.stated == 1)


def _ranked_claim(
    document: Document, done: Read, scene: Scene, lines: list[int], item: ranked.Ranked
) -> Claim:
    start, end = done.sentence.start + item.start, done.sentence.start + item.end
    base = _base(document, done, scene, lines, start, end, "superlative")
    text = document.text[start:end]
    return replace(
        base,
        subject=item.subject,
        unit="rank",
        value=Value(item.rank, item.rank, item.rank, Bound.EXACT, text),
    )


def _dated_claim(
    document: Document, done: Read, scene: Scene, lines: list[int], item: ranked.Dated
) -> Claim:
    start, end = done.sentence.start + item.start, done.sentence.start + item.end
    base = _base(document, done, scene, lines, start, end, "date")
    text = document.text[start:end]
    window = Window(f"{item.year}-01-01", f"{item.year}-12-31", "year", text)
    value = Value(item.year, item.year, item.year, Bound.EXACT, text)
    return replace(base, subject=item.subject, unit="year", value=value, when=window)


def _remember(done: Read, scene: Scene) -> None:
    """What the next sentences may lean on: the last speaker and the last time."""
    for source in done.sources:
        if not source.pronoun:
            scene.speaker = source.attribution
    for mention in done.times:
        if mention.role == "event" and mention.window:
            scene.previous = mention.window


def _settled(claims: list[Claim]) -> list[Claim]:
    """A single person is a checkable count only where the document tells no larger one of its kind."""
    written: dict[str, float] = {}
    for claim in claims:
        if claim.checkable and claim.value.stated is not None:
            written[claim.kind] = max(written.get(claim.kind, 0.0), claim.value.stated)
    settled = []
    seen: set[str] = set()
    for claim in claims:
        alone = (
            not claim.checkable
            and claim.kind != "age"
            and claim.kind not in written
            and claim.kind not in seen
        )
        if alone:
            seen.add(claim.kind)
            claim = replace(claim, checkable=True)
        settled.append(claim)
    return settled

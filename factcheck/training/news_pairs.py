"""News sentences → pairs whose label is known: compressed, widened or altered in one thing.

From one sentence: the same words with another number, bound, name, kind or group, with the number
left out, or cut short. From two reports of one happening: their figures agree or don't; from two
happenings: neither tells of the other. Every choice is drawn from a hash of the text, so a run
repeats. What goes in is read for training alone; nothing of it is kept but features.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from claims_db.records import Bound
from factcheck.bare.denials import denies_figure
from factcheck.bare.printed import Printed, printed
from factcheck.bare.statement_pieces import TOLD
from factcheck.bare.statement_words import contrast_of, words
from factcheck.training.perturbation import (
    NOT_ENOUGH,
    REFUTES,
    SUPPORTS,
    LabelledPair,
    draw,
    moved_date,
    negated,
    reversed_course,
)
from factcheck.training.wearing import COUNT_WORDS, TURNED, worn

DIGITS: Final = re.compile(r"(?<![\w.,$£€/-])(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w/%-]|[.,]\d)")
WORDED: Final = re.compile(rf"\b({'|'.join(COUNT_WORDS)})\b", re.IGNORECASE)
ATTRIBUTED: Final = re.compile(
    r",\s+(?:[\w’']+\s+){0,4}(?:police|officials?|authorities|ministry|officers?|spokes\w+|he|she)"
    r"\s+(?:said|say|says|told)\b[^,;]*$|,\s+according to\b[^;]*$|\s+on\s+[A-Z]\w+day\s*$"
)
NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?(?![\w’'])")
DAYS: Final = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
NAME_FIRST: Final = re.compile(r"[A-Z][\w’']+ (?:[A-Z]|and [A-Z])|[A-Z][\w’']*[A-Z]")
DISCLAIMERS: Final = (
    "Officials denied that {}.",
    "The authorities denied reports that {}.",
    "It is not true that {}.",
    "A spokesman rejected claims that {}.",
    "Police dismissed rumours that {}.",
    "Reports that {} are false, officials said.",
    "The ministry denied any blame after {}.",
    "The owner denied wrongdoing after {}.",
    "Officials confirmed that {}.",
    "The governor said that {}.",
)
PARTS: Final = re.compile(r",? (?:including|among them) ")
SHORTEST, LONGEST = 25, 260  # characters of a sentence worth altering
YEARS: Final = (1900, 2100)


@dataclass(frozen=True, slots=True)
class NewsSentence:
    """A sentence of a report; sentences of one event are left out of training together."""

    event: str
    text: str


@dataclass(frozen=True, slots=True)
class Count:
    """A count printed in a sentence."""

    start: int
    end: int
    value: int


def counts(text: str) -> list[Count]:
    """The counts that a sentence prints, in digits or words; years, ages and parts are left out."""
    found = [
        Count(m.start(), m.end(), int(m[1].replace(",", "")))
        for m in DIGITS.finditer(text)
        if not YEARS[0] <= int(m[1].replace(",", "")) <= YEARS[1]
    ]
    found += [
        Count(m.start(), m.end(), COUNT_WORDS.index(m[1].lower()) + 2)
        for m in WORDED.finditer(text)
    ]
    return sorted((c for c in found if c.value >= 2), key=lambda c: c.start)


def altered_news(sentences: Sequence[NewsSentence]) -> list[LabelledPair]:
    """Pairs of each sentence with variants of itself."""
    pool = sorted({name for s in sentences for name in NAME.findall(s.text)} - DAYS)
    found = []
    for sentence in sentences:
        if SHORTEST <= len(sentence.text) <= LONGEST and counts(sentence.text):
            for name, make in MAKERS:
                if draw(sentence.text, name) < OFTEN[name]:
                    found += [worn(pair) for pair in make(sentence, pool)]
    return found


def _pick(sentence: NewsSentence, salt: str, size: int) -> int:
    return int(draw(sentence.text, salt) * size)


def _count(sentence: NewsSentence) -> Count:
    told = counts(sentence.text)
    return told[_pick(sentence, "count", len(told))]


def _with(text: str, count: Count, put: str) -> str:
    """The text with something else in place of a count, as the sentence's first word capital."""
    if count.start == 0:
        put = put[0].upper() + put[1:]
    return text[: count.start] + put + text[count.end :]


def _pair(sentence: NewsSentence, claim: str, evidence: str, label: str) -> LabelledPair:
    return LabelledPair(sentence.event, claim, evidence, label)


def _hedged(text: str, count: Count) -> bool:
    """Whether words before or after bound the count already."""
    told = [n for n in printed(text).numbers if n.raw == count.value]
    return any(n.bound is not Bound.EXACT for n in told)


def compressed(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """Without who says so: the short one tells the figures of the long one."""
    text = sentence.text.rstrip(" .")
    short = ATTRIBUTED.sub("", text)
    if short == text or len(short) < SHORTEST:
        return [_pair(sentence, text, text, SUPPORTS)]
    return [_pair(sentence, text, short, SUPPORTS), _pair(sentence, short, text, SUPPORTS)]


def renumbered(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """Another number for the same."""
    count = _count(sentence)
    value = count.value
    others = [value + 1, max(2, value - 1), value * 10, value + 3, value * 2]
    if value > 12:
        others.append(int(str(value)[::-1]))
    other = others[_pick(sentence, "other", len(others))]
    if other == value or _hedged(sentence.text, count):
        return []
    return [_pair(sentence, _with(sentence.text, count, f"{other:,}"), sentence.text, REFUTES)]


def respelt(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """Digits for words."""
    count = _count(sentence)
    return [
        _pair(sentence, _with(sentence.text, count, f"{count.value:,}"), sentence.text, SUPPORTS)
    ]


def widened(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """A bound that the number satisfies, on either side; one that it does not."""
    count = _count(sentence)
    value, text = count.value, sentence.text
    if _hedged(text, count):
        return []
    below, above = max(1, value - 1 - value // 10), value + 1 + value // 10
    made = (
        (_with(text, count, f"at least {below:,}"), text, SUPPORTS),
        (_with(text, count, f"more than {below:,}"), text, SUPPORTS),
        (_with(text, count, f"fewer than {above:,}"), text, SUPPORTS),
        (text, _with(text, count, f"at least {value:,}"), SUPPORTS),
        (_with(text, count, f"more than {value:,}"), text, REFUTES),
        (_with(text, count, f"fewer than {value:,}"), text, REFUTES),
        (_with(text, count, f"at least {above:,}"), text, REFUTES),
        (_with(text, count, f"up to {below:,}"), text, REFUTES),
        (text, _with(text, count, f"fewer than {below:,}"), REFUTES),
        (text, _with(text, count, f"more than {above:,}"), REFUTES),
    )
    claim, evidence, label = made[_pick(sentence, "bound", len(made))]
    return [_pair(sentence, claim, evidence, label)]


def renamed(sentence: NewsSentence, pool: Sequence[str]) -> list[LabelledPair]:
    """Another name, with the same number or another."""
    told = [m for m in NAME.finditer(sentence.text) if m.group() not in DAYS]
    if not told or not pool:
        return []
    match = told[_pick(sentence, "name", len(told))]
    other = pool[_pick(sentence, "pool", len(pool))]
    if other in sentence.text:
        return []
    claim = sentence.text[: match.start()] + other + sentence.text[match.end() :]
    return [_pair(sentence, _numbered(sentence, claim), sentence.text, NOT_ENOUGH)]


def recounted(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """Another kind of count or another group, with the same number or another."""
    found = []
    for match in TOLD.finditer(sentence.text):
        other = OTHER_WORD.get(match[2].lower())
        if other is not None:
            claim = sentence.text[: match.start(2)] + other + sentence.text[match.end(2) :]
            if contrast_of(words(claim), words(sentence.text)):
                found.append(claim)
    if not found:
        return []
    claim = found[_pick(sentence, "kind", len(found))]
    return [_pair(sentence, _numbered(sentence, claim), sentence.text, NOT_ENOUGH)]


def _numbered(sentence: NewsSentence, claim: str) -> str:
    """Now and then with another number too: it contradicts nothing of another fact."""
    told = counts(claim)
    if not told or draw(sentence.text, "both") >= ALSO_NUMBER:
        return claim
    return _with(claim, told[0], f"{told[0].value + 4:,}")


def unfigured(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """The evidence without its numbers, or cut off before the last of them."""
    told = counts(sentence.text)
    if len(told) > 1 and draw(sentence.text, "cut") < ALSO_NUMBER:
        cut = sentence.text[: told[-1].start]
        short = re.sub(
            r"(?:\s+(?:and|at|least|more|than|some|about|another|the|with|of|in))+$",
            "",
            cut.rstrip(" ,"),
        )
        if counts(short) and len(short) >= SHORTEST:
            return [_pair(sentence, sentence.text, short + ".", NOT_ENOUGH)]
    put = ("", "several ", "many ")[_pick(sentence, "many", 3)]
    evidence = re.sub(
        r"\b(?:at least|more than|about|some|nearly) (?=\d|[a-z]+)", "", sentence.text
    )
    evidence = DIGITS.sub(put, WORDED.sub(put, evidence))
    return [_pair(sentence, sentence.text, re.sub(r"\s{2,}", " ", evidence), NOT_ENOUGH)]


def denied(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """One of the two says that it was not so."""
    made = negated(sentence.text)
    if made is None:
        return []
    turned = draw(sentence.text, "turned round") < TURNED
    told = (made, sentence.text) if turned else (sentence.text, made)
    return [_pair(sentence, *told, REFUTES)]


def disclaimed(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """One of the two denies what the other says; or denies something else."""
    text = sentence.text.rstrip(" .")
    inner = text if NAME_FIRST.match(text) else text[0].lower() + text[1:]
    made = DISCLAIMERS[_pick(sentence, "who", len(DISCLAIMERS))].format(inner)
    if denies_figure(made):
        turned = draw(sentence.text, "turned round") < TURNED
        told = (made, text) if turned else (text, made)
        return [_pair(sentence, *told, REFUTES)]
    return [_pair(sentence, text, made, SUPPORTS)]


def redated(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """Another day, month or year of the same."""
    claim = moved_date(sentence.text, sentence.text)
    return [_pair(sentence, claim, sentence.text, REFUTES)] if claim else []


def turned_course(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """The opposite of what happened."""
    claim = reversed_course(sentence.text)
    return [_pair(sentence, claim, sentence.text, REFUTES)] if claim else []


def shared_out(sentence: NewsSentence, _: Sequence[str]) -> list[LabelledPair]:
    """A part told for the whole: the children among the dead for all the dead."""
    found = PARTS.search(sentence.text)
    told = counts(sentence.text)
    if found is None or not told or told[0].start > found.start():
        return []
    part = next((count for count in told if count.start >= found.start()), None)
    if part is None or part.value >= told[0].value:
        return []
    whole = sentence.text[: found.start()].rstrip(" ,") + "."
    claim = _with(sentence.text[: found.start()], told[0], f"{part.value:,}").rstrip(" ,") + "."
    return [
        _pair(sentence, whole, sentence.text, SUPPORTS),
        _pair(sentence, claim, sentence.text, REFUTES),
    ]


OTHER_WORD: Final = dict(
    told.split(":")
    for told in (
        "killed:injured injured:killed dead:wounded wounded:killed died:injured deaths:injuries "
        "injuries:deaths hurt:killed arrested:wounded detained:killed missing:dead "
        "hospitalized:killed kills:injures injures:kills wounds:kills hurts:kills killing:injuring "
        "injuring:killing wounding:killing soldiers:civilians civilians:soldiers "
        "women:men men:women children:adults students:teachers militants:civilians "
        "troops:civilians policemen:civilians shooting:stabbing blast:flood explosion:flood "
        "crash:shooting teens:adults boys:girls girls:boys woman:man man:woman destroyed:damaged "
        "damaged:destroyed houses:shops homes:schools protesters:soldiers workers:students"
    ).split()
)
ALSO_NUMBER: Final = 0.45  # how often a name or kind is altered together with the number
MAKERS: Final[
    tuple[tuple[str, Callable[[NewsSentence, Sequence[str]], list[LabelledPair]]], ...]
] = (
    ("compressed", compressed),
    ("renumbered", renumbered),
    ("respelt", respelt),
    ("widened", widened),
    ("renamed", renamed),
    ("recounted", recounted),
    ("unfigured", unfigured),
    ("denied", denied),
    ("disclaimed", disclaimed),
    ("redated", redated),
    ("turned_course", turned_course),
    ("shared_out", shared_out),
)
OFTEN: Final = {
    "compressed": 0.5,
    "renumbered": 0.7,
    "respelt": 0.3,
    "widened": 0.8,
    "renamed": 0.6,
    "recounted": 0.6,
    "unfigured": 0.4,
    "denied": 0.2,
    "disclaimed": 0.12,
    "redated": 0.25,
    "turned_course": 0.7,
    "shared_out": 1.0,
}


def beside(reports: Sequence[NewsSentence]) -> list[LabelledPair]:
    """Sentences of one event that print the same counts support each other; with one count
    changed they contradict; beside the next event's they say nothing of each other."""
    by_event: dict[str, list[NewsSentence]] = {}
    for sentence in reports:
        if SHORTEST <= len(sentence.text) <= LONGEST and counts(sentence.text):
            by_event.setdefault(sentence.event, []).append(sentence)
    events = sorted(by_event)
    found: list[LabelledPair] = []
    for at, event in enumerate(events):
        own = by_event[event]
        for claim, evidence in pairwise(own):
            found += _agreeing(claim, evidence)
        other = by_event[events[(at + 1) % len(events)]][0]
        if len(events) > 1 and not _shared_names(own[0], other):
            found.append(_pair(own[0], own[0].text, other.text, NOT_ENOUGH))
    return found


def _agreeing(claim: NewsSentence, evidence: NewsSentence) -> list[LabelledPair]:
    told = {c.value for c in counts(evidence.text)}
    own = counts(claim.text)
    if claim.text == evidence.text or not own or not {c.value for c in own} <= told:
        return []
    if not _same_printed(claim.text, evidence.text):
        return []
    other = _with(claim.text, own[0], f"{own[0].value + 2 + own[0].value // 3:,}")
    return [
        _pair(claim, claim.text, evidence.text, SUPPORTS),
        _pair(claim, other, evidence.text, REFUTES),
    ]


def _same_printed(claim: str, evidence: str) -> bool:
    """Whether every number of the claim stands in the evidence."""

    def key(number: Printed) -> tuple[str, float]:
        return number.sort, number.value

    return {key(n) for n in printed(claim).numbers} <= {key(n) for n in printed(evidence).numbers}


def _shared_names(one: NewsSentence, two: NewsSentence) -> bool:
    return bool(words(one.text).names & words(two.text).names)

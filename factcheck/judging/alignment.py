"""Two statements' figures, aligned by what they count: never by how near the numbers are."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from claims_db.kinds import family, kinds
from claims_db.records import Bound, Claim, Value
from factcheck.judging.conversion import standard
from factcheck.reading.claims import read_text
from factcheck.setting import times
from factcheck.text.lexicon import lexicon

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STEM = 5  # letters that stand for a word: "recovered", "recoveries"
PIECE = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*|[,;.:()]")
FADING = 0.84  # each word further from the number counts so much less
ACROSS_NUMBER = 0.45
ACROSS_COMMA = 0.7
FAINT = 0.12
SCORE = re.compile(r"\s?[-–]\s?\d{1,3}\b(?!\s*(?:people|million|billion|%|percent))")
OUT_OF = re.compile(r"\s+out\s+of\s+(?:a\s+possible\s+)?(?:5|10|100)\b|/\d+")
GENERAL = frozenset(
    {
        "count",
        "rate",
        "measure",
        "superlative",
        "date",
        "percent",
        "money",
        "duration",
        "crowd",
        "affected",
    }
)
CLOSE_RIVAL = 0.1
LEAST = 0.2  # alignment below this is none
EMPTY = frozenset(
    "a an the of in on at to for from by with and or is are was were be been has have had it its "
    "this that these those as than more less least over under about around nearly almost up out "
    "also he she they his her their who which there after before during into not no".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a statement: its interval, what it is measured in, and the words around it."""

    value: Value
    kind: str
    dimension: str
    head: str | None
    near: dict[str, float]
    per: str | None = None
    group: str | None = None
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar date as an interval of days: "before 21 March" ends the day before."""

    low: str | None
    high: str | None
    exact: bool
    precision: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement's figures, dates and content words."""

    text: str
    figures: tuple[Figure, ...]
    days: tuple[Day, ...]
    words: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A claim's figure with the evidence's figure for the same thing; None without one."""

    figure: Figure
    other: Figure | None
    score: float
    rivals: int = 0  # figures of the evidence that fit nearly as well


@lru_cache(maxsize=4096)
def statement(text: str, published: str | None) -> Statement:
    """Reads a statement."""
    text = joined(text)
    claims = read_text(text, published)
    figures = tuple(_figure(claim, text) for claim in claims if claim.kind != "date") + tuple(
        _ordinals(text)
    )
    words = frozenset(stem(w) for w in WORD.findall(text.lower()) if w not in EMPTY)
    names = frozenset(
        stem(m.lower()) for m in WORD.findall(text) if m[0].isupper() and m.lower() not in EMPTY
    )
    return Statement(text, figures, tuple(_days(text, published)), words, names)


SPACED = re.compile(r"\s(?<!\s\s)(?:\s*+(?=[,.;:!?](?:\s|$)|%)|(?<=[$€£(]\s)\s*+(?=\d))")


def joined(text: str) -> str:
    """The text without the blanks that tokenised corpora put before punctuation, and between a
    number and its sign."""
    return SPACED.sub(_unless_told, text)


def _unless_told(match: re.Match[str]) -> str:
    """Nothing for blanks that only a tokeniser puts there, else these."""
    start, end, text = match.start(), match.end(), match.string
    before, behind = text[start - 1 : start], text[end]
    if behind.isdecimal():
        told = False
    elif behind == "%":
        ended = end + 1 == len(text) or text[end + 1].isspace()
        told = not (before.isdecimal() or (ended and (before.isalnum() or before == "_")))
    else:
        told = not (before.isalnum() or before == "_")
    return match.group() if told else ""


@lru_cache(maxsize=1)
def _alike() -> dict[str, str]:
    table = tomllib.loads((files("factcheck") / "data" / "alike.toml").read_text("utf-8"))
    return {word: name for name, words in table.items() for word in words}


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What stands for a word: its meaning in the table of alike words, else its beginning."""
    word = word.removesuffix("'s").removesuffix("’s")
    meaning = _alike().get(word) or _alike().get(f"{word}s")
    if meaning:
        return meaning.upper()
    if len(word) > STEM:
        return word[:STEM]
    return word.removesuffix("s") if len(word) > 3 else word


def _around(text: str, low: int, high: int) -> dict[str, float]:
    """The words around a number, weighted by how near they stand; another number in between,
    or the end of a clause, makes them count for less."""
    weights: dict[str, float] = {}
    for side, words in (
        ("before", reversed(PIECE.findall(text[:low]))),
        ("after", PIECE.findall(text[high:])),
    ):
        weight = 1.0
        for word in words:
            if weight < FAINT:
                break
            if word[0].isdigit() or word in ";":
                weight *= ACROSS_NUMBER
            elif word in ",.:()":
                weight *= ACROSS_COMMA
            elif word.lower() not in EMPTY and word.lower() not in lexicon().scales:
                name = stem(word.lower())
                weights[name] = max(
                    weights.get(name, 0.0), weight * (1.0 if side == "after" else 0.85)
                )
                weight *= FADING
    return weights


@lru_cache(maxsize=8192)  # each holds a few kilobytes
def figure(claim: Claim) -> Figure:
    """A claim's figure with the words around it in its sentence."""
    low = claim.start - claim.sentence_start
    at = replace(claim, start=low, end=low + len(claim.value.text))
    return _figure(at, claim.sentence)


def _figure(claim: Claim, text: str) -> Figure:
    head = (claim.subject or "").lower().split()
    return Figure(
        standard(claim).value,
        claim.kind,
        _measured(claim, text),
        stem(head[-1]) if head else None,
        _around(text, claim.start, claim.end),
        claim.per,
        claim.group,
        claim,
    )


def _measured(claim: Claim, text: str) -> str:
    own = dimension(claim)
    if own == "count":
        tail = text[claim.end : claim.end + 24]
        if OUT_OF.match(tail) or "/" in claim.value.text:
            return "rating"
        if SCORE.match(tail) or re.search(
            r"\d\s?[-–]\s?$", text[max(0, claim.start - 4) : claim.start]
        ):
            return "score"
        if re.search(r"\bout of (?:a possible )?$", text[max(0, claim.start - 18) : claim.start]):
            return "scale"
    return own


ORDINAL = re.compile(
    r"\b(\d+)(?:st|nd|rd|th)\b|(?:#\s?|\b(?:number|no\.|position|ranked|peaked at)\s)(\d{1,4})\b"
    r"|\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
MONTH_BESIDE = re.compile(rf"\s+(?:of\s+)?{_MONTH}\b", re.IGNORECASE)
MONTH_BEFORE = re.compile(rf"\b{_MONTH}\s+$", re.IGNORECASE)
_RANKS = "second third fourth fifth sixth seventh eighth ninth tenth"
RANK = {word: rank for rank, word in enumerate(_RANKS.split(), 2)}
# A better rank is a smaller number.
BETTER = re.compile(
    r"\b(?:higher|better|above)(?:\s+than)?(?:\s+the)?\s*(?:#|number|no\.)?\s*$", re.I
)
WORSE = re.compile(
    r"\b(?:lower|worse|below|under)(?:\s+than)?(?:\s+the)?\s*(?:#|number|no\.)?\s*$", re.I
)


def _ordinals(text: str) -> list[Figure]:
    """ "his 200th goal", "#5", "number 31": a rank with the words around it."""
    found = []
    for match in ORDINAL.finditer(text):
        if MONTH_BESIDE.match(text[match.end() :]) or MONTH_BEFORE.search(text[: match.start()]):
            continue
        digits = match.group(1) or match.group(2)
        rank = float(digits) if digits else float(RANK[match.group(3).lower()])
        after = WORD.findall(text[match.end() :].lower())[:1]
        near = _around(text, match.start(), match.end())
        value = _ranked(rank, text[: match.start()], match.group())
        found.append(Figure(value, "count", "ordinal", stem(after[0]) if after else None, near))
    return found


def _ranked(rank: float, before: str, text: str) -> Value:
    if BETTER.search(before):
        return Value(1.0, rank, rank, Bound.LESS_THAN, text)
    if WORSE.search(before):
        return Value(rank, None, rank, Bound.MORE_THAN, text)
    return Value(rank, rank, rank, Bound.EXACT, text)


def dimension(claim: Claim) -> str:
    """What the number is measured in: count, money by currency, percent, a unit's dimension."""
    kind = kinds()[claim.kind]
    if kind.dimension == "money":
        return f"money {claim.unit}"
    if claim.kind == "rate":
        return f"rate {claim.per}"
    if kind.dimension:
        return kind.dimension
    if claim.kind in ("magnitude", "superlative", "date"):
        return claim.kind
    return "count"


BEFORE = re.compile(r"\b(?:before|prior to|ahead of|earlier than)\s+(?:the\s+)?$", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after|later than|following)\s+(?:the\s+)?$", re.IGNORECASE)
UNTIL = re.compile(r"\b(?:until|till|by|as of|up to|through|to)\s+(?:the\s+)?$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:since|from|starting|beginning)\s+(?:the\s+)?$", re.IGNORECASE)


def _days(text: str, published: str | None) -> list[Day]:
    found = []
    for mention in times.find(text, published or "2020-12-31"):
        if mention.window is None or not mention.stated:
            continue
        head = text[max(0, mention.start - 14) : mention.start]
        start, end = mention.window.start, mention.window.end
        if BEFORE.search(head):
            found.append(Day(None, start, False, mention.window.precision))
        elif AFTER.search(head):
            found.append(Day(end, None, False, mention.window.precision))
        else:
            exact = not (UNTIL.search(head) or SINCE.search(head))
            found.append(Day(start, end, exact, mention.window.precision))
    return found


def align(claim: Statement, evidence: Statement) -> list[Aligned]:
    """Each figure of the claim with the figure of the evidence that counts the same, or none;
    the surest pairs first, and no figure of the evidence twice."""
    scored = [[likeness(own, other) for other in evidence.figures] for own in claim.figures]
    order = sorted(
        ((score, i, j) for i, row in enumerate(scored) for j, score in enumerate(row)),
        key=lambda found: (-found[0], found[1], found[2]),
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in order:
        if score >= LEAST and i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return [
        _aligned(own, evidence.figures, scored[i], chosen.get(i))
        for i, own in enumerate(claim.figures)
    ]


def _aligned(
    own: Figure, others: tuple[Figure, ...], scores: list[float], at: int | None
) -> Aligned:
    if at is None:
        return Aligned(own, None, max(scores, default=0.0))
    best = scores[at]
    rivals = sum(1 for j, score in enumerate(scores) if j != at and score > best - CLOSE_RIVAL)
    return Aligned(own, others[at], best, rivals)


COMPATIBLE = (
    frozenset({"count", "crowd"}),
    frozenset({"percent", "rating"}),
    frozenset({"age", "time"}),
)


def likeness(a: Figure, b: Figure) -> float:
    """How surely two figures count the same, 0-1, by unit, kind, noun and the words around them."""
    if a.dimension != b.dimension and not any(
        {a.dimension, b.dimension} <= pair for pair in COMPATIBLE
    ):
        return 0.0
    score = 0.2 if a.dimension == b.dimension else 0.05
    if (a.value.bound is Bound.VAGUE) != (b.value.bound is Bound.VAGUE):
        score -= 0.2
    if a.kind == b.kind and a.kind not in GENERAL:
        score += 0.3
    elif _unlike(a.kind, b.kind):
        return 0.05
    if a.head and b.head:
        score += 0.2 if a.head == b.head else -0.03
    elif (a.head and a.head in b.near) or (b.head and b.head in a.near):
        score += 0.1
    shared = 0.0
    for word, weight in a.near.items():
        shared += min(weight, b.near.get(word, 0.0))
    least = min(sum(a.near.values()), sum(b.near.values()))
    if least:
        score += 0.5 * min(1.0, shared / max(least, 1.5))
    if (a.per is None) != (b.per is None):
        score -= 0.1
    if a.group != b.group and a.group and b.group:
        score -= 0.1
    return max(0.0, min(1.0, score))


def _unlike(a: str, b: str) -> bool:
    """Whether two kinds of people or things counted can't be one: killed and wounded."""
    if a in GENERAL or b in GENERAL or kinds()[a].dimension or kinds()[b].dimension:
        return False
    return b not in family(a)

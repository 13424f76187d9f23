"""Which of the places that a sentence names is that of one of its figures."""

from __future__ import annotations

import math
import re
from typing import Final

from claims_db import gazetteer
from claims_db.records import Place
from factcheck.setting.place_nesting import PlaceMention
from factcheck.setting.place_phrases import JOIN
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table

_TABLE: Final = table(CONSTRUCTIONS)
# What a figure's place loses, in characters of distance, by not being said to be where
# something is, and by being a whole country.
_NOT_LOCATIVE: Final = 60
_TOO_WIDE: Final = 45
# From a figure to its own place: "7 in Uganda", "five people in the northern city of Sumy".
_OF_FIGURE: Final = re.compile(
    rf"\S+(?:\s+[a-z\d][\w'’-]*(?:[.,]\d+)*){{0,4}}?\s+(?:{alternation(_TABLE.listed('places.of_figure'))})\s+"
    r"(?:the\s+)?(?:[a-z]+\s+){0,4}$"
)
# "30,000 fled, 20,000 of them in Tanzania": the place of a part alone.
_PART_BETWEEN: Final = re.compile(
    r"\bof\s+(?:them|whom|which|these|those)\s+(?:are\s+|were\s+)?"
    rf"(?:{alternation(_TABLE.listed('places.of_figure'))})\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}$"
)
_LIST_GAP: Final = re.compile(
    r"[,;]?\s+(?:and\s+|or\s+|plus\s+|while\s+|including\s+)?(?:(?:at\s+least|about|some|"
    r"nearly|another|a\s+further|more\s+than|up\s+to)\s+)?$"
)
_ITEM: Final = re.compile(r"[,;]\s+(?:(?:and|while|but)\s+)?(?:in|at|near|across)\s+(?:the\s+)?$")
_CLAUSE_START: Final = re.compile(r"[,;:–—]")
_NEW_CLAUSE: Final = re.compile(r",\s+(?:and|while|but|whereas)\s")
_CLAUSE: Final = 80  # characters before a place in which its figure stands
_ACROSS_BREAK: Final = 60  # characters that a colon or dash between weighs
_ACROSS_NUMBER: Final = 20  # and another number: its places are its own
# A digit leads, as `re` passes over all other signs at once.
_NUMBER: Final = re.compile(r"\d(?<![\w.,]\d)[\d,.]*")


def of_figures(
    mentions: list[PlaceMention], sources: list[tuple[int, int]], here: Place | None, dated: int = 0
) -> list[PlaceMention]:
    """The mentions that may be the place of a sentence's figures: none inside a source. A country
    that is not said to be where something is ("Russia fired 40 missiles") is a party rather than
    a place wherever the document has a place of its own (`here`); so is the place of a dateline
    (before `dated`) where it is another."""
    return [
        mention
        for mention in mentions
        if not mention.aside
        and (
            mention.counting
            or not any(
                low <= mention.start < high and not (mention.locative and low == mention.start)
                for low, high in sources
            )
        )
        and (here is None or mention.locative or not mention.is_wide or _has_own(mention, here))
        and (here is None or not mention.borrowed or mention.place.country == here.country)
        and (mention.start >= dated or here is None or mention.place == here)
    ]


def _has_own(mention: PlaceMention, here: Place) -> bool:
    """Whether a country's own count is told, and not that of a place inside it."""
    return mention.counting and (mention.place == here or mention.place.country != here.country)


def nearest(mentions: list[PlaceMention], at: int, text: str) -> PlaceMention | None:
    """The place of a figure at offset `at` of the text: in a list of counts the one behind it,
    else the nearest, a locative one before others."""
    if " of " in text:
        mentions = [m for m in mentions if not _is_of_part(text, m, at)]
    if len(mentions) < 2:
        return mentions[0] if mentions else None
    whole = _whole_behind(mentions, at, text)
    if whole is not None:
        return whole

    def distance(mention: PlaceMention) -> int:
        return mention.start - at if mention.start >= at else at - mention.end

    def cost(mention: PlaceMention) -> float:
        low, high = (at, mention.start) if mention.start >= at else (mention.end, at)
        breaks = sum(text.count(mark, low, high) for mark in ":;–—")
        if text.find(",", low, high) >= 0:
            breaks += len(_NEW_CLAUSE.findall(text, low, high))
        numbers = len(_NUMBER.findall(text, low + 1, high))
        said = (mention.locative or mention.counting) and not mention.described
        indirect = 0 if said else _NOT_LOCATIVE
        apart = high - low + _ACROSS_BREAK * breaks + _ACROSS_NUMBER * numbers
        return apart + indirect + _TOO_WIDE * mention.is_wide

    before = min((m for m in mentions if m.end <= at), key=distance, default=None)
    if before is not None and _is_of_figure_before(text, before, at):
        behind = min((m for m in mentions if m.start >= at), key=distance, default=None)
        if behind is not None and _OF_FIGURE.match(text[at : behind.start]):
            return behind
    best, least = None, math.inf
    if before is not None:
        mentions = [m for m in mentions if m.start < at or not _opens_item(m, text)]
    for mention in sorted(mentions, key=distance):
        if distance(mention) > least:
            break
        price = cost(mention)
        if best is None or (price, mention.start) < (least, best.start):
            best, least = mention, price
    return best


def _opens_item(mention: PlaceMention, text: str) -> bool:
    """Whether a place behind a comma leads to a figure of its own: "20 died, in Argentina two"."""
    if _ITEM.search(text, max(0, mention.start - _CLAUSE), mention.start) is None:
        return False
    following = text[mention.end : mention.end + _ACROSS_BREAK].split(maxsplit=1)
    first = following[0].rstrip(".,;").lower() if following else ""
    return first[:1].isdigit() or first in lexicon().number_words


def _whole_behind(mentions: list[PlaceMention], at: int, text: str) -> PlaceMention | None:
    """The country that a figure is said to be of, where all finer places are other figures': "60
    were hurt in Peru and five killed in Lima"."""
    behind = min(
        (m for m in mentions if m.start >= at), key=lambda mention: mention.start, default=None
    )
    if behind is None or not (behind.is_wide and behind.locative) or behind.described:
        return None
    if _numbers(text[at : behind.start]) > 1:  # its own
        return None
    finer = [mention for mention in mentions if not mention.is_wide]
    for mention in finer:
        low, high = (mention.end, at) if mention.start < at else (behind.end, mention.start)
        if not _numbers(text[low:high]):
            return None
    return behind if finer else None


def _numbers(text: str) -> int:
    """How many numbers a text has, in digits and in words."""
    known = lexicon().number_words
    return len(_NUMBER.findall(text)) + sum(word in known for word in text.lower().split())


def _is_of_part(text: str, mention: PlaceMention, at: int) -> bool:
    """Whether the place is that of a part told behind the figure: "20,000 of them in Tanzania"."""
    between = mention.start - at
    if not 0 < between < _CLAUSE or " of " not in text[at : mention.start]:
        return False
    part = _PART_BETWEEN.search(text, at, mention.start)
    return part is not None and _numbers(text[at : part.start()]) > 1  # its own, and the part's


def _is_of_figure_before(text: str, mention: PlaceMention, at: int) -> bool:
    """Whether a place right before the figure at `at` closes the item of a list before it: "12 in
    Kenya, 7 in Uganda"."""
    if not _LIST_GAP.match(text[mention.end : at]):
        return False
    clause = _CLAUSE_START.split(text[max(0, mention.start - _CLAUSE) : mention.start])[-1]
    return _numbers(clause) > 0


def joined_with(mentions: list[PlaceMention], chosen: PlaceMention, text: str) -> tuple[Place, ...]:
    """The places joined to one by "and" or a comma of a list: Turkey and Syria."""
    if len(mentions) < 2 or chosen not in mentions:
        return ()
    found = []
    at = mentions.index(chosen)
    for step in (1, -1):
        k = at
        while 0 <= k + step < len(mentions):
            left, right = sorted((mentions[k], mentions[k + step]), key=lambda m: m.start)
            if not JOIN.match(text[left.end : right.start]) or _holds(left, right):
                break
            k += step
            found.append(mentions[k].place)
    return tuple(place for place in dict.fromkeys(found) if place != chosen.place)


def _holds(inner: PlaceMention, outer: PlaceMention) -> bool:
    """ "Paris, Texas": the second name only says where the first lies."""
    if inner.entry is None or outer.entry is None:
        return False
    return gazetteer.within(inner.entry.id, outer.entry.id)

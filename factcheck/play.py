"""Whether a sentence tells of fiction or of play, where words of harm count nobody."""

from __future__ import annotations

import re
from typing import Final

from claims_db.kinds import kinds
from factcheck.counting import UNCOUNTED, Counting
from factcheck.tokens import Tokens
from factcheck.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_WORKS: Final = words("play.works")
_FICTION: Final = words("play.fiction")
_TOLD: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('play.works'))})[’']?s?,?\s+(?:[\w’']+\s+){{0,3}}?"
    rf"(?:{alternation(_TABLE.phrases('play.tells'))})\b"
)
_SPORT: Final = words("play.sport")
_HARM: Final = words("play.harm")


def is_fiction(tokens: Tokens) -> bool:
    """ "The film, in which a hitman kills 77 people": whatever harm it tells of is no report."""
    if not _FICTION.isdisjoint(tokens.words):
        return True
    return not _WORKS.isdisjoint(tokens.words) and _TOLD.search(tokens.lowered) is not None


def uncount(sentence: Counting) -> None:
    """Takes back the harm that a sentence of sport or fiction tells: of fiction all of it, of
    sport what is no count of people written out: "shot 68 to win by four strokes"."""
    unreal = is_fiction(sentence.tokens)
    if not unreal and _SPORT.isdisjoint(sentence.words):
        return
    for item in sentence.items:
        if item.kind not in _HARM or not kinds()[item.kind].of_people:
            continue
        written = item.quantity.person is not None and not item.quantity.implied
        if unreal or not written:
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None

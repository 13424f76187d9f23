"""Names of places inside names of vessels: "MV Santa Pilar", "the Lady of Dover ferry"."""

from __future__ import annotations

import re
from typing import Final

from factcheck.text.tokens import closes, is_capital
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
VESSELS: Final = words("place_names.ships")
"""Vessels, and storms, that bear names."""
PREFIXES: Final = frozenset(_TABLE.listed("place_names.ship_prefixes"))
"""What stands before the names of ships alone: "MV"."""
_TELLING: Final = VESSELS | PREFIXES
_OPENING: Final = "\"“'‘("  # signs that may be glued to the front of a word
_ANY: Final = alternation(tuple(sorted(VESSELS)))
_NAME: Final = r"[A-Z][\w'’.-]*\s+"
_BEHIND_VESSEL: Final = re.compile(
    rf"(?<![^\s\"“'‘(])(?:{_ANY}|{alternation(tuple(sorted(PREFIXES)))})\s+[\"“'‘]?"
    rf"(?:{_NAME}(?:of\s+)?){{0,3}}$"
)
_LONGER: Final = re.compile(rf"\b[Tt]he\s+[\"“'‘]?(?:{_NAME}(?:of\s+)?){{1,2}}$")
_VESSEL: Final = re.compile(rf"[\"”'’]?\s+(?:[a-z]+\s)?(?:{_ANY})\b")
_BEFORE: Final = 40  # characters looked at before a name


def _names_vessel(before: str) -> bool:
    """Whether a vessel or a ship's prefix is among some words."""
    for piece in before.split():
        if piece in _TELLING or (piece[0] in _OPENING and piece.lstrip(_OPENING) in _TELLING):
            return True
    return False


def is_vessel(text: str, start: int, end: int) -> bool:
    """Whether the name at [start, end) ends that of a vessel, by the words on either side: what
    sort of vessel, or a ship's prefix. A place alone before one is where it sails from or to: "the
    Dover ferry"."""
    before = text[max(0, start - _BEFORE) : start]
    if _names_vessel(before) and _BEHIND_VESSEL.search(before) is not None:
        return True
    if closes(text, end) or (text[end] == " " and is_capital(text, end + 1)):
        return False  # most names: no word for a vessel is behind them
    return _VESSEL.match(text, end) is not None and _LONGER.search(before) is not None

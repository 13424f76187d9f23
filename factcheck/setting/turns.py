"""The opening of a paragraph → whether it turns from what was told before to something else."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table

_TABLE: Final = table(CONSTRUCTIONS)
_OPENS: Final = "AEIO"  # a first look: the letters that such an opening begins with
_ELSEWHERE: Final = re.compile(
    r"(?:And\s+)?[Ee]lsewhere(?:,|\s+(?:in|on|across)\s+(?!the\b|its\b))"
)
_OTHER: Final = re.compile(
    r"(?:And\s+)?(?:[Ii]n|[Oo]n)\s+(?:the\s+|today['’]s\s+)?(?:other\s+)?"
    rf"(?:(?:{alternation(_TABLE.listed('turns.sections'))})\s+)*"
    rf"(?:{alternation(_TABLE.listed('turns.news'))})"
    r"(?:\s+(?:from|in)\s+[A-Z]\w+)?,"
)


class Turn(Enum):
    """How far a paragraph turns away."""

    PLACE = "another place, for as long as the paragraph goes on"
    STORY = "another story, from here on"


def turn(text: str, here: str | None = None) -> Turn | None:
    """Whether a sentence that opens a paragraph turns away: "Elsewhere, a fire killed three", "In
    business news, a chip maker cuts 400 jobs"; not "Elsewhere in Kyiv" of a story told `here`, in
    Kyiv."""
    if text[:1] not in _OPENS:
        return None
    away = _ELSEWHERE.match(text)
    if away is not None:
        return None if here is not None and text.startswith(here, away.end()) else Turn.PLACE
    return Turn.STORY if _OTHER.match(text) else None

"""Places told in series with their figures behind them: "Kenya 12, Uganda 7", "Peru had 40 dead,
Ecuador 22", "Turkey (41 killed), Greece (6)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.setting.place_nesting import PlaceMention
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table

_TABLE: Final = table(CONSTRUCTIONS)
_TELLING: Final = alternation(_TABLE.listed("place_series.telling"))
_HEDGES: Final = alternation(_TABLE.listed("place_series.hedges"))
# From a place to its figure; a comma between ends the item of another list.
_TO_FIGURE: Final = re.compile(
    rf"(?:['’]s)?\s*[:(–—-]?\s*(?:(?:{_TELLING})\s+){{0,2}}(?:(?:{_HEDGES})\s+){{0,3}}"
)
# From a figure to the next place.
_TO_NEXT: Final = re.compile(
    r"(?:\s+(?!(?:in|at|near|on|from|and|while)\b)[\w'’-]+){0,5}?\s*\)?\s*"
    r"(?:[,;]|[,;]?\s+(?:and|while|but|plus|with))\s+(?:(?:and|while|with|then)\s+)?"
    r"(?:(?:in|at|near)\s+)?(?:the\s+)?(?:\w+ern\s+)?"
)
_LONGEST: Final = 60  # characters between a place and a figure of one series


def paired(
    mentions: Sequence[PlaceMention], figures: Sequence[tuple[int, int]], text: str
) -> dict[int, PlaceMention]:
    """By where a figure starts, the place that stands before it in a series of two or more;
    `figures` are [start, end) of number and noun, in order."""
    if len(mentions) < 2 or len(figures) < 2:
        return {}
    found: dict[int, PlaceMention] = {}
    series: list[tuple[int, PlaceMention]] = []
    reached = -1  # where the figure of the series' last item ends
    n = 0
    for at, mention in enumerate(mentions):
        while n < len(figures) and figures[n][0] < mention.end:
            n += 1
        if n == len(figures):
            break
        start, end = figures[n]
        if at + 1 < len(mentions) and mentions[at + 1].start < start:
            continue
        if not _is_gap(_TO_FIGURE, text, mention.end, start):
            continue
        if not (series and _is_gap(_TO_NEXT, text, reached, mention.start)):
            _keep(series, found)
            series = []
        series.append((start, mention))
        reached = end
    _keep(series, found)
    return found


def _keep(series: Sequence[tuple[int, PlaceMention]], found: dict[int, PlaceMention]) -> None:
    if len(series) > 1:
        found.update(series)


def _is_gap(form: re.Pattern[str], text: str, low: int, high: int) -> bool:
    """Whether the text from `low` to `high` is of that form, all of it."""
    return 0 <= low <= high <= low + _LONGEST and form.fullmatch(text, low, high) is not None

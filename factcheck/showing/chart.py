"""Figures over time → an inline SVG chart: a column for each day with reports, a mark for each
figure and origin, and the figure in question across it.

The drawing is made here, so that a page needs no script and no network. Colours are classes of
the page's style sheet; every mark says in words what it is, for those who can't see it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from itertools import pairwise

WIDTH, HEIGHT = 520, 210
LEFT, RIGHT, TOP, BOTTOM = 58, 84, 14, 30
ORIGINS = 5
"""Origins with a colour and a shape of their own; the rest share one."""
LOGARITHMIC_FROM = 60.0
"""Highest over lowest figure from which the scale is logarithmic: a ×100 slip hides the rest,
a toll that grows from 2 to 90 does not."""
NEAR = 0.75
"""Lowest over highest figure above which the scale does not begin at 0, where all would be one."""
_LETTER = 7.0  # width of a digit
_LINE = 13.0  # height of a line of text
_STEP = 11.0  # between marks of one day and figure
_INITIALS = 4  # letters of a short form: USGS
_UNKNOWN = "unknown origin"
_OTHERS = "other origins"


@dataclass(frozen=True, slots=True)
class Dot:
    """A figure on a day. `standing`: agrees, differs, later, withdrawn, or own for the figure
    the chart is about; `words` are for the tooltip."""

    day: date
    count: float
    low: float
    high: float
    origin: str | None
    standing: str
    words: str
    printed: str | None = None
    """The origin as its report prints it."""


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: the class that colours it, its mark as SVG, its name."""

    css: str
    mark: str
    name: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing, its legend, and whether its scale is logarithmic."""

    svg: str
    legend: tuple[Key, ...]
    logarithmic: bool = False


def draw(
    dots: Sequence[Dot], label: str, own: str = "this text", level: float | None = None
) -> Chart | None:
    """The chart of the dots; None where there are too few to show anything. `label` says in
    words what it shows, `own` names the figure in question; where its day is not known, no dot
    has it: `level` is its count."""
    reports = [dot for dot in dots if dot.standing != "own"]
    marked = [dot for dot in dots if dot.standing == "own"]
    levels = [dot.count for dot in marked] or ([] if level is None else [level])
    if not reports or len(reports) + len(levels) < 2:
        return None
    classes = _classes(reports)
    columns = _columns(sorted({dot.day for dot in dots}))
    scale = _Scale.of(dots, levels)
    parts = [
        *_grid(scale),
        *_days(columns),
        *(part for count in levels for part in _own_line(count, scale, own)),
        *_marks(reports, classes, columns, scale, {(dot.day, dot.count) for dot in marked}),
        *(_own_mark(dot, columns, scale) for dot in marked),
    ]
    svg = (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(label)}">{"".join(parts)}</svg>'
    )
    return Chart(svg, _legend(classes, reports), scale.logarithmic)


# --- Scales -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scale:
    """Figures → heights. Linear from 0, or logarithmic."""

    top: float
    bottom: float
    ticks: tuple[float, ...]
    logarithmic: bool

    @classmethod
    def of(cls, dots: Iterable[Dot], levels: Sequence[float] = ()) -> _Scale:
        ends = [n for dot in dots for n in (dot.low, dot.high, dot.count)]
        counts = [n for n in (*ends, *levels) if math.isfinite(n)]
        most, least = max(counts), min((n for n in counts if n > 0), default=0.0)
        if min(counts) >= 0 and least and most / least > LOGARITHMIC_FROM:
            first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
            step = max(1, (last - first) // 4)
            ticks = tuple(10.0**power for power in range(first, last + 1, step))
            return cls(10.0**last, 10.0**first, ticks, True)
        bottom = min(0.0, min(counts))
        if least == min(counts) and NEAR * most < least < most:
            bottom = least - (most - least) / 2
        ticks = _ticks(bottom, most)
        return cls(max(ticks[-1], most), min(ticks[0], bottom), ticks, False)

    def y(self, count: float) -> float:
        low, high, at = self.bottom, self.top, count
        if self.logarithmic:
            low, high, at = math.log10(low), math.log10(high), math.log10(max(count, low))
        share = (at - low) / (high - low) if high > low else 0.5
        return round(HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM), 1)


def _ticks(bottom: float, top: float) -> tuple[float, ...]:
    """About four round numbers that span the range."""
    span = (top - bottom) or 1.0
    power = 10.0 ** math.floor(math.log10(span / 4))
    step = next(power * m for m in (1, 2, 2.5, 5, 10) if power * m >= span / 4)
    if span >= 4:
        step = max(1.0, float(math.ceil(step)))
    first = math.floor(bottom / step)
    return tuple(step * n for n in range(first, first + math.ceil((top - first * step) / step) + 1))


def _columns(days: Sequence[date]) -> dict[date, float]:
    """Where each day stands. Gaps are drawn by the logarithm of their days, so that one report
    years later doesn't press the first days into a line."""
    steps = [1.0 + 0.4 * math.log2((b - a).days) for a, b in pairwise(days)]
    room = WIDTH - LEFT - RIGHT
    margin = room / (2 * len(days)) if len(days) < 8 else 14.0
    unit = (room - 2 * margin) / sum(steps) if steps else 0.0
    place = LEFT + (margin if steps else room / 2)
    places = {days[0]: round(place, 1)}
    for day, step in zip(days[1:], steps, strict=True):
        place += step * unit
        places[day] = round(place, 1)
    return places


# --- Parts ------------------------------------------------------------------------------------


def _grid(scale: _Scale) -> list[str]:
    parts = []
    for tick in scale.ticks:
        y = scale.y(tick)
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>')
        parts.append(_text(LEFT - 6, y + 4, _short(tick), "tick", "end"))
    return parts


def _days(columns: dict[date, float]) -> list[str]:
    """The dates under the columns, as many as fit; the year where it changes."""
    parts: list[str] = []
    free, year = -math.inf, 0
    for day, x in columns.items():
        words = f"{day.day} {day:%b}" + (f" {day.year}" if day.year != year else "")
        half = len(words) * _LETTER / 2
        parts.append(
            f'<line class="tickmark" x1="{x}" x2="{x}" y1="{HEIGHT - BOTTOM}" '
            f'y2="{HEIGHT - BOTTOM + 4}"/>'
        )
        if x - half > free:
            parts.append(_text(x, HEIGHT - BOTTOM + 18, words, "tick", "middle"))
            free, year = x + half + 6, day.year
    return parts


def _marks(
    dots: Sequence[Dot],
    classes: dict[str, int],
    columns: dict[date, float],
    scale: _Scale,
    ringed: Container[tuple[date, float]],
) -> list[str]:
    """A mark for each day, figure, origin and standing; those of one day and figure side by
    side, the figure beside them."""
    parts: list[str] = []
    beside: list[str] = []  # drawn last, so that no mark covers a figure
    taken: list[tuple[float, float, float]] = []
    groups = _grouped(dots)
    step = _step(columns, max(map(len, groups.values())))
    for (day, count), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        x, y = columns[day], scale.y(count)
        start = x - step * (len(group) - 1) / 2
        for number, same in enumerate(group):
            parts.append(_mark(start + number * step, y, same, classes, scale))
        edge, words = start + step * (len(group) - 1) + 8, _short(count)
        if (day, count) in ringed:  # its own line names it
            continue
        box = (edge, edge + len(words) * _LETTER, y)
        if all(box[1] < a or box[0] > b or abs(y - c) > _LINE - 2 for a, b, c in taken):
            beside.append(_text(edge, y + 4, words, "value", "start"))
            taken.append(box)
    return parts + beside


def _step(columns: dict[date, float], widest: int) -> float:
    """Between marks of one day and figure: less where the widest row would reach the next day."""
    gaps = [b - a for a, b in pairwise(columns.values())]
    room = min(gaps, default=WIDTH - LEFT - RIGHT) - 2 * _LETTER - 10
    return max(3.0, min(_STEP, room / widest))


def _grouped(dots: Iterable[Dot]) -> dict[tuple[date, float], list[list[Dot]]]:
    """Dots by day and figure, within these by origin and standing, each together."""
    groups: dict[tuple[date, float], dict[tuple[str, str], list[Dot]]] = {}
    for dot in dots:
        here = groups.setdefault((dot.day, dot.count), {})
        here.setdefault((dot.origin or "", dot.standing), []).append(dot)
    return {place: list(here.values()) for place, here in groups.items()}


def _mark(x: float, y: float, same: Sequence[Dot], classes: dict[str, int], scale: _Scale) -> str:
    dot = same[0]
    css = _class(dot.origin, classes)
    words = "\n".join(one.words for one in same[:8])
    if len(same) > 8:
        words += f"\nand {len(same) - 8} more"
    reach = ""
    if dot.low < dot.high and math.isfinite(dot.high):
        reach = (
            f'<line class="reach" x1="{x:.1f}" x2="{x:.1f}" '
            f'y1="{scale.y(dot.low)}" y2="{scale.y(dot.high)}"/>'
        )
    return (
        f'<g class="dot {css} {dot.standing}"><title>{escape(words)}</title>{reach}'
        f"{_shape(css, x, y)}</g>"
    )


def _own_line(count: float, scale: _Scale, name: str) -> list[str]:
    y = scale.y(count)
    return [
        f'<line class="own" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}"/>',
        _text(WIDTH - RIGHT + 5, y - 2, escape(name), "own", "start"),
        _text(WIDTH - RIGHT + 5, y + 12, _short(count), "own strong", "start"),
    ]


def _own_mark(dot: Dot, columns: dict[date, float], scale: _Scale) -> str:
    return (
        f'<g class="dot own"><title>{escape(dot.words)}</title>'
        f'<circle cx="{columns[dot.day]}" cy="{scale.y(dot.count)}" r="9"/></g>'
    )


def _shape(css: str, x: float, y: float) -> str:
    """Each origin has a shape as well as a colour."""
    corners = {
        "o1": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        "o2": ((0, -5.5), (5, 4), (-5, 4)),
        "o3": ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),
        "o4": ((0, 5.5), (5, -4), (-5, -4)),
        "others": ((-4.5, -2), (4.5, -2), (4.5, 2), (-4.5, 2)),
    }.get(css)
    if corners is None:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5"/>'
    points = " ".join(f"{x + dx:.1f},{y + dy:.1f}" for dx, dy in corners)
    return f'<polygon points="{points}"/>'


# --- Origins ----------------------------------------------------------------------------------


def _classes(dots: Iterable[Dot]) -> dict[str, int]:
    """The origins that have a colour of their own, those of most figures first."""
    counts = Counter(dot.origin for dot in dots if dot.origin)
    ranked = sorted(counts, key=lambda name: (-counts[name], name))
    return {name: number for number, name in enumerate(ranked[:ORIGINS])}


def _class(origin: str | None, classes: dict[str, int]) -> str:
    if origin is None:
        return "unknown"
    return f"o{classes[origin]}" if origin in classes else "others"


def _legend(classes: dict[str, int], dots: Sequence[Dot]) -> tuple[Key, ...]:
    names = {f"o{number}": name for name, number in classes.items()}
    printed = {dot.origin: dot.printed for dot in dots if dot.origin and dot.printed}
    if any(dot.origin and dot.origin not in classes for dot in dots):
        names["others"] = _OTHERS
    if any(dot.origin is None for dot in dots):
        names["unknown"] = _UNKNOWN
    return tuple(
        Key(
            css,
            f'<svg class="chart key" viewBox="0 0 14 14" aria-hidden="true">'
            f'<g class="dot {css}">{_shape(css, 7, 7)}</g></svg>',
            _named(printed.get(name, name)),
        )
        for css, name in names.items()
    )


def _named(origin: str) -> str:
    """An origin as printed; some authorities are known in lower case alone: usgs, the ministry."""
    if origin != origin.lower():
        return origin[:1].upper() + origin[1:]
    if origin in (_UNKNOWN, _OTHERS):
        return origin
    return origin.upper() if len(origin) <= _INITIALS else origin[:1].upper() + origin[1:]


def _text(x: float, y: float, words: str, css: str, anchor: str) -> str:
    return f'<text class="{css}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def _short(count: float) -> str:
    """A figure in few letters: 87, 1,200, 61bn."""
    for scale, letter in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(count) >= scale:
            return f"{count / scale:.4g}{letter}"
    return f"{count:,.0f}" if float(count).is_integer() else f"{count:,.4g}"

"""Plots for the model card, as SVG: how often a score comes true, and how often an accusation is
right by the match confidence it asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.judging.matching import Fact
from factcheck.results import Relation
from factcheck.training.evaluation import Outcome
from factcheck.training.learning import FACT_OF

BINS = 10
SIDE, MARGIN = 240, 44  # pixels of a plot's square, and around it
_COLOURS = ("#1f5fa8", "#b4521a")


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a curve, 0–1 on both axes, standing for so many pairs."""

    x: float
    y: float
    pairs: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A named line of a plot."""

    name: str
    points: tuple[Point, ...]


def match_scores(told: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """Match confidence with whether the pair is one fact."""
    return [(o.match_confidence, FACT_OF[o.case.label] is Fact.SAME) for o in told]


def consistency_scores(told: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """Consistency with whether both figures can be right, over the pairs that are one fact."""
    right = (Relation.CONSISTENT, Relation.UPDATE)
    own = [o for o in told if FACT_OF[o.case.label] is Fact.SAME]
    return [(o.consistency, o.case.label in right) for o in own]


def reliability(name: str, scored: Sequence[tuple[float, bool]]) -> Curve:
    """Mean score beside the share that came true, over bins of equal width."""
    held: dict[int, list[tuple[float, bool]]] = {}
    for score, true in scored:
        held.setdefault(min(int(score * BINS), BINS - 1), []).append((score, true))
    points = [
        Point(sum(s for s, _ in own) / len(own), sum(t for _, t in own) / len(own), len(own))
        for _, own in sorted(held.items())
    ]
    return Curve(name, tuple(points))


def precision(name: str, accused: Sequence[tuple[float, bool]]) -> Curve:
    """By threshold: the share of accusations of at least that match confidence that are right."""
    points = []
    for step in range(BINS * 2 + 1):
        threshold = step / (BINS * 2)
        own = [right for confidence, right in accused if confidence >= threshold]
        if own:
            points.append(Point(threshold, sum(own) / len(own), len(own)))
    return Curve(name, tuple(points))


def accusations(told: Sequence[Outcome]) -> list[tuple[float, bool]]:
    """Match confidence of the pairs called conflicts, with whether they are."""
    said = [o for o in told if o.said is Relation.CONFLICT]
    return [(o.match_confidence, o.case.label is Relation.CONFLICT) for o in said]


def plot(title: str, across: str, up: str, curves: Sequence[Curve], *, diagonal: bool) -> str:
    """A square plot with its curves; the size of a dot tells how many pairs it stands for."""
    width, height = SIDE + 2 * MARGIN, SIDE + 2 * MARGIN + 18 * len(curves)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="11" role="img" aria-label="{title}">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{MARGIN}" y="18" font-size="13">{title}</text>',
        *_axes(across, up),
    ]
    if diagonal:
        parts.append(_line([Point(0, 0, 0), Point(1, 1, 0)], "#999", 'stroke-dasharray="4 3"'))
    for index, curve in enumerate(curves):
        colour = _COLOURS[index % len(_COLOURS)]
        parts.append(_line(curve.points, colour))
        most = max((point.pairs for point in curve.points), default=1)
        parts += [_dot(point, colour, most) for point in curve.points]
        y = SIDE + 2 * MARGIN + 18 * index
        parts.append(f'<text x="{MARGIN}" y="{y + 8}" fill="{colour}">{curve.name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def _axes(across: str, up: str) -> list[str]:
    left, right, top, bottom = _x(0), _x(1), _y(1), _y(0)
    parts = [
        f'<rect x="{left}" y="{top}" width="{right - left}" height="{bottom - top}" fill="none" '
        'stroke="#444"/>',
        f'<text x="{_x(0.5)}" y="{bottom + 30}" text-anchor="middle">{across}</text>',
        f'<text x="12" y="{_y(0.5)}" text-anchor="middle" '
        f'transform="rotate(-90 12 {_y(0.5)})">{up}</text>',
    ]
    for tick in (0.0, 0.5, 1.0):
        parts.append(f'<text x="{_x(tick)}" y="{bottom + 15}" text-anchor="middle">{tick:g}</text>')
        parts.append(f'<text x="{left - 5}" y="{_y(tick) + 4}" text-anchor="end">{tick:g}</text>')
    return parts


def _line(points: Sequence[Point], colour: str, more: str = "") -> str:
    told = " ".join(f"{_x(point.x):.1f},{_y(point.y):.1f}" for point in points)
    return f'<polyline points="{told}" fill="none" stroke="{colour}" stroke-width="1.5" {more}/>'


def _dot(point: Point, colour: str, most: int) -> str:
    radius = 2 + 4 * (point.pairs / most) ** 0.5
    return (
        f'<circle cx="{_x(point.x):.1f}" cy="{_y(point.y):.1f}" r="{radius:.1f}" fill="{colour}" '
        f'fill-opacity="0.7"><title>{point.pairs} pairs</title></circle>'
    )


def _x(share: float) -> float:
    return MARGIN + SIDE * share


def _y(share: float) -> float:
    return MARGIN + SIDE * (1 - share)

"""The chart of figures over time: every figure has its mark, inside the drawing."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from factcheck.showing import chart
from factcheck.showing.chart import HEIGHT, WIDTH, Dot
from tests.factcheck.html_pages import Page

START = date(2025, 4, 24)


def dot(day: int, count: float, origin: str | None = None, standing: str = "differs") -> Dot:
    when = START + timedelta(days=day)
    return Dot(when, count, count, count, origin, standing, f"{count} on {when}")


DOTS = st.lists(
    st.builds(
        dot,
        st.integers(0, 4000),
        st.floats(0, 1e9, allow_subnormal=False).map(lambda n: round(n, 2)),
        st.none() | st.sampled_from([f"agency {n}" for n in range(9)]),
        st.sampled_from(["agrees", "differs", "later", "withdrawn", "own"]),
    ),
    max_size=40,
)


@given(DOTS)
def test_each_figure_day_origin_and_standing_has_a_mark_inside_the_drawing(dots: list[Dot]) -> None:
    drawn = chart.draw(dots, "label")
    reports = [one for one in dots if one.standing != "own"]
    if not reports or len(dots) < 2:
        assert drawn is None
        return
    assert drawn is not None
    page = Page()
    page.feed(drawn.svg)
    assert not page.open
    wanted = {(one.day, one.count, one.origin, one.standing) for one in reports}
    assert len(re.findall(r'<g class="dot (?!own)', drawn.svg)) == len(wanted)
    heights = [float(n) for n in re.findall(r' (?:y1|y2|cy|y)="([\d.e+-]+)"', drawn.svg)]
    assert all(0 <= n <= HEIGHT for n in heights)
    across = [float(n) for n in re.findall(r' (?:x1|x2|cx|x)="([\d.e+-]+)"', drawn.svg)]
    assert all(-2 * WIDTH < n < 2 * WIDTH for n in across)


def test_a_higher_figure_stands_higher_and_a_later_day_further_right() -> None:
    drawn = chart.draw([dot(0, 2), dot(1, 9), dot(40, 12)], "label")
    assert drawn is not None
    spots = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn.svg)
    by_time = sorted((float(x), float(y)) for x, y in spots)
    assert len(by_time) == 3
    assert [y for _, y in by_time] == sorted((y for _, y in by_time), reverse=True)


def test_a_slip_by_hundreds_turns_the_scale_logarithmic() -> None:
    plain, wide = ([dot(0, 12), dot(1, n, None, "own")] for n in (14, 1200))
    assert not (chart.draw(plain, "") or chart.Chart("", (), True)).logarithmic
    assert (chart.draw(wide, "") or chart.Chart("", ())).logarithmic


def test_a_figure_without_a_day_is_drawn_across_without_a_mark_of_its_own() -> None:
    drawn = chart.draw([dot(0, 12)], "label", "this text", 90)
    assert drawn is not None
    assert '<line class="own"' in drawn.svg
    assert ">90<" in drawn.svg
    assert 'class="dot own"' not in drawn.svg


def test_no_mark_is_drawn_over_the_figure_beside_another() -> None:
    drawn = chart.draw([dot(0, 9), dot(0, 10), dot(1, 12)], "label")
    assert drawn is not None
    assert drawn.svg.rindex('<g class="dot') < drawn.svg.index('class="value"')


def test_origins_are_told_apart_by_shape_as_well_as_colour() -> None:
    drawn = chart.draw([dot(0, 9, "AP"), dot(0, 9, "AFP"), dot(0, 9)], "label")
    assert drawn is not None
    assert [key.name for key in drawn.legend] == ["AFP", "AP", "unknown origin"]
    assert len({re.sub(r'class="dot \w+"', "", key.mark) for key in drawn.legend}) == 2
    assert len({key.css for key in drawn.legend}) == 3


def test_what_marks_say_is_escaped() -> None:
    one = Dot(START, 1, 1, 1, "<b>", "agrees", "<script>")
    drawn = chart.draw([one, dot(1, 2)], '"><script>')
    assert drawn is not None
    assert "<script>" not in drawn.svg


def test_the_legend_has_the_capitals_of_the_report() -> None:
    dots = [
        Dot(START, 3, 3, 3, "disaster agency afad", "agrees", "3", "disaster agency AFAD"),
        Dot(START, 4, 4, 4, "usgs", "differs", "4"),
    ]
    drawn = chart.draw(dots, "Figures", "found", 3)
    assert drawn is not None
    assert {key.name for key in drawn.legend} == {"Disaster agency AFAD", "USGS"}

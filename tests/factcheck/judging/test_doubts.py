"""Slips that are likelier than news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.judging import growth
from factcheck.results import ClaimResult, Severity

COURSES = st.builds(
    growth.Course,
    st.sampled_from(("killed", "wounded", "identified")),
    st.sampled_from(("attack", "quake", None)),
    st.sampled_from(growth.AGES),
    st.sampled_from((0.0, 5.0)),
)


@given(st.integers(10, 400), COURSES)
def test_what_a_toll_may_grow_to_is_one_of_its_chances(earlier: int, course: growth.Course) -> None:
    curve = growth.shipped()
    chances = [curve.told(count, 1.0, earlier, course) for count in range(earlier + 1, 3000)]
    assert all(chance >= 0 for chance in chances)
    assert sum(chances) <= 1 + 1e-9
    assert chances[1:] == sorted(chances[1:], reverse=True)


@given(st.integers(10, 10**5), st.floats(1.2, 5), COURSES)
def test_a_rounder_figure_stands_for_more(
    earlier: int, times: float, course: growth.Course
) -> None:
    curve, count = growth.shipped(), earlier * times
    fine, round_ = (curve.told(count, step, earlier, course) for step in (1.0, 10.0))
    assert 0 < fine < round_


def _told(prior: str, article: str, figure: str) -> ClaimResult:
    with Store(":memory:") as store:
        before = Document(prior, id="prior", published="2025-05-05", outlet="Morning Post")
        factcheck.ingest(before, store)
        document = Document(article, id="article", published="2025-05-06", outlet="Evening Star")
        found = factcheck.check(document, store).results
    return next(result for result in found if figure in result.claim.value.text)


PRIOR = "A blast at a mine in Zonguldak, Turkey, on Sunday killed 23 and injured 45, Anadolu said."
ARTICLE = "Sunday's blast at a mine in Zonguldak, Turkey, killed {} and injured {}, Anadolu said."


@pytest.mark.parametrize(
    ("figures", "figure", "severity", "slip"),
    [
        (("23", "54"), "54", Severity.WARNING, "swapped digits"),
        (("23", "55"), "55", Severity.NOTICE, None),
        (("23", "62"), "62", Severity.NOTICE, None),
        (("25", "45"), "25", Severity.NOTICE, None),
        (("27", "50"), "50", Severity.NOTICE, None),
    ],
)
def test_a_slip_of_the_only_report_is_a_warning_and_growth_is_not(
    figures: tuple[str, str], figure: str, severity: Severity, slip: str | None
) -> None:
    result = _told(PRIOR, ARTICLE.format(*figures), figure)
    assert (result.verdict.value, result.severity) == ("update", severity)
    assert [hint.slip for hint in result.hints] == ([slip] if slip else [])


def test_the_reason_names_the_slip() -> None:
    why = _told(PRIOR, ARTICLE.format("23", "54"), "54").why
    assert "swapped digits of 45 would explain it" in why


def test_more_identified_than_have_died_is_a_warning() -> None:
    prior = (
        "A fire in a market in Pune, India, on Sunday killed 54 people; 21 victims have been "
        "identified, police said."
    )
    article = "Police in Pune, India, said {} victims of Sunday's market fire have been identified."
    assert _told(prior, article.format(121), "121").severity is Severity.WARNING
    assert _told(prior, article.format(47), "47").severity is Severity.NOTICE


def test_what_rose_to_a_figure_takes_no_higher_one_back() -> None:
    prior = "A missile strike on Odesa, Ukraine, on Sunday killed 31 people, the mayor said."
    article = "The mayor said the death toll of Sunday's missile strike on Odesa, Ukraine, {} 18."
    for words in ("rose to", "has climbed to", "had risen to at least"):
        assert _told(prior, article.format(words), "18").verdict.value in ("conflict", "outdated")
    assert _told(prior, article.format("was lowered to"), "18").verdict.value == "correction"


def test_growth_that_is_assumed_is_looked_at_sooner() -> None:
    prior = "The train crash near Odense, Denmark, on Sunday hurt many; 90 people were rescued."
    article = "Rescuers near Odense, Denmark, said {} were rescued after Sunday's train crash."
    assert _told(prior, article.format(537), "537").severity is Severity.WARNING
    assert _told(prior, article.format(280), "280").severity is Severity.NOTICE

"""Verdicts: the worked example of the semantics, and the same laws on other events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims_db.records import Bound, Claim, Prior, Report, Role, Status, Value
from factcheck.judging import verdict
from factcheck.results import ClaimResult, Severity, Verdict
from tests.factcheck.judged import article, claim, place, priors_on, value

EVENTS = {
    "kyiv": ("Kyiv", "UA", ("2025-04-23", "2025-04-24"), "attack"),
    "lviv": ("Lviv", "UA", ("2025-04-23", "2025-04-24"), "attack"),
    "sumy": ("Sumy", "UA", ("2025-04-13", "2025-04-13"), "attack"),
    "odisha": ("Balasore", "IN", ("2023-06-02", "2023-06-02"), "crash"),
    "maui": ("Lahaina", "US", ("2023-08-08", "2023-08-08"), "fire"),
    "itaewon": ("Seoul", "KR", ("2022-10-29", "2022-10-29"), "crush"),
}


def told(kind: str, number: Value, event: str, **fields: object) -> Claim:
    name, country, window, happening = EVENTS[event]
    return claim(kind, number, (place(name, country),), window, happening, **fields)  # type: ignore[arg-type]


def checked(
    kind: str,
    number: float,
    event: str,
    published: str,
    bound: Bound = Bound.EXACT,
    **fields: object,
) -> ClaimResult:
    made = told(kind, value(number, bound), event, **fields)
    return verdict.decide(made, article(published), priors_on(kind), published)


def slips(result: ClaimResult) -> list[str]:
    return [hint.slip for hint in result.hints]


@pytest.mark.parametrize(
    ("kind", "number", "expected", "slip"),
    [
        ("killed", 12, Verdict.CONSISTENT, None),
        ("killed", 21, Verdict.CONFLICT, "swapped digits"),
        ("killed", 1200, Verdict.CONFLICT, "×100"),
        ("wounded", 900, Verdict.CONFLICT, "×10"),
        ("killed", 14, Verdict.UPDATE, None),
        ("killed", 9, Verdict.OUTDATED, None),
    ],
)
def test_the_worked_example(kind: str, number: float, expected: Verdict, slip: str | None) -> None:
    result = checked(kind, number, "kyiv", "2025-04-25")
    assert result.verdict is expected, result.why
    assert slip is None or slip in slips(result)


def test_at_least_twelve_agrees_and_the_later_thirteen_is_shown_as_later() -> None:
    result = checked("killed", 12, "kyiv", "2025-04-25", Bound.AT_LEAST)
    assert result.verdict is Verdict.CONSISTENT
    assert result.origins.agree >= 2
    later = [m for m in result.matches if m.later and m.prior.claim.value.stated == 13]
    assert later
    assert result.latest is not None
    assert result.latest.claim.value.stated == 12


@pytest.mark.parametrize(
    ("source", "severity"), [("Ukrainian officials", Severity.NOTICE), (None, Severity.WARNING)]
)
def test_a_divided_record_is_a_notice_where_the_article_says_who_told_it(
    source: str | None, severity: Severity
) -> None:
    result = checked("wounded", 90, "kyiv", "2025-04-25", source=source)
    assert result.verdict is Verdict.DISPUTED, result.why
    assert result.severity is severity
    assert result.origins.agree
    assert result.origins.disagree


def test_the_same_figure_elsewhere_has_no_prior() -> None:
    result = checked("killed", 12, "lviv", "2025-04-25")
    assert result.verdict is Verdict.NO_PRIOR
    assert result.match_confidence is None


@pytest.mark.parametrize(("kind", "number"), [("killed", 12), ("killed", 21), ("wounded", 900)])
def test_the_article_moved_in_time_is_not_accused(kind: str, number: float) -> None:
    moved = replace(
        told(kind, value(number), "kyiv"),
        when=replace(told(kind, value(1), "kyiv").when, start="2025-02-19", end="2025-02-20"),  # type: ignore[type-var]
    )
    result = verdict.decide(moved, article("2025-02-21"), priors_on(kind), "2025-02-21")
    assert result.verdict is Verdict.NO_PRIOR
    undated = replace(moved, when=None)
    result = verdict.decide(undated, article("2025-02-21"), priors_on(kind), "2025-02-21")
    assert result.verdict is Verdict.NO_PRIOR, result.why


@pytest.mark.parametrize(
    ("kind", "number", "event", "published", "expected"),
    [
        ("killed", 35, "sumy", "2025-04-16", Verdict.CONSISTENT),
        ("killed", 53, "sumy", "2025-04-16", Verdict.CONFLICT),
        ("killed", 350, "sumy", "2025-04-16", Verdict.CONFLICT),
        ("killed", 36, "sumy", "2025-04-16", Verdict.UPDATE),
        ("killed", 32, "sumy", "2025-04-16", Verdict.OUTDATED),
        ("killed", 33, "sumy", "2025-04-16", Verdict.OUTDATED),
        ("killed", 5, "sumy", "2025-04-16", Verdict.CONFLICT),
        ("wounded", 1190, "sumy", "2025-04-16", Verdict.CONFLICT),
        ("killed", 288, "odisha", "2023-06-08", Verdict.CONSISTENT),
        ("killed", 2880, "odisha", "2023-06-08", Verdict.CONFLICT),
        ("killed", 290, "odisha", "2023-06-08", Verdict.UPDATE),
        ("wounded", 11750, "odisha", "2023-06-08", Verdict.CONFLICT),
        ("killed", 970, "maui", "2023-09-20", Verdict.CONFLICT),
        ("killed", 9700, "maui", "2023-09-20", Verdict.CONFLICT),
        ("killed", 97, "maui", "2023-09-20", Verdict.CONSISTENT),
        ("killed", 1560, "itaewon", "2022-11-02", Verdict.CONFLICT),
        ("killed", 149, "itaewon", "2022-11-02", Verdict.OUTDATED),
    ],
)
def test_other_events_other_numbers(
    kind: str, number: float, event: str, published: str, expected: Verdict
) -> None:
    result = checked(kind, number, event, published)
    assert result.verdict is expected, result.why


def test_a_report_is_no_support_for_itself_nor_its_agency_for_its_own_copy() -> None:
    priors = [p for p in priors_on("killed") if p.report.id in ("KY07", "KY08", "KY28")]
    made = told("killed", value(12), "kyiv")
    alone = verdict.decide(made, article("2025-04-25", "Reuters"), priors, "2025-04-25")
    assert alone.verdict is Verdict.NO_PRIOR
    other = verdict.decide(made, article("2025-04-25", "The Weekly"), priors, "2025-04-25")
    assert other.verdict is Verdict.CONSISTENT
    assert other.origins.agree == 1


def test_withdrawn_reports_are_shown_and_are_no_evidence() -> None:
    priors = [
        Prior(p.claim, replace(p.report, retracted=True))
        for p in priors_on("killed")
        if p.report.id in ("KY08", "KY09")
    ]
    made = told("killed", value(12), "kyiv")
    result = verdict.decide(made, article("2025-04-25"), priors, "2025-04-25")
    assert result.verdict is Verdict.NO_PRIOR
    assert len(result.matches) == len(priors)


def test_without_priors_nothing_is_said() -> None:
    result = verdict.decide(told("killed", value(3), "kyiv"), article(None), [], None)
    assert result.verdict is Verdict.NO_PRIOR
    assert result.severity is Severity.OK


# --- Past, partial and later dates ---


def toll(number: float, day: str, **fields: object) -> Prior:
    fields = {"as_of": day, "sentence": "Another report", **fields}  # no reprint of the claim's
    made = claim("killed", value(number), _RIGA, **fields)  # type: ignore[arg-type]
    return Prior(made, Report(f"r{number:g}{day}", outlet="A Paper", published=day[:10]))


_RIGA = (place("Riga", "LV"),)
_FIRE = ("2024-05-03", "2024-05-03")


def found_of(number: float, published: str, *priors: Prior, **fields: object) -> ClaimResult:
    made = claim("killed", value(number), _RIGA, _FIRE, "fire", **fields)  # type: ignore[arg-type]
    return verdict.decide(made, article(published), priors, published)


def test_a_figure_told_as_past_takes_no_side_and_nothing_back() -> None:
    text = "The toll was revised from 24 to 18, having been 24 for days"
    past = {"role": Role.PREVIOUS, "sentence": text}
    priors = [toll(n, "2024-05-06", when=_FIRE, happening="fire") for n in (18, 20)]
    assert found_of(24, "2024-05-07", *priors, **past).verdict is Verdict.NO_PRIOR
    told_past = [toll(24, "2024-05-06", when=_FIRE, happening="fire", role=Role.PREVIOUS)]
    assert found_of(18, "2024-05-06", priors[0], *told_past).verdict is Verdict.CONSISTENT


def test_of_a_month_any_figure_of_its_days_may_have_been_the_newest() -> None:
    priors = [
        toll(18, "2024-05-04", when=_FIRE, happening="fire"),
        toll(24, "2024-05-28", when=_FIRE, happening="fire"),
    ]
    assert found_of(18, "2024-05", *priors).verdict is Verdict.CONSISTENT
    assert found_of(18, "2024-05-29", *priors).verdict is Verdict.OUTDATED


def test_a_figure_of_a_later_hour_is_not_on_record() -> None:
    evening = toll(24, "2024-05-03T21:00", when=_FIRE, happening="fire")
    assert found_of(6, "2024-05-03T09:00", evening).verdict is Verdict.NO_PRIOR
    assert found_of(6, "2024-05-03T23:00", evening).verdict is not Verdict.NO_PRIOR


def test_a_count_of_the_confirmed_dead_may_run_behind() -> None:
    prior = toll(79, "2024-05-06", when=_FIRE, happening="fire")
    confirmed = found_of(54, "2024-05-20", prior, status=Status.CONFIRMED)
    assert confirmed.verdict is Verdict.NO_PRIOR
    assert found_of(54, "2024-05-20", prior).verdict in (Verdict.OUTDATED, Verdict.CONFLICT)

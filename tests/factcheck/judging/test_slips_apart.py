"""Figures that are matched with nothing, but are a slip of what a report of the happening gives."""

from __future__ import annotations

import pytest

import factcheck
from claims_db.records import Claim, Document, Prior, Report
from claims_db.store import Store
from factcheck.judging import slips_apart
from factcheck.results import ClaimResult, Origins, Severity, Verdict
from tests.factcheck.judged import article, claim, value

FAIR = (
    (
        "2025-09-14",
        "Rhine Wire",
        "The Basel autumn fair closed on Sunday after nine days. It drew 340,000 visitors, the "
        "organisers said, and cleaners gathered 57 tonnes of litter. Stalls took 12.6 million "
        "francs. Four pickpockets were arrested.",
    ),
    (
        "2025-09-15",
        "Upper Rhine Post",
        "Basel counted 340,000 guests at its autumn fair, which ended on Sunday; stalls took 12.6 "
        "million francs. Police arrested four pickpockets.",
    ),
)
ARTICLE = (
    "Basel's autumn fair, which ended on Sunday, drew {guests} visitors. Stalls took {takings} "
    "million francs, and {litter} tonnes of litter were left. Police arrested four pickpockets."
)
FIRM = (
    (
        "2025-04-10",
        "Ledger Post",
        "Dutch brewer Oudemeer will spend 48 million euros on a bottling hall in Breda, it said on "
        "Thursday. The hall is to fill 36,000 bottles an hour and open in May 2027.",
    ),
)
BOTTLES = (
    "Breda's council has welcomed brewer Oudemeer's bottling hall, which will fill 36,000 bottles "
    "an hour from May 2027. Local builders hope to share in the {cost} million euros."
)


def _told(
    priors: tuple[tuple[str, str, str], ...], article: str, day: str
) -> dict[str, ClaimResult]:
    with Store(":memory:") as store:
        for number, (published, outlet, text) in enumerate(priors):
            before = Document(text, id=f"p{number}", published=published, outlet=outlet)
            factcheck.ingest(before, store)
        document = Document(article, id="article", published=day, outlet="Evening Star")
        return {r.claim.value.text: r for r in factcheck.check(document, store).results}


def _fair(guests: str = "340,000", takings: str = "12.6", litter: str = "57") -> list[ClaimResult]:
    article = ARTICLE.format(guests=guests, takings=takings, litter=litter)
    found = _told(FAIR, article, "2025-09-16")
    return [r for r in found.values() if r.severity in (Severity.WARNING, Severity.ERROR)]


def test_what_agrees_is_let_pass() -> None:
    assert not _fair()


@pytest.mark.parametrize(
    ("altered", "figure", "slip"),
    [
        ({"guests": "430,000"}, 340_000, "swapped digits"),
        ({"takings": "126"}, 12.6e6, "×10"),
    ],
)
def test_a_slip_is_a_conflict(altered: dict[str, str], figure: float, slip: str) -> None:
    (result,) = _fair(**altered)
    assert (result.verdict.value, result.severity) == ("conflict", Severity.ERROR)
    assert [(hint.slip, hint.figure) for hint in result.hints] == [(slip, figure)]
    assert result.latest is not None
    assert result.latest.claim.value.stated == figure


@pytest.mark.parametrize("altered", [{"guests": "352,000"}, {"litter": "61"}, {"takings": "13.1"}])
def test_another_figure_that_is_no_slip_is_not_accused_so(altered: dict[str, str]) -> None:
    assert not [result for result in _fair(**altered) if result.hints]


def test_what_the_document_gives_rightly_too_is_another_thing() -> None:
    article = ARTICLE.format(guests="340,000", takings="12.6", litter="57")
    more = " At Colmar's fair 75 tonnes of litter were left."
    found = _told(FAIR, article + more, "2025-09-16")
    assert found["75"].severity is Severity.OK


def test_one_digit_is_too_little() -> None:
    found = _told(FIRM, BOTTLES.format(cost="4.8"), "2025-04-14")
    assert not [hint for result in found.values() for hint in result.hints if hint.figure < 10]


@pytest.mark.parametrize(("cost", "slip"), [("84", "swapped digits"), ("480", "×10")])
def test_the_text_as_a_whole_ties_it(cost: str, slip: str) -> None:
    result = _told(FIRM, BOTTLES.format(cost=cost), "2025-04-14")[f"{cost} million"]
    assert [hint.slip for hint in result.hints] == [slip]
    assert result.verdict.value == "conflict"
    assert result.severity.rank >= Severity.WARNING.rank


@pytest.mark.parametrize(
    ("outlets", "severity"),
    [
        (("Ledger Post", "Brabant Daily"), Severity.WARNING),  # neither tells whose word it is
        (("Ledger Post (dpa)", "Brabant Daily (dpa)"), Severity.WARNING),  # one agency
        (("Ledger Post (dpa)", "Brabant Daily"), Severity.WARNING),
        (("Ledger Post (dpa)", "Brabant Daily (AFP)"), Severity.ERROR),
    ],
)
def test_origins_not_outlets_make_it_an_error(outlets: tuple[str, str], severity: Severity) -> None:
    held = [
        Prior(claim("crowd", value(34_000), event="fair"), Report(name, name, "2025-04-10"))
        for name in outlets
    ]
    tie = Prior(claim("wounded", value(7), event="fair"), Report("tie", "tie", "2025-04-10"))
    known = _result(claim("wounded", value(7)), Verdict.CONSISTENT, tie)
    apart = _result(claim("crowd", value(43_000)), Verdict.NO_PRIOR, None)
    document = article("2025-04-12", "Evening Star")
    _, told = slips_apart.told(document, (known, apart), held, None, lambda _: {})
    assert (told.verdict, told.severity) == (Verdict.CONFLICT, severity)


def _result(own: Claim, verdict: Verdict, latest: Prior | None) -> ClaimResult:
    return ClaimResult(own, verdict, Severity.OK, None, None, Origins(), latest, "")


VOTE = (
    (
        "2025-06-02",
        "Fjord Post",
        "Liberals won 48 seats in Norland's election on Sunday, the electoral board said. Turnout "
        "was 71.3% and 2.4 million ballots were cast.",
    ),
)
NIGHT = "Norland's election on Sunday had a turnout of 71.3%, with 2.4 million ballots cast. "


@pytest.mark.parametrize(
    "seats",
    [
        "The Greens took 84 seats in local councils.",
        "In the councils 84 seats went to Conservatives.",
        "Independents kept 84 seats.",
    ],
)
def test_seats_of_another_party_are_no_slip(seats: str) -> None:
    found = _told(VOTE, NIGHT + seats, "2025-06-03")
    assert not found["84"].hints


SHARES = (
    (
        "2025-06-02",
        "Fjord Post",
        "Ida Holm won 25.4% of the vote in Norland's election on Sunday. Turnout was 71.3% and 2.4 "
        "million ballots were cast.",
    ),
)


@pytest.mark.parametrize("name", ["Nils Berg", "Eva Dahl"])
def test_a_share_of_another_candidate_is_no_slip(name: str) -> None:
    found = _told(SHARES, NIGHT + f"{name} won 52.4% of the vote.", "2025-06-03")
    assert not found["52.4%"].hints

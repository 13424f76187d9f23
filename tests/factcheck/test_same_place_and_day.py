"""From text to verdict: a report of the same happening is found by its place and day, a report of
another place is not."""

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import Verdict

# A report on record; an article of the same happening and its figure; one of another place.
CASES = {
    "a bus between two towns": (
        "A bus travelling from Oruro to Cochabamba plunged off the road near Vinto on Monday, "
        "killing 19 people, Bolivian police said.",
        "COCHABAMBA, Bolivia - Nineteen people died when a bus fell into a ravine near Vinto on "
        "Monday, officials said.",
        "Nineteen",
        "A bus plunged off the road near Oruro on Monday, killing 7 people, Bolivian police said.",
        "7",
    ),
    "a ship named after a town": (
        "The ferry Santa Cruz sank off Zamboanga in the Philippines on Sunday, and 12 passengers "
        "drowned, the coast guard said.",
        "ZAMBOANGA - A ferry that sank on Sunday off Zamboanga killed 12 passengers, the coast "
        "guard said. The Santa Cruz had 80 people aboard.",
        "12",
        "A ferry sank off Santa Cruz, Bolivia, on Sunday, and 5 passengers drowned.",
        "5",
    ),
    "a hospital named after a town": (
        "A gas blast at a market in Accra on Friday killed 9 people. The injured, 31 in all, were "
        "taken to Bethlehem Hospital.",
        "ACCRA, Ghana - Nine people were killed in a gas explosion at an Accra market on Friday. "
        "Thirty-one were injured.",
        "Thirty-one",
        "A gas explosion at a market in Bethlehem on Friday killed 2 people and injured 4.",
        "4",
    ),
    "a national sum under two datelines": (
        "DAR ES SALAAM - Tanzania will spend 45 billion shillings on a new bridge over the Rufiji "
        "river, the works ministry said on Monday.",
        "DODOMA, Tanzania - The works ministry said on Monday a new bridge over the Rufiji river "
        "would cost 45 billion shillings.",
        "45 billion",
        "NAIROBI - Kenya will spend 60 billion shillings on a new bridge over the Tana river, the "
        "works ministry said on Monday.",
        "60 billion",
    ),
    "a list of countries": (
        "Floods since Saturday have killed 12 people in Kenya, 7 in Uganda and 3 in Tanzania, "
        "officials said on Tuesday.",
        "Flood deaths since Saturday: Kenya 12, Uganda 7 and Tanzania 3, officials said.",
        "7",
        "Floods since Saturday have killed 22 people in Ethiopia, officials said on Tuesday.",
        "22",
    ),
    "a month and a count": (
        "In January 31 people were killed in attacks on villages near Beni, in eastern Congo, a "
        "monitoring group said.",
        "Attacks on villages near Beni in eastern Congo killed 31 people in January, the "
        "monitoring group said.",
        "31",
        "Attacks on villages near Gao in Mali killed 14 people in January, the monitoring group "
        "said.",
        "14",
    ),
}


def verdict_of(article: str, number: str, report: str) -> Verdict:
    with Store(":memory:") as store:
        factcheck.ingest(Document(report, published="2025-09-10", outlet="Lake Herald"), store)
        checked = factcheck.check(
            Document(article, published="2025-09-10", outlet="Hill Post"), store
        )
    return next(found.verdict for found in checked.results if number in found.claim.value.text)


@pytest.mark.parametrize("name", CASES)
def test_an_article_of_the_same_happening_matches(name: str) -> None:
    report, article, number, _, _ = CASES[name]
    assert verdict_of(article, number, report) is Verdict.CONSISTENT


@pytest.mark.parametrize("name", CASES)
def test_an_article_of_another_place_does_not(name: str) -> None:
    report, _, _, article, number = CASES[name]
    assert verdict_of(article, number, report) is Verdict.NO_PRIOR


def test_a_later_death_is_an_update_of_the_same_happening() -> None:
    report = (
        "A lorry hit a crowd at a market in Nakuru on Saturday, killing 2 people and injuring 14, "
        "police said."
    )
    article = (
        "NAKURU, Kenya - A third victim of Saturday's market crash in Nakuru died on Tuesday, "
        "raising the death toll to three, the hospital said."
    )
    assert verdict_of(article, "three", report) is Verdict.UPDATE

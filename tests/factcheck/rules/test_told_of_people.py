"""Counts of people across asides, in headlines, in sums and beside their groups. Our own."""

import pytest

from factcheck.reading.claims import read_text
from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Some 25,000 people in Sindh, half the district, need aid.", ("affected", 25000)),
        ("Seven members of a family, including an infant, were washed away.", ("missing", 7)),
        ("Nine guests at the lodge, most of them Swedes, were killed.", ("killed", 9)),
        ("Four others, among them two clerks, escaped with gunshot injuries.", ("wounded", 4)),
        ("The 12 passengers, all pupils, escaped with cuts and bruises.", ("wounded", 12)),
        ("Nine people including a toddler were killed.", ("killed", 9)),
        ("Some 30 pupils including two Swedes and a Dane were hurt.", ("wounded", 30)),
        ("Six fishermen including a boy of 12 drowned off Goa.", ("killed", 6)),
        ("Divers recovered 12 bodies of fishermen.", ("killed", 12)),
        ("The state saw 30 deaths of children.", ("killed", 30)),
        ("Rights groups counted 70 arrests of students.", ("detained", 70)),
        ("Some 31 people had to be rescued from the roof.", ("rescued", 31)),
        ("Two rows of fans had to be evacuated; 40 people had to be freed.", ("rescued", 40)),
        ("The kidnappers let 15 women and children go.", ("rescued", 15)),
        ("The court set 22 monks and nuns free.", ("rescued", 22)),
    ],
)
def test_asides_and_frames(text: str, count: tuple[str, float]) -> None:
    assert count in told(text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Five fighters from outlawed group killed in Swat", [("killed", 5)]),
        ("Three brothers from Lecce wounded near Bari", [("wounded", 3)]),
        ("At least six 'bandits' killed in northern raid", [("killed", 6)]),
        ("Cyclist, 34, killed in hit-and-run", [("killed", 1)]),
        ("Mum-of-two dies in Leeds flat fire", [("killed", 1)]),
        ("School bomb kills nine-year-old in Quetta", [("killed", 1)]),
        ("Six officers, 20 stone-throwers hurt in clashes", [("wounded", 6), ("wounded", 20)]),
    ],
)
def test_headlines(text: str, counts: list[tuple[str, float]]) -> None:
    assert told(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Eight miners died: five in the shaft, two in a lift and one in hospital.",
        "Eight were killed: six at the mosque and two on the bridge.",
        "The toll is 8: four in Iloilo, three in Capiz and one in Aklan.",
    ],
)
def test_parts_that_come_to_the_total(text: str) -> None:
    claims = [claim for claim in read_text(text) if claim.unit == "person"]
    assert {claim.kind for claim in claims} == {"killed"}
    assert [claim.part_of for claim in claims[1:]] == [claims[0].id] * (len(claims) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve shoppers were killed; eight were children.",
        "Nine people drowned, and four were tourists.",
        "Thirty pupils were hurt; two are Polish girls.",
    ],
)
def test_a_group_told_of_those_counted_is_part_of_them(text: str) -> None:
    whole, part = [claim for claim in read_text(text) if claim.unit == "person"]
    assert (part.part_of, part.kind) == (whole.id, whole.kind)


@pytest.mark.parametrize(
    "text",
    [
        "Two senators were wounded politically by the leak.",
        "The regulator killed off 40 brokers financially.",
        "Twelve mayors were buried electorally.",
    ],
)
def test_harm_in_a_manner_of_speaking(text: str) -> None:
    assert told(text) == []

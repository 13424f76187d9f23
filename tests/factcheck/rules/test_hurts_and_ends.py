"""Hurts told by what was broken, ends told past an aside, shares of rivals. Our own sentences."""

import pytest

from factcheck.reading.claims import read_text


def told(text: str) -> list[tuple[str, float | None, str]]:
    return [(c.kind, c.value.stated, c.value.bound.value) for c in read_text(text)]


@pytest.mark.parametrize(
    ("text", "kind", "stated"),
    [
        ("The bus overturned, leaving 22 with broken limbs and burns.", "wounded", 22),
        ("Nine passengers suffered a broken arm or worse, medics said.", "wounded", 9),
        ("Six were left with severe burns after the blast.", "wounded", 6),
        ("The guard, thrown from the cab, suffered a fractured skull; nobody died.", "wounded", 1),
        ("Firefighters freed two boys, but their aunt could not be saved.", "killed", 1),
        ("Three were hurt and an elderly man could not be revived.", "killed", 1),
        ("Medics treated 11; the crane driver could not be resuscitated.", "killed", 1),
        ("Nine were dug out alive but a tenth, whose name was withheld, died.", "killed", 1),
        ("Of six hurt, one, a girl of nine, died on Monday.", "killed", 1),
        ("Pathologists have put names to 58 of the 73 bodies.", "identified", 58),
        ("Some 3,000 troops were said to be encircled.", "trapped", 3000),
        ("The army spoke of 85 slain and a dozen guerrillas taken alive.", "detained", 12),
        ("Police dragged 30 into vans and sent the rest home.", "detained", 30),
        ("Officials ordered only the 2,100 living inside the ring to leave.", "evacuated", 2100),
    ],
)
def test_what_befell_them(text: str, kind: str, stated: float) -> None:
    assert (kind, stated) in [(k, s) for k, s, _ in told(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rao led the count with 51.3 percent against 44.9 percent for Das.", {51.3, 44.9}),
        ("In the runoff she led with 50.8 percent to 49.2 for the incumbent.", {50.8, 49.2}),
        ("Vos was ahead in the election, leading 52% versus 46% for Baer.", {52, 46}),
    ],
)
def test_rivals_have_shares_of_one_vote(text: str, wanted: set[float]) -> None:
    assert {s for k, s, _ in told(text) if k == "vote_share"} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The probe passed within 3,400 km of the moon.", ("distance", 3400, "at_most")),
        ("Troops are within 12 miles of the port.", ("distance", 12, "at_most")),
        ("Nurses struck over a 14 per cent pay claim.", ("percent", 14, "exact")),
        ("The row is over a 2 percent levy.", ("percent", 2, "exact")),
        ("The quake killed a couple of hundred villagers.", ("killed", 200, "about")),
        ("The fire drove out a couple of thousand campers.", ("displaced", 2000, "about")),
        ("Divers found at least a score of bodies.", ("killed", 20, "at_least")),
        ("The stand fell, injuring scores and killing two.", ("wounded", None, "vague")),
        (
            "Profit rose 12 percent to $2.9 billion on sales of 24 billion.",
            ("revenue", 24e9, "exact"),
        ),
        ("The sonde, which cost $1.1 billion, will pass Mars.", ("cost", 1.1e9, "exact")),
        ("Eight fans, the youngest of them 11, were crushed.", ("age", 11, "exact")),
    ],
)
def test_figures_and_their_bounds(text: str, wanted: tuple[str, float | None, str]) -> None:
    assert wanted in told(text)


def test_counts_that_come_to_the_one_before_are_its_parts() -> None:
    text = "The flood swept away nine men; six were dug out alive, two are dead and one is missing."
    claims = read_text(text)
    whole = next(claim for claim in claims if claim.value.stated == 9)
    assert [claim.part_of for claim in claims if claim is not whole] == [whole.id] * 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The tremor toppled 280 houses and cracked some 1,500 others.",
            ("damaged", 1500, "about"),
        ),
        ("Hail smashed 40 greenhouses and damaged 90 others.", ("damaged", 90, "exact")),
        ("Floods destroyed 12 bridges and swamped 31 others.", ("damaged", 31, "exact")),
        ("The bombs killed nine shoppers and wounded 30 others.", ("wounded", 30, "exact")),
        (
            "The typhoon forced 240,000 people out of coastal towns and cut power to 90,000 homes.",
            ("evacuated", 240000, "exact"),
        ),
        ("The bodies of a couple and their infant son were found.", ("killed", 1, "exact")),
        ("He confessed to the murder of a couple and their two sons.", ("killed", 2, "exact")),
        ("Insurers put the bill for the hail at 800 million euros.", ("damage_cost", 8e8, "exact")),
        ("She won by 212,000 votes out of 9.8 million cast.", ("votes", 9.8e6, "exact")),
        ("He lost by 90 votes out of 4,100.", ("votes", 4100, "exact")),
        ("The march drew fewer than hoped: police saw 40,000.", ("crowd", 40000, "exact")),
        ("Of Sunday's rally organisers spoke of 100,000.", ("crowd", 100000, "exact")),
        ("The union claimed 60,000 protesters, police 9,000.", ("crowd", 9000, "exact")),
        ("It was the biggest monthly loss since 2020.", ("superlative", 1, "exact")),
        ("Wages saw the steepest annual fall on record.", ("superlative", 1, "exact")),
        ("The quota will go up to 20,000 in July.", ("count", 20000, "exact")),
        ("Jane Roe, 27, never regained consciousness.", ("killed", 1, "exact")),
    ],
)
def test_counts_beside_others(text: str, wanted: tuple[str, float | None, str]) -> None:
    assert wanted in told(text)

"""Ends told by what is lost, left or reached; harm that nothing did. Our own sentences."""

import pytest

from factcheck.reading.claims import read_text


def told(text: str) -> list[tuple[str, float | None]]:
    return [(claim.kind, claim.value.stated) for claim in read_text(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The cave-in has cost 15 miners their lives.", ("killed", 15)),
        ("The error cost nine patients their lives, the inquest heard.", ("killed", 9)),
        ("Haste had cost four divers their lives.", ("killed", 4)),
        ("The coup attempt claimed 161 victims.", ("killed", 161)),
        ("The fever claimed nine victims in a week.", ("killed", 9)),
        ("Floods have swallowed 96 lives in Assam.", ("killed", 96)),
        ("The siege snuffed out 40 lives.", ("killed", 40)),
        ("The death toll from the crash went up to 26.", ("killed", 26)),
        ("The number of dead has gone from nine to 14.", ("killed", 14)),
        ("Gunmen opened fire, leaving eight mourners lifeless.", ("killed", 8)),
        ("The club left five fans bleeding on the steps.", ("wounded", 5)),
        ("He was one of three climbers to die on the peak.", ("killed", 3)),
        ("She is the last of nine crew to be freed.", ("rescued", 9)),
        ("A dozen were overcome by fumes and a thirteenth broke his wrist.", ("wounded", 1)),
        ("Some 50 people may be lying beneath the ruins.", ("trapped", 50)),
        ("Twelve lodgers were pinned beneath the rubble.", ("trapped", 12)),
        ("Sixteen schoolgirls were reunited with their families.", ("rescued", 16)),
        ("Only nine sailors swam ashore.", ("rescued", 9)),
        ("About 21,000 people will be rehoused.", ("displaced", 21000)),
        ("Some 9,000 people have had to move to camps.", ("displaced", 9000)),
        ("Officers found heroin in a lorry and held its two drivers.", ("detained", 2)),
        ("Detectives raided a flat and are holding three brothers.", ("detained", 3)),
        ("Disasters caused $131 billion in losses.", ("damage_cost", 131e9)),
        ("The storm left $2 billion in losses, insurers said.", ("damage_cost", 2e9)),
        ("Rice prices rose; she has an approval rating of 37 percent.", ("percent", 37)),
        ("The Greens slid to 11.6 percent in the poll.", ("vote_share", 11.6)),
        ("The average home costs 259,000 pounds.", ("price", 259000)),
    ],
)
def test_counts_by_what_they_lost_or_reached(text: str, wanted: tuple[str, float]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The general is buried in plot 31 beside two of his horses.",
        "In his column he buried four governments and two party leaders.",
        "The win buried 9,000 travelling fans in gloom.",
        "The champion survived two match points to win 7-6.",
        "The minister survived a vote of confidence by 12 votes.",
        "The chairman survived the reshuffle that cost two colleagues their posts.",
        "Bowler Dev Rao claimed five victims for 38 runs.",
    ],
)
def test_nothing_fell_on_them_or_threatened_them(text: str) -> None:
    kinds = {kind for kind, _ in told(text)}
    assert kinds.isdisjoint({"killed", "trapped", "rescued", "wounded"})


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The judge gave the minister seven years.", None),
        ("The bank wrote off 640 million dollars of loans.", None),
        ("The clerk admitted 23 counts of fraud.", None),
        ("The six families had each reported 12 thefts.", None),
        ("The coroner gave the number of dead as 23.", "coroner"),
        ("The mayor wrote that 12 people had died.", "mayor"),
    ],
)
def test_whose_word_it_is(text: str, source: str | None) -> None:
    claim = next(
        claim for claim in read_text(text) if not claim.value.text.lower().startswith("the")
    )
    assert (claim.attribution.source if claim.attribution else None) == source


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Half of the voters stayed at home.", ("percent", 50)),
        ("Inmates dug out, more than half of them awaiting trial.", ("percent", 50)),
        ("One in five lorries on that road is overloaded.", ("percent", 20)),
        ("The fall pinned a dozen women under bricks.", ("trapped", 12)),
        ("Fewer than 50 of the 900 soldiers came out alive.", ("rescued", 50)),
        ("Four of the climbers came down alive.", ("rescued", 4)),
        ("The clinic has seen 1,300 gunshot victims.", ("wounded", 1300)),
        ("The court sent eleven of the rebels to prison.", ("detained", 11)),
        ("Judges sent nine clerks to jail for fraud.", ("detained", 9)),
    ],
)
def test_shares_and_further_ends(text: str, wanted: tuple[str, float]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bandits torched five hamlets and carried off 40 women.", ("hostages", 40)),
        ("Gunmen on horses carried away 12 children.", ("hostages", 12)),
        ("The flood carried off 40 women.", ("missing", 40)),
        ("A van ran over six people at a bus stop.", ("casualties", 6)),
        ("The driver ran over nine hens and two boys.", ("casualties", 2)),
        ("Joblessness is 26.5 percent, twice the average of 11.9.", ("percent", 11.9)),
        ("Polls put the left on 34 percent, with the right on about 21.", ("vote_share", 21)),
    ],
)
def test_captors_and_further_shares(text: str, wanted: tuple[str, float]) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ajax were without six injured regulars.",
        "The Titans lost three of their five lives in the quiz.",
        "The hero has lost two of his nine lives.",
    ],
)
def test_players_and_their_lives_are_no_toll(text: str) -> None:
    assert {kind for kind, _ in told(text)}.isdisjoint({"killed", "wounded"})


@pytest.mark.parametrize(
    ("text", "infected"),
    [
        ("Some 40 pupils went down with measles.", [40]),
        ("Nine nurses are down with flu.", [9]),
        ("Eleven campers came down with norovirus.", [11]),
        ("The song tells of 29 sailors who went down with all hands.", []),
        ("Twelve marines went down with the ship.", []),
    ],
)
def test_what_one_goes_down_with(text: str, infected: list[float]) -> None:
    assert [stated for kind, stated in told(text) if kind == "infected"] == infected


@pytest.mark.parametrize(
    "text",
    [
        "In the Iliad some 240 named warriors die before the walls.",
        "The ballad in which nine miners are arrested runs to 40 verses.",
        "The novel follows 12 survivors of a convent of 90 nuns.",
    ],
)
def test_whatever_fiction_tells_befell_nobody(text: str) -> None:
    kinds = {kind for kind, _ in told(text)}
    assert kinds.isdisjoint({"killed", "identified", "detained", "rescued"})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The chipmaker will lay off 15 percent of its staff, or some 17,500 people.",
            ("layoffs", 17500),
        ),
        ("The blast killed a tenth of the village, or about 40 people.", ("killed", 40)),
        (
            "The flood displaced 30 percent of the district, or 210,000 people.",
            ("displaced", 210000),
        ),
        ("The tremor rendered 7,000 houses unfit to live in.", ("damaged", 7000)),
        ("Some 29 shoppers were pulled out with injuries.", ("wounded", 29)),
        ("Nine pupils were carried out with burns.", ("wounded", 9)),
        ("The IMF approved $7 billion for Pakistan.", ("aid", 7e9)),
        ("The Fed left its rate at 4 percent but hinted at two cuts.", ("count", 2)),
        ("The ECB has made three cuts to interest rates.", ("count", 3)),
        ("The mill announced 90 cuts among its staff.", ("layoffs", 90)),
    ],
)
def test_counts_that_a_share_comes_to_and_further_kinds(
    text: str, wanted: tuple[str, float]
) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Torino lost two men to red cards and their lead in stoppage time.",
        "Having lost three men to yellow cards, the hosts held on.",
        "The champions lost four women to injury before the semifinal.",
    ],
)
def test_players_that_a_side_loses_live_on(text: str) -> None:
    assert "killed" not in {kind for kind, _ in told(text)}


def test_troops_that_an_army_loses_are_dead() -> None:
    assert ("killed", 9) in told("The army lost nine men in the fighting.")

"""People share what befell those they are joined to. Our own sentences."""

import pytest

from tests.factcheck.rules.told import told


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Shelling wounded a baker in Izium and two nurses in Kupiansk.", ("wounded", 2)),
        ("Gunmen kidnapped the district chief and 17 others from a church.", ("hostages", 17)),
        ("The crash killed the pilot and all five passengers.", ("killed", 5)),
        ("A knifeman stabbed to death a verger and three worshippers.", ("killed", 3)),
        ("The captain of the tug, 51, and two deckhands were killed.", ("killed", 1)),
        ("A nurse from Derby and four patients died in the fire.", ("killed", 1)),
        ("The blast wounded a tailor as well as six shoppers in the arcade.", ("wounded", 6)),
    ],
)
def test_joined_people_share_the_verb(text: str, count: tuple[str, float]) -> None:
    assert count in told(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Raiders killed a guard in Lagos and two men fled.", 2),
        ("The losing run has claimed two managers and four coaches.", 4),
        ("The fire killed a clerk before two typists and a cook could help.", 2),
    ],
)
def test_who_does_something_else_is_not_harmed(text: str, count: float) -> None:
    assert ("killed", count) not in told(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The fumes overcame six welders, all of whom died.", 6),
        ("A ferry went down with 90 passengers, none of whom survived.", 90),
        ("He was convicted of poisoning four guests, all of whom died.", 4),
        ("Of the 71 stowaways in the hold, none survived.", 71),
        ("Of the 40 people aboard, 33 survived and seven, all crew, did not.", 7),
    ],
)
def test_all_of_whom_died(text: str, count: float) -> None:
    assert ("killed", count) in told(text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("A mother and son were killed.", [("killed", 1), ("killed", 1)]),
        ("The pilot and co-pilot of the jet died.", [("killed", 1), ("killed", 1)]),
        ("The bus's driver and conductor were hurt.", [("wounded", 1), ("wounded", 1)]),
        ("Among the dead were two Kenyans and a Nepali.", [("killed", 2), ("killed", 1)]),
        ("Raiders shot dead a Belgian and wounded a Swede.", [("killed", 1), ("wounded", 1)]),
        ("The fire killed an Iraqi and three Kurds.", [("killed", 1), ("killed", 3)]),
        (
            "The slide killed a teacher, her husband and the couple's four small boys.",
            [("killed", 1), ("killed", 1), ("killed", 4)],
        ),
    ],
)
def test_single_people_of_a_list(text: str, counts: list[tuple[str, float]]) -> None:
    assert told(text) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Her aunt, one of 11 children, said four of them drowned.",
        "The mayor, a father of three, said two of his guards were killed.",
        "His cousin, the eldest of six, told us that nine neighbours died.",
    ],
)
def test_who_tells_of_the_dead_is_none_of_them(text: str) -> None:
    assert ("killed", 1) not in told(text)

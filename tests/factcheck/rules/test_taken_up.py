"""People told of again by a pronoun meet the end that its verb tells. Our own sentences."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "kind", "stated"),
    [
        ("Gunmen dragged 17 passengers from a bus and shot them dead.", "killed", 17),
        ("Rebels took nine surveyors from their tents and beheaded them in a field.", "killed", 9),
        ("Militants kidnapped four vaccinators and killed them on Friday.", "killed", 4),
        ("A mob seized two suspected thieves and lynched them before police came.", "killed", 2),
    ],
)
def test_the_pronoun_stands_for_those_before(text: str, kind: str, stated: float) -> None:
    assert (kind, stated) in [(claim.kind, claim.value.stated) for claim in read_text(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen held 17 passengers and threatened to kill them.",
        "Twelve neighbours say police did not shoot them.",
        "Six gunmen met a guard and killed him.",
    ],
)
def test_others_are_not_killed(text: str) -> None:
    killed = [claim.value.stated for claim in read_text(text) if claim.kind == "killed"]
    assert [stated for stated in killed if stated != 1] == []

"""Harm said of things counts no people, nor does the number behind it. Our own sentences."""

import pytest

from claims_db.kinds import kinds
from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen amendments were killed in committee and six survived.",
        "Nine motions were murdered on the floor, and four more died of neglect.",
        "Vandals beheaded 11 statues and left two others without arms.",
        "Nearly 300 dead bank branches would be revived as cafes.",
        "The ministry listed 40 dead web pages.",
        "Some 4,000 carp have suffocated in the reservoir.",
        'In the simulator one group of 12 "died" 31 times in a day.',
        'The paintballers left with 20 "wounded" and an empty flask.',
        'Some 600 of the hobbyists fell "dead" on cue.',
    ],
)
def test_things_are_no_people_whatever_is_said_of_them(text: str) -> None:
    assert [claim for claim in read_text(text) if kinds()[claim.kind].of_people] == []


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two bombs exploded and 12 were killed.", 12),
        ("The gunmen shot up three cars and killed six.", 6),
        ("A lorry struck nine stalls, and four died.", 4),
        ("Some 12 dead miners were brought up.", 12),
    ],
)
def test_bare_numbers_behind_things_may_be_people(text: str, killed: float) -> None:
    assert killed in [claim.value.stated for claim in read_text(text) if claim.kind == "killed"]


@pytest.mark.parametrize(
    "text",
    [
        "Ratcatchers caught 90 mice, 70 dead and 20 alive.",
        "Zookeepers lost 14 flamingos to a fox and found nine more dead on Tuesday.",
        "The virus killed 40% of the mice within nine days and left 12 paralysed.",
        "The clinic boat can take 150 survivors.",
        "A lifeboat holds 90 survivors and food for them.",
    ],
)
def test_animals_and_room_for_people_count_nobody(text: str) -> None:
    harm = {"killed", "wounded", "rescued", "casualties"}
    assert not {claim.kind for claim in read_text(text)} & harm

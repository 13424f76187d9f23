"""Turns of phrase that wire reports tell counts with: kind, count and bound, whatever the words."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read

HARM = frozenset(
    """killed wounded casualties missing trapped infected hospitalised detained hostages rescued
    displaced evacuated dead_or_missing affected layoffs""".split()
)


def read_of(text: str) -> list[tuple[str, float | None]]:
    """Kind and count of each claim."""
    claims = read(Document(text, published="2025-06-10"))
    return [(claim.kind, claim.value.stated) for claim in claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # All but some of a whole.
        ("All but three of the 50 passengers were killed.", ("killed", 47)),
        ("All but one of the 12 skiers were dug out alive.", ("rescued", 11)),
        ("All but six of the 30 inmates who fled have been recaptured.", ("detained", 24)),
        # A participle opens the sentence, its subject follows.
        (
            "Rescued after 60 hours on an upturned hull, two fishermen told how it sank.",
            ("rescued", 2),
        ),
        (
            "Stranded on a ledge overnight, three climbers signalled with a torch.",
            ("trapped", 3),
        ),
        (
            "Arrested in March on charges of fraud, the two bankers deny wrongdoing.",
            ("detained", 2),
        ),
        ("Evacuated from the coast, 400 families sleep in schools.", ("evacuated", 400)),
        # … or is a label.
        ("Found dead in the lorry: 39 people, eight of them women.", ("killed", 39)),
        ("Shot dead at the checkpoint: a nurse and her two sons.", ("killed", 2)),
        ("Dug out alive on Sunday: nine miners.", ("rescued", 9)),
        # The value stands before what it is of.
        ("A tigress mauled a man, taking to nine those killed by big cats.", ("killed", 9)),
        ("A third arrest on Friday brought to 14 those detained.", ("detained", 14)),
        ("The new cases push to 61 those infected.", ("infected", 61)),
        # What is known of those numbered.
        ("The blast took the number of those known to have perished to 58.", ("killed", 58)),
        ("The number of people thought to have been displaced rose to 4,000.", ("displaced", 4000)),
        (
            "The number of those believed to have been abducted stands at 31.",
            ("hostages", 31),
        ),
        # Bodies of more people; one body.
        ("The bodies of a further six were recovered.", ("killed", 6)),
        ("Police recovered a body from the canal.", ("killed", 1)),
        ("A charred body was found in the van.", ("killed", 1)),
        # An age behind a relative pronoun.
        ("The gunman, who was 22, was shot dead.", ("age", 22)),
        ("Her brother, who is 31, was arrested.", ("age", 31)),
        # One of a people with two words to its name.
        ("The dead included eight Indians, five Nepalis and a Sri Lankan.", ("killed", 1)),
        ("Two Kenyans and a South African were killed.", ("killed", 1)),
        # A ratio of a whole that is told of as harmed.
        ("Four in 10 of the 260 injured were hit by flying glass.", ("wounded", 260)),
        ("Two in three of the 90 dead were children.", ("killed", 90)),
        # No one, as a denial has it.
        ("The army denied that anyone had been hurt.", ("wounded", 0)),
        ("Police deny anyone was killed.", ("killed", 0)),
        # A dash behind a year opens an aside.
        ("The flood of 2003 – 12 dead, 40 hurt – is remembered.", ("killed", 12)),
        ("The fire of 1974 – 88 dead – changed the law.", ("killed", 88)),
        # So many strong.
        ("Pirates boarded the tanker and seized its 18-strong crew.", ("hostages", 18)),
        # The size of a quake.
        ("The tremor, which the institute put at 6.4, was felt in Lima.", ("magnitude", 6.4)),
        ("The quake, gauged at 5.9 by Chile, cracked walls.", ("magnitude", 5.9)),
        ("Crews had driven 30 miles through snow.", ("distance", 30)),
        # Past the ages of those counted.
        ("Two children aged four and six were found dead at a flat.", ("killed", 2)),
        ("Three pupils aged between 12 and 14 have been arrested.", ("detained", 3)),
        ("Five babies aged 3 months to 2 years were rescued.", ("rescued", 5)),
        ("Two sisters, four and six, were found strangled.", ("age", 4)),
        ("Two of the boys, 14 and 15, were taken to hospital.", ("age", 15)),
        ("Three brothers, 9, 11 and 14, drowned on Sunday.", ("age", 11)),
        # So many of a crew; a second verb of the same subject.
        ("The crew of nine abandoned ship and were rescued.", ("rescued", 9)),
        ("A patrol of six strayed off the path and were kidnapped.", ("hostages", 6)),
        ("Six miners crawled through a shaft and were later treated for burns.", ("wounded", 6)),
        ("Four tourists left the hut and have since been hospitalised.", ("hospitalised", 4)),
        # Relatives and those to be.
        ("The attack killed a bride-to-be, her mother and five bridesmaids.", ("killed", 5)),
        ("The fire killed his mother-in-law and two tenants.", ("killed", 1)),
        # Phrases of harm and rescue.
        ("Soldiers said 1,120 servicemen had fallen since the campaign began.", ("killed", 1120)),
        ("Nine soldiers fell in the battle.", ("killed", 9)),
        ("A suicide bomber blew himself up outside the office.", ("killed", 1)),
        ("The march left 60 officers nursing injuries.", ("wounded", 60)),
        ("Since January 212 Rohingya have died or gone missing at sea.", ("dead_or_missing", 212)),
        ("Both drivers walked away from the wreck.", ("rescued", 2)),
        ("Up to 50 miners may lie beneath the tailings.", ("trapped", 50)),
        ("Nine shoppers were shut in the store overnight.", ("trapped", 9)),
        ("The mill will let go 2,150 workers in March.", ("layoffs", 2150)),
        ("Every one of the factory's 340 employees has been given notice.", ("layoffs", 340)),
    ],
)
def test_turns_of_phrase(text: str, told: tuple[str, float]) -> None:
    assert told in read_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Freed from debt, 40 farmers celebrated.",
        "Released in May, the film drew 300 viewers in Ghent.",
        "Found in 1901, the wreck was visited by 40 divers.",
        "Shot in 1962, the film drew 300 extras.",
        "Lost in thought, two players missed the bus.",
        "Three crashes, one of them fatal, have been reported.",
        "Of the 12 accidents, two were fatal.",
        "A governing body found fault with the club.",
        "The boat lay in a body of water, and a body of evidence was found.",
        "They found a body willing to fund it.",
        "The committee found a body with 12 members to run it.",
        "The mayor denied that anyone had profited.",
        "In the 2003–04 season he scored 12.",
        "The review found: 12 players had signed.",
        "The club named a 25-man squad.",
        "The paper, which is 40, sells 90,000 copies.",
        "The foundry, which employs 1,150, will shut in March.",
        "A wine aged four years won two medals.",
        "Two players, 12 and 14, lead the field.",
        "The number of soldiers had fallen to 900.",
        "Recruits fell in line, 40 of them.",
        "Three teams went to the bottom of the league.",
        "Twelve friends never came round for dinner.",
        "Twelve lenders walked away from the deal.",
        "Three coins lie beneath the rubble.",
        "The bank will give 30 staff two days' notice.",
        "Police regret the loss of 40 officers through early retirement.",
        "Twelve candidates in the ward spoke.",
        "Of 1,400 striking drivers, 37 have agreed to talk.",
    ],
)
def test_the_same_words_of_other_things(text: str) -> None:
    assert not {kind for kind, count in read_of(text) if count} & HARM

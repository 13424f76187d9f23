"""A day beside the happening's noun is the happening's, one beside the verb the day of counting."""

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read, read_text


@pytest.mark.parametrize(
    ("text", "when", "as_of"),
    [
        (
            "Officials lowered the toll of the June 3 earthquake to 39 from 41 on Monday.",
            "2025-06-03",
            "2025-06-09",
        ),
        (
            "Authorities on Monday lowered the toll of the June 3 earthquake to 39.",
            "2025-06-03",
            "2025-06-09",
        ),
        (
            "The death toll from the April 24 missile attack climbed to 13 on Saturday.",
            "2025-04-24",
            "2025-06-07",
        ),
        (
            "The number of people killed in the May 30 ferry disaster rose to 54 on Wednesday.",
            "2025-05-30",
            "2025-06-04",
        ),
    ],
)
def test_the_happening_and_the_count(text: str, when: str, as_of: str) -> None:
    claim = read_text(text, "2025-06-10")[0]
    assert claim.when is not None
    assert (claim.when.start, claim.as_of) == (when, as_of)


@pytest.mark.parametrize(
    ("text", "source", "as_of"),
    [
        ("The police on Friday said 12 people died.", "police", "2025-06-06"),
        ("On Monday, officials lowered the death toll to 39.", "officials", "2025-06-09"),
        ("The ministry on Sunday raised its count of the dead to 120.", "ministry", "2025-06-08"),
        ("Rescuers on Saturday reported 30 dead.", "Rescuers", "2025-06-07"),
    ],
)
def test_the_day_between_source_and_verb(text: str, source: str, as_of: str) -> None:
    (claim,) = read_text(text, "2025-06-10")
    assert claim.when is None
    assert claim.as_of == as_of
    assert claim.attribution is not None
    assert claim.attribution.source == source


@pytest.mark.parametrize(
    ("text", "kind", "when", "as_of"),
    [
        ("On Monday 27 were still missing.", "missing", "2025-06-03", "2025-06-09"),
        (
            "Some 300 people remained in hospital on Sunday.",
            "hospitalised",
            "2025-06-03",
            "2025-06-08",
        ),
        (
            "About 4,000 villagers were homeless on Saturday.",
            "displaced",
            "2025-06-03",
            "2025-06-07",
        ),
        (
            "On Monday 15 people went missing in a second slide.",
            "missing",
            "2025-06-09",
            "2025-06-10",
        ),
    ],
)
def test_a_state_is_counted_on_a_day(text: str, kind: str, when: str, as_of: str) -> None:
    document = Document(
        f"A flood killed 41 people in Gao on June 3. {text}", published="2025-06-10"
    )
    (claim,) = [claim for claim in read(document) if claim.kind == kind]
    assert claim.when is not None
    assert (claim.when.start, claim.as_of) == (when, as_of)


@pytest.mark.parametrize(
    ("text", "figure", "start", "end"),
    [
        ("It was the deadliest crash since 1994, when 85 died.", "85", "1994-01-01", "1994-12-31"),
        (
            "No storm was worse since May 2010, when 300 were killed.",
            "300",
            "2010-05-01",
            "2010-05-31",
        ),
        (
            "It recalled the flood of 2002, in which 17 people drowned.",
            "17",
            "2002-01-01",
            "2002-12-31",
        ),
        ("The last was on March 3, 2001, when nine were hurt.", "nine", "2001-03-03", "2001-03-03"),
    ],
)
def test_what_a_clause_tells_of_another_time(text: str, figure: str, start: str, end: str) -> None:
    document = Document(
        f"A ferry sank on June 3, killing 41 people. {text}", published="2025-06-10"
    )
    (claim,) = [claim for claim in read(document) if claim.value.text == figure]
    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (start, end)


@pytest.mark.parametrize(
    "text",
    [
        "Divers found 12 more bodies on Monday, bringing the toll to 53.",
        "On Monday a guard died of burns, taking the death toll to 42.",
        "Two of the injured died on Monday, raising the toll to 43.",
    ],
)
def test_a_toll_raised_later_is_of_the_same_happening(text: str) -> None:
    document = Document(
        f"A ferry sank on June 3, killing 41 people. {text}", published="2025-06-10"
    )
    claim = read(document)[-1]
    assert claim.when is not None
    assert (claim.when.start, claim.as_of) == ("2025-06-03", "2025-06-09")


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The carmaker, which cut 2,000 jobs last year, reported 40 deaths in its plants.", "40"),
        ("The man, who was jailed in 2010, killed three people.", "three"),
        ("In the capital 212 people were killed, fewer than in 2023.", "212"),
        ("The dam, which burst in 1968, drowned nine people again.", "nine"),
    ],
)
def test_the_time_of_an_aside_or_a_comparison_is_not_the_figures(text: str, figure: str) -> None:
    (claim,) = [claim for claim in read_text(text, "2025-06-10") if claim.value.text == figure]
    assert claim.when is None


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The ministry said at 7.15am on Sunday that 94 fires were burning in Alberta.", 94),
        ("The port authority said on Sunday that 40 ships are waiting off Odesa.", 40),
        ("Utilities said early on Sunday that 12 pumps were still running in Derna.", 12),
    ],
)
def test_what_goes_on_is_of_the_day_it_is_told_as_of(text: str, figure: float) -> None:
    (claim,) = (claim for claim in read_text(text, "2025-06-10") if claim.value.stated == figure)
    assert claim.when is not None
    assert (claim.when.start, claim.when.end, claim.when.precision) == (
        "2025-06-08",
        "2025-06-08",
        "day",
    )


def test_those_missing_went_missing_on_a_day_of_their_own() -> None:
    (claim,) = read_text("The navy said on Sunday that 12 sailors were missing.", "2025-06-10")
    assert claim.when is None


@pytest.mark.parametrize(
    ("text", "figure", "start"),
    [
        (
            "A dam burst at Golmud on 3 May.\n\nA month on, 17 villagers are missing.",
            17,
            "2025-05-03",
        ),
        (
            "The bridge in Ghent fell in April. Two months on, 60 homes are empty.",
            60,
            "2025-04-01",
        ),
        (
            "Ten days on from the flood that killed 31 people in Derna, roads are shut.",
            31,
            "2025-05-31",
        ),
    ],
)
def test_so_long_on_is_said_of_what_was_told_before(text: str, figure: float, start: str) -> None:
    (claim,) = (claim for claim in read_text(text, "2025-06-10") if claim.value.stated == figure)
    assert claim.when is not None
    assert claim.when.start == start

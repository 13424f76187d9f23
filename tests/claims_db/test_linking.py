"""Documents are linked to events by their words, places, days and figures, or begin new ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

import factcheck
from claims_db import linking
from claims_db.errors import TableError
from claims_db.events import assign
from claims_db.link_features import TIES
from claims_db.linking import NEW, Links
from claims_db.profiles import Profile, profile_of
from claims_db.records import Claim, Document, Place
from claims_db.store import Store
from claims_db.stories import Stories
from factcheck.reading.claims import read

FERRY = (
    "A ferry sank off Dakar on Tuesday, killing 463 people and injuring 127, the navy said. "
    "The vessel, the Ndiambour, carried pilgrims.",
    "2025-03-05",
)
ADMIRAL = ("Admiral Sarr said 470 people had died aboard the Ndiambour.", "2025-03-07")
INQUIRY = (
    "The inquiry heard that the Ndiambour, lost with 480 people killed, was overloaded.",
    "2025-04-20",
)
BUS = ("A bus crash near Touba killed 12 people on Tuesday.", "2025-03-05")


def groups(*told: tuple[str, str]) -> list[str | None]:
    """The event of each document, as a whole."""
    documents = [Document(text, published=day) for text, day in told]
    claims = [tuple(read(document)) for document in documents]
    profiles = [profile_of(*both) for both in zip(documents, claims, strict=True)]
    return list(assign(claims, (), profiles, Stories(linking.shipped())).documents)


def test_a_name_ties_reports_without_a_place_and_weeks_later() -> None:
    ferry, bus, admiral, inquiry = groups(FERRY, BUS, ADMIRAL, INQUIRY)
    assert ferry == admiral == inquiry == "dakar-2025-03-04"
    assert bus != ferry


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A blaze in a mattress factory in Karachi killed four workers on Sunday.",
            "Gunmen on a motorbike killed two policemen at a Karachi checkpoint on Sunday.",
        ),
        (
            "Floods killed 31 people in Manila on Sunday.",
            "A bus crash in Manila killed nine people on Sunday.",
        ),
        (
            "An earthquake killed 14 people in Quito on Sunday.",
            "A stampede at a concert in Quito killed three people on Sunday.",
        ),
    ],
)
def test_happenings_of_other_types_stay_apart_in_one_city_on_one_day(one: str, other: str) -> None:
    first, second = groups((one, "2025-06-02"), (other, "2025-06-02"))
    assert first != second


@pytest.mark.parametrize("text", ["The minister spoke.", "Twelve people died.", "More follows."])
def test_to_be_told_of_on_one_day_ties_nothing(text: str) -> None:
    first, second = groups(FERRY, (text, "2025-03-05"))
    assert first != second


def test_background_goes_to_its_own_event() -> None:
    told = f"{FERRY[0]} In 2002 the Joola went down there and 1,863 died."
    document = Document(told, published=FERRY[1])
    claims = tuple(read(document))
    found = assign([claims], (), [profile_of(document, claims)], Stories(linking.shipped()))
    past = next(at for at, claim in enumerate(claims) if claim.value.stated == 1863)
    assert found.keys[0][past] != found.documents[0]
    assert found.keys[0][0] == found.documents[0]


def test_what_is_on_record_is_recalled() -> None:
    with Store(":memory:") as store:
        for number, (text, day) in enumerate((FERRY, BUS, ADMIRAL, INQUIRY)):
            factcheck.ingest(Document(text, id=str(number), published=day), store)
        events = {prior.report.id: prior.claim.event for prior in store.priors()}
    assert events["0"] == events["2"] == events["3"] != events["1"]


def test_a_given_event_is_honoured() -> None:
    document = Document(*FERRY[:1], published=FERRY[1])
    claims: tuple[Claim, ...] = tuple(replace(c, event="the-ferry") for c in read(document))
    found = assign([claims], (), [profile_of(document, claims)], Stories(linking.shipped()))
    assert found.documents == ("the-ferry",)
    assert set(found.keys[0]) == {"the-ferry"}


def test_chances_are_shares_and_every_event_that_may_be_meant_is_tied() -> None:
    links = Links(linking.shipped())
    for text, day in (FERRY, BUS, ADMIRAL, INQUIRY):
        document = Document(text, published=day)
        profile = profile_of(document, read(document))
        options, chances = links.options(profile), links.chances(profile)
        assert sum(chances.values()) == pytest.approx(1)
        assert set(chances) == set(options)
        assert all(key == NEW or TIES & set(told) for key, told in options.items())
        links.put(text, profile)


def test_a_document_that_tells_nothing_is_new() -> None:
    story, other = Stories(linking.shipped()).grouped([Profile(), Profile()])
    assert story is not other
    assert story.event is None


def test_weights_are_kept_as_text_and_another_format_is_refused() -> None:
    text = linking.dump(linking.shipped())
    assert linking.load(text) == linking.shipped()
    with pytest.raises(TableError):
        linking.load('{"format": 0}')


def test_a_word_that_was_not_among_the_rarest_at_first_finds_the_event_later() -> None:
    links = Links(linking.shipped())
    crowd = frozenset(f"rareness{letter}{other}" for letter in "abcdefgh" for other in "stuvwxyz")
    links.put("first", Profile(words=crowd | {"ndiambour"}))
    links.put("first", Profile(words=frozenset({"ndiambour", "sarr"})))
    asked = Profile(words=frozenset({"ndiambour"}))
    assert links.candidates(asked, links.worth(asked)) == ["first"]


def test_a_place_known_by_id_finds_what_was_told_of_it_by_name_alone() -> None:
    links = Links(linking.shipped())
    links.put("first", Profile(told=(739000, 739000), places=(Place("Touba"),)))
    del links._recent[:]  # else it is looked at for having been told of lately
    asked = Profile(told=(739001, 739001), places=(Place("Touba", "geonames:2244322"),))
    assert links.candidates(asked, {}) == ["first"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Valencia's rescue services count at least 58 dead.",
            "At least 90 people have died so far in Spain's floods, most of them in Valencia; 150 "
            "were rescued.",
        ),
        (
            "Hospitals in Tripoli count at least 17 dead and 43 wounded.",
            "A blast at the port of Tripoli, Lebanon, killed 19 people; dozens of homes burned.",
        ),
        (
            "Officials in Hyderabad put the dead at 26.",
            "The bridge collapse in Hyderabad, Pakistan, left at least 31 dead.",
        ),
        (
            "In Merida 21 are dead and 14 missing.",
            "The landslide in Merida, Venezuela, killed 23 people.",
        ),
    ],
)
def test_a_name_of_two_places_keeps_reports_of_one_happening_together(one: str, other: str) -> None:
    first, second = groups((one, "2025-03-05"), (other, "2025-03-06"))
    assert first == second is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A blast in Tripoli, Libya, killed 17 people on Tuesday.",
            "A blast in Tripoli, Lebanon, killed 31 people on Tuesday.",
        ),
        (
            "A fire in Hyderabad, India, killed 11 people on Tuesday.",
            "A fire in Hyderabad, Pakistan, killed 26 people on Tuesday.",
        ),
        (
            "A shooting at a school in Birmingham, Alabama, wounded three people on Tuesday.",
            "A shooting at a bar in Birmingham, England, wounded seven people on Tuesday.",
        ),
        (
            "A bus crash in Valencia, Venezuela, killed 12 people on Tuesday.",
            "A bus crash in Valencia, Spain, killed 29 people on Tuesday.",
        ),
    ],
)
def test_namesakes_told_with_their_lands_are_two_places(one: str, other: str) -> None:
    first, second = groups((one, "2025-03-05"), (other, "2025-03-05"))
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Hospitals in Tripoli count 17 dead and 43 wounded after clashes.",
            "A bus crash near Tripoli, Lebanon, killed four people.",
        ),
        (
            "A fire in a Hyderabad factory killed 11 workers.",
            "A bus plunged into a canal near Hyderabad, Pakistan, killing 26.",
        ),
        (
            "A storm in San Jose left two dead.",
            "Gunmen in San Jose, California, killed eight rail workers.",
        ),
    ],
)
def test_namesakes_of_other_types_of_happening_are_two_places(one: str, other: str) -> None:
    first, second = groups((one, "2025-03-05"), (other, "2025-03-06"))
    assert first != second

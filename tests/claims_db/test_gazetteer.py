"""Place names have one identity, and containment is a partial order."""

from __future__ import annotations

import zipfile
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db import gazetteer, place_index
from claims_db.errors import TableError
from claims_db.name_filter import bits_of, name_filter
from claims_db.place_index import data_folder
from claims_db.place_tables import Extras, read_demonyms, read_stopwords

KNOWN = [
    "Kyiv", "Lviv", "Gaza City", "Lahaina", "Itaewon", "Bakhmut", "Donbas", "Odisha", "Maui",
    "Los Angeles County", "Ukraine", "Europe", "Zamzam", "Darfur", "Khan Younis", "Brooklyn",
]  # fmt: skip
COLUMNS = "name,aliases,kind,within,holds,country,lat,lon,comment\n"


def id_of(name: str) -> str:
    return gazetteer.lookup(name)[0].id


# ---------------------------------------------------------------- laws


@given(st.sampled_from(KNOWN))
def test_a_place_lies_in_itself(name: str) -> None:
    assert gazetteer.within(id_of(name), id_of(name))


@pytest.mark.parametrize("name", KNOWN)
def test_containment_is_transitive_and_never_circular(name: str) -> None:
    inner = id_of(name)
    for middle in gazetteer.ancestors(inner):
        assert not gazetteer.within(middle, inner)
        for outer in gazetteer.ancestors(middle):
            assert gazetteer.within(inner, outer)


@given(st.sampled_from(KNOWN), st.sampled_from([str.upper, str.lower, str.title]))
def test_lookup_ignores_case(name: str, change: object) -> None:
    assert callable(change)
    assert gazetteer.lookup(change(name)) == gazetteer.lookup(name)


@pytest.mark.parametrize(
    ("accented", "bare"),
    [("São Paulo", "Sao Paulo"), ("Türkiye", "Turkiye"), ("Kahramanmaraş", "Kahramanmaras"),
     ("Sana'a", "Sanaa"), ("Port-au-Prince", "Port au Prince"), ("St. Louis", "Saint Louis"),
     ("The Hague", "Hague")],
)  # fmt: skip
def test_lookup_ignores_accents_and_marks(accented: str, bare: str) -> None:
    assert gazetteer.lookup(accented) == gazetteer.lookup(bare) != ()


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up_and_every_answer_has_its_id(text: str) -> None:
    for found in gazetteer.lookup(text)[:3]:
        assert gazetteer.entry(found.id) == found


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once_for_names_without_articles(text: str) -> None:
    once = gazetteer.fold(text)
    if not once.startswith("the "):
        assert gazetteer.fold(once) == once


def test_an_unknown_name_has_no_entries() -> None:
    for name in ("", " ", "Qwrtzpsd", "iso:ua", "703448", "'s"):
        assert gazetteer.lookup(name) == ()
    assert gazetteer.entry("geonames:0") is None
    assert gazetteer.entry("admin:703448") is None
    assert gazetteer.entry("place:nowhere") is None
    assert gazetteer.resolve("Qwrtzpsd") is None


@pytest.mark.parametrize("file", ["gazetteer.entries", "gazetteer.names"])
def test_bisection_finds_what_reading_every_line_finds(file: str) -> None:
    source = data_folder() / file
    lines = place_index.SortedLines(source)
    content = source.read_bytes().splitlines()
    keys = [line.partition(b"\t")[0] for line in content]
    assert keys == sorted(set(keys))
    for line, key in [*zip(content[::997], keys[::997], strict=True), (content[-1], keys[-1])]:
        assert lines.find(key.decode()) == line
    expected = {key.decode() for key in keys if key.startswith(b"12")}
    assert {key for key, _ in lines.starting("12")} == expected


def test_the_filter_holds_every_shipped_name_and_few_others() -> None:
    lines = (data_folder() / "gazetteer.names").read_text(encoding="utf-8").splitlines()
    keys = [line.partition("\t")[0] for line in lines]
    assert (data_folder() / "gazetteer.filter").read_bytes() == bits_of(keys)
    told = name_filter()
    for key in keys[::97]:
        assert told.may_hold(key)
        words = key.split(" ")
        assert len(words) < 2 or told.may_begin(f"{words[0]} {words[1]}")
    others = [f"{key}{ending}" for key in keys[::97] for ending in "qx"]
    assert sum(map(told.may_hold, others)) < 0.1 * len(others)
    assert sum(map(told.may_begin, others)) < 0.1 * len(others)


def test_the_index_can_be_read_inside_a_zip(tmp_path: Path) -> None:
    archive = tmp_path / "data.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("names", "aden\t1\nbonn\t2\n")
    lines = place_index.SortedLines(cast(Traversable, zipfile.Path(archive, "names")))
    assert (lines.find("bonn"), lines.find("aden"), lines.find("cork")) == (
        b"bonn\t2",
        b"aden\t1",
        None,
    )


def test_every_parent_in_the_index_exists() -> None:
    content = (data_folder() / "gazetteer.entries").read_text(encoding="utf-8").splitlines()
    for line in content[::211]:
        known = place_index.full_id(line.split("\t")[0])
        for outer in gazetteer.ancestors(known):
            assert gazetteer.entry(outer) is not None, (known, outer)


# ---------------------------------------------------------------- the shipped tables


def test_every_row_of_the_extra_places_resolves() -> None:
    table = Extras(data_folder() / "extra_places.csv")
    for inner, outer in table.parents.items():
        assert gazetteer.entry(inner) is not None
        assert all(gazetteer.entry(id) is not None for id in outer)


def test_the_demonyms_cover_the_larger_countries() -> None:
    countries = set(read_demonyms(data_folder() / "demonyms.csv").values())
    for key, place in place_index.names_index().starting("iso:"):
        line = place_index.entries().line(int(place, 36)).decode().split("\t")
        assert int(line[6]) < 1_000_000 or key[4:].upper() in countries, line[1]


def test_countries_have_their_capitals() -> None:
    expected = {"UA": "Kyiv", "KZ": "Astana", "US": "Washington", "TR": "Ankara", "MM": "Naypyidaw"}
    for iso, name in expected.items():
        found = gazetteer.capital(iso)
        assert found is not None
        assert (found.name, found.country) == (name, iso)
    assert gazetteer.capital("AQ") is None


# ---------------------------------------------------------------- identities


@pytest.mark.parametrize(
    "names",
    [
        ("Kyiv", "Kiev", "Kyiw", "Київ"), ("Odesa", "Odessa"), ("Lviv", "Lvov", "Lwów"),
        ("Turkey", "Türkiye"), ("Myanmar", "Burma"), ("Mumbai", "Bombay"),
        ("Ho Chi Minh City", "Saigon"), ("Beijing", "Peking"), ("Czechia", "Czech Republic"),
        ("US", "U.S.", "United States", "America"), ("California", "Calif."), ("Texas", "Tex."),
        ("Khan Younis", "Khan Yunis"), ("Kyiv Oblast", "Kyiv region"), ("Gaza Strip", "Gaza"),
        ("Cox's Bazar", "Cox’s Bazar"), ("Ukraine", "Ukraine's"),
    ],
)  # fmt: skip
def test_alternate_names_are_one_place(names: tuple[str, ...]) -> None:
    assert len({id_of(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("Niger", "Nigeria"), ("Austria", "Australia"), ("Kyiv", "Kyiv Oblast"),
     ("Congo", "Congo-Brazzaville"),
     ("Gaza", "Gaza City"), ("Mexico", "Mexico City"), ("North Korea", "South Korea"),
     ("Washington", "Washington State"), ("New York", "New York State"), ("Sudan", "South Sudan")],
)  # fmt: skip
def test_different_places_stay_apart(one: str, other: str) -> None:
    assert id_of(one) != id_of(other)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [("Lahaina", "Maui"), ("Lahaina", "Hawaii"), ("Bakhmut", "Donbas"),
     ("Donetsk Oblast", "Ukraine"),
     ("Brooklyn", "New York City"), ("El Fasher", "Darfur"), ("Gaza City", "Gaza Strip"),
     ("Kyiv", "Ukraine"), ("Ukraine", "Europe"), ("Honolulu", "Oahu"), ("Itaewon", "Seoul"),
     ("Anaheim", "Orange County"), ("Srinagar", "Jammu and Kashmir"), ("Kenya", "East Africa")],
)  # fmt: skip
def test_known_containment(inner: str, outer: str) -> None:
    assert gazetteer.within(id_of(inner), id_of(outer))
    assert not gazetteer.within(id_of(outer), id_of(inner))


def test_kinds_regions_and_ids() -> None:
    assert id_of("Kyiv") == "geonames:703448"
    assert id_of("Los Angeles County") == "admin2:US.CA.037"
    assert id_of("Kyiv Oblast") == "admin:UA.13"
    assert id_of("Donbas") == "place:donbas"
    kharkiv = gazetteer.lookup("Kharkiv")[0]
    assert (kharkiv.kind, kharkiv.country, kharkiv.region) == ("city", "UA", "admin:UA.07")


# ---------------------------------------------------------------- choosing


def test_the_document_settles_which_namesake_is_meant() -> None:
    def country(name: str, **known: list[str]) -> str | None:
        found = gazetteer.resolve(name, **known)
        return found.country if found else None

    assert country("Odessa") == "UA"
    assert country("Odessa", countries=["US"]) == "US"
    assert country("Hyderabad", countries=["PK"]) == "PK"
    assert country("Paris", countries=["US"]) == "FR"  # too small a namesake
    assert country("Paris", regions=[id_of("Texas")]) == "US"
    assert country("Georgia") == "GE"


def test_names_of_one_document_help_each_other() -> None:
    found = gazetteer.choose(["Pakistan", "Hyderabad", "Punjab", "Qwrtzpsd"])
    assert [place.country if place else None for place in found] == ["PK", "PK", "PK", None]


def test_fuzzy_mends_a_slip_and_never_merges_near_names() -> None:
    assert [place.name for place in gazetteer.fuzzy("Mariuopol")] == ["Mariupol"]
    assert gazetteer.fuzzy("Mariuopol", country="PL") == ()
    for name in ("Nigera", "Austrlia", "Kyvi", "Niger", "Kyiv", "Qwrtzpsd"):
        assert gazetteer.fuzzy(name) == ()


def test_common_words_are_told_from_country_letters() -> None:
    for word in ("Reading", "Most", "of", "March", "Nice", "Police", "Us", "Victoria"):
        assert gazetteer.is_common_word(word)
    for name in ("US", "U.S.", "Kyiv", "Jordan River", "Lahaina", "Dallas"):
        assert not gazetteer.is_common_word(name)


def test_demonyms_name_countries() -> None:
    for word, iso in {
        "Ukrainian": "UA",
        "Turks": "TR",
        "American": "US",
        "Spaniards": "ES",
    }.items():
        found = gazetteer.demonym(word)
        assert found is not None
        assert found.country == iso
    assert gazetteer.demonym("Kyiv") is None


def test_distance_is_symmetric_and_null_without_points() -> None:
    kyiv, lviv = gazetteer.lookup("Kyiv")[0], gazetteer.lookup("Lviv")[0]
    there = gazetteer.distance_km(kyiv, lviv)
    assert there == gazetteer.distance_km(lviv, kyiv)
    assert there == pytest.approx(468, abs=5)
    assert gazetteer.distance_km(kyiv, kyiv) == 0
    assert gazetteer.distance_km(kyiv, gazetteer.lookup("Ukraine")[0]) is None


# ---------------------------------------------------------------- edited tables


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (",,city,,,UA,,,", "name is missing"),
        ("Here,,hamlet,,,UA,,,", "'hamlet' is no kind"),
        ("Here,,city,,,QQ,,,", "'QQ' is no country"),
        ("Here,,city,,,UA,91,0,", "'91' is no coordinate"),
        ("Here,,city,,,UA,x,0,", "'x' is no coordinate"),
        ("Here,,city,,,UA,nan,0,", "'nan' is no coordinate"),
        ("Here,,city,Qwrtzpsd,,UA,,,", "'Qwrtzpsd' is no known place"),
        ("Here,,city,,geonames:0,UA,,,", "'geonames:0' is no known place"),
        ("Here,city,UA", "3 columns where 9"),
        ("There,,city,,,UA,,,", "stands here twice"),
    ],
)
def test_a_bad_row_is_named_by_its_line(tmp_path: Path, row: str, what: str) -> None:
    table = tmp_path / "extra_places.csv"
    table.write_text(f"{COLUMNS}There,Thither,city,Lviv Oblast,,UA,49.8,24.0,\n{row}\n", "utf-8")
    with pytest.raises(TableError, match=what) as raised:
        assert Extras(table).parents
    assert raised.value.where == "extra_places.csv, line 3"
    assert raised.value.mend


def test_a_row_of_a_known_place_adds_to_it_and_others_stand_alone(tmp_path: Path) -> None:
    table = tmp_path / "extra_places.csv"
    rows = "Lviv,Leopolis,city,,,UA,,,\nThere,Thither,city,Lviv,,UA,49.8,24.0,note\n"
    table.write_text(COLUMNS + rows, "utf-8")
    extras = Extras(table)
    assert extras.ids("leopolis") == ("geonames:702550",)
    assert extras.ids("thither") == ("place:there",)
    assert extras.parents == {"place:there": ("geonames:702550",)}
    own = extras.row("place:there")
    assert own is not None
    assert (own.entry.name, own.entry.country, own.entry.lat) == ("There", "UA", 49.8)


def test_bad_demonyms_and_headers_are_refused(tmp_path: Path) -> None:
    table = tmp_path / "demonyms.csv"
    table.write_text("name,country,comment\nThereish,QQ,\n", "utf-8")
    with pytest.raises(TableError, match=r"demonyms\.csv, line 2: 'QQ' is no country"):
        read_demonyms(table)
    table.write_text("word,country\n", "utf-8")
    with pytest.raises(TableError, match="columns"):
        read_demonyms(table)


def test_stopwords_may_be_commented(tmp_path: Path) -> None:
    table = tmp_path / "place_stopwords.txt"
    table.write_text("# words\nMost, Nice # both\n\nMärz\n", "utf-8")
    assert read_stopwords(table) == {"most", "nice", "marz"}


def test_lying_in_a_place_is_told_as_containment_tells_it():
    """The quick way by first-level units, against the slow one by all that is around a place."""
    names = (
        *("Springfield", "Paris", "Athens", "Georgia", "Texas", "Lagos", "Washington", "Donbas"),
        *("Victoria", "San Jose", "Cambridge", "Hamilton", "Kashmir", "Gaza", "Ohio", "Birmingham"),
        *("Kent", "Punjab", "Orange County", "Los Angeles County", "New York", "Europe", "Mexico"),
    )
    places = list(dict.fromkeys(entry for name in names for entry in gazetteer.lookup(name)[:40]))
    held = 0
    for inner in places:
        for outer in places:
            told = gazetteer.lies_in(inner, outer)
            assert told == gazetteer.within(inner.id, outer.id), (inner.id, outer.id)
            held += told
    assert held > len(places)

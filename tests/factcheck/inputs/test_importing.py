"""Reference tables: shipped maps, maps of one's own, sheets of all sorts, rows that don't fit."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.errors import InputError
from claims_db.records import Bound, Claim, Document, Role
from factcheck.cli import run
from factcheck.inputs import import_maps, importing
from factcheck.inputs.import_maps import Figure
from factcheck.inputs.reference_rows import rows

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT / "tests" / "data"
GUIDE = (ROOT / "docs" / "import.md").read_text("utf-8")
UCDP, NOAA, REVIEWS = (
    (DATA / "ucdp-ged.csv", "ucdp-ged"),
    (DATA / "noaa-earthquakes.tsv", "noaa-earthquakes"),
    (DATA / "claimreview.json", "claimreview"),
)
Captured = pytest.CaptureFixture[str]


def no_warning(message: str) -> None:
    raise AssertionError(message)


def read(
    path: Path, name: str
) -> tuple[list[tuple[Document, list[Claim]]], list[importing.Misfit]]:
    plan = import_maps.load(name)
    misfits: list[importing.Misfit] = []
    found = rows(path, no_warning, of_type=plan.type)
    return list(importing.documents(found, plan, misfits)), misfits


@pytest.fixture
def own_map(tmp_path: Path) -> str:
    """The map that the guide shows."""
    path = tmp_path / "strikes.toml"
    path.write_text(re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[0])
    return str(path)


def sheet(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    head = "Ref;Town;Date;Min killed;Killed;Max killed;Source"
    path.write_bytes("\r\n".join((head, *lines)).encode(encoding))
    return path


# --- shipped maps ---


@pytest.mark.parametrize("name", import_maps.shipped())
def test_every_shipped_map_is_sound_and_named_in_the_guide_and_the_help(
    name: str, capsys: Captured
) -> None:
    assert import_maps.load(name).name
    assert f"`{name}`" in GUIDE
    assert run(["import", "--help"]) == 0
    assert name in capsys.readouterr().out


def test_low_best_and_high_become_a_range_with_its_source() -> None:
    found, misfits = read(*UCDP)
    assert not misfits
    document, claims = found[-1]
    assert document.url == f"https://ucdp.uu.se/event/{document.id.split(':')[1]}"  # type: ignore[union-attr]
    killed = claims[0]
    assert (killed.value.low, killed.value.stated, killed.value.high) == (43, 45, 47)
    assert killed.value.bound is Bound.RANGE
    assert killed.attribution is not None
    assert killed.attribution.source == "UCDP"
    assert killed.places[0].id == "geonames:1174872"
    assert killed.when is not None
    assert (killed.when.start, killed.when.end) == ("2015-05-13", "2015-05-13")
    assert claims[1].group == "civilians"


def test_equal_limits_are_an_exact_figure() -> None:
    found, _ = read(*UCDP)
    bannu = next(claims for document, claims in found if "Bannu" in (document.title or ""))
    assert [(c.value.bound, c.value.stated) for c in bannu] == [(Bound.EXACT, 26)]


def test_an_earthquake_has_all_its_figures_and_blanks_are_no_zeros() -> None:
    found, misfits = read(*NOAA)
    assert not misfits
    haiti, nepal = found[1][1], found[2][1]
    assert {c.kind: c.value.stated for c in haiti} == {
        "magnitude": 7.0,
        "depth": 13,
        "killed": 316_000,
        "wounded": 300_000,
        "damage_cost": 8e9,
        "destroyed": 97_294,
        "damaged": 188_383,
    }
    assert {c.kind for c in nepal} == {"magnitude", "depth", "killed", "damage_cost"}
    assert {c.places[0].country for c in nepal} == {"NP"}


def test_what_a_review_found_false_is_no_evidence() -> None:
    found, misfits = read(*REVIEWS)
    assert [(document.outlet, [c.role for c in claims]) for document, claims in found] == [
        ("Example Checks", [Role.RETRACTED]),
        ("Example Checks", [Role.CURRENT]),
    ]
    assert found[0][1][0].attribution is not None
    assert found[0][1][0].attribution.source == "A blogger"
    assert [str(misfit) for misfit in misfits] == [
        'row 3: the rating "it\'s complicated" is neither in holds nor in fails'
    ]


def test_offsets_point_at_the_figure() -> None:
    for document, claims in [*read(*UCDP)[0], *read(*NOAA)[0]]:
        for claim in claims:
            assert document.text[claim.start : claim.end] == claim.value.text
            start = claim.sentence_start
            assert document.text[start : start + len(claim.sentence)] == claim.sentence


# --- an article that misstates a row ---


def checked(tmp_path: Path, capsys: Captured, text: str, table: tuple[Path, str]) -> dict:  # type: ignore[type-arg]
    store, article = str(tmp_path / "s.duckdb"), tmp_path / "article.txt"
    article.write_text(text)
    assert run(["import", str(table[0]), "--map", table[1], "--db", store]) == 0
    capsys.readouterr()
    common = ["--db", store, "--published", "2018-03-01", "--format", "json"]
    run(["check", str(article), *common, "--fail-on", "never"])
    (document,) = json.loads(capsys.readouterr().out)["documents"]
    return {claim["kind"]: claim for claim in document["claims"]}


def test_an_article_that_misstates_an_earthquake_is_shown_the_row(
    tmp_path: Path, capsys: Captured
) -> None:
    text = (
        "A magnitude 8.7 earthquake struck Nepal near Kathmandu on 25 April 2015, "
        "killing 8,597 people."
    )
    found = checked(tmp_path, capsys, text, NOAA)
    assert found["killed"]["verdict"] == found["magnitude"]["verdict"] == "conflict"
    assert found["killed"]["hints"][0]["figure"] == 8957
    report = found["killed"]["matches"][0]["prior"]["report"]
    assert report["outlet"] == "NOAA NCEI"
    assert "8,957 killed" in found["killed"]["matches"][0]["prior"]["sentence"]


def test_an_article_that_misstates_a_conflict_event_is_shown_the_row(
    tmp_path: Path, capsys: Captured
) -> None:
    text = "A bomb in Bannu, Pakistan, killed {} people on 19 January 2014."
    wrong = checked(tmp_path, capsys, text.format(16), UCDP)["killed"]
    assert wrong["verdict"] == "conflict"
    assert wrong["latest"]["report"]["url"] == "https://ucdp.uu.se/event/148008"
    right = checked(tmp_path, capsys, text.format(26), UCDP)["killed"]
    assert right["verdict"] == "consistent"


# --- maps of one's own, and how sheets are written ---


def test_the_guides_example_works(tmp_path: Path, own_map: str) -> None:
    lines = re.findall(r"```\n(Ref;.*?)```", GUIDE, re.DOTALL)[0].splitlines()
    found, misfits = read(sheet(tmp_path / "t.csv", *lines[1:]), own_map)
    assert not misfits
    ((document, (claim,)),) = found
    assert document.text == "13 (13 to 14) killed in Zaporizhzhia, 2025-01-08."
    assert claim.places[0].country == "UA"
    assert claim.attribution is not None
    assert claim.attribution.source == "Regional governor"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_sheet_reads_the_same_however_it_was_saved(
    tmp_path: Path, own_map: str, encoding: str
) -> None:
    path = sheet(tmp_path / "t.csv", "1;Kyïv;08.01.2025;1;2;3;Präsident", encoding=encoding)
    ((document, (claim,)),) = read(path, own_map)[0]
    assert claim.attribution is not None
    assert claim.attribution.source == "Präsident"
    assert "Kyïv" in document.text


def test_parquet_and_csv_give_the_same(tmp_path: Path) -> None:
    with UCDP[0].open(newline="") as lines:
        records = list(csv.DictReader(lines))
    for record in records:
        for name in ("low", "best", "high", "id"):
            record[name] = int(record[name])  # type: ignore[assignment]
    pa.parquet.write_table(pa.Table.from_pylist(records), tmp_path / "t.parquet")
    assert read(tmp_path / "t.parquet", "ucdp-ged") == read(*UCDP)


def test_rows_that_do_not_fit_are_listed_and_the_rest_is_imported(
    tmp_path: Path, own_map: str, capsys: Captured
) -> None:
    path = sheet(
        tmp_path / "t.csv",
        "1;Kyiv;08.01.2025;1;2;3;",
        "2;Kyiv;soon;1;2;3;",
        "3;Kyiv;09.01.2025;1;many;3;",
        "4;Kyiv;09.01.2025;5;2;3;",
        "5;Kyiv;09.01.2025;;;;",
        ";Kyiv;;;;;",
        "7;Kyiv;10.01.2025;;7;;",
        "8",
    )
    store = str(tmp_path / "s.duckdb")
    assert run(["import", str(path), "--map", own_map, "--db", store]) == 2
    out, err = capsys.readouterr()
    assert out.startswith("2 rows with 2 figures imported")
    *lines, last = err.splitlines()
    assert "5 rows were left out" in last
    listed = [line.partition("t.csv: ")[2] for line in lines]
    assert listed == [
        "row 3: no date: 'soon'",
        "row 4: Killed is no number: 'many'",
        "row 5: Min killed 5, Killed 2 and Max killed 3 are out of order",
        "row 6: nothing in Killed",
        "row 9: no date in Date",
    ]
    assert run(["import", str(path), "--map", own_map, "--db", store]) == 2
    assert capsys.readouterr().out.startswith("0 rows with 0 figures imported, 2 on record already")


def test_a_table_of_other_columns_is_an_error_naming_them(capsys: Captured, tmp_path: Path) -> None:
    store = str(tmp_path / "s.duckdb")
    assert run(["import", str(NOAA[0]), "--map", "ucdp-ged", "--db", store]) == 2
    assert "lacks the columns adm_1, best" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("name = ", "not TOML"),
        ("name = 'x'", "neither"),
        ("name = 'x'\nnames = 'y'\n[read]\ntext = 'a'", "unknown entries names"),
        ("[read]\ntext = 'a'", "no name"),
        ("name = 'x'\n[read]\nsaid = 'a'", "lacks text"),
        ("name = 'x'\n[[figures]]\nkind = 'nobody'\nbest = 'a'\ntext = ''", "unknown kind"),
        ("name = 'x'\n[[figures]]\nkind = 'dead'\ntext = ''", "names no column"),
        ("name = 'x'\n[[figures]]\nkind = 'dead'\nbest = 'a'\ntext = ''", "neither start nor year"),
        ("name = 'x'\nskip = 'a'\n[read]\ntext = 'a'", "lists of values"),
        ("name = 'x'\n[where]\nnames = 'a'\n[read]\ntext = 'a'", "list of texts"),
    ],
)
def test_a_map_that_is_wrong_says_what_and_where(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "m.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=fault) as error:
        import_maps.load(str(path))
    assert str(path) in str(error.value)


def test_a_map_that_is_not_there_names_those_that_are() -> None:
    with pytest.raises(InputError, match="noaa-earthquakes"):
        import_maps.load("nothing")


@given(st.integers(0, 10**9), st.sampled_from([",", ".", " ", "\u00a0", "'", ""]))
def test_numbers_read_the_same_however_thousands_are_set_apart(number: int, mark: str) -> None:
    if mark == ".":  # "1.234" alone is a decimal
        return
    text = f"{number:,}".replace(",", mark)
    found = importing._value({"n": text}, Figure("killed", ("n",), ""))
    assert found is not None
    assert found.stated == number


# --- withdrawn, and put in order ---


def test_a_retracted_row_is_shown_and_no_evidence_any_more(
    tmp_path: Path, capsys: Captured
) -> None:
    text = "A bomb in Bannu, Pakistan, killed 26 people on 19 January 2014."
    assert checked(tmp_path, capsys, text, UCDP)["killed"]["verdict"] == "consistent"
    store, url = str(tmp_path / "s.duckdb"), "https://ucdp.uu.se/event/148008"
    assert run(["retract", "--url", url, "--why", "another town", "--db", store]) == 0
    after = checked(tmp_path, capsys, text, UCDP)["killed"]
    assert after["verdict"] == "no_prior"
    assert [m["prior"]["report"]["retracted"] for m in after["matches"]] == [True]


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (["--why", "x"], "needs one report"),
        (["--why", "x", "--url", "a", "--document", "b"], "needs one report"),
        (["--why", " ", "--url", "a"], "no reason"),
        (["--why", "x", "--url", "a"], "no report"),
    ],
)
def test_a_retraction_needs_one_report_on_record_and_a_reason(
    tmp_path: Path, capsys: Captured, arguments: list[str], fault: str
) -> None:
    store = str(tmp_path / "s.duckdb")
    run(["import", str(UCDP[0]), "--map", UCDP[1], "--db", store])
    capsys.readouterr()
    assert run(["retract", *arguments, "--db", store]) == 2
    assert fault in capsys.readouterr().err


@pytest.mark.parametrize("command", [["compact"], ["retract", "--url", "a", "--why", "b"]])
def test_a_store_that_is_not_there_is_not_made(
    tmp_path: Path, capsys: Captured, command: list[str]
) -> None:
    assert run([*command, "--db", str(tmp_path / "s.duckdb")]) == 2
    assert "no such store" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_compacting_tells_what_it_did(tmp_path: Path, capsys: Captured) -> None:
    store = str(tmp_path / "s.duckdb")
    run(["import", str(UCDP[0]), "--map", UCDP[1], "--db", store])
    capsys.readouterr()
    assert run(["compact", "--db", store]) == 0
    assert capsys.readouterr().out.startswith("5 claims of 4 documents in order")

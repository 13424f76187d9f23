"""Every kind of archive is read; what can't be read of it is named, and the rest goes on."""

import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claims_db.errors import InputError
from factcheck.audit import archive as archives
from tests.factcheck.archives import audit, killed, report, reports, rows, write


def test_every_form_of_archive_gives_the_same(tmp_path: Path, store: str) -> None:
    made = reports(4)
    write(tmp_path / "plain.jsonl", made)
    (tmp_path / "zipped.jsonl.gz").write_bytes(
        gzip.compress((tmp_path / "plain.jsonl").read_bytes())
    )
    pq.write_table(pa.Table.from_pylist(made), tmp_path / "table.parquet")
    folder = tmp_path / "folder" / "inner"
    folder.mkdir(parents=True)
    for one in made:
        (folder / f"{one['id']}.json").write_text(json.dumps(one))
    (folder / ".hidden.json").write_text("no")
    found = []
    for name in ("plain.jsonl", "zipped.jsonl.gz", "table.parquet", "folder"):
        assert audit(tmp_path / name, tmp_path / f"out-{name}", store) == 0
        found.append(rows(tmp_path / f"out-{name}" / "claims.parquet"))
    assert found[0]
    assert all(one == found[0] for one in found)


WEB_PAGE = (
    "<html><head><title>Kyiv</title></head><body><article><p>At least 12 people were killed in the "
    "missile attack on Kyiv on April 24, police said.</p></article></body></html>"
)


def web_archive(path: Path, *answers: tuple[str, str], page: str = WEB_PAGE) -> bytes:
    """Writes a WARC of one page, answered with each status and type; returns its bytes."""
    writing = pytest.importorskip("warcio.warcwriter", reason="warcio is not installed")
    from io import BytesIO

    from warcio.statusandheaders import StatusAndHeaders

    with path.open("wb") as out:
        writer = writing.WARCWriter(out, gzip=path.suffix == ".gz")
        for number, (status, kind) in enumerate(answers):
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
            record = writer.create_warc_record(
                f"https://paper.example/{path.name[0]}{number or ''}",
                "response",
                payload=BytesIO(page.encode()),
                http_headers=headers,
                warc_headers_dict={"WARC-Date": "2025-04-25T10:00:00Z"},
            )
            writer.write_record(record)
    return path.read_bytes()


def test_a_web_archive_is_read(tmp_path: Path, store: str) -> None:
    answers = [("200 OK", "text/html"), ("200 OK", "image/png"), ("404 Not Found", "text/html")]
    web_archive(tmp_path / "a.warc.gz", *answers)
    assert audit(tmp_path / "a.warc.gz", tmp_path / "out", store) == 0
    (row,) = [row for row in rows(tmp_path / "out" / "claims.parquet") if row["kind"] == "killed"]
    assert (row["outlet"], row["published"]) == ("paper.example", "2025-04-25")
    assert row["url"] == "https://paper.example/a"


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_web_archive_that_is_none_spoils_no_other(
    workers: str, tmp_path: Path, store: str
) -> None:
    folder = tmp_path / "web"
    folder.mkdir()
    page = ("200 OK", "text/html")
    web_archive(folder / "a.warc.gz", page)
    (folder / "b.warc").write_text("this is no archive\n" * 9, "utf-8")
    web_archive(folder / "c.warc.gz", page, page)
    whole = (folder / "c.warc.gz").read_bytes()
    (folder / "c.warc.gz").write_bytes(whole[:-300])
    assert audit(folder, tmp_path / "out", store, "--workers", workers) == 0
    lines = (tmp_path / "out" / "errors.jsonl").read_text("utf-8").splitlines()
    named = [json.loads(line)["where"] for line in lines]
    assert [Path(where).name for where in named] == ["b.warc", "c.warc.gz"]
    told = [row for row in rows(tmp_path / "out" / "claims.parquet") if row["kind"] == "killed"]
    assert len(told) == 2


def told(path: Path) -> list[str]:
    """What each unit of an archive gives: how many documents, or what is wrong."""
    found = []
    for unit in archives.units(path):
        try:
            found.append(str(len(list(unit.read(found.append)))))
        except InputError as error:
            found.append(str(error))
    return found


@pytest.mark.parametrize(("name", "begin"), [("a.warc", b"WARC/1"), ("a.warc.gz", b"\x1f\x8b\x08")])
def test_a_web_archive_cut_anywhere_says_so_and_keeps_what_is_before(
    name: str, begin: bytes, tmp_path: Path
) -> None:
    path = tmp_path / name
    whole = web_archive(path, *[("200 OK", "text/html")] * 3)
    assert told(path) == ["1", "1", "1"]
    last = whole.rindex(begin)
    for at in range(last + len(begin), len(whole) - 16, 17):  # blank lines, checksum: no loss
        path.write_bytes(whole[:at])
        *before, fault = told(path)
        assert before == ["1", "1"], at
        assert "cut short" in fault or "no text" in fault, at


def test_a_hole_in_a_web_archive_is_told_and_not_shown(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.warc"
    page = WEB_PAGE.replace("police said", "police said on Friday, " * 400)
    whole = web_archive(path, *[("200 OK", "text/html")] * 4, page=page)
    one = len(whole) // 4
    path.write_bytes(whole[: one + one // 2] + whole[one + one // 2 + 3000 :])
    found = told(path)
    assert "its length is wrong" in "".join(found)
    assert found[0] == found[-1] == "1"
    shown = capfd.readouterr()
    assert not shown.out + shown.err


def test_bad_documents_are_named_and_the_rest_goes_on(tmp_path: Path, store: str) -> None:
    good = [json.dumps(one) for one in reports(2)]
    lines = [good[0], "{broken", '{"text": 5}', "", *good[1:]]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(lines))
    assert audit(path, tmp_path / "out", store) == 0
    faults = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").open()]
    assert [fault["where"].rpartition(", ")[2] for fault in faults] == ["line 2", "line 3"]
    summary = json.loads((tmp_path / "out" / "audit.json").read_text())["summary"]
    assert (summary["documents"], summary["not_read"]) == (len(good), 2)


def test_an_archive_of_which_nothing_can_be_read_is_no_success(tmp_path: Path, store: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{broken\n[1, 2]\n")
    assert audit(path, tmp_path / "out", store) == 2
    assert "line 1" in (tmp_path / "out" / "errors.jsonl").read_text()


def test_a_file_cut_short_is_named(tmp_path: Path, store: str) -> None:
    whole = gzip.compress("\n".join(json.dumps(one) for one in reports(9)).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    assert audit(tmp_path / "a.jsonl.gz", tmp_path / "out", store) == 0
    assert "can't be read further" in (tmp_path / "out" / "errors.jsonl").read_text()


@pytest.mark.parametrize("name", ["b.txt", "b.json", "b.jsonl"])
def test_a_link_to_nothing_is_counted_and_named(tmp_path: Path, store: str, name: str) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    write(folder / "a.jsonl", reports(2))
    (folder / name).symlink_to(tmp_path / "gone")
    assert audit(folder, tmp_path / "out", store) == 0
    (fault,) = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").open()]
    assert name in fault["where"]
    summary = json.loads((tmp_path / "out" / "audit.json").read_text())["summary"]
    assert summary["not_read"] == 1


def test_a_reader_that_fails_on_one_document_loses_that_one(
    tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from factcheck.audit import reading

    real = reading.claims.read

    def failing(document: Any) -> Any:
        if document.id == "r0003":
            raise ZeroDivisionError("of this text")
        return real(document)

    monkeypatch.setattr(reading.claims, "read", failing)
    audit(write(tmp_path / "a.jsonl", reports(2)), tmp_path / "out", store)
    (fault,) = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").open()]
    assert fault["error"] == "ZeroDivisionError: of this text"
    assert len({row["document"] for row in rows(tmp_path / "out" / "claims.parquet")}) == 13


def test_units_can_be_passed_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", reports(3))
    every = [unit.where for unit in archives.units(path)]
    stream = archives.Stream(path)
    assert [unit.where for unit in stream.take(2, 3)] == every[2:5]
    assert [unit.where for unit in stream.take(9, 4)] == every[9:13]
    assert not list(stream.take(100, 5))
    assert [unit.passed for unit in archives.units(path)][-1] <= archives.size(path)


# --- Pages crawled again ---


def crawled(number: int, day: int, text: str, **told: str) -> dict[str, str]:
    """A crawl of one page of a paper, under an id of its own."""
    told = {"url": "https://paper.example/a", "outlet": "Paper", **told}
    return report(number, date(2025, 4, day), text, **told)


FIRST = "A missile attack on Kyiv on April 24 killed 9 people, the mayor said."
LATER = "The missile attack on Kyiv on April 24 killed 12 people, the mayor said."


def test_a_page_crawled_again_is_one_article(tmp_path: Path, store: str) -> None:
    told = [
        report(1, date(2025, 4, 25), killed(1, 12)),
        crawled(2, 24, FIRST),
        crawled(3, 26, FIRST),
        crawled(4, 28, f" {FIRST}\n", url="http://paper.example/a/#top"),
        report(5, date(2025, 4, 27), killed(5, 12)),
    ]
    path = write(tmp_path / "a.jsonl", told)
    assert audit(path, tmp_path / "out", store) == 0
    found = rows(tmp_path / "out" / "claims.parquet")
    assert [row["document"] for row in found if row["kind"] == "killed"] == [
        "r0002",
        "r0001",
        "r0005",
    ]
    assert rows(tmp_path / "out" / "findings.parquet") == []  # the crawl of the 28th is no news
    summary = json.loads((tmp_path / "out" / "audit.json").read_text())["summary"]
    assert (summary["documents"], summary["copies"]) == (3, 2)
    assert "2 repeats" in (tmp_path / "out" / "report.html").read_text("utf-8")


def test_versions_of_a_page_are_kept_and_bear_each_other_out_in_nothing(
    tmp_path: Path, store: str
) -> None:
    told = [crawled(1, 24, FIRST), crawled(2, 25, f"{FIRST} More soon."), crawled(3, 26, LATER)]
    path = write(tmp_path / "a.jsonl", told)
    assert audit(path, tmp_path / "out", store) == 0
    found = rows(tmp_path / "out" / "claims.parquet")
    killed = [(row["document"], row["verdict"]) for row in found if row["kind"] == "killed"]
    assert killed == [("r0001", "no_prior"), ("r0002", "no_prior"), ("r0003", "no_prior")]


def test_the_reach_of_a_finding_counts_pages_not_their_versions(tmp_path: Path, store: str) -> None:
    told = [
        report(1, date(2025, 4, 24), killed(1, 9)),
        report(2, date(2025, 4, 25), killed(2, 12)),
        crawled(3, 27, FIRST),
        crawled(4, 28, f"{FIRST} More soon."),
        crawled(5, 28, FIRST, url="https://other.example/b", outlet="Other"),
    ]
    path = write(tmp_path / "a.jsonl", told)
    assert audit(path, tmp_path / "out", store) == 0
    (finding,) = rows(tmp_path / "out" / "findings.parquet")
    assert (finding["verdict"], finding["articles"], finding["outlets"]) == ("outdated", 2, 2)


# --- What is no archive ---


def made(room: Path, name: str) -> Path:
    """An archive with a fault, by its name."""
    path = room / name
    if name in ("empty", "pdfs"):
        path.mkdir()
    if name == "pdfs":
        for number in range(3):
            (path / f"{number}.pdf").write_bytes(b"%PDF-1.4")
        (path / "list.csv").write_text("text,title")
    elif name == "cut.parquet":
        pq.write_table(pa.table({"text": ["A fire in Oslo killed 3 people."] * 99}), path)
        path.write_bytes(path.read_bytes()[:-20])
    elif name == "columns.parquet":
        pq.write_table(pa.table({"body": ["A fire in Oslo killed 3 people."], "name": ["x"]}), path)
    elif name == "keys.jsonl":
        path.write_text('{"body": "A fire.", "name": "x"}\n{"body": 1}\n')
    elif name == "nothing.jsonl":
        path.write_text("")
    elif name == "table.csv":
        path.write_text("text,title")
    elif name == "plain.jsonl.gz":
        path.write_text('{"text": "A fire in Oslo killed 3 people."}\n')
    return path


@pytest.mark.parametrize(
    ("name", "fault", "mend"),
    [
        ("missing", "no such file or folder", "Check the path"),
        ("empty", "the folder is empty", "Use .txt"),
        ("pdfs", "only 4 files of other forms (3 .pdf, 1 .csv)", "Use .txt"),
        ("table.csv", "is of no form that can be audited", "Use .txt"),
        ("cut.parquet", "cut.parquet: can't be read (", "Copy or fetch it anew"),
        ("columns.parquet", 'no column "text" (there are: body, name)', "Name its columns text"),
        (
            "keys.jsonl",
            'line 1: no document: it is no object with a "text", but one with: body',
            "Use {",
        ),
        ("nothing.jsonl", "there is no document in it", "Give one that holds documents"),
        ("plain.jsonl.gz", "plain.jsonl.gz: can't be read (Not a gzipped", "Copy or fetch"),
    ],
)
def test_what_is_no_archive_is_named_with_its_fault_and_the_mend(
    name: str, fault: str, mend: str, tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made(tmp_path, name)
    assert audit(path, tmp_path / "out", store) == 2
    told = capsys.readouterr()
    error = told.err.splitlines()[-1]
    assert error.startswith(f"factcheck: {path}: ")
    assert fault in error
    assert mend in error.partition(fault)[2]
    assert "Traceback" not in told.err
    assert "Coverage" not in told.out


def test_files_of_other_forms_are_counted_not_passed_over_in_silence(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = made(tmp_path, "pdfs")
    write(folder / "a.jsonl", reports(1))
    assert audit(folder, tmp_path / "out", store) == 0
    told = "4 files of other forms (3 .pdf, 1 .csv)"
    shown = capsys.readouterr()
    assert f"passed over: {told}" in shown.err
    assert f"passed over: {told}" in shown.out
    for name in ("report.html", "report.md"):
        assert told in (tmp_path / "out" / name).read_text("utf-8")


def test_a_folder_that_cannot_be_opened_is_counted_and_named(
    tmp_path: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "archive"
    (folder / "closed").mkdir(parents=True)
    write(folder / "a.jsonl", reports(1))
    real = archives.os.scandir

    def scandir(path: Any) -> Any:  # the right to read is no bar to whoever runs tests as root
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(archives.os, "scandir", scandir)
    assert audit(folder, tmp_path / "out", store) == 0
    (fault,) = [json.loads(line) for line in (tmp_path / "out" / "errors.jsonl").open()]
    assert fault["where"] == str(folder / "closed")
    assert "can't be opened (Permission denied)" in fault["error"]


def test_a_result_within_the_archive_is_refused(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    write(folder / "a.jsonl", reports(1))
    assert audit(folder, folder / "out", store) == 2
    assert "Name a folder outside of it" in capsys.readouterr().err
    assert [found.name for found in folder.iterdir()] == ["a.jsonl"]


def test_standard_input_is_no_archive(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit(Path("-"), tmp_path / "out", store) == 2
    assert "Save it to a file" in capsys.readouterr().err

"""Documents keep their text, and bad input is told by file, fault and mend."""

from __future__ import annotations

import gzip
import io
import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.inputs import markdown
from factcheck.inputs.documents import SUFFIXES, read
from tests.factcheck.growing import grows_linearly
from tests.factcheck.inputs.files import PAGE, STORY, one, piped, refused, write

# Laws


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_plain_text_stays_as_it_is(text: str) -> None:
    text = f"Harbour: {text}"
    assert piped(text)[0].text == text
    assert piped(text.encode("utf-8-sig"))[0].text == text
    assert piped(text.encode("utf-16"))[0].text == text


@given(st.text(min_size=1), st.text())
def test_json_text_stays_as_it_is(text: str, title: str) -> None:
    raw = json.dumps({"text": f"1{text}", "title": title})
    assert piped(raw) == [Document(f"1{text}", title=title.strip() or None)]


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    suffix=st.sampled_from([*SUFFIXES, *(f"{s}.gz" for s in SUFFIXES)]),
    raw=st.binary() | st.text("<>/!-=\"'{}[]:,&#; \n12htmlbodyp", max_size=80).map(str.encode),
)
@example(suffix=".html", raw=b"<?xml version='1.0' encoding='utf-16'?><html>12")
@example(suffix=".json", raw=b"[" * 20_000)
@example(suffix=".json", raw=b'{"text": ' + b"9" * 5_000 + b"}")
@example(suffix=".jsonl", raw=b"\xff\xfe")
@example(suffix=".md", raw=b"---\ntitle:\n---\n[x](")
def test_any_bytes_are_documents_or_an_input_error(tmp_path: Path, suffix: str, raw: bytes) -> None:
    for content in (raw, gzip.compress(raw)):
        path = tmp_path / f"any{suffix}"
        path.write_bytes(content)
        for source in (path, "-"):
            try:
                found = list(read([source], stdin=io.BytesIO(content), warn=lambda _: None))
            except InputError as error:
                told = str(error)
                found = []
            else:
                told = ""
            assert found or str(path if source is path else "standard input") in told
            assert all(d.text.strip() and d.text.encode() for d in found)


@settings(max_examples=500)
@given(st.text("ab1 \n`*_~[]()<>!#-=|>\\\"':.", max_size=60))
def test_markdown_is_reduced_and_nothing_added(text: str) -> None:
    kept = Counter(markdown.reduce(text).text.replace("\n", ""))
    assert kept <= Counter(text)


@given(st.lists(st.sampled_from(["The", "mayor", "counted", "12", "dead.", "7,200", "snake_case"])))
def test_markdown_leaves_plain_words_alone(words: list[str]) -> None:
    assert markdown.reduce(" ".join(words)).text == " ".join(words)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.json", "a.jsonl"])
def test_ten_megabytes_in_one_line_are_read(tmp_path: Path, name: str) -> None:
    line = "At least 12 people were killed. " * 320_000
    path = write(tmp_path, name, line if name in ("a.txt", "a.md") else json.dumps({"text": line}))
    assert len(one(path).text) >= 10_000_000


@pytest.mark.parametrize("unit", [" ", "[x](a \"'", "*a _b `", "<!--", "<a ", "| ", "![", "_a_"])
def test_hostile_markdown_takes_linear_time(unit: str) -> None:
    def reduced(size: int) -> None:
        assert markdown.reduce("A storm. " + unit * (size // len(unit)) + " 12").text

    assert grows_linearly(reduced, 100_000)


# JSON


def test_json_may_be_one_document_or_several(tmp_path: Path) -> None:
    told = {"text": "12 dead", "id": 7, "title": "T", "published": "20250424", "outlet": "O"}
    full = Document("12 dead", id="7", title="T", published="2025-04-24", outlet="O", url="u")
    first = told | {"url": "u", "words": 2}
    assert one(write(tmp_path, "a.json", json.dumps(first))) == full
    several = [first, {"text": "90 hurt", "title": None, "outlet": ""}]
    for value in (several, {"documents": several}):
        path = write(tmp_path, "b.json.gz", json.dumps(value))
        assert list(read([path])) == [full, Document("90 hurt")]
    lines = "\n".join(json.dumps(item) for item in several)
    for name in ("c.jsonl", "c.jsonl.gz", "misnamed.json"):
        assert list(read([write(tmp_path, name, lines)])) == [full, Document("90 hurt")]


def test_a_bad_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = ['{"text": "12 dead"}', "{oops", "", "[1]", '{"text": 5}', '{"text": "ok", "url": []}',
             '{"text": " "}', '{"text": "90 hurt", "published": "soon"}']  # fmt: skip
    warned: list[str] = []
    path = write(tmp_path, "a.jsonl", "\n".join(lines))
    found = list(read([path], warn=warned.append))
    assert [d.text for d in found] == ["12 dead", "90 hurt"]
    assert [w.partition(", line ")[2][0] for w in warned] == ["2", "4", "5", "6", "7", "8"]
    assert all(str(path) in w for w in warned)


def test_lone_surrogates_are_replaced(tmp_path: Path) -> None:
    document = one(write(tmp_path, "a.json", r'{"text": "12 \ud83d dead \ud83d\ude00"}'))
    assert document.text == "12 \ufffd dead 😀"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("a.json", "{oops", "malformed JSON .* line 1, column 2"),
        ("a.json", '{"body": "x"}', 'no object with a "text", but one with: body'),
        ("a.json", '{"text": 12, "id": "x"}', 'its "text" is not a string'),
        ("a.json", "[]", "holds no document"),
        ("a.json", '"text"', 'no object with a "text"'),
        ("a.json", "[" * 100_000, "nested too deep"),
        ("a.jsonl", "{oops\n[]", "holds no document"),
        ("a.txt", "", "has no text"),
        ("a.txt", " \n\t ", "has no text"),
        ("a.txt", "date 2025-04-25\n", "has no text"),
        ("a.md", "<!-- x -->", "has no text"),
        ("a.md", "![x](y)", "has no text"),
    ],
)
def test_a_file_without_a_document_is_refused(
    tmp_path: Path, name: str, content: str, fault: str
) -> None:
    assert str(tmp_path / name) in refused(write(tmp_path, name, content), fault)


# Paths


def test_a_folder_is_read_in_order_without_hidden_and_other_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "table.csv", "inner/c.TXT", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        write(tmp_path, name, f"From {name}")
    assert [d.text for d in read([tmp_path])] == ["From a.md", "From b.txt", "From inner/c.TXT"]


def test_published_dates_every_document(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", f"date 2020-01-01\n{STORY}")
    assert one(path, published="April 25, 2025").published == "2025-04-25"
    with pytest.raises(InputError, match="published: 'soon' is not a date"):
        read([path], published="soon")


def test_one_bad_document_does_not_stop_the_others(tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.txt", ""), write(tmp_path, "b.txt", "12 dead"),
             write(tmp_path, "c.txt", b"\0"), tmp_path / "none"]  # fmt: skip
    paths[3].mkdir()
    warned: list[str] = []
    assert [d.text for d in read(paths, warn=warned.append)] == ["12 dead"]
    assert [Path(w.partition(":")[0]).name for w in warned] == ["a.txt", "c.txt", "none"]


def test_without_a_good_document_all_faults_are_told_once(tmp_path: Path) -> None:
    paths: list[Path | str] = [write(tmp_path, f"{n}.txt", "") for n in range(7)]
    warned: list[str] = []
    with pytest.raises(InputError, match="and 2 more"):
        list(read(paths, warn=warned.append))
    assert warned == []


def test_without_a_listener_faults_are_python_warnings(tmp_path: Path) -> None:
    paths = [write(tmp_path, "a.txt", ""), write(tmp_path, "b.txt", "12 dead")]
    with pytest.warns(UserWarning, match="has no text"):
        assert len(list(read(paths))) == 1


def test_paths_that_cannot_be_meant_are_refused_before_reading(tmp_path: Path) -> None:
    good = write(tmp_path, "a.txt", STORY)
    missing = tmp_path / "b.txt"
    cases: tuple[tuple[list[str | Path], str], ...] = (
        ([good, missing], r"b\.txt: no such file"),
        ([good, write(tmp_path, "c.pdf", "x")], r"c\.pdf: not a format .*\.txt \.md"),
        ([good, write(tmp_path, "a.gz", "x")], r"a\.gz: not a format"),
        ([good, ""], "no such file"),
        ([good, "12 killed " * 100], "can't be read"),
        ([good, "a\0.txt"], "no such file"),
        ([], "no document given"),
    )
    for paths, fault in cases:
        with pytest.raises(InputError, match=fault):
            read(paths)


def test_faulty_files_of_the_system_are_told(tmp_path: Path) -> None:
    damaged = tmp_path / "a.txt.gz"
    damaged.write_bytes(gzip.compress(STORY.encode() * 99)[:-9])
    refused(damaged, "damaged gzip")
    damaged.write_bytes(STORY.encode())
    refused(damaged, "damaged gzip")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "gone.txt")
    refused(tmp_path, r"loop\.txt: can't be read")


# Standard input


def test_standard_input_is_known_by_its_content() -> None:
    both = [Document("12 dead"), Document("90 hurt")]
    assert piped('{"text": "12 dead"}\n{"text": "90 hurt"}\n') == both
    assert piped('\n[{"text": "12 dead"}, {"text": "90 hurt"}]') == both
    assert piped('{\n"text": "12 dead"}') == both[:1]
    assert piped(gzip.compress(b"12 dead")) == both[:1]
    assert piped(PAGE)[0].title == "Storm kills 12"
    assert piped("date 2025-04-25 12 dead") == [Document("12 dead", published="2025-04-25")]
    assert piped("[Updated] 12 dead")[0].text == "[Updated] 12 dead"
    with pytest.raises(InputError, match="standard input: malformed JSON"):
        piped('{"text": ')

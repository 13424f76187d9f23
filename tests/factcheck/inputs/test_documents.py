"""Documents keep their text, and bad input is told by file, fault and mend."""

from __future__ import annotations

import gzip
import io
import json
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.inputs import markdown
from factcheck.inputs.documents import SUFFIXES, read

STORY = "A storm hit the coast.\n\nAt least 12 people were killed, the mayor said.\n"
PAGE = """<!DOCTYPE html>
<html><head><title>Storm kills 12 | The Harbour Post</title>
<meta property="og:title" content="Storm kills 12">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2025-04-24T06:06:00+03:00">
<link rel="canonical" href="https://harbour.example/storm"></head>
<body><nav><a href="/">Home</a> <a href="/5">5 tips</a></nav><article><h1>Storm kills 12</h1>
<p>At least 12 people were <b>killed</b>, the mayor said.</p>
<p>A further 90 were hurt, among them 6 children.</p></article>
<footer>Copyright 2024</footer></body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    raw = content.encode() if isinstance(content, str) else content
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def one(path: Path, **options: str) -> Document:
    warned: list[str] = []
    documents = list(read([path], warn=warned.append, **options))  # type: ignore[arg-type]
    assert warned == []
    assert len(documents) == 1
    return documents[0]


def piped(raw: bytes | str) -> list[Document]:
    data = raw.encode() if isinstance(raw, str) else raw
    return list(read(["-"], stdin=io.BytesIO(data), warn=lambda _: None))


def refused(paths: list[Path | str] | Path, match: str) -> str:
    given_paths = paths if isinstance(paths, list) else [paths]
    with pytest.raises(InputError, match=match) as caught:
        list(read(given_paths, warn=lambda _: None))
    return str(caught.value)


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
def test_ten_megabytes_in_one_line_are_read_in_seconds(tmp_path: Path, name: str) -> None:
    line = "At least 12 people were killed. " * 320_000
    path = write(tmp_path, name, line if name in ("a.txt", "a.md") else json.dumps({"text": line}))
    begun = time.process_time()
    assert len(one(path).text) >= 10_000_000
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("unit", [" ", "[x](a \"'", "*a _b `", "<!--", "<a ", "| ", "![", "_a_"])
def test_hostile_markdown_takes_linear_time(unit: str) -> None:
    begun = time.process_time()
    assert markdown.reduce("A storm. " + unit * (1_000_000 // len(unit)) + " 12").text
    assert time.process_time() - begun < 5


# Plain text


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ("date 2025-04-25\n", "2025-04-25"),
        (" date 2025-04-25 ", "2025-04-25"),
        ("\n\nDATE 2025-04-25\n\n", "2025-04-25"),
        ("Date: 2025-04-25\n", "2025-04-25"),
        ("Date: 2025-04-25T06:06+03:00\n", "2025-04-25T06:06+03:00"),
        ("Date: April 25, 2025\n", "2025-04-25"),
        ("\ufeffdate 2025-04-25\r\n", "2025-04-25"),
    ],
)
def test_a_date_prefix_is_cut_and_dates_the_text(tmp_path: Path, head: str, published: str) -> None:
    document = one(write(tmp_path, "a.txt", head + STORY))
    assert (document.text, document.published) == (STORY, published)


@pytest.mark.parametrize(
    "text",
    ["date 2025 was fixed for the vote.", "Date palms 2025-04-25", "dated 2025-04-25 it was",
     "date 2025-04-250 x", "The date 2025-04-25"],
)  # fmt: skip
def test_prose_about_dates_is_no_date_prefix(tmp_path: Path, text: str) -> None:
    assert one(write(tmp_path, "a.txt", text)) == Document(text)


def test_an_impossible_date_prefix_is_warned_of() -> None:
    warned: list[str] = []
    raw = io.BytesIO(b"date 2025-02-31 A storm.")
    [document] = read(["-"], stdin=raw, warn=warned.append)
    assert document == Document("date 2025-02-31 A storm.")
    assert "'2025-02-31' is not a date" in warned[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Storm kills 12\n\nIt came at night.", "Storm kills 12"),
        ("\n  U.S. storm kills 12?  \n \nIt came at night.", "U.S. storm kills 12?"),
        ("Storm kills 12\nIt came at night.", None),
        ("A storm killed 12.\n\nIt came at night.", None),
        ("“A storm killed 12.”\n\nIt came at night.", None),
        ("By Ann Reed and Bo Lind\n\nA storm killed 12.", None),
        ("Storm kills 12", None),
        ("Storm kills 12\n\n", None),
        ("Storm " * 21 + "\n\nIt came at night.", None),
        ("***\n\nIt came at night.", None),
    ],
)
def test_the_headline_of_plain_text(tmp_path: Path, text: str, title: str | None) -> None:
    document = one(write(tmp_path, "a.txt", text))
    assert (document.title, document.text) == (title, text)


@pytest.mark.parametrize(
    ("ending", "outlet"),
    [
        ("\n\nReuters", "Reuters"),
        ("\nREUTERS\n", "Reuters"),
        (" (AFP)", "AFP"),
        ("Reuters", "Reuters"),
        (" – AP", "Associated Press"),
        ("\nAgence France-Presse", "AFP"),
        (" He told Reuters.", None),
        (" He told Reuters", None),
        ("\nMAP", None),
    ],
)
def test_an_agency_glued_at_the_end_is_the_outlet(
    tmp_path: Path, ending: str, outlet: str | None
) -> None:
    text = f"A storm killed 12.{ending}"
    document = one(write(tmp_path, "a.txt", text))
    assert (document.outlet, document.text) == (outlet, text)


def test_line_ends_become_newlines(tmp_path: Path) -> None:
    assert one(write(tmp_path, "a.txt", "A\r\nb\rc\n\x0cd\u2028e")).text == "A\nb\nc\n\x0cd\u2028e"


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    for name in ("a.txt", "a.txt.gz"):
        assert one(write(tmp_path, name, "Düsseldorf: 12 – “dead”".encode(encoding))).text == (
            "Düsseldorf: 12 – “dead”"
        )
    line = '{"text": "Zürich 12"}\n'.encode(encoding)
    assert one(write(tmp_path, "a.jsonl", line)).text == "Zürich 12"


def test_windows_1252_is_read_with_a_warning(tmp_path: Path) -> None:
    warned: list[str] = []
    path = write(tmp_path, "old.txt", "12 “dead” in Zürich".encode("cp1252"))
    assert [d.text for d in read([path], warn=warned.append)] == ["12 “dead” in Zürich"]
    assert "old.txt: not UTF-8" in warned[0]


def test_utf_8_with_a_broken_byte_stays_utf_8(tmp_path: Path) -> None:
    warned: list[str] = []
    path = write(tmp_path, "cut.txt", "12 “dead” in Zürich ".encode() + b"\xe2\x80")
    assert [d.text for d in read([path], warn=warned.append)] == ["12 “dead” in Zürich \ufffd"]
    assert "cut.txt" in warned[0]


def test_a_page_names_its_charset(tmp_path: Path) -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Погибли 12 человек.</p></body>'
    assert one(write(tmp_path, "a.html", page.encode("cp1251"))).text == "Погибли 12 человек."


@pytest.mark.parametrize("raw", [b"12\x00dead", b"\x01\x02\x03 12 \x0e\x0f", b"\xff\xfe\x00"])
def test_binary_data_is_refused(tmp_path: Path, raw: bytes) -> None:
    assert "UTF-8" in refused(write(tmp_path, "a.txt", raw), r"a\.txt: is (binary|not the utf-16)")


# Markdown


def test_markdown_becomes_what_a_reader_sees(tmp_path: Path) -> None:
    source = """---
title: "Storm kills 12"
date: 24 April 2025
source: The Harbour Post
url: https://harbour.example/storm
tags: [a, b]
---
# Storm kills *at least* 12
At least **12 people** were ~~hurt~~ _killed_, [the mayor](https://x.example/a_(b) "t") said.[^1]

![A photo](p.jpg)
> A further 90 were `hurt`,
> among them 6\\* children &amp; 2 dogs.

```python
killed = 99
```
<!-- 500 -->
- 3 in the port
* 9 in __the old town__<br>and beyond

1. first
2. second

| Town | Killed |
|------|-------:|
| Port | 3 |

Seen again
----------
[1]: https://x.example
2025. It was a bad year for snake_case_names.
"""
    document = one(write(tmp_path, "a.md", source))
    assert document == Document(
        """Storm kills at least 12

At least 12 people were hurt killed, the mayor said.

A further 90 were hurt,
among them 6* children & 2 dogs.

3 in the port
9 in the old town
and beyond

first
second

| Town | Killed |
| Port | 3 |

Seen again
2025. It was a bad year for snake_case_names.""",
        title="Storm kills 12",
        published="2025-04-24",
        outlet="The Harbour Post",
        url="https://harbour.example/storm",
    )


@pytest.mark.parametrize("source", ["# Storm kills 12 #\nText.", "Storm kills 12\n===\nText."])
def test_the_first_heading_is_the_title(tmp_path: Path, source: str) -> None:
    assert one(write(tmp_path, "a.md", source)).title == "Storm kills 12"


def test_a_story_between_two_rules_is_no_front_matter(tmp_path: Path) -> None:
    source = "---\nTwelve people were killed\n---\nToday."
    assert "Twelve people were killed" in one(write(tmp_path, "a.md", source)).text


def test_a_fence_left_open_hides_nothing(tmp_path: Path) -> None:
    assert "12 dead" in one(write(tmp_path, "a.md", "A\n```\n12 dead\n\nmore")).text


# HTML


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.HTML", "a.html.gz"])
def test_a_page_gives_its_article_and_what_it_tells_of_itself(tmp_path: Path, name: str) -> None:
    assert one(write(tmp_path, name, PAGE)) == Document(
        "Storm kills 12\n\nAt least 12 people were killed, the mayor said.\n\n"
        "A further 90 were hurt, among them 6 children.",
        title="Storm kills 12",
        published="2025-04-24T06:06+03:00",
        outlet="The Harbour Post",
        url="https://harbour.example/storm",
    )


def test_a_fragment_without_a_head_is_read(tmp_path: Path) -> None:
    fragment = "<p>At least 12 people were killed, the mayor said.</p>"
    assert one(write(tmp_path, "a.html", fragment)).text == fragment[3:-4]


def test_a_page_without_text_is_refused(tmp_path: Path) -> None:
    page = "<html><head><script>var killed = 12;</script></head><body></body></html>"
    refused(write(tmp_path, "a.html", page), r"a\.html: has no text")


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
        ("a.json", '{"body": "x"}', 'no string "text"'),
        ("a.json", "[]", "holds no document"),
        ("a.json", '"text"', 'no string "text"'),
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

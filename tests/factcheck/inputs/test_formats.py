"""Plain text, encodings, Markdown and web pages become what a reader sees."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claims_db.records import Document
from factcheck.inputs.documents import read
from tests.factcheck.inputs.files import PAGE, STORY, one, refused, write

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

"""The day that a text says it was written, in whatever form it says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import factcheck
from tests.factcheck.inputs.files import one, write

_BODY = """The mayor said that 12 people were killed in Lviv.

On 17 June, rescuers said that 28 people were killed.
"""
_TITLE = "Lviv strike: as it happened"
_HEADS = {
    "prefix": "date 2025-06-20\n\n{title}\n\n",
    "prefix with colon": "Date: 20 June 2025\n\n{title}\n\n",
    "iso line": "{title}\n\ndate 2025-06-20\n\n",
    "published": "{title}\n\nBy A Reporter\n\nPublished: 20 June 2025\n\n",
    "published iso": "{title}\n\nPublished 2025-06-20\n\n",
    "first published": "{title}\n\nFirst published on Friday 20 June 2025 at 2:30 pm ET\n\n",
    "updated": "{title}\n\nLast updated: June 20, 2025, 2:05 p.m. (ET)\n\n",
    "bare": "{title}\n\n2025-06-20\n\n",
    "front matter": "---\ntitle: '{title}'\ndate: 2025-06-20\nlayout: post\n---\n\n",
    "toml": '+++\ntitle = "{title}"\npublish_date = 2025-06-20\n+++\n\n',
    "named lines": "Title: {title}\nAuthor: A Reporter\nDate: June 20, 2025\n\n",
    "dateline": "{title}\n\nLVIV, June 20, 2025 (DPA) - ",
}
_MARKED = ["**date 2025-06-20**\n\n# {title}\n\n", "> date: 2025-06-20\n\n{title}\n===\n\n"]


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("head", _HEADS.values(), ids=_HEADS)
def test_a_text_is_dated_by_what_its_head_says(tmp_path: Path, suffix: str, head: str) -> None:
    document = one(write(tmp_path, f"a.{suffix}", head.format(title=_TITLE) + _BODY))
    assert (document.published, document.title) == ("2025-06-20", _TITLE)


@pytest.mark.parametrize("head", _MARKED)
def test_a_date_may_be_marked_up(tmp_path: Path, head: str) -> None:
    document = one(write(tmp_path, "a.md", head.format(title=_TITLE) + _BODY))
    assert (document.published, document.title) == ("2025-06-20", _TITLE)
    assert document.text.startswith(_TITLE)


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("head", _HEADS.values(), ids=_HEADS)
def test_a_day_told_later_is_that_of_its_own_figure(tmp_path: Path, suffix: str, head: str) -> None:
    document = one(write(tmp_path, f"a.{suffix}", head.format(title=_TITLE) + _BODY))
    told = {c.value.text: c.as_of for c in factcheck.extract(document).claims}
    assert told == {"12": "2025-06-20", "28": "2025-06-17"}


def test_the_hour_of_publication_is_kept(tmp_path: Path) -> None:
    head = f"{_TITLE}\n\nPublished: 20 June 2025 12:30 GMT\n\n"
    assert one(write(tmp_path, "a.txt", head + _BODY)).published == "2025-06-20T12:30Z"


def test_a_day_of_publication_is_believed_before_a_dateline(tmp_path: Path) -> None:
    text = "LVIV, June 19, 2025 - Sirens woke the city.\n\nPublished: 20 June 2025\n\n" + _BODY
    assert one(write(tmp_path, "a.txt", text)).published == "2025-06-20"


@pytest.mark.parametrize(
    "text",
    [
        "Published 5 June 2023 in a journal, the study counts 12 deaths.",
        "Updated figures of 20 June 2025 show 12 deaths.",
        "Note: 12 people died.\nSource: the mayor.\n\nThe city mourned.",
        "Posted to the border on 2 May 2024, 12 guards were killed.",
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_prose_with_a_day_dates_no_text(tmp_path: Path, suffix: str, text: str) -> None:
    document = one(write(tmp_path, f"a.{suffix}", text + "\n\nMore is not known.\n"))
    assert document.published is None
    assert document.text.startswith(text)

"""Datelines: where and on which day a story was written."""

from __future__ import annotations

import pytest

from factcheck.text import datelines


@pytest.mark.parametrize(
    ("text", "place", "day"),
    [
        ("KYIV – The city woke to sirens.", "KYIV", None),
        ("MARAWI, Philippines (AP) — Shops opened again.", "MARAWI, Philippines", None),
        ("QUETTA, May 12 (Reuters) – A mine collapsed.", "QUETTA", None),
        ("LIMA, Peru, Aug. 8, 2025 – Buses stood still.", "LIMA, Peru", "2025-08-08"),
        ("Leeds, 14 June 2025", "Leeds", "2025-06-14"),
        ("Port Moresby, Tuesday 3 June 2025 (PTI) - Rain fell.", "Port Moresby", "2025-06-03"),
        ("NAIROBI, June 3: Floods cut roads.", "NAIROBI", None),
        ("Published 5 June 2023", None, "2023-06-05"),
        ("On 14 June 2025 a fire broke out.", None, None),
        ("The fire of 14 June 2025 – the worst in years – killed 72.", None, None),
        ("Oslo, 14 June 2025, was quiet.", None, None),
    ],
)
def test_place_and_day_of_writing(text: str, place: str | None, day: str | None) -> None:
    assert (datelines.place(text), datelines.written_on(text)) == (place, day)


def test_the_last_line_may_be_dated() -> None:
    lines = [*["A line that tells of nothing in particular."] * 8, "Lima, Peru, 8 August 2025"]
    assert datelines.written_on("\n".join(lines)) == "2025-08-08"


def test_a_day_deep_in_the_text_dates_nothing() -> None:
    lines = [*["A line that tells of nothing in particular."] * 8, "LIMA, Aug. 8, 2025 – Rain.", ""]
    assert datelines.written_on("\n".join(lines)) is None

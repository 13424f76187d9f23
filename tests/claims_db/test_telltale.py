"""Reports that name no place are known by figures that tell; small, round and lone ones don't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims_db import telltale
from claims_db.events import assign
from claims_db.records import Claim, Document
from factcheck.reading.claims import read


def told(text: str, day: str) -> tuple[Claim, ...]:
    return tuple(read(Document(text, published=day)))


FIRST = "A ferry sank off Dakar, killing 463 people and injuring 127, the navy said."
SAME = "At least 463 people were killed and 127 were injured, the navy said."
OTHER = "At least 31 people were killed and 58 were injured, the police said."


def keys(*documents: tuple[Claim, ...]) -> list[set[str | None]]:
    return [set(keys) for keys in assign(documents, ()).keys]


def test_shared_figures_tie_a_report_without_a_place() -> None:
    first, same, other = keys(
        told(FIRST, "2025-03-02"), told(SAME, "2025-03-03"), told(OTHER, "2025-03-03")
    )
    assert first == same
    assert first != other


def test_reports_that_all_lack_a_place_are_one_event_by_their_figures() -> None:
    first, second = keys(told(SAME, "2025-03-02"), told(SAME + " It was night.", "2025-03-03"))
    assert first == second != {None}


@pytest.mark.parametrize("days", ["2025-05-02", "2024-03-02"])
def test_figures_of_another_time_tie_nothing(days: str) -> None:
    first, later = keys(told(FIRST, "2025-03-02"), told(SAME, days))
    assert first != later


def test_one_figure_is_not_enough() -> None:
    _, second = keys(
        told(FIRST, "2025-03-02"), told("At least 463 people were killed.", "2025-03-02")
    )
    assert second == {None}


def test_two_places_that_fit_alike_leave_it_open() -> None:
    twice = FIRST.replace("Dakar", "Lagos")
    found = keys(told(FIRST, "2025-03-02"), told(twice, "2025-03-02"), told(SAME, "2025-03-03"))
    assert found[2] == {None}


def test_a_place_is_never_overruled_by_figures() -> None:
    moved = FIRST.replace("Dakar", "Lagos")
    first, second = keys(told(FIRST, "2025-03-02"), told(moved, "2025-03-02"))
    assert first != second


def test_the_order_of_a_batch_does_not_matter() -> None:
    documents = [told(SAME, "2025-03-01"), told(FIRST, "2025-03-02")]
    assert keys(*documents) == list(reversed(keys(*reversed(documents))))


def test_small_and_round_figures_weigh_less() -> None:
    (claim,) = told("Some 463 people were killed.", "2025-03-02")

    def weight(count: float) -> float:
        return telltale.weight(replace(claim, value=replace(claim.value, stated=count)))

    assert weight(2) == 0
    assert weight(8) == weight(50) < weight(47) < weight(1247)

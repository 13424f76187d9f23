"""History and epidemics: a count dated to an earlier day beside the newer one, and tolls that grow
for months."""

import pytest

from factcheck.results import Verdict
from tests.factcheck.checking import checked

MINE = "an explosion at a coal mine near Karaganda, Kazakhstan, on Saturday"
REPORTS = [
    ("2025-02-02", f"At least 20 people were killed in {MINE}, officials said on Sunday."),
    ("2025-02-04", f"The toll from {MINE}, rose to 47, officials said on Tuesday."),
]


def test_an_earlier_count_beside_the_newer_one_is_history() -> None:
    told = checked(
        f"Police have opened an inquiry into {MINE}, that killed 47 people. "
        "On Sunday the toll had stood at 20.",
        "2025-02-05",
        *REPORTS,
    )
    assert told["47"].verdict is Verdict.CONSISTENT
    assert told["20"].verdict is not Verdict.OUTDATED


def test_an_earlier_count_alone_is_out_of_date() -> None:
    told = checked(f"At least 20 people were killed in {MINE}.", "2025-02-05", *REPORTS)
    assert told["At least 20"].verdict is Verdict.OUTDATED


@pytest.mark.parametrize("since", ["declared in July", "that began in July", "since July"])
def test_an_epidemic_grows_for_months(since: str) -> None:
    told = checked(
        f"An Ebola outbreak {since} has killed 158 people in Uganda, the ministry said.",
        "2025-09-30",
        ("2025-09-16", f"An Ebola outbreak {since} has killed 131 people in Uganda, it said."),
    )
    assert told["158"].verdict is Verdict.UPDATE

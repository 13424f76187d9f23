"""A figure told only to be denied is not claimed; nor is one of what did not happen."""

import pytest

from claims_db.records import Claim, Role, Status
from factcheck.reading.claims import read_text


def only(text: str, kind: str) -> Claim:
    (found,) = [claim for claim in read_text(text, "2025-06-10") if claim.kind == kind]
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Officials denied that 200 people had died.", "killed"),
        ("There is no truth in reports that 30 were hurt.", "wounded"),
        ("The ministry rejected claims that 45 soldiers were captured.", "detained"),
        ("The firm said reports that 500 workers had been laid off were false.", "layoffs"),
        ("Police said it was not true that 20 protesters were arrested.", "detained"),
        ("Reports that 25 were injured are not true, the mayor said.", "wounded"),
        ("The governor dismissed rumours of 60 deaths as baseless.", "killed"),
        (
            "There was no evidence that 300 families had been displaced, the mayor said.",
            "displaced",
        ),
        ("The army denied killing 12 civilians.", "killed"),
    ],
)
def test_what_is_denied(text: str, kind: str) -> None:
    assert only(text, kind).status is Status.DENIED


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He denied involvement in the blast that killed 12 people.", "killed"),
        ("The minister did not deny that 14 had died.", "killed"),
        ("Claims that 40 were killed were not false, the army said.", "killed"),
        ("Reports that 40 were killed are true, the army said.", "killed"),
        ("Fans rejected the offer; 14 people were hurt in a scuffle.", "wounded"),
        ("The court dismissed claims from 300 displaced people.", "displaced"),
    ],
)
def test_what_is_not_denied(text: str, kind: str) -> None:
    assert only(text, kind).status is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("100 people could have died if the train had been full.", "killed"),
        ("The blast might have injured 40 shoppers an hour later.", "wounded"),
        ("Some 600 residents would have been displaced by the dam.", "displaced"),
    ],
)
def test_what_did_not_happen_is_not_checked(text: str, kind: str) -> None:
    claim = only(text, kind)
    assert claim.role is Role.PROJECTED
    assert not claim.checkable


@pytest.mark.parametrize(
    "text",
    [
        "The toll could reach 1,000, the mayor warned.",
        "Up to 500 could be trapped, a spokesman said.",
        "Losses may pass 300 dead, the governor predicted.",
    ],
)
def test_who_warns_is_no_victim(text: str) -> None:
    assert all(claim.role is Role.PROJECTED for claim in read_text(text, "2025-06-10"))

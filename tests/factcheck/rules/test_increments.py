"""Counts that add to a total of their kind, or are taken off it, are no totals themselves."""

import pytest

from factcheck.reading.claims import read_text


def figures(text: str) -> dict[str, str | None]:
    return {
        claim.value.text: claim.change
        for claim in read_text(text, "2025-06-10")
        if claim.kind == "killed"
    }


@pytest.mark.parametrize(
    ("text", "figure", "change"),
    [
        ("Two of the wounded died later in hospital.", "Two", "+"),
        ("Three of the 40 injured have since died.", "Three", "+"),
        ("One of the missing was found dead in a ravine.", "One", "+"),
        ("Four of the rescued died on the way to hospital, medics said.", "Four", "+"),
        ("Two of the injured in the Arnholt factory explosion have died.", "Two", "+"),
        ("One of the people injured in the crash has died.", "One", "+"),
        ("A fifth victim died on Tuesday.", "A fifth victim", "+"),
        ("A third miner was killed when he went back for the others.", "A third miner", "+"),
        ("A seventh patient has died of the fever.", "A seventh patient", "+"),
        ("Two of the dead were counted twice, the coroner said.", "Two", "-"),
        ("The toll fell after double-counting of three bodies.", "three", "-"),
        ("Six deaths had been mistakenly included in the count.", "Six", "-"),
        ("Two welders died in hospital overnight, bringing the toll to 23.", "Two", "+"),
        ("Divers found nine bodies on Sunday, taking the death toll to 31.", "nine", "+"),
        ("Three pupils succumbed to burns, raising the number of dead to 60.", "Three", "+"),
        ("Two welders died in hospital overnight, bringing the toll to 23.", "23", None),
        ("A raid on Kherson killed three on Friday, bringing the toll to 40.", "three", None),
        ("A raid killed three at a hospital, bringing the toll to 40.", "three", None),
        ("Seven of the dead were minors.", "Seven", None),
        ("Some bodies were counted twice; 88 are dead.", "88", None),
        ("A man was killed in the second blast.", "A man", None),
    ],
)
def test_what_comes_to_a_total_or_off_it(text: str, figure: str, change: str | None) -> None:
    assert figures(text)[figure] == change

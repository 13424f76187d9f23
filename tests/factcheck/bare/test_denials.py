"""A denial is of the figure only where no other clause stands between."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.bare.denials import denies_figure

DENIED = (
    "The mayor denied that {} houses had burned.",
    "A spokeswoman for the mine rejected reports of {} workers trapped underground.",
    "It is untrue that the ship carried {} containers.",
    "Claims that {} ballots were lost are false, the commission said.",
    "There is no truth in rumours that {} nurses resigned.",
    "The rebels said they had taken {} villages, a claim the army denied.",
    "The airline dismissed suggestions that it would drop {} routes.",
)
STANDING = (
    "The airline denied negligence after {} people died in the crash.",
    "{} houses burned, and the utility denied that its lines were to blame.",
    "The assembly rejected the amendment by {} votes to 40.",
    "The judge dismissed {} complaints.",
    "The bank, which denies any liability, paid {} customers.",
    "Rangers counted {} elephants in the park.",
)


@given(st.sampled_from(DENIED), st.integers(2, 9999))
def test_a_denied_figure_is_denied_whatever_it_is(template: str, number: int) -> None:
    assert denies_figure(template.format(f"{number:,}"))


@given(st.sampled_from(STANDING), st.integers(2, 9999))
def test_a_denial_of_something_else_leaves_the_figure_standing(template: str, number: int) -> None:
    assert not denies_figure(template.format(f"{number:,}"))


@pytest.mark.parametrize("text", ["Officials denied everything.", "That is false.", ""])
def test_without_a_figure_none_is_denied(text: str) -> None:
    assert not denies_figure(text)

"""Two statements without any figure: what their words settle, and what the model may not."""

import pytest

from factcheck import compare
from factcheck.bare.bare_rules import settled
from factcheck.bare.course_features import opposed
from factcheck.bare.statement_pair import StatementPair
from factcheck.results import Relation

UNTOLD = (Relation.DIFFERENT_EVENT, Relation.DIFFERENT_SCOPE)


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The mayor resigned.", "hello world"),
        ("Doctors freed the whale.", "A choir sang at the fair."),
        ("The plant was closed.", "The football team celebrated in the rain."),
    ],
)
def test_what_shares_nothing_is_not_told(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation in UNTOLD


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The mayor resigned.", "The mayor has resigned, the council said."),
        ("hello world", "hello world"),
        ("The strike is over.", "The strike is over, the union announced."),
    ],
)
def test_what_says_all_of_it_supports(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is Relation.CONSISTENT


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The mayor resigned.", "The mayor did not resign."),
        ("The bridge reopened.", "The bridge remains closed."),
        ("The senate passed the bill.", "Senators voted down the bill."),
    ],
)
def test_a_denial_or_the_contrary_contradicts(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The film won three Oscars.", "The film was nominated for three Oscars."),
        ("Mara Quist took four prizes.", "Mara Quist was shortlisted for four prizes."),
        ("Unemployment rose 5 percent.", "Unemployment rose 5 percentage points."),
    ],
)
def test_the_same_number_of_something_else_is_no_agreement(claim: str, evidence: str) -> None:
    assert settled(StatementPair(claim, evidence)) == "not enough"


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Fire damaged a chapel.", "Fire damaged a chapel, but nobody suspects arson."),
        ("Snow closed the pass.", "Snow closed the pass, and no buses have run since."),
        ("The choir sang at the fair.", "The choir sang at the fair but never at the church."),
    ],
)
def test_a_denial_of_something_else_contradicts_nothing(claim: str, evidence: str) -> None:
    assert settled(StatementPair(claim, evidence)) != "refutes"


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The curfew in the port was prolonged.", "The mayor lifted the curfew in the port."),
        ("The bishop was exonerated.", "The bishop was hailed."),
        ("The striker moved to Turin.", "Turin unveiled the striker."),
    ],
)
def test_one_word_that_is_not_known_settles_nothing(claim: str, evidence: str) -> None:
    assert settled(StatementPair(claim, evidence)) != "not enough"


def test_a_denied_word_counts_for_the_other_side() -> None:
    contrary = opposed(StatementPair("The firm was cleared to sell.", "The sale was not approved."))
    agreeing = opposed(StatementPair("The court blocked the plan.", "The plan was not approved."))
    assert contrary[0] > 0
    assert agreeing[0] == 0
    assert agreeing[1] > 0


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("Good morning.", "40 houses burned down in Vigo."),
        ("The ferry was towed ashore.", "Nine passengers of the ferry drowned."),
        ("Rescuers are at work.", "A storm killed 40 in Leyte."),
        ("There was a march in Turin.", "The vote went 52 to 48 in Turin on 3 May."),
        ("Villagers were hurt in the landslide.", "The landslide hurt 17."),
    ],
)
def test_without_any_figure_nothing_conflicts_with_figures(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is not Relation.CONFLICT
    assert compare(evidence, claim).relation in UNTOLD


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The port was shut.", "The port was shut on 4 May for 12 days."),
        ("The mill cut jobs.", "The mill cut 300 jobs."),
        ("Rents rose.", "Rents rose 3 percent, the bank said."),
    ],
)
def test_figures_bear_out_what_they_tell_in_its_words(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is Relation.CONSISTENT


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The judge did not step down.", "The judge stepped down on 3 May after 12 years."),
        ("Rents rose.", "Rents fell 3 percent."),
        ("Nobody drowned in the flood.", "Six people drowned in the flood."),
    ],
)
def test_a_word_may_still_contradict_figures(claim: str, evidence: str) -> None:
    assert compare(claim, evidence).relation is Relation.CONFLICT


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("hello", "12 were killed"),
        ("12", "13"),
        ("12", "12 were killed"),
        ("Twelve", "A dozen were killed"),
        ("...", "12 were killed in Kyiv"),
        ("No", "12 were killed"),
        ("???", "!!!"),
        ("2024", "2023"),
    ],
)
def test_what_tells_nothing_neither_agrees_nor_contradicts(claim: str, evidence: str) -> None:
    for one, other in ((claim, evidence), (evidence, claim)):
        assert compare(one, other).relation in (
            Relation.DIFFERENT_SCOPE,
            Relation.DIFFERENT_EVENT,
        )

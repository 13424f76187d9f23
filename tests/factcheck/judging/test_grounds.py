"""Whether a figure that differs from one of a report of the same story is wrong."""

from claims_db.profiles import profile_of
from claims_db.records import Document, Prior, Report
from factcheck.judging import grounds
from factcheck.judging.grounds import Beside
from factcheck.judging.story_figures import Aligned
from factcheck.reading.claims import read

OWN = Document(
    "The regatta at Port Ellery drew 4,800 boats, and 31 of them broke a mast.",
    id="own",
    published="2025-07-08",
)


def laid(text: str, name: str, chance: float = 0.9) -> Beside:
    """The document beside a report whose figures go with its own in order."""
    document = Document(text, id=name, published="2025-07-07")
    own, told = read(OWN), read(document)
    report = Report(name, name, document.published)
    priors = [Prior(claim, report) for claim in told]
    aligned = [Aligned(claim, prior, chance) for claim, prior in zip(own, priors, strict=False)]
    return Beside(profile_of(OWN, own), profile_of(document, told), 0.9, priors, aligned)


SWAPPED = "Some 8,400 boats sailed in the regatta at Port Ellery. Of these 31 lost a mast."
APART = "Some 6,150 boats sailed in the regatta at Port Ellery. Of these 31 lost a mast."


def test_what_speaks_for_an_error_is_named() -> None:
    beside = laid(SWAPPED, "one")
    told = grounds.features(beside.aligned[0], beside, [beside])
    assert told["slip"] == 1.0
    assert told["others agree"] > 0.0
    assert told["a telling one agrees"] == 1.0
    assert "small" not in told
    assert "seconded" not in told


def test_a_slip_is_likelier_wrong_than_any_other_difference() -> None:
    slip, other = laid(SWAPPED, "one"), laid(APART, "one")
    chances = [grounds.wrong(one.aligned[0], one, [one]) for one in (slip, other)]
    assert chances[0] > chances[1]


def test_a_second_report_with_the_same_figure_speaks_against_it() -> None:
    first, second = laid(APART, "one"), laid(APART.replace("Some", "About"), "two")
    one = first.aligned[0]
    assert "seconded" in grounds.features(one, first, [first, second])
    assert grounds.wrong(one, first, [first, second]) > grounds.wrong(one, first, [first])


def test_the_surer_the_two_are_one_fact_the_likelier_an_error() -> None:
    sure, unsure = laid(APART, "one", 0.95), laid(APART, "one", 0.55)
    assert grounds.wrong(sure.aligned[0], sure, [sure]) > grounds.wrong(
        unsure.aligned[0], unsure, [unsure]
    )


def test_rounded_figures_that_agree_differ_in_nothing() -> None:
    beside = laid(SWAPPED.replace("8,400", "4,800"), "one")
    assert grounds.agree(beside.aligned[0])

"""Figures that a text repeats are judged once, and all stand as the first does."""

from claims_db.records import Document
from claims_db.store import Store
from factcheck import check, ingest
from factcheck.judging import story_figures, told_again
from factcheck.reading.claims import read
from factcheck.results import Verdict

ROW = "Belmora sold 1,200 cars in Leeds."


def _checked(article: str, report: str) -> list[tuple[str, Verdict, int]]:
    with Store(":memory:") as store:
        ingest(Document(report, id="r", published="2025-03-01", outlet="One"), store)
        found = check(Document(article, id="a", published="2025-03-02", outlet="Two"), store)
    return [(one.claim.id, one.verdict, len(one.matches)) for one in found.results]


def test_each_of_many_equal_figures_stands_as_one_alone() -> None:
    once = _checked(ROW, ROW)
    many = _checked(" ".join([ROW] * 300), " ".join([ROW] * 300))
    assert len({key for key, *_ in many}) == len(many) == 300
    assert {rest for _, *rest in map(list, many) for rest in [tuple(rest)]} == {once[0][1:]}


def test_figures_of_other_rows_are_kept() -> None:
    text = "Leeds sold 40 cars. York sold 40 cars. Leeds sold 40 cars. Leeds sold 41 cars."
    claims = read(Document(text))
    kept, places = told_again.once(claims)
    assert [claim.start for claim in kept] == [claims[n].start for n in (0, 1, 3)]
    assert places == (0, 1, 0, 2)


def test_a_part_of_each_of_two_wholes_is_no_repetition() -> None:
    text = "Ten people died, two of them children. Ten people died, two of them children."
    claims = [claim for claim in read(Document(text)) if claim.part_of]
    assert len(told_again.once(claims)[0]) == len(claims)


def test_of_two_long_lists_the_likeliest_figures_are_compared() -> None:
    towns = [f"{a}{b}stead" for a in "ABCDEFGHIJ" for b in "aeiouyrl"]
    text = " ".join(f"The works of {town} made {n + 100} boilers." for n, town in enumerate(towns))
    with Store(":memory:") as store:
        ingest(Document(text, id="r", published="2025-03-01"), store)
        (_, priors) = store.reports_with_figures(["r"])["r"]
    claims = read(Document(text, published="2025-03-02"))
    pairs = story_figures.comparable(claims, priors, "2025-03-02")
    assert len(pairs) <= len(claims) * story_figures.LIKELIEST
    assert {(i, i) for i in range(len(claims))} <= {(i, j) for i, j, *_ in pairs}

"""Which figures on record contradict each other, and which only differ."""

from dataclasses import replace

import pytest

from claims_db.records import Document, Prior, Role
from claims_db.store import Store
from factcheck import ingest
from factcheck.judging import conflicts
from factcheck.results import Severity
from tests.factcheck.made import prior

DAY_ONE, DAY_TWO = "2025-04-24", "2025-04-25"


def said(stated: float, day: str, outlet: str, source: str | None = None) -> Prior:
    return prior(stated, "wounded", published=day, as_of=day, outlet=outlet, source=source)


HIGH = said(90, DAY_ONE, "A", "the mayor")
LOW = said(87, DAY_TWO, "B", "Rescue Service")


def test_a_toll_that_falls_without_a_word_is_a_conflict() -> None:
    (found,) = conflicts.find([HIGH, LOW])
    assert (found.event, found.kind) == ("kyiv-2025-04-24", "wounded")
    assert [side.value.stated for side in found.sides] == [90, 87]
    assert found.why


def test_the_order_of_the_record_does_not_matter() -> None:
    assert conflicts.find([HIGH, LOW]) == conflicts.find([LOW, HIGH])


def test_a_toll_that_grows_is_none() -> None:
    assert conflicts.find([said(54, DAY_ONE, "A"), said(90, DAY_TWO, "B")]) == ()


def test_two_named_sources_are_a_known_dispute() -> None:
    assert conflicts.find([HIGH, LOW])[0].severity is Severity.WARNING
    unnamed = said(87, DAY_TWO, "B")
    assert conflicts.find([HIGH, unnamed])[0].severity is Severity.ERROR


def test_reprints_stand_on_their_side_and_add_no_contradiction() -> None:
    reprint = said(90, DAY_ONE, "C", "the mayor")
    (found,) = conflicts.find([HIGH, LOW, reprint])
    assert [len(side.priors) for side in found.sides] == [2, 1]
    assert len(found.pairs) == 1


@pytest.mark.parametrize("role", [Role.PREVIOUS, Role.RETRACTED, Role.PROJECTED])
def test_figures_told_as_past_or_to_come_take_no_side(role: Role) -> None:
    past = Prior(replace(LOW.claim, role=role), LOW.report)
    assert conflicts.find([HIGH, past]) == ()


def test_withdrawn_reports_take_no_side() -> None:
    withdrawn = Prior(LOW.claim, replace(LOW.report, retracted=True))
    assert conflicts.find([HIGH, withdrawn]) == ()


@pytest.mark.parametrize("kind", ["age", "duration", "date", "distance", "percent"])
def test_figures_of_unlike_things_are_not_held_against_each_other(kind: str) -> None:
    several = [
        Prior(replace(one.claim, kind=kind, subject=None), one.report) for one in (HIGH, LOW)
    ]
    assert conflicts.find(several) == ()


def test_another_event_is_another_group() -> None:
    other = Prior(replace(LOW.claim, event="elsewhere"), LOW.report)
    assert conflicts.find([HIGH, other]) == ()


# --- counts of one event, and figures that were taken back -----------------------------------


def of_texts(*told: tuple[str, str]) -> list[Prior]:
    """The priors that texts of these days make, each of an outlet of its own."""
    store = Store(":memory:")
    for n, (day, text) in enumerate(told):
        ingest(Document(text, published=day, outlet=f"Outlet {n}"), store)
    return store.priors()


MARKET = (
    ("2025-06-02", "A bomb at a market in Kaduna, Nigeria, on June 1 killed 31 people, among them "
     "five children, the governor said."),
    ("2025-06-03", "The bomb at a market in Kaduna, Nigeria, on June 1 killed 31 people, including "
     "nine children, the mayor said."),
    ("2025-06-04", "The bomb that went off at a market in Kaduna, Nigeria, on June 1 killed 20 "
     "people, including five children, the bishop said."),
)  # fmt: skip


def test_a_part_of_those_counted_is_a_group_of_its_own() -> None:
    found = conflicts.find(of_texts(*MARKET))
    assert [(one.kind, one.group) for one in found] == [("killed", None), ("killed", "children")]
    assert [[side.value.stated for side in one.sides] for one in found] == [[31, 20], [5, 9]]
    assert "children" in found[1].why


MILL = (
    ("2025-09-20", "A fire at a mill in Gazipur, Bangladesh, killed 31 people on Saturday."),
    ("2025-09-23", "Officials on Tuesday lowered the death toll of Saturday's fire at a mill in "
     "Gazipur, Bangladesh, to 24 from 31."),
    ("2025-09-26", "Police in Bangladesh held the owners of a mill in Gazipur on Friday. A fire "
     "there last Saturday killed 31 people."),
    ("2025-10-20", "The mill in Gazipur, Bangladesh, where a fire killed 24 people on September "
     "20, is still shut."),
)  # fmt: skip


def test_a_toll_that_was_taken_back_contradicts_nobody() -> None:
    assert conflicts.find(of_texts(*MILL)) == ()
    (found,) = conflicts.find(of_texts(MILL[0], MILL[3]))
    assert [side.value.stated for side in found.sides] == [31, 24]


def test_what_came_back_takes_a_side_again() -> None:
    back = (
        "2025-11-02",
        "The toll of the September 20 fire at a mill in Gazipur, Bangladesh, was revised up again "
        "to 31, the mayor said.",
    )
    later = "2025-11-09", "The fire of September 20 at a mill in Gazipur, Bangladesh, killed 24."
    assert conflicts.find(of_texts(*MILL, back, later)) != ()


def test_police_and_organisers_are_rivals_over_a_crowd() -> None:
    march = "marched in Lisbon, Portugal, on Saturday against rents, according to"
    (found,) = conflicts.find(
        of_texts(
            ("2025-11-08", f"Some 20,000 people {march} police."),
            ("2025-11-09", f"A crowd of 80,000 people {march} the organisers."),
        )
    )
    assert found.severity is Severity.NOTICE


# --- two sources of one day -------------------------------------------------------------------


def on_record(*told: tuple[str, str]) -> list[Prior]:
    with Store(":memory:") as store:
        for number, (text, day) in enumerate(told):
            ingest(Document(text, id=str(number), published=day, outlet=f"O{number}"), store)
        return store.priors()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The quake in Izmir killed 87 people, the disaster agency said on Sunday.",
            "The quake in Izmir has killed 140 people, the mayor said on Sunday.",
        ),
        (
            "The cyclone in Beira killed 1,200 people, the president said on Sunday.",
            "The cyclone in Beira killed 2,000 people, the Red Cross said on Sunday.",
        ),
        (
            "The blast in Beirut injured 310 people, the army said on Sunday.",
            "The blast in Beirut injured 520 people, the hospitals said on Sunday.",
        ),
    ],
)
def test_two_named_sources_far_apart_on_one_day_are_a_dispute(first: str, second: str) -> None:
    (found,) = conflicts.find(on_record((first, "2020-11-01"), (second, "2020-11-01")))
    assert found.severity == "warning"
    assert len(found.sides) == 2


def test_once_a_later_report_tells_which_holds_there_is_no_dispute() -> None:
    told = (
        ("The quake in Izmir killed 87 people, the disaster agency said on Sunday.", "2020-11-01"),
        ("The quake in Izmir has killed 140 people, the mayor said on Sunday.", "2020-11-01"),
        ("The quake in Izmir has killed 141 people, the governor said on Monday.", "2020-11-02"),
    )
    assert conflicts.find(on_record(*told)) == ()


def test_figures_near_each_other_are_no_dispute() -> None:
    told = (
        ("The quake in Izmir killed 87 people, the disaster agency said on Sunday.", "2020-11-01"),
        ("The quake in Izmir has killed 91 people, the mayor said on Sunday.", "2020-11-01"),
    )
    assert conflicts.find(on_record(*told)) == ()


# --- slips ------------------------------------------------------------------------------------


def told(*reports: tuple[str, str]) -> list[Prior]:
    return on_record(*((text, day) for day, text in reports))


FIRE = "a fire in a textile factory in Sylhet, Bangladesh, on Sunday"
TWO = (
    ("2025-03-03", f"The fire service said 34 people were killed and 61 injured in {FIRE}."),
    ("2025-03-03", f"Police said {FIRE}, killed 34 people and injured 61."),
)


@pytest.mark.parametrize(
    ("wrong", "kind"),
    [
        (f"At least 340 people were killed in {FIRE}.", "killed"),
        (f"At least 43 people were killed in {FIRE}.", "killed"),
        (f"Some reports had it that 61 people were killed in {FIRE}.", "killed"),
        (f"Doctors said 661 people were injured in {FIRE}.", "wounded"),
    ],
)
def test_a_slip_that_check_calls_an_error_is_a_conflict_on_record(wrong: str, kind: str) -> None:
    (found,) = conflicts.find(told(*TWO, ("2025-03-04", wrong)))
    assert found.kind == kind
    assert found.severity is Severity.ERROR


def test_what_all_came_to_say_is_no_slip() -> None:
    higher = f"The toll of {FIRE}, rose to 43 dead, the governor said."
    later = f"Rescuers said 44 people died in {FIRE}."
    assert conflicts.find(told(*TWO, ("2025-03-04", higher), ("2025-03-05", later))) == ()


# --- rival parties ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Ukraine's military said 14 soldiers were killed in a strike on Sumy on Monday.",
            "Russia's defence ministry said 150 soldiers died in the strike on Sumy on Monday.",
        ),
        (
            "Hamas said 53 people were killed in an Israeli strike on Khan Younis on Monday.",
            "The Israeli army said 17 people were killed in the strike on Khan Younis on Monday.",
        ),
        (
            "Ukraine's air force said 66 drones were launched at Odesa on Monday.",
            "Russia's defence ministry said 20 drones were launched at Odesa on Monday.",
        ),
    ],
)
def test_rival_parties_are_a_dispute_to_know_of(first: str, second: str) -> None:
    (found,) = conflicts.find(told(("2025-09-02", first), ("2025-09-02", second)))
    assert found.severity is Severity.NOTICE


def test_a_party_s_figure_on_nobodys_word_is_still_that_party_s() -> None:
    (found,) = conflicts.find(
        told(
            ("2025-10-07", "Hamas said 53 people died in a strike on Khan Younis on Monday."),
            ("2025-10-07", "The Israeli army said 17 died in the strike on Khan Younis on Monday."),
            ("2025-10-07", "A strike on Khan Younis on Monday killed 53 people."),
        )
    )
    assert found.severity is Severity.NOTICE

"""The whole path, end to end: an article as it stands, and with one thing in it changed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck
from claims_db.records import Document
from claims_db.store import Store
from factcheck.results import ClaimResult, DocumentResult
from factcheck.seed import seed_documents
from factcheck.showing import output

ARTICLE = (Path(__file__).parent.parent / "examples" / "kyiv-attack.txt").read_text("utf-8")
TEXT = ARTICLE.removeprefix("date 2025-04-25 ")


@pytest.fixture(scope="module")
def shipped() -> Iterator[Store]:
    with Store(":memory:") as store:
        store.ingest(seed_documents(), bundled=True)
        yield store


def of(result: DocumentResult, kind: str) -> ClaimResult:
    (found,) = [found for found in result.results if found.claim.kind == kind]
    return found


def check(text: str, store: Store, published: str = "2025-04-25") -> DocumentResult:
    return factcheck.check(Document(text, published=published), store)


def test_the_article_as_it_stands(shipped: Store) -> None:
    result = check(TEXT, shipped)
    killed, wounded = of(result, "killed"), of(result, "wounded")
    assert (killed.claim.value.stated, killed.claim.value.bound) == (12, "at_least")
    assert killed.claim.places[0].id == "geonames:703448"
    assert killed.claim.when is not None
    assert killed.claim.when.start <= "2025-04-24" <= killed.claim.when.end
    assert killed.verdict == "consistent"
    assert (wounded.verdict, wounded.severity) == ("disputed", "notice")
    assert wounded.claim.attribution is not None
    assert wounded.claim.attribution.source == "Ukrainian officials"
    assert killed.latest is not None
    assert killed.latest.report.url
    later = {match.prior.claim.value.stated for match in killed.matches if match.later}
    assert 13 in later
    assert result.main.event == killed.claim.event is not None
    assert result.main.figures["killed"].stated == 12
    assert result.main.figures["wounded"].stated == 90


def test_hours_years_and_rates_are_not_held_against_the_dead(shipped: Store) -> None:
    for found in check(TEXT, shipped).results:
        if found.claim.kind not in ("killed", "wounded"):
            held = {match.prior.claim.kind for match in found.matches}
            assert not held & {"killed", "wounded"}


def test_no_other_attack_is_mistaken_for_this_one(shipped: Store) -> None:
    killed = of(check(TEXT, shipped), "killed")
    for match in killed.matches:
        if match.prior.claim.event != killed.claim.event:
            assert match.judgement.relation == "different_event"


@pytest.mark.parametrize(
    ("kind", "figure", "verdict", "severity", "slip"),
    [
        ("killed", "21", "conflict", "error", ("swapped digits", 12)),
        ("killed", "1,200", "conflict", "error", ("×100", 12)),
        ("killed", "14", "update", "notice", None),
        ("killed", "9", "outdated", "warning", None),
        ("killed", "at least 9", "outdated", "warning", None),
        ("wounded", "900", "conflict", "error", ("×10", 90)),
        ("wounded", "87", "disputed", "notice", None),
    ],
)
def test_one_figure_changed(
    shipped: Store,
    kind: str,
    figure: str,
    verdict: str,
    severity: str,
    slip: tuple[str, float] | None,
) -> None:
    old = {"killed": "at least 12 people dead", "wounded": "90 people"}[kind]
    assert old in TEXT
    altered = TEXT.replace(old, old.replace("at least 12", figure).replace("90", figure))
    found = of(check(altered, shipped), kind)
    assert (found.verdict, found.severity) == (verdict, severity), found.why
    told = [(hint.slip, hint.figure) for hint in found.hints]
    assert told[:1] == ([slip] if slip else [])


def test_moved_to_another_city_nothing_is_comparable(shipped: Store) -> None:
    moved = TEXT.replace("the Ukrainian capital", "the city")
    moved = moved.replace("Kyiv", "Lviv").replace("KYIV", "LVIV")
    result = check(moved, shipped)
    assert {of(result, kind).verdict for kind in ("killed", "wounded")} == {"no_prior"}
    assert result.main.event is None


def test_moved_to_another_month_nothing_is_accused(shipped: Store) -> None:
    moved = TEXT.replace("April 24", "February 20")
    result = check(moved, shipped, "2025-02-21")
    assert not [found for found in result.results if found.severity in ("warning", "error")]


def test_coverage_adds_up_and_json_says_the_same(shipped: Store) -> None:
    result = check(TEXT, shipped)
    cover = result.coverage
    assert cover.compared + cover.unchecked == cover.checkable <= cover.claims
    shown = json.loads(output.dumps(output.document_json(result)))
    assert shown["coverage"]["claims"] == len(shown["claims"]) == sum(shown["findings"].values())
    for claim in shown["claims"]:
        assert TEXT[claim["start"] : claim["end"]] == claim["value"]["text"]


# --- other happenings, from articles that are read like any other ---

EVENTS = [
    ("Porto", "a fire in a hotel", "2024-03-03", 34, 58),
    ("Lima", "a bus crash", "2023-11-19", 17, 41),
    ("Osaka", "a gas explosion", "2022-06-08", 26, 73),
]


def report(place: str, what: str, day: str, killed: object, wounded: object) -> str:
    return (
        f"{place} - At least {killed} people were killed and {wounded} were wounded in {what} "
        f"in {place} on {day}, rescue workers said.\n"
    )


def second(place: str, what: str, day: str, killed: object, wounded: object) -> str:
    return (
        f"{what.capitalize()} in {place} on {day} claimed {killed} lives, the fire brigade said. "
        f"Hospitals counted {wounded} injured.\n"
    )


def article(place: str, what: str, day: str, killed: object, wounded: object) -> str:
    return (
        f"{place} was in mourning after {what} left {killed} people dead on {day}. The mayor said "
        f"{wounded} people were injured, and that an inquiry would begin at once.\n"
    )


@pytest.fixture(scope="module", params=EVENTS, ids=[event[0] for event in EVENTS])
def told(request: pytest.FixtureRequest) -> Iterator[tuple[Store, tuple[str, str, str, int, int]]]:
    place, what, day, killed, wounded = request.param
    with Store(":memory:") as store:
        for outlet, form in (("A", report), ("B", second)):
            text = form(place, what, day, killed, wounded)
            factcheck.ingest(Document(text, published=day, outlet=outlet), store)
        yield store, request.param


def swapped(figure: int) -> int:
    return int(str(figure)[::-1])


def test_elsewhere_too_the_same_is_consistent_and_a_slip_is_not(
    told: tuple[Store, tuple[str, str, str, int, int]],
) -> None:
    store, (place, what, day, killed, wounded) = told
    plain = check(article(place, what, day, killed, wounded), store, day)
    assert of(plain, "killed").verdict == "consistent"
    tenfold = check(article(place, what, day, killed * 10, wounded), store, day)
    assert of(tenfold, "killed").severity == "error"
    assert of(tenfold, "killed").hints[0].figure == killed
    reversed_digits = check(article(place, what, day, swapped(killed), wounded), store, day)
    assert of(reversed_digits, "killed").verdict in ("conflict", "outdated")
    assert of(reversed_digits, "wounded").verdict == "consistent"


def test_elsewhere_too_another_place_or_year_is_not_comparable(
    told: tuple[Store, tuple[str, str, str, int, int]],
) -> None:
    store, (place, what, day, killed, wounded) = told
    other = {"Porto": "Lyon", "Lima": "Quito", "Osaka": "Busan"}[place]
    moved = check(article(other, what, day, killed * 10, wounded), store, day)
    assert of(moved, "killed").verdict == "no_prior"
    earlier = day.replace(day[:4], str(int(day[:4]) - 1))
    shifted = check(article(place, what, earlier, killed * 10, wounded), store, earlier)
    assert of(shifted, "killed").verdict == "no_prior"


def test_what_is_ingested_twice_is_stored_once(shipped: Store) -> None:
    with Store(":memory:") as store:
        first = factcheck.ingest(Document(TEXT), store)
        again = factcheck.ingest(Document(TEXT), store)
    assert (first.documents, again.documents, again.duplicates) == (1, 0, 1)


def test_the_library_has_the_names_of_the_contract() -> None:
    assert {"extract", "check", "compare", "ingest", "Document"} <= set(factcheck.__all__)
    assert len(factcheck.__all__) <= 8
    assert all(callable(getattr(factcheck, name)) for name in factcheck.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        factcheck.nothing  # noqa: B018

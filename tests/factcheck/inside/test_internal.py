"""Findings inside one document: only what the text itself ties, and never without the figures."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.inside import internal
from factcheck.reading.claims import read
from factcheck.results import InternalFinding, Severity

ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

# What is wrong: relation, severity, text, and the same with its second figure taken out.
WRONG = [
    (
        ("part_over_total", ERROR),
        "The attack killed 12 people, including 13 children.",
        "The attack killed 12 people, including children.",
    ),
    (
        ("part_over_total", ERROR),
        "The attack wounded 40 people, 52 of them children.",
        "The attack wounded 40 people, many of them children.",
    ),
    (
        ("part_over_total", WARNING),
        "At least 12 people were killed, including 13 children, officials said.",
        "At least 12 people were killed, including children, officials said.",
    ),
    (
        ("part_over_total", ERROR),
        "The blast killed nine people, including six women and four children.",
        "The blast killed nine people, including six women and children.",
    ),
    (
        ("part_over_total", NOTICE),
        "A strike killed 12 people in Kyiv on Thursday. Across Ukraine 9 people were killed.",
        "A strike killed 12 people in Kyiv on Thursday. Across Ukraine people were killed.",
    ),
    (
        ("sum", ERROR),
        "Nine people died in Kyiv and four in Lviv, 12 in all.",
        "Nine people died in Kyiv and four in Lviv, too many in all.",
    ),
    (
        ("sum", ERROR),
        "The toll is 225: 217 in Valencia, seven in Castilla-La Mancha and two in Andalusia.",
        "The toll is high: 217 in Valencia, seven in Castilla-La Mancha and two in Andalusia.",
    ),
    (
        ("sum", NOTICE),
        "The toll is 225: 210 in Valencia, seven in Castilla-La Mancha and one in Andalusia.",
        "The toll is high: 210 in Valencia, seven in Castilla-La Mancha and one in Andalusia.",
    ),
    (
        ("weekday", ERROR),
        "The strike on Thursday, April 25, 2025, killed 12 people.",
        "The strike on Thursday killed 12 people.",
    ),
    (
        ("increment", ERROR),
        "The death toll rose by nine from 16 to 27 overnight.",
        "The death toll rose by nine to 27 overnight.",
    ),
    (
        ("increment", NOTICE),
        "The price rose by 10% from $100 to $130.",
        "The price rose by 10% to $130.",
    ),
    (
        ("two_figures", NOTICE),
        "The plane carried 283 passengers.\n\nThey waited.\n\nThe plane carried 280 passengers.",
        "The plane carried 283 passengers.\n\nThey waited.\n\nThe plane carried passengers.",
    ),
    (
        ("headline", WARNING),
        "Strike on Kyiv kills 13 people\n\nA strike killed 12 people in Kyiv, the mayor said.",
        "Strike on Kyiv kills 13 people\n\nA strike killed people in Kyiv, the mayor said.",
    ),
]

# What fits, or is told in a way that explains it.
FINE = [
    "The blast killed nine people, including five women and four children.",
    "The plane carried 283 passengers and 15 crew, at least 154 of them Dutch.",
    "Officials named Jordan Reyes, 21, among the three people killed.",
    "Nine people died in Kyiv and three in Lviv, 12 in all.",
    "The toll is 225: 217 in Valencia, seven in Castilla-La Mancha and one in Andalusia.",
    "The toll passed 44,000: at least 38,044 in Turkey and more than 5,800 in Syria.",
    "The strike on Friday, April 25, 2025, killed 12 people.",
    "It struck on Thursday and Friday, April 24 and 25, 2025, and killed 12 people.",
    "The death toll rose by 11 from 16 to 27 overnight.",
    "Aid grew by $290 million from $1.2 billion to $1.5 billion.",
    "The strike first wounded 77 people in Kyiv.\n\nThe strike wounded 90 people in Kyiv.",
    "The count was revised from 288 to 275.\n\nThe crash killed 275 people.",
    "The strike killed more than 40 people in Kyiv.\n\nThe strike killed 44 people in Kyiv.",
]

# Headlines that round, add up, or say less: above, below.
FORMS = [
    ("Over 60 wounded in Kyiv strike", "A strike wounded 62 people in Kyiv, the mayor said."),
    ("60 wounded in Kyiv strike", "A strike wounded at least 62 people in Kyiv, he said."),
    ("Dozens wounded in Kyiv strike", "A strike wounded 62 people in Kyiv, the mayor said."),
    ("Five killed in Kyiv strike", "A strike killed three men and two women in Kyiv."),
    ("Four shot at a party", "A man was killed and three others were wounded at a party."),
    ("More than 7,200 dead in quake", "The quake killed 7,266 people in Turkey and Syria."),
]


def findings(text: str, title: str | None = None) -> tuple[InternalFinding, ...]:
    document = Document(text, id="d", title=title, published="2025-04-26")
    return internal.find(document, read(document))


def seen(text: str, title: str | None = None) -> list[tuple[str, Severity]]:
    return [(finding.relation, finding.severity) for finding in findings(text, title)]


@pytest.mark.parametrize(("told", "text", "_without"), WRONG)
def test_what_does_not_fit_is_found(told: tuple[str, Severity], text: str, _without: str) -> None:
    assert seen(text) == [told]


@pytest.mark.parametrize(("_told", "_text", "without"), WRONG)
def test_taking_a_figure_out_takes_the_finding_out(
    _told: tuple[str, Severity], _text: str, without: str
) -> None:
    assert seen(without) == []


@pytest.mark.parametrize(("_told", "text", "_without"), WRONG)
@pytest.mark.parametrize("further", ["The mayor spoke of sorrow.", "Schools open at noon."])
def test_an_unrelated_sentence_changes_nothing(
    _told: tuple[str, Severity], text: str, _without: str, further: str
) -> None:
    assert findings(f"{text}\n\n{further}") == findings(text)


@pytest.mark.parametrize("text", FINE)
def test_what_fits_or_is_explained_is_let_pass(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(("title", "text"), FORMS)
def test_a_headline_may_round_and_add_up(title: str, text: str) -> None:
    assert seen(text, title) == []


@pytest.mark.parametrize("text", ["", "Rain fell on the town.", "\n\n", "A quiet day\n\nNo news."])
def test_a_document_without_numbers_has_no_findings(text: str) -> None:
    assert findings(text) == ()
    assert findings(text, "A quiet day in town") == ()


def test_a_headline_is_held_against_the_text() -> None:
    text = "A strike killed 12 people in Kyiv on Thursday, the mayor said."
    assert seen(text, "12 killed in Kyiv strike") == []
    assert seen(text, "13 killed in Kyiv strike") == [("headline", WARNING)]
    assert seen(text, "120 killed in Kyiv strike") == [("headline", WARNING)]


def test_a_headline_that_the_words_below_admit_is_a_notice() -> None:
    text = "A strike killed at least 12 people in Kyiv on Thursday, the mayor said."
    assert seen(text, "13 killed in Kyiv strike") == [("headline", NOTICE)]


def test_a_measure_in_the_headline_is_a_notice() -> None:
    quake = "A magnitude 7.9 earthquake struck Turkey on Monday."
    assert seen(quake, "7.8 magnitude quake hits Turkey") == [("headline", NOTICE)]
    aid = "The House approved $61 billion in aid for Ukraine on Saturday."
    assert seen(aid, "US passes $60 billion aid bill") == [("headline", NOTICE)]


def test_a_finding_names_claims_of_the_document_and_both_figures() -> None:
    for _, text, _ in WRONG:
        document = Document(text, id="d", published="2025-04-26")
        claims = read(document)
        for finding in internal.find(document, claims):
            assert set(finding.claims) <= {claim.id for claim in claims}
            if finding.relation != "weekday":
                told = [claim.value.text for claim in claims if claim.id in finding.claims]
                assert len(told) > 1
                assert all(figure in finding.why for figure in told)


def test_rival_sources_are_named() -> None:
    text = (
        "The strike wounded 87 people in Kyiv, Mayor Klitschko said.\n\n"
        "The strike wounded 90 people in Kyiv, the emergency service said."
    )
    (finding,) = findings(text)
    assert (finding.relation, finding.severity) == ("two_figures", NOTICE)
    assert "Klitschko" in finding.why
    assert "emergency service" in finding.why


def test_the_worst_comes_first() -> None:
    text = (
        "A strike killed at least 12 people in Kyiv, the mayor said.\n\n"
        "The attack wounded 40 people, 52 of them children."
    )
    found = [severity for _, severity in seen(text, "13 killed in Kyiv strike")]
    assert found == [ERROR, NOTICE]

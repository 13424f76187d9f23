"""What a claim says in other words than its evidence: names, compounds, words that say little."""

from __future__ import annotations

import pytest

from factcheck.bare.covering import COVERED, covered
from factcheck.bare.statement_pieces import told_name


def sure(claim: str, evidence: str, word: str) -> float:
    """How surely the evidence tells a word of the claim."""
    return next(one.sure for one in covered(claim, evidence) if one.word.word == word)


@pytest.mark.parametrize(
    ("claim", "evidence", "word"),
    [
        ("Two killed in Portugal fire", "A Portuguese couple died in a fire.", "portugal"),
        ("Storm hits Italian coast", "A storm hit the harbour of Genoa on Monday.", "italian"),
        ("Oslo offers a loan", "The Norwegian government offered a loan.", "oslo"),
        ("IMF lends billions", "The International Monetary Fund lent it $3 billion.", "imf"),
        ("European Union fines the firm", "The EU fined the firm.", "union"),
        ("Ex-mayor jailed", "The former mayor was jailed for two years.", "ex-mayor"),
        ("Mid-flight fire", "The fire broke out in flight.", "mid-flight"),
        ("Blast in Rangoon", "An explosion rocked a market in Yangon.", "yangon"),
        ("Ferries from Danzig", "The ferries left Gdansk on time.", "gdansk"),
        ("Bombay's trams return", "Trams are running in Mumbai again.", "mumbai"),
        ("Fire in the Norwegian capital", "A fire broke out in Oslo.", "capital"),
    ],
)
def test_a_word_is_told_in_another_form(claim: str, evidence: str, word: str) -> None:
    assert sure(claim, evidence, word) >= COVERED


@pytest.mark.parametrize(
    ("claim", "evidence", "word"),
    [
        ("Two killed in Portugal fire", "A Spanish couple died in a fire.", "portugal"),
        ("Storm hits Genoa", "A storm hit the Italian coast.", "genoa"),
        ("Oslo offers a loan", "The Danish government offered a loan.", "oslo"),
        ("EU fines the firm", "The United Nations fined the firm.", "eu"),
        ("Ex-mayor jailed", "The former coach was jailed for two years.", "ex-mayor"),
        ("Three children hurt", "Three people were hurt.", "children"),
        ("Bombay's trams return", "Trams are running in Chennai again.", "mumbai"),
        ("Fire in the Norwegian capital", "A fire broke out in Bergen.", "capital"),
    ],
)
def test_another_name_or_a_wider_word_does_not_tell_it(
    claim: str, evidence: str, word: str
) -> None:
    assert sure(claim, evidence, word) < COVERED


def test_a_place_has_one_name_and_a_word_keeps_its_own() -> None:
    assert told_name("Kiev") == told_name("Kyiv") == "kyiv"
    assert told_name("Lime") == "lime"
    assert told_name("Potosí") == told_name("Potosi")


def test_words_that_say_little_are_known_as_such() -> None:
    told = covered("Nearly half of the people left the ferry", "The ferry sank.")
    slight = {one.word.word: bool(one.word.slight) for one in told}
    assert slight["half"]
    assert slight["people"]
    assert slight["left"]
    assert not slight["ferry"]

"""How much of one text's words another says."""

from __future__ import annotations

import re

import pytest

from claims_db.errors import TableError
from factcheck.text.news_words import listed, news_words
from factcheck.text.word_cover import covered, support, terms
from factcheck.text.word_knowledge import Likeness, Relation

TEXTS = (
    "a trawler sank off the cape and its skipper was pulled from the water",
    "the council has put off its vote on the bridge",
    "thieves made off with a violin",
    "the smelter will shed 350 of its jobs",
)


def words(text: str) -> list[str]:
    return re.findall(r"[a-z]+|\d+", text.lower())


def said(claim: str, evidence: str) -> dict[str, float]:
    return dict(zip(words(claim), covered(words(claim), words(evidence)), strict=True))


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_says_all_that_it_says(text: str) -> None:
    for word, share in said(text, text).items():
        assert share in (0.0, 1.0)
        assert share or word in news_words().empty or word.isdigit(), word


@pytest.mark.parametrize("text", TEXTS)
def test_more_evidence_never_says_less(text: str) -> None:
    for other in TEXTS:
        alone, more = said(text, other), said(text, f"{other} . {TEXTS[0]}")
        assert all(more[word] >= share for word, share in alone.items())


@pytest.mark.parametrize("text", TEXTS)
def test_places_asked_for_alone_are_told_as_with_the_others(text: str) -> None:
    for other in TEXTS:
        whole = covered(words(text), words(other))
        for at, share in enumerate(whole):
            assert covered(words(text), words(other), {at})[at] == share


PHRASES = {
    "the ministry put off the sale": "put off",
    "sheds about 900 jobs": "shed job",
    "two hikers were taken to hospital": "take to hospital",
    "the villagers lost their lives": "lose life",
    "she will step down in may": "step down",
}


@pytest.mark.parametrize(("text", "phrase"), PHRASES.items())
def test_a_phrase_is_found_in_any_form_with_numbers_inside(text: str, phrase: str) -> None:
    assert phrase in {term.text for term in terms(tuple(words(text)))}


def test_a_phrase_is_not_found_across_other_words() -> None:
    found = {term.text for term in terms(tuple(words("he put the blame on roads off the map")))}
    assert "put off" not in found


PARAPHRASES = [
    ("Ferry boss quits", "The head of the ferry line stepped down on Friday"),
    ("Smelter axes staff", "The smelter laid off 40 workers"),
    ("Reporter freed", "The journalist was released after a week"),
    ("Vehicle found", "Divers discovered the lorry in the lake"),
    ("Walkout hits tube", "A strike struck the underground"),
]


@pytest.mark.parametrize(("claim", "evidence"), PARAPHRASES)
def test_other_words_for_the_same_are_said(claim: str, evidence: str) -> None:
    assert min(said(claim, evidence).values()) > 0.4


OTHERS = [
    ("Lorry found", "Divers discovered a vehicle in the lake", "lorry"),
    ("Banker acquitted", "The banker was charged on Friday", "acquitted"),
    ("Prices rose", "Prices fell in June", "rose"),
    ("Nurse rescued", "A teacher was rescued", "nurse"),
]


@pytest.mark.parametrize(("claim", "evidence", "word"), OTHERS)
def test_what_says_less_or_another_thing_does_not_say_it(
    claim: str, evidence: str, word: str
) -> None:
    assert said(claim, evidence)[word] <= 0.4


@pytest.mark.parametrize("relation", list(Relation))
def test_support_is_a_share_and_grows_with_strength(relation: Relation) -> None:
    told = [support(Likeness(relation, strength / 10)) for strength in range(11)]
    assert told == sorted(told)
    assert 0.0 <= told[0] <= told[-1] <= 1.0


@pytest.mark.parametrize(
    ("section", "what"),
    [
        ({"lone": "word"}, "same.lone: a list needs two words"),
        ({"raised": "Word, other"}, "same.raised: 'Word' is not lower case"),
        ({"double": "word, word"}, "same.double: 'word' stands there twice"),
    ],
)
def test_a_faulty_list_is_named(section: dict[str, str], what: str) -> None:
    with pytest.raises(TableError, match=re.escape(what)):
        listed("same", section)

"""Laws of the relation of two words, and the file it is read from."""

from __future__ import annotations

import sys
from importlib.resources import files

import pytest

from claims_db.errors import TableError
from factcheck.text import known_words as shipped
from factcheck.text.known_words import KnownWords, digits, first_line, known_words
from factcheck.text.word_cover import terms
from factcheck.text.word_forms import lemmas
from factcheck.text.word_knowledge import Relation, related

WORDS = (
    "slain shot shooter gunmen harvest harvested ferry vessel lorry truck thunderstorm storm "
    "rain Thursday thursday sunday widened shrank expand acquit convict resignation resigned "
    "oak tree spaniel dog cat arrives departed teacher school zzqx the a"
).split()

SAME_WORD = [
    ("harbour's", "harbours"),
    ("cease-fires", "ceasefire"),
    ("slain", "slays"),
    ("harvested", "harvest"),
    ("running", "ran"),
    ("ferries", "ferry"),
    ("biggest", "big"),
    ("knives", "knife"),
]
ONE_FAMILY = [("resigned", "resignation"), ("invade", "invader"), ("collided", "collision")]
ONE_MEANING = [("lorries", "trucks"), ("purchased", "bought"), ("assisted", "helped")]
OPPOSITES = [
    ("expands", "contracted"),
    ("ascended", "descends"),
    ("lent", "borrowed"),
    ("acquitted", "convicts"),
]
NARROW_AND_WIDE = [("spaniel", "dog"), ("oak", "tree"), ("ferry", "boat"), ("sedan", "car")]
SIBLINGS = [("thursday", "monday"), ("april", "july")]
UNRELATED = [
    ("striking", "goalkeeper"),
    ("driving", "worker"),
    ("oak", "verdict"),
    ("ferry", "resigned"),
    ("spaniel", "tree"),
    ("zzqx", "dog"),
]

# What the lists of news words say: headline words, phrases, more general words, other outcomes.
HEADLINES = [("axed", "cancelled"), ("probes", "investigating"), ("quits", "stepped down")]
GENERAL_IN_NEWS = [("trawler", "vessel"), ("sergeant", "soldier"), ("cholera", "disease")]
TOLD_APART = [("arrested", "charged"), ("sentencing", "acquitted"), ("silver", "bronze")]

MIRRORED = {Relation.GENERAL: Relation.SPECIFIC, Relation.SPECIFIC: Relation.GENERAL}


@pytest.mark.parametrize("a", WORDS)
def test_the_relation_seen_from_the_other_word(a: str) -> None:
    for b in WORDS:
        mirrored(a, b)


def mirrored(a: str, b: str) -> None:
    there, back = related(a, b), related(b, a)
    assert back.relation is MIRRORED.get(there.relation, there.relation), (a, b)
    assert back.strength == there.strength
    assert 0.0 <= there.strength <= 1.0
    assert (there.strength == 0.0) == (there.relation is Relation.NONE)


@pytest.mark.parametrize("word", WORDS)
def test_a_word_is_the_same_as_itself(word: str) -> None:
    assert related(word, word).relation is Relation.SAME


@pytest.mark.parametrize(("a", "b"), SAME_WORD)
def test_forms_of_one_word(a: str, b: str) -> None:
    assert related(a, b).relation is Relation.SAME


@pytest.mark.parametrize(("a", "b"), ONE_FAMILY)
def test_one_word_derived_from_another(a: str, b: str) -> None:
    assert related(a, b).relation is Relation.DERIVED


@pytest.mark.parametrize(("a", "b"), ONE_MEANING)
def test_words_of_one_meaning(a: str, b: str) -> None:
    assert related(a, b).relation in (Relation.SYNONYM, Relation.KIN, Relation.GENERAL)


@pytest.mark.parametrize(("a", "b"), OPPOSITES)
def test_opposites(a: str, b: str) -> None:
    assert related(a, b).relation is Relation.OPPOSITE


@pytest.mark.parametrize(("narrow", "wide"), NARROW_AND_WIDE)
def test_a_word_is_more_general_one_way_only(narrow: str, wide: str) -> None:
    assert related(narrow, wide).relation is Relation.GENERAL
    assert related(wide, narrow).relation is Relation.SPECIFIC


@pytest.mark.parametrize(("a", "b"), SIBLINGS)
def test_two_sorts_of_one_thing(a: str, b: str) -> None:
    assert related(a, b).relation is Relation.SIBLING


@pytest.mark.parametrize(("a", "b"), UNRELATED)
def test_words_that_have_nothing_to_do_with_each_other(a: str, b: str) -> None:
    assert related(a, b).relation is Relation.NONE


@pytest.mark.parametrize(("a", "b"), HEADLINES)
def test_words_of_headlines(a: str, b: str) -> None:
    found = [related(word, term.text) for word in (a,) for term in terms(tuple(b.split()))]
    assert Relation.SYNONYM in [likeness.relation for likeness in found]


@pytest.mark.parametrize(("narrow", "wide"), GENERAL_IN_NEWS)
def test_news_has_more_general_words_too(narrow: str, wide: str) -> None:
    assert related(narrow, wide).relation is Relation.GENERAL
    assert related(wide, narrow).relation is Relation.SPECIFIC


@pytest.mark.parametrize(("a", "b"), TOLD_APART)
def test_another_step_or_outcome_is_told_apart(a: str, b: str) -> None:
    assert related(a, b).relation in (Relation.SIBLING, Relation.OPPOSITE)


def test_a_form_of_two_words_is_both() -> None:
    assert set(lemmas("felled")) == {"fell"}
    assert {"fell", "fall"} <= set(lemmas("fell"))
    assert lemmas("zzqx") == ()


# ---------------------------------------------------------------- the file

BODY = b"car\t0z\ntruck\t0z\n3\t\n"


def test_a_file_that_is_whole() -> None:
    known = KnownWords(first_line(BODY, 2, 1, 0).encode() + b"\n" + BODY)
    assert known.word(known.number("truck")).shares == {0: 1.0}
    assert known.number("tru") == known.number("van") == -1
    assert known.meaning(0).width == 3


DAMAGED = {
    "another layout": b"words-known-0 2 1 0 00\n" + BODY,
    "a letter changed": first_line(BODY, 2, 1, 0).encode() + b"\n" + BODY.replace(b"car", b"cat"),
    "cut short": first_line(BODY, 2, 1, 0).encode() + b"\n" + BODY[:-4],
    "no text": b"\x80\x04\x95\x00",
    "empty": b"",
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED.keys())
def test_a_damaged_file_is_refused_with_the_mend(data: bytes) -> None:
    with pytest.raises(TableError, match=r"words_known\.lines: it .*Install the package anew"):
        KnownWords(data)


def test_the_shipped_file_is_small() -> None:
    data = (files("factcheck") / "data" / shipped.NAME).read_bytes()
    assert len(data) < 2_200_000
    lines = data.decode().split("\n")
    assert sum(map(sys.getsizeof, lines)) < 12_000_000


def test_the_shipped_words_name_only_words_and_meanings_there_are() -> None:
    known = known_words()
    for number in range(0, len(known), 97):
        word = known.word(number)
        assert known.number(word.spelling) == number
        assert all(0 < share <= 1 for share in word.shares.values())
        for other in word.family | word.opposites:
            assert known.word(other).spelling
        for meaning in word.shares:
            told = known.meaning(meaning)
            assert all(known.meaning(other).width >= 0 for other in (*told.above, *told.close))


@pytest.mark.parametrize("number", [0, 35, 36, 1295, 1296, 56_100])
def test_digits_tell_the_number(number: int) -> None:
    assert int(digits(number), 36) == number

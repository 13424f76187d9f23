"""People told of one by one: laws, then who is whom, and what befell them, in our own sentences."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.reading import persons
from factcheck.reading.harm_told import KILLED, SHOT, WOUNDED
from factcheck.reading.mention_words import Names
from factcheck.reading.mentions import find
from factcheck.text import sentences
from factcheck.text.tokens import Tokens

PLAIN = (
    "The bridge was closed until noon.",
    "Rain had fallen since the morning.",
    "The inquiry goes on.",
)


def harm(text: str) -> list[int]:
    """The harm told of each person, worst first."""
    told = persons.gather(Tokens(sentence.text) for sentence in sentences.split(text))
    return sorted((person.harm for person in told), reverse=True)


@settings(deadline=None)
@given(st.permutations(PLAIN), st.integers(1, 99))
def test_sentences_without_people_change_nothing(order: list[str], age: int) -> None:
    told = f"A {age}-year-old woman was shot dead outside a bakery."
    assert harm(" ".join([told, *order])) == harm(told) == [KILLED]


@settings(deadline=None)
@given(st.integers(1, 6), st.integers(20, 80))
def test_telling_it_again_tells_of_no_one_else(times: int, age: int) -> None:
    assert harm(f"A {age}-year-old man was wounded in Leith. " * times) == [WOUNDED]


@settings(deadline=None)
@given(st.lists(st.integers(20, 80), min_size=1, max_size=5, unique=True))
def test_ages_tell_people_apart(ages: list[int]) -> None:
    text = " ".join(f"A {age}-year-old man was found dead on the pier." for age in ages)
    assert harm(text) == [KILLED] * len(ages)


@settings(deadline=None, max_examples=25)
@given(st.text(alphabet="abAB '’.,-0319\nold year shot he her", max_size=120))
def test_any_text_is_read(text: str) -> None:
    assert all(SHOT <= bad <= KILLED for bad in harm(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one person, told of again by name, age, pronoun or role
        (
            "A boy was shot on Elm Row. Tim Okafor, 11, was taken to a hospital. He died there.",
            [KILLED],
        ),
        (
            "A 25-year-old man was stabbed at a fair. Officers identified the man as Ian "
            "Platt, 25. Platt died of his wounds.",
            [KILLED],
        ),
        ("The teenager was shot twice. The victim is in stable condition.", [WOUNDED]),
        ("One bullet hit 40-year-old Ana Ruiz. Her husband ran out, but she died.", [KILLED]),
        # two people
        ("A girl, 9, was killed and her mother was hit in the arm.", [KILLED, SHOT]),
        ("The clerk died. A second was wounded.", [KILLED, WOUNDED]),
        ("Rosa Lind, 30, and Pia Holm, 31, were shot dead.", [KILLED, KILLED]),
        ("Omar’s uncle, 50-year-old Said Nur, was also shot. Omar Nur was killed.", [KILLED, SHOT]),
        # who did it is no victim
        ("A woman accidentally shot her husband in the chest.", [SHOT]),
        ("Kurt Vane shot and killed a neighbor, 62-year-old Lou Hart.", [KILLED]),
        ("The gunman who wounded a bus driver fled.", [WOUNDED]),
        ("A guard shot at the car. No one was hurt.", []),
        ("The 17-year-old who fired the shot was arrested.", []),
        ("The man killed three women.", []),
        # what did not happen
        ("Neither officer was injured.", []),
        ("The mayor could have been killed.", []),
        ("The driver was not hurt.", []),
        # the active voice and nouns of harm
        ("Fire swept the flat, killing a boy and his sister.", [KILLED, KILLED]),
        ("Police look into the shooting death of 15-year-old Ada Quist.", [KILLED]),
        ("They found the body of Ravi Sen, 44, in the cellar.", [KILLED]),
        ("A stray bullet struck a toddler.", [SHOT]),
        # hospitals and wounds
        ("A 19-year-old was taken to Northside Hospital with a wound to his leg.", [WOUNDED]),
        ("Medics rushed a woman to a hospital.", [WOUNDED]),
        ("The suspect was taken to the county jail.", []),
    ],
)
def test_who_is_told_of(text: str, expected: list[int]) -> None:
    assert harm(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mia Falk, 52, waved.", [("mia falk, 52", 52, 52)]),
        (
            "A 3-year-old boy and his aunt left.",
            [("a 3-year-old boy", 3, 3), ("his aunt", 15, 120)],
        ),
        ("The teen, Joe Bloggs, spoke.", [("the teen, joe bloggs", 13, 19)]),
        ("It snowed on Mount Abu.", []),
    ],
)
def test_mentions(text: str, told: list[tuple[str, int, int]]) -> None:
    tokens = Tokens(text)
    found = [
        (tokens.slice(m.first, m.last).lower(), m.youngest, m.oldest)
        for m in find(tokens, Names())
        if not m.crowd
    ]
    assert found == told

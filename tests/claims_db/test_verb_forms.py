"""Verbs of the kinds table in all their forms."""

import pytest

from claims_db import verb_forms
from claims_db.kinds import kinds


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("gun down", ["gun down", "guns down", "gunned down", "gunning down"]),
        ("slay~slew~slain", ["slay", "slays", "slew", "slain", "slaying"]),
        ("bury alive", ["bury alive", "buries alive", "buried alive", "burying alive"]),
        ("paralyse", ["paralyse", "paralyses", "paralysed", "paralysing"]),
        ("crush", ["crush", "crushes", "crushed", "crushing"]),
        ("behead", ["behead", "beheads", "beheaded", "beheading"]),
    ],
)
def test_a_verb_has_all_its_forms_before_its_object(verb: str, forms: list[str]) -> None:
    assert verb_forms.with_object(verb) == forms


def test_the_participle_of_an_irregular_verb_is_the_last_written() -> None:
    assert verb_forms.participle("beat~beat~beaten up") == "beaten up"
    assert "lost her life" in kinds()["killed"].passive


def test_words_that_stand_for_each_other_are_spelled_out() -> None:
    assert verb_forms.spelled_out("pulled|dug out_of the sea") == [
        "pulled out of the sea",
        "dug out of the sea",
    ]
    assert verb_forms.spelled_out("lost one's life") == [
        "lost his life",
        "lost her life",
        "lost their life",
    ]


def test_a_phrase_for_any_noun_leaves_out_the_same_for_some() -> None:
    for kind in kinds().values():
        plain = {text for text in kind.active if "<" not in text}
        assert not any(text.partition(" <")[0] in plain for text in kind.active if "<" in text)

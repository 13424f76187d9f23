"""The choice of killed and wounded in stories of shootings: laws of the weights and the evidence,
then stories of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims_db.errors import TableError
from claims_db.records import Document
from factcheck.reading import toll_choice, tolls
from factcheck.reading.claims import read
from factcheck.reading.main_figures import settle
from factcheck.reading.toll_choice import Chooser
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import table
from factcheck.training import toll_learning

PUBLISHED = "2024-05-20"


def document(text: str, title: str | None = None) -> Document:
    return Document(text, title=title, published=PUBLISHED)


def stated(text: str, title: str | None = None) -> tuple[float, float]:
    own = document(text, title)
    figures = settle(own, read(own)).figures
    killed, wounded = figures.get("killed"), figures.get("wounded")
    return (killed.stated or 0 if killed else 0), (wounded.stated or 0 if wounded else 0)


def test_a_chooser_takes_the_pair_of_the_highest_score() -> None:
    evidence = toll_learning.evidence(document("Four people were shot in Reno, one fatally."))
    pairs = toll_choice.candidates(evidence)
    assert (1.0, 3.0) in pairs
    assert Chooser({"no one": 9.0}, "").choose(evidence) == (0, 0)
    assert Chooser({}, "").choose(evidence) == max(pairs)
    likes = Chooser({"killed and wounded": 9.0, "more than shot": -9.0}, "")
    killed, wounded = likes.choose(evidence)
    assert 0 < killed < 4
    assert killed + wounded <= 4


def test_the_file_gives_back_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / toll_choice.FILE
    path.write_text(toll_choice.dump(Chooser({"no one": -1.25}, "a note")), "utf-8")
    assert toll_choice.load(path) == Chooser({"no one": -1.25}, "a note")


@pytest.mark.parametrize("text", [None, "{", "[]", '{"format": 9}', '{"format": 1, "weights": 3}'])
def test_a_file_that_does_not_serve_is_named(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / toll_choice.FILE
    if text is not None:
        path.write_text(text, "utf-8")
    with pytest.raises(TableError, match=r"tolls\.json"):
        toll_choice.load(path)


def test_the_shipped_weights_are_of_features_that_exist() -> None:
    story = document(
        "Two people were killed and three wounded when five were shot in Reno. No one else was "
        "hurt. One of the victims died on Monday. A 30-year-old man was shot. The victim lived.",
        "Shooting in Reno",
    )
    plain = document("A man was shot.", "Shots")
    known = {
        name
        for own in (story, plain)
        for features in toll_choice.candidates(toll_learning.evidence(own)).values()
        for name in features
    }
    weights = toll_choice.shipped().weights
    assert known <= set(weights)
    assert json.loads(toll_choice.dump(toll_choice.shipped()))["trained_on"]


def test_rows_hold_the_right_pair_or_are_left_out() -> None:
    story = {"id": "x", "title": "Two shot in Hull", "published": PUBLISHED, "outlet": "Mail"}
    story["text"] = "Two men were shot in Hull on Sunday, one fatally."
    (row,) = toll_learning.of_stories([{**story, "killed": 1, "injured": 1}])
    assert 0 <= row.right < len(row.candidates)
    assert not toll_learning.of_stories([{**story, "killed": 71, "injured": 1}])


def test_only_stories_of_shots_are_chosen_for() -> None:
    assert tolls.is_of_shooting(document("A gunman opened fire in a mall."))
    assert not tolls.is_of_shooting(document("A ferry sank off Kisumu, killing twelve people."))
    assert stated("A ferry sank off Kisumu, killing 1,200 people.") == (1200, 0)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "Shots were fired in Leeds. No one was hurt, police said.",
            "Shots in Leeds",
            {"wounded": 0},
        ),
        ("A man accused of shooting at a car denies it.", "Trial opens", {}),
        ("The minister said the gun law would be reviewed.", "Gun law", {}),
    ],
)
def test_nobody_is_made_up(text: str, title: str, expected: dict[str, float]) -> None:
    own = document(text, title)
    assert {k: f.stated for k, f in settle(own, read(own)).figures.items()} == expected


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            "A man was shot and killed outside a club in Tulsa on Friday. His brother, Lee Orr, "
            "was also shot and is in critical condition.",
            "Man killed, brother hurt in Tulsa shooting",
            (1, 1),
        ),
        (
            "Officers found four people with gunshot wounds in a park in Mobile. One of the "
            "victims died of his injuries. The other three victims were taken to a hospital.",
            "One dead, three hurt in Mobile park shooting",
            (1, 3),
        ),
        (
            "A 14-year-old boy was shot in the leg in Hull on Sunday. The boy was taken to a "
            "hospital with injuries that are not life-threatening.",
            "Boy, 14, shot in Hull",
            (0, 1),
        ),
        (
            "A girl was shot in Leeds on Monday. She died from her injuries, police said.",
            "Girl shot in Leeds dies",
            (1, 0),
        ),
        (
            "Police are looking for an unknown suspect who shot two men early Sunday.",
            "Two shot in Bristol",
            (0, 2),
        ),
        (
            "Three people were killed when a gunman opened fire at a depot in Graz. Sixty people "
            "have been shot dead in the city so far this year.",
            "Three killed in depot shooting",
            (3, 0),
        ),
    ],
)
def test_stories(text: str, title: str, expected: tuple[float, float]) -> None:
    assert stated(text, title) == expected


@pytest.mark.parametrize("phrase", table("persons.toml").phrases("tolls.elsewhere"))
@pytest.mark.parametrize("told", ["two boys were shot {} there", "{}, a man was hurt"])
def test_whatever_tells_of_elsewhere_is_looked_at(phrase: str, told: str) -> None:
    sentence = told.format(phrase)
    assert tolls.is_elsewhere(sentence)
    assert tolls.may_be_elsewhere(Tokens(sentence))


def test_series_tell_of_other_happenings() -> None:
    for told in ("the city's third homicide", "its 14th shooting", "6 shot in 12 hours", "in 2021"):
        assert tolls.is_elsewhere(told)
        assert tolls.may_be_elsewhere(Tokens(told))
    assert not tolls.is_elsewhere("a shooting on the third floor")

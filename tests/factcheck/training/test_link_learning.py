"""What links are learned from: documents in order of time, made short, crowded into one city."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claims_db.linking import NEW
from claims_db.records import Document
from factcheck.reading.claims import read
from factcheck.training import link_learning
from factcheck.training.link_learning import CROWD_DAYS, CROWD_FROM, CROWDED, Known
from factcheck.training.toll_learning import Choice

STORIES = (
    ("mill", "A fire in a mill in Dhaka killed 31 people on Monday. The owner fled.", "2025-06-03"),
    ("mill", "The Dhaka mill fire has killed 34 people, firemen said.", "2025-06-04"),
    ("bus", "A bus fell into a gorge near Cusco on Sunday, killing 19.", "2025-09-08"),
)


def known() -> list[Known]:
    found = []
    for happening, text, day in STORIES:
        document = Document(text, published=day)
        found.append(link_learning.known(happening, document, read(document)))
    return found


def even(rows: Sequence[Choice], signs: Mapping[str, int]) -> dict[str, float]:
    """A learner that learns which features there are."""
    names = {name for row in rows for features in row.candidates for name in features}
    return {name: float(signs.get(name, 0)) for name in sorted(names)}


def test_the_first_document_of_a_happening_is_new_and_the_next_is_of_it() -> None:
    weights = link_learning.train({"stories": known()}, {}, "a test", even)
    rows = link_learning.choices(known(), weights)
    new = [NEW in row.candidates[row.right] for row in rows]
    assert new == [True, False, True]
    assert weights.documents == 3


def test_words_of_what_is_made_of_documents_do_not_count() -> None:
    stories = known()
    alone = link_learning.train({"stories": stories}, {}, "a test", even)
    both = link_learning.train({"stories": stories}, {"again": stories}, "a test", even)
    assert (alone.documents, alone.words) == (both.documents, both.words)


def test_a_short_document_has_the_sentences_of_harm_alone() -> None:
    first = link_learning.shortened(known()[0])
    assert first is not None
    assert "mill" in first.profile.words
    assert "owner" not in first.profile.words


def test_crowded_documents_are_of_one_city_and_some_weeks_and_keep_their_distance() -> None:
    crowded = link_learning.crowded(known())
    assert [one.happening for one in crowded] == [happening for happening, _, _ in STORIES]
    days = [one.profile.told for one in crowded]
    assert days[0] is not None
    assert days[1] is not None
    assert days[1][0] - days[0][0] == 1
    for one in crowded:
        assert one.profile.places == (CROWDED,)
        assert one.profile.words.isdisjoint({"dhaka", "cusco"})
        assert one.profile.told is not None
        assert CROWD_FROM <= one.profile.told[0] <= CROWD_FROM + CROWD_DAYS + 1

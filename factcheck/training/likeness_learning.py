"""Documents whose happenings are known → what two of them are weighed by (`claims_db.likeness`).

Each pair that the engine would look at is a choice between one happening and two. What tells of one
happening in many documents has many pairs: they weigh as much in all as its documents do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from claims_db.linking import Weights
from claims_db.profiles import Profile
from claims_db.stories import Stories
from factcheck.training.toll_learning import Choice

SET_WEIGHTS = {"reports": 300.0, "stories": 900.0, "headlines": 300.0}
"""What each set weighs in all, whatever its size: whole stories are what is told of most."""
APART = 3.0
"""What a pair of two happenings weighs, where all pairs of a document with others of its own
weigh 1: to take two happenings for one does more harm."""
FOR = (
    *("rare names", "rare words", "rare names, late", "rare words, late", "figures"),
    *("same counts", "same day", "next day", "day of first report"),
    *("place same", "place and day", "type same"),
)
"""Features that speak for one happening, of two documents and of a document beside an event."""
AGAINST = (
    *("days", "days > 4", "days > 30", "another day", "no day of a report", "before it"),
    *("place one country", "place elsewhere", "nothing shared", "other counts"),
)
"""Those that speak against it."""
SIGNS = {
    **dict.fromkeys((*FOR, "rarest word", "second word", "third word"), 1),
    **dict.fromkeys(("0 days apart", "place nested", "place near"), 1),
    **dict.fromkeys((*AGAINST, "killed apart"), -1),
}
"""Features that can only speak for (1) or against (-1) one happening, whatever a few sets say."""


def choices(
    happenings: Sequence[str], profiles: Sequence[Profile], words: Weights, weight: float
) -> list[Choice]:
    """A choice for each pair looked at; `words` tells how rare words are, `weight` what a document
    weighs."""
    size = Counter(happenings)
    found = []
    for a, b, features in Stories(words).compared(profiles):
        if happenings[a] == happenings[b]:
            worth = 2.0 / (size[happenings[a]] - 1)
            found.append(Choice((features, {}), 0, worth * weight))
        else:
            found.append(Choice((features, {}), 1, APART * weight))
    return found


def rows(
    sets: Mapping[str, tuple[Sequence[str], Sequence[Profile]]], words: Weights
) -> list[Choice]:
    """The choices of sets of documents, as happenings and profiles."""
    return [
        choice
        for name, (happenings, profiles) in sets.items()
        if profiles
        for choice in choices(
            happenings, profiles, words, SET_WEIGHTS.get(name, 300.0) / len(profiles)
        )
    ]

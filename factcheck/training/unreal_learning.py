"""Sentences known to report harm or to make it up → the weights of `rules/unreal.py`.

The learner is handed in (scripts/regression.py has one): training libraries stay out of the
packages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from factcheck.learned import Logit
from factcheck.quantity import quantities
from factcheck.rules import counted, implied, unreal
from factcheck.rules.counting import Counted
from factcheck.text import triggers
from factcheck.text.tokenized import tokenized
from factcheck.text.tokens import Tokens
from factcheck.training import learning
from factcheck.training.learning import Learner

REAL_WEIGHT: Final = 4.0
"""Of a count that is reported: far more are than the tables hold, and none should be lost."""


@dataclass(frozen=True, slots=True)
class Sign:
    """What speaks for and against one count of harm, whether it is made up, and whose it is."""

    told: dict[str, float]
    unreal: bool
    group: str


def of_table(entries: Iterable[dict[str, Any]], group: str) -> list[Sign]:
    """The counts of harm in a table of wire sentences: those of distractors are made up, but for
    what their labels have."""
    rows = []
    for entry in entries:
        labelled = [label["text"] for label in entry["claims"]]
        for tokens, item in _harm(entry["text"]):
            text = item.quantity.value.text
            named = any(label in text or text in label for label in labelled)
            if not (entry["distractor"] and named):
                rows.append(Sign(unreal.signs(tokens, item), entry["distractor"], group))
    return rows


def of_reports(texts: Iterable[str], group: str) -> list[Sign]:
    """The counts of harm in texts that report it."""
    return [
        Sign(unreal.signs(tokens, item), False, group)
        for text in texts
        for tokens, item in _harm(text)
    ]


def _harm(text: str) -> list[tuple[Tokens, Counted]]:
    """The counts of harm of the sentences that have a word of an unreal world, before any is taken
    back as made up."""
    found = []
    for _, tokens in tokenized(text):
        if not unreal.may_be_unreal(tokens):
            continue
        numbers, told = quantities.find(tokens), triggers.find(tokens)
        unsaid = implied.find(tokens, told, numbers)
        items = counted.as_told(tokens, implied.merged(numbers, unsaid), told)
        found += [(tokens, item) for item in items if unreal.is_of_harm(item)]
    return found


def train(rows: Sequence[Sign], note: str, learner: Learner) -> Logit:
    """Weights learned from rows."""
    return learning.logit(
        [row.told for row in rows],
        [row.unreal for row in rows],
        [1.0 if row.unreal else REAL_WEIGHT for row in rows],
        note,
        learner,
    )

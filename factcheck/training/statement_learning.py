"""Labelled statement pairs → rows that a forest can be fitted to."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from factcheck.bare import bare_rules, statement_features
from factcheck.bare.statement_pair import StatementPair
from factcheck.training import news_pairs, perturbation, written_pairs
from factcheck.training.news_pairs import NewsSentence
from factcheck.training.perturbation import LabelledPair

CLASSES = ("supports", "refutes", "not enough")
LABELS = {"SUPPORTS": "supports", "REFUTES": "refutes", "NOT ENOUGH INFO": "not enough"}


class Judge(Protocol):
    """What was learned: the probability of each class for a vector of features."""

    def probabilities(self, vector: Sequence[float]) -> dict[str, float]:
        """The probability of each class."""


Grower = Callable[[Sequence["StatementRow"], str], Judge]
"""Learns from rows, given a note of what they are: the learner is handed in by scripts."""
ALTERED_WEIGHT = 0.4
"""Of an altered pair beside a real one: without any, real ones would gain a point."""
ALTERED_SORTS = ("scale", "date", "bound", "negation", "course")
"""Of the alterations, those that an encyclopedia's forest learns from. Its evidence mostly leaves
the subject out, so a name or kind that is not told again is no sign there: learned from names,
kinds and figures left out as well, the pages held out lose 1.7 points, and the match's calibration
error rises from 2.7 to 4.5."""
OTHER_TOPIC = "other"
TOPICS = {
    "pandemic": re.compile(r"coronavirus|covid", re.IGNORECASE),
    "films": re.compile(r"\b(?:films?|movies?|rotten tomatoes|metacritic|box office)\b", re.I),
}
"""Of two things a third of the pages tell much alike: what lies outside is shown apart."""
NEWS_WEIGHT = 0.1
"""Of a pair made of a news sentence: there are more of them than real ones, and all alike."""
CLAIMS_ALTERED = 0.25
"""Of the claims, how many are altered as news sentences are: those tell of harm alone."""
TURNED_WEIGHT = 0.15
"""Of a written pair turned round, beside the pair as it was written."""
HELD_OUT = 0.4  # the share of pages never trained on while features are made


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A pair's features with its label; rows of one page are left out together."""

    page: str
    label: str
    vector: tuple[float, ...]
    settled: str | None = None  # what an exact rule says
    weight: float = 1.0
    topic: str = OTHER_TOPIC
    news: bool = False  # told as news is, not as an encyclopedia


def held_out(page: str) -> bool:
    """Whether a page is kept aside: by the hash of its name, so that the split never moves."""
    return hashlib.sha256(page.encode("utf-8")).digest()[0] < HELD_OUT * 256


def read_pairs(path: Path) -> list[LabelledPair]:
    """The pairs of a gzipped JSONL file with claim, evidence, label and page."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        told = [json.loads(line) for line in lines]
    return [
        LabelledPair(pair["page"], pair["claim"], pair["evidence"], LABELS[pair["label"]])
        for pair in told
    ]


def voted(pairs: Sequence[LabelledPair]) -> tuple[list[LabelledPair], int]:
    """Each pair of texts once, in the order they came, and how many were dropped because they
    stand there with several labels."""
    labels: dict[tuple[str, str], set[str]] = {}
    for pair in pairs:
        labels.setdefault((pair.claim, pair.evidence), set()).add(pair.label)
    first = {(pair.claim, pair.evidence): pair for pair in reversed(pairs)}
    kept = [
        pair
        for pair in pairs
        if first[pair.claim, pair.evidence] is pair and len(labels[pair.claim, pair.evidence]) == 1
    ]
    dropped = sum(len(labels[pair.claim, pair.evidence]) > 1 for pair in pairs)
    return kept, dropped


def training(
    pairs: Sequence[LabelledPair],
    sentences: Sequence[NewsSentence],
    written: Mapping[str, Sequence[LabelledPair]],
) -> list[StatementRow]:
    """All rows that the model is fitted to: of an encyclopedia the pairs, some of them altered,
    altered news, and claims altered as news are; of news the pairs written by each author."""
    told = [*sentences, *_claims(pairs)]
    news, _ = voted([*news_pairs.altered_news(told), *news_pairs.beside(sentences)])
    return [
        *rows(pairs),
        *rows(perturbation.altered(pairs, ALTERED_SORTS), ALTERED_WEIGHT),
        *rows(news, NEWS_WEIGHT),
        *(row for own in written.values() for row in written_rows(own)),
    ]


def written_rows(pairs: Sequence[LabelledPair]) -> list[StatementRow]:
    """Rows of pairs written as news, then of the same turned round. Their statements altered in one
    thing are left out: authors left out are judged no better by them, new ones worse."""
    told = [
        *rows(pairs),
        *rows(written_pairs.turned(pairs), TURNED_WEIGHT),
    ]
    return [replace(row, news=True) for row in told]


def _claims(pairs: Sequence[LabelledPair]) -> list[NewsSentence]:
    """Some of the claims, each once, as sentences of their pages."""
    pages: dict[str, str] = {}
    for pair in pairs:
        pages.setdefault(pair.claim, pair.page)
    return [
        NewsSentence(page, claim)
        for claim, page in pages.items()
        if perturbation.draw(claim, "sentence") < CLAIMS_ALTERED
    ]


def rows(pairs: Sequence[LabelledPair], weight: float = 1.0) -> list[StatementRow]:
    """The pairs' features with their labels, each pair of that weight in training."""
    return [replace(_row(pair), weight=weight) for pair in pairs]


def _row(pair: LabelledPair) -> StatementRow:
    beside = compared(pair)
    vector = tuple(statement_features.vector(beside))
    told = f"{pair.page} {pair.claim} {pair.evidence}"
    topic = next((name for name, words in TOPICS.items() if words.search(told)), OTHER_TOPIC)
    settled = bare_rules.settled(beside)
    return StatementRow(pair.page, pair.label, vector, settled, topic=topic)


def compared(pair: LabelledPair) -> StatementPair:
    """A pair, to be compared."""
    return StatementPair(pair.claim, pair.evidence)

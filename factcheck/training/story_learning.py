"""Desk cases → which figures of two texts of one story are one fact, and weights learned from it.

A case says what verdict a figure should get, not which earlier figure it is held against. That
follows for the most part: a figure that agrees with the record goes with the equal ones; one that
is new, outdated or wrong with the likeliest of its sort that differs; one of which nothing is on
record with none. The learner is handed in (scripts/regression.py has one).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from claims_db.records import Claim, Document, Prior, Report
from factcheck.judging import alignment, intervals, story_figures
from factcheck.judging.story_features import Features, features, of_one_sort
from factcheck.learned import Logit
from factcheck.reading import claims
from factcheck.training import learning
from factcheck.training.learning import Learner

ALONE: Final = 0.25
"""In likeness, what it counts that two figures are the only ones of their sort."""
OF_REPORTS: Final = 0.1
"""Weight of a pair whose label is that its numbers are equal: there are many, of few happenings."""
_UNCOMPARED: Final = ("no_prior", "different_scope", "different_event")


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Two figures of one story: what speaks for and against one fact, and whether they are one."""

    case: str
    told: Features
    one: bool
    weight: float = 1.0


def of_cases(cases: Iterable[Mapping[str, Any]]) -> list[StoryRow]:
    """The figures of the cases' articles beside those of each of their earlier reports."""
    return [row for case in cases for row in _of_case(case)]


def _of_case(case: Mapping[str, Any]) -> Iterator[StoryRow]:
    article = case["article"]
    document = Document(article["text"], title=article.get("title"), published=article["published"])
    own = claims.read(document)
    wanted = {key: relations[0] for key, relations in expected(case, own).items()}
    for number, report in enumerate(case["priors"]):
        told = _priors(report, f"{case['id']} {number}")
        yield from _beside(case["id"], own, told, wanted, document.published)


def expected(case: Mapping[str, Any], own: Iterable[Claim]) -> dict[str, list[str]]:
    """The relations that a case accepts of its article's claims, by claim; of those it tells of."""
    text, claims = case["article"]["text"], list(own)
    found: dict[str, list[str]] = {}
    for told in case["expect"]:
        relation = told["relation"]
        for claim in claims:
            if _is_at(claim, text, told["text"]):
                found[claim.id] = [relation] if isinstance(relation, str) else list(relation)
    return found


def _is_at(claim: Claim, text: str, figure: str) -> bool:
    at = text.find(figure)
    return at >= 0 and claim.start < at + len(figure) and at < claim.end


def _priors(report: Mapping[str, Any], name: str) -> list[Prior]:
    document = Document(
        report["text"], id=name, title=report.get("title"), published=report["published"]
    )
    told = Report(name, report.get("outlet"), report["published"], None, report.get("title"))
    return [Prior(claim, told) for claim in claims.read(document)]


def _beside(
    case: str,
    own: Sequence[Claim],
    told: Sequence[Prior],
    wanted: Mapping[str, str],
    published: str | None,
) -> Iterator[StoryRow]:
    """The pairs of one report of which it follows whether they are one fact."""
    differing: dict[str, list[tuple[float, Features]]] = {}
    for i, j, pair, alone in story_figures.comparable(own, told, published):
        claim, prior = own[i], told[j].claim
        relation = wanted.get(claim.id)
        if relation is None:
            continue
        same = intervals.same_number(claim.value, prior.value)
        speaks = features(pair, alone)
        if relation in _UNCOMPARED:
            yield StoryRow(case, speaks, False)
        elif relation == "consistent":
            if same or any(_tells(claim, other.claim) for other in told):
                yield StoryRow(case, speaks, same)
        elif not same or relation == "outdated":
            likeness = alignment.likeness(alignment.figure(claim), alignment.figure(prior))
            differing.setdefault(claim.id, []).append((likeness + ALONE * all(alone), speaks))
    for pairs in differing.values():
        yield StoryRow(case, max(pairs, key=lambda pair: pair[0])[1], True)


def _tells(claim: Claim, other: Claim) -> bool:
    return intervals.same_number(claim.value, other.value) and of_one_sort(claim, other)


def of_reports(told: Mapping[str, Sequence[Document]]) -> list[StoryRow]:
    """The loosely told figures of reports of one happening, by happening, each beside those of
    every other. Papers hardly contradict each other on how many houses burnt: figures that differ
    are of two things, for the most part."""
    rows: list[StoryRow] = []
    for happening, documents in told.items():
        read = [(document, claims.read(document)) for document in documents]
        for document, own in read:
            for other, theirs in read:
                if other is not document:
                    report = Report(other.key, other.outlet, other.published)
                    priors = [Prior(claim, report) for claim in theirs]
                    rows += _loosely(happening, own, priors, document.published)
    return rows


def _loosely(
    happening: str, own: Sequence[Claim], told: Sequence[Prior], published: str | None
) -> Iterator[StoryRow]:
    for i, j, pair, alone in story_figures.comparable(own, told, published):
        claim, prior = own[i], told[j].claim
        if claim.kind in alignment.GENERAL and prior.kind in alignment.GENERAL:
            same = intervals.same_number(claim.value, prior.value)
            yield StoryRow(happening, features(pair, alone), same, OF_REPORTS)


def train(rows: Sequence[StoryRow], note: str, learner: Learner) -> Logit:
    """Weights learned from rows."""
    return learning.logit(
        [row.told for row in rows],
        [row.one for row in rows],
        [row.weight for row in rows],
        note,
        learner,
    )

"""What a report rests on: ten reprints of one agency story are one origin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from claims_db.records import Claim, Document, Prior
from factcheck.judging import intervals
from factcheck.judging.cues import cues
from factcheck.judging.pairs import authorities
from factcheck.judging.wording import KEPT, LEAST_WORDS

REPRINT = 95.0
"""Likeness of two sentences from which one is a reprint of the other."""


@lru_cache(maxsize=65536)
def credited(outlet: str | None) -> str | None:
    """The agency that an outlet's name credits: "New Indian Express (AP)" → AP."""
    if not outlet:
        return None
    agencies = cues().agency
    pattern = "|".join(re.escape(name) for name in sorted(agencies, key=len, reverse=True))
    found = re.search(rf"(?<!\w)(?:{pattern})(?!\w)", outlet.lower())
    return agencies[found.group()] if found else None


def origin(prior: Prior) -> str | None:
    """The report's known origin, else the agency its outlet credits, else the named authority
    behind the figure; None where none is known."""
    known = prior.report.origin or credited(prior.report.outlet)
    if known:
        return known
    named = authorities(prior.claim)
    return named[0] if named else None


def printed(prior: Prior) -> str | None:
    """The report's origin with the capitals that its text has, where the text names it."""
    found, told = origin(prior), prior.claim.attribution
    at = told.source.lower().find(found) if found and told else -1
    return found if at < 0 or told is None else told.source[at : at + len(found or "")]


def own_origin(document: Document) -> str | None:
    """What the document itself rests on, as far as its outlet's name tells."""
    return credited(document.outlet)


def is_own(document: Document, prior: Prior) -> bool:
    """Whether the prior is of the document itself: by id or address, or as the same sentence at
    the same place in a text of no other outlet and title."""
    report = prior.report
    if report.id in (document.id, document.key) or (report.url and report.url == document.url):
        return True
    if report.outlet != document.outlet or report.title != document.title:
        return False
    return document.text.startswith(prior.claim.sentence, prior.claim.sentence_start)


def is_reprint(claim: Claim, document: Document, prior: Prior) -> bool:
    """Whether the prior stands in the document itself, or in near-identical text with the same
    figure: the same sentence with another number or unit is a contradiction, or news."""
    if is_own(document, prior):
        return True
    if claim.unit != prior.claim.unit:
        return False
    if not intervals.same_stated(claim.value, prior.claim.value):
        return False
    a, b = _told(claim.sentence), _told(prior.claim.sentence)
    if a is None or b is None:
        return False
    return fuzz.ratio(a, b, score_cutoff=REPRINT) >= REPRINT


@lru_cache(maxsize=KEPT)
def _told(sentence: str) -> str | None:
    """The sentence in lower case; None for one too short to be known again."""
    lower = sentence.lower()
    return lower if len(lower.split()) >= LEAST_WORDS else None


def count(priors: Iterable[Prior]) -> tuple[int, int]:
    """How many independent origins they are: known ones, and one more if any is unknown."""
    found = [origin(prior) for prior in priors]
    return len({name for name in found if name}), int(None in found)

"""Whether two figures are of two polls: another pollster's, or one taken at another time. How many
were asked, and what they said, differs from poll to poll."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db import gazetteer, moments
from claims_db.moments import CALENDAR
from claims_db.records import Claim
from factcheck.judging import windows
from factcheck.judging.cues import cues
from factcheck.judging.figures import same_number
from factcheck.judging.pairs import Pair
from factcheck.judging.wording import KEPT
from factcheck.text.lexicon import lexicon

APART: Final = 7
"""Days between two reports from which samples of other sizes are those of two polls."""
_SHARES: Final = frozenset({"percent", "points"})
_NAME: Final = r"((?:[A-Z][\w&'’-]*\s+)*[A-Z][\w&'’-]*)"
_POLLSTER: Final = (
    re.compile(
        rf"{_NAME}\s+(?:(?:opinion|online|telephone|weekly|monthly|latest|new)\s+)*"
        r"(?:polls?|surveys?)\b"
    ),
    re.compile(rf"\b(?:polls?|surveys?)\s+(?:\w+\s+)?(?:by|from)\s+(?:the\s+)?{_NAME}"),
    re.compile(rf"\b(?:conducted|carried out|taken|published)\s+by\s+(?:the\s+)?{_NAME}"),
    re.compile(rf"(?:^|\.\s+){_NAME}\s+(?:questioned|polled|surveyed|interviewed|asked)\b"),
)


def other_poll(pair: Pair) -> bool:
    """Whether two figures that differ are told of two polls: by other pollsters, of other days in
    the field, or, of samples, on days too far apart."""
    a, b = pair.both
    if a.kind != b.kind or not (is_sample(a) and is_sample(b)):
        polled = all(one.kind in _SHARES and _tells_poll(one.sentence) for one in pair.both)
        return polled and _of_two(pollsters(a.sentence), pollsters(b.sentence))
    if same_number(pair):
        return False
    if _of_two(pollsters(a.sentence), pollsters(b.sentence)) or _other_days(a, b):
        return True
    return (windows.days_apart(pair) or 0) > APART


def is_sample(claim: Claim) -> bool:
    """Whether it is how many people a poll asked."""
    if claim.kind != "count" or claim.subject is None:
        return False
    return claim.subject.split()[-1] in cues().asked and _tells_poll(claim.sentence)


@lru_cache(maxsize=KEPT)
def _tells_poll(sentence: str) -> bool:
    return cues().polling.search(sentence.lower()) is not None


@lru_cache(maxsize=KEPT)
def pollsters(sentence: str) -> frozenset[str]:
    """The words of the names, in lower case, of those whose poll a sentence tells of."""
    named, *others = _POLLSTER
    # "Opinion polls" at the beginning of a sentence name nobody.
    found = [m[1] for m in named.finditer(sentence) if m.start() > 0 or " " in m[1]]
    found += [match[1] for pattern in others for match in pattern.finditer(sentence)]
    words = {re.sub(r"['’]s?$", "", word.lower()) for name in found for word in name.split()}
    return frozenset(
        word
        for word in words - CALENDAR - lexicon().stop
        if not gazetteer.demonym(word.title()) and word not in cues().no_firm
    )


def _of_two(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def _other_days(a: Claim, b: Claim) -> bool:
    """Whether both tell when people were asked, and not the same days."""
    first, second = a.when, b.when
    if first is None or second is None:
        return False
    if not all(map(cues().fieldwork.search, (a.sentence.lower(), b.sentence.lower()))):
        return False
    return not moments.overlaps(first.start, first.end, second.start, second.end)

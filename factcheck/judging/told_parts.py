"""Figures that a text tells of a part, or of another happening of that day: no one is accused over
them, as nothing tells how they stand to the total on record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from claims_db.kinds import kinds
from claims_db.records import Claim, Document
from factcheck.judging import slips, wording
from factcheck.judging.cues import cues
from factcheck.judging.localities import ONE_SITE
from factcheck.judging.own_totals import unheld
from factcheck.judging.wording import KEPT, tells_another
from factcheck.results import ClaimResult, Verdict
from factcheck.setting.happenings import tells_happening

_BELOW: Final = (Verdict.CONFLICT, Verdict.OUTDATED)
_ONE_PLACE: Final = re.compile(
    r"\b(?:in|at|from|inside|on)\s+(?:just\s+)?(?:one|a\s+single|an?|the)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:district|school|block|building|village|neighbou?rhood|suburb|house|home|street|floor|wing|"
    r"family|hostel|dormitory|ward|camp|hamlet|compound|classroom|carriage|bakery|market|shop)\b"
    r"|\b(?:in|at|on|aboard)\s+the\s+(?:other|remaining|rest)\b|\balone\b",
    re.IGNORECASE,
)
_OF_SOME: Final = re.compile(
    r"\s+of\s+(?:the|its|their|those)\s+(?:[\w-]+\s+){0,2}?(?:passengers|crew|pupils|students|"
    r"guests|workers|miners|victims|patients|tourists|residents|children|bodies|dead|people)\b",
    re.IGNORECASE,
)
_BY_ITSELF: Final = re.compile(r"\b(?:one|a\s+single|just|alone|other|rest)\b", re.IGNORECASE)
_REST: Final = re.compile(  # "The other eight were held for questioning"
    r"\b(?:the|these|those|his|her|its|their|all)\s+(?:other|remaining)\s+$", re.IGNORECASE
)
_REST_REACH: Final = 16  # characters of the longest of these
_MOURNED: Final = re.compile(
    r"\b(?:funerals?|burials?|buried|laid\s+to\s+rest|vigils?|mourn\w*|coffins?|memorial|"
    r"identified|named|posthumous\w*|tributes?)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_BODIES: Final = re.compile(r"\s+(?:[\w-]+\s+){0,2}?bod(?:y|ies)\b", re.IGNORECASE)
_BROUGHT: Final = re.compile(
    r"\b(?:hospitals?|morgues?|mortuar(?:y|ies)|clinics?)\b[^.;]{0,40}$", re.IGNORECASE
)
_BROUGHT_TO: Final = re.compile(
    r"[^.;]{0,40}?\b(?:brought|taken|carried|delivered|sent)\s+(?:in\s+)?to\b", re.IGNORECASE
)
_NEXT_CLAUSE: Final = re.compile(r"[;:]|,\s(?:and|while|but)\s")
_ASIDE: Final = re.compile(  # "with rescuers still digging in the old district"
    r",?\s(?:with|as|while|where|amid)\s(?P<who>(?:[\w’'-]+\s+){0,4})", re.IGNORECASE
)
_REACH: Final = 90  # characters around a figure in which its part is told
_OPENING: Final = 400  # characters of a text that tell what it is about


def relieved(document: Document, results: Sequence[ClaimResult]) -> tuple[ClaimResult, ...]:
    """The results of one document; those told of a part or of another happening are taken back."""
    other = tells_another(f"{document.title or ''}. {document.text[:_OPENING]}")
    return tuple(_relieved(result, other) for result in results)


def _relieved(result: ClaimResult, other: bool) -> ClaimResult:
    claim = result.claim
    if result.verdict not in _BELOW or not kinds()[claim.kind].of_people:
        return result
    latest = result.latest.claim if result.latest else None
    below = latest is not None and (claim.value.stated or 0.0) < (latest.value.stated or 0.0)
    if not below or any(map(slips.is_of_digits, result.hints)):
        return result
    if tells_part(claim) and not (latest and (tells_part(latest) or _is_own_site(claim, latest))):
        return unheld(result, "It is told of a part, and the figures on record are of the whole")
    if other:
        return unheld(result, "The text tells of another happening than the one on record")
    return result


def tells_part(claim: Claim) -> bool:
    """Whether a figure is told of one building or district, of some on board, of the rest of them,
    of the bodies that one hospital took in, or of those whose funeral it was."""
    at = claim.start - claim.sentence_start
    return _tells_part(claim.sentence, at, claim.end - claim.sentence_start)


@lru_cache(maxsize=KEPT)
def _tells_part(sentence: str, at: int, end: int) -> bool:
    if _REST.search(sentence, max(0, at - _REST_REACH), at):
        return True
    if _OF_SOME.match(sentence, end) or _tells_bodies_brought(sentence, at, end):
        return True
    behind = _own_clause(sentence[end : end + _REACH])
    if _ONE_PLACE.search(behind) or _ONE_PLACE.match(sentence[:at]):
        return True
    return _MOURNED.search(sentence[max(0, at - _REACH) : at]) is not None


def _is_own_site(claim: Claim, latest: Claim) -> bool:
    """Whether the part of a place that the claim tells is where the happening itself was: "in the
    explosion at a market", which befalls one site, or one that the newest count is told with."""
    behind = _own_clause(claim.sentence[claim.end - claim.sentence_start :][:_REACH])
    site = _ONE_PLACE.search(behind)
    before = behind[: site.start()].lower().split() if site else []
    if site is None or not before or not tells_happening(before[-1]) or _BY_ITSELF.search(behind):
        return False
    if claim.happening in ONE_SITE and claim.happening == latest.happening:
        return True
    return site.group().lower().split()[-1] in wording.stretch(latest).lower().split()


def _own_clause(behind: str) -> str:
    """The words behind a figure, as far as they tell of those it counts: what rescuers do beside
    tells where they do it."""
    behind = _NEXT_CLAUSE.split(behind, maxsplit=1)[0]
    for aside in _ASIDE.finditer(behind):
        if cues().helpers.search(aside["who"].lower()):
            return behind[: aside.start()]
    return behind


def _tells_bodies_brought(sentence: str, at: int, end: int) -> bool:
    """Whether a figure is of the bodies that a hospital took in: of the dead, so many."""
    bodies = _BODIES.match(sentence, end)
    if bodies is None and not sentence[at:end].lower().endswith(("bodies", "body")):
        return False
    behind = bodies.end() if bodies is not None else end
    before = sentence[max(0, at - _REACH) : at]
    return bool(_BROUGHT.search(before) or _BROUGHT_TO.match(sentence, behind))

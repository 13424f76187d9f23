"""What a sentence says of the site of a happening, of storms by name, of a vote's candidates: two
that name different ones tell of two things, however alike place and day are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from claims_db import gazetteer
from claims_db.moments import CALENDAR
from claims_db.records import Claim
from factcheck.judging.cues import cues
from factcheck.judging.wording import KEPT
from factcheck.setting.happenings import happening_of, tells_happening
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens

_STORM = re.compile(
    r"\b(?:[Cc]yclone|[Hh]urricane|[Tt]yphoon|[Tt]ropical [Ss]torm|[Ss]torm)\s+([A-Z][a-z]+)\b"
)
_AT = re.compile(
    r"\b([a-z]+)\s+(?:at|in|on|aboard|inside|of)\s+(?:an?|the)\s+((?:[\w-]+\s+){0,3}[\w-]+)"
)
_NEAR = 5  # words from a site to its happening: "bus and truck crash"
_OF_CANDIDATE = re.compile(
    r"[^.;,\d]{0,45}?\b(?:for|by|to)\s+(?:the\s+)?((?:[A-Z][\w'’-]+\s?){1,3})"
)
_NAME = re.compile(r"\b[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}")
_POLL = re.compile(r"\b(?:polls?|surveys?|projections?|estimates?|counts?)\b")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_NO_SITE: Final[frozenset[str]] = frozenset()
_FOR_REACH = 80  # characters from a share to "for" its candidate


@lru_cache(maxsize=KEPT)
def storms(sentence: str) -> frozenset[str]:
    """The names of storms in a sentence, lower case."""
    return frozenset(name.lower() for name in _STORM.findall(sentence))


@lru_cache(maxsize=KEPT)
def sites(sentence: str) -> frozenset[str]:
    """The sorts of site or vehicle that a sentence names with its happening: "bus crash", "a fire
    at a garment factory"."""
    words = re.findall(r"[a-z]+", sentence.lower())
    known = cues().sites
    if known.keys().isdisjoint(words):
        return _NO_SITE
    found = {
        known[word]
        for i, word in enumerate(words)
        if word in known and i + 1 < len(words) and tells_happening(words[i + 1])
    }
    for happened, place in _AT.findall(sentence.lower()):
        if tells_happening(happened):
            found.update(known[word] for word in place.split() if word in known)
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def happening(sentence: str) -> str | None:
    """The type of happening that a sentence itself tells of; None without one."""
    return happening_of(Tokens(sentence))


def candidates(claim: Claim) -> frozenset[str]:
    """The words of the name that a share of a vote is told of: "46.4% for Radu Albu", "Radu Albu
    took 46.4%"."""
    sentence, at = claim.sentence, claim.start - claim.sentence_start
    places = frozenset(place.name.lower() for place in claim.places)
    return _candidates(sentence, at, claim.end - claim.sentence_start, places)


@lru_cache(maxsize=KEPT)
def _candidates(sentence: str, at: int, end: int, places: frozenset[str]) -> frozenset[str]:
    behind = _OF_CANDIDATE.match(sentence[end : end + _FOR_REACH])
    polled = behind is not None and _POLL.search(behind[0])  # "23% in a poll by Metrix"
    if behind is not None and not polled and not behind[1].rstrip().endswith(_POSSESSIVE):
        return frozenset(_words(behind[1])) - places
    for clause in reversed(re.split(r"[;:]", sentence[:at])):
        names = list(_NAME.finditer(clause))
        for name in reversed(names):
            if name[0].endswith(_POSSESSIVE) and clause[name.end() :].strip():
                continue  # "Peru's election", but "to Ríos's 45.2%"
            words = frozenset(_words(name[0])) - places - cues().no_firm - CALENDAR
            words -= lexicon().stop  # "In the first round she won 38.9%"
            words = frozenset(word for word in words if not gazetteer.demonym(word.title()))
            if words:
                return words
    return frozenset()


def _words(name: str) -> list[str]:
    return [re.sub(r"['’]s?$", "", word) for word in name.lower().split()]

"""A claim beside a prior: whose prison term. Durations are of anything; what a court gives one
person is one figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims_db.moments import CALENDAR
from claims_db.records import Claim
from factcheck.judging.cues import cues
from factcheck.judging.pairs import Near, Pair
from factcheck.judging.wording import KEPT
from factcheck.text.word_tables import alternation, table

_TABLE: Final = table("courts.toml")
_SENTENCING: Final = _TABLE.words("verbs.sentencing")
_HANDING: Final = _TABLE.words("verbs.handing")
_RECEIVING: Final = _TABLE.words("verbs.receiving")
_IMPOSING: Final = _TABLE.words("verbs.imposing")
_NO_OBJECT: Final = _TABLE.words("verbs.no_object") | CALENDAR
_PRONOUNS: Final = _TABLE.words("persons.pronouns")
_OF_COURT: Final = _TABLE.words("persons.of_court")
_BODIES: Final = _TABLE.words("persons.bodies")
_TITLES: Final = _TABLE.words("persons.titles")
_SUFFIXES: Final = _TABLE.words("persons.suffixes")
_NO_NAMES: Final = CALENDAR | _TABLE.words("persons.no_names")

_REACH = 110  # characters before a term in which its verb and person stand
_LONG = re.compile(r"[\s-]*(?:years?|months?)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;.:]\s|,\s(?:who|whose|which|and|but|while|though|although)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"[\s-]+(?:(?:years?|months?)[’']?[\s-]+)?(?:(?:in|of)\s+(?:a\s+)?)?"
    rf"(?:(?:{alternation(_TABLE.listed('prisons.sorts'))})\s+)?"
    rf"(?:{'|'.join(_TABLE.phrases('prisons.names'))})\b",
    re.IGNORECASE,
)
_SENTENCED = alternation(tuple(sorted(_SENTENCING)))
_HANDED = alternation(tuple(sorted(_HANDING | _RECEIVING)))
_GIVEN = re.compile(
    rf"\b(?:{_SENTENCED}|(?:{_HANDED})\s+(?:[\w’'-]+,?\s+){{0,9}}?(?:sentences?|terms?))\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"\b(?:{_SENTENCED}|{_HANDED}|{alternation(tuple(sorted(_IMPOSING)))})\b", re.IGNORECASE
)
_PASSIVE = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('verbs.passive'))})"
    rf"(?:\s+(?:{alternation(_TABLE.listed('verbs.adverbs'))}|on\s+\w+|{'|'.join(sorted(CALENDAR))}))*"
    r"(?:\s+found\s+guilty\s+and|\s+convicted\s+and)?\s*$",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:\s*,)?(?:\s+(?:who|has|have|had|will|would|was|were|is|are|be|been|being|got))*\s*$"
)
_RUN = re.compile(
    r"\b[A-Z][\w’'-]*[^\W\d_]"
    rf"(?:\s+(?:(?:{alternation(_TABLE.listed('persons.particles'))})\s+)?[A-Z][\w’'-]+)*"
)
_OTHER_TERM = re.compile(r"\b(?:years?|months?)\b", re.IGNORECASE)
_BY = re.compile(r"\bby\b")
_ASIDE = re.compile(r",\s(?:an?|the|of|from|aged|who|whose|which)\s[^,;]*,")
_WORD = re.compile(r"[\w’'-]+")
_BESIDE = 20  # characters before a name in which a lower-case "judge" stands


@dataclass(frozen=True, slots=True)
class _Named:
    """Someone named in a text: the words of the name, lower case, without titles, and where in the
    text it ends; whether the text has it that they try or speak in court."""

    words: tuple[str, ...]
    end: int
    of_court: bool


def is_term(claim: Claim) -> bool:
    """Whether a duration is what a court gave: not one that was sought, or may be faced."""
    if claim.kind != "duration":
        return False
    start = claim.start - claim.sentence_start
    return _is_term(claim.sentence, start, claim.end - claim.sentence_start)


@lru_cache(maxsize=KEPT)
def _is_term(sentence: str, start: int, end: int) -> bool:
    if not _LONG.match(sentence, end):
        return False
    before = _clause(sentence[max(0, start - _REACH) : start])
    if cues().not_given.search(before.lower()):
        return False
    if _BEHIND.match(sentence, end):
        return True
    verbs = list(_GIVEN.finditer(before))
    return bool(verbs) and re.search(r"(?:\bto|\bfor|\bof)\W+$", before) is not None


def _clause(before: str) -> str:
    return _CLAUSE.split(before)[-1]


def term_relation(pair: Pair) -> Near:
    """Whether both are prison terms, and of one person: the same, another's, or, where one is no
    term or names nobody, not known."""
    a, b = pair.both
    if not (is_term(a) and is_term(b)):
        return Near.MISSING
    first, second = convicted(a), convicted(b)
    if not first or not second:
        return Near.MISSING
    one = first[-1] == second[-1] and (1 in (len(first), len(second)) or first[0] == second[0])
    return Near.SAME if one else Near.OTHER


def convicted(claim: Claim) -> tuple[str, ...]:
    """The name of the person whose term it is, lower case, as far as it is told: "sentenced Kofi
    Mensah to 12 years", "Mensah was jailed for 12 years". Empty where none is."""
    start = claim.start - claim.sentence_start
    places = frozenset(word for place in claim.places for word in place.name.split())
    return _convicted(claim.sentence, start, places)


@lru_cache(maxsize=KEPT)
def _convicted(sentence: str, start: int, places: frozenset[str]) -> tuple[str, ...]:
    verbs = list(_VERB.finditer(sentence, 0, start))
    if not verbs:
        return _subject(sentence[:start], places)
    verb = verbs[-1]
    before, behind = sentence[: verb.start()], sentence[verb.end() : start]
    pieces = _OTHER_TERM.split(behind)
    object_told = _first(_BY.split(pieces[-1])[0], places)
    if len(pieces) > 1 and object_told:  # "to five years and Kofi Mensah to 12 years"
        return object_told
    word, following = verb.group().lower(), _WORD.match(behind.lstrip())
    next_word = following.group().lower() if following else ""
    if word in _RECEIVING or _is_passive(word, before, next_word):
        return _subject(before, places)
    if word in _IMPOSING:
        return ()
    if next_word in _PRONOUNS:
        return _told_before(before, places)
    if object_told or word in _SENTENCING:
        return object_told
    # "Ama Boateng handed a five-year term": nobody else gets it
    return _subject(before, places) if word == "handed" and next_word in ("", "a", "an") else ()


def _is_passive(word: str, before: str, next_word: str) -> bool:
    """Whether whoever is told of before a verb is its object: "was sentenced", "jailed for"."""
    if _PASSIVE.search(before):
        return True
    if word in _SENTENCING:
        return not next_word or next_word in _NO_OBJECT
    return word == "given"


def _subject(before: str, places: frozenset[str]) -> tuple[str, ...]:
    """The last person named before a passive, asides left out: no court, and a judge only where
    the verb is told of the judge."""
    text = _ASIDE.sub(",", before)
    for named in reversed(_names(text, places)):
        if not named.of_court or _AUXILIARY.match(text, named.end):
            return named.words
    return ()


def _told_before(before: str, places: frozenset[str]) -> tuple[str, ...]:
    """Whom an object pronoun takes up: not the court, nor the subject beside the verb."""
    text = _ASIDE.sub(",", before)
    for named in reversed(_names(text, places)):
        if not named.of_court and not _AUXILIARY.match(text, named.end):
            return named.words
    return ()


def _first(text: str, places: frozenset[str]) -> tuple[str, ...]:
    found = _names(text, places)
    return found[0].words if found else ()


def _names(text: str, places: frozenset[str]) -> list[_Named]:
    """Those whom a text names, in order; courts and other bodies are nobody."""
    found = []
    for run in _RUN.finditer(text):
        raw = [re.sub(r"[’']s?$", "", word) for word in run.group().split()]
        words = [word.lower().removeprefix("ex-") for word in raw if word not in places]
        if not _BODIES.isdisjoint(words):
            continue
        name = _untitled([word for word in words if word not in _NO_NAMES])
        if name:
            beside = _WORD.findall(text[max(0, run.start() - _BESIDE) : run.start()])
            titled = bool(beside) and beside[-1].lower() in _OF_COURT
            of_court = titled or not _OF_COURT.isdisjoint(words[: -len(name)])
            found.append(_Named(name, run.end(), of_court))
    return found


def _untitled(words: list[str]) -> tuple[str, ...]:
    """A name without what is said of its bearer: "Former Mayor Kofi Mensah", "Kofi Mensah Jr"."""
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words = words[:-1]
    titles = [at for at, word in enumerate(words[:-1]) if word in _TITLES]
    if titles:
        words = words[titles[-1] + 1 :]
    return () if all(word in _TITLES for word in words) else tuple(words)

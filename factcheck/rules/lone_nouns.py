"""One told by a noun that is no person's of itself: "a Nepali", "recovered a body"."""

from __future__ import annotations

from typing import Final

from claims_db import gazetteer
from factcheck.quantity.quantity import Quantity
from factcheck.rules import unwritten
from factcheck.text.lexicon import Person, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import spot_of
from factcheck.text.word_tables import words

_ONE_OF_A_PEOPLE: Final = spot_of(["a", "an", "another"])
_PEOPLE: Final = frozenset(lexicon().people)
_BODY: Final = spot_of(["body", "corpse"])
_OF_BODIES: Final = words("implied.of_bodies")
_OF_MEMBERS: Final = frozenset({"with", "that", "which", "to", "for", "called", "like"})
_FINDING: Final = words("implied.finding")
_NEW: Final = words("implied.new")
_FINDING_REACH: Final = 3  # tokens of "was later found"


def add_compatriots(found: list[Quantity], tokens: Tokens) -> None:
    """ "two Kenyans and a Nepali": one of a people."""
    words = tokens.words
    for article in tokens.at(_ONE_OF_A_PEOPLE):
        for last in (article + 2, article + 3):
            i = last - 1
            if i >= len(words) or not tokens.capital(i) or words[i] in _PEOPLE:
                break
            name = " ".join(words[article + 1 : last])
            if ends_phrase(tokens, last) and gazetteer.demonym(name) is not None:
                person = Person(name, False)
                found.append(unwritten.quantity(tokens, article, last, 1.0, name, person))


def add_bodies(found: list[Quantity], tokens: Tokens) -> None:
    """ "Recovered a body", "a charred corpse was found": one."""
    words = tokens.words
    for i in tokens.at(_BODY):
        first = i - 1
        while first > 0 and words[first] in _OF_BODIES:
            first -= 1
        if first < 0 or words[first] not in _NEW or not ends_phrase(tokens, i + 1):
            continue
        if i + 1 < len(words) and words[i + 1] in _OF_MEMBERS:
            continue  # "found a body with 12 members to run it"
        near = words[max(0, first - 1) : first] + words[i + 1 : i + 1 + _FINDING_REACH]
        if not _FINDING.isdisjoint(near):
            body = unwritten.quantity(tokens, first, i + 1, 1.0, words[i], Person(None, False))
            body.more = True  # one of all who died, or of nobody that is told of
            found.append(body)


def ends_phrase(tokens: Tokens, i: int) -> bool:
    """Whether no noun follows at token `i`: a stop, a verb or a word of harm."""
    if i >= len(tokens):
        return True
    word, lex = tokens.words[i], lexicon()
    if word == "fatal":
        return False  # "the third fatal crash"
    if not word[0].isalpha():
        return word not in ("-", "'", "’", "'s", "’s") and not word[0].isdigit()
    known = (lex.stop, lex.auxiliary, lex.verb, lex.triggers, lex.adverb)
    if word == "dead":  # "a 15-year-old dead and two hurt", not "a 15-year-old dead man"
        following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
        return following == "" or not following[0].isalpha() or following in lex.stop
    return any(word in table for table in known) and word not in ("of", "more")

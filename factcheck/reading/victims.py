"""People told of one by one, as victims: "a man was shot", "John Roe, 34", "the man later died".

Mentions are gathered into victims as a reader does: a name, an age or "another" tells people
apart; "the man" and a name take up someone already told of. A victim's harm is the worst told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from claims_db.records import Claim

KILLED: Final = "killed"
WOUNDED: Final = "wounded"
SHOT: Final = "casualties"
HARM_OF: Final = {"killed": KILLED, "wounded": WOUNDED, "hospitalised": WOUNDED, "casualties": SHOT}
WORST: Final = (SHOT, WOUNDED, KILLED)
_WORD: Final[re.Pattern[str]] = re.compile(r"[a-z'’-]+")
AGE: Final = re.compile(r"\b(\d{1,3})[- ](?:year|month)s?[- ]old\b")
MALE: Final = frozenset(
    "man boy male father brother son husband uncle grandfather nephew boyfriend groom gunman "
    "policeman fireman fisherman himself grandson".split()
)
FEMALE: Final = frozenset(
    "woman girl female mother sister daughter wife aunt grandmother niece girlfriend bride "
    "policewoman herself granddaughter".split()
)
NO_NAME: Final = frozenset(
    "a an the one another his her their teen teenager child student victim".split()
)
NEW: Final = ("another", "a second", "a third", "a fourth", "one other", "the second", "the third")


@dataclass(slots=True)
class Victim:
    """One person as far as told."""

    harm: str
    names: set[str] = field(default_factory=set)
    age: str | None = None
    gender: str | None = None
    head: str | None = None
    claims: list[Claim] = field(default_factory=list)
    place: tuple[int, str] = (-1, "")
    text: str = ""


@dataclass(slots=True, init=False, unsafe_hash=True)
class Mention:
    """What one mention tells of its person."""

    name: Final[str | None]
    age: Final[str | None]
    gender: Final[str | None]
    head: Final[str | None]
    is_new: Final[bool]
    definite: Final[bool]

    def __init__(
        self,
        name: str | None,
        age: str | None,
        gender: str | None,
        head: str | None,
        is_new: bool,
        definite: bool,
    ) -> None:
        self.name = name
        self.age = age
        self.gender = gender
        self.head = head
        self.is_new = is_new
        self.definite = definite


def gather(claims: Iterable[Claim]) -> list[Victim]:
    """The victims that single mentions tell of, in the order of the text."""
    victims: list[Victim] = []
    for claim in claims:
        harm = HARM_OF.get(claim.kind)
        if harm is None:
            continue
        mention = read(claim.value.text)
        victim = _found(victims, mention, claim)
        if victim is None:
            victim = Victim(harm)
            victims.append(victim)
        _told(victim, mention, claim, harm)
    return victims


def read(text: str) -> Mention:
    """What a noun phrase or name tells."""
    lowered = text.lower()
    age = AGE.search(lowered)
    words: list[str] = _WORD.findall(lowered)
    head = words[-1] if words else None
    first = words[0] if words else ""
    named = text[:1].isupper() and first not in NO_NAME and head not in MALE | FEMALE
    gender = "m" if head in MALE else "f" if head in FEMALE else None
    return Mention(
        name=head if named else None,
        age=age.group(1) if age else None,
        gender=gender,
        head=None if named else head,
        is_new=lowered.startswith(NEW),
        definite=first in ("the", "his", "her", "their", "him"),
    )


def _found(victims: list[Victim], mention: Mention, claim: Claim) -> Victim | None:
    """The victim that a mention takes up, or None where it tells of someone new."""
    if mention.is_new:
        same = [
            v for v in victims if v.text == claim.value.text.lower() and v.place != _place(claim)
        ]
        return same[0] if same else None
    if mention.name is not None:
        same = [v for v in victims if mention.name in v.names]
        if same:
            return same[-1]
        unnamed = [v for v in victims if not v.names and v.place != _place(claim)]
        alike = [v for v in unnamed if v.harm == HARM_OF[claim.kind]]
        return next(iter(alike or unnamed), None)
    fitting = [v for v in victims if _fits(v, mention)]
    if mention.age is not None:
        same = [v for v in fitting if v.age == mention.age]
        if same:
            return same[-1]
        ageless = [v for v in fitting if v.age is None and v.place != _place(claim)]
        return ageless[-1] if ageless else None
    if mention.definite:
        return fitting[-1] if fitting else None
    again = [v for v in fitting if v.place != _place(claim)]
    return again[-1] if again else None


def _fits(victim: Victim, mention: Mention) -> bool:
    if mention.gender and victim.gender and mention.gender != victim.gender:
        return False
    return not (mention.age and victim.age and mention.age != victim.age)


def _told(victim: Victim, mention: Mention, claim: Claim, harm: str) -> None:
    if WORST.index(harm) > WORST.index(victim.harm):
        victim.harm = harm
    if mention.name:
        victim.names.add(mention.name)
    victim.age = victim.age or mention.age
    victim.gender = victim.gender or mention.gender
    victim.head = victim.head or mention.head
    victim.claims.append(claim)
    victim.place = _place(claim)
    victim.text = victim.text or claim.value.text.lower()


def _place(claim: Claim) -> tuple[int, str]:
    """Which sentence a claim stands in: titles begin at 0, as texts do."""
    return claim.sentence_start, claim.sentence

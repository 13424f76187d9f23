"""A mention of one person, the nouns it may stand under, and which mentions fit each other."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from factcheck.text.word_tables import table

TABLE: Final = "persons.toml"
OLDEST: Final = 120
_SHARED_YEARS: Final = 4  # a boy and a man are hardly one


class Mention:
    """Someone at tokens [first, last), with what the words tell: family and given names, sex,
    the ages possible, the noun; whether it must be someone new, or one told of before."""

    __slots__ = (
        "apart",
        "crowd",
        "definite",
        "first",
        "further",
        "last",
        "names",
        "noun",
        "oldest",
        "owner",
        "pronoun",
        "sex",
        "side",
        "youngest",
    )

    def __init__(
        self,
        first: int,
        last: int,
        names: tuple[str, ...] = (),
        sex: str = "",
        youngest: int = 0,
        oldest: int = OLDEST,
        noun: str = "",
        further: bool = False,
        pronoun: bool = False,
        crowd: bool = False,
    ) -> None:
        self.first = first
        self.last = last
        self.names = names
        self.sex = sex
        self.youngest = youngest
        self.oldest = oldest
        self.noun = noun
        self.side = ""  # "attacker" or "attacked", where the noun tells
        self.further = further
        self.definite = False
        self.pronoun = pronoun
        self.crowd = crowd  # several, or a thing: a subject of its own, and no one's mention
        self.apart = -1  # the first token of someone this pronoun does not mean
        self.owner = False  # "the boy's": not itself what the sentence is about


@dataclass(slots=True)
class Names:
    """The names seen so far in a text: a lone one is a person's if it was part of one."""

    seen: set[str] = field(default_factory=set)


def _noun_table() -> dict[str, tuple[str, int, int]]:
    found: dict[str, tuple[str, int, int]] = {}
    for group in table(TABLE).mapping("nouns", dict).values():
        for word in str(group["words"]).split():
            found[word] = (str(group["sex"]), int(group["youngest"]), int(group["oldest"]))
    return found


def _sides() -> dict[str, str]:
    groups = table(TABLE).mapping("nouns", dict).values()
    return {word: str(g["side"]) for g in groups if "side" in g for word in str(g["words"]).split()}


NOUNS: Final = _noun_table()
SIDES: Final = _sides()


def fit(one: Mention, other: Mention) -> bool:
    """Whether sex and age let two mentions be of one person."""
    if differ(one.sex, other.sex) or differ(one.side, other.side):
        return False
    return ages_fit(one.youngest, one.oldest, other.youngest, other.oldest)


def differ(one: str, other: str) -> bool:
    """Whether both are told, and not alike."""
    return one != "" and other != "" and one != other


def ages_fit(young: int, old: int, other_young: int, other_old: int) -> bool:
    """Whether two spans of ages may be one person's: two vague ones must share some years."""
    shared = min(old, other_old) - max(young, other_young)
    return shared >= min(_SHARED_YEARS, min(old - young, other_old - other_young))


SPELT: Final = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
"""Ages that are written in words."""


def age_at(words: list[str], i: int) -> int | None:
    """The years of "19-year-old", whose "old" is at `i`; under a year, 0."""
    if words[i] != "old":
        return None
    k = i - 1
    while k >= 0 and words[k] in ("-", "–", "."):
        k -= 1
    if k < 1 or words[k] not in ("year", "years", "yr", "month", "months", "week", "weeks", "day"):
        return None
    unit = words[k]
    k -= 1
    while k >= 0 and words[k] in ("-", "–"):
        k -= 1
    if k < 0:
        return None
    years = int(words[k]) if words[k].isdigit() else SPELT.get(words[k], -1)
    if years < 0 or years > OLDEST:
        return None
    return years if unit[0] == "y" else 0

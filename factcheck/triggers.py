"""Trigger phrases of the kinds table, found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.lexicon import Sense, lexicon
from factcheck.tokens import Tokens


@dataclass(slots=True)
class Trigger:
    """A phrase of the kinds table at tokens [first, last), with its readings."""

    first: int
    last: int
    senses: tuple[Sense, ...]

    def kind(self, form: str) -> str | None:
        """The first kind the phrase tells of in that form."""
        return next((sense.kind for sense in self.senses if sense.form == form), None)

    def kinds(self, form: str) -> list[str]:
        """All kinds the phrase may tell of in that form."""
        return [sense.kind for sense in self.senses if sense.form == form]


# Figures of speech in which a trigger tells of no harm: "killed the bill", "dead heat", "a shot in the arm".
IDIOMS = (
    ("killed", "the", "bill"),
    ("kill", "the", "bill"),
    ("dead", "heat"),
    ("dead", "end"),
    ("deadlocked",),
    ("dead", "of", "night"),
    ("drop", "dead"),
    ("wounded", "pride"),
    ("killed", "time"),
    ("killing", "time"),
    ("killer", "app"),
    ("missing", "link"),
    ("hit", "list"),
    ("dead", "wood"),
    ("dead", "weight"),
    ("dead", "zone"),
    ("dead", "sea"),
    ("day", "of", "the", "dead"),
    ("missing", "out"),
    ("killed", "off"),
    ("killing", "off"),
    ("kill", "off"),
    ("missing", "persons", "unit"),
    ("missing", "person"),
    ("hurt", "by"),
)


def find(tokens: Tokens) -> list[Trigger]:
    """Non-overlapping triggers, the longest at each place, idioms left out."""
    index = lexicon().triggers
    words = tokens.words
    found: list[Trigger] = []
    i = 0
    while i < len(words):
        entries = index.get(words[i])
        step = 1
        if entries:
            for phrase, senses in entries:
                size = len(phrase)
                if size == 1 or tuple(words[i : i + size]) == phrase:
                    if not _idiom(words, i):
                        found.append(Trigger(i, i + size, senses))
                    step = size
                    break
        i += step
    return found


def _idiom(words: list[str], i: int) -> bool:
    return any(
        words[i] == idiom[0] and tuple(words[i : i + len(idiom)]) == idiom for idiom in IDIOMS
    )

"""A source that a sentence names, and the forms it is told in behind or before a verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from claims_db.records import Attribution
from factcheck.setting.speaking import ends_subject, is_office, speaks, subject_start
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

WEAK: Final = words("sources.weak")
_INVERTED: Final = words("sources.inverted")
PRONOUNS: Final = words("sources.pronouns")
TIMES: Final = words("sources.times")
ENDS: Final = words("sources.ends")
QUOTE_ENDS: Final = frozenset({",", "”", '"', "'", "’", "?", "!", "."})
_OWNING_UP: Final = frozenset({"admitted", "admits", "denied", "denies"})  # "a man who admitted"
_PREPOSITIONS: Final = words("sources.joining")
SENTENCE_ENDS: Final = frozenset({",", ".", ";", "”", '"', ")", "—", "–"})
_ARTICLES: Final = ("the ", "The ", "a ", "an ")
_LONGEST_OPENING: Final = 5  # tokens of an office that opens a sentence
LONGEST_SOURCE: Final = 12  # tokens


@dataclass(slots=True, init=False, unsafe_hash=True)
class Source:
    """An attribution with where it stands in its sentence, as character offsets. `closing`: it
    stands behind what it says: "12 died, police said". `relative`: it speaks in an aside of which
    only the figures behind are told: "paid $9 to families who said 12 …"."""

    attribution: Final[Attribution]
    start: Final[int]
    end: Final[int]
    pronoun: Final[bool]
    closing: Final[bool]
    relative: Final[bool]

    def __init__(
        self,
        attribution: Attribution,
        start: int,
        end: int,
        pronoun: bool = False,
        closing: bool = False,
        relative: bool = False,
    ) -> None:
        self.attribution = attribution
        self.start = start
        self.end = end
        self.pronoun = pronoun
        self.closing = closing
        self.relative = relative


def plain(name: str) -> str:
    for article in _ARTICLES:
        if name.startswith(article) and not name[len(article) :][:1].isupper():
            return name[len(article) :]
    return name


def inverted(tokens: Tokens, i: int) -> Source | None:
    """ ", said Timur Tkachenko, who heads …": the source behind the verb."""
    words = tokens.words
    if words[i] not in _INVERTED or i == 0 or words[i - 1] not in QUOTE_ENDS:
        return None
    j = i + 1
    if j >= len(words) or not words[j][0].isalpha() or words[j] in TIMES:
        return None
    end = j
    while end < min(len(words), j + LONGEST_SOURCE) and words[end] not in ENDS:
        end += 1
    if end == j or words[j] in PRONOUNS or any(ends_subject(words, k) for k in range(j, end)):
        return None
    if not speaks(tokens, j, end, strong=True):
        return None
    name = plain(tokens.slice(j, end))
    return Source(Attribution(name, words[i]), tokens.starts[j], tokens.end(end - 1), closing=True)


def opening(tokens: Tokens, i: int) -> Source | None:
    """ "The central bank raised its rate, saying …": the office that opens the sentence says what
    stands behind the "saying" at token `i`."""
    words = tokens.words
    first = 1 if words[0] in ("the", "a", "an") else 0
    for k in range(first, min(i, first + _LONGEST_OPENING)):
        if not words[k][0].isalpha() or ends_subject(words, k) or words[k] in _PREPOSITIONS:
            return None
        if is_office(words[k]) and not is_office(words[k + 1]):
            name = Attribution(tokens.slice(first, k + 1), words[i])
            return Source(name, tokens.starts[i], tokens.end(i), relative=True)
    return None


def subject(tokens: Tokens, i: int) -> Source | None:
    """ "Ukrainian officials said": the source before the verb."""
    span = subject_start(tokens, i)
    if span is None:
        return None
    first, last = span
    if _is_compared(tokens.words, first) or (
        tokens.words[i] in _OWNING_UP and tokens.words[last] == "who"
    ):
        return None
    verb = tokens.words[i]
    pronoun = tokens.words[first] in PRONOUNS and tokens.raw(first) != "WHO"
    if not pronoun and not speaks(tokens, first, last, strong=verb not in WEAK):
        return None
    following = tokens.words[i + 1] if i + 1 < len(tokens) else "."
    before = tokens.words[first - 1] if first else ""
    before = tokens.words[first - 2] if before in ("the", "a", "an") and first > 1 else before
    closing = before in QUOTE_ENDS and (
        following in SENTENCE_ENDS or following in TIMES or following in ("on", "in", "at")
    )
    name = tokens.slice(first, last)
    start, end = tokens.starts[first], tokens.end(last - 1)
    relative = "who" in tokens.words[last:i] and tokens.words[last] == "who"
    return Source(Attribution(name, verb), start, end, pronoun, closing, relative)


def _is_compared(words: list[str], first: int) -> bool:
    """Whether the subject at token `first` is of "higher than economists had forecast", which says
    nothing of the figure."""
    return "than" in words[max(0, first - 2) : first + 3]

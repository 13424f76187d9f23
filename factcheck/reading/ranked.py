"""Superlatives ("the biggest attack this year") and dated happenings ("the invasion in 2022")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import IN_DIGITS, mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_RANKS: Final = {word: n for n, word in enumerate(_TABLE.listed("ranked.ranks"), 2)}
_SUPERLATIVES: Final = words("ranked.superlatives") | {"most"}
_RECORD_MARK: Final = mark_of(["record"])
_SUPERLATIVES_MARK: Final = mark_of(_SUPERLATIVES)
_SUPERLATIVE: Final = re.compile(
    r"\b(?:the|its|their|his|her|[’']s|one of the|country's|nation's|world's|city's)\s+"
    rf"(?:(single|{'|'.join(_RANKS)})[\s-]+)?"
    rf"({alternation(_TABLE.listed('ranked.superlatives'))}"
    rf"|most\s+(?:{alternation(_TABLE.listed('ranked.most'))}))"
    r"(?:[\s-]+ever)?\b\s*((?:[a-z’'-]+\s+){0,4}?[a-z’'-]*)",
    re.IGNORECASE,
)
# "A record 6.4 million", "the most on a single day this year": without a noun of their own.
_RECORD: Final = re.compile(
    r"\b(?:an?|the)\s+(?:new\s+|all-time\s+)?(record)\s+(?:of\s+)?"
    r"(?=[$€£¥]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
_MOST: Final = re.compile(
    r"\bthe\s+(most)\s+(?=(?:since|on a|in a|in any|on any|for a|this|ever|of any|by any)\b)",
    re.IGNORECASE,
)
# "the lowest since 1994", "the second-strongest to hit": the scope names what is ranked.
_SCOPED: Final = re.compile(r"(?:since|to|in|of|on|for|ever|this|that)\b")
_PERIODICAL: Final = frozenset({"daily", "weekly", "monthly", "quarterly", "yearly", "annual"})
_CENTURIES: Final = r"(?:1[5-9]|20)\d\d"
_YEAR: Final = re.compile(_CENTURIES)  # no boundary: a plain start is found at once
_DIGITS_OF_YEAR: Final = 4
_DATED: Final = re.compile(
    r"\b([A-Za-z][\w’'-]*(?:\s+[a-z][\w’'-]*){0,3}?)\s+"
    r"(?:in|since|of|from|for|during|until|till|by|before|after|through|between)\s+"
    rf"(?:late\s+|early\s+|mid-?\s?)?({_CENTURIES})\b"
    rf"(?:\s+(?:and|to|until|till|through)\s+({_CENTURIES})\b)?"
    # neither end of a range is one, if the other counts: "between 1900 and 2000 euros"
    r"(?!\s+(?:and|to|until|till|through)\s+\d{4}\b)"
    r"(?![-–/,]\d|\s+[a-z]+(?:s|people|men|women|children)\b)"
)
# "12,640 in 2023", "4% below 2019 levels": behind a figure, and before what a year has.
_BEHIND_FIGURE: Final = re.compile(
    rf"[\d%]\s+(?:in|for|during|of)\s+({_CENTURIES})\b(?![-–/,.]\d|\s+[a-z]+s\b)"
)
_OF_YEAR: Final = re.compile(
    rf"\b({_CENTURIES})\s+(?:{alternation(_TABLE.listed('number_names.of_years'))})\b"
)
_YEAR_FIRST: Final = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa])\s+({_CENTURIES})\s+([a-z][\w-]*(?:\s+[a-z][\w-]*)?)"
)
# The tokens of which one stands before the year of these, or behind it.
_BEFORE_YEAR: Final = frozenset(
    "in since of from for during until till by before after through between late early mid -"
    " the its their a".split()
)
_BEHIND_YEAR: Final = frozenset(_TABLE.listed("number_names.of_years"))
_OPENING: Final = re.compile(
    rf"(?:^|[.;:“\"]\s*|,\s+)(?:[Ii]n|[Ss]ince|[Dd]uring|[Bb]y|[Uu]ntil)\s+(?:late\s+|early\s+|mid-?\s?)?"
    rf"({_CENTURIES})(?:,\s*|\s+)(?:(?:an?|the|its|their|his|her|some)\s+)?([A-Za-z][\w-]*)"
    r"(?:\s+([a-z][\w-]*))?"
)
_ENDS_SCOPE: Final = words("ranked.ends_scope")
_MONTHS: Final = words("ranked.months")
# Words before "in 2023", "of 2025" that name no happening.
_BARE: Final = ("than", "all", "whole", " end", " start", " beginning", " close", " middle")
_SUBJECT: Final = 3  # words of a subject
# Of a sentence, what the patterns may look at around a year.
_WORDS_BEFORE: Final = 9
_CHARACTERS_BEHIND: Final = 100


@dataclass(slots=True, init=False, unsafe_hash=True)
class Ranked:
    """A superlative at [start, end): its rank (1 for the first) and what it ranks."""

    start: Final[int]
    end: Final[int]
    rank: Final[int]
    subject: Final[str]

    def __init__(
        self,
        start: int,
        end: int,
        rank: int,
        subject: str,
    ) -> None:
        self.start = start
        self.end = end
        self.rank = rank
        self.subject = subject


@dataclass(slots=True, init=False, unsafe_hash=True)
class Dated:
    """A happening with its year, which stands at [start, end)."""

    start: Final[int]
    end: Final[int]
    year: Final[int]
    subject: Final[str | None]

    def __init__(
        self,
        start: int,
        end: int,
        year: int,
        subject: str | None,
    ) -> None:
        self.start = start
        self.end = end
        self.year = year
        self.subject = subject


def superlatives(tokens: Tokens) -> list[Ranked]:
    """The superlatives of a sentence, with the noun they rank."""
    found = []
    if tokens.holds(_RECORD_MARK):
        found += [_unnamed(match) for match in _RECORD.finditer(tokens.text)]
    if not tokens.holds(_SUPERLATIVES_MARK):
        return found
    if "most" in tokens.words:
        found += [_unnamed(match) for match in _MOST.finditer(tokens.text)]
    for match in _SUPERLATIVE.finditer(tokens.text):
        subject = _scope(match.group(3).lower().split())
        if not subject and not _SCOPED.match(match.group(3).lower()):
            if match.group(3).lower() not in _PERIODICAL:
                continue
        ordinal = (match.group(1) or "").lower()
        start = match.start(1) if ordinal in _RANKS else match.start(2)
        rank = _RANKS.get(ordinal, 1)
        found.append(Ranked(start, match.end(2), rank, " ".join(subject[:_SUBJECT])))
    return found


def _unnamed(match: re.Match[str]) -> Ranked:
    """A first rank that the words name without what is ranked."""
    return Ranked(match.start(1), match.end(1), 1, "")


def _scope(words: list[str]) -> list[str]:
    """The words up to where the scope opens: "attack" of "attack since the war"."""
    stop = lexicon().stop
    ends = (k for k, word in enumerate(words) if word in _ENDS_SCOPE or word in stop)
    return words[: next(ends, len(words))]


def _holds_year(word: str) -> bool:
    """Whether a token has the four digits of a year."""
    return len(word) >= _DIGITS_OF_YEAR and word[0].isdigit() and _YEAR.search(word) is not None


def _may_date(tokens: Tokens, i: int, word: str) -> bool:
    """Whether a happening may be told with the year of token `i`, if it has one: quick, and wrong
    only in saying yes."""
    if not _holds_year(word):
        return False
    if i and tokens.words[i - 1] in _BEFORE_YEAR:
        return True
    return i + 1 < len(tokens.words) and tokens.words[i + 1] in _BEHIND_YEAR


def _near(years: list[int], pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """The matches of a pattern that holds one of the years, given by where they begin, or two of
    them: as a search of all the text would find them, at a small part of its cost."""
    found: list[re.Match[str]] = []
    reached = 0
    for year in years:
        if year < reached:
            continue
        low = year
        for _ in range(_WORDS_BEFORE):
            low = max(text.rfind(" ", 0, low), 0)
        match = pattern.search(text, max(low, reached), year + _CHARACTERS_BEHIND)
        if match is not None and match.start() <= year:
            found.append(match)
            reached = match.end()
    return found


def dated(tokens: Tokens) -> list[Dated]:
    """Happenings told with their year."""
    text = tokens.text
    if not tokens.has_digits:
        return []
    numbers = tokens.at(IN_DIGITS)
    years = [tokens.starts[i] for i in numbers if _may_date(tokens, i, tokens.words[i])]
    if not years:
        return []
    lex = lexicon()
    found = []
    for match in _near(years, _DATED, text):
        subject = [
            word
            for word in match.group(1).lower().split()
            if word not in lex.stop and word not in lex.determiners and word not in lex.auxiliary
        ]
        named = " ".join(subject[-_SUBJECT:])
        if subject[-1:] and subject[-1] in _MONTHS:
            continue
        if named or match.group(1).lower().endswith(_BARE):  # "more than in 2023"
            found.append(_dated(match, 2, named or None))
            if match.group(3):  # "between 2016 and 2019"
                found.append(_dated(match, 3, named or None))
    taken = {item.start for item in found}
    for match in _near(years, _YEAR_FIRST, text):
        if match.start(1) not in taken:
            found.append(_dated(match, 1, match.group(2).lower()))
            taken.add(match.start(1))
    for pattern in (_BEHIND_FIGURE, _OF_YEAR):
        for match in _near(years, pattern, text):
            if match.start(1) not in taken:
                found.append(_dated(match, 1, None))
                taken.add(match.start(1))
    for match in _near(years, _OPENING, text):
        if match.start(1) not in taken:
            found.append(_dated(match, 1, _opening_subject(match)))
    return sorted(found, key=lambda item: item.start)


def _opening_subject(match: re.Match[str]) -> str:
    """ "In 1999, an earthquake killed …": the earthquake."""
    noun, following = match.group(2).lower(), (match.group(3) or "").lower()
    lex = lexicon()
    verbal = following in lex.verb or following in lex.auxiliary or following in lex.participles
    if not following or verbal or following in lex.stop or following.endswith("ed"):
        return noun
    return f"{noun} {following}"


def _dated(match: re.Match[str], year: int, subject: str | None) -> Dated:
    return Dated(match.start(year), match.end(year), int(match.group(year)), subject)

"""Runs of capitals → the places that they may name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, cast

from claims_db import gazetteer
from claims_db.gazetteer import Entry
from claims_db.place_index import CACHED
from factcheck.setting import capitals
from factcheck.text.tokens import Tokens, is_capital
from factcheck.text.word_tables import CONSTRUCTIONS, table

TABLE: Final = table(CONSTRUCTIONS)
_AFTER_WHERE: Final = frozenset(TABLE.listed("places.after_where"))
SHORT_STATES: Final = frozenset(TABLE.listed("places.short_states"))
_SAINTS: Final = frozenset({"St", "St.", "Ste", "Ste.", "Saint"})
_ARTICLES: Final = frozenset({"the", "al", "el", "la", "le", "las", "los"})
_ENDINGS: Final = ("'s", "’s", "’", "'", ".", "-")
_LAST: Final = frozenset(ending[-1] for ending in _ENDINGS)
WIDE: Final = ("country", "continent")
_SHORT_NAMES: Final = frozenset({"US", "UK", "U.S.", "U.K.", "UAE"})
_NAME_LENGTH: Final = 4  # words tried as one name
_LONGEST_CACHED: Final = 100  # characters of a run worth remembering
ANYWHERE: Final[frozenset[str]] = frozenset()  # no country known
_KEPT_RUNS: Final = 16384


class Candidate:
    """A stretch of a run of capitalised words that the gazetteer knows: words [word, word + size)
    of the run, at character `start` of it; `alone`: it is the whole run, `last`: its end;
    `only_where`: a word that is a place's name behind a word of place alone."""

    __slots__ = ("alone", "entry", "last", "name", "only_where", "size", "start", "word")

    def __init__(
        self,
        word: int,
        size: int,
        start: int,
        name: str,
        entry: Entry,
        alone: bool,
        last: bool,
        only_where: bool = False,
    ) -> None:
        self.word = word
        self.size = size
        self.start = start
        self.name = name
        self.entry = entry
        self.alone = alone
        self.last = last
        self.only_where = only_where


Run = tuple[int, tuple[Candidate, ...]]
"""Where a run begins, with the names in it."""
# Runs and names that were met: plain tables, as they are asked for each capital of a text.
_NAMES: Final[dict[str, tuple[Candidate, ...]]] = {}
_KNOWN: Final[dict[str, Entry]] = {}
_NO_PLACE: Final = Entry("", "", "city", None, None, 0, None, None)


def runs(tokens: Tokens) -> list[Run]:
    """The runs of capitalised words that hold names of the gazetteer: their offsets, with those
    names, each as the likeliest place. Kept with the tokens, as the lead of a document is searched
    three times, its title once more."""
    if tokens.runs is None:
        tokens.runs = _runs(tokens)
    return cast("list[Run]", tokens.runs)


def _runs(tokens: Tokens) -> list[Run]:
    text = tokens.text
    found: list[Run] = []
    for start, end in capitals.runs(tokens):
        names = _names_of(text[start:end]) if is_capital(text, start) else ()
        if names:
            found.append((start, names))
    return found


def _names_of(run: str) -> tuple[Candidate, ...]:
    """The stretches of a run that are names of places, by their first word, the longest first,
    each as the likeliest place of that name."""
    if len(run) > _LONGEST_CACHED:
        return _read_names(run)
    found = _NAMES.get(run)
    if found is None:
        if len(_NAMES) >= _KEPT_RUNS:
            _NAMES.clear()
        found = _NAMES[run] = _read_names(run)
    return found


def candidates(likeliest: tuple[Candidate, ...], countries: frozenset[str]) -> Sequence[Candidate]:
    """The names of a run in a document about these countries."""
    if not countries:
        return likeliest
    found = []
    for one in likeliest:
        entry = _meant(one, countries)
        found.append(
            Candidate(
                one.word,
                one.size,
                one.start,
                one.name,
                entry,
                one.alone,
                one.last,
                one.only_where,
            )
        )
    return found


def has_namesakes(tokens: Tokens, countries: frozenset[str]) -> bool:
    """Whether a name of the text means another place in a document about these countries."""
    for _, names in runs(tokens):
        for one in names:
            if _meant(one, countries) is not one.entry:
                return True
    return False


def _meant(one: Candidate, countries: frozenset[str]) -> Entry:
    """The place that a name means in a document about these countries: a likelier one than that
    of any document only where that lies elsewhere."""
    if one.entry.country in countries or one.entry.kind in WIDE:
        return one.entry
    if one.only_where:
        return gazetteer.resolve(one.name, countries=countries) or one.entry
    return _known_in(one.name, countries) or one.entry


def _read_names(run: str) -> tuple[Candidate, ...]:
    words = run.split()
    starts: list[int] = []
    at = 0
    for word in words:
        at = run.find(word, at)
        starts.append(at)
        at += len(word)
    joins = [not is_capital(word, 0) and word[0].islower() for word in words]
    found = []
    for i in range(len(words)):
        if joins[i] and words[i] not in _ARTICLES:
            continue  # no name begins with a joiner
        longest = min(_NAME_LENGTH, len(words) - i)
        if longest > 1 and not gazetteer.may_open(words[i], words[i + 1]):
            longest = 1
        for size in range(longest, 0, -1):
            final = i + size - 1
            if joins[final]:
                continue  # nor does it end with one
            name = _bare(run[starts[i] : starts[final] + len(words[final])])
            if words[i] in _SAINTS and words[final].endswith(("'s", "’s")):
                name = _saint_of(name) or name
            entry = _known(name)
            guarded = entry is None and name in _AFTER_WHERE
            if guarded:
                entry = gazetteer.resolve(name)
            guarded = guarded or name in SHORT_STATES
            if entry is not None:
                whole, last = size == len(words), i + size == len(words)
                found.append(Candidate(i, size, starts[i], name, entry, whole, last, guarded))
    return tuple(found)


def _saint_of(name: str) -> str | None:
    """A saint's name with the possessive that belongs to it, None where no place has it so:
    "St. John's"."""
    whole = f"{name}'s"
    own = gazetteer.fold(whole)
    return whole if any(gazetteer.fold(e.name) == own for e in gazetteer.lookup(whole)) else None


def _bare(name: str) -> str:
    """A name without a possessive or a sentence's stop; "U.S." keeps its own."""
    if name[-1] not in _LAST or not name.endswith(_ENDINGS):
        return name
    for ending in _ENDINGS:
        if name.endswith(ending) and not (ending == "." and name.count(".") > 1):
            name = name[: -len(ending)]
    return name


def _known(name: str) -> Entry | None:
    """The likeliest place of a name, None for what is no name of one."""
    found = _KNOWN.get(name)
    if found is None:
        if len(_KNOWN) >= CACHED:
            _KNOWN.clear()
        found = _KNOWN[name] = _known_in(name, ANYWHERE) or _NO_PLACE
    return None if found is _NO_PLACE else found


def _known_in(name: str, countries: frozenset[str]) -> Entry | None:
    """The same in a document about these countries."""
    if not gazetteer.may_know(name):
        return None
    name = name.removeprefix("The ").removeprefix("the ")
    if (len(name) < 3 and name not in _SHORT_NAMES) or gazetteer.is_common_word(name):
        return None
    if name.isupper():
        if len(name) <= 4 and name not in _SHORT_NAMES:
            return None
        if len(name) > 4:
            name = name.title()
            if gazetteer.is_common_word(name):
                return None
    return gazetteer.resolve(name, countries=countries)

"""What words of news have to do with each other beyond the dictionary: `data/news_words.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims_db.errors import TableError
from factcheck.text.word_tables import split_phrases, table

NAME: Final = "news_words.toml"


@dataclass(frozen=True, slots=True)
class NewsWords:
    """The words and phrases, numbered by their place in `spellings`; the lists of those that mean
    the same, those named for a more general word, and those that tell apart, in which each stands,
    as numbers from 0. `wider`: the word that a list is named for, with its number. `phrases`: those
    of several words, by the first. `empty` words mean nothing; those `inside` may part a phrase."""

    spellings: tuple[str, ...]
    places: dict[str, int]
    same: dict[str, tuple[int, ...]]
    narrower: dict[str, tuple[int, ...]]
    wider: dict[str, int]
    apart: dict[str, tuple[int, ...]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    empty: frozenset[str]
    inside: frozenset[str]


@lru_cache(maxsize=1)
def news_words() -> NewsWords:
    """The shipped table, read once. Raises TableError, naming the list."""
    sections = {name: table(NAME).mapping(name) for name in ("same", "narrower", "apart")}
    same, narrower, apart = (listed(name, told) for name, told in sections.items())
    wider = {name.replace("_", " "): number for number, name in enumerate(sections["narrower"])}
    spellings = tuple(sorted({*same, *narrower, *wider, *apart}))
    places = {spelling: place for place, spelling in enumerate(spellings)}
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for spelling in spellings:
        first, *rest = spelling.split()
        if rest:
            phrases.setdefault(first, []).append(tuple(rest))
    return NewsWords(
        spellings,
        places,
        same,
        narrower,
        wider,
        apart,
        {first: tuple(rests) for first, rests in phrases.items()},
        frozenset(table(NAME).phrases("small.empty")),
        frozenset(table(NAME).phrases("small.inside")),
    )


def listed(section: str, lists: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """The numbers of the lists of a section, by the words in them. Raises TableError."""
    found: dict[str, tuple[int, ...]] = {}
    for number, (name, text) in enumerate(lists.items()):
        told = split_phrases(text)
        where = f"{NAME}, {section}.{name}"
        if len(told) < 2:
            raise TableError("a list needs two words", where=where, mend="Add one or drop the list")
        for word in told:
            if word != word.lower():
                mend = f"Write it as {word.lower()!r}"
                raise TableError(f"{word!r} is not lower case", where=where, mend=mend)
            if number in found.get(word, ()):
                raise TableError(f"{word!r} stands there twice", where=where, mend="Drop one")
            found[word] = (*found.get(word, ()), number)
    return found

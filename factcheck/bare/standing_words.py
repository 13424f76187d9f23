"""A statement's words → which lists of words of standing it has: planned, charged, unchanged."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def lists() -> dict[str, tuple[str, ...]]:
    """The words and pairs of words by the name of their list."""
    table = tomllib.loads((files("factcheck") / "data" / "standing.toml").read_text("utf-8"))
    return {name: tuple(told["words"]) for name, told in table.items()}


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of the lists, in order."""
    return tuple(lists())


@lru_cache(maxsize=1)
def bits() -> dict[str, int]:
    """The lists that a word or pair of words is on, as bits in their order."""
    found: dict[str, int] = {}
    for at, told in enumerate(lists().values()):
        for word in told:
            for form in _forms(word):
                found[form] = found.get(form, 0) | 1 << at
    return found


@lru_cache(maxsize=1)
def openings() -> frozenset[str]:
    """The first words of the pairs."""
    return frozenset([pair.partition(" ")[0] for pair in bits() if " " in pair])


def _forms(word: str) -> tuple[str, ...]:
    """A word as listed, and what regular verbs make of it."""
    base = word.removesuffix("e")
    return (word, f"{word}s", f"{base}ed", f"{base}ing")

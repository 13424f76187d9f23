"""A word → whether it says little of what happened, and why: an amount, a light verb."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final

NAME: Final = "slight.toml"
TELLING: Final = 0
"""The number of a word that is on no list; those of the lists follow it in order."""


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """The names of the lists, in order."""
    return tuple(_lists())


@lru_cache(maxsize=1)
def sorts() -> dict[str, int]:
    """The number of the list that a word in lower case is on, from 1."""
    return {word: at for at, own in enumerate(_lists().values(), 1) for word in own}


@lru_cache(maxsize=1)
def _lists() -> dict[str, tuple[str, ...]]:
    table = tomllib.loads((files("factcheck") / "data" / NAME).read_text("utf-8"))
    return {name: tuple(told["words"]) for name, told in table.items()}

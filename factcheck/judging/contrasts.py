"""Words of which a statement means one and not another: the table `contrasts.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files

from factcheck.judging.alignment import stem


@lru_cache(maxsize=1)
def contrasts() -> dict[str, tuple[frozenset[str], ...]]:
    """The sets of words of which a statement means one, by section, as stems."""
    table = tomllib.loads((files("factcheck") / "data" / "contrasts.toml").read_text("utf-8"))
    return {
        section: tuple(
            frozenset(word if word.isupper() else stem(word) for word in told)
            for told in sets.values()
        )
        for section, sets in table.items()
    }

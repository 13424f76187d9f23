"""The WordNet database files: words → senses → synsets, and what ties them.

The layout is that of wndb(5WN) and senseidx(5WN). A synset is known by its part of speech and its
place in that part's data file: "v01325752". Satellite adjectives ("s") are filed under "a".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

_FILES: Final = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_PARTS: Final = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A tie to another synset. `source` and `target` count the words from 1; 0 is all of them."""

    symbol: str
    synset: str
    source: int
    target: int


@dataclass(frozen=True, slots=True)
class Synset:
    """Words of one meaning, as spelt ("set_off", "Monday"), and what it is tied to."""

    id: str
    words: tuple[str, ...]
    pointers: tuple[Pointer, ...]

    def tied(self, *symbols: str) -> list[str]:
        """The synsets that it is tied to in one of these ways."""
        return [pointer.synset for pointer in self.pointers if pointer.symbol in symbols]


@dataclass(frozen=True, slots=True)
class Sense:
    """A meaning of a word: how often its text was tagged so, and its rank within its part of
    speech, from 1."""

    synset: str
    rank: int
    count: int


@dataclass(slots=True)
class WordNet:
    """The database: synsets by id, senses by word in lower case, irregular forms by form."""

    synsets: dict[str, Synset] = field(default_factory=dict)
    senses: dict[str, list[Sense]] = field(default_factory=lambda: defaultdict(list))
    irregular: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))


def read(folder: Path, exceptions: Path) -> WordNet:
    """The data.*, index.sense of a folder and the *.exc of another. Raises OSError, ValueError."""
    known = WordNet()
    for part, name in _FILES.items():
        with (folder / f"data.{name}").open(encoding="utf-8") as lines:
            for synset in (_synset(part, line) for line in lines if not line.startswith("  ")):
                known.synsets[synset.id] = synset
        with (exceptions / f"{name}.exc").open(encoding="utf-8") as lines:
            for form, *lemmas in (line.split() for line in lines):
                known.irregular[form] += [word for word in lemmas if word != form]
    with (folder / "index.sense").open(encoding="utf-8") as lines:
        for line in lines:
            key, place, rank, count = line.split()
            word, _, kind = key.partition("%")
            sense = Sense(_PARTS[kind[0]] + place, int(rank), int(count))
            known.senses[word].append(sense)
    return known


def _synset(part: str, line: str) -> Synset:
    fields = iter(line.partition("|")[0].split())
    place, _file, _kind = next(fields), next(fields), next(fields)
    words = [(next(fields), next(fields))[0] for _ in range(int(next(fields), 16))]
    pointers = tuple(_pointers(fields, int(next(fields))))
    # "(a)" and "(p)" tell where an adjective stands
    return Synset(part + place, tuple(word.partition("(")[0] for word in words), pointers)


def _pointers(fields: Iterator[str], count: int) -> Iterator[Pointer]:
    for _ in range(count):
        symbol, place, part, ends = (next(fields) for _ in range(4))
        yield Pointer(symbol, part + place, int(ends[:2], 16), int(ends[2:], 16))

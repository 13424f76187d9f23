"""The word tables of `factcheck/data` and the kinds table, compiled for reading. Loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from claims_db.errors import TableError
from claims_db.kinds import kinds

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, or a currency (dimension "money", `name` its ISO code)."""

    name: str
    dimension: str
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger phrase: the kind it tells of, and its form in the sentence."""

    kind: str
    form: str  # active, passive, nouns, toll


@dataclass(frozen=True, slots=True)
class Person:
    """A noun for people: the group it names (None for people in general), and its number."""

    group: str | None
    plural: bool


class Lexicon:
    """Every table, as dictionaries keyed by lower-case words or by a phrase's first word."""

    def __init__(self) -> None:
        words = _toml("words.toml")
        number = words["number"]
        self.units_words: dict[str, int] = number["units"]
        self.scales: dict[str, int] = number["scales"]
        self.suffixes: dict[str, int] = number["suffixes"]
        self.vague: dict[str, list[int]] = number["vague"]
        self.fractions: dict[str, int] = number["fractions"]
        self.ordinals = frozenset(number["ordinals"]["words"])
        self.hedges_before = _hedges(words["hedges"]["before"], reverse=True)
        self.hedges_after = _hedges(words["hedges"]["after"], reverse=False)
        self.people = _people(words["people"])
        self.animals = frozenset(words["animals"]["words"])
        self.plurals = frozenset(words["plurals"]["words"])
        grammar = words["grammar"]
        self.auxiliary = frozenset(grammar["auxiliary"])
        self.adverb = frozenset(grammar["adverb"])
        self.stop = frozenset(grammar["stop"])
        self.verb = frozenset(grammar["verb"])
        self.determiners = frozenset(words["determiners"]["words"])
        self.units, self.glued_units = _units(_toml("units.toml"))
        self.symbols, self.currency_words = _currencies(_toml("currencies.toml"))
        self.triggers = _triggers()
        self.objects = {
            name: frozenset(kind.objects) for name, kind in kinds().items() if kind.objects
        }
        self.number_words = (
            frozenset(self.units_words)
            | frozenset(self.scales)
            | frozenset(self.vague)
            | {"half", "couple", "pair", "tens", "third", "thirds", "quarter", "quarters"}
        )


def _toml(name: str) -> dict[str, Any]:
    try:
        return tomllib.loads((files("factcheck") / "data" / name).read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), where=name, mend="Mend the TOML at that line") from error


def _phrase(text: str) -> Phrase:
    from factcheck.tokens import Tokens

    return tuple(Tokens(text).words)


def _indexed(
    phrases: dict[Phrase, Any], *, by_last: bool = False
) -> dict[str, list[tuple[Phrase, Any]]]:
    """Phrases under their first (or last) word, longest first."""
    index: dict[str, list[tuple[Phrase, Any]]] = {}
    for phrase, entry in phrases.items():
        index.setdefault(phrase[-1] if by_last else phrase[0], []).append((phrase, entry))
    for found in index.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return index


def _hedges(table: dict[str, list[str]], *, reverse: bool) -> dict[str, list[tuple[Phrase, str]]]:
    phrases = {_phrase(text): bound for bound, texts in table.items() for text in texts}
    return _indexed(phrases, by_last=reverse)


def _people(table: dict[str, Any]) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for singular in table["regular"]:
        plural = table["irregular"].get(singular, _plural(singular))
        people[singular] = Person(plural, False)
        people[plural] = Person(plural, True)
    for singular, plural in table["irregular"].items():
        people[singular] = Person(plural, False)
        people[plural] = Person(plural, True)
    for word in table["collective"]["words"]:
        people[word] = Person(word, True)
    for word in table["generic"]:
        people[word] = Person(
            None, word.endswith("s") or word in {"people", "bodies", "dead", "lives"}
        )
    return people


def _plural(singular: str) -> str:
    if singular.endswith(("s", "x", "ch", "sh")):
        return singular + "es"
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return singular[:-1] + "ies"
    if singular.endswith("man") and singular not in {"human", "german", "shaman"}:
        return singular[:-3] + "men"
    return singular + "s"


def _units(table: dict[str, Any]) -> tuple[dict[str, list[tuple[Phrase, Unit]]], dict[str, Unit]]:
    phrases: dict[Phrase, Unit] = {}
    glued: dict[str, Unit] = {}
    for dimension, units in table.items():
        for name, entry in units.items():
            unit = Unit(name, dimension, float(entry["size"]))
            for word in entry["words"]:
                phrases[_phrase(word)] = unit
            for word in entry.get("glued", ()):
                glued[word] = unit
    return _indexed(phrases), glued


def _currencies(
    table: dict[str, Any],
) -> tuple[dict[str, Unit], dict[str, list[tuple[Phrase, Unit]]]]:
    symbols: dict[str, Unit] = {}
    phrases: dict[Phrase, Unit] = {}
    for code, entry in table.items():
        unit = Unit(code, "money")
        for symbol in entry["symbols"]:
            symbols[symbol] = unit
        for word in entry["words"]:
            phrases[_phrase(word)] = unit
        for word in entry["minor"]:
            phrases[_phrase(word)] = Unit(f"{code} cent", "money", 0.01)
    return symbols, _indexed(phrases)


def _triggers() -> dict[str, list[tuple[Phrase, tuple[Sense, ...]]]]:
    senses: dict[Phrase, list[Sense]] = {}
    for kind in kinds().values():
        for form in ("active", "passive", "nouns", "toll"):
            for text in getattr(kind, form):
                senses.setdefault(_phrase(text), []).append(Sense(kind.name, form))
    return _indexed({phrase: tuple(found) for phrase, found in senses.items()})


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The tables, read on first use (some tens of milliseconds)."""
    return Lexicon()

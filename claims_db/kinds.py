"""The kinds of figure: what can be counted, and how it counts.

The table is `data/kinds.toml`, whose comments say what each column means.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain
from typing import Any, Final

from claims_db import verb_forms, verb_frames
from claims_db.errors import InputError, TableError
from claims_db.verb_frames import VerbFrame

TABLE = "kinds.toml"


_FORMS: Final = ("active", "passive", "nouns", "toll")
_VERBS: Final = ("verbs", "past_verbs", "subject_verbs")
_FEW: Final = 6  # phrases that one is spelled out to
_LISTS: Final = frozenset((*_FORMS, *_VERBS, "parents", "aliases", "objects", "context"))


class Counting(StrEnum):
    """How a kind of figure behaves over time."""

    ACCUMULATING = "accumulating"
    STATE = "state"
    FIXED = "fixed"


@dataclass(frozen=True, slots=True)
class Kind:
    """One entry of the table. Tolerances are 0 (or 1 for `factor`) when not given."""

    name: str
    label: str
    unit: str
    counting: Counting
    parents: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    absolute: float = 0.0
    relative: float = 0.0
    factor: float = 1.0
    active: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    toll: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    past_verbs: tuple[str, ...] = ()
    subject_verbs: tuple[str, ...] = ()
    frames: tuple[VerbFrame, ...] = ()
    objects: tuple[str, ...] = ()
    dimension: str | None = None
    context: tuple[str, ...] = ()

    @property
    def of_people(self) -> bool:
        """Whether it counts people."""
        return self.unit == "person"


class _Read:
    """The table, once it is read: it is asked for each figure, and a slot is asked soonest."""

    __slots__ = ("kinds",)

    def __init__(self) -> None:
        self.kinds: dict[str, Kind] | None = None


_READ: Final = _Read()


def kinds() -> dict[str, Kind]:
    """All kinds by name, in the order of the table. Raises TableError naming a bad entry."""
    if _READ.kinds is None:
        _READ.kinds = _table()
    return _READ.kinds


def _table() -> dict[str, Kind]:
    text = (files("claims_db") / "data" / TABLE).read_text("utf-8")
    try:
        entries = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), where=TABLE, mend="Mend the TOML at that line") from error
    table = {name: _kind(name, entry) for name, entry in entries.items()}
    for kind in table.values():
        for parent in kind.parents:
            if parent not in table:
                raise TableError(
                    f"kind {kind.name!r} has the unknown parent {parent!r}",
                    where=TABLE,
                    mend="Name a kind of the table",
                )
    return table


def _kind(name: str, entry: dict[str, Any]) -> Kind:
    known = set(Kind.__dataclass_fields__) - {"name"}
    unknown = set(entry) - known
    if unknown:
        raise TableError(
            f"kind {name!r} has unknown columns {sorted(unknown)}",
            where=TABLE,
            mend=f"Use some of {sorted(known)}",
        )
    values: dict[str, Any] = dict(entry)
    try:
        for column in _LISTS & set(values):
            values[column] = tuple(values[column])
        _spell_out(values)
        values["frames"] = tuple(map(verb_frames.frame, entry.get("frames", ())))
        values["counting"] = Counting(str(values["counting"]))
        return Kind(name=name, **values)
    except (KeyError, TypeError, ValueError) as error:
        raise TableError(
            f"kind {name!r}: {error}", where=TABLE, mend="See the comments at the table's head"
        ) from error


def _spell_out(values: dict[str, Any]) -> None:
    """Verbs in all their forms, behind the phrases written out; every phrase with the words that
    may stand in it, but those that would be many, which stay as they are written."""
    for column in _VERBS:
        texts = values.get(column, ())
        values[column] = tuple(chain.from_iterable(map(verb_forms.verbs_of, texts)))
    active, passive = list(values.get("active", ())), list(values.get("passive", ()))
    for text in values["verbs"]:
        active += verb_forms.with_object(text)
    for text in values["past_verbs"]:
        active += verb_forms.past_with_object(text)
    for text in (*values["verbs"], *values["past_verbs"]):
        passive.append(verb_forms.participle(text))
    for text in values["subject_verbs"]:
        passive += verb_forms.with_object(text)
    for column, texts in (("active", active), ("passive", passive)):
        values[column] = _each_once(_spelled_out(texts))
    for column in ("nouns", "toll"):
        values[column] = tuple(_spelled_out(values.get(column, ())))


def _spelled_out(texts: Iterable[str]) -> list[str]:
    spelled: list[str] = []
    for text in texts:
        few = verb_forms.variants(text) <= _FEW
        spelled += verb_forms.spelled_out(text) if few else [text]
    return spelled


def _each_once(texts: Sequence[str]) -> tuple[str, ...]:
    """Phrases without those that stand there already, for any noun or the same nouns."""
    plain = {text for text in texts if "<" not in text}
    return tuple(
        text
        for text in dict.fromkeys(texts)
        if text in plain or text.partition(" <")[0] not in plain
    )


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    for kind in kinds().values():
        names[kind.name] = kind.name
    for kind in kinds().values():
        for alias in kind.aliases:
            names.setdefault(alias, kind.name)
    return names


def named(name: str) -> Kind:
    """The kind a user names, by its name or an alias; raises InputError for an unknown one."""
    key = name.strip().lower().replace("-", "_").replace(" ", "_")
    found = _names().get(key) or _names().get(name.strip().lower())
    if found is None:
        raise InputError(
            f"there is no kind {name!r}", mend=f"Use one of: {', '.join(kinds())}, or an alias"
        )
    return kinds()[found]


@cache
def ancestors(name: str) -> frozenset[str]:
    """The kinds that `name` is a part of, at any height; without itself."""
    found: set[str] = set()
    todo = list(kinds()[name].parents)
    while todo:
        parent = todo.pop()
        if parent not in found:
            found.add(parent)
            todo.extend(kinds()[parent].parents)
    return frozenset(found)


@cache
def family(name: str) -> frozenset[str]:
    """The kind, its ancestors and its descendants: what may be held against each other."""
    below = {other for other in kinds() if name in ancestors(other)}
    return frozenset({name, *ancestors(name), *below})

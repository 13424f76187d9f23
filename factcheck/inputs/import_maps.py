"""How the columns of a reference table become claims: a map, read from TOML and checked.

Shipped maps are `data/maps/*.toml`; docs/import.md tells how to write one.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import MISSING, dataclass, fields
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from claims_db.errors import InputError
from claims_db.kinds import named

GUIDE = "See docs/import.md, or the shipped maps"
_COLUMN = re.compile(r"\{([^{}]+)\}")
FOUND, HAPPENED = "figure", "days"  # in a figure's text: the figure itself, and the window

Cells = Mapping[str, str]
Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Where:
    """The place: templates of names, the finest first, and columns that tell namesakes apart."""

    names: tuple[str, ...] = ()
    country: str = ""
    separator: str = ""  # a pattern: a name that holds it is several
    drop: tuple[str, ...] = ()  # words that are no part of a name
    latitude: str = ""
    longitude: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The window: two columns of dates, or columns of year, month and day."""

    start: str = ""
    end: str = ""
    year: str = ""
    month: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the columns of its value and of its limits, and the sentence it is told in.
    Where several columns may hold it, the first that does counts."""

    kind: str
    best: tuple[str, ...]
    text: str
    low: str = ""
    high: str = ""
    group: str = ""
    subject: str = ""
    unit: str = ""
    scale: float = 1.0
    optional: bool = False  # a row without it is no fault
    skip_zero: bool = False  # 0 means that nothing is known


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence that is read for its numbers, and what a reviewer said of it."""

    text: str
    said: str = ""
    rating: str = ""
    holds: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Map:
    """A table's map. Texts are templates: `{column}`, `{column?}` where it may be missing."""

    name: str
    outlet: str = ""
    url: str = ""
    id: str = ""
    title: str = ""
    published: str = ""
    source: str = ""
    happening: str = ""
    type: str = ""  # of a JSON file, the objects of this @type
    skip: Mapping[str, Collection[str]] | None = None  # rows to pass over, by a column's values
    where: Where = Where()
    when: When = When()
    figures: tuple[Figure, ...] = ()
    read: Read | None = None

    def columns(self) -> set[str]:
        """The columns without which the table can't be what the map is for."""
        texts = [self.outlet, self.url, self.id, self.title, self.published, self.source]
        texts += [*self.where.names, self.where.country]
        if self.read is not None:
            texts += [self.read.text, self.read.said, self.read.rating]
        needed = {name for text in texts for name in _COLUMN.findall(text) if name[-1] != "?"}
        when = self.when
        needed |= {name for name in (when.start, when.end, when.year) if name}
        for figure in self.figures:
            if not figure.optional:
                needed |= {name for name in (*figure.best[:1], figure.low, figure.high) if name}
        return needed


def filled(template: str, cells: Cells) -> str:
    """The template with the row's cells; a missing one is empty."""
    return _COLUMN.sub(lambda m: cells.get(m[1].rstrip("?"), "").strip(), template).strip()


def shipped() -> list[str]:
    """The names of the maps that come with the package."""
    room = files("factcheck") / "data" / "maps"
    return sorted(
        one.name.removesuffix(".toml") for one in room.iterdir() if one.name[-5:] == ".toml"
    )


def load(name: str) -> Map:
    """The map in that file, or the shipped one of that name. Raises InputError with the mend."""
    path = Path(name)
    if path.is_file():
        raw = path.read_bytes()
    elif name in shipped():
        raw = (files("factcheck") / "data" / "maps" / f"{name}.toml").read_bytes()
    else:
        raise InputError(
            "there is no such map",
            where=name,
            mend=f"Name a file, or one of {', '.join(shipped())}",
        )
    try:
        table = tomllib.loads(raw.decode("utf-8"))
        return _map(table)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"it is not TOML ({error})", where=name, mend=GUIDE) from error
    except _Fault as fault:
        raise InputError(str(fault), where=name, mend=GUIDE) from fault


class _Fault(Exception):
    """What is wrong with a map."""


def _map(table: dict[str, Any]) -> Map:
    table = dict(table)
    table.setdefault("name", "")
    figures = tuple(_figure(entry) for entry in table.pop("figures", ()))
    read = table.pop("read", None)
    made = _made(
        Map,
        "the map",
        {
            **table,
            "where": _made(Where, "[where]", table.get("where", {})),
            "when": _made(When, "[when]", table.get("when", {})),
            "figures": figures,
            "read": None if read is None else _made(Read, "[read]", read),
        },
    )
    if not made.name:
        raise _Fault("it has no name")
    if not figures and made.read is None:
        raise _Fault("it has neither [[figures]] nor [read]")
    if figures and not (made.when.start or made.when.year):
        raise _Fault("[when] has neither start nor year")
    return made


def _figure(entry: dict[str, Any]) -> Figure:
    best = entry.get("best", "")
    entry = {**entry, "best": [best] if isinstance(best, str) else best}
    figure = _made(Figure, "a figure", entry)
    if not any(figure.best):
        raise _Fault(f"the figure of kind {figure.kind!r} names no column as best")
    try:
        kind = named(figure.kind).name
    except InputError as error:
        raise _Fault(f"a figure has the unknown kind {figure.kind!r}") from error
    return _made(Figure, "a figure", {**entry, "kind": kind})


def _made(kind: type[Part], where: str, entry: Any) -> Part:
    """The record of an entry, its fields checked against what the record holds."""
    if not isinstance(entry, dict):
        raise _Fault(f"{where} is no table")
    known = {field.name: field for field in fields(kind)}  # type: ignore[arg-type]
    unknown = sorted(set(entry) - set(known))
    if unknown:
        raise _Fault(f"{where} has the unknown entries {', '.join(unknown)}")
    values: dict[str, Any] = {}
    for name, value in entry.items():
        annotation = str(known[name].type)
        values[name] = _checked(where, name, annotation, value)
    missing = [
        name
        for name, field in known.items()
        if name not in values and field.default is MISSING and field.default_factory is MISSING
    ]
    if missing:
        raise _Fault(f"{where} lacks {', '.join(missing)}")
    return kind(**values)


def _checked(where: str, name: str, annotation: str, value: Any) -> Any:
    if annotation == "str" and not isinstance(value, str):
        raise _Fault(f"{where}: {name} is no text")
    if annotation == "bool" and not isinstance(value, bool):
        raise _Fault(f"{where}: {name} is neither true nor false")
    if annotation == "float":
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise _Fault(f"{where}: {name} is no number")
        return float(value)
    if annotation.startswith("tuple[str"):
        if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
            raise _Fault(f"{where}: {name} is no list of texts")
        return tuple(value)
    if annotation.startswith("Mapping"):
        if not isinstance(value, dict) or not all(isinstance(v, list) for v in value.values()):
            raise _Fault(f"{where}: {name} needs lists of values by column")
        return {column: frozenset(map(str, values)) for column, values in value.items()}
    return value

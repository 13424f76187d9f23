"""Rows of a reference table → documents with claims, by a map; rows that don't fit, with why."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from claims_db import gazetteer, moments
from claims_db.errors import InputError
from claims_db.kinds import kinds
from claims_db.records import (
    Attribution,
    Bound,
    Claim,
    Document,
    Place,
    Role,
    Status,
    Value,
    Window,
)
from factcheck.inputs.import_maps import FOUND, HAPPENED, Cells, Figure, Map, Read, filled
from factcheck.inputs.reference_rows import TableRow
from factcheck.reading import claims as reading

_EMPTY = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "–", "?"})
_NEAR_KM = 150.0  # a place by name is the one meant if it lies so near the row's coordinates
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_EUROPEAN = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}")
_YEAR_PRECISION, _MONTH_PRECISION, _WEEK_PRECISION = 45, 10, 1  # a longer window, in days

Imported = tuple[Document, list[Claim]]


@dataclass(frozen=True, slots=True)
class Misfit:
    """A row that was left out, and why."""

    row: int
    why: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.why}"


class _Unfit(Exception):
    """Why a row can't be taken."""


def documents(rows: Iterable[TableRow], plan: Map, misfits: list[Misfit]) -> Iterator[Imported]:
    """A document for each row that fits the map; the others are noted in `misfits`. Raises
    InputError where the table lacks the map's columns."""
    checked = False
    for row in rows:
        if not checked and not plan.type:
            _demand(plan, row.cells)
        checked = True
        if _skipped(plan, row.cells):
            continue
        try:
            yield _read(row.cells, plan, plan.read) if plan.read else _counted(row.cells, plan)
        except _Unfit as why:
            misfits.append(Misfit(row.number, str(why)))


def _demand(plan: Map, cells: Cells) -> None:
    missing = sorted(plan.columns() - set(cells))
    if missing:
        raise InputError(
            f"the table lacks the columns {', '.join(missing)}; it has {', '.join(cells)}",
            mend=f"Use another map than {plan.name!r}, or one of your own (docs/import.md)",
        )


def _skipped(plan: Map, cells: Cells) -> bool:
    return any(cells.get(name, "").strip() in values for name, values in (plan.skip or {}).items())


def _counted(cells: Cells, plan: Map) -> Imported:
    """The row's own figures, each with a sentence made for it."""
    window = _window(cells, plan)
    places = _places(cells, plan)
    told = [(figure, value) for figure in plan.figures if (value := _value(cells, figure))]
    if not told:
        names = ", ".join(name for figure in plan.figures for name in figure.best)
        raise _Unfit(f"no figure in {names}")
    days = window.start if window.start == window.end else f"{window.start} to {window.end}"
    told_in = {**cells, HAPPENED: days}
    sentences = [filled(figure.text, {**told_in, FOUND: value.text}) for figure, value in told]
    document = _document(cells, plan, "\n".join(sentences))
    source = filled(plan.source, cells)
    made, start = [], 0
    for line, ((figure, value), sentence) in enumerate(zip(told, sentences, strict=True), 1):
        at = max(sentence.find(value.text), 0)
        kind = kinds()[figure.kind]
        people = "people" if kind.of_people else None
        made.append(
            Claim(
                id=_identity(document, line),
                kind=kind.name,
                subject=figure.subject or people,
                group=figure.group or None,
                part_of=None,
                value=value,
                unit=figure.unit or kind.unit,
                per=None,
                change=None,
                places=places,
                when=window,
                as_of=window.end,
                attribution=Attribution(source) if source else None,
                status=None,
                event=None,
                checkable=True,
                sentence=sentence,
                start=start + at,
                end=start + at + len(value.text),
                line=line,
                column=at + 1,
                happening=plan.happening or None,
                sentence_start=start,
            )
        )
        start += len(sentence) + 1
    return document, made


def _read(cells: Cells, plan: Map, how: Read) -> Imported:
    """A reviewed sentence, read for its numbers; one that was found false is withdrawn."""
    text = filled(how.text, cells)
    if not text:
        raise _Unfit(f"no text in {how.text}")
    rating = filled(how.rating, cells).casefold().strip(" .!")
    if how.rating and rating not in how.holds and rating not in how.fails:
        raise _Unfit(f"the rating {rating!r} is neither in holds nor in fails")
    reviewed = _document(cells, plan, text)
    said = _date(filled(how.said, cells), "said") or reviewed.published
    found = list(reading.read(replace(reviewed, published=said)))
    if not found:
        raise _Unfit("no number in its text")
    if rating in how.fails:
        found = [replace(c, role=Role.RETRACTED, status=Status.DENIED) for c in found]
    source = filled(plan.source, cells)
    if source:
        found = [c if c.attribution else replace(c, attribution=Attribution(source)) for c in found]
    return reviewed, found


def _document(cells: Cells, plan: Map, text: str) -> Document:
    published = _date(filled(plan.published, cells), "published")
    outlet = filled(plan.outlet, cells) or plan.name
    given = {
        "id": filled(plan.id, cells) or None,
        "title": filled(plan.title, cells) or None,
        "url": filled(plan.url, cells) or None,
    }
    return Document(text, published=published, outlet=outlet, **given)


def _identity(document: Document, number: int) -> str:
    return hashlib.sha256(f"{document.key}#{number}".encode("utf-8", "replace")).hexdigest()[:16]


# --- figures --------------------------------------------------------------------------------


def _value(cells: Cells, figure: Figure) -> Value | None:
    """The figure, as a range where it has limits; None where it is left out."""
    column = next((name for name in figure.best if not _empty(cells.get(name, ""))), None)
    if column is None:
        if figure.optional:
            return None
        raise _Unfit(f"nothing in {' or '.join(figure.best)}")
    best = _number(cells[column], column)
    if best == 0 and figure.skip_zero:
        return None
    low, high = (
        best if not name or _empty(cells.get(name, "")) else _number(cells[name], name)
        for name in (figure.low, figure.high)
    )
    if not low <= best <= high:
        raise _Unfit(
            f"{figure.low} {low:g}, {column} {best:g} and {figure.high} {high:g} are out of order"
        )
    by, text = figure.scale, _written(best)
    if low == high:
        return Value(best * by, best * by, best * by, Bound.EXACT, text)
    text = f"{text} ({_written(low)} to {_written(high)})"
    return Value(low * by, high * by, best * by, Bound.RANGE, text)


def _written(number: float) -> str:
    return f"{int(number):,}" if number.is_integer() else f"{number:,}"


def _empty(text: str) -> bool:
    return text.strip().casefold() in _EMPTY


def _number(text: str, column: str) -> float:
    """A number as spreadsheets write it: 1234, 1,234, 1.234,5, 7,8 or 1 234."""
    plain = re.sub(r"[\s\u00a0\u202f']", "", text)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d+", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?\d+,\d+", plain):
        plain = plain.replace(",", ".")
    try:
        number = float(plain)
    except ValueError as error:
        raise _Unfit(f"{column} is no number: {text.strip()!r}") from error
    if not abs(number) < 1e300:
        raise _Unfit(f"{column} is no number: {text.strip()!r}")
    return number


# --- when -----------------------------------------------------------------------------------


def _window(cells: Cells, plan: Map) -> Window:
    when = plan.when
    if when.year:
        parts = [cells.get(name, "").strip() for name in (when.year, when.month, when.day) if name]
        given = list(_until_empty(parts))
        if not given:
            raise _Unfit(f"no date in {when.year}")
        if not all(part.isdigit() for part in given):
            raise _Unfit(f"no date: {'-'.join(given)}")
        start = end = "-".join(part.zfill(4 if at == 0 else 2) for at, part in enumerate(given))
    else:
        start = cells.get(when.start, "").strip()
        end = cells.get(when.end, "").strip() if when.end else ""
        if not start:
            raise _Unfit(f"no date in {when.start}")
    first, last = _moment(start), _moment(end or start)
    if first.day > last.last_day:
        raise _Unfit(f"it ends ({end}) before it begins ({start})")
    days = (last.last_day - first.day).days
    precision = (
        "year"
        if days > _YEAR_PRECISION
        else "month"
        if days > _MONTH_PRECISION
        else "week"
        if days > _WEEK_PRECISION
        else "day"
    )
    return Window(first.day.isoformat(), last.last_day.isoformat(), precision)


def _until_empty(parts: list[str]) -> Iterator[str]:
    for part in parts:
        if not part:
            return
        yield part


def _moment(text: str) -> moments.Moment:
    """A date in ISO form, with or without a time behind it, or 24.12.2015 as Excel writes it."""
    plain = text.replace("/", "-") if re.match(r"\d{4}/", text) else text
    plain = plain.partition(" ")[0]
    if _EUROPEAN.fullmatch(plain) and "." in plain:
        day, month, year = re.split(r"[./]", plain)
        plain = f"{year}-{month:>02}-{day:>02}"
    found = moments.parse_or_none(plain)
    if found is None:
        raise _Unfit(f"no date: {text!r}")
    return found


def _date(text: str, name: str) -> str | None:
    if not text:
        return None
    try:
        return _moment(text).isoformat()
    except _Unfit as error:
        raise _Unfit(f"{name}: {error}") from error


# --- where ----------------------------------------------------------------------------------


def _places(cells: Cells, plan: Map) -> tuple[Place, ...]:
    """The finest place that is known; else the first that is named, within its country."""
    where = plan.where
    near = _coordinates(cells.get(where.latitude, ""), cells.get(where.longitude, ""))
    country = _country(filled(where.country, cells)) if where.country else None
    named: list[str] = []
    for template in where.names:
        parts = (
            re.split(where.separator, filled(template, cells))
            if where.separator
            else [filled(template, cells)]
        )
        for part in reversed(parts):
            name = _plain(part, where.drop)
            if name:
                named.append(name)
    if country is None and where.separator and named:
        country = _country(named[-1])
    for name in named:
        found = _resolved(name, country, near)
        if found is not None:
            return (found,)
    if country is not None and gazetteer.entry(country) is not None:
        entry = gazetteer.entry(country)
        assert entry is not None
        own = Place(entry.name, entry.id, entry.country)
        return (Place(named[0], None, entry.country), own) if named else (own,)
    return (Place(named[0]),) if named else ()


def _plain(name: str, drop: tuple[str, ...]) -> str:
    """The name without what is set beside it: "Quetta city" → Quetta."""
    name = _PARENTHESIS.sub("", name).strip()
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in drop:
        words.pop()
    name = " ".join(words)
    return name.title() if name.isupper() else name


@lru_cache(maxsize=1024)
def _country(name: str) -> str | None:
    """The identity of the country of that name."""
    found = [e for e in gazetteer.lookup(_PARENTHESIS.sub("", name).strip()) if e.kind == "country"]
    return found[0].id if found else None


@lru_cache(maxsize=65536)
def _resolved(name: str, country: str | None, near: tuple[float, float] | None) -> Place | None:
    """The place of that name in the country, near the coordinates where there are any."""
    land = gazetteer.entry(country) if country else None
    known = [e for e in gazetteer.lookup(name) if land is None or e.country == land.country]
    if near is not None:
        beside = [
            e for e in known if _apart(e, near) <= _NEAR_KM or e.kind in ("country", "region")
        ]
        known = beside
    return Place(name, known[0].id, known[0].country) if known else None


def _apart(entry: gazetteer.Entry, near: tuple[float, float]) -> float:
    here = replace(entry, lat=near[0], lon=near[1])
    apart = gazetteer.distance_km(entry, here)
    return 0.0 if apart is None else apart


def _coordinates(latitude: str, longitude: str) -> tuple[float, float] | None:
    try:
        return float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None

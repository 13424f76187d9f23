"""What is asked of the store's tables: pure functions that return SQL, and the conditions they
are made of. `schema` has the tables themselves; `engine` is where SQL runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from claims_db.records import Place
from claims_db.schema import EVENTS, RECORD, literal

REPORT = "d.key, d.outlet, d.published, d.url, d.title, d.bundled, r.document IS NOT NULL, d.origin"


@dataclass(frozen=True, slots=True)
class PlaceKeys:
    """A place as claims are looked up by: its own key; the column and the key that it and all
    within it carry (`place` and its own for one without insides); the keys of what it lies in;
    its country's, which claims are ordered by first."""

    own: int
    level: str
    level_key: int
    around: tuple[int, ...]
    country: int | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Where and when a prior must be from to be a claim's candidate; None asks nothing.
    `home`, a day, only ranks. Claims of one article mostly share their block."""

    place: PlaceKeys | None
    first: date | None
    last: date | None
    home: date | None
    by_sentence: bool = False  # too little is asked: the sentences must be compared as well


@dataclass(frozen=True, slots=True)
class Stretch:
    """Blocks of one place whose days meet or nearly do: one scan answers them all."""

    place: PlaceKeys | None
    first: date | None
    last: date | None
    blocks: tuple[Block, ...]


def claims_by(column: str, within: Sequence[str]) -> str:
    """SQL for (value, claims) of a column under the conditions, in physical order."""
    where = f"WHERE {' AND '.join(within)}" if within else ""
    return f"SELECT {column}, count(*) FROM claims {where} GROUP BY 1 ORDER BY 1 NULLS LAST"


def within(place: PlaceKeys, table: str = "c") -> str:
    """A condition: the row's place is `place` or lies in it."""
    return f"{table}.{place.level} = {place.level_key}"


def names_place(place: Place) -> str:
    """A condition: the claim names the place, whether first or beside others."""
    field, text = ("id", place.id) if place.id else ("name", place.name)
    return f"list_contains(list_transform(c.places, lambda p: p.{field}), {literal(text)})"


def _about(place: PlaceKeys | None) -> list[str]:
    """Conditions, all to be met: the row's place is `place` or lies in it, is around it, is
    unknown. What is around is of the same country, or of none (a continent, a region across
    borders), as what is unknown is: rows lie by country first, so that zone maps prune by it."""
    if place is None:
        return []
    either = [within(place), "c.place IS NULL"]
    if place.around:
        either.append(f"c.place IN ({', '.join(map(str, place.around))})")
    about = [f"({' OR '.join(either)})"]
    if place.around and place.country is not None:
        about.append(f"(c.country = {place.country} OR c.country IS NULL)")
    return about


def kinds_in(kinds: Iterable[str]) -> str:
    """A condition: the claim counts one of these kinds."""
    return f"c.kind IN ({', '.join(map(literal, sorted(kinds)))})"


def days(first: date | None, last: date | None, table: str = "c") -> list[str]:
    """Conditions: the row's window shares a day with these days, either of which may be open."""
    conditions = []
    if first is not None:
        conditions.append(f"{table}.to_day >= DATE '{first.isoformat()}'")
    if last is not None:
        conditions.append(f"{table}.from_day <= DATE '{last.isoformat()}'")
    return conditions


def candidates(stretches: Sequence[Stretch], most: int) -> str:
    """SQL for rows of the claims table in each stretch, of whatever kind: its number, then the
    columns of `NEAR`; of one stretch at most `most`, any. The claims themselves are fetched by
    `claims_at`: a scan of all their columns takes several milliseconds to plan."""
    return " UNION ALL ".join(
        f"(SELECT {number} AS stretch, {_near(stretch)} LIMIT {most})"
        for number, stretch in enumerate(stretches)
    )


def nearest(stretch: Stretch, kinds: Iterable[str], most: int) -> str:
    """SQL for the rows of one stretch that count one of the kinds: the columns of `NEAR`, at
    most `most` of them, those nearest to the day of any of its blocks."""
    days = [f"DATE '{block.home.isoformat()}'" for block in stretch.blocks if block.home]
    gaps = [f"greatest(c.from_day - {day}, {day} - c.to_day, 0)" for day in days] or ["0"]
    far = f"CASE WHEN c.place = {stretch.place.own} THEN 0 ELSE 14 END" if stretch.place else "0"
    joined = "AND" if _within(stretch) else "WHERE"
    return (
        f"SELECT {_near(stretch)} {joined} {kinds_in(kinds)} ORDER BY least({', '.join(gaps)}) + "
        f"{far}, c.as_of_at DESC NULLS LAST, c.document, c.position LIMIT {most}"
    )


# Days as ordinals: those of DuckDB count from 1970.
_EPOCH = date(1970, 1, 1).toordinal()
NEAR = (
    "c.rowid, c.kind, c.happening, {own}, "
    f"c.from_day - DATE '1970-01-01' + {_EPOCH}, c.to_day - DATE '1970-01-01' + {_EPOCH}, "
    "epoch_us(c.as_of_at), c.document, c.position"
)


def _near(stretch: Stretch) -> str:
    own = "TRUE" if stretch.place is None else f"c.place = {stretch.place.own}"
    where = " AND ".join(_within(stretch))
    return f"{NEAR.format(own=own)} FROM claims c {f'WHERE {where}' if where else ''}"


def _within(stretch: Stretch) -> list[str]:
    return [*_about(stretch.place), *days(stretch.first, stretch.last)]


def claims_at() -> str:
    """SQL for the claims in listed rows: (row, document, claim). As a semi-join, which reads
    scattered rows alone; a list of constants scans."""
    return f"SELECT c.rowid, c.document, {_fields(RECORD)} FROM claims c {_IN_ROWS}"


def sentences_at() -> str:
    """SQL for (row, sentence) of the claims in listed rows."""
    return f"SELECT c.rowid, c.sentence FROM claims c {_IN_ROWS}"


def told_at() -> str:
    """SQL for (row, kind, document) of the claims in listed rows."""
    return f"SELECT c.rowid, c.kind, c.document FROM claims c {_IN_ROWS}"


def reports_at() -> str:
    """SQL for the reports of documents in listed rows: (document, report)."""
    return (
        f"SELECT d.no, {REPORT} FROM documents d {_WITHDRAWN} "
        "WHERE d.rowid IN (SELECT unnest(?::BIGINT[]))"
    )


def reports_of() -> str:
    """SQL for the reports with listed numbers: (document, report)."""
    return (
        f"SELECT d.no, {REPORT} FROM documents d {_WITHDRAWN} "
        "WHERE d.no IN (SELECT unnest(?::BIGINT[]))"
    )


def priors(conditions: Sequence[str]) -> str:
    """SQL for (claim, report) rows in the order of their as-of dates, else of publication."""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        f"SELECT {_fields(RECORD)}, {REPORT} FROM claims c {_REPORTS} {where} "
        "ORDER BY coalesce(c.as_of_at, d.published_start) NULLS LAST, "
        "d.published_start NULLS LAST, c.document, c.position"
    )


def reports(event: str) -> str:
    """SQL for the reports that have a claim of the event, by publication."""
    return (
        f"SELECT {REPORT} FROM documents d {_WITHDRAWN} "
        f"WHERE d.no IN (SELECT document FROM claims WHERE event = {literal(event)}) "
        "ORDER BY d.published_start NULLS LAST, d.no"
    )


def events(conditions: Sequence[str]) -> str:
    """SQL for event rows with the number of their documents and claims, by window."""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        f"SELECT {_fields(EVENTS, 'e')}, n.documents, n.claims FROM events e JOIN "
        "(SELECT event, count(DISTINCT document) AS documents, count(*) AS claims "
        f"FROM claims WHERE event IS NOT NULL GROUP BY event) n ON n.event = e.id {where} "
        "ORDER BY e.from_day NULLS LAST, e.id"
    )


def known_events(keys: str, spans: Iterable[tuple[date, date]]) -> str:
    """SQL for the event rows that meet one of the spans of days, or have one of the keys as
    their id, with or without a number behind it."""
    near = [" AND ".join(days(first, last, "e")) for first, last in sorted(spans)]
    named = [f"e.{column} IN (SELECT key FROM {keys})" for column in ("id", "stem")]
    return f"SELECT {_fields(EVENTS, 'e')} FROM events e WHERE {' OR '.join(near + named)}"


def texts_of(spans: Iterable[tuple[date, date]], before: int, limit: int) -> str:
    """SQL for (number, title, text, published) of the documents that came out in one of the
    spans of days and have a number below, the latest of them, in order of publication."""
    near = " OR ".join(
        f"d.published_start BETWEEN DATE '{first.isoformat()}' AND DATE '{last.isoformat()}'"
        for first, last in sorted(spans)
    )
    latest = (
        "SELECT d.no, d.title, d.text, d.published, d.published_start FROM documents d "
        f"WHERE d.no < {before} AND d.text <> '' AND ({near}) "
        f"ORDER BY d.published_start DESC, d.no DESC LIMIT {limit}"
    )
    return f"SELECT no, title, text, published FROM ({latest}) ORDER BY published_start, no"


def sharing(names: Mapping[str, float], first: date, last: date, latest: int, limit: int) -> str:
    """SQL for the keys of documents that came out from one day to another and have any of the
    names, each of its weight; the heaviest first. Only the `latest` that came out then are
    looked through."""
    recent = (
        "SELECT d.no, d.key, coalesce(d.title, '') || ' ' || d.text AS said FROM documents d "
        f"WHERE d.text <> '' AND d.published_start >= DATE '{first.isoformat()}' "
        f"AND d.published_start < DATE '{last.isoformat()}' + INTERVAL 1 DAY "
        f"ORDER BY d.published_start DESC, d.no DESC LIMIT {latest}"
    )
    weight = " + ".join(
        f"CASE WHEN contains(said, {literal(name)}) THEN {worth:.3f} ELSE 0 END"
        for name, worth in names.items()
    )
    return (
        f"SELECT key FROM (SELECT no, key, {weight} AS worth FROM ({recent})) "
        f"WHERE worth > 0 ORDER BY worth DESC, no DESC LIMIT {limit}"
    )


def texts_at(keys: str) -> str:
    """SQL for (number, title, text, published, key) of the documents with the keys of a table."""
    return (
        "SELECT d.no, d.title, d.text, d.published, d.key FROM documents d "
        f"WHERE d.text <> '' AND d.key IN (SELECT key FROM {keys}) ORDER BY d.no"
    )


def claims_of() -> str:
    """SQL for (document, claim) of listed documents."""
    return (
        f"SELECT c.document, {_fields(RECORD)} FROM claims c "
        "WHERE c.document IN (SELECT unnest(?::BIGINT[])) ORDER BY c.document, c.position"
    )


def figures(conditions: Sequence[str]) -> str:
    """SQL for (event, kind, least, most) of the events that meet the conditions: totals that
    stand, of reports that aren't withdrawn."""
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return (
        "SELECT event, kind, min(coalesce(stated, low, high)), max(coalesce(stated, high, low)) "
        f"FROM claims WHERE event IN (SELECT e.id FROM events e {where}) AND role = 'current' "
        "AND of_group IS NULL AND part_of IS NULL AND per IS NULL AND change IS NULL "
        "AND document NOT IN (SELECT document FROM retractions) "
        "AND coalesce(stated, low, high) IS NOT NULL GROUP BY event, kind ORDER BY event, kind"
    )


_IN_ROWS = "WHERE c.rowid IN (SELECT unnest(?::BIGINT[]))"
_WITHDRAWN = "LEFT JOIN (SELECT DISTINCT document FROM retractions) r ON r.document = d.no"
_REPORTS = f"JOIN documents d ON d.no = c.document {_WITHDRAWN}"


def _fields(columns: Iterable[str], table: str = "c") -> str:
    return ", ".join(f"{table}.{column}" for column in columns)

"""Commands on what is on record: conflicts, timeline, events, stats.

What a command needs is imported within it, so that help comes at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claims_db.errors import InputError
from factcheck.commands.options import (
    Choice,
    Db,
    FailAt,
    FailOn,
    FormatRows,
    Kind,
    Out,
    RowFormat,
    Since,
    Until,
    Where,
    changed,
    choice,
    iso_date,
    leave,
    warn,
)

if TYPE_CHECKING:
    from claims_db.records import Event
    from claims_db.store import Store


def conflicts(
    db: Db = None,
    kind: Kind = None,
    place: Where = None,
    since: Since = None,
    until: Until = None,
    form: FormatRows = RowFormat.TABLE,
    out: Out = None,
    fail_on: FailAt = FailOn.ERROR,
) -> None:
    """Figures on record that contradict each other.

    A group per event and kind. A dispute between rival parties is a notice, one between other
    named sources a warning, any other contradiction an error, and so is a slip of the pen.

    \b
    Example:
      factcheck conflicts --place Kyiv --kind wounded --since 2025-04-01
    """
    from factcheck.commands.printing import Listing, print_listing
    from factcheck.default_store import open_store
    from factcheck.judging import conflicts as contradictions
    from factcheck.showing import output, record_tables, sheets

    with open_store(db, write=False, warn=warn) as store:
        priors = list(store.priors(**choice(kind, place, since, until)))
    _demand_known(place, bool(priors))
    found = contradictions.find(priors)
    print_listing(
        Listing(
            "conflicts",
            [output.conflict_json(conflict) for conflict in found],
            lambda: record_tables.conflict_blocks(found),
            lambda: sheets.conflict_rows(found),
            sheets.CONFLICT_COLUMNS,
        ),
        form,
        out,
    )
    leave([conflict.severity for conflict in found], fail_on)


def timeline(
    db: Db = None,
    event: Annotated[
        str | None, typer.Option(metavar="ID", help="An event, by its id (see events).")
    ] = None,
    place: Where = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day, month or year it happened.")
    ] = None,
    form: FormatRows = RowFormat.TABLE,
    out: Out = None,
) -> None:
    """An event's figures over time: who said what when.

    \b
    Example:
      factcheck timeline --place Kyiv --date 2025-04-24
    """
    from factcheck.commands.printing import Listing, print_listing
    from factcheck.default_store import open_store
    from factcheck.judging import timeline as figures
    from factcheck.showing import output, record_tables, sheets

    if (event is None) == (place is None or date is None) or (event and (place or date)):
        raise InputError(
            "timeline needs an event, or a place and a date",
            mend="Give it --event ID, or --place PLACE --date DATE",
        )
    with open_store(db, write=False, warn=warn) as store:
        if event is not None:
            event = _standing(store, event)
            found = figures.series(store.priors(event=event))
        else:
            day = iso_date(date, "--date")
            happened = _happened(store, Choice(kind=None, place=place, since=day, until=day))
            found = figures.series(p for one in happened for p in store.priors(event=one.id))
    if not found:
        raise InputError(
            f"nothing on record of {event or f'{place} on {date}'}",
            mend="See what is there with: factcheck events",
        )
    print_listing(
        Listing(
            "timeline",
            [output.series_json(one) for one in found],
            lambda: record_tables.timeline_blocks(found),
            lambda: sheets.timeline_rows(found),
            sheets.PRIOR_COLUMNS,
        ),
        form,
        out,
    )


Merge = Annotated[
    str | None,
    typer.Option(
        metavar="ID", help="The event to put to another; its id goes.", show_default=False
    ),
]
Into = Annotated[
    str | None,
    typer.Option(metavar="ID", help="The event it is put to; its id stays.", show_default=False),
]
Split = Annotated[
    str | None, typer.Option(metavar="ID", help="The event to make two of.", show_default=False)
]
Reports = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ID", help="A report that tells of the other happening.", show_default=False
    ),
]


def events(
    db: Db = None,
    kind: Kind = None,
    place: Where = None,
    since: Since = None,
    until: Until = None,
    form: FormatRows = RowFormat.TABLE,
    out: Out = None,
    merge: Merge = None,
    into: Into = None,
    split: Split = None,
    report: Reports = None,
) -> None:
    """Events on record, their figures by kind; joins or splits them.

    \b
    Examples:
      factcheck events --place Kyiv --since 2025-04-01 --until 2025-04-30
      factcheck events --merge kyiv-2025-04-24-2 --into kyiv-2025-04-24
      factcheck events --split kyiv-2025-04-24 --report r12 --report r17
    """
    from factcheck.commands.printing import Listing, print_listing
    from factcheck.default_store import open_store
    from factcheck.showing import output, record_tables, sheets

    if merge or into or split or report:
        _regroup(db, merge, into, split, report or [])
        return
    with open_store(db, write=False, warn=warn) as store:
        found = _happened(store, choice(kind, place, since, until))
    print_listing(
        Listing(
            "events",
            [output.event_json(event) for event in found],
            lambda: record_tables.event_blocks(found),
            lambda: sheets.event_rows(found),
            sheets.EVENT_COLUMNS,
        ),
        form,
        out,
    )


def _happened(store: Store, asked: Choice) -> list[Event]:
    """The events asked for; where none is told of the place itself, those of places around it."""
    found = store.events(**asked)
    if found or asked["place"] is None:
        return found
    _demand_known(asked["place"], False)
    found = store.events(**asked, around=True)
    if found:
        warn(f"nothing on record is told of {asked['place']}: shown are places it lies in")
    return found


def _demand_known(place: str | None, told: bool) -> None:
    """InputError for a place that the gazetteer doesn't know and nothing on record is `told` of."""
    from claims_db import gazetteer

    if place is None or told or gazetteer.lookup(place) or gazetteer.entry(place):
        return
    raise InputError(
        f"no place is known by the name {place!r}",
        where="--place",
        mend="Check its spelling, or see the places on record with: factcheck events",
    )


def _standing(store: Store, event: str) -> str:
    """The event that an id stands for; says so where it is another's."""
    into = store.event_id(event)
    if into != event:
        warn(f"{event} was merged into {into}, which is shown")
    return into


def _regroup(
    db: str | None, merge: str | None, into: str | None, split: str | None, reports: list[str]
) -> None:
    """Merges or splits events, and says what was done."""
    from factcheck.default_store import open_store

    asked = bool(merge), bool(into), bool(split), bool(reports)
    if asked not in ((True, True, False, False), (False, False, True, True)):
        raise InputError(
            "events are merged or split",
            mend="Give --merge ID --into ID, or --split ID --report ID",
        )
    with open_store(db, write=True, make=False, warn=warn) as store:
        if merge and into:
            moved = store.merge_events(merge, into)
            named = f"{moved} {'claim' if moved == 1 else 'claims'} of {merge}"
            told = f"{named} put to {store.event_id(into)}; its id goes on meaning that event."
            changed(told, store)
        elif split:
            changed(f"{store.split_event(split, reports)} split from {split}.", store)


def stats(db: Db = None, form: FormatRows = RowFormat.TABLE, out: Out = None) -> None:
    """What the store holds.

    \b
    Example:
      factcheck stats --db our.duckdb --format json
    """
    from factcheck.commands.printing import Listing, print_listing
    from factcheck.default_store import open_store
    from factcheck.showing import output, record_tables, sheets

    with open_store(db, write=False, warn=warn) as store:
        counts = output.stats_json(store.stats())
    print_listing(
        Listing(
            "stats",
            [counts],
            lambda: record_tables.count_blocks(counts),
            lambda: sheets.count_rows(counts),
            sheets.COUNT_COLUMNS,
        ),
        form,
        out,
    )

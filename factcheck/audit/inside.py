"""Findings inside documents, batch by batch: the record is not asked, so that they are looked for
while it is being made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyarrow as pa

from claims_db.records import Claim
from factcheck.audit import parts
from factcheck.audit.folder import Folder
from factcheck.inside import internal
from factcheck.results import InternalFinding

INSIDE = "inside"
_SCHEMA = pa.schema(
    [
        *((name, pa.int32()) for name in ("document", "claim")),
        *((name, pa.string()) for name in ("severity", "why")),
    ]
)

Inside = tuple[int | None, str, str]
"""Where the first claim that it is about lies in the batch, if any; severity; why."""


def look(folder: Folder, number: int, items: Sequence[parts.Item]) -> None:
    """Writes what is found in the documents of a batch."""
    rows = list(_rows(items))
    columns = zip(*rows, strict=True) if rows else ((),) * len(_SCHEMA)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
    table = pa.Table.from_arrays(arrays, schema=_SCHEMA)
    parts.lay(folder, folder.part(INSIDE, number), table)


def found(folder: Folder, number: int) -> dict[int, list[Inside]]:
    """What was found in a batch, by the document's place in it."""
    told: dict[int, list[Inside]] = {}
    columns = parts.laid(folder.part(INSIDE, number)).to_pydict().values()
    for document, *finding in zip(*columns, strict=True):
        told.setdefault(document, []).append((finding[0], finding[1], finding[2]))
    return told


def _rows(items: Sequence[parts.Item]) -> Iterator[tuple[int, int | None, str, str]]:
    first = 0
    for at, (document, claims) in enumerate(items):
        for finding in internal.find(document, claims):
            yield at, _place(finding, claims, first), finding.severity.value, finding.why
        first += len(claims)


def _place(finding: InternalFinding, claims: Sequence[Claim], first: int) -> int | None:
    """Where the first claim that a finding is about lies in the batch; `first` is the document's
    own. None for one about no claim."""
    places = {claim.id: n for n, claim in enumerate(claims, first)}
    return next((places[key] for key in finding.claims if key in places), None)

"""Findings inside documents, part by part: the record is not asked, so that they are looked for
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
"""Which of the document's claims it is about first, if any; severity; why."""
Where = tuple[int, int]
"""Where a document was read: the part, and its row there."""


def look(folder: Folder, number: int) -> None:
    """Writes what is found in the documents of a part."""
    rows = list(_rows(parts.read(folder, number)))
    columns = zip(*rows, strict=True) if rows else ((),) * len(_SCHEMA)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _SCHEMA, strict=True)]
    table = pa.Table.from_arrays(arrays, schema=_SCHEMA)
    parts.lay(folder, folder.part(INSIDE, number), table)


def found(folder: Folder) -> dict[Where, list[Inside]]:
    """All that was found, by where the document was read: in one of some forty documents."""
    told: dict[Where, list[Inside]] = {}
    for number in folder.parts(INSIDE):
        columns = parts.laid(folder.part(INSIDE, number)).to_pydict().values()
        for document, *finding in zip(*columns, strict=True):
            where = number, document
            told.setdefault(where, []).append((finding[0], finding[1], finding[2]))
    return told


def _rows(items: Sequence[parts.Item]) -> Iterator[tuple[int, int | None, str, str]]:
    for at, (document, claims) in enumerate(items):
        for finding in internal.find(document, claims):
            yield at, _place(finding, claims), finding.severity.value, finding.why


def _place(finding: InternalFinding, claims: Sequence[Claim]) -> int | None:
    """Which of the document's claims a finding is about first; None for one about no claim."""
    places = {claim.id: n for n, claim in enumerate(claims)}
    return next((places[key] for key in finding.claims if key in places), None)

"""Pass 1: the archive's units → parts of documents with their claims, by several processes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claims_db.errors import InputError
from factcheck.audit import parts
from factcheck.audit.archive import Stream
from factcheck.audit.folder import READ_CLAIMS, Folder
from factcheck.audit.jobs import Reading, Tell, Told
from factcheck.audit.units import Unit
from factcheck.reading import claims


def read(job: Reading, numbers: Iterator[int], tell: Tell) -> None:
    """Writes the parts of these numbers that are missing; ends where the archive does."""
    folder, stream = Folder(job.folder), Stream(job.archive)
    there = set(folder.parts(READ_CLAIMS))
    for number in numbers:
        units = stream.take(number * job.size, job.size)
        if number in there:
            if _pass_over(units, tell):
                continue
            return
        items: list[parts.Item] = []
        faults: list[dict[str, object]] = []
        unit = None
        for unit in units:
            items.extend(_items(unit, faults))
        if unit is None:
            return
        _keep(folder, number, items, faults)
        tell(_told(items, faults, unit.passed))


def _pass_over(units: Iterator[Unit], tell: Tell) -> bool:
    """Goes past units of a part that is there; whether there were any."""
    *_, last = (None, *units)
    if last is not None:
        tell(Told(passed=last.passed))
    return last is not None


def _items(unit: Unit, faults: list[dict[str, object]]) -> Iterator[parts.Item]:
    """The documents of a unit with their claims. What can't be read is a fault, not an end."""

    def warn(message: str) -> None:
        faults.append({"where": unit.where, "error": message, "skipped": False})

    try:
        for document in unit.read(warn):
            yield document, claims.read(document)
    except InputError as error:
        faults.append({"where": unit.where, "error": str(error), "skipped": True})
    except Exception as error:  # noqa: BLE001 – one document in a million must not end the audit
        told = f"{type(error).__name__}: {error}"
        faults.append({"where": unit.where, "error": told, "skipped": True})


def _keep(
    folder: Folder, number: int, items: list[parts.Item], faults: list[dict[str, object]]
) -> None:
    if faults:
        with folder.whole(folder.part("errors", number, "jsonl")) as partial:
            lines = (json.dumps(fault, ensure_ascii=False) for fault in faults)
            partial.write_text("".join(f"{line}\n" for line in lines), "utf-8", "replace")
    parts.write(folder, number, items)


def _told(items: list[parts.Item], faults: list[dict[str, object]], passed: int) -> Told:
    return Told(
        documents=len(items),
        claims=sum(len(claims) for _, claims in items),
        errors=sum(fault["skipped"] is True for fault in faults),
        passed=passed,
    )

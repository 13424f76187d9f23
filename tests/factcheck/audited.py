"""An audit whose report tests look at: attacks on many cities, and an article that is hostile."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from claims_db.store import Store
from factcheck.cli import run
from tests.factcheck.archives import killed, report, reports, write

HOSTILE = "<script>alert(1)</script>"


@dataclass(frozen=True)
class Audited:
    out: Path
    html: str
    findings: list[dict[str, Any]]

    def again(self, out: Path) -> "Audited":
        """The same audit once more."""
        return _audit(self.out.parent / "a.jsonl", out)


def audited(room: Path) -> Audited:
    """An audit of reports of attacks, one of which is hostile through and through."""
    with Store(room / "empty.duckdb", create=True):
        pass
    made = reports(8)
    hostile = report(
        9999,
        date(2025, 3, 20),
        killed(4, "7,000", "Kyiv", "March 1") + f" {HOSTILE}",
        title=HOSTILE,
        outlet='=cmd("x") "><b>',
        url="javascript:alert(1)",
    )
    wounded = [
        report(
            9990 + number,
            date(2025, 3, 8),
            f"The mayor of Kyiv said on Saturday that {count} people were wounded in the missile "
            "attack on Kyiv on March 1.",
        )
        for number, count in enumerate((680, 86))
    ]
    return _audit(write(room / "a.jsonl", [*made, hostile, *wounded]), room / "out")


def _audit(archive: Path, out: Path) -> Audited:
    empty = archive.with_name("empty.duckdb")
    asked = ["audit", str(archive), "--out", str(out), "--db", str(empty)]
    assert run([*asked, "--workers", "1", "--fail-on", "never"]) == 0
    findings = pq.read_table(out / "findings.parquet").to_pylist()
    return Audited(out, (out / "report.html").read_text("utf-8"), findings)

"""The store at size: ingest, lookups warm and cold, beside what a user would pick instead.

Usage: python scripts/benchmark_store.py [--claims N[,N…]] [--runs N] [--folder DIR] [--kills N]
           [--peers] [--splink PYTHON]

Claims are made up, with places, kinds and days as skewed as news is: few places have most of it,
recent days more than old ones. Stores are made once and kept in the folder.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout measures itself, installed or not

import duckdb

from claims_db.records import Claim, Document, Prior
from claims_db.rows import identity_key
from claims_db.store import Store
from factcheck.judging import verdict
from scripts.made_claims import SEED, Maker

WARM_LIMIT, COLD_LIMIT, GROWTH_LIMIT, INGEST_LIMIT = 0.060, 1.2, 3.0, 50_000


# --- what is stored -------------------------------------------------------------------------


class Timed:
    """Passes items on and keeps the time that making them took."""

    def __init__(self, items: Iterator[tuple[Document, list[Claim]]]) -> None:
        self._items = items
        self.seconds = self.cpu = 0.0

    def __iter__(self) -> Iterator[tuple[Document, list[Claim]]]:
        while True:
            start, cpu = time.perf_counter(), time.thread_time()
            item = next(self._items, None)
            self.seconds += time.perf_counter() - start
            self.cpu += time.thread_time() - cpu
            if item is None:
                return
            yield item


def filled(folder: Path, claims: int) -> Path:
    """A store of so many claims, made if it isn't there; prints how fast."""
    path = folder / f"{claims}.duckdb"
    if path.exists():
        return path
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    items = Timed(Maker().documents(claims))
    start, cpu = time.perf_counter(), time.process_time()
    with Store(making, create=True) as store:
        count = store.ingest(items).claims
    wall = time.perf_counter() - start - items.seconds
    cpu = time.process_time() - cpu - items.cpu
    making.rename(path)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"ingest of {count:,} claims: {wall:.0f} s, {count / wall:,.0f} claims/s "
        f"(limit {INGEST_LIMIT:,}); {1e6 * cpu / count:.0f} µs of CPU and "
        f"{path.stat().st_size / count:.0f} bytes a claim; {memory:.1f} GB of memory at most; "
        f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
        flush=True,
    )
    return path


# --- what is asked --------------------------------------------------------------------------


def article() -> tuple[Document, list[Claim]]:
    """An article of ten claims about one of the busiest places, none of them on record."""
    draw = Maker(SEED)
    for document, claims in draw.documents(3_000):
        if len(claims) >= 10 and document.published and document.published > "2024":
            own = [replace(claim, id=f"asked-{n}") for n, claim in enumerate(claims[:10])]
            return replace(document, id="asked", url=None, text=f"{document.text} Asked."), own
    raise AssertionError("no article of ten claims was made")


def scored(store: Store, document: Document, claims: Sequence[Claim]) -> list[list[Prior]]:
    """The candidates of the claims, each judged."""
    found = store.candidates(claims)
    judged(document, claims, found)
    return found


def judged(document: Document, claims: Sequence[Claim], found: Sequence[list[Prior]]) -> None:
    """Judges each claim by its candidates, features and verdict included."""
    for claim, priors in zip(claims, found, strict=True):
        verdict.decide(claim, document, priors, document.published)


@dataclass(frozen=True, slots=True)
class Lookup:
    """Median seconds of finding candidates, of judging them as well, and of the processor in
    both; candidates a claim; pairs judged in a second of the processor."""

    finding: float
    both: float
    processor: float
    candidates: float
    pairs: float


def warm(path: Path, runs: int) -> Lookup:
    """What an open store takes for the article."""
    document, claims = article()
    finding, both, processor, judging = [], [], [], []
    with Store(path, read_only=True) as store:
        found = scored(store, document, claims)
        for _ in range(runs):
            start = time.perf_counter()
            store.candidates(claims)
            finding.append(time.perf_counter() - start)
            start, cpu = time.perf_counter(), time.process_time()
            scored(store, document, claims)
            both.append(time.perf_counter() - start)
            processor.append(time.process_time() - cpu)
            cpu = time.process_time()
            judged(document, claims, found)
            judging.append(time.process_time() - cpu)
    return Lookup(
        statistics.median(finding),
        statistics.median(both),
        statistics.median(processor),
        sum(map(len, found)) / len(claims),
        sum(map(len, found)) / statistics.median(judging),
    )


def cold(path: Path, runs: int) -> float:
    """Median seconds of a process that opens the store, finds and judges."""
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]; "
        "from benchmark_store import article, scored; from claims_db.store import Store; "
        "import time; start = time.perf_counter(); document, claims = article(); "
        "print(time.perf_counter() - start); "
        "scored(Store(sys.argv[1], read_only=True), document, claims)"
    )
    command = [sys.executable, "-c", code, str(path), str(ROOT), str(ROOT / "scripts")]
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        making = float(done.stdout.split()[0])  # the article is made anew, which is not the lookup
        taken.append(time.perf_counter() - start - making)
    return statistics.median(taken)


# --- beside what a user would pick instead --------------------------------------------------


def brute_force(path: Path) -> tuple[float, int]:
    """Seconds of rapidfuzz over the sentences of all claims of the kinds asked for, and how
    many there are. They are in memory already: reading them out of the store is not counted."""
    from rapidfuzz import fuzz, process

    _, claims = article()
    texts: dict[str, list[str]] = {}
    for kind, sentence in stored(path, "kind, sentence", kinds_of(claims)):
        texts.setdefault(kind, []).append(sentence)
    start = time.perf_counter()
    for claim in claims:
        process.extract(claim.sentence, texts[claim.kind], scorer=fuzz.token_set_ratio, limit=200)
    return time.perf_counter() - start, sum(map(len, texts.values()))


# --- killed while writing -------------------------------------------------------------------

WRITER = """
import sys
sys.path[:0] = sys.argv[2:4]
from benchmark_store import Maker
from claims_db import adding
from claims_db.store import Store
adding.BATCH_DOCUMENTS, adding.PUBLISH_AFTER, adding.PUBLISH_SHARE = 40, 0, 0
with Store(sys.argv[1]) as store:
    print("open", flush=True)
    store.ingest(Maker().documents(40_000))
"""


def killed(times: int) -> int:
    """Kills a writer in the midst of an ingest so many times; the faults found afterwards: a
    store that doesn't open or that holds part of a document, a run that doesn't complete."""
    faults = 0
    whole = {document.key: len(claims) for document, claims in Maker().documents(40_000)}
    draw = random.Random(SEED)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "killed.duckdb"
        Store(path, create=True).close()
        held = 0
        for _ in range(times):
            writer = subprocess.Popen(
                [sys.executable, "-c", WRITER, str(path), str(ROOT), str(ROOT / "scripts")],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            assert writer.stdout is not None
            writer.stdout.readline()
            before = path.stat().st_ino
            while path.stat().st_ino == before and writer.poll() is None:
                time.sleep(0.01)  # until it has published something of this run
            time.sleep(draw.uniform(0.0, 0.4))
            writer.send_signal(signal.SIGKILL)
            writer.communicate()
            with Store(path, read_only=True) as store:
                found = {}
                for prior in store.priors():
                    found[prior.report.id] = found.get(prior.report.id, 0) + 1
                faults += any(whole[key] != count for key, count in found.items())
                faults += len(found) < held
                held = len(found)
        with Store(path) as store:
            store.ingest(Maker().documents(40_000))
        with Store(path, read_only=True) as store:
            stats = store.stats()
            faults += (stats.documents, stats.claims) != (len(whole), sum(whole.values()))
    print(f"killed {times} times while writing, {held} documents on record then: {faults} faults")
    return faults


def splinked(python: str, path: Path) -> None:
    """Prints what Splink 5 takes to link the ten claims to the claims on record of their kinds,
    which it is handed in memory."""
    code = """
import json, sys, time
sys.path[:0] = sys.argv[2:4]
import pandas
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
import splink.comparison_library as cl
asked, known = json.load(sys.stdin)
start = time.perf_counter()
settings = SettingsCreator(
    link_type="link_only",
    blocking_rules_to_generate_predictions=[block_on("place", "kind")],
    comparisons=[cl.ExactMatch("day"), cl.JaroWinklerAtThresholds("sentence")],
)
api = DuckDBAPI()
tables = [api.register(pandas.DataFrame(rows)) for rows in (asked, known)]
linker = Linker(tables, settings)
pairs = linker.inference.predict().as_pandas_dataframe()
print(f"splink: {time.perf_counter() - start:.2f} s for {len(known):,} records, {len(pairs)} pairs")
"""
    _, claims = article()

    def record(number: int, row: tuple[str, str, str, str]) -> dict[str, object]:
        return {
            "unique_id": number,
            **dict(zip(("kind", "place", "day", "sentence"), row, strict=True)),
        }

    known = stored(path, "kind, place::VARCHAR, from_day::VARCHAR, sentence", kinds_of(claims))
    asked = [
        (c.kind, str(identity_key(c.places[0].id or "")), str(c.as_of), c.sentence) for c in claims
    ]
    records = [[record(n, row) for n, row in enumerate(rows)] for rows in (asked, known)]
    subprocess.run(
        [python, "-c", code, str(path), str(ROOT), str(ROOT / "scripts")],
        input=json.dumps(records, default=str),
        text=True,
        check=True,
    )


def kinds_of(claims: Sequence[Claim]) -> list[str]:
    """The kinds of claims, each once."""
    return list(dict.fromkeys(claim.kind for claim in claims))


def stored(path: Path, columns: str, kinds: Sequence[str]) -> list[tuple[str, ...]]:
    """Columns of all claims of these kinds."""
    with duckdb.connect(str(path), read_only=True) as db:
        named = ", ".join(f"'{kind}'" for kind in kinds)
        return db.execute(f"SELECT {columns} FROM claims WHERE kind IN ({named})").fetchall()


def main() -> int:
    """Prints the tables; 1 if something is over its limit."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--claims", default="100000,10000000", help="sizes, smallest first")
    parser.add_argument("--runs", type=int, default=15, help="runs of each lookup (default 15)")
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "factcheck-bench"
    )
    parser.add_argument("--kills", type=int, default=0, help="kill a writer so many times")
    parser.add_argument("--peers", action="store_true", help="rapidfuzz over all claims as well")
    parser.add_argument("--splink", metavar="PYTHON", help="an interpreter that has Splink")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    over = killed(options.kills) if options.kills else 0
    times = []
    for size in map(int, options.claims.split(",")):
        path = filled(options.folder, size)
        took = warm(path, options.runs)
        both = took.both
        process = cold(path, options.runs)
        times.append(both)
        print(
            f"{size:,} claims: candidates {1000 * took.finding:.0f} ms, and judged "
            f"{1000 * both:.0f} ms (limit {1000 * WARM_LIMIT:.0f}; {1000 * took.processor:.0f} ms "
            f"of CPU), {took.candidates:.0f} candidates a claim, {took.pairs:,.0f} pairs/s of CPU; "
            f"cold process {process:.2f} s "
            f"(limit {COLD_LIMIT}); load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
        over += (both > WARM_LIMIT) + (process > COLD_LIMIT)
        if options.peers:
            seconds, compared = brute_force(path)
            print(
                f"rapidfuzz over the {compared:,} claims of those kinds: {seconds:.2f} s, "
                f"{seconds / both:,.0f} times as long",
                flush=True,
            )
        if options.splink:
            splinked(options.splink, path)
    if len(times) > 1:
        ratio = times[-1] / times[0]
        print(f"largest to smallest: {ratio:.1f} times (limit {GROWTH_LIMIT:.0f})")
        over += ratio > GROWTH_LIMIT
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

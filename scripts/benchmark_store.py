"""The store at size: ingest, lookups warm and cold, beside what a user would pick instead.

Usage: python scripts/benchmark_store.py [--claims N[,N…]] [--runs N] [--folder DIR] [--kills N]
           [--peers] [--splink PYTHON]

Times are by the clock and, after a slash, of the processor: where others use the machine as well,
only these compare.

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
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout measures itself, installed or not

import duckdb

import claims_db.store
from claims_db.records import Claim, Document, Prior
from claims_db.rows import identity_key
from claims_db.store import Store
from factcheck.judging import verdict
from scripts.made_claims import SEED, Maker

SPLINK_MOST = 1_000_000  # claims of a store whose kinds are handed to Splink, in memory
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
    """A store of so many claims, made and put in order if it isn't there; prints how fast."""
    path = folder / f"{claims}.duckdb"
    if path.exists():
        return path
    making = path.with_suffix(".making")
    making.unlink(missing_ok=True)
    items = Timed(Maker().documents(claims))
    claims_db.store._FOLD_LEAST = claims + 1_000  # not put in order on the way: see below
    start, cpu = time.perf_counter(), time.process_time()
    with Store(making, create=True) as store:
        count = store.ingest(items).claims
    wall = time.perf_counter() - start - items.seconds
    cpu = time.process_time() - cpu - items.cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"ingest of {count:,} claims: {wall:.0f} / {cpu:.0f} s, {count / wall:,.0f} claims/s "
        f"(limit {INGEST_LIMIT:,}), {1e6 * cpu / count:.0f} µs of CPU a claim; {memory:.1f} GB of "
        f"memory at most; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores",
        flush=True,
    )
    put_in_order(making)
    making.rename(path)
    return path


def put_in_order(path: Path) -> None:
    """Compacts the store in a process of its own; prints what that took."""
    code = """
import os, resource, sys, time
sys.path.insert(0, sys.argv[2])
from claims_db.store import Store
start = time.perf_counter()
with Store(sys.argv[1]) as store:
    store.compact()
used = resource.getrusage(resource.RUSAGE_SELF)
print(
    f"put in order: {time.perf_counter() - start:.0f} / {used.ru_utime + used.ru_stime:.0f} s, "
    f"{used.ru_maxrss / 1e3:.0f} MB of memory at most, {os.path.getsize(sys.argv[1]) / 1e6:.0f} MB "
    f"on disk; load {os.getloadavg()[0]:.1f}",
    flush=True,
)
"""
    subprocess.run([sys.executable, "-c", code, str(path), str(ROOT)], check=True)


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
class Taken:
    """Seconds, by the clock and of the processor."""

    clock: float
    processor: float

    def __str__(self) -> str:
        return f"{1000 * self.clock:.0f} / {1000 * self.processor:.0f} ms"


@dataclass(frozen=True, slots=True)
class Lookup:
    """Medians of finding candidates, and of judging them as well; candidates of the article;
    pairs judged in a second of the processor."""

    finding: Taken
    both: Taken
    candidates: int
    pairs: float


class Rounds:
    """Pieces of work, each done again and again."""

    def __init__(self) -> None:
        self._clock: list[float] = []
        self._processor: list[float] = []

    def do(self, work: Callable[[], object]) -> None:
        """Does the work once more."""
        start, cpu = time.perf_counter(), time.process_time()
        work()
        self._clock.append(time.perf_counter() - start)
        self._processor.append(time.process_time() - cpu)

    @property
    def median(self) -> Taken:
        """What it took."""
        return Taken(statistics.median(self._clock), statistics.median(self._processor))


def warm(paths: Sequence[Path], runs: int) -> list[Lookup]:
    """What open stores take for the article. They are asked in turns: others who use the machine
    slow all of them alike."""
    document, claims = article()
    finding, both, judging = ([Rounds() for _ in paths] for _ in range(3))
    with ExitStack() as stack:
        stores = [stack.enter_context(Store(path, read_only=True)) for path in paths]
        found = [scored(store, document, claims) for store in stores]
        for _ in range(runs):
            for n, store in enumerate(stores):
                finding[n].do(partial(store.candidates, claims))
                both[n].do(partial(scored, store, document, claims))
                judging[n].do(partial(judged, document, claims, found[n]))
    pairs = [sum(map(len, priors)) for priors in found]
    return [
        Lookup(finding[n].median, both[n].median, pairs[n], pairs[n] / judging[n].median.processor)
        for n in range(len(paths))
    ]


def cold(path: Path, runs: int) -> Taken:
    """Medians for a process that opens the store, finds and judges."""
    code = (
        "import sys; sys.path[:0] = sys.argv[2:]; "
        "from benchmark_store import article, scored; from claims_db.store import Store; "
        "import time; start, cpu = time.perf_counter(), time.process_time(); "
        "document, claims = article(); "
        "print(time.perf_counter() - start, time.process_time() - cpu); "
        "scored(Store(sys.argv[1], read_only=True), document, claims)"
    )
    command = [sys.executable, "-c", code, str(path), str(ROOT), str(ROOT / "scripts")]
    clock, processor = [], []
    for _ in range(runs):
        start, cpu = time.perf_counter(), _children()
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        making = [float(told) for told in done.stdout.split()]  # the article is made anew
        clock.append(time.perf_counter() - start - making[0])
        processor.append(_children() - cpu - making[1])
    return Taken(statistics.median(clock), statistics.median(processor))


def _children() -> float:
    """Seconds of the processor that ended processes of ours took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


# --- beside what a user would pick instead --------------------------------------------------


def brute_force(path: Path) -> tuple[Taken, int]:
    """What rapidfuzz takes over the sentences of all claims of the kinds asked for, and how
    many there are. They are in memory already: reading them out of the store is not counted."""
    from rapidfuzz import fuzz, process

    _, claims = article()
    texts: dict[str, list[str]] = {}
    for kind, sentence in stored(path, "kind, sentence", kinds_of(claims)):
        texts.setdefault(kind, []).append(sentence)

    def search() -> None:
        for claim in claims:
            asked, known = claim.sentence, texts[claim.kind]
            process.extract(asked, known, scorer=fuzz.token_set_ratio, limit=200)

    once = Rounds()
    once.do(search)
    return once.median, sum(map(len, texts.values()))


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
                found: dict[str, int] = {}
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
start, cpu = time.perf_counter(), time.process_time()
settings = SettingsCreator(
    link_type="link_only",
    blocking_rules_to_generate_predictions=[block_on("place", "kind")],
    comparisons=[cl.ExactMatch("day"), cl.JaroWinklerAtThresholds("sentence")],
)
api = DuckDBAPI()
tables = [api.register(pandas.DataFrame(rows)) for rows in (asked, known)]
linker = Linker(tables, settings)
pairs = linker.inference.predict().as_pandas_dataframe()
clock, cpu = time.perf_counter() - start, time.process_time() - cpu
print(f"splink: {clock:.1f} / {cpu:.1f} s for {len(known):,} records, {len(pairs)} pairs")
"""
    _, claims = article()

    def record(number: int, row: tuple[str, ...]) -> dict[str, object]:
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
    sizes = [int(size) for size in options.claims.split(",")]
    paths = [filled(options.folder, size) for size in sizes]
    found = warm(paths, options.runs)
    for size, path, took in zip(sizes, paths, found, strict=True):
        process = cold(path, options.runs)
        print(
            f"{size:,} claims, {path.stat().st_size / size:.0f} bytes each: candidates "
            f"{took.finding}, and judged {took.both} (limit {1000 * WARM_LIMIT:.0f}), "
            f"{took.candidates} candidates, {took.pairs:,.0f} pairs/s of CPU; cold process "
            f"{process} (limit {1000 * COLD_LIMIT:.0f}); load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
        over += (took.both.clock > WARM_LIMIT) + (process.clock > COLD_LIMIT)
        if options.peers:
            seconds, compared = brute_force(path)
            print(
                f"rapidfuzz over the {compared:,} claims of those kinds: {seconds}, "
                f"{seconds.processor / took.both.processor:,.0f} times the CPU",
                flush=True,
            )
        if options.splink and size <= SPLINK_MOST:
            splinked(options.splink, path)
    if len(found) > 1:
        clock = found[-1].both.clock / found[0].both.clock
        cpu = found[-1].both.processor / found[0].both.processor
        print(f"largest to smallest: {clock:.1f} / {cpu:.1f} times (limit {GROWTH_LIMIT:.0f})")
        over += cpu > GROWTH_LIMIT
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

"""The store at size: ingest, lookups warm and cold, beside what a user would pick instead.

Usage: python scripts/benchmark_store.py [--claims N[,N…]] [--runs N] [--folder DIR] [--kills N]
           [--peers] [--splink PYTHON]

Claims are made up, with places, kinds and days as skewed as news is: few places have most of it,
recent days more than old ones. Stores are made once and kept in the folder.
"""

from __future__ import annotations

import argparse
import itertools
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
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout measures itself, installed or not

import duckdb

from claims_db import gazetteer
from claims_db.place_index import entries, full_id
from claims_db.records import Attribution, Bound, Claim, Document, Place, Prior, Value, Window
from claims_db.rows import identity_key
from claims_db.store import Store
from factcheck import verdict

SEED = 20250424
PLACES = 3_000
LAST = date(2025, 11, 1)
YEARS = 25
PER_DOCUMENT = (4, 12)  # claims; news stories have some eight
WARM_LIMIT, COLD_LIMIT, GROWTH_LIMIT, INGEST_LIMIT = 0.060, 1.2, 3.0, 50_000
KINDS = {
    "killed": 26,
    "wounded": 20,
    "count": 14,
    "money": 7,
    "percent": 7,
    "displaced": 4,
    "damaged": 3,
    "destroyed": 3,
    "missing": 3,
    "detained": 3,
    "launched": 2,
    "magnitude": 2,
    "votes": 2,
    "infected": 2,
    "evacuated": 1,
    "rescued": 1,
}
HAPPENINGS = ("attack", "attack", "attack", "shooting", "crash", "flood", "quake", "fire", None)
OUTLETS = tuple(f"Outlet {number}" for number in range(400))
SOURCES = (None, None, "officials", "police", "the ministry", "the mayor", "witnesses")
WORDS = {
    "killed": "people were killed",
    "wounded": "people were wounded",
    "displaced": "people were displaced",
    "missing": "people were missing",
}


# --- what is stored -------------------------------------------------------------------------


def places() -> list[Place]:
    """Towns of the gazetteer, the most populous first."""
    found = (gazetteer.entry(full_id(key)) for key, _ in entries().starting(""))
    towns = [entry for entry in found if entry is not None and entry.kind == "city"]
    towns.sort(key=lambda town: -town.population)
    return [Place(town.name, town.id, town.country) for town in towns[:PLACES]]


class Maker:
    """Documents about happenings: a place and a day each, told of by several outlets."""

    def __init__(self, seed: int = SEED) -> None:
        self._draw = random.Random(seed)
        self._places = places()
        self._weights = list(itertools.accumulate(1 / (n + 3) for n in range(PLACES)))
        self._kinds = list(KINDS)
        self._kind_weights = list(itertools.accumulate(KINDS.values()))

    def documents(self, claims: int) -> Iterator[tuple[Document, list[Claim]]]:
        """Documents until they hold so many claims."""
        made = number = 0
        while made < claims:
            told = self._happening()
            for _ in range(min(1 + int(self._draw.expovariate(0.6)), 40)):
                number += 1
                item = self._document(number, *told)
                made += len(item[1])
                yield item

    def _happening(self) -> tuple[Place, date, str | None, list[tuple[str, int]]]:
        draw = self._draw
        place = draw.choices(self._places, cum_weights=self._weights)[0]
        ago = int(min(draw.expovariate(3.0 / YEARS), YEARS) * 365)
        kinds = draw.choices(self._kinds, cum_weights=self._kind_weights, k=PER_DOCUMENT[1])
        figures = [(kind, 1 + int(10 ** (draw.random() * 3))) for kind in dict.fromkeys(kinds)]
        return place, LAST - timedelta(days=ago), draw.choice(HAPPENINGS), figures

    def _document(
        self,
        number: int,
        place: Place,
        day: date,
        happening: str | None,
        figures: list[tuple[str, int]],
    ) -> tuple[Document, list[Claim]]:
        draw = self._draw
        told = day + timedelta(days=min(int(draw.expovariate(0.7)), 60))
        published = told.isoformat()
        window = Window(day.isoformat(), day.isoformat(), "day", None)
        outlet = OUTLETS[int(draw.random() ** 3 * len(OUTLETS))]
        claims, start = [], 0
        sentences = []
        for line, (kind, count) in enumerate(draw.choices(figures, k=draw.randint(*PER_DOCUMENT))):
            figure = max(1, int(count * draw.uniform(0.7, 1.1)))
            words = WORDS.get(kind, f"{kind} on record")
            sentence = f"In {place.name} {figure} {words}, report {number} of {published} said."
            source = draw.choice(SOURCES)
            claims.append(
                Claim(
                    id=f"{number:x}-{line}",
                    kind=kind,
                    subject="people",
                    group=None,
                    part_of=None,
                    value=Value(figure, figure, figure, Bound.EXACT, str(figure)),
                    unit="person",
                    per=None,
                    change=None,
                    places=(place,),
                    when=window if draw.random() < 0.8 else None,
                    as_of=published,
                    attribution=Attribution(source, "said") if source else None,
                    status=None,
                    event=None,
                    checkable=True,
                    sentence=sentence,
                    start=start + 3,
                    end=start + 8,
                    line=line + 1,
                    column=4,
                    happening=happening,
                    sentence_start=start,
                )
            )
            sentences.append(sentence)
            start += len(sentence) + 1
        text = "\n".join(sentences)
        url = f"https://outlet.example/{number}"
        return Document(
            text, f"d{number}", f"News from {place.name}", published, outlet, url
        ), claims


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
    for claim, priors in zip(claims, found, strict=True):
        verdict.decide(claim, document, priors, document.published)
    return found


@dataclass(frozen=True, slots=True)
class Lookup:
    """Median seconds of finding candidates, of judging them as well, and of the processor in
    both; candidates a claim."""

    finding: float
    both: float
    processor: float
    candidates: float


def warm(path: Path, runs: int) -> Lookup:
    """What an open store takes for the article."""
    document, claims = article()
    finding, both, processor = [], [], []
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
    return Lookup(
        statistics.median(finding),
        statistics.median(both),
        statistics.median(processor),
        sum(map(len, found)) / len(claims),
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
            f"of CPU), {took.candidates:.0f} candidates a claim; cold process {process:.2f} s "
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

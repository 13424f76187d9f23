"""How fast an audit goes, and how much memory it takes, as the archive grows.

    python scripts/benchmark_audit.py ../shared/data/shootings.jsonl.gz --sizes 1000,10000

The documents are real stories, repeated as often as needed with new ids, and dates shifted by a
year for each repetition, so that no two repetitions tell of one happening; years that their texts
name stay as they are. `--spacy MODEL` times spaCy's entity recognizer on the same documents, in
one process, where it is installed. `--installed` measures the package that this Python has, which
may be compiled, instead of the checkout.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
YEARS = 200  # repetitions before the calendar starts anew
_TURNS = 5  # looks at the time for each look at the memory, which takes a tenth of a second


@dataclass(frozen=True, slots=True)
class Measured:
    """One audit: documents, megabytes of text, seconds by the clock, seconds of processor time of
    the first process and of those it starts, the highest memory of all together. On a busy machine
    the processor time is what tells."""

    documents: int
    megabytes: float
    seconds: float
    parent: float
    others: float
    mebibytes: float

    @property
    def processor(self) -> float:
        """Seconds of processor time of all."""
        return self.parent + self.others


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("stories", type=Path)
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options.add_argument("--spacy", metavar="MODEL")
    options.add_argument("--installed", action="store_true")
    wanted = options.parse_args()
    if not wanted.installed:
        sys.path.insert(0, str(ROOT))
    with gzip.open(wanted.stories, "rt", encoding="utf-8") as file:
        stories = [json.loads(line) for line in file]
    print(
        "documents       MB    seconds  articles/s     MB/s  CPU s: parent    others       all"
        "  MB/CPU s  peak MiB"
    )
    for size in map(int, wanted.sizes.split(",")):
        with tempfile.TemporaryDirectory() as room:
            show(measured(stories, size, Path(room), wanted.workers, wanted.installed))
    if wanted.spacy:
        spacy_rate(stories, wanted.spacy)


def repeated(stories: list[dict[str, Any]], size: int) -> Iterator[dict[str, Any]]:
    """So many documents: the stories, told again and again in other years."""
    for number in range(size):
        again, which = divmod(number, len(stories))
        story = stories[which]
        moved = dict(story, id=f"{story['id']}-{again}")
        if story.get("published"):
            year = int(story["published"][:4]) - again % YEARS
            moved["published"] = f"{year}{story['published'][4:]}".replace("-02-29", "-02-28")
        moved["text"] = f"{story['text']}\n\nStory {again}." if again else story["text"]
        yield moved


def measured(
    stories: list[dict[str, Any]], size: int, room: Path, workers: int, installed: bool
) -> Measured:
    """Audits so many documents in a process of its own."""
    from claims_db.store import Store

    archive, text = room / "archive.jsonl", 0
    with archive.open("w", encoding="utf-8") as file:
        for story in repeated(stories, size):
            text += len(story["text"].encode())
            file.write(json.dumps(story) + "\n")
    Store(room / "empty.duckdb", create=True).close()
    command = [sys.executable, "-m", "factcheck", "audit", str(archive), "--out", str(room / "out")]
    command += ["--db", str(room / "empty.duckdb"), "--workers", str(workers)]
    where = {} if installed else {"PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--fail-on", "never"], env={**os.environ, **where}, cwd=room
    )
    watch = Watch(process.pid)
    if process.wait() != 0:
        raise SystemExit("the audit failed")
    took = time.perf_counter() - start
    return Measured(size, text / 1e6, took, watch.parent, watch.others, watch.peak / 2**20)


class Watch(threading.Thread):
    """The highest memory that a process and its children hold together, and the processor time
    they took, looked at now and then: a fifth of a second of each may be missed."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._pid = pid
        self._took: dict[int, float] = {}
        self.start()

    @property
    def parent(self) -> float:
        """Seconds of processor time of the process itself."""
        return self._took.get(self._pid, 0.0)

    @property
    def others(self) -> float:
        """Seconds of processor time of its children."""
        return sum(self._took.values()) - self.parent

    def run(self) -> None:
        turn = 0
        while Path(f"/proc/{self._pid}").exists():
            held = look(self._pid, self._took, memory=turn % _TURNS == 0)
            self.peak = max(self.peak, held)
            turn += 1
            time.sleep(0.2)


def look(pid: int, took: dict[int, float], *, memory: bool) -> int:
    """Notes the processor time that a process and its children took; bytes that they hold if
    `memory` is asked for, which costs more, what they share counted once each by its part."""
    total = 0
    try:
        stat = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        took[pid] = sum(map(int, stat[11:13])) / os.sysconf("SC_CLK_TCK")
        if memory:
            for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total = int(line.split()[1]) * 1024
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:  # it ended meanwhile
        return total
    return total + sum(look(int(child), took, memory=memory) for child in children)


def show(found: Measured) -> None:
    """A line of the table."""
    print(
        f"{found.documents:9,}  {found.megabytes:7.1f}  {found.seconds:9.1f}  "
        f"{found.documents / found.seconds:10.1f}  {found.megabytes / found.seconds:7.2f}  "
        f"{found.parent:13.1f}  {found.others:8.1f}  {found.processor:8.1f}  "
        f"{found.megabytes / found.processor:8.3f}  {found.mebibytes:8.0f}",
        flush=True,
    )


def spacy_rate(stories: list[dict[str, Any]], model: str) -> None:
    """spaCy's entity recognizer beside extraction alone, one process each, on some stories."""
    import spacy

    from claims_db.records import Document
    from factcheck.reading import claims

    some = [story["text"] for story in stories[:200]]
    size = sum(len(text.encode()) for text in some) / 1e6
    read = spacy.load(model, exclude=["parser", "tagger", "lemmatizer", "attribute_ruler"])
    claims.read(Document(some[0], published="2016-07-28"))
    for name, do in (
        ("spaCy NER", lambda: [len(found.ents) for found in read.pipe(some)]),
        ("extraction", lambda: [claims.read(Document(t, published="2016-07-28")) for t in some]),
    ):
        start = time.process_time()
        do()
        took = time.process_time() - start
        print(
            f"{name:12} {len(some) / took:8.1f} articles, {size / took:7.3f} MB a processor second"
        )


if __name__ == "__main__":
    main()

"""A killed audit goes on and ends as one that nobody disturbed."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import pytest

from claims_db.store import Store
from tests.factcheck.archives import reports, write

ROOT = Path(__file__).resolve().parents[3]
AUDIT = [sys.executable, "-m", "factcheck", "audit"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
KILLS = 20
LONGEST = 600.0  # seconds that the kills may take in all
RESULTS = (
    *("claims.parquet", "findings.parquet", "findings.csv", "corrections.csv"),
    *("errors.jsonl", "report.html", "report.md"),
)
PASSES = {  # by the files that are in work/ while each is at it
    "reading": "claims-",
    "arranging": "piece-",
    "recording": "ordered-",
    "judging": "judged-",
}
ALL_OVER = {"reading", "recording", "judging"}
"""The passes that must have been killed at."""
FINISHED = "claims-", "inside-", "judged-"
"""Parts that show that a piece of work was done: it is not done again."""
SMALL = """
import sys
from pathlib import Path
from factcheck.audit.run import Audit, run
from factcheck.audit.settings import Sizes

archive, out, db, workers = sys.argv[1:]
sizes = Sizes(part=15, batch=20, at_hand=40_000)
run(Audit(Path(archive), Path(out), db, int(workers), sizes=sizes), resume=True, warn=print)
"""
"""An audit in 21 batches, whose documents don't fit in what may be at hand."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by POSIX signals")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 420 reports with bad lines among them, an empty store, and an undisturbed
    audit of it, in `whole`."""
    made = tmp_path_factory.mktemp("audits")
    write(made / "archive.jsonl", reports(60))
    lines = (made / "archive.jsonl").read_text("utf-8").splitlines()
    for number in range(0, len(lines), 37):
        lines.insert(
            number, ("{broken", '{"text": 5}', '{"text": "A fire.", "published": "?"}')[number % 3]
        )
    (made / "archive.jsonl").write_text("\n".join(lines), "utf-8")
    with Store(made / "empty.duckdb", create=True):
        pass
    assert started(made, "whole").wait() == 0
    return made


def started(room: Path, out: str, *more: str, limit: int = 0) -> "subprocess.Popen[bytes]":
    """An audit in a process group of its own; no file may grow over `limit` bytes."""

    def limited() -> None:
        # Run in the background of a shell, this process ignores the signal, and so would that one.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if limit:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    command = [*AUDIT, str(room / "archive.jsonl"), "--out", str(room / out)]
    command += ["--db", str(room / "empty.duckdb"), "--fail-on", "never"]
    return subprocess.Popen(
        [*command, *more],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=limited,
    )


def small(room: Path, out: str, workers: str) -> "subprocess.Popen[bytes]":
    """An audit in many small parts and batches, gone on with, in a process group of its own."""
    told = [str(room / "archive.jsonl"), str(room / out), str(room / "empty.duckdb"), workers]
    return subprocess.Popen(
        [sys.executable, "-c", SMALL, *told],
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def same(room: Path, out: str) -> bool:
    """Whether all that an audit leaves is what the undisturbed one left."""
    files = all(
        (room / out / name).read_bytes() == (room / "whole" / name).read_bytes() for name in RESULTS
    )
    return files and recorded(room / out) == recorded(room / "whole")


def recorded(out: Path) -> dict[str, Counter[str]]:
    """The rows of every table of the store that the articles were judged by; when they came in is
    another time."""
    with duckdb.connect(str(out / "record.duckdb"), read_only=True) as store:
        names = [name for (name,) in store.execute("SHOW TABLES").fetchall()]
        store.execute("CREATE TEMP VIEW reports AS SELECT * EXCLUDE (ingested_at) FROM documents")
        return {
            name: Counter(map(repr, store.table(told).fetchall()))
            for name in names
            for told in ("reports" if name == "documents" else name,)
        }


@dataclass
class Work:
    """The parts in the work folder of an audit, over all that is done to it."""

    folder: Path
    seen: set[str] = field(default_factory=set)
    twice: set[str] = field(default_factory=set)
    reused: int = 0
    _made: dict[str, tuple[int, int]] = field(default_factory=dict)

    def look(self) -> int:
        """Takes note of what is there; returns how many parts were ever seen."""
        for name, made in self._there():
            if self._made.setdefault(name, made) != made and name.startswith(FINISHED):
                self.twice.add(name)
            self.seen.add(name)
        return len(self.seen)

    def begin(self) -> None:
        """Counts a start that finds finished parts."""
        self.reused += bool(list(self._there()))

    def _there(self) -> Iterator[tuple[str, tuple[int, int]]]:
        for path in self.folder.glob("*-*"):
            if "partial" not in path.name:
                try:
                    told = path.stat()
                except FileNotFoundError:
                    continue
                yield path.name, (told.st_ino, told.st_mtime_ns)

    @property
    def at(self) -> str:
        """The pass that it has come to."""
        there = [name for name, _ in self._there()]
        for pass_, begin in reversed(PASSES.items()):
            if any(name.startswith(begin) for name in there):
                return pass_
        return "beginning"


def killed_at(process: "subprocess.Popen[bytes]", work: Work, more: int, after: float) -> bool:
    """Kills a running audit so many seconds after it has made so many parts more; False where it
    ended before. Only a process that is still running is killed."""
    wanted = work.look() + more
    while process.poll() is None and work.look() < wanted:
        time.sleep(0.002)
    time.sleep(after)
    work.look()
    return process.poll() is None


def test_the_archive_has_findings_of_every_kind_and_bad_lines(room: Path) -> None:
    import pyarrow.parquet as pq

    found = set(pq.read_table(room / "whole" / "claims.parquet")["verdict"].to_pylist())
    assert {"no_prior", "consistent", "update", "conflict"} <= found
    faults = [json.loads(line) for line in (room / "whole" / "errors.jsonl").open()]
    assert {fault["skipped"] for fault in faults} == {True, False}
    assert sum(map(len, recorded(room / "whole").values())) > 1000


def test_killed_at_random_moments_it_ends_the_same(room: Path) -> None:
    draw = random.Random(os.environ.get("FACTCHECK_TEST_SEED", "kill"))
    begun, rounds, killed = time.monotonic(), 0, Counter[str]()
    works = [Work(room / "killed-0" / "work")]
    while killed.total() < KILLS or not killed.keys() >= ALL_OVER:
        assert time.monotonic() - begun < LONGEST, f"only {killed} in time"
        out, work = f"killed-{rounds}", works[-1]
        work.begin()
        process = small(room, out, draw.choice(("1", "1", "2")))
        if killed_at(process, work, draw.randint(0, 25), draw.uniform(0, 0.1)):
            if draw.random() < 0.5:  # the parent alone: its workers must end by themselves
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            if process.wait() == -signal.SIGKILL:  # or it was done in that very moment
                killed[work.at] += 1
                continue
        _, wrong = process.communicate()
        assert process.returncode == 0, wrong.decode()
        assert same(room, out)
        rounds += 1
        works.append(Work(room / f"killed-{rounds}" / "work"))
    out = f"killed-{rounds}"
    works[-1].begin()
    last = small(room, out, "2")
    assert last.wait(timeout=180) == 0
    assert same(room, out)
    left = [found.name for found in (room / out).iterdir() if "partial" in found.name]
    assert not left
    assert not (room / out / "work").exists()
    reused = sum(work.reused for work in works)
    told = f"{killed.total()} kills, {dict(killed)}, {rounds + 1} audits, {reused} gone on with"
    sys.stdout.write(f"{told}, {time.monotonic() - begun:.0f} s\n")  # pytest -rP shows it
    assert reused >= KILLS // 2
    assert not set().union(*(work.twice for work in works))
    assert any(name.startswith("piece-") for work in works for name in work.seen)
    batches = [name for work in works for name in work.seen if name.startswith("judged-")]
    assert len(batches) > 20


def test_interrupted_it_says_so_and_goes_on(room: Path) -> None:
    process = started(room, "interrupted", "--workers", "2")
    until = time.monotonic() + 180
    while not (room / "interrupted" / "work").exists() and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=180) == 130
    assert started(room, "interrupted", "--resume", "--workers", "1").wait() == 0
    assert same(room, "interrupted")


def test_a_file_that_may_not_grow_is_told_and_it_goes_on(room: Path) -> None:
    out = "limited"
    process = started(room, out, "--workers", "1", limit=700_000)
    _, told = process.communicate(timeout=180)
    assert process.returncode == 2, told.decode()
    assert b"Traceback" not in told
    assert started(room, out, "--resume", "--workers", "1").wait() == 0
    assert same(room, out)


ON_A_SMALL_DISK = """
size=$1 disk=$2 kept=$3; shift 3
mount -t tmpfs -o "size=$size" tmpfs "$disk" || exit 99
"$@" --workers 2; code=$?
mount -o remount,size=64m "$disk"
"$@" --workers 1 --resume || exit 98
cp -r "$disk/out" "$kept"
exit $code
"""
"""Runs an audit on a disk of that size, then goes on with it on a large one."""


@pytest.mark.parametrize("size", ["60k", "1000k", "3000k"])
def test_a_full_disk_is_told_and_it_goes_on(size: str, room: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"]).returncode:
        pytest.skip("a small disk can't be mounted here")
    disk = room / f"disk-{size}"
    disk.mkdir()
    command = [*AUDIT, str(room / "archive.jsonl"), "--out", str(disk / "out")]
    command += ["--db", str(room / "empty.duckdb"), "--fail-on", "never"]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", size, disk, room / size, *command],
        env=ENVIRONMENT,
        capture_output=True,
        timeout=180,
        text=True,
    )
    assert done.returncode == 2, done.stderr
    assert "No space left on device). Make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert same(room, size)

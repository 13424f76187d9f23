"""A killed audit goes on and ends as one that nobody disturbed."""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claims_db.store import Store
from tests.factcheck.archives import reports, write

ROOT = Path(__file__).resolve().parents[3]
KILLS = 20
LONGEST = 300.0  # seconds that the kills may take in all
RESULTS = ("claims.parquet", "findings.parquet")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills by POSIX signals")


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 420 reports, an empty store, and an undisturbed audit of it, in `whole`."""
    made = tmp_path_factory.mktemp("audits")
    write(made / "archive.jsonl", reports(60))
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

    command = [sys.executable, "-m", "factcheck", "audit", str(room / "archive.jsonl")]
    command += ["--out", str(room / out), "--db", str(room / "empty.duckdb"), "--fail-on", "never"]
    return subprocess.Popen(
        [*command, *more],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=limited,
    )


def same(room: Path, out: str) -> bool:
    return all(
        pq.read_table(room / out / name).equals(pq.read_table(room / "whole" / name))
        for name in RESULTS
    )


def test_the_archive_has_findings_of_every_kind(room: Path) -> None:
    found = set(pq.read_table(room / "whole" / "claims.parquet")["verdict"].to_pylist())
    assert {"no_prior", "consistent", "update", "conflict"} <= found


def test_killed_at_random_moments_it_ends_the_same(room: Path) -> None:
    draw = random.Random(os.environ.get("FACTCHECK_TEST_SEED", "kill"))
    begun, kills, rounds, out, longest = time.monotonic(), 0, 0, "killed-0", 2.0
    while kills < KILLS:
        assert time.monotonic() - begun < LONGEST, f"only {kills} kills in time"
        workers = draw.choice(("1", "1", "2"))
        start = time.monotonic()
        process = started(room, out, "--resume", "--workers", workers)
        try:
            process.wait(timeout=draw.uniform(0.2, longest))
        except subprocess.TimeoutExpired:
            if draw.random() < 0.5:  # the parent alone: its workers must end by themselves
                process.kill()
            else:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
            continue
        assert process.returncode == 0
        longest = max(2.0, time.monotonic() - start)
        assert same(room, out)
        rounds += 1
        out = f"killed-{rounds}"
    last = started(room, out, "--resume", "--workers", "2")
    assert last.wait(timeout=120) == 0
    assert same(room, out)
    left = [found.name for found in (room / out).iterdir() if "partial" in found.name]
    assert not left
    assert not (room / out / "work").exists()


def test_interrupted_it_says_so_and_goes_on(room: Path) -> None:
    process = started(room, "interrupted", "--workers", "2")
    until = time.monotonic() + 30
    while not (room / "interrupted" / "work").exists() and time.monotonic() < until:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(timeout=30) == 130
    assert started(room, "interrupted", "--resume", "--workers", "1").wait() == 0
    assert same(room, "interrupted")


@pytest.mark.parametrize("limit", [20_000, 700_000])
def test_a_full_disk_is_told_and_it_goes_on(limit: int, room: Path) -> None:
    out = f"full-{limit}"
    process = started(room, out, "--workers", "1", limit=limit)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 2, told.decode()
    assert b"Traceback" not in told
    assert started(room, out, "--resume", "--workers", "1").wait() == 0
    assert same(room, out)

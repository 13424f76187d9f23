"""Several processes at one store: one writes, many read, any may be killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims_db.adding import IngestCount
from claims_db.errors import (
    StoreLocked,
)
from claims_db.records import (
    Claim,
    Document,
)
from claims_db.store import Store
from tests.claims_db.made import claim, document, on

ROOT = Path(__file__).parents[2]


# --- other processes ---


def run(code: str, *arguments: object) -> subprocess.Popen[str]:
    """Starts Python code that has the store module and what tests make at hand."""
    head = """
        import sys
        from claims_db.store import Store
        from tests.claims_db.made import claim, document
    """
    program = textwrap.dedent(head) + textwrap.dedent(code)
    return subprocess.Popen(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_second_writer_is_told_who_has_the_store_and_readers_are_let_in(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
        store.publish()
        store.ingest([(document("More."), [claim(13)])])
        second = run(
            """
            from claims_db.errors import StoreLocked
            print(len(Store(sys.argv[1], read_only=True).priors()))
            try:
                Store(sys.argv[1])
            except StoreLocked as error:
                print(error)
            """,
            path,
        )
        out, err = second.communicate(timeout=180)
        assert out.startswith("1\n"), err
        assert f"process {os.getpid()} is writing to the store" in out
        assert len(store.priors()) == 2
    with Store(path) as store:
        assert len(store.priors()) == 2
    assert list(tmp_path.iterdir()) == [path]


def test_a_second_writing_store_in_one_process_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True), pytest.raises(StoreLocked, match="this process"):
        Store(path)


def test_a_reader_keeps_what_it_opened_and_the_next_sees_what_was_published(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as writer, Store(path, read_only=True) as reader:
        writer.ingest([(document(), [claim()])])
        with Store(path, read_only=True) as early:
            assert early.priors() == []
        writer.publish()
        with Store(path, read_only=True) as later:
            assert len(later.priors()) == 1
        assert reader.priors() == []


def test_a_long_ingest_shows_what_it_has_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("claims_db.adding.BATCH_DOCUMENTS", 1)
    monkeypatch.setattr("claims_db.adding.PUBLISH_AFTER", 0)
    monkeypatch.setattr("claims_db.adding.PUBLISH_SHARE", 0)
    path = tmp_path / "s.duckdb"
    seen = []

    def items() -> Iterator[tuple[Document, list[Claim]]]:
        for n in range(4):
            yield document(f"Text {n}."), [claim(n)]
            with Store(path, read_only=True) as reader:
                seen.append(len(reader.priors()))

    with Store(path, create=True) as store:
        store.ingest(items())
    assert seen == [1, 2, 3, 4]


def test_what_was_not_changed_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    with Store(path, create=True) as store:
        store.ingest([(document(), [claim()])])
    before = path.stat()
    with Store(path) as store:
        assert store.ingest([(document(), [claim()])]).duplicates == 1
        assert store.retract(document="nobody", why="") == 0
    assert (path.stat().st_ino, path.stat().st_mtime) == (before.st_ino, before.st_mtime)


def test_a_link_to_a_store_stays_one(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    far, link = tmp_path / "far" / "s.duckdb", tmp_path / "s.duckdb"
    Store(far, create=True).close()
    link.symlink_to(far)
    with Store(link) as store:
        store.ingest([(document(), [claim()])])
    assert link.is_symlink()
    with Store(far) as store:
        assert len(store.priors()) == 1


def test_readers_do_not_lock_each_other_out(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True).close()
    with Store(path, read_only=True):
        out, err = run("print(len(Store(sys.argv[1], read_only=True).priors()))", path).communicate(
            timeout=180
        )
        assert out == "0\n", err


def test_two_first_uses_at_once_end_with_one_good_store(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    code = """
        from claims_db.errors import StoreLocked
        try:
            with Store(sys.argv[1], create=True) as store:
                store.ingest([(document("x"), [claim()])])
        except StoreLocked:
            pass
    """
    for process in [run(code, path) for _ in range(3)]:
        assert process.wait(timeout=180) == 0, process.communicate()
    with Store(path) as store:
        assert len(store.priors()) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["s.duckdb"]


WRITER = """
    from claims_db import adding
    adding.BATCH_DOCUMENTS = 20
    adding.PUBLISH_AFTER = adding.PUBLISH_SHARE = 0
    def items():
        for n in range(100_000):
            if n % 20 == 0:
                print(n, flush=True)
            yield document(f"Text {n}.", id=str(n)), [claim(n * 10 + i) for i in range(7)]
    with Store(sys.argv[1]) as store:
        store.ingest(items())
"""


def test_a_killed_writer_leaves_whole_documents_only(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store(path, create=True).close()
    held = 0
    for attempt in range(5):
        writer = run(WRITER, path)
        assert writer.stdout is not None
        while int(writer.stdout.readline()) < held + 60:
            pass
        time.sleep(0.017 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.communicate(timeout=180)
        with Store(path) as store:
            stats = store.stats()
            assert stats.claims == 7 * stats.documents
            assert stats.documents % 20 == 0
            assert stats.documents >= held + 40
            held = stats.documents
            (event,) = store.events()
            assert event.claims == stats.claims
    with Store(path) as store:
        rest = [(document(f"Text {n}.", id=str(n)), [claim()] * 7) for n in range(held + 5)]
        assert store.ingest(rest) == IngestCount(5, 35, held)


FOLDER = """
    import time
    from claims_db import folding
    folding.PART = 1
    copied = folding.schema.copied
    def slow(*told):
        print(told[2], flush=True)
        return copied(*told)
    folding.schema.copied = slow
    with Store(sys.argv[1]) as store:
        store.compact()
        print("whole", flush=True)
        time.sleep(600)
"""


@pytest.mark.parametrize("until", ["place = ", "from_day", "no BETWEEN", "whole"])
def test_a_killed_compaction_leaves_the_store_as_it_was(tmp_path: Path, until: str) -> None:
    path = tmp_path / "s.duckdb"
    items = [
        (document(f"{n}", id=f"{n}"), [claim(n, when=on(f"2025-04-{n}"))]) for n in range(10, 30)
    ]
    with Store(path, create=True) as store:
        store.ingest(items)
    before = path.read_bytes()
    writer = run(FOLDER, path)
    assert writer.stdout is not None
    while until not in (line := writer.stdout.readline()):
        assert line, writer.communicate()
    writer.send_signal(signal.SIGKILL)
    writer.communicate(timeout=180)
    assert path.read_bytes() == before
    with Store(path) as store:
        store.compact()
        assert len(store.priors()) == 20
    assert [file.name for file in tmp_path.iterdir()] == ["s.duckdb"]

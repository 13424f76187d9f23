"""Start-up, one article, and reading speed, each beside a floor measured in the same run.

Usage: python scripts/benchmark.py [--runs N] [--installed]

--installed measures the package that this Python has installed (a wheel is compiled), else the
checkout is measured as it lies.

Interleaved runs and their medians, for machines whose speed drifts. The articles are the stories
of ../shared/data where they are at hand, else text made from the example.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "kyiv-attack.txt"
INSTALLED = "--installed" in sys.argv
if not INSTALLED:
    sys.path.insert(0, str(ROOT))
STORIES = ROOT.parent / "shared" / "data" / "shootings.jsonl.gz"
COMMAND = [sys.executable, "-m", "factcheck"]

HELP_LIMIT = 3.0  # times the floor
CHECK_LIMIT = 6.0


def main() -> int:
    """Prints the tables; 1 if a start-up is over its limit."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=15, help="runs of each command (default 15)")
    parser.add_argument("--installed", action="store_true", help="measure what is installed")
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "XDG_DATA_HOME": home}
        if not INSTALLED:
            environment["PYTHONPATH"] = str(ROOT)
        environment.pop("FACTCHECK_DB", None)
        first = seconds([*COMMAND, "stats"], environment)
        print(f"first use, the default store made: {first:.2f} s\n")
        within = [
            startup(["--help"], "import typer, rich", HELP_LIMIT, runs, environment),
            startup(
                ["check", str(EXAMPLE), "--fail-on", "never"],
                "import duckdb, rapidfuzz, typer, rich",
                CHECK_LIMIT,
                runs,
                environment,
            ),
        ]
    reading()
    return 0 if all(within) else 1


def startup(
    arguments: list[str], floor: str, limit: float, runs: int, environment: dict[str, str]
) -> bool:
    """Times a command against a bare import, in turns; prints both; whether it is in its limit."""
    ours, bare = [], []
    for _ in range(runs):
        bare.append(seconds([sys.executable, "-c", floor], environment))
        ours.append(seconds([*COMMAND, *arguments], environment))
    command, base = statistics.median(ours), statistics.median(bare)
    ratio = command / base
    print(f"factcheck {' '.join(arguments[:1])}: {command * 1000:.0f} ms (median of {runs})")
    print(f"python -c '{floor}': {base * 1000:.0f} ms")
    print(f"ratio {ratio:.2f}, limit {limit:.0f}: {'within' if ratio <= limit else 'OVER'}\n")
    return ratio <= limit


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """Wall time of a process; CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def reading() -> None:
    """Prints how fast articles are read, beside a scan for digits."""
    from claims_db.records import Document
    from factcheck import pipeline
    from factcheck.quantity import quantities

    form = "as it lies" if quantities.__file__.endswith(".py") else "compiled"

    texts = stories() or made()
    size = sum(len(text.encode()) for text in texts) / 1e6
    digits = re.compile(r"\d+")
    scans, reads, claims = [], [], 0
    pipeline.extract(Document(texts[0], published="2025-04-25"))  # load the tables
    for _ in range(3):
        start = time.perf_counter()
        for text in texts:
            digits.findall(text)
        scans.append(time.perf_counter() - start)
        start = time.perf_counter()
        claims = sum(
            len(pipeline.extract(Document(text, published="2025-04-25")).claims) for text in texts
        )
        reads.append(time.perf_counter() - start)
    scan, read = statistics.median(scans), statistics.median(reads)
    print(f"reading {len(texts)} articles, {size:.2f} MB, {claims} claims, one process, {form}:")
    print(f"extract: {len(texts) / read:,.0f} articles/s, {size / read:.2f} MB/s")
    print(f"re scan for digits: {len(texts) / scan:,.0f} articles/s, {size / scan:.0f} MB/s")


def stories() -> list[str]:
    """Real stories, where the development data is at hand."""
    if not STORIES.exists():
        return []
    with gzip.open(STORIES, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def made() -> list[str]:
    """Articles like the example, with other numbers in each."""
    text = EXAMPLE.read_text("utf-8")
    return [text.replace("12", str(12 + n)).replace("90", str(90 + n)) for n in range(300)]


if __name__ == "__main__":
    sys.exit(main())

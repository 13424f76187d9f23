"""Other readers of quantities beside this one: rate, memory, and value F1 on NewsQuant.

Usage: python scripts/benchmark_peers.py [--articles N] [--only NAME…] [--python NAME=INTERPRETER…]

Installs nothing: `pip install 'factcheck-engine[peers]'` brings the readers that one environment
can hold. CQE pins versions that no other here can live with: give it an interpreter that has it,
`--python cqe=/path/to/python` (docs/peers.md says how to make one). A reader that can't
be loaded is listed with the reason.

All read the same articles in the same run, one after the other, each in a process of its own, on
one thread. Times are CPU seconds, so that a busy machine slows no one. This project reads before
and after the others, and stands for the mean of both. The articles are the stories of
../shared/data where they are at hand, else text made from the example.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # a checkout measures itself, installed or not

from factcheck.benchmarks import newsquant
from scripts import benchmark, peer

NEWSQUANT = ROOT.parent / "shared" / "data" / "newsquant.jsonl"
OURS = "factcheck"
LIMIT = 1800  # seconds that one reader may take
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> int:
    """Prints the table, and below it the readers that are missing."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, default=60, help="how many are read (default 60)")
    parser.add_argument("--only", nargs="*", metavar="NAME", help=", ".join(peer.PEERS))
    parser.add_argument("--python", nargs="*", default=[], metavar="NAME=INTERPRETER")
    options = parser.parse_args()
    others = [name for name in options.only or peer.PEERS if name != OURS]
    if unknown := set(others) - set(peer.PEERS):
        parser.error(f"no reader {', '.join(sorted(unknown))}; use {', '.join(peer.PEERS)}")
    interpreters = dict(pair.partition("=")[::2] for pair in options.python)
    texts = benchmark.stories() or benchmark.made()
    step = max(1, len(texts) // options.articles)
    articles = texts[::step][: options.articles]
    sentences = newsquant.read(NEWSQUANT) if NEWSQUANT.exists() else []
    given = {"articles": articles, "sentences": [sentence["text"] for sentence in sentences]}
    told = []
    for name in (OURS, *others, OURS):
        print(f"reading with {name}", file=sys.stderr, flush=True)
        told.append((name, run(name, interpreters.get(name, sys.executable), given)))
    (_, first), *rest, (_, last) = told
    if "missing" in first or "missing" in last:
        print(f"{OURS} can't be run: {first.get('missing') or last['missing']}", file=sys.stderr)
        return 1
    for measure in ("seconds", "start", "peak"):
        first[measure] = statistics.mean((first[measure], last[measure]))
    show([(OURS, first), *rest], articles, sentences)
    return 0


def run(name: str, interpreter: str, given: dict[str, Any]) -> dict[str, Any]:
    """What `peer.py` tells of the reader; `missing` with the reason where it can't be run."""
    command = [interpreter, str(Path(peer.__file__)), name]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(given),
            env={**os.environ, **ONE_THREAD},
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return {"missing": str(error)}
    if done.returncode:
        return {"missing": (done.stderr.strip().splitlines() or ["it ended in silence"])[-1]}
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def show(
    told: list[tuple[str, dict[str, Any]]], articles: list[str], sentences: list[dict[str, Any]]
) -> None:
    """A Markdown table of those that ran, a line for each that did not."""
    size = sum(len(text.encode()) for text in articles) / 1e6
    ours = told[0][1]["seconds"]
    print(f"\n{len(articles)} articles, {size:.2f} MB; NewsQuant: {len(sentences)} sentences\n")
    print("| reader | articles/s | MB/s | factcheck is faster | start s | peak MB | value F1 |")
    print("|---|---|---|---|---|---|---|")
    for name, found in told:
        if "missing" in found:
            continue
        spent = found["seconds"]
        faster = "–" if name == OURS else f"{spent / ours:.2g} ×"
        columns = [
            f"{name} {found['version']}",
            f"{len(articles) / spent:,.1f}",
            f"{size / spent:.3f}",
            faster,
            f"{found['start']:.1f}",
            f"{found['peak']:.0f}",
            f1(name, found["values"], sentences),
        ]
        print(f"| {' | '.join(columns)} |")
    print()
    for name, found in told:
        if "missing" in found:
            print(f"{name} is missing: {found['missing']}")
        elif found["failed"]:
            print(f"{name} gave up on {found['failed']} of {len(articles)} articles")


def f1(name: str, values: list[list[list[float]]], sentences: list[dict[str, Any]]) -> str:
    """Value F1 with its interval; a dash where the benchmark is not at hand."""
    if not sentences:
        return "–"
    if name == OURS:
        counts = [newsquant.count(sentence) for sentence in sentences]
    else:
        counts = [
            newsquant.count_values(own, sentence)
            for own, sentence in zip(values, sentences, strict=True)
        ]
    found = newsquant.value_score(name, sentences, counts)
    return f"{found.percent:.1f} ({found.low:.1f}–{found.high:.1f})"


if __name__ == "__main__":
    sys.exit(main())

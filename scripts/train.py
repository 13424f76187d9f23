"""Trains models/consistency.json and measures models/growth.json from the development data.

python scripts/train.py [--cases DIR] [--out FILE]
"""

from __future__ import annotations

import argparse
from pathlib import Path

from regression import logistic

from factcheck import growth, learning
from factcheck.model import FILE, models_dir

CASES = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "cases"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cases", type=Path, default=CASES, help="folder with pairs.jsonl")
    parser.add_argument("--out", type=Path, default=models_dir() / FILE)
    options = parser.parse_args()
    judged = learning.read_cases(options.cases / "pairs.jsonl")
    fitted = learning.train(judged, f"{len(judged)} judged pairs of the bundled reports", logistic)
    options.out.write_text(learning.dump(fitted), encoding="utf-8")
    curve = growth.measure(learning.growth_steps())
    options.out.with_name(growth.FILE).write_text(growth.dump(curve), encoding="utf-8")
    print(f"{len(judged)} pairs → {options.out}")


if __name__ == "__main__":
    main()

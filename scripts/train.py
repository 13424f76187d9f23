"""Trains the models of models/ from the development data.

python scripts/train.py [--data DIR] [--out DIR]

consistency.json  pairs of figures: the judged cases
growth.json       how tolls grow: the bundled reports in order of time
statements.json   pairs of bare statements: VitaminC and news sentences, features only
tolls.json        killed and wounded of stories of shootings: two sets, features only
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # a checkout trains itself

from choices import conditional
from forest import grow
from regression import logistic

from factcheck import (
    growth,
    learning,
    model,
    statement_learning,
    statements,
    toll_choice,
    toll_learning,
    trees,
)
from factcheck.benchmarks import news, report_pairs, stories

NOTE = (
    "numeric claim-evidence pairs of VitaminC (CC BY-SA 3.0), altered ones, and altered news "
    "sentences: features only"
)
DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the development data")
    parser.add_argument("--out", type=Path, default=model.models_dir(), help="folder to write to")
    options = parser.parse_args()
    judged = learning.read_cases(options.data / "cases" / "pairs.jsonl")
    read = report_pairs.as_read(judged, report_pairs.questions(options.data / "cases"))
    note = f"{len(judged)} judged pairs of the bundled reports, as recorded and as read"
    fitted = learning.train(judged, note, logistic, read=read)
    write(options.out / model.FILE, learning.dump(fitted))
    curve = growth.measure(learning.growth_steps())
    write(options.out / growth.FILE, growth.dump(curve))
    pairs, dropped = statement_learning.voted(
        statement_learning.read_pairs(options.data / "vitaminc_numeric.jsonl.gz")
    )
    print(f"VitaminC: {len(pairs)} pairs, {dropped} dropped for contradictory labels")
    forest = grow(statement_learning.training(pairs, news.sentences(options.data)), NOTE)
    write(options.out / statements.FILE, trees.dump(forest))
    write(options.out / toll_choice.FILE, toll_choice.dump(chooser(options.data)))


def chooser(data: Path) -> toll_choice.Chooser:
    """Weights for the tolls of stories, from both sets."""
    told = toll_learning.of_stories(stories.load(data / "shootings.jsonl.gz"))
    named = toll_learning.of_named(data / "gvdb.jsonl.gz")
    note = (
        f"{len(told)} shooting stories with their incident's final toll (SemEval-2018 task 5) and "
        f"{len(named)} of the Gun Violence Database (Apache-2.0), features only"
    )
    return toll_learning.train([*told, *named], note, conditional)


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {len(text):,} bytes")


if __name__ == "__main__":
    main()

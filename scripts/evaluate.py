"""Prints how well the engine does on the development data, a section a benchmark.

python scripts/evaluate.py [SECTION…]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from regression import logistic

from factcheck import evaluation, learning
from factcheck.evaluation import APART, ENGINES, MEASURES, Outcome

DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def relations() -> None:
    """Relations of the judged pairs from recorded figures, leave one event out, pooled."""
    cases = learning.read_cases(DATA / "cases" / "pairs.jsonl")
    models = evaluation.fold_models(cases, logistic)
    for name, engine in ENGINES:
        told = evaluation.outcomes(cases, models, engine)
        for label, own in slices(told):
            print(f"\n{name}, {label}: {len(own)} pairs")
            for measure, function in MEASURES:
                print(f"  {measure:<24}{evaluation.estimate(own, function)}")


def slices(told: Sequence[Outcome]) -> list[tuple[str, list[Outcome]]]:
    """All pairs, and those that touch the event developed on apart from the others."""
    return [
        ("all events", list(told)),
        (f"without {APART}", [o for o in told if APART not in o.case.events]),
        (f"{APART} alone", [o for o in told if APART in o.case.events]),
    ]


SECTIONS: tuple[tuple[str, Callable[[], None]], ...] = (("relations", relations),)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    names = [name for name, _ in SECTIONS]
    parser.add_argument("sections", nargs="*", choices=[*names, []], help="; ".join(names))
    wanted = parser.parse_args().sections or names
    for name, section in SECTIONS:
        if name in wanted:
            print(f"== {name}: {(section.__doc__ or '').strip()}")
            section()


if __name__ == "__main__":
    main()

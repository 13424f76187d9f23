"""Trains the models of models/ from the development data.

python scripts/train.py [--data DIR] [--out DIR] [--write-rows FILE | --from-rows FILE]

consistency.json  pairs of figures: the judged cases
growth.json       how tolls grow: the bundled reports in order of time
statements.json   pairs of bare statements: VitaminC, news sentences, written pairs, features only
tolls.json        killed and wounded of stories of shootings: two sets, features only
grounds.json      figures of one story that differ: the same desk cases; reports and stories of the
                  tune parts
story.json        figures of one story: desk cases not held out, bundled reports
unreal.json       harm that is reported or made up: wire sentences, reports and stories of the
                  tune parts, signs only

and claims_db/data/links.json: which documents tell of one happening, from those of the
happenings that aren't held out, where the data is at hand.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # a checkout trains itself

from claims_db import linking
from claims_db.records import Document
from factcheck import learned, seed
from factcheck.bare import statements
from factcheck.benchmarks import desk, events, news, report_pairs, stories, wire
from factcheck.benchmarks.stories import held_out
from factcheck.judging import experts, grounds, growth, model, story_figures
from factcheck.learned import models_dir
from factcheck.reading import toll_choice
from factcheck.rules import unreal
from factcheck.training import (
    grounds_learning,
    learning,
    link_learning,
    statement_learning,
    story_learning,
    toll_learning,
    training_rows,
    unreal_learning,
    written_pairs,
)
from factcheck.training.learning import Regression
from scripts.choices import conditional
from scripts.forest import grow
from scripts.ground_rows import of_cases, of_documents
from scripts.regression import logistic

NOTE = (
    "numeric claim-evidence pairs of VitaminC (CC BY-SA 3.0), altered ones, altered news "
    "sentences, and pairs written for this project: features only"
)
NOTE_LINKS = (
    "bundled reports, shooting stories (SemEval-2018 task 5) and conflict headlines (UCDP GED), "
    "of happenings not held out: weights and counts of single words only"
)
NOTE_STORY = "desk cases written for this project, odd ones, and the bundled reports"
NOTE_GROUNDS = (
    "desk cases written for this project, odd ones; the bundled reports and shooting stories "
    "(SemEval-2018 task 5) not held out: signs only"
)
NOTE_UNREAL = (
    "wire sentences written for this project, the bundled reports, shooting stories "
    "(SemEval-2018 task 5) and conflict headlines (UCDP GED) not held out: signs only"
)
# Tables of wire sentences that are no longer blind.
WIRE = (
    "wire_sentences wire_agencies wire_papers wire_constructs blind2/wire_sentences "
    "blind3/wire_sentences"
).split()
STORY_STRENGTH = 0.1
DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
CASES = Path(__file__).resolve().parent.parent / "tests" / "cases"
LINKS = Path(__file__).resolve().parent.parent / "claims_db" / "data" / linking.FILE


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the development data")
    parser.add_argument("--out", type=Path, default=models_dir(), help="folder to write to")
    parser.add_argument("--write-rows", type=Path, help="write features and labels to a file too")
    parser.add_argument("--from-rows", type=Path, help="train from such a file, without the data")
    options = parser.parse_args()
    rows = training_rows.read(options.from_rows) if options.from_rows else gather(options.data)
    if options.write_rows:
        training_rows.write(options.write_rows, rows)
        print(f"{options.write_rows.name}: {options.write_rows.stat().st_size:,} bytes")
    write(options.out / model.FILE, learning.dump(learning.fitted(rows.pairs, logistic)))
    write(options.out / growth.FILE, growth.dump(growth.measure(rows.steps)))
    judge = grow(rows.statements, rows.statements_note)
    write(options.out / statements.FILE, experts.dump(judge))
    if not options.from_rows:
        told = tuned(options.data)
        sets = {
            name: [link_learning.known(one.event, one.document, one.claims) for one in own]
            for name, own in told.items()
        }
        links = link_learning.train(sets, made_of(sets["stories"]), NOTE_LINKS, conditional)
        write(LINKS, linking.dump(links))
        told_apart = of_cases(desk_cases())
        for name in ("reports", "stories"):
            told_apart += of_documents(told[name])
        judge_of = grounds_learning.train(told_apart, NOTE_GROUNDS, weak)
        write(options.out / grounds.FILE, learned.dump(judge_of))
        made_up = unreal_learning.train(unreal_rows(told), NOTE_UNREAL, logistic)
        write(options.out / unreal.FILE, learned.dump(made_up))
    story = story_learning.train(story_rows(), NOTE_STORY, weak)
    write(options.out / story_figures.FILE, learned.dump(story))
    chooser = toll_learning.train(rows.tolls, rows.tolls_note, conditional)
    write(options.out / toll_choice.FILE, toll_choice.dump(chooser))


def tuned(data: Path) -> dict[str, list[events.Told]]:
    """Documents with the happening they tell of, of happenings that aren't held out: reports,
    stories, headlines."""
    told = {
        "reports": events.reports(data / "cases" / "reports.jsonl"),
        "stories": events.shootings(data / "shootings.jsonl.gz"),
        "headlines": events.headlines(data / "ucdp_pakistan.jsonl.gz"),
    }
    return {name: [one for one in own if not held_out(one.event)] for name, own in told.items()}


def desk_cases() -> list[dict[str, Any]]:
    """The cases written for training, and every other of the tables that tell how well it went."""
    written = ("desk_cases", "desk_cases_2")
    cases = [case for name in written for case in desk.load(CASES / "training" / f"{name}.jsonl")]
    for name in desk.TABLES:
        told = desk.load(CASES / "desk" / f"{name}.jsonl")
        cases += [case for case in told if int(case["id"][1:]) % 2]
    return cases


def story_rows() -> list[story_learning.StoryRow]:
    """Figures of one story: of the desk cases, and of the bundled reports."""
    reports: dict[str, list[Document]] = {}
    for document, told_of in seed.seed_documents():
        events = {claim.event for claim in told_of if claim.event}
        for event in events:
            reports.setdefault(event, []).append(document)
    return story_learning.of_cases(desk_cases()) + story_learning.of_reports(reports)


def weak(
    vectors: Sequence[Sequence[float]], labels: Sequence[str], weights: Sequence[float]
) -> Regression:
    """The learner of figures of one story: more is held back of what few rows tell."""
    return logistic(vectors, labels, weights, STORY_STRENGTH)


def unreal_rows(told: Mapping[str, Sequence[events.Told]]) -> list[unreal_learning.Sign]:
    """Counts of harm that are reported or made up; of the tables written for this, every other
    line, so that the rest tells how well it went."""
    rows: list[unreal_learning.Sign] = []
    for name in ("wire_unreal", "wire_real_harm"):
        odd = [line for line in wire.load(CASES / f"{name}.jsonl") if int(line["id"][1:]) % 2]
        rows += unreal_learning.of_table(odd, name)
    for name in WIRE:
        rows += unreal_learning.of_table(wire.load(CASES / f"{name}.jsonl"), name)
    for name, own in told.items():
        rows += unreal_learning.of_reports([one.document.text for one in own], name)
    return rows


def made_of(stories: Sequence[link_learning.Known]) -> dict[str, list[link_learning.Known]]:
    """The stories once more: as a few sentences each, as if of one city, and as both."""
    short = [short for one in stories if (short := link_learning.shortened(one)) is not None]
    return {
        "short": short,
        "crowded": link_learning.crowded(stories),
        "crowded and short": link_learning.crowded(short),
    }


def gather(data: Path) -> training_rows.TrainingRows:
    """The rows of the development data."""
    judged = learning.read_cases(data / "cases" / "pairs.jsonl")
    read = report_pairs.as_read(judged, report_pairs.questions(data / "cases"))
    note = f"{len(judged)} judged pairs of the bundled reports, as recorded and as read"
    pairs, dropped = statement_learning.voted(
        statement_learning.read_pairs(data / "vitaminc_numeric.jsonl.gz")
    )
    print(f"VitaminC: {len(pairs)} pairs, {dropped} dropped for contradictory labels")
    told = toll_learning.of_stories(stories.load(data / "shootings.jsonl.gz"))
    named = toll_learning.of_named(data / "gvdb.jsonl.gz")
    return training_rows.TrainingRows(
        pairs=learning.gathered(judged, note, read=read),
        steps=learning.growth_steps(),
        statements=statement_learning.training(
            pairs, news.sentences(data), written_pairs.read(CASES)
        ),
        statements_note=NOTE,
        tolls=[*told, *named],
        tolls_note=(
            f"{len(told)} shooting stories with their incident's final toll (SemEval-2018 task 5) "
            f"and {len(named)} of the Gun Violence Database (Apache-2.0), features only"
        ),
    )


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {len(text):,} bytes")


if __name__ == "__main__":
    main()

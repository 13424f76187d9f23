"""News sentences of the development data, for pairs that are made of them in training."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from factcheck.text import sentences as sentence_split
from factcheck.training.news_pairs import NewsSentence

LEAD = 2  # sentences of a story that tell its happening


def sentences(data: Path) -> list[NewsSentence]:
    """Titles and leads of shooting stories, sentences of the bundled reports, headlines that
    tell a toll; what is not at hand is left out."""
    return [*_stories(data), *_reports(data), *_headlines(data)]


def _stories(data: Path) -> Iterator[NewsSentence]:
    for line in _lines(data / "shootings.jsonl.gz"):
        story = json.loads(line)
        event = f"shooting {story['event']}"
        yield NewsSentence(event, story["title"])
        for at, sentence in enumerate(sentence_split.split(story["text"])):
            if at >= LEAD:
                break
            yield NewsSentence(event, " ".join(sentence.text.split()))


def _reports(data: Path) -> Iterator[NewsSentence]:
    for line in _lines(data / "cases" / "reports.jsonl"):
        report = json.loads(line)
        for sentence in sentence_split.split(report["text"]):
            yield NewsSentence(f"report {report['event']}", " ".join(sentence.text.split()))


def _headlines(data: Path) -> Iterator[NewsSentence]:
    for line in _lines(data / "ucdp_pakistan.jsonl.gz"):
        event = json.loads(line)
        for report in event["reports"]:
            told = report["headline"]
            if report["deaths_in_headline"] is not None and not told.isupper():
                yield NewsSentence(f"conflict {event['id']}", told.rstrip("."))


def _lines(path: Path) -> Iterator[str]:
    if not path.exists():
        return
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from lines
    else:
        yield from path.read_text("utf-8").splitlines()

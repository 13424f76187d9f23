"""Reading takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import time

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read

SHORT, LONG = 10_000, 80_000  # characters
# What is linear takes eight times as long, what is quadratic sixty-four.
MOST = 24.0
LEAST = 0.02  # seconds: below, the clock tells nothing
TRIES = 12  # on a busy machine one reading may take ten times another's processor time

TEXTS: dict[str, str] = {
    "digits": "1",
    "figures": "12 ",
    "commas": ",",
    "digits and commas": "1,",
    "thousands": "1,234,567",
    "million million": "million ",
    "number words": "one million and ",
    "open quotes": "“",
    "quotes of figures": "“12 dead ",
    "quoted speech": '"12 killed," he said. ',
    "one endless sentence": "twelve people were killed in Kyiv and officials said 5 were hurt ",
    "endless verbs": "killed 12, wounded 5, ",
    "capitals": "KYIV LVIV PARIS ",
    "names": "John Smith of London and Mary Of The North ",
    "lines": "12 dead\n",
    "blank lines": "\n ",
    "hyphens": "5-year-old-",
    "sources": "according to the ",
    "saying": "said ",
    "none": "no or no injuries ",
    "the city": "in the city of in the capital ",
    "superlatives": "the biggest the worst attack ever ",
    "years": "in 2014 of 1999 since ",
    "dots": "a.",
    "addresses": "a@",
    "letters": "a",
    "money": "$5 to $6 to ",
    "shares": "5% up 3% ",
    "parts": "12 people including 3 children ",
    "ages": "Jane Roe, 34, ",
    "ranges": "between 1 and ",
    "rates": "per 100 ",
    "slashes": "1/2/",
}


@pytest.mark.parametrize("piece", TEXTS.values(), ids=list(TEXTS))
def test_time_grows_with_the_text(piece: str) -> None:
    read(Document("Twelve people died in Kyiv on Monday.", published="2025-04-25"))
    short = long = float("inf")
    for _ in range(TRIES):
        short = min(short, taken(repeated(piece, SHORT)))
        long = min(long, taken(repeated(piece, LONG)))
        if long < max(short, LEAST) * MOST:
            return
    raise AssertionError(f"{short:.3f} s at best, then {long:.3f} s")


def repeated(piece: str, length: int) -> Document:
    return Document(piece * (length // len(piece)), published="2025-04-25")


def taken(document: Document) -> float:
    """Processor time, in seconds."""
    start = time.process_time()
    read(document)
    return time.process_time() - start

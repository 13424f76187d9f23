"""Reading takes time in proportion to the text, whatever the text."""

from __future__ import annotations

import pytest

from claims_db.records import Document
from factcheck.reading.claims import read
from tests.factcheck.growing import grows_linearly

SHORT = 10_000  # characters

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
    "inches": 'a 27" screen, ',
}


@pytest.mark.parametrize("piece", TEXTS.values(), ids=list(TEXTS))
def test_time_grows_with_the_text(piece: str) -> None:
    read(Document("Twelve people died in Kyiv on Monday.", published="2025-04-25"))
    assert grows_linearly(lambda size: read(repeated(piece, size)), SHORT)


def repeated(piece: str, length: int) -> Document:
    return Document(piece * (length // len(piece)), published="2025-04-25")

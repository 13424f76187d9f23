"""A text as sentences with offsets; linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """`text` stands at `start` of the document; `paragraph` counts from 0."""

    text: str
    start: int
    paragraph: int


# A stop, closing quotes, white space, then what may open a sentence; or a stop glued to the next
# sentence's capital ("night.Police said"), as stripped web pages have it.
BREAK = re.compile(
    r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9À-ÞА-ЯΑ-Ω])"
    r"|(?<=[a-z0-9%)][.!?])(?=[A-Z][a-z])"
    r"|(?<=[.!?][\"”’])(?=[A-Z][a-z])"
)
PARAGRAPH = re.compile(r"\n\s*\n|\n")
# Words whose full stop does not end a sentence, when a capital or a digit follows.
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Cpl|Capt|Cmdr|Maj|Gov|Sen|Rep|Rev|Hon|Pres|St|Ft|Mt|Jr|Sr|Inc|Ltd|Co|"
    r"Corp|No|Nos|vs|v|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|"
    r"Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Vt|Va|"
    r"Wash|Wis|Wyo|Supt|Det|Dep|Brig|Adm|Pvt|Ave|Blvd|Rs|Ph|al|cf|ca|pp|sq|a\.m|p\.m|i\.e|e\.g)|\b[A-Z](?:\.[A-Z])*)\.$"
)
# "5:35 p.m. Police said": a time of day may end a sentence before a capitalised word that isn't a weekday.
CLOCK_END = re.compile(r"\b[ap]\.m\.$")
NAME_AFTER = re.compile(r"(?:[A-Z][a-z]+|\d)")
STARTERS = frozenset(
    "the a an this that these those it he she they we police officers officials authorities when "
    "after but and in at on no one two three four five six he's there then investigators witnesses "
    "according anyone another both all his her their".split()
)


def split(text: str) -> Iterator[Sentence]:
    """Sentences in order; every non-blank character of the text is in exactly one."""
    begin = 0
    paragraph = 0
    length = len(text)
    while begin < length:
        match = PARAGRAPH.search(text, begin)
        end, after = (match.start(), match.end()) if match else (length, length)
        if match and _runs_on(text, begin, end, after):
            end, after = _hard_wrapped(text, begin, end, after)
        yield from _paragraph(text, begin, end, paragraph)
        paragraph += 1
        begin = after


def _runs_on(text: str, begin: int, end: int, after: int) -> bool:
    """Whether a single line break stands inside a sentence, as in hard-wrapped wires."""
    if after >= len(text) or end - begin < 40 or text[end:after].count("\n") > 1:
        return False
    return text[end - 1] not in '.!?:"”’' and text[after].islower()


def _hard_wrapped(text: str, begin: int, end: int, after: int) -> tuple[int, int]:
    while _runs_on(text, begin, end, after):
        match = PARAGRAPH.search(text, after)
        if match is None:
            return len(text), len(text)
        begin = after
        end, after = match.start(), match.end()
    return end, after


def _paragraph(text: str, begin: int, end: int, paragraph: int) -> Iterator[Sentence]:
    start = begin
    for match in BREAK.finditer(text, begin, end):
        cut = match.start()
        if _abbreviated(text, start, cut, match.end()):
            continue
        found = _trimmed(text, start, match.end(), paragraph)
        if found:
            yield found
        start = match.end()
    found = _trimmed(text, start, end, paragraph)
    if found:
        yield found


def _abbreviated(text: str, start: int, cut: int, after: int) -> bool:
    head = text[max(start, cut - 12) : cut]
    if not head.endswith(".") or not ABBREVIATION.search(head):
        return False
    word = re.match(r"[A-Za-z']+", text[after : after + 20])
    starts = word is not None and word.group().lower() in STARTERS
    if CLOCK_END.search(head) or re.search(r"\b[A-Z]\.[A-Z]\.$", head):
        return not starts
    return True


def _trimmed(text: str, start: int, end: int, paragraph: int) -> Sentence | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(text[start:end], start, paragraph) if end > start else None

"""A text as sentences with offsets; linear in the length of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words


class Sentence:
    """`text` stands at `start` of the document; `paragraph` counts from 0."""

    __slots__ = ("paragraph", "start", "text")

    def __init__(self, text: str, start: int, paragraph: int) -> None:
        self.text = text
        self.start = start
        self.paragraph = paragraph


# A stop, closing quotes, white space, then what may open a sentence; or a stop glued to the next
# sentence's capital ("night.Police said"), as stripped web pages have it.
_BREAK: Final = re.compile(
    r"[.!?…](?:[\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[A-Z0-9À-ÞА-ЯΑ-Ω])"
    r"|(?<=[a-z0-9%)][.!?])(?=[A-Z][a-z])"
    r"|(?P<quote>(?<=[.!?])[\"”’])(?=[A-Z][a-z]))"
)
_A: Final = 65
_Z: Final = 90
_A_SMALL: Final = 97
_Z_SMALL: Final = 122
_ASCII: Final = 128
_STOPS: Final = (".", "!", "?", "…")
_ABBREVIATED: Final = frozenset(table(CONSTRUCTIONS).listed("sentences.abbreviations"))
_ABBREVIATION: Final = re.compile(
    rf"(?:\b(?:{alternation(table(CONSTRUCTIONS).listed('sentences.abbreviations'))})"
    r"|\b[A-Z](?:\.[A-Z])*)\.$"
)
_LONGEST_ABBREVIATION: Final = 12  # characters
# How an abbreviation ends, by its last three letters at most; any capital may be one.
_ENDINGS: Final = frozenset(
    word[-3:] for word in table(CONSTRUCTIONS).listed("sentences.abbreviations")
)
# "5:35 p.m. Police said": a time of day may end a sentence, and so may "U.S."
_MAY_END: Final = re.compile(r"\b[ap]\.m\.$|\b[A-Z]\.[A-Z]\.$")
_WORD: Final = re.compile(r"[A-Za-z']{1,20}")
_STARTERS: Final = words("sentences.starters")
_LINE: Final = 40  # characters of a line that may run on: shorter ones are headings and lists
_LONGEST: Final = 2000  # characters; what is longer is no sentence of news, but a table or worse
_SENTENCE_ENDS: Final = frozenset('.!?:"”’')


def split(text: str) -> Iterator[Sentence]:
    """Sentences in order; every non-blank character of the text is in exactly one."""
    begin = 0
    paragraph = 0
    while begin < len(text):
        end, after = _line(text, begin)
        first = begin
        while _runs_on(text, first, end, after):
            first = after
            end, after = _line(text, first)
        yield from _paragraph(text, begin, end, paragraph)
        paragraph += 1
        begin = after


def _line(text: str, begin: int) -> tuple[int, int]:
    """Where the line that begins there ends, and where the next one begins."""
    at = text.find("\n", begin)
    if at < 0:
        return len(text), len(text)
    after = k = at + 1
    while k < len(text) and text[k].isspace():
        k += 1
        if text[k - 1] == "\n":
            after = k  # behind blank lines
    return at, after


def _runs_on(text: str, begin: int, end: int, after: int) -> bool:
    """Whether a single line break stands inside a sentence, as in hard-wrapped wires."""
    if after >= len(text) or end - begin < _LINE or text.count("\n", end, after) > 1:
        return False
    return text[end - 1] not in _SENTENCE_ENDS and text[after].islower()


def _paragraph(text: str, begin: int, end: int, paragraph: int) -> list[Sentence]:
    found: list[Sentence] = []
    start = begin
    for stop, after, quoted in _breaks(text, begin, end):
        if not quoted and _abbreviated(text, start, stop + 1, after):
            continue
        _add_trimmed(found, text, start, after, paragraph)
        start = after
    _add_trimmed(found, text, start, end, paragraph)
    return found


def _breaks(text: str, begin: int, end: int) -> list[tuple[int, int, bool]]:
    """Where a sentence may end: at which stop, where the next one begins, and whether a quotation
    mark of another one ends it. The pattern is tried at stops alone, which are found far sooner
    sign by sign than by a search for any of them, and not where it is plain that it fits."""
    stops: list[int] = []
    kinds = 0
    for stop in _STOPS:
        at = text.find(stop, begin, end)
        kinds += at >= 0
        while at >= 0:
            stops.append(at)
            at = text.find(stop, at + 1, end)
    if kinds > 1:
        stops.sort()
    found: list[tuple[int, int, bool]] = []
    reached = begin
    for at in stops:
        if at < reached:
            continue
        if at + 2 < end and text[at + 1] == " " and _A <= ord(text[at + 2]) <= _Z:
            reached = at + 2
            found.append((at, reached, False))
            continue
        if at + 1 == end or _A_SMALL <= ord(text[at + 1]) <= _Z_SMALL:
            continue  # nothing follows, or the word goes on
        match = _BREAK.match(text, at, end)
        if match is not None:
            reached = match.end()
            found.append((at, reached, match["quote"] is not None))
    return found


def _abbreviated(text: str, start: int, cut: int, after: int) -> bool:
    """Whether the stop before `cut` belongs to an abbreviation and ends no sentence."""
    tail = text[max(start, cut - 4) : cut - 1]
    if tail not in _ENDINGS and tail[1:] not in _ENDINGS and tail[2:] not in _ENDINGS:
        last = ord(text[cut - 2]) if tail else 0
        if not (_A <= last <= _Z or (last >= _ASCII and tail[-1].isupper())):
            return False
    head = text[max(start, cut - _LONGEST_ABBREVIATION) : cut]
    if not head.endswith("."):
        return False
    known = head[head.rfind(" ") + 1 : -1] in _ABBREVIATED  # as most are: no pattern is tried
    if not known and not _ABBREVIATION.search(head):
        return False
    word = _WORD.match(text, after)
    begins = word is not None and word.group().lower() in _STARTERS
    return not (begins and _MAY_END.search(head))


def _add_trimmed(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while end - start > _LONGEST:
        cut = _cut(text, start)
        _add_trimmed(found, text, start, cut, paragraph)
        start = cut
    while start < end and text[start].isspace():
        start += 1
    bare = text[start:end].rstrip()
    if bare:
        found.append(Sentence(bare, start, paragraph))


def _cut(text: str, start: int) -> int:
    """Where an endless sentence is cut: behind a mark, else at a blank, else anywhere."""
    limit = start + _LONGEST
    for mark in ("; ", ", ", " ", "\n"):
        at = text.rfind(mark, start + _LONGEST // 2, limit)
        if at >= 0:
            return at + len(mark)
    return limit

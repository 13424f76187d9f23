"""The formats a document comes in: text → `Document`s.

Each reader takes the text, the name to put into messages and where to send warnings, and yields
documents. It raises InputError if there is none; single bad ones in a file of many are warned of.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from typing import Any, Final

from claims_db import moments
from claims_db.errors import InputError, TableError
from claims_db.records import Document
from factcheck.inputs import front_matter, markdown
from factcheck.inputs.charsets import LeftOut, Warn, decode
from factcheck.text import datelines

Reader = Callable[[str, str, Warn], Iterator[Document]]

TITLE_LENGTH: Final = 120
"""A first line longer than this many characters is a sentence, not a headline."""

_KEYS: Final = 8  # names of an object that are told
_SURROGATE: Final = re.compile("[\ud800-\udfff]")

_DATE_PREFIX: Final = re.compile(  # set in bold, as a heading or a quotation, in Markdown
    r"[\s#*_>]*\bdate(?P<colon>[ \t]*:)?[ \t]+"
    r"(?:(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:.]{4,15}(?:Z|[+-][0-9:]{2,6})?)?)(?![\w-])"
    r"|(?P<line>[^\n*_]{4,60})(?=[*_]*(?:\n|\Z)))(?:[*_]+(?=\n|\Z))?",
    re.IGNORECASE,
)
_BYLINE: Final = re.compile(r"by\s+\w", re.IGNORECASE)
_LINES: Final = 40  # that tell how wide a text is set
_PROSE: Final = 50  # characters of a line
_CLOSERS: Final = "\"'”’»)] "
_PUBLISHED: Final = re.compile(
    r"(?:datePublished\"\s{0,9}:\s{0,9}\"|published_time\"\s{1,9}content=\")([^\"<>]{10,40})\""
)


def from_text(text: str, where: str, warn: Warn) -> Iterator[Document]:
    """Plain text: front matter and a `date` prefix become `published` and are cut; line ends become
    \\n; else the text stays as it is. A headline and an agency's name at the end are read, not
    cut."""
    told, text = front_matter.split(_lines(text))
    text, published = _cut_date(text, where, warn)
    _demand(text, where)
    yield Document(
        text,
        title=told.get("title") or _title(text),
        published=_date(told.get("published"), where, warn)
        or published
        or datelines.written_on(text),
        outlet=told.get("outlet") or _agency(text),
        url=told.get("url"),
    )


def from_markdown(text: str, where: str, warn: Warn) -> Iterator[Document]:
    """Markdown, reduced to what a reader sees; front matter and a `date` prefix as in plain text,
    where a title that no mark tells is read as there."""
    told, text = front_matter.split(_lines(text))
    text, published = _cut_date(text, where, warn)
    reduced = markdown.reduce(text)
    _demand(reduced.text, where)
    yield Document(
        reduced.text,
        title=told.get("title") or reduced.title or _title(reduced.text),
        published=_date(told.get("published"), where, warn)
        or published
        or datelines.written_on(reduced.text),
        outlet=told.get("outlet"),
        url=told.get("url"),
    )


def from_html(text: str, where: str, warn: Warn) -> Iterator[Document]:
    """A web page: its main text, a blank line between paragraphs, and what it tells of itself."""
    import trafilatura  # 0.2 s that only pages are worth

    for name in ("trafilatura", "htmldate"):  # what they'd print, the InputError says
        logging.getLogger(name).addHandler(logging.NullHandler())
    # trafilatura takes for no page at all what doesn't say "html" at its beginning.
    page = text if "html" in text[:50].lower() else f"<!DOCTYPE html>\n{text}"
    try:
        found = trafilatura.bare_extraction(
            page,
            include_comments=False,
            with_metadata=True,
            # A date guessed from anywhere on the page is worse than none.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # a parser of others on any bytes at all
        raise InputError(f"can't be read as HTML ({error})", where=where) from error
    lines = (getattr(found, "text", None) or "").split("\n")
    main = "\n\n".join(line.strip() for line in lines if line.strip(" \t\r|-"))
    _demand(main, where, "has no text that an article could be")
    published = _with_clock(_date(getattr(found, "date", None), where, warn), page)
    published = published or datelines.written_on(main)
    yield Document(
        main,
        title=getattr(found, "title", None) or None,
        published=published,
        outlet=getattr(found, "sitename", None) or None,
        url=getattr(found, "url", None) or None,
    )


def from_json(text: str, where: str, warn: Warn) -> Iterator[Document]:
    """An object with `text`, an array of them, {"documents": [...]}, or JSON Lines after all."""
    try:
        value = _load(text, where)
    except InputError:
        if not _opens_with_an_object(text):
            raise
        yield from from_jsonl(text.encode("utf-8", "replace").split(b"\n"), where, warn)
        return
    if isinstance(value, dict) and "text" not in value and "documents" in value:
        value = value["documents"]
    if not isinstance(value, list):
        yield _document(value, where, warn)
        return
    named = ((f"{where}, document {n}", item) for n, item in enumerate(value, 1))
    yield from _good((partial(_document, item, name, warn) for name, item in named), where, warn)


def from_jsonl(lines: Iterable[bytes], where: str, warn: Warn) -> Iterator[Document]:
    """One document a line. A malformed line is warned of and the rest goes on."""
    named = ((f"{where}, line {n}", line) for n, line in enumerate(lines, 1) if line.strip())
    yield from _good((partial(_line, line, name, warn) for name, line in named), where, warn)


def sniff(text: str) -> Reader:
    """The reader for text without a name: JSON or JSON Lines, HTML, else plain text."""
    head = text[:500].lstrip().lower()
    if re.match(r"\{\s*\"|\[\s*\{\s*\"", head):
        return from_json
    if re.match(
        r"(?:<\?xml[^<>]*>\s*)?<(?:!doctype\s+html|!--|html|head|body|article|div|p)", head
    ):
        return from_html
    return from_text


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _demand(text: str, where: str, fault: str = "has no text") -> None:
    if not text.strip():
        raise InputError(fault, where=where, mend="Give the article's text")


def _date(value: str | None, where: str, warn: Warn) -> str | None:
    """A date in the shortest ISO form; None with a warning for what is no date."""
    moment = moments.parse_or_none(value)
    if moment is None and value and value.strip():
        warn(f"{where}: {value[:40]!r} is not a date, read without one. Use YYYY-MM-DD")
    return moment.isoformat() if moment else None


def _cut_date(text: str, where: str, warn: Warn) -> tuple[str, str | None]:
    """The text after its `date YYYY-MM-DD` line or prefix, and that date."""
    match = _DATE_PREFIX.match(text)
    if match and match["iso"]:
        published = _date(match["iso"], where, warn)
    elif match and match["colon"] and (moment := moments.parse_or_none(match["line"])):
        published = moment.isoformat()  # "Date: April 25, 2025" on a line of its own
    else:
        return text, None
    return (text[match.end() :].lstrip() if match and published else text), published


def _title(text: str) -> str | None:
    """The first line, if it is short, ends without a period, and a blank line and a body follow, or
    a line that it need not have been broken for."""
    first, _, rest = text.lstrip().partition("\n")
    title = first.strip()
    second, _, body = rest.partition("\n")
    if len(title) > TITLE_LENGTH or not rest.strip():
        return None
    if second.strip() and not _breaks_off(title, second.strip(), body):
        return None
    if not second.strip() and not body.strip():
        return None
    if title.rstrip(_CLOSERS).endswith((".", ":")) or _BYLINE.match(title):
        return None
    if datelines.is_day_line(title) or datelines.holds_day(title, len(title) - 1):
        return None
    return title if any(map(str.isalpha, title)) else None


def _breaks_off(line: str, following: str, rest: str) -> bool:
    """Whether a line ends before a text's lines do: the next word would have fitted in the widest
    of them, so that no wrapping broke it. Texts of short lines alone are no prose."""
    widest = max(map(len, (following, *rest.split("\n", _LINES)[:_LINES])))
    word = following.split(maxsplit=1)[0]
    if widest < _PROSE:
        return False
    return not word[0].islower() and line[-1] not in ",;" and len(line) + 1 + len(word) <= widest


def _agency(text: str) -> str | None:
    """The news agency that the text ends with, as archives glue it there."""
    ending = text.rstrip()[-100:].rpartition("\n")[2]
    match = _agency_ending().search(ending)
    return _agencies()[match[match.lastindex or 0]] if match else None


@cache
def _agencies() -> dict[str, str]:
    """How an agency signs → the name to show."""
    table = files("factcheck") / "data" / "agencies.txt"
    names: dict[str, str] = {}
    for number, line in enumerate(table.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        aliases = [alias.strip() for alias in line.split("|")]
        if "" in aliases or any(alias in names for alias in aliases):
            raise TableError("empty or repeated name", where=f"agencies.txt, line {number}")
        names |= dict.fromkeys(aliases, aliases[0])
    return names | {name.upper(): shown for name, shown in names.items()}


@cache
def _agency_ending() -> re.Pattern[str]:
    """A name alone on the line, in brackets, after a dash, or after the end of a sentence."""
    name = "|".join(map(re.escape, sorted(_agencies(), key=len, reverse=True)))
    return re.compile(rf"\(({name})\)$|(?:^\s*|[.!?…][\"'”’»)\]]*\s*|[-–—©]\s*)({name})$")


def _with_clock(published: str | None, page: str) -> str | None:
    """The day with the hour, if the page states a time of publication on that day."""
    for stamp in _PUBLISHED.findall(page):
        moment = moments.parse_or_none(stamp)
        if moment and moment.precision == "minute" and moment.day.isoformat() == published:
            return moment.isoformat()
    return published


def _load(text: str, where: str) -> Any:
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise InputError(
            f"malformed JSON ({error.msg} at {place})",
            where=where,
            mend="Check its brackets and quotes",
        ) from error
    except (ValueError, RecursionError) as error:  # a number of 5,000 digits, 10,000 brackets
        raise InputError(
            "JSON that no reader takes: numbers too long or nested too deep", where=where
        ) from error


def _opens_with_an_object(text: str) -> bool:
    first, _, rest = text.lstrip().partition("\n")
    try:
        return bool(rest.strip()) and isinstance(_load(first, ""), dict)
    except InputError:
        return False


def _line(raw: bytes, where: str, warn: Warn) -> Document:
    return _document(_load(decode(raw, where, warn), where), where, warn)


def _document(value: Any, where: str, warn: Warn) -> Document:
    """A document from a JSON object; keys it doesn't know are passed over."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        names = ", ".join(map(str, list(value)[:_KEYS])) if isinstance(value, dict) else ""
        what = 'no document: it is no object with a "text"'
        if isinstance(value, dict) and "text" in value:
            what = 'no document: its "text" is not a string'
        elif names:
            what += f", but one with: {names}"
        raise InputError(what, where=where, mend='Use {"text": "…"}')
    text = _SURROGATE.sub("\ufffd", value["text"])
    _demand(text, where)
    told: dict[str, str | None] = {}
    for name in ("id", "title", "published", "outlet", "url"):
        entry = value.get(name)
        if isinstance(entry, int) and not isinstance(entry, bool):
            entry = str(entry)  # a numeric id, a year
        if not isinstance(entry, str | None):
            raise InputError(f'"{name}" is not a string', where=where, mend="Put it in quotes")
        told[name] = _SURROGATE.sub("\ufffd", entry).strip() or None if entry else None
    told["published"] = (
        _date(told["published"], where, warn)
        or _cut_date(text, where, warn)[1]
        or datelines.written_on(text)
    )
    return Document(text, **told)


def _good(attempts: Iterable[Callable[[], Document]], where: str, warn: Warn) -> Iterator[Document]:
    """The documents that can be read, with a warning for each that can't; InputError if none."""
    good = False
    for attempt in attempts:
        try:
            document = attempt()
        except InputError as error:
            warn(LeftOut(error))
            continue
        good = True
        yield document
    if not good:
        raise InputError(
            "holds no document that can be read", where=where, mend='Use {"text": "…"} for each'
        )

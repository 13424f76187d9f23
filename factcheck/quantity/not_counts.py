"""Numbers that are no quantities: clock times, dates, phones, addresses, names, scores, ids.

Two compiled patterns, tried around digits alone, give the spans to leave out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from factcheck.quantity import month_counts
from factcheck.quantity.day_ranges import MONTH, days_end
from factcheck.text.lexicon import currency_codes, lexicon
from factcheck.text.marks import HYPHENS
from factcheck.text.tokens import Tokens, is_letter
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table
from factcheck.text.words_at import word_at

_TABLE: Final = table(CONSTRUCTIONS)
_ISO: Final = 3  # letters of a currency code
_STREET: Final = rf"(?:{alternation(_TABLE.listed('not_counts.streets'))})\b"
_ROWS: Final = rf"(?:{alternation(_TABLE.phrases('not_counts.numbered_rows'))})"
_NUMBERED: Final = rf"(?:{alternation(_TABLE.phrases('not_counts.numbered'))})"
# Behind a day and month in digits: "the 7/7 bombings".
_REMEMBERED: Final = alternation(_TABLE.listed("not_counts.remembered"))
_YEAR: Final = r"(?:19|20)\d\d"
_ORDINAL: Final = r"(?:st|nd|rd|th)?"
# Between two days or hours: "5 to 9 June", "June 5 and 6", "8-10 p.m."
_THROUGH: Final = r"\s*(?:[-–]|\b(?:to|and|or|through|until|till)\b)\s*"
# Behind the second day of "June 5 and 6"; "June 5 and 12 people …" goes on otherwise.
_DATE_ENDS: Final = (
    r"(?=\s*(?:[.,;:)](?!\d)|$|(?:in|at|on|of|this|the|and|to|from|for|with|when|as|by|between|after"
    r"|before|during)\b|(?:19|20)\d\d\b))"
)
_DOMAIN: Final = r"\.(?:com|org|net|gov|edu|co\.uk|html?|php|aspx)\b"
# Some token of each mark of an address.
_ADDRESS_WORDS: Final = frozenset("/ www @ com org net gov edu uk htm html php aspx".split())
_ADDRESS_WORDS_MARK: Final = mark_of(_ADDRESS_WORDS)
_ADDRESS_MARK: Final = re.compile(rf"://|www\.|@|{_DOMAIN}")
_ADDRESS: Final = re.compile(
    rf"(?:https?://|www\.)\S{{1,400}}|\b[\w.-]{{1,80}}{_DOMAIN}\S{{0,400}}|\S{{1,80}}@\S{{1,80}}"
)
# Forms that begin with a digit or a sign.
_FROM_DIGITS: Final = {
    "iso": rf"{_YEAR}-\d\d?-\d\d?(?:t[\d:.]+z?)?\b",
    "slash": rf"\d{{1,2}}/\d{{1,2}}/(?:\d{{4}}|\d\d)\b|\d{{1,2}}\.\d{{1,2}}\.{_YEAR}\b"
    rf"|9/11\b|24/7\b|\d{{1,2}}/\d{{1,2}}(?=\s+(?:{_REMEMBERED})\b)",
    "clock": rf"\d{{1,2}}(?:[:.]\d\d)?{_THROUGH}\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?\s?m\b\.?"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:[ap]\.?\s?m\b\.?|gmt|utc|local|est|edt|pst|pdt"
    r"|cet|ist)"
    r"|\d{1,2}:\d\d\s?(?:hours|hrs)"
    r"|\d{1,2}:\d\d(?::\d\d)?\b|\d{1,2}\s?(?:[ap]\.m\.?|[ap]m\b|o['’]clock)"
    r"|\d{4}\s?(?:hours|hrs|gmt|utc|edt|pst|pdt|bst|cet|cest|aest|aedt|jst|hkt|sgt)\b"
    # "1630 EST", but "1500 est. were homeless"
    r"|(?:[01]\d|2[0-3])(?:15|30|45)\s?(?:est|ist)\b",
    "date": rf"\d{{1,2}}(?!\d){_ORDINAL}(?:{_THROUGH}\d{{1,2}}{_ORDINAL})?\s*[-–]?\s*(?:of\s+)?"
    rf"{MONTH}(?!\w)"
    rf"(?:,?\s+{_YEAR}\b)?",
    "decade": r"(?:19|20)?\d0['’]?s\b|[12]\d{3}s\b",
    # "2011-12", "2011 – 2013", but "the flood of 2003 – 12 dead, 40 hurt –"
    "season": rf"{_YEAR}(?:\s?[-–/]\s?{_YEAR}|[-–/]\d\d)\b",
    "ordinal": r"\d[\d,]{0,20}(?:st|nd|rd|th)\b",
    "phone": r"(?:\+\d{1,3}[\s.-]?)?(?:\(\d{3}\)\s?|\b\d{3}[\s.-])\d{3}[\s.-]\d{4}\b"
    r"|\+\d{1,3}[\s.-]?(?:\(\d{1,4}\)\s?)?\d{2,4}(?:[\s.-]\d{3,4}){1,3}\b"
    r"|0\d{2,4}\s\d{3,8}(?:\s\d{3,4})?\b"
    r"|\d{3}[-–.]\d{4}\b(?!\s+season)|1-\d{3}-[\w-]{7,40}|\d{3}-\d{3}-[a-z]{4,40}"
    r"|(?:911|999|112)(?=\s+(?:call|dispatch|operator|emergency|center|caller|tape))",
    # A pair, or more than the four decimals of an exchange rate.
    "coordinate": r"-?\b\d{1,3}\.\d{4,40}°?\s?[ns]?[,;\s]\s?-?\d{1,3}\.\d{4,40}\b"
    r"|-?\b\d{1,3}\.\d{6,40}\b",
    "ratio": r"\d{1,3}(?:\.\d{1,2})?:\d{1,3}\b",
    "block": r"\d{1,6}(?:\s+to\s+\d+)?(?:st|nd|rd|th)?[- ]block\b",
    "address": r"\d{1,5}[a-z]?(?:(?:[-–]|\s+(?:and|&)\s+)\d{1,5}[a-z]?)?\s+"
    r"(?:[nsew]\.?\s+|north\s+|south\s+|east\s+|west\s+)?"
    rf"(?:[a-z0-9'’]{{1,40}}\s+){{0,3}}?{_STREET}"
    rf"|\d{{1,5}},?\s+(?:{alternation(_TABLE.listed('not_counts.streets_before'))})\s+[a-z]",
    "numbered": r"#\s?\d+",
    "model": r"\dk\d{1,2}\b|\d{1,3}[a-z]\b(?<!\d[mkbspfglhvwtxc])|\d{2}ers\b"
    r"|\d{1,4}\s?[x×]\s?\d{1,4}m?\b(?!\^)"
    # "7ABC123", but "5ft10"
    r"|\d{1,4}[a-z]{1,4}\d{1,5}\b"
    # "the 777-300ER"; "5-10W" is a range, as the letters are a unit
    r"|\d{3}[-–]\d{1,4}[a-z]{1,4}\b",
    "ticker": rf"\d{{4,6}}\.(?:{alternation(_TABLE.listed('not_counts.share_suffixes'))})\b(?!\.)",
    "chain": r"\d{1,5}(?:[-–]\d{1,7}){2,5}\b(?![.,]?\d|[-–]?(?:year|month|day))",
    "score": r"\d{1,3}[-–]all\b"
    r"|\d{1,3}[-–]\d{1,3}\b(?![-–.,/]?\d|[-–]?\s?(?:year|month|week|day|percent|%))",
    "odds": r"\d{1,3}-to-\d{1,3}\b(?!-)",
    # "class of '09", but no quotation: "'12 people were killed,' police said"
    "year": r"(?:(?<=\bof\s)|(?<=\bin\s)|(?<=\bsince\s)|(?<=summer\s)|(?<=winter\s))['’]\d\d\b",
    "legal": r"§\s?\d+|\d{1,4}\([a-z0-9]\)|\d{1,2}:\d{1,3}-\d{1,3}\b",
}
_SIGNS: Final = frozenset("+(#§-'’")
# What stands behind the number of a form, where that is a word: a street, or one of these.
_STREETS: Final = frozenset(_TABLE.listed("not_counts.streets"))
_STREETS_MARK: Final = mark_of(_STREETS.union(_TABLE.listed("not_counts.streets_before")))
_BEHIND: Final = frozenset(
    "to and or through until till of hours hrs gmt utc local am pm a p block x est edt pst pdt bst"
    " cet cest ist aest aedt jst hkt sgt".split()
)
_CLOSING: Final = frozenset(', . ; ) ? ! ” "'.split())  # ends what is before it
_MONTH_STARTS: Final = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
_EMERGENCIES: Final = frozenset({"911", "999", "112"})
# Forms that begin with a letter, with a digit in the next two words.
_FROM_LETTERS: Final = {
    "date": rf"(?:{MONTH}\s+|\w{{3,6}}day\s+(?=\d{{1,2}}{_DATE_ENDS}))\d{{1,2}}{_ORDINAL}"
    rf"(?:\s*[-–]\s*\d{{1,2}}\b(?!,\d)|{_THROUGH}\d{{1,2}}{_ORDINAL}{_DATE_ENDS})?"
    rf"(?:,?\s+{_YEAR}\b)?(?!,?\d|\s?%|\s?per\s?cent)|{MONTH},?\s+(?:of\s+)?{_YEAR}\b",
    "phone": r"x\d{3,4}\b|(?:call|dial|phon)[a-z]{0,4}\s+(?:911|999|112|000|119)\b(?![,.]\d)",
    "block": r"block\s+of\s+\d+",
    "aperture": r"f/\d{1,2}(?:\.\d{1,2})?\b",
    # "ranked No. 12", but "Was anyone spared? No. 12 people died."
    "rank": r"(?<![.?!]\s)nos?\.\s?#?\d{1,4}\b(?![,.]\d|\s+(?:people|persons|men|women|children"
    r"|dead|killed|injured|wounded|died|were)\b)",
    # Codes of shares at an exchange: "HK:386", "TYO: 7203"
    "ticker": rf"(?:{alternation(_TABLE.listed('not_counts.exchanges'))})"
    r"(?:\s?:\d{2,6}|:\s\d{4,6})\b(?!\s+(?:people|dead|killed))",
    "address": r"(?:i|us|u\.s\.|sr|ca|fm|route|state route|county road|rt|hwy|highway|interstate)"
    r"[- ]\d{1,4}\b|[a-z]{1,2}\d[a-z\d]?\s\d[a-z]{2}\b",
    "row": rf"{_ROWS}\s+\d{{1,5}}(?:\([a-z0-9]{{1,3}}\)){{0,3}}"
    r"(?:(?:,\s*|\s*(?:and|to|through|or|[-–&])\s*)\d{1,5}){0,8}(?!\d)",
    "numbered": rf"{_NUMBERED}\.?\s+#?\d{{1,5}}[a-hlnrw]?\b(?:\([a-z0-9]{{1,3}}\)){{0,3}}"
    r"(?:\s+of\s+\d{1,4}\b)?"
    r"(?![,.]\d|[-–]\d|\s+(?:people|persons|civilians|children|percent|per cent|%|million|billion"
    r"|trillion|thousand))",
    "model": r"[a-z]{1,12}[-–]\d{1,4}[a-z]{0,2}\b(?![,.]\d|\s+(?:percent|%))|[a-z]+\d[\w-]*",
}


def _compiled(forms: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{form})" for name, form in forms.items()))


_DIGITS: Final = _compiled(_FROM_DIGITS)
_LETTERS: Final = _compiled(_FROM_LETTERS)
# The words that one of these begins with, unless a hyphen or a digit is glued to it.
_OPENERS: Final = frozenset(
    phrase.split()[0]
    for phrase in (
        *_TABLE.phrases("not_counts.numbered"),
        *_TABLE.phrases("not_counts.numbered_rows"),
        *_TABLE.listed("not_counts.openers"),
        *_TABLE.listed("not_counts.exchanges"),
    )
)
_JOINED: Final = re.compile(rf"(?:{alternation(_TABLE.listed('not_counts.joined'))})[-–]")
# ISO codes and a few short names stand glued to a sum: "USD10m", "Rs500"; or "US" behind a "$".
_GLUED: Final = [code for code in currency_codes() if len(code) == _ISO and code.isupper()]
_MONEY: Final = re.compile(
    rf"(?:{alternation((*_GLUED, *_TABLE.listed('currencies.glued')))}"
    rf"|(?<=\$)(?:{alternation(_TABLE.listed('currencies.after_sign'))}))\d"
)
# Two numbers that fall are a score; where votes are told of they are counts: "voted 52-48".
_BALLOT: Final = re.compile(
    r"\b(?:vot|ballot|ruling|ruled|(?:pass|approv|reject|clear|adopt|ratif|confirm|acquit|defeat)"
    r"\w*\b.*\b(?:senate|house|parliament|congress|assembly|council|lawmakers|bill|motion|committee"
    r"|chamber|resolution|measure)"
    r"|(?:lawmakers|legislators|senators|deputies|mps|councillors|delegates|parliament|senate|congress"
    r"|assembly|council)\b.{1,60}\b(?:approv|pass|reject|back|clear|adopt|ratif|endors|impeach)"
    r"|(?:bill|motion|resolution|amendment|treaty|budget)\b.{1,60}\b(?:pass|clear|fail|approv|reject"
    r"|defeat|adopt))",
    re.IGNORECASE,
)
_PLATE: Final = re.compile(r"\d+([a-z]+)\d+", re.IGNORECASE)
_NAMED_TAIL: Final = re.compile(r"[-–]\d+[a-z]+$")
_RESULT: Final = re.compile(r"[-–]\d|\s+(?:votes\s+)?to\s+\d")
# "fatalities now number 214": a verb.
_VERB_NUMBER: Final = re.compile(r"number\s")
_BEFORE_VERB: Final = re.compile(
    r"\b(?:now|they|who|which|s|dead|injured|wounded|missing|displaced)\s+$"
)
# The months that are other words in lower case: "may 12 people …", "march 5 miles".
_OTHER_WORDS: Final = re.compile(r"\b(?:may|mar|march)\b(?!,?\s+(?:19|20)\d\d)")
# What comes before the score of a game.
_SPORT: Final = re.compile(
    r"\b(?:beat\w*|defeat\w*|w[io]ns?|winning|los[st]\w*|losing|lead\w*|led|trail\w*|series|victory"
    r"|draw\w*|drew|tied?|scor\w+|record|improved|fell|rout\w*|game|match|set)\b|\d[-–]\d+[,;)]",
    re.IGNORECASE,
)
_HUNDRED: Final = 100
_NAME_BEFORE: Final = re.compile(r"(?<=\w )[A-Z]\w+\s$")
_WIDEST: Final = 5  # "took 4-37": no range whose ends lie so far apart has nothing behind it
_AGES: Final = re.compile(r"\bage[ds]?\b|\bbetween\b|\bfrom\b", re.IGNORECASE)
_SPORT_REACH: Final = 40  # characters before a score
# Phone numbers that may be counts: a short one, or one that is called: "called 112 witnesses".
_MAY_COUNT: Final = re.compile(r"\d{3}[-–.]\d{4}|[a-z]{2,9}\s+\d{3}")
_CALLED: Final = re.compile(r"\b(?:call|phone|tel|fax|dial|text|number|contact)", re.IGNORECASE)
_NEXT_WORD: Final = re.compile(r"[\s-]?([^\W\d_]{1,40}|%|[$€£])")
_SHORTEST_PLURAL: Final = 3  # letters of a word in -s that is none: was, its
_WITHIN_WORD: Final = re.compile(r"\w")
_BEFORE: Final = 4  # tokens before a digit that a form may begin at


class Span:
    """A stretch [start, end) of text."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start = start
        self.end = end


def spans(tokens: Tokens, starts: list[int]) -> list[Span]:
    """The number-like runs that are no quantities, in order; `starts` are the tokens that a
    number may begin at."""
    addresses = _addresses(tokens) if starts else []
    found = list(addresses)
    tried = reached = 0
    for i in starts:
        if not tokens.words[i][0].isdigit():
            continue
        for k in range(max(tried, i - _BEFORE), i + 1):
            at = tokens.starts[k]
            free = at >= reached and not (addresses and _within(addresses, at))
            span = _span_at(tokens, k) if free else None
            if span is not None:
                found.append(span)
                reached = span.end
        tried = i + 1
    return sorted(found, key=_start) if addresses else found


def _start(span: Span) -> int:
    return span.start


def _within(spans: list[Span], at: int) -> bool:
    """Whether the offset lies in one of the spans, which are in order."""
    before = bisect_right(spans, at, key=_start)
    return before > 0 and spans[before - 1].end > at


def _addresses(tokens: Tokens) -> list[Span]:
    """Web and mail addresses, which may hold numbers in words too."""
    text = tokens.lowered
    if not tokens.holds(_ADDRESS_WORDS_MARK) or not _ADDRESS_MARK.search(text):
        return []
    found: list[Span] = []
    at = 0
    for piece in text.split():  # no address goes across a blank
        at = text.index(piece, at)
        end = at + len(piece)
        if not piece.isalpha() and _ADDRESS_MARK.search(piece):
            for match in _ADDRESS.finditer(text, at, end):
                found.append(Span(match.start(), match.end()))
        at = end
    return found


def _span_at(tokens: Tokens, i: int) -> Span | None:
    """The form that begins at token `i`."""
    start, first = tokens.starts[i], tokens.words[i][0]
    if is_letter(first, 0):
        word = tokens.words[i]
        if word.endswith("day") and not _opens_number(tokens, i):
            word = ""  # a weekday opens a date with its digits right behind
        if not (word in _OPENERS or _goes_on(tokens, i)):
            return None
        if start and _WITHIN_WORD.match(tokens.lowered, start - 1):
            return None
        match = _LETTERS.match(tokens.lowered, start)
    elif _opens_number(tokens, i) if first in _SIGNS else first.isdigit() and _may_open(tokens, i):
        match = _DIGITS.match(tokens.lowered, start)
    else:
        return None
    if match is None or _is_quantity(match, tokens.text):
        return None
    return Span(start, days_end(tokens.lowered, start, match.end()))


def _may_open(tokens: Tokens, i: int) -> bool:
    """Whether a form may begin at the number there: quick, and wrong only in saying yes."""
    words = tokens.words
    if i + 1 == len(words) or not words[i].replace(",", "").isdigit() or words[i] in _EMERGENCIES:
        return True
    following = words[i + 1]
    if following in _CLOSING:  # a point may open the tail of a name: "9988.HK"
        tail = word_at(words, i + 2)
        return following == "." and tail.isalpha() and tokens.glued(i + 1) and tokens.glued(i + 2)
    if following in HYPHENS and i + 2 < len(words):  # "24-year-old"
        tied = words[i + 2]
        return not tied.isalpha() or tied in ("block", "all", "to") or tied[:3] in _MONTH_STARTS
    if not following.isalpha() or following in _BEHIND or following[:3] in _MONTH_STARTS:
        return True
    return tokens.glued(i + 1) or tokens.holds(_STREETS_MARK)


def _opens_number(tokens: Tokens, i: int) -> bool:
    """Whether a number stands behind a sign, as in "(212) 555-0100" and "#7"."""
    return i + 1 < len(tokens.words) and tokens.words[i + 1][0].isdigit()


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether a hyphen or a digit is glued to the word, as in F-16 and X5."""
    if i + 1 == len(tokens.words) or tokens.starts[i + 1] != tokens.end(i):
        return False
    return tokens.words[i + 1] in HYPHENS or tokens.words[i + 1][0].isdigit()


_NAMES: Final = re.compile(
    r"\d+[A-Za-z]?(?:(?:[-–]|\s+(?:and|&)\s+)\d+[A-Za-z]?)?\s+(?:[NSEWnsew]\.?\s+)?[A-Z0-9]"
)


def _is_quantity(match: re.Match[str], text: str) -> bool:
    """Whether a form is a quantity after all: "about-12", "may 12 people"."""
    form = match.lastgroup
    if form == "model":
        if _PLATE.fullmatch(match.group()) is not None:
            return _PLATE.sub(r"\1", match.group()) in lexicon().units
        if match.group()[0].isdigit() and _NAMED_TAIL.search(match.group()) is not None:
            return _is_unit(text[match.start() : match.end()])
        joined = _JOINED.match(match.group()) is not None
        sums = text.upper() if text.islower() else text
        return joined or _MONEY.match(sums, match.start()) is not None
    if form == "odds":  # "a 3-to-1 margin", "a 9-to-5 job" but "a 10-to-12-day wait"
        more, less = match.group().split("-to-")
        return int(more) < int(less)
    if form == "score" and match.group().endswith("all"):
        return False
    if form == "score":
        return _is_range(match, text)
    if form == "phone" and _MAY_COUNT.fullmatch(match.group()):
        if "." in match.group() and _CALLED.search(text, 0, match.start()) is None:
            return True  # "the index rose to 105.1400"
        return _counts_on(text, match.end())
    if form == "numbered" and _RESULT.match(text, match.end()):
        return _BALLOT.search(text) is not None  # "passed the bill 61-37"
    if form == "numbered" and _VERB_NUMBER.match(match.group()):
        return _BEFORE_VERB.search(text, max(0, match.start() - 12), match.start()) is not None
    if form == "numbered" and match.group()[0].isalpha():
        # "a bus 12 metres long" but "Flight 447 passengers"
        return text[match.start()].islower() and _counts_on(text, match.end())
    if form == "date":
        if _OTHER_WORDS.search(text, match.start(), match.end()) is not None:
            return True
        return text[match.end() - 1].isdigit() and month_counts.is_count(
            text, match.start(), match.end()
        )
    if form == "address":
        # "240 protesters in the square": the words of an address are names; "gave us 12".
        if match.group()[0].isdigit():
            return _NAMES.match(text, match.start(), match.end()) is None
        return text[match.start()].islower() and _counts_on(text, match.end())
    return False


def _is_unit(name: str) -> bool:
    """Whether the letters that end a form are a unit or a scale: "150-200bp"."""
    tail, lex = name.lstrip("0123456789-–"), lexicon()
    lowered = tail.lower()
    return tail in lex.cased_units or lowered in lex.glued_units or lowered in lex.suffixes


def _is_range(match: re.Match[str], text: str) -> bool:
    """Whether two numbers with a dash are counts: the ends of a range, or votes."""
    if _BALLOT.search(text) is not None:
        return True
    home, guest = match.group().replace("–", "-").split("-")
    if int(home) >= int(guest):
        return False
    if _counts_on(text, match.end()):
        return True
    if int(home) >= _HUNDRED and _NAME_BEFORE.search(text, 0, match.start()) is not None:
        return False  # a Boeing 737-800
    before = text[max(0, match.start() - _SPORT_REACH) : match.start()]
    wide = 0 < int(home) * _WIDEST < int(guest) and _AGES.search(before) is None
    return not wide and _SPORT.search(before) is None


def _counts_on(text: str, end: int) -> bool:
    """Whether the word behind a number at `end` is a unit, a scale word or a plural."""
    following = _NEXT_WORD.match(text, end)
    if following is None:
        return False
    word, lex = following.group(1).lower(), lexicon()
    counted = word in lex.units or word in lex.scales or word in lex.people
    return counted or (word.endswith("s") and len(word) > _SHORTEST_PLURAL and word not in lex.stop)

"""The forms in which news text writes times, as regular expressions over `data/times.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

from claims_db.errors import TableError
from factcheck.text.marks import DASHES
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import IN_DIGITS, spot_of

TABLE: Final = "times.toml"


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, Any]]:
    text = (files("factcheck") / "data" / TABLE).read_text("utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), where=TABLE, mend="Mend the TOML at that line") from error
    for section, size in (("months", 12), ("weekdays", 7)):
        for column in ("names", "abbreviations"):
            if len(table.get(section, {}).get(column, ())) != size:
                raise TableError(f"[{section}] {column} needs {size} entries", where=TABLE)
    return table


def words(name: str) -> frozenset[str]:
    """A list of the table, lower case."""
    return frozenset(_table()["words"][name])


def ahead_words() -> dict[str, frozenset[str]]:
    """Words that tell of the future, each with the words of which one must follow it."""
    return {word: frozenset(after) for word, after in _table()["ahead"].items()}


def _names(section: str, *, short: bool) -> str:
    names = _table()[section]["names"]
    full = [*names, *(name.upper() for name in names)]
    abbreviations = [rf"{name}\b\.?" for name in _abbreviations(section)]
    return "|".join([rf"{name}\b" for name in full] + (abbreviations if short else []))


def _abbreviations(section: str) -> list[str]:
    return [short for listed in _table()[section]["abbreviations"] for short in listed.split()]


def _by_letter(words: list[str]) -> str:
    """Single words as an alternation that branches on the first letter once."""
    tails: dict[str, list[str]] = {}
    for word in words:
        if " " not in word and len(word) > len("an"):
            tails.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in tails.items())


NUMBERS: Final[dict[str, int]] = _table()["numbers"]
ORDINALS: Final[dict[str, int]] = _table()["ordinals"]
MONTHS: Final = {name[:3].lower(): n for n, name in enumerate(_table()["months"]["names"], 1)}
WEEKDAYS: Final = {name[:3].lower(): n for n, name in enumerate(_table()["weekdays"]["names"])}
# --- the grammar --------------------------------------------------------------------------------

FEASTS: Final[dict[str, tuple[int, int]]] = {
    name: (month, day) for name, (month, day) in _table()["feasts"].items()
}
# Days from Easter Sunday; month, weekday, which of them and days from it.
EASTER_FEASTS: Final[dict[str, int]] = dict(_table()["easter"])
WEEKDAY_FEASTS: Final[dict[str, tuple[int, int, int, int]]] = {
    name: (month, weekday, nth, by)
    for name, (month, weekday, nth, by) in _table()["weekday_feasts"].items()
}
SEASONS: Final[dict[str, int]] = dict(_table()["seasons"])
_FEAST_NAMES: Final = (*FEASTS, *EASTER_FEASTS, *WEEKDAY_FEASTS)
_FEAST: Final = "|".join(name.replace("'", "['’]") for name in _FEAST_NAMES)

_MON: Final = rf"(?:{_names('months', short=True)})"
_MON_FULL: Final = rf"(?:{_names('months', short=False)})"
_WD: Final = rf"(?:{_names('weekdays', short=False)})"
_WD_SHORT: Final = rf"(?:{_names('weekdays', short=True)})"
_NUMBER_WORDS: Final = "|".join(
    f"[{n[0].upper()}{n[0]}]{n[1:]}" for n in sorted(NUMBERS, key=len, reverse=True)
)
_ORDINAL_WORDS: Final = "|".join(f"[{n[0].upper()}{n[0]}]{n[1:]}" for n in ORDINALS)
_NUM: Final = rf"(?:\d{{1,3}}|{_NUMBER_WORDS})"
_YEAR: Final = r"(?:19|20)\d\d"
_PART: Final = r"(?:[Ee]arly|[Ll]ate|[Mm]id|(?:[Tt]he )?(?:beginning|start|end) of)[\s-]+"
_OF_DAY: Final = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|(?P<night>night)))?"
_ORD: Final = r"(?:st|nd|rd|th)?\b"
_ZONE: Final = r"(?:\s+(?:local(?:\s+time)?|GMT|UTC|[A-Z]{2,4}T)\b)?(?:\s?\((?=\d)[^()]{3,20}\))?"

FORMS: Final[dict[str, str]] = {
    "iso": r"(?P<iso_y>(?:19|20)\d\d)-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)"
    r"(?:[T ](?P<iso_c>(?:[01]\d|2[0-3]):[0-5]\d))?(?![\d-])",
    "numeric": rf"(?P<num_a>\d\d?)(?P<num_s>[/.])(?P<num_b>\d\d?)(?P=num_s)(?P<num_y>{_YEAR})\b",
    "dayfirst": rf"(?:{_WD_SHORT},?\s+(?:the\s+|\()?)?(?P<df_a>[0-3]?\d){_ORD}"
    rf"(?:(?:\s?[-–—]\s?|\s+(?:and|to)\s+)(?P<df_b>[0-3]?\d){_ORD})?"
    rf"\s+(?:of\s+)?(?P<df_m>{_MON})(?:,?\s+(?P<df_y>{_YEAR})\b(?![,.]\d))?",
    "feast": rf"(?P<fe_w>{_FEAST})\b"
    rf"(?:,?\s+(?:in\s+)?(?P<fe_y>{_YEAR})\b|\s+(?:of\s+)?(?P<fe_r>last|this)\s+year\b)?",
    "monthfirst": rf"(?:{_WD_SHORT},?\s+\(?)?(?P<mf_m>{_MON})\s+(?:the\s+)?"
    rf"(?P<mf_a>[0-3]?\d){_ORD}(?![,.:]\d|%|\s?[ap]\.?m\b)"
    r"(?:(?:\s?[-–—]\s?|\s+and\s+(?=\d\d?(?:\s*[,;.](?!\d)|\s+(?:in|at|near|killed|left|that)\b)))"
    rf"(?P<mf_b>[0-3]?\d){_ORD})?(?:,?\s+(?P<mf_y>{_YEAR})\b(?![,.]\d))?",
    "monthyear": rf"(?P<my_p>{_PART})?(?P<my_m>{_MON}),?\s+(?:of\s+)?(?P<my_y>{_YEAR})\b(?![,.]\d)",
    "month": rf"(?P<mo_p>{_PART})?(?:(?P<mo_w>[Ll]ast|[Tt]his|[Nn]ext)\s+)?(?P<mo_m>{_MON_FULL})"
    r"(?:,?\s+(?:of\s+)?(?P<mo_y>last|this|next)\s+year)?",
    "weekday": r"(?:(?:[Ee]arly|[Ll]ate)\s+(?:on\s+)?)?"
    r"(?:(?P<wd_w>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming)\s+)?"
    rf"(?P<wd_d>{_WD}){_OF_DAY}(?:\s+(?:of\s+)?(?P<wd_k>last|this|next)\s+week)?",
    "decade": r"(?P<de_p>[Ee]arly|[Ll]ate|[Mm]id)?[\s-]*(?P<de_y>(?:19|20)\d0)['’]?s\b",
    "years": rf"(?P<ys_a>{_YEAR})\s?[-–]\s?(?P<ys_b>(?:19|20)?\d\d)(?![\d,.-]*\d)\b",
    "year": rf"(?P<ye_p>{_PART})?(?P<ye_y>{_YEAR})(?![\w%]|[,.:/-]\d)",
    "clock": r"(?:(?P<cl_h>[01]?\d|2[0-4])(?:[:.](?P<cl_m>[0-5]\d))?\s?(?P<cl_ap>[ap])\.?m\b\.?"
    r"|(?P<cl_H>[01]?\d|2[0-4]):(?P<cl_M>[0-5]\d)(?![\d:]|\.\d)"
    r"|(?P<cl_w>noon|midday|midnight)\b|(?P<cl_4>(?:[01]\d|2[0-3])[0-5]\d)(?=\s+(?:GMT|UTC|local|hours)))"
    + _ZONE,
    "ago": rf"(?P<ag_n>{_NUM}|[Ff]ew|[Ss]everal)\s+(?P<ag_u>hour|day|night|week|month|year)s?"
    r"\s+(?P<ag_d>ago|earlier|before|previously|prior|later|after(?:wards)?"
    r"|on(?=,|\s+(?:from|since|after)\s)|(?P<ag_t>to\s+the\s+day\s+)?since)\b"
    r"(?P<ag_x>,?\s+(?:to\s+the\s+day|today)\b)?",
    "anniversary": rf"(?:(?P<an_o>{_ORDINAL_WORDS})|(?P<an_n>\d{{1,3}})(?:st|nd|rd|th))\s+"
    r"anniversary\s+of\b",
    "quarter": r"(?P<qu_n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|[Tt]his)[\s-]+"
    rf"(?P<qu_u>quarter|half)\b(?:\s+of\s+(?:(?P<qu_m>{_MON_FULL})(?:,?\s+(?P<qu_my>{_YEAR})\b)?"
    rf"|(?P<qu_y>{_YEAR})\b|(?P<qu_w>last|this|the)\s+year\b))?",
    "season": r"(?P<se_w>[Ll]ast|[Tt]his|[Pp]ast)\s+(?P<se_n>" + "|".join(SEASONS) + r")\b",
    "past": rf"(?:past|last|previous)\s+(?P<pa_n>{_NUM}|few|several)\s+"
    r"(?P<pa_u>hour|day|week|month|year)s?\b",
    "day": r"[Tt]he\s+(?:very\s+)?(?P<dy_w>following|next|previous|same)\s+"
    r"(?P<dy_u>day|morning|night|evening)\b|[Tt]he\s+day\s+(?P<dy_d>before|after)\b|that\s+day\b",
    "span": rf"(?P<sp_p>{_PART})?"
    r"(?P<sp_w>[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast|[Cc]oming|[Cc]urrent|[Pp]revious)\s+"
    r"(?P<sp_u>week|month|year|decade|weekend)\b(?!-)",
    "outset": r"(?:[Tt]he\s+)?(?:[Bb]eginning|[Ss]tart|[Tt]urn)\s+of\s+the\s+"
    r"(?P<ou_u>week|month|year)\b",
    "weekend": r"[Tt]he\s+weekend\b",
    "now": r"[Tt]o\s+date\b|[Ss]o\s+far\b(?!\s+(?:this|in|as))",
    "adverb": r"[Yy]esterday(?:\s+(?:morning|afternoon|evening))?|[Tt]onight|[Tt]oday|[Tt]omorrow"
    r"|[Oo]vernight|[Ll]ast\s+night|[Tt]his\s+(?:morning|afternoon|evening)",
}

_UNITS: Final = ("hour", "day", "night", "week", "month", "year")
_UNIT: Final = f"(?:{'|'.join(_UNITS)})"
# What a form can begin with: trying all forms at every word would cost ten times as much. Plain
# letters lead the alternatives, as `re` passes over those at once.
_BEGINS: Final = (
    r"(?=\d(?:\d?(?:[:./]\d|\s?[ap]\.?m\b|(?:st|nd|rd|th)?\s?(?:[-–—]\s?\d|of\s|to\s|and\s"
    rf"|[ADFJMNOS][aceopuACEOPU]))|\d{{0,2}}\s+{_UNIT}|\d\d\d)"
    r"|[A-Z](?:(?<=[ADFJMNOS])(?:[aceopu][bcglnprtvy]|[ACEOPU][BCGLNPRTVY])"
    r"|(?<=[FMSTW])(?:[aehiour]|[AEHIOUR])|(?<=[ABCEFGHLMNOPSTVWY])[aehilnorsuvw])"
    r"|early|la(?:st|te)\s|mid|f(?:irst|ourth|inal)[\s-]|second[\s-]|third[\s-]|p(?:ast|revious)\s|next\s|c(?:oming|urrent)\s"
    r"|th(?:is\s|at\s+day|e\s+(?:weekend|day|following|very|next|previous|same|beg|start|end|turn))"
    r"|to(?:day|night|morrow|\s+date)|so\s+far|yester|overn|beginning\s|start\s|end\s|turn\s|noon"
    rf"|[Aa]n?\s+(?:couple|dozen|{_UNIT})|(?:{_by_letter([*NUMBERS, 'few', 'several'])})\s+{_UNIT}"
    rf"|(?:{_by_letter([*ORDINALS])})\s+anniv|\d+[a-z]{{2}}\s+anniv)"
)


def _scanned(names: str) -> re.Pattern[str]:
    """Some of the forms, in the order of all."""
    wanted = frozenset(names.split())
    forms = "|".join(f"(?P<{name}>{form})" for name, form in FORMS.items() if name in wanted)
    return re.compile(rf"(?<![\w.,:/$€£¥-]){_BEGINS}(?:{forms})")


# The forms that may begin with a digit, a weekday, a month and another word.
_FROM_DIGIT: Final = _scanned("iso numeric dayfirst decade years year clock ago anniversary")
_FROM_CLOCK: Final = _scanned("clock")  # an hour: minutes or "p.m." stand behind it
_FROM_WEEKDAY: Final = _scanned("dayfirst monthfirst weekday")
_FROM_WEEKDAY_ALONE: Final = _scanned("weekday")  # no date behind it
_FROM_MONTH: Final = _scanned("feast monthfirst monthyear month")
_FROM_WORD: Final = _scanned(
    "monthyear month weekday decade year clock ago past quarter day span outset season weekend"
    " feast now adverb anniversary"
)
_WEEKDAY_NAMES: Final = frozenset(
    name.lower() for name in (*_table()["weekdays"]["names"], *_abbreviations("weekdays"))
)
_MONTH_NAMES: Final = frozenset(
    name.lower() for name in (*_table()["months"]["names"], *_abbreviations("months"))
)
# The words that a form begins with, but for names of feasts.
_OTHER_OPENERS: Final = frozenset(
    word.lower()
    for listed in (
        *(_table()[section]["names"] for section in ("months", "weekdays")),
        *(_abbreviations(section) for section in ("months", "weekdays")),
        *(re.findall(r"^\w+", name) for name in NUMBERS),
        "early late mid beginning start end turn last this next past coming current".split(),
        "previous first second third fourth final".split(),
        ORDINALS,
        "the that noon midday midnight few several to so".split(),
        "yesterday today tonight tomorrow overnight".split(),
    )
    for word in listed
)


def _openers() -> dict[str, frozenset[str]]:
    """The words that a form begins with, if not with a digit; those that only feasts begin with,
    each with the second: forms are tried at these alone. "" where anything may stand next."""
    found = {first: {""} for first in _OTHER_OPENERS}
    for name in _FEAST_NAMES:
        first, second = (*Tokens(name).words, "")[:2]
        found.setdefault(first, set()).update((second, second.replace("'", "’")))
    return {first: frozenset(seconds) for first, seconds in found.items()}


_OPENERS: Final = _openers()
_OPENINGS: Final = spot_of(_OPENERS) | IN_DIGITS
# Of the commonest of them, what must stand next.
_TIME_UNITS: Final = frozenset(f"{unit}{s}" for unit in _UNITS for s in ("", "s"))
_COUNTABLE: Final = _TIME_UNITS | {"couple", "dozen"}
_ARTICLES: Final = ("a", "an")
_NAMED_SPANS: Final = frozenset(
    word.lower()
    for listed in (
        "week month year decade weekend morning afternoon evening quarter".split(),
        SEASONS,
        *(_table()[section]["names"] for section in ("months", "weekdays")),
    )
    for word in listed
)
_PARTS_OF_YEAR: Final = frozenset({"quarter", "half", "-", "anniversary"})
_OF_QUARTERS: Final = ("first", "second", "third", "fourth")
_BEHIND: Final = {
    **{first: told for first, told in _OPENERS.items() if "" not in told},
    "the": frozenset(
        "weekend day following very next previous same beginning start end turn".split()
    ),
    **dict.fromkeys(["second", "third", "final"], _PARTS_OF_YEAR),
    "first": _PARTS_OF_YEAR,
    "fourth": _PARTS_OF_YEAR | {"of"},
    **dict.fromkeys([n for n in ORDINALS if n not in _OF_QUARTERS], frozenset({"anniversary"})),
    "turn": frozenset({"of"}),
    "that": frozenset({"day"}),
    **dict.fromkeys(["this", "next"], _NAMED_SPANS),
    "to": frozenset({"date"}),
    "so": frozenset({"far"}),
    "a": _COUNTABLE,
    "an": _COUNTABLE,
    **dict.fromkeys([n for n in (*NUMBERS, "few", "several") if n not in _ARTICLES], _TIME_UNITS),
}
# What may stand behind one or two digits, month names aside, and behind four that are no year.
_BEHIND_DIGITS: Final = _TIME_UNITS | frozenset(": . / - – — of to and st nd rd th".split())
_MERIDIEM: Final = ("a", "p")
_BEHIND_CLOCK: Final = ("gmt", "utc", "local", "hours")
_CENTURIES: Final = ("19", "20")


def _may_open(word: str, words: list[str], i: int) -> bool:
    """Whether a form may begin at a token of digits: quick, and wrong only in saying yes."""
    following = words[i + 1] if i + 1 < len(words) else ""
    if "." in word:
        return True
    if "," in word or len(word) > len("2025"):
        return False
    if len(word) == len("2025"):
        return word.startswith(_CENTURIES) or following.startswith(_BEHIND_CLOCK)
    if following in _TIME_UNITS:
        return True
    if len(word) > len("31"):
        return False
    if following in DASHES:  # "8-10 June", not "19-year-old"
        return i + 2 < len(words) and words[i + 2][0].isdigit()
    if following in _BEHIND_DIGITS or following[:3] in MONTHS:
        return True
    return _is_meridiem(following)


def _is_meridiem(following: str) -> bool:
    """Whether a token may be "a.m." or "p.m." or begin it, and not "people"."""
    return following.startswith(_MERIDIEM) and following[1:2] in ("", ".", "m")


def _form(word: str, following: str) -> re.Pattern[str]:
    """The forms that a word may begin, by the word behind it."""
    if word in _WEEKDAY_NAMES:
        plain = following.isalpha() and following != "the" and following[:3] not in MONTHS
        return _FROM_WEEKDAY_ALONE if plain else _FROM_WEEKDAY
    if word in _MONTH_NAMES:
        return _FROM_MONTH
    if not word[0].isdigit():
        return _FROM_WORD
    if len(word) <= len("31") and (following == ":" or _is_meridiem(following)):
        return _FROM_CLOCK
    return _FROM_DIGIT


def scan(tokens: Tokens) -> list[re.Match[str]]:
    """Every match of a form, in order, none overlapping; the form's name is its `lastgroup`."""
    found: list[re.Match[str]] = []
    text, words = tokens.text, tokens.words
    reached = 0
    for i in tokens.at(_OPENINGS):
        word, following = words[i], words[i + 1] if i + 1 < len(words) else ""
        behind = _BEHIND.get(word)
        if behind is not None:
            if following not in behind:
                continue
        elif word[0].isdigit() and not _may_open(word, words, i):
            continue
        start = tokens.starts[i]
        match = _form(word, following).match(text, start) if start >= reached else None
        if match is not None:
            found.append(match)
            reached = match.end()
    return found

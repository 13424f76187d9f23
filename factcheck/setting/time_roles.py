"""A time and the words around it → what it is the time of: the happening, the count, a plan."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from claims_db.records import Window
from factcheck.setting import day_spans
from factcheck.setting.days import DAY, Days, shifted
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_atoms import OPENERS, Atom, Context, is_ahead, lead
from factcheck.setting.time_forms import words

Role = Literal["event", "as_of", "clock", "duration_anchor", "future"]


@dataclass(slots=True, init=False, unsafe_hash=True)
class TimeMention:
    """A stretch of text that names a time; `text` is what stands between `start` and `end`.

    `window` is None where the words need a publication date and there is none. Roles: event;
    as_of (the time of counting or speaking); clock (an hour without a day); duration_anchor
    (what something is measured against: "the deadliest since July"); future (still to come).
    """

    start: Final[int]
    end: Final[int]
    text: Final[str]
    window: Final[Window | None]
    role: Final[Role]
    clock: Final[str | None]  # "06:06", in local time as printed
    stated: Final[bool]  # a calendar date or year rather than a day relative to publication

    def __init__(
        self,
        start: int,
        end: int,
        text: str,
        window: Window | None,
        role: Role,
        clock: str | None = None,
        stated: bool = False,
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.window = window
        self.role = role
        self.clock = clock
        self.stated = stated


_HALF_DAY: Final = 12 * 60  # minutes
_HEDGES: Final = words("hedges")
APOSTROPHES: Final = frozenset("'’")
_MEASURING: Final = ("before", "after", "until")
SAYING: Final = words("saying")
_HARMED: Final = frozenset(("killed", "injured", "wounded", "hurt", "shot", "drowned", "died"))
_AFTER_SAYING: Final = words("after_saying")
_COUNTS: Final = words("counts")
_NAMED_DAYS: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
)
_COUNTING: Final = words("counting")
_SUPERLATIVES: Final = words("superlatives")
_NIGHT_OF: Final = re.compile(r"\b[Nn]ight\s+(?:of|from|on)\s+(?:the\s+)?$")
_NIGHT_TO: Final = re.compile(r"\b[Nn]ight\s+to\s+(?:the\s+)?$")
_SAYS_AFTER: Final = re.compile(rf",?(?:\s+[\w'’-]+){{1,5}}?\s+(?:{'|'.join(sorted(SAYING))})\b")
# "On 16 November the toll stands at 225": the day of counting.
_COUNT_AFTER: Final = re.compile(
    rf",?\s+(?:the\s+)?(?:[\w'’-]+\s+){{0,2}}?(?:{'|'.join(sorted(words('tallies')))})\b"
)
# "On Monday officials lowered the death toll": the day of counting too, and so is it where it
# stands between the two: "officials on Monday lowered the toll", "police on Friday said".
# "A judge wrote in July", at the end of what was found, or before it: "found last year that".
_FINDS: Final = rf"(?:{'|'.join(sorted(SAYING | words('finding')))})\s+(?:in\s+)?$"
_FOUND: Final = re.compile(rf",\s+(?:[\w'’-]+\s+){{1,6}}{_FINDS}")
_FINDING: Final = re.compile(rf"\b{_FINDS}")
_ENDS: Final = re.compile(r"[”\"]?(?:[.,;!?]|$)")
_THAT: Final = re.compile(r"\s+that\b")
_VERBS = rf"(?:{'|'.join(sorted(words('revising')))})"
_COUNTED = "|".join(sorted(words("counts")))
_COUNT = rf"(?:the|its|their|an?|his|her)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{_COUNTED})"
_REVISES: Final = rf"{_VERBS}\s+{_COUNT}\b"
_REVISES_AFTER: Final = re.compile(rf",?(?:\s+[\w'’-]+){{1,5}}?\s+{_REVISES}")
_SAYS_NEXT: Final = re.compile(
    rf",?(?:\s+\w+ly)?\s+(?:(?:{'|'.join(sorted(SAYING))})\b|{_REVISES})"
)
_AFTER_OPENING: Final = (_SAYS_AFTER, _COUNT_AFTER, _REVISES_AFTER)
_NOUN_BEHIND: Final = re.compile(r"(?:\s+[A-Za-z][\w'’-]*){1,4}")
# No noun phrase of a happening goes on over these.
_NO_NOUNS: Final = words("no_nouns")
_PAST: Final = words("past")
# "since the ceasefire on 20 January"
_SINCE_NAMED: Final = re.compile(
    r"\b[Ss]ince\s+(?:the|an?|its|their|his|her)\s+(?:[\w'’-]+\s+){1,4}(?:on|of|in)\s+(?:the\s+)?$"
)
_LONG_PHRASE: Final = 70
_SHORT_PHRASE: Final = 24
_EVE_OF: Final = re.compile(r"\beve\s+of\s+(?:the\s+|an?\s+)?$")


def whole_span(context: Context, atom: Atom, last: TimeMention) -> TimeMention | None:
    """The days that end with a time: "in the 24 hours to 8 a.m. on Sunday"; None without them."""
    if atom.days is None or atom.days[0] != atom.days[1] or last.role == "future":
        return None
    span = day_spans.before(context.text, atom.start)
    if span is None:
        return None
    start, days = span
    text = context.text[start : atom.end]
    first = shifted(atom.days[0], -days)
    window = Window(first.isoformat(), atom.days[1].isoformat(), "day", text)
    return TimeMention(start + last.start - atom.start, last.end, text, window, "event")


def in_role(mention: TimeMention, role: Role) -> TimeMention:
    return TimeMention(
        mention.start,
        mention.end,
        mention.text,
        mention.window,
        role,
        mention.clock,
        mention.stated,
    )


def mention_of(context: Context, atom: Atom, offset: int) -> TimeMention:
    before = lead(context.text, atom.start)
    governor = _governor(before)
    role = _role(context, atom, before, governor)
    days, today = _night(context, atom, role), context.today
    if atom.kind == "clock" and role == "as_of" and today:
        days = (_day_of_clock(context, atom, today),) * 2
    if role != "future" and days and today and days[0] <= today:
        if _runs_since(context.text, atom, before, governor):
            days = days[0], today
    text = context.text[atom.start : atom.end]
    window = None
    if days:
        first = days[0].isoformat()
        last = first if days[1] == days[0] else days[1].isoformat()
        window = Window(first, last, atom.precision, text)
    start, end = atom.start + offset, atom.end + offset
    return TimeMention(start, end, text, window, role, atom.clock, atom.stated)


def _runs_since(text: str, atom: Atom, before: Sequence[str], governor: str) -> bool:
    """Whether it is told what befell from that time on: "since Monday", "since the truce of 20
    January"."""
    if governor == "since":
        return True
    if "since" not in before:
        return False
    return _SINCE_NAMED.search(text, max(0, atom.start - _LONG_PHRASE), atom.start) is not None


def _governor(before: Sequence[str]) -> str:
    """The word that governs a time: "by" in "by early on", "as" in "as of about"."""
    last = ""
    for word in reversed(before):
        if word not in _HEDGES:
            return "" if word == "as" and last not in ("of", "at") else word
        last = word
    return ""


def _night(context: Context, atom: Atom, role: Role) -> Days | None:
    """The atom's days, run into the next one for a night but for that of a count; a weekday's
    never past publication."""
    days = atom.days
    if days is None or days[0] != days[1] or atom.kind not in ("date", "weekday"):
        return days
    near = max(0, atom.start - 20)
    lead_in = context.text[near : atom.start]
    if "eve " in lead_in and _EVE_OF.search(lead_in):
        return days[0] - DAY, days[0] - DAY
    if role == "as_of":
        return days
    of_night = "ight" in lead_in
    if of_night and _NIGHT_TO.search(context.text, near, atom.start):
        return days[0] - DAY, days[0]
    if not (atom.night or (of_night and _NIGHT_OF.search(context.text, near, atom.start))):
        return days
    last = days[1] + DAY
    if atom.kind == "weekday" and not atom.ahead and context.today:
        last = max(days[0], min(last, context.today))
    return days[0], last


def _day_of_clock(context: Context, atom: Atom, today: date) -> date:
    """The day of a clock time alone: publication's, or the day before where that is half a day
    short of it ("as of 10 p.m." in a story of 4 a.m.); clocks of other zones differ by less."""
    hour, minute = map(int, (atom.clock or "0:0").split(":"))
    late = context.minutes is not None and hour * 60 + minute - context.minutes > _HALF_DAY
    return today - DAY if late else today


def _role(context: Context, atom: Atom, before: Sequence[str], governor: str) -> Role:
    if atom.kind == "now":
        return "as_of"
    if context.text[atom.end : atom.end + 1] in APOSTROPHES and atom.kind != "clock":
        return "future" if atom.ahead else "event"
    if _comes(context, atom):
        return "future"
    if governor != "on" and _names_happening(context.text, atom):
        return "event"
    if atom.counting or governor in ("as", "by"):
        return "as_of"
    if atom.kind == "clock":
        return "clock"
    if governor in _MEASURING and not atom.clock:
        return "duration_anchor"
    if atom.kind == "span" or governor == "since":
        if _measures(before):
            return "duration_anchor"
        return "as_of" if governor != "since" and _of_finding(context.text, atom) else "event"
    return "as_of" if _of_speaking(context.text, atom, before) else "event"


def _comes(context: Context, atom: Atom) -> bool:
    """Whether the time is still to come: by its own words, by its date, or by the verb."""
    today = context.today
    if atom.ahead:
        return True
    if today is None or (atom.days and atom.days[1] < today) or atom.kind == "overnight":
        return False
    if atom.days and atom.days[0] > today + DAY:
        return True
    return is_ahead(context, atom.start, atom.end)


def _measures(before: Sequence[str]) -> bool:
    """Whether a superlative stands before the time in its clause: "the deadliest since July"."""
    if _SUPERLATIVES.isdisjoint(before):
        return False
    for word in reversed(before):
        if word in _SUPERLATIVES:
            return True
        if word[-1] in ",;:":
            return False
    return False


def _of_speaking(text: str, atom: Atom, before: Sequence[str]) -> bool:
    """Whether the day is that of a statement or a count rather than of what happened."""
    if atom.kind not in ("date", "weekday", "relative"):
        return False
    for word in reversed(before):
        if word in SAYING:
            return True
        if word not in _AFTER_SAYING:
            break
    if not _COUNTING.isdisjoint(before) and not _COUNTS.isdisjoint(before):
        return not (_tells_of_whom(before) or _dated_twice(before))
    if OPENERS.issuperset(before):
        return any(after.match(text, atom.end) for after in _AFTER_OPENING)
    return before[-1:] == ["on"] and _divides(text, atom, before[-2:-1])


def _of_finding(text: str, atom: Atom) -> bool:
    """Whether a month or year is that of what was found or said about a happening."""
    if _ENDS.match(text, atom.end) is not None:
        return _FOUND.search(text, max(0, atom.start - _LONG_PHRASE), atom.start) is not None
    if _THAT.match(text, atom.end) is not None:
        return _FINDING.search(text, max(0, atom.start - _SHORT_PHRASE), atom.start) is not None
    return False


def _tells_of_whom(before: Sequence[str]) -> bool:
    """Whether the day is that of the harm of those counted: "the number of miners killed at Rybnik
    on Monday"."""
    at = max(i for i, word in enumerate(before) if word in _COUNTS)
    behind = before[at + 1 :]
    return behind[:1] == ["of"] and not _HARMED.isdisjoint(behind) and _COUNTING.isdisjoint(behind)


def _dated_twice(before: Sequence[str]) -> bool:
    """Whether the count has its day already, and this one is that of the happening it is of: "on
    Thursday lowered the death toll of the fire in Lodz on June 2"."""
    at = max(i for i, word in enumerate(before) if word in _COUNTS)
    if _NAMED_DAYS.isdisjoint(before[:at]):
        return False
    return any(tells_happening(word) for word in before[at + 1 :])


def _divides(text: str, atom: Atom, subject: Sequence[str]) -> bool:
    """Whether the day stands between who says and the verb: "police on Friday said"; not "the man
    arrested on Friday said"."""
    if not subject or subject[0] in _PAST or subject[0].endswith(("ed", ",")):
        return False
    return _SAYS_NEXT.match(text, atom.end) is not None


def _names_happening(text: str, atom: Atom) -> bool:
    """Whether the time is said of the happening behind it: "the June 3 earthquake", "the 2011
    tsunami", "the April 24 missile attack"."""
    if atom.kind == "clock" or text[atom.end : atom.end + 1] != " ":
        return False
    named = _NOUN_BEHIND.match(text, atom.end)
    if named is None:
        return False
    for word in named.group().lower().split():
        if word in _NO_NOUNS:
            return False
        if tells_happening(word):
            return True
    return False

"""Time mentions in news text, anchored on the day of publication.

text → atoms (a date, a weekday, "yesterday", a clock time) → neighbours joined ("8 p.m. on
April 24", "from Tuesday to Thursday") → roles. What the windows mean:

- A weekday is the most recent one up to the day of publication; so is a date without a year,
  which may lie at most three days ahead, for stories filed across the date line.
- "overnight" and "last night" run from the day before publication to the day itself.
- "the night of 23 April" and "Thursday night" run into the next day.
- "last week" is Monday to Sunday; "this week", "this month", "this year" end at publication.
- "three weeks ago" is a window as wide as the words are loose: 3 days about it for weeks, 15 for
  months, 183 for years; days are exact.
- "a day earlier", "the following day" count from the event mentioned before them; "two months on"
  is said of it, where it lies as long ago.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from claims_db.moments import parse_or_none
from claims_db.records import Window
from factcheck.setting import day_spans
from factcheck.setting.days import DAY, Days, day_or_none, month_days, months_before, shifted
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_forms import words
from factcheck.setting.time_words import ELAPSED, OPENERS, Atom, Context, atoms, is_ahead, lead
from factcheck.text.tokens import Tokens

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


_YEARS: Final = range(1000, 8000)  # of publication: all counting from it stays in the calendar
_HALF_DAY: Final = 12 * 60  # minutes
_REACH: Final = 24  # characters between two atoms that may be one time
_PHRASE: Final = 30  # characters between "two days after" and the day it counts from
_BREAK: Final = 25  # a comma between a figure and a time weighs as many characters
_RELATIVE: Final = 10  # so does a relative day against a calendar date
_DAYS: Final = ("date", "weekday", "relative", "overnight")
_HEDGES: Final = words("hedges")
# Between a time and a figure: "two died on Saturday and four on Tuesday".
_JOINED: Final = re.compile(r"\b(?:and|while|but)\b")
_APOSTROPHES: Final = frozenset("'’")
_MEASURING: Final = ("before", "after", "until")
_SAYING: Final = words("saying")
_HARM: Final = words("harm")
_HARMED: Final = frozenset(("killed", "injured", "wounded", "hurt", "shot", "drowned", "died"))
_AFTER_SAYING: Final = words("after_saying")
_COUNTS: Final = words("counts")
_COUNTING: Final = words("counting")
_SUPERLATIVES: Final = words("superlatives")
_NIGHT_OF: Final = re.compile(r"\b[Nn]ight\s+(?:of|from|on)\s+(?:the\s+)?$")
_NIGHT_TO: Final = re.compile(r"\b[Nn]ight\s+to\s+(?:the\s+)?$")
_SAYS_AFTER: Final = re.compile(rf",?(?:\s+[\w'’-]+){{1,5}}?\s+(?:{'|'.join(sorted(_SAYING))})\b")
# "On 16 November the toll stands at 225": the day of counting.
_COUNT_AFTER: Final = re.compile(
    rf",?\s+(?:the\s+)?(?:[\w'’-]+\s+){{0,2}}?(?:{'|'.join(sorted(words('tallies')))})\b"
)
# "On Monday officials lowered the death toll": the day of counting too, and so is it where it
# stands between the two: "officials on Monday lowered the toll", "police on Friday said".
_VERBS = rf"(?:{'|'.join(sorted(words('revising')))})"
_COUNTED = "|".join(sorted(words("counts")))
_COUNT = rf"(?:the|its|their|an?|his|her)\s+(?:[\w'’-]+\s+){{0,3}}?(?:{_COUNTED})"
_REVISES: Final = rf"{_VERBS}\s+{_COUNT}\b"
_REVISES_AFTER: Final = re.compile(rf",?(?:\s+[\w'’-]+){{1,5}}?\s+{_REVISES}")
_SAYS_NEXT: Final = re.compile(
    rf",?(?:\s+\w+ly)?\s+(?:(?:{'|'.join(sorted(_SAYING))})\b|{_REVISES})"
)
_AFTER_OPENING: Final = (_SAYS_AFTER, _COUNT_AFTER, _REVISES_AFTER)
# "two days after an avalanche", "a year after 159 people died in the crush".
_NAMED_AFTER: Final = re.compile(r"(?:\s+[A-Za-z\d](?:[\w'’-]|,(?=\d))*){1,7}")
_NOUN_BEHIND: Final = re.compile(r"(?:\s+[A-Za-z][\w'’-]*){1,4}")
# No noun phrase of a happening goes on over these.
_NO_NOUNS: Final = words("no_nouns")
_PAST: Final = words("past")
# "since 1994, when 85 died"; "in May 2010, in which …".
_WHEN: Final = re.compile(r",?\s+(?:when|in\s+which|during\s+which)\b")
# "since the ceasefire on 20 January"
_SINCE_NAMED: Final = re.compile(
    r"\b[Ss]ince\s+(?:the|an?|its|their|his|her)\s+(?:[\w'’-]+\s+){1,4}(?:on|of|in)\s+(?:the\s+)?$"
)
_LONG_PHRASE: Final = 70
_EVE_OF: Final = re.compile(r"\beve\s+of\s+(?:the\s+|an?\s+)?$")
_AGO_GAP: Final = re.compile(r"\s+(?:on\s+)?$")
_IN_YEARS: Final = re.compile(r"\b(?:[Ii]n|[Dd]uring)\s+(?:both\s+)?$")
_CLOSES: Final = re.compile(r"\s*(?:[,.;)]|$)")
# "on Wednesday (0240 GMT Thursday)": the same moment by another clock.
_OTHER_CLOCK: Final = re.compile(
    r"\s\((?=\d)[^()]{0,12}\b(?:GMT|UTC|BST|[A-Z]{2,4}T)\b[^()]{0,14}\)"
)
_SINCE: Final = re.compile(r"\b[Ss]ince\s+(?:\w+\s+)?$")
_CLAUSE_END: Final = re.compile(r"[;:.](?!\d)")
_RANGE_GAP: Final = re.compile(r"\s*(?:[-–—]|to|until|till|through|into)\s*(?:the\s+)?$")
_AND_GAP: Final = re.compile(r"\s+and\s+$")
_BETWEEN: Final = re.compile(r"\b[Bb]etween\s+$")
_CLOCK_GAP: Final = re.compile(r"\)?,?\s*(?:on|of|at|around|about|by|as\s+of)?\s*\(?$")
_ELAPSED: Final = re.compile(r"\b(?:day|week|month|year)s?\s+on\b")
_NIGHT_GAP: Final = re.compile(r"\s+(?:(?:on|into|to|from)\s+)?$")


# --- reading ------------------------------------------------------------------------------------


def find(
    text: str,
    published: str | None,
    *,
    offset: int = 0,
    previous: Window | None = None,
    document: Window | None = None,
    tokens: Tokens | None = None,
) -> list[TimeMention]:
    """The time mentions of a text, in order; `offset` is added to their places.

    `published` is an ISO date or time; without it, or where it names no single day, only
    absolute dates have windows. `previous` is the last event window before this text, for
    "the following day"; `document` that of the whole document, for "a week on". `tokens` are the
    text's, where they are known.
    """
    joined = _written(tokens or Tokens(text), published)
    if not joined:
        return []
    today, minutes = _publication(published)
    context = Context(text, today, minutes)
    found: list[TimeMention] = []
    base = False
    elapsed: int | None = None
    for index, atom in enumerate(joined):
        is_base, base = base, False
        if atom.counted_from:
            onward = joined[index + 1 : index + 2]
            back = _counted_back(context, atom, found, onward)
            base = back is None and _counts_onward(context, atom, onward)
            atom = back or _counted(context, atom, previous, onward)
        elif atom.kind == ELAPSED:
            elapsed = len(found)
            atom = _elapsed(atom, previous or document)
        mention = _mention(context, atom, offset)
        if is_base and mention.role == "event" and _CLOSES.match(text, atom.end):
            mention = _in_role(mention, "duration_anchor")
        whole = _whole_span(context, atom, mention)
        if whole is not None:
            found.append(whole)
            mention = _in_role(mention, "as_of")
        found.append(mention)
        if mention.role == "event" and mention.window:
            previous = mention.window
    if elapsed is not None and any(
        m.role == "event" and m.window and at != elapsed for at, m in enumerate(found)
    ):
        found[elapsed] = _in_role(found[elapsed], "duration_anchor")  # "Ten years on, … in 1994"
    return found


def _whole_span(context: Context, atom: Atom, last: TimeMention) -> TimeMention | None:
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


def _in_role(mention: TimeMention, role: Role) -> TimeMention:
    return TimeMention(
        mention.start,
        mention.end,
        mention.text,
        mention.window,
        role,
        mention.clock,
        mention.stated,
    )


@lru_cache(maxsize=16)  # the lead of a document is read twice
def _written(tokens: Tokens, published: str | None) -> list[Atom]:
    """The times as written, neighbours joined; read-only."""
    today, minutes = _publication(published)
    context = Context(tokens.text, today, minutes)
    return _joined(context, atoms(context, tokens))


def anchor(
    mentions: Sequence[TimeMention],
    at: int,
    default: Window | None,
    *,
    text: str = "",
    offset: int = 0,
) -> tuple[Window | None, str | None]:
    """For a figure at `at`: the window of its happening and the as-of date or time it holds at.

    `mentions` are those of the figure's sentence, with `at` counted as they are. The nearest
    event mention wins, a calendar date before a relative day; with the sentence's `text`
    (beginning at `offset`) each comma or semicolon between counts as distance.
    """

    if not mentions:
        return default, None

    event = _nearest([m for m in mentions if m.role == "event" and m.window], at, text, offset)
    window = event.window if event is not None else default
    as_of = _nearest([m for m in mentions if m.role == "as_of" and m.window], at, text, offset)
    if as_of is None or as_of.window is None:
        return window, None
    return window, as_of.window.end + (f"T{as_of.clock}" if as_of.clock else "")


def _nearest(mentions: list[TimeMention], at: int, text: str, offset: int) -> TimeMention | None:
    """The mention that costs least to reach from a figure at `at`, the first at a tie."""
    if len(mentions) < 2:
        return mentions[0] if mentions else None
    best, least = mentions[0], _cost(mentions[0], at, text, offset)
    for mention in mentions[1:]:
        cost = _cost(mention, at, text, offset)
        if cost < least:
            best, least = mention, cost
    return best


def _cost(mention: TimeMention, at: int, text: str, offset: int) -> int:
    """How far a time is from a figure, in characters; marks between and days without a date weigh
    some more."""
    low, high = (mention.end, at) if mention.end <= at else (at, mention.start)
    between = text[max(0, low - offset) : max(0, high - offset)]
    breaks = between.count(",")
    for mark in ";:—–(":
        breaks += 3 * between.count(mark)
    if mention.end <= at and _JOINED.search(between) is not None:
        breaks += 1
    return high - low + _BREAK * breaks + (0 if mention.stated else _RELATIVE)


def told_when(mentions: Sequence[TimeMention], at: int, text: str) -> Window | None:
    """The window of a figure at `at` that a relative clause tells of another time: "the deadliest
    since 1994, when 85 died"; None without such a clause."""
    for mention in mentions:
        if mention.end > at or mention.window is None or mention.role == "as_of":
            continue
        if any(m.role == "event" and mention.end < m.start < at and m.window for m in mentions):
            continue  # "on Tuesday when a bus fell, days after a crash on Saturday killed 11"
        if (
            _WHEN.match(text, mention.end, at)
            and _CLAUSE_END.search(text, mention.end + 1, at) is None
        ):
            return (
                _begin(mention.window)
                if _SINCE.search(text, max(0, mention.start - _PHRASE), mention.start)
                else mention.window
            )
    return None


def _begin(window: Window) -> Window:
    """The day, month or year that a window reaching from it to today begins with."""
    first = parse_or_none(window.start)
    if first is None or window.precision not in ("year", "month", "day"):
        return window
    day = first.day
    if window.precision == "year":
        last = day.replace(month=12, day=31)
    elif window.precision == "month":
        last = month_days(day.year, day.month)[1]
    else:
        last = day
    return replace(window, end=last.isoformat())


@lru_cache(maxsize=4096)
def _publication(published: str | None) -> tuple[date | None, int | None]:
    """The day of publication and the minutes of its clock."""
    moment = parse_or_none(published)
    if moment is None or moment.precision in ("month", "year") or moment.day.year not in _YEARS:
        return None, None
    if moment.precision == "day":
        return moment.day, None
    local = moment.start + moment.offset
    return moment.day, local.hour * 60 + local.minute


# --- neighbours joined --------------------------------------------------------------------------


def _joined(context: Context, found: list[Atom]) -> list[Atom]:
    if len(found) < 2:
        return found
    joined: list[Atom] = []
    for atom in found:
        if joined and context.text.startswith(" (", joined[-1].end):
            aside = _OTHER_CLOCK.match(context.text, joined[-1].end)
            if aside and atom.start < aside.end():
                continue
        if joined and atom.start - joined[-1].end <= _REACH:
            gap = context.text[joined[-1].end : atom.start]
            if both := _join(context, joined[-1], atom, gap):
                joined[-1] = both
                continue
        joined.append(atom)
    return joined


def _join(context: Context, first: Atom, second: Atom, gap: str) -> Atom | None:
    """One atom of two neighbours, or None where they are two times."""
    if (first.kind == "clock") != (second.kind == "clock"):
        clock, day = (first, second) if first.kind == "clock" else (second, first)
        single = day.kind in _DAYS and (day.days is None or day.days[0] == day.days[1])
        if not single or day.clock or not _CLOCK_GAP.match(gap):
            return None
        counting = "by" in gap or "as" in gap
        return replace(day, start=first.start, end=second.end, clock=clock.clock, counting=counting)
    if first.month_day and second.kind == "date" and not second.month_day and second.days:
        first = _in_year(first, second.days[0].year)
    if first.days is None or second.days is None:
        return None
    if first.kind == "overnight" and second.kind in ("date", "weekday"):
        return _overnight(first, second, gap) if _NIGHT_GAP.match(gap) else None
    if second.kind == "overnight" and first.kind in ("date", "weekday") and not gap.strip():
        return replace(first, end=second.end, days=(first.days[0], first.days[1] + DAY))
    if first.kind == "weekday" and second.kind == "date" and not gap.strip(", ("):
        return replace(second, start=first.start, night=first.night)
    if first.kind == "relative" and second.kind == "weekday" and _AGO_GAP.match(gap):
        return _weekday_ago(context, first, second)
    near = max(0, first.start - 9)
    dashed = _RANGE_GAP.match(gap) is not None or (
        _AND_GAP.match(gap) is not None
        and _BETWEEN.search(context.text, near, first.start) is not None
    )
    dashed = dashed or (first.kind == "span" and _are_years(context, first, second, gap))
    if not dashed or first.kind != second.kind or first.kind not in ("date", "weekday", "span"):
        return None
    if second.days[0] < first.days[1] or context.text[second.end : second.end + 1] in _APOSTROPHES:
        return None
    begin = first.days[0]
    if (
        context.text[first.start : first.start + 4].lower() == "over"
    ):  # "overnight Sunday to Monday"
        begin = max(begin, second.days[0] - DAY)
    return replace(first, end=second.end, days=(begin, second.days[1]), night=False)


def _are_years(context: Context, first: Atom, second: Atom, gap: str) -> bool:
    """Whether two times are years on end told as one: "in 2019 and 2020"."""
    if first.precision != "year" or second.precision != "year" or not first.days:
        return False
    if not second.days or first.days[1] + DAY != second.days[0] or not _AND_GAP.match(gap):
        return False
    return _IN_YEARS.search(context.text, max(0, first.start - 12), first.start) is not None


def _weekday_ago(context: Context, ago: Atom, weekday: Atom) -> Atom | None:
    """The day of "a week ago Tuesday", "a year ago on Monday": as long before the latest one."""
    if context.today is None or ago.days is None or weekday.days is None or weekday.ahead:
        return None
    if ago.precision not in ("week", "month", "year") or not context.text.startswith(
        "ago", ago.end - len("ago")
    ):
        return None
    middle = shifted(ago.days[0], (ago.days[1] - ago.days[0]).days // 2)
    back = (context.today - middle).days
    latest = weekday.days[0]
    if ago.precision == "week":
        day = shifted(latest, -7 * round(back / 7))
    else:
        day = months_before(latest, round(back / 365.25 * 12))
    return replace(weekday, start=ago.start, days=(day, day))


def _in_year(atom: Atom, year: int) -> Atom:
    """A date whose year stands with the date after it: "30 April to 2 May 2024"."""
    assert atom.month_day is not None
    day = day_or_none(year, *atom.month_day)
    return replace(atom, days=(day, day)) if day else atom


def _overnight(first: Atom, second: Atom, gap: str) -> Atom:
    """ "Overnight into Thursday" began on Wednesday; "overnight from Thursday" ends on Friday."""
    assert second.days is not None
    low, high = second.days
    if low == high:
        low, high = (low, high + DAY) if "from" in gap else (low - DAY, high)
    return replace(second, start=first.start, days=(low, high), night=False)


def _counted(
    context: Context, atom: Atom, previous: Window | None, following: Sequence[Atom]
) -> Atom:
    """The days of "two days after", counted from the time it names next, else the one before."""
    assert atom.counted_from is not None
    least, most, onward = atom.counted_from
    base: Days | None = None
    if onward and _counts_onward(context, atom, following):
        base = following[0].days
    if base is None and previous:
        first_seen, last_seen = parse_or_none(previous.start), parse_or_none(previous.end)
        if first_seen and last_seen:
            base = first_seen.day, last_seen.last_day
    if base is None and context.today and most <= 0 and not (least == most == 0):
        base = context.today, context.today
    if base is None:
        return atom
    first = shifted(base[0], least)
    last = shifted(base[1], most)
    if context.today and first > context.today + DAY and atom.precision != "day":
        return atom  # "eight months after" something told elsewhere
    return replace(atom, days=(first, max(first, last)))


def tells_elapsed(text: str) -> bool:
    """Whether a sentence may tell how long ago something told before was: "two months on"."""
    return _ELAPSED.search(text) is not None


def _elapsed(atom: Atom, previous: Window | None) -> Atom:
    """ "Two months on": the time told before, where it lies as long ago, else so long ago."""
    first = parse_or_none(previous.start) if previous else None
    last = parse_or_none(previous.end) if previous else None
    if previous is None or first is None or last is None or atom.days is None:
        return replace(atom, kind="relative")
    if first.day > atom.days[1] or last.last_day < atom.days[0]:
        return replace(atom, kind="relative")
    days = first.day, last.last_day
    return replace(atom, kind="relative", days=days, precision=previous.precision)


def _counts_onward(context: Context, atom: Atom, following: Sequence[Atom]) -> bool:
    """Whether "two days after" counts from the time that it names next."""
    if not following or atom.counted_from is None or not atom.counted_from[2]:
        return False
    gap = context.text[atom.end : following[0].start]
    return len(gap) <= _PHRASE and not re.search(r"[.,;]", gap)


def _counted_back(
    context: Context, atom: Atom, told: Sequence[TimeMention], following: Sequence[Atom]
) -> Atom | None:
    """The days of the happening that "two days after an avalanche" names, counted back from the
    day told before it, else from publication; None where it names none, or a date."""
    assert atom.counted_from is not None
    least, most, onward = atom.counted_from
    if not onward or most <= 0 or atom.precision == "hour":
        return None
    named = _NAMED_AFTER.match(context.text, atom.end)
    if named is None or not _tells_past(named.group().lower().split()):
        return None
    if following and following[0].start < named.end() + _REACH and following[0].days:
        return None
    before = [
        m.window for m in told if m.window and m.role == "event" and m.window.precision == "day"
    ]
    day = parse_or_none(before[-1].start) if before else None
    today = day.day if day else context.today
    if today is None:
        return None
    return replace(atom, days=(shifted(today, -most), shifted(today, -least)))


def _tells_past(words_after: Sequence[str]) -> bool:
    """Whether the words behind "two days after" name a happening or a harm, and no statement."""
    for word in words_after:
        if word in _SAYING:
            return False
        if word in _HARM or tells_happening(word):
            return True
    return False


# --- roles --------------------------------------------------------------------------------------


def _mention(context: Context, atom: Atom, offset: int) -> TimeMention:
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
        window = Window(days[0].isoformat(), days[1].isoformat(), atom.precision, text)
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
    if context.text[atom.end : atom.end + 1] in _APOSTROPHES and atom.kind != "clock":
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
        return "duration_anchor" if _measures(before) else "event"
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
        if word in _SAYING:
            return True
        if word not in _AFTER_SAYING:
            break
    if not _COUNTING.isdisjoint(before) and not _COUNTS.isdisjoint(before):
        return not _tells_of_whom(before)
    if OPENERS.issuperset(before):
        return any(after.match(text, atom.end) for after in _AFTER_OPENING)
    return before[-1:] == ["on"] and _divides(text, atom, before[-2:-1])


def _tells_of_whom(before: Sequence[str]) -> bool:
    """Whether the day is that of the harm of those counted: "the number of miners killed at Rybnik
    on Monday"."""
    at = max(i for i, word in enumerate(before) if word in _COUNTS)
    behind = before[at + 1 :]
    return behind[:1] == ["of"] and not _HARMED.isdisjoint(behind) and _COUNTING.isdisjoint(behind)


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

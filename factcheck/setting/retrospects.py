"""The happening that a story looks back on, told in its lead: "Two years after fire destroyed the
town, families gathered". What it goes on to tell of harm without a day is of that happening."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from claims_db.moments import parse_or_none
from claims_db.records import Window
from factcheck.setting import ceremonies
from factcheck.setting.anniversaries import names_past_day
from factcheck.setting.days import shifted
from factcheck.setting.happenings import tells_happening
from factcheck.setting.time_forms import words
from factcheck.setting.time_roles import TimeMention
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of

OF_HARM: Final = frozenset(
    "killed wounded casualties dead_or_missing missing trapped rescued hospitalised on_board "
    "displaced evacuated infected destroyed damaged launched intercepted magnitude depth "
    "wind_speed rainfall damage_cost".split()
)
"""Kinds of figures that are of the happening looked back on, where their sentence tells no day."""
_PAST: Final = 45
"""Days from which a happening is looked back on: what is younger is still news."""
_HARM: Final = words("harm")
_HARM_MARK: Final = mark_of(_HARM)
_DAYS: Final = ("hour", "day", "minute")
_NEW: Final = frozenset("a an another new fresh".split())
_NEW_REACH: Final = 3  # words from "a" to its happening
_BREAK: Final = re.compile(r"[,;:]\s|\s[–—-]\s")
# "last year's floods", "the 2015 earthquake"
_NAMED: Final = re.compile(r"(?:['’]s?)?((?:\s+[\w-]+){1,4})")
# "the fire of 2017", "the quake in June 2017"
_NAMES: Final = re.compile(r"\b(\w+)\s+(?:of|in|on)\s+(?:the\s+)?$")
# "the 201 people who were killed", "the 12 killed", "those who died"
_KNOWN: Final = re.compile(
    r"\b(?:(?:the|those)\b[^,.;:]{0,40}?\swho(?:\s+(?:were|was|had|have|been))*"
    r"|(?:the|all)\s+[\d,]+(?:\s+[a-z]+)?|those)\s+$"
)
_AGO: Final = ("ago", "earlier")
_BEFORE, _KNOWN_REACH = 24, 70  # characters

Times = Callable[[Tokens], Sequence[TimeMention]]


def looked_back_on(
    lead: Sequence[Tokens], title: str | None, times: Times, published: str | None
) -> Window | None:
    """When the happening was that the lead looks back on; None where it looks back on none, or
    tells of harm of these days too, elsewhere than in the title, which leaves out when."""
    moment = parse_or_none(published)
    if moment is None:
        return None
    recent = shifted(moment.day, -_PAST)
    found: Window | None = None
    for tokens in lead:
        mentions = times(tokens)
        back = _back(tokens, mentions, recent)
        if back is None:
            of_now = found is None or any(_is_of_now(mention, recent) for mention in mentions)
            of_now = of_now and tokens.text != title
            if of_now and _harm(tokens) and not (found and _takes_up(tokens)):
                return None
        elif _tells_of_now(tokens, mentions, back, recent):
            return None
        else:
            found = found or _window(tokens.text, back)
    return found


def _window(text: str, back: TimeMention) -> Window:
    """Its window, told with the happening, where that makes it one: "last year's floods"."""
    assert back.window is not None
    behind = _NAMED.match(text, back.end)
    if behind is None or names_past_day(back):
        return back.window
    for word in re.finditer(r"[\w-]+", text[back.end : behind.end()]):
        if tells_happening(word.group().lower()):
            return replace(back.window, text=text[back.start : back.end + word.end()])
    return back.window


def _back(tokens: Tokens, mentions: Sequence[TimeMention], recent: date) -> TimeMention | None:
    """The time of a sentence that is told of a happening long past."""
    for mention in mentions:
        window = mention.window
        if mention.role != "event" or window is None:
            continue
        end = parse_or_none(window.end)
        if end is None or end.last_day >= recent:
            continue
        if names_past_day(mention) or _names_happening(tokens, mention):
            return mention
        if mention.text.endswith(_AGO) and (
            _harm(tokens) or any(map(tells_happening, tokens.words))
        ):
            return mention
    return None


def _names_happening(tokens: Tokens, mention: TimeMention) -> bool:
    behind = _NAMED.match(tokens.text, mention.end)
    if behind is not None and any(map(tells_happening, behind.group(1).lower().split())):
        return True
    before = _NAMES.search(tokens.text, max(0, mention.start - _BEFORE), mention.start)
    return before is not None and tells_happening(before.group(1).lower())


def _harm(tokens: Tokens) -> list[int]:
    """Where words of harm start."""
    if not tokens.holds(_HARM_MARK):
        return []
    return [start for word, start in zip(tokens.words, tokens.starts, strict=True) if word in _HARM]


def _is_of_now(mention: TimeMention, recent: date) -> bool:
    window = mention.window
    if mention.role not in ("event", "as_of") or window is None or window.precision not in _DAYS:
        return False
    start = parse_or_none(window.start)
    return start is not None and start.day >= recent


def _tells_of_now(
    tokens: Tokens, mentions: Sequence[TimeMention], back: TimeMention, recent: date
) -> bool:
    """Whether a sentence that looks back tells beside that of harm of these days."""
    low, high = _clause(tokens.text, back)
    held = ceremonies.held_for(tokens)
    now = [mention for mention in mentions if _is_of_now(mention, recent)]
    for at in _harm(tokens):
        if held is not None and held.holds(at):
            continue
        if _KNOWN.search(tokens.text, max(0, at - _KNOWN_REACH), at) is not None:
            continue
        if not low <= at < high:
            return True
        if at < back.start and (
            names_past_day(back) or any(at < mention.start < back.start for mention in now)
        ):
            return True
    return any(not low <= at < high for at in _new_happenings(tokens))


def _clause(text: str, back: TimeMention) -> tuple[int, int]:
    """From where to where the words around a time go on without a break."""
    low = max((found.end() for found in _BREAK.finditer(text, 0, back.start)), default=0)
    behind = _BREAK.search(text, back.end)
    return low, behind.start() if behind is not None else len(text)


def _takes_up(tokens: Tokens) -> bool:
    """Whether a happening is told as known: "killed in the fire"."""
    return any(
        tells_happening(word) and "the" in tokens.words[max(0, i - _NEW_REACH) : i]
        for i, word in enumerate(tokens.words)
    )


def _new_happenings(tokens: Tokens) -> list[int]:
    """Where a happening is told as new: "a 6.1-magnitude quake"."""
    found = []
    for i, word in enumerate(tokens.words):
        near = tokens.words[max(0, i - _NEW_REACH) : i]
        if tells_happening(word) and not _NEW.isdisjoint(near):
            found.append(tokens.starts[i])
    return found

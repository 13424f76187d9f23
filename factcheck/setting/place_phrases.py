"""What the words around a place's name make of it: the place around another ("Paris, Texas"),
the one a possessive leads to ("Pakistan's Quetta"), a party ("Russia fired", "shelling from
Ukraine", "US troops"), the latter of two.

Places named for something else than where it happened are put `aside`: they are no place of a
figure, though they tell which country a document is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from claims_db import gazetteer
from factcheck.setting import journeys
from factcheck.setting.happenings import happening_of
from factcheck.setting.place_nesting import BEFORE, TABLE, PlaceMention, holds, nested, place_of
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens, closes
from factcheck.text.word_tables import alternation, words

_OFFICE_AFTER: Final = re.compile(
    rf"^(?:['’]s?)?\s+(?:[a-z]+\s+)?(?:{alternation(TABLE.phrases('places.offices'))})\b"
)
_OFFICE_BEFORE: Final = re.compile(
    rf"\b(?:{alternation(TABLE.phrases('places.offices'))})\s+(?:of|in)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(r"\s+([a-z]+)\b")
_VERB_NEXT: Final = re.compile(
    r"(?:\s+(?:has|have|had|did|does|not|also|later|again|yet|itself|then|[a-z]+ly))*\s+([a-z]+)\b"
)
_SUM_AFTER: Final = re.compile(r"\$|\s+dollars?\b")
_COUNTING_VERBS: Final = alternation(TABLE.listed("places.counting"))
_COUNTING: Final = re.compile(
    r"(?:\s+(?:has|have|had|will|would|also|alone|itself|so\s+far))*\s+"
    rf"(?:{_COUNTING_VERBS})\s+"
    rf"(?:(?:{alternation(TABLE.listed('place_series.hedges'))})\s+){{0,3}}([\w.,]+)"
)
_TIME_AFTER: Final = re.compile(r"\s+time\b")
_FROM: Final = re.compile(r"(\w+)\s+from\s+(?:the\s+)?$")
_ORIGIN: Final = re.compile(r"(?:(\w+)\s+)?(\w+)\s+from\s+(?:the\s+)?$")
_MOVED: Final = re.compile(rf"\b(?:{alternation(TABLE.listed('places.moved'))})\b")
_CARRIERS: Final = words("places.carriers")
_ONE_OF_TWO: Final = re.compile(r"\b(?:in|at|near)\s+the\s+(former|latter)\b")
# Joins the places of a list.
JOIN: Final = re.compile(
    r"^\s*(?:,|and|, and|or|as well as)\s+(?:in\s+)?"
    r"(?:northern\s+|southern\s+|eastern\s+|western\s+)?$"
)
_LOCATIVE: Final = words("places.locative")
_GIVEN: Final = frozenset(TABLE.listed("personal_names.given"))
# A name behind one of these words, or behind "the … of" behind it.
_TO_NAMES: Final = frozenset(
    "in In at At near Near off Off outside Outside above around to hit struck".split()
)
_TO_NAMES_SMALL: Final = frozenset(word.lower() for word in _TO_NAMES)
_STRANGE: Final = re.compile(
    r"\s+(?:the\s+(?:[a-z]+\s+){1,3}of\s+)?"
    r"([A-ZÀ-Þ][\w'’-]*[a-zà-ÿ])(?![\w@])(\s+[A-ZÀ-Þ][a-zà-ÿ]+)?"
)
_FRONTED: Final = re.compile(
    r"(?:(?:And|But|Meanwhile|Further|Farther|North|South|East|West|Downstream|Upstream|Also),?\s+"
    r"(?:north|south|east|west)?,?\s*)?"
    r"(?:[Ii]n|[Aa]cross|[Aa]t|[Nn]ear|[Oo]utside|[Oo]ver|[Aa]round|[Tt]hroughout)\s+"
    r"(?:(?:the|all|both|[a-z-]+ern|[a-z]+ing|nearby)\s+){0,2}(?:(?:[a-z]+\s+){1,2}of\s+)?$"
)
_WHERE: Final = words("place_names.where")
_WHERE_REACH: Final = 40  # characters from a name to what is told of it
_TELLS_OF: Final = re.compile(
    r"(?:\s+(?:on|in|late|early|this|last|for|at|again|yesterday|today)\b[\w\s]{0,24})?,\s+where\b"
)
_OPENING: Final = "([\"“'‘—–-"  # signs that may be glued to the front of a word
_BETWEEN: Final = words("places.between")  # "in neighbouring Zambia"
_PARTS_OF_TOWN: Final = frozenset({"central", "downtown"})
_BETWEEN_ENDINGS: Final = tuple(TABLE.listed("places.between_endings"))
_ACTS: Final = words("places.acts")
_PLAIN_WORDS: Final = words("places.after_name")
_OPENS_CLAUSE: Final = re.compile(r"(?:^|[.;,]\s+|\band\s+|\bwhile\s+)$")
_COUNTS: Final = re.compile(
    rf"\s+(?:(?:has|have|had|also|itself|alone)\s+)*(?:{_COUNTING_VERBS})\s+"
    r"(?:[a-z]+\s+){0,3}?(?:\d[\d,]*\s+)?(?:[a-z]+\s+)?"
    r"(?:deaths?|dead|fatalities|casualties|cases|injuries|injured|victims)\b"
)
_SHORT: Final = 4  # letters of "US" and "U.S." at most


def is_locative(before: str) -> bool:
    """Whether the words before a name say that something is there: "in the", "across southern",
    "roamed central"."""
    previous = before.lower().split()
    while previous and (previous[-1] in _BETWEEN or previous[-1].endswith(_BETWEEN_ENDINGS)):
        if previous.pop() in _PARTS_OF_TOWN:
            return True
    if previous and previous[-1] == "the":
        previous.pop()
    return bool(previous) and previous[-1] in _LOCATIVE


def is_where(before: str) -> bool:
    """Whether the last word before a name is a word of place: "in", "near"."""
    last = before[before.rfind(" ", 0, -1) + 1 :] if before[-1:] == " " else ""
    return last.strip().lower() in _WHERE


def is_fronted(text: str, mention: PlaceMention) -> bool:
    """Whether a sentence begins with where it was: "In Scotland, ..."."""
    return _FRONTED.match(text, 0, mention.start) is not None


def names_unknown(tokens: Tokens, mentions: Sequence[PlaceMention]) -> bool:
    """Whether a sentence says that something was where the gazetteer knows no place, and names none
    that it knows: "gusts at Mace Head"."""
    if any(mention.locative and not mention.aside for mention in mentions):
        return False
    text = tokens.text
    for end in _leading(tokens):
        match = _STRANGE.match(text, end)
        if match is None:
            continue
        name = match.group(1)
        if any(mention.start <= match.start(1) < mention.end for mention in mentions):
            continue
        single = match.group(2) is None
        if name in _GIVEN or gazetteer.demonym(name) or (single and gazetteer.is_common_word(name)):
            continue
        return True
    return False


def _leading(tokens: Tokens) -> list[int]:
    """Where the words end that may lead to a name: a capital or "the" stands behind them."""
    text, words, starts = tokens.text, tokens.words, tokens.starts
    found: list[int] = []
    for k in range(len(words) - 1):
        if words[k] not in _TO_NAMES_SMALL or not (tokens.capital(k + 1) or words[k + 1] == "the"):
            continue
        start, end = starts[k], tokens.end(k)
        if starts[k + 1] == end or text[start:end] not in _TO_NAMES:
            continue
        while start and text[start - 1] in _OPENING:
            start -= 1
        if not start or text[start - 1].isspace():
            found.append(end)
    return found


def weighed(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions in order, each put aside or made locative as the words around it tell."""
    found: list[PlaceMention] = []
    for mention in _off_journeys(text, mentions):
        if mention.aside:
            found.append(mention)
            continue
        if not mention.locative and _counts_own(text, mention):
            mention = replace(mention, locative=True)
        elif mention.is_wide and not mention.locative and _counts(text, mention.end):
            mention = replace(mention, counting=True)
        elif _is_party(text, mention):
            mention = replace(mention, locative=False, aside=True)
        elif mention.locative and _is_origin(text, mention):
            mention = replace(mention, locative=False)
        before = next((at for at in range(len(found) - 1, -1, -1) if not found[at].aside), None)
        if before is not None:
            found[before], mention = nested(text, found[before], mention)
        found.append(mention)
    if any(mention.borrowed for mention in found):
        found = [_unless_elsewhere(mention, found) for mention in found]
    return found


def _unless_elsewhere(mention: PlaceMention, found: Sequence[PlaceMention]) -> PlaceMention:
    """An institution's name is put aside where its sentence names another place: "Lincoln High
    School in Denver"."""
    if not mention.borrowed or mention.aside:
        return mention
    for other in found:
        if other.borrowed or other.aside or not other.locative:
            continue
        if not (holds(mention, other) or holds(other, mention)):
            return replace(mention, locative=False, aside=True)
    return mention


def _off_journeys(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, those put aside that are the ends of a journey or a road, or where those hurt
    were brought."""
    found: list[PlaceMention] = []
    ends: list[int] = []  # of one journey, by their order
    reached = -1  # where the last of them ends
    for n, mention in enumerate(mentions):
        gap = text[reached : mention.start] if 0 <= reached < mention.start else ""
        onward = mentions[n + 1] if n + 1 < len(mentions) else None
        before = journeys.words_before(text, mention.start)
        is_end = (gap and journeys.joins(gap)) or journeys.is_end(
            text, mention.start, mention.end, before
        )
        if is_end and journeys.is_scene(text, mention.end):
            mention = replace(mention, locative=True)
        elif is_end or (
            onward is not None
            and journeys.names_road(text, text[mention.end : onward.start], onward.end)
        ):
            ends.append(n)
            reached = mention.end
        elif journeys.is_brought_to(before):
            mention = replace(mention, locative=False, aside=True, near=True)
        elif journeys.is_road(text, mention.end):
            mention = replace(mention, locative=False, borrowed=True)
        found.append(mention)
    for n in ends:
        found[n] = replace(found[n], locative=False, aside=True)
    return found + _lands_between(found, ends)


def _lands_between(mentions: Sequence[PlaceMention], ends: Sequence[int]) -> list[PlaceMention]:
    """The land that all ends of a journey lie in, as where it went: as near as can be told."""
    lands = {mentions[n].place.country for n in ends if mentions[n].place.country}
    if len(lands) != 1:
        return []
    land = gazetteer.country(lands.pop() or "")
    if land is None:
        return []
    first = mentions[ends[0]]
    return [replace(first, place=place_of(land), entry=land, near=True)]


def _is_party(text: str, mention: PlaceMention) -> bool:
    """Whether a country is named as one that acts, pays or counts rather than as where it was;
    or a place as where the fire came from."""
    before = text[max(0, mention.start - BEFORE) : mention.start]
    whence = _FROM.search(before) if "from" in before else None
    if whence and happening_of(Tokens(whence.group(1))) == "attack":
        return True
    if not mention.is_wide:
        return not mention.locative and _is_seat(mention) and _acts(text, mention.end)
    if _TIME_AFTER.match(text, mention.end):
        return True
    following = _NEXT.match(text, mention.end)
    if following is None:
        return False
    word = following.group(1)
    name = text[mention.start : mention.end]
    if len(name) <= _SHORT and name.isupper():  # "US troops", "the UK government"
        return word not in _PLAIN_WORDS and happening_of(Tokens(word)) in (None, "attack")
    return not mention.locative and _acts(text, mention.end)


def _counts(text: str, end: int) -> bool:
    """Whether a country is the subject of what tells its own count: "Cyprus had nine deaths"."""
    told = _COUNTING.match(text, end)
    if told is None:
        return False
    return _is_number(told.group(1).rstrip(".,").lower())


def _is_origin(text: str, mention: PlaceMention) -> bool:
    """Whether it is where people or a vehicle come from: "a man from Paris"; those whom a number
    counts may as well be moved from it: "evacuated 300 people from Derna"."""
    before = text[max(0, mention.start - BEFORE) : mention.start]
    whence = _ORIGIN.search(before) if "from" in before else None
    if whence is None:
        return False
    word, counted = whence.group(2).lower(), (whence.group(1) or "").lower()
    if _is_number(word):  # "two from Norway"
        return mention.is_wide and _MOVED.search(text, 0, mention.start) is None
    if word not in lexicon().people and word not in _CARRIERS:
        return False
    return not _is_number(counted) or _MOVED.search(text) is None


def _is_number(word: str) -> bool:
    return word[:1].isdigit() or word in lexicon().number_words


def _is_seat(mention: PlaceMention) -> bool:
    """Whether a city is a capital, and so may stand for its government."""
    entry = mention.entry
    if entry is None or entry.country is None:
        return False
    capital = gazetteer.capital(entry.country)
    return capital is not None and capital.id == entry.id


def _acts(text: str, end: int) -> bool:
    """Whether a verb of what governments do follows: "Kyiv denied", "Moscow has not commented"."""
    following = _VERB_NEXT.match(text, end)
    return following is not None and following.group(1) in _ACTS


def tells_of(text: str, end: int) -> bool:
    """Whether what follows a name is told of the place: "toured Derna, where a flood killed 30"."""
    return text.find(", where", end, end + _WHERE_REACH) >= 0 and bool(_TELLS_OF.match(text, end))


def _counts_own(text: str, mention: PlaceMention) -> bool:
    """Whether a place opens its clause as the one that has so many: "Nepal reported 31 deaths"."""
    if closes(text, mention.end) or _COUNTS.match(text, mention.end) is None:
        return False
    before = _OPENS_CLAUSE.search(text, max(0, mention.start - BEFORE), mention.start)
    return before is not None


def is_of_sum(text: str, end: int) -> bool:
    """Whether a name only says whose dollars are told of: "US$26 million"."""
    if text[end : end + 1] != "$" and "dollar" not in text:
        return False
    return _SUM_AFTER.match(text, end) is not None


def is_of_office(text: str, mention: PlaceMention) -> bool:
    """Whether the place is that of a local authority: "the mayor of X", "X's governor"."""
    before = text[max(0, mention.start - BEFORE) : mention.start]
    after = text[mention.end : mention.end + BEFORE + BEFORE]
    return bool(_OFFICE_BEFORE.search(before) or _OFFICE_AFTER.match(after))


def one_of_two(text: str, mentions: Sequence[PlaceMention]) -> list[PlaceMention]:
    """ "In the latter", "in the former": one of the two places named last before."""
    if "former" not in text and "latter" not in text:
        return []
    found = []
    for match in _ONE_OF_TWO.finditer(text):
        before = [m for m in mentions if m.end <= match.start() and not m.aside]
        if len(before) > 1:
            meant = before[-1] if match.group(1) == "latter" else before[-2]
            found.append(replace(meant, start=match.start(), end=match.end(), locative=True))
    return found

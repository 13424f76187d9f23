"""How likely the harm that a sentence tells came to nobody: to characters of a work, to players, in
a drill, in a joke, to firms. Words of such worlds weigh for it, words of those who report harm and
of what does it against (`models/unreal.json`)."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.learned import Logit, load, models_dir
from factcheck.rules.counting import UNCOUNTED, Counted, Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

FILE: Final = "unreal.json"
SURE: Final = 0.7
"""The probability above which a count is taken back: a real toll lost costs far more than one made
up that is kept. Of the real counts that were set aside none is lost, of those in words most like
made-up ones (wire_sorts.jsonl) one in fifteen."""
_WORLDS: Final = tuple(
    (world, words(f"unreal.{world}"))
    for world in ("works", "games", "mock", "speech", "trade", "machines", "politics", "sport")
)
_MADE: Final = frozenset({"works", "games", "mock", "speech"})
_ANY: Final = frozenset().union(*[listed for _, listed in _WORLDS])
_ANY_MARK: Final = mark_of(_ANY)
_AUTHORITIES: Final = words("unreal.authorities")
_CAUSES: Final = words("unreal.causes")
_DAYS: Final = words("unreal.days")
_MODALS: Final = words("unreal.modals")
_VENUES: Final = words("unreal.venues")
_AT: Final = words("unreal.at")
_SAID: Final = words("unreal.said")
_SUMS: Final = words("unreal.sums")
_BASE_FORMS: Final = words("unreal.base_forms")
_MOST: Final = 2  # words of a sort that count
_LONGEST: Final = 80  # tokens; a longer sentence is a page's leavings, of all sorts of words
_LEFT_OUT: Final = frozenset({UNCOUNTED, "crowd", "jobs", "on_board", "votes", "layoffs"})


def uncount(sentence: Counting) -> None:
    """Takes back counts of people whom the sentence likelier makes up than reports."""
    if not may_be_unreal(sentence.tokens):
        return
    for item in sentence.items:
        if is_of_harm(item) and shipped().probability(signs(sentence.tokens, item)) > SURE:
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def is_of_harm(item: Counted) -> bool:
    """Whether a count is of people to whom something happened."""
    return item.kind not in _LEFT_OUT and item.kind in lexicon().of_people


def may_be_unreal(tokens: Tokens) -> bool:
    """Whether a sentence has a word of such a world: no other is weighed."""
    return tokens.holds(_ANY_MARK) and len(tokens.words) <= _LONGEST


def signs(tokens: Tokens, item: Counted) -> dict[str, float]:
    """What speaks for and against, by name; what is absent is 0."""
    bag, trigger = tokens.bag, item.trigger
    at = item.quantity.first if trigger is None else min(item.quantity.first, trigger.first)
    before, behind = _telling(tokens, 0, at), _telling(tokens, at, len(tokens.words))
    found: dict[str, float] = {}
    worlds = 0
    made = False
    for world, listed in _WORLDS:
        if not listed.isdisjoint(before):
            found[f"{world} before"] = 1.0
            worlds, made = worlds + 1, made or world in _MADE
        if not listed.isdisjoint(behind):
            found[f"{world} behind"] = 1.0
            worlds, made = worlds + 1, made or world in _MADE
    authorities, causes = len(bag & _AUTHORITIES), len(bag & _CAUSES)
    found["authorities"] = float(min(_MOST, authorities))
    found["causes"] = float(min(_MOST, causes))
    alone = worlds > 0 and authorities == 0 and causes == 0
    found["several worlds"] = float(worlds > 1)
    found["alone"] = float(alone)
    found["alone, made up"] = float(alone and made)
    found["day"] = float(not _DAYS.isdisjoint(bag))
    found["modal"] = float(not _MODALS.isdisjoint(bag))
    found["said"] = float(not _SAID.isdisjoint(bag))
    found["sum"] = float(not _SUMS.isdisjoint(bag))
    found["place"] = float(_names_a_place(tokens))
    found["venue"] = float(not _VENUES.isdisjoint(bag))
    found["person"] = float(item.quantity.person is not None)
    found["bare"] = float(item.quantity.head is None)
    if trigger is not None:
        word = tokens.words[trigger.first]
        told = word in _BASE_FORMS or (word.endswith("s") and trigger.kind("active") is not None)
        found["present"] = float(told)
        found["participle"] = float(word.endswith("ing"))
        verb = word.endswith("ing") and not is_at(tokens.words, trigger.last, "of")
        found["noun"] = float(trigger.kind("nouns") is not None and not verb)
    return found


def _telling(tokens: Tokens, first: int, end: int) -> frozenset[str]:
    """The words of a part of a sentence, but for those that only say whose a venue is: people come
    to harm in a "drama school" or at a "comic book fair"; and of names: "Malaysia Airlines"."""
    told = tokens.words
    found: list[str] = []
    of_venue = end < len(told) and told[end] in _VENUES
    for i in range(end - 1, first - 1, -1):
        word = told[i]
        if word not in _ANY or not (of_venue or _is_of_name(tokens, i)):
            found.append(word)
            of_venue = word in _VENUES
    return frozenset(found)


def _is_of_name(tokens: Tokens, i: int) -> bool:
    return i > 0 and tokens.capital(i) and tokens.capital(i - 1)


def _names_a_place(tokens: Tokens) -> bool:
    """Whether it is told where it happened: "in Pune"."""
    told = tokens.words
    return any(told[i - 1] in _AT and tokens.capital(i) for i in range(1, len(told)))


@lru_cache(maxsize=1)
def shipped() -> Logit:
    """The weights that the package ships."""
    return load(models_dir() / FILE)

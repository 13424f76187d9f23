"""Trigger phrases of the kinds table, found in a sentence."""

from __future__ import annotations

from typing import Final

from factcheck.text.lexicon import Sense, lexicon
from factcheck.text.named_hospitals import folded
from factcheck.text.phrase_patterns import Phrase, PhrasePattern
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import spot_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_SURVIVED: Final = words("survival.things")
_EXPECTATIONS: Final = words("triggers.expectations")
_SURVIVED_REACH: Final = 9  # tokens
_MONTH: Final = "march"
_FREED: Final = frozenset({"freed", "released", "freeing", "releasing"})
_ON_BAIL: Final = (["on", "bail"], ["on", "parole"], ["without", "charge"], ["pending", "trial"])
_DEATH: Final = ["death"]  # behind "to"
_SENTENCED: Final = words("triggers.sentenced")
_LONGEST: Final = 8  # tokens from "condemned" to "to death"
_BEFORE_MONTH: Final = words("roles.to_months")

_Entry = tuple[Phrase, tuple[Sense, ...]]
_Pattern = tuple[PhrasePattern, Sense]


class Trigger:
    """A phrase of the kinds table at tokens [first, last), with its readings."""

    __slots__ = ("first", "last", "senses")

    def __init__(self, first: int, last: int, senses: tuple[Sense, ...]) -> None:
        self.first = first
        self.last = last
        self.senses = senses

    def kind(self, form: str) -> str | None:
        """The first kind the phrase tells of in that form."""
        for sense in self.senses:
            if sense.form == form:
                return sense.kind
        return None

    def kinds(self, form: str) -> list[str]:
        """All kinds the phrase may tell of in that form."""
        return [sense.kind for sense in self.senses if sense.form == form]


class _Following:
    """The phrases, longest first, and patterns that begin with the same two words."""

    __slots__ = ("entries", "patterns")

    def __init__(self) -> None:
        self.entries: list[_Entry] = []
        self.patterns: list[_Pattern] = []


class _Opening:
    """What begins with one word: the phrase that it is by itself, and longer ones by their second
    word, "" for none: many begin with words as common as "in"."""

    __slots__ = ("alone", "seconds")

    def __init__(self) -> None:
        self.alone: tuple[Sense, ...] = ()
        self.seconds: dict[str, _Following] = {}

    def second(self, word: str) -> _Following:
        """What begins with that word behind, to add to."""
        return self.seconds.setdefault(word, _Following())


def _index() -> dict[str, _Opening]:
    index: dict[str, _Opening] = {}
    for first, entries in lexicon().triggers.items():
        opening = index.setdefault(first, _Opening())
        for phrase, senses in entries:
            if len(phrase) > 1:
                opening.second(phrase[1]).entries.append((phrase, senses))
            else:
                opening.alone = opening.alone or senses
    for entry in lexicon().patterns:
        for first, second in entry[0].openings():
            opening = index.setdefault(first, _Opening())
            opening.second(second).patterns.append(entry)
    _share(index)
    return index


def _share(index: dict[str, _Opening]) -> None:
    """Makes one of all that begin alike with other words: there are ten times as many openings as
    phrases and patterns."""
    known: dict[tuple[int, ...], _Following] = {}
    for opening in index.values():
        for second, following in opening.seconds.items():
            key = (*map(id, following.entries), 0, *map(id, following.patterns))
            opening.seconds[second] = known.setdefault(key, following)


def _idioms() -> dict[str, dict[str, list[Phrase]]]:
    """Figures of speech by their first and second word."""
    index: dict[str, dict[str, list[Phrase]]] = {}
    for text in table(CONSTRUCTIONS).phrases("triggers.idioms"):
        phrase = tuple(text.split())
        seconds = index.setdefault(phrase[0], {})
        seconds.setdefault("".join(phrase[1:2]), []).append(phrase)
    return index


_INDEX: Final = _index()
_STARTS: Final = spot_of(_INDEX)
_IDIOMS: Final = _idioms()
_GO: Final = frozenset({"go", "went", "gone"})
_GOING: Final = frozenset(table(CONSTRUCTIONS).phrases("triggers.going"))
_GOING_WHEN: Final = frozenset(table(CONSTRUCTIONS).phrases("triggers.going_when"))
_SAFETY: Final = "safety"
_OF_SAFETY: Final = frozenset(table(CONSTRUCTIONS).listed("triggers.of_safety"))


def find(tokens: Tokens) -> list[Trigger]:
    """Non-overlapping triggers, the longest at each place, idioms left out; read-only."""
    if tokens.triggers is None:
        tokens.triggers = _found(tokens)
    return tokens.triggers


def _found(tokens: Tokens) -> list[Trigger]:
    words = folded(tokens)
    found: list[Trigger] = []
    reached = 0
    for i in tokens.at(_STARTS):
        if i < reached:
            continue
        trigger = phrase_at(words, i)
        if trigger is None:
            continue
        if words[i] == _MONTH and _is_month(tokens, i):
            continue
        if words[i] == "to" and words[i + 1 : trigger.last] == _DEATH:
            if not _SENTENCED.isdisjoint(words[max(0, i - _LONGEST) : i]):
                continue  # "183 people were sentenced to death"
        if words[i] in _FREED and words[i + 1 : i + 3] in _ON_BAIL:
            continue
        if names_compound(words, trigger.last) or goes_somewhere(words, trigger.last):
            continue
        idiom = idiom_at(words, i)
        reached = trigger.last = max(trigger.last, i + idiom)
        if not idiom and not _is_of_politics(words, i) and not _is_of_forecast(words, i):
            found.append(trigger)
    return found


def phrase_at(words: list[str], i: int) -> Trigger | None:
    """The longest phrase at token `i`, with all that it tells."""
    opening = _INDEX.get(words[i])
    if opening is None:
        return None
    following = opening.seconds.get(words[i + 1] if i + 1 < len(words) else "")
    senses = opening.alone
    last = i + 1 if senses else i
    if following is not None:
        for phrase, told in following.entries:
            if len(phrase) == 2 or _stands_at(words, i, phrase):
                last, senses = i + len(phrase), told
                break
        for pattern, sense in following.patterns:
            past = pattern.end(words, i)
            if past > last:
                last, senses = past, (sense,)
            elif past == last and sense not in senses:
                senses = (*senses, sense)
    return Trigger(i, last, senses) if last > i else None


def _stands_at(words: list[str], i: int, phrase: Phrase) -> bool:
    """Whether the words from `i` on are the phrase's; of the first two it is known."""
    size = len(phrase)
    if i + size > len(words):
        return False
    for k in range(2, size):  # noqa: SIM110 (no generator, which costs as much as the rest)
        if words[i + k] != phrase[k]:
            return False
    return True


def idiom_at(words: list[str], i: int) -> int:
    """How many tokens the figure of speech has that begins here: "killed the bill"; 0 for none."""
    seconds = _IDIOMS.get(words[i])
    if seconds is None:
        return 0
    longest = 1 if "" in seconds else 0
    phrases = seconds.get(words[i + 1]) if i + 1 < len(words) else None
    if phrases is not None:
        for phrase in phrases:
            if len(phrase) > longest and _stands_at(words, i, phrase):
                longest = len(phrase)
    return longest


def goes_somewhere(words: list[str], i: int) -> bool:
    """Whether those told to go, by the word before token `i`, merely go somewhere, or for a while:
    "home early", "on holiday"."""
    if i == 0 or words[i - 1] not in _GO:
        return False
    near = [" ".join(words[i : i + n]) for n in (2, 1, 3)]
    return near[0] not in _GOING_WHEN and not _GOING.isdisjoint(near)


def names_compound(words: list[str], last: int) -> bool:
    """Whether the word before token `last` is but the first of a name for something else: those
    taken "to safety briefings" are not brought to safety."""
    if words[last - 1] != _SAFETY or last >= len(words):
        return False
    return words[last] in _OF_SAFETY or words[last : last + 1] == ["-"]


def _is_month(tokens: Tokens, i: int) -> bool:
    """Whether "March" at token `i` is the month: written with a capital, or led to as one."""
    if i and tokens.words[i - 1] in _BEFORE_MONTH:
        return True
    dated = tokens.words[i + 1 : i + 2] != [] and tokens.words[i + 1][0].isdigit()
    return dated or (i > 0 and tokens.capital(i) and not tokens.text.isupper())


def _is_of_politics(words: list[str], i: int) -> bool:
    """ "survived a no-confidence vote": nobody was rescued."""
    if not words[i].startswith("surviv"):
        return False
    return not _SURVIVED.isdisjoint(words[i + 1 : i + _SURVIVED_REACH])


def _is_of_forecast(words: list[str], i: int) -> bool:
    """ "missing the 95 million analysts expected": nobody is missing."""
    if words[i] != "missing":
        return False
    return not _EXPECTATIONS.isdisjoint(words[i + 1 : i + _SURVIVED_REACH])

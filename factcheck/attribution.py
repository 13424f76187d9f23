"""Who says so: the source a sentence names, with its verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claims_db.records import Attribution
from factcheck.lexicon import lexicon
from factcheck.tokens import Tokens
from factcheck.word_tables import words

SAYING: Final = words("sources.saying")
_WEAK: Final = words("sources.weak")
_INVERTED: Final = words("sources.inverted")
_IN: Final = frozenset({"in", "at"})
_PRONOUNS: Final = words("sources.pronouns")
_TIMES: Final = words("sources.times")
_AUXILIARY: Final = words("sources.auxiliary")
_LEADING: Final = words("sources.leading")
_ENDS: Final = words("sources.ends")
_BOUNDARIES: Final = words("sources.boundaries")
_HARMLESS: Final = words("sources.harmless")
_OFFICES: Final = words("sources.offices")
_QUOTE_ENDS: Final = frozenset({",", "”", '"', "'", "’", "?", "!", "."})
_ARTICLES: Final = ("the ", "The ", "a ", "an ")
_ACCORDING: Final = re.compile(
    r"\b(?:according\s+to|as\s+per|citing|quoting|per)\s+(?=[A-Za-z])", re.IGNORECASE
)
_ACCORDING_WORDS: Final = frozenset({"according", "per", "citing", "quoting"})
_SOURCE_END: Final = re.compile(
    r"[,;:.()“”\"–—]|\s(?:who|which|that|as of|on|in a|at a|after|while|when|but|and said|said)\b"
    r"(?!\s(?:of|and)\b)"
)
_LONGEST_SOURCE: Final = 12  # tokens
_LONGEST_NAME: Final = 400  # characters
_ASIDE_REACH: Final = 14  # tokens of ", the mayor," before the verb
_CLAUSE: Final = 200  # a clause's end between figure and source weighs as many characters


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution with where it stands in its sentence, as character offsets."""

    attribution: Attribution
    start: int
    end: int
    pronoun: bool = False


def find(tokens: Tokens) -> list[Source]:
    """The sources a sentence names, in order; a pronoun's source is the pronoun itself."""
    text, found = tokens.text, []
    if not _ACCORDING_WORDS.isdisjoint(tokens.words):
        named = (_according(text, match) for match in _ACCORDING.finditer(text))
        found = [source for source in named if source]
    if SAYING.isdisjoint(tokens.words):
        return found
    taken = bytearray(len(text))  # 1 where a source stands
    for source in found:
        _take(taken, source)
    for i, word in enumerate(tokens.words):
        if word not in SAYING:
            continue
        said = _inverted(tokens, i) or _subject(tokens, i)
        if said and not any(taken[said.start : said.end]):
            found.append(said)
            _take(taken, said)
    return sorted(found, key=lambda source: source.start)


def _take(taken: bytearray, source: Source) -> None:
    taken[source.start : source.end] = b"\1" * (source.end - source.start)


def _according(text: str, match: re.Match[str]) -> Source | None:
    verb = match.group().lower().split()
    if verb[0] == "per" and not text[match.end()].isupper():
        return None
    end = _SOURCE_END.search(text, match.end(), match.end() + _LONGEST_NAME)
    stop = end.start() if end else len(text)
    if stop - match.end() > _LONGEST_NAME:
        return None
    name = text[match.end() : stop].strip()
    if not name or len(name.split()) > _LONGEST_SOURCE:
        return None
    return Source(Attribution(_plain(name), " ".join(verb)), match.end(), stop)


def _plain(name: str) -> str:
    for article in _ARTICLES:
        if name.startswith(article) and not name[len(article) :][:1].isupper():
            return name[len(article) :]
    return name


def _source(tokens: Tokens, first: int, last: int, verb: str, *, pronoun: bool = False) -> Source:
    name = tokens.slice(first, last)
    return Source(Attribution(name, verb), tokens.starts[first], tokens.ends[last - 1], pronoun)


def _inverted(tokens: Tokens, i: int) -> Source | None:
    """ ", said Timur Tkachenko, who heads …": the source behind the verb."""
    words = tokens.words
    if words[i] not in _INVERTED or i == 0 or words[i - 1] not in _QUOTE_ENDS:
        return None
    j = i + 1
    if j >= len(words) or not words[j][0].isalpha() or words[j] in _TIMES:
        return None
    end = j
    while end < min(len(words), j + _LONGEST_SOURCE) and words[end] not in _ENDS:
        end += 1
    if end == j or words[j] in _PRONOUNS:
        return None
    name = _plain(tokens.slice(j, end))
    return Source(Attribution(name, words[i]), tokens.starts[j], tokens.ends[end - 1])


def _subject(tokens: Tokens, i: int) -> Source | None:
    """ "Ukrainian officials said": the source before the verb."""
    words = tokens.words
    last = _subject_end(words, i)
    if last is None:
        return None
    j = last - 1
    while (
        j >= 0
        and last - j <= _LONGEST_SOURCE
        and (not _is_boundary(words[j]) or tokens.raw(j) == "WHO")
    ):
        j -= 1
    first = j + 1
    while first < last and words[first] in _LEADING:
        if words[first] == "the" and first + 1 < len(words) and tokens.capital(first + 1):
            break
        first += 1
    if first and words[first - 1] in _IN:
        first = _past_place(tokens, first, last)
    if first >= last:
        return None
    if words[first] in _PRONOUNS:
        return _source(tokens, first, last, words[i], pronoun=True)
    if not _speaks(tokens, first, last, words[i]):
        return None
    return _source(tokens, first, last, words[i])


def _past_place(tokens: Tokens, first: int, last: int) -> int:
    """ "In Kharkiv officials counted …": the source is the officials, past the place."""
    k = first
    while k < last and tokens.capital(k):
        k += 1
    return k if k < last else first


def _subject_end(words: list[str], verb: int) -> int | None:
    """The token past the subject, before auxiliaries and an aside: "Jane Roe, the mayor, said"."""
    j = verb - 1
    while j >= 0 and words[j] in _AUXILIARY:
        j -= 1
    if j < 0:
        return None
    if words[j] != "," or j == 0:
        return j + 1
    low = max(-1, j - _ASIDE_REACH)
    opener = next((k for k in range(j - 1, low, -1) if words[k] == ","), None)
    return opener or None


def _is_boundary(word: str) -> bool:
    if word in _BOUNDARIES or (word in SAYING and word not in _WEAK):
        return True
    return word not in _HARMLESS and word in lexicon().verb_starts


def _speaks(tokens: Tokens, first: int, last: int, verb: str) -> bool:
    """Whether the subject can speak: people, names, offices; not every name with a weak verb."""
    words = tokens.words[first:last]
    if any(word[0].isdigit() for word in words):
        return False
    people = lexicon().people
    office = any(word in _OFFICES or word in people for word in words)
    named = any(tokens.capital(k) for k in range(max(first, 1), last))
    if verb in _WEAK:
        return office or (named and first > 0 and words[-1] not in lexicon().verb)
    starts = first == 0 and tokens.capital(0)
    return (named or starts or office) and words[0] not in _TIMES


def for_figure(sources: list[Source], at: int, text: str) -> Source | None:
    """The source of a figure at offset `at`: the nearest one in its clause, else the sentence's."""
    if not sources:
        return None

    def distance(source: Source) -> int:
        low, high = (source.end, at) if source.end <= at else (at, source.start)
        ends = text.count(";", low, high)
        ends += text.count(" while ", low, high) + text.count(" but ", low, high)
        return high - low + _CLAUSE * ends

    return min(sources, key=distance)

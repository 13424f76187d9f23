"""The subject of a verb of saying: where it begins and ends, and whether it can speak."""

from __future__ import annotations

from typing import Final

from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_PRONOUNS: Final = words("sources.pronouns")
_TIMES: Final = words("sources.times")
_AUXILIARY: Final = words("sources.auxiliary")
_LEADING: Final = words("sources.leading")
_BOUNDARIES: Final = words("sources.boundaries")
_HARMLESS: Final = words("sources.harmless")
_OFFICES: Final = words("sources.offices")
_SPEECHLESS: Final = words("sources.speechless")
_JOINING: Final = words("sources.joining")
_PEOPLE_ENDINGS: Final = table(CONSTRUCTIONS).listed("noun_phrases.people_endings")
_LONGEST_SUBJECT: Final = 14  # tokens
_ASIDE_REACH: Final = 16  # tokens of ", the mayor," before the verb
_SHARES: Final = frozenset({"percent", "%", "cent", "respondents", "per"})


def subject_start(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The subject of the verb at token `verb`, as tokens [first, last)."""
    words = tokens.words
    last = _subject_end(tokens, verb)
    if last is None:
        return None
    j = last - 1
    while j >= 0 and last - j <= _LONGEST_SUBJECT and not _is_boundary(tokens, j):
        j -= 1
    first = _past_leading(tokens, j + 1, last)
    if first and words[first - 1] in ("in", "at"):
        first = _past_place(tokens, first, last)
    first = _past_counted(words, first, last)
    return (first, last) if first < last else None


def _subject_end(tokens: Tokens, verb: int) -> int | None:
    """The token past the subject, before auxiliaries and an aside: "Jane Roe, the mayor, said"."""
    words = tokens.words
    j = verb - 1
    while j >= 0 and words[j] in _AUXILIARY and tokens.raw(j) != "WHO":
        j -= 1
    if j > 1 and words[j] in _TIMES and words[j - 1] == "on":
        j -= 2  # "police on Friday said"
    if j < 0:
        return None
    if words[j] != "," or j == 0:
        return j + 1
    low = max(-1, j - _ASIDE_REACH)
    opener = next((k for k in range(j - 1, low, -1) if words[k] == ","), None)
    if opener and opener > 2 and words[opener - 1].isdigit() and words[opener - 2] == ",":
        opener -= 2  # "Jane Roe, 34, a trader, said"
    return opener or None


def _past_leading(tokens: Tokens, first: int, last: int) -> int:
    """Past conjunctions and articles, but not the article of a name: "The Hague court"."""
    words = tokens.words
    while first < last and words[first] in _LEADING:
        named = words[first] == "the" and first + 1 < last and tokens.capital(first + 1)
        if named and first and not tokens.capital(first):
            break
        first += 1
    return first


def _past_place(tokens: Tokens, first: int, last: int) -> int:
    """ "In Kharkiv officials counted …": the source is the officials, past the place."""
    k = first
    while k < last and tokens.capital(k):
        k += 1
    return k if k < last else first


def _past_counted(words: list[str], first: int, last: int) -> int:
    """In "hit 40 homes and the mayor said" the homes are no part of the subject."""
    for k in range(first + 1, last - 1):
        if words[k] != "and":
            continue
        before = words[first:k]
        counts = any(word[0].isdigit() or word in lexicon().number_words for word in before)
        if counts and not any(can_speak(word) for word in before):
            return k + 1 + (words[k + 1] in lexicon().determiners and k + 2 < last)
    return first


def _is_boundary(tokens: Tokens, j: int) -> bool:
    """Whether no subject reaches back over token `j`."""
    words = tokens.words
    word = words[j]
    if word in _BOUNDARIES:
        return tokens.raw(j) != "WHO"
    if word in _JOINING:  # "hospital officials in Khan Younis", "the mayor of"
        return not (j and can_speak(words[j - 1]))
    return ends_subject(words, j)


def ends_subject(words: list[str], j: int) -> bool:
    """Whether token `j` is a verb, so that no subject holds it: not "the missing girl's mother",
    "rescue workers", where it belongs to the noun."""
    word = words[j]
    lex = lexicon()
    verbal = word in lex.participles or word in lex.auxiliary or word in _SAID
    if not verbal or word in _HARMLESS:
        return False
    before = words[j - 1] if j else ","
    opens = not before[0].isalpha() or before in _LEADING or before in lex.determiners
    return not (opens and word not in lex.auxiliary)


_SAID: Final = words("sources.saying") - words("sources.weak")


def speaks(tokens: Tokens, first: int, last: int, *, strong: bool) -> bool:
    """Whether tokens [first, last) can be who says something. Whoever "said" can speak, if it is
    no share or figure; of weaker verbs ("counted", "showed") only people, offices and names."""
    words = tokens.words[first:last]
    if words[0] in _TIMES or not _SHARES.isdisjoint(words) or words[-1] in ("and", "or"):
        return False
    if words[-1] in _SPEECHLESS and not tokens.capital(last - 1):
        return False
    office = any(can_speak(word) for word in words)
    if any(word[0].isdigit() or word in lexicon().number_words for word in words):
        return office and strong and not any(word[0].isdigit() for word in words[1:])
    if strong:
        return words[-1][0].isalpha() or words[-1] in ("”", ".")
    named = any(tokens.capital(k) for k in range(max(first, 1), last))
    titled = last - first > 1 and all(tokens.capital(k) for k in range(first, last))
    return office or (named and (first > 0 or titled) and words[-1] not in lexicon().verb)


def can_speak(word: str) -> bool:
    """Whether the noun is an office or people: ministry, mayor, witnesses, geologists."""
    if is_office(word) or word in lexicon().people:
        return True
    return len(word) > 5 and word.endswith(_PEOPLE_ENDINGS) and word not in _SPEECHLESS


def is_office(word: str) -> bool:
    """Whether the noun is one whose word counts: ministry, mayor, officials, police."""
    return word in _OFFICES or word.removesuffix("s") in _OFFICES

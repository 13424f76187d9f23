"""Where a noun phrase ends, past what is said aside: "12 people, three of them children, died"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.compounds import is_plural
from factcheck.rules.counting import Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_FINITE: Final = words("verbs.finite")
_PLAIN_REACH: Final = 9  # tokens of "including a toddler and two teachers"
_TIES: Final = frozenset({"-", "'s", "’s"})
_ALL: Final = frozenset({"both", "all", "half", "mostly", "some"})  # ", both teenagers,"
_ASIDE_REACH: Final = 22
_INCLUDING: Final = words("verbs.including")
_SAYING: Final = words("sources.saying")
_SAID_REACH: Final = 6  # tokens of ", the regional governor said,"
_ASIDE: Final = words("verbs.aside") | _INCLUDING
_CLOSERS: Final = {"(": (")",), ",": (",",), "–": ("–", "—"), "—": ("—", "–"), "-": ("-",)}
_CREWS: Final = frozenset({"crew", "staff", "women", "children", "police"})
_OPENERS: Final = frozenset({*_CLOSERS, "including", "among"})
_IN_AGES: Final = words("units.in_ages")
_ORIGINS: Final = (["of"], ["from"], ["in"], ["at"], ["on"])
_ORIGIN_REACH: Final = 7  # tokens of "of the ferry 's engine room"
_CLAUSE_OPENERS: Final = frozenset({"which", "who", "whose", "where"})


def past_aside(sentence: Counting, j: int) -> int:
    """Past ", including three children," or "(two of them women)" at token `j`."""
    words = sentence.words
    if j >= len(words):
        return j
    if words[j] == "and":
        return _past_second_noun(sentence, j)
    if words[j] == "of":
        return _past_age(sentence, j)
    if words[j] == "aged":
        return _past_ages(words, j)
    if words[j] not in _OPENERS:
        return j
    if words[j] == "," and is_at(words, j + 2, ",") and words[j + 1].isdigit():
        further = _aside_end(words, j + 2)  # "Jane Roe, 29, a teacher, was killed"
        if further > j + 3:
            return further
    return _aside_end(words, j)


def _past_ages(words: list[str], j: int) -> int:
    """Past "aged four and six", "aged between 12 and 17", "aged 3 months to 81"."""
    spelled, end = lexicon().units_words, j + 1
    while end < len(words) and (
        words[end][0].isdigit() or words[end] in spelled or words[end] in _IN_AGES
    ):
        end += 1
    return end if end > j + 1 and words[end - 1] != "," else j


def _past_age(sentence: Counting, j: int) -> int:
    """Past the age of one person: "a boy of 12 was hurt", "a girl of nine died"."""
    words, lex = sentence.words, lexicon()
    if j == 0 or words[j - 1] not in lex.persons or j + 2 >= len(words):
        return j
    aged = words[j + 1].isdigit() or words[j + 1] in lex.units_words
    told = words[j + 2] in lex.auxiliary or words[j + 2] in _FINITE
    return j + 2 if aged and (told or words[j + 2] in lex.participles) else j


def past_origin(sentence: Counting, k: int) -> int:
    """Past "of the ferry" where a clause of it follows: "the captain of the ferry, which sank, was
    arrested"; else the end of the noun phrase."""
    quantity, words = sentence.quantity(k), sentence.words
    last = quantity.last
    if not quantity.implied or words[last : last + 1] not in _ORIGINS:
        return last
    for j in range(last + 1, min(len(words) - 1, last + _ORIGIN_REACH)):
        if words[j] == "," and words[j + 1] in _CLAUSE_OPENERS:
            return j
        if not words[j].isalpha() and words[j] not in ("-", "'s", "’s"):
            break
    return last


def _aside_end(words: list[str], j: int) -> int:
    """Past the aside that token `j` opens; `j` itself if it opens none."""
    closers = _CLOSERS.get(words[j], (",",))
    if words[j] not in _CLOSERS:  # "nine people including a toddler were killed"
        for end in range(j + 2, min(len(words), j + _PLAIN_REACH)):
            if words[end] in lexicon().auxiliary or words[end] in _FINITE:
                return end
            if not (words[end].isalnum() or words[end] in _TIES):
                break
    for end in range(j + 1, min(len(words), j + _ASIDE_REACH)):
        if words[j + 1] in _CLAUSE_OPENERS and words[end] in closers:
            following = word_at(words, end + 1)
            told = following in lexicon().auxiliary or following in _FINITE
            return end + 1 if told else j
        if words[end] in closers:
            if end == j + 2 and words[j + 1].isdigit() and end + 1 < len(words):
                if words[end + 1] in lexicon().verb_starts:
                    return end + 1  # "cyclist, 34, killed in crash"; "Jane Roe, 27, never woke"
            if words[j] == "(" or words[j] in _INCLUDING:
                return end + 1
            tells = not _ASIDE.isdisjoint(words[j + 1 : end]) or words[j + 1] in _ALL
            tells = tells or (words[end - 1] in _SAYING and end - j <= _SAID_REACH)
            at = end + 1
            while at < len(words) - 1 and words[at] in lexicon().adverb:
                at += 1  # ", a boy of nine, later died"
            verb = at < len(words) and (words[at] in lexicon().auxiliary or words[at] in _FINITE)
            single = words[j + 1] in ("a", "an") and is_at(words, j - 1, "one")
            verb = verb or (single and at < len(words) and words[at] in lexicon().participles)
            if tells or verb:
                return end + 1  # "one, a boy of six, dead"
            if words[j] != "," or not _names_only(words[j + 1 : end]):
                return j  # else "two men, Jan Kos, 26, and Piotr Nowak, both of Lodz, were held"
    return j


def _names_only(told: list[str]) -> bool:
    """Whether a part of an aside tells who or how old, and nothing that anybody did."""
    if any(word in lexicon().auxiliary or word in _FINITE or word in _SAYING for word in told):
        return False
    return not _CLAUSE_OPENERS.intersection(told)


def _past_second_noun(sentence: Counting, j: int) -> int:
    """Past "and crew" in "64 passengers and crew died": one number counts both nouns."""
    words, lex = sentence.words, lexicon()
    if j + 2 >= len(words) or (not is_plural(words[j + 1]) and words[j + 1] not in _CREWS):
        return j
    noun_again = words[j + 1] not in lex.verb and words[j + 1] not in lex.verb_starts
    told = words[j + 2] in lex.auxiliary or any(sentence.triggers_from(j + 2, j + 3))
    return j + 2 if noun_again and told else j

"""A sentence → the single people it mentions: "a 19-year-old man", "Jane Roe, 34", "she"."""

from __future__ import annotations

from typing import Final

from claims_db import gazetteer
from factcheck.reading.mention_words import (
    NOUNS,
    OLDEST,
    SIDES,
    SPELT,
    TABLE,
    Mention,
    Names,
    age_at,
    fit,
)
from factcheck.text.tokens import Tokens, is_letter
from factcheck.text.word_marks import IN_DIGITS, spot_of
from factcheck.text.word_tables import table
from factcheck.text.words_at import is_at, word_at

_LEFT: Final = 5  # tokens of adjectives between an article and its noun
_LONGEST_NAME: Final = 5  # words
_OPEN: Final = 0.6  # a text with more of its words capitalised is a headline: no names are seen
_PRONOUNS: Final = {"he": "m", "him": "m", "himself": "m", "she": "f", "herself": "f"}
_ONES: Final = frozenset({"one", "another", "other", "second", "third", "fourth"})
_DETERMINERS: Final = table(TABLE).words("mentions.determiners")
_DEFINITE: Final = table(TABLE).words("mentions.definite")
_FURTHER: Final = table(TABLE).words("mentions.further")
_NO_NAMES: Final = table(TABLE).words("mentions.no_names")
_TITLES: Final = table(TABLE).words("mentions.titles")
_CROWDS: Final = table(TABLE).words("mentions.crowds")
_PREPOSITIONS: Final = frozenset(
    "in of at near from into on outside inside with by to for after before behind".split()
)
_ADJECTIVE_STOPS: Final = frozenset(
    ', . ; : ( ) “ ” " and or of in on at to for with by from as was were is are had has who that '
    "when after while where said".split()
)
_AFTER_PHRASE: Final = _ADJECTIVE_STOPS | table(TABLE).words("mentions.after_phrase")
_BEFORE_NO_NAME: Final = frozenset([*"in near at from on the".split(), "“", '"', "#", "@"])
_IN_NAMES: Final = (".", ",")  # signs in a name, or before the age of who bears it
_POSSESSIVES: Final = frozenset({"his", "her", "their"})
_WORDS: Final = frozenset({*_PRONOUNS, *_FURTHER, *NOUNS, *_CROWDS, "her", "old", "one"})
_HEADS: Final = spot_of(_WORDS)


def find(tokens: Tokens, names: Names) -> list[Mention]:
    """The mentions of a sentence, in order. Names it holds are added to those seen."""
    words = tokens.words
    headline = _is_headline(tokens)
    found: list[Mention] = []
    reached = 0
    for i in _heads(tokens, headline):
        if i < reached:
            continue
        mention = _at(tokens, i, names, headline, found[-1].last if found else 0)
        if mention is None:
            continue
        if found and _is_apposition(words, found[-1], mention):
            mention = _one(found.pop(), mention)
        found.append(mention)
        reached = max(i + 1, mention.last)
    return found


def _heads(tokens: Tokens, headline: bool) -> list[int]:
    """The tokens that may be the head of a mention: most are passed by at once."""
    if headline:
        return tokens.at(_HEADS | IN_DIGITS)
    heads, last = tokens.at(_HEADS | IN_DIGITS), len(tokens)
    heads.append(last)
    found: list[int] = []
    passed = 0  # heads
    head = heads[0]
    for i in tokens.capitals:
        while head < i:
            found.append(head)
            passed += 1
            head = heads[passed]
        if head > i:
            found.append(i)
    while head < last:
        found.append(head)
        passed += 1
        head = heads[passed]
    return found


def _is_apposition(words: list[str], before: Mention, mention: Mention) -> bool:
    """ "Jada's father, 32-year-old James Page", "a woman, 29": two mentions of one."""
    if before.crowd or mention.crowd or mention.pronoun or before.pronoun or before.owner:
        return False
    apart = mention.first - before.last  # tokens between, of which two are a dash
    if apart > 2 or (apart == 2 and words[before.last : mention.first] != ["-", "-"]):
        return False
    between = words[before.last] if apart > 0 else ""
    if between in ("was", "is") and before.names and not mention.names:
        return fit(before, mention)
    if between not in (",", "-", "–", "—", "(", "") or (between == "-" and apart == 1):
        return False
    if not (mention.names or before.names):
        set_off = between == "," and is_at(words, mention.last, ",")
        return set_off and before.definite and not mention.definite and fit(before, mention)
    if mention.names and before.names:
        return False
    if before.names and (not between or words[mention.first] in _POSSESSIVES):
        return False  # a caption's credit and the caption; "to John Roe, his wife had left"
    return fit(before, mention) and "and" not in words[mention.last : mention.last + 1]


def _one(before: Mention, mention: Mention) -> Mention:
    before.last = mention.last
    before.names = before.names or mention.names
    before.sex = before.sex or mention.sex
    before.side = before.side or mention.side
    before.youngest = max(before.youngest, mention.youngest)
    before.oldest = min(before.oldest, mention.oldest)
    before.owner = mention.owner
    return before


def _ends_phrase(following: str) -> bool:
    """Whether the word behind "her" or "another" begins something else: no noun is to come."""
    return not following or not following[0].isalpha() or following in _AFTER_PHRASE


def _standing_alone(words: list[str], i: int) -> Mention | None:
    """ "a second was hurt", "another died", "the other is in custody"."""
    if words[i] == "another":
        return Mention(i, i + 1, further=True)
    if word_at(words, i - 1) in ("a", "the"):
        return Mention(i - 1, i + 1, further=True)
    return None


def _is_headline(tokens: Tokens) -> bool:
    if tokens.words and tokens.words[-1] == ".":
        return False
    letters = capitals = 0
    for i, word in enumerate(tokens.words):
        if is_letter(word, 0):
            letters += 1
            capitals += tokens.capital(i)
    return letters > 3 and capitals > _OPEN * letters


def _at(tokens: Tokens, i: int, names: Names, headline: bool, reached: int) -> Mention | None:
    """The mention whose head is at token `i`: a pronoun, a noun, an age, a name, a crowd."""
    words = tokens.words
    word = words[i]
    if word not in _WORDS and is_letter(word, 0):  # as most heads are: a name or none
        return None if headline or not tokens.capital(i) else _of_name(tokens, i, names)
    following = words[i + 1] if i + 1 < len(words) else ""
    if word in _PRONOUNS or (word == "her" and _ends_phrase(following)):
        return Mention(i, i + 1, sex=_PRONOUNS.get(word, "f"), pronoun=True)
    if word in _FURTHER and _ends_phrase(following) and not is_at(words, i - 1, "each"):
        return _standing_alone(words, i)
    if word in NOUNS and not _is_modifier(tokens, i):
        mention = _of_noun(tokens, i, names, headline, reached)
        if mention is not None:
            mention.owner = following in ("'s", "’s")
        return mention
    age = age_at(words, i)
    if age is not None and not _noun_follows(words, i + 1):
        return _of_age(tokens, i, age, names, headline, reached)
    if not headline and tokens.capital(i) and is_letter(word, 0):
        named = _of_name(tokens, i, names)
        if named is not None:
            return named
    if word in _CROWDS or (word == "one" and following not in ("of",)) or word.isdigit():
        return Mention(i, i + 1, crowd=True) if _stands_alone(tokens, i) else None
    return None


def _is_place(words: list[str], i: int) -> bool:
    """ "in the car": what stands behind a preposition is no subject."""
    return any(words[k] in _PREPOSITIONS for k in range(max(0, i - 3), i))


def _is_modifier(tokens: Tokens, i: int) -> bool:
    """ "the suspect vehicle", "a teen driver", "victim-blaming": the noun stands before another."""
    following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if following == "-":
        return True
    return following in NOUNS and not tokens.capital(i + 1) and tokens.words[i] != "suspect"


def _noun_follows(words: list[str], i: int) -> bool:
    """Whether the age before token `i` belongs to a noun: "19-year-old Akron man"."""
    for k in range(i, min(len(words), i + 4)):
        if words[k] in NOUNS:
            return True
        if words[k] in _ADJECTIVE_STOPS:
            return False
    return False


def _of_noun(
    tokens: Tokens, head: int, names: Names, headline: bool, reached: int
) -> Mention | None:
    words = tokens.words
    sex, youngest, oldest = NOUNS[words[head]]
    start, age = _start(tokens, head, reached)
    if start is None:
        return None
    mention = Mention(start, head + 1, (), sex, youngest, oldest, words[head])
    _told_before(words, start, head, mention)
    if age is not None:
        mention.youngest = mention.oldest = age
    mention.side = SIDES.get(words[head], "")
    for k in range(start, head):
        if words[k] in NOUNS:
            _narrow(mention, words[k])
            mention.side = mention.side or SIDES.get(words[k], "")
    _after(tokens, mention, names, headline)
    return mention


def _narrow(mention: Mention, word: str) -> None:
    """ "a teenage girl", "his adult son": a second noun narrows the first."""
    sex, youngest, _ = NOUNS[word]
    mention.sex = mention.sex or sex
    if mention.youngest < mention.oldest:
        mention.youngest = max(mention.youngest, min(youngest, mention.oldest))


def _start(tokens: Tokens, head: int, reached: int) -> tuple[int | None, int | None]:
    """Where the noun phrase that ends at `head` begins, and the age in it."""
    words = tokens.words
    age: int | None = None
    k = head - 1
    low = max(reached, head - _LEFT - 5)
    while k >= low:
        word = words[k]
        found = age_at(words, k)
        if found is not None:
            age = found
            while k >= low and (words[k] in ("-", "–", "old", ".") or _is_age_unit(words[k])):
                k -= 1
            k -= 1  # the number
            continue
        if word in _DETERMINERS or word in ("'s", "’s"):
            return k, age
        if not (word[0].isalpha() or word == "-") or word in _ADJECTIVE_STOPS or word in _CROWDS:
            break
        if (word in SPELT and word != "one") or word in ("no", "neither", "any", "every"):
            return None, None
        k -= 1
    if age is not None or k < low:
        return k + 1, age
    first = k + 1
    bare = first == 0 or words[k] in (",", "and", ":", ";", ".", "“", '"', "’", "'")
    return (first if bare else head), age


def _is_age_unit(word: str) -> bool:
    return word in ("year", "years", "yr", "month", "months", "week", "weeks", "day")


def _told_before(words: list[str], start: int, head: int, mention: Mention) -> None:
    span = words[start : head + 1]
    mention.further = not _FURTHER.isdisjoint(span)
    mention.definite = words[start] in _DEFINITE or words[start] in ("'s", "’s")


def _of_age(
    tokens: Tokens, old: int, age: int, names: Names, headline: bool, reached: int
) -> Mention:
    words = tokens.words
    k = old
    while k > reached and (words[k] in ("-", "–", "old", ".") or _is_age_unit(words[k])):
        k -= 1
    first = k
    if k > reached and words[k - 1] in _DETERMINERS | _FURTHER:
        first = k - 1
        if first > reached and words[first - 1] in _DETERMINERS:
            first -= 1
    mention = Mention(first, old + 1, (), "", age, age)
    _told_before(words, first, old, mention)
    _after(tokens, mention, names, headline)
    return mention


def _after(tokens: Tokens, mention: Mention, names: Names, headline: bool) -> None:
    """The name and the age that stand behind: "man John Roe, 34,", "the teen, John Roe,"."""
    at = mention.last
    words = tokens.words
    if not headline:
        skip = at + 1 if is_at(words, at, ",") else at
        last = _name_end(tokens, skip)
        if last > skip and (skip == at or last - skip > 1):
            mention.names = _add(tokens, skip, last, names)
            mention.last = at = last
    _age_after(words, at, mention)


def _age_after(words: list[str], at: int, mention: Mention) -> None:
    """ ", 34," or "(34)" or ", age 34" behind a name or noun."""
    k = at + 1
    if at < len(words) and words[at] in (",", "("):
        if word_at(words, k) in ("age", "aged"):
            k += 1
        if (
            k < len(words)
            and words[k].isdigit()
            and int(words[k]) <= OLDEST
            and (k + 1 == len(words) or words[k + 1] in (",", ".", ")", ";", "and", "of"))
        ):
            if mention.youngest <= int(words[k]) <= mention.oldest:
                mention.youngest = mention.oldest = int(words[k])
            mention.last = k + 1


def _of_name(tokens: Tokens, i: int, names: Names) -> Mention | None:
    words = tokens.words
    following = words[i + 1] if i + 1 < len(words) else ""
    if following and following not in _IN_NAMES and not tokens.capital(i + 1):
        if words[i] not in names.seen and words[i] not in _TITLES:
            return None  # most capitals, passed over soonest: one word, not met before
    last = _name_end(tokens, i)
    if last == i:
        return None
    aged = _is_aged(words, last)
    if last == i + 1 and not aged and words[i] not in names.seen:
        return None
    size = sum(1 for k in range(i, last) if words[k].isalpha() and len(words[k]) > 1)
    if size < 2 and not aged and words[i] not in names.seen:
        return None
    if i and words[i - 1] in _BEFORE_NO_NAME and not aged:
        return None
    if not aged and words[i] not in names.seen and gazetteer.lookup(tokens.slice(i, last)):
        return None
    mention = Mention(i, last, _add(tokens, i, last, names))
    mention.owner = last < len(words) and words[last] in ("'s", "’s", "'", "’")
    _age_after(words, last, mention)
    return mention


def _is_aged(words: list[str], at: int) -> bool:
    return (
        at + 2 < len(words)
        and words[at] == ","
        and words[at + 1].isdigit()
        and 0 < int(words[at + 1]) < OLDEST
        and words[at + 2] in (",", ".", "and", ";")
    )


def _name_end(tokens: Tokens, first: int) -> int:
    """Past the run of capitalised words at `first` that may name a person, else `first`."""
    words = tokens.words
    i = first
    while i < len(words) and words[i] in _TITLES and tokens.capital(i):
        i += 1
        if i < len(words) and words[i] == ".":
            i += 1
    start = i
    while i < min(len(words), start + _LONGEST_NAME):
        word = words[i]
        if word in (".",) and i > start and len(words[i - 1]) == 1:
            i += 1
            continue
        if not tokens.capital(i) or not is_letter(word, 0) or word in _NO_NAMES or word in NOUNS:
            break
        i += 1
    if i < len(words) and words[i] in _NO_NAMES and tokens.capital(i):
        return first  # "Mount Sinai Hospital"
    return i if i > start else first


def _add(tokens: Tokens, first: int, last: int, names: Names) -> tuple[str, ...]:
    found = tuple(
        tokens.words[k]
        for k in range(first, last)
        if len(tokens.words[k]) > 1
        and tokens.words[k] not in _TITLES
        and tokens.words[k] not in ("jr", "sr")
    )
    names.seen.update(found)
    return found


def _stands_alone(tokens: Tokens, i: int) -> bool:
    """Whether the number or plural at `i` may be a subject: no age, hour or house number."""
    following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
    if _is_place(tokens.words, i):
        return False
    return following not in ("-", ":", "a.m", "p.m", "am", "pm", "year", "block", "th")

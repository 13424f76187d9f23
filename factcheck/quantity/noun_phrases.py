"""The noun phrase behind a number: two more soldiers, nine of the dead, a 12-member crew."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.quantity.compounds import (
    PEOPLE_ENDINGS,
    compound_end,
    is_age_group,
    is_base_verb,
    is_compound,
    is_noun,
    is_plural,
    joins_adjectives,
    may_be_inside,
    opens_number,
    past_measure,
    past_quote,
    takes_object,
    ties_particle,
)
from factcheck.text.lexicon import Person, lexicon
from factcheck.text.marks import DASHES, POSSESSIVES
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import words

_MORE: Final = words("noun_phrases.more")
_FRESH: Final = words("noun_phrases.fresh")
_ADDING: Final = frozenset({"another", "additional", "further"})
_TAKEN_UP: Final = words("noun_phrases.taken_up")
_PREDICATES: Final = words("noun_phrases.predicates")
_NEVER_HEADS: Final = words("noun_phrases.never_heads")
_BEHIND_FRACTION: Final = words("noun_phrases.behind_fraction")
_ADJECTIVES: Final = words("noun_phrases.adjectives")
_VERB_ENDINGS: Final = ("ing", "ly", "ed")
_NOUN_ENDINGS: Final = ("eed", "shed", "sled", "bed")
_NO_NOUN_ENDINGS: Final = ("ed", "ly")
_ONE: Final = frozenset({"one", "1"})
# Between "of the" and a number: "two-thirds of the combined 600 workers".
_ROUNDING: Final = words("noun_phrases.rounding")
_THINGS: Final = words("noun_phrases.things")
_COPULAS: Final = frozenset({"are", "were", "is", "was", "being"})
_GLUE: Final = frozenset({"-", "'s", "’s", "/"})
_NEVER_ATTRIBUTIVE: Final = frozenset({"killed", "dead"})
_DEAD: Final = "dead"
_TIED: Final = 3  # tokens of "10-year"
_REACH: Final = 8  # words looked through for the head
_IN_ORDER: Final = frozenset({"last", "first", "next", "past", "previous", "final", "opening"})
_OWNER_REACH: Final = 4  # words of whose number it is
_ATTRIBUTES: Final = 3  # tokens from a participle to the noun it belongs to
_SHORTEST_GUESS: Final = 5  # letters of a noun guessed to be people


class NounPhrase:
    """What a number counts, up to token `last`: `head` noun, the `phrase` as written, what is
    known of it as people; "two more", "12 others", "nine of the dead" (partitive)."""

    __slots__ = (
        "could_be_people",
        "head",
        "last",
        "more",
        "others",
        "partitive",
        "person",
        "phrase",
    )

    def __init__(
        self,
        last: int,
        head: str | None = None,
        could_be_people: bool = True,
    ) -> None:
        self.last = last
        self.head = head
        self.phrase: str | None = None
        self.person: Person | None = None
        self.could_be_people = could_be_people
        self.partitive = False
        self.more = False
        self.others = False


def read(tokens: Tokens, first: int, j: int, *, fraction: bool = False) -> NounPhrase:
    """The phrase at token `j`, right behind the quantity that begins at `first`; a `fraction` may
    do without "of": "half the voters"."""
    words = tokens.words
    if j + 2 < len(words) and words[j] in DASHES and tokens.glued(j):
        return _hyphened(tokens, j)
    found = NounPhrase(j)
    k = j
    while k < len(words) and words[k] in _FRESH:
        found.more = found.more or words[k] in _MORE
        found.others = found.others or words[k] == "other"
        k += 1
    if first and words[first - 1] in _ADDING:
        found.more = True
    if k < len(words) and words[k] == "of":
        _partitive(tokens, found, k)
    elif fraction and k < len(words) and words[k] in _BEHIND_FRACTION:
        _partitive(tokens, found, k - 1)
    else:
        found.last = max(j, k)
        _named(tokens, found, k, plural=words[j - 1] not in _ONE)
    found.others = found.others or (found.head == "others" and not found.partitive)
    return found


def described(tokens: Tokens, number: int, last: int) -> str | None:
    """What a number that a hyphen ties to its noun or unit is told of: the "villa" of "a
    three-bedroom villa", the "term" of "a 10-year term". The noun ends at token `last`."""
    words = tokens.words
    if last - number < _TIED or last >= len(tokens) or words[last - 2] not in DASHES:
        return None
    if not (tokens.glued(last - 1) and tokens.glued(last - 2)) or tokens.glued(last):
        return None
    head = _head(words, _collected(tokens, last))
    return None if head is None or words[head] in _NEVER_HEADS else tokens.slice(last, head + 1)


_STRONG: Final = frozenset({"strong", "man"})


def _hyphened(tokens: Tokens, j: int) -> NounPhrase:
    """ "three-storey building", "12-member crew": the hyphened word is the noun, and no people."""
    if not tokens.glued(j + 1) or not tokens.words[j + 1][0].isalpha():
        return NounPhrase(j)
    found = NounPhrase(j + 2, tokens.words[j + 1], could_be_people=False)
    if tokens.words[j + 1] in _STRONG and tokens.words[j + 2] in lexicon().people:
        _named(tokens, found, j + 2)  # "seized its 18-strong crew"
    return found


def _named(tokens: Tokens, found: NounPhrase, k: int, *, plural: bool = False) -> bool:
    """Takes the noun phrase at token `k`, if one stands there; `plural`: more than one is meant."""
    k = past_measure(tokens, past_quote(tokens, k))
    thing = False
    if k < len(tokens) and tokens.words[k] == "times":  # 6.5 times earnings
        head: int | None = k
    else:
        collected = _collected(tokens, k, plural=plural)
        head = None if plural else _harmed_thing(tokens, collected)
        thing = head is not None
        if head is None:
            head = _head(tokens.words, collected)
    if head is None or tokens.words[head] in _NEVER_HEADS:
        return False
    found.head = tokens.words[head]
    found.phrase = tokens.slice(k, head + 1)
    found.last = head + 1
    _personhood(found)
    if head >= k + 2 and is_age_group(tokens.words, head - 2):
        found.head = tokens.slice(head - 2, head + 1).lower()
        found.person = Person(found.head, True)
        found.could_be_people = True
    if thing:
        found.could_be_people = False
    return True


def _collected(tokens: Tokens, j: int, *, plural: bool = False) -> list[int]:
    """Token indexes of the words that may be modifiers and head of the noun phrase at `j`."""
    words = tokens.words
    found: list[int] = []
    past = j
    for k in range(j, min(len(words), j + _REACH)):
        if k < past:
            continue  # inside a compound
        if plural and (is_compound(tokens, k) or ties_particle(tokens, k)):
            found.append(k + 2)  # "20 stone-pelters"
            break
        past = compound_end(tokens, k)
        if past > k:
            continue
        word = words[k]
        if found and word in _GLUE and tokens.glued(k):
            continue
        if word == "and" and found and joins_adjectives(words, k, found[-1]):
            continue
        if found and word.isdigit() and (words[k - 1] == "-" or tokens.capital(k - 1)):
            continue  # "COVID-19 cases", "Boeing 737 jets"
        named = word == "us" and tokens.raw(k) == "US"
        summed = word in _ADJECTIVES and any(map(is_plural, words[k + 1 : k + 3]))
        noun = plural and not takes_object(tokens, k) and is_noun(word)
        if found and word in lexicon().third_person:
            break  # "one in four survivors suffers"
        if not (named or summed or noun or may_be_inside(word)):
            break
        found.append(k)
    while found and words[found[-1]] in _PREDICATES:
        found.pop()
    verbal = plural and found and (_is_verbal(words[found[0]]) or is_base_verb(words[found[0]]))
    if verbal and _is_told(words, found):
        return []  # "12 going on 13", "85 based on 20 reviews", "five maintain a hold"
    return found


def _is_told(words: list[str], found: list[int]) -> bool:
    """Whether no plural behind its first word makes the words a noun phrase."""
    return len(found) == 1 or not any(is_plural(words[k]) for k in found)


def _is_verbal(word: str) -> bool:
    return word.endswith(_VERB_ENDINGS) and not word.endswith(_NOUN_ENDINGS)


def _head(words: list[str], collected: list[int]) -> int | None:
    """The head noun's index: the last of the first run of plurals, else a person noun, else the
    last of what stands there, as numbers also modify: "a 14 gauge needle"."""
    lex = lexicon()
    plural = next((k for k in collected if is_plural(words[k])), None)
    if plural is not None and words[plural] == _DEAD:
        thing = next((k for k in collected if k > plural and is_plural(words[k])), None)
        if thing is not None and words[thing] not in lex.people:
            return _last_plural(words, collected, thing)  # "300 dead bank branches"
    verb = next((k for k in collected if words[k] in lex.participles), None)
    if plural is not None and (verb is None or verb >= plural or _attributive(words, verb, plural)):
        return _last_plural(words, collected, plural)
    before = collected if verb is None else [k for k in collected if k < verb]
    people = [k for k in before if words[k] in lex.people]
    if people:
        return people[-1]
    return _last_of_phrase(words, before)


def _harmed_thing(tokens: Tokens, collected: list[int]) -> int | None:
    """The thing behind the participle of "one missing cable", which is no person."""
    if len(collected) < 2 or tokens.words[collected[0]] not in lexicon().participles:
        return None
    head = collected[1]
    word = tokens.words[head]
    verbal = word in lexicon().participles or word.endswith(_VERB_ENDINGS)
    return None if verbal or word in lexicon().people or tokens.capital(head) else head


def _last_of_phrase(words: list[str], collected: Sequence[int]) -> int | None:
    """The last word before one that looks like a verb or adverb: "one small mill [closed]"."""
    head = None
    for k in collected:
        if head is not None and words[k].endswith(_NO_NOUN_ENDINGS):
            break
        head = k
    return head


def _attributive(words: list[str], verb: int, plural: int) -> bool:
    """ "12 injured people", "15 confirmed dead bodies": the participle belongs to the noun."""
    if words[verb] in _NEVER_ATTRIBUTIVE:
        return False
    if plural == verb + 1:
        return True
    # "33 kidnapped Central Americans", "five wounded Ukrainian soldiers"
    return verb < plural <= verb + _ATTRIBUTES and words[plural] in lexicon().people


def _last_plural(words: list[str], collected: Sequence[int], head: int) -> int:
    """The last of the plurals that follow each other: "12 police officers"."""
    for k in collected[collected.index(head) + 1 :]:
        if k != head + 1 or not is_plural(words[k]) or words[k] in lexicon().participles:
            break
        head = k
    return head


def _personhood(found: NounPhrase) -> None:
    lex = lexicon()
    head = found.head or ""
    found.person = lex.people.get(head)
    if found.person is not None:
        return
    if head in lex.animals or head in _THINGS or head in lex.unpeopled:
        found.could_be_people = False
    elif head.endswith(PEOPLE_ENDINGS) and len(head) > _SHORTEST_GUESS:
        found.person = Person(head, True)
    elif head in lex.things or _is_known_thing(found.phrase or "", head):
        found.could_be_people = False


def _is_known_thing(phrase: str, head: str) -> bool:
    """Whether a plural in lower case is no word for people: the tables hold most of those, and
    "killed 300 words" must not count people. Names ("12 Rohingyas") may be."""
    return is_plural(head) and phrase.endswith(head)


def _partitive(tokens: Tokens, found: NounPhrase, of: int) -> None:
    """ "nine of the dead", "two of them", "12 of its soldiers", "half of the voters"."""
    words = tokens.words
    found.partitive = True
    taken = of + 1 < len(words) and words[of + 1] in _TAKEN_UP
    if taken and tokens.raw(of + 1) != "US":
        found.last = of + 2
        _predicate(tokens, found, of + 2)
        return
    k = of + 1
    while k < len(words) and (words[k] in lexicon().determiners or words[k] in _ROUNDING):
        k += 1
    k = _past_owner(tokens, k)
    if k + 1 < len(words) and words[k] in _IN_ORDER and opens_number(tokens, k + 1):
        k += 1  # "14 of his last 22 throws"
    of_number = k < len(words) and opens_number(tokens, k)
    if not _named(tokens, found, k):
        found.last = of + 1
    elif of_number:
        found.last = of + 1  # the noun and what is told of it belong to the number behind "of"
    elif found.person is not None and found.person.group is None:
        told = NounPhrase(found.last)
        _predicate(tokens, told, found.last)
        found.person = told.person or found.person  # "nine of the dead were women"


def _past_owner(tokens: Tokens, k: int) -> int:
    """Past whose number stands behind "of": "a third of the world's 8 billion people"."""
    words = tokens.words
    for j in range(k + 1, min(len(words) - 1, k + _OWNER_REACH)):
        if words[j] in POSSESSIVES:
            return j + 1 if opens_number(tokens, j + 1) else k
        if not words[j].isalpha() or words[j] in lexicon().stop:
            break
    return k


def _predicate(tokens: Tokens, found: NounPhrase, k: int) -> None:
    """ "two of them children", "nine of whom were women": the group is the predicate."""
    words, lex = tokens.words, lexicon()
    while k < len(words) and words[k] in _COPULAS:
        k += 1
    collected = _collected(tokens, k)
    if not collected or words[collected[0]] in lex.participles:
        return
    head = _head(words, collected)
    if head is not None and words[head] in lex.people:
        found.head = words[head]
        found.person = lex.people[words[head]]
        found.phrase = tokens.slice(k, head + 1)
        found.last = head + 1

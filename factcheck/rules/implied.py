"""Counts without a number: "a man" is one, "no one" is none, "Jane Roe, 34," is one.

They become quantities like any other, so that the rules for what is counted serve them too;
those that no trigger claims are dropped by the caller.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules import lone_nouns, named_people, nobody, unwritten
from factcheck.text.lexicon import Person, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of, spot_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words
from factcheck.text.words_at import is_at, word_at

_ABOARD: Final = frozenset({"aboard", "on", "onto", "off", "in", "into", "inside"})
_PERSONS: Final = spot_of(lexicon().persons)
_ZERO: Final = words("implied.zero")
_ANYONE: Final = frozenset({"anyone", "anybody"})
_DENYING: Final = _ZERO | _ANYONE | {"no", "without", "any", "single"}
_INTRODUCES: Final = words("implied.new") | words("implied.taken_up")
_ORDINALS: Final = words("implied.ordinals")
_RANKS: Final = {
    word: n for n, word in enumerate(table(CONSTRUCTIONS).listed("implied.ordinals"), 2)
}
_NEW: Final = words("implied.new")
_RANK_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
FALLEN: Final = frozenset({"victim", "fatality"})
_OWNED: Final = frozenset({"'s", "’s"})
_OWNED_REACH: Final = 3  # tokens from the owner to whom they own: "'s younger brother"
_OWNERS: Final = _OWNED | {"'", "’"}
_ALONE: Final = words("implied.alone")
_TITLES: Final = words("implied.titles")
_NOT_ALONE: Final = words("implied.not_alone")
_CORPS: Final = words("implied.corps")
_ATTRIBUTIVE: Final = words("implied.attributive")
_AGE_WORDS: Final = frozenset({"-", "–", ",", "old", "year", "month", "day"})
_INSIDE: Final = _AGE_WORDS | _ORDINALS | _RANK_ENDINGS | _OWNED  # of "a 5-year-old girl"
_SIZES: Final = {"couple": 2.0, "duo": 2.0, "trio": 3.0}
OF_SEVERAL_MARK: Final = mark_of([*_SIZES, "both"])
"""The words that count several people without a number."""
_REFLEXIVE: Final = frozenset({"himself", "herself"})
_AGE_UNITS: Final = ("year", "month", "week", "day")
_IN_AGES: Final = ("-", *_AGE_UNITS)
_FURTHER: Final = _ORDINALS | {"other"}
_STANDING_ALONE: Final = _FURTHER | _REFLEXIVE | {"old", "another"}
_BOTH_MARK: Final = mark_of(["both"])
_STANDING_ALONE_MARK: Final = mark_of(_STANDING_ALONE)
_STANDING_ALONE_SPOT: Final = spot_of(_STANDING_ALONE)
_BEFORE_AGE: Final = frozenset({",", ";", ":", "and", "–", "—"})
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", "”", '"'})
_GUN_ON: Final = (["the", "gun", "on"], ["his", "gun", "on"], ["the", "weapon", "on"])
_AGED_REACH: Final = 4  # tokens of "old former prime"
_BOTH_REACH: Final = 3  # tokens from "both" to its noun
_MODIFIER_REACH: Final = 7
_ORIGIN: Final = 5  # tokens of "from the village of Stow"
_TAKEN_UP: Final = frozenset({"them", "whom", "which", "these", "those"})
_BEFORE_APPOSED: Final = _TAKEN_UP | {","}
_ACTIVE: Final = lexicon().active_verbs  # "kills nine-year-old"
_RELATED: Final = (["-", "in", "-", "law"], ["-", "to", "-", "be"])
_PARENTHOOD: Final = 4  # tokens of "-of-two"
_HEADLINE: Final = 18  # tokens of the longest headline


def find(tokens: Tokens, triggers: list[Trigger], taken: list[Quantity]) -> list[Quantity]:
    """Implied counts that stand outside the quantities already read, in order."""
    if not triggers:
        return []
    found: list[Quantity] = []
    nobody.add(found, tokens, triggers)
    _add_persons(found, tokens)
    _add_unnamed(found, tokens, taken)
    _add_both(found, tokens)
    lone_nouns.add_compatriots(found, tokens)
    _add_joined(found, tokens)
    lone_nouns.add_bodies(found, tokens)
    _add_deaths(found, tokens, triggers)
    named = named_people.find(tokens, triggers)
    if named:
        named = [name for name in named if not named_people.is_aside(name, found, tokens)]
        found = [
            quantity
            for quantity in found
            if not named_people.in_apposition(quantity, named, tokens)
        ]
        found += named
    if not found:
        return found
    found.sort(key=lambda quantity: (quantity.first, -quantity.last))
    found = _without_apposed(found, taken, tokens)
    kept: list[Quantity] = []
    read = iter(
        quantity for quantity in taken if not quantity.age
    )  # ages stand inside: "a 5-year-old girl"
    ahead = next(read, None)
    reached = 0
    for quantity in found:
        while ahead is not None and ahead.last <= quantity.first:
            ahead = next(read, None)
        covered = ahead is not None and ahead.first < quantity.last
        if quantity.value.stated == 0:
            covered = covered and ahead is not None and ahead.first <= quantity.first
        if not covered and reached <= quantity.first:
            kept.append(quantity)
            reached = quantity.last
    return kept


def _without_apposed(
    found: list[Quantity], taken: list[Quantity], tokens: Tokens
) -> list[Quantity]:
    """Those found without whom only tells more of one before: "the gunman, a 29-year-old man, was
    shot", "one of whom, a boy, died"; not those of a list: "a man, a woman and a boy"."""
    if not any(
        quantity.first and tokens.words[quantity.first - 1] in _BEFORE_APPOSED for quantity in found
    ):
        return found
    ones = [q for q in (*found, *taken) if q.value.stated == 1 and (q.implied or q.partitive)]
    ends = {quantity.last: quantity.first for quantity in ones}
    return [quantity for quantity in found if not _is_apposed(quantity, ends, tokens)]


def _is_apposed(quantity: Quantity, ends: dict[int, int], tokens: Tokens) -> bool:
    words, lex, first = tokens.words, lexicon(), quantity.first
    if quantity.value.stated != 1 or first == 0:
        return False
    if first in ends and words[first - 1] in _TAKEN_UP:
        return True  # "one of them a 14-year-old"
    if words[first - 1] != ",":
        return False
    if first - 1 not in ends or words[first] not in _NEW or words[first] == "another":
        return False
    j = quantity.last
    for _ in range(_ORIGIN):  # ", a nurse from Ghent, was"
        if is_at(words, j, ",") or not words[j : j + 1] or words[j] == "and":
            break
        j += 1
    if not is_at(words, j, ","):
        return False
    j += 1
    while j < len(words) - 1 and words[j] in lex.adverb:
        j += 1
    return j < len(words) and (words[j] in lex.auxiliary or words[j] in lex.participles)


def merged(taken: list[Quantity], implied: list[Quantity]) -> list[Quantity]:
    """Both, in the order of the sentence."""
    if not implied:
        return taken
    both = taken + implied
    both.sort(key=_first)
    return both


# --- one ----------------------------------------------------------------------------------------


def _add_persons(found: list[Quantity], tokens: Tokens) -> None:
    """ "a man", "a 5-year-old girl", "the driver", "his wife", "another victim"."""
    words, people = tokens.words, lexicon().people
    for i in tokens.at(_PERSONS):
        ranked = is_at(words, i + 1, "to")  # "the fourth reporter to die"
        if words[i] == "guard" and i and words[i - 1] in _CORPS:
            continue  # "the coast guard recovered two bodies"
        left_out = not ranked and _modifies(tokens, i) and not _is_aged(words, i)
        first = None if left_out else _determiner(tokens, i)
        if first == i and tokens.capital(i) and named_people.is_named(tokens, i + 1):
            continue  # "Boxer Jane Roe, 27, died": counted by her name
        if first is not None and words[i] == "coach" and words[max(0, first - 1)] in _ABOARD:
            continue  # "the 38 pupils aboard the coach"
        if first is not None:
            size = _SIZES.get(words[i], 1.0) * _rank(words, first, i)
            last = i + 1 + _PARENTHOOD * (_is_parent(words, i) or _is_related(words, i))
            found.append(unwritten.quantity(tokens, first, last, size, words[i], people[words[i]]))


def _rank(words: list[str], first: int, i: int) -> float:
    """The count that a rank tells, of the person at `i` whose phrase begins at `first`: "the 23rd
    farmer to die", "the storm's fifth victim"; 1 where there is none."""
    if words[first] in _NEW or i == first:
        return 1.0
    inside = words[first:i]
    fallen = words[i] in FALLEN and not _OWNERS.isdisjoint(inside)
    if not is_at(words, i + 1, "to") and not fallen:
        return 1.0
    for k, word in enumerate(inside):
        if word in _RANKS:
            return float(_RANKS[word])
        if word in _RANK_ENDINGS and k and inside[k - 1].isdigit():
            return float(inside[k - 1])
    return 1.0


def _is_parent(words: list[str], i: int) -> bool:
    """ "mum-of-two", "a father-of-three", the parent at `i`."""
    if i + _PARENTHOOD >= len(words) or words[i + 2] != "of":
        return False
    return words[i + 1] == "-" and words[i + 3] == "-"


def _is_related(words: list[str], i: int) -> bool:
    """ "A bride-to-be", "his mother-in-law", the noun at `i`."""
    return words[i + 1 : i + 1 + _PARENTHOOD] in _RELATED


def _is_aged(words: list[str], i: int) -> bool:
    """ "the 67-year-old former prime minister", who is nobody's title here."""
    if words[i] not in _NOT_ALONE or unwritten.is_head(word_at(words, i + 1)):
        return False
    return words[max(0, i - _AGED_REACH) : i].count("old") == 1


def _add_both(found: list[Quantity], tokens: Tokens) -> None:
    """ "both pilots died": two."""
    if not tokens.holds(_BOTH_MARK):
        return
    words, people = tokens.words, lexicon().people
    for i in [i for i, word in enumerate(words) if word == "both"]:
        for j in range(i + 1, min(len(words), i + 1 + _BOTH_REACH)):
            person = people.get(words[j])
            if person is not None and person.plural and person.group is not None:
                found.append(unwritten.quantity(tokens, i, j + 1, 2.0, words[j], person))
            if person is not None or not words[j].isalpha() or words[j] in lexicon().stop:
                break


def _add_joined(found: list[Quantity], tokens: Tokens) -> None:
    """ "the pilot and co-pilot", "a mother and son": the second has no article of its own."""
    words, people = tokens.words, lexicon().people
    for first in list(found):
        j = first.last
        if j >= len(words) or words[j] != "and":
            continue
        if first.value.stated != 1 or first.person is None:
            continue
        for i in range(j + 1, min(len(words), j + 1 + _BOTH_REACH)):
            person = people.get(words[i])
            if person is not None:
                single = not person.plural and words[j + 1] not in _INTRODUCES
                if single and (is_at(words, i + 1, "of") or lone_nouns.ends_phrase(tokens, i + 1)):
                    found.append(unwritten.quantity(tokens, j + 1, i + 1, 1.0, words[i], person))
                break
            if not (words[i].isalpha() or words[i] == "-") or words[i] in lexicon().stop:
                break


def _add_unnamed(found: list[Quantity], tokens: Tokens, taken: list[Quantity]) -> None:
    """ "the 17-year-old", "and another", "a second": a person without a noun."""
    if not tokens.holds(_STANDING_ALONE_MARK):
        return
    words = tokens.words
    for i in tokens.at(_STANDING_ALONE_SPOT):
        word = words[i]
        if not lone_nouns.ends_phrase(tokens, i + 1):
            continue
        if word == "old" and i >= 3 and words[i - 1] == "-" and words[i - 2] in _AGE_UNITS:
            first = _before_age(words, i)
        elif word == "another" and not (i and words[i - 1] == "one"):
            first = i
        elif word in _FURTHER and i and words[i - 1] in ("a", "the"):
            first = None if _is_next_thing(word, i, taken) else i - 1
        elif word in _REFLEXIVE and _turns_on(words, i):
            first = i
        else:
            continue
        if first is not None:
            found.append(unwritten.quantity(tokens, first, i + 1, 1.0, None, Person(None, False)))


def _is_next_thing(word: str, i: int, taken: list[Quantity]) -> bool:
    """ "claimed three careers and wounded a fourth", its ordinal at `i`: one thing more."""
    k = bisect_left(taken, i, key=_first) - 1
    if k < 0 or word not in _RANKS or not taken[k].counts or taken[k].head is None:
        return False
    return taken[k].person is None and taken[k].value.stated == _RANKS[word] - 1


def _first(quantity: Quantity) -> int:
    return quantity.first


def _turns_on(words: list[str], i: int) -> bool:
    """ "shot himself", "turning the gun on herself", the reflexive at `i`."""
    return (i > 0 and words[i - 1] in lexicon().active_verbs) or words[max(0, i - 3) : i] in _GUN_ON


def _add_deaths(found: list[Quantity], tokens: Tokens, triggers: list[Trigger]) -> None:
    """ "the boy's death", "a 7-year-old's killing": one, of what the noun tells."""
    words, people = tokens.words, lexicon().people
    for trigger in triggers:
        owner = trigger.first - 2
        if not trigger.kind("nouns") or owner < 0 or words[owner + 1] not in _OWNED:
            continue
        person = people.get(words[owner])
        if words[owner] == "old":
            first = _before_age(words, owner)
        elif person is not None and not person.plural:
            first = _determiner(tokens, owner)
        else:
            continue
        if first is not None:
            noun = words[trigger.last - 1]
            found.append(
                unwritten.quantity(tokens, first, trigger.last, 1.0, noun, Person(None, False))
            )


def _before_age(words: list[str], old: int) -> int | None:
    """Where "the 17-year-old" begins, its "old" at `old`."""
    first = old
    spelled = lexicon().units_words
    while first > 0 and (
        words[first - 1] in _IN_AGES or words[first - 1].isdigit() or words[first - 1] in spelled
    ):
        first -= 1
    if first and words[first - 1] in _INTRODUCES:
        return first - 1
    alone = first == 0 or words[first - 1] in _BEFORE_AGE or words[first - 1] in _ACTIVE
    return first if first < old and alone else None


def _modifies(tokens: Tokens, i: int) -> bool:
    """Whether the person noun at `i` is a title, or stands before another noun or a hyphen."""
    word = tokens.words[i]
    title = word in _TITLES
    if word in _NOT_ALONE and not title:
        return True
    if i + 1 >= len(tokens):
        return False
    following, capital = tokens.words[i + 1], tokens.capital(i + 1)
    if _is_parent(tokens.words, i) or _is_related(tokens.words, i):
        return False
    if following == "-" or following in _OWNED or (title and capital):
        return True
    if unwritten.is_head(following):
        return True
    return following in lexicon().people and following not in _NOT_ALONE and not capital


def _determiner(tokens: Tokens, head: int) -> int | None:
    """The token where the singular noun phrase that ends at `head` begins."""
    words, lex = tokens.words, lexicon()
    for i in range(head - 1, max(-1, head - 1 - _MODIFIER_REACH), -1):
        word = words[i]
        if word in _INTRODUCES:
            return i
        if word in _OWNED and i and tokens.capital(i - 1) and head - i <= _OWNED_REACH:
            return i - 1  # "Jane's younger brother"
        if word in _INSIDE or word.isdigit():
            continue
        if word in _ALONE or (words[i + 1] == "-" and word[0].isalpha()):
            continue  # "his only passenger", "an off-duty deputy"
        if not word[0].isalpha() or word in lex.stop or word in lex.verb or word in lex.auxiliary:
            break
        if word in lex.active_verbs and word not in _ATTRIBUTIVE:
            break
    if head == 0 or (not tokens.capital(head) and is_headline(tokens)):
        return head
    return _after_age(words, head)


def _after_age(words: list[str], head: int) -> int | None:
    """Where "5-year-old girl" begins, without an article, in a list or after a mark."""
    start = head
    while start > 0 and (words[start - 1] in ("-", "old", "year") or words[start - 1].isdigit()):
        start -= 1
    if start < head and (start == 0 or words[start - 1] in _BEFORE_AGE):
        return start
    return None


def is_headline(tokens: Tokens) -> bool:
    """A sentence without a full stop at its end, short: "Man shot dead in Leeds"."""
    return len(tokens) < _HEADLINE and tokens.words[-1] not in _SENTENCE_ENDS

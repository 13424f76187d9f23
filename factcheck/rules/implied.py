"""Counts without a number: "a man" is one, "no one" is none, "Jane Roe, 34," is one.

They become quantities like any other, so that the rules for what is counted serve them too;
those that no trigger claims are dropped by the caller.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from claims_db import gazetteer
from factcheck.quantity import values
from factcheck.quantity.quantities import Quantity
from factcheck.text.lexicon import Person, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of, spot_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_PERSONS: Final = spot_of(lexicon().persons)
_ZERO: Final = words("implied.zero")
_ANYONE: Final = frozenset({"anyone", "anybody"})
_DENYING: Final = _ZERO | _ANYONE | {"no", "without", "any", "single"}
_DENYING_MARK: Final = mark_of(_DENYING)
_NONE_OF: Final = words("implied.none_of")
_NEGATIONS: Final = words("implied.negations")
_NO_NOUNS: Final = words("implied.no_nouns")
_INTRODUCES: Final = words("implied.new") | words("implied.taken_up")
_ORDINALS: Final = words("implied.ordinals")
_RANKS: Final = {
    word: n for n, word in enumerate(table(CONSTRUCTIONS).listed("implied.ordinals"), 2)
}
_NEW: Final = words("implied.new")
_RANK_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
FALLEN: Final = frozenset({"victim", "fatality"})
_OWNERS: Final = frozenset({"'s", "’s", "'", "’"})
_ALONE: Final = words("implied.alone")
_TITLES: Final = words("implied.titles")
_NOT_ALONE: Final = words("implied.not_alone")
_ATTRIBUTIVE: Final = words("implied.attributive")
_HEADS: Final = words("implied.heads")
_HEAD_ENDINGS: Final = table(CONSTRUCTIONS).listed("implied.head_endings")
_VICTIMS: Final = words("implied.victims")
_NOT_NAMES: Final = words("implied.not_names")
_AGE_WORDS: Final = frozenset({"-", "–", ",", "old", "year", "month", "day"})
_SIZES: Final = {"couple": 2.0, "duo": 2.0, "trio": 3.0}
OF_SEVERAL_MARK: Final = mark_of([*_SIZES, "both"])
"""The words that count several people without a number."""
_REFLEXIVE: Final = frozenset({"himself", "herself"})
_ARTICLES: Final = frozenset({"the", "a", "an", "aboard"})  # "aboard the Airbus were killed"
_PASSIVE: Final = frozenset("is are was were be been being got get".split())
_OBJECTS: Final = frozenset({"him", "them", "us", "himself", "herself", "at", "several", "people"})
_AGE_UNITS: Final = ("year", "month", "week", "day")
_IN_AGES: Final = ("-", *_AGE_UNITS)
_FURTHER: Final = words("implied.ordinals") | {"other"}
_STANDING_ALONE: Final = _FURTHER | _REFLEXIVE | {"old", "another"}
_BOTH_MARK: Final = mark_of(["both"])
_STANDING_ALONE_MARK: Final = mark_of(_STANDING_ALONE)
_BEFORE_AGE: Final = frozenset({",", ";", ":", "and", "–", "—"})
_SENTENCE_ENDS: Final = frozenset({".", "!", "?", "”", '"'})
_GUN_ON: Final = (["the", "gun", "on"], ["his", "gun", "on"], ["the", "weapon", "on"])
_AGED_REACH: Final = 4  # tokens of "old former prime"
_BOTH_REACH: Final = 3  # tokens from "both" to its noun
_NEAR_NO: Final = 5  # tokens from "no" to its noun, and back to "not"
_HARM: Final = frozenset({"killed", "wounded", "casualties"})
_NONE_REACH: Final = 7  # tokens of "none of the 88 passengers"
_MODIFIER_REACH: Final = 7
_ASIDE_REACH: Final = 8  # tokens inside ", 34," or ", of Akron,"
_HEADLINE: Final = 18  # tokens of the longest headline
_SHORTEST_HEAD: Final = 6  # letters of a noun told by its ending
_LONGEST_NAME: Final = 40  # tokens
_LARGE_CITY: Final = 200_000


def find(tokens: Tokens, triggers: list[Trigger], taken: list[Quantity]) -> list[Quantity]:
    """Implied counts that stand outside the quantities already read, in order."""
    if not triggers:
        return []
    found: list[Quantity] = []
    _add_zeros(found, tokens, triggers)
    _add_persons(found, tokens)
    _add_unnamed(found, tokens, taken)
    _add_both(found, tokens)
    _add_deaths(found, tokens, triggers)
    named = _names(tokens, triggers)
    if named:
        found = [quantity for quantity in found if not _in_apposition(quantity, named, tokens)]
        found += named
    found.sort(key=lambda quantity: (quantity.first, -quantity.last))
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


def merged(taken: list[Quantity], implied: list[Quantity]) -> list[Quantity]:
    """Both, in the order of the sentence."""
    if not implied:
        return taken
    both = taken + implied
    both.sort(key=_first)
    return both


def _quantity(
    tokens: Tokens, first: int, last: int, amount: float, head: str | None, person: Person | None
) -> Quantity:
    text = tokens.slice(first, last)
    value = values.value(amount, "exact", text)
    return Quantity(
        value, first, first, first + 1, last, head=head, phrase=text, person=person, implied=True
    )


# --- none ---------------------------------------------------------------------------------------


def _add_zeros(found: list[Quantity], tokens: Tokens, triggers: list[Trigger]) -> None:
    """ "no one was hurt", "nobody", "none of the 88", "no injuries", "no people"."""
    words = tokens.words
    if not tokens.holds(_DENYING_MARK):
        return
    for i in [i for i, word in enumerate(words) if word in _DENYING]:
        word, following = words[i], words[i + 1] if i + 1 < len(words) else ""
        if word == "single":
            single = _single(tokens, i)
            if single is not None:
                found.append(single)
        elif word in _ANYONE:
            if _negated(words, i) or "nor" in words[max(0, i - _NEAR_NO) : i]:
                found.append(_quantity(tokens, i, i + 1, 0.0, "people", Person(None, True)))
        elif word in _ZERO:
            last = _past_whole(words, i + 1) if following == "of" else i + 1
            if following == "of" and _is_of_harm(words, triggers, last):
                continue  # "none of their injuries is serious": there are some
            found.append(_quantity(tokens, i, last, 0.0, "people", Person(None, True)))
        elif word == "no" and following in _NONE_OF:
            last = i + 2 + (words[i + 2 : i + 3] == ["people"])
            found.append(_quantity(tokens, i, last, 0.0, "people", Person(None, True)))
        elif word == "no" and (last := _past_people(tokens, i + 1)) > i + 1:
            head = words[last - 1]
            found.append(_quantity(tokens, i, last, 0.0, head, lexicon().people[head]))
        elif word in ("no", "without") or (word == "any" and _negated(words, i)):
            trigger = _noun_of_harm(words, triggers, i)
            if trigger:
                head = words[trigger.last - 1]
                person = lexicon().people.get(head)
                found.append(_quantity(tokens, i, trigger.last, 0.0, head, person))


def _past_people(tokens: Tokens, j: int) -> int:
    """Past the noun of people at token `j`, an adjective aside: "no child", "no new patients"; `j`
    where there is none. Nouns that tell of harm themselves are left to their phrases."""
    words, lex = tokens.words, lexicon()
    for at in (j, j + 1):
        if at >= len(words) or words[at] in lex.participles or not words[at].isalpha():
            return j
        following = words[at + 1] if at + 1 < len(words) else ""
        if words[at] in lex.people and following not in lex.people and not _is_head(following):
            return at + 1
        if words[at] in lex.stop or words[at] in lex.verb:
            return j
    return j


def _single(tokens: Tokens, i: int) -> Quantity | None:
    """ "not a single house" with its "single" at `i`: none."""
    words = tokens.words
    if i < 2 or words[i - 2 : i] != ["not", "a"] or i + 1 >= len(words):
        return None
    last = i + 2
    while last < len(words) and words[last] in lexicon().people:
        last += 1
    head = words[last - 1]
    return _quantity(tokens, i - 2, last, 0.0, head, lexicon().people.get(head))


def _past_whole(words: list[str], of: int) -> int:
    """Past "of the 88 passengers" at token `of`."""
    lex = lexicon()
    last = of + 1
    while last < min(len(words), of - 1 + _NONE_REACH) and (
        words[last] in lex.determiners
        or words[last] in lex.people
        or words[last] in ("them", "those")
        or words[last][0].isdigit()
    ):
        last += 1
    return last


def _is_of_harm(words: list[str], triggers: list[Trigger], last: int) -> bool:
    """Whether those told "of" are harm, or people by their harm: "of the dead", "of her wounds"."""
    headless = words[last - 1] in lexicon().determiners
    return any(
        trigger.kind("nouns") in _HARM
        and (trigger.first < last <= trigger.last or (headless and trigger.first == last))
        for trigger in triggers
    )


def _negated(words: list[str], i: int) -> bool:
    return not _NEGATIONS.isdisjoint(words[max(0, i - _NEAR_NO) : i])


def _noun_of_harm(words: list[str], triggers: list[Trigger], no: int) -> Trigger | None:
    """The trigger that "no" denies, past adjectives: no immediate reports of injuries."""
    for trigger in triggers:
        if trigger.first > no + _NEAR_NO:
            return None
        if (
            trigger.first > no
            and trigger.kind("nouns")
            and _only_nouns(words[no + 1 : trigger.first])
        ):
            return trigger
    return None


def _only_nouns(between: list[str]) -> bool:
    lex = lexicon()
    return all(
        word == ","
        or (
            word.isalpha()
            and word not in lex.verb
            and word not in lex.auxiliary
            and word not in _NO_NOUNS
        )
        for word in between
    )


# --- one ----------------------------------------------------------------------------------------


def _add_persons(found: list[Quantity], tokens: Tokens) -> None:
    """ "a man", "a 5-year-old girl", "the driver", "his wife", "another victim"."""
    words, people = tokens.words, lexicon().people
    for i in tokens.at(_PERSONS):
        ranked = words[i + 1 : i + 2] == ["to"]  # "the fourth reporter to die"
        left_out = not ranked and _modifies(tokens, i) and not _is_aged(words, i)
        first = None if left_out else _determiner(tokens, i)
        if first is not None:
            size = _SIZES.get(words[i], 1.0) * _rank(words, first, i)
            found.append(_quantity(tokens, first, i + 1, size, words[i], people[words[i]]))


def _rank(words: list[str], first: int, i: int) -> float:
    """The count that a rank tells, of the person at `i` whose phrase begins at `first`: "the 23rd
    farmer to die", "the storm's fifth victim"; 1 where there is none."""
    if words[first] in _NEW or i == first:
        return 1.0
    inside = words[first:i]
    fallen = words[i] in FALLEN and not _OWNERS.isdisjoint(inside)
    if words[i + 1 : i + 2] != ["to"] and not fallen:
        return 1.0
    for k, word in enumerate(inside):
        if word in _RANKS:
            return float(_RANKS[word])
        if word in _RANK_ENDINGS and k and inside[k - 1].isdigit():
            return float(inside[k - 1])
    return 1.0


def _is_aged(words: list[str], i: int) -> bool:
    """ "the 67-year-old former prime minister", who is nobody's title here."""
    if words[i] not in _NOT_ALONE or _is_head("".join(words[i + 1 : i + 2])):
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
                found.append(_quantity(tokens, i, j + 1, 2.0, words[j], person))
            if person is not None or not words[j].isalpha() or words[j] in lexicon().stop:
                break


def _add_unnamed(found: list[Quantity], tokens: Tokens, taken: list[Quantity]) -> None:
    """ "the 17-year-old", "and another", "a second": a person without a noun."""
    if not tokens.holds(_STANDING_ALONE_MARK):
        return
    words = tokens.words
    for i in [i for i, word in enumerate(words) if word in _STANDING_ALONE]:
        word = words[i]
        if not _ends_phrase(tokens, i + 1):
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
            found.append(_quantity(tokens, first, i + 1, 1.0, None, Person(None, False)))


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
        if not trigger.kind("nouns") or owner < 0 or words[owner + 1] not in ("'s", "’s"):
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
            found.append(_quantity(tokens, first, trigger.last, 1.0, noun, Person(None, False)))


def _ends_phrase(tokens: Tokens, i: int) -> bool:
    """Whether no noun follows at token `i`: a stop, a verb or a word of harm."""
    if i >= len(tokens):
        return True
    word, lex = tokens.words[i], lexicon()
    if not word[0].isalpha():
        return word not in ("-", "'", "’", "'s", "’s") and not word[0].isdigit()
    known = (lex.stop, lex.auxiliary, lex.verb, lex.triggers, lex.adverb)
    if word == "dead":  # "a 15-year-old dead and two hurt", not "a 15-year-old dead man"
        following = tokens.words[i + 1] if i + 1 < len(tokens) else ""
        return following == "" or not following[0].isalpha() or following in lex.stop
    return any(word in table for table in known) and word not in ("of", "more")


def _before_age(words: list[str], old: int) -> int | None:
    """Where "the 17-year-old" begins, its "old" at `old`."""
    first = old
    while first > 0 and (words[first - 1] in _IN_AGES or words[first - 1].isdigit()):
        first -= 1
    if first and words[first - 1] in _INTRODUCES:
        return first - 1
    return first if first < old and (first == 0 or words[first - 1] in _BEFORE_AGE) else None


def _modifies(tokens: Tokens, i: int) -> bool:
    """Whether the person noun at `i` is a title, or stands before another noun or a hyphen."""
    word = tokens.words[i]
    title = word in _TITLES
    if word in _NOT_ALONE and not title:
        return True
    if i + 1 >= len(tokens):
        return False
    following, capital = tokens.words[i + 1], tokens.capital(i + 1)
    if following in ("'s", "’s", "-") or (title and capital):
        return True
    if _is_head(following):
        return True
    return following in lexicon().people and following not in _NOT_ALONE and not capital


def _is_head(word: str) -> bool:
    """Whether a noun behind one of people is what is meant: "a hostage crisis". A verb of a single
    person's ends in -s or -ed or is a past, so the listed nouns are none."""
    return word in _HEADS or (len(word) > _SHORTEST_HEAD and word.endswith(_HEAD_ENDINGS))


def _determiner(tokens: Tokens, head: int) -> int | None:
    """The token where the singular noun phrase that ends at `head` begins."""
    words, lex = tokens.words, lexicon()
    for i in range(head - 1, max(-1, head - 1 - _MODIFIER_REACH), -1):
        word = words[i]
        if word in _INTRODUCES:
            return i
        if (
            word in _AGE_WORDS
            or word in _ORDINALS
            or word.isdigit()
            or word in _RANK_ENDINGS
            or word in ("'s", "’s")
        ):
            continue
        if word in _ALONE or (words[i + 1] == "-" and word[0].isalpha()):
            continue  # "his only passenger", "an off-duty deputy"
        if not word[0].isalpha() or word in lex.stop or word in lex.verb or word in lex.auxiliary:
            break
        if word in lex.active_verbs and word not in _ATTRIBUTIVE:
            break
    if head == 0 or (not tokens.capital(head) and _is_headline(tokens)):
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


def _is_headline(tokens: Tokens) -> bool:
    """A sentence without a full stop at its end, short: "Man shot dead in Leeds"."""
    return len(tokens) < _HEADLINE and tokens.words[-1] not in _SENTENCE_ENDS


# --- names --------------------------------------------------------------------------------------


def _names(tokens: Tokens, triggers: list[Trigger]) -> list[Quantity]:
    """ "Jane Q. Roe, 34, died": a name right before a word of harm."""
    found = []
    for trigger in triggers:
        if not any(s.form == "passive" and s.kind in _VICTIMS for s in trigger.senses):
            continue
        last = _subject_end(tokens.words, trigger)
        first = _past_role(tokens, _name_start(tokens, last), last)
        if (
            first < last
            and (first == 0 or tokens.words[first - 1] not in _ARTICLES)
            and _is_name(tokens, first, last, trigger)
            and not _has_object(tokens, last, trigger)
        ):
            found.append(_quantity(tokens, first, last, 1.0, None, Person(None, False)))
    return found


def _past_role(tokens: Tokens, first: int, last: int) -> int:
    """Past what a person is, before the name: "Boxer Jane Roe", "Sergeant Roe"."""
    k = first
    while k < last - 1 and tokens.words[k] in lexicon().persons:
        k += 1
    return k


def _in_apposition(quantity: Quantity, named: list[Quantity], tokens: Tokens) -> bool:
    """Whether a person is the one whose name stands before: "Jane Roe, 29, a teacher, died"."""
    words = tokens.words
    for name in named:
        if not name.last < quantity.first <= name.last + _ASIDE_REACH or words[name.last] != ",":
            continue
        between = words[name.last : quantity.first]
        if between == [","] or (len(between) == 3 and between[1].isdigit() and between[2] == ","):
            return True
    return False


def _has_object(tokens: Tokens, subject_end: int, trigger: Trigger) -> bool:
    """ "Roe shot and killed John Doe": the name before an active verb is no victim."""
    if not trigger.kind("active") or trigger.last >= len(tokens):
        return False
    if any(word in _PASSIVE for word in tokens.words[subject_end : trigger.first]):
        return False
    following = tokens.words[trigger.last]
    named = tokens.capital(trigger.last) or following[0].isdigit()
    return named or following in lexicon().determiners or following in _OBJECTS


def _subject_end(words: list[str], trigger: Trigger) -> int:
    """The token past the subject of a passive: before auxiliaries, and before ", 34,"."""
    lex = lexicon()
    i = trigger.first - 1
    while i >= 0 and (
        words[i] in lex.auxiliary or words[i] in lex.adverb or words[i] in ("who", "later")
    ):
        i -= 1
    if i >= 2 and words[i] in (",", ")"):
        i = _before_aside(words, i)
    return i + 1


def _before_aside(words: list[str], i: int) -> int:
    """The token before the ", 34," or ", of Akron," or "(34)" that ends at `i`, else `i`."""
    opener = "(" if words[i] == ")" else ","
    for k in range(i - 1, max(-1, i - 1 - _ASIDE_REACH), -1):
        if words[k] == opener:
            listed = opener == "," and k >= 3 and words[k - 2] == "," and words[k - 1].isdigit()
            return k - 3 if listed else k - 1
    return i


def _name_start(tokens: Tokens, last: int) -> int:
    """Where the run of capitalised words that ends at `last` begins."""
    words = tokens.words
    i = last - 1
    while i >= max(0, last - _LONGEST_NAME) and (
        (tokens.capital(i) and words[i][0].isalpha())
        or (words[i] in (".", "-", "jr.") and i + 1 < last)
    ):
        i -= 1
    return i + 1


def _is_name(tokens: Tokens, first: int, last: int, trigger: Trigger) -> bool:
    """Whether a run of capitalised words names a person."""
    words, lex = tokens.words, lexicon()
    names = [words[k] for k in range(first, last) if words[k].isalpha()]
    if not names or not tokens.capital(first):
        return False
    if any(
        name in table
        for name in names
        for table in (lex.people, lex.stop, lex.determiners, lex.triggers, _NOT_NAMES)
    ):
        return False
    if first and words[first - 1] in ("of", "from", "in", "near"):
        return False  # "of Troy": where the victim is from
    if len(names) == 1 and first == 0 and not (last < trigger.first and words[last] == ","):
        return False
    return not _is_place(tokens.slice(first, last))


def _is_place(name: str) -> bool:
    """Whether a bare name is that of a country, region or city, or of its people."""
    known = gazetteer.lookup(name)
    if known and (known[0].kind != "city" or known[0].population > _LARGE_CITY):
        return True
    return gazetteer.demonym(name) is not None

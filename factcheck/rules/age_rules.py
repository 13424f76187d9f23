"""Numbers that are the age of somebody."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.breakdown_rules import is_share_of_place
from factcheck.rules.counting import Counting, Reading, is_bare
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_AFTER_NAMES: Final = frozenset({"jr", "sr"})
_WEEKDAYS: Final = words("units.weekdays")
_OLDEST: Final = 120  # years
_LOCATIVE: Final = frozenset({"in", "at", "near"})
_AGED: Final = frozenset({"aged", "age", "ages"})
_COMPARED_AGES: Final = frozenset({"younger", "older"})
_MOST_AGES: Final = 4
_IS: Final = frozenset({"was", "is", "were", "just", "only"})
_WORDS_BEFORE: Final = 8  # where the words that tell whose age it is may stand
_OF_ONE: Final = frozenset({"was", "is"})
_OLDEST_OF: Final = frozenset({"youngest", "oldest", "eldest"})
_OF_THEM: Final = (["of", "them"], ["of", "whom"])
_NO_AGE: Final = words("units.not_aged")
_BEFORE_AGE: Final = words("units.before_age")
_AGE_REACH: Final = 4  # words from "ages" to the number
_LONGEST_JOINT: Final = 2  # tokens: ", and"
_AGE_LIST: Final = frozenset({"and", ",", "to", "-"})
_ASIDE_OPENS: Final = frozenset({",", "("})
_OF_EACH: Final = frozenset({"both", "all", "each"})
_ASIDE_CLOSES: Final = frozenset({",", ")", ";", ".", "", "—", "–"})


def age(sentence: Counting, k: int) -> Reading | None:
    """ ", 47," behind a name; "aged 45"; "ages 3 and 7"; "boys of 11 and 17"."""
    quantity = sentence.quantity(k)
    stated = quantity.value.stated or quantity.value.high
    if stated is None or not 0 < stated < _OLDEST or quantity.unit or quantity.more:
        return None
    if quantity.implied:
        return None  # "Amy Cole, 34, and Jon Roe": no second age
    words, i = sentence.words, quantity.first
    if i < quantity.number and "age" in words[i : quantity.number]:
        return Reading("age")  # "under the age of 12"
    before = words[i - 1] if i else ""
    low, near = max(0, i - _AGE_REACH), i - 1
    while near >= low and words[near] in _BEFORE_AGE:
        near -= 1
    if near >= low and words[near] in _AGED:
        return Reading("age")
    if before == "than" and i >= 2 and words[i - 2] in _COMPARED_AGES:
        return Reading("age")
    if quantity.head is not None:
        return None
    if before in _OLDEST_OF:
        return Reading("age")  # "the youngest barely 18"
    if before in _IS and not _OLDEST_OF.isdisjoint(words[max(0, i - _WORDS_BEFORE) : i]):
        return Reading("age")
    if words[max(0, i - 2) : i] in _OF_THEM and words[max(0, i - 3)] in _OLDEST_OF:
        return Reading("age")  # "the youngest of them 11"
    if before in _OF_ONE and is_at(words, i - 2, "who") and _told_of_one_who(sentence, quantity):
        return Reading("age")
    if before == "of" and _is_of_one(sentence, i - 2):
        return Reading("age")
    if (
        before in _AGE_LIST
        and k
        and sentence.items[k - 1].kind == "age"
        and _is_listed(sentence, k)
    ):
        return Reading("age")
    if before in _OF_EACH and _told_of_each(sentence, k):
        return Reading("age")
    if _is_of_ages(sentence, k):
        return Reading("age")
    return Reading("age") if before in _ASIDE_OPENS and _told_of_name(sentence, quantity) else None


def _told_of_one_who(sentence: Counting, quantity: Quantity) -> bool:
    """ "The gunman, who was 22, …": how old a single person is, and nothing more behind."""
    words, who = sentence.words, quantity.first - 2
    behind = words[quantity.last_number] if quantity.last_number < len(words) else ""
    if behind not in _ASIDE_CLOSES or who < 1:
        return False
    return _ends_name(sentence, who - 1 - (words[who - 1] == ","))


def _is_of_ages(sentence: Counting, k: int) -> bool:
    """ "Two sisters, four and six, were found": as many ages as people."""
    for whole in range(k - 1, max(-1, k - 1 - _MOST_AGES), -1):
        counted, listed = sentence.quantity(whole), sentence.items[whole + 1 :]
        size = counted.value.stated
        if counted.person is None or size is None or not 1 < size <= _MOST_AGES:
            continue
        ages = [item.quantity for item in listed[: int(size)]]
        if len(ages) < size or not all(is_bare(age) and age.unit is None for age in ages):
            return False
        words, first = sentence.words, counted.last
        between = words[first : ages[-1].last_number]
        if between[:1] != [","] or word_at(words, ages[-1].last_number) != ",":
            return False
        inside = [i for age in ages for i in range(age.first, age.last_number)]
        return all(i in inside or words[i] in _AGE_LIST for i in range(first, ages[-1].last_number))
    return False


def _told_of_each(sentence: Counting, k: int) -> bool:
    """Whether an aside tells how old two people are, or each of several: "two men, both 45,", "the
    three pupils, all 16,"; "the crew, all 45," are so many."""
    words, quantity = sentence.words, sentence.quantity(k)
    i, j = quantity.first, quantity.last_number
    if (
        i < 2
        or words[i - 2] not in _ASIDE_OPENS
        or (words[j] if j < len(words) else "") not in (_ASIDE_CLOSES)
    ):
        return False
    if words[i - 1] == "both":
        return True
    whole = sentence.quantity(k - 1).value.stated if k else None
    return whole is not None and whole > 1 and whole != quantity.value.stated


def _is_listed(sentence: Counting, k: int) -> bool:
    """Whether nothing but the list's joint stands before: "11 and 17", "3, 5, and 7"."""
    return len(sentence.gap(k)) <= _LONGEST_JOINT


def _is_of_one(sentence: Counting, i: int) -> bool:
    """Whether a single person's noun ends at token `i`: "a girl of nine", no "family of five"."""
    if i < 1 or sentence.words[i] not in lexicon().persons or sentence.words[i] in _NO_AGE:
        return False
    for j in range(i - 1, max(-1, i - 1 - _AGE_REACH), -1):
        if sentence.words[j] in ("a", "an"):
            return True
        if not sentence.words[j].isalpha():
            return False
    return False


def _ends_name(sentence: Counting, i: int) -> bool:
    """Whether token `i` ends what a person is called: a name, "Jr.", a noun for people."""
    word = sentence.words[i]
    if word == "." and i:
        return sentence.words[i - 1] in _AFTER_NAMES
    if word in lexicon().people:
        return not lexicon().people[word].plural
    return word.isalpha() and sentence.tokens.capital(i)


def _told_of_name(sentence: Counting, quantity: Quantity) -> bool:
    """Whether ", 47," stands behind a name and closes: "Jane Roe, 47, of Leeds"."""
    words, i, j = sentence.words, quantity.first, quantity.last_number
    after = words[j] if j < len(words) else ""
    if is_share_of_place(sentence, quantity):
        return False
    stated = quantity.value.stated
    return (
        after in _ASIDE_CLOSES
        and i >= 2
        and _ends_name(sentence, i - 2)
        and not (i >= 3 and words[i - 3] in _LOCATIVE)
        and not (i >= 4 and words[i - 4] in _LOCATIVE and words[i - 3].isalpha())
        and words[i - 2] not in _WEEKDAYS
        and quantity.value.bound == "exact"
        and stated is not None
        and stated.is_integer()
    )

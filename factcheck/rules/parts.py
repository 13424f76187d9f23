"""Which quantities of a sentence are parts of another: 12 people, including three children."""

from __future__ import annotations

from typing import Final

from claims_db.records import Bound
from factcheck.quantity.quantity import Quantity
from factcheck.rules.breakdown_rules import whole_of_bracket
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, is_bare
from factcheck.rules.elided_rules import tells_manner
from factcheck.rules.joined_rules import speaks
from factcheck.rules.shared_groups import SOME
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

_INCLUDING: Final = words("verbs.including")
_TAKEN_UP: Final = frozenset({"them", "whom", "those", "which"})
_BEHIND: Final = (["among", "them"], ["of", "them"], ["of", "whom"])
_OF_WHICH: Final = (
    ["of", "which"],
    ["of", "whom"],
    ["of", "these"],
    ["of", "those"],
    ["of", "them"],
)
_AND: Final = (["and"], [","], [",", "and"])
_CLAUSES: Final = frozenset({";", ".", ":"})
_GROUP_REACH: Final = 3  # tokens of "school children"
_CLAUSE_STARTS: Final = frozenset({",", "that", ";", ".", "“", '"'})
_NEXT_CLAUSE: Final = frozenset({".", ";"})
_BEFORE: Final = 4  # words before the part
_FEWEST: Final = 2  # parts that a total is the sum of
_GATHERED: Final = "crowd"
_REACH: Final = 64  # quantities looked back over


def link(sentence: Counting) -> None:
    """Sets each item's `whole`; a part without a verb of its own counts what its whole counts."""
    for k, item in enumerate(sentence.items):
        item.whole = _whole(sentence, k)
    _link_sums(sentence)
    for item in sentence.items:
        quantity = item.quantity
        if item.whole is None or quantity.fraction:
            continue
        whole = sentence.items[item.whole]
        if item.kind in (UNCOUNTED, whole.kind) and _holds_things(sentence, whole, item):
            quantity.head, quantity.phrase = whole.quantity.head, whole.quantity.phrase
            item.kind, item.trigger, item.via = whole.kind, whole.trigger, "part"
        if item.kind != UNCOUNTED:
            continue
        if quantity.value.stated == 0 or item.via == "adjacent_right":
            continue  # "of the 71 aboard, none survived"
        if quantity.implied and speaks(sentence, quantity):
            continue  # "four children were among those killed, a doctor said"
        if whole.kind == _GATHERED and _has_verb(sentence, quantity):
            continue  # "of 1,400 striking drivers, 37 have been fired"
        if quantity.could_be_people and whole.kind in lexicon().of_people:
            item.kind, item.trigger, item.via = whole.kind, whole.trigger, "part"


def _has_verb(sentence: Counting, quantity: Quantity) -> bool:
    """Whether a verb of its own follows the quantity."""
    behind = word_at(sentence.words, quantity.last)
    return behind in lexicon().auxiliary or behind in lexicon().verb


def _link_sums(sentence: Counting) -> None:
    """Links counts to the total before them that they come to, of its kind whatever the words
    behind them tell: "eight died: five in the tower, two in a lift and one in hospital"."""
    items = sentence.items
    for k, item in enumerate(items):
        if k + _FEWEST < len(items) and item.kind in lexicon().of_people and _is_free(item):
            gap = sentence.gap(k + 1)
            if ":" in gap:
                for part in _summed(items, k):
                    part.whole, part.kind, part.trigger = k, item.kind, item.trigger
            elif ";" in gap and item.quantity.head is not None:
                for part in _accounted(items, k):
                    part.whole = k


def _summed(items: list[Counted], k: int) -> list[Counted]:
    """The counts behind that at `k` that come to it exactly; none where they don't."""
    total, come_to = items[k].quantity.value.stated, 0.0
    for last in range(k + 1, len(items)):
        part = items[last]
        alike = part.kind == items[k].kind or is_bare(part.quantity)
        if total is None or not alike or not _is_free(part):
            break
        come_to += part.quantity.value.stated or 0.0
        if come_to >= total:
            return items[k + 1 : last + 1] if come_to == total and last - k >= _FEWEST else []
    return []


def _accounted(items: list[Counted], k: int) -> list[Counted]:
    """The bare counts behind that at `k` of people, of whatever kinds, that come to it exactly:
    "swept away nine skiers; six were dug out alive, two are dead and one is missing"."""
    total, come_to = items[k].quantity.value.stated, 0.0
    for last in range(k + 1, len(items)):
        part = items[last]
        if total is None or not is_bare(part.quantity) or not _is_free(part):
            break
        if part.kind not in lexicon().of_people:
            break
        come_to += part.quantity.value.stated or 0.0
        if come_to >= total:
            return items[k + 1 : last + 1] if come_to == total and last - k >= _FEWEST else []
    return []


def _is_free(item: Counted) -> bool:
    """Whether a written count is a whole one, and linked to none."""
    quantity = item.quantity
    return (
        item.whole is None
        and not quantity.implied
        and not quantity.more
        and quantity.value.bound is Bound.EXACT
    )


def _whole(sentence: Counting, k: int) -> int | None:
    """The index of the total that quantity `k` is told to be part of."""
    item = sentence.items[k]
    if item.among is not None:
        return item.among
    if item.via == "included":
        return None  # "the dead include a cook and two pupils": of a total that is not told
    if item.via == SOME:
        return _whole_of_some(sentence, k)
    if k == 0 or not _may_belong(item):
        return None
    candidates = [
        j
        for j in range(k - 1, max(-1, k - 1 - _REACH), -1)
        if sentence.items[j].among != k and _may_hold(sentence, j, item)
    ]
    if not candidates:
        return None
    nearest = candidates[0]
    same = next((j for j in candidates if sentence.items[j].kind == item.kind), nearest)
    bracketed = whole_of_bracket(sentence, k)
    if bracketed is not None and sentence.items[bracketed].kind == item.kind:
        return bracketed
    if _included(sentence, nearest, item.quantity):
        other = sentence.items[nearest].kind not in (UNCOUNTED, item.kind)
        return same if other and item.kind != UNCOUNTED else nearest
    words, quantity = sentence.words, item.quantity
    if _opens_with_whole(words, sentence.quantity(nearest)):
        return nearest
    if words[max(0, quantity.first - 2) : quantity.first] in _OF_WHICH:
        item.among = nearest
        return nearest
    before = sentence.items[k - 1]
    if quantity.head is None and before.among == nearest == before.whole and before.via != "":
        if before.among < k - 1 and _CLAUSES.isdisjoint(sentence.gap(k)):
            return nearest  # "of which 112 were shot down and 68 lost"
    if item.via == "coordinated" and before.whole is not None and sentence.gap(k) in _AND:
        return before.whole  # "comprised 11 women and seven men"
    after = words[quantity.last : quantity.last + 2]
    if is_bare(quantity) and _tells_group(words, quantity.last):
        return nearest
    if after in _BEHIND or (quantity.partitive and _refers_back(words, quantity)):
        return nearest
    if is_at(after, 0, "among") or _is_of_manner(sentence, item):
        return same
    return nearest if is_at(after, 0, "included") else None


def _tells_group(words: list[str], j: int) -> bool:
    """ "Twelve were killed; eight were children", the verb at `j`."""
    if word_at(words, j) not in ("were", "are", "was"):
        return False
    j += 1
    for word in words[j : j + _GROUP_REACH]:
        person = lexicon().people.get(word)
        if person is not None:
            return person.group is not None
        if word in lexicon().stop or word in lexicon().participles or not word.isalpha():
            return False
    return False


def _whole_of_some(sentence: Counting, k: int) -> int | None:
    """The toll before that some are among: "killed 12 and hurt 40, with nine pupils among the
    hurt"; None where it is not told."""
    kind = sentence.items[k].kind
    for j in range(k - 1, max(-1, k - 1 - _REACH), -1):
        item = sentence.items[j]
        if item.kind == kind and item.via != SOME:
            return j
    return None


def _may_belong(item: Counted) -> bool:
    return item.quantity.counts and item.kind != "rate"


def _may_hold(sentence: Counting, j: int, part: Counted) -> bool:
    whole = sentence.items[j]
    if whole.quantity.value.stated == 0 or whole.via == "included":
        return False
    if not _may_belong(whole) or whole.whole is not None:
        return False
    if _opens_with_whole(sentence.words, whole.quantity):
        return True
    people = whole.quantity.person is not None or part.quantity.person is not None
    return people or whole.kind != UNCOUNTED or _holds_things(sentence, whole, part)


def _holds_things(sentence: Counting, whole: Counted, part: Counted) -> bool:
    """Whether a bare number is told as part of a count of things: "six million homes nationwide,
    including 1.5 million in the south"."""
    if whole.quantity.head is None or not is_bare(part.quantity):
        return False
    first = part.quantity.first
    return not _INCLUDING.isdisjoint(sentence.words[max(0, first - 2) : first])


def _included(sentence: Counting, nearest: int, quantity: Quantity) -> bool:
    """Whether "including" stands before the part, or anywhere since its whole."""
    words = sentence.words
    if not _INCLUDING.isdisjoint(words[max(0, quantity.first - _BEFORE) : quantity.first]):
        return True
    between = words[sentence.quantity(nearest).last : quantity.first]
    return not _INCLUDING.isdisjoint(between) and _NEXT_CLAUSE.isdisjoint(between)


def _opens_with_whole(words: list[str], whole: Quantity) -> bool:
    """ "Of the 34 injured, nine are in intensive care": the clause opens with the whole."""
    low, j = max(0, whole.first - 3), whole.first - 1
    while j >= low and words[j] in lexicon().determiners:
        j -= 1
    if j < low or words[j] != "of":
        return False
    return j == low or words[j - 1] in _CLAUSE_STARTS


def _is_of_manner(sentence: Counting, item: Counted) -> bool:
    """ "Five were shot, at least one fatally": one of the five."""
    told = item.quantity.head is None and tells_manner(sentence.words, item.quantity)
    return item.via == "manner" or told


def _refers_back(words: list[str], quantity: Quantity) -> bool:
    """ "two of them", "nine of whom", "40 of the wounded"."""
    span = words[quantity.last_number : quantity.last + 1]
    return span[:2] == ["of", "the"] or not _TAKEN_UP.isdisjoint(span)

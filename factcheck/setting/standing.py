"""How a figure stands in its own text: status (confirmed, feared …) and role (previous …)."""

from __future__ import annotations

from typing import Final

from claims_db.records import Role, Status
from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted
from factcheck.setting import denials, withdrawals
from factcheck.text.month_of_may import without_months
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

_STATUS: Final = {word: status for status in Status for word in words(f"status.{status.value}")}
_STATUS_WORDS: Final = frozenset(_STATUS)
_STATUS_WORDS_MARK: Final = mark_of(_STATUS_WORDS)
_OF_DENIAL: Final = words("status.of_denial")
_DOUBTFUL: Final = words("status.doubtful")
_OF_COUNT: Final = words("status.of_count")
_AUXILIARIES: Final = words("status.auxiliaries")
_EARLIER: Final = words("roles.earlier")
_EARLIER_NOUNS: Final = words("roles.earlier_nouns")
_TOLD: Final = words("roles.told")
_FIRST_TOLD: Final = _TOLD | {"thought", "counted", "listed", "put", "presumed"}
_TOLD_WHEN: Final = words("roles.told_when")
_CLAUSE_ENDS: Final = words("roles.clause_ends")
_REVISING: Final = words("roles.revising")
_BEFORE_FROM: Final = words("roles.before_from")
_MODALS: Final = words("roles.modals")
_INTENTS: Final = words("roles.intents")
# Kinds that are so once they are announced: "will cut 400 jobs".
_ANNOUNCED: Final = words("roles.announced")
_UNSURE: Final = words("roles.unsure")
_VOTED: Final = frozenset({"votes", "vote_share"})
_VOTES: Final = words("roles.votes")
_COUNTED_OUT: Final = words("roles.counted_out")
_POLLED: Final = words("roles.polled")
_FULL_REACH: Final = 4  # tokens from "all of the" to the votes counted
_UNREAL: Final = words("roles.unreal")
_UNREAL_MARK: Final = mark_of(_UNREAL)
_UNREAL_REACH: Final = 4  # tokens from "could have" to its verb
# These foretell sums and shares: "expects revenue of"; unless they tell what was foretold.
_FORETELLING: Final = words("roles.foretelling")
_BEATEN: Final = words("roles.beaten")
_FEARS: Final = words("roles.fears")
# Without one of these in the sentence a figure is the count now.
_CUES: Final = (_EARLIER | _TOLD_WHEN | _MODALS | _INTENTS | _FEARS | _FORETELLING).union(
    ("not", "instead", "rather", "from", "first", "beginning", "version", "feared", "thought")
)
_CUES_MARK: Final = mark_of(_CUES)
_ONCE_FEARED: Final = (["feared"], ["thought"], ["believed"], ["presumed"])
_INSTEAD: Final = (["instead", "of"], ["rather", "than"], ["not", "the"])
_STATUS_BEFORE, _STATUS_AFTER = 5, 12  # tokens from the figure
_AUXILIARIES_TOLD: Final = 3  # "have now been"
_OLD: Final = words("roles.old_versions")
_COUNTS: Final = words("roles.counts")
_VERSION_ENDS: Final = frozenset({";", ".", "but", "actually", "correct", "not"})
_COMPARED: Final = (["up", "from"], ["down", "from"])
_COMPARED_REACH: Final = 6  # tokens between two measures: "in May, down from"
_AT_FIRST: Final = (["initially"], ["originally"], ["at", "first"])
_TELLING_ENDS: Final = frozenset({",", ";", "but", "now", "later"})
_AND_THEN: Final = frozenset(", and then later before that earlier still".split())
_LEADING: Final = 3  # tokens from "to" to the figure it leads to: "to a record 4.5%"
_CUE_REACH: Final = 6  # tokens from the figure
_EARLIER_REACH: Final = 9  # "earlier reports had put the number of dead at"


# --- status -------------------------------------------------------------------------------------


def status(tokens: Tokens, item: Counted) -> Status | None:
    """The status word that stands near the figure, before it or with its verb."""
    words, quantity = tokens.words, item.quantity
    if tokens.holds(denials.CUES_MARK) and _may_be_denied(item):
        if denials.is_denied(words, quantity.first, _last(item)):
            return Status.DENIED
    if not tokens.holds(_STATUS_WORDS_MARK):
        return None
    for i in range(quantity.first - 1, max(0, quantity.first - _STATUS_BEFORE) - 1, -1):
        if words[i] in (";", "."):
            break
        found = _STATUS.get(words[i])
        if found is Status.DENIED and _OF_DENIAL.isdisjoint(words[i + 1 : quantity.first + 1]):
            continue
        if found is not None and _is_of_figure(words, i):
            return found
    last = _last(item)
    for i in range(quantity.last_number, min(last, quantity.last_number + _STATUS_AFTER)):
        found = _STATUS.get(words[i])
        if found is not None and _is_of_figure(words, i):
            return found
    return _passive(words, last)


def _passive(words: list[str], i: int) -> Status | None:
    """ "54 deaths have been confirmed", "as many as 150 had been feared"."""
    behind = i
    while behind < min(len(words), i + _AUXILIARIES_TOLD) and words[behind] in _AUXILIARIES:
        behind += 1
    if behind == i or behind == len(words) or not _is_of_figure(words, behind):
        return None
    found = _STATUS.get(words[behind])
    return found if found in (Status.CONFIRMED, Status.PRESUMED, Status.FEARED) else None


def _may_be_denied(item: Counted) -> bool:
    """Ages, durations and the like are told by the way."""
    return item.kind not in ("age", "duration") and not item.quantity.age


def _last(item: Counted) -> int:
    """The token past the figure and its verb, where that stands behind it."""
    trigger, last = item.trigger, item.quantity.last
    return trigger.last if trigger is not None and trigger.first >= last else last


def _is_of_figure(words: list[str], i: int) -> bool:
    """Whether the status word at `i` is said of a count: "initial reports", not "initial plan"."""
    return words[i] not in _DOUBTFUL or not _OF_COUNT.isdisjoint(words[i + 1 : i + 4])


# --- role ---------------------------------------------------------------------------------------


def role(tokens: Tokens, items: list[Counted], k: int) -> Role:
    """Whether the figure is the count now, one that stood before, one withdrawn or to come."""
    quantity = items[k].quantity
    if tokens.holds(withdrawals.CUES_MARK) and _may_be_denied(items[k]):
        if withdrawals.is_taken_back(tokens.words, quantity.first, _last(items[k])):
            return Role.RETRACTED
    if not tokens.holds(_CUES_MARK):
        return Role.CURRENT
    words = without_months(tokens)
    before = words[max(0, quantity.first - _CUE_REACH) : quantity.first]
    after = words[quantity.last : quantity.last + _CUE_REACH]
    if _is_withdrawn(before) or _is_of_an_old_version(words[: quantity.first]):
        return Role.RETRACTED
    if (
        _is_left_behind(words, items, k, before)
        or _is_left_behind_too(words, items, k)
        or _is_of_earlier_count(words[max(0, quantity.first - _EARLIER_REACH) : quantity.first])
        or _is_told_earlier(before, after)
        or _is_told_initially(words[: quantity.first])
    ):
        return Role.PREVIOUS
    if not _is_to_come(words, items[k], before) or _is_settled(words, items[k]):
        return Role.CURRENT
    return Role.PROJECTED


def _is_withdrawn(before: list[str]) -> bool:
    """ "275 and not 288", "instead of 291,000", "rather than 14"."""
    if before[-2:] in _INSTEAD:
        return True
    negated = before[-1:] == ["not"] and "did" not in before
    return negated and before[-2:-1] not in (["was"], ["were"])


def _is_of_an_old_version(before: list[str]) -> bool:
    """ "An earlier version of this article said 111 had died": taken back by whoever said it."""
    if "version" not in before:
        return False
    i = len(before) - 1 - before[::-1].index("version")
    told = before[i + 1 : i + 3] in (["of", "this"], ["of", "the"], ["of", "our"])
    over = _VERSION_ENDS.isdisjoint(before[i:])
    return told and over and not _OLD.isdisjoint(before[max(0, i - 2) : i])


def _is_left_behind(words: list[str], items: list[Counted], k: int, before: list[str]) -> bool:
    """ "from 41 to 31", "up from 6"."""
    tail = before[-3:]
    if "from" not in tail[-2:]:
        return False
    if items[k].quantity.unit is not None:  # miles may lead from anywhere
        return _is_raised_from(words, items, k)
    if not _BEFORE_FROM.issuperset(tail[tail.index("from") :]):
        return False
    if _goes_on(words, items, k) or not _REVISING.isdisjoint(before[-5:]):
        counted = items[k].kind != UNCOUNTED or _goes_on(words, items, k)
        return counted or _is_of_things_before(items, k, tail)
    return k > 0 and items[k - 1].kind == items[k].kind != UNCOUNTED


def _is_of_things_before(items: list[Counted], k: int, tail: list[str]) -> bool:
    """ "Thirty-one flights were called off, up from fourteen": of the things counted before."""
    if k == 0 or tail[-2:] not in _COMPARED or items[k - 1].kind != UNCOUNTED:
        return False
    noun = items[k - 1].quantity.head
    return noun is not None and items[k].quantity.head in (None, noun)


def _is_left_behind_too(words: list[str], items: list[Counted], k: int) -> bool:
    """ "Revised from 8.0 and then 8.7": the second of those left behind."""
    if k == 0 or items[k - 1].kind != items[k].kind:
        return False
    between = words[items[k - 1].quantity.last : items[k].quantity.first]
    if "and" not in between or not _AND_THEN.issuperset(between):
        return False
    first = items[k - 1].quantity.first
    return _is_left_behind(words, items, k - 1, words[max(0, first - _CUE_REACH) : first])


def _is_raised_from(words: list[str], items: list[Counted], k: int) -> bool:
    """ "raised to 42.9 billion euros from 41.0 billion", "6.4 percent, down from 8.1": two measures
    of one kind, a word apart."""
    if k == 0 or items[k - 1].kind != items[k].kind:
        return False
    newer, older = items[k - 1].quantity, items[k].quantity
    between = [word for word in words[newer.last : older.first] if word != ","]
    if between[-2:] in _COMPARED and len(between) <= _COMPARED_REACH:
        return True
    led_to = words[max(0, newer.first - _LEADING) : newer.first]
    return (between == ["from"] or between in _COMPARED) and "to" in led_to


def _goes_on(words: list[str], items: list[Counted], k: int) -> bool:
    """Whether "to" leads from the figure to the next."""
    if k + 1 >= len(items):
        return False
    last = items[k].quantity.last
    return "to" in words[last : min(last + 4, items[k + 1].quantity.first + 1)]


def _is_of_earlier_count(before: list[str]) -> bool:
    """ "earlier reports had 14", "an initial count of 12", in the figure's own clause."""
    clause = _clause(before, _CLAUSE_ENDS)
    if _EARLIER_NOUNS.isdisjoint(clause):
        return False
    return any(
        word in _EARLIER and (word != "first" or _is_first_count(clause, i))
        for i, word in enumerate(clause)
    )


def _is_first_count(clause: list[str], i: int) -> bool:
    """ "first reports", "the first official figure", "first put at", "at first": not "first-half
    revenue", "first responders" or "the first 12 deaths"."""
    if i > 0 and clause[i - 1] == "at":
        return True
    if not _EARLIER_NOUNS.isdisjoint(clause[i + 1 : i + 2]):
        return True
    return not _COUNTS.isdisjoint(clause[i + 2 : i + 3])


def _is_told_initially(before: list[str]) -> bool:
    """ "Initially, police said that 12 had died", "at first, officials spoke of 30": in the clause
    behind the comma."""
    if "," not in before[:3]:
        return False
    comma = before.index(",")
    opening, clause = before[:comma], before[comma + 1 :]
    if opening not in _AT_FIRST or not _TELLING_ENDS.isdisjoint(clause):
        return False
    return not _EARLIER_NOUNS.isdisjoint(clause) or not _FIRST_TOLD.isdisjoint(clause)


def _is_told_earlier(before: list[str], after: list[str]) -> bool:
    """ "12 reported earlier", "14 at first", "before, at least 115"."""
    following = after[0] if after else ""
    if following == "at" and (after[1:2] == ["first"] or after[1:3] == ["the", "beginning"]):
        return True
    if _is_told_at_first(after):
        return True
    if following == "had" and after[1:2] == ["been"] and after[2:3] in _ONCE_FEARED:
        return True  # "as many as 150 had been feared dead"
    if not _TOLD.isdisjoint(after[:2]) and not _TOLD_WHEN.isdisjoint(after[1:4]):
        return True
    return len(before) > 1 and before[-2] == "before" and before[-1] in (",", ":")


def _is_told_at_first(after: list[str]) -> bool:
    """ "12 deaths were reported at first", "about 1,100 were first reported missing"."""
    first = after.index("first") if "first" in after[:4] else -1
    if first > 0 and not _FIRST_TOLD.isdisjoint(after[first + 1 : first + 2]):
        return True
    told = (i for i, word in enumerate(after[:4], 1) if word in _TOLD)
    return any(after[i : i + 2] == ["at", "first"] for i in told)


def _is_to_come(words: list[str], item: Counted, before: list[str]) -> bool:
    """ "could surpass 20,000", "is expected to kill", "as many as 150 had been feared"."""
    quantity, trigger = item.quantity, item.trigger
    clause = _clause(before, (";", ".", ","))
    if item.kind in _ANNOUNCED and _UNSURE.isdisjoint(words):
        return False
    if trigger is not None and trigger.first >= quantity.last:
        if not _MODALS.isdisjoint(words[quantity.last : trigger.first]):
            return True
    elif trigger is not None and trigger.last <= quantity.first:
        clause = [*words[max(0, trigger.first - 4) : trigger.first], *clause]
    if quantity.unit is not None:
        return _is_foretold(item, clause)
    if item.kind in (UNCOUNTED, "age"):
        return False
    if not _MODALS.isdisjoint(clause):
        return True
    if "to" in clause and not _INTENTS.isdisjoint(clause):
        return True
    return _is_feared(item, quantity, clause)


def _is_settled(words: list[str], item: Counted) -> bool:
    """ "With all votes counted, the Greens will have 36 seats": what a full count gives is so."""
    if item.kind not in _VOTED or not _UNSURE.isdisjoint(words) or not _POLLED.isdisjoint(words):
        return False
    for i, word in enumerate(words):
        if word in _VOTES and not _COUNTED_OUT.isdisjoint(words[max(0, i - _FULL_REACH) : i + 4]):
            return True
    return False


def _is_foretold(item: Counted, clause: list[str]) -> bool:
    """ "expects revenue of $10 billion", "forecasts a margin of 6%": a sum or share to come."""
    unit = item.quantity.unit
    if unit is None or unit.dimension not in ("money", "percent"):
        return False
    return not _FORETELLING.isdisjoint(clause) and _BEATEN.isdisjoint(clause)


def is_unreal(tokens: Tokens, item: Counted) -> bool:
    """ "100 people could have died", "might have killed 40": told of what did not happen, or what
    nobody knows."""
    words, quantity, trigger = tokens.words, item.quantity, item.trigger
    if trigger is None or not tokens.holds(_UNREAL_MARK):
        return False
    low, high = quantity.last_number, trigger.first
    if trigger.first < quantity.first:
        low, high = max(0, trigger.first - _UNREAL_REACH), trigger.first
    between = words[low : high + 1]
    return any(
        word in _UNREAL and "have" in between[i + 1 : i + 3] for i, word in enumerate(between)
    )


def _is_feared(item: Counted, quantity: Quantity, clause: list[str]) -> bool:
    """ "fears of as many as 150": no count yet."""
    alone = quantity.head is None and item.trigger is None
    feared = item.kind == "killed" and "have" not in clause
    return alone and feared and not _FEARS.isdisjoint(clause)


def _clause(before: list[str], ends: frozenset[str] | tuple[str, ...]) -> list[str]:
    """The words behind the last end of a clause."""
    for i in range(len(before) - 1, -1, -1):
        if before[i] in ends:
            return before[i + 1 :]
    return before

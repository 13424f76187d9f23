"""Harm that is only supposed or asked about: "if a passenger is injured", "was a man killed?"."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import UNCOUNTED, Counted, Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.month_of_may import without_months
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_OPENERS: Final = words("supposed.openers")
_ASKED: Final = words("supposed.asked")
_PRESENT: Final = words("supposed.present")
_PAST: Final = words("supposed.past")
_VERBS: Final = words("supposed.verbs")
_ENDS: Final = words("supposed.ends")
_MODALS: Final = words("supposed.modals")
_CERTAIN: Final = words("supposed.certain")
_ASKING: Final = words("supposed.asking")
_GENERAL: Final = words("supposed.general")
_HOLDING: Final = words("supposed.holding")
_CAPABLE: Final = frozenset({"can", "could", "to", "may", "might", "would"})
_ABLE: Final = words("supposed.able")
_UNREAL: Final = frozenset({"could", "would", "might", "may", "can"})
_FIGURATIVE: Final = words("supposed.figurative")
_FIGURATIVE_MARK: Final = mark_of(_FIGURATIVE)
_CUTS: Final = words("supposed.cuts")
_CUT_REACH: Final = 9  # tokens of "of what he called the chancellor's axe"
_STAYING: Final = frozenset({"survive", "survives"})
_TO_THE_END: Final = (["to"], ["until"], ["into"])
_ATTEMPTING: Final = words("supposed.attempting")
_IMMATERIAL: Final = words("supposed.immaterial")
_IMMATERIAL_MARK: Final = mark_of(_IMMATERIAL)
_WEIGHING: Final = words("supposed.weighing")
_CONTRARY: Final = frozenset({"could", "would"})
_ANY: Final = words("supposed.any")
_SUPPOSING: Final = words("supposed.openers")
_INVERTED: Final = frozenset({"were", "should", "had"})  # "Were the reactor to fail, 90 would die"
_SUBJECT_REACH: Final = 12  # tokens of the subject of "could"
_SUBJECT_ENDS: Final = words("supposed.ends") | words("sources.saying") | {"that"}
_CASES: Final = frozenset({"case", "event"})
_SERVING: Final = words("supposed.serving")
_HOLDERS: Final = words("supposed.holders")
_HOLDS: Final = words("supposed.holds")
_ROOMS: Final = words("supposed.rooms")
_FORESEEING: Final = words("supposed.foreseeing")
_POLICIES: Final = words("supposed.policies")
_LISTS: Final = words("supposed.lists")
_LISTS_MARK: Final = mark_of(_LISTS)
_PLAYERS: Final = words("supposed.players")
_MOVED: Final = frozenset({"displaced", "evacuated"})
_LIST_REACH: Final = 4  # tokens of "from the electoral roll"
_BURYING: Final = frozenset({"buried", "burying", "buries", "bury"})
_COVERING_MARK: Final = mark_of(words("supposed.covering"))
_SURVIVED: Final = frozenset({"survived", "survives", "surviving"})
_SURVIVED_REACH: Final = 2
_COUNTED: Final = lexicon().number_words
_HARMING: Final = words("unreal.causes") | words("verbs.causes") | words("unreal.authorities")
_CUES: Final = (
    _BURYING
    | _SURVIVED
    | _OPENERS
    | _MODALS
    | _CASES
    | _ABLE
    | _HOLDING
    | _HOLDS
    | _SERVING
    | _ROOMS
    | _FORESEEING
    | _POLICIES
    | _LISTS
    | _PLAYERS
    | _IMMATERIAL
    | _ATTEMPTING
    | _CUTS
    | _STAYING
    | _FIGURATIVE
    | {"should", "when", "?"}
)
_CUES_MARK: Final = mark_of(_CUES)
_QUOTES: Final = frozenset({"”", '"', "'", "’", "“"})
_REACH: Final = 7  # tokens from "if" to what is supposed
_GENERAL_REACH: Final = 4  # tokens back from "when"
_MAIN_REACH: Final = 7  # tokens from a supposition to "would" in what follows of it
_MODAL_REACH: Final = 3  # tokens from "would" to "kill"


def uncount(sentence: Counting) -> None:
    """Takes back counts of people that the sentence doesn't tell as having happened. What is
    foretold with its number ("would kill 40") stays, and is told as such."""
    if not sentence.holds(_CUES_MARK):
        return
    words = without_months(sentence.tokens)
    asked = _is_question(words)
    for item in sentence.items:
        if item.kind == UNCOUNTED or item.kind not in lexicon().of_people:
            continue
        if _is_of_list(sentence, item) or _is_of_policy(sentence, item):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None
            continue
        if (
            _is_figurative(sentence, item)
            or _is_of_cuts(words, item)
            or _stays_on(words, item)
            or _is_attempt(words, item)
            or _is_unreal(words, item)
            or _is_immaterial(sentence, item)
            or _is_laid_to_rest(sentence, item)
            or _is_outlasting(sentence, item)
        ):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None
            continue
        told = not (_is_foretold(words, item) or _is_aim(words, item) or _is_room(words, item))
        if asked or not told or _is_condition(words, item):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def _is_laid_to_rest(sentence: Counting, item: Counted) -> bool:
    """ "The general is buried in plot 31", "buried two party leaders in his column": nobody is
    trapped where nothing fell on them."""
    if item.kind != "trapped" or item.trigger is None or sentence.holds(_COVERING_MARK):
        return False
    return sentence.words[item.trigger.first] in _BURYING


def _is_outlasting(sentence: Counting, item: Counted) -> bool:
    """ "The champion survived two match points", "the minister survived a vote": no danger to life,
    unless what was survived does harm."""
    quantity, trigger = item.quantity, item.trigger
    if item.kind != "rescued" or trigger is None or quantity.value.stated != 1:
        return False
    words, j = sentence.words, trigger.last
    if words[trigger.first] not in _SURVIVED or trigger.first < quantity.last:
        return False
    what = words[j : j + _SURVIVED_REACH]
    taken = what[:1] != [] and (what[0] in lexicon().determiners or what[0] in _COUNTED)
    return taken and _HARMING.isdisjoint(words)


def _is_unreal(words: list[str], item: Counted) -> bool:
    """ "A strong quake could kill 20,000", "such a blast might displace 900": what some happening
    may do some day; "the storm could displace 900" is foretold. "Could have killed 40": it did not.
    """
    trigger = item.trigger
    if trigger is None:
        return False
    active = trigger.first < item.quantity.first
    low = max(0, trigger.first - _MODAL_REACH) if active else item.quantity.last
    modal = next((i for i in range(low, trigger.first) if words[i] in _UNREAL), None)
    if modal is None:
        return False
    if is_at(words, modal + 1, "have") and not is_at(words, modal + 2, "to"):
        saved = item.kind == "rescued" and is_at(words, modal + 2, "been")
        return (active or saved) and words[modal] in _CONTRARY
    if words[modal] == "can":
        return active  # "a bite can kill a child"
    if active:  # "would kill 40" is foretold, of whatever happening
        return words[modal] != "would" and _is_of_any(words, modal)
    return words[0] in _INVERTED or not _SUPPOSING.isdisjoint(words)


def _is_figurative(sentence: Counting, item: Counted) -> bool:
    """ "Two senators were wounded politically"."""
    if item.trigger is None or not sentence.holds(_FIGURATIVE_MARK):
        return False
    words, first, last = sentence.words, item.trigger.first, item.trigger.last
    return not _FIGURATIVE.isdisjoint((*words[max(0, first - 1) : first], *words[last : last + 1]))


def _is_of_cuts(words: list[str], item: Counted) -> bool:
    """ "14,000 casualties of what he called the chancellor's axe"."""
    last = item.quantity.last
    told = words[last : last + _CUT_REACH]
    return item.kind == "casualties" and is_at(told, 0, "of") and not _CUTS.isdisjoint(told)


def _stays_on(words: list[str], item: Counted) -> bool:
    """ "120 survive to the passing-out parade": told of any year, and of no danger."""
    trigger = item.trigger
    if item.kind != "rescued" or trigger is None:
        return False
    behind = words[trigger.last : trigger.last + 1]
    return words[trigger.first] in _STAYING and behind in _TO_THE_END


def _is_attempt(words: list[str], item: Counted) -> bool:
    """ "attempting to murder six others", "plotted to kill 40", "attempted murder of two"."""
    if item.trigger is None or item.trigger.first >= item.quantity.first:
        return False
    first = item.trigger.first
    before = words[first - 1 : first]
    if before == ["to"] and first > 1:
        return words[first - 2] in _ATTEMPTING
    return before == ["attempted"] or before == ["attempting"]


def _is_immaterial(sentence: Counting, item: Counted) -> bool:
    """ "Buried 300 employees under paperwork", "4,000 students are drowning in debt"."""
    if not sentence.holds(_IMMATERIAL_MARK) or item.trigger is None:
        return False
    words = sentence.words
    for j in range(max(item.trigger.last, item.quantity.last), len(words) - 1):
        if words[j] in _WEIGHING:
            return not _IMMATERIAL.isdisjoint(words[j + 1 : j + 1 + _MODAL_REACH])
        if words[j] in _ENDS:
            return False
    return False


def _is_of_any(words: list[str], modal: int) -> bool:
    """Whether the subject of the modal at that token is no happening in particular: "a magnitude 8
    quake", "any attack"."""
    first = modal
    while first > 0 and modal - first < _SUBJECT_REACH and words[first - 1] not in _SUBJECT_ENDS:
        first -= 1
    subject = words[first:modal]
    opened = next((word for word in subject if word in lexicon().determiners or word in _ANY), "")
    return opened in _ANY


def _is_question(words: list[str]) -> bool:
    """ "Was a man killed?", "If 12 of 40 passengers die, how many …?"; "Why were 12 killed?" takes
    the count for granted."""
    last = next((k for k in range(len(words) - 1, -1, -1) if words[k] not in _QUOTES), -1)
    if last < 0 or words[last] != "?":
        return False
    first = next((word for word in words if word not in _QUOTES), "")
    if first in _ASKING:
        return True
    sum_ = any(words[k] == "how" and words[k + 1] in ("many", "much") for k in range(last))
    return sum_ and not _OPENERS.isdisjoint(words)


def _is_condition(words: list[str], item: Counted) -> bool:
    """Whether an "if", "in case" or "should" opens the clause of the harm, told as present, or as
    past before what would follow: "if a guard was killed, talks would end"."""
    first = item.quantity.first
    last = item.quantity.last
    if item.trigger is not None:
        first, last = min(first, item.trigger.first), max(last, item.trigger.last)
    if item.trigger is not None and words[item.trigger.first] in _VERBS and _opens_with_if(words):
        return True  # "If this bridge falls, 200 people die"
    for i in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if words[i] in _ENDS:
            return False
        if words[i] == "should":
            return first == i + 1 or words[i + 1] in lexicon().determiners
        if _opens(words, i):
            foretold = not _MODALS.isdisjoint(words[last : last + _MAIN_REACH])
            return words[i + 1] == "of" or foretold or _is_present(words[i + 1 : last])
    return False


def _opens_with_if(words: list[str]) -> bool:
    return next((word for word in words if word not in _QUOTES), "") in _OPENERS


def _opens(words: list[str], i: int) -> bool:
    """Whether a supposition opens at token `i`; not "unclear if", "asked if"."""
    before = words[max(0, i - 2) : i]
    if words[i] == "when":
        return not _GENERAL.isdisjoint(words[max(0, i - _GENERAL_REACH) : i])
    if words[i] in _CASES:
        return before[-1:] == ["in"] or (before == ["in", "the"] and words[i] == "event")
    return words[i] in _OPENERS and _ASKED.isdisjoint(before[-1:])


def _is_present(clause: list[str]) -> bool:
    """ "a passenger is injured", "a guard were to die"; not "the guard was killed"."""
    if not _PAST.isdisjoint(clause):
        return any(clause[k : k + 2] == ["were", "to"] for k in range(len(clause)))
    return not _PRESENT.isdisjoint(clause) or any(
        word in _VERBS or word.removesuffix("s") in _VERBS for word in clause
    )


def _is_aim(words: list[str], item: Counted) -> bool:
    """ "built to save 45 people", "enough to kill 100": what a thing is for, or could do."""
    trigger = item.trigger
    if trigger is None or not 1 < trigger.first < item.quantity.first:
        return False
    return words[trigger.first - 1] == "to" and words[trigger.first - 2] in _ABLE


def _is_room(words: list[str], item: Counted) -> bool:
    """ "can hold 350 evacuees": how many there is room for."""
    j = item.quantity.first - 1
    if j > 0 and words[j] == "for" and words[j - 1] in _ROOMS:
        return True
    wanted = item.quantity.value.stated == 0 or item.kind in _MOVED
    if j >= 0 and words[j] in _FORESEEING and wanted and not item.quantity.implied:
        return True
    if j > 0 and words[j] in _SERVING and words[j - 1] == "can":
        return True
    if j > 0 and words[j] in _HOLDS and words[j - 1] in _HOLDERS:
        return True
    return j > 0 and words[j] in _HOLDING and words[j - 1] in _CAPABLE


def _is_of_list(sentence: Counting, item: Counted) -> bool:
    """ "4,000 dead voters were struck from the rolls", "five injured players returned to training",
    "600 people have gone missing from the roll": whoever stands in a list, or cannot play."""
    quantity, trigger = item.quantity, item.trigger
    if trigger is None:
        return False
    word = sentence.words[trigger.first]
    inside = quantity.last_number <= trigger.first < quantity.last
    if word == "injured" and quantity.head in _PLAYERS:
        return inside or is_at(sentence.words, trigger.first - 1, "without")
    listed = sentence.holds(_LISTS_MARK)
    if word in ("dead", "deceased"):
        return listed and (inside or quantity.partitive)
    behind = sentence.words[trigger.last : trigger.last + _LIST_REACH]
    return item.kind == "missing" and is_at(behind, 0, "from") and not _LISTS.isdisjoint(behind)


def _is_of_policy(sentence: Counting, item: Counted) -> bool:
    """ "The rule change affects 12,000 landlords"."""
    trigger = item.trigger
    if item.kind != "affected" or trigger is None or trigger.kind("active") is None:
        return False
    before = sentence.words[max(0, trigger.first - _LIST_REACH) : trigger.first]
    return not _POLICIES.isdisjoint(before)


def _is_foretold(words: list[str], item: Counted) -> bool:
    """ "a man could be killed", "would kill a child": nobody yet, where no number is written."""
    quantity, trigger = item.quantity, item.trigger
    if not quantity.implied or quantity.value.stated == 0 or trigger is None:
        return False
    if trigger.first >= quantity.last:
        between = words[quantity.last : trigger.first]
        told = all(w in lexicon().auxiliary or w in lexicon().adverb for w in between)
    else:
        between = words[max(0, trigger.first - _MODAL_REACH) : trigger.first]
        told = not (between and trigger.last > quantity.first)
    return told and not _MODALS.isdisjoint(between) and _CERTAIN.isdisjoint(between)

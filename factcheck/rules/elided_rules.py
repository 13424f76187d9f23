"""What a bare number counts by the words around it: two critically, in the south five."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import UNCOUNTED, Counted, Counting, Reading, fits, is_bare
from factcheck.rules.series_subjects import is_of_toll
from factcheck.rules.unit_rules import LABELS
from factcheck.text.lexicon import lexicon
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at, word_at

SAYING: Final = words("sources.saying")
_MANNER: Final = words("elided.manner")
_HARMED: Final = frozenset({"casualties", "hospitalised"})
_SEPARATORS: Final = frozenset({",", ";", "and", "while", "but", "–", "—"})
_OPENERS: Final = words("elided.openers")
_CLOSERS: Final = frozenset({",", ";", ".", "and", "or", ")", "–", "—", "", "in", "at", "on"})
_AFTER_MANNER: Final = words("elided.after_manner") | {""}
_POSSESSIVES: Final = frozenset({"'s", "’s"})
_COPULAS: Final = frozenset({"were", "was", "are", "is"})
_OTHERS: Final = words("elided.others")
_INCLUDING: Final = words("verbs.including")
_CELL_STARTS: Final = frozenset({",", ";", ":", ".", "-", "–", "—", "|", "("})
_CELL_ENDS: Final = frozenset({",", ";", ".", "|", ")", ""})
_LABEL_MARKS: Final = frozenset({":", "—", "–", "-", "("})
_LONGEST_PLACE: Final = 7  # tokens of ", in neighbouring Badghis,"
_AMONG_REACH: Final = 9  # tokens of "killed in the bus fire were"
_TO_WHOLE: Final = 3  # tokens between a part and its whole: "of the other"
_FIGURES: Final = words("elided.figures")
_BRINGING: Final = words("elided.bringing")
_FIGURE_REACH: Final = 9  # tokens from a value to what its toll is of
_HARM_NOUNS: Final = frozenset({"killed", "wounded", "infected", "detained", "casualties"})
_FIGURE_LINKS: Final = frozenset({"of", "was", "is", "at", "to"})  # "taking the total to 140"
_CLAUSE_ENDS: Final = frozenset({",", ";", ".", ":"})
_ABOARD: Final = "on_board"  # "eleven crew members were among the 18 killed"
_ASIDE_MARKS: Final = frozenset({",", "–", "—", "-", "("})
_ASIDE_REACH: Final = 9  # tokens from "killed" to the aside
_ASIDE_ENDS: Final = frozenset({";", ".", ":", "and", "but", ",", "–", "—"})
_IN_ALL: Final = (["in", "all"], ["so", "far"], ["in", "total"], ["all", "told"])
_SCENE_REACH: Final = 6  # tokens of "for shock in hospital"
_ALTOGETHER: Final = (["altogether"],)
_GROUP_REACH: Final = 4  # tokens of "those who had been"
_GROUPS: Final = frozenset({"those", "people", "the"})
_BYSTANDERS: Final = frozenset({"crowd", "on_board"})
_CREDITED: Final = (["according", "to"], [",", "according"])


def manner(sentence: Counting, k: int) -> Reading | None:
    """ "eight were hurt, two critically": of the harmed before them."""
    quantity = sentence.quantity(k)
    if k == 0 or not is_bare(quantity) or not tells_manner(sentence.words, quantity):
        return None
    previous = next(
        (item for item in reversed(sentence.items[max(0, k - 4) : k]) if _is_of_people(item)), None
    )
    if previous is None:
        return None
    return Reading("wounded" if previous.kind in _HARMED else previous.kind, previous.trigger)


def tells_manner(words: list[str], quantity: Quantity) -> bool:
    """Whether only an adverb of harm follows: "two critically", "at least one fatally"."""
    after = words[quantity.last : quantity.last + 2]
    return after[:1] != [] and after[0] in _MANNER and "".join(after[1:]) in _AFTER_MANNER


def _is_of_people(item: Counted) -> bool:
    return item.kind != UNCOUNTED and item.kind in lexicon().of_people


def gapped(sentence: Counting, k: int) -> Reading | None:
    """The verb left out: "In the north 12 people died, in the south five"; "Monday's strike killed
    11, Tuesday's eight"; "240 dead in Herat; in Badghis, 17"."""
    quantity = sentence.quantity(k)
    if k == 0 or not is_bare(quantity) or quantity.per is not None:
        return None
    previous = sentence.items[k - 1]
    if not _passes_on(previous):
        return None
    after = word_at(sentence.words, quantity.last)
    if after not in _CLOSERS or not _leads_up(_segment(sentence, k)):
        return None
    return Reading(previous.kind, previous.trigger)


def credited(sentence: Counting, k: int) -> Reading | None:
    """ "drew 36,000 people according to police and 140,000 according to the organisers"."""
    quantity, words = sentence.quantity(k), sentence.words
    if k == 0 or not is_bare(quantity) or quantity.per is not None:
        return None
    previous, gap = sentence.items[k - 1], sentence.gap(k)
    if not _passes_on(previous) or not gap or gap[-1] not in _SEPARATORS:
        return None
    credited = words[quantity.last : quantity.last + 2] in _CREDITED
    said = "according" in gap or not SAYING.isdisjoint(gap)
    return Reading(previous.kind, previous.trigger) if credited and said else None


def _passes_on(item: Counted) -> bool:
    return item.kind not in (UNCOUNTED, "age", "rate") and item.kind not in lexicon().measuring


def _segment(sentence: Counting, k: int) -> list[str]:
    """The words between the last separator and number `k`; a comma right before it is no
    separator."""
    first = sentence.quantity(k).first
    low = max(sentence.quantity(k - 1).last, first - _LONGEST_PLACE)
    words = sentence.words[low:first]
    if words and words[-1] == ",":
        words = words[:-1]
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] in _SEPARATORS), None)
    return words[at + 1 :] if at is not None else []


def _leads_up(segment: list[str]) -> bool:
    """Whether only a place, a day or an owner stands there: "in the south", "Tuesday's"."""
    lex = lexicon()
    if not segment:
        return False
    if any(word in lex.auxiliary or word in lex.participles for word in segment[:-1]):
        return False
    if segment[-1] in _POSSESSIVES:
        return True
    if all(word in _OTHERS for word in segment):  # "the first killed six, the second nine"
        return True
    opens = segment[0] in _OPENERS
    return opens and not any(word in lex.verb or word in lex.adverb for word in segment[1:])


def labelled(sentence: Counting, k: int) -> Reading | None:
    """A word of harm as a label: "Dead: 31, wounded: 90", "so many wounded — at least 70"; "717
    pilgrims; injured, 863"."""
    quantity = sentence.quantity(k)
    if not is_bare(quantity) or quantity.first < 2:
        return None
    mark = sentence.words[quantity.first - 1]
    if mark not in _LABEL_MARKS and mark != ",":
        return None
    for trigger in sentence.triggers_before(quantity.first - 1, 0):
        if mark == "," and not _is_cell(sentence, trigger.first, quantity):
            continue
        for form in ("toll", "nouns", "passive"):
            kind = trigger.kind(form)
            if kind is not None and fits(kind, quantity):
                return Reading(kind, trigger)
    return None


def _is_cell(sentence: Counting, label: int, quantity: Quantity) -> bool:
    """Whether a label at token `label` opens its clause, and its number ends it."""
    words = sentence.words
    while label and (words[label - 1] in lexicon().auxiliary or words[label - 1] == "still"):
        label -= 1
    opens = label > 0 and words[label - 1] in (";", ".", "—", "–")
    return opens and word_at(words, quantity.last) in (";", ".", "", "—", "–")


def told_aside(sentence: Counting, k: int) -> Reading | None:
    """ "Those killed in the blast, 12 in all, were miners"; "the people held – nine so far – …":
    how many they are is said aside."""
    quantity, words = sentence.quantity(k), sentence.words
    if not is_bare(quantity) or quantity.first < 3 or words[quantity.first - 1] not in _ASIDE_MARKS:
        return None
    behind = words[quantity.last : quantity.last + 2]
    if behind not in _IN_ALL and behind[:1] not in _ALTOGETHER:
        return None
    for trigger in sentence.triggers_before(quantity.first - 1, _ASIDE_REACH):
        group = words[max(0, trigger.first - _GROUP_REACH) : trigger.first]
        gap = words[trigger.last : quantity.first - 1]
        if _GROUPS.isdisjoint(group) or not _ASIDE_ENDS.isdisjoint(gap):
            continue
        for form in ("toll", "nouns", "passive"):
            kind = trigger.kind(form)
            if kind is not None and (kind in lexicon().objects or fits(kind, quantity)):
                return Reading(kind, trigger)
    return None


def columned(sentence: Counting, k: int) -> Reading | None:
    """The lines of a situation report: "deaths 41, injured 127, people affected 58,214"."""
    quantity, words = sentence.quantity(k), sentence.words
    if not is_bare(quantity) or quantity.first == 0:
        return None
    if word_at(words, quantity.last) not in _CELL_ENDS:
        return None
    for trigger in sentence.triggers_before(quantity.first, 0):
        start = trigger.first
        if start and words[start - 1] in lexicon().people:
            start -= 1
        if start and words[start - 1] not in _CELL_STARTS:
            continue
        for form in ("toll", "nouns", "passive"):
            kind = trigger.kind(form)
            if kind is not None and fits(kind, quantity):
                return Reading(kind, trigger)
    return None


def of_the_harmed(sentence: Counting, k: int) -> Reading | None:
    """ "Of the dead, 19 were women and 12 children": all those numbers are of the dead."""
    quantity, words = sentence.quantity(k), sentence.words
    if not is_at(words, 0, "of") or not quantity.counts or not quantity.could_be_people:
        return None
    for trigger in sentence.triggers_from(1, 2 + _GROUP_REACH):
        kind = trigger.kind("toll") or trigger.kind("nouns")
        named = words[1 : trigger.first]
        if is_at(named, 0, "those") and all(_may_relate(word) for word in named[1:]):
            told = trigger.kind("passive")  # "of those hurt, 22 are children"
            kind = kind or told
        elif trigger.first > 2:
            return None
        opens = trigger.last < quantity.first and _opens_clause(words, trigger.last)
        determined = words[1] in lexicon().determiners or words[1] == "those"
        if kind is not None and opens and determined and fits(kind, quantity):
            return Reading(kind, trigger)
    return None


def _opens_clause(words: list[str], last: int) -> bool:
    """Whether a comma ends what opens the sentence, past where and for what they were treated."""
    for j in range(last, min(len(words), last + _SCENE_REACH)):
        if words[j] == ",":
            return True
        if words[j] in lexicon().auxiliary or words[j] in _ASIDE_ENDS:
            return False
    return False


def _may_relate(word: str) -> bool:
    """Whether the word may stand between "those" and what befell them: "those who had been"."""
    return word == "who" or word in lexicon().auxiliary or word in lexicon().adverb


def among_before(sentence: Counting, k: int) -> Reading | None:
    """ "Among the 24 killed were five pupils": the five are of those before them."""
    if k == 0:
        return None
    previous, quantity = sentence.items[k - 1], sentence.quantity(k)
    if not _is_of_people(previous) or not quantity.could_be_people or not quantity.counts:
        return None
    first = previous.quantity.first
    opener, gap = sentence.words[max(0, first - 2) : first], sentence.gap(k)
    if not gap or len(gap) > _AMONG_REACH:
        return None
    among = "among" in opener and gap[-1] in _COPULAS and _CLAUSE_ENDS.isdisjoint(gap)
    if len(gap) > _TO_WHOLE and not among:
        return None
    if not among and not _is_spelt_out(previous, opener, gap):
        return None
    sentence.items[k].among = k - 1
    return Reading(previous.kind, previous.trigger)


def _is_spelt_out(whole: Counted, opener: list[str], gap: list[str]) -> bool:
    """ "The 18 dead comprised 11 women": the whole, with its article, and what it is made of."""
    if opener[-1:] != ["the"] or whole.trigger is None:
        return False
    told = whole.trigger.last - whole.quantity.last
    verb = gap[told:] if told > 0 else gap
    return len(verb) == 1 and (verb[0] in _COPULAS or verb[0] in _INCLUDING)


def share_whole(sentence: Counting) -> None:
    """ "Nine nurses and four cooks were among the 30 hostages": of that kind, and part of it."""
    for k in range(1, len(sentence.items)):
        whole = sentence.items[k]
        if not _is_of_people(whole):
            continue
        before = sentence.words[max(0, whole.quantity.first - 3) : whole.quantity.first]
        while before and before[-1] in lexicon().determiners:
            before.pop()
        if before[-1:] != ["among"]:
            continue
        for j in range(k - 1, -1, -1):
            part = sentence.items[j]
            if part.kind not in (UNCOUNTED, _ABOARD, whole.kind) or part.quantity.person is None:
                break
            if not _leads_to_whole(_until(sentence, j, k)):
                break
            part.kind, part.trigger, part.via = whole.kind, whole.trigger, "share_whole"
            part.among = k


def _leads_to_whole(between: list[str]) -> bool:
    """ "three pupils among eight hurt", "nine nurses and four cooks were among the 30"."""
    return all(word in _COPULAS or word in ("and", "among", ",") for word in between)


def _until(sentence: Counting, j: int, k: int) -> list[str]:
    """The words between quantity `j` and the next one, or `k`'s "among"."""
    following = sentence.quantity(j + 1).first
    if j + 1 == k:
        while following and sentence.words[following - 1] in lexicon().determiners:
            following -= 1
    return sentence.words[sentence.quantity(j).last : following]


# --- counts tied to the next --------------------------------------------------------------------


def share_next(sentence: Counting) -> None:
    """ "went up by 14 to 203 dead", "not 14 but 12 died": the first number is of that kind too."""
    for k in range(len(sentence.items) - 1):
        item, following = sentence.items[k], sentence.items[k + 1]
        if item.kind != UNCOUNTED or not is_bare(item.quantity) or not _passes_on(following):
            continue
        between = sentence.words[item.quantity.last : following.quantity.first]
        before = sentence.words[max(0, item.quantity.first - 1) : item.quantity.first]
        if len(between) > _LONGEST_PLACE or not _CLAUSE_ENDS.isdisjoint(between[:-1]):
            continue
        changed = item.quantity.change is not None and before == ["by"]
        if (changed and "to" in between) or (before == ["not"] and between == ["but"]):
            item.kind, item.trigger, item.via = following.kind, following.trigger, "share_next"


def toll_behind(sentence: Counting, k: int) -> Reading | None:
    """ "bringing to 96 the number put to death", "12: those killed in Kyiv": the toll stands behind
    its value."""
    quantity, words = sentence.quantity(k), sentence.words
    if not is_bare(quantity):
        return None
    labelled = quantity.first == 0 and "".join(words[quantity.last : quantity.last + 1]) in LABELS
    those = is_at(words, quantity.last, "those") and _brings(words, quantity.first)
    if not labelled and not those and not is_at(words, quantity.last, "the"):
        return None
    if (
        not labelled
        and not those
        and _FIGURES.isdisjoint(words[quantity.last + 1 : quantity.last + 3])
    ):
        return None
    aboard = None
    for trigger in sentence.triggers_from(quantity.last + 1, quantity.last + _FIGURE_REACH):
        named = words[quantity.last + 1 : trigger.first]
        if (labelled or those) and not all(map(_may_name, named)):
            return None  # "12: the number of villages hit"
        for form in ("toll", "passive", "nouns"):
            kind = trigger.kind(form)
            if kind in _BYSTANDERS:  # "the number of passengers hurt"
                aboard = aboard or Reading(kind, trigger)
            elif kind is not None and (fits(kind, quantity) or kind in lexicon().objects):
                return Reading(kind, trigger)
    return aboard


def _brings(words: list[str], first: int) -> bool:
    """ "Taking to nine", with its value at token `first`."""
    return first > 1 and words[first - 1] == "to" and words[first - 2] in _BRINGING


def _may_name(word: str) -> bool:
    """Whether a word may stand between a label and what it tells: "the number of people"."""
    lex = lexicon()
    named = word in _FIGURES or word in _GROUPS or word in lex.people or word in lex.determiners
    return named or word in ("of", "who") or word in lex.auxiliary or word in lex.adverb


def share_figure(sentence: Counting) -> None:
    """ "Revising its count of 31, the ministry said 27 died"; "denied that 60 had died, saying the
    true figure was four": what a bare count is of, where the sentence counts but one kind."""
    known = {item.kind for item in sentence.items if _is_of_people(item)}
    if not known:
        _share_noun(sentence)
    if len(known) != 1:
        return
    giver = next(item for item in sentence.items if item.kind in known)
    for item in sentence.items:
        if item.kind == UNCOUNTED and is_bare(item.quantity) and _is_figure(sentence, item):
            item.kind, item.trigger, item.via = giver.kind, giver.trigger, "share_figure"


def _share_noun(sentence: Counting) -> None:
    """ "The latest deaths bring the total to 44": of what the one noun of harm tells."""
    told = [trigger for trigger in sentence.triggers if trigger.kind("nouns") in _HARM_NOUNS]
    if len({trigger.kind("nouns") for trigger in told}) != 1:
        return
    for item in sentence.items:
        behind = told[0].last <= item.quantity.first
        if item.kind == UNCOUNTED and is_bare(item.quantity) and behind:
            if _is_figure(sentence, item):
                kind = told[0].kind("nouns") or UNCOUNTED
                item.kind, item.trigger, item.via = kind, told[0], "share_figure"


def _is_figure(sentence: Counting, item: Counted) -> bool:
    """Whether a noun such as "count" or "figure" has the number: "an earlier count of 31"."""
    words, first = sentence.words, item.quantity.first
    if first < 2 or words[first - 1] not in _FIGURE_LINKS or words[first - 2] not in _FIGURES:
        return False
    near = words[max(0, first - 3) : first - 1]
    return is_of_toll(near, len(near) - 1)

"""What befell people by the words behind them that no phrase of the kinds table holds: "one broke
an ankle", "410,000 families hit by the drought", "68 of the 71 victims have been identified"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.asides import past_aside
from factcheck.rules.counting import Counting, Reading, fits, is_bare
from factcheck.rules.implied import FALLEN
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_BREAKING: Final = words("befallen.breaking")
_BODY: Final = words("befallen.body")
BODY_MARK: Final = mark_of(_BODY)
_BODY_REACH: Final = 4  # tokens of "bones in his"
_BEFORE_BODY: Final = words("befallen.before_body")
_STRIKING: Final = words("befallen.striking")
STRIKING_MARK: Final = mark_of(_STRIKING)
_DISASTERS: Final = words("befallen.disasters")
_POWER_CUTS: Final = frozenset({"blackout", "blackouts", "outage", "outages"})
_DISASTER_REACH: Final = 5  # tokens of "the worst drought"
_DEATHLY: Final = words("befallen.deathly")
_DEATHLY_MARK: Final = mark_of(_DEATHLY)
_BURYING: Final = words("befallen.burying")
_RITES: Final = words("befallen.rites")
_BURIED_ALIVE: Final = frozenset({"alive", "under", "beneath", "underneath"})
_OWNED: Final = frozenset({"'s", "’s", "'", "’", "s"})
_RITE_REACH: Final = 8  # tokens from "funerals" to "for the"
_KNOWN_MARK: Final = mark_of({"identified", "named"})
_ILLNESSES: Final = words("befallen.illnesses")
ILLNESSES_MARK: Final = mark_of(_ILLNESSES)
_SPREADING: Final = words("befallen.spreading")
_CATCHING: Final = words("befallen.catching")
_ILLNESS_REACH: Final = 4  # tokens of "from a rare fever"
_STRIKING_DOWN: Final = frozenset(
    {"afflicted", "afflicting", "hitting", "striking", "sickened", "felled"}
)
_SUBJECT_WORDS: Final = 6  # tokens of "an outbreak of measles has"
_CATCH_REACH: Final = 9  # tokens from "confirmed" to "in"
_SUFFERING: Final = words("befallen.suffering")
_SUFFERINGS: Final = words("befallen.sufferings")
HURTS_MARK: Final = mark_of(_SUFFERINGS | _BODY)
_SUFFERING_REACH: Final = 7  # tokens of "varying degrees of injury"
_DEADLY: Final = words("befallen.deadly")
_NO_SUFFERING: Final = words("befallen.no_suffering")
_MASSACRES: Final = words("befallen.massacres")
_MASSACRES_MARK: Final = mark_of(_MASSACRES)
_MASSACRE_REACH: Final = 5  # tokens of "of the nightclub massacre"
_LEAVING: Final = frozenset({"left", "leaves", "leaving", "leave"})
_BEING_LEFT: Final = (["left", "with"], ["escaped", "with"], ["escape", "with"])
_HURTING: Final = words("befallen.hurting")
_BECOMING: Final = frozenset({"became", "becomes", "was", "is"})
_VICTIMS: Final = frozenset({"victims", "victim"})
_NUMBERED: Final = frozenset({"numbered", "number", "numbers", "totalled", "totaled", "numbering"})
_SUBJECT_REACH: Final = 12  # tokens from what befell the subject to "numbered"
_LOSS: Final = frozenset({"loss", "losses", "cost"})
_BEFORE_LIVES: Final = 3  # tokens from "loss" to the number
_ENDS: Final = frozenset({",", ";", ".", ":", "and", "but", "while", "who", "which"})


def broken(sentence: Counting, k: int) -> Reading | None:
    """ "One broke an ankle", "two lost their sight": hurt."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not _may_be_hurt(quantity):
        return None
    j = quantity.last - (quantity.head in _BREAKING)  # "one broke" is read as one of a thing
    while j < len(tokens) and (tokens[j] in lexicon().adverb or tokens[j] in lexicon().auxiliary):
        j += 1
    if tokens[j : j + 1] == [] or tokens[j] not in _BREAKING:
        return None
    for word in tokens[j + 1 : j + 1 + _BODY_REACH]:
        if word in _BODY:
            return Reading("wounded")
        if word not in _BEFORE_BODY:
            return None
    return None


def _may_be_hurt(quantity: Quantity) -> bool:
    bare = quantity.head in _BREAKING or (quantity.head is None and quantity.could_be_people)
    return quantity.counts and (quantity.person is not None or bare)


def stricken(sentence: Counting, k: int) -> Reading | None:
    """ "410,000 families hit by the drought": affected."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.person is None or not quantity.counts or quantity.implied:
        return None
    behind = tokens[quantity.last : quantity.last + 3]
    while behind and (behind[0] in lexicon().auxiliary or behind[0] in lexicon().adverb):
        behind.pop(0)
    if not behind or behind[0] not in _STRIKING:
        return None
    at = tokens.index(behind[0], quantity.last)
    if not is_at(tokens, at + 1, "by"):
        return None
    for word in tokens[at + 2 : at + 2 + _DISASTER_REACH]:
        if word in _POWER_CUTS:
            return Reading("without_power")
        if word in _DISASTERS:
            return Reading("affected")
        if word in _ENDS:
            return None
    return None


def caught(sentence: Counting, k: int) -> Reading | None:
    """ "Laboratories confirmed the virus in 318 people", "the outbreak has spread to 54 pupils"."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.first < 2 or not _may_be_hurt(quantity):
        return None
    at = quantity.first - 1
    while at > 1 and tokens[at] in lexicon().determiners:
        at -= 1
    if tokens[at] in _STRIKING or tokens[at] in _STRIKING_DOWN:
        return _fell_ill(tokens, at)
    if tokens[quantity.first - 1] not in ("in", "to", "among"):
        return None
    before = tokens[max(0, quantity.first - _CATCH_REACH) : quantity.first - 1]
    ends = [i for i, word in enumerate(before) if word in _ENDS]
    clause = before[ends[-1] + 1 :] if ends else before
    told = not _SPREADING.isdisjoint(clause) and not _ILLNESSES.isdisjoint(clause)
    return Reading("infected") if told else None


def _fell_ill(tokens: list[str], verb: int) -> Reading | None:
    """ "Measles has struck 4,100 children": an illness is the subject of the verb."""
    subject = tokens[max(0, verb - _SUBJECT_WORDS) : verb]
    ends = [i for i, word in enumerate(subject) if word in _ENDS]
    ill = not _ILLNESSES.isdisjoint(subject[ends[-1] + 1 if ends else 0 :])
    return Reading("infected") if ill else None


def suffering(sentence: Counting, k: int) -> Reading | None:
    """ "Several others sustained varying degrees of injury": hurt; of fatal injuries: killed."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not _may_be_hurt(quantity):
        return None
    left = _left_with(tokens, quantity)
    if left is not None:
        return left
    j = past_aside(sentence, quantity.last)
    while j < len(tokens) and (tokens[j] in lexicon().adverb or tokens[j] in lexicon().auxiliary):
        j += 1
    if tokens[j : j + 1] == [] or tokens[j] not in _SUFFERING:
        return None
    return _suffered(tokens[j + 1 : j + 1 + _SUFFERING_REACH])


def _suffered(told: list[str]) -> Reading | None:
    """What words tell to have been suffered: "a broken pelvis", "varying degrees of injury"."""
    end = next((i for i, word in enumerate(told) if word in _SUFFERINGS or word in _BODY), None)
    if end is None or not _ENDS.isdisjoint(told[:end]) or not _NO_SUFFERING.isdisjoint(told[:end]):
        return None
    if told[end] in _BODY and not any(word in _BREAKING or word in _HURTING for word in told[:end]):
        return None  # "suffered a foot infection"
    return Reading("wounded" if _DEADLY.isdisjoint(told[:end]) else "killed")


def _left_with(tokens: list[str], quantity: Quantity) -> Reading | None:
    """ "Leaving 22 with broken limbs", "six were left with burns"."""
    j = quantity.last
    if quantity.first and tokens[quantity.first - 1] in _LEAVING:
        with_it = is_at(tokens, j, "with")
        return _suffered(tokens[j + 1 : j + 1 + _SUFFERING_REACH]) if with_it else None
    while j < len(tokens) and tokens[j] in lexicon().auxiliary:
        j += 1
    if tokens[j : j + 2] not in _BEING_LEFT:
        return None
    return _suffered(tokens[j + 2 : j + 2 + _SUFFERING_REACH])


def fell_ill(sentence: Counting, k: int) -> Reading | None:
    """ "61 nurses caught Lassa fever", "a boy is suffering from rabies": infected."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if not _may_be_hurt(quantity):
        return None
    lex, j = lexicon(), quantity.last
    if is_at(tokens, j, "and"):
        j += 2  # "61 nurses and doctors"
    while j < len(tokens) and (tokens[j] in lex.adverb or tokens[j] in lex.auxiliary):
        j += 1
    j += is_at(tokens, j, "went")
    j += tokens[j : j + 2] == ["down", "with"]  # "went down with flu"
    if tokens[j : j + 1] == [] or (tokens[j] not in _CATCHING and tokens[j] != "with"):
        return None
    told = tokens[j + 1 : j + 1 + _ILLNESS_REACH]
    end = next((i for i, word in enumerate(told) if word in _ILLNESSES), None)
    return Reading("infected") if end is not None and _ENDS.isdisjoint(told[:end]) else None


def bereft(sentence: Counting, k: int) -> Reading | None:
    """ "Locusts left 600,000 herders without pasture": affected."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.person is None or quantity.first == 0:
        return None
    behind = tokens[quantity.last : quantity.last + 1]
    left = tokens[quantity.first - 1] in _LEAVING
    return Reading("affected") if left and behind == ["without"] else None


def lives(sentence: Counting, k: int) -> Reading | None:
    """ "The loss of all 230 lives aboard": killed."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.head != "lives" or quantity.first == 0:
        return None
    before = tokens[max(0, quantity.first - _BEFORE_LIVES) : quantity.first]
    return None if _LOSS.isdisjoint(before) or "of" not in before else Reading("killed")


def numbered(sentence: Counting, k: int) -> Reading | None:
    """ "Those sleeping in tents numbered 4,000": of the kind that the subject tells."""
    quantity, tokens = sentence.quantity(k), sentence.words
    first = quantity.first
    if not is_bare(quantity) or first < 2 or tokens[first - 1] not in _NUMBERED:
        return None
    for trigger in sentence.triggers_before(first - 1, _SUBJECT_REACH):
        if not _ENDS.isdisjoint(tokens[trigger.last : first - 1]):
            return None
        for form in ("passive", "nouns", "toll"):
            kind = trigger.kind(form)
            if kind is not None and kind in lexicon().of_people and fits(kind, quantity):
                return Reading(kind, trigger)
    return None


def victims(sentence: Counting, k: int) -> Reading | None:
    """Victims are dead where the sentence tells what is done for the dead: "68 of the 71 victims
    have been identified"."""
    quantity = sentence.quantity(k)
    if quantity.head not in _VICTIMS or not quantity.counts or quantity.implied:
        return None
    if quantity.partitive or quantity.others:
        return None  # "68 of the 71 victims": what the verb tells of the 68
    if _is_whole(sentence, k) and sentence.holds(_KNOWN_MARK):
        return Reading("killed")
    if sentence.holds(_MASSACRES_MARK):
        behind = sentence.words[quantity.last : quantity.last + _MASSACRE_REACH]
        if is_at(behind, 0, "of") and not _MASSACRES.isdisjoint(behind):
            return Reading("killed")
    dead = sentence.holds(_DEATHLY_MARK) and _are_buried(sentence.words, quantity)
    return Reading("killed") if dead else None


def fallen(sentence: Counting, k: int) -> Reading | None:
    """ "The storm's fifth victim", and who "became the storm's fifth victim": dead."""
    quantity = sentence.quantity(k)
    if not quantity.implied:
        return None
    if _is_ranked(quantity):
        return Reading("killed")
    if k + 1 == len(sentence.items) or quantity.person is None or quantity.value.stated != 1:
        return None
    victim = sentence.quantity(k + 1)
    between = sentence.words[quantity.last : victim.first]
    became = len(between) == 1 and between[0] in _BECOMING
    return Reading("killed") if became and _is_ranked(victim) else None


def _is_ranked(quantity: Quantity) -> bool:
    stated = quantity.value.stated
    return quantity.implied and quantity.head in FALLEN and stated is not None and stated > 1


def _are_buried(words: list[str], quantity: Quantity) -> bool:
    """Whether what is done for the dead is done for those: "the coffins of", "funerals were held
    for", "buried the 12 victims", "12 victims were cremated"."""
    lex = lexicon()
    i = quantity.first - 1
    while i > 0 and (words[i] in lex.determiners or words[i] in ("the", "all")):
        i -= 1
    if i >= 0 and words[i] in _BURYING:
        return True
    if i > 0 and words[i] in ("of", "for", "on"):
        if words[i - 1] in _DEATHLY and words[i - 1] not in _BURYING:
            return True
        for word in reversed(words[max(0, i - _RITE_REACH) : i]):
            if word in _ENDS:
                break
            if word in _RITES:
                return True
    j = quantity.last
    if words[j : j + 1] != [] and words[j] in _OWNED:
        return words[j + 1 : j + 2] != [] and words[j + 1] in _DEATHLY
    while j < len(words) and (words[j] in lex.auxiliary or words[j] in lex.adverb):
        j += 1
    if j == len(words) or words[j] not in _BURYING:
        return False
    return _BURIED_ALIVE.isdisjoint(words[j + 1 : j + 2])


def _is_whole(sentence: Counting, k: int) -> bool:
    """Whether the number before is of those: "68 of the 71 victims"."""
    if k == 0:
        return False
    before = sentence.quantity(k - 1)
    gap = sentence.words[before.last_number : sentence.quantity(k).first]
    return is_at(gap, 0, "of") and len(gap) <= 2

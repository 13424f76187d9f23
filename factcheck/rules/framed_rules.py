"""What a quantity counts by a verb before it and the words behind it together: "lifted 18 people
off the roof", "ordered 4,000 villagers to leave", "turned 30 houses to rubble"."""

from __future__ import annotations

from typing import Final

from claims_db.kinds import kinds
from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting, Reading, among, fits, is_bare
from factcheck.text.lexicon import PEOPLE, lexicon
from factcheck.text.month_of_may import without_months
from factcheck.text.named_hospitals import folded
from factcheck.text.phrase_patterns import PhrasePattern, pattern
from factcheck.text.triggers import goes_somewhere, idiom_at, names_compound
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_Frame = tuple[str, str | None, PhrasePattern]  # the kind, the class of nouns, what is behind


def _by_verb() -> dict[str, list[_Frame]]:
    """The frames of all kinds by the forms of their verbs."""
    found: dict[str, list[_Frame]] = {}
    for kind in kinds().values():
        for frame in kind.frames:
            behind = pattern(frame.behind, lambda text: tuple(text.split()))
            for form in frame.forms:
                found.setdefault(form, []).append((kind.name, frame.wants, behind))
    return found


_FRAMES: Final = _by_verb()
VERBS_MARK: Final = mark_of(_FRAMES)
_MEDICS: Final = words("classes.medics")
_HOLDING: Final = words("frames.holding")
_BODIES: Final = frozenset({"bodies", "corpses", "remains", "body", "corpse"})
_HARMED: Final = frozenset({"injured", "wounded", "dead", "survivors", "casualties"})
_MODALS: Final = frozenset({"will", "can", "could", "would", "may", "might", "to", "should"})
_HITTING: Final = words("frames.hitting")
_MISSILES: Final = words("frames.missiles")
_BULLETS: Final = frozenset({"bullet", "bullets", "gunfire", "shots", "shot", "rounds"})
_CAPTORS: Final = words("frames.captors")
_JAILERS: Final = words("frames.jailers")
_BEFORE_REACH: Final = 3  # tokens from the verb to its object: "has driven an estimated"
_WORK: Final = "work"  # the class of those who are let go for good
_LIVING: Final = frozenset({"living", "still", "who", "remaining", "left", "people"})
_BEHIND_REACH: Final = 7  # tokens from the object to what tells: "near the dam to leave"
_BARE_REACH: Final = 3  # the same, behind a bare number
_LIVING_REACH: Final = 9  # the same, past "living inside the six-kilometre ring"
_SUBJECT_REACH: Final = 16  # tokens from captors to their verb
_OWNED: Final = frozenset({"its", "their", "the", "all", "remaining", "other", "last"})
_ENDS: Final = frozenset({",", ";", ".", ":", "and", "but", "while", "who", "which", "that"})


def framed(sentence: Counting, k: int) -> Reading | None:
    """The kind that a verb and the words behind its object tell together."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.head in _BODIES or quantity.head in _HARMED:
        return None  # "fished eleven bodies from the sea"
    if is_bare(quantity) and not _HARMED.isdisjoint(tokens[quantity.last : quantity.last + 1]):
        return None  # "took nine injured to hospital"
    if quantity.first == 0 or quantity.implied:
        return None
    verb = _verb_before(tokens, quantity.first)
    if verb is None:
        return None
    last = _past_joined(tokens, quantity.last)
    if is_bare(quantity) and tokens[last : last + 1] != [] and tokens[last] not in _LIVING:
        end = min(len(tokens), last + _BARE_REACH)
    else:
        end = len(tokens)
    tokens = folded(sentence.tokens)
    go = next((j for j in range(last, min(end, last + _BEHIND_REACH)) if tokens[j] == "go"), None)
    before = {*tokens[:verb], quantity.head or ""}
    stays = go is not None and goes_somewhere(tokens, go + 1)  # "let 30 workers go home early"
    told = [
        (_told_at(tokens, last, end, behind), wants in (None, PEOPLE), kind)
        for kind, wants, behind in _FRAMES[tokens[verb]]
        if _is_object(quantity, kind, wants)
        and not (stays and (wants == _WORK or (kind == "rescued" and not _CAPTORS & before)))
    ]
    found = [(nearness, of_any, kind) for nearness, of_any, kind in told if nearness is not None]
    return Reading(min(found, key=lambda each: each[:2])[2]) if found else None


def _past_joined(tokens: list[str], last: int) -> int:
    """Past a second noun of the same number: "let 15 women and children go"."""
    joined = is_at(tokens, last, "and") and last + 1 < len(tokens)
    return last + 2 if joined and tokens[last + 1] in lexicon().people else last


def _verb_before(tokens: list[str], first: int) -> int | None:
    """The verb whose object begins at `first`."""
    for j in range(first - 1, max(-1, first - 1 - _BEFORE_REACH), -1):
        if tokens[j] in _FRAMES:
            return j
        if tokens[j] not in lexicon().determiners and tokens[j] not in lexicon().adverb:
            return None
    return None


def _is_object(quantity: Quantity, kind: str, wants: str | None) -> bool:
    """Whether the verb of the frame may be said of what is counted."""
    if not quantity.counts:
        return False
    if kind == "hospitalised" and among(quantity.head or "", _MEDICS):
        return False
    if wants == PEOPLE:
        return quantity.person is not None or (is_bare(quantity) and quantity.could_be_people)
    if wants is not None:
        return among(quantity.head or "", lexicon().classes[wants])
    if is_bare(quantity) and kind in lexicon().objects:
        return False
    return fits(kind, quantity)


def _told_at(
    tokens: list[str], last: int, end: int, behind: PhrasePattern
) -> tuple[int, int] | None:
    """Where the words of a frame stand behind the object, before its clause and token `end`, and
    how few they are: what is told nearest and in most words is meant."""
    settled = is_at(tokens, last, "living")
    reach = _LIVING_REACH if settled else _BEHIND_REACH
    for j in range(last, min(end, last + reach)):
        if tokens[j] in behind.columns[0]:
            past = behind.end(tokens, j)
            if past > 0 and not idiom_at(tokens, j) and not names_compound(tokens, past):
                return j, -past
        if tokens[j] in _ENDS:
            return None
    return None


def held(sentence: Counting, k: int) -> Reading | None:
    """ "Guerrillas are holding 72 people": hostages; "the junta holds 400 monks": detained."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.implied or quantity.first == 0 or quantity.person is None or not quantity.counts:
        return None
    at = quantity.first - 1
    while at > 1 and tokens[at] in _OWNED:
        at -= 1  # "holding its 22 pupils"
    if at and without_months(sentence.tokens)[at - 1] in _MODALS:
        return None  # "the prison will hold 1,200 inmates"
    if tokens[at] in _HITTING and at == quantity.first - 1:
        struck = tokens[max(0, at - _SUBJECT_REACH) : at]
        if not _BULLETS.isdisjoint(struck):
            return Reading("casualties")  # who is shot may die of it
        return None if _MISSILES.isdisjoint(struck) else Reading("wounded")
    if tokens[at] not in _HOLDING:
        return None
    before = tokens[max(0, at - _SUBJECT_REACH) : at]
    if not _CAPTORS.isdisjoint(before):
        return Reading("hostages")
    return Reading("detained") if not _JAILERS.isdisjoint(before) else None

"""What a quantity counts by a verb before it and the words behind it together: "lifted 18 people
off the roof", "ordered 4,000 villagers to leave", "turned 30 houses to rubble"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules.counting import Counting, Reading, among, fits, is_bare
from factcheck.text.lexicon import lexicon
from factcheck.text.month_of_may import without_months
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, table, words

_TABLE: Final = table(CONSTRUCTIONS)
# Each with the kind it tells of, and the class of things it is said of; None for people.
_FRAMES: Final[tuple[tuple[str, str, str | None], ...]] = (
    ("cost", "killed", None),
    ("let_go", "layoffs", "work"),
    ("freed", "rescued", None),
    ("lifted", "rescued", None),
    ("taken_off", "rescued", None),
    ("driven", "displaced", None),
    ("ordered_out", "evacuated", None),
    ("moved_out", "evacuated", None),
    ("arrested", "detained", None),
    ("starved", "affected", None),
    ("razed", "destroyed", "homes"),
    ("unroofed", "damaged", "homes"),
)
_VERBS: Final = [words(f"frames.{name}") for name, _, _ in _FRAMES]
_BEHIND: Final = [
    [tuple(text.split()) for text in _TABLE.phrases(f"frames.{name}_behind")]
    for name, _, _ in _FRAMES
]
_OF_BARE: Final = frozenset(
    {"killed", "evacuated", "displaced", "rescued", "detained"}
)  # "ash forced 10,000 to leave"
_ALL_VERBS: Final = frozenset().union(*_VERBS)
_ALL_VERBS_MARK: Final = mark_of(_ALL_VERBS)
_HOLDING: Final = words("frames.holding")
_BODIES: Final = frozenset({"bodies", "corpses", "remains", "body", "corpse"})
_MODALS: Final = frozenset({"will", "can", "could", "would", "may", "might", "to", "should"})
_HITTING: Final = words("frames.hitting")
_MISSILES: Final = words("frames.missiles")
_BULLETS: Final = frozenset({"bullet", "bullets", "gunfire", "shots", "shot", "rounds"})
_CAPTORS: Final = words("frames.captors")
_JAILERS: Final = words("frames.jailers")
_BEFORE_REACH: Final = 3  # tokens from the verb to its object: "has driven an estimated"
_LIVING: Final = frozenset({"living", "still", "who", "remaining", "left", "people"})
_BEHIND_REACH: Final = 7  # tokens from the object to what tells: "near the dam to leave"
_LIVING_REACH: Final = 9  # the same, past "living inside the six-kilometre ring"
_SUBJECT_REACH: Final = 16  # tokens from captors to their verb
_OWNED: Final = frozenset({"its", "their", "the", "all", "remaining", "other", "last"})
_ENDS: Final = frozenset({",", ";", ".", ":", "and", "but", "while", "who", "which", "that"})


def framed(sentence: Counting, k: int) -> Reading | None:
    """The kind that a verb and the words behind its object tell together."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.head in _BODIES:
        return None  # "fished eleven bodies from the sea"
    if quantity.first == 0 or not sentence.holds(_ALL_VERBS_MARK):
        return None
    if quantity.implied and (quantity.person is None or quantity.value.stated == 0):
        return None
    verb = _verb_before(tokens, quantity.first)
    if verb is None:
        return None
    for (_, kind, wanted), verbs, behind in zip(_FRAMES, _VERBS, _BEHIND, strict=True):
        if tokens[verb] in verbs and _is_object(quantity, kind, wanted):
            near = tokens[: quantity.last + 3]
            if is_bare(quantity) and not _tells(near, quantity.last, behind):
                if tokens[quantity.last : quantity.last + 1] == [] or (
                    tokens[quantity.last] not in _LIVING
                ):
                    continue
            if _tells(tokens, _past_joined(tokens, quantity.last), behind):
                return Reading(kind)
    return None


def _past_joined(tokens: list[str], last: int) -> int:
    """Past a second noun of the same number: "let 15 women and children go"."""
    joined = tokens[last : last + 1] == ["and"] and last + 1 < len(tokens)
    return last + 2 if joined and tokens[last + 1] in lexicon().people else last


def _verb_before(tokens: list[str], first: int) -> int | None:
    """The verb whose object begins at `first`."""
    for j in range(first - 1, max(-1, first - 1 - _BEFORE_REACH), -1):
        if tokens[j] in _ALL_VERBS:
            return j
        if tokens[j] not in lexicon().determiners and tokens[j] not in lexicon().adverb:
            return None
    return None


def _is_object(quantity: Quantity, kind: str, wanted: str | None) -> bool:
    """Whether the verb of the frame may be said of what is counted."""
    if not quantity.counts:
        return False
    if wanted is not None:
        return among(quantity.head or "", lexicon().classes[wanted])
    if is_bare(quantity):
        return quantity.could_be_people and kind in _OF_BARE
    return quantity.person is not None and fits(kind, quantity)


def _tells(tokens: list[str], last: int, phrases: list[tuple[str, ...]]) -> bool:
    """Whether one of the phrases stands behind the object, before its clause ends."""
    settled = tokens[last : last + 1] == ["living"]
    reach = _LIVING_REACH if settled else _BEHIND_REACH
    for j in range(last, min(len(tokens), last + reach)):
        if tokens[j] in _ENDS:
            return False
        if any(tuple(tokens[j : j + len(phrase)]) == phrase for phrase in phrases):
            return True
    return False


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

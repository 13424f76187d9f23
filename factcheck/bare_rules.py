"""Two bare statements: what can be told exactly, before or against the model.

Another place is another happening; a figure that the evidence does not have is no agreement; one
statement that denies, or tells of the opposite direction, contradicts the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from factcheck.comparison import FORM, NONE, OPEN, REFUTES, Comparison
from factcheck.pairs import Near, places_relation
from factcheck.statement_features import FALLING, NEGATION, RISING, masked_order

SUPPORTS, REFUTED, NOT_ENOUGH = "supports", "refutes", "not enough"
SURE = 0.9
"""How far a rule moves the probabilities: about as often as these were right on pages held out."""
_ONE_SENTENCE: Final = 0.72  # likeness of all words, numbers left out
_NO_VERB: Final = re.compile(r"\b(?:no one|nobody|none|no)\b", re.IGNORECASE)

Rule = Callable[[Comparison], str | None]


def other_place(c: Comparison) -> str | None:
    """Each statement names a place, and they lie apart: nothing is said of the claim's."""
    own = {place for figure in c.claim.figures if figure.claim for place in figure.claim.places}
    other = {
        place for figure in c.evidence.figures if figure.claim for place in figure.claim.places
    }
    if len(own) != 1 or len(other) != 1 or not _alike(c):
        return None
    apart = places_relation(tuple(own), tuple(other)) is Near.OTHER
    return NOT_ENOUGH if apart else None


def no_figure(c: Comparison) -> str | None:
    """The evidence has no figure that any of the claim's could be held against."""
    counted = [item for item in c.nearest if item.figure.dimension != "ordinal"]
    if not counted or any(item.other is not None for item in c.nearest + c.aligned):
        return None
    if c.days and REFUTES not in c.days:
        return None
    return NOT_ENOUGH if _alike(c) else None


def denied(c: Comparison) -> str | None:
    """One statement denies what the other says, in the same words and with the same figures."""
    own, other = c.claim.text, c.evidence.text
    if bool(NEGATION.search(own)) == bool(NEGATION.search(other)):
        return None
    if _NO_VERB.search(own) or _NO_VERB.search(other) or not _alike(c):
        return None
    return REFUTED if NONE not in c.stands and REFUTES not in c.stands else None


def turned(c: Comparison) -> str | None:
    """The same figure for the opposite direction: up 12 percent beside down 12 percent."""
    up, down = (bool(p.search(c.claim.text)) for p in (RISING, FALLING))
    rose, fell = (bool(p.search(c.evidence.text)) for p in (RISING, FALLING))
    opposite = (up and not down and fell and not rose) or (down and not up and rose and not fell)
    return REFUTED if opposite and c.stands and NONE not in c.stands and _alike(c) else None


def meeting(c: Comparison) -> str | None:
    """One sentence in which each figure admits the other's: "at least 9" beside 12."""
    if not c.stands or OPEN not in c.stands or not _alike(c):
        return None
    return SUPPORTS if all(stand in (SUPPORTS, FORM, OPEN) for stand in c.stands) else None


def _alike(c: Comparison) -> bool:
    """Whether the two are nearly one sentence, numbers left out: the rules are for variants of
    one statement, not for a claim beside a paragraph."""
    return masked_order(c) >= _ONE_SENTENCE


RULES: Final[tuple[Rule, ...]] = (other_place, no_figure, denied, turned, meeting)


def settled(compared: Comparison) -> str | None:
    """What the first rule that speaks says; None where none does."""
    return next((said for rule in RULES if (said := rule(compared)) is not None), None)


def mixed(compared: Comparison, scores: Mapping[str, float]) -> dict[str, float]:
    """The model's probabilities, moved to what a rule settles."""
    return moved(settled(compared), scores)


def moved(said: str | None, scores: Mapping[str, float]) -> dict[str, float]:
    """Probabilities moved to what a rule says, if one does."""
    if said is None:
        return dict(scores)
    found = {name: (1 - SURE) * score for name, score in scores.items()}
    found[said] += SURE
    return found

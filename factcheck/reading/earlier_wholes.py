"""Counts that a later sentence tells of a part of those told before: "The fire killed eight people.
Six died at the scene and two in hospital"."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from typing import Final

from claims_db.kinds import Counting, kinds
from claims_db.records import Bound, Claim, Role, Window
from factcheck.rules.counting import UNCOUNTED, Counted
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_TOTALS: Final = words("later_parts.totals")
_TOTALS_MARK: Final = mark_of(_TOTALS)
_NEGATIONS: Final = words("later_parts.negations")
_AUXILIARIES: Final = words("later_parts.auxiliaries")
_VICTIMS: Final = words("later_parts.victims")
_SPOT: Final = words("later_parts.spot")
KEPT: Final = 4
"""Counts of each kind that a part may be one of: the first of the text and the latest."""
_FEWEST: Final = 3
"""The least count that is told in parts."""
_VERB_REACH: Final = 3  # tokens from a bare number to its verb
_CAUSE_REACH: Final = 4  # tokens from the harm to "when", "by" or "another": harm of its own
# Words for those harmed of whom some are told: "seven of the wounded".
_HARMED: Final = {kind: words(f"later_parts.{kind}") for kind in ("killed", "wounded")}
_THEM: Final = frozenset({"them", "these", "those"})
_NAMED_REACH: Final = 3  # tokens from "of the" to the end of these
_OF_ITS_OWN: Final = frozenset({"when", "by", "another", "separate", "earlier"})
_OTHERS: Final = frozenset({"earlier", "another", "separate", "previous"})
_SPOT_REACH: Final = 6  # and from there to where it happened


class Wholes:
    """The counts of people told so far in a document, by kind, and the kinds of all of them."""

    __slots__ = ("harms", "told")

    def __init__(self) -> None:
        self.told: dict[str, list[Claim]] = {}
        self.harms: set[str] = set()  # the kinds of harm that any count was told of

    def link(
        self, tokens: Tokens, items: Sequence[Counted], found: list[Claim], past: Set[str]
    ) -> list[Claim]:
        """The claims of a sentence's items, in their order, those that are parts of a count told
        before linked to it; the others may be wholes of what is told next, but for those of an
        earlier day (`past`, by id)."""
        for kind in {claim.kind for claim in found if self._may_part(claim)}:
            own = [
                k
                for k, claim in enumerate(found)
                if _is_count(claim, kind) and claim.id not in past
            ]
            whole = self._sum(kind, [found[k] for k in own]) if len(own) > 1 else None
            for k in own:
                over = whole or self._over(found[k])
                alone = self.harms <= {kind}
                parted = whole is not None or _is_of_those_before(tokens, items[k], alone)
                if over is not None and parted:
                    found[k] = replace(found[k], part_of=over.id)
        for claim in found:
            if claim.unit == "person":
                self.harms.add(claim.kind)
            if _is_whole(claim) and claim.id not in past:
                told = self.told.setdefault(claim.kind, [])
                told.append(claim)
                if len(told) > KEPT:
                    del told[1]
        return found

    def _may_part(self, claim: Claim) -> bool:
        return claim.kind in self.told and claim.part_of is None

    def _sum(self, kind: str, parts: Sequence[Claim]) -> Claim | None:
        """The count that the parts come to, none of them by a bound."""
        if any(claim.value.bound is not Bound.EXACT for claim in parts):
            return None
        come_to = sum(claim.value.stated or 0.0 for claim in parts)
        return next((claim for claim in self.told[kind] if claim.value.stated == come_to), None)

    def _over(self, part: Claim) -> Claim | None:
        """The latest higher count of the same time and place, by the same voice."""
        stated = part.value.stated or 0.0
        for whole in reversed(self.told[part.kind]):
            if (whole.value.stated or 0.0) > stated:
                return whole if _is_of_one_setting(whole, part) else None
        return None


def _is_count(claim: Claim, kind: str) -> bool:
    """Whether it is a number of people that may be a part: told as it stands now, not as more."""
    if claim.kind != kind or claim.part_of is not None or claim.role is not Role.CURRENT:
        return False
    return bool(claim.value.stated) and not claim.change and not claim.per


def _is_whole(claim: Claim) -> bool:
    kind = kinds()[claim.kind]
    if not kind.of_people or kind.counting is Counting.FIXED:
        return False
    return _is_count(claim, claim.kind) and (claim.value.stated or 0.0) >= _FEWEST


def _is_of_one_setting(whole: Claim, part: Claim) -> bool:
    if part.places != whole.places:
        return False
    if None not in (part.happening, whole.happening) and part.happening != whole.happening:
        return False
    if part.when is not None and not _is_within(part.when, whole.when):
        return False
    voices = (whole.attribution, part.attribution)
    return None in voices or whole.attribution == part.attribution


def _is_within(part: Window, whole: Window | None) -> bool:
    """Whether the one stretch of time lies in the other: the past week in this year."""
    return whole is not None and whole.start <= part.start and part.end <= whole.end


def _is_of_those_before(tokens: Tokens, item: Counted, alone: bool) -> bool:
    """Whether the words tell of some of those counted before: a number without a noun as the
    subject of the harm ("six died in their cars"), victims who died on the spot, some of those
    harmed ("seven of the wounded"), or of "them", where that harm is told of `alone`."""
    quantity, trigger = item.quantity, item.trigger
    if trigger is None or item.kind == UNCOUNTED or quantity.implied or quantity.more:
        return False
    if _tells_total(tokens):
        return False
    if quantity.partitive and item.kind in _HARMED:  # "seven of the badly wounded"
        named = tokens.words[quantity.last_number : quantity.last + _NAMED_REACH]
        taken_up = alone and not _THEM.isdisjoint(named[:2])
        return taken_up or not _HARMED[item.kind].isdisjoint(named)
    if trigger.first < quantity.last:
        return False
    if not _OF_ITS_OWN.isdisjoint(tokens.words[trigger.last : trigger.last + _CAUSE_REACH]):
        return False
    if not _OTHERS.isdisjoint(tokens.words[quantity.first : trigger.first]):
        return False
    if not _NEGATIONS.isdisjoint(tokens.words[max(0, quantity.first - 2) : quantity.first]):
        return False
    if quantity.head in _VICTIMS:
        reach = tokens.words[trigger.first : trigger.last + _SPOT_REACH]
        return not _SPOT.isdisjoint(reach)
    if quantity.head is not None or quantity.person is not None or quantity.unit is not None:
        return False
    between = tokens.words[quantity.last : trigger.first]
    near = len(between) <= _VERB_REACH and _AUXILIARIES.issuperset(between)
    return near or item.via not in ("adjacent_right", "active_left", "noun")


def _tells_total(tokens: Tokens) -> bool:
    """ "In all, 34 died": a count of everyone."""
    if tokens.holds(_TOTALS_MARK):
        return True
    words = tokens.words
    return any(word == "all" and is_at(words, i, "in") for i, word in enumerate(words[1:]))

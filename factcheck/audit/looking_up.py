"""Documents with their claims → what the record holds on each claim, by one join for all of them,
and one more for those of a place that has a namesake."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims_db.lookup import Found
from claims_db.records import Claim, Prior
from claims_db.store import Store
from factcheck.audit.parts import Item
from factcheck.audit.weighing import View
from factcheck.judging import vouching
from factcheck.setting import namesakes


class Held:
    """A claim, told of the place that it means, with the priors that its view takes; the others
    are fetched as they are asked for."""

    __slots__ = ("_found", "_number", "claim", "view")

    def __init__(self, claim: Claim, view: View, found: Found, number: int) -> None:
        self.claim = claim
        self.view = view
        self._found = found
        self._number = number

    @property
    def taken(self) -> list[Prior]:
        """The priors that may be held against the claim, best first."""
        return self._found.taken(self._number)

    @property
    def every(self) -> list[Prior]:
        """All that came up for the claim, best first."""
        return self._found.every(self._number)


def looked_up(items: Sequence[Item], store: Store, *, hindsight: bool) -> dict[int, Held]:
    """What the record holds on the claims of these documents that may have a record, by the `id` of
    the claim; those on which it holds nothing are left out."""
    views = [View(document, None if hindsight else document.published) for document, _ in items]
    asked = [
        (claim, view)
        for view, (_, claims) in zip(views, items, strict=True)
        for claim in claims
        if claim.checkable and vouching.has_record(claim)
    ]
    keys = [id(claim) for claim, _ in asked]
    held = _joined(keys, asked, store)
    meant: dict[int, tuple[Claim, View]] = {}
    known = set(keys)
    for view, (_, claims) in zip(views, items, strict=True):
        for claim, other in _namesakes(view, [one for one in claims if id(one) in known], held):
            meant[id(claim)] = other, view
    if meant:
        held |= _joined(list(meant), list(meant.values()), store)
    return held


def fetch(held: Iterable[Held]) -> None:
    """Gets all priors of these claims at hand, together."""
    numbers: dict[int, tuple[Found, list[int]]] = {}
    for one in held:
        numbers.setdefault(id(one._found), (one._found, []))[1].append(one._number)
    for found, own in numbers.values():
        found.fetch(own)


def _joined(
    keys: Sequence[int], asked: Sequence[tuple[Claim, View]], store: Store
) -> dict[int, Held]:
    found = store.candidates_in_bulk(
        [claim for claim, _ in asked], views=[view for _, view in asked]
    )
    return {
        key: Held(claim, view, found, n)
        for n, (key, (claim, view)) in enumerate(zip(keys, asked, strict=True))
        if found.taken(n)
    }


def _namesakes(
    view: View, claims: Sequence[Claim], held: dict[int, Held]
) -> list[tuple[Claim, Claim]]:
    """The claims of a document of whose place the record holds nothing, each with what it is if the
    text means the place's namesake."""
    heard = {claim.places[0] for claim in claims if claim.places and id(claim) in held}
    silent = [one for one in claims if one.places and one.places[0] not in heard]
    if not silent:
        return []
    meant = namesakes.of(view.document, silent)
    return [(claim, meant[claim.id]) for claim in silent if claim.id in meant]

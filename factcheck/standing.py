"""How a figure stands in its own text: status (confirmed, feared …) and role (current, previous …)."""

from __future__ import annotations

from claims_db.records import Role, Status
from factcheck.counted import Counted
from factcheck.tokens import Tokens

STATUS_WORDS = {
    "confirmed": Status.CONFIRMED,
    "confirm": Status.CONFIRMED,
    "confirming": Status.CONFIRMED,
    "verified": Status.CONFIRMED,
    "preliminary": Status.PRELIMINARY,
    "provisional": Status.PRELIMINARY,
    "provisionally": Status.PRELIMINARY,
    "initial": Status.PRELIMINARY,
    "unconfirmed": Status.PRELIMINARY,
    "presumed": Status.PRESUMED,
    "believed": Status.PRESUMED,
    "thought": Status.PRESUMED,
    "assumed": Status.PRESUMED,
    "feared": Status.FEARED,
    "fear": Status.FEARED,
    "fears": Status.FEARED,
    "fearing": Status.FEARED,
    "denied": Status.DENIED,
    "denies": Status.DENIED,
    "denying": Status.DENIED,
    "refuted": Status.DENIED,
    "dismissed": Status.DENIED,
    "disputed": Status.DENIED,
}
STATUS_REACH = 5
MODAL = frozenset(
    "could may might would will expected likely projected forecast feared fears fear predicted should threatened vowed planned plotting plotted attempted tried intended wanted threatening risk".split()
)
# Said of an earlier count, before or after the figure.
EARLIER = frozenset(
    "earlier previous previously initially initial originally original first formerly prior before".split()
)
EARLIER_NOUNS = frozenset(
    "count counts toll tally report reports figure figures estimate estimates number reported said put had announced believed".split()
)
PAST_CUE_REACH = 6


def status(tokens: Tokens, item: Counted) -> Status | None:
    """The status word that stands near the figure, before it or with its verb."""
    quantity = item.quantity
    last = (
        item.trigger.last
        if item.trigger is not None and item.trigger.first >= quantity.last
        else quantity.last
    )
    words = tokens.words
    low = max(0, quantity.first - STATUS_REACH)
    for i in (
        *range(quantity.first - 1, low - 1, -1),
        *range(quantity.last_number, min(last, quantity.last_number + 12)),
    ):
        word = words[i]
        if word in (";", ".") and i < quantity.first:
            break
        found = STATUS_WORDS.get(word)
        if found is None:
            continue
        if (
            found is Status.DENIED
            and i < quantity.first
            and not any(
                w in ("that", "killing", "of", "reports", "claims", "the", "wounding")
                for w in words[i + 1 : quantity.first + 1]
            )
        ):
            continue
        if word in ("initial", "believed", "thought", "dismissed", "disputed") and not _of_count(
            words, i
        ):
            continue
        return found
    return None


def _of_count(words: list[str], i: int) -> bool:
    near = words[i + 1 : i + 4]
    return any(
        w
        in (
            "to",
            "dead",
            "figures",
            "toll",
            "count",
            "estimate",
            "estimates",
            "reports",
            "report",
            "killed",
        )
        for w in near
    )


def role(tokens: Tokens, counted: list[Counted], k: int) -> Role:
    """Whether the figure is told as the count now, as one that stood before, as withdrawn or to come."""
    quantity = counted[k].quantity
    words = tokens.words
    before = words[max(0, quantity.first - PAST_CUE_REACH) : quantity.first]
    after = words[quantity.last : quantity.last + PAST_CUE_REACH]
    if _withdrawn(before, after):
        return Role.RETRACTED
    if _left_behind(words, counted, k, before, after):
        return Role.PREVIOUS
    if _to_come(tokens, counted[k], before):
        return Role.PROJECTED
    return Role.CURRENT


def _withdrawn(before: list[str], after: list[str]) -> bool:
    """ "275 and not 288", "instead of 291,000", "rather than 14"."""
    tail = before[-3:]
    if (
        tail[-1:] == ["not"]
        and "did" not in before
        and "was" not in before[-2:]
        and "were" not in before[-2:]
    ):
        return True
    return tail[-2:] in (["instead", "of"], ["rather", "than"], ["not", "the"])


def _left_behind(
    words: list[str], counted: list[Counted], k: int, before: list[str], after: list[str]
) -> bool:
    """ "from 41 to 31", "up from 6", "earlier reports had 14", "before, at least 115"."""
    quantity = counted[k].quantity
    tail = before[-3:]
    if "from" in tail[-2:] and quantity.unit is None:
        source = tail.index("from")
        if all(
            w in ("from", "the", "about", "an", "a", "earlier", "initial", "previous")
            for w in tail[source:]
        ):
            linked = (
                k + 1 < len(counted)
                and "to" in words[quantity.last : counted[k + 1].quantity.first + 1][:4]
            )
            lead = before[-5:]
            if linked or any(
                w
                in (
                    "up",
                    "down",
                    "rose",
                    "fell",
                    "dropped",
                    "revised",
                    "lowered",
                    "raised",
                    "rise",
                    "increased",
                    "decreased",
                    "adjusted",
                    "cut",
                    "climbed",
                    "jumped",
                )
                for w in lead
            ):
                return counted[k].kind != "count" or linked
            if k and counted[k - 1].kind == counted[k].kind != "count":
                return True
    if any(w in EARLIER for w in before) and any(w in EARLIER_NOUNS for w in before):
        clause = before[
            max((i for i, w in enumerate(before) if w in (";", ",", "and", ".")), default=-1) + 1 :
        ]
        if any(w in EARLIER for w in clause) and any(w in EARLIER_NOUNS for w in clause):
            return True
    if after[:2] in (["at", "first"], ["first", "reported"], ["at", "the"]) and (
        after[1] == "first" or after[2:3] == ["beginning"]
    ):
        return True
    if any(
        w in ("announced", "reported", "given", "estimated", "believed", "said", "feared")
        for w in after[:2]
    ) and any(w in ("earlier", "previously", "initially", "before", "last") for w in after[1:4]):
        return True
    return (
        before[-2:] == ["before", ","]
        or before[-2:] == ["before", ":"]
        or (before[-1:] == ["than"] and "lower" in before and "the" in after[:0])
    )


def _to_come(tokens: Tokens, item: Counted, before: list[str]) -> bool:
    """ "could surpass 20,000", "is expected to kill", "as many as 150 had been feared"."""
    quantity = item.quantity
    words = tokens.words
    if item.trigger is not None and item.trigger.first >= quantity.last:
        between = words[quantity.last : item.trigger.first]
        if any(w in ("could", "may", "might", "would") for w in between):
            return True
        if "will" in between:
            return True
    clause_start = max((i for i, w in enumerate(before) if w in (";", ".", ",")), default=-1) + 1
    clause = before[clause_start:]
    if item.trigger is not None and item.trigger.last <= quantity.first:
        low = max(0, item.trigger.first - 4)
        head = words[low : item.trigger.first]
        clause = [*head, *clause]
    modal = [w for w in clause if w in MODAL]
    if not modal:
        return False
    if item.kind in ("count", "age") or item.quantity.unit is not None:
        return False
    return any(
        w in ("could", "may", "might", "would", "will")
        or (w
        in (
            "expected",
            "likely",
            "projected",
            "forecast",
            "predicted",
            "threatened",
            "vowed",
            "plotted",
            "planned",
            "attempted",
            "tried",
        )
        and "to" in clause)
        for w in modal
    ) or (
        any(w in ("fears", "feared", "fear") for w in modal)
        and item.kind == "killed"
        and "have" not in clause
        and quantity.head is None
        and item.trigger is None
    )

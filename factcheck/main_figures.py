"""The document's own account of the happening it is about: per kind, the total it settles on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from claims_db.kinds import kinds
from claims_db.moments import overlaps
from claims_db.records import Bound, Claim, Document, Role, Window
from factcheck.claims import read_text
from factcheck.results import Main, MainFigure

HARM = ("killed", "wounded")
TITLE_WEIGHT = 4.0
LEAD_WEIGHT = 2.0
LEAD_LENGTH = 700  # characters of the text that count as its lead
SELF_HARM = ("himself", "herself", "own life", "themselves")
NEW_PERSON = ("a ", "an ", "another ", "one ", "two ")


@dataclass(slots=True)
class Account:
    """What a document says of one kind: written totals with their weight, and single victims."""

    totals: dict[float, float]
    claims: dict[float, list[Claim]]
    singles: list[Claim]
    zero: list[Claim]


def settle(document: Document, claims: Sequence[Claim]) -> Main:
    """The main figures of a document. Kinds it says nothing about are absent."""
    titled = read_text(document.title, document.published) if document.title else ()
    window = _window(claims)
    usable = [c for c in claims if _of_main(c, window)]
    figures: dict[str, MainFigure] = {}
    accounts = {kind: _account(kind, titled, usable) for kind in _people_kinds(claims, titled)}
    for kind, account in accounts.items():
        figure = _figure(account)
        if figure is not None:
            figures[kind] = figure
    _shot(figures)
    return Main(None, figures)


def _people_kinds(claims: Sequence[Claim], titled: Sequence[Claim]) -> list[str]:
    present = {c.kind for c in (*claims, *titled)}
    return [name for name, kind in kinds().items() if kind.of_people and name in present]


def _window(claims: Sequence[Claim]) -> Window | None:
    """The window of the happening: the one most claims of harm share."""
    count: Counter[Window] = Counter(c.when for c in claims if c.when and c.kind in HARM)
    return count.most_common(1)[0][0] if count else None


def _of_main(claim: Claim, window: Window | None) -> bool:
    """Whether a claim belongs to the document's own happening and stands as current."""
    if claim.role in (Role.PROJECTED, Role.RETRACTED, Role.PREVIOUS) or claim.per is not None:
        return False
    if window is None or claim.when is None or window.precision in ("month", "year"):
        return True
    if claim.when.precision in ("year", "month", "decade"):
        return overlaps(claim.when.start, claim.when.end, window.start, window.end)
    return overlaps(claim.when.start, claim.when.end, window.start, window.end, slack_days=3)


def _account(kind: str, titled: Sequence[Claim], usable: Sequence[Claim]) -> Account:
    account = Account(defaultdict(float), defaultdict(list), [], [])
    for claim in titled:
        if claim.kind == kind and claim.role is Role.CURRENT:
            _enter(account, claim, TITLE_WEIGHT)
    for claim in usable:
        if claim.kind == kind:
            _enter(account, claim, LEAD_WEIGHT if claim.start < LEAD_LENGTH else 1.0)
    return account


def _enter(account: Account, claim: Claim, weight: float) -> None:
    stated = claim.value.stated
    if stated == 0:
        account.zero.append(claim)
    elif implied(claim):
        account.singles.append(claim)
    elif claim.part_of is None and claim.change is None:
        amount = stated if stated is not None else claim.value.low
        if amount is not None:
            account.totals[amount] += weight
            account.claims[amount].append(claim)


def implied(claim: Claim) -> bool:
    """Whether the claim counts one person without a number: "a man", a name."""
    first = claim.value.text.lower().split()[:1]
    if not first or claim.value.stated != 1:
        return False
    return not (first[0] in ("one", "1") or first[0][0].isdigit())


def _figure(account: Account) -> MainFigure | None:
    told = _one_by_one(account.singles)
    if account.totals:
        best = max(account.totals, key=lambda amount: (account.totals[amount], amount))
        heaviest = account.totals[best]
        larger = [a for a in account.totals if a > best and account.totals[a] >= heaviest * 0.5]
        if larger:
            best = max(larger)
        source = account.claims[best][0].value
        return MainFigure(
            source.low,
            source.high,
            source.stated,
            source.bound,
            tuple(c.id for c in account.claims[best] if c.start >= 0),
        )
    if told:
        return MainFigure(told, told, told, Bound.EXACT, tuple(c.id for c in account.singles))
    if account.zero:
        return MainFigure(0, 0, 0, Bound.EXACT, tuple(c.id for c in account.zero))
    return None


def _one_by_one(singles: Sequence[Claim]) -> int:
    """How many different people the single mentions tell of: each "another", else names and roles
    of a kind count once."""
    if not singles:
        return 0
    fresh = sum(1 for c in singles if c.value.text.lower().startswith("another"))
    introduced = {
        c.value.text.lower() for c in singles if c.value.text.lower().startswith(("a ", "an "))
    }
    names = {
        c.value.text.split()[-1]
        for c in singles
        if c.value.text[:1].isupper() and " " in c.value.text.strip()
    }
    same_sentence = Counter(c.sentence_start for c in singles)
    return max(
        1,
        len(introduced) if len(introduced) > 1 else 1,
        len(names) if len(names) > 1 else 1,
        max(same_sentence.values()),
    ) + fresh * (len(singles) > fresh)


def _shot(figures: dict[str, MainFigure]) -> None:
    """ "Five people were shot, two fatally": those shot and not dead are wounded."""
    shot = figures.get("casualties")
    if shot is None or shot.stated is None:
        return
    killed = figures.get("killed")
    dead = killed.stated if killed and killed.stated is not None else 0.0
    if "wounded" not in figures or _weaker(figures["wounded"], shot, dead):
        rest = shot.stated - dead
        if rest > 0:
            figures["wounded"] = MainFigure(rest, rest, rest, shot.bound, shot.claims)


def _weaker(wounded: MainFigure, shot: MainFigure, dead: float) -> bool:
    return (
        wounded.stated is not None
        and shot.stated is not None
        and wounded.stated + dead < shot.stated
    )

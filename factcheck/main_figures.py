"""The document's own account of the happening it is about: per kind, the total it settles on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from claims_db import moments
from claims_db.kinds import kinds
from claims_db.records import Bound, Claim, Document, Role, Value, Window
from factcheck import victims
from factcheck.claims import read_text
from factcheck.results import Main, MainFigure
from factcheck.victims import KILLED, SHOT, WOUNDED, Victim

OTHERS = re.compile(r"\s+(?:more\s+)?others?\b")
PARTITIVE = re.compile(r"\s+of\s+(?:the|those|these|them|his|her|their|its|whom)\b")
HOSPITAL_WEIGHT = 0.6  # of a count in hospital, as a count of the wounded
LONG_AGO = 60  # days before publication: another happening, where the document tells no window
HARM = ("killed", "wounded", "casualties", "hospitalised")
TITLE_WEIGHT = 4.0
LEAD_WEIGHT = 2.0
LEAD_LENGTH = 700  # characters of the text that count as its lead
RIVAL = 0.5  # a larger total with this share of the likeliest one's weight is taken instead


@dataclass(slots=True)
class Account:
    """What a document says of one kind: written totals with their weight, and denials."""

    weight: dict[float, float] = field(default_factory=lambda: defaultdict(float))
    claims: dict[float, list[Claim]] = field(default_factory=lambda: defaultdict(list))
    values: dict[float, Value] = field(default_factory=dict)
    zero: list[Claim] = field(default_factory=list)


def settle(document: Document, claims: Sequence[Claim]) -> Main:
    """The main figures of a document. Kinds it says nothing about are absent."""
    titled = read_text(document.title, document.published) if document.title else ()
    window = _window(claims)
    told = [(c, TITLE_WEIGHT) for c in titled if c.role is Role.CURRENT and c.per is None]
    told += [
        (c, LEAD_WEIGHT if c.start < LEAD_LENGTH else 1.0) for c in claims if _of_main(c, window)
    ]
    accounts = _accounts(told)
    one_by_one = victims.gather(c for c, _ in told if implied(c))
    figures = {kind: figure for kind, account in accounts.items() if (figure := _figure(account))}
    own = {claim.id for claim in claims}
    _add_victims(figures, one_by_one)
    _add_shot(figures)
    kept = {kind: _kept(figure, own) for kind, figure in figures.items()}
    return Main(None, kept)


def _kept(figure: MainFigure, own: set[str]) -> MainFigure:
    """The figure with the claims of the document's text only: a title has none."""
    ids = tuple(id for id in figure.claims if id in own)
    return MainFigure(figure.low, figure.high, figure.stated, figure.bound, ids)


def _window(claims: Sequence[Claim]) -> Window | None:
    """The window that most claims of harm share; none if most have none."""
    harm = [c for c in claims if c.kind in HARM]
    count: Counter[Window] = Counter(c.when for c in harm if c.when)
    if not count or 2 * sum(count.values()) < len(harm):
        return None
    return count.most_common(1)[0][0]


def _of_main(claim: Claim, window: Window | None) -> bool:
    """Whether a claim belongs to the document's own happening and stands as current."""
    if claim.role is not Role.CURRENT or claim.per is not None:
        return False
    if claim.when is None:
        return True
    if window is None or window.precision in ("month", "year"):
        told = moments.parse_or_none(claim.as_of)
        return told is None or (told.day - date.fromisoformat(claim.when.end)).days <= LONG_AGO
    slack = 0 if claim.when.precision in ("year", "month", "decade") else 3
    return moments.overlaps(
        claim.when.start, claim.when.end, window.start, window.end, slack_days=slack
    )


def _accounts(told: Sequence[tuple[Claim, float]]) -> dict[str, Account]:
    accounts: dict[str, Account] = defaultdict(Account)
    sentences: dict[tuple[str, str, float], list[Claim]] = defaultdict(list)
    for claim, weight in told:
        if not kinds()[claim.kind].of_people:
            continue
        kind = WOUNDED if claim.kind == SHOT and _follows(claim, OTHERS) else claim.kind
        if claim.value.stated == 0:
            accounts[kind].zero.append(claim)
        elif claim.part_of is None and claim.change is None and not _follows(claim, PARTITIVE):
            sentences[kind, claim.sentence, weight].append(claim)
            if not implied(claim):
                _enter(accounts[kind], claim.value, [claim], weight)
            if kind == "hospitalised" and not implied(claim):
                _enter(accounts[WOUNDED], claim.value, [claim], weight * HOSPITAL_WEIGHT)
    for (kind, _, weight), members in sentences.items():
        _enter_sum(accounts[kind], members, weight)
    return accounts


def _follows(claim: Claim, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern stands right behind the figure: "three others", "one of the victims"."""
    at = claim.end - claim.sentence_start
    return pattern.match(claim.sentence, at) is not None


def _enter(account: Account, value: Value, claims: list[Claim], weight: float) -> None:
    amount = value.stated if value.stated is not None else value.low
    if amount is not None:
        account.weight[amount] += weight
        account.claims[amount].extend(claims)
        account.values.setdefault(amount, value)


def _enter_sum(account: Account, members: list[Claim], weight: float) -> None:
    """ "a girl and four others", "two women and three children": parts that make a total."""
    if len(members) < 2 or all(implied(c) for c in members):
        return
    groups = [c.group for c in members if not implied(c)]
    singles = sum(1 for c in members if implied(c))
    stated = [c.value.stated for c in members]
    if None in stated or len(set(groups)) < len(groups) or (None in groups and not singles):
        return
    total = float(sum(amount for amount in stated if amount is not None))
    value = Value(total, total, total, Bound.EXACT, "")
    for claim in members:
        if not implied(claim) and claim.value.stated is not None:
            account.weight[claim.value.stated] -= weight
    _enter(account, value, members, weight)


def implied(claim: Claim) -> bool:
    """Whether the claim counts one person without a number: "a man", a name."""
    first = claim.value.text.lower().split()[:1]
    if not first or claim.value.stated != 1:
        return False
    return not (first[0] in ("one", "1") or first[0][0].isdigit())


def _figure(account: Account) -> MainFigure | None:
    totals = {amount: weight for amount, weight in account.weight.items() if weight > 0}
    if totals:
        best = max(totals, key=lambda amount: (totals[amount], amount))
        larger = [a for a in totals if a > best and totals[a] >= totals[best] * RIVAL]
        best = max(larger, default=best)
        value = account.values[best]
        ids = tuple(claim.id for claim in account.claims[best])
        return MainFigure(value.low, value.high, value.stated, value.bound, ids)
    if account.zero:
        return MainFigure(0, 0, 0, Bound.EXACT, tuple(claim.id for claim in account.zero))
    return None


def _add_victims(figures: dict[str, MainFigure], told: Sequence[Victim]) -> None:
    """Where no total is written, the victims told one by one; a "none" gives way to them."""
    for harm in (KILLED, WOUNDED, SHOT):
        members = [victim for victim in told if victim.harm == harm]
        known = figures.get(harm)
        if members and (known is None or known.stated == 0):
            figures[harm] = _counted(len(members), _ids(members))


def _ids(members: Iterable[Victim]) -> tuple[str, ...]:
    return tuple(claim.id for victim in members for claim in victim.claims)


def _counted(amount: float, ids: tuple[str, ...]) -> MainFigure:
    return MainFigure(amount, amount, amount, Bound.EXACT, ids)


def _add_shot(figures: dict[str, MainFigure]) -> None:
    """ "Five people were shot, two fatally": those shot and not dead are wounded."""
    shot = figures.get(SHOT)
    if shot is None or shot.stated is None:
        return
    dead = _stated(figures.get(KILLED))
    hurt = _stated(figures.get(WOUNDED))
    rest = shot.stated - dead
    if rest > hurt:
        figures[WOUNDED] = MainFigure(rest, rest, rest, shot.bound, shot.claims)


def _stated(figure: MainFigure | None) -> float:
    return figure.stated if figure is not None and figure.stated is not None else 0.0

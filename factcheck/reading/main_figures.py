"""The document's own account of the happening it is about: per kind, the total it settles on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from claims_db.records import Bound, Claim, Document, Value, Window
from factcheck.reading import toll_choice, tolls, victims
from factcheck.reading.claims import read_text
from factcheck.reading.own_claims import (
    LEAD_LENGTH,
    OTHERS,
    OTHERS_OPEN,
    PARTITIVE,
    PARTITIVE_OPENS,
    follows,
    implied,
    is_of_main,
    is_told,
    window_of,
)
from factcheck.reading.toll import Toll, Tolls
from factcheck.reading.victims import KILLED, SHOT, WOUNDED, Victim
from factcheck.results import Main, MainFigure
from factcheck.text.lexicon import lexicon

HOSPITAL_WEIGHT: Final = 0.6  # of a count in hospital, as a count of the wounded
TITLE_WEIGHT: Final = 4.0
LEAD_WEIGHT: Final = 2.0
RIVAL: Final = 0.5  # a larger total with this share of the likeliest one's weight is taken instead


class Account:
    """What a document says of one kind: written totals with their weight, and denials."""

    __slots__ = ("claims", "values", "weight", "zero")

    def __init__(self) -> None:
        self.weight: defaultdict[float, float] = defaultdict(float)
        self.claims: defaultdict[float, list[Claim]] = defaultdict(list)
        self.values: dict[float, Value] = {}
        self.zero: list[Claim] = []


def settle(
    document: Document, claims: Sequence[Claim], chooser: toll_choice.Chooser | None = None
) -> Main:
    """The main figures of a document. Kinds it says nothing about are absent. Stories of shootings
    have their killed and wounded chosen by learned weights, the shipped ones by default."""
    titled = read_text(document.title, document.published) if document.title else ()
    window = window_of(claims)
    figures = by_rule(titled, claims, window)
    if tolls.is_of_shooting(document):
        evidence = tolls.read(document, titled, claims, window, figures)
        _choose(figures, evidence, chooser or toll_choice.shipped())
    own = {claim.id for claim in claims}
    kept = {kind: _kept(figure, own) for kind, figure in figures.items()}
    return Main(None, kept)


def by_rule(
    titled: Sequence[Claim], claims: Sequence[Claim], window: Window | None
) -> dict[str, MainFigure]:
    """The figures that rules settle on: of the claims of a title and a text, and the window that
    most of these share."""
    told = [(c, TITLE_WEIGHT) for c in titled if is_told(c)]
    told += [
        (c, LEAD_WEIGHT if c.start < LEAD_LENGTH else 1.0) for c in claims if is_of_main(c, window)
    ]
    accounts = _accounts(told)
    figures = {kind: figure for kind, account in accounts.items() if (figure := _figure(account))}
    _add_victims(figures, victims.gather(c for c, _ in told if implied(c)))
    _add_shot(figures)
    return figures


def _choose(figures: dict[str, MainFigure], evidence: Tolls, chooser: toll_choice.Chooser) -> None:
    """Sets killed and wounded to the likeliest pair; what the rules settled alike stays."""
    amounts = chooser.choose(evidence)
    for kind, toll, amount in zip(
        (KILLED, WOUNDED), (evidence.killed, evidence.wounded), amounts, strict=True
    ):
        if amount == 0 and not toll.denials:
            figures.pop(kind, None)
        elif kind not in figures or figures[kind].stated != amount:
            figures[kind] = _chosen(toll, evidence.shot, amount)


def _chosen(toll: Toll, shot: Toll, amount: float) -> MainFigure:
    """A figure with the claims that tell it: written, denied, or of one person each."""
    if amount == 0:
        return _counted(0.0, tuple(claim.id for claim in toll.denials))
    told = [*toll.claims.get(amount, ()), *shot.claims.get(amount, ())]
    written = next((c.value for c in told if c.value.stated == amount), None)
    singles = [*toll.claims.get(1.0, ()), *shot.claims.get(1.0, ())]
    ids = tuple(claim.id for claim in told or singles)
    if written is None:
        return _counted(amount, ids)
    return MainFigure(written.low, written.high, amount, written.bound, ids)


def _kept(figure: MainFigure, own: set[str]) -> MainFigure:
    """The figure with the claims of the document's text only: a title has none."""
    ids = tuple(id for id in figure.claims if id in own)
    return MainFigure(figure.low, figure.high, figure.stated, figure.bound, ids)


def _accounts(told: Sequence[tuple[Claim, float]]) -> dict[str, Account]:
    accounts: dict[str, Account] = defaultdict(Account)
    sentences: dict[tuple[str, str, float], list[Claim]] = defaultdict(list)
    kind_of = {claim.id: claim.kind for claim, _ in told}
    for claim, weight in told:
        if claim.kind not in lexicon().of_people:
            continue
        kind = WOUNDED if claim.kind == SHOT and follows(claim, OTHERS, OTHERS_OPEN) else claim.kind
        if claim.value.stated == 0:
            accounts[kind].zero.append(claim)
        elif (
            kind_of.get(claim.part_of or "") != claim.kind  # "five shot, two fatally": all the dead
            and (claim.change is None or implied(claim))
            and not follows(claim, PARTITIVE, PARTITIVE_OPENS)
        ):
            sentences[kind, claim.sentence, weight].append(claim)
            if not implied(claim):
                _enter(accounts[kind], claim.value, [claim], weight)
            if kind == "hospitalised" and not implied(claim):
                _enter(accounts[WOUNDED], claim.value, [claim], weight * HOSPITAL_WEIGHT)
    for (kind, _, weight), members in sentences.items():
        _enter_sum(accounts[kind], members, weight)
    return accounts


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
        return MainFigure(0.0, 0.0, 0.0, Bound.EXACT, tuple(claim.id for claim in account.zero))
    return None


def _add_victims(figures: dict[str, MainFigure], told: Sequence[Victim]) -> None:
    """Where no total is written, the victims told one by one; a "none" gives way to them."""
    for harm in (KILLED, WOUNDED, SHOT):
        members = [victim for victim in told if victim.harm == harm]
        known = figures.get(harm)
        if members and (known is None or known.stated == 0):
            figures[harm] = _counted(float(len(members)), _ids(members))


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

"""Two statements → how the first stands to the second, without a store.

With dates, a kind or single figures given, the figures are judged like a claim and a prior. Two
bare statements are judged as wholes by a model of how their figures stand and how much of the
one the other says: a figure without a counterpart is no agreement.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from claims_db import moments
from claims_db.errors import InputError
from claims_db.kinds import ancestors, family, named
from claims_db.records import Bound, Claim, Place, Prior, Report, Value, Window
from factcheck.bare import bare_rules, statement_features
from factcheck.bare.printed import Printed, printed
from factcheck.bare.printed_comparison import FORM, NONE, REFUTES, SUPPORTS, Held
from factcheck.bare.statement_pair import StatementPair
from factcheck.judging import experts, relation
from factcheck.judging.alignment import align, dimension, joined, statement
from factcheck.judging.experts import Experts
from factcheck.judging.model import Model, shipped
from factcheck.judging.pairs import Pair
from factcheck.judging.wording import numbers, shared_names, similarity
from factcheck.learned import models_dir
from factcheck.reading.claims import read_text
from factcheck.reading.figure_claims import TOLD_OF_COUNTRIES
from factcheck.results import WORST_FIRST, Judgement, Relation
from factcheck.setting import places

BOUND_WORDS = {
    Bound.MORE_THAN: "more than",
    Bound.LESS_THAN: "less than",
    Bound.AT_LEAST: "at least",
    Bound.AT_MOST: "at most",
    Bound.ABOUT: "about",
    Bound.VAGUE: "nearly",
}
FILE = "statements.json"
TIED = 0.35  # likeness of two statements, numbers masked, from which they tell of one thing
STILL_TOLD_DAYS = 45  # statements this far apart may still tell of one happening
UNTIED_DAYS = 7  # and these where one leaves the place unsaid and they share no name
BEFORE_TOLD_DAYS = 3  # a figure is mostly told of the days before
MOST_UNPRINTED = 2  # "a man", "both brothers", "no one": a count that prints no number
_RELATIONS = tuple(Relation)  # an enum is slow to go through
SAME = 1e-6  # relative difference below which a figure is the one that was singled out


def compare(
    claim: str,
    evidence: str,
    *,
    claim_date: str | None = None,
    evidence_date: str | None = None,
    kind: str | None = None,
    claim_value: float | None = None,
    evidence_value: float | None = None,
) -> Judgement:
    """How `claim` stands to `evidence`. `kind` limits it to figures of that kind or its alias;
    the values single out one figure each. Raises InputError for an unknown kind."""
    asked = Question(claim, evidence, claim_date, evidence_date, kind, claim_value, evidence_value)
    for text, value, where in (
        (claim, claim_value, "claim_value"),
        (evidence, evidence_value, "evidence_value"),
    ):
        if value is not None and not _printed(text, value):
            raise InputError(
                f"the figure {value:g} is not in the statement",
                where=where,
                mend="Give a value that stands there",
            )
    return answer(asked, shipped())


@dataclass(frozen=True, slots=True)
class Question:
    """What `compare` is asked."""

    claim: str
    evidence: str
    claim_date: str | None = None
    evidence_date: str | None = None
    kind: str | None = None
    claim_value: float | None = None
    evidence_value: float | None = None


def answer(asked: Question, model: Model) -> Judgement:
    """`compare` with the model of pairs given, which need not be the shipped one. Values are taken
    at their word, whether or not the statement prints them."""
    claim, evidence = asked.claim, asked.evidence
    for text, where in ((claim, "the claim"), (evidence, "the evidence")):
        if not text.strip():
            raise InputError("there is no text", where=where, mend="Give a statement")
    chosen = asked.kind or asked.claim_value is not None or asked.evidence_value is not None
    if not (chosen or asked.claim_date or asked.evidence_date):
        return _bare(StatementPair(claim, evidence))
    for day, where in ((asked.claim_date, "claim_date"), (asked.evidence_date, "evidence_date")):
        _checked(day, where)
    ours, theirs = _asked_for(asked)
    if not ours or not theirs:
        return _uncounted(
            claim,
            evidence,
            "neither statement has a figure to compare"
            if not ours
            else "the evidence has no such figure",
        )
    judged = [_figure(item, theirs, asked, model) for item in ours]
    return min(judged, key=lambda judgement: WORST_FIRST.index(judgement.relation))


def pair_of(asked: Question, *, on_common_ground: bool = True) -> Pair | None:
    """The first figure asked for beside its counterpart, as `answer` judges them, or each with
    no more than its own text tells; None where a statement lacks it."""
    try:
        ours, theirs = _asked_for(asked)
    except InputError:
        return None
    return _paired(ours[0], theirs, asked, on_common_ground) if ours and theirs else None


def _checked(day: str | None, where: str) -> None:
    """Raises InputError for a day that is no date, naming which of the two it is."""
    if day is None:
        return
    try:
        moments.parse(day)
    except InputError as error:
        raise InputError(error.what, where=where, mend=error.mend) from error


# --- figures singled out ------------------------------------------------------------------------


def _asked_for(asked: Question) -> tuple[list[Claim], list[Claim]]:
    """The figures of both statements that are asked for."""
    wanted = named(asked.kind).name if asked.kind else None
    claim, evidence = asked.claim, asked.evidence
    day, other_day = asked.claim_date, asked.evidence_date
    return (
        _chosen(read_text(joined(claim), day), wanted, asked.claim_value, claim, day),
        _chosen(
            read_text(joined(evidence), other_day),
            wanted,
            asked.evidence_value,
            evidence,
            other_day,
        ),
    )


def _chosen(
    claims: tuple[Claim, ...], kind: str | None, value: float | None, text: str, date: str | None
) -> list[Claim]:
    """The figures asked for: of the kind, of the value; a value that reading missed or took for
    another kind is taken at its word."""
    found = [c for c in claims if c.kind != "date" and (kind is None or c.kind in family(kind))]
    exact = [c for c in found if c.kind == kind] or found
    if value is None:
        return [c for c in exact if c.checkable] or exact
    for chosen in (exact, found):
        same = [c for c in chosen if _is_value(c.value, value)]
        if same:
            return [_as_kind(same[0], kind)]
    other = [c for c in claims if _is_value(c.value, value)]
    if kind is not None:
        other = [_counted_as(c, kind) for c in other if _may_be(c, kind)]
    if other:
        return other[:1]
    return [_told(claims, kind or "count", value, text, date)]


def _counted_as(claim: Claim, kind: str) -> Claim:
    """A figure of another kind taken for one; what flew is told of the country, as in reading."""
    taken = replace(claim, kind=kind, unit=None)
    if kind not in TOLD_OF_COUNTRIES or any(p.name in claim.sentence for p in claim.places):
        return taken
    wide = (places.country_of(place) or place for place in claim.places)
    return replace(taken, places=tuple(dict.fromkeys(wide)))


def _as_kind(claim: Claim, kind: str | None) -> Claim:
    """A figure of a wider kind, taken for the kind that was asked for: the dead or missing."""
    wider = kind is not None and claim.kind in ancestors(kind)
    return replace(claim, kind=kind) if wider and kind is not None else claim


def _is_value(written: Value, value: float) -> bool:
    return any(
        n is not None and abs(n - value) <= SAME * max(1.0, abs(value))
        for n in (written.stated, written.low, written.high)
    )


def _may_be(claim: Claim, kind: str) -> bool:
    """Whether a figure of one kind may be read as another: a bare count as anything, but not a
    percentage or an age as the dead."""
    return claim.kind == "count" or dimension(replace(claim, kind=kind)) == dimension(claim)


def _told(claims: tuple[Claim, ...], kind: str, value: float, text: str, date: str | None) -> Claim:
    """A figure that is known to stand in the text but was not read: placed by its neighbours."""
    near = next((c for c in claims if c.kind == kind), claims[0] if claims else None)
    exact = Value(value, value, value, Bound.EXACT, f"{value:,.10g}")
    if near is not None:
        told = _sentence_with(value, text) or near.sentence
        near = replace(near, kind=kind, value=exact, group=None, part_of=None, change=None)
        return near if told == near.sentence else replace(near, sentence=told, attribution=None)
    read = read_text(f"{joined(text)}\n{value:,.10g}", date)
    if read:
        return replace(read[-1], kind=kind, value=exact, sentence=text)
    raise InputError(
        f"the figure {value:g} is not in the statement", mend="Give a value that stands there"
    )


def _sentence_with(value: float, text: str) -> str | None:
    """The first sentence of the text that prints the number."""
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z(])", text)
    return next((told for told in sentences if value in numbers(told)), None)


def _printed(text: str, value: float) -> bool:
    """Whether a statement prints a number, or tells of so few that it needs none: "a man"."""
    told: set[float] = {number.value for number in printed(text).numbers}
    told |= {number.raw for number in printed(text).numbers} | numbers(text)
    told |= {number.high for number in printed(text).numbers if number.high is not None}
    return value <= MOST_UNPRINTED or any(
        abs(number - value) <= SAME * max(1.0, abs(value)) for number in told
    )


def _figure(item: Claim, theirs: list[Claim], asked: Question, model: Model) -> Judgement:
    pair = _paired(item, theirs, asked)
    if pair is None:
        return _uncounted(asked.claim, asked.evidence, "the evidence has no figure for the same")
    return relation.judged(pair, model)


def _paired(
    item: Claim, theirs: list[Claim], asked: Question, on_common_ground: bool = True
) -> Pair | None:
    """The figure beside its counterpart among theirs."""
    other = theirs[0] if len(theirs) == 1 else _counterpart(item, theirs, asked)
    if other is None:
        return None
    ours, shared = _common_ground(item, other) if on_common_ground else (item, other)
    prior = Prior(shared, Report(id="evidence", published=asked.evidence_date))
    return Pair(ours, prior, asked.claim_date, assumed=(ours, shared) != (item, other))


def _common_ground(item: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Two statements set beside each other are taken to tell of one happening unless their
    places, times or types speak against it: what only one of them tells holds for both."""
    if _apart(item, other):
        return item, other
    unplaced = not (item.places and other.places)
    item, other = _placed(item, other), _placed(other, item)
    if unplaced and item.when is None and other.when is None:
        told = _about(item, other)
        item, other = replace(item, when=told), replace(other, when=told)
    return item, other


def _placed(item: Claim, other: Claim) -> Claim:
    if item.places:
        return item
    here = other.places or (Place("the place told of"),)
    happening = item.happening or other.happening
    return replace(item, places=here, when=item.when or other.when, happening=happening)


def _told_days(item: Claim, other: Claim) -> tuple[date, date] | None:
    """The days that the two were told, the earlier first; None where one is not known."""
    told = [moments.parse_or_none(claim.as_of) for claim in (item, other)]
    days = sorted(moment.day for moment in told if moment is not None)
    return (days[0], days[1]) if len(days) == 2 else None


def _apart(item: Claim, other: Claim) -> bool:
    """Whether the two were told too long after each other to share what they leave unsaid."""
    days = _told_days(item, other)
    if days is None:
        return False
    untied = not (item.places and other.places) and not (
        shared_names(item.sentence, other.sentence) or 0.0
    )
    return (days[1] - days[0]).days > (UNTIED_DAYS if untied else STILL_TOLD_DAYS)


def _about(item: Claim, other: Claim) -> Window | None:
    """The days before the earlier of the two was told."""
    days = _told_days(item, other)
    if days is None:
        return None
    first = days[0] - timedelta(days=BEFORE_TOLD_DAYS)
    return Window(first.isoformat(), days[0].isoformat(), "day")


def _counterpart(item: Claim, theirs: list[Claim], asked: Question) -> Claim | None:
    """The figure of the evidence that counts the same, by words alone."""
    ours, other = statement(asked.claim, None), statement(asked.evidence, None)
    for aligned in align(ours, other):
        own = aligned.figure.claim
        if (
            own is not None
            and own.start == item.start
            and aligned.other is not None
            and aligned.other.claim is not None
        ):
            found = [c for c in theirs if c.start == aligned.other.claim.start]
            if found:
                return found[0]
    same = [c for c in theirs if c.kind == item.kind]
    return same[0] if same else None


def _uncounted(claim: str, evidence: str, why: str) -> Judgement:
    """A figure without a counterpart: another scope where the statements are tied."""
    tied = (similarity(claim, evidence) or 0.0) >= TIED or (
        shared_names(claim, evidence) or 0.0
    ) > 0
    found = Relation.DIFFERENT_SCOPE if tied else Relation.DIFFERENT_EVENT
    rest = dict.fromkeys(Relation, 0.02)
    rest[found] = 1.0 - 0.02 * (len(Relation) - 1)
    return Judgement(found, rest, 0.08, 0.5, f"{why[0].upper()}{why[1:]}.")


# --- two bare statements ------------------------------------------------------------------------


@lru_cache(maxsize=1)
def shipped_experts() -> Experts:
    """The model of bare statements that the package ships."""
    return experts.load(models_dir() / FILE, statement_features.columns())


def _bare(pair: StatementPair) -> Judgement:
    scores = bare_rules.mixed(
        pair, shipped_experts().probabilities(statement_features.vector(pair))
    )
    own, other = pair.claim_words, pair.evidence_words
    tied = pair.of_sets / 100.0 >= TIED or bool(own.names & other.content)
    likeliest = max(scores, key=lambda name: scores[name])
    return judgement(pair, scores, likeliest, tied)


def judgement(
    pair: StatementPair, scores: dict[str, float], likeliest: str, tied: bool
) -> Judgement:
    """Three classes as six relations: bare statements have no time, so nothing is an update."""
    apart = Relation.DIFFERENT_SCOPE if tied else Relation.DIFFERENT_EVENT
    chosen = {"supports": Relation.CONSISTENT, "refutes": Relation.CONFLICT}.get(likeliest, apart)
    probabilities = dict.fromkeys(_RELATIONS, 0.0)
    probabilities[Relation.CONSISTENT] = scores["supports"]
    probabilities[Relation.CONFLICT] = scores["refutes"]
    probabilities[apart] = scores["not enough"]
    decided = scores["supports"] + scores["refutes"]
    return Judgement(
        chosen,
        probabilities,
        match_confidence=decided,
        consistency=scores["supports"] / decided if decided else 0.5,
        why=_why(pair, chosen),
    )


def _why(pair: StatementPair, chosen: Relation) -> str:
    wanted = {Relation.CONFLICT: (REFUTES,), Relation.CONSISTENT: (SUPPORTS, FORM)}.get(
        chosen, (NONE,)
    )
    for held in (*pair.printed.aligned, *pair.printed.nearest):
        if held.stand in wanted:
            return _number_why(held, chosen)
    if chosen is Relation.CONFLICT:
        return "The evidence says otherwise."
    if chosen is Relation.CONSISTENT:
        return "The evidence says the same."
    return "The evidence does not say enough to tell."


def _number_why(held: Held, chosen: Relation) -> str:
    own = _said(held.own)
    if held.other is None:
        return f"The evidence has no figure for {own}."
    other = _said(held.other)
    if chosen is Relation.CONFLICT:
        return f"The claim says {own}, the evidence {other}."
    return f"The claim's {own} agrees with the evidence's {other}."


def _said(number: Printed) -> str:
    return f"{BOUND_WORDS.get(number.bound, '')} {number.text}".strip()

"""One plain sentence on how two figures stand: the figures, who reported them when, and why."""

from __future__ import annotations

from claims_db import moments
from claims_db.kinds import kinds
from claims_db.records import Claim, Prior
from factcheck.judging import firms, localities, owners, pairs, windows
from factcheck.judging.conversion import is_converted
from factcheck.judging.matching import Fact
from factcheck.judging.pairs import Near, Pair
from factcheck.results import Relation
from factcheck.text.nouns import plural, singular

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_SIGNS = "$€£¥₹₽₴₺₩₱฿₫₦%°"
_UNSAID = ("person", "item", "unit", "money", "magnitude", "year of age")
_ROUNDED = 1e4  # below it, four figures of a converted measure tell enough
_ISO = 3  # letters of a currency code
_MEASURED = ("money", "percent", "points")
_SAID_BY_ITSELF = ("superlative", "date")
_VERBS = {
    Relation.CONSISTENT: "agrees with",
    Relation.UPDATE: "updates or is updated by",
    Relation.CORRECTION: "is a correction of, or corrected by,",
    Relation.CONFLICT: "contradicts",
    Relation.DIFFERENT_SCOPE: "counts something else than",
    Relation.DIFFERENT_EVENT: "is about another happening than",
}


def sentence(pair: Pair, relation: Relation, reason: str) -> str:
    """ "12 killed" agrees with "at least 12 killed" (Reuters, 24 April 2025): the same count."""
    claim, prior = pair.both
    told = report(pair.prior)
    head = f"{figure(claim)} {_VERBS[relation]} {figure(prior)}"
    return f"{head} ({told}): {reason}" if told else f"{head}: {reason}"


def figure(claim: Claim) -> str:
    """The figure with what it counts: “at least 12 killed”, “magnitude of 8.8”."""
    kind = kinds()[claim.kind]
    beside = claim.group or measure(claim)
    group = f" ({beside})" if beside else ""
    if claim.kind in _SAID_BY_ITSELF:
        return f"“{claim.value.text}{group}”"
    if kind.dimension is not None:
        return f"“{kind.label} of {amount(claim)}{group}”"
    if claim.kind == "count":
        return f"“{claim.value.text} {claim.subject or ''}".rstrip() + f"{group}”"
    if kind.unit in ("person", "item", "job", "vote"):
        return f"“{claim.value.text} {kind.label}{group}”"
    return f"“{kind.label} of {claim.value.text}{group}”"


def measure(claim: Claim) -> str:
    """What a sum or a share is of, where the kind doesn't say it: "pretax profit"; else empty."""
    dimension = kinds()[claim.kind].dimension if claim.kind in kinds() else None
    if dimension not in _MEASURED or claim.subject is None:
        return ""
    return "" if claim.subject == kinds()[claim.kind].label else claim.subject


def amount(claim: Claim) -> str:
    """The figure with its unit, where the words of the number don't hold it: “500 million EUR”."""
    text, unit = claim.value.text, (claim.unit or "").replace("_", " ")
    if is_converted(claim) and claim.value.stated is not None:
        stated = claim.value.stated
        text = f"{stated:,.4g}" if abs(stated) < _ROUNDED else f"{stated:,.0f}"
    elif not unit or any(sign in text for sign in _SIGNS) or unit in _UNSAID:
        return text
    if unit == "percent":
        return f"{text}%"
    if unit.isupper() and len(unit) == _ISO:
        return f"{text} {unit}"
    if unit.isupper():  # a currency told without its country
        unit = unit.lower()
    return f"{text} {unit if claim.value.stated == 1 or unit != singular(unit) else plural(unit)}"


def told(prior: Prior) -> str:
    """ "12 killed" (Reuters, 24 April 2025)."""
    source = report(prior)
    return f"{figure(prior.claim)} ({source})" if source else figure(prior.claim)


def report(prior: Prior) -> str:
    """Outlet and date, as far as known."""
    return ", ".join(part for part in (prior.report.outlet, dated(prior)) if part)


def dated(prior: Prior) -> str:
    """The day a report came out, in words; where it doesn't tell, as rows of tables, the day of
    what it tells: of 24 April 2025. Empty where neither is known."""
    when = prior.claim.when
    return day(prior.report.published) or (f"of {day(when.end)}" if when else "")


def day(text: str | None) -> str:
    """A date in words, as far as it goes: 24 April 2025, April 2025, 2025."""
    moment = moments.parse_or_none(text)
    if moment is None:
        return ""
    month = f"{_MONTHS[moment.day.month - 1]} {moment.day.year}"
    if moment.precision == "year":
        return str(moment.day.year)
    return month if moment.precision == "month" else f"{moment.day.day} {month}"


def difference(pair: Pair, fact: Fact) -> str:
    """What sets the two apart, the plainest difference first."""
    claim, prior = pair.both
    if windows.window_relation(pair) is Near.OTHER and claim.when and prior.when:
        return f"it happened on {day(claim.when.end)}, not on {day(prior.when.end)}"
    place = localities.place_relation(pair)
    if Near.OTHER in (firms.firm_relation(pair), owners.owner_relation(pair)):
        return "another firm's figure"
    if place is Near.OTHER:
        return f"{_where(claim)} is not {_where(prior)}"
    if pairs.kind_relation(pair) is not Near.SAME:
        return f"{kinds()[claim.kind].label} is not {kinds()[prior.kind].label}"
    if pairs.group_relation(pair) is not Near.SAME:
        return f"{_whom(claim)} beside {_whom(prior)}"
    if place is Near.NESTED:
        return f"one of {_where(claim)} and {_where(prior)} is part of the other"
    if fact is Fact.SCOPE:
        return "another basis of counting"
    return "nothing ties the two to one happening"


def _where(claim: Claim) -> str:
    return " and ".join(dict.fromkeys(place.name for place in claim.places)) or "no place"


def _whom(claim: Claim) -> str:
    return claim.group or claim.subject or "everyone"

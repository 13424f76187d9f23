"""What each quantity of a sentence counts: its kind, group and the total it is part of.

The rules are about constructions, not words: the words stand in the kinds table. For a quantity
they are tried in the order of `RULES`; the first that fits names the kind.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from claims_db.kinds import kinds
from factcheck.lexicon import lexicon
from factcheck.quantities import Quantity
from factcheck.tokens import Tokens
from factcheck.triggers import Trigger

# How far, in tokens, a governing word may stand from its number.
LEFT_REACH = 9
RIGHT_REACH = 14
TOLL_REACH = 12
INCLUDING = frozenset(
    {"including", "includes", "include", "included", "among", "amongst", "comprising"}
)
TOLL_VERBS = frozenset(
    "rose rises risen climbed climbs jumped stands stood is was are were of to at reached reaches reaching passed surpassed exceeds exceeded "
    "now be been has have had had's as put puts putting number numbered numbers numbering totalled totaled from by remains remained grew grown soared "
    "increased up hit topped neared crossed settled revised lowered raised dropped fell down standing rising climbing about around least more than nearly "
    "over almost some approximately roughly estimated up many an a the officially provisional preliminary latest final official confirmed - – : ( , total exceed include includes".split()
)
LOOSE = frozenset(
    {
        "others",
        "other",
        "people",
        "more",
        "who",
        "that",
        ",",
        "the",
        "first",
        "of",
        "them",
        "whom",
        "have",
        "each",
    }
)
LINKS = frozenset({"and", ",", "or", "&", ";", "while", "with", "but"})


@dataclass(slots=True)
class Counted:
    """A quantity with its kind. `whole`: index of the quantity it is part of."""

    quantity: Quantity
    kind: str = "count"
    whole: int | None = None
    trigger: Trigger | None = None
    via: str = ""
    notes: list[str] = field(default_factory=list)


Rule = Callable[[Tokens, list[Counted], int, list[Trigger]], "tuple[str, Trigger | None] | None"]


def assign(tokens: Tokens, quantities: list[Quantity], triggers: list[Trigger]) -> list[Counted]:
    """Kinds for all quantities of a sentence, left to right, then part-of links."""
    counted = [Counted(quantity) for quantity in quantities]
    for k in range(len(counted)):
        for rule in RULES:
            found = rule(tokens, counted, k, triggers)
            if found is not None:
                counted[k].kind, counted[k].trigger = found
                counted[k].via = rule.__name__.strip("_")
                break
    _backfill(tokens, counted)
    for k in range(len(counted)):
        counted[k].whole = _whole(tokens, counted, k)
    _inherit_from_whole(tokens, counted)
    return counted


def _people(quantity: Quantity) -> bool:
    """Whether the quantity may count people: a person noun, none, or an unknown one."""
    return quantity.unit is None and not quantity.age and quantity.could_be_people


def _fits(kind: str, quantity: Quantity) -> bool:
    """Whether a kind's objects admit the quantity's noun."""
    entry = kinds()[kind]
    if quantity.unit is not None or quantity.age:
        return False
    wanted = lexicon().objects.get(kind)
    if wanted is not None:
        head = quantity.head or ""
        return (
            head in wanted
            or head.rstrip("s") in wanted
            or (head.endswith("es") and head[:-2] in wanted)
            or (head == "children" and "child" in wanted)
        )
    if entry.of_people:
        return _people(quantity) and (
            quantity.person is not None or quantity.head is None or quantity.could_be_people
        )
    return quantity.person is None


def _pick(trigger: Trigger, form: str, quantity: Quantity) -> str | None:
    return next((kind for kind in trigger.kinds(form) if _fits(kind, quantity)), None)


def _gap_clear(tokens: Tokens, first: int, last: int, allowed: frozenset[str]) -> bool:
    return all(word in allowed for word in tokens.words[first:last])


# --- rules, in order -----------------------------------------------------------------------------


def _by_unit(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """A unit of measure, a currency, a percent sign or an age."""
    quantity = counted[k].quantity
    if quantity.age:
        return "age", None
    if quantity.unit is None:
        return _magnitude(tokens, quantity)
    dimension = quantity.unit.dimension
    low = max(0, quantity.first - 8)
    around = set(tokens.words[low : quantity.last + 7])
    default = None
    for kind in kinds().values():
        if kind.dimension != dimension:
            continue
        if kind.context and around & set(kind.context):
            return kind.name, None
        if not kind.context and default is None:
            default = kind.name
    if dimension == "length" and default is None:
        default = "distance"
    return (default or "count"), None


def _magnitude(tokens: Tokens, quantity: Quantity) -> tuple[str, Trigger | None] | None:
    stated = quantity.value.stated if quantity.value.stated is not None else quantity.value.high
    if stated is None or not 0 < stated < 10.1:
        return None
    words = tokens.words
    if quantity.head == "magnitude":
        return "magnitude", None
    near = words[max(0, quantity.first - 5) : quantity.first]
    if any(w in ("magnitude", "richter", "mw", "magnitudes") for w in near):
        return "magnitude", None
    quake = {"quake", "earthquake", "temblor", "tremor", "aftershock"}
    if not stated.is_integer() and (quantity.head in quake or quake & set(near)):
        return "magnitude", None
    return None


def _age_by_comma(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """ ", 47," behind a name; "aged 45"; "ages 3 and 7"; "boys of 11 and 17"."""
    quantity = counted[k].quantity
    words = tokens.words
    stated = quantity.value.stated
    if stated is None or not 0 < stated < 120 or quantity.unit or quantity.more:
        return None
    i, j = quantity.first, quantity.last_number
    before = words[i - 1] if i else ""
    after = words[j] if j < len(words) else ""
    if before in ("aged", "age", "ages") or (before == "of" and words[i - 2 : i - 1] == ["age"]):
        return "age", None
    if (
        before in ("and", ",", "to", "-")
        and k
        and counted[k - 1].kind == "age"
        and quantity.head is None
    ):
        return "age", None
    closes = after in (",", ")", ";", ".", "", "—", "–") and (after != "-")
    if (
        before in (",", "(")
        and closes
        and i >= 2
        and quantity.head is None
        and tokens.capital(i - 2)
        and words[i - 2].isalpha()
    ):
        if (
            quantity.value.bound == "exact"
            and float(stated).is_integer()
            and words[i - 2]
            not in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
        ):
            return "age", None
    return None


def _noun(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """The counted noun itself tells: 12 deaths, 63 injuries, 112 votes, 5,000 cases."""
    quantity = counted[k].quantity
    if quantity.head is None or quantity.unit is not None:
        return None
    for trigger in triggers:
        if (
            trigger.last == quantity.last
            and trigger.first >= quantity.last_number
            and trigger.kind("nouns")
        ):
            kind = trigger.kind("nouns") or "count"
            stronger = _adjacent_right(tokens, counted, k, triggers)
            if (
                stronger
                and kinds()[stronger[0]].of_people
                and kind not in ("killed", "wounded", "votes")
            ):
                return stronger
            if (
                kind == "killed"
                and quantity.head in ("lives",)
                and not _lives_lost(tokens, quantity)
            ):
                return None
            if kind == "jobs" and _active_left(tokens, counted, k, triggers) == ("layoffs", None):
                return "layoffs", trigger
            left = _active_left(tokens, counted, k, triggers)
            if left and left[0] in ("layoffs", "jobs"):
                return left
            return kind, trigger
    return None


def _lives_lost(tokens: Tokens, quantity: Quantity) -> bool:
    near = set(tokens.words[max(0, quantity.first - 4) : quantity.last + 4])
    return bool(
        near
        & {"lost", "claimed", "claiming", "claims", "took", "taken", "taking", "cost", "costing"}
    )


def _adjacent_right(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """The word follows at once, perhaps after auxiliaries: 12 dead, 12 people were killed."""
    quantity = counted[k].quantity
    if quantity.unit is not None:
        return None
    lex = lexicon()
    j = _skip_parenthesis(tokens, counted, k, quantity.last)
    loose = lex.auxiliary | lex.adverb | LOOSE
    for trigger in triggers:
        if trigger.first < quantity.last_number:
            continue
        kind = _pick(trigger, "passive", quantity)
        if kind is None:
            continue
        if trigger.first < quantity.last and trigger.last >= quantity.last:
            return (
                kind,
                trigger,
            )  # the trigger is inside or ends the noun phrase: "12 injured people"
        if trigger.first < j and trigger.first >= quantity.last and trigger.first != quantity.last:
            continue
        begin = quantity.last if trigger.first < j else j
        gap = tokens.words[begin : trigger.first]
        if (
            len(gap) <= 7
            and all(word in loose for word in gap)
            and not (gap and gap[0] == "," and len(gap) < 2)
        ):
            if _object_follows(tokens, counted, k, trigger, gap):
                return None
            return kind, trigger
        if trigger.first > j + RIGHT_REACH:
            break
        if trigger.first > j + 7:
            break
    return None


def _object_follows(
    tokens: Tokens, counted: list[Counted], k: int, trigger: Trigger, gap: list[str]
) -> bool:
    """ "12 soldiers killed 30 rebels": an active verb with its own object says nothing of the 12."""
    if not trigger.kind("active") or (gap and gap[-1] in lexicon().auxiliary):
        return False
    if k + 1 < len(counted) and counted[k + 1].quantity.first == trigger.last:
        return counted[k].quantity.head is not None and not gap
    return False


def _skip_parenthesis(tokens: Tokens, counted: list[Counted], k: int, j: int) -> int:
    """Past ", including three children," or "(two of them women)" behind the noun phrase."""
    words = tokens.words
    if j >= len(words) or words[j] not in (",", "(", "–", "—", "-", "including", "among"):
        return j
    closer = {"(": (")",), ",": (",",), "–": ("–", "—"), "—": ("—", "–"), "-": ("-",)}.get(
        words[j], (",",)
    )
    for end in range(j + 1, min(len(words), j + 22)):
        if words[end] in closer:
            inside = words[j + 1 : end]
            if (
                set(inside)
                & (INCLUDING | {"them", "whom", "aged", "all", "both", "mostly", "mainly"})
                or words[j] == "("
                or words[j] in INCLUDING
            ):
                return end + 1
            after = words[end + 1 : end + 2]
            if after and after[0] in lexicon().auxiliary:
                return end + 1
            return j
    return j


def _active_left(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """The verb stands before its object: killing at least 12, wounded some 90 people."""
    quantity = counted[k].quantity
    if quantity.unit is not None:
        return None
    for trigger in reversed(triggers):
        if trigger.last > quantity.first:
            continue
        if quantity.first - trigger.last > LEFT_REACH:
            return None
        gap = tokens.words[trigger.last : quantity.first]
        kind = _pick(trigger, "active", quantity)
        if kind is None:
            if any(word in LINKS for word in gap):
                return None
            continue
        if all(
            word in lexicon().determiners
            or word
            in (
                "about",
                "also",
                "another",
                "further",
                "additional",
                "more",
                "than",
                "least",
                "at",
                ":",
                "the",
                "lives",
                "of",
                "a",
                "total",
                "record",
                "as",
                "many",
                "up",
                "to",
            )
            for word in gap
        ):
            if gap and gap[-1] == "to":
                return None
            before = tokens.words[trigger.first - 1] if trigger.first else ""
            if (
                before in ("were", "was", "been", "being")
                and tokens.words[trigger.first] != "carrying"
            ):
                return None
            return kind, trigger
        return None
    return None


def _far_right(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """A phrase between noun and verb: 12 people in the village were killed."""
    quantity = counted[k].quantity
    if quantity.unit is not None or (quantity.head is None and not quantity.partitive):
        return None
    limit = counted[k + 1].quantity.first if k + 1 < len(counted) else len(tokens)
    lex = lexicon()
    j = _skip_parenthesis(tokens, counted, k, quantity.last)
    for trigger in triggers:
        if trigger.first < j:
            continue
        if trigger.first > j + RIGHT_REACH:
            return None
        kind = _pick(trigger, "passive", quantity)
        if kind is None:
            continue
        between = tokens.words[j : trigger.first]
        if any(word in (",", ";", ".", "and", "while", "but", ":", "(") for word in between[:-1]):
            return None
        if j < limit <= trigger.first and not all(
            q.quantity.unit or q.quantity.age
            for q in counted[k + 1 :]
            if q.quantity.first < trigger.first
        ):
            return None
        finite = tokens.words[trigger.first] in (
            "died",
            "perished",
            "survived",
            "drowned",
            "fled",
            "disappeared",
            "voted",
            "gathered",
        )
        if finite or (between and (between[-1] in lex.auxiliary or between[-1] in lex.adverb)):
            return kind, trigger
        return None
    return None


def _toll(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """The number is the value of a toll: the death toll rose to 13, put the injured at 90."""
    quantity = counted[k].quantity
    if quantity.unit is not None or (quantity.head is not None and quantity.person is None):
        return None
    for trigger in reversed(triggers):
        if trigger.last > quantity.first:
            continue
        if quantity.first - trigger.last > TOLL_REACH:
            return None
        kind = trigger.kind("toll")
        if kind is None:
            continue
        gap = tokens.words[trigger.last : quantity.first]
        if not gap and kind not in ("magnitude",):
            continue
        word = tokens.words[trigger.first]
        nominal = trigger.last - trigger.first > 1 or word in (
            "toll",
            "deaths",
            "fatalities",
            "injuries",
            "cases",
            "crowd",
            "casualties",
            "recoveries",
        )
        determined = (
            (trigger.first > 0
            and tokens.words[trigger.first - 1]
            in ("the", "of", "with", "confirmed", "total", "put", ",", "and"))
            or trigger.first == 0
        )
        if not nominal and not determined:
            continue
        if any(word in (";", ".") for word in gap) or any(
            w in ("were", "was") and x not in TOLL_VERBS for w, x in zip(gap, gap[1:], strict=False)
        ):
            return None
        if not any(word in TOLL_VERBS for word in gap):
            return None
        inner = [
            c
            for c in counted[:k]
            if c.quantity.first >= trigger.last and c.kind != kind and not c.quantity.unit
        ]
        if inner:
            return None
        if _verb_between(gap):
            return None
        return kind, trigger
    return None


def _verb_between(gap: list[str]) -> bool:
    lex = lexicon()
    return any(word in lex.verb and word not in TOLL_VERBS for word in gap)


def _coordinated(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """A number joined to the one before: killed 12 soldiers and three civilians; 9, then 10 and 12."""
    quantity = counted[k].quantity
    if k == 0 or quantity.unit is not None or quantity.age:
        return None
    previous = counted[k - 1]
    if (
        previous.kind in ("count", "age")
        or kinds()[previous.kind].dimension
        or not _fits(previous.kind, quantity)
    ):
        return None
    gap = tokens.words[previous.quantity.last : quantity.first]
    if previous.trigger is not None and previous.trigger.first >= previous.quantity.last:
        if previous.trigger.last > quantity.first:
            gap = tokens.words[previous.quantity.last : quantity.first]
        else:
            gap = tokens.words[previous.trigger.last : quantity.first]
            if quantity.head is not None or quantity.others:
                return None
    if (
        len(gap) <= 3
        and gap
        and all(
            word in LINKS
            or word
            in (
                "the",
                "another",
                "also",
                "a",
                "then",
                "to",
                "from",
                "not",
                "now",
                "down",
                "up",
                "at",
            )
            for word in gap
        )
    ):
        if previous.via == "toll" or (quantity.person is not None) == (
            previous.quantity.person is not None
        ):
            return previous.kind, previous.trigger
    return None


def _listed(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """Places with their shares: 225 dead: 217 in A, seven in B and one in C."""
    quantity = counted[k].quantity
    if (
        k == 0
        or quantity.head is not None
        or quantity.unit is not None
        or quantity.value.stated is None
    ):
        return None
    after = tokens.words[quantity.last : quantity.last + 1]
    if after not in (["in"], ["at"], ["from"]):
        return None
    previous = counted[k - 1]
    between = tokens.words[previous.quantity.last : quantity.first]
    if (
        previous.kind in ("count", "age", "rate")
        or kinds()[previous.kind].dimension
        or len(between) > 9
    ):
        return None
    if any(word in (";", ".") for word in between) or not any(
        word in (",", ":", "–", "—", "-", "and") for word in between[-2:]
    ):
        return None
    return (previous.kind, previous.trigger) if _fits(previous.kind, quantity) else None


def _from_to(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """The second of "from 41 to 31" is of the first one's kind."""
    if k == 0:
        return None
    previous = counted[k - 1]
    quantity = counted[k].quantity
    gap = tokens.words[previous.quantity.last : quantity.first]
    if (
        gap in (["to"], ["down", "to"], ["up", "to"])
        and previous.kind != "count"
        and quantity.unit is None
    ):
        return previous.kind, previous.trigger
    return None


def _rate(
    tokens: Tokens, counted: list[Counted], k: int, triggers: list[Trigger]
) -> tuple[str, Trigger | None] | None:
    """A count per something is a rate, whatever it counts: 5,000 soldiers a week."""
    quantity = counted[k].quantity
    if quantity.per is None or (
        quantity.unit is not None and quantity.unit.dimension in ("money", "speed", "percent")
    ):
        return None
    return "rate", None


RULES: tuple[Rule, ...] = (
    _rate,
    _by_unit,
    _age_by_comma,
    _noun,
    _adjacent_right,
    _active_left,
    _from_to,
    _far_right,
    _toll,
    _coordinated,
    _listed,
)


# --- after the rules -------------------------------------------------------------------------------


def _backfill(tokens: Tokens, counted: list[Counted]) -> None:
    """ "two women and three children were killed": the verb serves the numbers joined before it."""
    for k in range(len(counted) - 1, 0, -1):
        last, first = counted[k], counted[k - 1]
        if (
            first.kind != "count"
            or last.kind in ("count", "age", "rate")
            or last.via not in ("adjacent_right", "far_right", "backfill")
        ):
            continue
        if first.quantity.unit or not _fits(last.kind, first.quantity):
            continue
        if (first.quantity.person is None) != (last.quantity.person is None):
            continue
        gap = tokens.words[first.quantity.last : last.quantity.first]
        if (
            gap
            and len(gap) <= 3
            and all(word in ("and", ",", "the", "or", "another") for word in gap)
        ):
            first.kind, first.trigger, first.via = last.kind, last.trigger, "backfill"


def _whole(tokens: Tokens, counted: list[Counted], k: int) -> int | None:
    """The index of the total that quantity `k` is told to be part of."""
    quantity = counted[k].quantity
    if k == 0 or quantity.unit is not None or quantity.age or counted[k].kind == "rate":
        return None
    words = tokens.words
    before = words[max(0, quantity.first - 4) : quantity.first]
    candidates = [
        j
        for j in range(k - 1, -1, -1)
        if counted[j].quantity.unit is None
        and not counted[j].quantity.age
        and counted[j].kind != "rate"
        and counted[j].whole is None
        and (
            counted[j].quantity.person is not None
            or counted[j].kind != "count"
            or quantity.person is not None
        )
    ]
    if not candidates:
        return None
    nearest = candidates[0]
    between = words[counted[nearest].quantity.last : quantity.first]
    if set(before) & INCLUDING or (set(between) & INCLUDING and "." not in between):
        if counted[nearest].kind not in ("count", counted[k].kind) and counted[k].kind != "count":
            same = [j for j in candidates if counted[j].kind == counted[k].kind]
            return same[0] if same else nearest
        return nearest
    if quantity.partitive and _refers_back(tokens, quantity):
        return nearest
    after = words[quantity.last : quantity.last + 3]
    if (
        after[:2] == ["among", "them"]
        or (after[:2] == ["of", "them"])
        or after[:2] == ["of", "whom"]
    ):
        return nearest
    if after[:1] == ["among"]:
        same = [j for j in candidates if counted[j].kind == counted[k].kind]
        return same[0] if same else nearest
    if after[:1] == ["included"]:
        return nearest
    return None


def _refers_back(tokens: Tokens, quantity: Quantity) -> bool:
    """ "two of them", "nine of whom", "40 of the wounded"."""
    words = tokens.words
    span = words[quantity.last_number : quantity.last + 1]
    return any(w in ("them", "whom", "those", "which") for w in span) or span[:2] == ["of", "the"]


def _inherit_from_whole(tokens: Tokens, counted: list[Counted]) -> None:
    """A part without a verb of its own counts what its whole counts: 12 people, two of them children."""
    for item in counted:
        if item.whole is None:
            continue
        whole = counted[item.whole]
        if item.kind == "count" and kinds()[whole.kind].of_people and item.quantity.could_be_people:
            item.kind, item.trigger = whole.kind, whole.trigger
            item.via = "part"

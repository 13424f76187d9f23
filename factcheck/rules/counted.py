"""What each quantity of a sentence counts: its kind, group and the total it is part of.

The rules are about constructions, not words: the words stand in the kinds table. For a quantity
they are tried in the order of `RULES`; the first that fits names the kind.
"""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantities import tell_share
from factcheck.quantity.quantity import Quantity
from factcheck.rules import (
    borrowed,
    elided_rules,
    increments,
    joined_rules,
    money_roles,
    nobody,
    of_things,
    parts,
    play,
    series,
    supposed,
    survival,
    taken_up,
    unreal,
)
from factcheck.rules.active_rules import active_left
from factcheck.rules.age_rules import age
from factcheck.rules.around_rules import alive, fatal, joined_in, listed_as, moved_off, sent, sought
from factcheck.rules.ballot_rules import named_before, points, votes
from factcheck.rules.befallen import (
    bereft,
    broken,
    caught,
    fallen,
    fell_ill,
    lives,
    numbered,
    stricken,
    suffering,
    victims,
)
from factcheck.rules.borrowed import part_of_many, whole_of_part
from factcheck.rules.breakdown_rules import (
    among_named,
    bracketed,
    copular,
    estimated,
    included,
    inverted,
    of_place,
    tabulated,
)
from factcheck.rules.counting import (
    AMONG,
    BARE,
    COUNTS,
    FOLLOWS,
    HARM,
    MEASURED,
    NAMED,
    PLAIN,
    UNCOUNTED,
    WRITTEN,
    Counted,
    Counting,
    Rule,
    offered,
)
from factcheck.rules.elided_rules import (
    among_before,
    columned,
    credited,
    gapped,
    labelled,
    manner,
    of_the_harmed,
    told_aside,
    toll_behind,
)
from factcheck.rules.far_rules import far_right
from factcheck.rules.framed_rules import framed, held
from factcheck.rules.joined_people import all_of_whom, joined_object, share_objects
from factcheck.rules.joined_rules import compared, coordinated, from_to, listed, restated
from factcheck.rules.noun_rules import noun
from factcheck.rules.own_rules import own_lost
from factcheck.rules.quantified import excepted, whole_of_none
from factcheck.rules.toll_rules import toll
from factcheck.rules.unit_rules import children_of, magnitude, rate, temperature, unit
from factcheck.rules.verb_rules import adjacent_right
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger

# Each with its name and what it asks for.
RULES: Final[tuple[tuple[str, Rule, int], ...]] = (
    ("whole_of_none", whole_of_none, 0),
    ("excepted", excepted, COUNTS),
    ("children_of", children_of, BARE | COUNTS),
    ("rate", rate, 0),
    ("unit", unit, MEASURED),
    ("magnitude", magnitude, PLAIN),
    ("temperature", temperature, PLAIN),
    ("age", age, PLAIN),
    ("points", points, PLAIN | NAMED),
    ("victims", victims, NAMED | COUNTS | WRITTEN),
    ("fallen", fallen, NAMED | COUNTS),
    ("whole_of_part", whole_of_part, FOLLOWS),
    ("part_of_many", part_of_many, AMONG | HARM),
    ("votes", votes, COUNTS | BARE | WRITTEN),
    ("among_before", among_before, FOLLOWS | COUNTS),
    ("fatal", fatal, FOLLOWS | COUNTS),
    ("included", included, COUNTS | HARM),
    ("sought", sought, COUNTS | WRITTEN),
    ("copular", copular, COUNTS | HARM),
    ("inverted", inverted, COUNTS | HARM),
    ("listed_as", listed_as, COUNTS | HARM),
    ("joined_in", joined_in, COUNTS),
    ("framed", framed, COUNTS | WRITTEN),
    ("lives", lives, NAMED | COUNTS),
    ("broken", broken, COUNTS),
    ("stricken", stricken, NAMED | COUNTS | WRITTEN),
    ("sent", sent, COUNTS),
    ("own_lost", own_lost, COUNTS | WRITTEN),
    ("suffering", suffering, COUNTS),
    ("among_named", among_named, COUNTS | HARM),
    ("noun", noun, NAMED | COUNTS | HARM),
    ("adjacent_right", adjacent_right, PLAIN | HARM),
    ("moved_off", moved_off, NAMED | COUNTS | WRITTEN),
    ("alive", alive, COUNTS),
    ("active_left", active_left, PLAIN | HARM),
    ("from_to", from_to, FOLLOWS | PLAIN),
    ("fell_ill", fell_ill, COUNTS),
    ("held", held, NAMED | COUNTS | WRITTEN),
    ("far_right", far_right, PLAIN | HARM),
    ("toll", toll, PLAIN | HARM),
    ("manner", manner, FOLLOWS | BARE | COUNTS | WRITTEN),
    ("compared", compared, FOLLOWS | COUNTS | WRITTEN),
    ("bracketed", bracketed, FOLLOWS | COUNTS),
    ("of_place", of_place, BARE | COUNTS | WRITTEN | HARM),
    ("tabulated", tabulated, FOLLOWS | BARE | COUNTS | WRITTEN),
    ("estimated", estimated, BARE | COUNTS | WRITTEN),
    ("coordinated", coordinated, FOLLOWS | COUNTS),
    ("restated", restated, FOLLOWS | COUNTS | WRITTEN | HARM),
    ("joined_object", joined_object, COUNTS | HARM),
    ("listed", listed, FOLLOWS | BARE | PLAIN),
    ("gapped", gapped, FOLLOWS | BARE | COUNTS | WRITTEN),
    ("credited", credited, FOLLOWS | BARE | COUNTS | WRITTEN),
    ("named_before", named_before, FOLLOWS | BARE | COUNTS),
    ("labelled", labelled, BARE | COUNTS | WRITTEN | HARM),
    ("told_aside", told_aside, BARE | COUNTS | WRITTEN | HARM),
    ("columned", columned, BARE | COUNTS | WRITTEN | HARM),
    ("toll_behind", toll_behind, BARE | COUNTS | WRITTEN | HARM),
    ("of_the_harmed", of_the_harmed, COUNTS | HARM),
    ("caught", caught, COUNTS | WRITTEN),
    ("bereft", bereft, NAMED | COUNTS | WRITTEN),
    ("numbered", numbered, BARE | COUNTS | WRITTEN | HARM),
)


_RULES_FOR: Final[dict[int, list[tuple[str, Rule]]]] = {}  # by what is offered, as it occurs


def _rules_for(offers: int) -> list[tuple[str, Rule]]:
    """The rules that may fit a quantity of which `offers` tells, in order."""
    found = _RULES_FOR.get(offers)
    if found is None:
        found = [(name, rule) for name, rule, wants in RULES if wants & offers == wants]
        _RULES_FOR[offers] = found
    return found


def assign(tokens: Tokens, quantities: list[Quantity], triggers: list[Trigger]) -> list[Counted]:
    """Kinds for all quantities of a sentence, left to right, then part-of links; harm that came to
    nobody counts none."""
    if not quantities:
        return []
    sentence = _told(tokens, quantities, triggers)
    play.uncount(sentence)
    supposed.uncount(sentence)
    unreal.uncount(sentence)
    return sentence.items


def as_told(tokens: Tokens, quantities: list[Quantity], triggers: list[Trigger]) -> list[Counted]:
    """The same as told, made up or not."""
    return _told(tokens, quantities, triggers).items


def _told(tokens: Tokens, quantities: list[Quantity], triggers: list[Trigger]) -> Counting:
    sentence = Counting(tokens, [Counted(quantity) for quantity in quantities], triggers)
    borrowed.free_of_verbs(sentence)
    borrowed.borrow_nouns(sentence)
    borrowed.borrow_units(sentence)
    of_things.keep_from_people(sentence)
    for k, item in enumerate(sentence.items):
        for name, rule in _rules_for(offered(sentence, k)):
            reading = rule(sentence, k)
            if reading is not None:
                item.kind, item.trigger, item.via = reading.kind, reading.trigger, name
                break
    elided_rules.share_whole(sentence)
    joined_rules.share_verbs(sentence)
    elided_rules.share_next(sentence)
    elided_rules.share_figure(sentence)
    series.share(sentence)
    money_roles.share_price(sentence)
    survival.no_survivors(sentence)
    survival.none_spared(sentence)
    share_objects(sentence)
    taken_up.share(sentence)
    all_of_whom(sentence)
    nobody.uncount(sentence)
    parts.link(sentence)
    increments.mark(sentence)
    _tell_shares(sentence)
    return sentence


def _tell_shares(sentence: Counting) -> None:
    """ "Half of the voters", "one in five workers": percent, where no rule says more."""
    for item in sentence.items:
        if item.kind == UNCOUNTED and item.quantity.fraction:
            tell_share(item.quantity)
            if item.quantity.unit is not None and item.quantity.unit.dimension == "percent":
                item.kind = "percent"

"""What each quantity of a sentence counts: its kind, group and the total it is part of.

The rules are about constructions, not words: the words stand in the kinds table. For a quantity
they are tried in the order of `RULES`; the first that fits names the kind.
"""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantities import tell_share
from factcheck.quantity.quantity import Quantity
from factcheck.rules import (
    around_rules,
    befallen,
    borrowed,
    breakdown_rules,
    elided_rules,
    framed_rules,
    in_general,
    increments,
    joined_rules,
    money_roles,
    nobody,
    of_things,
    parts,
    play,
    quantified,
    series,
    shared_groups,
    supposed,
    survival,
    taken_up,
    unit_rules,
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
    among_following,
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
from factcheck.rules.fronted import fronted
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

# Each with its name, what it asks for, and the mark of the words of which one must stand in the
# sentence, 0 where any may.
RULES: Final[tuple[tuple[str, Rule, int, int], ...]] = (
    ("whole_of_none", whole_of_none, 0, 0),
    ("excepted", excepted, COUNTS, quantified.BUT_MARK),
    ("children_of", children_of, BARE | COUNTS, 0),
    ("rate", rate, 0, 0),
    ("unit", unit, MEASURED, 0),
    ("magnitude", magnitude, PLAIN, unit_rules.OF_QUAKES_MARK),
    ("temperature", temperature, PLAIN, unit_rules.TEMPERATURES_MARK),
    ("age", age, PLAIN, 0),
    ("points", points, PLAIN | NAMED, 0),
    ("victims", victims, NAMED | COUNTS | WRITTEN, 0),
    ("fallen", fallen, NAMED | COUNTS, 0),
    ("whole_of_part", whole_of_part, FOLLOWS, 0),
    ("part_of_many", part_of_many, AMONG | HARM, 0),
    ("votes", votes, COUNTS | BARE | WRITTEN, 0),
    ("among_before", among_before, FOLLOWS | COUNTS, 0),
    ("fatal", fatal, FOLLOWS | COUNTS, around_rules.FATAL_MARK),
    (shared_groups.SOME, shared_groups.some_among, COUNTS | HARM, shared_groups.MARK),
    ("included", included, COUNTS | HARM, breakdown_rules.LISTING_MARK),
    ("sought", sought, COUNTS | WRITTEN, around_rules.SEARCHING_MARK),
    ("copular", copular, COUNTS | HARM, breakdown_rules.ONLY_MARK),
    ("inverted", inverted, COUNTS | HARM, 0),
    ("listed_as", listed_as, COUNTS | HARM, around_rules.AS_MARK),
    ("joined_in", joined_in, COUNTS, around_rules.JOINED_MARK),
    ("framed", framed, COUNTS | WRITTEN, framed_rules.VERBS_MARK),
    ("lives", lives, NAMED | COUNTS, 0),
    ("broken", broken, COUNTS, befallen.BODY_MARK),
    ("stricken", stricken, NAMED | COUNTS | WRITTEN, befallen.STRIKING_MARK),
    ("sent", sent, COUNTS, around_rules.SENDING_MARK),
    ("own_lost", own_lost, COUNTS | WRITTEN, 0),
    ("suffering", suffering, COUNTS, befallen.HURTS_MARK),
    ("of_others", shared_groups.of_others, FOLLOWS | BARE | COUNTS | WRITTEN | HARM, 0),
    ("among_following", among_following, COUNTS | HARM, breakdown_rules.AMONG_MARK),
    ("among_named", among_named, COUNTS | HARM, breakdown_rules.AMONG_MARK),
    ("noun", noun, NAMED | COUNTS | HARM, 0),
    ("adjacent_right", adjacent_right, PLAIN | HARM, 0),
    ("moved_off", moved_off, NAMED | COUNTS | WRITTEN, 0),
    ("alive", alive, COUNTS, around_rules.ALIVE_MARK),
    ("active_left", active_left, PLAIN | HARM, 0),
    ("from_to", from_to, FOLLOWS | PLAIN, 0),
    ("fell_ill", fell_ill, COUNTS, befallen.ILLNESSES_MARK),
    ("held", held, NAMED | COUNTS | WRITTEN, 0),
    ("far_right", far_right, PLAIN | HARM, 0),
    ("toll", toll, PLAIN | HARM, 0),
    ("manner", manner, FOLLOWS | BARE | COUNTS | WRITTEN, 0),
    ("compared", compared, FOLLOWS | COUNTS | WRITTEN, 0),
    ("bracketed", bracketed, FOLLOWS | COUNTS, 0),
    ("of_place", of_place, BARE | COUNTS | WRITTEN | HARM, 0),
    ("tabulated", tabulated, FOLLOWS | BARE | COUNTS | WRITTEN, 0),
    ("estimated", estimated, BARE | COUNTS | WRITTEN, 0),
    ("coordinated", coordinated, FOLLOWS | COUNTS, 0),
    ("restated", restated, FOLLOWS | COUNTS | WRITTEN | HARM, 0),
    ("joined_object", joined_object, COUNTS | HARM, 0),
    ("listed", listed, FOLLOWS | BARE | PLAIN, 0),
    ("gapped", gapped, FOLLOWS | BARE | COUNTS | WRITTEN, 0),
    ("credited", credited, FOLLOWS | BARE | COUNTS | WRITTEN, 0),
    ("named_before", named_before, FOLLOWS | BARE | COUNTS, 0),
    ("labelled", labelled, BARE | COUNTS | WRITTEN | HARM, 0),
    ("told_aside", told_aside, BARE | COUNTS | WRITTEN | HARM, 0),
    ("columned", columned, BARE | COUNTS | WRITTEN | HARM, 0),
    ("toll_behind", toll_behind, BARE | COUNTS | WRITTEN | HARM, 0),
    ("of_the_harmed", of_the_harmed, COUNTS | HARM, 0),
    ("caught", caught, COUNTS | WRITTEN, befallen.ILLNESSES_MARK),
    ("bereft", bereft, NAMED | COUNTS | WRITTEN, 0),
    ("numbered", numbered, BARE | COUNTS | WRITTEN | HARM, 0),
    ("fronted", fronted, NAMED | COUNTS | HARM, 0),
)


_RULES_FOR: Final[dict[int, list[tuple[str, Rule, int]]]] = {}  # by what is offered, as it occurs


def _rules_for(offers: int) -> list[tuple[str, Rule, int]]:
    """The rules that may fit a quantity of which `offers` tells, in order, with their marks."""
    found = _RULES_FOR.get(offers)
    if found is None:
        found = [(name, rule, mark) for name, rule, wants, mark in RULES if wants & offers == wants]
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
    in_general.uncount(sentence)
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
    shared_groups.borrow(sentence)
    quantified.take_exceptions(sentence)
    of_things.keep_from_people(sentence)
    for k, item in enumerate(sentence.items):
        for name, rule, mark in _rules_for(offered(sentence, k)):
            if mark and not tokens.holds(mark):
                continue
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

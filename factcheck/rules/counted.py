"""What each quantity of a sentence counts: its kind, group and the total it is part of.

The rules are about constructions, not words: the words stand in the kinds table. For a quantity
they are tried in the order of `RULES`; the first that fits names the kind.
"""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantities import Quantity
from factcheck.rules import (
    borrowed,
    elided_rules,
    increments,
    joined_rules,
    parts,
    play,
    supposed,
    survival,
)
from factcheck.rules.around_rules import fatal, sent, sought
from factcheck.rules.ballot_rules import named_before, points, votes
from factcheck.rules.borrowed import part_of_many, whole_of_part
from factcheck.rules.breakdown_rules import (
    among_named,
    bracketed,
    copular,
    estimated,
    tabulated,
)
from factcheck.rules.counting import Counted, Counting, Rule
from factcheck.rules.elided_rules import (
    among_before,
    columned,
    gapped,
    labelled,
    manner,
    of_the_harmed,
    toll_behind,
)
from factcheck.rules.joined_rules import compared, coordinated, from_to, listed
from factcheck.rules.toll_rules import toll
from factcheck.rules.unit_rules import age, magnitude, rate, temperature, unit, whole_of_none
from factcheck.rules.verb_rules import active_left, adjacent_right, far_right, noun
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger

RULES: Final[tuple[tuple[str, Rule], ...]] = (
    ("whole_of_none", whole_of_none),
    ("rate", rate),
    ("unit", unit),
    ("magnitude", magnitude),
    ("temperature", temperature),
    ("age", age),
    ("points", points),
    ("whole_of_part", whole_of_part),
    ("part_of_many", part_of_many),
    ("votes", votes),
    ("among_before", among_before),
    ("fatal", fatal),
    ("sought", sought),
    ("copular", copular),
    ("noun", noun),
    ("adjacent_right", adjacent_right),
    ("sent", sent),
    ("active_left", active_left),
    ("from_to", from_to),
    ("far_right", far_right),
    ("toll", toll),
    ("manner", manner),
    ("compared", compared),
    ("bracketed", bracketed),
    ("tabulated", tabulated),
    ("estimated", estimated),
    ("coordinated", coordinated),
    ("listed", listed),
    ("gapped", gapped),
    ("named_before", named_before),
    ("labelled", labelled),
    ("columned", columned),
    ("toll_behind", toll_behind),
    ("of_the_harmed", of_the_harmed),
    ("among_named", among_named),
)


def assign(tokens: Tokens, quantities: list[Quantity], triggers: list[Trigger]) -> list[Counted]:
    """Kinds for all quantities of a sentence, left to right, then part-of links."""
    if not quantities:
        return []
    sentence = Counting(tokens, [Counted(quantity) for quantity in quantities], triggers)
    borrowed.borrow_nouns(sentence)
    borrowed.borrow_units(sentence)
    for k, item in enumerate(sentence.items):
        for name, rule in RULES:
            reading = rule(sentence, k)
            if reading is not None:
                item.kind, item.trigger, item.via = reading.kind, reading.trigger, name
                break
    elided_rules.share_whole(sentence)
    joined_rules.share_verbs(sentence)
    elided_rules.share_next(sentence)
    elided_rules.share_figure(sentence)
    survival.no_survivors(sentence)
    survival.none_spared(sentence)
    parts.link(sentence)
    increments.mark(sentence)
    play.uncount(sentence)
    supposed.uncount(sentence)
    return sentence.items

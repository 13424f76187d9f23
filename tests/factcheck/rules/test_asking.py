"""What a rule asks for: it is passed over where that is missing, and would have passed there."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.benchmarks import wire
from factcheck.quantity import quantities
from factcheck.rules import borrowed, implied
from factcheck.rules.counted import RULES
from factcheck.rules.counting import Counted, Counting, offered
from factcheck.text import triggers
from factcheck.text.tokens import Tokens

CASES = Path(__file__).parent.parent.parent / "cases"
TEXTS = sorted({entry["text"] for entry in wire.load(CASES / "wire_constructs.jsonl")})


def laid_out(text: str) -> Counting:
    """A sentence before any rule has spoken."""
    tokens = Tokens(text)
    harm = triggers.find(tokens)
    numbers = quantities.find(tokens)
    found = implied.merged(numbers, implied.find(tokens, harm, numbers))
    sentence = Counting(tokens, [Counted(quantity) for quantity in found], harm)
    borrowed.borrow_nouns(sentence)
    borrowed.borrow_units(sentence)
    return sentence


def asked_for(sentence: Counting, k: int, wants: int, mark: int) -> bool:
    """Whether a quantity and its sentence have what a rule asks for."""
    return wants & offered(sentence, k) == wants and (not mark or sentence.holds(mark))


@pytest.mark.parametrize(("name", "rule", "wants", "mark"), RULES, ids=[rule[0] for rule in RULES])
def test_a_rule_passes_where_what_it_asks_for_is_missing(
    name: str, rule: object, wants: int, mark: int
) -> None:
    assert callable(rule)
    passed_over = 0
    for text in TEXTS:
        sentence = laid_out(text)
        for k, item in enumerate(sentence.items):
            if not asked_for(sentence, k, wants, mark):
                passed_over += 1
                assert rule(sentence, k) is None, f"{name}: {text}"
            for other, known, *asked in RULES:  # the numbers before are read as they would be
                reading = known(sentence, k) if asked_for(sentence, k, *asked) else None
                if reading is not None:
                    item.kind, item.trigger, item.via = reading.kind, reading.trigger, other
                    break
    assert passed_over or not (wants or mark), "the rule asks for what is always there"

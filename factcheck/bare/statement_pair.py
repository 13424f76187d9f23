"""A claim beside its evidence, each part of the comparison made when it is asked for."""

from __future__ import annotations

from functools import cached_property

from rapidfuzz import fuzz

from factcheck.bare.printed import printed
from factcheck.bare.printed_comparison import PrintedPair
from factcheck.bare.statement_words import Words, words


class StatementPair:
    """Two bare statements: their words and their printed numbers and dates."""

    def __init__(self, claim: str, evidence: str) -> None:
        self.claim = claim
        self.evidence = evidence

    @cached_property
    def printed(self) -> PrintedPair:
        """Their printed numbers and dates, aligned."""
        return PrintedPair(printed(self.claim), printed(self.evidence))

    @cached_property
    def claim_words(self) -> Words:
        """What the claim says beside its numbers."""
        return words(self.claim)

    @cached_property
    def evidence_words(self) -> Words:
        """What the evidence says beside its numbers."""
        return words(self.evidence)

    @cached_property
    def in_order(self) -> float:
        """How alike the statements are, all words counted, numbers left out: 0–100."""
        return fuzz.token_sort_ratio(self.claim_words.masked, self.evidence_words.masked)

"""A claim beside its evidence: their words, and their printed numbers and dates, compared."""

from __future__ import annotations

from rapidfuzz import fuzz

from factcheck.bare.covering import Covered
from factcheck.bare.printed import printed
from factcheck.bare.printed_comparison import PrintedPair
from factcheck.bare.statement_words import Words, words


class StatementPair:
    """Two bare statements. `printed`: their numbers and dates, aligned; `claim_words` and
    `evidence_words`: what they say beside; `in_order`: how alike they are, all words counted,
    numbers left out, 0–100; `of_sets`: the same where what both say counts once."""

    def __init__(self, claim: str, evidence: str) -> None:
        self.claim = claim
        self.evidence = evidence
        self.printed: PrintedPair = PrintedPair(printed(claim), printed(evidence))
        self.claim_words: Words = words(claim)
        self.evidence_words: Words = words(evidence)
        self.covered: list[Covered] | None = None  # each content word of the claim, once asked for
        own, other = self.claim_words.masked, self.evidence_words.masked
        self.in_order: float = fuzz.token_sort_ratio(own, other)
        self.of_sets: float = fuzz.token_set_ratio(own, other)

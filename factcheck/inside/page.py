"""A document laid out for finding what does not fit: its headline apart from its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from claims_db.records import Bound, Claim, Document, Role, Status
from factcheck.inside import title_figures
from factcheck.judging import reasons
from factcheck.reading.claims import read_text

HEADLINE_LENGTH: Final = 160
"""Characters of a first line that may be a headline."""


@dataclass(frozen=True, slots=True)
class Page:
    """`titled` are the claims of the headline: those of the text where it stands there
    (`printed`), else read by itself, unless the body tells all its figures; `body` are those of
    the rest of the text, in order."""

    document: Document
    titled: tuple[Claim, ...]
    body: tuple[Claim, ...]
    sentences: list[list[Claim]]
    """The claims of the body, sentence by sentence."""
    printed: bool = False

    def before(self, claim: Claim, length: int = 40) -> str:
        """What stands before a figure of the body in its sentence, at most so many characters."""
        return self.document.text[max(claim.sentence_start, claim.start - length) : claim.start]

    def behind(self, claim: Claim, length: int = 60) -> str:
        """What follows a figure of the body."""
        return self.document.text[claim.end : claim.end + length]

    def between(self, first: Claim, second: Claim) -> str:
        """What stands between two figures of the body."""
        return self.document.text[first.end : second.start]


def lay_out(document: Document, claims: Sequence[Claim]) -> Page:
    """The page of a document with the claims of its text."""
    headline, end = _headline(document)
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    above = tuple(claim for claim in ordered if claim.start < end)
    body = tuple(claim for claim in ordered if claim.start >= end)
    titled = above
    known = headline == document.title  # its claims were asked for with the main figures
    if headline and not above and (known or title_figures.may_differ(headline, body)):
        titled = read_text(headline, document.published)
    return Page(document, titled, body, _by_sentence(body), bool(above))


def _by_sentence(claims: Sequence[Claim]) -> list[list[Claim]]:
    grouped: dict[int, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.sentence_start, []).append(claim)
    return list(grouped.values())


def _headline(document: Document) -> tuple[str, int]:
    """The headline, and where the text goes on behind it if it stands there too (else 0)."""
    text = document.text
    first, _, rest = text.lstrip().partition("\n")
    line = first.strip()
    behind = len(text) - len(rest) if rest.strip() else 0
    title = (document.title or "").strip()
    if title:
        return title, behind if line == title else 0
    told = behind and 0 < len(line) <= HEADLINE_LENGTH and line[-1] not in '.!?:;,"”'
    return (line, behind) if told else ("", 0)


def stands(claim: Claim) -> bool:
    """Whether the text puts the figure forward as a count that holds now."""
    return (
        claim.role is Role.CURRENT
        and claim.status is not Status.DENIED
        and claim.value.stated is not None
        and claim.value.bound is not Bound.VAGUE
        and claim.per is None
        and claim.change is None
    )


def is_total(claim: Claim) -> bool:
    """Whether it stands and counts all there are rather than a part told with its whole."""
    return stands(claim) and claim.part_of is None


def named(claim: Claim) -> str:
    """The figure with what it counts, or alone where the text does not say what."""
    if claim.kind == "count" and not claim.subject:
        return f"“{claim.value.text}”"
    return reasons.figure(claim)


def listed(claims: Sequence[Claim]) -> str:
    """The figures in words: “9 killed”, “4 killed” and “1 killed”."""
    words = [named(claim) for claim in claims]
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]

"""Who says a figure: the speaker of its quotation, else the source its sentence names."""

from __future__ import annotations

import re
from typing import Final

from claims_db.records import Attribution
from factcheck.setting import attribution
from factcheck.setting.scenes import Scene
from factcheck.setting.sources import Source
from factcheck.text.sentences import Sentence
from factcheck.text.tokens import Tokens

_QUOTATION: Final = re.compile(r"[“\"]([^“”\"]{2,2000})[”\"]")
_MARKS: Final = ("“", '"')
_BESIDE: Final = 120  # characters beside a quotation searched for its speaker
_LONGEST_PARAGRAPH: Final = 4000


class Quotations:
    """The quotations of a text, found paragraph by paragraph as asked for; with the `speaker` of
    the one that was `asked` for last."""

    __slots__ = ("_begin", "_spans", "_stop", "asked", "speaker", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked = (-1, -1)
        self.speaker: Source | None = None
        self._begin = 0
        self._stop = -1
        self._spans: list[tuple[int, int]] = []

    def around(self, at: int, sentence: Sentence) -> tuple[int, int] | None:
        """The quotation in the sentence's paragraph that holds character `at`, as offsets."""
        self._enter(sentence)
        if not self._spans:
            return None
        return next((span for span in self._spans if span[0] <= at < span[1]), None)

    def beside(self, span: tuple[int, int]) -> tuple[str, str]:
        """What stands before and behind a quotation in its paragraph."""
        start, end = span
        before = self.text[max(self._begin, start - _BESIDE) : start]
        return before, self.text[end : min(self._stop, end + _BESIDE)]

    def _enter(self, sentence: Sentence) -> None:
        end = sentence.start + len(sentence.text)
        if self._begin <= sentence.start and end <= self._stop:
            return
        self._begin = self.text.rfind("\n", 0, sentence.start) + 1
        stop = self.text.find("\n", end)
        self._stop = stop if stop >= 0 else len(self.text)
        self._spans = []
        if self._stop - self._begin <= _LONGEST_PARAGRAPH:
            paragraph = self.text[self._begin : self._stop]
            if any(mark in paragraph for mark in _MARKS):
                matches = _QUOTATION.finditer(paragraph)
                self._spans = [(m.start() + self._begin, m.end() + self._begin) for m in matches]


def speaker(
    sentence: Sentence, sources: list[Source], quotations: Quotations, at: int, scene: Scene
) -> Attribution | None:
    """Who says the figure at character `at` of the sentence."""
    source = _of_quotation(quotations, sentence.start + at, sentence)
    source = source or attribution.for_figure(sources, at, sentence.text)
    if source is None:
        return None
    if not source.pronoun:
        return source.attribution
    # a pronoun stands for the last one named
    return Attribution(scene.speaker.source, source.attribution.verb) if scene.speaker else None


def _of_quotation(quotations: Quotations, at: int, sentence: Sentence) -> Source | None:
    """The speaker of the quotation that a figure stands in, named behind or before it."""
    span = quotations.around(at, sentence)
    if span is None:
        return None
    if span != quotations.asked:
        quotations.asked, quotations.speaker = span, _beside(quotations, span)
    return quotations.speaker


def _beside(quotations: Quotations, span: tuple[int, int]) -> Source | None:
    """The speaker named behind or before a quotation."""
    before, behind = quotations.beside(span)
    named = attribution.find(Tokens(", " + behind.split(". ")[0].lstrip(" ,")))
    if named:
        return named[0]
    named = attribution.find(Tokens(before))
    return named[-1] if named else None

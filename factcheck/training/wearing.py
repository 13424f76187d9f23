"""Pairs said in other words, cut and turned about, so that likeness tells nothing of the label."""

from __future__ import annotations

import re
from typing import Final

from factcheck.bare.statement_pieces import TOLD
from factcheck.bare.statement_words import kind_words, words
from factcheck.training.perturbation import LabelledPair, draw

COUNT_WORDS: Final = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
)
COUNTED: Final = re.compile(
    rf"(?:[$£€]?\d|(?:{'|'.join(COUNT_WORDS)}|one|at|more|fewer|up)\b)", re.I
)
PLACED: Final = re.compile(r"\s((?:in|near|at|outside) (?:[A-Z][\w’']+ ?){1,3})(?=[\s,.]|$)(?!\w)")
WHOLE, CLAIM_WORN, MOST_DROPPED, TURNED = 0.4, 0.4, 0.55, 0.5
"""The share of pairs left as they are; of the others, how often it is the claim that is worn, the
most words dropped, and how often a place is put first."""
SYNONYMS: Final = dict(
    told.split(":")
    for told in (
        "killed:dead dead:killed died:killed wounded:injured injured:hurt hurt:wounded "
        "kills:leaves attack:assault shooting:gunfire police:officers officers:police said:says "
        "says:said blast:explosion explosion:blast hit:struck struck:hit bombing:bomb "
        "militants:insurgents troops:soldiers soldiers:troops arrested:detained "
        "detained:arrested near:outside people:persons house:home home:house suspected:alleged "
        "after:following city:town"
    ).split()
)


def worn(pair: LabelledPair) -> LabelledPair:
    """Half of the pairs with what is common to both said in other words, left out of one side or
    put at its end: so that likeness tells nothing of the label."""
    share = draw(pair.claim + pair.evidence, "worn")
    if share < WHOLE:
        return pair
    claim, evidence = pair.claim, pair.evidence
    common = words(claim).content & words(evidence).content
    shorten = draw(claim + evidence, "side") < CLAIM_WORN
    text = _shortened(claim if shorten else evidence, common, share)
    text = _turned(_reworded(text))
    claim, evidence = (text, evidence) if shorten else (claim, text)
    return LabelledPair(pair.page, claim, evidence, pair.label)


def _shortened(text: str, common: frozenset[str], share: float) -> str:
    """Without some of the words that both have and that stand beside no number."""
    kept, last = [], ""
    parts = text.split(" ")
    for at, part in enumerate(parts):
        bare = part.strip(".,;:\"'()").lower()
        beside = any(COUNTED.match(p.strip("(\"'")) for p in parts[max(0, at - 2) : at + 1])
        drop = (
            not beside
            and 0 < at < len(parts) - 1
            and bare.isalpha()
            and words(bare).content <= common
            and bool(words(bare).content)
            and last != "dropped"
            and draw(text + str(at), "drop") < share * MOST_DROPPED
            and words(bare).content.isdisjoint(kind_words())
        )
        last = "dropped" if drop else bare
        if not drop:
            kept.append(part)
    return " ".join(kept)


def _reworded(text: str) -> str:
    """With other words of the same meaning."""
    return TOLD.sub(lambda m: m[1] + SYNONYMS.get(m[2], m[2]), text)


def _turned(text: str) -> str:
    """With where it happened put first: "In Quetta, …"."""
    match = PLACED.search(text)
    if match is None or draw(text, "turned") > TURNED:
        return text
    rest = (text[: match.start()] + text[match.end() :]).strip(" .")
    opening = rest[0].lower() + rest[1:] if rest[:2].istitle() else rest
    return f"{match[1][0].upper()}{match[1][1:]}, {opening}."

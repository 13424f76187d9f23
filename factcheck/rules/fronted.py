"""Who is told of by a participle before them: "Rescued after 60 hours on a hull, two fishermen told
how …"."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import Counting, Reading, pick
from factcheck.text.lexicon import lexicon
from factcheck.text.triggers import Trigger
from factcheck.text.word_tables import words

_KINDS: Final = words("fronted.kinds")
_NO_VERBS: Final = words("fronted.no_verbs")
_JOINED: Final = frozenset({"and", "or", "but"})
_ENDS: Final = frozenset({";", ".", ":", "?", "!", "—", "–", "(", '"', "“", "”"})
_BEFORE_COUNTED: Final = frozenset({"the", "all", "a", "an", "his", "her", "its", "their", "about"})
_COMMAS: Final = 2  # "Shot on Friday, after a quarrel, two men …"
_REACH: Final = 24  # tokens from the participle to those it is told of


def fronted(sentence: Counting, k: int) -> Reading | None:
    """The participle that opens the sentence, of those its subject counts, where no verb tells
    more."""
    quantity, tokens = sentence.quantity(k), sentence.words
    if quantity.person is None or not quantity.counts or not sentence.triggers:
        return None
    trigger = sentence.triggers[0]
    if not _opens(sentence, trigger):
        return None
    kind = pick(trigger, "passive", quantity)
    if kind is None or kind not in _KINDS or quantity.first - trigger.last > _REACH:
        return None
    gap = tokens[trigger.last : quantity.first]
    while gap and (gap[-1] in _BEFORE_COUNTED or gap[-1] in lexicon().determiners):
        gap.pop()
    if gap[-1:] != [","] or gap.count(",") > _COMMAS or not _ENDS.isdisjoint(gap):
        return None
    return Reading(kind, trigger)


def _opens(sentence: Counting, trigger: Trigger) -> bool:
    """Whether a participle opens the sentence, an adverb or another participle aside."""
    tokens, lex = sentence.words, lexicon()
    for word in tokens[: trigger.first]:
        if word not in lex.adverb and word not in lex.participles and word not in _JOINED:
            return False
    behind = tokens[trigger.last] if trigger.last < len(tokens) else ""
    alone = tokens[trigger.first] not in _NO_VERBS
    return alone and behind not in lex.people and not behind[:1].isdigit()

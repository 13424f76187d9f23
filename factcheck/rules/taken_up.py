"""People who are told of again as "them" or "him" by the verb that tells their end: "dragged 17
passengers from a bus and shot them dead", "seized a guard and beat him"."""

from __future__ import annotations

from typing import Final

from factcheck.rules.counting import UNCOUNTED, Counting, fits
from factcheck.text.lexicon import lexicon
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_THEM: Final = frozenset({"them", "him", "her"})
_THEM_MARK: Final = mark_of(_THEM)
_HARM: Final = words("taken_up.harm")
_LESS: Final = words("taken_up.kinds") | {UNCOUNTED}
_ENDS: Final = words("taken_up.ends")
_REACH: Final = 24  # tokens from those counted to the pronoun
_DEAD: Final = frozenset({"dead"})
_MODALS: Final = words("supposed.modals") | {"to", "not", "n't", "never"}
_BEFORE_VERB: Final = 3  # tokens of "threatened to"


def share(sentence: Counting) -> None:
    """Gives those last told of before a pronoun what the verb right before it tells."""
    if not sentence.holds(_THEM_MARK):
        return
    tokens = sentence.words
    for trigger in sentence.triggers:
        at = trigger.last
        if at >= len(tokens) or tokens[at] not in _THEM or not trigger.kind("active"):
            continue
        if not _MODALS.isdisjoint(tokens[max(0, trigger.first - _BEFORE_VERB) : trigger.first]):
            continue
        behind = tokens[at + 1 : at + 2]
        if behind != [] and tokens[at] == "her" and behind[0].isalpha() and behind[0] not in _ENDS:
            continue  # "killed her brother"
        kind = "killed" if not _DEAD.isdisjoint(behind) else trigger.kind("active")
        if kind in _HARM:
            _tell(sentence, trigger.first, kind, single=tokens[at] != "them")


def _tell(sentence: Counting, verb: int, kind: str, *, single: bool) -> None:
    for item in reversed(sentence.items):
        quantity = item.quantity
        if quantity.first >= verb or not quantity.counts:
            continue
        if verb - quantity.last > _REACH:
            return
        if quantity.person is None and quantity.head is not None:
            continue  # the bus they were on
        one = quantity.value.stated == 1
        if one != single or not fits(kind, quantity) or quantity.value.stated == 0:
            return
        if item.kind in _LESS and not _is_subject(sentence, quantity.last, verb):
            item.kind, item.trigger, item.via = kind, None, "taken_up"
        return


def _is_subject(sentence: Counting, last: int, verb: int) -> bool:
    """ "Twelve gunmen killed them": those counted are who did it."""
    lex, gap = lexicon(), sentence.words[last:verb]
    return is_at(gap, 0, "who") or all(word in lex.auxiliary or word in lex.adverb for word in gap)

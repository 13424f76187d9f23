"""No one harmed, told without a number: "no one was hurt", "none of the 88", "no injuries"."""

from __future__ import annotations

from typing import Final

from factcheck.quantity.quantity import Quantity
from factcheck.rules import unwritten
from factcheck.rules.counting import UNCOUNTED, Counting
from factcheck.text.lexicon import Person, lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words
from factcheck.text.words_at import is_at

_ZERO: Final = words("implied.zero")
_ANYONE: Final = frozenset({"anyone", "anybody"})
_DENYING: Final = _ZERO | _ANYONE | {"no", "without", "any", "single"}
_DENYING_MARK: Final = mark_of(_DENYING)
_NONE_OF: Final = words("implied.none_of")
_NEGATIONS: Final = words("implied.negations")
_DENIALS: Final = words("implied.denials")
_NO_NOUNS: Final = words("implied.no_nouns")
_OF_THEM: Final = (["whom"], ["them"], ["those"])
_NEAR_NO: Final = 5  # tokens from "no" to its noun, and back to "not"
_HARM: Final = frozenset({"killed", "wounded", "casualties"})
_NONE_REACH: Final = 7  # tokens of "none of the 88 passengers"


def add(found: list[Quantity], tokens: Tokens, triggers: list[Trigger]) -> None:
    """ "no one was hurt", "nobody", "none of the 88", "no injuries", "no people"."""
    words = tokens.words
    if not tokens.holds(_DENYING_MARK):
        return
    for i in [i for i, word in enumerate(words) if word in _DENYING]:
        word, following = words[i], words[i + 1] if i + 1 < len(words) else ""
        if word == "single":
            single = _single(tokens, i)
            if single is not None:
                found.append(single)
        elif word in _ANYONE:
            if _negated(words, i) or "nor" in words[max(0, i - _NEAR_NO) : i]:
                found.append(
                    unwritten.quantity(tokens, i, i + 1, 0.0, "people", Person(None, True))
                )
        elif word in _ZERO:
            last = _past_whole(words, i + 1) if following == "of" else i + 1
            if following == "of" and _is_of_harm(words, triggers, last):
                continue  # "none of their injuries is serious": there are some
            found.append(unwritten.quantity(tokens, i, last, 0.0, "people", Person(None, True)))
        elif word == "no" and following in _NONE_OF:
            last = i + 2 + (is_at(words, i + 2, "people"))
            found.append(unwritten.quantity(tokens, i, last, 0.0, "people", Person(None, True)))
        elif word == "no" and (last := _past_people(tokens, i + 1)) > i + 1:
            head = words[last - 1]
            found.append(unwritten.quantity(tokens, i, last, 0.0, head, lexicon().people[head]))
        elif word in ("no", "without") or (word == "any" and _negated(words, i)):
            if following[:1].isdigit() or following in lexicon().number_words:
                continue  # "without six injured regulars"
            trigger = _noun_of_harm(words, triggers, i)
            if trigger:
                head = words[trigger.last - 1]
                person = lexicon().people.get(head)
                found.append(unwritten.quantity(tokens, i, trigger.last, 0.0, head, person))


def _past_people(tokens: Tokens, j: int) -> int:
    """Past the noun of people at token `j`, an adjective aside: "no child", "no new patients"; `j`
    where there is none. Nouns that tell of harm themselves are left to their phrases."""
    words, lex = tokens.words, lexicon()
    for at in (j, j + 1):
        if at >= len(words) or words[at] in lex.participles or not words[at].isalpha():
            return j
        following = words[at + 1] if at + 1 < len(words) else ""
        if (
            words[at] in lex.people
            and following not in lex.people
            and not unwritten.is_head(following)
        ):
            return at + 1
        if words[at] in lex.stop or words[at] in lex.verb:
            return j
    return j


def _single(tokens: Tokens, i: int) -> Quantity | None:
    """ "not a single house" with its "single" at `i`: none."""
    words = tokens.words
    if i < 2 or words[i - 2 : i] != ["not", "a"] or i + 1 >= len(words):
        return None
    last = i + 2
    while last < len(words) and words[last] in lexicon().people:
        last += 1
    head = words[last - 1]
    return unwritten.quantity(tokens, i - 2, last, 0.0, head, lexicon().people.get(head))


def _past_whole(words: list[str], of: int) -> int:
    """Past "of the 88 passengers" at token `of`."""
    lex = lexicon()
    last = of + 1
    while last < min(len(words), of - 1 + _NONE_REACH) and (
        words[last] in lex.determiners
        or words[last] in lex.people
        or words[last] in ("them", "those")
        or words[last][0].isdigit()
    ):
        last += 1
    return last


def _is_of_harm(words: list[str], triggers: list[Trigger], last: int) -> bool:
    """Whether those told "of" are harm, or people by their harm: "of the dead", "of her wounds"."""
    headless = words[last - 1] in lexicon().determiners
    return any(
        trigger.kind("nouns") in _HARM
        and (trigger.first < last <= trigger.last or (headless and trigger.first == last))
        for trigger in triggers
    )


def _negated(words: list[str], i: int) -> bool:
    before = words[max(0, i - _NEAR_NO) : i]
    return not _NEGATIONS.isdisjoint(before) or _is_denied(before)


def _is_denied(before: list[str]) -> bool:
    """ "(the army) denied that (anyone had been hurt)"."""
    told = before[:-1] if before[-1:] == ["that"] else before
    return bool(told) and told[-1] in _DENIALS


def _noun_of_harm(words: list[str], triggers: list[Trigger], no: int) -> Trigger | None:
    """The trigger that "no" denies, past adjectives: no immediate reports of injuries."""
    for trigger in triggers:
        if trigger.first > no + _NEAR_NO:
            return None
        if (
            trigger.first > no
            and trigger.kind("nouns")
            and _only_nouns(words[no + 1 : trigger.first])
        ):
            return trigger
    return None


def _only_nouns(between: list[str]) -> bool:
    lex = lexicon()
    return all(
        word == ","
        or (
            word.isalpha()
            and word not in lex.verb
            and word not in lex.auxiliary
            and word not in _NO_NOUNS
        )
        for word in between
    )


def uncount(sentence: Counting) -> None:
    """Takes back "nobody" who is the subject of a verb that tells of no harm, where the harm is
    told before: "a train killed three people, no one was blamed"."""
    if not sentence.holds(_DENYING_MARK):
        return
    words, lex = sentence.words, lexicon()
    for item in sentence.items:
        quantity, trigger = item.quantity, item.trigger
        if item.kind not in lex.of_people or not quantity.implied or quantity.value.stated != 0:
            continue
        if words[quantity.first] not in _ZERO and words[quantity.first] != "no":
            continue
        at = quantity.last
        if words[at - 1] == "of" and words[at : at + 1] in _OF_THEM:
            at += 1
        behind = words[at] if at < len(words) else ""
        told_before = trigger is None or trigger.first < quantity.first
        if told_before and (behind in lex.auxiliary or behind in lex.verb or behind[-2:] == "ed"):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None

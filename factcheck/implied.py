"""Counts without a number: "a man" is one, "no one" is none, "Jane Roe, 34," is one.

They become quantities like any other, so that the rules for what is counted serve them too;
those that no trigger claims are dropped by the caller.
"""

from __future__ import annotations

import re

from claims_db import gazetteer
from factcheck import values
from factcheck.lexicon import Person, lexicon
from factcheck.quantities import Quantity
from factcheck.tokens import Tokens
from factcheck.triggers import Trigger

ZERO_WORDS = frozenset({"nobody", "none"})
NEW = frozenset({"a", "an", "one", "another"})  # introduces a person; the others take one up again
TAKEN_UP = frozenset({"the", "his", "her", "their", "my", "our"})
ORDINAL = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"})
REFLEXIVE = {"himself": "killed", "herself": "killed", "themselves": "killed"}
# Person nouns that are mostly titles or modifiers before a name or another noun.
NOT_ALONE = frozenset(
    "local other general major chief president minister mayor governor judge captain colonel sergeant lieutenant officer deputy detective director manager "
    "native national marine royal executive military police suspected expert official senator attorney spokesman "
    "spokeswoman coroner dead body bodies life member minor adult male female principal coach pastor witness crew staff family household clergy personnel others "
    "reporter photographer commander secretary king queen prince princess star dealer founder analyst".split()
)
TITLES_AS_VICTIMS = frozenset(
    "officer deputy captain sergeant colonel major general commander judge mayor minister pastor coach principal marine adult minor male female".split()
)
INITIAL = re.compile(r"^[A-Z]\.?$")
MODIFIER_REACH = 7


def find(tokens: Tokens, triggers: list[Trigger], taken: list[Quantity]) -> list[Quantity]:
    """Implied counts that stand outside the quantities already read, in order."""
    if not triggers:
        return []
    covered = [(q.first, q.last) for q in taken]
    found = [*_zeros(tokens, triggers), *_persons(tokens, triggers), *_names(tokens, triggers)]
    kept: list[Quantity] = []
    for quantity in sorted(found, key=lambda q: (q.first, -q.last)):
        if any(low < quantity.last and quantity.first < high for low, high in covered):
            continue
        kept.append(quantity)
        covered.append((quantity.first, quantity.last))
    return kept


def merged(taken: list[Quantity], implied: list[Quantity]) -> list[Quantity]:
    """Both, in the order of the sentence."""
    return sorted([*taken, *implied], key=lambda quantity: quantity.first)


def _quantity(
    tokens: Tokens, first: int, last: int, amount: float, head: str | None, person: Person | None
) -> Quantity:
    text = tokens.slice(first, last)
    return Quantity(
        values.value(amount, "exact", text),
        first=first,
        number=first,
        last_number=first + 1,
        last=last,
        head=head,
        phrase=text,
        person=person,
        implied=True,
    )


def _zeros(tokens: Tokens, triggers: list[Trigger]) -> list[Quantity]:
    """ "no one was hurt", "nobody", "none of the 88", "no injuries", "no people"."""
    words = tokens.words
    lex = lexicon()
    found = []
    for i, word in enumerate(words):
        following = words[i + 1] if i + 1 < len(words) else ""
        if word == "no" and following in (
            "one",
            "person",
            "people",
            "other",
            "others",
            "civilian",
            "civilians",
            "lives",
        ):
            last = i + 2 + (words[i + 2 : i + 3] == ["people"])
            if (
                words[i + 1] in ("other", "others")
                and words[i + 2 : i + 3] != ["people"]
                and following == "other"
            ):
                last = i + 2
            found.append(_quantity(tokens, i, last, 0.0, "people", Person(None, True)))
        elif word == "no" or word == "without" or (word == "any" and _negated(words, i)):
            trigger = next(
                (
                    t
                    for t in triggers
                    if i < t.first <= i + 5
                    and t.kind("nouns")
                    and _only_nouns(words[i + 1 : t.first])
                ),
                None,
            )
            if trigger:
                found.append(
                    _quantity(
                        tokens,
                        i,
                        trigger.last,
                        0.0,
                        words[trigger.last - 1],
                        lex.people.get(words[trigger.last - 1]),
                    )
                )
        elif word in ZERO_WORDS:
            last = i + 1
            if following == "of":
                last = i + 2
                while (
                    last < len(words)
                    and last < i + 7
                    and (
                        words[last] in lex.determiners
                        or words[last] in lex.people
                        or words[last] in ("them", "those")
                        or words[last][0].isdigit()
                    )
                ):
                    last += 1
            found.append(_quantity(tokens, i, last, 0.0, "people", Person(None, True)))
    return found


def _negated(words: list[str], i: int) -> bool:
    return any(
        w in ("not", "n't", "without", "didn't", "wasn't", "weren't", "never")
        for w in words[max(0, i - 5) : i]
    )


def _only_nouns(words: list[str]) -> bool:
    """Between "no" and "injuries": immediate, serious, reports of, deaths or."""
    lex = lexicon()
    return all(
        (w.isalpha()
        and w not in lex.verb
        and w not in lex.auxiliary
        and w not in ("and", "but", "the", "when"))
        or w in (",",)
        for w in words
    )


def _persons(tokens: Tokens, triggers: list[Trigger]) -> list[Quantity]:
    """ "a man", "a 5-year-old girl", "the driver", "his wife", "another victim"."""
    words = tokens.words
    people = lexicon().people
    found = []
    for i, word in enumerate(words):
        person = people.get(word)
        if person is None or person.plural:
            continue
        if word in NOT_ALONE and word not in TITLES_AS_VICTIMS:
            continue
        if (
            i + 1 < len(words)
            and (words[i + 1] in people and words[i + 1] not in NOT_ALONE)
            and not tokens.capital(i + 1)
        ):
            continue
        if i + 1 < len(words) and words[i + 1] in ("'s", "’s", "-"):
            continue
        if word in TITLES_AS_VICTIMS and i + 1 < len(words) and tokens.capital(i + 1):
            continue
        first = _determiner(tokens, i)
        if first is not None:
            found.append(_quantity(tokens, first, i + 1, 1.0, word, person))
    return found


def _determiner(tokens: Tokens, head: int) -> int | None:
    """The token where the singular noun phrase that ends at `head` begins."""
    words = tokens.words
    lex = lexicon()
    for i in range(head - 1, max(-1, head - 1 - MODIFIER_REACH), -1):
        word = words[i]
        if word in NEW or word in TAKEN_UP:
            return i
        if (
            word in ("-", "–", ",")
            or word.isdigit()
            or word in ORDINAL
            or word in ("old", "year", "month", "day")
        ):
            continue
        if not word[0].isalpha() or word in lex.stop or word in lex.verb or word in lex.auxiliary:
            break
        if _is_trigger_verb(word):
            break
    if head == 0 or (not tokens.capital(head) and _headline(tokens)):
        return head
    start = head
    while start > 0 and (words[start - 1] in ("-", "old", "year") or words[start - 1].isdigit()):
        start -= 1
    if start < head and (start == 0 or words[start - 1] in (",", ";", ":", "and", "–", "—")):
        return start
    return None


def _is_trigger_verb(word: str) -> bool:
    entries = lexicon().triggers.get(word, ())
    return any(
        len(phrase) == 1 and any(s.form == "active" for s in senses) for phrase, senses in entries
    ) and word not in ("injured", "wounded", "missing", "trapped")


def _headline(tokens: Tokens) -> bool:
    """A sentence without a full stop at its end, short: "Man shot dead in Leeds"."""
    return len(tokens) < 18 and tokens.words[-1] not in (".", "!", "?", "”", '"')


def _names(tokens: Tokens, triggers: list[Trigger]) -> list[Quantity]:
    """ "Jane Q. Roe, 34, died": a name right before a word of harm."""
    words = tokens.words
    lex = lexicon()
    found = []
    for trigger in triggers:
        if not any(
            s.form == "passive"
            and s.kind in ("killed", "wounded", "casualties", "hospitalised", "missing")
            for s in trigger.senses
        ):
            continue
        i = trigger.first - 1
        while i >= 0 and (
            words[i] in lex.auxiliary or words[i] in lex.adverb or words[i] in ("who", "later")
        ):
            i -= 1
        if i >= 2 and words[i] in (",", ")") and _age_or_place(words, i):
            i = _before_aside(words, i)
        end = i + 1
        while i >= 0 and (
            (tokens.capital(i)
            and words[i][0].isalpha())
            or (words[i] in (".", "-", "jr.")
            and i + 1 < end)
        ):
            i -= 1
        first = i + 1
        if end - first < 1 or not tokens.capital(first):
            continue
        names = [k for k in range(first, end) if words[k].isalpha()]
        if not names or any(
            words[k] in lex.people or words[k] in lex.stop or words[k] in lex.determiners
            for k in names
        ):
            continue
        if len(names) == 1 and first == 0 and not (end < trigger.first and words[end] == ","):
            continue
        if any(words[k] in lex.triggers or words[k] in NOT_NAMES for k in names):
            continue
        if _is_place(tokens.slice(first, end)):
            continue
        found.append(_quantity(tokens, first, end, 1.0, None, Person(None, False)))
    return found


def _is_place(name: str) -> bool:
    """Whether a bare name is that of a country, region or city, or of its people."""
    known = gazetteer.lookup(name)
    if known and (known[0].kind != "city" or known[0].population > LARGE_CITY):
        return True
    return gazetteer.demonym(name) is not None


LARGE_CITY = 200_000
NOT_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "police sheriff hospital county city street avenue road university school center centre department court church airport office news today yesterday "
    "tonight islamic state army government officials authorities".split()
)


def _age_or_place(words: list[str], i: int) -> bool:
    """Whether ", 34," or ", of Akron," or "(34)" stands before token `i`."""
    opener = "(" if words[i] == ")" else ","
    return any(words[k] == opener for k in range(max(0, i - 8), i))


def _before_aside(words: list[str], i: int) -> int:
    opener = "(" if words[i] == ")" else ","
    for k in range(i - 1, max(-1, i - 9), -1):
        if words[k] == opener:
            if opener == "," and k >= 3 and words[k - 2] == "," and words[k - 1].isdigit():
                return k - 3
            return k - 1
    return i

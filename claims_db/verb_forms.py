"""A verb of the kinds table in all its forms: "gun down" → "gunned down", "gunning down", …

A verb is written as its base form, an irregular one with its past and its participle behind:
"slay~slew~slain"; words behind it stay: "shoot~shot~shot dead". Words that may stand for each
other are written with a bar: "pull|drag out of"; "one's" stands for "his", "her" and "their".
"""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Final

_VOWELS: Final = "aeiou"
_POSSESSIVES: Final = ("his", "her", "their")
_NEVER_DOUBLED: Final = "wxy"


def spelled_out(text: str) -> list[str]:
    """A phrase with each of the words that may stand in it: "shot in the arm|leg", "lost one's
    life"."""
    columns = [_chosen(word) for word in text.split(" ")]
    return [" ".join(word.replace("_", " ") for word in chosen) for chosen in product(*columns)]


def verbs_of(text: str) -> list[str]:
    """A verb phrase once for each of the verbs that may open it; the words behind stay as they are:
    "run|flee~fled~fled for one's life|lives"."""
    first, space, rest = text.partition(" ")
    return [verb.replace("_", " ") + space + rest for verb in first.split("|")]


def variants(text: str) -> int:
    """How many phrases the text would be, spelled out."""
    return prod(len(_chosen(word)) for word in text.split(" "))


def _chosen(word: str) -> list[str]:
    """What may stand at the place of a word as it is written."""
    return word.replace("one's", "|".join(_POSSESSIVES)).split("|")


def with_object(text: str) -> list[str]:
    """The forms of a verb that stand before its object, or behind its subject: base, third person,
    past, participle (of "has driven out"), -ing."""
    base, past, participle, rest = _parts(text)
    forms = (base, _third_person(base), past, participle, _gerund(base))
    return [form + rest for form in dict.fromkeys(forms)]


def past_with_object(text: str) -> list[str]:
    """The past and -ing forms alone: of verbs whose other forms are nouns ("burns")."""
    base, past, _, rest = _parts(text)
    return [past + rest, _gerund(base) + rest]


def participle(text: str) -> str:
    """The participle: "slain", "gunned down"."""
    _, _, form, rest = _parts(text)
    return form + rest


def _parts(text: str) -> tuple[str, str, str, str]:
    """Base form, past, participle, and the words behind the verb with the space before them."""
    verb, space, rest = text.partition(" ")
    forms = verb.split("~")
    if len(forms) == 1:
        forms += [_past(verb)] * 2
    return forms[0], forms[1], forms[-1], space + rest


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _third_person(base: str) -> str:
    if base == "have":
        return "has"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _doubled(base: str) -> str:
    """With its last letter twice, as verbs of one short syllable have it: "stab" → "stabb"."""
    vowels = [letter in _VOWELS for letter in base]
    short = sum(vowels) == 1 and len(base) > 2 and vowels[-2] and not vowels[-1]
    return base + base[-1] if short and base[-1] not in _NEVER_DOUBLED else base

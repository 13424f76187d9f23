"""A verb of the kinds table with words behind its object: "rushed 18 people to hospital".

A frame is written with a line for the object: "rush|take~took~taken _ to|into hospital|a_hospital".
Each of the verbs goes with each of the phrases behind; a class of nouns may follow, as in the other
columns. Said of those counted, the participle stands right before the phrase: "12 were rushed to
hospital".
"""

from __future__ import annotations

from dataclasses import dataclass

from claims_db import verb_forms

OBJECT = "_"


@dataclass(frozen=True, slots=True)
class VerbFrame:
    """The forms of a frame's verbs, their participles, the words behind the object as they are
    written, and the class of nouns that it is said of."""

    forms: frozenset[str]
    participles: tuple[str, ...]
    behind: str
    wants: str | None = None

    @property
    def passive(self) -> str:
        """What is said of those counted: "rushed|taken to hospital"."""
        told = "|".join(form.replace(" ", "_") for form in self.participles)
        return f"{told} {self.behind}"


def frame(text: str) -> VerbFrame:
    """The frame as written; raises ValueError where it has no place for the object."""
    bare, _, wanted = text.partition("<")
    verbs, line, behind = bare.partition(f" {OBJECT} ")
    if not line or " " in verbs:
        raise ValueError(f"{text!r} is no verb, {OBJECT} and words behind")
    each = verb_forms.verbs_of(verbs)
    forms = [form for verb in each for form in verb_forms.with_object(verb)]
    return VerbFrame(
        forms=frozenset(forms),
        participles=tuple(dict.fromkeys(map(verb_forms.participle, each))),
        behind=behind.strip(),
        wants=wanted.rstrip(">") or None,
    )

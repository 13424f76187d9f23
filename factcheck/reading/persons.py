"""A text → the single persons it tells of as harmed, each with the worst told of them.

Mentions are gathered as a reader does: names, ages and sexes keep people apart; "the victim", a
pronoun and a name take up someone already told of; "another" tells of someone new.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from factcheck.reading import harm_told, mention_words, mentions
from factcheck.reading.mention_words import Mention, Names
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import table

_LONGEST: Final = 300  # tokens of a sentence; a longer one is a list, or no sentence
_LATEST: Final = 60  # persons, of whom a mention may take one up
_NEAR: Final = 2  # sentences back to whom a pronoun takes up
_IDENTIFYING: Final = table(mention_words.TABLE).words("mentions.identifying")
_IDENTIFYING_MARK: Final = mark_of(_IDENTIFYING)

_ACCUSING: Final = table(mention_words.TABLE).words("mentions.accusing")
_ACCUSING_MARK: Final = mark_of(_ACCUSING)


class Person:
    """One person as far as told; `harm` as in `harm_told`, 0 for none."""

    __slots__ = (
        "first_name",
        "further",
        "harm",
        "last",
        "names",
        "nouns",
        "oldest",
        "sex",
        "side",
        "told_in",
        "youngest",
    )

    def __init__(self) -> None:
        self.harm = 0
        self.names: set[str] = set()
        self.sex = ""
        self.youngest = 0
        self.oldest = mention_words.OLDEST
        self.side = ""
        self.nouns: set[str] = set()
        self.further = False
        self.first_name = ""
        self.told_in: set[int] = set()  # sentences that tell of harm to them
        self.last = -1  # the last sentence that mentions them


def gather(sentences: Iterable[Tokens]) -> list[Person]:
    """The harmed persons of a text's sentences, a title among them, in order."""
    persons: list[Person] = []
    names = Names()
    for at, tokens in enumerate(sentences):
        if len(tokens) > _LONGEST or not may_tell(tokens):
            continue
        told = mentions.find(tokens, names)
        harm: dict[int, int] = {}
        for mention, bad in harm_told.find(tokens, told):
            harm[mention.first] = max(bad, harm.get(mention.first, 0))
        identifies = _identifies(tokens)
        here: dict[int, Person] = {}
        for mention in told:
            if mention.crowd:
                continue
            bad = harm.get(mention.first, 0)
            others = persons if len(persons) <= _LATEST else persons[-_LATEST:]
            if mention.apart >= 0:
                others = [p for p in others if p is not here.get(mention.apart)]
            near = list(here.values()) if mention.pronoun else []
            person = _found(others, mention, at, near, bad, identifies)
            if person is None and bad:
                person = Person()
                persons.append(person)
            if person is not None:
                _learn(person, mention, at, bad, bad > 0 or identifies)
                here[mention.first] = person
    return _settled([person for person in persons if person.harm])


def may_tell(tokens: Tokens) -> bool:
    """Whether a sentence may tell of harm or of who was harmed: quick, and wrong only in saying
    yes."""
    return harm_told.may_tell(tokens) or _identifies(tokens)


def _settled(persons: list[Person]) -> list[Person]:
    """The persons, those told of alike and never together taken for one: "a boy died" in the
    headline and "Jim Roe, 9," further down, who was first told of as wounded."""
    kept: list[Person] = []
    for person in sorted(persons, key=lambda p: (not p.names, -p.harm)):
        same = next((p for p in kept[-_LATEST:] if _are_one(p, person)), None)
        if same is None:
            kept.append(person)
        else:
            same.harm = max(same.harm, person.harm)
            same.names |= person.names
            same.sex = same.sex or person.sex
            same.side = same.side or person.side
            same.youngest = max(same.youngest, person.youngest)
            same.oldest = min(same.oldest, person.oldest)
            same.told_in |= person.told_in
    return kept


def _are_one(one: Person, other: Person) -> bool:
    if not _as_bad(one.harm, other.harm):
        return False
    if (one.names and other.names) or one.told_in & other.told_in:
        return False
    if mention_words.differ(one.sex, other.sex) or mention_words.differ(one.side, other.side):
        return False
    return mention_words.ages_fit(one.youngest, one.oldest, other.youngest, other.oldest)


def _identifies(tokens: Tokens) -> bool:
    """Whether a sentence tells who a victim is: "identified the boy as Jim Roe"."""
    if not tokens.holds(_IDENTIFYING_MARK) or "as" not in tokens.words:
        return False
    return not tokens.holds(_ACCUSING_MARK)


def _found(
    persons: list[Person], mention: Mention, at: int, here: list[Person], bad: int, identifies: bool
) -> Person | None:
    """The person that a mention takes up, or None where it tells of someone new."""
    told = mention.pronoun or mention.names or mention.definite or _is_aged(mention)
    if not (told or bad):
        return None  # a passer-by
    fitting = [p for p in persons if _fits(p, mention)]
    if mention.pronoun:
        near = [p for p in fitting if p in here] or [p for p in fitting if p.last >= at - _NEAR]
        return max(near, key=lambda p: p.last, default=None)
    if mention.names:
        same = [p for p in fitting if _is_named(p, mention.names)]
        if same or not (bad or identifies):
            return same[-1] if same else None
        fitting = [p for p in fitting if not p.names]
        if bad == harm_told.WOUNDED:
            fitting = [p for p in fitting if p.harm < harm_told.KILLED]
    free = [p for p in fitting if at not in p.told_in]
    if mention.further:
        again = [p for p in free if p.further and (mention.noun in p.nouns or not mention.noun)]
        return again[-1] if again else None
    if _is_aged(mention):
        same = [p for p in fitting if p.youngest == p.oldest == mention.youngest]
        if same:
            return same[-1]
        fitting = free
    elif not mention.definite:
        fitting = [p for p in free if not p.further or _as_bad(p.harm, bad)]
    return max(fitting, key=lambda p: _likeness(p, mention, bad), default=None)


def _is_named(person: Person, names: tuple[str, ...]) -> bool:
    """Whether a name may be the person's: Bill Roe is Roe and Bill, and not Jane Roe."""
    if len(names) > 1 and person.first_name and names[0] != person.first_name:
        return False
    return not person.names.isdisjoint(names)


def _as_bad(one: int, other: int) -> bool:
    """Whether two harms may be one person's at a time: shot may be anything."""
    return one == other or harm_told.SHOT in (one, other)


def _likeness(person: Person, mention: Mention, bad: int) -> tuple[int, int]:
    """How likely a mention takes up a person: the same noun, the same harm; then the latest."""
    likeness = 2 * (mention.noun != "" and mention.noun in person.nouns)
    likeness += bad > 0 and _as_bad(person.harm, bad)
    return likeness, person.last


def _is_aged(mention: Mention) -> bool:
    return mention.youngest == mention.oldest


def _fits(person: Person, mention: Mention) -> bool:
    if mention_words.differ(mention.sex, person.sex) or mention_words.differ(
        mention.side, person.side
    ):
        return False
    if mention.names and person.names and not _is_named(person, mention.names):
        return False
    return mention_words.ages_fit(person.youngest, person.oldest, mention.youngest, mention.oldest)


def _learn(person: Person, mention: Mention, at: int, harm: int, is_told: bool) -> None:
    person.harm = max(person.harm, harm)
    person.last = at
    if harm:
        person.told_in.add(at)
    if not is_told:
        return
    if len(mention.names) > 1:
        person.first_name = mention.names[0]
    person.names |= set(mention.names)
    person.sex = person.sex or mention.sex
    if harm:
        person.side = person.side or mention.side
    if not mention.pronoun:
        person.youngest = max(person.youngest, mention.youngest)
        person.oldest = min(person.oldest, mention.oldest)
    if mention.noun:
        person.nouns.add(mention.noun)
    person.further = person.further or mention.further

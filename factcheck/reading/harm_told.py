"""A sentence's mentions of single people → the harm that it tells of each.

What is said in the passive befell the mention in front ("a man was shot", "she died"), in the
active the one behind ("killing a boy", "the death of Jane Roe").
"""

from __future__ import annotations

from typing import Final

from factcheck.reading.mention_words import TABLE, Mention, fit
from factcheck.text import triggers
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.triggers import Trigger
from factcheck.text.word_marks import mark_of, spot_of
from factcheck.text.word_tables import table
from factcheck.text.words_at import is_at

SHOT: Final = 1
WOUNDED: Final = 2
KILLED: Final = 3
"""How bad: shot with the outcome untold, wounded, killed."""

Told = tuple[Mention, int]
"""A mention and the harm told of it."""

_HARM_OF: Final = {
    "killed": KILLED,
    "wounded": WOUNDED,
    "hospitalised": WOUNDED,
    "casualties": SHOT,
}
_BE: Final = table(TABLE).words("harm.be")
_ACTIVE: Final = table(TABLE).words("harm.active")
_CARRIED: Final = table(TABLE).words("harm.carried")
_HOSPITALS: Final = table(TABLE).words("harm.hospitals")
_DENIALS: Final = table(TABLE).words("harm.denials")
_DOUBTS: Final = table(TABLE).words("harm.doubts")
_DENIED: Final = _DENIALS | _DOUBTS
_BASE_FORMS: Final = frozenset("kill shoot hit strike harm hurt injure wound murder".split())
_ACTORS: Final = frozenset("he she they who".split())  # right before a verb: its subject
_ASIDE: Final = frozenset("by with to for from near behind at against toward of".split())
_MODIFIERS: Final = 3  # words between a verb and its object's noun
_NO_MODIFIERS: Final = frozenset(
    "at in on to for with by from as and or when while after before during of near outside inside "
    "up multiple several twice once dead but then who that".split()
)
_BEFORE_OBJECT: Final = frozenset("a an the his her their two three four five six at least".split())
_BEFORE_NOUN: Final = frozenset("the a one each single warning first second another that".split())
_STRUCK: Final = frozenset("struck hit grazed".split())
_STRIKING: Final = _STRUCK | {"striking", "hitting", "grazing"}
_WOUNDS: Final = frozenset("wound wounds injury injuries".split())
_COMMON: Final = frozenset("in with to for under at on took taking takes a the expected".split())
_SURVIVING: Final = frozenset("survived survive recovering recover".split())
_WORDS: Final = _STRIKING | _WOUNDS | _CARRIED | _SURVIVING | {"condition"}
_WORDS_MARK: Final = mark_of(_WORDS)
_WORDS_SPOT: Final = spot_of(_WORDS)
_WITH_OBJECT: Final = _STRIKING | _CARRIED
_STRUCK_BY: Final = frozenset("in by multiple several once twice at on while and with".split())
_SAYING: Final = frozenset("said says told added confirmed reported".split())
_HAVING: Final = frozenset("with suffered suffering sustained sustaining from of has had".split())
_STATES: Final = frozenset("critical serious stable good fair grave".split())
_JOINS: Final = frozenset({",", "and", "&", "both"})
_HOSPITAL_REACH: Final = 12  # tokens from "taken"
_SUBJECT_REACH: Final = 26  # tokens from a subject to what befell it
_WOUND_REACH: Final = 7  # tokens from "with" to "gunshot wound"


class Happened:
    """What a word at tokens [first, last) tells; `active`: of whom stands behind."""

    __slots__ = ("active", "first", "harm", "last")

    def __init__(self, first: int, last: int, harm: int, active: bool) -> None:
        self.first = first
        self.last = last
        self.harm = harm
        self.active = active


def _words() -> frozenset[str]:
    first = (
        word
        for word, entries in lexicon().triggers.items()
        if any(sense.kind in _HARM_OF for _, senses in entries for sense in senses)
    )
    return _WORDS.union(first) - _COMMON


_TELLING: Final = _words()
_TELLING_MARK: Final = mark_of(_TELLING)


def may_tell(tokens: Tokens) -> bool:
    """Whether a sentence may tell of harm: quick, and wrong only in saying yes."""
    return tokens.holds(_TELLING_MARK)


def find(tokens: Tokens, mentions: list[Mention]) -> list[Told]:
    """The harm told of each mention, as often as it is told, in the order of the words."""
    if not mentions:
        return []
    found: list[Told] = []
    for happened in _happened(tokens, mentions):
        subjects = _subjects(tokens, mentions, happened.first)
        if happened.active:
            of = _objects(tokens, mentions, happened.last)
            actor = subjects[-1] if subjects else None
        else:
            of, actor = subjects, None
        found += [(_meant(tokens, mentions, one, actor), happened.harm) for one in of]
    return found


def _meant(
    tokens: Tokens, mentions: list[Mention], mention: Mention, actor: Mention | None
) -> Mention:
    """Whom a pronoun means, where its sentence has named someone before it; "he shot him" means
    two, the `actor` and another."""
    if not mention.pronoun:
        return mention
    if tokens.words[mention.first].endswith("self"):
        return actor or mention
    before = [m for m in mentions if m.last <= mention.first and not m.pronoun and not m.crowd]
    fitting = [
        m
        for m in before
        if fit(m, mention)
        and m is not actor
        and not (m.owner or _speaks(tokens.words, m.last) or _is_aside(tokens.words, m))
    ]
    if not fitting and actor is not None:
        mention.apart = actor.first
    return fitting[-1] if fitting else mention


def _happened(tokens: Tokens, mentions: list[Mention]) -> list[Happened]:
    """What a sentence tells to have happened, in the order of the words."""
    words = tokens.words
    found: list[Happened] = []
    for trigger in triggers.find(tokens):
        harm = 0
        for sense in trigger.senses:
            harm = max(harm, _HARM_OF.get(sense.kind, 0))
        if harm == 0 or _is_denied(words, trigger.first):
            continue
        told = _of_trigger(tokens, mentions, trigger, harm)
        if told is not None:
            found.append(told)
    if not tokens.holds(_WORDS_MARK):
        return found
    for i in tokens.at(_WORDS_SPOT):
        if not _is_denied(words, i):
            active = _begins(words, mentions, i + 1)
            harm = _harm_at(words, i, active)
            if harm:
                found.append(Happened(i, i + 1, harm, active and words[i] in _WITH_OBJECT))
    found.sort(key=_first)
    return found


def _first(happened: Happened) -> int:
    return happened.first


def _harm_at(words: list[str], i: int, active: bool) -> int:
    """What a word tells that is no phrase of the kinds table; 0 for nothing."""
    word = words[i]
    if word in _STRIKING:
        struck = word in _STRUCK and _passive(words, i) and words[i + 1 : i + 2]
        return SHOT if active or (struck and words[i + 1] in _STRUCK_BY) else 0
    if word in _WOUNDS:
        return WOUNDED if not _HAVING.isdisjoint(words[max(0, i - _WOUND_REACH) : i]) else 0
    if word == "condition":
        return 0 if _STATES.isdisjoint(words[max(0, i - 4) : i]) else WOUNDED
    if word in _CARRIED:
        return WOUNDED if _to_hospital(words, i) else 0
    return WOUNDED


def _of_trigger(
    tokens: Tokens, mentions: list[Mention], trigger: Trigger, harm: int
) -> Happened | None:
    """What a phrase of harm tells, of whom it is said in front or behind; None for nothing."""
    words = tokens.words
    first, last = trigger.first, trigger.last
    following = words[last] if last < len(words) else ""
    if _is_no_harm(words, mentions, trigger, harm):
        return None
    noun = trigger.kind("nouns") is not None or words[first] in ("shooting", "killing", "stabbing")
    if words[last - 1] == "of" and _begins(words, mentions, last):
        return Happened(first, last, harm, True)
    if noun and following in ("of", "death") and harm != WOUNDED:
        at = last + 1 + (is_at(words, last + 1, "of"))
        if _begins(words, mentions, at):
            return Happened(first, at, KILLED if following == "death" else harm, True)
    elif trigger.kind("nouns") and harm == KILLED and first and words[first - 1] in ("'s", "’s"):
        owner = next((m for m in mentions if m.owner and m.last == first - 1), None)
        if owner is not None and words[first] in ("death", "killing", "murder", "body", "slaying"):
            return Happened(first - 1, last, harm, False)
    elif trigger.kind("active") and _begins(words, mentions, last) and not _passive(words, first):
        return Happened(first, last, harm, True)
    elif trigger.kind("active") and _has_crowd(tokens, mentions, trigger):
        return None  # "Roe killed three men"
    elif trigger.kind("passive"):
        return Happened(first, last, harm, False)
    return None


def _is_no_harm(words: list[str], mentions: list[Mention], trigger: Trigger, harm: int) -> bool:
    """Whether a phrase of harm tells of none here, or the next one tells better."""
    first, last = trigger.first, trigger.last
    following = words[last] if last < len(words) else ""
    before = words[first - 1] if first else ""
    told = words[first] if last == first + 1 else ""
    if told == "shot" and before in _BEFORE_NOUN:
        return True  # "who fired the shot"
    if told == "fatally" and following in _ACTIVE:
        return True  # "fatally shoots his wife"
    if following == "at" and harm == SHOT and not _passive(words, first):
        return True  # "shot at the officers"
    if told == "dead" and before == "brain":
        return True
    acts = words[first] in _ACTIVE and before in _ACTORS
    return acts and not _begins(words, mentions, last)  # "he shot twice into the car"


def _has_crowd(tokens: Tokens, mentions: list[Mention], trigger: Trigger) -> bool:
    """Whether several, or something, are the object of an active verb."""
    if trigger.last >= len(tokens) or _passive(tokens.words, trigger.first):
        return False
    following = tokens.words[trigger.last]
    crowd = any(m.crowd and m.first == trigger.last for m in mentions)
    return crowd or following in _BEFORE_OBJECT or following.isdigit()


def _begins(words: list[str], mentions: list[Mention], at: int) -> bool:
    """Whether an object begins at token `at`: a mention, perhaps behind its modifiers."""
    return _object_at(words, mentions, at) is not None


def _object_at(words: list[str], mentions: list[Mention], at: int) -> int | None:
    """The index of the mention that begins at token `at`, or behind a modifier or two."""
    k = next((k for k, m in enumerate(mentions) if m.first >= at), None)
    if k is None or mentions[k].crowd or mentions[k].first > at + _MODIFIERS:
        return None
    between = words[at : mentions[k].first]
    return k if all(_may_modify(word) for word in between) else None


def _may_modify(word: str) -> bool:
    return word.isalpha() and word not in _NO_MODIFIERS and not word.endswith("ing")


def _passive(words: list[str], i: int) -> bool:
    """Whether a form of "be" stands before the participle at `i`, past adverbs."""
    return any(words[k] in _BE for k in range(max(0, i - 3), i))


def _is_denied(words: list[str], i: int) -> bool:
    """ "was not hurt", "could have been killed", "to kill"."""
    for k in range(max(0, i - 4), i):
        if words[k] in _DENIED:
            return True
    return i > 0 and words[i - 1] == "to" and words[i] in _BASE_FORMS


def _to_hospital(words: list[str], i: int) -> bool:
    """ "taken to", and a hospital before the clause ends."""
    for word in words[i + 1 : i + 1 + _HOSPITAL_REACH]:
        if word in (";", ".", "where", "when"):
            return False
        if word in _HOSPITALS:
            return True
    return False


def _objects(tokens: Tokens, mentions: list[Mention], at: int) -> list[Mention]:
    """The mention at token `at` and those joined to it: "killing a boy and his mother"."""
    k = _object_at(tokens.words, mentions, at)
    if k is None:
        return []
    found = [mentions[k]]
    for mention in mentions[k + 1 :]:
        if mention.crowd or not _joined(tokens, found[-1].last, mention.first):
            break
        found.append(mention)
    return found


def _joined(tokens: Tokens, low: int, high: int) -> bool:
    between = tokens.words[low:high]
    return "and" in between and _JOINS.issuperset(between)


def _subjects(tokens: Tokens, mentions: list[Mention], first: int) -> list[Mention]:
    """Of whom a word at token `first` is said: the last mention before it, and those joined."""
    before = [k for k, m in enumerate(mentions) if m.last <= first]
    if not before:
        return []
    k = before[-1]
    while k > 0 and (
        (mentions[k].owner and mentions[k].last < first) or _is_aside(tokens.words, mentions[k])
    ):
        k -= 1
    subject = mentions[k]
    if subject.crowd or not _is_subject(tokens, subject, first):
        return []
    found = [subject]
    while k > 0 and _joined(tokens, mentions[k - 1].last, found[-1].first):
        k -= 1
        if mentions[k].crowd:
            break
        found.append(mentions[k])
    return found[::-1]


def _speaks(words: list[str], last: int) -> bool:
    """Whether who ends at token `last` is the speaker: "the officer told her"."""
    return any(words[k] in _SAYING for k in range(last, min(len(words), last + 2)))


def _is_aside(words: list[str], mention: Mention) -> bool:
    """ "taken to hospital by his wife, then": who stands behind a preposition is no subject."""
    return mention.first > 0 and words[mention.first - 1] in _ASIDE


def _is_subject(tokens: Tokens, mention: Mention, first: int) -> bool:
    between = tokens.words[mention.last : first]
    if len(between) > _SUBJECT_REACH or ";" in between:
        return False
    if _speaks(tokens.words, mention.last):
        return False
    return _DENIALS.isdisjoint(between[-4:])

"""What a document says of its killed, wounded and shot: the totals it writes and where, the
people it tells of one by one, what it denies, and which words of harm it uses.

The evidence that `toll_choice` weighs. Places of a text: headline, lead, the rest, and what tells
of more than the happening (a year's total) or of another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from claims_db.records import Claim, Document, Role, Window
from factcheck.reading import harm_told, persons
from factcheck.reading.own_claims import (
    LEAD_LENGTH,
    OTHERS,
    OTHERS_OPEN,
    PARTITIVE,
    PARTITIVE_OPENS,
    follows,
    implied,
    is_of_main,
)
from factcheck.reading.toll import LEAD, REST, TITLE, Toll, Tolls
from factcheck.results import MainFigure
from factcheck.text.tokenized import of_title, tokenized
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of, spot_of
from factcheck.text.word_tables import table

KILLED: Final = "killed"
WOUNDED: Final = "wounded"
SHOT: Final = "casualties"
ELSEWHERE: Final = 3
_KIND_OF: Final = {KILLED: KILLED, WOUNDED: WOUNDED, SHOT: SHOT, "hospitalised": WOUNDED}
_OTHER_BEFORE: Final = re.compile(r"\bothers?\s+\W*$", re.IGNORECASE)  # "the other three"
_BEFORE_OTHER: Final = 12  # characters
_IN_HOSPITAL: Final = 0.6  # what a count in hospital weighs as one of the wounded
_IN_SUM: Final = 0.5  # what a figure loses where it is one of a sum
_FEW: Final = 2  # so many "in critical condition" are mostly some of the wounded
_READ: Final = 4000  # characters of a text in which words of harm are counted

_TABLE: Final = table("persons.toml")
_SHOOTING: Final = _TABLE.words("tolls.shooting")
_SHOOTING_MARK: Final = mark_of(_SHOOTING)
_DEATH: Final = _TABLE.words("tolls.death")
_INJURY: Final = _TABLE.words("tolls.injury")
_ATTACKERS: Final = _TABLE.words("tolls.attackers")
_SERIES: Final = ("homicide", "killing", "murder", "shooting")  # "the city's 14th homicide"
_ELSEWHERE: Final = re.compile(
    r"\b(?:"
    + "|".join(re.escape(phrase) for phrase in _TABLE.phrases("tolls.elsewhere"))
    + r"|in \d+ hours|in (?:19|20)\d\d"
    + rf"|(?:first|second|third|\d+(?:st|nd|rd|th)) (?:{'|'.join(_SERIES)}))\b"
)


def _behind() -> dict[str, frozenset[str]]:
    """The first token of each of these with what may stand next, none where it stands alone."""
    found: dict[str, set[str]] = {word: set(_SERIES) for word in _ORDINALS}
    for phrase in _TABLE.phrases("tolls.elsewhere"):
        first, *others = Tokens(phrase).words
        found.setdefault(first, set()).update(others[:1])
    return {first: frozenset(seconds) for first, seconds in found.items()}


_ORDINALS: Final = ("first", "second", "third", "st", "nd", "rd", "th")
_BEHIND: Final = _behind()
_BEHIND_SPOT: Final = spot_of(["in", *_BEHIND])
# Of each the longest word, which is seldom there by chance.
_ELSEWHERE_MARK: Final = mark_of(
    Tokens(max(phrase.split(), key=len)).words[0]
    for phrase in (*_SERIES, *_TABLE.phrases("tolls.elsewhere"))
)
_STATE: Final = re.compile(
    r"\W*(?:\w+ ){0,3}(?:in|listed in) (?:critical|serious|stable|good|fair|grave)"
    r"(?: but stable)? condition",
    re.IGNORECASE,
)
_CONDITION: Final = re.compile(
    r"\bin (?:\w+ )?(?:good|fair|stable|serious|critical)\b", re.IGNORECASE
)
_ACTS: Final = re.compile(
    r"[\s,]*(?:(?:who|that) (?:\w+ ){0,3}?(?:shot|shoots|killed|wounded|opened|fired|injured)\b"
    r"(?! by| in | to death| dead| and | multiple| several| at | on )"
    r"|(?:they|police|authorities|officials) (?:say|said|believe)"
    r"|(?:was |is )?(?:accused|suspected|charged|wanted|arrested))",
    re.IGNORECASE,
)
_ACTS_OPEN: Final = "wtpaoiscWTPAOISC"  # the first letters of its words
_VICTIMS: Final = re.compile(r"(?:victims|both (?:men|women|teens|boys|girls))\b")
_VICTIMS_MARK: Final = mark_of(["victims", "both"])
_VICTIM_MARK: Final = mark_of(["victim"])
_VICTIM: Final = re.compile(r"victim\b")
_THE_VICTIM: Final = re.compile(
    r"\b(?:the|a) (?:male |female |teen |teenage |young |shooting |gunshot |\d\d-year-old )?$"
)
_BEFORE_VICTIM: Final = 20  # characters
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
_HARM_STARTS: Final = frozenset(word.partition("-")[0] for word in _DEATH | _INJURY)
_HARM_STARTS_MARK: Final = mark_of(_HARM_STARTS)
_HARM_SPOT: Final = spot_of(_HARM_STARTS)
_LETTERS: Final = re.compile(r"[a-z]+")


def is_of_shooting(document: Document) -> bool:
    """Whether headline or lead tells of shots."""
    for sentence, tokens in tokenized(document.text):  # as most do: no text is made for them
        if sentence.start + len(sentence.text) > LEAD_LENGTH:
            break
        if tokens.holds(_SHOOTING_MARK):
            return True
    lead = f"{document.title or ''} {document.text[:LEAD_LENGTH]}".lower()
    return any(word in lead and _stands_in(lead, word) for word in _SHOOTING)


def _stands_in(lead: str, word: str) -> bool:
    """Whether a word stands there by itself."""
    at = lead.find(word)
    while at >= 0:
        around = lead[max(0, at - 1) : at] + lead[at + len(word) : at + len(word) + 1]
        if _LETTERS.search(around) is None:
            return True
        at = lead.find(word, at + 1)
    return False


def read(
    document: Document,
    titled: Sequence[Claim],
    claims: Sequence[Claim],
    window: Window | None,
    settled: Mapping[str, MainFigure],
) -> Tolls:
    """The evidence of a document: claims of its title and text, the window that most of these
    share, and what the rules settle on."""
    tolls = {kind: Toll() for kind in (KILLED, WOUNDED, SHOT)}
    elsewhere = {
        sentence.start for sentence, tokens in tokenized(document.text) if may_be_elsewhere(tokens)
    }
    sums: defaultdict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    shot = {claim.id for claim in claims if claim.kind == SHOT}
    by_sentence: defaultdict[tuple[str, str, int], list[Claim]] = defaultdict(list)
    others: set[float] = set()
    for claim, place in _placed(titled, claims, window, elsewhere):
        # "five shot, two fatally": all the dead
        is_whole = not claim.part_of or (claim.part_of in shot and claim.kind == KILLED)
        kind = _KIND_OF.get(claim.kind)
        if kind is not None:
            beside = kind != KILLED and _are_others(claim)
            kind = WOUNDED if claim.kind == SHOT and beside else kind
            if (
                beside
                and place != ELSEWHERE
                and claim.value.stated
                and not _CONDITION.search(claim.sentence, claim.end - claim.sentence_start)
            ):
                others.add(claim.value.stated)
            if _enter(tolls[kind], claim, place, is_whole):
                sums[kind, claim.sentence, place].append(claim)
            if claim.value.stated and not claim.change:
                by_sentence[kind, claim.sentence, place].append(claim)
    for (kind, _, place), members in sums.items():
        _enter_sum(tolls[kind], members, place)
    _tell(tolls, document, elsewhere)
    words = _words_of_harm(document)
    for kind in (KILLED, WOUNDED):
        title, lead, rest = words[kind]
        tolls[kind].words = (title, lead, rest)
        figure = settled.get(kind)
        tolls[kind].settled = figure.stated if figure else None
    return Tolls(
        tolls[KILLED],
        tolls[WOUNDED],
        tolls[SHOT],
        _together(by_sentence),
        _says_victims(document),
        _says_victim(document),
        frozenset(others),
    )


def _says_victims(document: Document) -> bool:
    """Whether a text tells of several victims by those words."""
    for _, tokens in tokenized(document.text):
        if tokens.holds(_VICTIMS_MARK) and _VICTIMS.search(tokens.lowered) is not None:
            return True
    return False


def _says_victim(document: Document) -> bool:
    """Whether it tells of the one victim."""
    for _, tokens in tokenized(document.text):
        if not tokens.holds(_VICTIM_MARK):
            continue
        lowered = tokens.lowered
        for match in _VICTIM.finditer(lowered):
            begin = max(0, match.start() - _BEFORE_VICTIM)
            if _THE_VICTIM.search(lowered, begin, match.start()) is not None:
                return True
    return False


def _placed(
    titled: Sequence[Claim], claims: Sequence[Claim], window: Window | None, elsewhere: set[int]
) -> list[tuple[Claim, int]]:
    """The current totals with where they stand; `elsewhere`: where the sentences begin that may
    be of other happenings."""
    found = [(claim, TITLE) for claim in titled if claim.role is Role.CURRENT and claim.per is None]
    for claim in claims:
        if claim.kind not in _KIND_OF or claim.role is not Role.CURRENT or claim.per is not None:
            continue
        if not is_of_main(claim, window) or (
            claim.sentence_start in elsewhere and is_elsewhere(claim.sentence)
        ):
            found.append((claim, ELSEWHERE))
        else:
            found.append((claim, LEAD if claim.start < LEAD_LENGTH else REST))
    return found


@lru_cache(maxsize=64)  # the claims of a sentence are asked about in turn
def is_elsewhere(sentence: str) -> bool:
    """Whether a sentence tells of more than the happening, or of another."""
    return _ELSEWHERE.search(sentence.lower()) is not None


def may_be_elsewhere(tokens: Tokens) -> bool:
    """Whether a sentence may tell of other happenings: quick, and wrong only in saying yes."""
    if not (tokens.has_digits or tokens.holds(_ELSEWHERE_MARK)):
        return False
    words = tokens.words
    last = len(words) - 1
    for i in tokens.at(_BEHIND_SPOT):
        word = words[i]
        if word == "in":
            if i < last and words[i + 1][0].isdigit():
                return True  # "in 12 hours", "in 2021"
            continue
        behind = _BEHIND.get(word)
        if behind is not None and (not behind or (i < last and words[i + 1] in behind)):
            return True
    return False


def _enter(toll: Toll, claim: Claim, place: int, is_whole: bool) -> bool:
    """Enters a claim that is no part of another where it is a whole; whether it may be part of a
    sum."""
    amount = claim.value.stated
    if amount == 0:
        toll.denials.append(claim)
        return False
    if amount is None or (implied(claim) and _acts(claim)):
        return False
    if not is_whole or claim.change or follows(claim, PARTITIVE, PARTITIVE_OPENS):
        if claim.kind == KILLED and place != ELSEWHERE and not claim.change:
            toll.parts.add(amount)
        return False
    if amount <= _FEW and claim.kind == WOUNDED and follows(claim, _STATE):
        return False
    toll.claims[amount].append(claim)
    if not implied(claim):
        toll.written[amount][place] += _IN_HOSPITAL if claim.kind == "hospitalised" else 1.0
    return True


def _are_others(claim: Claim) -> bool:
    """Whether a figure is told beside people told of before: "three others", "the other three"."""
    if follows(claim, OTHERS, OTHERS_OPEN):
        return True
    at = claim.start - claim.sentence_start
    return _OTHER_BEFORE.search(claim.sentence, max(0, at - _BEFORE_OTHER), at) is not None


def _acts(claim: Claim) -> bool:
    """Whether someone is told of as who did it: "a man who shot four people"."""
    words = claim.value.text.lower().split()
    if claim.kind != KILLED and not _ATTACKERS.isdisjoint(words):
        return True
    return follows(claim, _ACTS, _ACTS_OPEN)


def _enter_sum(toll: Toll, members: list[Claim], place: int) -> None:
    """ "a girl and four others", "two women and three children": parts that make a total. Where
    groups are told, figures without one ("seven in good condition") are no part."""
    counts = [claim for claim in members if not implied(claim)]
    grouped = [claim for claim in counts if claim.group is not None]
    if len(grouped) > 1 and len(grouped) < len(counts):
        members = counts = grouped
    if len(members) < 2 or not counts:
        return
    groups = [claim.group for claim in counts]
    if len(set(groups)) < len(groups) or (None in groups and len(counts) == len(members)):
        return
    total = sum(claim.value.stated or 0.0 for claim in members)
    toll.written[total][place] += 1.0
    toll.claims[total].extend(members)
    for claim in counts:
        toll.written[claim.value.stated or 0.0][place] -= _IN_SUM


def _together(
    told: Mapping[tuple[str, str, int], list[Claim]],
) -> dict[tuple[float, float], set[int]]:
    """Killed and wounded that one sentence tells: "one dead, three hurt", "a boy died and two…"."""
    found: dict[tuple[float, float], set[int]] = {}
    for (kind, sentence, place), members in told.items():
        if kind == KILLED and place != ELSEWHERE:
            for killed in _of_sentence(members):
                for wounded in _of_sentence(told.get((WOUNDED, sentence, place), [])):
                    found.setdefault((killed, wounded), set()).add(place)
                for shot in _of_sentence(told.get((SHOT, sentence, place), [])):
                    if shot >= killed:
                        found.setdefault((killed, shot - killed), set()).add(place)
    return found


def _of_sentence(members: Sequence[Claim]) -> set[float]:
    """The amounts that a sentence may tell of one kind: each written one, or its single people."""
    written = {claim.value.stated or 0.0 for claim in members if not implied(claim)}
    return written or ({float(len(members))} if members else set())


def _tell(tolls: Mapping[str, Toll], document: Document, elsewhere: set[int]) -> None:
    """Counts the people told of one by one, by the worst that befell them."""
    for person in persons.gather(_sentences(document, elsewhere)):
        kind = {harm_told.KILLED: KILLED, harm_told.WOUNDED: WOUNDED}.get(person.harm, SHOT)
        tolls[kind].told += 1


def _sentences(document: Document, elsewhere: set[int]) -> Iterator[Tokens]:
    """Title and sentences, without those that tell of other happenings."""
    if document.title:
        yield of_title(document.title)
    for sentence, tokens in tokenized(document.text):
        asked = sentence.start in elsewhere and persons.may_tell(tokens)
        if not (asked and is_elsewhere(sentence.text)):
            yield tokens


def _words_of_harm(document: Document) -> dict[str, list[int]]:
    """How many words of death and of injury stand in headline, lead and rest."""
    found = {KILLED: [0, 0, 0], WOUNDED: [0, 0, 0]}
    if document.title:
        for word, _ in _harm_in(of_title(document.title)):
            _tally(found, word, TITLE)
    for sentence, tokens in tokenized(document.text):
        if sentence.start >= _READ:
            break
        for word, start in _harm_in(tokens):
            at = sentence.start + start
            if at < _READ:
                _tally(found, word, LEAD if at < LEAD_LENGTH else REST)
    return found


def _tally(found: dict[str, list[int]], word: str, place: int) -> None:
    for kind, words in ((KILLED, _DEATH), (WOUNDED, _INJURY)):
        if word in words:
            found[kind][place] += 1


def _harm_in(tokens: Tokens) -> Iterator[tuple[str, int]]:
    """The words that may be of death or injury, those with a hyphen whole, with their offsets."""
    if not tokens.holds(_HARM_STARTS_MARK):
        return
    for i in tokens.at(_HARM_SPOT):
        start = tokens.starts[i]
        inside = start > 1 and tokens.lowered[start - 1] == "-" and tokens.words[i - 2].isalpha()
        if inside:
            continue
        if not tokens.lowered.startswith("-", tokens.end(i)):
            yield tokens.words[i], start
            continue
        whole = _WORD.match(tokens.lowered, start)
        if whole is not None:
            yield whole.group(), start

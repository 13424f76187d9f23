"""Who says so: the source a sentence names, with its verb of saying."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from claims_db.records import Attribution
from factcheck.setting.sources import (
    ENDS,
    LONGEST_SOURCE,
    PRONOUNS,
    QUOTE_ENDS,
    SENTENCE_ENDS,
    TIMES,
    WEAK,
    Source,
    inverted,
    opening,
    plain,
    subject,
)
from factcheck.setting.speaking import can_speak, is_office
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens, is_letter
from factcheck.text.word_marks import mark_of, spot_of
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words
from factcheck.text.words_at import is_at

SAYING: Final = words("sources.saying")
SAYING_MARK: Final = mark_of(SAYING)
_SAYING_SPOT: Final = spot_of(SAYING)
_DENYING: Final = words("sources.denying")
_DENIED: Final = words("sources.denied")
_REVISING: Final = words("sources.revising")
_REVISED: Final = words("sources.revised")
_MEDIA: Final = words("sources.media")
_CLAUSAL: Final = words("sources.clausal")
_ONLY_VERBS: Final = frozenset({"said", "says", "say", "told"})
_HAVING: Final = frozenset({"has", "have", "had"})
_DOCUMENTS: Final = words("sources.documents")
_BEFORE_NOUNS: Final = words("sources.before_nouns")
_CREDITS: Final = table(CONSTRUCTIONS).phrases("sources.according")
_ACCORDING: Final = re.compile(rf"(?:{alternation(_CREDITS)})\s+(?=[A-Za-z])", re.IGNORECASE)
_CREDIT_STARTS: Final = spot_of([phrase.split()[0] for phrase in _CREDITS])
_ACCORDING_WORDS: Final = words("sources.according_words")
_ACCORDING_WORDS_MARK: Final = mark_of(_ACCORDING_WORDS)
_CITING: Final = frozenset({"citing", "quoting"})
_COUNTED_BY: Final = re.compile(
    rf"\bby\s+(?=(?:[\w’']+\s+){{0,4}}?(?:{alternation(table(CONSTRUCTIONS).listed('sources.accounts'))})\b)"
)
_PUT_BY: Final = re.compile(
    r"\b(?:put|estimated|reported|assessed|calculated)\s(?:at\s)?[^,;]{0,60}?\sby\s+(?=[A-Z]|the\s)"
)
# Some token of what these two hold.
_BY_MARK: Final = mark_of(["by"])
_COUNTED_MARK: Final = mark_of(
    (
        *table(CONSTRUCTIONS).listed("sources.accounts"),
        *("put", "estimated", "reported", "assessed", "calculated"),
    )
)
_SOURCE_END: Final = re.compile(
    r"(?<!\d),|,(?!\d)|[;:()“”\"–—]|(?<!\b[A-Z])(?<!\b(?:Lt|Dr|Mr|Ms|St))\.(?!\d)"
    r"|\s(?:and|but|while)\s(?:about\s|some\s|at\sleast\s|more\sthan\s)?(?=\d)"
    r"|\sand\s(?=[a-z]+ed\b)"
    r"|\s(?:published|released|issued|conducted|taken)\s(?=(?:on|in|this|last)\b)"
    r"|\s(?:who|which|that|as of|on|in a|at a|after|while|when|but|and said|said|reported|reports)"
    r"\b(?!\s(?:of|and)\b)"
)
_LONGEST_NAME: Final = 400  # characters
_OF_CLAIMS: Final = frozenset(
    {"with", "of", "from", "for", "by", "to"}
)  # "faced with large claims"
_LIVES_REACH: Final = 5  # tokens from "claims" to the lives it takes
_RECKONINGS: Final = words("sources.reckonings")
_RECKONINGS_MARK: Final = mark_of(_RECKONINGS)
_GIVING: Final = frozenset({"gave", "gives", "give"})
_FIGURES: Final = words("elided.figures") | {"dead", "deaths", "killed", "wounded", "figures"}
_POLLS: Final = words("sources.documents") | {"poll", "polls", "pollster", "pollsters"}
_FIGURES_REACH: Final = 8
_IN_ALL: Final = (["in", "all"], ["in", "total"])
_ADMITTING: Final = frozenset({"admitted", "admits"})
_CHARGES: Final = frozenset({"counts", "charges", "offences", "offenses", "murders", "killing"})
_CHARGES_REACH: Final = 3
_POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
_LONGEST_RECKONING: Final = 4  # tokens from an owner to the reckoning: "analysts' average forecast"
_LONGEST_OWNER: Final = 5  # tokens of a name
_LONGEST_SIGN: Final = 6  # tokens of a source behind a headline's dash
_SIGN_MARKS: Final = frozenset({"-", "–", "—", ":"})
_SIGN_MARKS_MARK: Final = mark_of(_SIGN_MARKS)
_CLAUSE: Final = 200  # a clause's end between figure and source weighs as many characters


@lru_cache(maxsize=16)  # the lead of a document is read twice
def find(tokens: Tokens) -> list[Source]:
    """The sources a sentence names, in order; a pronoun's source is the pronoun itself."""
    text, found = tokens.text, []
    if tokens.holds(_ACCORDING_WORDS_MARK):
        named = (_according(text, match) for match in _credits(tokens))
        found = [source for source in named if source]
        if tokens.holds(_BY_MARK) and tokens.holds(_COUNTED_MARK):
            matches = (*_COUNTED_BY.finditer(text), *_PUT_BY.finditer(text))
            counted = (_according(text, match) for match in matches)
            found += [source for source in counted if source]
    if tokens.holds(_RECKONINGS_MARK):
        found += _owned(tokens)
    signed = _signed_off(tokens)
    if signed is not None and not found:
        found.append(signed)
    if not tokens.holds(SAYING_MARK):
        return found
    taken = bytearray(len(text))  # 1 where a source stands
    for source in found:
        _take(taken, source)
    for i in tokens.at(_SAYING_SPOT):
        if not _says(tokens, i):
            continue
        word = tokens.words[i]
        if word == "saying" and i and tokens.words[i - 1] == ",":
            said = opening(tokens, i)
        else:
            said = inverted(tokens, i) or subject(tokens, i)
        if said and word in _CLAUSAL and not _tells_finding(tokens, i, said):
            continue
        if said and not any(taken[said.start : said.end]):
            found.append(said)
            _take(taken, said)
    return _origins(sorted(found, key=_start))


def _credits(tokens: Tokens) -> Iterator[re.Match[str]]:
    """The phrases by which a source is credited: "according to"."""
    reached = 0
    for i in tokens.at(_CREDIT_STARTS):
        if tokens.starts[i] >= reached:
            match = _ACCORDING.match(tokens.text, tokens.starts[i])
            if match is not None:
                reached = match.end()
                yield match


def _signed_off(tokens: Tokens) -> Source | None:
    """The source behind the last dash or colon of a headline: "Four die in mine blast - police"."""
    if not tokens.holds(_SIGN_MARKS_MARK):
        return None
    words = tokens.words
    end = len(words) - 1 if words and words[-1] == "." else len(words)
    for i in range(end - 1, max(0, end - _LONGEST_SIGN) - 1, -1):
        if words[i] in _SIGN_MARKS:
            spaced = words[i] == ":" or not tokens.glued(i)
            named = words[i + 1 : end]
            if i == 0 or not named or not spaced:
                return None
            if not is_office(named[-1]) and _MEDIA.isdisjoint(named):
                return None
            if not lexicon().determiners.isdisjoint(named) or "and" in named:
                return None
            start, stop = tokens.starts[i + 1], tokens.end(end - 1)
            name = plain(tokens.text[start:stop])
            return Source(Attribution(name, "said"), start, stop, closing=True)
        if not is_letter(words[i], 0) or words[i] in lexicon().auxiliary:
            return None
    return None


def _owned(tokens: Tokens) -> Iterator[Source]:
    """Whose reckoning a figure is: "the IMF's estimate of 3.1%", "analysts' average forecast of
    91 million". Only the figure behind is theirs."""
    own = tokens.words
    for i, word in enumerate(own):
        if word not in _RECKONINGS or not is_at(own, i + 1, "of"):
            continue
        owner = i - 1
        while owner > 0 and i - owner <= _LONGEST_RECKONING and own[owner] not in _POSSESSIVE:
            owner -= 1
        if own[owner] not in _POSSESSIVE or not tokens.glued(owner):
            continue
        first = owner
        while first > 0 and owner - first < _LONGEST_OWNER and _names_owner(tokens, first - 1):
            first -= 1
        if first < owner and own[owner - 1] not in PRONOUNS and own[owner - 1] not in TIMES:
            start, end = tokens.starts[first], tokens.end(owner - 1)
            name = Attribution(tokens.slice(first, owner), word)
            yield Source(name, start, end, relative=True)


def _names_owner(tokens: Tokens, k: int) -> bool:
    """Whether the word at `k` belongs to the owner's name: capitals, or the noun itself."""
    word = tokens.words[k]
    if not word[0].isalpha() or word in lexicon().stop or word in ENDS:
        return False
    return tokens.words[k + 1] in _POSSESSIVE or tokens.raw(k)[0].isupper()


def _start(source: Source) -> int:
    return source.start


def _take(taken: bytearray, source: Source) -> None:
    taken[source.start : source.end] = b"\1" * (source.end - source.start)


def _origins(found: list[Source]) -> list[Source]:
    """In "AFP reported, citing the governor" the governor is the source, AFP passes it on."""
    if not any(source.attribution.verb in _CITING for source in found):
        return found
    if any(_is_quoted(source) for source in found):  # "quoting the police chief, the mayor said"
        return [source for source in found if source.attribution.verb in _CITING]
    return [
        source
        for source in found
        if source.attribution.verb in _CITING or not _is_medium(source.attribution.source)
    ]


def _is_quoted(source: Source) -> bool:
    """Whether someone who speaks is cited: a doctor, no weather."""
    named = source.attribution.source.lower().split()
    return source.attribution.verb in _CITING and any(can_speak(word) for word in named)


def _is_medium(name: str) -> bool:
    return not _MEDIA.isdisjoint(name.lower().split())


def _says(tokens: Tokens, i: int) -> bool:
    """Whether the word is a verb that tells a figure: no "an estimated 40", no "claims 17 lives",
    no "a figure that police rejected"."""
    words = tokens.words
    word, following = words[i], words[i + 1 : i + 2]
    if i and words[i - 1] in _BEFORE_NOUNS and word not in _ONLY_VERBS:
        return False  # "an estimated 40", "since records began"
    if word in _DENIED and not _DENYING.isdisjoint(words[max(0, i - 4) : i]):
        return False  # "denied local media reports that"
    if word in _RECKONINGS and following == ["of"]:
        return False  # "their forecast of 40"
    if word in WEAK and following and _goes_on(following[0]):
        return False  # "official estimates put the dead at 40"
    if word == "reported" and following and following[0] in lexicon().participles:
        return False  # "ten climbers reported missing"
    if word == "corrected" and following and following[0] in ("to", "from", "by"):
        return False  # "a count later corrected to 12"
    if word in _CLAUSAL:
        return not (i and words[i - 1] in lexicon().auxiliary - _HAVING)
    if word in _REVISING:
        return not _REVISED.isdisjoint(words[i + 1 : i + 5])
    if word.startswith("claim"):
        closes = not following or following[0] in SENTENCE_ENDS  # "with large claims."
        near = words[max(0, i - _LIVES_REACH) : i]
        if closes and (QUOTE_ENDS.isdisjoint(near) or not _OF_CLAIMS.isdisjoint(near)):
            return False
        return {"lives", "life"}.isdisjoint(words[i + 1 : i + 1 + _LIVES_REACH])
    if word == "ruled" and following == ["out"]:
        return False
    if word == "told" and following == ["to"]:
        return False  # "was told to do 180 hours of unpaid work"
    if word in _GIVING and words[max(0, i - 1)] not in _POLLS:
        counts = following and following[0][0].isdigit() and words[i + 2 : i + 4] in _IN_ALL
        if not counts and _FIGURES.isdisjoint(words[i + 1 : i + 1 + _FIGURES_REACH]):
            return False  # "the judge gave him seven years", but "the airline gave 295 in all"
    if word in ("wrote", "writes") and following in (["off"], ["down"]):
        return False  # "wrote off 640 million dollars of loans"
    if word in _ADMITTING and not _CHARGES.isdisjoint(words[i + 1 : i + 1 + _CHARGES_REACH]):
        return False  # "the defendant admitted 23 counts of fraud"
    if word in ("added", "adds"):
        return following == ["that"] or (not following or following[0] in SENTENCE_ENDS)
    if word in _DENYING:  # no motion that is rejected, nor "a claim that police denied"
        return not _DENIED.isdisjoint(words[i + 1 : i + 6])
    return not (i and words[i - 1] in ("to", "not"))


def _tells_finding(tokens: Tokens, i: int, said: Source) -> bool:
    """Whether "found" at token `i` tells what is so: "found that", "a survey found 40 percent", ",
    police found."; not "police found 12 bodies"."""
    following = tokens.words[i + 1 : i + 2]
    if following == ["that"] or not _DOCUMENTS.isdisjoint(said.attribution.source.lower().split()):
        return True
    return said.closing and (not following or following[0] in SENTENCE_ENDS)


def _goes_on(word: str) -> bool:
    return word in lexicon().auxiliary or word in SAYING


def _according(text: str, match: re.Match[str]) -> Source | None:
    verb = match.group().lower().split()
    if verb[0] == "per" and not text[match.end()].isupper():
        return None
    end = _SOURCE_END.search(text, match.end(), match.end() + _LONGEST_NAME)
    stop = end.start() if end else len(text)
    if stop - match.end() > _LONGEST_NAME:
        return None
    name = text[match.end() : stop].strip()
    named = name.split()
    if not named or len(named) > LONGEST_SOURCE or named[-1] in SAYING:
        return None  # "an audit seen by the paper warns"
    given = verb[-1] == "by"  # "40, given by the governor, to 75"
    return Source(Attribution(plain(name), " ".join(verb)), match.end(), stop, closing=given)


_BREAK: Final = re.compile(r";|[,—–]?\s(?:while|but|whereas)\s")
_BREAKS: Final = (";", "while", "but", "whereas")
_NEW_CLAUSE: Final = re.compile(r",\s(?:and|but|while)\s")
_AND: Final = re.compile(r",?\s(?:and|but|while)\s")
_LONGEST_AND: Final = len(", while ")  # characters of it
_OWN_CREDIT: Final = re.compile(rf"\S+(?:\s[a-z]+){{0,3}},?\s(?:{alternation(_CREDITS)})\s+", re.I)
# Right before a source: it opens a clause of its own, "…, and police said 216 were arrested".
_OPENS_CLAUSE: Final = re.compile(
    r"(?:,?\s(?:and|but)|[,—–]\s?(?:while|whereas)|;)\s(?:(?:the|an?)\s)?$"
)
_LONGEST_OPENER: Final = len(", whereas the \n")  # characters of it


def for_figure(sources: list[Source], at: int, text: str) -> Source | None:
    """The source of a figure at offset `at`: the nearest one in its clause, else the sentence's.
    One that stands behind what it says reaches no further than its clause."""
    if not sources:
        return None
    best: tuple[int, Source] | None = None
    breaks = any(sign in text for sign in _BREAKS)
    for source in sources:
        low, high = (source.end, at) if source.end <= at else (at, source.start)
        if _is_past(source, low, high, at, text):
            continue
        joined = source.end <= at and high - low <= _LONGEST_AND
        if joined and _AND.fullmatch(text, low, high) and _is_credited(sources, at, text):
            continue
        distance = high - low + (_CLAUSE * len(_BREAK.findall(text, low, high)) if breaks else 0)
        if _opens(source) and source.start > at:
            distance += _CLAUSE  # "A said 12 died, B said 9 were missing"
        if source.closing and source.end <= at:
            distance += _CLAUSE // 2
        if best is None or distance < best[0]:
            best = distance, source
    return best[1] if best else None


def _is_credited(sources: list[Source], at: int, text: str) -> bool:
    """ "36,000 according to police and 140,000 according to the organisers": the figure at `at`
    has a credit of its own."""
    return any(
        source.start > at and _OWN_CREDIT.fullmatch(text, at, source.start) is not None
        for source in sources
    )


def _opens(source: Source) -> bool:
    """Whether the source stands before what it says."""
    return source.attribution.verb in SAYING and not source.closing


def _is_past(source: Source, low: int, high: int, at: int, text: str) -> bool:
    """Whether the figure stands in another clause, of which the source says nothing: "…, the firm
    said, while nine deaths are confirmed"; "has confirmed 24 deaths, and 17 are missing"; "12 were
    hurt, and police said …"."""
    if source.relative and at < source.end:
        return True
    if source.end > at:
        if not _opens(source):
            return False
        near = max(at, source.start - _LONGEST_OPENER)
        return _OPENS_CLAUSE.search(text, near, source.start) is not None
    if not _ACCORDING_WORDS.isdisjoint((source.attribution.verb or "").split()):
        return source.closing and "," in text[low:high]
    if source.closing:
        breaks = any(text.find(sign, low, high) >= 0 for sign in _BREAKS)
        return breaks and _BREAK.search(text, low, high) is not None
    if source.attribution.verb in WEAK:
        comma = text.find(",", low, high)
        return comma >= 0 and _NEW_CLAUSE.search(text, comma, high) is not None
    return False

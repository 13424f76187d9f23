"""Whether a sentence tells of fiction or of play, or a title of a work holds them: words of harm
count nobody there."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from factcheck.rules.counting import UNCOUNTED, Counted, Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import CONSTRUCTIONS, alternation, table, words

_TABLE: Final = table(CONSTRUCTIONS)
_SAYING: Final = words("sources.saying")
_HARMING: Final = words("unreal.causes")
_AT: Final = words("unreal.at")
_YEAR: Final = 4  # digits
_CENTURIES: Final = frozenset({"19", "20"})
_WORKS: Final = words("play.works")
_WORKS_MARK: Final = mark_of(_WORKS)
_FICTION: Final = words("play.fiction")
_OF_PEOPLE: Final = words("play.of_people")
_FICTION_MARK: Final = mark_of(_FICTION)
_TOLD: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('play.works'))})[’']?s?,?\s+(?:[\w’']+\s+){{0,3}}?"
    rf"(?:{alternation(_TABLE.phrases('play.tells'))})\b"
)
_IN_WORK: Final = re.compile(
    r"\bin (?:the|her|his|its|this|a|one|another) (?:[\w’'-]+ ){0,2}?"
    rf"(?:{alternation(_TABLE.listed('play.held_in'))}|video game|board game|tv series)"
    r"(?:’s|'s|[,;:.]|\s(?:and|but|where)\b)"
    rf"|\b(?:{alternation(_TABLE.phrases('play.told_of_old'))})\b"
)
# What stands first in these.
_WORKS_TOLD: Final = _WORKS | {f"{word}s" for word in _WORKS}
_IN_OPENS: Final = frozenset(
    Tokens(phrase).words[0] for phrase in ("in", *_TABLE.phrases("play.told_of_old"))
)
# Who plays those harmed, and who dies in a manner of speaking: "actors playing the wounded",
# "dozens died laughing".
_POSED: Final = re.compile(
    rf"\b(?:{alternation(_TABLE.listed('play.posing'))})\s(?:playing|portraying|posing\sas)\b"
    rf"|\b(?:die|dies|died|dying)\s(?:of\s)?(?:{alternation(_TABLE.listed('play.dying_of'))})\b"
)
_POSED_MARK: Final = mark_of(words("play.posing") | words("play.dying_of"))
_SPORT: Final = words("play.sport")
_SPORT_MARK: Final = mark_of(_SPORT)
_HARM: Final = words("play.harm")
_PLAIN: Final = words("play.plain_harm")
_STRUCK_MARK: Final = mark_of(words("play.struck"))
_UNHARMED: Final = frozenset({"crowd", "on_board", "jobs", "layoffs", "votes"})
_CARDS_MARK: Final = mark_of(["cards", "card"])
_CARDED: Final = frozenset({"red", "yellow"})
_LOST: Final = frozenset({"lost", "loses", "lose", "losing"})
_SMALL: Final = words("play.small")
_SUPPOSING: Final = words("play.supposing")
_WORDED: Final = words("play.imagined")
_SUPPOSING_MARK: Final = mark_of(_SUPPOSING | _WORDED)
_DRILLS: Final = words("play.drills")
_DRILLS_MARK: Final = mark_of(_DRILLS)
_ASSUMED: Final = words("play.assumed")
_ASSUMED_MARK: Final = mark_of(_ASSUMED)
_REAL: Final = words("play.real")
_BURST: Final = words("play.burst")
_NAMED_DRILLS: Final = words("play.named_drills")
_IMAGINED: Final = (words("play.assumed") - words("play.played")) | words("play.supposing")
_WHICH: Final = frozenset({"which", "that", "who"})
_REAL_MARK: Final = mark_of(_REAL)
_QUOTED: Final = re.compile(
    r"(?:[“\"](?P<double>\S[^“”\"]{2,80})[”\"]|(?<!\w)[‘'](?P<single>\S[^“”‘’\"']{2,80})[’'](?!\w))"
    r"(?:\s+([\w’']+))?(?:\s+([\w’']+))?"
)
_WORD: Final = re.compile(r"[\w’'-]+")
_QUOTES: Final = frozenset({"“", '"', "‘", "'"})
_QUOTES_MARK: Final = mark_of(_QUOTES)
_STRANDED: Final = frozenset({"trapped", "missing"})  # "left four batsmen stranded"
_FEWEST: Final = 2  # capitalised words of a title


def is_fiction(tokens: Tokens) -> bool:
    """ "The film, in which a hitman kills 77 people": whatever harm it tells of is no report."""
    if tokens.holds(_FICTION_MARK):
        told = tokens.bag & _FICTION
        if not (told <= _OF_PEOPLE and _is_reported(tokens)):
            return True
    if tokens.holds(_POSED_MARK) and _POSED.search(tokens.lowered) is not None:
        return True
    if not tokens.holds(_WORKS_MARK):
        return False
    return _is_told(tokens)


def _is_reported(tokens: Tokens) -> bool:
    """Whether what did harm is named, and a place or a year: "a fire in an arcade in Harbin"."""
    if _HARMING.isdisjoint(tokens.bag):
        return False
    return any(_is_place_or_year(tokens, i) for i in range(1, len(tokens.words)))


def _is_place_or_year(tokens: Tokens, i: int) -> bool:
    """ "In Harbin", "the 1953 flood"."""
    word = tokens.words[i]
    if word.isdigit():
        return len(word) == _YEAR and word[:2] in _CENTURIES
    return tokens.words[i - 1] in _AT and tokens.capital(i)


def _is_told(tokens: Tokens) -> bool:
    """Whether a work tells, or something is told to be in one: the patterns are tried where a word
    of theirs stands."""
    lowered, starts = tokens.lowered, tokens.starts
    for i, word in enumerate(tokens.words):
        if word in _WORKS_TOLD and _TOLD.match(lowered, starts[i]) is not None:
            return True
        if word in _IN_OPENS and _IN_WORK.match(lowered, starts[i]) is not None:
            return True
    return False


def uncount(sentence: Counting) -> None:
    """Takes back the harm that a sentence of sport or fiction tells: of fiction all of it, of
    sport what is no count of people written out: "shot 68 to win by four strokes"."""
    _uncount_titles(sentence)
    _uncount_quoted(sentence)
    _uncount_drills(sentence)
    _uncount_imagined(sentence)
    unreal = is_fiction(sentence.tokens)
    if not unreal and (not _is_sport(sentence) or sentence.holds(_STRUCK_MARK)):
        return
    for item in sentence.items:
        harmed = item.kind in _HARM or (unreal and item.kind not in _UNHARMED)
        if item.kind not in lexicon().of_people or not harmed:
            continue
        written = item.quantity.person is not None and not item.quantity.implied
        if unreal or not written or item.kind in _STRANDED or _is_lost(sentence, item):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def _is_sport(sentence: Counting) -> bool:
    """Whether a word of sport is there, or cards that a referee shows."""
    if sentence.holds(_SPORT_MARK):
        return True
    return sentence.holds(_CARDS_MARK) and not _CARDED.isdisjoint(sentence.words)


def _is_lost(sentence: Counting, item: Counted) -> bool:
    """ "Lost two men to red cards": players are lost to injury, suspension and other clubs."""
    return item.trigger is not None and sentence.words[item.trigger.first] in _LOST


def _uncount_titles(sentence: Counting) -> None:
    """Takes back the people whom the title of a work counts, or tells to have come to harm:
    "Nine Dead Men" took $31 million."""
    if not sentence.holds(_QUOTES_MARK) or not any(map(_counts_people, sentence.items)):
        return
    titles = titles_of_works(sentence.tokens.text)
    if not titles:
        return
    starts = sentence.tokens.starts
    firsts = [start for start, _ in titles]
    for item in filter(_counts_people, sentence.items):
        told = [item.quantity.number] + ([item.trigger.first] if item.trigger else [])
        for at in [starts[token] for token in told]:
            k = bisect_right(firsts, at) - 1
            if k >= 0 and at < titles[k][1]:
                item.kind, item.trigger, item.whole = UNCOUNTED, None, None
                break


def _uncount_quoted(sentence: Counting) -> None:
    """Takes back harm whose own word stands in quotation marks: 600 of them falling "dead". What is
    quoted of someone who tells of it has more words, or others: "executed", "martyrs"."""
    if not sentence.holds(_QUOTES_MARK):
        return
    words = sentence.words
    for item in filter(_counts_people, sentence.items):
        trigger = item.trigger
        if trigger is None or trigger.last - trigger.first > 1 or trigger.first == 0:
            continue
        quoted = words[trigger.first - 1] in _QUOTES and words[trigger.last :][:1] != []
        if quoted and words[trigger.last] in _QUOTES and words[trigger.first] in _PLAIN:
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def _counts_people(item: Counted) -> bool:
    return item.kind != UNCOUNTED and item.kind in lexicon().of_people


def _uncount_drills(sentence: Counting) -> None:
    """Takes back the harm that a drill or scenario supposes: "the exercise assumed a crash with 80
    wounded". Who is hurt "during an exercise" is told of before it, and stays."""
    tokens = sentence.words
    if sentence.holds(_SUPPOSING_MARK) and not _SUPPOSING.isdisjoint(tokens):
        openers = _SUPPOSING
    elif sentence.holds(_DRILLS_MARK) and sentence.holds(_ASSUMED_MARK):
        openers = _DRILLS
    else:
        return
    if sentence.holds(_REAL_MARK):
        return
    at = next(i for i, word in enumerate(tokens) if word in openers)
    for item in filter(_counts_people, sentence.items):
        trigger = item.trigger
        first = min(item.quantity.first, trigger.first if trigger else len(tokens))
        if at < first and not _is_of_another(sentence, at, first):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def _uncount_imagined(sentence: Counting) -> None:
    """Takes back people that are imagined by their own words: "3,000 imaginary civilians"."""
    if not sentence.holds(_SUPPOSING_MARK):
        return
    for item in filter(_counts_people, sentence.items):
        quantity = item.quantity
        if not _WORDED.isdisjoint(sentence.words[quantity.first : quantity.last]):
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def _is_of_another(sentence: Counting, at: int, first: int) -> bool:
    """ "Compared the simulation with the 1953 flood, which drowned 900", "the drill had begun when
    the boiler burst and scalded 12": what is told between did happen."""
    between = sentence.words[at:first]
    if between[0] not in _NAMED_DRILLS or not _IMAGINED.isdisjoint(between[1:]):
        return False
    if "when" in between:
        return not _BURST.isdisjoint(between)
    if between[-1] not in _WHICH or between[1] == "of":
        return False
    return any(_is_place_or_year(sentence.tokens, i) for i in range(at + 1, first))


def titles_of_works(text: str) -> list[tuple[int, int]]:
    """Quotations of which each word begins with a capital, small ones aside, as offsets."""
    if text == text.upper():
        return []
    return [_inside(match) for match in _QUOTED.finditer(text) if _is_title(match, text)]


def _inside(match: re.Match[str]) -> tuple[int, int]:
    """Where the words between the marks stand."""
    return match.span("double") if match.group("double") else match.span("single")


def _is_title(match: re.Match[str], text: str) -> bool:
    """Whether a quotation is a title, not a word or two of speech: "Two Russians," he said."""
    quoted = text[slice(*_inside(match))]
    if quoted[-1] in ".!" or quoted[-1].isspace():
        return False
    if quoted[-1] == "," and not _SAYING.isdisjoint((match.group(3), match.group(4))):
        return False
    written = _WORD.findall(quoted)
    capitals = sum(1 for word in written if word[0].isupper())
    small = all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in written)
    return small and capitals >= _FEWEST and not written[0][0].islower()

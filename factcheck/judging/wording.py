"""What judging reads in a sentence: its words without numbers, its names, cues, and numbers."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from claims_db.moments import CALENDAR
from claims_db.records import Claim
from factcheck.judging.cues import cues
from factcheck.setting.happenings import tells_happening

KEPT = 16_384
"""Sentences that are remembered: those of a few hundred articles and what is held against them."""
LEAST_WORDS = 8
"""Shorter sentences are alike by chance."""
SAME_SENTENCE = 95.0
"""Likeness, numbers masked, from which two sentences are one."""
_UNIT_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
)
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth"),
)
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NUMBER_WORD = "|".join((*_UNIT_WORDS, *_TENS_WORDS, *_ORDINALS))
_MASKED = re.compile(
    r"[$£€]?\d[\d.,]*(?:st|nd|rd|th)?|\b(?:" + _NUMBER_WORD + r"|hundreds?|thousands?|millions?|"
    r"billions?|dozens?)\b",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\W\d_]+|#")
_CURLED: Final = "’“”–—"  # the signs beyond ASCII that most texts have
_APART: Final = {n: " " for n in range(128) if not chr(n).isalpha() and chr(n) != "#"}
_FIGURE = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?")
_GLUED = re.compile(r"#(?:(?<=[^\W\d]#)|(?=[^\W\d]))")
_MASKED_WORDS = frozenset(
    [*_UNIT_WORDS, *_TENS_WORDS, *_ORDINALS, "dozen", "dozens", *_SCALES]
    + [f"{scale}s" for scale in _SCALES]
)
# A word with a capital that opens no sentence. The capital is asked for first: it is quickly found.
_NAME = re.compile(r"[A-Z](?<![.!?]\s[A-Z])(?<!^[A-Z])(?<!\w[A-Z])[\w'’-]+")
_DIGITS = re.compile(r"(\d[\d.,]*\d|\d)(?:[ -](hundred|thousand|million|billion)\b)?", re.I)
_WORDED = re.compile(r"\b(?:(" + "|".join(_TENS_WORDS) + r")[- ])?(" + _NUMBER_WORD + r")\b", re.I)
_SHARE = re.compile(r"\s+of\s+(?:the|those|these)\s+(?:(?:people|\d[\d,]*)\s+)?[\w-]+", re.I)
_MORE = re.compile(r"\b(?:other|others|more|additional|further|another)\b", re.I)
_OF_MORE = re.compile(
    r"\s+(?:of\s+(?:the|those|these|his|her|its|their|our)\b|(?:other|others|more|additional|further)\b)",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:another|an additional|a further|the other|the remaining)\s+$", re.I)
_ANOTHER_REACH = 16  # characters of the longest of these
_BESIDE = 60  # characters before and behind a time in which its happening is named
_NAMING = 6  # words behind it
_ARTICLE = re.compile(r"\b(?:the|an?|that|'s|’s)\s+(?:\w+\s+)?\d{4}$", re.I)
_STANDING = re.compile(
    r"\s+(?:[\w'’-]+\s+){1,3}?(?:are|remain|(?:is|were|was|had|have)\s+(?:still|yet))\b", re.I
)
_SINGLE = re.compile(r"\b(?:the|an?|that)\s+((?:[\w-]+\s+){0,3}[\w-]+)")
_OF_ONE = re.compile(r"\b(?:an?|the|that)\s+(?:[\w.-]+\s+){1,5}(?:in|of)\s*$")
_SO_FAR = re.compile(
    r"\b(?:has|have|had)\s+(?:now\s+|so\s+far\s+|already\s+)?(?:been\s+)?\w+ed\b|so far", re.I
)
_GRAVELY = re.compile(
    r"\s+(?:of\s+(?:them|whom)\s+)?(?:very\s+)?(?:seriously|critically|severely|gravely|badly|lightly|slightly|"
    r"fatally|in\s+(?:a\s+)?(?:critical|serious|grave)\s+condition)\b",
    re.I,
)
_CONDITION = (
    r"in\s+(?:an?\s+)?(?:intensive\s+care|(?:very\s+)?(?:critical|serious|grave|life-threatening)"
    r"\s+condition)|on\s+(?:life\s+support|ventilators?)|fighting\s+for\s+(?:their|his|her)\s+li(?:ves|fe)"
)
_IN_CONDITION = re.compile(rf"\b(?:{_CONDITION})\b", re.I)
_GRAVE_STATE = re.compile(
    rf"\b(?:{_CONDITION}|"
    r"(?:critically|seriously|severely|gravely|badly)\s+(?:injured|wounded|hurt|burne?[dt])|"
    r"(?:critical|serious|severe|grave|life-threatening)\s+(?:injuries|wounds|burns))\b",
    re.I,
)
_AGED = re.compile(  # "One, 21, is in critical condition"
    r",\s+(?:both\s+|all\s+)?(?:aged?\s+)?\d{1,2}(?:(?:,\s+|\s+and\s+|,\s+and\s+)\d{1,2})*,", re.I
)
_GRAVE_WORDS = (  # some of each of these
    *("intensive", "condition", "life", "ventilator", "fighting", "critical", "serious", "severe"),
    *("grave", "badly"),
)
_CLAUSE_END = re.compile(
    r"[;:]|\b(?:and|while|but|including|among)\b|\d|\b(?:" + _NUMBER_WORD + r"|others|some)\b", re.I
)
_ONE_MORE_WORDS = (
    *("second", "third", "another", "separate", "different", "new", "fresh", "further", "later"),
)
_ONE_MORE = re.compile(
    rf"\b(?:{'|'.join(_ONE_MORE_WORDS)})\s+"
    r"((?:[\w-]+\s+){0,2}[\w-]+)",
    re.I,
)
_FINAL = re.compile(r"\b(?:final|definitive)\s+(?:death\s+)?(?:toll|count|tally|figure|number)\b")
_COUNTING_ON = re.compile(
    r"\b(?!100\b)\d[\d.]*\s*(?:%|per\s?cent|percent)\s+(?:of\s+)?(?:(?:the|all)\s+)?"
    r"(?:[\w-]+\s+){0,3}?(?:counted|reporting|reported|tallied|in)\b"
    r"|\b(?:partial|early|preliminary|provisional|incomplete)\s+(?:results?|counts?|returns?|tall(?:y|ies))\b"
    r"|\b(?:votes?|ballots?)\s+so\s+far\b|\bcounting\s+(?:goes\s+on|continue[sd]?|was\s+under\s+way)\b",
    re.I,
)
_MISSING_TOO = re.compile(
    r"\bmissing\s+included\b|\bincluding\s+(?:the\s+|those\s+)?missing\b|\bpresumed\s+(?:to\s+be\s+)?dead\b",
    re.I,
)
_ATTACKERS_TOO = re.compile(
    r"\b(?:including|counting|among\s+them|as\s+well\s+as|along\s+with)\s+"
    r"(?:the|a|an|its|his|her|their|two|both|three)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:attackers?|gunm[ae]n|shooters?|(?:suicide\s+)?bombers?|assailants?|perpetrators?|"
    r"knifem[ae]n|suspects?|killers?)\b",
    re.I,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


def _holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words, in lower case, stands in a text in any case: much quicker than to
    search it for phrases of which it has none."""
    lower = text.lower()
    return any(word in lower for word in words)


@lru_cache(maxsize=KEPT)
def masked(sentence: str) -> str:
    """The sentence in lower case, punctuation dropped, each number a "#"."""
    told = sentence.lower()
    plain = _FIGURE.sub("#", told)
    if "_" in told or "#" in told or _GLUED.search(plain) is not None:  # A5one: no word of its own
        return " ".join(_TOKEN.findall(_MASKED.sub("#", sentence).lower()))
    words = _words_of(plain)
    return " ".join(["#" if word in _MASKED_WORDS else word for word in words])


def _words_of(plain: str) -> list[str]:
    """Words and the "#" of numbers: of a plain text without the pattern, which takes long."""
    for sign in _CURLED:
        if sign in plain:
            plain = plain.replace(sign, " ")
    if not plain.isascii() or "##" in plain:
        return _TOKEN.findall(plain)
    return plain.translate(_APART).split()


@lru_cache(maxsize=KEPT)
def similarity(a: str, b: str) -> float | None:
    """How alike two sentences are without their numbers, 0–1; None where one says nothing."""
    first, second = masked(a), masked(b)
    if not first or not second:
        return None
    return fuzz.token_set_ratio(first, second) / 100.0


@lru_cache(maxsize=KEPT)
def same_but_for_numbers(a: str, b: str) -> bool:
    """Whether two sentences of some length are the same, whatever numbers they print."""
    first, second = masked(a), masked(b)
    if min(first.count(" "), second.count(" ")) + 1 < LEAST_WORDS:
        return False
    return fuzz.ratio(first, second, score_cutoff=SAME_SENTENCE) >= SAME_SENTENCE


@lru_cache(maxsize=KEPT)
def names(sentence: str) -> frozenset[str]:
    """Capitalised words inside the sentence: who and where."""
    return frozenset(word.lower() for word in _NAME.findall(sentence)) - CALENDAR


def shared_names(a: str, b: str) -> float | None:
    """The share of the shorter list of names that the other has; None where one has none."""
    first, second = names(a), names(b)
    if not first or not second:
        return None
    return len(first & second) / min(len(first), len(second))


@lru_cache(maxsize=KEPT)
def revises(sentence: str) -> bool:
    """Whether a revising word stands in the sentence."""
    return cues().revising.search(sentence.lower()) is not None


_OTHER_FIGURE: Final = re.compile(r"(?<![\w.,])[$£€¥]?\d[\d.,]*(?<![.,])")


def stretch(claim: Claim) -> str:
    """The words around a figure in its sentence, up to the next figures before and behind it."""
    at, end = claim.start - claim.sentence_start, claim.end - claim.sentence_start
    before = _OTHER_FIGURE.split(claim.sentence[:at])[-1]
    behind = _OTHER_FIGURE.split(claim.sentence[end:], maxsplit=1)[0]
    return f"{before}{claim.value.text}{behind}"


def tells_state(claim: Claim) -> bool:
    """Whether a count is told as how things stand: "187 bodies are unidentified", "12 roads remain
    shut". A later one may be higher or lower."""
    return _STANDING.match(claim.sentence, claim.end - claim.sentence_start) is not None


@lru_cache(maxsize=KEPT)
def lowers(sentence: str) -> bool:
    """Whether the sentence tells that a count came down by decision, that some were counted twice
    or wrongly, or that it is the final one."""
    text = sentence.lower()
    if cues().recounted.search(text) or _FINAL.search(text):
        return True
    return bool(cues().lowering.search(text) and cues().tallied.search(text))


@lru_cache(maxsize=KEPT)
def tells_counting(sentence: str) -> bool:
    """Whether the sentence tells that votes are still being counted: "with 81 percent counted"."""
    return _COUNTING_ON.search(sentence) is not None


def rises_to(words: str) -> bool:
    """Whether words before a figure tell that the count rose to it."""
    return cues().rising.search(words.lower()) is not None


@lru_cache(maxsize=KEPT)
def counts_attackers(sentence: str) -> bool:
    """Whether the dead are told with those who killed them among them: "eleven including the
    gunman"."""
    return _ATTACKERS_TOO.search(sentence) is not None


@lru_cache(maxsize=KEPT)
def tells_gravity(sentence: str) -> bool:
    """Whether the sentence tells how badly somebody was hurt."""
    return cues().gravity.search(sentence.lower()) is not None


@lru_cache(maxsize=KEPT)
def counts_missing(sentence: str) -> bool:
    """Whether the dead are told with the missing among them: "79, the missing included"."""
    return _MISSING_TOO.search(sentence) is not None


@lru_cache(maxsize=KEPT)
def tells_another(text: str) -> bool:
    """Whether a text is about one more happening: "a second explosion", "in a separate crash"."""
    if not _holds_any(text, _ONE_MORE_WORDS):
        return False
    return any(
        any(map(tells_happening, named.lower().split())) for named in _ONE_MORE.findall(text)
    )


@lru_cache(maxsize=KEPT)
def tells_total(sentence: str) -> bool:
    """Whether the sentence names a toll, a count or another total."""
    return cues().tallied.search(sentence.lower()) is not None


@lru_cache(maxsize=KEPT)
def tells_sum(sentence: str) -> bool:
    """Whether the sentence tells what has come together so far: a toll, "has killed 131"."""
    return tells_total(sentence) or _SO_FAR.search(sentence) is not None


@lru_cache(maxsize=KEPT)
def tells_share(sentence: str, end: int) -> bool:
    """Whether a figure that ends at that character is a share: "five of those hurt", "eight
    critically", "six are in intensive care"."""
    if tells_grave(sentence, end):
        return True
    share = _SHARE.match(sentence, end)
    return share is not None and cues().harmed.search(share.group().lower()) is not None


@lru_cache(maxsize=KEPT)
def tells_condition(sentence: str, end: int) -> bool:
    """Whether a figure that ends at that character counts people by how they are: "seven of the
    wounded were in a critical condition". There may be fewer of them later."""
    return _goes_on_with(_IN_CONDITION, sentence, end)


def tells_grave(sentence: str, end: int) -> bool:
    """Whether a figure that ends at that character counts people by how badly they are hurt."""
    return _GRAVELY.match(sentence, end) is not None or _is_of_the_grave(sentence, end)


@lru_cache(maxsize=KEPT)
def _is_of_the_grave(sentence: str, end: int) -> bool:
    """Whether the clause that goes on from the figure tells of a grave state."""
    return _goes_on_with(_GRAVE_STATE, sentence, end)


def _goes_on_with(told: re.Pattern[str], sentence: str, end: int) -> bool:
    if not _holds_any(sentence, _GRAVE_WORDS):
        return False
    aged = _AGED.match(sentence, end)
    if aged is not None:
        end = aged.end()
    closed = _CLAUSE_END.search(sentence, end)
    return told.search(sentence, end, closed.start() if closed else len(sentence)) is not None


def tells_some(sentence: str, start: int, text: str) -> bool:
    """Whether a figure of that text at that character is some of more: "one of the officers",
    "three other homes", "another six"."""
    if _OF_MORE.match(sentence, start + len(text)) or _MORE.search(text):
        return True
    return _ANOTHER.search(sentence, max(0, start - _ANOTHER_REACH), start) is not None


@lru_cache(maxsize=KEPT)
def tells_earlier(sentence: str) -> bool:
    """Whether the sentence tells an older value beside the figure: "earlier put at 6.4"."""
    return cues().earlier.search(sentence.lower()) is not None


@lru_cache(maxsize=KEPT)
def negated_numbers(sentence: str) -> frozenset[float]:
    """The numbers a sentence takes back: the 41 of "39, not 41"."""
    text = sentence.lower()
    behind = (text[match.end() :].split(None, 1)[:1] for match in cues().not_but.finditer(text))
    return frozenset(number for word in behind for number in numbers("".join(word)))


@lru_cache(maxsize=KEPT)
def dates_happening(sentence: str, time: str) -> bool:
    """Whether a time is that of one happening named beside it: "the 2022 Halloween crush", "one
    year after a knife attack", "a bombing in May 2019"."""
    at = sentence.find(time)
    if at < 0:
        return False
    behind = re.split(
        r"[.,;:](?!\d)", sentence[at + len(time) : at + len(time) + _BESIDE], maxsplit=1
    )[0]
    before = re.split(r"[.,;:](?!\d)", sentence[max(0, at - _BESIDE) : at])[-1]
    named = behind.lower().split()[:_NAMING]
    if any(map(tells_happening, named)) and _ARTICLE.search(sentence[max(0, at - 12) : at] + time):
        return True
    if named and any(map(tells_happening, named)) and named[0] in ("a", "an", "the", "'s", "’s"):
        return True
    return _OF_ONE.search(before.lower()) is not None and any(
        map(tells_happening, before.lower().split()[-_NAMING:])
    )


@lru_cache(maxsize=KEPT)
def tells_one_happening(sentence: str) -> bool:
    """Whether a sentence names a single happening: "the fire at the mill", "a crush", no fires."""
    for named in _SINGLE.finditer(sentence.lower()):
        for word in named.group(1).split():
            if tells_happening(word):
                return not word.endswith("s") or word.endswith("ss")
    return False


@lru_cache(maxsize=KEPT)
def denies(sentence: str) -> bool:
    """Whether a denying word stands in the sentence."""
    return cues().denying.search(sentence.lower()) is not None


@lru_cache(maxsize=KEPT)
def numbers(sentence: str) -> frozenset[float]:
    """The numbers a sentence prints, in digits, words or as ordinals ("the ninth reported")."""
    found: set[float] = set()
    for digits, scale in _DIGITS.findall(sentence):
        factor = _SCALES.get(scale.lower(), 1.0)
        if digits.replace(",", "").count(".") < 2:
            found.add(float(digits.replace(",", "")) * factor)
        if _THOUSANDS.fullmatch(digits):
            found.add(float(re.sub("[.,]", "", digits)))
    for tens, word in _WORDED.findall(sentence):
        found.add(_word_value(word.lower()) + (_word_value(tens.lower()) if tens else 0.0))
    return frozenset(found)


def _word_value(word: str) -> float:
    if word in _UNIT_WORDS:
        return float(_UNIT_WORDS.index(word))
    if word in _TENS_WORDS:
        return 10.0 * (_TENS_WORDS.index(word) + 2)
    return float(_ORDINALS.index(word) + 1)

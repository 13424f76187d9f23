"""Who says so: the source a sentence names, with its verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims_db.records import Attribution
from factcheck.lexicon import lexicon
from factcheck.tokens import Tokens

SAYING = frozenset(
    "said says say told reported reports announced announces confirmed confirms added adds stated states wrote writes tweeted posted claimed claims "
    "estimated estimates counted counts acknowledged acknowledges admitted denied denies warned warns noted notes declared disclosed revealed reveals "
    "explained insisted put puts gave gives cited showed shows recorded alleged asserted reiterated disputed rejected testified".split()
)
# These say something only with a clause or figure of their own, not as any verb of action.
WEAK = frozenset(
    "put puts gave gives reports claims counts states notes estimates recorded counted showed shows cited confirmed claimed".split()
)
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "i", "we", "you"})
RELATIVE_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later early late tonight overnight".split()
)
AFTER_ACCORDING = re.compile(
    r"\b(?:according\s+to|as\s+per|citing|quoting|per)\s+(?=[A-Za-z])", re.IGNORECASE
)
SOURCE_END = re.compile(
    r"[,;:.()“”\"–—]|\s(?:who|which|that|as of|on|in a|at a|after|while|when|but|and said|said)\b(?!\s(?:of|and)\b)"
)
LONGEST_SOURCE = 12  # tokens


@dataclass(frozen=True, slots=True)
class Source:
    """An attribution with where it stands in its sentence, as character offsets."""

    attribution: Attribution
    start: int
    end: int
    pronoun: bool = False


def find(tokens: Tokens) -> list[Source]:
    """The sources a sentence names, in order; a pronoun's source is the pronoun itself."""
    found = []
    text = tokens.text
    for match in AFTER_ACCORDING.finditer(text):
        source = _according(text, match)
        if source:
            found.append(source)
    for i, word in enumerate(tokens.words):
        if word not in SAYING:
            continue
        source = _inverted(tokens, i) or _subject(tokens, i)
        if source and not any(s.start < source.end and source.start < s.end for s in found):
            found.append(source)
    return sorted(found, key=lambda source: source.start)


def _according(text: str, match: re.Match[str]) -> Source | None:
    words = match.group().lower().split()
    if words[0] == "per" and not text[match.end()].isupper():
        return None
    end = SOURCE_END.search(text, match.end())
    stop = end.start() if end else len(text)
    name = text[match.end() : stop].strip()
    if not name or len(name.split()) > LONGEST_SOURCE:
        return None
    return Source(Attribution(_plain(name), " ".join(words)), match.end(), stop)


def _plain(name: str) -> str:
    for article in ("the ", "The ", "a ", "an "):
        if name.startswith(article) and not name[len(article) :][:1].isupper():
            return name[len(article) :]
    return name


def _inverted(tokens: Tokens, i: int) -> Source | None:
    """ ", said Timur Tkachenko, who heads …": the source behind the verb."""
    words = tokens.words
    if words[i] not in ("said", "says", "reported", "added", "told", "wrote"):
        return None
    if i == 0 or words[i - 1] not in (",", "”", '"', "'", "’", "?", "!", "."):
        return None
    j = i + 1
    if j >= len(words) or not words[j][0].isalpha() or words[j] in RELATIVE_TIME:
        return None
    end = j
    while (
        end < len(words)
        and end - j < LONGEST_SOURCE
        and words[end]
        not in (",", ";", ".", ":", "“", '"', "in", "on", "at", "who", "as", "to", "(")
    ):
        end += 1
    if end == j or words[j] in PRONOUNS:
        return None
    return Source(
        Attribution(_plain(tokens.slice(j, end)), words[i]), tokens.starts[j], tokens.ends[end - 1]
    )


def _subject(tokens: Tokens, i: int) -> Source | None:
    """ "Ukrainian officials said": the source before the verb."""
    words = tokens.words
    j = i - 1
    while j >= 0 and words[j] in (
        "has",
        "have",
        "had",
        "also",
        "later",
        "earlier",
        "further",
        "then",
        "reportedly",
        "separately",
        "again",
        "who",
        "initially",
        "previously",
    ):
        j -= 1
    if j < 0:
        return None
    last = j + 1
    if words[j] == "," and j > 0:  # an aside: "Jane Roe, the mayor, said"
        opener = next((k for k in range(j - 1, max(-1, j - 14), -1) if words[k] == ","), None)
        if opener is None or opener == 0:
            return None
        last, j = opener, opener - 1
    while j >= 0 and last - j <= LONGEST_SOURCE and not _boundary(tokens, j, i):
        j -= 1
    first = j + 1
    while first < last and words[first] in (
        "and",
        "but",
        "while",
        "as",
        "that",
        "the",
        "a",
        "an",
        "however",
        "meanwhile",
        "because",
        "where",
        "when",
        "after",
    ):
        if (
            words[first] in ("the", "a", "an")
            and first + 1 < len(words)
            and tokens.capital(first + 1)
            and words[first] == "the"
        ):
            break
        first += 1
    if first >= last:
        return None
    name = tokens.slice(first, last)
    if words[first] in PRONOUNS:
        return Source(
            Attribution(name, words[i]), tokens.starts[first], tokens.ends[last - 1], True
        )
    if not _speaks(tokens, first, last, words[i]):
        return None
    return Source(Attribution(name, words[i]), tokens.starts[first], tokens.ends[last - 1])


def _boundary(tokens: Tokens, j: int, verb: int) -> bool:
    word = tokens.words[j]
    if word in (",", ";", ":", ".", "?", "!", "“", "”", '"', "(", ")", "—", "–"):
        return True
    if word in SAYING and word not in WEAK:
        return True
    lex = lexicon()
    if (
        word in lex.triggers
        and any(
            s.form != "toll" and s.form != "nouns"
            for _, senses in lex.triggers[word]
            for s in senses
        )
        and word not in ("missing", "hit")
    ):
        return True
    return word in (
        "were",
        "was",
        "are",
        "is",
        "had",
        "been",
        "that",
        "which",
        "including",
        "who",
        "but",
    )


def _speaks(tokens: Tokens, first: int, last: int, verb: str) -> bool:
    """Whether the subject can speak: people, names, offices; weak verbs need a name or an office."""
    words = tokens.words[first:last]
    if any(word[0].isdigit() for word in words):
        return False
    lex = lexicon()
    named = any(tokens.capital(k) for k in range(max(first, 1), last)) or (
        first == 0 and tokens.capital(first)
    )
    office = any(word in OFFICES or word in lex.people for word in words)
    if verb in WEAK:
        return (
            office
            or (named and last - first >= 1 and words[-1] not in lex.verb and first > 0)
            or (first == 0 and office)
        )
    return (named or office) and not (words and words[0] in RELATIVE_TIME)


OFFICES = frozenset(
    "police officials official authorities authority government ministry minister president spokesman spokeswoman spokesperson mayor governor office agency "
    "service services department hospital military army navy officers sheriff coroner prosecutor prosecutors court company officer report statement witnesses residents "
    "rescuers media television radio news newspaper union un nato council commission committee board bureau institute organization organisation centre center "
    "university survey study data survey usgs afad who unicef chief commander secretary rebels militants hamas taliban group leaders headquarters firefighters "
    "doctors medics source sources investigators experts analysts economists researchers scientists lawyer attorney statement records figures premier chairman ceo "
    "director detectives lawmakers state-run tass xinhua reuters afp ap interfax administration command kremlin white house pentagon parliament zelenskyy zelenskiy zelensky".split()
)


def for_figure(sources: list[Source], at: int, text: str) -> Source | None:
    """The source of a figure at offset `at`: the nearest one in its clause, else the sentence's."""
    if not sources:
        return None

    def distance(source: Source) -> int:
        low, high = (source.end, at) if source.end <= at else (at, source.start)
        between = text[low:high]
        return (
            high
            - low
            + 200 * (between.count(";") + between.count(" while ") + between.count(" but "))
        )

    return min(sources, key=distance)

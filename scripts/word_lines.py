"""The common words of WordNet → the lines of `factcheck/data/words_known.lines`."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from factcheck.text.known_words import SHARE_STEPS, digits
from scripts.wordnet_files import Pointer, Sense, Synset, WordNet

LEAST_SHARE: Final = 0.03
"""A sense rarer than this among a word's is left out: it would tie words that news never does …"""
LEAST_OF_PART: Final = 0.12
"""… unless it is as common as this among those of its part of speech: the flat that is a home."""
UNTAGGED: Final = 0.7
"""What a word's first sense counts beside those tagged, the second half of it, and so on: most
words were never tagged, and their senses stand in the order of how common they are thought."""
LOWEST_RANK: Final = 6
WIDEST: Final = 11
"""Meanings with more than 2 to this below them (thing, act, person) tell nothing of a word."""
FARTHEST: Final = 6  # steps above a meaning
MOST_ABOVE: Final = 8  # meanings kept above one
ABOVE: Final = ("@", "@i")
AKIN: Final = ("$", ">", "&", "=", "*")  # verb groups, causes, likes, attributes, entailments
DERIVED: Final = ("+", "\\")


class Vocabulary:
    """The words taken, and what WordNet says of them."""

    def __init__(self, known: WordNet, common: frozenset[str]) -> None:
        self.known = known
        self._common = common
        self.words: tuple[str, ...] = tuple(
            sorted(word for word in known.senses if self._taken(word) and self.shares(word))
        )

    def _taken(self, word: str) -> bool:
        if "_" not in word:
            return word in self._common and word.replace("-", "").isalpha()
        if not all(part in self._common for part in word.split("_")):
            return False
        return any(sense.count or sense.synset[0] == "v" for sense in self.known.senses[word])

    def shares(self, word: str) -> dict[str, float]:
        """A word's meanings that are not rare, with how often the word has each, 0–1."""
        weights = {sense.synset: _weight(sense) for sense in self._senses(word)}
        total = sum(weights.values())
        parts: dict[str, float] = defaultdict(float)
        for synset, weight in weights.items():
            parts[synset[0]] += weight
        return {
            synset: weight / total
            for synset, weight in weights.items()
            if weight >= min(LEAST_SHARE * total, LEAST_OF_PART * parts[synset[0]])
        }

    def _senses(self, word: str) -> list[Sense]:
        return [
            sense
            for sense in self.known.senses[word]
            if sense.rank <= LOWEST_RANK and not self._instance(sense.synset)
        ]

    def _instance(self, synset: str) -> bool:
        """Whether a meaning is one thing with a name: a town, a person."""
        return bool(self.known.synsets[synset].tied("@i"))

    def relatives(self, word: str, *symbols: str) -> set[str]:
        """The words that this one, in one of its meanings, is tied to as a word."""
        found: set[str] = set()
        for sense in self.known.senses[word]:
            synset = self.known.synsets[sense.synset]
            for pointer in synset.pointers:
                if pointer.symbol in symbols and pointer.source and _is(synset, pointer, word):
                    other = self.known.synsets[pointer.synset].words[pointer.target - 1]
                    found.add(other.lower())
        return found - {word}

    def akin(self, synset: Synset) -> set[str]:
        """The meanings that one is close to, or that some word of it gave a word to."""
        return {pointer.synset for pointer in synset.pointers if pointer.symbol in AKIN + DERIVED}


def _weight(sense: Sense) -> float:
    return sense.count + UNTAGGED / sense.rank


def _is(synset: Synset, pointer: Pointer, word: str) -> bool:
    return synset.words[pointer.source - 1].lower() == word


class Lines:
    """Words, meanings and forms as lines, each kind numbered from 0."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._synsets = vocabulary.known.synsets
        self._places = {word: at for at, word in enumerate(vocabulary.words)}

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many words, meanings and forms."""
        return len(self._places), len(self._numbers), len(self._forms)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """Each meaning's number: the smaller, the oftener it is named."""
        named: Counter[str] = Counter()
        for word in self._vocabulary.words:
            for synset in self._vocabulary.shares(word):
                named[synset] += 1
        for synset in list(named):
            named.update(self._above(synset))
        for synset in list(named):
            named.update(other for other in self._akin(synset) if other in named)
        order = sorted(named, key=lambda synset: (-named[synset], synset))
        return {synset: number for number, synset in enumerate(order)}

    @cached_property
    def _forms(self) -> dict[str, list[str]]:
        """Irregular forms of words taken."""
        found: dict[str, list[str]] = defaultdict(list)
        for form, lemmas in self._vocabulary.known.irregular.items():
            for lemma in lemmas:
                if lemma in self._places and lemma not in found[form]:
                    found[form].append(lemma)
        return {form: lemmas for form, lemmas in sorted(found.items()) if lemmas}

    def words(self) -> Iterator[str]:
        """word, its meanings with shares, words derived from it or it from them, opposites."""
        for word in self._vocabulary.words:
            shares = sorted(self._vocabulary.shares(word).items(), key=lambda of: (-of[1], of[0]))
            senses = " ".join(
                digits(self._numbers[synset]) + digits(max(1, round(share * SHARE_STEPS)))
                for synset, share in shares
            )
            derived = self._places_of(self._vocabulary.relatives(word, *DERIVED))
            opposite = self._places_of(self._vocabulary.relatives(word, "!"))
            yield "\t".join((word.replace("_", " "), senses, derived, opposite)).rstrip("\t")

    def _places_of(self, words: set[str]) -> str:
        return " ".join(digits(self._places[word]) for word in sorted(words & self._places.keys()))

    def meanings(self) -> Iterator[str]:
        """How wide a meaning is, those above it with the steps to each, those close to it, those
        of its words' opposites."""
        for synset in self._numbers:
            above = " ".join(
                digits(self._numbers[other]) + str(steps)
                for other, steps in self._above(synset).items()
            )
            close = self._numbers_of(self._akin(synset))
            opposed = self._numbers_of(set(self._synsets[synset].tied("!")))
            yield "\t".join((str(self._width(synset)), above, close, opposed)).rstrip("\t")

    def _numbers_of(self, synsets: set[str]) -> str:
        known = sorted(self._numbers[synset] for synset in synsets & self._numbers.keys())
        return " ".join(digits(number) for number in known)

    def forms(self) -> Iterator[str]:
        """An irregular form and its words."""
        for form, lemmas in self._forms.items():
            yield f"{form.replace('_', ' ')}\t" + " ".join(digits(self._places[w]) for w in lemmas)

    def _akin(self, synset: str) -> set[str]:
        return self._vocabulary.akin(self._synsets[synset])

    def _above(self, synset: str) -> dict[str, int]:
        """The meanings above one that are not too wide, nearest first, with the steps to each."""
        found: dict[str, int] = {}
        layer = [synset]
        for steps in range(1, FARTHEST + 1):
            layer = [
                other
                for one in layer
                for other in self._synsets[one].tied(*ABOVE)
                if other not in found and self._width(other) <= WIDEST
            ]
            for other in layer:
                found.setdefault(other, steps)
        return dict(list(found.items())[:MOST_ABOVE])

    @cached_property
    def _widths(self) -> dict[str, int]:
        return {}

    def _width(self, synset: str) -> int:
        """The binary logarithm of how many meanings lie at or below one, rounded down."""
        if synset not in self._widths:
            seen = {synset}
            waiting = [synset]
            while waiting:
                fresh = set(self._synsets[waiting.pop()].tied("~")) - seen
                seen |= fresh
                waiting.extend(fresh)
            self._widths[synset] = int(math.log2(len(seen)))
        return self._widths[synset]

"""Build `factcheck/data/words_living.toml`: nouns for people, animals, plants; and for things
that end as nouns for people do.

Source: WordNet 3.1, as `scripts/build_words.py` reads it; taken are the words of
`factcheck/data/words_known.lines` which, as nouns, mostly mean somebody, an animal or a plant.
What `words.toml` has already is left out, and so are agents in -er and -or, of which the news
calls firms and machines so too (a lender, a trawler), beings that are only told of (hobbits), and
words of abuse.

    python scripts/build_living.py --wordnet package/dict --forms .../share/wordnet
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from pathlib import Path
from typing import Final

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factcheck.text.known_words import known_words
from factcheck.text.lexicon import Lexicon, lexicon, people_of
from factcheck.text.word_tables import table
from scripts import wordnet_files
from scripts.word_lines import LOWEST_RANK, UNTAGGED

OUT = ROOT / "factcheck" / "data" / "words_living.toml"
ROOTS: Final = {"people": "person", "animals": "animal", "plants": "plant"}
"""Name of our list -> the word whose narrower meanings it takes."""
UNREAL: Final = ("imaginary_being", "spiritual_being")
LEAST_OF_NOUN: Final = {"people": 0.8, "animals": 0.6, "plants": 0.6}
LEAST: Final = 0.5
"""How much of a word's use, of its use as a noun and of all, must be of that sort."""
LEFT_OUT: Final = frozenset({"castaway", "nobody", "somebody", "someone"})
"""No counts of people: those of plays and shows, and pronouns."""
MOST_ADJECTIVE: Final = 0.1
AGENTS: Final = ("er", "or")
PEOPLE_ENDINGS: Final = ("er", "or", "ist", "ian", "ee", "eer", "an")
OF_PEOPLES: Final = "man"
SHORTEST: Final = 3
WIDTH: Final = 98
HEAD: Final = """# Nouns in the singular that mostly mean somebody, an animal or a plant,
# besides those of words.toml, and things whose names end as those of people do.
# Made from WordNet 3.1 (NOTICE.words) by scripts/build_living.py:
# words of one's own go into words.toml.
"""


class Sorts:
    """The meanings below some, and how much of a word's use they have."""

    def __init__(self, known: wordnet_files.WordNet) -> None:
        self.known = known
        below: dict[str, list[str]] = {}
        for synset in known.synsets.values():
            for above in synset.tied("@"):
                below.setdefault(above, []).append(synset.id)
        unreal = set().union(*(self._under(below, self._first(word)) for word in UNREAL))
        self.of = {
            name: self._under(below, self._first(word)) - unreal for name, word in ROOTS.items()
        }

    def _first(self, word: str) -> str:
        """The meaning of a noun that is a living being; the first one, but for plants."""
        nouns = [sense for sense in self.known.senses[word] if sense.synset[0] == "n"]
        rank = 2 if word == "plant" else 1  # a plant is a works first
        return next(sense.synset for sense in nouns if sense.rank == rank)

    def _under(self, below: dict[str, list[str]], root: str) -> set[str]:
        found, waiting = set[str](), [root]
        while waiting:
            synset = waiting.pop()
            if synset not in found:
                found.add(synset)
                waiting += below.get(synset, [])
        return found

    def fits(self, word: str, name: str) -> bool:
        """Whether a word mostly is of a sort, and not by abuse."""
        total = nouns = adjectives = sort = 0.0
        for sense in self.known.senses[word]:
            synset = self.known.synsets[sense.synset]
            if word not in synset.words and any(one.lower() == word for one in synset.words):
                return False  # a name too: Argentines are no fish
            if sense.rank > LOWEST_RANK or synset.tied("@i"):
                continue
            weight = sense.count + UNTAGGED / 2 ** (sense.rank - 1)
            total += weight
            nouns += weight * (synset.id[0] == "n")
            adjectives += weight * (synset.id[0] == "a")
            if synset.id in self.of[name]:
                if sense.rank == 1 and synset.tied(";u"):
                    return False
                sort += weight
        if adjectives > MOST_ADJECTIVE * total:
            return False
        return sort > 0 and sort >= LEAST_OF_NOUN[name] * nouns and sort >= LEAST * total


def is_thing(sorts: Sorts, word: str) -> bool:
    """Whether a noun that ends as nouns for people do never means somebody: a transistor."""
    nouns = total = 0.0
    for sense in sorts.known.senses[word]:
        synset = sorts.known.synsets[sense.synset]
        if synset.id in sorts.of["people"]:
            return False
        if word not in synset.words and any(one.lower() == word for one in synset.words):
            return False  # a name too: Estonians
        if sense.rank > LOWEST_RANK or synset.tied("@i"):
            continue
        weight = sense.count + UNTAGGED / 2 ** (sense.rank - 1)
        total += weight
        nouns += weight * (synset.id[0] == "n")
    return nouns > 0 and nouns >= LEAST * total


def may_be_taken(lex: Lexicon, word: str) -> bool:
    """Whether a word is no other part of our vocabulary."""
    own = table("words.toml")
    tables = (people_of(own, ()), own.words("animals.words"), lex.verb, lex.stop, lex.adverb)
    others = (lex.auxiliary, lex.determiners, lex.number_words, lex.triggers, lex.units, lex.things)
    plain = word.isalpha() and len(word) >= SHORTEST
    return plain and word not in LEFT_OUT and not any(word in one for one in (*tables, *others))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder of data.*, index.sense")
    parser.add_argument("--forms", type=Path, required=True, help="folder of noun.exc, verb.exc …")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    sorts = Sorts(wordnet_files.read(options.wordnet, options.forms))
    words, lex, told = known_words(), lexicon(), HEAD
    spelt = [words.spelling(number) for number in range(len(words))]
    spelt = [word for word in spelt if may_be_taken(lex, word)]
    for name in ROOTS:
        of = [word for word in spelt if sorts.fits(word, name)]
        if name == "people":
            of = [word for word in of if not word.endswith(AGENTS)]
        told += f"\n[{name}]\nwords = '''\n{textwrap.fill(' '.join(of), WIDTH)}\n'''\n"
        print(f"{name}: {len(of)} words")
    things = [word for word in spelt if word.endswith(PEOPLE_ENDINGS)]
    things = [word for word in things if not word.endswith(OF_PEOPLES) and is_thing(sorts, word)]
    told += f"\n[things]\nwords = '''\n{textwrap.fill(' '.join(things), WIDTH)}\n'''\n"
    print(f"things: {len(things)} words")
    options.out.write_text(told, "utf-8")


if __name__ == "__main__":
    main()

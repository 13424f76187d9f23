"""Build `factcheck/data/words_verbs.toml`: words in -s that are verbs, not plurals.

Source: WordNet 3.1, as `scripts/build_words.py` reads it; taken are the verbs of
`factcheck/data/words_known.lines` that are hardly ever nouns ("suffer", "prove"), in their third
person: "one in four survivors suffers", "19 fouls proves".

    python scripts/build_verbs.py --wordnet package/dict --forms .../share/wordnet
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
from factcheck.text.lexicon import Lexicon, lexicon
from scripts import wordnet_files
from scripts.word_lines import LOWEST_RANK, UNTAGGED

OUT = ROOT / "factcheck" / "data" / "words_verbs.toml"
LEAST: Final = 0.95
"""How much of a word's use must be as a verb."""
MOST_AS_NOUN: Final = 1
"""How many meanings it may have as a noun."""
LEAST_TOLD: Final = 3
"""How often a word must stand as a verb in the texts that WordNet counts."""
HISSING: Final = ("s", "x", "z", "ch", "sh", "o")
WIDTH: Final = 98
HEAD: Final = """# Verbs in their third person whose words are hardly ever nouns, besides those of
# words.toml. Made from WordNet 3.1 (NOTICE.words) by scripts/build_verbs.py: words of one's own go
# into words.toml.
"""


def is_verb_alone(known: wordnet_files.WordNet, word: str) -> bool:
    """Whether a word is told often enough as a verb, and hardly ever as anything else."""
    total = verbs = told = 0.0
    if sum(sense.synset[0] == "n" for sense in known.senses[word]) > MOST_AS_NOUN:
        return False  # drills
    for sense in known.senses[word]:
        if sense.rank > LOWEST_RANK:
            continue
        weight = sense.count + UNTAGGED / 2 ** (sense.rank - 1)
        total += weight
        if sense.synset[0] == "v":
            verbs += weight
            told += sense.count
    return told >= LEAST_TOLD and verbs >= LEAST * total


def third_person(verb: str) -> str:
    """The verb with "he": carries, reaches, proves."""
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(HISSING) else "s")


def may_be_taken(lex: Lexicon, word: str) -> bool:
    """Whether a verb is no other part of our vocabulary, as a plural."""
    tables = (lex.people, lex.plurals, lex.animals, lex.stop, lex.auxiliary, lex.units, lex.things)
    return word.isalpha() and not any(word in one for one in tables)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder of data.*, index.sense")
    parser.add_argument("--forms", type=Path, required=True, help="folder of noun.exc, verb.exc …")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    known, words, lex = wordnet_files.read(options.wordnet, options.forms), known_words(), lexicon()
    spelt = [words.spelling(number) for number in range(len(words))]
    verbs = [third_person(w) for w in spelt if w in known.senses and is_verb_alone(known, w)]
    told = sorted(word for word in verbs if may_be_taken(lex, word))
    body = textwrap.fill(" ".join(told), WIDTH)
    options.out.write_text(f"{HEAD}\n[verbs]\nthird_person = '''\n{body}\n'''\n", "utf-8")
    print(f"{len(told)} words")


if __name__ == "__main__":
    main()

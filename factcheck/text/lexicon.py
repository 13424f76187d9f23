"""The vocabulary: `words.toml`, `units.toml`, `currencies.toml` and the kinds, compiled. Read once.

Keys are lower-case words, or the first word of a phrase with its phrases, longest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from claims_db.errors import TableError
from claims_db.kinds import kinds
from factcheck.text.phrase_patterns import Phrase, PhrasePattern, is_pattern, pattern
from factcheck.text.tokens import Tokens
from factcheck.text.word_tables import CONSTRUCTIONS, WordTable, split_phrases, table

Entry = TypeVar("Entry")
Index = dict[str, list[tuple[Phrase, Entry]]]

FORMS = ("active", "passive", "nouns", "toll")
PEOPLE: Final = "people"  # the class of all nouns known to be people
# Words of number that the number tables have as parts only.
OTHER_NUMBERS = (
    *("half", "couple", "pair", "tens", "third", "thirds", "quarter", "quarters"),
    "score",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, or a currency (dimension "money", `name` its ISO code)."""

    name: str
    dimension: str
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Sense:
    """One reading of a trigger phrase: the kind it tells of, and its form in the sentence."""

    kind: str
    form: str  # one of FORMS
    wants: str | None = None  # the class of nouns that it is said of: "lost <troops>"


@dataclass(frozen=True, slots=True)
class Person:
    """A noun for people: the group it names (None for people in general), and its number."""

    group: str | None
    plural: bool


class Lexicon:
    """Every table, compiled; raises TableError for a malformed one."""

    def __init__(self) -> None:
        own = table("words.toml")
        self.units_words: dict[str, int] = own.mapping("number.units", int)
        self.scales: dict[str, int] = own.mapping("number.scales", int)
        self.suffixes: dict[str, int] = own.mapping("number.suffixes", int)
        self.vague: dict[str, list[int]] = own.mapping("number.vague", list)
        self.fractions: dict[str, int] = own.mapping("number.fractions", int)
        self.hedges_before = _hedges(own, "hedges.before", by_last=True)
        self.hedges_after = _hedges(own, "hedges.after", by_last=False)
        living = table("words_living.toml")
        self.people = people_of(own, living.listed("people.words"))
        self.animals = own.words("animals.words") | _both(living.listed("animals.words"))
        self.living = self.animals | _both(living.listed("plants.words"))
        self.unpeopled = _both(living.listed("things.words"))  # transistors
        self.plurals = own.words("plurals.words")
        self.auxiliary = own.words("grammar.auxiliary")
        self.adverb = own.words("grammar.adverb")
        self.stop = own.words("grammar.stop")
        self.verb = own.words("grammar.verb")
        self.third_person = table("words_verbs.toml").words("verbs.third_person") - self.verb
        self.determiners = own.words("determiners.words")
        self.units, self.glued_units, self.cased_units = _units(table("units.toml"))
        self.symbols, self.currency_words = _currencies(table("currencies.toml"))
        self.triggers = _triggers()
        self.patterns = _patterns()
        classes = table(CONSTRUCTIONS)
        self.classes = {name: classes.words(f"classes.{name}") for name in _classes_wanted()}
        self.objects = {
            name: frozenset(kind.objects) for name, kind in kinds().items() if kind.objects
        }
        self.number_words = frozenset(
            (*self.units_words, *self.scales, *self.vague, *OTHER_NUMBERS)
        )
        # The kinds that count people, and those that measure.
        self.of_people = frozenset(name for name, kind in kinds().items() if kind.of_people)
        self.measuring = frozenset(name for name, kind in kinds().items() if kind.dimension)
        self._derive()

    def _derive(self) -> None:
        """The sets that rules ask for at every word."""
        # The words that a number may begin with; those that "a" begins one with: a dozen, a third.
        self.number_starts: frozenset[str] = self.number_words | {"a", "an"}
        self.after_article: frozenset[str] = self.number_words.union(self.fractions)
        # The nouns that kinds count and that are no people, with their plurals.
        nouns = {noun for found in self.objects.values() for noun in found} - set(self.people)
        self.things = frozenset(noun + ending for noun in nouns for ending in ("", "s", "es"))
        # The nouns for one person.
        self.persons = frozenset(w for w, person in self.people.items() if not person.plural)
        # The words that tell of a kind as a verb alone: active or passive, active only; and the
        # words that begin a phrase which does.
        self.participles = self._single(("passive", "active"))
        self.active_verbs = self._single(("active",))
        self.verb_starts = frozenset(
            first
            for first, entries in self.triggers.items()
            if any(sense.form in ("active", "passive") for _, senses in entries for sense in senses)
        ).union(
            first
            for found, _ in self.patterns
            for first in found.columns[0]
            if first.endswith(("ed", "ing")) or first in self.verb
        ) - set(self.people)  # "villagers buried"

    def _single(self, forms: tuple[str, ...]) -> frozenset[str]:
        return frozenset(
            first
            for first, entries in self.triggers.items()
            if any(
                len(phrase) == 1 and any(sense.form in forms for sense in senses)
                for phrase, senses in entries
            )
        )


def _phrase(text: str) -> Phrase:
    return tuple(Tokens(text).words)


def _indexed(phrases: Mapping[Phrase, Entry], *, by_last: bool = False) -> Index[Entry]:
    """Phrases under their first (or last) word, longest first."""
    index: Index[Entry] = {}
    for phrase, entry in phrases.items():
        index.setdefault(phrase[-1] if by_last else phrase[0], []).append((phrase, entry))
    for found in index.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return index


def _hedges(own: WordTable, key: str, *, by_last: bool) -> Index[str]:
    bounds = own.mapping(key)
    texts = {text: bound for bound in bounds for text in own.phrases(f"{key}.{bound}")}
    return _indexed({_phrase(text): bound for text, bound in texts.items()}, by_last=by_last)


def _both(singulars: Iterable[str]) -> frozenset[str]:
    """Nouns with their plurals."""
    return frozenset(form for noun in singulars for form in (noun, _plural(noun)))


def people_of(own: WordTable, more: Iterable[str]) -> dict[str, Person]:
    """The nouns for people of `words.toml`, and more of them, regular ones in the singular."""
    irregular = own.mapping("people.irregular")
    regular = (*more, *own.listed("people.regular"))
    pairs = [(noun, irregular.get(noun, _plural(noun))) for noun in regular]
    people: dict[str, Person] = {}
    for singular, plural in (*pairs, *irregular.items()):
        people[singular] = Person(plural, False)
        people[plural] = Person(plural, True)
    for word in own.listed("people.collective.words"):
        people[word] = Person(word, True)
    for word in own.listed("people.generic"):
        people[word] = Person(
            None, word.endswith("s") or word in {"people", "bodies", "dead", "lives"}
        )
    return people


def _plural(singular: str) -> str:
    if singular.endswith(("s", "x", "ch", "sh")):
        return singular + "es"
    if singular.endswith("y") and singular[-2] not in "aeiou":
        return singular[:-1] + "ies"
    if singular.endswith("man") and singular not in {"human", "german", "shaman"}:
        return singular[:-3] + "men"
    return singular + "s"


def _units(own: WordTable) -> tuple[Index[Unit], dict[str, Unit], dict[str, Unit]]:
    """Units by phrase, by letters glued to digits, by symbol as written; those of the SI with
    their prefixes, where the table has no entry of their own."""
    phrases: dict[Phrase, Unit] = {}
    glued: dict[str, Unit] = {}
    cased: dict[str, Unit] = {}
    prefixed: list[tuple[str, str, Unit]] = []
    prefixes = {name: float(size) for name, size in own.mapping("prefixes", float).items()}
    for dimension, units in own.sections().items():
        if dimension == "prefixes":
            continue
        for name, entry in units.items():
            try:
                unit = Unit(name, dimension, float(entry["size"]))
                texts = split_phrases(entry["words"])
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                raise TableError(
                    f"{name!r} needs words and a size", where=own.name, mend="See its neighbours"
                ) from error
            phrases.update((_phrase(text), unit) for text in texts)
            glued.update((word, unit) for word in split_phrases(entry.get("glued", "")))
            cased.update((symbol, unit) for symbol in split_phrases(entry.get("cased", "")))
            prefixed += [
                (prefix, entry["symbol"], unit) for prefix in entry.get("prefixed", "").split()
            ]
    for prefix, symbol, unit in prefixed:
        long, short = _prefix(own, prefix)
        scaled = Unit(long + unit.name, unit.dimension, unit.size * prefixes[prefix])
        known = phrases.get((scaled.name,), scaled)
        phrases.setdefault((scaled.name,), scaled)
        phrases.setdefault((f"{scaled.name}s",), known)
        cased.setdefault(short + symbol, known)
    return _indexed(phrases), glued, cased


def _prefix(own: WordTable, prefix: str) -> tuple[str, str]:
    """A prefix of the SI in full and as a sign: "kilo", "k"."""
    long, _, short = prefix.partition(":")
    if not long or not short:
        what = f"{prefix!r} is no prefix"
        raise TableError(what, where=own.name, mend="Write it as 'kilo:k'")
    return long, short


def _currencies(own: WordTable) -> tuple[dict[str, Unit], Index[Unit]]:
    symbols: dict[str, Unit] = {}
    phrases: dict[Phrase, Unit] = {}
    for code, entry in own.sections().items():
        unit = Unit(code, "money")
        texts = _columns(entry, own.name, code)
        minor = Unit(next(iter(texts["minor"]), ""), "money", 0.01)
        symbols[code] = unit
        symbols.update((symbol, unit) for symbol in texts["symbols"])
        phrases.update((_phrase(text), unit) for text in texts["words"])
        phrases.update((_phrase(text), minor) for text in texts["minor"])
    return symbols, _indexed(phrases)


def _columns(entry: dict[str, Any], where: str, name: str) -> dict[str, Iterable[str]]:
    wanted = ("symbols", "words", "minor")
    if not all(isinstance(entry.get(column), str) for column in wanted):
        what = f"{name!r} needs {', '.join(wanted)}"
        raise TableError(what, where=where, mend="Write '' for none")
    return {column: split_phrases(entry[column]) for column in wanted}


def _texts() -> Iterator[tuple[str, Sense]]:
    """The phrases of the kinds table as they are written, with what they tell."""
    for kind in kinds().values():
        for form in FORMS:
            for text in getattr(kind, form):
                phrase, wants = unrestricted(text)
                yield phrase, Sense(kind.name, form, wants)
        for frame in kind.frames:
            yield frame.passive, Sense(kind.name, "passive", frame.wants)


def _triggers() -> Index[tuple[Sense, ...]]:
    senses: dict[Phrase, list[Sense]] = {}
    for text, sense in _texts():
        if not is_pattern(text):
            senses.setdefault(_phrase(text), []).append(sense)
    return _indexed({phrase: tuple(found) for phrase, found in senses.items()})


def _patterns() -> list[tuple[PhrasePattern, Sense]]:
    parsed: dict[str, Phrase] = {}

    def phrase(text: str) -> Phrase:
        if text not in parsed:
            parsed[text] = (text,) if text.isalpha() else _phrase(text)
        return parsed[text]

    return [(pattern(text, phrase), sense) for text, sense in _texts() if is_pattern(text)]


def unrestricted(text: str) -> tuple[str, str | None]:
    """A trigger of the kinds table without its class of nouns, and the class: "lost <troops>"."""
    phrase, _, rest = text.partition("<")
    return phrase.strip(), rest.rstrip(">") or None


def _classes_wanted() -> set[str]:
    """The classes of nouns that triggers name, besides people."""
    wanted = {
        unrestricted(text)[1] or PEOPLE
        for kind in kinds().values()
        for form in FORMS
        for text in getattr(kind, form)
    }
    wanted.update(frame.wants or PEOPLE for kind in kinds().values() for frame in kind.frames)
    return wanted - {PEOPLE}


def currency_codes() -> list[str]:
    """Codes and short names of currencies that begin with a letter, the longest first."""
    symbols, _ = _currencies(table("currencies.toml"))
    return sorted((s for s in symbols if s[0].isalpha() and s[-1] != "$"), key=len, reverse=True)


_LEXICON: Final = Lexicon()


def lexicon() -> Lexicon:
    """The tables, read once."""
    return _LEXICON

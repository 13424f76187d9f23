"""The word tables of `factcheck/data`, read once each and checked on the way."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from claims_db.errors import TableError

CONSTRUCTIONS = "constructions.toml"


class WordTable:
    """One TOML table. A key is a path: "toll.links". Raises TableError, naming table and key."""

    def __init__(self, name: str) -> None:
        self.name = name
        try:
            self._entries = tomllib.loads((files("factcheck") / "data" / name).read_text("utf-8"))
        except OSError as error:
            mend = "Install the package anew"
            raise TableError("the table can't be read", where=name, mend=mend) from error
        except tomllib.TOMLDecodeError as error:
            raise TableError(str(error), where=name, mend="Mend the TOML at that line") from error

    def listed(self, key: str) -> tuple[str, ...]:
        """A list of words between blanks, in order."""
        return tuple(self._text(key).split())

    def words(self, key: str) -> frozenset[str]:
        """The same as a set; the words must be lower case."""
        found = frozenset(self.listed(key))
        raised = sorted(word for word in found if word != word.lower())
        if raised:
            mend = f"Write it as {raised[0].lower()!r}"
            raise TableError(f"{raised[0]!r} is not lower case", where=self._at(key), mend=mend)
        return found

    def phrases(self, key: str) -> tuple[str, ...]:
        """A list of phrases between commas, in order."""
        return split_phrases(self._text(key))

    def mapping(self, key: str, of: type = str) -> dict[str, Any]:
        """A section of values of one type."""
        section = self._value(key)
        if not isinstance(section, dict):
            raise TableError("a section is wanted", where=self._at(key), mend="Write [section]")
        for name, value in section.items():
            if not isinstance(value, of):
                what = f"{name} = {value!r} is no {of.__name__}"
                raise TableError(what, where=self._at(key), mend="Mend the value")
        return section

    def sections(self) -> dict[str, Any]:
        """Everything, for tables with a layout of their own."""
        return self._entries

    def _text(self, key: str) -> str:
        value = self._value(key)
        if not isinstance(value, str):
            mend = "Write the words between quotes"
            raise TableError("a list of words is wanted", where=self._at(key), mend=mend)
        return value

    def _value(self, key: str) -> Any:
        value: Any = self._entries
        for step in key.split("."):
            if not isinstance(value, dict) or step not in value:
                raise TableError("it is missing", where=self._at(key), mend="Add it")
            value = value[step]
        return value

    def _at(self, key: str) -> str:
        return f"{self.name}, {key}"


def split_phrases(text: str) -> tuple[str, ...]:
    """The phrases between the commas of a text, blanks and line breaks inside them made one."""
    return tuple(" ".join(part.split()) for part in text.split(",") if part.strip())


@cache
def table(name: str) -> WordTable:
    """A table of `factcheck/data` by its file name."""
    return WordTable(name)


def words(key: str) -> frozenset[str]:
    """A set of words of the table of constructions."""
    return table(CONSTRUCTIONS).words(key)


def alternation(listed: tuple[str, ...]) -> str:
    """Words as written, as alternatives of a regular expression."""
    return "|".join(word.replace(".", r"\.") for word in listed)

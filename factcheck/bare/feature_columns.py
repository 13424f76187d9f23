"""What a feature of two bare statements is: a named function with its columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from factcheck.bare.statement_pair import StatementPair

Values = list[float]
MISSING: Final = -1.0  # of a code or likeness where there is no number or date


@dataclass(frozen=True, slots=True)
class StatementFeature:
    """A named function of a pair, with its columns."""

    name: str
    explanation: str
    columns: tuple[str, ...]
    function: Callable[[StatementPair], Values]

    def vector(self, pair: StatementPair) -> Values:
        """The values of its columns."""
        return self.function(pair)


def feature(function: Callable[[StatementPair], Values], *columns: str) -> StatementFeature:
    """A feature by its function, whose name and docstring are its own."""
    name = function.__name__
    named = tuple(f"{name}.{column}" for column in columns) or (name,)
    return StatementFeature(name, (function.__doc__ or "").strip(), named, function)

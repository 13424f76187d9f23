"""Named features of two bare statements: how their numbers and dates stand, how much is said.

As in `features`: a feature's name is its key, its explanation the sentence a reader sees. Each is
a list of columns; those that describe one number or date share a prefix.
"""

from __future__ import annotations

from typing import Final

from factcheck.bare.course_features import COURSE
from factcheck.bare.cover_features import COVER
from factcheck.bare.date_features import DATES
from factcheck.bare.derived_features import DERIVED
from factcheck.bare.feature_columns import StatementFeature, Values
from factcheck.bare.number_features import NUMBERS
from factcheck.bare.statement_pair import StatementPair
from factcheck.bare.thing_features import THINGS
from factcheck.bare.word_features import WORDS

STATEMENT: Final[tuple[StatementFeature, ...]] = (
    *NUMBERS,
    *DATES,
    *WORDS,
    *COVER,
    *DERIVED,
    *COURSE,
    *THINGS,
)


def columns() -> list[str]:
    """The names of all columns, in order."""
    return [column for feature in STATEMENT for column in feature.columns]


def vector(pair: StatementPair) -> Values:
    """The values of all columns."""
    found: Values = []
    for feature in STATEMENT:
        found += feature.function(pair)
    return found

"""The cue words of judging, from `data/cues.toml`, whose comments say what each table means."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims_db.errors import TableError

TABLE = "cues.toml"
_TABLES = (
    *(
        "revising",
        "lowering",
        "rising",
        "tallied",
        "recounted",
        "earlier",
        "gone_on",
        "not_given",
        "not_but",
        "gravity",
        "helpers",
    ),
    *("denying", "harmed", "polling", "fieldwork", "asked", "spans", "in_all"),
    *("everyone", "some", "anyone", "of_night", "posts", "no_firm", "of_firms"),
    *("authority", "party", "agency", "sites"),
    *("paces", "measure_names", "levels", "of_firms_alone"),
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The tables: patterns of whole words, sets of names, and names to what they stand for."""

    revising: re.Pattern[str]
    lowering: re.Pattern[str]
    rising: re.Pattern[str]
    tallied: re.Pattern[str]
    recounted: re.Pattern[str]
    earlier: re.Pattern[str]
    gone_on: re.Pattern[str]
    not_but: re.Pattern[str]
    not_given: re.Pattern[str]
    gravity: re.Pattern[str]
    helpers: re.Pattern[str]
    denying: re.Pattern[str]
    harmed: re.Pattern[str]
    polling: re.Pattern[str]
    fieldwork: re.Pattern[str]
    asked: frozenset[str]
    spans: re.Pattern[str]
    in_all: re.Pattern[str]
    everyone: frozenset[str]
    some: frozenset[str]
    anyone: frozenset[str]
    of_night: frozenset[str]
    posts: frozenset[str]
    no_firm: frozenset[str]
    of_firms: frozenset[str]
    authority: dict[str, str]
    party: dict[str, str]
    agency: dict[str, str]
    sites: dict[str, str]
    paces: dict[str, str]
    measure_names: dict[str, str]
    levels: dict[str, str]
    of_firms_alone: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """The shipped tables. Raises TableError naming what is wrong."""
    return read((files("factcheck") / "data" / TABLE).read_text("utf-8"))


def read(text: str) -> Cues:
    """Tables from TOML text; every entry needs a lower-case key and a comment or target."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), where=TABLE, mend="Mend the TOML at that line") from error
    wrong = sorted(set(tables) ^ set(_TABLES))
    if wrong:
        raise TableError(
            f"tables {wrong} are missing or unknown", where=TABLE, mend=f"Have {list(_TABLES)}"
        )
    for name, table in tables.items():
        for key, value in table.items():
            if not isinstance(value, str) or not value or key != key.lower().strip():
                raise TableError(
                    f"[{name}] {key!r} needs a lower-case key and a text beside it",
                    where=TABLE,
                    mend="Write the phrase in lower case and what it tells",
                )
    return Cues(
        revising=_pattern(tables["revising"]),
        lowering=_pattern(tables["lowering"]),
        rising=_pattern(tables["rising"]),
        tallied=_pattern(tables["tallied"]),
        recounted=_pattern(tables["recounted"]),
        earlier=_pattern(tables["earlier"]),
        gone_on=_pattern(tables["gone_on"]),
        not_but=_pattern(tables["not_but"]),
        not_given=_pattern(tables["not_given"]),
        gravity=_pattern(tables["gravity"]),
        helpers=_pattern(tables["helpers"]),
        denying=_pattern(tables["denying"]),
        harmed=_pattern(tables["harmed"]),
        polling=_pattern(tables["polling"]),
        fieldwork=_pattern(tables["fieldwork"]),
        asked=frozenset(tables["asked"]),
        spans=_pattern(tables["spans"]),
        in_all=_pattern(tables["in_all"]),
        everyone=frozenset(tables["everyone"]),
        some=frozenset(tables["some"]),
        anyone=frozenset(tables["anyone"]),
        of_night=frozenset(tables["of_night"]),
        posts=frozenset(tables["posts"]),
        no_firm=frozenset(tables["no_firm"]),
        of_firms=frozenset(tables["of_firms"]),
        authority=tables["authority"],
        party=tables["party"],
        agency=tables["agency"],
        sites=tables["sites"],
        paces=tables["paces"],
        measure_names=tables["measure_names"],
        levels=tables["levels"],
        of_firms_alone=frozenset(tables["of_firms_alone"]),
    )


def _pattern(phrases: dict[str, str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, in lower-case text."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b")

"""How likely the harm that a sentence tells came to nobody: to characters of a work, to players, in
a drill, in a joke, to firms. Words of such worlds weigh for it, words of those who report harm and
of what does it against (`models/unreal.json`)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any, Final

from claims_db.errors import TableError
from factcheck.learned import models_dir
from factcheck.rules.counting import UNCOUNTED, Counted, Counting
from factcheck.text.lexicon import lexicon
from factcheck.text.tokens import Tokens
from factcheck.text.word_marks import mark_of
from factcheck.text.word_tables import words

FORMAT: Final = 1
FILE: Final = "unreal.json"
SURE: Final = 0.55
"""The least probability at which a count is taken back."""
_WORLDS: Final = tuple(
    (world, words(f"unreal.{world}"))
    for world in ("works", "games", "mock", "speech", "trade", "machines", "politics", "sport")
)
_MADE: Final = frozenset({"works", "games", "mock", "speech"})
_ANY: Final = frozenset().union(*[listed for _, listed in _WORLDS])
_ANY_MARK: Final = mark_of(_ANY)
_AUTHORITIES: Final = words("unreal.authorities")
_CAUSES: Final = words("unreal.causes")
_DAYS: Final = words("unreal.days")
_MODALS: Final = words("unreal.modals")
_SAID: Final = frozenset({"said", "says"})
_SUMS: Final = frozenset({"$", "£", "€", "euros", "dollars", "tickets"})
_BASE_FORMS: Final = frozenset({"die", "kill", "drown", "rescue", "shoot"})
_MOST: Final = 2  # words of a sort that count
_LONGEST: Final = 80  # tokens; a longer sentence is a page's leavings, of all sorts of words
_LEFT_OUT: Final = frozenset({UNCOUNTED, "crowd", "jobs", "on_board", "votes", "layoffs"})


class Weights:
    """The weight of each sign and the intercept of their sum, and what they were learned from."""

    def __init__(self, weights: Mapping[str, float], intercept: float, trained_on: str) -> None:
        self.weights = dict(weights)
        self.intercept = intercept
        self.trained_on = trained_on

    def probability(self, told: dict[str, float]) -> float:
        """How likely it is that nobody came to that harm, 0-1."""
        total = self.intercept
        for name, value in told.items():
            total += self.weights.get(name, 0.0) * value
        return 1.0 / (1.0 + exp(-total))


def uncount(sentence: Counting) -> None:
    """Takes back counts of people whom the sentence likelier makes up than reports."""
    if not may_be_unreal(sentence.tokens):
        return
    for item in sentence.items:
        if is_of_harm(item) and shipped().probability(signs(sentence.tokens, item)) > SURE:
            item.kind, item.trigger, item.whole = UNCOUNTED, None, None


def is_of_harm(item: Counted) -> bool:
    """Whether a count is of people to whom something happened."""
    return item.kind not in _LEFT_OUT and item.kind in lexicon().of_people


def may_be_unreal(tokens: Tokens) -> bool:
    """Whether a sentence has a word of such a world: no other is weighed."""
    return tokens.holds(_ANY_MARK) and len(tokens.words) <= _LONGEST


def signs(tokens: Tokens, item: Counted) -> dict[str, float]:
    """What speaks for and against, by name; what is absent is 0."""
    bag, trigger = tokens.bag, item.trigger
    at = item.quantity.first if trigger is None else min(item.quantity.first, trigger.first)
    before, behind = frozenset(tokens.words[:at]), frozenset(tokens.words[at:])
    found: dict[str, float] = {}
    worlds = 0
    made = False
    for world, listed in _WORLDS:
        if not listed.isdisjoint(before):
            found[f"{world} before"] = 1.0
            worlds, made = worlds + 1, made or world in _MADE
        if not listed.isdisjoint(behind):
            found[f"{world} behind"] = 1.0
            worlds, made = worlds + 1, made or world in _MADE
    authorities, causes = len(bag & _AUTHORITIES), len(bag & _CAUSES)
    found["authorities"] = float(min(_MOST, authorities))
    found["causes"] = float(min(_MOST, causes))
    alone = worlds > 0 and authorities == 0 and causes == 0
    found["several worlds"] = float(worlds > 1)
    found["alone"] = float(alone)
    found["alone, made up"] = float(alone and made)
    found["day"] = float(not _DAYS.isdisjoint(bag))
    found["modal"] = float(not _MODALS.isdisjoint(bag))
    found["said"] = float(not _SAID.isdisjoint(bag))
    found["sum"] = float(not _SUMS.isdisjoint(bag))
    found["person"] = float(item.quantity.person is not None)
    found["bare"] = float(item.quantity.head is None)
    if trigger is not None:
        word = tokens.words[trigger.first]
        told = word in _BASE_FORMS or (word.endswith("s") and trigger.kind("active") is not None)
        found["present"] = float(told)
        found["noun"] = float(trigger.kind("nouns") is not None)
    return found


# --- the file -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights that the package ships."""
    return load(models_dir() / FILE)


def load(path: Path) -> Weights:
    """Reads weights; raises TableError for a file that is missing or malformed."""
    try:
        return _read(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise TableError(
            "there is no model", where=str(path), mend="Run scripts/train.py, or reinstall"
        ) from error
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise TableError(
            f"the model is malformed: {error!r}", where=str(path), mend="Run scripts/train.py"
        ) from error


def _read(file: Mapping[str, Any]) -> Weights:
    if file["format"] != FORMAT:
        raise ValueError(f"format {file['format']!r}, this version reads {FORMAT}")
    weights = {str(name): float(weight) for name, weight in file["weights"].items()}
    return Weights(weights, float(file["intercept"]), str(file["trained_on"]))


def dump(model: Weights) -> str:
    """The file's text: signs by name, four decimals."""
    weights = {name: round(weight, 4) for name, weight in sorted(model.weights.items())}
    told = {
        "format": FORMAT,
        "trained_on": model.trained_on,
        "intercept": round(model.intercept, 4),
        "weights": weights,
    }
    return json.dumps(told, indent=1, ensure_ascii=False) + "\n"

"""What an audit's result depends on: to go on with one that was stopped, all of it must be the
same. Where it isn't, the difference is named."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import claims_db
from claims_db.errors import InputError
from factcheck.default_store import default_path
from factcheck.learned import models_dir

OWN = "the default store"
_OPTIONS = {"hindsight": "--hindsight", "thorough": "--thorough"}


@dataclass(frozen=True, slots=True)
class Sizes:
    """How the work is cut: units of the archive in a part (what is lost at most, for each process,
    when it is killed), documents in a batch, and bytes at hand while documents are put in order."""

    part: int = 100
    batch: int = 500
    at_hand: int = 96 << 20


@dataclass(frozen=True, slots=True)
class Settings:
    """What an audit's result depends on. `store` is the path of the priors, `engine` its version
    and what its files hold."""

    archive: str
    fingerprint: str
    store: str
    engine: str
    hindsight: bool
    thorough: bool = False
    sizes: Sizes = field(default_factory=Sizes)
    version: int = 4

    def refuse(self, told: Mapping[str, Any], where: str) -> None:
        """InputError where an audit of those settings can't be gone on with by these."""
        own = asdict(self)
        differing = [one.name for one in fields(self) if told.get(one.name) != own[one.name]]
        if differing:
            first = "version" if "version" in differing else differing[0]
            what, mend = self._difference(first, told)
            mend = f"{mend}, or another --out"
            raise InputError(f"the audit there {what}", where=where, mend=mend)

    def _difference(self, name: str, told: Mapping[str, Any]) -> tuple[str, str]:
        """What is wrong, and the mend."""
        before = told.get(name)
        if name == "version":
            return "was begun by another version of factcheck", "Give that version"
        if name == "archive":
            return f"is of another archive, {before}", "Give that one"
        if name == "fingerprint":
            what = "was begun when the archive's files were others"
            return what, "Give the archive as it was"
        if name == "store":
            given = "leave --db away" if before == OWN else f"give --db {before}"
            return f"was begun with {before}, not with {self.store}", given.capitalize()
        if name == "engine":
            what = f"was begun by another factcheck ({before}; this is {self.engine})"
            return what, "Go on with that one"
        if name in _OPTIONS:
            option = _OPTIONS[name]
            if before:
                return f"was begun with {option}", f"Give {option}"
            return f"was begun without {option}", f"Leave {option} away"
        return f"was begun with other {name}", f"Give the same {name}"


def store_of(db: str | None) -> str:
    """The store that is meant, the same however it is named."""
    if db is None:
        return OWN
    path = Path(db).resolve()
    try:
        return OWN if path == default_path().resolve() else str(path)
    except (OSError, RuntimeError):  # there is no home
        return str(path)


def engine() -> str:
    """The version, and a digest of the files that read and judge: a source tree changes without
    a new version."""
    digest = hashlib.sha256()
    for name, path in _files():
        digest.update(f"{name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    try:
        told = version("factcheck-engine")
    except PackageNotFoundError:
        told = "source"
    return f"{told}+{digest.hexdigest()[:12]}"


def _files() -> Iterator[tuple[str, Path]]:
    """The files of the packages and the models, by name."""
    for root in (Path(claims_db.__file__).parent, Path(__file__).parents[1], models_dir()):
        found = []
        for folder, inner, names in os.walk(root):
            inner[:] = [name for name in inner if name not in ("__pycache__", "_models")]
            found += [Path(folder, name) for name in names]
        for path in sorted(found):
            yield str(path.relative_to(root)), path

"""The map of modules in CONTRIBUTING.md names every module there is, and none that is gone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHOLE = ("commands", "audit", "benchmarks")  # rooms that the map names as one


def mapped() -> set[str]:
    """The modules that the map names, as "package/room/module.py".

    A row in bold opens a room: the rows below it name their modules without the path.
    """
    found, room = set(), ""
    for row in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines():
        if opened := re.match(r"\| \*\*`([\w/]+)/`\*\*", row):
            room = opened[1]
        elif row.startswith("| `"):
            names = re.findall(r"`([\w/]+\.py)`", row.split("|")[1])
            if names and "/" in names[0]:
                room = names[0].rpartition("/")[0]
            found |= {name if "/" in name else f"{room}/{name}" for name in names}
    return found


def present() -> set[str]:
    paths = [
        path.relative_to(ROOT)
        for package in ("claims_db", "factcheck")
        for path in (ROOT / package).rglob("*.py")
        if not path.name.startswith("__") and path.parent.name not in WHOLE
    ]
    return {path.as_posix() for path in paths}


def test_the_map_names_every_module() -> None:
    assert not present() - mapped()


def test_the_map_names_no_module_that_is_gone() -> None:
    assert not mapped() - present()


def test_the_map_names_every_room() -> None:
    rooms = {
        path.name for path in (ROOT / "factcheck").iterdir() if (path / "__init__.py").exists()
    }
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert rooms == set(re.findall(r"`factcheck/(\w+)/`", text))


def test_what_a_wheel_compiles_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    assert [module for module in hook["modules"] if not (ROOT / module).is_file()] == []

"""The map of modules in CONTRIBUTING.md names every module there is, and none that is gone."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("commands", "audit", "benchmarks")  # mapped as folders


def mapped() -> set[str]:
    """The modules that the map names, as "package/module.py"."""
    found = set()
    for row in (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines():
        if row.startswith("| `"):
            package = ""
            for name in re.findall(r"`([\w/]+\.py)`", row.split("|")[1]):
                package = name.partition("/")[0] if "/" in name else package
                found.add(name if "/" in name else f"{package}/{name}")
    return found


def present() -> set[str]:
    paths = [
        p.relative_to(ROOT) for p in (*ROOT.glob("claims_db/*.py"), *ROOT.glob("factcheck/*.py"))
    ]
    return {path.as_posix() for path in paths if not path.name.startswith("__")}


def test_the_map_names_every_module() -> None:
    assert not present() - mapped()


def test_the_map_names_no_module_that_is_gone() -> None:
    assert not mapped() - present()


def test_the_map_names_every_room() -> None:
    rooms = {
        path.name for path in (ROOT / "factcheck").iterdir() if (path / "__init__.py").exists()
    }
    assert rooms == set(ROOMS)
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert all(f"`{room}/`" in text or f"`factcheck/{room}/`" in text for room in rooms)


def test_what_a_wheel_compiles_is_there() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    assert set(hook["modules"]) <= present()

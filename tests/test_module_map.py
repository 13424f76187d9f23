"""The map of modules in CONTRIBUTING.md names every module there is, and none that is gone."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

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


def compiled() -> list[str]:
    """The modules that a wheel compiles."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    hook = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]
    return list(hook["modules"])


def test_what_a_wheel_compiles_is_there() -> None:
    assert [module for module in compiled() if not (ROOT / module).is_file()] == []


def refused(source: str) -> list[int]:
    """The lines of a module that mypyc can't compile: a starred display after `in`, a class
    within a class, `__getattr__`, `cached_property`."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn):
            held = [one for one in node.comparators if isinstance(one, ast.Tuple | ast.List)]
            if any(isinstance(part, ast.Starred) for one in held for part in one.elts):
                found.append(node.lineno)
        elif isinstance(node, ast.ClassDef):
            found += [one.lineno for one in node.body if isinstance(one, ast.ClassDef)]
        elif (isinstance(node, ast.FunctionDef) and node.name == "__getattr__") or (
            isinstance(node, ast.Name) and node.id == "cached_property"
        ):
            found.append(node.lineno)
    return found


@pytest.mark.parametrize("module", compiled())
def test_what_a_wheel_compiles_can_be(module: str) -> None:
    assert refused((ROOT / module).read_text("utf-8")) == []


def test_what_can_not_be_compiled_is_told() -> None:
    assert refused("a = b in (1, *c)\nd = b == [1, *c]") == [1]
    assert refused("class A:\n    class B:\n        pass") == [2]
    assert refused("a = [*b]\nfor c in (*a, *b):\n    d = c in a") == []

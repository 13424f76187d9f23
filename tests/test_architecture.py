"""The direction of imports, the home of SQL, and what the runtime path may load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((*ROOT.glob("claims_db/**/*.py"), *ROOT.glob("factcheck/**/*.py")))
MODULES = {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in SOURCES}


def imports(path: Path) -> Iterator[str]:
    """Every name a module imports, as "package.module.name"."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(name: str) -> set[str]:
    return {
        module
        for module, path in MODULES.items()
        if any(f"{found}.".startswith(f"{name}.") for found in imports(path))
    }


def test_remembering_knows_nothing_of_reading() -> None:
    assert not {module for module in importers("factcheck") if module.startswith("claims_db")}


ROOMS = ("text", "quantity", "rules", "setting", "reading", "judging")  # each may use those before
APART = {"inputs": "reading", "inside": "judging", "bare": "judging", "showing": "judging"}


@pytest.mark.parametrize("room", [*ROOMS, *APART])
def test_a_room_uses_only_the_rooms_below_it(room: str) -> None:
    last = ROOMS.index(room) if room in ROOMS else ROOMS.index(APART[room]) + 1
    allowed = {room, *ROOMS[:last], "results", "learned"}
    used = {
        name.split(".")[1]
        for module, path in MODULES.items()
        if module.startswith(f"factcheck.{room}.")
        for name in imports(path)
        if name.startswith("factcheck.")
    }
    assert used <= allowed


def test_sql_runs_in_the_engine_alone() -> None:
    assert importers("duckdb") == {"claims_db.engine"}
    executing = {module for module, path in MODULES.items() if ".execute(" in path.read_text()}
    assert executing == {"claims_db.engine"}


def test_no_lower_module_imports_the_composer() -> None:
    assert importers("factcheck.pipeline") <= {
        "factcheck.__init__",
        "factcheck.audit.judging",  # drives it as the command line does, document by document
        "factcheck.cli",
        "factcheck.commands.articles",
        "factcheck.commands.record",
    }


def test_the_command_line_is_imported_by_nothing_below_it() -> None:
    assert importers("factcheck.cli") <= {"factcheck.__main__"}


def reached(start: set[str]) -> set[str]:
    """The modules of the packages that the given ones import, at any remove, wherever in them."""
    found, todo = set(start), list(start)
    while todo:
        names = set(imports(MODULES[todo.pop()]))
        new = {m for m in MODULES if any(f"{name}.".startswith(f"{m}.") for name in names)} - found
        found |= new
        todo += new
    return found


@pytest.mark.parametrize("heavy", ["sklearn", "numpy", "pandas"])
def test_training_libraries_are_off_the_runtime_path(heavy: str) -> None:
    runtime = reached({"factcheck.cli", "factcheck.__init__", "claims_db.__init__"})
    assert {"factcheck.pipeline", "factcheck.judging.verdict", "claims_db.store"} <= runtime
    assert not importers(heavy) & runtime


def test_models_are_data_and_no_source() -> None:
    assert not (ROOT / "factcheck" / "_models").exists()
    assert not list(ROOT.glob("models/**/*.py"))


def loaded(code: str, *, whole: bool = False) -> set[str]:
    """The modules that are loaded after running the code in a fresh interpreter: those at the top
    alone, or all, by their `whole` names."""
    name = "name" if whole else "name.partition('.')[0]"
    code += f"; import sys; print(*{{{name} for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_library_costs_nothing() -> None:
    assert not loaded("import factcheck") & {"duckdb", "pyarrow", "rapidfuzz", "typer", "rich"}


def test_the_first_process_of_an_audit_loads_nothing_of_reading_and_judging() -> None:
    found = loaded("import factcheck.audit.run", whole=True)
    heavy = {
        "pyarrow",
        "jinja2",
        "factcheck.reading",
        "factcheck.judging",
        "factcheck.text.lexicon",
    }
    assert "factcheck.audit.jobs" in found
    assert not found & heavy


def test_help_loads_nothing_heavy() -> None:
    code = "from factcheck.cli import run; import io, sys; sys.stdout = io.StringIO(); "
    code += "run(['check', '--help']); sys.stdout = sys.__stdout__"
    heavy = {"duckdb", "pyarrow", "rapidfuzz", "trafilatura", "sklearn", "numpy", "pandas"}
    assert not loaded(code) & heavy

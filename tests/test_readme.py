"""The README keeps its word: its Python runs, its commands exist, its links lead somewhere."""

import contextlib
import io
import re
from pathlib import Path

import pytest

import factcheck
from claims_db.store import Store
from factcheck import seed
from factcheck.cli import COMMANDS, run
from factcheck.inputs import formats

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    article = ROOT / "examples" / "kyiv-attack.txt"
    assert run(["ingest", str(article), "--db", "our.duckdb"]) == 0
    (code,) = blocks("python")
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(code, "README.md", "exec"), {})
    assert "killed At least 12" in shown.getvalue()


def test_every_command_is_named() -> None:
    named = set(re.findall(r"^\| `factcheck (\w+)", README, re.MULTILINE))
    assert named == {command.__name__.rstrip("_") for command in COMMANDS}


def test_the_commands_it_shows_are_those_of_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command, option in set(re.findall(r"factcheck (\w+)[^`\n]*?(--[a-z-]+)", README)):
        assert run([command, "--help"]) == 0
        assert option in capsys.readouterr().out


def test_its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    assert all((ROOT / target).exists() for target in targets)


def test_it_shows_how_to_install_and_to_test() -> None:
    shell = "".join(blocks("sh"))
    assert "pip install . &&" in shell
    assert "-m pytest" in shell


TOLD = "at least 12 people dead in the Ukrainian capital"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store of the shipped reports alone."""
    path = tmp_path_factory.mktemp("readme") / "shipped.duckdb"
    with Store(path, create=True) as store:
        store.ingest(seed.seed_documents(), bundled=True)
    return str(path)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        (TOLD, "consistent"),
        ("21 people dead in the Ukrainian capital", "conflict"),
        ("14 people dead in the Ukrainian capital", "update"),
        ("9 people dead in the Ukrainian capital", "outdated"),
        ("at least 12 people dead in Lviv", "no_prior"),
    ],
)
def test_the_example_changed_is_judged_as_it_says(shipped: str, told: str, verdict: str) -> None:
    text = (ROOT / "examples" / "kyiv-attack.txt").read_text("utf-8")
    assert TOLD in text
    (document,) = formats.from_text(text.replace(TOLD, told), "example", print)
    with Store(shipped, read_only=True) as store:
        results = factcheck.check(document, store).results
    killed = next(found for found in results if found.claim.kind == "killed")
    assert killed.verdict.value == verdict
    if verdict == "conflict":
        assert "swapped digits" in killed.why


def test_the_coverage_it_prints_is_that_of_the_example(shipped: str) -> None:
    (printed,) = re.findall(r"Coverage: .*? (\d+) compared with the record", README)
    text = (ROOT / "examples" / "kyiv-attack.txt").read_text("utf-8")
    (document,) = formats.from_text(text, "example", print)
    with Store(shipped, read_only=True) as store:
        assert factcheck.check(document, store).coverage.compared == int(printed)

"""Word tables: what is malformed is named, with the table, the key and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims_db.errors import TableError
from factcheck.text import word_tables
from factcheck.text.lexicon import Lexicon
from factcheck.text.word_tables import WordTable


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(word_tables, "files", lambda _: tmp_path)
    return tmp_path / "data" / "own.toml"


def test_words_and_phrases(written: Path) -> None:
    written.write_text(
        "[a]\nwords = '''\n up rose\n rises'''\nphrases = 'at least, no\n fewer'\n".replace(
            "no\n fewer", "no fewer"
        )
    )
    own = WordTable("own.toml")
    assert own.listed("a.words") == ("up", "rose", "rises")
    assert own.words("a.words") == {"up", "rose", "rises"}
    assert own.phrases("a.phrases") == ("at least", "no fewer")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("a = [", ("own.toml", "Mend the TOML")),
        ("[b]", ("own.toml, a.b", "missing")),
        ("[a]\nb = 3", ("own.toml, a.b", "between quotes")),
        ("[a]\nb = 'up Rose'", ("own.toml, a.b", "'rose'")),
    ],
)
def test_a_malformed_table_is_named(written: Path, text: str, names: tuple[str, ...]) -> None:
    written.write_text(text)
    with pytest.raises(TableError) as caught:
        WordTable("own.toml").words("a.b")
    assert all(name in str(caught.value) for name in names), caught.value


def test_a_missing_table_is_named(written: Path) -> None:
    with pytest.raises(TableError, match=r"own\.toml"):
        WordTable(written.name)


def test_a_section_of_other_values_is_named(written: Path) -> None:
    written.write_text("[a]\none = 'two'")
    with pytest.raises(TableError, match=r"own\.toml, a"):
        WordTable("own.toml").mapping("a", int)


def test_the_shipped_tables_are_whole() -> None:
    lexicon = Lexicon()
    assert lexicon.people["miners"].group == "miners"
    assert lexicon.symbols["US$"].name == "USD"
    assert lexicon.scales["crore"] == 10_000_000
    assert not lexicon.stop & lexicon.number_words - {"few", "many", "several"}

"""Runs of capitals found by tokens are those that the pattern finds."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.setting import capitals
from factcheck.text.tokens import Tokens

_WORDS = (
    "Rio de la Plata city, city Police. Police, The A of and St. Ste. Marie U.S. U.N.'s O'Brien "
    "Côte d'Ivoire l’Aquila dell'Aquila “Boston” Boston-based al-Shabaab (AP) BOSTON’S 5PM X-ray "
    "Ærø évry Évry Šid 12 12,000 'Quoted' won't CAN'T said: Leeds; Leeds! \"Hull\" New "
    "York's p.M.x a.B. — - …"
).split()


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in capitals.runs(Tokens(text))]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_WORDS), st.sampled_from((" ", "  ", "\n", "")))))
def test_as_the_pattern_finds_them(pieces: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in pieces)
    assert capitals.runs(Tokens(text)) == capitals._by_pattern(text)


def test_plain_words_alone() -> None:
    assert found("Police in Leeds said Hull, Goole and York. A boy") == [
        "Police",
        "Leeds",
        "Hull",
        "Goole and York",
    ]


def test_runs_with_joiners_and_stops() -> None:
    told = "near Rio de la Plata, St. Louis, the U.S. and Boston-based"
    assert found(told) == ["Rio de la Plata", "St. Louis", "U.S", "Boston-based"]


def test_names_that_begin_inside_a_word() -> None:
    assert found("from d'Ivoire and l’Aquila to Abidjan") == ["Ivoire", "Aquila", "Abidjan"]

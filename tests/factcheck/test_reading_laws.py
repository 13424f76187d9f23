"""Laws of reading, for all kinds: offsets, words for digits, silence, order, capitals, voice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.records import Bound, Claim
from factcheck.reading.claims import read_text

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
WORDS = dict(enumerate(ONES.split(), 1)) | {16: "sixteen", 17: "seventeen", 18: "eighteen"}
TENS = {20: "twenty", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 80: "eighty"}
WORDS |= {19: "nineteen", **TENS}
WORDS |= {ten + one: f"{TENS[ten]}-{WORDS[one]}" for ten in TENS for one in range(1, 10)}
WORDS |= {1000 * n: f"{WORDS[n]} thousand" for n in (2, 7, 12, 40)}

COUNTS = st.sampled_from([n for n in WORDS if n > 1])
PEOPLE = st.sampled_from("people miners sailors villagers nurses pilgrims soldiers".split())
PLACES = st.sampled_from(["the valley", "a quarry", "the old harbour", "a crowded market"])
# One happening told in the passive, the active, by a noun and as a headline.
VOICES = {
    "killed": (
        "{n} {who} were killed in {where}.",
        "The blast killed {n} {who} in {where}.",
        "The deaths of {n} {who} in {where} shocked the region.",
        "The blast in {where} claimed the lives of {n} {who}.",
    ),
    "wounded": (
        "{n} {who} were injured in {where}.",
        "The blast wounded {n} {who} in {where}.",
        "The blast left {n} {who} injured in {where}.",
    ),
    "missing": ("{n} {who} are missing in {where}.", "{n} {who} went missing in {where}."),
    "displaced": (
        "{n} {who} were displaced by the flood in {where}.",
        "The flood displaced {n} {who} in {where}.",
    ),
    "evacuated": (
        "{n} {who} were evacuated from {where}.",
        "Soldiers evacuated {n} {who} from {where}.",
    ),
    "rescued": ("{n} {who} were rescued in {where}.", "Divers rescued {n} {who} in {where}."),
    "detained": ("{n} {who} were detained in {where}.", "Police detained {n} {who} in {where}."),
}
SENTENCES = st.builds(
    lambda form, n, who, where: form.format(n=n, who=who, where=where).capitalize(),
    st.sampled_from([form for forms in VOICES.values() for form in forms]),
    COUNTS,
    PEOPLE,
    PLACES,
)
SILENT = st.sampled_from(
    [
        "The council meets again soon.",
        "Rain fell on the hills while the shops stayed open.",
        "Nobody there wished to speak about the weather, a clerk explained.",
        "Its harbour looks north.",
    ]
)


def figures(text: str) -> list[tuple[str, float | None, float | None, Bound]]:
    return sorted(
        ((c.kind, c.value.low, c.value.high, c.value.bound) for c in read_text(text)), key=str
    )


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_offsets_give_back_the_text_of_any_text(text: str) -> None:
    assert_offsets(text, read_text(text))


@given(st.lists(SENTENCES, min_size=1, max_size=5), st.sampled_from([" ", "\n", "\n\n"]))
def test_offsets_give_back_the_text_of_news(sentences: list[str], between: str) -> None:
    text = between.join(sentences)
    claims = read_text(text)
    assert len(claims) >= len(sentences)
    assert_offsets(text, claims)


def assert_offsets(text: str, claims: tuple[Claim, ...]) -> None:
    for claim in claims:
        assert text[claim.start : claim.end] == claim.value.text
        assert text[claim.sentence_start :].startswith(claim.sentence)
        line = text.split("\n")[claim.line - 1]
        assert line[claim.column - 1 :].startswith(claim.value.text.split("\n")[0])


@given(st.sampled_from(sorted(WORDS)), PEOPLE, PLACES, st.data())
def test_digits_and_words_give_the_same_claim(
    n: int, who: str, where: str, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from([form for forms in VOICES.values() for form in forms]))
    digits = figures(form.format(n=f"{n:,}", who=who, where=where))
    assert digits == figures(form.format(n=WORDS[n], who=who, where=where))
    assert {low for _, low, _, _ in digits} == {n}


@pytest.mark.parametrize("kind", VOICES)
@given(COUNTS, PEOPLE, PLACES)
def test_kinds_survive_the_voice(kind: str, n: int, who: str, where: str) -> None:
    for form in VOICES[kind]:
        text = form.format(n=n, who=who, where=where).capitalize()
        assert figures(text) == [(kind, n, n, Bound.EXACT)], text


@pytest.mark.parametrize(
    ("hedged", "bound"),
    [
        ("at least {}", Bound.AT_LEAST),
        ("no fewer than {}", Bound.AT_LEAST),
        ("more than {}", Bound.MORE_THAN),
        ("up to {}", Bound.AT_MOST),
        ("as many as {}", Bound.AT_MOST),
        ("fewer than {}", Bound.LESS_THAN),
        ("about {}", Bound.ABOUT),
        ("nearly {}", Bound.ABOUT),
        ("{} or more", Bound.AT_LEAST),
    ],
)
@given(COUNTS, st.sampled_from(sorted(VOICES)))
def test_a_hedge_bounds_every_kind_alike(hedged: str, bound: Bound, n: int, kind: str) -> None:
    form = VOICES[kind][0]
    text = form.format(n=hedged.format(n), who="people", where="the valley")
    (claim,) = read_text(text)
    assert (claim.kind, claim.value.stated, claim.value.bound) == (kind, n, bound)


@given(st.lists(SENTENCES, min_size=1, max_size=4), SILENT, st.integers(0, 4))
def test_a_sentence_without_numbers_changes_nothing(
    sentences: list[str], silent: str, at: int
) -> None:
    told = [*sentences[:at], silent, *sentences[at:]]
    kept = [f for f in figures(" ".join(told)) if f[1] != 0]  # "nobody" is a count of none
    assert kept == figures(" ".join(sentences))


@given(st.lists(SENTENCES, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_order_of_independent_sentences_keeps_the_set(
    sentences: list[str], random: Callable[..., object]
) -> None:
    shuffled = sentences.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert figures(" ".join(shuffled)) == figures(" ".join(sentences))


@given(SENTENCES)
def test_upper_case_finds_the_same(sentence: str) -> None:
    assert figures(sentence.upper()) == figures(sentence)


@given(COUNTS, COUNTS, PEOPLE)
def test_parts_point_at_their_whole(total: int, part: int, who: str) -> None:
    text = f"{total} {who} were killed, including {part} children."
    whole, inner = read_text(text)
    assert inner.part_of == whole.id
    assert (whole.kind, inner.kind, inner.group) == ("killed", "killed", "children")

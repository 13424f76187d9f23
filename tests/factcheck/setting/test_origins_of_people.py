"""Where people or a vehicle come from is not where they came to harm, if another place is told."""

import pytest

from factcheck.reading.claims import read_text


@pytest.mark.parametrize(
    ("text", "figure", "place"),
    [
        ("A man from Paris killed three people in Lyon.", "three", "Lyon"),
        ("Tourists from Germany were among 12 people killed in Rome.", "12", "Rome"),
        ("A bus from Paris crashed near Lyon, killing three people.", "three", "Lyon"),
        ("A fisherman from Izmir was the last of 14 people found dead off Samos.", "14", "Samos"),
        ("Crews evacuated 300 people from Lyon after a dam near Paris burst.", "300", "Lyon"),
        ("Some 200 families fled from Goma to Kigali.", "200", "Goma"),
        ("A man from Lyon was killed in a crash.", "A man", "Lyon"),
    ],
)
def test_where_people_come_from(text: str, figure: str, place: str) -> None:
    (claim,) = [claim for claim in read_text(text, "2025-06-10") if figure in claim.value.text]
    assert [found.name for found in claim.places] == [place]

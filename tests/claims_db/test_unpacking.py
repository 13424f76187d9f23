"""Columns of Arrow give what its own slow way gives."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims_db.schema import PLACES
from claims_db.unpacking import values

_PLACE = pa.list_(pa.struct([(name, pa.string()) for name in ("name", "id", "country")]))
_TEXTS = st.none() | st.text(st.characters(exclude_categories=("Cs",)), max_size=9)
_PLACES = st.none() | st.lists(
    st.fixed_dictionaries(dict.fromkeys(("name", "id", "country"), _TEXTS)), max_size=3
)
_COLUMNS = {
    pa.string(): _TEXTS,
    pa.int64(): st.none() | st.integers(-(2**62), 2**62),
    pa.int32(): st.none() | st.integers(-(2**31), 2**31 - 1),
    pa.float64(): st.none() | st.floats(allow_nan=False),
    pa.bool_(): st.none() | st.booleans(),
    pa.date32(): st.none() | st.dates(date(1900, 1, 1)),
    _PLACE: _PLACES,
}


@pytest.mark.parametrize("kind", _COLUMNS, ids=str)
@given(data=st.data())
def test_values_are_those_of_arrow(kind: pa.DataType, data: st.DataObject) -> None:
    told: list[Any] = data.draw(st.lists(_COLUMNS[kind], max_size=20))
    array = pa.array(told, kind)
    first = data.draw(st.integers(0, len(told)))
    for column in (array, array[first:], pa.chunked_array([array, array[first:]], kind)):
        assert values(column) == column.to_pylist()


def test_no_place_is_missing_from_a_list() -> None:
    assert PLACES.endswith("[]")
    column = pa.array([[], None, [{"name": "Lvov", "id": None, "country": "UA"}]], _PLACE)
    assert values(column) == [[], None, [{"name": "Lvov", "id": None, "country": "UA"}]]

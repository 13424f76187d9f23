"""Arrow columns → lists of Python's own values.

Arrow makes an object of its own of each value before it gives Python's; of columns of thousands
the values are read from its buffers instead, at a fraction of the cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import pyarrow as pa

_FORMATS: Final = {"int64": ("q", 8), "int32": ("i", 4), "double": ("d", 8)}  # as `struct` has them


def values(column: pa.Array | pa.ChunkedArray) -> list[Any]:
    """The values of a column, as its `to_pylist` gives them."""
    found: list[Any] = []
    for chunk in getattr(column, "chunks", None) or [column]:
        found += _values(chunk)
    return found


def _values(array: pa.Array) -> list[Any]:
    size, nulls = len(array), array.null_count
    if nulls == size:
        return [None] * size
    kind = str(array.type)
    if kind in _FORMATS:
        found = _numbers(array, *_FORMATS[kind])
    elif kind == "string":
        found = _texts(array)
    elif kind.startswith("list<") and ": struct<" in kind:
        found = _lists(array)
    else:
        return list(array.to_pylist())
    if nulls:
        for at, valid in enumerate(_flags(array.is_valid())):
            if not valid:
                found[at] = None
    return found


def _numbers(array: pa.Array, kind: str, width: int) -> list[Any]:
    first, size = array.offset, len(array)
    return _laid(array.buffers()[1], kind, width, first, size)


def _laid(buffer: Any, kind: str, width: int, first: int, size: int) -> list[Any]:
    """So many numbers of a buffer, from the `first` on."""
    seen: Any = memoryview(buffer)
    found: list[Any] = seen[first * width : (first + size) * width].cast(kind).tolist()
    return found


def _flags(array: pa.Array) -> list[Any]:
    """True and False as 1 and 0."""
    import pyarrow as pa

    found: list[Any] = (
        memoryview(array.cast(pa.uint8()).buffers()[1])[: len(array)].cast("B").tolist()
    )
    return found


def _texts(array: pa.Array) -> list[Any]:
    _, offsets, data = array.buffers()
    ends: list[int] = _laid(offsets, "i", 4, array.offset, len(array) + 1)
    first = ends[0]
    if data is None or ends[-1] == first:
        return [""] * len(array)
    laid = bytes(memoryview(data)[first : ends[-1]])
    found: list[Any] = []
    start = 0
    if laid.isascii():
        text = laid.decode("ascii")
        for end in ends[1:]:
            found.append(text[start : end - first])
            start = end - first
        return found
    for end in ends[1:]:
        found.append(laid[start : end - first].decode())
        start = end - first
    return found


def _lists(array: pa.Array) -> list[Any]:
    """Lists of structs, each a dict."""
    ends: list[int] = values(array.offsets)
    first = ends[0]
    held = array.values.slice(first, ends[-1] - first)
    names = [field.name for field in held.type]
    columns = [values(column) for column in held.flatten()]
    flat = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    found: list[Any] = []
    start = 0
    for end in ends[1:]:
        found.append(flat[start : end - first])
        start = end - first
    return found

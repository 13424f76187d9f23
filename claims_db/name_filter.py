"""Which names the shipped gazetteer may know: a Bloom filter (Bloom 1970) of its names.

Most names in news are of people and firms. One checksum and two bits tell of nearly all of them
that no place is called so, where the sorted file of names would have to be searched. It is wrong
only in saying yes, for some 3 % of other names.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final
from zlib import crc32

from claims_db.place_index import data_folder

_BITS: Final = 22  # of a checksum's 32 that number a bit: 512 KB for 400,000 names
_MASK: Final = (1 << _BITS) - 1
_REST: Final = 32 - _BITS


class NameFilter:
    """The bits of all folded names, and of the first two words of those that have several."""

    __slots__ = ("_bits",)

    def __init__(self, bits: bytes) -> None:
        self._bits = bits

    def may_hold(self, key: str) -> bool:
        """Whether a folded name may be one of them."""
        return self._has(crc32(key.encode()))

    def may_begin(self, opening: str) -> bool:
        """Whether a longer name may begin with those two words."""
        return self._has(crc32(_opening(opening)))

    def _has(self, checksum: int) -> bool:
        low, high = checksum & _MASK, checksum >> _REST
        bits = self._bits
        return (bits[low >> 3] >> (low & 7)) & 1 != 0 and (bits[high >> 3] >> (high & 7)) & 1 != 0


def _opening(words: str) -> bytes:
    """What stands for names that begin so: no folded name ends in a blank."""
    return f"{words} ".encode()


def bits_of(keys: Iterable[str]) -> bytes:
    """The bits for those folded names, as the shipped file has them."""
    bits = bytearray(1 << (_BITS - 3))
    for key in keys:
        told = [key.encode()]
        if " " in key:
            told.append(_opening(" ".join(key.split(" ", 2)[:2])))
        for name in told:
            checksum = crc32(name)
            for at in (checksum & _MASK, checksum >> _REST):
                bits[at >> 3] |= 1 << (at & 7)
    return bytes(bits)


@cache
def name_filter() -> NameFilter:
    """The filter of the shipped names."""
    return NameFilter((data_folder() / "gazetteer.filter").read_bytes())

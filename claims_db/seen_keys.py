"""Keys added so far, as a Bloom filter (Bloom 1970): it may take a new key for a known one, never a
known one for new. Whoever must be sure looks up what it takes for known."""

from __future__ import annotations

BITS = 28  # 2**28 bits, 32 MB: of ten million keys one in a million is taken for known wrongly
_PROBES = 5
_MASK = (1 << BITS) - 1


class SeenKeys:
    """Keys of one process; Python's own hashes of texts, which differ between processes, do."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << (BITS - 3))

    def add(self, key: str) -> None:
        """Notes a key."""
        bits, first, step = self._bits, *_hashes(key)
        for _ in range(_PROBES):
            bits[first >> 3] |= 1 << (first & 7)
            first = (first + step) & _MASK

    def may_have(self, key: str) -> bool:
        """Whether the key may have been noted."""
        bits, first, step = self._bits, *_hashes(key)
        for _ in range(_PROBES):
            if not bits[first >> 3] >> (first & 7) & 1:
                return False
            first = (first + step) & _MASK
        return True


def _hashes(key: str) -> tuple[int, int]:
    """Where the key's first bit is, and how far each next one (Kirsch and Mitzenmacher 2006)."""
    hashed = hash(key) & 0xFFFFFFFFFFFFFFF
    return hashed & _MASK, (hashed >> BITS) | 1

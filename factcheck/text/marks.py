"""The signs that reading tells apart."""

from __future__ import annotations

from typing import Final

DASHES: Final = frozenset("-–—−")
HYPHENS: Final = frozenset("-–")  # that join a number to a word
POSSESSIVES: Final = frozenset({"'s", "’s"})

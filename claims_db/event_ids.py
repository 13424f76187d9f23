"""The ids of events: the place and the day of the sighting that opens one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Sequence
from datetime import date
from functools import lru_cache

from claims_db.profiles import Profile
from claims_db.sightings import Sighting


def stem(seen: Sighting) -> str:
    """The id an event opened by this sighting has if nobody has it: place and day."""
    day = seen.last.isoformat()
    if seen.wide:
        day = day[: 7 if seen.precision == "month" else 4]
    return f"{_slug(seen.place.name if seen.place else '')}-{day}"


def document_stem(sights: Sequence[Sighting | None], profile: Profile) -> str:
    """The id an event opened by a document has if nobody has it."""
    dated = [seen for seen in sights if seen is not None and not seen.wide]
    placed = [seen for seen in dated if seen.place is not None and seen.place in profile.places]
    if placed or dated:
        return stem((placed or dated)[0])
    return f"event-{date.fromordinal(profile.told[1])}" if profile.told else "event"


def free_id(base: str, taken: Container[str], merged: Container[str] = ()) -> str:
    """The first of "kyiv-2025-04-24", "kyiv-2025-04-24-2" … that no event has or had."""
    key, number = base, 1
    while key in taken or key in merged:
        number += 1
        key = f"{base}-{number}"
    return key


@lru_cache(maxsize=65536)
def _slug(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40].strip("-") or "event"

"""Documents on record → what new ones are linked to events by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from claims_db import rows, schema
from claims_db.engine import Engine
from claims_db.linking import Links
from claims_db.profiles import own_claims, profile_of
from claims_db.records import Claim, Document
from claims_db.sightings import sightings

MOST = 3000  # documents, the latest of the days that matter


def recall(db: Engine, links: Links, spans: Iterable[tuple[date, date]], before: int) -> None:
    """Gives `links` the documents on record that came out in one of the spans of days and have
    a number below `before`, each with the event that most of its own claims are of."""
    texts = db.run(schema.texts_of(spans, before, MOST))
    if not texts:
        return
    claims: dict[int, list[Claim]] = defaultdict(list)
    for number, *row in db.run(schema.claims_of(), [text[0] for text in texts]):
        claims[number].append(rows.claim_of(row))
    for number, title, text, published in texts:
        told = claims[number]
        of_own = (told[at].event for at in own_claims(told, sightings(told)))
        events = Counter(event for event in of_own if event is not None)
        if events:
            profile = profile_of(Document(text, title=title, published=published), told)
            links.count(profile)
            links.put(events.most_common(1)[0][0], profile)

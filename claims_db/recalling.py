"""Documents on record → what new ones are linked to events by; their profiles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from claims_db import columns, rows, schema
from claims_db.engine import Engine
from claims_db.linking import Links
from claims_db.profiles import Profile, own_claims, profile_of
from claims_db.records import Claim, Document
from claims_db.sightings import sightings

MOST = 3000  # documents, the latest of the days that matter


def recall(db: Engine, links: Links, spans: Iterable[tuple[date, date]], before: int) -> set[str]:
    """Gives `links` the documents on record that came out in one of the spans of days and have
    a number below `before`, each with the event that most of its own claims are of; returns the
    ids of these events."""
    texts = db.run(schema.texts_of(spans, before, MOST))
    recalled = set[str]()
    claims = _claims(db, [text[0] for text in texts])
    for number, title, text, published in texts:
        told = claims[number]
        of_own = (told[at].event for at in own_claims(told, sightings(told)))
        events = Counter(event for event in of_own if event is not None)
        if events:
            profile = profile_of(Document(text, title=title, published=published), told)
            links.count(profile)
            event = events.most_common(1)[0][0]
            links.put(event, profile)
            recalled.add(event)
    return recalled


def profiles(db: Engine, keys: Iterable[str]) -> dict[str, Profile]:
    """The profiles of the documents with these keys, those without a text left out."""
    with db.registered(wanted=columns.keys_table(set(keys))):
        texts = db.run(schema.texts_at("wanted"))
    claims = _claims(db, [text[0] for text in texts])
    return {
        key: profile_of(Document(text, title=title, published=published), claims[number])
        for number, title, text, published, key in texts
    }


def _claims(db: Engine, documents: Sequence[int]) -> dict[int, list[Claim]]:
    """The claims of the documents with these numbers."""
    found: dict[int, list[Claim]] = defaultdict(list)
    if documents:
        for number, *row in db.run(schema.claims_of(), documents):
            found[number].append(rows.claim_of(row))
    return found

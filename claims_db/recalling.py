"""Documents on record → what new ones are linked to events by; their profiles."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log

from claims_db import columns, linking, lookup, rows, selecting
from claims_db.engine import Engine
from claims_db.moments import CALENDAR
from claims_db.profiles import READ, Profile, own_claims, profile_of, words_in
from claims_db.records import Claim, Document, Prior
from claims_db.sightings import sightings
from claims_db.stories import Stories

WITHIN = 45  # days before a document came out, in which its story is looked for
LATEST = 5000  # documents of these days that are looked through
NAMES = 8  # a document's rarest, by which its story is looked for
FOUND = 8  # documents
# A name: a capital behind a small letter's word, or anywhere with a capital beside it.
_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][^\W\d_]{3,}|[A-Z][^\W\d_]{3,}(?= [A-Z][a-z])")
# A word that begins a sentence has a capital anyway: it is a name if no other text has it.
_OPENING = re.compile(r"(?:^|[.!?:]['\"”’]*\s+|\n)['\"“‘]*([A-Z][^\W\d_]{3,})(?![\w-])")
_LIKELY = 0.5  # how likely such a word is a name
MOST = 3000  # documents, the latest of the days that matter


def recall(
    db: Engine, stories: Stories, spans: Iterable[tuple[date, date]], before: int
) -> set[str]:
    """Gives `stories` the documents on record that came out in one of the spans of days and have
    a number below `before`, each with the event that most of its own claims are of; returns the
    ids of these events."""
    texts = db.run(selecting.texts_of(spans, before, MOST))
    recalled: list[str] = []
    found: list[Profile] = []
    claims = _claims(db, [text[0] for text in texts])
    for number, title, text, published in texts:
        told = claims[number]
        of_own = (told[at].event for at in own_claims(told, sightings(told)))
        events = Counter(event for event in of_own if event is not None)
        if events:
            found.append(profile_of(Document(text, title=title, published=published), told))
            recalled.append(events.most_common(1)[0][0])
    stories.put(recalled, found)
    return set(recalled)


def profiles(db: Engine, keys: Iterable[str]) -> dict[str, Profile]:
    """The profiles of the documents with these keys, those without a text left out."""
    return {key: profile for _, key, profile, _ in _told(db, keys)}


def reports(db: Engine, keys: Iterable[str]) -> dict[str, tuple[Profile, list[Prior]]]:
    """The profiles of the documents with these keys, with all that each tells; those without a
    text left out."""
    told = list(_told(db, keys))
    known = lookup.reports_of(db, {number for number, *_ in told})
    return {
        key: (profile, [Prior(claim, known[number]) for claim in own])
        for number, key, profile, own in told
    }


def _told(db: Engine, keys: Iterable[str]) -> Iterator[tuple[int, str, Profile, list[Claim]]]:
    """The documents with these keys that have a text: number, key, profile and claims."""
    with db.registered(wanted=columns.keys_table(set(keys))):
        texts = db.run(selecting.texts_at("wanted"))
    claims = _claims(db, [text[0] for text in texts])
    for number, title, text, published, key in texts:
        own = claims[number]
        yield number, key, profile_of(Document(text, title=title, published=published), own), own


def sharing(
    db: Engine, document: Document, today: date, spans: Iterable[tuple[date, date]] = ()
) -> list[str]:
    """The keys of documents that share the document's rare names: of the weeks before, and of the
    weeks after each of the `spans` that it looks back on."""
    names = rare_names(document)
    if not names:
        return []
    asked = [(date.fromordinal(max(1, today.toordinal() - WITHIN)), today)]
    for first, last in spans:
        until = min(today.toordinal(), last.toordinal() + WITHIN)
        asked.append((first, date.fromordinal(until)))
    told: dict[str, None] = {}
    for first, last in asked:
        found = db.run(selecting.sharing(names, first, last, LATEST, FOUND + 1))
        told.update(dict.fromkeys([key for (key,) in found if key != document.key][:FOUND]))
    return list(told)


def rare_names(document: Document) -> dict[str, float]:
    """The names of a document that are in fewest others, with what each weighs."""
    known = linking.shipped()
    text = f"{document.title or ''}. {document.text[:READ]}"
    told = dict.fromkeys(_NAME.findall(text))
    opening = dict.fromkeys(name for name in _OPENING.findall(text) if name not in told)
    found: dict[str, float] = {}
    for name in (*told, *opening):
        seen = known.words.get(next(iter(words_in(name)), ""), 0)
        if seen and name in opening:
            continue
        worth = log((known.documents + 1) / (seen + 0.5))
        if worth >= linking.RARE and name.lower() not in CALENDAR:
            found[name] = worth * (_LIKELY if name in opening else 1.0)
    return dict(sorted(found.items(), key=lambda one: -one[1])[:NAMES])


def _claims(db: Engine, documents: Sequence[int]) -> dict[int, list[Claim]]:
    """The claims of the documents with these numbers."""
    found: dict[int, list[Claim]] = defaultdict(list)
    if documents:
        for number, *row in db.run(selecting.claims_of(), documents):
            found[number].append(rows.claim_of(row))
    return found

"""What is on record before an audit: a copy of the store that is named."""

from __future__ import annotations

import shutil

from claims_db.store import Store
from factcheck.audit.folder import Folder
from factcheck.default_store import Warn, open_store

PRIORS = "priors.duckdb"


def keep(folder: Folder, db: str | None, warn: Warn) -> None:
    """Copies the store that is named, or the user's own, as it is now, unless that was done."""
    kept = folder.work / PRIORS
    if kept.exists():
        return
    with folder.whole(kept) as partial, open_store(db, write=False, warn=warn) as store:
        if store.path is not None:
            shutil.copyfile(store.path, partial)
        else:
            from factcheck.seed import seed_documents  # reads texts

            with Store(partial, create=True) as made:
                made.ingest(seed_documents(), bundled=True)

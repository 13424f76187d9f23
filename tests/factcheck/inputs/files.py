"""Files to read documents from."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from claims_db.errors import InputError
from claims_db.records import Document
from factcheck.inputs.documents import read

STORY = "A storm hit the coast.\n\nAt least 12 people were killed, the mayor said.\n"
PAGE = """<!DOCTYPE html>
<html><head><title>Storm kills 12 | The Harbour Post</title>
<meta property="og:title" content="Storm kills 12">
<meta property="og:site_name" content="The Harbour Post">
<meta property="article:published_time" content="2025-04-24T06:06:00+03:00">
<link rel="canonical" href="https://harbour.example/storm"></head>
<body><nav><a href="/">Home</a> <a href="/5">5 tips</a></nav><article><h1>Storm kills 12</h1>
<p>At least 12 people were <b>killed</b>, the mayor said.</p>
<p>A further 90 were hurt, among them 6 children.</p></article>
<footer>Copyright 2024</footer></body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    raw = content.encode() if isinstance(content, str) else content
    path.write_bytes(gzip.compress(raw) if name.endswith(".gz") else raw)
    return path


def one(path: Path, **options: str) -> Document:
    warned: list[str] = []
    documents = list(read([path], warn=warned.append, **options))  # type: ignore[arg-type]
    assert warned == []
    assert len(documents) == 1
    return documents[0]


def piped(raw: bytes | str) -> list[Document]:
    data = raw.encode() if isinstance(raw, str) else raw
    return list(read(["-"], stdin=io.BytesIO(data), warn=lambda _: None))


def refused(paths: list[Path | str] | Path, match: str) -> str:
    given_paths = paths if isinstance(paths, list) else [paths]
    with pytest.raises(InputError, match=match) as caught:
        list(read(given_paths, warn=lambda _: None))
    return str(caught.value)

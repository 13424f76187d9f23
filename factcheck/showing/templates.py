"""The page templates in `data/templates`: what goes in is escaped unless it was drawn here.

A page is one file: its style and script stand in it, and it loads nothing.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup

from factcheck.judging import reasons
from factcheck.showing import tables


@cache
def environment() -> jinja2.Environment:
    """The templates, with autoescape on and undefined names an error."""
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_source),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "clean": tables.clean,
        "day": reasons.day,
        "dated": reasons.dated,
        "href": href,
        "plural": tables.plural,
        "words": lambda name: str(name).replace("_", " "),
    }
    made.globals |= {"asset": asset, "script_hash": script_hash, "paraphrase": tables.PARAPHRASE}
    return made


def href(url: str | None) -> str | None:
    """The address, if it leads to the web: anything else an article names is no link."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return (url or "").strip() if parts.scheme in ("http", "https") and parts.netloc else None


@cache
def asset(name: str) -> Markup:
    """The text of a style sheet or script of ours, to stand in a page as it is."""
    return Markup(_source(name))


@cache
def script_hash(name: str) -> str:
    """What lets a page's policy run this script and no other."""
    digest = hashlib.sha256(_source(name).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _source(name: str) -> str:
    return (files("factcheck") / "data" / "templates" / name).read_text("utf-8")

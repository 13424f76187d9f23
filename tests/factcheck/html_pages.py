"""A page as a test reads it: what it would load, its links, its text, whether its tags close."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "input", "link", "line", "circle", "polygon"}
LOADING = {"src", "srcset", "data", "poster", "action", "background", "xlink:href", "href"}


@dataclass
class Page(HTMLParser):
    """Feed it a page."""

    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    text: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id" and value:
                assert value not in self.anchors, f"two elements are called {value}"
                self.anchors.add(value)
            assert not name.startswith("on"), f"{tag} {name}"
            if tag == "a" and name == "href":
                self.links.append(value or "")
            elif name in LOADING and value and not value.startswith(("data:", "#")):
                self.loads.append(f"{tag} {name}={value}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self.open):
            self.text.append(data)


def read(html: str) -> Page:
    """The page; its tags nest and close, and its policy forbids loading."""
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html
    return page

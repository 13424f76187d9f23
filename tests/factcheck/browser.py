"""A browser that a test drives as a reader would: Chromium, by chromedriver's W3C WebDriver."""

import json
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name of a reference, from the standard
_FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
    *("--no-first-run", "--disable-background-networking", "--disable-sync"),
    *("--disable-component-update", "--window-size=1200,900"),
)


@dataclass(frozen=True)
class Browser:
    """A session, by its address."""

    address: str

    def open(self, path: Path, fragment: str = "") -> None:
        """Opens a page from disk, anew."""
        self._ask("POST", "/url", {"url": "about:blank"})
        self._log()  # what came before is none of this page's
        self._ask("POST", "/url", {"url": path.absolute().as_uri() + fragment})

    def run(self, script: str) -> Any:
        """What a script in the page returns."""
        return self._ask("POST", "/execute/sync", {"script": script, "args": []})

    def click(self, css: str) -> None:
        """Clicks where the element is seen."""
        self._ask("POST", f"/element/{self._find(css)}/click", {})

    def type(self, css: str, text: str) -> None:
        """Types into the element, key by key."""
        self._ask("POST", f"/element/{self._find(css)}/value", {"text": text})

    def text(self, css: str) -> str:
        """The text of an element as it is seen."""
        return str(self._ask("GET", f"/element/{self._find(css)}/text"))

    def choose(self, css: str, value: str) -> None:
        """Chooses an option of a list, with the mouse."""
        self.click(f"{css} option[value={json.dumps(value)}]")

    def seen(self, css: str) -> list[str]:
        """The ids of the elements that can be seen, in their order."""
        script = "return Array.from(document.querySelectorAll(arguments[0]))"
        script += ".filter((one) => one.checkVisibility()).map((one) => one.id)"
        return list(self._ask("POST", "/execute/sync", {"script": script, "args": [css]}))

    def has_alert(self) -> bool:
        """Whether a script has opened a window."""
        try:
            self._ask("GET", "/alert/text")
        except urllib.error.HTTPError:
            return False
        return True

    def requested(self) -> list[str]:
        """The addresses that the page opened last asked for, itself among them."""
        time.sleep(0.2)  # what it asks for late
        events = [json.loads(entry["message"])["message"] for entry in self._log()]
        found = [one["params"] for one in events if one["method"] == "Network.requestWillBeSent"]
        return [str(one["request"]["url"]) for one in found]

    def _log(self) -> list[dict[str, Any]]:
        return list(self._ask("POST", "/se/log", {"type": "performance"}))

    def _find(self, css: str) -> str:
        found = self._ask("POST", "/element", {"using": "css selector", "value": css})
        return str(found[_ELEMENT])

    def _ask(self, method: str, path: str, told: dict[str, Any] | None = None) -> Any:
        return ask(method, f"{self.address}{path}", told)


def ask(method: str, address: str, told: dict[str, Any] | None = None) -> Any:
    """What chromedriver answers."""
    data = None if told is None else json.dumps(told).encode()
    request = urllib.request.Request(address, data, method=method)
    with urllib.request.urlopen(request, timeout=180) as answer:
        return json.load(answer)["value"]


@contextmanager
def opened(room: Path) -> Iterator[Browser]:
    """A browser with a profile of its own; the test is skipped where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("no Chromium with chromedriver is installed: pages are not tried in a browser")
    said = room / "chromedriver.log"
    with said.open("wb") as log:
        process = subprocess.Popen([driver, "--port=0"], stdout=log, stderr=log)
    try:
        yield from _session(_address(process, said), program, room)
    finally:
        process.terminate()
        process.wait(timeout=180)


def _address(process: "subprocess.Popen[bytes]", said: Path) -> str:
    """Where chromedriver listens: it says so as it starts."""
    until = time.monotonic() + 180
    while time.monotonic() < until and process.poll() is None:
        told = said.read_text("utf-8", "replace")
        if "started successfully on port" in told:
            port = told.partition("started successfully on port ")[2].split(".")[0]
            return f"http://127.0.0.1:{port}"
        time.sleep(0.05)
    raise AssertionError(f"chromedriver does not start: {said.read_text('utf-8', 'replace')}")


def _session(server: str, program: str, room: Path) -> Iterator[Browser]:
    options = {"binary": program, "args": [*_FLAGS, f"--user-data-dir={room / 'profile'}"]}
    wanted = {
        "goog:chromeOptions": options,
        "goog:loggingPrefs": {"performance": "ALL"},
        "unhandledPromptBehavior": "ignore",
    }
    made = ask("POST", f"{server}/session", {"capabilities": {"alwaysMatch": wanted}})
    session = f"{server}/session/{made['sessionId']}"
    try:
        yield Browser(session)
    finally:
        ask("DELETE", session)

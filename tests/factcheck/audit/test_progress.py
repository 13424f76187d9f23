"""How far an audit is: a bar in a terminal, plain lines elsewhere."""

import io
import re
import sys

import pytest

from factcheck.audit import progress
from factcheck.audit.jobs import Told
from factcheck.audit.progress import Pass


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that goes on when told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock of plain lines; the bar has rich's own."""
    found = Clock()
    monkeypatch.setattr(progress, "time", found)
    return found


def test_plain_lines_tell_rate_and_time_left(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Pass("reading", 8000) as told:
        clock.now += 4
        told.tell(Told(documents=400, claims=900, passed=1000))
        assert not capsys.readouterr().err  # not a line for every part
        clock.now += 8
        told.tell(Told(documents=800, claims=1800, errors=3, passed=2000))
        clock.now += 60
        told.tell(Told(documents=6000, claims=9000, passed=8000))
    assert capsys.readouterr().err.splitlines() == [
        "reading: 1,200 documents, 2,700 claims, 100/s, 3 not read, 25%, 0:00:36 left",
        "reading: 7,200 documents, 11,700 claims, 100/s, 3 not read, 100%, 0:00:00 left",
        "reading: 7,200 documents, 11,700 claims, 100/s, 3 not read, done in 0:01:12",
    ]


def test_no_step_is_taken_back_and_none_is_beyond_the_last(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Pass("judging", 100) as told:
        for passed in (50, 20, 700):  # processes tell as they are done, not in order
            clock.now += 20
            told.tell(Told(documents=1, passed=passed))
    shares = re.findall(r"(\d+)%", capsys.readouterr().err)
    assert shares == ["50", "50", "100"]


def test_a_pass_with_nothing_to_do_or_that_fails_does_not_say_it_is_done(
    clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with Pass("reading", 0):
        clock.now += 1
    told = Pass("reading", 5)
    told.tell(Told(documents=1, passed=1))
    with pytest.raises(OSError, match="full"), told:
        raise OSError("full")
    assert not capsys.readouterr().err


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "140")
    with Pass("reading", 100) as told:
        told.tell(Told(documents=30, claims=70, errors=2, passed=40))
        told.tell(Told(documents=45, claims=80, passed=75))
    drawn = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    last = re.split(r"[\r\n]+", drawn.strip())[-1]
    assert last.startswith("reading")
    assert "━" in last
    assert "75 %  75 documents, 150 claims" in last
    assert "/s, 2 not read" in last
    assert "\x1b[?25h" in screen.getvalue()  # the cursor is given back
    assert "done in" not in drawn


def test_the_cursor_is_given_back_when_a_pass_is_interrupted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(KeyboardInterrupt), Pass("reading", 100):
        raise KeyboardInterrupt
    assert screen.getvalue().rstrip().endswith("\x1b[?25h")

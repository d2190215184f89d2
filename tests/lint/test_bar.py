"""Progress: only on a terminal, only for long runs, and never mixed with other output."""

import io
import re
import sys

import pytest

from resolint.cli import progress
from resolint.cli.console import Console
from resolint.cli.progress import ProgressBar


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(progress, "_DELAY", -1.0)
    monkeypatch.setattr(progress, "_INTERVAL", 0.0)


def seen(stream):
    """The content of the last line of a terminal."""
    line = stream.getvalue().split("\r\x1b[K")[-1]
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", line)


def test_a_short_run_shows_nothing_and_loads_nothing():
    stream = Terminal()
    shown = ProgressBar(stream)
    for done in range(100):
        shown(done, 100)
    assert stream.getvalue() == ""


@pytest.mark.usefixtures("at_once")
def test_a_long_run_shows_how_far_it_is_and_clears_its_line_at_the_end():
    stream = Terminal()
    shown = ProgressBar(stream)
    shown(12, 4000)
    assert "12/4000 drafts" in seen(stream)
    shown(13, 4000)
    assert "13/4000 drafts" in seen(stream)
    assert "\n" not in stream.getvalue()
    shown(4000, 4000)
    assert seen(stream) == ""


@pytest.mark.usefixtures("at_once")
def test_output_replaces_the_bar():
    screen = Terminal()
    console = Console(screen, screen, {})
    show = console.progress(beside=True)
    show(1, 9)
    screen.writelines(console.with_progress_hidden(["a finding\n"]))
    assert seen(screen) == "a finding\n"
    show(2, 9)
    console.error("a draft is gone")
    assert seen(screen) == "resolint: a draft is gone\n"


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("out", "err", "beside", "environment", "shown"),
    [
        (io.StringIO, Terminal, False, {}, True),
        (Terminal, Terminal, True, {}, True),
        (Terminal, Terminal, False, {}, False),  # a machine-readable format must not be interrupted
        (Terminal, io.StringIO, True, {}, False),
        (io.StringIO, Terminal, True, {"TERM": "dumb"}, False),
    ],
)
def test_it_is_shown_where_somebody_looks(out, err, beside, environment, shown):
    stream = err()
    Console(out(), stream, environment).progress(beside=beside)(1, 9)
    assert ("1/9" in stream.getvalue()) == shown


def test_the_command_loads_what_draws_it_only_when_it_is_drawn(run):
    loaded = set(sys.modules)
    run("check", ".")
    assert {name for name in set(sys.modules) - loaded if name.partition(".")[0] == "rich"} == set()

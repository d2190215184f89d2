"""Watching drafts: linted again when one of them or a setting changes, until interrupted."""

import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from resolint.lint.batch import watch

DRAFT = "*The General Assembly*,\n\n*Recalling* the mole,\n\n1. *Decides* to keep {} lit.\n"


class Enough(Exception):
    """Stops watching."""


def acting(*changes):
    """An action that makes the next of some changes each time, and then stops."""
    steps = iter(changes)
    done: list[int] = []

    def act():
        done.append(len(done))
        step = next(steps, None)
        if step is None:
            raise Enough
        step()

    return act, done


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("a.md").write_text("longer than before\n", encoding="utf-8"),
        lambda: Path("b.md").write_text("new\n", encoding="utf-8"),
        lambda: Path("a.md").unlink(),
        lambda: Path("resolint.toml").write_text("", encoding="utf-8"),
        lambda: Path("known.json").write_text("{}", encoding="utf-8"),
    ],
    ids=["a draft", "a new draft", "a draft gone", "settings", "a baseline"],
)
def test_what_changes_is_acted_on(tmp_path, monkeypatch, change):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watch, "INTERVAL", 0.01)
    Path("a.md").write_text("before\n", encoding="utf-8")
    act, done = acting(change)
    with pytest.raises(Enough):
        watch.watch(act, ["."], [Path("known.json")])
    assert done == [0, 1]


def test_standard_input_cannot_be_watched(run):
    assert (
        run("check", "--watch", "-").err
        == "resolint: --watch: standard input cannot be watched; name files or directories\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_the_command_watches_through_bad_settings_until_interrupted(tmp_path):
    (tmp_path / "a.md").write_text(DRAFT.format("the light") + "\n<!-- resolint: disable NUM -->\n", encoding="utf-8")
    words = [sys.executable, "-u", "-m", "resolint", "check", "--watch", "--output-format", "concise", "a.md"]
    start = partial(subprocess.Popen, stdout=-1, stderr=-1, encoding="utf-8", start_new_session=True)
    this_tree = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parents[2] / "typings")}
    with start(words, cwd=tmp_path, env=this_tree) as run:
        try:
            _watched(run, tmp_path / "resolint.toml")
        finally:
            run.kill()


def _watched(run, settings):
    first = run.stderr.readline()
    assert first.startswith("Watching"), first + run.stderr.read(2000)
    assert run.stdout.readline().startswith("a.md:5:1: ")
    settings.write_text("selct = []\n", encoding="utf-8")
    assert "did you mean" in run.stderr.readline()
    assert run.stderr.readline().startswith("Watching")
    begun = time.monotonic()
    os.killpg(run.pid, signal.SIGINT)
    assert run.wait(10) == 130
    assert time.monotonic() - begun < 2
    assert "Traceback" not in run.stderr.read()

"""Many drafts: the same findings for any number of processes, and failures that affect only one draft."""

import json
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from resolint.lint.batch.runner import MIN_FILES_FOR_POOL, cores
from resolint.lint.batch.workers import Pool, WorkerLostError
from resolint.lint.engine.linter import lint_text

DRAFT = "*The General Assembly*,\n\n*Recalling* the mole,\n\n1. *Decides* to keep {} lit.\n"
forked = pytest.mark.skipif(sys.platform != "linux", reason="rules of the test's making reach other processes by fork")


def shelf(count=MIN_FILES_FOR_POOL + 5):
    for nth in range(count):
        text = DRAFT.format(" ".join(["the lamp"] * (nth % 4)) or "the light")
        Path(f"{nth:03}.md").write_text(text + "\n" * (nth * 37 % 11), encoding="utf-8")


def broken(monkeypatch, how):
    """Let the engine act differently for the draft that contains the word poison."""
    monkeypatch.setattr(
        "resolint.lint.session.lint_text", lambda text, s: how() if "poison" in text else lint_text(text, s)
    )
    Path("007.md").write_text(DRAFT.format("poison"), encoding="utf-8")


@forked
@pytest.mark.parametrize("form", ["json", "full", "concise"])
def test_the_same_bytes_are_written_whatever_the_processes(run, form):
    shelf()
    one, two, three = (run("check", "--no-cache", "--jobs", n, "--output-format", form) for n in (1, 2, 3))
    assert one == two == three
    assert one.status == 1
    names = [line.split(":")[0] for line in run("check", "--jobs", 2, "--output-format", "concise").out.splitlines()]
    assert names[:-1] == sorted(names[:-1])


@forked
def test_fixing_in_several_processes_fixes_every_draft(run):
    shelf()
    run("check", "--fix", "--jobs", 2)
    assert [path for path in Path().glob("*.md") if "lamp" in path.read_text(encoding="utf-8")] == []


@forked
def test_a_crashing_draft_affects_only_itself(run, monkeypatch):
    shelf()
    broken(monkeypatch, lambda: os.kill(os.getpid(), signal.SIGKILL))
    done = run("check", "--jobs", 2, "--output-format", "json")
    assert (done.status, done.err) == (
        2,
        "resolint: 007.md: the worker process crashed\n",
    )
    assert {found["filename"] for found in json.loads(done.out)} >= {"001.md", "006.md", "009.md", "014.md"}


@forked
def test_a_draft_that_times_out_affects_only_itself(run, monkeypatch):
    shelf()
    broken(monkeypatch, lambda: time.sleep(60))
    begun = time.monotonic()
    done = run("check", "--jobs", 2, "--timeout", 1, "--output-format", "json")
    assert time.monotonic() - begun < 30
    assert (done.status, done.err) == (2, "resolint: 007.md: timed out after 1 s\n")
    assert {found["filename"] for found in json.loads(done.out)} >= {"001.md", "006.md", "009.md", "014.md"}


@pytest.mark.parametrize("words", [("--jobs", "0"), ("--jobs", "many"), ("--timeout", "-1"), ("--timeout", "nan")])
def test_numbers_that_make_no_sense_are_refused(run, words):
    done = run("check", *words)
    assert (done.status, done.err.startswith(f"resolint: {words[0]}: ")) == (2, True)


def test_there_is_at_least_one_process():
    assert cores() >= 1


# spawned processes can import these functions, but not those of this file on every platform
length = partial(partial, len)
exiting = partial(partial, sys.exit)


def test_processes_begun_from_nothing_do_the_same():
    pool = Pool(length, 2, forks=False)
    try:
        assert dict(pool.results(["a", "bb", "ccc"], [1, 2, 3])) == {0: 1, 1: 2, 2: 3}
        assert dict(pool.results([["x"]], [1])) == {0: 1}
    finally:
        pool.close()


def test_a_crashed_process_loses_only_its_task():
    pool = Pool(exiting, 1, forks=False)
    try:
        assert [(n, type(result)) for n, result in pool.results([1, 2], [1, 1])] == [
            (0, WorkerLostError),
            (1, WorkerLostError),
        ]
    finally:
        pool.close()


@pytest.mark.skipif(os.name == "nt", reason="signals are sent otherwise there")
def test_an_interrupt_ends_all_processes_at_once(tmp_path):
    for nth in range(40):
        text = DRAFT.format(f"lamp {nth}") + "".join(f"\n{n}. *Decides* to wait;\n" for n in range(2, 2000))
        (tmp_path / f"{nth}.md").write_text(text, encoding="utf-8")
    words = [sys.executable, "-m", "resolint", "check", "--fix", "--jobs", "2", "."]
    with subprocess.Popen(words, cwd=tmp_path, stdout=-1, stderr=-1, start_new_session=True) as run:
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(1.5)
        os.killpg(run.pid, signal.SIGINT)
        begun = time.monotonic()
        _, err = run.communicate()
        assert time.monotonic() - begun < 2
        assert (run.returncode, err.strip()) == (130, b"")
        with pytest.raises(ProcessLookupError):
            os.killpg(run.pid, 0)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".md"] == []


@forked
def test_processes_end_with_the_one_that_began_them_even_if_it_is_killed(tmp_path):
    for nth in range(12):
        text = DRAFT.format(f"lamp {nth}") + "".join(f"\n{n}. *Decides* to wait;\n" for n in range(2, 40_000))
        (tmp_path / f"{nth}.md").write_text(text, encoding="utf-8")
    words = [sys.executable, "-m", "resolint", "check", "--jobs", "2", "."]
    with subprocess.Popen(words, cwd=tmp_path, stdout=-1, stderr=-1, start_new_session=True) as run:
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(1.5)
        run.kill()
        run.communicate()  # returns when all processes have closed the pipes
    until = time.monotonic() + 2  # much less than one draft takes
    while alive(run.pid) and time.monotonic() < until:
        time.sleep(0.1)
    assert not alive(run.pid)


def alive(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True

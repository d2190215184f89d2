"""Sessions in real editors without a display: open a draft, list its findings, fix them and save."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def program(name):
    path = shutil.which(name)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def session(*command):
    """Run an editor and return the findings that it shows, one line each."""
    output = Path("found.txt").absolute()
    done = subprocess.run(
        command,
        env={**os.environ, "FOUND": str(output)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return output.read_text().splitlines()


def test_neovim(editors, project, found, fixed):
    shown = session(
        program("nvim"), "--headless", "--clean",
        "-c", f"luafile {editors / 'neovim' / 'resolint.lua'}",
        "-c", f"luafile {HERE / 'session.lua'}",
    )  # fmt: skip
    assert sorted(shown) == sorted(f"{row} {code}" for row, code in found)
    assert (project / "draft.md").read_text() == fixed


def test_emacs_with_eglot(editors, project, found, fixed):
    emacs = [program("emacs"), "--batch", "--no-init-file"]
    if subprocess.run([*emacs, "--eval", "(require 'eglot)"], capture_output=True, check=False).returncode:
        pytest.skip("this Emacs has no eglot")
    shown = session(*emacs, "-L", str(editors / "emacs"), "-l", str(HERE / "session.el"))
    assert sorted(int(line.split()[0]) for line in shown) == sorted(row for row, _ in found)
    assert (project / "draft.md").read_text() == fixed

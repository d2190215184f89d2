"""The extension for Visual Studio Code: its settings, its schema, and the features in a real workbench."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from resolint.lsp.configuration import Configuration

EXTENSION_ONLY = {"enable", "path", "interpreter", "trace"}
"""Settings of the extension itself, which the server ignores."""


@pytest.fixture
def extension(editors):
    return editors / "vscode"


@pytest.fixture
def declared(extension):
    """Return the settings that the extension declares, by key without the prefix."""
    manifest = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    sections = manifest["contributes"]["configuration"]
    return {key.removeprefix("resolint."): value for part in sections for key, value in part["properties"].items()}


def test_every_documented_setting_is_declared(editors, declared):
    page = (editors.parent / "docs" / "editors.md").read_text(encoding="utf-8")
    table = re.search(r"^## Change the settings$(.+?)^## ", page, re.MULTILINE | re.DOTALL)
    assert table is not None
    rows = [line.split("|")[1] for line in table[1].splitlines() if line.startswith("| `resolint.")]
    documented = {key for row in rows for key in re.findall(r"`resolint\.(\w+)`", row)}
    assert len(documented) >= 12
    assert documented - declared.keys() == set()


def test_every_setting_has_a_type_a_default_and_a_description(declared):
    incomplete = [
        key
        for key, value in declared.items()
        if not {"type", "default", "scope"} <= value.keys() or not {"description", "markdownDescription"} & value.keys()
    ]
    assert incomplete == []


def test_the_declared_defaults_change_nothing(project, declared):
    """The editor sends the defaults of all settings: they must not override resolint.toml."""
    (project / "resolint.toml").write_text('profile = "sc"\nselect = ["NUM"]\nignore = ["NUM001"]\nlanguage = "en"\n')
    uri = (project / "draft.md").as_uri()
    plain, configured = Configuration(), Configuration()
    for configuration in (plain, configured):
        configuration.set_workspace_folder(str(project))
    plain.update({})
    configured.update(
        {key: value["default"] for key, value in declared.items() if key.partition(".")[0] not in EXTENSION_ONLY}
    )
    before, after = plain.settings(uri), configured.settings(uri)
    assert not configured.errors
    assert [rule.code for rule in after.rules] == [rule.code for rule in before.rules]
    for part in ("levels", "options", "explicit", "profile", "language", "base_file"):
        assert getattr(after, part) == getattr(before, part)


def test_the_features_in_the_workbench(extension):
    if not os.environ.get("CODE_SERVER"):
        pytest.skip("the workbench is not installed: see “Develop the extension” in editors/vscode/README.md")
    npm = shutil.which("npm")
    if npm is None or not (extension / "node_modules").is_dir():
        pytest.skip("npm ci has not been run in editors/vscode")
    done = subprocess.run(
        [npm, "run", "--silent", "test:workbench"],
        cwd=extension,
        env={"PYTHON": sys.executable, **os.environ},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]

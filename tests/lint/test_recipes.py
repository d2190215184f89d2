"""The recipes for pipelines: of the form that their services want, and their lines run on a folder of drafts."""

import json
import os
import re
import shlex
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "continuous_integration.md").read_text(encoding="utf-8")
SIDES = ("north", "south", "east", "west", "old", "new", "long", "low", "high", "far")
RECIPES = dict(re.findall(r"<!-- ([a-z ]+) -->\n+```yaml\n(.*?)```", PAGE, re.DOTALL))
DRAFT = (
    "*The General Assembly*,\n\n*Recalling* the mole;\n\n1. *Decides* to keep the light lit;\n\n2. *Decides* to wait.\n"
)


def lines(recipe):
    """The shell lines of a recipe that are ours; what is installed is this tree."""
    read = yaml.safe_load(recipe)
    jobs = read.get("jobs", read)["resolint"]
    said = [step["run"] for step in jobs["steps"] if "run" in step] if "steps" in jobs else jobs["script"]
    return [line for line in said if line.startswith("resolint ")]


def test_the_page_has_its_recipes():
    assert set(RECIPES) == {"github", "github scanning", "gitlab"}


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_is_what_its_service_wants(name):
    vendor = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="check-jsonschema is not installed")
    jsonschema = pytest.importorskip("jsonschema")
    schema = f"{'gitlab-ci' if name == 'gitlab' else 'github-workflows'}.json"
    rules = json.loads(resources.files(vendor).joinpath(schema).read_text(encoding="utf-8"))
    recipe = {str(key) if key is not True else "on": value for key, value in yaml.safe_load(RECIPES[name]).items()}
    validator = jsonschema.validators.validator_for(rules)(rules)
    assert [error.message for error in validator.iter_errors(recipe)] == []


@pytest.mark.parametrize("name", RECIPES)
def test_the_lines_of_a_recipe_run_and_only_the_last_fails(name, tmp_path):
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(DRAFT, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "typings")}
    status = []
    for line in lines(RECIPES[name]):
        words = [sys.executable, "-m", *shlex.split(line)]
        done = subprocess.run(
            words, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60
        )
        assert done.stderr == ""
        status.append(done.returncode)
    assert status == [0] * (len(status) - 1) + [1]
    if name == "github":
        assert done.stdout.startswith("::error file=drafts/a.md,line=3,")
    if name == "gitlab":
        assert json.loads((tmp_path / "gl-code-quality-report.json").read_text(encoding="utf-8"))[0]["check_name"]
        assert (tmp_path / "report.html").stat().st_size > 10_000


def test_what_stands_in_the_page_about_a_baseline_is_so(tmp_path):
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(DRAFT, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(ROOT / "typings")}
    line = re.search(r"`(resolint check --write-baseline [^`]*)`", PAGE)
    assert line is not None

    def run(*words):
        command = [sys.executable, "-m", *words]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False).returncode

    assert run(*shlex.split(line[1])) == 0
    above = "".join(f"*Having seen* the {word} mole,\n\n" for word in SIDES)
    moved = DRAFT.replace("*Recalling*", f"{above}*Recalling*")
    (tmp_path / "drafts" / "a.md").write_text(moved, encoding="utf-8")
    checked = ["resolint", "check", "--select", "PUN", "--baseline", "known.json", "drafts"]
    assert run(*checked) == 0
    (tmp_path / "drafts" / "a.md").write_text(DRAFT.replace("lit;", "lit,"), encoding="utf-8")
    assert run(*checked) == 1

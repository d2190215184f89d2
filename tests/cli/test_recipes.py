"""The recipes for pipelines: valid for their services, and their commands run on a directory of drafts."""

import json
import re
import shlex
from importlib import resources
from pathlib import Path

import pytest
import yaml

from resolint.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "continuous_integration.md").read_text(encoding="utf-8")
SIDES = ("north", "south", "east", "west", "old", "new", "long", "low", "high", "far")
RECIPES = dict(re.findall(r"<!-- ([a-z ]+) -->\n+```yaml\n(.*?)```", PAGE, re.DOTALL))
DRAFT = (
    "*The General Assembly*,\n\n*Recalling* the mole;\n\n1. *Decides* to keep the light lit;\n\n2. *Decides* to wait.\n"
)


def lines(recipe):
    """Return the shell lines of a recipe that run resolint; the installed package is this tree."""
    read = yaml.safe_load(recipe)
    jobs = read.get("jobs", read)["resolint"]
    reported = [step["run"] for step in jobs["steps"] if "run" in step] if "steps" in jobs else jobs["script"]
    return [line for line in reported if line.startswith("resolint ")]


def test_the_page_has_its_recipes():
    assert set(RECIPES) == {"github", "github scanning", "gitlab"}


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_is_valid_for_its_service(name):
    vendor = pytest.importorskip("check_jsonschema.builtin_schemas.vendor", reason="check-jsonschema is not installed")
    jsonschema = pytest.importorskip("jsonschema")
    schema = f"{'gitlab-ci' if name == 'gitlab' else 'github-workflows'}.json"
    rules = json.loads(resources.files(vendor).joinpath(schema).read_text(encoding="utf-8"))
    recipe = {str(key) if key is not True else "on": value for key, value in yaml.safe_load(RECIPES[name]).items()}
    validator = jsonschema.validators.validator_for(rules)(rules)
    assert [error.message for error in validator.iter_errors(recipe)] == []


@pytest.fixture
def run_line(tmp_path, monkeypatch, capsys):
    """Run a line in a directory with a draft and return its status and output."""
    monkeypatch.chdir(tmp_path)
    Path("drafts").mkdir()
    Path("drafts/a.md").write_text(DRAFT, encoding="utf-8")

    def run(line):
        status = main(shlex.split(line)[1:])
        out, err = capsys.readouterr()
        assert err == ""
        return status, out

    return run


@pytest.mark.parametrize("name", RECIPES)
def test_the_lines_of_a_recipe_run_and_only_the_last_fails(name, run_line):
    done = [run_line(line) for line in lines(RECIPES[name])]
    assert [status for status, _ in done] == [0] * (len(done) - 1) + [1]
    if name == "github":
        assert done[-1][1].startswith("::error file=drafts/a.md,line=3,")
    if name == "github scanning":
        assert json.loads(Path("resolint.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    if name == "gitlab":
        assert json.loads(Path("gl-code-quality-report.json").read_text(encoding="utf-8"))[0]["check_name"]
        assert Path("report.html").stat().st_size > 10_000


def test_the_page_about_baselines_is_correct(run_line):
    line = re.search(r"`(resolint check --write-baseline [^`]*)`", PAGE)
    assert line is not None
    assert run_line(line[1])[0] == 0
    draft = Path("drafts/a.md")
    above = "".join(f"*Having seen* the {word} mole,\n\n" for word in SIDES)
    draft.write_text(DRAFT.replace("*Recalling*", f"{above}*Recalling*"), encoding="utf-8")
    checked = "resolint check --select PUN --baseline known.json drafts"
    assert run_line(checked)[0] == 0
    draft.write_text(DRAFT.replace("lit;", "lit,"), encoding="utf-8")
    assert run_line(checked)[0] == 1

"""The steps of CONTRIBUTING.md that add a rule work as described, and change nothing else."""

import re
import runpy
import shlex
import textwrap
from pathlib import Path
from types import ModuleType

import pytest

from resolint import check, fix
from resolint.lint.config import resolve
from resolint.rules import docstring
from resolint.rules.registry import Registry, problems

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SCRIPT = ROOT / "tools" / "new_rule.py"


@pytest.fixture(scope="module")
def main():
    return runpy.run_path(str(SCRIPT))["main"]


@pytest.fixture
def tree(tmp_path):
    """Create a directory with the only file that the command changes."""
    (tmp_path / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n- A change.\n", encoding="utf-8")
    return tmp_path


def defined_in(source, family, module_name):
    """Return the rule that a module of a family defines."""
    module = ModuleType(f"resolint.rules.{family}.{module_name}")
    module.__package__ = f"resolint.rules.{family}"
    exec(compile(source, module_name, "exec"), vars(module))  # noqa: S102 - the repository's own page and tool
    (rule,) = (value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__)
    return rule


@pytest.fixture(scope="module")
def rule():
    (source,) = re.findall(r"<!-- rule -->\n *```python\n(.*?)\n *```", PAGE, re.DOTALL)
    return defined_in(textwrap.dedent(source), "typography", "light_house")


def messages(rule, example):
    settings = resolve((), Registry((rule,)))
    return [found.finding.message for found in check(docstring.FRAME + example, settings=settings)]


def test_the_command_creates_the_files_that_the_page_names(main, tree, capsys):
    (command,) = re.findall(r"python tools/new_rule\.py (.+)", PAGE)
    assert main(shlex.split(command), tree) == 0
    written = {str(file.relative_to(tree)) for file in tree.rglob("*") if file.is_file()}
    assert written == set(capsys.readouterr().out.split())
    folder = "tests/rules/typography/light_house/"
    assert written == {"rules/typography/light_house.py", f"{folder}bad.md", f"{folder}good.md", "CHANGELOG.md"}
    assert all(f"`{name}`" in PAGE for name in (folder, *written - {f"{folder}bad.md", f"{folder}good.md"}))
    assert (tree / "CHANGELOG.md").read_text(encoding="utf-8").endswith("- New rule `light-house` (TYP900): TODO.\n")


@pytest.mark.parametrize("fixed", ["none", "safe", "unsafe", "manual"])
@pytest.mark.parametrize("level", ["error", "warning", "info"])
def test_a_new_rule_is_complete_but_for_its_page(main, tree, level, fixed):
    assert main(["NUM900", "light-house", "--level", level, "--fix", fixed], tree) == 0
    source = (tree / "rules" / "numbering" / "light_house.py").read_text(encoding="utf-8")
    rule = defined_in(source, "numbering", "light_house")
    assert problems(rule) == ["the page contains TODO"]
    assert (rule.level, rule.fixable or "none") == (level, fixed)
    examples = tree / "tests" / "rules" / "numbering" / "light_house"
    assert len(messages(rule, (examples / "bad.md").read_text(encoding="utf-8"))) == 1
    assert messages(rule, (examples / "good.md").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("TYP9 light-house", "TYP9 is not a code"),
        ("TYP900 Light_house", "Light_house is not a name"),
        ("TYP001 light-house", "TYP001 is in use"),
        ("TYP900 repeated-word", "repeated-word is in use by TYP017"),
        ("PHR900 light-house", "add an entry to a file in rules/vocabulary/"),
    ],
)
def test_an_unsuitable_code_or_name_is_an_error(main, tree, capsys, arguments, message):
    assert main(arguments.split(), tree) == 2
    assert message in capsys.readouterr().err
    assert [file.name for file in tree.iterdir()] == ["CHANGELOG.md"]


def test_the_rule_on_the_page_is_well_formed(rule):
    assert problems(rule) == []


def test_the_examples_on_the_page_are_correct(rule):
    read = docstring.parse_docstring(rule.__doc__)
    assert read.wrong
    assert read.right
    assert all(len(messages(rule, example)) == 1 for example in read.wrong)
    assert not any(messages(rule, example) for example in read.right)


def test_the_rule_on_the_page_ignores_quotations_and_fixes_its_findings(rule):
    draft = docstring.FRAME + "1. Decides to call the light houses “light houses” no more."
    fixed = fix(draft, settings=resolve((), Registry((rule,))))
    assert fixed == docstring.FRAME + "1. Decides to call the lighthouses “light houses” no more."

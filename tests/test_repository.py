"""The house itself: packages, the README's commands, the rooms' order, links, and what must not stand in the tree."""

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("grammar", "rules", "lint", "lsp", "cli")
NOT_OURS = {".git", ".hypothesis", ".venv", "build", "dist", "node_modules", "__pycache__"}
TEXTS = {".py", ".md", ".toml", ".yaml", ".lark", ".csv", ".svg", ".cfg", ".txt", ""}


def files(top=ROOT):
    """Every file of the project, links not followed, those that tools leave behind aside."""
    for entry in sorted(top.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            if entry.name not in NOT_OURS and not entry.name.endswith((".egg-info", "_cache")):
                yield from files(entry)
        elif entry.is_file() and entry.name not in NOT_OURS:
            yield entry


def prose():
    return [path for path in files() if path.suffix == ".md" and "tests" not in path.relative_to(ROOT).parts]


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_folder_with_python_is_a_listed_package(project):
    folders = {path.parent for path in chain.from_iterable((ROOT / room).rglob("*.py") for room in ROOMS)}
    packages = {"resolint"} | {".".join(("resolint", *folder.relative_to(ROOT).parts)) for folder in folders}
    listed = project["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted(packages)
    assert listed == sorted(listed)


def test_every_package_has_an_init():
    folders = {path.parent for path in chain.from_iterable((ROOT / room).rglob("*.py") for room in ROOMS)}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_every_data_file_is_packaged(project):
    data = project["tool"]["setuptools"]["package-data"]
    packaged = {
        path
        for package, patterns in data.items()
        for pattern in patterns
        for path in ROOT.joinpath(*package.split(".")[1:]).glob(pattern)
    }
    in_rooms = {path for room in ROOMS for path in files(ROOT / room) if path.suffix not in {".py", ".pyc"}}
    assert sorted(in_rooms - packaged) == []


def test_type_checkers_are_led_to_every_room():
    links = {path.name for path in (ROOT / "typings" / "resolint").iterdir() if path.name != "__pycache__"}
    assert links == {"__init__.py", "__main__.py", "py.typed", *ROOMS}
    for name in links:
        assert (ROOT / "typings" / "resolint" / name).samefile(ROOT / name)


def test_tests_are_no_packages():
    """Otherwise their names would hang on what the clone is called."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_rooms_are_ordered_by_contract(project):
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert layers == [f"resolint.{room}" for room in reversed(ROOMS)]


@pytest.mark.parametrize("name", ["install", "test"])
def test_readme_command_is_one_line_and_run_by_ci(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"^<!-- {name} -->\n```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert block is not None
    assert f'eval "$(readme {name})"' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    needed = {"install": ["pip install", "resolint check", "examples/lighthouses.md"], "test": ["[test]", "pytest"]}
    assert all(words in block[1] for words in needed[name])


def test_readme_begins_with_the_picture():
    assert re.match(r"!\[[^\]]+\]\(docs/picture\.svg\)", (ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", prose(), ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    inside = [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in inside if not (path.parent / target).exists()] == []


def test_every_place_in_the_architecture_exists():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    places = set(re.findall(r"`((?:[\w.]+/)+[\w.]*|[\w]+\.(?:py|md|toml|lark|svg))`", text))
    assert len(places) > 20
    assert [place for place in sorted(places) if not (ROOT / place).exists()] == []


def test_every_test_named_in_the_architecture_exists():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    missing = [(path, test) for path, test in named if f"def {test}(" not in (ROOT / path).read_text(encoding="utf-8")]
    assert missing == []


def test_no_file_carries_a_path_of_a_machine():
    path_of_a_machine = re.compile(r"(?<![\w.~>)\]}*:-])/(?:home|root|Users|work|farm)/\w|\b[A-Z]:\\Users")
    found = [
        f"{path.relative_to(ROOT)}:{row}"
        for path in files()
        if path.suffix in TEXTS
        for row, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
        if path_of_a_machine.search(line)
    ]
    assert found == []


def test_the_clean_example_differs_only_by_planted_slips():
    clean, planted = (
        (ROOT / "examples" / name).read_text(encoding="utf-8").split("\n") for name in ("clean.md", "lighthouses.md")
    )
    assert len(clean) == len(planted)
    assert sum(a != b for a, b in zip(clean, planted, strict=True)) >= 12


def check(*arguments):
    command = [sys.executable, "-m", "resolint", "check", "--isolated", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)


def test_the_clean_example_is_clean():
    done = check("--output-format", "concise", "examples/clean.md")
    assert (done.returncode, re.findall(r"[A-Z]{3}\d{3}", done.stdout)) == (0, []), done.stdout


def test_the_planted_slips_are_found():
    done = check("--output-format", "concise", "examples/lighthouses.md")
    families = set(re.findall(r"\b([A-Z]{3})\d{3}\b", done.stdout))
    assert done.returncode == 1
    assert families >= {"NUM", "FNT", "SEQ", "PUN", "ITA", "CIT"}

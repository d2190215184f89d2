"""The repository: packages, commands of the README, the order of layers, links, and files that must not be in it."""

import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("grammar", "rules", "lint", "lsp", "cli")
IGNORED = {".git", ".hypothesis", ".venv", "build", "dist", "node_modules", "__pycache__"}
TEXTS = {".py", ".md", ".toml", ".yaml", ".lark", ".csv", ".svg", ".cfg", ".txt", ""}


def files(top=ROOT):
    """Yield the files of the project, without those that tools create; links are not followed."""
    for entry in sorted(top.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            if entry.name not in IGNORED and not entry.name.endswith((".egg-info", "_cache")):
                yield from files(entry)
        elif entry.is_file() and entry.name not in IGNORED:
            yield entry


def pages():
    return [path for path in files() if path.suffix == ".md" and "tests" not in path.relative_to(ROOT).parts]


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_folder_with_python_is_a_listed_package(project):
    folders = {path.parent for path in chain.from_iterable((ROOT / layer).rglob("*.py") for layer in LAYERS)}
    packages = {"resolint"} | {".".join(("resolint", *folder.relative_to(ROOT).parts)) for folder in folders}
    listed = project["tool"]["setuptools"]["packages"]
    assert sorted(listed) == sorted(packages)
    assert listed == sorted(listed)


def test_every_package_has_an_init():
    folders = {path.parent for path in chain.from_iterable((ROOT / layer).rglob("*.py") for layer in LAYERS)}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_every_data_file_is_packaged(project):
    data = project["tool"]["setuptools"]["package-data"]
    packaged = {
        path
        for package, patterns in data.items()
        for pattern in patterns
        for path in ROOT.joinpath(*package.split(".")[1:]).glob(pattern)
    }
    in_layers = {path for layer in LAYERS for path in files(ROOT / layer) if path.suffix not in {".py", ".pyc"}}
    assert sorted(in_layers - packaged) == []


def test_type_checkers_find_every_layer():
    links = {path.name for path in (ROOT / "typings" / "resolint").iterdir() if path.name != "__pycache__"}
    assert links == {"__init__.py", "__main__.py", "py.typed", *LAYERS}
    for name in links:
        assert (ROOT / "typings" / "resolint" / name).samefile(ROOT / name)


def test_folders_of_tests_are_not_packages():
    """Otherwise the names of tests would depend on the name of the clone."""
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_layers_are_ordered_by_contract(project):
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    assert layers == [f"resolint.{layer}" for layer in reversed(LAYERS)]


@pytest.mark.parametrize("name", ["install", "test"])
def test_readme_command_is_one_line_and_run_by_ci(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(rf"^<!-- {name} -->\n```sh\n(.+)\n```$", readme, re.MULTILINE)
    assert block is not None
    assert f'eval "$(readme {name})"' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    needed = {"install": ["pip install", "resolint check", "examples/lighthouses.md"], "test": ["[test]", "pytest"]}
    assert all(words in block[1] for words in needed[name])


def test_the_first_screen_of_the_readme_has_the_picture():
    first, *_ = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## ")
    assert re.search(r"^!\[[^\]]+\]\(docs/picture\.svg\)$", first, re.MULTILINE)
    assert first.count("\n") < 20


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_link_targets_exist(path):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    inside = [target.partition("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    assert [target for target in inside if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", pages(), ids=lambda path: str(path.relative_to(ROOT)))
def test_anchors_of_links_are_headings(path):
    missing = []
    for target, anchor in re.findall(r"\]\(([\w./-]*)#([^)\s]+)\)", path.read_text(encoding="utf-8")):
        page = path.parent / target if target else path
        headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
        anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
        missing += [f"{target}#{anchor}"] * (anchor not in anchors)
    assert missing == []


def test_every_path_in_the_architecture_exists():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    paths = set(re.findall(r"`((?:[\w.]+/)+[\w.]*|[\w]+\.(?:py|md|toml|lark|svg))`", text))
    assert len(paths) > 20
    assert [place for place in sorted(paths) if not (ROOT / place).exists()] == []


def test_the_architecture_names_every_folder_of_the_layers_below_the_commands():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = {file.parent for layer in ("grammar", "lint", "lsp") for file in (ROOT / layer).rglob("__init__.py")}
    names = sorted(f"`{folder.relative_to(ROOT).as_posix()}/" for folder in folders)
    assert len(names) > 20
    assert [name for name in names if name not in text] == []


def test_every_test_named_in_the_architecture_exists():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text)
    missing = [(path, test) for path, test in named if f"def {test}(" not in (ROOT / path).read_text(encoding="utf-8")]
    assert missing == []


def test_built_files_are_not_in_git():
    if not (ROOT / ".git").exists():
        pytest.skip("not a git repository")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)  # noqa: S607
    built = re.compile(r"(^|/)([^/]+\.egg-info|build|dist|__pycache__|node_modules)/|\.(pyc|whl)$|^docs/rules/")
    assert [path for path in listed.stdout.split("\n") if built.search(path)] == []


def test_built_files_are_ignored_by_git():
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split("\n")
    assert {"__pycache__/", "*.egg-info/", "build/", "dist/"} <= {*ignored}


def test_no_file_contains_a_path_of_a_machine():
    path_of_a_machine = re.compile(r"(?<![\w.~>)\]}*:-])/(?:home|root|Users|work|farm)/\w|\b[A-Z]:\\Users")
    found = [
        f"{path.relative_to(ROOT)}:{row}"
        for path in files()
        if path.suffix in TEXTS
        for row, line in enumerate(path.read_text(encoding="utf-8", errors="replace").split("\n"), 1)
        if path_of_a_machine.search(line)
    ]
    assert found == []


def test_the_clean_example_differs_only_by_planted_errors():
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


def test_the_planted_errors_are_found():
    done = check("--output-format", "concise", "examples/lighthouses.md")
    families = set(re.findall(r"\b([A-Z]{3})\d{3}\b", done.stdout))
    assert done.returncode == 1
    assert families >= {"NUM", "FNT", "SEQ", "PUN", "ITA", "CIT"}

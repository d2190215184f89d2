"""Every rule has a folder of examples: a bad one is reported as its snapshot says, a good one is not.

An example is a whole draft, or paragraphs that are read after the line of an organ. The folder of a rule is
``tests/rules/<family>/<name of the rule's file>/``: ``bad*.md`` or ``.txt`` beside ``bad*.snap``, and ``good*``. A file
``resolint.toml`` in it holds settings for its examples. A file ``base.md`` holds the base text of its examples, and
``bad_x.base.md`` that of ``bad_x.md``. `pytest --snapshot-update` writes the snapshots; read them.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from pathlib import Path

import pytest
from syrupy.data import SnapshotCollections
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from resolint.grammar.compare.base_text import BaseText
from resolint.grammar.syntax.parser import parse
from resolint.lint.config import resolve
from resolint.lint.config.schema import read as read_settings
from resolint.lint.engine.fixer import apply
from resolint.lint.engine.linter import lint_text
from resolint.rules import docstring
from resolint.rules.registry import discover

ROOT = Path(__file__).parent
pytestmark = pytest.mark.filterwarnings(r"ignore:\s*Can not relate snapshot")  # they lie beside examples, not tests
REGISTRY = discover()
WITHOUT_EXAMPLES = {"LNT001"}  # a rule that fails is a fault of the linter, not of a draft


def folder_of(rule):
    family = "vocabulary" if ".vocabulary." in rule.__module__ else rule.__module__.split(".")[-2]
    return ROOT / family / rule.name.replace("-", "_")


FOLDERS = {folder_of(rule): rule for rule in REGISTRY.rules}
EXAMPLES = [
    (rule, path)
    for folder, rule in FOLDERS.items()
    for path in sorted(folder.glob("*"))
    if path.suffix in {".md", ".txt"} and path.name != "base.md" and not path.stem.endswith(".base")
]


class BesideTheExample(SingleFileSnapshotExtension):
    """A snapshot is a file beside the example that it is of; its index is the example's path below `ROOT`."""

    _write_mode = WriteMode.TEXT
    file_extension = "snap"

    @classmethod
    def dirname(cls, **_):
        return str(ROOT)

    @classmethod
    def get_file_basename(cls, *, index, **_):
        return str(index)

    @classmethod
    def get_snapshot_name(cls, *, index=0, **_):
        return Path(str(index)).name

    def discover_snapshots(self, **_):
        return SnapshotCollections()  # an update deletes what is found and unknown; a test below finds orphans


@pytest.fixture
def snapshot(snapshot):
    return snapshot.use_extension(BesideTheExample)


def base_for(path):
    """The base text of an example, if it has one."""
    own, common = path.with_suffix(".base.md"), path.parent / "base.md"
    file = own if own.exists() else common
    return BaseText(file.name, framed(file.read_text(encoding="utf-8"))) if file.exists() else None


def framed(text):
    return text if parse(text).resolutions else docstring.FRAME + text


def settings_for(folder):
    file = folder / "resolint.toml"
    layers = (read_settings(file.read_text(encoding="utf-8"), str(file), folder, REGISTRY),) if file.exists() else ()
    return resolve(layers, REGISTRY)


def reported(rule, path):
    text = framed(path.read_text(encoding="utf-8"))
    checked = lint_text(text, replace(settings_for(path.parent), base_text=base_for(path)))
    assert not [found.finding.message for found in checked.diagnostics if found.code in WITHOUT_EXAMPLES]
    return text, checked.lines, [found for found in checked.diagnostics if found.code == rule.code]


def rendered(text, lines, found):
    """A finding as a person sees it: place, message, the line with the place underlined, and what its fix changes."""
    finding = found.finding
    start, end = lines.position(finding.span.start), lines.position(finding.span.end)
    yield f"{start.row}:{start.column}-{end.row}:{end.column} {found.level}: {finding.message}"
    row = lines.line(start.row)
    stop = min(finding.span.end, row.end)
    yield f"  | {text[row.start : row.end]}"
    yield f"  | {' ' * (start.column - 1)}{'^' * max(stop - finding.span.start, 1)}"
    for span, words in finding.related:
        at = lines.position(span.start)
        yield f"  see {at.row}:{at.column}: {words}"
    if finding.fix:
        yield f"  fix ({finding.fix.applicability}): {finding.fix.message}"
        changed, _ = apply(text, [finding.fix])
        diff = list(unified_diff(text.splitlines(), changed.splitlines(), n=0, lineterm=""))[2:]
        yield from (f"  {line[0]} {line[1:]}" for line in diff if not line.startswith("@@"))
    yield ""


def name(value):
    return value.name if isinstance(value, Path) else f"{value.code}-{value.name}"


@pytest.mark.parametrize(("rule", "path"), EXAMPLES, ids=name)
def test_an_example_is_reported_as_its_snapshot_says(rule, path, snapshot):
    text, lines, found = reported(rule, path)
    if path.stem.startswith("good"):
        assert not [finding.finding.message for finding in found]
    else:
        assert found
        shown = "".join(f"{line}".rstrip() + "\n" for each in found for line in rendered(text, lines, each))
        assert shown.rstrip("\n") + "\n" == snapshot(name=str(path.relative_to(ROOT).with_suffix("")))


def test_every_folder_of_examples_is_of_a_rule_and_every_snapshot_of_an_example():
    for snap in ROOT.glob("*/*/*.snap"):
        assert snap.parent in FOLDERS
        assert snap.with_suffix(".md").exists() or snap.with_suffix(".txt").exists()


@pytest.mark.parametrize("rule", [rule for rule in REGISTRY.rules if rule.code not in WITHOUT_EXAMPLES], ids=name)
def test_a_rule_has_a_bad_and_a_good_example(rule):
    stems = {path.stem.partition("_")[0] for each, path in EXAMPLES if each is rule}
    assert stems >= {"bad", "good"}, f"write {folder_of(rule).relative_to(ROOT)}/bad.md and good.md"

"""Rules of plugins."""

import sys

import pytest

from resolint.lint.config.plugins import registry
from resolint.rules.registry import RuleDefinitionError

RULE = '''
from resolint.rules.base import Level, Rule


class KeeperMissing(Rule):
    """No keeper is named.

    What it does: Looks for keepers.
    Why: Lamps do not light themselves.
    Wrong:
        1. *Decides* so.
    Right:
        1. *Decides* so with a keeper.
    Source: The keepers.
    """

    code, name, level, node_types = "KEE001", "keeper-missing", Level.INFO, (object,)
'''


@pytest.fixture
def package(tmp_path, monkeypatch):
    """An installed package with a rule."""

    def install(source, points="keeper = keeper_missing:KeeperMissing"):
        (tmp_path / "keeper_missing.py").write_text(source, encoding="utf-8")
        info = tmp_path / "keepers-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: keepers\nVersion: 1\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[resolint.rules]\n{points}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    yield install
    sys.modules.pop("keeper_missing", None)


def test_a_plugin_adds_a_rule_with_a_family_of_its_own(package):
    package(RULE)
    assert registry().meant("KEE") == {"KEE001"}
    assert registry().rule("keeper-missing").code == "KEE001"


@pytest.mark.parametrize(
    ("source", "reported"),
    [
        (RULE.replace("KEE001", "KEE1"), "invalid: code 'KEE1'"),
        ("oops(", "cannot be loaded"),
        ("", "cannot be loaded"),
    ],
)
def test_a_rule_that_cannot_be_used_is_a_sentence(package, source, reported):
    package(source)
    with pytest.raises(RuleDefinitionError, match=reported):
        registry()

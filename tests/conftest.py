"""Fixtures that tests share: a cache of their own, invented rules, and the command."""

import io
import os
import re
import sys
from typing import NamedTuple
from uuid import uuid4

import pytest
from hypothesis import settings as hypothesis_settings

from resolint.cli.main import main
from resolint.grammar.syntax.tree import Operative, Preambular
from resolint.lint.config import Layer, resolve
from resolint.rules.base import Applicability, Edit, Finding, Fix, Level, Rule
from resolint.rules.linter.rule_failed import RuleFailed
from resolint.rules.linter.unknown_suppression import UnknownSuppression
from resolint.rules.linter.unused_suppression import UnusedSuppression
from resolint.rules.registry import Registry

hypothesis_settings.register_profile(
    "resolint", hypothesis_settings(), deadline=None
)  # machines that run tests are shared and uneven
hypothesis_settings.load_profile("resolint")

LINTERS_OWN = (RuleFailed, UnknownSuppression, UnusedSuppression)
DRAFT = """\
*The General Assembly*,

*Recalling* the lamps of the north mole,

*Noting* the wicks of the south mole,

1. *Decides* to keep every lamp lit;

2. *Requests* the keepers to count the wicks.
"""


class Lamp(Rule):
    """Finds lamps."""

    code, name, level = "PHR901", "lamp", Level.WARNING
    node_types = (Preambular, Operative)
    fixable = Applicability.SAFE

    def check(self, node, _context):
        for match in re.finditer(r"lamps?", node.prose.text):
            place = node.prose.span(*match.span())
            lantern = match[0].replace("lamp", "lantern")
            yield Finding(place, f"“{match[0]}” is old", Fix(f"Write “{lantern}”", (Edit(place, lantern),)))


class Wick(Rule):
    """Finds wicks."""

    code, name, level = "PHR902", "wick", Level.ERROR
    node_types = (Operative,)
    fixable = Applicability.UNSAFE

    def check(self, node, _context):
        for match in re.finditer(r"wicks?", node.prose.text):
            place = node.prose.span(*match.span())
            fix = Fix("Write “fuse”", (Edit(place, "fuse"),), Applicability.UNSAFE)
            yield Finding(place, "“wick” is old", fix, ((node.span, "here"),))


@pytest.fixture(scope="session", autouse=True)
def _bytecode(tmp_path_factory):
    """Let processes store bytecode and patterns even if this one must not; otherwise each compiles all of them."""
    with pytest.MonkeyPatch.context() as patch:
        if os.environ.get("PYTHONDONTWRITEBYTECODE"):
            patch.delenv("PYTHONDONTWRITEBYTECODE")
            patch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path_factory.mktemp("bytecode")))
        yield


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Give each test its own cache; the directory is created when it is used."""
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / f"cache-{uuid4().hex}"))


@pytest.fixture
def rules():
    return (Lamp, Wick)


@pytest.fixture
def make_settings():
    """Settings with the given rules and the linter's own."""

    def make(*rules, **reported):
        return resolve([Layer("test", **reported)], Registry((*LINTERS_OWN, *rules)))

    return make


@pytest.fixture
def settings(make_settings, rules):
    return make_settings(*rules)


class Result(NamedTuple):
    """The result of a run of the command."""

    status: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch, rules, tmp_path):
    """The command in an empty directory, with invented rules instead of the built-in ones."""
    monkeypatch.setattr("resolint.lint.config.plugins.registry", lambda: Registry((*LINTERS_OWN, *rules)))
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run(*words, stdin=b""):
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            try:
                status = main([str(word) for word in words])
            except SystemExit as ended:
                status = int(ended.code or 0)
        return Result(status, *(_written(stream) for stream in (out, err)))

    return run


def _written(stream):
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")

"""Fixtures that generate Word files."""

import importlib.util
from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="reading Word files needs lxml")


@pytest.fixture(scope="session")
def word_files():
    """The module `word_files` of this directory."""
    spec = importlib.util.spec_from_file_location("word_files", Path(__file__).with_name("word_files.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def p(word_files):
    """A paragraph of runs or of words."""
    return lambda inside, properties="": word_files.paragraph(
        inside if inside.startswith("<") else word_files.run(inside), properties
    )


@pytest.fixture
def read(word_files):
    """Return the canonical text of a body, without the blank lines at its end."""
    from resolint.lint.formats.decoder import decode

    def reading(body, *revisions, **parts):
        return decode(word_files.package(body, **parts), ".docx", *revisions)

    return reading


@pytest.fixture
def text(read):
    return lambda body, *revisions, **parts: read(body, *revisions, **parts).text.rstrip("\n")

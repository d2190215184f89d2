"""Fixtures for all tests."""

from uuid import uuid4

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Give each test its own cache; the directory is created when it is used."""
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / f"cache-{uuid4().hex}"))

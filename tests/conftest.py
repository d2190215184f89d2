"""Fixtures for all tests."""

from uuid import uuid4

import pytest
from hypothesis import settings

settings.register_profile("resolint", settings(), deadline=None)  # machines that run tests are shared and uneven
settings.load_profile("resolint")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """Give each test its own cache; the directory is created when it is used."""
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / f"cache-{uuid4().hex}"))

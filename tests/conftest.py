"""What all tests have in common."""

from uuid import uuid4

import pytest


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory, monkeypatch):
    """No test reads or leaves anything in the cache of whoever runs it; the folder is made when it is used."""
    monkeypatch.setenv("RESOLINT_CACHE_DIR", str(tmp_path_factory.getbasetemp() / f"cache-{uuid4().hex}"))

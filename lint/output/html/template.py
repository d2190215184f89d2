"""The templates of the pages, which escape the words of drafts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def rendered(name: str, **values: Any) -> Iterator[str]:
    """Yield a page in pieces; its template also receives the version of the program."""
    from .... import __version__

    environment = Environment(
        loader=PackageLoader(__package__ or "", ""), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    yield from environment.get_template(name).generate(version=__version__, **values)
    yield "\n"

"""One page that stands alone: what to mend first, counts by rule, document, body and year, and every finding.

It loads nothing and sends nothing; light and dark as its reader has it, and fit to be printed. Its form is in `page/`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..diagnostic import Outcome
from . import Paper
from .shelf import Shelf


def report(outcomes: Iterable[Outcome], paper: Paper) -> Iterator[str]:
    """The page."""
    from ... import __version__

    shelf = Shelf(paper.registry)
    for outcome in outcomes:
        shelf.add(outcome)
    form = Environment(
        loader=PackageLoader(__package__ or "", "page"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    yield from form.get_template("page.html").generate(whole=shelf, version=__version__)
    yield "\n"

"""The public functions: over text, without files."""

from __future__ import annotations

from ..grammar.language import language
from ..grammar.parser import parse as _parse
from ..grammar.tree import Document
from .diagnostic import Diagnostic
from .engine import check
from .fixes import mend
from .plugins import registry
from .settings import Settings, resolve


def parse(text: str) -> Document:
    """Read a text as a draft; never fails."""
    return _parse(text, language())


def lint(text: str, *, settings: Settings | None = None) -> list[Diagnostic]:
    """What an editor would change in a text, in its order; places are code points from its beginning."""
    return list(check(text, settings or _defaults()).diagnostics)


def fix(text: str, *, settings: Settings | None = None, unsafe: bool = False) -> str:
    """The text with the safe fixes in it, and with `unsafe` those too that are probably right."""
    settings = settings or _defaults()
    return mend(check(text, settings), lambda now: check(now, settings), unsafe=unsafe).checked.text


def _defaults() -> Settings:
    return resolve((), registry())

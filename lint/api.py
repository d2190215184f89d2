"""The public functions: over text, without files. What of them is stable is told in docs/api.md."""

from __future__ import annotations

from pathlib import Path

from ..grammar.syntax.language import language
from ..grammar.syntax.parser import parse as _parse
from ..grammar.syntax.tree import Document
from .config import Settings, resolve
from .config.plugins import registry
from .config.schema import read
from .engine.fixer import fix_until_stable
from .engine.linter import lint_text
from .engine.results import Diagnostic


def parse(text: str) -> Document:
    r"""Read a text as a draft; never fails.

    >>> (resolution,) = parse("*The General Assembly*,\n\n1. *Decides* to keep the light lit.\n").resolutions
    >>> [(paragraph.mark.label, paragraph.prose.text) for paragraph in resolution.operative]
    [('1', 'Decides to keep the light lit.')]
    """
    return _parse(text, language())


def check(text: str, *, settings: Settings | None = None) -> list[Diagnostic]:
    r"""What an editor would change in a text, in its order; places are code points from its beginning.

    >>> [found] = check("*The General Assembly*,\n\n*Recalling* the mole;\n\n*Decides* to keep the light lit.\n")
    >>> found.code, found.name, found.level.value, found.finding.span
    ('PUN001', 'preambular-comma-missing', 'error', Span(start=45, end=46))
    """
    return list(lint_text(text, settings or configure()).diagnostics)


def fix(text: str, *, settings: Settings | None = None, unsafe: bool = False) -> str:
    r"""The text with the safe fixes in it, and with `unsafe` those too that are probably right.

    >>> fix("*The General Assembly*,\n\n*Recalling* the mole;\n\n*Decides* to keep it lit.\n").split("\n")[2]
    '*Recalling* the mole,'
    """
    settings = settings or configure()
    return fix_until_stable(lint_text(text, settings), lambda now: lint_text(now, settings), unsafe=unsafe).checked.text


def configure(toml: str = "", *, folder: str | Path = ".") -> Settings:
    r"""Settings as a TOML text says them, in the words of a ``resolint.toml`` that stands in a folder.

    What they `extend` is not read. Made once and passed on, they spare each call the time to make them. Raises
    `ConfigError`, a `ValueError` whose text is one sentence with the row.

    >>> check("*The General Assembly*,\n\n*Recalling* the mole;\n", settings=configure('select = ["NUM"]'))
    []
    >>> configure('selct = ["NUM"]')
    Traceback (most recent call last):
    ...
    resolint.lint.config.layers.ConfigError: settings:1: unknown key 'selct'; did you mean 'select'?
    """
    rules = registry()
    layers = read(toml, "settings", Path(folder).absolute(), rules).chain() if toml else ()
    return resolve(layers, rules)

"""The public functions: over text, without files. What of them is stable is told in docs/api.md."""

from __future__ import annotations

from pathlib import Path

from ..grammar.language import language
from ..grammar.parser import parse as _parse
from ..grammar.tree import Document
from .diagnostic import Diagnostic
from .engine import check
from .fixes import mend
from .plugins import registry
from .settings import Settings, resolve
from .settings.schema import read


def parse(text: str) -> Document:
    r"""Read a text as a draft; never fails.

    >>> (resolution,) = parse("*The General Assembly*,\n\n1. *Decides* to keep the light lit.\n").resolutions
    >>> [(paragraph.mark.label, paragraph.prose.text) for paragraph in resolution.operative]
    [('1', 'Decides to keep the light lit.')]
    """
    return _parse(text, language())


def lint(text: str, *, settings: Settings | None = None) -> list[Diagnostic]:
    r"""What an editor would change in a text, in its order; places are code points from its beginning.

    >>> [found] = lint("*The General Assembly*,\n\n*Recalling* the mole;\n\n*Decides* to keep the light lit.\n")
    >>> found.code, found.name, found.level.value, found.finding.span
    ('PUN001', 'preambular-comma-missing', 'error', Span(start=45, end=46))
    """
    return list(check(text, settings or configure()).diagnostics)


def fix(text: str, *, settings: Settings | None = None, unsafe: bool = False) -> str:
    r"""The text with the safe fixes in it, and with `unsafe` those too that are probably right.

    >>> fix("*The General Assembly*,\n\n*Recalling* the mole;\n\n*Decides* to keep it lit.\n").split("\n")[2]
    '*Recalling* the mole,'
    """
    settings = settings or configure()
    return mend(check(text, settings), lambda now: check(now, settings), unsafe=unsafe).checked.text


def configure(toml: str = "", *, folder: str | Path = ".") -> Settings:
    r"""Settings as a TOML text says them, in the words of a ``resolint.toml`` that stands in a folder.

    What they `extend` is not read. Made once and passed on, they spare each call the time to make them. Raises
    `BadSettings`, a `ValueError` whose text is one sentence with the row.

    >>> lint("*The General Assembly*,\n\n*Recalling* the mole;\n", settings=configure('select = ["NUM"]'))
    []
    >>> configure('selct = ["NUM"]')
    Traceback (most recent call last):
    ...
    resolint.lint.settings.layer.BadSettings: settings:1: unknown key 'selct'; did you mean 'select'?
    """
    rules = registry()
    layers = read(toml, "settings", Path(folder).absolute(), rules).chain() if toml else ()
    return resolve(layers, rules)

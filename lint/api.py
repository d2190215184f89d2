"""The public functions, which work on text and need no files. docs/api.md says which of them are stable."""

from __future__ import annotations

from pathlib import Path

from ..grammar.syntax.language import language
from ..grammar.syntax.parser import parse_view as _parse
from ..grammar.syntax.tree import Document
from .config import Settings, resolve
from .config.plugins import registry
from .config.schema import read
from .engine.fix_loop import Fixing, lint_and_fix
from .engine.linter import lint_text
from .engine.results import Diagnostic


def parse(text: str) -> Document:
    r"""Parse a text as a draft; this never fails.

    Args:
        text: The draft as Markdown or plain text.

    Returns:
        The tree of the draft. Its offsets are those of its `source`, which has no front matter, code, comments or
        escapes; its `lines` are those of the text.

    >>> (resolution,) = parse("*The General Assembly*,\n\n1. *Decides* to keep the light lit.\n").resolutions
    >>> [(paragraph.mark.label, paragraph.prose.text) for paragraph in resolution.operative]
    [('1', 'Decides to keep the light lit.')]
    """
    return _parse(text, language())


def check(text: str, *, settings: Settings | None = None) -> list[Diagnostic]:
    r"""Return the findings in a text, in text order; places are offsets in code points.

    Args:
        text: The draft as Markdown or plain text.
        settings: The settings from `configure`; by default all rules apply.

    Returns:
        The findings, each with its rule, level and place.

    >>> [found] = check("*The General Assembly*,\n\n*Recalling* the mole;\n\n*Decides* to keep the light lit.\n")
    >>> found.code, found.name, found.level.value, found.finding.span
    ('PUN001', 'preambular-comma-missing', 'error', Span(start=45, end=46))
    """
    return list(lint_text(text, settings or configure()).diagnostics)


def fix(text: str, *, settings: Settings | None = None, unsafe: bool = False) -> str:
    r"""Apply the safe fixes to a text and return the new text.

    Args:
        text: The draft as Markdown or plain text.
        settings: The settings from `configure`; by default all rules apply.
        unsafe: Whether to apply unsafe fixes as well, which are probably right.

    Returns:
        The fixed text.

    >>> fix("*The General Assembly*,\n\n*Recalling* the mole;\n\n*Decides* to keep it lit.\n").split("\n")[2]
    '*Recalling* the mole,'
    """
    fixing = Fixing.UNSAFE if unsafe else Fixing.SAFE
    return lint_and_fix(text, settings or configure(), fixing).checked.text


def configure(toml: str = "", *, folder: str | Path = ".") -> Settings:
    r"""Return the settings given as TOML, with the keys of a ``resolint.toml``.

    Create the settings once and pass them to each call. The key `extend` is not followed.

    Args:
        toml: The text of a settings file.
        folder: The directory to which paths in the settings are relative.

    Returns:
        The settings, for `check` and `fix`.

    Raises:
        ConfigError: The settings are invalid. It is a `ValueError`; its text is one sentence with the line number.
        FileError: The base text cannot be read, or contains no resolution.

    >>> check("*The General Assembly*,\n\n*Recalling* the mole;\n", settings=configure('select = ["NUM"]'))
    []
    >>> configure('selct = ["NUM"]')
    Traceback (most recent call last):
    ...
    resolint.lint.config.layers.ConfigError: settings:1: unknown key 'selct'; did you mean 'select'?
    """
    rules = registry()
    layers = read(toml, "settings", Path(folder).absolute(), rules).chain() if toml else ()
    settings = resolve(layers, rules)
    if settings.base_file is None:
        return settings
    from .session import with_base_text

    return with_base_text(settings)

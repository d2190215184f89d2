"""The register that a command consults: the built-in one, overridden by those that the settings name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from . import options
from .errors import CommandError

if TYPE_CHECKING:
    from ..grammar.database.resolutions import ResolutionDatabase


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    options.config_arguments(parser)


def register_for(draft: Path, arguments: argparse.Namespace) -> ResolutionDatabase:
    """Return the register for a draft.

    Raises:
        CommandError: The settings cannot be read.
    """
    from ..lint.config import ConfigError, Layer

    source = options.settings_source(arguments, lambda _registry: Layer(source=options.SOURCE))
    try:
        return source.settings(draft).register
    except ConfigError as error:
        raise CommandError(str(error)) from None

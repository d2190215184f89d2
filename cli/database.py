"""The register that a command consults: the built-in one, overridden by those that the settings name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from . import options
from .commands import CommandError

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
    from ..lint.config.discovery import SettingsSource
    from ..lint.config.plugins import registry

    if arguments.config and not arguments.config.is_file():
        raise CommandError(f"--config: {arguments.config}: no such file")
    try:
        layer = Layer(source=options.SOURCE)
        source = SettingsSource(registry(), layer, config=arguments.config, isolated=arguments.isolated)
        return source.settings(draft).register
    except ConfigError as bad:
        raise CommandError(str(bad)) from None

"""The register that a command asks: that which is shipped, below those that the settings name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .commands import CommandError

if TYPE_CHECKING:
    from ..grammar.database.resolutions import ResolutionDatabase


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--config", metavar="FILE", type=Path, help="the settings file, in place of the nearest one")
    parser.add_argument("--isolated", action="store_true", help="read no settings file")


def register_for(draft: Path, arguments: argparse.Namespace) -> ResolutionDatabase:
    """The register for a draft. Raises `CommandError` where the settings cannot be read."""
    from ..lint.config import ConfigError, Layer
    from ..lint.config.discovery import SettingsSource
    from ..lint.config.plugins import registry
    from . import options

    if arguments.config and not arguments.config.is_file():
        raise CommandError(f"--config: {arguments.config}: no such file")
    try:
        layer = Layer(source=options.SOURCE)
        source = SettingsSource(registry(), layer, config=arguments.config, isolated=arguments.isolated)
        return source.settings(draft).register
    except ConfigError as bad:
        raise CommandError(str(bad)) from None

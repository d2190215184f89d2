"""The register that a command asks: that which is shipped, below those that the settings name."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from . import Failure

if TYPE_CHECKING:
    from ...rules.register.register import Register


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--config", metavar="FILE", type=Path, help="the settings file, in place of the nearest one")
    parser.add_argument("--isolated", action="store_true", help="read no settings file")


def register_for(draft: Path, arguments: argparse.Namespace) -> Register:
    """The register for a draft. Raises `Failure` where the settings cannot be read."""
    from ..plugins import registry
    from ..settings import BadSettings, Layer
    from ..settings.discovery import SettingsSource
    from . import options

    if arguments.config and not arguments.config.is_file():
        raise Failure(f"--config: {arguments.config}: no such file")
    try:
        layer = Layer(source=options.SOURCE)
        source = SettingsSource(registry(), layer, config=arguments.config, isolated=arguments.isolated)
        return source.settings(draft).register
    except BadSettings as bad:
        raise Failure(str(bad)) from None

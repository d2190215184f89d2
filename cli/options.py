"""Options that several sub-commands share: those that stand for settings."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .commands import CommandError

if TYPE_CHECKING:
    from ..lint.config import Layer
    from ..lint.config.discovery import SettingsSource

SOURCE = "the command line"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare them."""
    group = parser.add_argument_group("settings")
    for option, words in (
        ("--select", "rules to apply, and no others: codes, names, families or ALL, with commas"),
        ("--ignore", "rules to leave out"),
        ("--extend-select", "rules to apply besides"),
    ):
        group.add_argument(option, metavar="CODES", action="append", default=[], help=words)
    group.add_argument(
        "--profile",
        metavar="WORDS",
        help="body, stage, era and guide, as in “sc, final” or “thimun”, in place of those read from the text; or auto",
    )
    group.add_argument("--config", metavar="FILE", type=Path, help="the settings file, in place of the nearest one")
    group.add_argument("--isolated", action="store_true", help="read no settings file")


def source(options: argparse.Namespace) -> SettingsSource:
    """The settings as files and options have them. Raises `CommandError`."""
    from ..lint.config import ConfigError
    from ..lint.config.discovery import SettingsSource
    from ..lint.config.plugins import registry
    from ..rules.registry import RuleDefinitionError, UnknownRule

    if options.config and not options.config.is_file():
        raise CommandError(f"--config: {options.config}: no such file")
    try:
        rules = registry()
        layer = _layer(options)
        for option in ("select", "ignore", "extend_select"):
            for selector in getattr(layer, option) or ():
                try:
                    rules.meant(selector)
                except UnknownRule as unknown:
                    raise CommandError(f"--{option.replace('_', '-')}: {unknown}") from None
        return SettingsSource(rules, layer, config=options.config, isolated=options.isolated)
    except (RuleDefinitionError, ConfigError) as bad:
        raise CommandError(str(bad)) from bad


def _layer(options: argparse.Namespace) -> Layer:
    from ..lint.config import Layer, ProfileChoice

    try:
        profile = ProfileChoice.read(options.profile) if options.profile is not None else None
    except ValueError as fault:
        raise CommandError(f"--profile: {fault}") from None
    return Layer(
        source=SOURCE,
        select=_words(options.select),
        extend_select=_words(options.extend_select),
        ignore=_words(options.ignore),
        profile=profile,
    )


def _words(given: list[str]) -> tuple[str, ...] | None:
    """The words of an option that may be given more than once, with commas; none if it was not given."""
    return tuple(word for value in given for word in value.replace(",", " ").split()) if given else None

"""Options that several commands share: settings and output."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from ..lint.files.atomic_write import atomic_write
from .console import Console
from .errors import CommandError

if TYPE_CHECKING:
    from ..lint.config import Layer
    from ..lint.config.discovery import SettingsSource
    from ..rules.registry import Registry

SOURCE = "the command line"
_Arguments = argparse.ArgumentParser | argparse._ArgumentGroup  # noqa: SLF001 - argparse has no public name for it


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options that override settings."""
    group = parser.add_argument_group("settings")
    for option, words in (
        ("--select", "apply only these rules: comma-separated codes, names, families or ALL"),
        ("--ignore", "do not apply these rules"),
        ("--extend-select", "apply these rules in addition"),
    ):
        group.add_argument(option, metavar="CODES", action="append", default=[], help=words)
    group.add_argument(
        "--profile",
        metavar="WORDS",
        help="body, stage, era and guide, for example “sc, final” or “thimun”, "
        "instead of those detected in the text [default: auto]",
    )
    config_arguments(group)


def config_arguments(parser: _Arguments) -> None:
    """Declare the options that choose the settings file."""
    parser.add_argument("--config", metavar="FILE", type=Path, help="settings file to use instead of the nearest one")
    parser.add_argument("--isolated", action="store_true", help="ignore all settings files")


def format_argument(
    parser: _Arguments,
    choices: Sequence[str],
    default: str | None,
    otherwise: str | None = None,
    old: str | None = None,
) -> None:
    """Declare the option for the output format.

    Args:
        parser: The parser, or a group of its options.
        choices: The names of the formats.
        default: The default format.
        otherwise: The description of the default, if it is not a format.
        old: The former name of the option, which is still accepted.
    """
    words = f"output format: {', '.join(choices)} [default: {otherwise or default}]"
    parser.add_argument("--output-format", metavar="FORMAT", choices=choices, default=default, help=words)
    if old:
        parser.add_argument(
            old, dest="output_format", choices=choices, default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )


def file_argument(parser: _Arguments) -> None:
    """Declare the option for the output file."""
    parser.add_argument(
        "-o", "--output-file", metavar="FILE", type=Path, help="write to this file [default: standard output]"
    )


@contextmanager
def output(options: argparse.Namespace, console: Console) -> Iterator[TextIO]:
    """Open the output file, or return standard output.

    Raises:
        CommandError: The file cannot be written.
    """
    if options.output_file is None:
        yield console.out
        return
    try:
        with atomic_write(options.output_file) as file:
            yield file
    except OSError as error:
        raise CommandError(f"--output-file: {options.output_file}: {error.strerror}") from error


def source(options: argparse.Namespace) -> SettingsSource:
    """Return the settings from files and options.

    Raises:
        CommandError: A settings file or an option is invalid.
    """
    return settings_source(options, lambda registry: _layer(options, registry))


def settings_source(options: argparse.Namespace, layer: Callable[[Registry], Layer]) -> SettingsSource:
    """Return the settings from files, as `--config` and `--isolated` choose them.

    Args:
        options: The options of the command, as declared by `config_arguments`.
        layer: The function that returns the settings that take precedence, given the known rules.

    Raises:
        CommandError: A settings file or a plugin is invalid.
    """
    from ..lint.config import ConfigError
    from ..lint.config.discovery import SettingsSource
    from ..lint.config.plugins import registry
    from ..rules.registry import RuleDefinitionError

    if options.config and not options.config.is_file():
        raise CommandError(f"--config: {options.config}: no such file")
    try:
        rules = registry()
        return SettingsSource(rules, layer(rules), config=options.config, isolated=options.isolated)
    except (RuleDefinitionError, ConfigError) as error:
        raise CommandError(str(error)) from error


def _layer(options: argparse.Namespace, registry: Registry) -> Layer:
    from ..lint.config import Layer, ProfileChoice
    from ..rules.registry import UnknownRuleError

    try:
        profile = ProfileChoice.read(options.profile) if options.profile is not None else None
    except ValueError as error:
        raise CommandError(f"--profile: {error}") from None
    layer = Layer(
        source=SOURCE,
        select=_words(options.select),
        extend_select=_words(options.extend_select),
        ignore=_words(options.ignore),
        profile=profile,
        base_text=getattr(options, "base", None),
    )
    for option in ("select", "ignore", "extend_select"):
        for selector in getattr(layer, option) or ():
            try:
                registry.meant(selector)
            except UnknownRuleError as error:
                raise CommandError(f"--{option.replace('_', '-')}: {error}") from None
    return layer


def _words(values: list[str]) -> tuple[str, ...] | None:
    """Return the words of an option that may be repeated and may contain commas; none if it was not given."""
    return tuple(word for value in values for word in value.replace(",", " ").split()) if values else None

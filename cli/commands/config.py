"""``resolint config``: show the effective settings and where each of them is set."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .. import options
from ..console import Console
from ..errors import CommandError

if TYPE_CHECKING:
    from pathlib import Path

    from ...grammar.model.profile import Profile
    from ...lint.config import Layer, Settings
    from ...lint.config.profile_overrides import ProfileOverride

HELP = "show the effective settings and where each of them is set"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "path",
        nargs="?",
        default=".",
        metavar="PATH",
        help="file or directory to which the settings apply [default: current directory]",
    )
    parser.add_argument("--schema", action="store_true", help="show the JSON Schema of the settings file instead")
    options.arguments(parser)
    options.file_argument(parser)


def run(arguments: argparse.Namespace, console: Console) -> int:
    """Print the settings as TOML that could replace them, with their origins as comments."""
    from ...lint.config import ConfigError
    from ...lint.config.resolved import with_overrides
    from ...lint.files.discovery import SourcePath

    path = SourcePath(arguments.path, explicit=True).path
    file = path / "draft.md" if path.is_dir() else path
    source = options.source(arguments)
    if arguments.schema:
        from ...lint.config.json_schema import json_schema

        with options.output(arguments, console) as out:
            out.write(json.dumps(json_schema(source.registry), indent=1) + "\n")
        return 0
    try:
        layers = list(with_overrides(source.layers(file), file))
        settings = source.settings(file)
    except ConfigError as bad:
        raise CommandError(str(bad)) from None
    lines = [*_keys(layers), *_rules(layers), *_profile_overrides(settings, path)]
    with options.output(arguments, console) as out:
        out.writelines(line + "\n" for line in lines)
        out.write(f"\n# {len(settings.rules)} of {len(settings.registry.rules)} rules are enabled\n")
    return 0


def _keys(layers: list[Layer]) -> Iterator[str]:
    from ...lint.config.resolved import effective

    added = ("extend-select", "ignore")  # the values of several layers add up
    for key in ("select", *added, "profile", "exclude", "fail-level", "language", "require-resolution"):
        name = key.replace("-", "_")
        setting = [layer for layer in layers if getattr(layer, name)] if key in added else []
        for layer in setting or [effective(layers, key)]:
            yield f"{key} = {_toml(getattr(layer, name))}  # {layer.origin(key)}"
    for layer in layers:
        for key, name in (("base", "base_text"), ("vocabularies", "vocabularies"), ("registers", "registers")):
            if named := getattr(layer, name):
                yield f"{key} = {_toml(named)}  # {layer.origin(key)}"


def _rules(layers: list[Layer]) -> Iterator[str]:
    for layer in layers:
        if layer.levels:
            yield f"\n[levels]  # {layer.origin('levels')}"
            yield from (f"{selector} = {_toml(level)}" for selector, level in layer.levels.items())
        for code, rule_layer in layer.rules.items():
            yield f"\n[rules.{code}]  # {layer.origin(code)}"
            yield from (f"{name.replace('_', '-')} = {_toml(value)}" for name, value in rule_layer.options.items())


def _profile_overrides(settings: Settings, path: Path) -> Iterator[str]:
    """Return the overrides of the profiles of a draft, or of the configured profile.

    The settings printed before them take precedence.
    """
    from ...lint.config.profile_overrides import shipped_overrides

    for profile, origin in _profiles(settings, path):
        lines = [
            f"#   {line}  # profiles/{override.source}"
            for override in shipped_overrides(profile)
            for line in _override_lines(override)
        ]
        note = "unless overridden above:" if lines else "without overrides"
        yield f"\n# Profile {profile} ({origin}), {note}"
        yield from lines


def _profiles(settings: Settings, path: Path) -> Iterator[tuple[Profile, str]]:
    from ...grammar.model.profile import Profile, detect
    from ...grammar.syntax.language import language
    from ...grammar.syntax.parser import parse_view
    from ...lint.files.source_file import FileError, read

    if path.is_file():
        try:
            document = parse_view(read(path, str(path)).document.text, language(settings.language))
        except FileError as problem:
            raise CommandError(str(problem)) from None
        found = detect(document)
        detected = [found[resolution.id] for resolution in document.resolutions] or [found[document.id]]
        for profile in dict.fromkeys(map(settings.profile.over, detected)):
            yield profile, f"detected in {path.name}"
    elif (chosen := settings.profile).body is not None:
        yield Profile(chosen.body, chosen.stage or "", chosen.era or "", chosen.guide), "as configured"


def _override_lines(override: ProfileOverride) -> Iterator[str]:
    for key, selectors in (("disable", override.disable), ("enable", override.enable)):
        if selectors:
            yield f"{key} = {_toml(selectors)}"
    yield from (f"levels.{selector} = {_toml(level)}" for selector, level in override.levels.items())
    for rule, values in override.options.items():
        yield from (f"rules.{rule}.{name.replace('_', '-')} = {_toml(value)}" for name, value in values.items())


def _toml(value: Any) -> str:
    if isinstance(value, bool | int | tuple):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(str(value), ensure_ascii=False)

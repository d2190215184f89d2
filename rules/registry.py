"""The registry of rules, which are discovered in their folders: one class a file, one folder a family."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..grammar.text import package_data
from ..grammar.text.errors import ResolintError
from ..grammar.text.suggestions import suggestion
from .base import Rule
from .finding import Level

FAMILIES = (
    *("NUM", "FNT", "SEQ", "CIT", "SYM", "REF", "STR", "OPN", "PUN", "ITA", "TYP", "SPL", "CAP", "PHR", "BAS"),
    "LNT",
)
_NO_FAMILIES = ("__pycache__", "kinds", "vocabulary")
"""Folders of this package that hold no rules, each a file."""
_PACKAGE = "__init__.py"
_CODE = r"[A-Z]{3}\d{3}"
_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_OPTION_TYPES = ("str", "int", "bool", "tuple[str, ...]")


class UnknownRuleError(ResolintError):
    """An unknown code, name or family; the message includes a suggestion if there is one."""


class RuleDefinitionError(ResolintError):
    """An invalid rule class; the message names the class and the problem."""


class Registry:
    """The rules, by code and by name. The registry is immutable."""

    def __init__(self, rules: Iterable[type[Rule]]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.code))
        self.by_alias: dict[str, type[Rule]] = {}
        """Rules by code, name and earlier names."""
        for rule in self.rules:
            for alias in (rule.code, rule.name, *rule.aliases):
                if alias in self.by_alias:
                    raise RuleDefinitionError(
                        f"{alias} is the code or name of two rules: {_where(self.by_alias[alias])} and {_where(rule)}"
                    )
                self.by_alias[alias] = rule

    def rule(self, alias: str) -> type[Rule]:
        """Return the rule with a code or name. Raises `UnknownRuleError`."""
        if alias in self.by_alias:
            return self.by_alias[alias]
        raise UnknownRuleError(f"unknown rule {alias!r}{suggestion(alias, self._current)}")

    def meant(self, selector: str) -> frozenset[str]:
        """Return the codes that a code, name, family or ``ALL`` selects. Raises `UnknownRuleError`."""
        if selector == "ALL":
            return frozenset(rule.code for rule in self.rules)
        if selector in FAMILIES or self.is_family(selector):
            return frozenset(rule.code for rule in self.rules if rule.code.startswith(selector))
        if selector in self.by_alias:
            return frozenset({self.by_alias[selector].code})
        raise UnknownRuleError(f"unknown rule or family {selector!r}{suggestion(selector, self.selectors)}")

    @property
    def selectors(self) -> tuple[str, ...]:
        """The codes, names and families to suggest or complete; `meant` accepts earlier names too."""
        return (*self._current, *FAMILIES, "ALL")

    @property
    def _current(self) -> tuple[str, ...]:
        return tuple(alias for rule in self.rules for alias in (rule.code, rule.name))

    def is_family(self, selector: str) -> bool:
        """Return whether a rule of this registry belongs to a family; other packages may add families."""
        return any(rule.code[:3] == selector for rule in self.rules)


def discover(plugin_rules: tuple[type[Rule], ...] = ()) -> Registry:
    """Return the rules of this package and of plugins.

    Raises:
        RuleDefinitionError: Two rules have the same code or name.
    """
    return Registry((*_own(), *plugin_rules))


def _own() -> Iterator[type[Rule]]:
    from .vocabulary import shipped

    yield from shipped.rules()
    for family in package_data.names(__package__):
        if "." in family or family in _NO_FAMILIES:
            continue
        names = package_data.names(__package__, family)
        if _PACKAGE in names:
            for name in names:
                if name.endswith(".py") and name != _PACKAGE:
                    yield from _classes(f"{__package__}.{family}.{name.removesuffix('.py')}")


def _classes(module_name: str) -> Iterator[type[Rule]]:
    for value in vars(importlib.import_module(module_name)).values():
        if (
            isinstance(value, type)
            and value.__module__ == module_name  # before the class, which costs more to find out
            and issubclass(value, Rule)
            and "code" in vars(value)
        ):
            yield value


def problems(rule: Any) -> list[str]:
    """Return the problems in the definition of a rule class, one sentence each."""
    if not (isinstance(rule, type) and issubclass(rule, Rule)):
        return [f"{rule!r} is not a subclass of Rule"]
    found = [f"{name} is not set" for name in ("code", "name", "level", "node_types") if not hasattr(rule, name)]
    return found or [*_identity(rule), *_options(rule), *_page(rule)]


def _identity(rule: type[Rule]) -> Iterator[str]:
    if not re.fullmatch(_CODE, rule.code):
        yield f"code {rule.code!r} must be three capital letters and three digits"
    if not re.fullmatch(_NAME, rule.name):
        yield f"name {rule.name!r} must be lower-case words joined by hyphens"
    for alias in rule.aliases:
        if not re.fullmatch(_NAME, alias):
            yield f"alias {alias!r} must be lower-case words joined by hyphens"
    if rule.__module__.rpartition(".")[2] != rule.name.replace("-", "_"):
        yield f"the file of {rule.name!r} must be called {rule.name.replace('-', '_')}.py"
    level: object = rule.level  # the declared type is verified, not assumed
    if not isinstance(level, Level):
        yield f"level {level!r} must be a Level"


def _options(rule: type[Rule]) -> Iterator[str]:
    import dataclasses

    if not dataclasses.is_dataclass(rule.Options) or not rule.Options.__dataclass_params__.frozen:  # type: ignore[attr-defined]  # not in typeshed
        yield "Options must be a frozen dataclass"
        return
    from .docstring import parse_docstring

    described = parse_docstring(rule.__doc__).options
    for option in dataclasses.fields(rule.Options):
        if str(option.type) not in _OPTION_TYPES and getattr(option.type, "__name__", "") not in _OPTION_TYPES:
            yield f"option {option.name} has type {option.type}; it must be one of {', '.join(_OPTION_TYPES)}"
        if option.default is dataclasses.MISSING and option.default_factory is dataclasses.MISSING:
            yield f"option {option.name} must have a default"
        if option.name.replace("_", "-") not in described:
            yield f"section Options of the page does not name {option.name.replace('_', '-')}"


def _page(rule: type[Rule]) -> Iterator[str]:
    from .docstring import parse_docstring

    read = parse_docstring(rule.__doc__)
    required: dict[str, object] = {
        "a summary": read.summary,
        "What it does": read.what,
        "Why": read.why,
        "Source": read.source,
    }
    if rule.node_types:  # some findings of the engine cannot be shown in a draft
        required |= {"Wrong": read.wrong, "Right": read.right}
    if rule.fixable is not None:
        required["Fix"] = read.fix
    for section, words in required.items():
        if not words:
            yield f"the page has no section {section}" if section[0].isupper() else f"the page has no {section[2:]}"
    if "TODO" in (rule.__doc__ or ""):
        yield "the page contains TODO"
    if rule.fixable is None and read.fix:
        yield "the page has a section Fix, but the rule declares no fix"


def _where(rule: type[Rule]) -> str:
    return f"{rule.__module__}.{rule.__name__}"

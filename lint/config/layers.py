"""What one source says of the settings: a file, an override in it, or the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from ...grammar.database.csv_source import Source
from ...grammar.model.profile import BODIES, ERAS, GUIDES, STAGES, Profile
from ...rules.base import Rule
from ...rules.finding import Level
from ...rules.registry import suggestion

OptionValue = str | int | bool | tuple[str, ...]


class ConfigError(ValueError):
    """Settings that cannot be used; its text is one sentence with file and line."""

    def __init__(self, sentence: str, line: int = 1) -> None:
        super().__init__(sentence)
        self.line = line
        """The row of the fault."""
        self.file: Path | None = None
        """The settings file, if it is one's fault."""


@dataclass(frozen=True, slots=True)
class ProfileChoice:
    """Which of body, stage, era and guide are set; none of those left to be read from the text."""

    body: str | None = None
    stage: str | None = None
    era: str | None = None
    guide: str | None = None
    """A conference's; it goes with the body ``mun`` alone."""

    @classmethod
    def read(cls, words: str) -> ProfileChoice:
        """A choice in words: ``auto``, ``sc``, ``ga, final, pre2010``, ``thimun``. Raises `ValueError` with a sentence.

        >>> str(ProfileChoice.read("sc, final")), str(ProfileChoice.read("thimun"))
        ('sc, final', 'mun, thimun')
        """
        choice = cls()
        for word in words.replace(",", " ").split():
            if word in BODIES:
                choice = replace(choice, body=word)
            elif word in STAGES:
                choice = replace(choice, stage=word)
            elif word in ERAS:
                choice = replace(choice, era=word)
            elif word in GUIDES:
                choice = replace(choice, guide=word)
            elif word != "auto":
                hint = suggestion(word, ("auto", *BODIES, *STAGES, *ERAS, *GUIDES))
                known = (
                    f"auto, a body ({_listed(BODIES)}), a stage ({_listed(STAGES)}), an era ({_listed(ERAS)}) "
                    f"or a conference's guide ({_listed(GUIDES)})"
                )
                raise ValueError(f"unknown profile {word!r}{hint or f'; it is {known}'}")
        if choice.guide is None:
            return choice
        if choice.body not in (None, "mun"):
            raise ValueError(f"the guide {choice.guide!r} is for the body mun, not for {choice.body}")
        return replace(choice, body="mun")

    def over(self, profile: Profile) -> Profile:
        """A profile as read, with what is chosen in its place."""
        body = self.body or profile.body
        guide = self.guide or profile.guide if body == "mun" else None
        return Profile(body, self.stage or profile.stage, self.era or profile.era, guide)

    def over_choice(self, before: ProfileChoice) -> ProfileChoice:
        """This choice put over an earlier one; ``auto`` takes all of that back."""
        if self == ProfileChoice():
            return self
        body = self.body or before.body
        guide = self.guide or before.guide if body == "mun" else None
        return ProfileChoice(body, self.stage or before.stage, self.era or before.era, guide)

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.body, self.guide, self.stage, self.era))) or "auto"


class RuleLayer(NamedTuple):
    """The options that are set for one rule, by field."""

    options: Mapping[str, OptionValue]
    line: int | None = None
    """The row where its table begins."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One source of settings, checked against the rules there are; what it does not say is none."""

    source: str
    """``resolint.toml`` or ``the command line``."""
    folder: Path | None = None
    """What globs are relative to."""
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """The row of each key that is set."""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    profile: ProfileChoice | None = None
    fail_level: Level | None = None
    language: str | None = None
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))
    """By code, name or family."""
    rules: Mapping[str, RuleLayer] = field(default_factory=lambda: MappingProxyType({}))
    """By code."""
    overrides: tuple[Override, ...] = ()
    packs: tuple[str, ...] | None = None
    """Files of terms, as named: relative to the folder."""
    registers: tuple[str, ...] | None = None
    """Files of registers, as named: relative to the folder."""
    sources: tuple[Source, ...] = ()
    """The registers that it names."""
    plugin_rules: tuple[type[Rule], ...] = ()
    """The rules of the packs that it names."""
    base: Layer | None = None
    """What ``extend`` names: it is put under this layer."""

    def chain(self) -> tuple[Layer, ...]:
        """This layer, and before it what it extends."""
        return (*self.base.chain(), self) if self.base else (self,)

    def origin(self, key: str) -> str:
        """Where a key, or the options of a rule by its code, are set: ``resolint.toml:3``."""
        line = self.rules[key].line if key in self.rules else self.lines.get(key)
        return self.source if line is None else f"{self.source}:{line}"


class Override(NamedTuple):
    """Settings for some files only."""

    files: tuple[str, ...]
    layer: Layer


def matches(path: Path, folder: Path | None, globs: tuple[str, ...]) -> bool:
    """Whether a file, or a folder that it lies in, answers to one of the globs, which are relative to a folder.

    >>> matches(Path("/a/old/x.md"), Path("/a"), ("old",)), matches(Path("/a/x.md"), Path("/a"), ("old/*.md", "*.txt"))
    (True, False)
    """
    try:
        relative = path.relative_to(folder or Path())
    except ValueError:
        relative = path
    for glob in (given.removeprefix("./").rstrip("/") for given in globs):
        for part in (relative, *relative.parents):
            whole = part.as_posix()
            if fnmatchcase(whole, glob) or fnmatchcase(f"/{whole}", f"/{glob.removeprefix('**/')}"):
                return True
            if "/" not in glob and fnmatchcase(part.name, glob):
                return True
    return False


def _listed(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))

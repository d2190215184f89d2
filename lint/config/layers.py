"""The settings of one source: a file, an override in it, or the command line."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from types import MappingProxyType

from ...grammar.database.csv_source import Source
from ...grammar.model.profile import BODIES, ERAS, GUIDES, STAGES, Profile
from ...grammar.text.errors import ResolintError
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.record import Record, replace
from ...grammar.text.suggestions import suggestion
from ...rules.base import Rule
from ...rules.finding import Level

OptionValue = str | int | bool | tuple[str, ...]


class ConfigError(ResolintError, ValueError):
    """Invalid settings; the text is one sentence with the file and line."""

    def __init__(self, sentence: str, line: int = 1) -> None:
        super().__init__(sentence)
        self.line = line
        """The line of the error, from 1."""
        self.file: Path | None = None
        """The settings file, if the error is in one."""


class ProfileChoice(Record):
    """The body, stage, era and guide that are set; the others are detected in the text."""

    body: str | None = None
    stage: str | None = None
    era: str | None = None
    guide: str | None = None
    """The guide of a conference; only for the body ``mun``."""

    @classmethod
    def read(cls, words: str) -> ProfileChoice:
        """Read a choice: ``auto``, ``sc``, ``ga, final, pre2010``, ``thimun``.

        Raises:
            ValueError: A word is unknown, or the guide does not fit the body; the text is a sentence.

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
                    f"or the guide of a conference ({_listed(GUIDES)})"
                )
                raise ValueError(f"unknown profile {word!r}{hint or f'; expected {known}'}")
        if choice.guide is None:
            return choice
        if choice.body not in (None, "mun"):
            raise ValueError(f"guide {choice.guide!r} applies only to the body mun, not to {choice.body}")
        return replace(choice, body="mun")

    def over(self, profile: Profile) -> Profile:
        """Return a detected profile with the chosen values in place of its own."""
        body = self.body or profile.body
        guide = self.guide or profile.guide if body == "mun" else None
        session = profile.session if self.era in (None, profile.era) else None
        return Profile(body, self.stage or profile.stage, self.era or profile.era, guide, session)

    def over_choice(self, before: ProfileChoice) -> ProfileChoice:
        """Return this choice merged over an earlier one; ``auto`` resets all of it."""
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
    """The line of its table, from 1."""


class Layer(Record):
    """One source of settings, validated against the rules; what it does not set is `None`."""

    source: str
    """``resolint.toml`` or ``the command line``."""
    folder: Path | None = None
    """The directory to which globs are relative."""
    lines: Mapping[str, int] = MappingProxyType({})
    """The line of each key that is set, from 1."""
    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    exclude: tuple[str, ...] | None = None
    profile: ProfileChoice | None = None
    fail_level: Level | None = None
    language: str | None = None
    require_resolution: bool | None = None
    base_text: Path | None = None
    """The file that drafts were made from."""
    levels: Mapping[str, Level] = MappingProxyType({})
    """By code, name or family."""
    rules: Mapping[str, RuleLayer] = MappingProxyType({})
    """By code."""
    overrides: tuple[Override, ...] = ()
    vocabularies: tuple[str, ...] | None = None
    """Vocabulary files as named, relative to the directory."""
    registers: tuple[str, ...] | None = None
    """Register files as named, relative to the directory."""
    sources: tuple[Source, ...] = ()
    """The registers from `registers`."""
    plugin_rules: tuple[type[Rule], ...] = ()
    """The rules from `vocabularies`."""
    base: Layer | None = None
    """The layer named by ``extend``, which this layer overrides."""

    def chain(self) -> tuple[Layer, ...]:
        """Return this layer, preceded by those it extends."""
        return (*self.base.chain(), self) if self.base else (self,)

    def origin(self, key: str) -> str:
        """Return where a key, or the options of a rule by its code, are set: ``resolint.toml:3``."""
        line = self.rules[key].line if key in self.rules else self.lines.get(key)
        return self.source if line is None else f"{self.source}:{line}"


class Override(NamedTuple):
    """Settings for some files only."""

    files: tuple[str, ...]
    layer: Layer


def matches(path: Path, folder: Path | None, globs: tuple[str, ...]) -> bool:
    """Return whether a file, or a directory above it, matches one of the globs, relative to a directory.

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

"""What is done with one draft: read, linted, and fixed if that is asked. It writes no draft."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from ..rules.finding import Level
from .cache.store import Cache
from .config import ConfigError, Settings
from .config.discovery import SettingsSource
from .config.fingerprint import fingerprint
from .config.resolved import excluded, with_overrides
from .engine.fixer import applicable, fix_until_stable
from .engine.linter import lint_text
from .engine.results import FileResult, LintResult
from .files import source_file
from .files.source_file import STDIN, FileError, SkippedFile, SourceFile, SourcePath
from .formats.registry import SourceDocument, TrackedChanges


class Fixing(Enum):
    """Which fixes are applied."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"
    """The safe ones too."""


class SessionResult(NamedTuple):
    """What came of one file: an outcome, or a problem; neither if the settings leave it out."""

    outcome: FileResult | None = None
    fail_level: Level = Level.WARNING
    """The lightest level that makes a run fail for this file."""
    draft: SourceFile | None = None
    """As it was read, where there is a text to put in its place."""
    problem: str | None = None
    """A sentence."""
    warnings: tuple[str, ...] = ()
    """Sentences to be said once."""


@dataclass(slots=True)
class Session:
    """Does it, for one file after another; what was found in a text before is not looked for again."""

    settings: SettingsSource
    fixing: Fixing = Fixing.NONE
    stdin_filename: str | None = None
    """What standard input is called, and whose settings it has."""
    cache: Cache | None = None
    revisions: TrackedChanges = TrackedChanges.FINAL
    proposing: bool = False
    """Whether fixes are to be proposed, not made."""
    _narrowed: dict[tuple[int, frozenset[str]], tuple[Settings, Settings]] = field(default_factory=dict)
    """By number of the settings, which are kept too so that no other takes it over, and by what is withheld."""
    _fingerprints: dict[int, tuple[Settings, str]] = field(default_factory=dict)

    def __call__(self, named: SourcePath) -> SessionResult:
        """What came of a file."""
        return self._done(named, self._find) or SessionResult()

    def cached_result(self, named: SourcePath) -> SessionResult | None:
        """What came of a file, if nothing has to be done to know it."""
        if self.cache is None or named.name == STDIN or self.proposing:
            return None
        return self._done(named, self._known)

    def _done(
        self, named: SourcePath, find: Callable[[str, SourceFile, Settings, str], FileResult | None]
    ) -> SessionResult | None:
        stdin = named.name == STDIN
        name = (self.stdin_filename or STDIN) if stdin else named.name
        path = SourcePath(self.stdin_filename or "draft.md", explicit=True).path if stdin else named.path
        try:
            if not named.explicit and excluded(self.settings.layers(path), path):
                return SessionResult()
            whole = self.settings.settings(path)
            draft = (source_file.read_stdin if stdin else source_file.read)(path, name, self.revisions)
            withheld = draft.canonical.disabled_rules
            settings = self._without(withheld, whole)
            mark = self._fingerprint(path, whole) + "".join(sorted(withheld))
            outcome = find(name, draft, settings, mark)
        except SkippedFile as problem:
            if named.explicit:
                return SessionResult(problem=str(problem))
            return SessionResult(warnings=(problem.aside,) if problem.aside else ())
        except (FileError, ConfigError) as problem:
            return SessionResult(problem=str(problem))
        if outcome is None:
            return None
        outcome = placed(outcome, draft.canonical)
        changed = outcome.checked.text != draft.canonical.text or (stdin and self.fixing is not Fixing.NONE)
        changed = changed or outcome.proposed is not None
        told = draft.canonical.warnings
        if draft.canonical.read_only and self.fixing is not Fixing.NONE and not self.proposing:
            told = (*told, draft.canonical.read_only)
        warnings = tuple(f"{name} {words}" for words in told)
        return SessionResult(outcome, settings.fail_level, draft if changed else None, warnings=warnings)

    def _without(self, disabled_rules: frozenset[str], settings: Settings) -> Settings:
        """The settings without the rules that a format withholds."""
        if not disabled_rules:
            return settings
        key = id(settings), disabled_rules
        if key not in self._narrowed:
            codes = {code for selector in disabled_rules for code in settings.registry.meant(selector)}
            left = tuple(rule for rule in settings.rules if rule.code not in codes)
            self._narrowed[key] = settings, replace(settings, rules=left)
        return self._narrowed[key][1]

    def _find(self, name: str, draft: SourceFile, settings: Settings, said: str) -> FileResult:
        def checked(text: str, settings: Settings) -> LintResult:
            if self.cache is None or draft.from_stdin:
                return draft.canonical.adapted(lint_text(text, settings))
            known = self.cache.find(text, said)
            if known is None:
                known = lint_text(text, settings)
                self.cache.keep(known, said)
            return draft.canonical.adapted(known)

        try:
            found = lint(name, draft.canonical.text, settings, Fixing.NONE if self.proposing else self.fixing, checked)
            proposed = lint(name, draft.canonical.text, settings, self.fixing, checked) if self.proposing else None
            return replace(found, proposed=proposed.checked.text) if proposed else found
        except Exception as error:
            told = f"{name} could not be linted ({type(error).__name__}: {error}); please report this"
            raise FileError(told) from error

    def _known(self, name: str, draft: SourceFile, _settings: Settings, said: str) -> FileResult | None:
        checked = self.cache.find(draft.canonical.text, said) if self.cache else None
        if checked is None:
            return None
        checked = draft.canonical.adapted(checked)
        to_fix = self.fixing is not Fixing.NONE and applicable(checked, unsafe=self.fixing is Fixing.UNSAFE)
        return None if to_fix else FileResult(name, checked)

    def _fingerprint(self, path: Path, settings: Settings) -> str:
        if self.cache is None:
            return ""
        if id(settings) not in self._fingerprints:  # which are kept too, so that no other takes over the number
            layers = with_overrides(self.settings.layers(path), path)
            self._fingerprints[id(settings)] = settings, fingerprint(layers, settings.registry)
        return self._fingerprints[id(settings)][1]


def placed(outcome: FileResult, canonical: SourceDocument) -> FileResult:
    """An outcome with the places of the original that it is of."""
    return replace(outcome, origins=canonical.origins.moved(canonical.text, outcome.checked.text))


def lint(
    name: str,
    text: str,
    settings: Settings,
    fixing: Fixing = Fixing.NONE,
    checked: Callable[[str, Settings], LintResult] | None = None,
) -> FileResult:
    """Lint a text, fix it as far as is asked, and say what is left; `checked` may know it already."""
    checked = checked or lint_text
    first = checked(text, settings)
    if fixing is Fixing.NONE:
        return FileResult(name, first)
    mended = fix_until_stable(first, lambda now: checked(now, settings), unsafe=fixing is Fixing.UNSAFE)
    return FileResult(name, mended.checked, mended.fixed, mended.non_converging)

"""The work on one draft: read it, lint it, and fix its text if requested. Nothing is written to disk."""

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
from .engine.fix_loop import fix_until_stable
from .engine.fixer import applicable
from .engine.linter import lint_text
from .engine.results import FileResult, LintResult
from .files import source_file
from .files.source_file import STDIN, FileError, SkippedFile, SourceFile, SourcePath
from .formats.registry import SourceDocument, TrackedChanges


class Fixing(Enum):
    """The fixes to apply."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"
    """Safe fixes as well."""


class SessionResult(NamedTuple):
    """The result for one file: an outcome or a problem; neither if the settings exclude the file."""

    outcome: FileResult | None = None
    fail_level: Level = Level.WARNING
    """The lowest level that makes a run fail because of this file."""
    draft: SourceFile | None = None
    """The draft as it was read, if its text is to be replaced."""
    problem: str | None = None
    """A sentence."""
    warnings: tuple[str, ...] = ()
    """Sentences to print once."""


@dataclass(slots=True)
class Session:
    """Process one file after another; results of texts that were linted before are taken from the cache."""

    settings: SettingsSource
    fixing: Fixing = Fixing.NONE
    stdin_filename: str | None = None
    """The file name of standard input, which also selects its settings."""
    cache: Cache | None = None
    revisions: TrackedChanges = TrackedChanges.FINAL
    proposing: bool = False
    """Whether fixes are proposed instead of applied."""
    _narrowed: dict[tuple[int, frozenset[str]], tuple[Settings, Settings]] = field(default_factory=dict)
    """By the id of the settings, which are kept alive so that the id stays unique, and the disabled rules."""
    _fingerprints: dict[int, tuple[Settings, str]] = field(default_factory=dict)

    def __call__(self, named: SourcePath) -> SessionResult:
        """Return the result for a file."""
        return self._done(named, self._find) or SessionResult()

    def cached_result(self, named: SourcePath) -> SessionResult | None:
        """Return the cached result for a file; none if the file has to be linted or fixed."""
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
        notices = draft.canonical.warnings
        if draft.canonical.read_only and self.fixing is not Fixing.NONE and not self.proposing:
            notices = (*notices, draft.canonical.read_only)
        warnings = tuple(f"{name}: {words}" for words in notices)
        return SessionResult(outcome, settings.fail_level, draft if changed else None, warnings=warnings)

    def _without(self, disabled_rules: frozenset[str], settings: Settings) -> Settings:
        """Return the settings without the rules that a format disables."""
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
            raise FileError(f"{name}: internal error ({type(error).__name__}: {error}); please report this") from error

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
        if id(settings) not in self._fingerprints:  # kept alive so that the id stays unique
            layers = with_overrides(self.settings.layers(path), path)
            self._fingerprints[id(settings)] = settings, fingerprint(layers, settings.registry)
        return self._fingerprints[id(settings)][1]


def placed(outcome: FileResult, canonical: SourceDocument) -> FileResult:
    """Return an outcome with the places of the original that its text was read from."""
    return replace(outcome, origins=canonical.origins.moved(canonical.text, outcome.checked.text))


def lint(
    name: str,
    text: str,
    settings: Settings,
    fixing: Fixing = Fixing.NONE,
    checked: Callable[[str, Settings], LintResult] | None = None,
) -> FileResult:
    """Lint a text, apply fixes as requested, and return the remaining findings.

    `checked` replaces the linter, for example to use cached results.
    """
    checked = checked or lint_text
    first = checked(text, settings)
    if fixing is Fixing.NONE:
        return FileResult(name, first)
    mended = fix_until_stable(first, lambda now: checked(now, settings), unsafe=fixing is Fixing.UNSAFE)
    return FileResult(name, mended.checked, mended.fixed, mended.non_converging, mended.rolled_back)

"""The work on one file: read and decode it, lint it, fix its text if requested, and locate the findings.

Nothing is written except cache entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..grammar.text.named_tuple import NamedTuple
from ..grammar.text.record import Record, replace
from .config import Settings
from .config.discovery import SettingsSource
from .config.resolved import excluded
from .engine.fix_loop import Fixing, FixResult, lint_and_fix
from .engine.fixer import applicable
from .engine.linter import lint_text
from .engine.results import LintResult
from .file_result import FileResult
from .files import source_file
from .files.discovery import STDIN, SourcePath
from .files.source_file import FileError, SkippedFileError, SourceFile
from .formats.source_document import TrackedChanges

if TYPE_CHECKING:
    from .cache.store import Cache


class OpenFile(NamedTuple):
    """A file that has been read, with the settings for it."""

    name: str
    """As the user named it."""
    source: SourceFile
    settings: Settings
    """Without the rules that cannot judge its format."""
    cache_key: str
    """The settings part of the key of its cache entry."""
    explicit: bool = True
    """Whether it was named, and not found in a directory."""


class Session(Record):
    """Process one file after another; results of texts that were linted before are taken from the cache."""

    settings: SettingsSource
    fixing: Fixing = Fixing.NONE
    stdin_filename: str | None = None
    """The file name of standard input, which also selects its settings."""
    cache: Cache | None = None
    revisions: TrackedChanges = TrackedChanges.FINAL
    proposing: bool = False
    """Whether fixes are proposed instead of applied."""

    def __call__(self, path: SourcePath) -> FileResult | None:
        """Return the result for a file; none if the settings exclude it.

        Raises:
            SkippedFileError: The file is not a draft, or needs an optional dependency.
            FileError: The file cannot be read or linted.
            ConfigError: The settings for it are invalid.
        """
        file = self.open(path)
        return None if file is None else self.process(file)

    def open(self, path: SourcePath) -> OpenFile | None:
        """Read and decode a file, and find its settings; none if they exclude it. Raises as `__call__` does."""
        stdin = path.name == STDIN
        name = (self.stdin_filename or STDIN) if stdin else path.name
        location = SourcePath(self.stdin_filename or "draft.md", explicit=True).path if stdin else path.path
        if not path.explicit and excluded(self.settings.layers(location), location):
            return None
        settings = self.settings.settings(location)
        if settings.base_file is not None and (stdin or not _same_file(settings.base_file, location)):
            settings = settings.memoized(with_base_text)
        source = (source_file.read_stdin if stdin else source_file.read)(location, name, self.revisions)
        if self.proposing:
            source = source._replace(document=source.document.to_annotate())
        return self.opened(name, source, settings, explicit=path.explicit)

    def opened(self, name: str, source: SourceFile, settings: Settings, *, explicit: bool = True) -> OpenFile:
        """Return a file that was read, with the settings for it and without the rules that cannot judge its format."""
        disabled = source.document.disabled_rules
        key = settings.memoized(_cache_key) + "".join(sorted(disabled)) if self.cache else ""
        return OpenFile(name, source, settings.memoized(_without, disabled) if disabled else settings, key, explicit)

    def prepare(self, path: SourcePath) -> None:
        """Load the rules and the language before processes are forked, which then need not do it.

        Raises:
            ConfigError: The settings for the file are invalid.
        """
        lint_text("", self.settings.settings(path.path))

    def process(self, file: OpenFile) -> FileResult:
        """Lint a file, fix its text if requested, and locate what is left.

        Raises:
            FileError: The program failed; this affects no other file.
        """
        text = file.source.document.text

        def checked(text: str, settings: Settings) -> LintResult:
            return file.source.document.adapted(self._lint(text, settings, file))

        with internal_errors(file.name):
            done = lint_and_fix(text, file.settings, Fixing.NONE if self.proposing else self.fixing, checked)
            proposed = lint_and_fix(text, file.settings, self.fixing, checked).checked.text if self.proposing else None
        return self._located(file, done, proposed)

    def may_be_cached(self, path: SourcePath) -> bool:
        """Return whether a file may have a cached result, so that it is worth opening it to look."""
        return self.cache is not None and path.name != STDIN and not self.proposing

    def cached(self, file: OpenFile) -> FileResult | None:
        """Return the cached result for a file; none if it has to be linted or fixed."""
        known = self.cache.get(file.source.document.text, file.cache_key) if self.cache else None
        if known is None:
            return None
        checked = file.source.document.adapted(known)
        to_fix = self.fixing is not Fixing.NONE and applicable(checked, unsafe=self.fixing is Fixing.UNSAFE)
        return None if to_fix else self._located(file, FixResult(checked))

    def _lint(self, text: str, settings: Settings, file: OpenFile) -> LintResult:
        """Lint a text, or take its result from the cache."""
        if self.cache is None or file.source.from_stdin:
            return lint_text(text, settings)
        checked = self.cache.get(text, file.cache_key)
        if checked is None:
            checked = lint_text(text, settings)
            self.cache.put(checked, file.cache_key)
        return checked

    def _located(self, file: OpenFile, done: FixResult, proposed: str | None = None) -> FileResult:
        """Return the result for a file, with the places of the original that its text was read from."""
        document, fixing = file.source.document, self.fixing is not Fixing.NONE
        write = done.checked.text != document.text or proposed is not None or (fixing and file.source.from_stdin)
        warnings = document.warnings
        if document.read_only and fixing and not self.proposing:
            warnings = (*warnings, document.read_only)
        unread = file.explicit and done.checked.resolutions == 0
        if file.explicit:
            from .no_resolution import foreign_languages, reason
        if file.explicit and not unread and (names := foreign_languages(document.text, file.settings.language)):
            warnings = (*warnings, f"part of the text seems to be in {' and '.join(names)}, which is not checked")
        if unread:
            warnings = (*warnings, f"no resolution found: {reason(document.text, file.settings.language)}")
        return FileResult(
            file.name,
            done.checked,
            done.fixed,
            done.non_converging,
            done.rolled_back,
            proposed=proposed,
            source_map=document.source_map.moved(document.text, done.checked.text),
            fail_level=file.settings.fail_level,
            source=file.source if write else None,
            unread=unread and file.settings.require_resolution,
            warnings=tuple(f"{file.name}: {warning}" for warning in warnings),
        )


def with_base_text(settings: Settings) -> Settings:
    """Return the settings with the text of their base file.

    Raises:
        FileError: The base file cannot be read, or contains no resolution.
    """
    if settings.base_file is None:
        return settings
    name = str(settings.base_file)
    try:
        return with_base(settings, name, source_file.read(settings.base_file, name))
    except SkippedFileError as skipped:  # the file that is checked is not to be skipped with it
        raise FileError(str(skipped)) from None


def with_base(settings: Settings, name: str, file: SourceFile) -> Settings:
    """Return the settings with the text of a base file that was read.

    Raises:
        FileError: It contains no resolution.
    """
    from ..grammar.compare.base_text import BaseText

    text = file.document.text
    base = BaseText(name, text, settings.language)
    if not base.document.resolutions:
        from .no_resolution import reason

        raise FileError(f"{name}: no resolution found: {reason(text, settings.language)}")
    return replace(settings, base_text=base)


def _same_file(one: Path, other: Path) -> bool:
    """Return whether two paths lead to one file; a base text is not compared with itself."""
    try:
        return one.samefile(other)
    except OSError:
        return False


def _cache_key(settings: Settings) -> str:
    from .config.fingerprint import fingerprint

    key = fingerprint(settings)
    if settings.base_text is None:
        return key
    from hashlib import blake2b

    return blake2b((key + settings.base_text.text).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _without(settings: Settings, disabled_rules: frozenset[str]) -> Settings:
    """Return the settings without the rules that a format disables."""
    codes = {code for selector in disabled_rules for code in settings.registry.meant(selector)}
    return replace(settings, rules=tuple(rule for rule in settings.rules if rule.code not in codes))


def lint(name: str, text: str, settings: Settings, fixing: Fixing = Fixing.NONE) -> FileResult:
    """Return the result for a text that is in no file, under a name."""
    return FileResult(name, *lint_and_fix(text, settings, fixing))


@contextmanager
def internal_errors(name: str) -> Iterator[None]:
    """Report an unexpected exception as a failure on one file, so that it affects no other file.

    Raises:
        FileError: The body raised an exception.
    """
    try:
        yield
    except Exception as error:
        raise FileError(f"{name}: internal error ({type(error).__name__}: {error}); please report this") from error

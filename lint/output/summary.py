"""The counts of a run, and its summary."""

from __future__ import annotations

from collections import Counter

from ...rules.finding import Applicability, Level
from ..file_result import FileResult


class Summary:
    """The counts of a run, updated with each file."""

    def __init__(self) -> None:
        self.files = 0
        self.with_findings = 0
        self.without_resolution = 0
        self.known = 0
        """The number of findings in the baseline; they are not counted anywhere else."""
        self.fixed = 0
        self.files_fixed = 0
        self.failing = False
        """Whether a finding reaches the failing level of its file, or a file lacks the resolution that is required."""
        self.levels: Counter[Level] = Counter()
        self.fixable: Counter[Applicability] = Counter()
        self.papers: Counter[str] = Counter()
        """The files with Model United Nations papers, by their guides; empty for none."""
        self.passed_over: Counter[str] = Counter()
        """The files in directories that may be drafts and cannot be read, by suffix."""
        self.rules: Counter[tuple[str, str]] = Counter()
        """By code and name."""

    def add(self, result: FileResult) -> None:
        """Count one more file."""
        diagnostics = result.fresh
        self.files += 1
        self.known += len(result.known)
        self.with_findings += bool(diagnostics)
        self.without_resolution += result.checked.resolutions == 0
        if result.checked.guide is not None:
            self.papers[result.checked.guide] += 1
        self.failing = self.failing or result.unread
        self.fixed += result.fixed
        self.files_fixed += result.fixed > 0
        for diagnostic in diagnostics:
            self.levels[diagnostic.level] += 1
            self.rules[diagnostic.code, diagnostic.name] += 1
            if diagnostic.finding.fix:
                self.fixable[diagnostic.finding.fix.applicability] += 1
            self.failing = self.failing or diagnostic.level.weight >= result.fail_level.weight

    def sentence(self) -> str:
        """Return the summary: ``Found 3 errors and 2 warnings in 1 of 4 files (2 fixable with --fix)``."""
        parts = [f"Fixed {_count(self.fixed, 'finding')}."] if self.fixed else []
        read = self.files - self.without_resolution
        if self.levels:
            words = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "info finding"}
            found = [_count(self.levels[level], word) for level, word in words.items() if self.levels[level]]
            where = _of(self.with_findings, self.files)
            parts.append(f"Found {_series(found)} in {where}{self._fixable()}.")
        elif read:
            parts.append(f"No {'remaining ' if self.fixed else ''}findings in {_count(read, 'file')}.")
        if self.known:
            parts.append(f"{_count(self.known, 'finding')} in the baseline not reported.")
        if self.without_resolution:
            parts.append(f"No resolution found in {_count(self.without_resolution, 'file')}.")
        if self.passed_over:
            suffixes = ", ".join(sorted(self.passed_over))
            parts.append(f"{_count(self.passed_over.total(), 'file')} not read ({suffixes}).")
        if self.papers:
            parts.append(self._read_as_papers())
        return " ".join(parts)

    def _read_as_papers(self) -> str:
        """Return which files were read as papers: ``Read 1 file as a Model United Nations paper (guide thimun)``."""
        count = sum(self.papers.values())
        paper = "a Model United Nations paper" if count == 1 else "Model United Nations papers"
        guides = sorted(self.papers.items(), key=lambda pair: (not pair[0], pair[0]))  # those without a guide last
        named = [(f"guide {name}" if name else "no known guide", files) for name, files in guides]
        several = len(named) > 1
        shown = [f"{words}: {_count(files, 'file')}" if several else words for words, files in named]
        return f"Read {_count(count, 'file')} as {paper} ({'; '.join(shown)})."

    def fix_preview(self) -> str:
        """Return the summary of a preview: ``Would fix 3 findings in 1 of 4 files``."""
        if not self.fixed:
            return f"Nothing to fix in {_count(self.files, 'file')}." if self.files else ""
        return f"Would fix {_count(self.fixed, 'finding')} in {_of(self.files_fixed, self.files)}."

    def _fixable(self) -> str:
        safe, unsafe = self.fixable[Applicability.SAFE], self.fixable[Applicability.UNSAFE]
        ways = [f"{safe} fixable with --fix"] if safe else []
        if unsafe:
            ways.append(f"{unsafe}{' more' if safe else ' fixable'} with --fix --unsafe-fixes")
        return f" ({', '.join(ways)})" if ways else ""


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _of(some: int, files: int) -> str:
    return _count(files, "file") if some == files else f"{some} of {_count(files, 'file')}"


def _series(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"

"""The data of the HTML page, for all drafts together: counts by rule, document, body and year, and each finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ....rules import docstring
from ....rules.finding import Applicability, Fix, Level
from ...engine.results import Diagnostic, LintResult
from ...file_result import FileResult
from ..full import in_words
from ..sanitize import printable_lines, sanitize

if TYPE_CHECKING:
    from ....rules.registry import Registry

BODIES = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "ecosoc": "Economic and Social Council",
    "hrc": "Human Rights Council",
    "commission": "Commissions",
    "mun": "Model United Nations",
    "cop": "Conferences of parties",
    "wha": "World Health Assembly",
    "itu": "International Telecommunication Union",
    "imo": "International Maritime Organization",
    "cgpm": "Metre Convention",
    "oiml": "Legal metrology",
    "other": "Other bodies",
}
_AROUND = 160  # code points shown on either side of a finding
_LONGEST = 400  # code points shown of a finding
_DOCUMENTS = 24  # rows of the table, those with the most findings
_BLANK_LINE = re.compile(r"\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r(?!\n)")
_CUT_WORD = re.compile(r"\S*\s")


@dataclass(slots=True)
class Counts:
    """The counts of a rule, a document, a body, a year, or all drafts."""

    drafts: int = 0
    levels: Counter[Level] = field(default_factory=Counter)
    safe: int = 0
    """The number of safe fixes."""

    @property
    def findings(self) -> int:
        """The number of findings."""
        return self.levels.total()

    def by_level(self) -> Iterator[tuple[Level, int]]:
        """Return the number of findings of each level that has any, the highest level first."""
        return ((level, self.levels[level]) for level in Level if self.levels[level])

    def add(self, diagnostic: Diagnostic) -> None:
        """Count one more finding."""
        fix = diagnostic.finding.fix
        self.levels[diagnostic.level] += 1
        self.safe += fix is not None and fix.applicability is Applicability.SAFE


@dataclass(slots=True)
class RuleCounts:
    """A rule with findings."""

    number: int
    """From 0, in the order of the first findings."""
    code: str
    name: str
    summary: str
    why: str
    counts: Counts = field(default_factory=Counts)

    @property
    def level(self) -> Level:
        """The highest level of its findings."""
        return next(level for level, _ in self.counts.by_level())


class ReportModel:
    """Collects one draft after another, and is then read by the template."""

    WORDS = (
        (Level.ERROR, "error", "clearly wrong"),
        (Level.WARNING, "warning", "an editor would change this"),
        (Level.INFO, "info finding", "worth checking"),
    )
    FILTERS = (
        ("level", "Level"),
        ("rule", "Rule"),
        ("file", "Document"),
        ("body", "Body"),
        ("year", "Year"),
        ("fix", "Fix"),
    )
    FIRST = 10
    """The number of rules shown at first; the others are collapsed."""
    FIRST_GROUPS = 12
    """The number of documents, bodies or years shown at first; the others are collapsed."""

    def __init__(self, registry: Registry | None) -> None:
        """Create an empty collection; `registry` has the pages of the rules."""
        self.all = Counts()
        self._registry = registry
        self._rules: dict[str, RuleCounts] = {}
        self._files: list[tuple[str, str, str, Counts]] = []
        self._bodies: dict[str, Counts] = {}
        self._years: dict[str, Counts] = {}
        self._findings: list[tuple[Any, ...]] = []

    def add(self, result: FileResult) -> None:
        """Add a draft."""
        origin, found = result.checked.origin, result.fresh
        body, year = (origin.body, str(origin.year or "undated")) if origin else ("other", "undated")
        of_body, of_year = self._bodies.setdefault(body, Counts()), self._years.setdefault(year, Counts())
        for counts in (self.all, of_body, of_year):
            counts.drafts += 1
        if not found:
            return
        of_file = Counts(1)
        self._files.append((sanitize(result.name), body, year, of_file))
        for diagnostic in found:
            rule = self._rules.get(diagnostic.code) or self._add_rule(diagnostic)
            for counts in (self.all, of_body, of_year, of_file, rule.counts):
                counts.add(diagnostic)
            finding = diagnostic.finding
            original = result.original_location(diagnostic)  # Word and PDF files have no lines
            row, column = (0, 0) if original else result.checked.lines.position(finding.span.start)
            place = ", ".join(filter(None, (original, in_words(diagnostic.place))))
            self._findings.append(
                (
                    *(
                        len(self._files) - 1,
                        rule.number,
                        diagnostic.level.value,
                        row,
                        column,
                        sanitize(finding.message),
                    ),
                    *(sanitize(place), _excerpt(result.checked, diagnostic), _fix(finding.fix)),
                )
            )

    def sentence(self) -> str:
        """Return a line that says what was checked."""
        drafts = "1 draft checked" if self.all.drafts == 1 else f"{self.all.drafts:,} drafts checked"
        if not self._files:
            return f"{drafts}, no findings." if self.all.drafts else "No drafts checked."
        if self.all.drafts == 1:
            return f"{drafts}."
        return f"{drafts}, {len(self._files):,} with findings."

    def ranked(self) -> list[RuleCounts]:
        """Return the rules in order of priority: by level, then by number of findings."""
        return sorted(self._rules.values(), key=lambda r: (-r.level.weight, -r.counts.findings, r.code))

    def documents(self) -> list[tuple[int, str, Counts]]:
        """Return the number, name and counts of the drafts with the most findings."""
        numbered = [(number, name, counts) for number, (name, _, _, counts) in enumerate(self._files)]
        return sorted(numbered, key=lambda entry: (-entry[2].findings, entry[0]))[:_DOCUMENTS]

    def documents_caption(self) -> str:
        """Return the caption of the table of documents."""
        some = f"The {_DOCUMENTS} documents with the most findings, of {len(self._files):,}."
        return some if len(self._files) > _DOCUMENTS else "Documents by number of findings."

    def bodies(self) -> list[tuple[str, str, Counts]]:
        """Return the key, name and counts of each body, in the order of `BODIES`."""
        return [(key, name, self._bodies[key]) for key, name in BODIES.items() if key in self._bodies]

    def years(self) -> list[tuple[str, str, Counts]]:
        """Return each year twice and its counts, the latest first and undated drafts last."""
        known = sorted(self._years.items(), key=lambda entry: (entry[0].isdigit(), entry[0]), reverse=True)
        return [(year, year, counts) for year, counts in known]

    def data(self) -> dict[str, Any]:
        """Return the data of the list of findings."""
        return {
            "files": [entry[:3] for entry in self._files],
            "rules": [(rule.code, rule.name, rule.why) for rule in self._rules.values()],
            "bodies": BODIES,
            "findings": self._findings,
        }

    def _add_rule(self, diagnostic: Diagnostic) -> RuleCounts:
        code, name = diagnostic.code, diagnostic.name
        known = self._registry.by_alias.get(code) if self._registry else None
        page = docstring.parse_docstring(known.__doc__) if known else docstring.RulePage()
        counts = RuleCounts(len(self._rules), code, name, page.summary, page.why)
        return self._rules.setdefault(code, counts)


def _fix(fix: Fix | None) -> tuple[str, str] | None:
    return (fix.applicability.value, sanitize(fix.message)) if fix else None


def _excerpt(checked: LintResult, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """Return the words of a finding with those around it in its paragraph, cut between words."""
    text = checked.text
    start, end = diagnostic.finding.span
    shown = min(end, start + _LONGEST)
    before = _BLANK_LINE.split(text[max(start - _AROUND, 0) : start])[-1]
    after = _BLANK_LINE.split(text[shown : shown + _AROUND])[0]
    if len(before) == _AROUND:
        before = "… " + _CUT_WORD.sub("", before, count=1)
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    words = (before.lstrip("\r\n"), text[start:shown], after.rstrip("\r\n"))
    return printable_lines(words[0]), printable_lines(words[1]), printable_lines(words[2])

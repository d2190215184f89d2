"""What the page of a run tells, of all drafts together: counts by rule, document, body and year, and each finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ....rules import docstring
from ....rules.finding import Applicability, Fix, Level
from ...engine.results import Diagnostic, FileResult, LintResult, original_location
from ..full import spoken

if TYPE_CHECKING:
    from ....rules.registry import Registry

BODIES = {
    "ga": "General Assembly",
    "sc": "Security Council",
    "ecosoc": "Economic and Social Council",
    "hrc": "Human Rights Council",
    "commission": "Commissions",
    "mun": "Model United Nations",
    "other": "Other bodies",
}
_AROUND = 160  # code points shown on either side of what was found
_LONGEST = 400  # code points shown of what was found
_DOCUMENTS = 24  # in the table, those with the most findings
_BLANK_LINE = re.compile(r"\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r(?!\n)")
_CUT_WORD = re.compile(r"\S*\s")


@dataclass(slots=True)
class Share:
    """What falls to a rule, a document, a body, a year, or to all."""

    drafts: int = 0
    levels: Counter[Level] = field(default_factory=Counter)
    safe: int = 0
    """How many can be mended at once."""

    @property
    def findings(self) -> int:
        """How many there are."""
        return self.levels.total()

    def by_level(self) -> Iterator[tuple[Level, int]]:
        """How many of each level that there are any of, the gravest first."""
        return ((level, self.levels[level]) for level in Level if self.levels[level])

    def add(self, diagnostic: Diagnostic) -> None:
        """Count one more finding."""
        fix = diagnostic.finding.fix
        self.levels[diagnostic.level] += 1
        self.safe += fix is not None and fix.applicability is Applicability.SAFE


@dataclass(slots=True)
class RuleSeen:
    """A rule that spoke."""

    number: int
    """In the order in which rules spoke, from 0."""
    code: str
    name: str
    summary: str
    why: str
    share: Share = field(default_factory=Share)

    @property
    def level(self) -> Level:
        """The gravest at which it spoke."""
        return next(level for level, _ in self.share.by_level())


class ReportModel:
    """Takes in one draft after another, and then is read by the page."""

    WORDS = (
        (Level.ERROR, "error", "against the form, without doubt"),
        (Level.WARNING, "warning", "an editor would change it"),
        (Level.INFO, "note", "worth a look"),
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
    """So many rules stand under what to mend first; the others are folded."""
    FIRST_GROUPS = 12
    """So many documents, bodies or years stand in a table; the others are folded."""

    def __init__(self, registry: Registry | None) -> None:
        """`registry` has the pages of the rules."""
        self.all = Share()
        self._registry = registry
        self._rules: dict[str, RuleSeen] = {}
        self._files: list[tuple[str, str, str, Share]] = []
        self._bodies: dict[str, Share] = {}
        self._years: dict[str, Share] = {}
        self._findings: list[tuple[Any, ...]] = []

    def add(self, outcome: FileResult) -> None:
        """Take in a draft."""
        whose, found = outcome.checked.origin, outcome.fresh
        body, year = (whose.body, str(whose.year or "undated")) if whose else ("other", "undated")
        of_body, of_year = self._bodies.setdefault(body, Share()), self._years.setdefault(year, Share())
        for share in (self.all, of_body, of_year):
            share.drafts += 1
        if not found:
            return
        of_file = Share(1)
        self._files.append((outcome.name, body, year, of_file))
        for diagnostic in found:
            rule = self._rules.get(diagnostic.code) or self._met(diagnostic)
            for share in (self.all, of_body, of_year, of_file, rule.share):
                share.add(diagnostic)
            finding = diagnostic.finding
            elsewhere = original_location(outcome, diagnostic)  # Word paragraphs and PDF pages have no lines
            row, column = (0, 0) if elsewhere else outcome.checked.lines.position(finding.span.start)
            place = ", ".join(filter(None, (elsewhere, spoken(diagnostic.place))))
            self._findings.append(
                (
                    *(len(self._files) - 1, rule.number, diagnostic.level.value, row, column, finding.message),
                    *(place, _sentence(outcome.checked, diagnostic), _fix(finding.fix)),
                )
            )

    def sentence(self) -> str:
        """What was read, in a line."""
        drafts = "1 draft was read" if self.all.drafts == 1 else f"{self.all.drafts:,} drafts were read"
        if not self._files:
            return f"{drafts}. {'There is nothing to change' if self.all.drafts else 'There was nothing to read'}."
        if self.all.drafts == 1:
            return f"{drafts}."
        return f"{drafts}, {len(self._files):,} of them with findings."

    def ranked(self) -> list[RuleSeen]:
        """The rules, those to be looked at first before the others: the graver, then the more frequent."""
        return sorted(self._rules.values(), key=lambda r: (-r.level.weight, -r.share.findings, r.code))

    def documents(self) -> list[tuple[int, str, Share]]:
        """The drafts with the most findings: their number, name and share."""
        numbered = [(number, name, share) for number, (name, _, _, share) in enumerate(self._files)]
        return sorted(numbered, key=lambda told: (-told[2].findings, told[0]))[:_DOCUMENTS]

    def told_of_documents(self) -> str:
        """What stands over them."""
        some = f"The {_DOCUMENTS} with the most findings, of {len(self._files):,}."
        return some if len(self._files) > _DOCUMENTS else "Those with findings, the most first."

    def bodies(self) -> list[tuple[str, str, Share]]:
        """Each body's key, name and share, in the order of `BODIES`."""
        return [(key, name, self._bodies[key]) for key, name in BODIES.items() if key in self._bodies]

    def years(self) -> list[tuple[str, str, Share]]:
        """Each year, twice, and its share, the latest first; what has none comes last."""
        known = sorted(self._years.items(), key=lambda told: (told[0].isdigit(), told[0]), reverse=True)
        return [(year, year, share) for year, share in known]

    def data(self) -> dict[str, Any]:
        """What the list of findings is made of."""
        return {
            "files": [told[:3] for told in self._files],
            "rules": [(rule.code, rule.name, rule.why) for rule in self._rules.values()],
            "bodies": BODIES,
            "findings": self._findings,
        }

    def _met(self, diagnostic: Diagnostic) -> RuleSeen:
        code, name = diagnostic.code, diagnostic.name
        known = self._registry.by_alias.get(code) if self._registry else None
        told = docstring.parse_docstring(known.__doc__) if known else docstring.RulePage()
        seen = RuleSeen(len(self._rules), code, name, told.summary, told.why)
        return self._rules.setdefault(code, seen)


def _fix(fix: Fix | None) -> tuple[str, str] | None:
    return (fix.applicability.value, fix.message) if fix else None


def _sentence(checked: LintResult, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What was found with the words about it in its paragraph, cut between words."""
    text = checked.text
    start, end = diagnostic.finding.span
    shown = min(end, start + _LONGEST)
    before = _BLANK_LINE.split(text[max(start - _AROUND, 0) : start])[-1]
    after = _BLANK_LINE.split(text[shown : shown + _AROUND])[0]
    if len(before) == _AROUND:
        before = "… " + _CUT_WORD.sub("", before, count=1)
    if len(after) == _AROUND:
        after = after.rpartition(" ")[0] + " …"
    return before.lstrip("\r\n"), text[start:shown], after.rstrip("\r\n")

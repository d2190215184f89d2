"""One page that stands alone: what to mend first, how often each rule and draft is concerned, and every finding.

It loads nothing and sends nothing; light and dark as its reader has it, and fit to be printed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from typing import Any

from ...rules.finding import Applicability, Level
from ..diagnostic import Checked, Diagnostic, Outcome, origin
from . import Paper
from .full import spoken

_AROUND = 160  # code points shown on either side of what was found
_LONGEST = 400  # code points shown of what was found
_ROWS = 20  # drafts in the table, those with the most findings
_BLANK_LINE = re.compile(r"\r\n[ \t]*\r\n|\n[ \t]*\n|\r[ \t]*\r(?!\n)")
_CUT_WORD = re.compile(r"\S*\s")


def report(outcomes: Iterable[Outcome], paper: Paper) -> Iterator[str]:
    """The page."""
    shelf = _Shelf()
    for outcome in outcomes:
        shelf.add(outcome)
    parts = {
        "<!-- summary -->": shelf.summary(),
        "<!-- tables -->": shelf.by_rule(paper) + shelf.by_draft(),
        "<!-- data -->": shelf.data(),
    }
    template = resources.files(__package__).joinpath("page.html").read_text(encoding="utf-8")
    for piece in re.split(f"({'|'.join(parts)})", template):
        yield parts.get(piece, piece)


class _Shelf:
    """All that the page tells, of all drafts together."""

    def __init__(self) -> None:
        self.drafts = 0
        self.files: list[str] = []
        self.rules: dict[str, tuple[int, Diagnostic]] = {}
        """By code: the number, and a finding that tells name and level."""
        self.findings: list[dict[str, Any]] = []
        self.levels: Counter[Level] = Counter()
        self.of_rule: Counter[str] = Counter()
        self.of_draft: Counter[str] = Counter()
        self.safe: Counter[str] = Counter()

    def add(self, outcome: Outcome) -> None:
        """Take in a draft."""
        self.drafts += 1
        found = outcome.fresh
        if not found:
            return
        self.files.append(outcome.name)
        self.of_draft[outcome.name] += len(found)
        for diagnostic in found:
            code = diagnostic.code
            number, _ = self.rules.setdefault(code, (len(self.rules), diagnostic))
            self.levels[diagnostic.level] += 1
            self.of_rule[code] += 1
            fix = diagnostic.finding.fix
            self.safe[code] += fix is not None and fix.applicability is Applicability.SAFE
            row, column = outcome.checked.lines.position(diagnostic.finding.span.start)
            self.findings.append(
                {
                    "file": len(self.files) - 1,
                    "rule": number,
                    "level": diagnostic.level.value,
                    "row": row,
                    "column": column,
                    "message": diagnostic.finding.message,
                    "place": ", ".join(filter(None, (origin(outcome, diagnostic), spoken(diagnostic.place)))),
                    "text": _sentence(outcome.checked, diagnostic),
                    "fix": [fix.applicability.value, fix.message] if fix else None,
                }
            )

    def summary(self) -> str:
        """A line or two at the head."""
        words = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
        found = ", ".join(
            f'<span class="level {level.value}">{_count(self.levels[level], word)}</span>'
            for level, word in words.items()
            if self.levels[level]
        )
        safe = self.safe.total()
        mend = f"<p>{safe:,} can be mended at once with <code>resolint check --fix</code>.</p>" if safe else ""
        return (
            f"<p>{_count(self.drafts, 'draft')} read, {len(self.files):,} with findings: {found or 'none'}.</p>{mend}"
        )

    def by_rule(self, paper: Paper) -> str:
        """The rules, those to be looked at first above: the graver before the more frequent."""
        ranked = sorted(self.rules, key=lambda code: (-self.rules[code][1].level.weight, -self.of_rule[code], code))
        most = max(self.of_rule.values(), default=1)
        rows = [
            f'<tr><td><span class="level {seen.level.value}">{seen.level.value}</span></td>'
            f'<th scope="row">{_button("rule", number, f"{code} {seen.name}")}{_about(code, paper)}</th>'
            f'<td class="count">{self.of_rule[code]:,}</td><td class="count">{self.safe[code]:,}</td>'
            f"{_bar(self.of_rule[code], most)}</tr>"
            for code in ranked
            for number, seen in (self.rules[code],)
        ]
        head = ("Level", "Rule", "Findings", "Fixable", "")
        return _table("What to mend first", "Rules by level, then by how often they speak.", head, rows)

    def by_draft(self) -> str:
        """The drafts with the most findings."""
        most = max(self.of_draft.values(), default=1)
        numbers = {name: number for number, name in enumerate(self.files)}
        rows = [
            f'<tr><th scope="row">{_button("file", numbers[name], name)}</th>'
            f'<td class="count">{count:,}</td>{_bar(count, most)}</tr>'
            for name, count in self.of_draft.most_common(_ROWS)
        ]
        told = f"The {_ROWS} with the most findings." if len(self.files) > _ROWS else "Those with findings."
        return _table("Documents", told, ("Document", "Findings", ""), rows)

    def data(self) -> str:
        """What the list is made of; no ``<`` in it can end the element that it stands in."""
        rules = [(code, seen.name) for code, (_, seen) in self.rules.items()]
        return json.dumps({"files": self.files, "rules": rules, "findings": self.findings}).replace("<", "\\u003c")


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _table(heading: str, caption: str, head: tuple[str, ...], rows: list[str]) -> str:
    if not rows:
        return ""
    columns = "".join(f'<th scope="col">{name}</th>' if name else '<td class="bar"></td>' for name in head)
    return (
        f"<section>\n<h2>{heading}</h2>\n<table><caption>{caption}</caption>"
        f"<thead><tr>{columns}</tr></thead>\n<tbody>\n" + "\n".join(rows) + "\n</tbody></table>\n</section>\n"
    )


def _button(what: str, number: int, words: str) -> str:
    return f'<button type="button" data-filter="{what}" data-value="{number}">{escape(words)}</button>'


def _about(code: str, paper: Paper) -> str:
    from ...rules import page

    rule = paper.registry.by_alias.get(code) if paper.registry else None
    return f'<br><span class="faint">{escape(page.read(rule.__doc__).summary)}</span>' if rule else ""


def _bar(count: int, most: int) -> str:
    return f'<td class="bar" aria-hidden="true"><span style="width:{100 * count / most:.1f}%"></span></td>'


def _sentence(checked: Checked, diagnostic: Diagnostic) -> tuple[str, str, str]:
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

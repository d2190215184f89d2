"""Fix a text and lint it again until nothing is left to fix; roll back the fixes that do not hold.

A fix holds if its rule reports nothing more at its place and no rule reports a new error or warning beside it. A fix
that does not hold is rolled back: all starts again without it, and the result names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum

from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...rules.finding import Fix, Level
from ..config import Settings
from .fixer import applicable, disjoint, edited
from .linter import lint_text
from .position_map import PositionMap
from .results import Diagnostic, LintResult, RolledBack

ROUNDS = 10
"""The maximum number of passes; the rules that still have fixes then are left out."""
ATTEMPTS = 40
"""The maximum number of fresh starts; the rules whose fixes still fail then are left out."""
REPEATS = 5
"""The maximum number of times that a text with fixes rolled back is fixed again."""
_OWN = "LNT"
"""The family about the linter itself: an unused suppression is no consequence of a wrong fix."""

_Key = tuple[str, str, tuple[tuple[int, int, str], ...]]
"""A fix apart from its place: its rule, the line of its first edit, and its edits counted from that line."""


class Fixing(Enum):
    """The fixes to apply."""

    NONE = "none"
    SAFE = "safe"
    UNSAFE = "unsafe"
    """Safe fixes as well."""


class FixResult(NamedTuple):
    """A text after fixing, and its remaining findings."""

    checked: LintResult
    fixed: int = 0
    non_converging: tuple[str, ...] = ()
    """Codes of rules whose fixes do not converge; none of their fixes is in the text."""
    rolled_back: tuple[RolledBack, ...] = ()
    """The fixes that did not hold; none of them is in the text."""


class _Applied(NamedTuple):
    """A fix that is in the text, with the places of what it inserted."""

    key: _Key
    code: str
    row: int
    places: tuple[Span, ...]

    def moved(self, moves: PositionMap) -> _Applied:
        return self._replace(places=tuple(map(moves.span, self.places)))

    def touches(self, span: Span) -> bool:
        return any(place.touches(span) for place in self.places)


class _Attempt(NamedTuple):
    """What one run through all rounds gave."""

    now: LintResult
    applied: tuple[_Applied, ...]
    failed: tuple[_Applied, ...]
    left: frozenset[str]
    """The codes of rules that still have fixes."""


def lint_and_fix(
    text: str,
    settings: Settings,
    fixing: Fixing = Fixing.NONE,
    lint: Callable[[str, Settings], LintResult] | None = None,
) -> FixResult:
    """Lint a text, apply fixes as requested, and return the remaining findings.

    Args:
        text: The text.
        settings: The settings for it.
        fixing: The fixes to apply.
        lint: Replaces the linter, for example to use cached results.
    """
    lint = lint or lint_text
    checked = lint(text, settings)
    if fixing is Fixing.NONE:
        return FixResult(checked)
    return fix_until_stable(checked, lambda fixed: lint(fixed, settings), unsafe=fixing is Fixing.UNSAFE)


def fix_until_stable(checked: LintResult, lint: Callable[[str], LintResult], *, unsafe: bool = False) -> FixResult:
    """Fix a text that has been linted, and lint it again, until nothing changes.

    Args:
        checked: The text with its findings.
        lint: Lints a text.
        unsafe: Whether unsafe fixes are applied too.
    """
    linted = {checked.text: checked}

    def relint(text: str) -> LintResult:
        if text not in linted:
            linted[text] = lint(text)
        return linted[text]

    done, _ = _fixed(checked, relint, unsafe=unsafe)
    for _ in range(REPEATS):  # a fix that failed beside another may hold without it, and fixing must be idempotent
        if not done.rolled_back:
            break
        more, held = _fixed(done.checked, relint, unsafe=unsafe)
        if more.checked.text == done.checked.text:
            break
        earlier = (each for each in done.rolled_back if each not in held and each.code not in more.non_converging)
        done = more._replace(fixed=done.fixed + more.fixed, rolled_back=_in_order({*earlier, *more.rolled_back}))
    return done


def _in_order(rolled_back: Iterable[RolledBack]) -> tuple[RolledBack, ...]:
    return tuple(sorted(rolled_back, key=lambda each: each[::-1]))


def _fixed(
    checked: LintResult, relint: Callable[[str], LintResult], *, unsafe: bool
) -> tuple[FixResult, frozenset[RolledBack]]:
    """Fix a text until nothing changes, with fresh starts without the fixes that fail.

    Returns:
        The text, and the fixes that are in it, each as it would be named if it were rolled back.
    """
    blocked: dict[_Key, RolledBack] = {}
    left_out: frozenset[str] = frozenset()

    def allowed(now: LintResult) -> list[tuple[_Key, Diagnostic]]:
        found = [(_key(now, d), d) for d in applicable(now, unsafe=unsafe) if d.code not in left_out]
        return [(key, d) for key, d in found if key not in blocked]

    for attempt in range(ATTEMPTS + 1):
        done = _attempt(checked, relint, allowed)
        if done.failed and attempt < ATTEMPTS:
            blocked |= {each.key: RolledBack(each.code, each.row) for each in done.failed}
        elif done.failed:
            left_out |= {each.code for each in done.failed}
        elif done.left:
            left_out |= done.left
        else:
            break
    else:
        done = _Attempt(checked, (), (), frozenset())
    gone = _in_order({each for each in blocked.values() if each.code not in left_out})
    held = frozenset(RolledBack(each.code, each.row) for each in done.applied)
    return FixResult(done.now, len(done.applied), tuple(sorted(left_out)), gone), held


def _attempt(
    checked: LintResult,
    lint: Callable[[str], LintResult],
    allowed: Callable[[LintResult], list[tuple[_Key, Diagnostic]]],
) -> _Attempt:
    """Apply fixes, round after round, until one fails or none is left."""
    now = checked
    applied: list[_Applied] = []
    deferred = [_place(d) for d in checked.diagnostics]
    before = list(deferred)
    for _ in range(ROUNDS):
        candidates = allowed(now)
        again = _applied_again(candidates, applied, deferred)
        if again:
            return _Attempt(now, tuple(applied), again, frozenset())
        proposed: dict[Fix, list[tuple[_Key, Diagnostic]]] = {}  # several findings may have the same fix
        for key, diagnostic in candidates:
            if diagnostic.finding.fix is not None:
                proposed.setdefault(diagnostic.finding.fix, []).append((key, diagnostic))
        edits, fixes = disjoint(proposed)
        text = edited(now.text, edits)
        if text == now.text:
            return _Attempt(now, tuple(applied), _culprits(now, before, applied), frozenset())
        moves = PositionMap(edits)
        fresh = [_record(now, *proposed[fix][0], fix, moves) for fix in fixes]
        solved = {(d.code, d.finding.span) for fix in fixes for _, d in proposed[fix]}
        deferred = [_place(d, moves) for d in now.diagnostics if (d.code, d.finding.span) not in solved]
        before = [each._replace(span=moves.span(each.span)) for each in before]
        applied = [*(each.moved(moves) for each in applied), *fresh]
        now = lint(text)
        unsolved = tuple(each for each in fresh if any(_is_unsolved(d, each, deferred) for d in now.diagnostics))
        if unsolved:
            return _Attempt(now, tuple(applied), unsolved, frozenset())
    left = frozenset(d.code for _, d in allowed(now))
    return _Attempt(now, tuple(applied), () if left else _culprits(now, before, applied), left)


class _Place(NamedTuple):
    """A finding by its rule, place and message."""

    code: str
    span: Span
    message: str


def _place(diagnostic: Diagnostic, moves: PositionMap | None = None) -> _Place:
    finding = diagnostic.finding
    return _Place(diagnostic.code, moves.span(finding.span) if moves else finding.span, finding.message)


def _record(now: LintResult, key: _Key, diagnostic: Diagnostic, fix: Fix, moves: PositionMap) -> _Applied:
    row = now.lines.position(diagnostic.finding.span.start).row
    return _Applied(key, diagnostic.code, row, moves.results(fix.edits))


def _key(now: LintResult, diagnostic: Diagnostic) -> _Key:
    """Return what identifies a fix in the same text with other fixes applied."""
    fix = diagnostic.finding.fix
    if fix is None or not fix.edits:
        return diagnostic.code, "", ()
    line = now.lines.line(now.lines.position(fix.edits[0].span.start).row)
    edits = tuple((e.span.start - line.start, e.span.end - line.start, e.content) for e in fix.edits)
    return diagnostic.code, now.text[line.start : line.end], edits


def _applied_again(
    candidates: Iterable[tuple[_Key, Diagnostic]], applied: Sequence[_Applied], deferred: Sequence[_Place]
) -> tuple[_Applied, ...]:
    """Return the applied fixes at whose places their rules have another fix that did not wait for its turn."""
    waited = {(each.code, each.span) for each in deferred}
    again: list[_Applied] = []
    for _, diagnostic in candidates:
        fix = diagnostic.finding.fix
        if fix is None or (diagnostic.code, diagnostic.finding.span) in waited:
            continue
        touched = [
            each
            for each in applied
            if each.code == diagnostic.code and any(each.touches(edit.span) for edit in fix.edits)
        ]
        again += touched
    return tuple(again)


def _is_unsolved(diagnostic: Diagnostic, fix: _Applied, deferred: Sequence[_Place]) -> bool:
    """Return whether a finding shows that a fix of the same rule did not solve its problem."""
    span = diagnostic.finding.span
    return (
        diagnostic.code == fix.code
        and fix.touches(span)
        and not any(other.code == fix.code and other.span.touches(span) for other in deferred)
    )


def _culprits(now: LintResult, before: Sequence[_Place], applied: Sequence[_Applied]) -> tuple[_Applied, ...]:
    """Return the fixes that brought a finding which the text did not have: at its place, else in its line."""
    if not applied:
        return ()
    rows = [[now.lines.position(place.start).row for place in each.places] for each in applied]
    found: list[_Applied] = []
    for diagnostic in _new(now, before):
        span = diagnostic.finding.span
        touching = [each for each in applied if each.touches(span)]
        if not touching:
            row = now.lines.position(span.start).row
            touching = [each for each, at in zip(applied, rows, strict=True) if row in at]
        found += touching
    return tuple(dict.fromkeys(found))


def _new(now: LintResult, before: Sequence[_Place]) -> Iterator[Diagnostic]:
    """Return the errors and warnings that are at no place of a finding before and are not a moved one."""
    spans: dict[str, list[Span]] = {}
    for place in before:
        spans.setdefault(place.code, []).append(place.span)
    surplus = Counter((d.code, d.finding.message) for d in now.diagnostics)
    surplus.subtract((place.code, place.message) for place in before)
    for diagnostic in now.diagnostics:
        finding, code = diagnostic.finding, diagnostic.code
        if code.startswith(_OWN) or diagnostic.level is Level.INFO or surplus[code, finding.message] <= 0:
            continue
        if not any(span.touches(finding.span) for span in spans.get(code, ())):
            yield diagnostic

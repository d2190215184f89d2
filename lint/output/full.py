"""The report for people: each finding with its source line, the place underlined, and the available fix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...grammar.text.positions import Span
from ...rules.base import NodeLocation
from ...rules.finding import Applicability, Fix
from ..engine.results import Diagnostic
from ..file_result import FileResult
from . import OutputOptions
from .ansi import Styles
from .sanitize import cells, sanitize

_HELP = {
    Applicability.SAFE: "with --fix",
    Applicability.UNSAFE: "with --fix --unsafe-fixes",
    Applicability.MANUAL: "apply manually",
}


def report(results: Iterable[FileResult], options: OutputOptions) -> Iterator[str]:
    """Return the findings, several lines each."""
    styles = Styles(options.colour)
    for result in results:
        for diagnostic in result.fresh:
            yield from _finding(result, diagnostic, styles, options.width)


def _finding(result: FileResult, diagnostic: Diagnostic, styles: Styles, width: int) -> Iterator[str]:
    finding, checked = diagnostic.finding, result.checked
    lines = checked.lines
    where = styles.bold(_where(result, finding.span.start))
    code = styles.level(diagnostic.level, diagnostic.code)
    yield f"{where} {code} {diagnostic.name} [{diagnostic.level}] {sanitize(finding.message)}\n"
    row = lines.position(finding.span.start).row
    margin = len(str(row))
    shown, before, under = _window(checked.text, lines.line(row), finding.span, max(width - margin - 3, 20))
    bar = styles.faint("|")
    yield f"{' ' * margin} {bar}\n"
    yield f"{styles.faint(str(row))} {bar} {shown}\n"
    yield f"{' ' * margin} {bar} {' ' * before}{styles.level(diagnostic.level, '^' * under)}\n"
    for span, words in finding.related:
        yield f"{' ' * margin} {styles.faint('=')} see {_where(result, span.start)}: {sanitize(words)}\n"
    if place := in_words(diagnostic.place):
        yield f"{' ' * margin} {styles.faint('=')} in {sanitize(place)}\n"
    if finding.fix:
        yield f"{' ' * margin} {styles.faint('=')} {styles.help('help')}: {_help(finding.fix)}\n"
    yield "\n"


def _where(result: FileResult, offset: int) -> str:
    row, column = result.checked.lines.position(offset)
    return f"{sanitize(result.name)}:{result.source_map.at(offset) or f'{row}:{column}'}"


def _help(fix: Fix) -> str:
    return f"{sanitize(fix.message)} ({_HELP[fix.applicability]})"


def in_words(place: NodeLocation) -> str:
    """Describe a place in words.

    >>> in_words(NodeLocation("27/2", "operative", "9 (b)")), in_words(NodeLocation(None, "preamble", "2"))
    ('resolution 27/2, operative paragraph 9 (b)', 'preambular paragraph 2')
    """
    part = {"preamble": "preambular", "operative": "operative", "report": "report", "annex": "annex"}.get(
        place.part or ""
    )
    words = [f"resolution {place.resolution}"] if place.resolution else []
    if place.part == "notes" and place.paragraph:
        words.append(f"footnote {place.paragraph}")
    elif part and place.paragraph:
        words.append(f"{part} paragraph {place.paragraph}")
    elif place.part:
        words.append(f"{part} part" if place.part == "operative" else place.part)
    return ", ".join(words)


def _window(text: str, line: Span, span: Span, width: int) -> tuple[str, int, int]:
    """Return the part of a line around a place that fits a width, the cells before the place, and its cells.

    Only the beginning is shown of a place that continues on the next line or exceeds the width.
    """
    source = sanitize(text[line.start : line.end])
    begin = min(span.start - line.start, len(source))
    stop = max(begin, min(span.end - line.start, len(source)))
    space = width - 2  # for the ellipses
    first, last = begin, begin
    used = 0
    while last < stop and used + cells(source[last]) <= space:
        used += cells(source[last])
        last += 1
    stop = last
    before = after = True
    while before or after:  # extend by one cell on either side in turn while there is space
        before = first > 0 and used + cells(source[first - 1]) <= space
        if before:
            first -= 1
            used += cells(source[first])
        after = last < len(source) and used + cells(source[last]) <= space
        if after:
            used += cells(source[last])
            last += 1
    lead = "…" if first else ""
    tail = "…" if last < len(source) else ""
    cells_before = len(lead) + sum(map(cells, source[first:begin]))
    return lead + source[first:last] + tail, cells_before, max(sum(map(cells, source[begin:stop])), 1)

"""Suppression comments in a draft.

    <!-- resolint: disable-next also-missing, PUN -- agreed wording -->   the next paragraph, or the rest of this one
    <!-- resolint: disable CIT003 --> … <!-- resolint: enable CIT003 -->  all between them
    <!-- resolint: disable-file SYM -->                                   the whole file

The selectors are codes, names, families and ``ALL``; a command without selectors applies to all rules.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from ...grammar.syntax.tree import Document, Footnote, Heading, OrganLine, Paragraph, Stray, Table, walk
from ...grammar.text import compile_cache
from ...grammar.text.named_tuple import NamedTuple
from ...grammar.text.positions import Span
from ...grammar.text.suggestions import closest
from ...rules.finding import Applicability, Edit, Finding, Fix
from ...rules.registry import Registry, UnknownRuleError

COMMANDS = ("disable-next", "disable", "enable", "disable-file")
REASON_PLACEHOLDER = "give a reason"
"""The words in place of the reason in a comment that was inserted and not yet completed."""
_LONGEST = 2000  # code points of one comment: a limit keeps unclosed comments linear
_BEGINS = compile_cache.pattern(r"<!--[ \t]{0,8}resolint:[ \t]{0,8}([\w-]{0,40})")
_WORD = compile_cache.pattern(r"[^\s,]+")


class Comment(NamedTuple):
    """A suppression comment as written; `words` are its codes with their places."""

    span: Span
    command: str
    words: tuple[tuple[str, Span], ...]
    reason: str = ""


class _Word:
    """One code in a comment, and whether it suppressed anything."""

    __slots__ = ("codes", "comment", "span", "used", "word")

    def __init__(self, comment: Comment, word: str, span: Span, codes: frozenset[str]) -> None:
        self.comment, self.word, self.span, self.codes = comment, word, span, codes
        self.used = False


class _Stretches:
    """Suppressed ranges of text, disjoint or with the same end, each with the word that suppresses it."""

    def __init__(self) -> None:
        self._found: list[tuple[int, int, _Word]] = []
        self._starts: list[int] | None = None

    def add(self, start: int, end: int, word: _Word) -> None:
        self._found.append((start, end, word))
        self._starts = None

    def at(self, offset: int) -> _Word | None:
        if self._starts is None:
            self._found.sort(key=lambda entry: entry[:2])
            self._starts = [start for start, _, _ in self._found]
        last = bisect_right(self._starts, offset) - 1
        return self._found[last][2] if last >= 0 and offset <= self._found[last][1] else None


class Suppressions:
    """The suppressions of one text, and which of them are unused."""

    def __init__(self, document: Document, registry: Registry) -> None:
        self.unknown: list[Finding] = []
        """The findings about invalid comments."""
        self._text = document.source
        self._words: list[_Word] = []
        self._stretches: dict[tuple[str, frozenset[str]], _Stretches] = {}
        self._open: dict[frozenset[str], tuple[int, _Word]] = {}
        found = list(comments(self._text))
        blocks = _blocks(document) if any(comment.command == "disable-next" for comment in found) else []
        for comment in found:
            if comment.reason == REASON_PLACEHOLDER:
                self.unknown.append(Finding(comment.span, f"Missing reason: replace “{REASON_PLACEHOLDER}”"))
            for word in self._meant(comment, registry):
                self._words.append(word)
                match comment.command:
                    case "disable-next":
                        for start, end in _next(comment, blocks):
                            self._suppress("next", word.codes, start, end, word)
                    case "disable":
                        self._open.setdefault(word.codes, (comment.span.end, word))
                    case "enable":
                        self._enable(word)
                    case _:
                        self._suppress("file", word.codes, 0, len(self._text), word)
        for codes, (start, word) in self._open.items():
            self._suppress("from", codes, start, len(self._text), word)

    def __bool__(self) -> bool:
        """Whether the text has valid suppressions."""
        return bool(self._words)

    def suppress(self, code: str, finding: Finding) -> bool:
        """Return whether a finding is suppressed, and mark the comment as used."""
        for (_, codes), stretches in self._stretches.items():
            if code in codes and (word := stretches.at(finding.span.start)):
                word.used = True
                return True
        return False

    def unused(self, enabled: frozenset[str], elsewhere: frozenset[str] = frozenset()) -> Iterator[Finding]:
        """Return findings for the unused words.

        Args:
            enabled: The codes of the enabled rules. A word is skipped unless all its rules are enabled.
            elsewhere: The codes of rules that do not apply to texts of this kind; a family is judged without them.
        """
        for word in self._words:
            codes = word.codes - elsewhere
            if not word.used and codes and codes <= enabled:
                selector = f"{word.comment.command} {word.word}".strip()
                yield Finding(word.span, f"Unused suppression “{selector}”", self._removal(word, Applicability.SAFE))

    def _meant(self, comment: Comment, registry: Registry) -> Iterator[_Word]:
        if comment.command not in COMMANDS:
            hint = _hint(comment.command, COMMANDS)
            message = f"Unknown suppression command “{comment.command}”{hint}"
            self.unknown.append(Finding(comment.span, message, self._respelling(comment)))
        elif not comment.words:
            yield _Word(comment, "", comment.span, registry.meant("ALL"))
        else:
            for name, span in comment.words:
                try:
                    yield _Word(comment, name, span, registry.meant(name))
                except UnknownRuleError:
                    word = _Word(comment, name, span, frozenset())
                    message = f"Unknown rule or family “{name}”{_hint(name, registry.selectors)}"
                    self.unknown.append(Finding(span, message, self._removal(word, Applicability.UNSAFE)))

    def _suppress(self, kind: str, codes: frozenset[str], start: int, end: int, word: _Word) -> None:
        self._stretches.setdefault((kind, codes), _Stretches()).add(start, end, word)

    def _enable(self, word: _Word) -> None:
        """End what is disabled; if a family is enabled in part, the rest stays disabled."""
        here = word.comment.span.start
        for codes, (start, disabling) in list(self._open.items()):
            if codes & word.codes:
                word.used = True
                del self._open[codes]
                self._suppress("from", codes, start, here, disabling)
                if rest := codes - word.codes:
                    self._open.setdefault(rest, (here, disabling))

    def _respelling(self, comment: Comment) -> Fix | None:
        """Return the probable command, to be applied by hand: it could suppress unseen findings."""
        meant = closest(comment.command, COMMANDS)
        if meant is None:
            return None
        start = self._text.index(comment.command, comment.span.start + len("<!--resolint:"))
        edit = Edit(Span(start, start + len(comment.command)), meant)
        return Fix(f"Replace with “{meant}”", (edit,), Applicability.MANUAL)

    def _removal(self, word: _Word, applicability: Applicability) -> Fix:
        spans = [span for _, span in word.comment.words]
        if len(spans) < 2:
            return Fix("Remove the comment", (Edit(_with_its_line(self._text, word.comment.span), ""),), applicability)
        nth = spans.index(word.span)
        gone = Span(spans[nth - 1].end, word.span.end) if nth else Span(word.span.start, spans[1].start)
        return Fix(f"Remove “{word.word}” from the comment", (Edit(gone, ""),), applicability)


def _hint(wrong: str, known: Iterable[str]) -> str:
    near = closest(wrong, known)
    return f"; did you mean “{near}”?" if near else ""


def suppressing(document: Document, code: str, at: int, reason: str) -> Edit | None:
    """Return the edit that suppresses a rule in the paragraph at an offset; none outside a paragraph."""
    text = document.source
    block = next((b for b in _blocks(document) if any(piece.start <= at <= piece.end for piece in b)), None)
    if block is None:
        return None
    row = document.lines.position(block[0].start).row
    line = document.lines.line(row)
    end = text[line.end : _past_line_end(text, line.end)] or "\n"
    set_apart = row == 1 or not text[slice(*document.lines.line(row - 1))].strip()
    comment = f"<!-- resolint: {COMMANDS[0]} {code} -- {reason} -->{end}{end if set_apart else ''}"
    return Edit(Span(line.start, line.start), comment)


def comments(text: str) -> Iterator[Comment]:
    """Return the suppression comments of a text, in order.

    >>> [(c.command, [w for w, _ in c.words]) for c in comments("<!-- resolint: disable SEQ, PUN001 -- agreed -->")]
    [('disable', ['SEQ', 'PUN001'])]
    """
    for match in _BEGINS.finditer(text):
        end = text.find("-->", match.end(), match.end() + _LONGEST)
        if end < 0:
            continue
        reason = text.find("--", match.end(), end)
        words = _WORD.finditer(text, match.end(), end if reason < 0 else reason)
        why = text[reason + 2 : end].strip() if reason >= 0 else ""
        yield Comment(
            Span(match.start(), end + 3), match[1], tuple((word[0], Span(*word.span())) for word in words), why
        )


def _blocks(document: Document) -> list[tuple[Span, ...]]:
    """Return the pieces of each paragraph, heading, footnote and table, with its mark but without its children."""
    blocks: list[tuple[Span, ...]] = []
    for node in (*walk(document), *document.footnotes):
        match node:
            case Paragraph(mark=mark) if mark is not None:
                blocks.append((mark.span, *(segment.span for segment in node.prose.segments)))
            case Footnote():
                blocks.append((node.mark, *(segment.span for segment in node.prose.segments)))
            case Paragraph() | Heading() | OrganLine() | Stray():
                blocks.append(tuple(segment.span for segment in node.prose.segments))
            case Table():
                blocks.append((node.span,))
    return sorted(blocks)


def _next(comment: Comment, blocks: list[tuple[Span, ...]]) -> Iterable[Span]:
    """Return the rest of the block that contains a comment, or else the next block."""
    after = bisect_right(blocks, comment.span.start, key=lambda pieces: pieces[0].start)
    if after:
        inside = blocks[after - 1]
        if any(piece.start <= comment.span.start < piece.end for piece in inside):
            rest = [Span(max(piece.start, comment.span.end), piece.end) for piece in inside]
            if rest[-1].start < rest[-1].end:
                return [piece for piece in rest if piece.start < piece.end]
    return blocks[after] if after < len(blocks) else ()


def _with_its_line(text: str, span: Span) -> Span:
    """Return a comment's span, widened to the line, blank line or space that its removal would leave over."""
    start, end = span
    while start and text[start - 1] in " \t":
        start -= 1
    while end < len(text) and text[end] in " \t":
        end += 1
    begins, ends = not start or text[start - 1] in "\r\n", end == len(text) or text[end] in "\r\n"
    if not begins:
        return Span(start, end if ends else span.end)
    if not ends:
        return Span(span.start, end)
    end = _past_line_end(text, end)
    blank_above = not start or text[max(start - 3, 0) : start].endswith(("\n\n", "\r\r", "\n\r\n"))
    return Span(start, _past_line_end(text, end) if blank_above else end)


def _past_line_end(text: str, offset: int) -> int:
    """Return the offset after the line ending at an offset, or the offset itself if there is none."""
    if text.startswith("\r\n", offset):
        return offset + 2
    return offset + (text[offset : offset + 1] in ("\r", "\n"))

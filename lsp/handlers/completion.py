"""Completion: openers with the expected adverb, citations from the database, and labels of footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_uppercase

from lsprotocol import types

from ...grammar.database.citation_text import citation_text, date_in_words
from ...grammar.database.resolutions import Entry
from ...grammar.model.citations import adopting_organ
from ...grammar.text.positions import Span
from ...grammar.text.record import Record
from ...rules.kinds.date_messages import source_of
from .. import node_at_position, settings_file, suppression_help
from ..document_snapshot import DocumentSnapshot
from ..document_store import OpenDocument, common_prefix_length
from ..opener_completion import opener_candidates, resolution_at
from ..opener_usage import describe_frequency
from ..position_encoding import PositionEncoder
from ..server import Server
from ..settings_file import is_settings_file

TRIGGER_CHARACTERS = ("*", "_", "/", "^", *ascii_uppercase)
"""Openers begin with a capital letter: in Markdown, some editors complete only after a trigger character."""
_MAX_ITEMS = 100
_PARAGRAPH_START = re.compile(
    r"[ \t]{0,8}(?P<marker>(?:OP|PP)?\d{1,3}(?:\\?[.)])?[ \t]{1,4}|\\?\([a-z]{1,4}\\?\)[ \t]{1,4})?"
    r"(?:<!--(?:[^-]|-(?!->)){0,400}-->[ \t]{0,4})?"
    r"(?P<typed>(?P<italic>[*_]{0,2})(?P<words>[^\W\d_]?[^\W\d_]*(?:[ -][^\W\d_]*){0,8}))"
)
_NUMBER = re.compile(r"(?<![\w/])(?:E?S-)?\d{1,4}(?:/\d{0,4})?$")
_FOOTNOTE_REFERENCE = re.compile(r"\[\^(?P<label>[\w*-]{0,16})$")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,16}\]:")
_KIND_WINDOW = 80  # code points before a number that are searched for “resolution” or “decision”
_WORD = re.compile(r"[^\W\d_]+")


async def completion(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    """Return the completions at a position."""
    nothing = types.CompletionList(is_incomplete=False, items=[])
    text = ls.documents.get(params.text_document.uri)
    if text is None:
        return nothing
    encoder = PositionEncoder(text.uri, text.lines, ls.encoding)
    offset, registry = encoder.offset(params.position), ls.configuration.settings(text.uri).registry
    if is_settings_file(text.uri):
        return types.CompletionList(False, list(settings_file.completions(encoder, offset, registry)))
    in_comment = suppression_help.completions(encoder, offset, registry)
    if in_comment is not None:
        return types.CompletionList(False, list(in_comment))
    start = _paragraph_start(text, offset)
    # Openers and citations depend on the text before the paragraph only, so an older analysis that shares it will do.
    # Footnote labels depend on the text after the cursor as well.
    snapshot = ls.latest_snapshot(text.uri)
    is_footnote = _FOOTNOTE_REFERENCE.search(text.source, start, offset) is not None
    if snapshot is None or is_footnote or _shared_length(snapshot, text) < start:
        snapshot = await ls.snapshot(text.uri)
    if snapshot is None or ls.documents.get(text.uri) is not text:
        return nothing
    request = _Request(text, snapshot, start, offset, ls.encoding)
    items = list(request.footnote_references()) or list(request.citations()) or list(request.openers())
    return types.CompletionList(is_incomplete=True, items=items[:_MAX_ITEMS])


def _shared_length(snapshot: DocumentSnapshot, text: OpenDocument) -> int:
    """Return how much of a text from its beginning is that of an earlier snapshot, in code points."""
    return common_prefix_length((snapshot.opened or snapshot.text).source, text.source)


def _paragraph_start(text: OpenDocument, offset: int) -> int:
    """Return where the paragraph at an offset begins: after the last blank line, or at a line with a marker."""
    row = text.lines.position(offset).row
    while row > 1:
        line = text.lines.line(row)
        above = text.lines.line(row - 1)
        match = _PARAGRAPH_START.match(text.source, *line)
        if (match and match["marker"]) or not text.source[slice(*above)].strip():
            return line.start
        row -= 1
    return 0


class _Request(Record):
    """A position at which the user is typing."""

    text: OpenDocument
    snapshot: DocumentSnapshot
    """The analysis of this version, or of an earlier one that has the same text before `start`."""
    start: int
    """Where the paragraph begins, in the text of the editor."""
    offset: int
    encoding: str

    @property
    def start_in_tree(self) -> int:
        """Return where the paragraph begins in the text of the tree, which has no front matter and the like."""
        return self.snapshot.lines.offset(self.text.lines.position(self.start))

    @property
    def typed_text(self) -> str:
        """Return the text of the paragraph before the cursor."""
        return self.text.source[self.start : self.offset]

    def range_before(self, length: int) -> types.Range:
        """Return the range of the last code points before the cursor."""
        encoder = PositionEncoder(self.text.uri, self.text.lines, self.encoding)
        return encoder.range(Span(self.offset - length, self.offset))

    def footnote_references(self) -> Iterator[types.CompletionItem]:
        """Return the labels of the footnotes after ``[^``, and the next unused number."""
        typed = _FOOTNOTE_REFERENCE.search(self.typed_text)
        if typed is None:
            return
        footnotes = self.snapshot.document.footnotes
        numbers = [int(footnote.label) for footnote in footnotes if footnote.label.isdecimal()]
        unused = str(max(numbers, default=0) + 1)
        closed = self.text.source.startswith("]", self.offset)
        labels = [*((footnote.label, footnote.text) for footnote in footnotes), (unused, "")]
        for index, (label, words) in enumerate(labels):
            yield types.CompletionItem(
                label=f"[^{label}]",
                kind=types.CompletionItemKind.Reference,
                detail=words[:120] or "new footnote",
                sort_text=f"{index:04}",
                filter_text=f"[^{label}",
                text_edit=types.TextEdit(self.range_before(len(typed.group())), f"[^{label}{'' if closed else ']'}"),
            )

    def citations(self) -> Iterator[types.CompletionItem]:
        """Return the database entries that begin with the typed number, as complete citations."""
        typed = _NUMBER.search(self.typed_text)
        if typed is None or self.typed_text[: typed.start()].strip() == "":
            return
        reader = self.snapshot.document.language.citations
        before = {word.lower() for word in _WORD.findall(self.typed_text[: typed.start()][-_KIND_WINDOW:])}
        has_kind = bool(before & reader.kinds.keys())
        if "/" not in typed.group() and not has_kind:
            return
        organ = None
        if self.snapshot.analysis.profiles:
            resolution = resolution_at(self.snapshot, self.start_in_tree)
            organ = adopting_organ(node_at_position.rule_context(self.snapshot, resolution))
        in_footnote = _FOOTNOTE.match(self.typed_text) is not None
        entries = sorted(
            self.snapshot.settings.register.starting(typed.group()),
            key=lambda entry: (entry.organ != organ, len(entry.number), entry.number, entry.organ),
        )
        for index, entry in enumerate(entries[:_MAX_ITEMS]):
            inserted = _format_citation(
                self.snapshot, entry, is_own=entry.organ == organ, has_kind=has_kind, in_footnote=in_footnote
            )
            facts = [f"“{entry.title}”" if entry.title else "", source_of(entry) if entry.date else ""]
            yield types.CompletionItem(
                label=entry.number,
                label_details=types.CompletionItemLabelDetails(description=entry.organ),
                kind=types.CompletionItemKind.Reference,
                detail=citation_text(entry, reader).text,
                documentation="\n\n".join(filter(None, facts)) or None,
                sort_text=f"{index:04}",
                filter_text=entry.number,
                text_edit=types.TextEdit(self.range_before(len(typed.group())), inserted),
            )

    def openers(self) -> Iterator[types.CompletionItem]:
        """Return the openers that begin with the typed words: first with the expected adverb, then by frequency."""
        typed = _PARAGRAPH_START.fullmatch(self.typed_text)
        if typed is None:
            return
        found = opener_candidates(self.snapshot, self.start_in_tree, numbered=typed["marker"] is not None)
        if found is None:
            return
        matches = (
            (candidate, matched)
            for candidate in found.candidates
            if (matched := candidate.matching_text(typed["words"])) is not None
        )
        ranked = sorted(matches, key=lambda match: match[0].rank)[:_MAX_ITEMS]
        mark = typed["italic"] or found.italic_mark
        closed = bool(mark) and self.text.source.startswith(mark, self.offset)
        text_range = self.range_before(len(typed["typed"]))
        for index, (candidate, matched) in enumerate(ranked):
            frequency = describe_frequency(candidate.frequency) if candidate.frequency else None
            yield types.CompletionItem(
                label=candidate.words,
                kind=types.CompletionItemKind.Keyword,
                detail=candidate.reason or frequency,
                preselect=(index == 0 and bool(candidate.reason)) or None,
                sort_text=f"{index:04}",
                filter_text=f"{typed['italic']}{matched}",
                text_edit=types.TextEdit(text_range, f"{mark}{candidate.words}{'' if closed else mark}"),
            )


def _format_citation(
    snapshot: DocumentSnapshot, entry: Entry, *, is_own: bool, has_kind: bool, in_footnote: bool
) -> str:
    """Return an entry as it is cited at this position.

    Args:
        snapshot: The document.
        entry: The resolution or decision.
        is_own: Whether the organ of the draft adopted it.
        has_kind: Whether “resolution” or “decision” is already written before the number.
        in_footnote: Whether the citation is in a footnote.
    """
    reader = snapshot.document.language.citations
    cited = citation_text(entry, reader)
    if in_footnote:
        return entry.number if has_kind else (cited.own_note if is_own else cited.footnote).rstrip(".")
    if not has_kind:
        return cited.own_text if is_own else cited.text
    return f"{entry.number} {reader.before_date} {date_in_words(entry.date, reader)}" if entry.date else entry.number

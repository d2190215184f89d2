"""Completion: openers with the adverb that is due, citations from the register, labels of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lsprotocol import types

from ...grammar.database.citation_text import citation_text, date_in_words
from ...grammar.database.resolutions import Entry
from ...grammar.model.citations import adopting_organ
from ...grammar.text.positions import Span
from ...rules.kinds.date_messages import source_of
from .. import node_at_position
from ..document_snapshot import DocumentSnapshot
from ..document_store import OpenDocument, common
from ..opener_completion import choices, standing
from ..opener_usage import counted
from ..position_encoding import PositionEncoder
from ..server import Server

TRIGGERS = ("*", "_", "/", "^")
_MOST = 100
_HEAD = re.compile(
    r"[ \t]{0,8}(?P<mark>(?:OP|PP)?\d{1,3}\.?[ \t]{1,4}|\([a-z]{1,4}\)[ \t]{1,4})?"
    r"(?P<typed>(?P<sign>[*_]{0,2})(?P<words>[^\W\d_]?[^\W\d_]*(?:[ -][^\W\d_]*){0,8}))"
)
_NUMBER = re.compile(r"(?<![\w/])(?:E?S-)?\d{1,4}(?:/\d{0,4})?$")
_CALL = re.compile(r"\[\^(?P<label>[\w*-]{0,16})$")
_NOTE = re.compile(r"\[\^[^\]\s]{1,16}\]:")
_LOOKED_AT = 80  # code points before a number among which the word stands that it is cited under
_WORD = re.compile(r"[^\W\d_]+")


async def completion(ls: Server, params: types.CompletionParams) -> types.CompletionList:
    """What can stand at a place."""
    nothing = types.CompletionList(is_incomplete=False, items=[])
    text = ls.texts.get(params.text_document.uri)
    if text is None:
        return nothing
    offset = text.lines.from_units(params.position.line, params.position.character, ls.encoding)
    begin = _begin(text, offset)
    view = ls.latest(text.uri)  # what stands before the paragraph decides, and an older analysis may know that already
    behind = _CALL.search(text.source, begin, offset) is not None  # a call asks for what may stand behind it
    if view is None or behind or common(view.text.source, text.source) < begin:
        view = await ls.view(text.uri)
    if view is None or ls.texts.get(text.uri) is not text:
        return nothing
    here = _Here(text, view, begin, offset, ls.encoding)
    items = list(here.footnote_references()) or list(here.citations()) or list(here.openers())
    return types.CompletionList(is_incomplete=True, items=items[:_MOST])


def _begin(text: OpenDocument, offset: int) -> int:
    """Where the paragraph begins that an offset stands in: behind the last blank line, or on its own one if marked."""
    row = text.lines.position(offset).row
    while row > 1:
        line = text.lines.line(row)
        above = text.lines.line(row - 1)
        head = _HEAD.match(text.source, *line)
        if (head and head["mark"]) or not text.source[slice(*above)].strip():
            return line.start
        row -= 1
    return 0


@dataclass(frozen=True, slots=True)
class _Here:
    """A place of a text where something is being typed."""

    text: OpenDocument
    view: DocumentSnapshot
    """Of the text, or of an earlier version that is the same as far as `begin`."""
    begin: int
    """Where the paragraph begins."""
    offset: int
    encoding: str

    @property
    def head(self) -> str:
        """The paragraph as far as it is typed."""
        return self.text.source[self.begin : self.offset]

    def range(self, length: int) -> types.Range:
        """The last code points before the place."""
        sheet = PositionEncoder(self.text.uri, self.text.lines, self.encoding)
        return sheet.range(Span(self.offset - length, self.offset))

    def footnote_references(self) -> Iterator[types.CompletionItem]:
        """The labels of notes behind ``[^``, and the next one that is free."""
        typed = _CALL.search(self.head)
        if typed is None:
            return
        notes = self.view.document.footnotes
        numbers = [int(note.label) for note in notes if note.label.isdecimal()]
        free = str(max(numbers, default=0) + 1)
        closed = self.text.source.startswith("]", self.offset)
        for nth, (label, words) in enumerate((*((note.label, note.text) for note in notes), (free, ""))):
            yield types.CompletionItem(
                label=f"[^{label}]",
                kind=types.CompletionItemKind.Reference,
                detail=words[:120] or "a new note",
                sort_text=f"{nth:04}",
                filter_text=f"[^{label}",
                text_edit=types.TextEdit(self.range(len(typed.group())), f"[^{label}{'' if closed else ']'}"),
            )

    def citations(self) -> Iterator[types.CompletionItem]:
        """The entries of the register under the number that is typed, with date and, if none is named, organ."""
        typed = _NUMBER.search(self.head)
        if typed is None or self.head[: typed.start()].strip() == "":
            return
        reader = self.view.document.language.citations
        before = {word.lower() for word in _WORD.findall(self.head[: typed.start()][-_LOOKED_AT:])}
        named = bool(before & reader.kinds.keys())
        if "/" not in typed.group() and not named:
            return
        resolution = standing(self.view, self.begin)
        own = adopting_organ(node_at_position.context(self.view, resolution)) if self.view.analysis.profiles else None
        in_note = _NOTE.match(self.head) is not None
        found = sorted(
            self.view.settings.register.starting(typed.group()),
            key=lambda entry: (entry.organ != own, len(entry.number), entry.number, entry.organ),
        )
        for nth, entry in enumerate(found[:_MOST]):
            written = _written(self.view, entry, own=entry.organ == own, named=named, in_note=in_note)
            facts = [f"“{entry.title}”" if entry.title else "", source_of(entry) if entry.date else ""]
            yield types.CompletionItem(
                label=entry.number,
                label_details=types.CompletionItemLabelDetails(description=entry.organ),
                kind=types.CompletionItemKind.Reference,
                detail=citation_text(entry, reader).text,
                documentation="\n\n".join(filter(None, facts)) or None,
                sort_text=f"{nth:04}",
                filter_text=entry.number,
                text_edit=types.TextEdit(self.range(len(typed.group())), written),
            )

    def openers(self) -> Iterator[types.CompletionItem]:
        """The openers that begin as the paragraph does, most used first, with the adverb that is due."""
        typed = _HEAD.fullmatch(self.head)
        if typed is None:
            return
        found = choices(self.view, self.begin, marked=typed["mark"] is not None)
        if found is None:
            return
        words, sign = typed["words"], typed["sign"]
        fitting = ((choice, begun) for choice in found.of if (begun := choice.begun(words)) is not None)
        ranked = sorted(fitting, key=lambda fit: fit[0].rank)[:_MOST]
        mark = sign or found.mark
        closed = bool(mark) and self.text.source.startswith(mark, self.offset)
        for nth, (choice, begun) in enumerate(ranked):
            yield types.CompletionItem(
                label=choice.words,
                kind=types.CompletionItemKind.Keyword,
                detail=choice.why or (counted(choice.used) if choice.used else None),
                preselect=(nth == 0 and bool(choice.why)) or None,
                sort_text=f"{nth:04}",
                filter_text=f"{sign}{begun}",
                text_edit=types.TextEdit(
                    self.range(len(typed["typed"])), f"{mark}{choice.words}{'' if closed else mark}"
                ),
            )


def _written(view: DocumentSnapshot, entry: Entry, *, own: bool, named: bool, in_note: bool) -> str:
    """An entry as it is cited where it stands."""
    reader = view.document.language.citations
    if in_note:
        return entry.number if named else citation_text(entry, reader)[3 if own else 2].rstrip(".")
    if not named:
        return citation_text(entry, reader)[1 if own else 0]
    return f"{entry.number} {reader.before_date} {date_in_words(entry.date, reader)}" if entry.date else entry.number

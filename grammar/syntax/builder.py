"""Build the typed tree from the tree of the grammar."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from ..text.incremental_cache import IncrementalCache
from ..text.lalr import Tree
from ..text.named_tuple import NamedTuple
from ..text.positions import Span
from .blocks import Block
from .clause_token import ClauseToken
from .language import Language
from .openers.lexicon import OPERATIVE, PREAMBLE
from .paragraph_joiner import Clause, JoinedParagraphs
from .paragraph_text import ParagraphText
from .tree import (
    Annex,
    Footnote,
    Furniture,
    Heading,
    Kind,
    ListItem,
    Node,
    Operative,
    OrganLine,
    Paragraph,
    PlainParagraph,
    Preambular,
    Prose,
    Provision,
    ReportParagraph,
    Resolution,
    Segment,
    Stray,
    SubParagraph,
    Table,
)

_Child = Tree[ClauseToken] | ClauseToken


class Built(NamedTuple):
    """The nodes of a document, its footnotes and its furniture."""

    items: tuple[Node, ...]
    footnotes: tuple[Footnote, ...]
    furniture: tuple[Furniture, ...]


def build(
    text: str,
    language: Language,
    tree: Tree[ClauseToken],
    stray: list[ClauseToken],
    found: JoinedParagraphs,
    *,
    memory: IncrementalCache,
) -> Built:
    """Return the typed nodes of a text: of the tree, of the tokens that the grammar does not accept, and the others."""
    builder = _Builder(text, language, memory)
    return Built(builder.items(tree, stray), builder.footnotes(found.footnotes), builder.furniture(found.furniture))


class _Builder:
    """Builds the nodes of one text in order, because paragraphs refer to the section heading before them."""

    def __init__(self, text: str, language: Language, memory: IncrementalCache) -> None:
        self.text = text
        self.language = language
        self.memory = memory
        self.section: Heading | None = None
        self._ids = count(1)  # the document itself has 0
        self.body = "other"
        self.decision = False

    def items(self, tree: Tree[ClauseToken], stray: Iterable[ClauseToken]) -> tuple[Node, ...]:
        found = [node for child in tree.children for node in self.item(child)]
        found += [Stray(t.clause.span, self.prose(t.clause), id=next(self._ids)) for t in stray if t.clause is not None]
        return tuple(sorted(found, key=lambda node: node.span.start))

    def item(self, child: _Child) -> tuple[Node, ...]:
        assert isinstance(child, Tree)
        match child.data:
            case "resolution":
                found = self.resolution(child)
                if found.organ or found.body or found.parts or found.kind is Kind.DECISION:
                    return (found,)
                # a head without content is a line of a table of contents
                return (*([found.head] if found.head else []), *found.titles)
            case "heading":
                return (self.heading(_token(child.children[0])),)
            case "report":
                return (self.paragraph(child, ReportParagraph),)
            case _:
                return (self.loose(child),)

    def loose(self, child: Tree[ClauseToken]) -> Node:
        clause = _token(child.children[0]).clause
        assert clause is not None
        if clause.block.form.name == "TABLE":
            return Table(clause.span, id=next(self._ids))
        return self.paragraph(child, PlainParagraph)

    # -- resolutions

    def resolution(self, tree: Tree[ClauseToken], *, is_part: bool = False) -> Resolution:
        head: Heading | None = None
        kind, number = Kind.RESOLUTION, None
        titles: list[Heading] = []
        organ: OrganLine | None = None
        body: tuple[Node, ...] = ()
        parts: list[Resolution] = []
        annexes: list[Annex] = []
        start: int | None = None
        end = 0
        for child in tree.children:
            if isinstance(child, ClauseToken):
                clause = child.clause
                if clause is None:
                    continue
                if child.type in ("HEAD", "PART"):
                    head = self.heading(child)
                    number = clause.block.head.number if clause.block.head else clause.block.numeral
                    if clause.block.head:
                        kind = Kind(clause.block.head.kind)
                        if clause.block.head.title:
                            titles.append(self.title_in_head(clause))
                elif child.type == "TITLE":
                    titles.append(self.heading(child))
                else:
                    organ = self.organ(clause)
                    self.body = organ.body
                span = clause.span
            else:
                match child.data:
                    case "body":
                        self.section, self.decision = None, kind.value.endswith("decision")
                        late = None if organ else _late(child)
                        if late is not None and late.clause is not None:
                            organ = self.organ(late.clause)
                            self.body = organ.body
                        body = tuple(self.clause(c) for c in child.children if late is None or not _parts(c))
                        spans = [node.span for node in (*body, *([organ] if late is not None and organ else []))]
                        spans.sort()
                        span = Span(spans[0].start, spans[-1].end) if spans else Span(start or 0, end)
                    case "part":
                        part = self.resolution(child, is_part=True)
                        parts.append(part)
                        span = part.span
                    case _:
                        annex = self.annex(child)
                        annexes.append(annex)
                        span = annex.span
            start = span.start if start is None else start
            end = max(end, span.end)
        return Resolution(
            span=Span(start or 0, end),
            kind=kind,
            head=head,
            number=number.replace("\u00a0", " ") if number else None,
            titles=tuple(titles),
            organ=organ,
            body=body,
            parts=tuple(parts),
            annexes=tuple(annexes),
            is_part=is_part,
            id=next(self._ids),
        )

    def title_in_head(self, clause: Clause) -> Heading:
        assert clause.block.head is not None
        assert clause.block.head.title is not None
        start, end = (clause.block.span.start + place for place in clause.block.head.title)
        span = Span(start, end)
        return Heading(span, self.words((span,)), id=next(self._ids))

    def heading(self, token: ClauseToken) -> Heading:
        clause = token.clause
        assert clause is not None
        block = clause.block
        start = block.mark.span.start if block.mark else block.words  # a numbered title keeps its number
        end = clause.span.end
        if block.head and block.head.title:
            end = block.span.start + block.head.title[0]
            end = start + len(self.text[start:end].rstrip())
        elif len(clause.segments) == 1 and block.depth:
            end = block.span.start + self.language.headings.bare(self.text[block.span.start : end])[1]
        span = Span(clause.span.start, end if block.head and block.head.title else clause.span.end)
        first, *others = clause.segments
        segments = (Span(start, first.end), *others) if others else (Span(start, end),)
        return Heading(span, self.words(segments), block.numeral, block.word, block.depth, id=next(self._ids))

    def organ(self, clause: Clause) -> OrganLine:
        words = clause.block.organ
        assert words is not None
        return OrganLine(clause.span, self.prose(clause), words.name, words.body, id=next(self._ids))

    def annex(self, tree: Tree[ClauseToken]) -> Annex:
        heading = self.heading(_token(tree.children[0]))
        items = tuple(self.clause(child) for child in tree.children[1:])
        span = Span(heading.span.start, max([heading.span.end, *(i.span.end for i in items)]))
        return Annex(span, heading, items, id=next(self._ids))

    # -- paragraphs

    def clause(self, child: _Child) -> Node:
        assert isinstance(child, Tree)
        match child.data:
            case "preambular":
                return self.opened(child, Preambular, PREAMBLE)
            case "operative":
                return self.opened(child, Operative, OPERATIVE)
            case "late":
                return self.heading(_token(child.children[0]))  # a second organ line
            case "section":
                self.section = self.heading(_token(child.children[0]))
                return self.section
            case "table":
                clause = _token(child.children[0]).clause
                assert clause is not None
                return Table(clause.span, id=next(self._ids))
            case "item":
                return self.paragraph(child, ListItem)
            case "provision":
                return self.paragraph(child, Provision)
            case _:
                return self.paragraph(child, PlainParagraph)

    def opened(self, tree: Tree[ClauseToken], kind: type[Preambular | Operative], part: str) -> Paragraph:
        token = _token(tree.children[0])
        below = self.below(tree.children[1:], decision=self.decision and token.clause is None)
        prose, span = self.place(token, below)
        opener = prose.paragraph_text.opener(part, self.body)
        mark = token.clause.block.mark if token.clause else None
        return kind(span, prose, mark, below, self.section, opener, id=next(self._ids))

    def paragraph(self, tree: Tree[ClauseToken], kind: type[Paragraph]) -> Paragraph:
        token = _token(tree.children[0])
        below = self.below(tree.children[1:])
        prose, span = self.place(token, below)
        mark = token.clause.block.mark if token.clause else None
        return kind(span, prose, mark, below, self.section, id=next(self._ids))

    def place(self, token: ClauseToken, below: tuple[Paragraph | Table | Heading, ...]) -> tuple[Prose, Span]:
        if token.clause is None:  # no chapeau: the organ line is directly followed by (a), (b)
            at = below[0].span.start if below else token.at
            return self.words((Span(at, at),)), Span(at, below[-1].span.end if below else at)
        span = token.clause.span
        if below:
            span = Span(span.start, max(span.end, *(node.span.end for node in below)))
        return self.prose(token.clause), span

    def below(self, children: list[_Child], *, decision: bool = False) -> tuple[Paragraph | Table | Heading, ...]:
        found: list[Paragraph | Table | Heading] = []
        for child in children:
            assert isinstance(child, Tree)
            if child.data == "more":
                found.append(self.paragraph(child, PlainParagraph))
                continue
            if child.data == "within":
                found.append(self.heading(_token(child.children[0])))
                continue
            found += [self.sub(sub, decision=decision) for sub in child.children if isinstance(sub, Tree)]
        return tuple(found)

    def sub(self, tree: Tree[ClauseToken], *, decision: bool) -> SubParagraph:
        token = _token(tree.children[0])
        below = self.below(tree.children[1:])
        prose, span = self.place(token, below)
        opener = prose.paragraph_text.opener(OPERATIVE, self.body) if decision else None
        mark = token.clause.block.mark if token.clause else None
        return SubParagraph(span, prose, mark, below, self.section, opener, id=next(self._ids))

    # -- text

    def prose(self, clause: Clause) -> Prose:
        return self.words(clause.segments, clause.block.emphasis)

    def words(self, segments: tuple[Span, ...], emphasis: Span | None = None) -> Prose:
        if len(segments) == 1 and not emphasis:
            start, end = segments[0]
            paragraph_text = self.memory.get_or_compute(ParagraphText, self.text[start:end], self.language)
            return Prose(paragraph_text, (Segment(0, segments[0]),))
        pieces: list[str] = []
        places: list[Segment] = []
        length = 0
        if emphasis:
            segments = (emphasis, *segments)
        for span in segments:
            if (
                pieces
                and not (emphasis and length == len(emphasis))
                and not (pieces[-1][-2:-1].isalpha() and pieces[-1].endswith("-"))
            ):
                pieces.append(" ")
                length += 1
            places.append(Segment(length, span))
            pieces.append(self.text[span.start : span.end])
            length += len(span)
        return Prose(self.memory.get_or_compute(ParagraphText, "".join(pieces), self.language), tuple(places))

    def footnotes(self, blocks: Iterable[Block]) -> tuple[Footnote, ...]:
        found = []
        for block in blocks:
            assert block.mark is not None
            prose = self.words((Span(block.words, block.span.end),))
            found.append(Footnote(block.span, block.mark.label, block.mark.span, prose, id=next(self._ids)))
        return tuple(found)

    def furniture(self, blocks: Iterable[Block]) -> tuple[Furniture, ...]:
        return tuple(Furniture(block.span, id=next(self._ids)) for block in blocks)


def _parts(child: _Child) -> list[_Child]:
    return child.children if isinstance(child, Tree) and child.data == "late" else []


def _late(body: Tree[ClauseToken]) -> ClauseToken | None:
    """Return the organ line between the preamble and the operative part."""
    return next((_token(part) for child in body.children for part in _parts(child)), None)


def _token(child: _Child) -> ClauseToken:
    assert isinstance(child, ClauseToken)
    return child

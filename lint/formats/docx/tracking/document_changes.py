"""Make the changes of a comparison in the base document: passage by passage, each where it is in the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from lxml.etree import _Element

from .....grammar.syntax.tree import Openable
from .....grammar.text.named_tuple import NamedTuple
from .....grammar.text.positions import Span
from ..document import WordDocument
from ..edit_planner import UneditableRegionError
from ..fields import FIELD
from ..namespaces import w
from ..run_editor import RunEditor
from ..styles import Look
from .alignment import Match
from .letter_changes import LetterChanges, styled_run
from .notes import REFERENCES, Notes
from .paragraph_changes import ParagraphChanges, new_paragraph, without_number
from .passages import BASE_BREAK, DRAFT_BREAK, Letter, Passage

_TABLE = "change the table in Word"


class Problem(NamedTuple):
    """A change that was not made."""

    span: Span
    """In the draft, or in the base if the draft does not have the passage."""
    reason: str
    """What the user can do."""
    in_base: bool = False


class DocumentChanges:
    """Changes one document."""

    def __init__(
        self,
        file: WordDocument,
        editor: RunEditor,
        base: Sequence[Passage],
        draft: Sequence[Passage],
        notes: Notes,
        *,
        typed: frozenset[int],
    ) -> None:
        """Take the passages of both texts, and the ids of the nodes whose automatic number would be wrong."""
        self._file, self._editor, self._base, self._draft, self._notes = file, editor, base, draft, notes
        self._typed = typed
        self.problems: list[Problem] = []
        self.automatic: set[int] = set()
        """The ids of the nodes of the draft that were inserted with an automatic number."""
        self._italics = any(letter.look & Look.ITALIC for passage in draft for letter in passage.letters)
        self._letters = LetterChanges(editor, file.page.guards, self._italics, notes.referred)
        self._paragraphs = ParagraphChanges(editor)
        self._uses = Counter(each for passage in base for each in passage.paragraphs)
        """How many passages a paragraph has."""
        self._automatic_roles = {passage.role for passage in base if passage.automatic}
        self._kept: set[str] = set()
        """The notes whose reference stays."""

    def make(self, matches: Sequence[Match], notes: dict[str, tuple[Passage, Passage]], *, whole: bool) -> None:
        """Make all changes.

        Args:
            matches: The passages that correspond.
            notes: The notes that correspond, by their code point.
            whole: Whether what is in no resolution is deleted if the draft does not have it.
        """
        matches = [
            narrowed for match in matches for narrowed in self._narrowed(match) if self._numbered_alike(narrowed)
        ]
        for match in matches:
            self._plan(match)
        matched = {place for match in matches for place in match.base}
        gone = [p for n, p in enumerate(self._base) if n not in matched and (whole or not p.outside)]
        deleted = self._plan_deleted(gone)
        for key in sorted(self._kept & notes.keys()):
            before, after = notes[key]
            self._edit(before, after, before.letters, after.letters)
        self._editor.write()
        self._lift()
        for paragraph in self._letters.joined:
            self._join(paragraph)
        self._lay_out(matches, frozenset(deleted))
        for paragraph in deleted:
            self._paragraphs.delete(paragraph)
        self._notes.number()
        self._editor.touched.add(self._file.trees[self._file.package.main])

    def _narrowed(self, match: Match) -> list[Match]:
        """Return the match, with a single passage on each side if its paragraphs cannot be divided or joined."""
        if len(match.base) == len(match.draft) == 1:
            return [match]
        base, draft = [self._base[n] for n in match.base], [self._draft[n] for n in match.draft]
        if not match.moved and self._divisible(match, base, draft):
            return [match]
        from rapidfuzz.distance import Indel

        pairs = [(b, d) for b in match.base for d in match.draft]
        best = max(pairs, key=lambda p: Indel.normalized_similarity(self._base[p[0]].text, self._draft[p[1]].text))
        return [Match((best[0],), (best[1],), match.moved)]

    def _numbered_alike(self, match: Match) -> bool:
        """Return whether the draft's passage has the kind of number of the base's, unless numbers are typed."""
        base, draft = self._base[match.base[0]], self._draft[match.draft[0]]
        automatic = base.automatic or draft.role in self._automatic_roles
        return base.role == draft.role or not automatic

    def _divisible(self, match: Match, base: Sequence[Passage], draft: Sequence[Passage]) -> bool:
        in_row = all(side[-1] - side[0] == len(side) - 1 for side in (match.base, match.draft))
        simple = all(len(p.paragraphs) == 1 and self._uses[p.paragraphs[0]] == 1 for p in base)
        if not in_row or not simple or any(p.is_table for p in (*base, *draft)):
            return False
        if any(p.automatic for p in base) and len({p.role for p in (*base, *draft)}) > 1:
            return False
        if len({p.role.kind == "heading" for p in (*base, *draft)}) > 1:
            return False
        ends = [p.paragraphs[0] for p in base]
        return all(_between(first, last) is not None for first, last in pairwise(ends))

    def _plan(self, match: Match) -> None:
        base, draft = [self._base[n] for n in match.base], [self._draft[n] for n in match.draft]
        if any(p.is_table for p in (*base, *draft)):
            same = all(p.is_table for p in (*base, *draft)) and base[0].text == draft[0].text
            if match.moved or not same:
                self.problems.append(Problem(draft[0].node.span, _TABLE))
            return
        before: list[Letter] = []
        for n, passage in enumerate(base):
            if n:
                before.append(Letter(BASE_BREAK, paragraph=base[n - 1].paragraphs[-1]))
            before += [*passage.lead, *passage.letters]
        after: list[Letter] = []
        for n, passage in enumerate(draft):
            after += [Letter(DRAFT_BREAK)] if n else []
            mark = "" if base[0].automatic or not passage.mark else f"{passage.mark} "
            after += [*(Letter(each) for each in mark), *passage.letters]
        self._edit(base[0], draft[0], before, after)

    def _edit(self, base: Passage, draft: Passage, before: Sequence[Letter], after: Sequence[Letter]) -> None:
        try:
            self._kept |= self._letters.plan(before, after, upright=base.role.kind == "heading")
        except UneditableRegionError as reason:
            self.problems.append(Problem(draft.node.span, str(reason)))

    def _plan_deleted(self, gone: Sequence[Passage]) -> list[_Element]:
        """Plan the deletion of passages, and return the paragraphs that are deleted as a whole."""
        left = self._uses - Counter(each for passage in gone for each in passage.paragraphs)
        deleted: dict[_Element, None] = {}
        for passage in gone:
            if passage.is_table:
                self.problems.append(Problem(passage.node.span, _TABLE, in_base=True))
                continue
            try:
                self._see_free(passage)
                if any(left[each] for each in passage.paragraphs):
                    self._letters.plan([*passage.lead, *passage.letters], [])
                else:
                    deleted |= dict.fromkeys(passage.paragraphs)
            except UneditableRegionError as reason:
                self.problems.append(Problem(passage.node.span, str(reason), in_base=True))
        return list(deleted)

    def _see_free(self, passage: Passage) -> None:
        """Check that a passage may be deleted; the result of a field may, with the field."""
        guards = (self._file.page.guards.get(each.source) for each in passage.letters if each.source is not None)
        if reason := next((guard.reason for guard in guards if guard is not None and guard.reason != FIELD), ""):
            raise UneditableRegionError(reason)

    def _lift(self) -> None:
        """Take insertions at the end of links out of them, and divisions out of everything but their paragraph."""
        main = self._file.trees[self._file.package.main]
        for change in list(main.iter(w("ins"))):
            above = change.getparent()
            while above is not None and above.tag != w("p"):
                if change not in self._letters.breaks and (above.tag != w("hyperlink") or change.getnext() is not None):
                    break
                above.addnext(change)
                above = change.getparent()

    def _join(self, paragraph: _Element) -> None:
        """Delete the end of a paragraph that is merged with the next, and the empty paragraphs between."""
        for empty in paragraph.itersiblings(w("p")):
            if self._uses[empty]:
                break
            self._paragraphs.delete(empty)
        self._paragraphs.delete_mark(paragraph)

    def _lay_out(self, matches: Sequence[Match], deleted: frozenset[_Element]) -> None:
        """Put what is inserted and moved at its place, after what is deleted there."""
        by_draft = {match.draft[0]: match for match in matches}
        inside = {place for match in matches for place in match.draft[1:]}
        anchor: _Element | None = None
        row: list[_Element] = []
        rows: list[list[_Element]] = []
        waiting: list[_Element] = []
        here = 0
        for place, passage in enumerate(self._draft):
            match = by_draft.get(place)
            new: list[_Element] = []
            if place in inside:
                continue
            if match is not None and not match.moved:
                last = self._base[match.base[-1]]
                first = self._base[match.base[0]]
                if not first.paragraphs:
                    continue
                for each in waiting:
                    first.paragraphs[0].addprevious(each)
                waiting.clear()
                self._split(last.paragraphs[-1])
                anchor, here = last.paragraphs[-1], match.base[-1]
                rows.append(row := [anchor])
            elif match is not None:
                new = self._moved(self._base[match.base[0]])
                if any(True for each in new for _ in each.iter(w("moveTo"))):
                    row = []
            elif passage.is_table:
                self.problems.append(Problem(passage.node.span, _TABLE))
            else:
                new = [self._inserted(passage, here)]
            for each in new:
                if anchor is None:
                    waiting.append(each)
                else:
                    while (following := anchor.getnext()) is not None and following in deleted:
                        anchor, row = following, []
                    anchor.addnext(each)
                    anchor = each
                    row.append(each)
        for row in rows:
            self._paragraphs.extend(row)
        top = next((each for passage in self._base for each in passage.paragraphs), None)
        for each in waiting:
            if top is not None:
                top.addprevious(each)

    def _split(self, paragraph: _Element) -> None:
        for mark in [each for each in paragraph if each in self._letters.breaks]:
            self._paragraphs.split(paragraph, mark)

    def _moved(self, passage: Passage) -> list[_Element]:
        if passage.is_table or not passage.paragraphs or any(self._uses[each] > 1 for each in passage.paragraphs):
            return []
        copies = self._paragraphs.move(passage.paragraphs)
        left = {each.get(w("id")) for paragraph in passage.paragraphs for each in paragraph.iter(*REFERENCES)}
        for reference in (each for copy in copies for each in copy.iter(*REFERENCES)):
            if reference.get(w("id")) in left:
                self._notes.copied(reference)
        return copies

    def _inserted(self, passage: Passage, here: int) -> _Element:
        model = self._model(passage, here)
        paragraph = new_paragraph(model.paragraphs[-1] if model is not None else None)
        alike = model is not None and model.role == passage.role
        if model is not None and model.automatic and (not alike or passage.node.id in self._typed):
            without_number(paragraph)
        automatic = model is not None and model.automatic and alike and passage.node.id not in self._typed
        letter = None if model is None else _usual(model.letters)
        if automatic:
            self.automatic.add(passage.node.id)
        elif passage.mark:
            self._add(paragraph, letter, passage.mark, Look.PLAIN)
            if model is not None and any(
                each.source is not None and each.source.tag == w("tab") for each in model.lead
            ):
                run = styled_run(None if letter is None else letter.source, "")
                run[-1].tag = w("tab")
                run[-1].attrib.clear()
                run[-1].text = None
                paragraph.append(run)
            else:
                self._add(paragraph, letter, " ", Look.PLAIN)
        self._add_letters(paragraph, passage, model, letter)
        self._paragraphs.insert(paragraph)
        return paragraph

    def _add_letters(self, paragraph: _Element, passage: Passage, model: Passage | None, letter: Letter | None) -> None:
        opened = passage.node.opener if isinstance(passage.node, Openable) and not self._italics else None
        slanted = model is not None and bool(model.letters) and bool(model.letters[0].look & Look.ITALIC)
        words, look = "", Look.PLAIN
        for at, each in enumerate(passage.letters):
            if each.note is not None:
                self._add(paragraph, letter, words, look)
                words = ""
                paragraph.append(self._notes.referred(each.note))
                continue
            own = each.look & Look.ITALIC
            if passage.role.kind == "heading" and letter is not None:
                own = letter.look & Look.ITALIC
            elif opened is not None and slanted and opened.start <= at < opened.end:
                own = Look.ITALIC
            if own != look:
                self._add(paragraph, letter, words, look)
                words, look = "", own
            words += each.text
        self._add(paragraph, letter, words, look)

    def _add(self, paragraph: _Element, letter: Letter | None, words: str, look: Look) -> None:
        if words:
            former = Look.PLAIN if letter is None else letter.look
            source = None if letter is None else letter.source
            paragraph.append(styled_run(source, words, (former ^ look) & Look.ITALIC, look))

    def _model(self, passage: Passage, here: int) -> Passage | None:
        """Return the passage of the base whose properties an inserted one has: the nearest that is most like it."""
        role = passage.role

        def distance(place: int) -> tuple[int, int]:
            other = self._base[place].role
            unlike = (other != role) + (other[:2] != role[:2]) + (other.kind != role.kind)
            return unlike + 2 * ((other.kind == "heading") != (role.kind == "heading")), abs(2 * (place - here) - 1)

        usable = [n for n, each in enumerate(self._base) if each.paragraphs and each.letters]
        return self._base[min(usable, key=distance)] if usable else None


def _usual(letters: Sequence[Letter]) -> Letter | None:
    """Return the letter whose run has the properties of ordinary words."""
    words = [each for each in letters if each.source is not None and each.source.tag == w("t") and each.text.strip()]
    plain = (each for each in words if not each.look)
    return next(plain, words[-1] if words else None)


def _between(first: _Element, last: _Element) -> list[_Element] | None:
    """Return what is between two paragraphs; none if it is anything but empty paragraphs."""
    found: list[_Element] = []
    for each in first.itersiblings():
        if each is last:
            return found
        if each.tag == w("p") and not any((text.text or "").strip() for text in each.iter(w("t"))):
            found.append(each)
        elif each.tag in (w("p"), w("tbl"), w("sdt"), w("sectPr")):
            return None
    return None

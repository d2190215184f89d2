"""Add footnotes to a file, and copy those of moved paragraphs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element

from .....grammar.syntax.tree import Footnote
from ..comment_parts import declared, serialised
from ..document import WordDocument
from ..namespaces import MAIN, w
from ..run_editor import RunEditor
from ..styles import Look
from .letter_changes import styled_run
from .paragraph_changes import new_paragraph
from .passages import Letter

REFERENCES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}
"""The part that each kind of reference refers to."""
_SEPARATORS = (("separator", "0"), ("continuationSeparator", "1"))


class Notes:
    """The footnotes and endnotes of a file."""

    def __init__(self, file: WordDocument, editor: RunEditor, letters: Callable[[Footnote], Sequence[Letter]]) -> None:
        """Take the file, and a function that returns the letters of a footnote of the draft."""
        self._file, self._editor, self._letters = file, editor, letters
        self._roots: dict[str, _Element] = {}
        self._new = False

    def referred(self, note: Footnote) -> _Element:
        """Return a run that refers to a new footnote with the text of one of the draft."""
        root = self._root("footnotes")
        model = next((each for each in root if each.get(w("type")) is None), None)
        element = etree.SubElement(root, w("footnote"), {w("id"): _next_id(root)})
        before = None if model is None else model.find(w("p"))
        paragraph = new_paragraph(before)
        element.append(paragraph)
        paragraph.append(self._editor.noted("ins", self._own_mark(before)))
        source = None if before is None else next(before.iter(w("t")), None)
        words = [Letter(" "), *self._letters(note)]
        runs: list[tuple[Look, str]] = []
        for letter in words:
            look = letter.look & Look.ITALIC
            if runs and runs[-1][0] == look:
                runs[-1] = (look, runs[-1][1] + letter.text)
            else:
                runs.append((look, letter.text))
        for look, text in runs:
            paragraph.append(self._editor.noted("ins", styled_run(source, text, look, look)))
        run = self._reference_run()
        etree.SubElement(run, w("footnoteReference"), {w("id"): element.get(w("id"), "")})
        return run

    def copied(self, reference: _Element) -> None:
        """Give a reference that was copied a note of its own."""
        kind = REFERENCES[reference.tag]
        root = self._root(kind)
        note = next((each for each in root if each.get(w("id")) == reference.get(w("id"))), None)
        if note is None:
            return
        copy = deepcopy(note)
        copy.set(w("id"), _next_id(root))
        for change in copy.iter(w("ins"), w("del")):
            change.set(w("id"), self._editor.noted("ins").get(w("id"), ""))
        root.append(copy)
        reference.set(w("id"), copy.get(w("id"), ""))

    def parts(self) -> dict[str, bytes]:
        """Return the parts with notes that were changed here."""
        package = self._file.package
        parts = {self._name(kind): serialised(root) for kind, root in self._roots.items()}
        return parts | declared(package, self._name("footnotes"), "footnotes") if self._new else parts

    def number(self) -> None:
        """Number the notes of changed parts in the order of their references, as LibreOffice 7.4 expects."""
        for kind, root in self._roots.items():
            self._number(kind, root)

    def _number(self, kind: str, root: _Element) -> None:
        main = self._file.trees[self._file.package.main]
        references = [each for each in main.iter(*REFERENCES) if REFERENCES[each.tag] == kind]
        special = [each for each in root if each.get(w("type")) is not None]
        notes = {each.get(w("id"), ""): each for each in root if each.get(w("type")) is None}
        in_order = [each.get(w("id"), "") for each in references if each.get(w("id")) in notes]
        first = max((int(each.get(w("id"), "0")) for each in special), default=0) + 1
        order = dict.fromkeys([*in_order, *notes])
        new = {mark: str(number) for number, mark in enumerate(order, first)}
        root[:] = [*special, *(notes[mark] for mark in order)]
        for each in (*references, *notes.values()):
            each.set(w("id"), new.get(each.get(w("id"), ""), each.get(w("id"), "")))

    def _name(self, kind: str) -> str:
        package = self._file.package
        return package.part(kind) or posixpath.join(package.main.rpartition("/")[0], f"{kind}.xml")

    def _root(self, kind: str) -> _Element:
        if kind not in self._roots:
            name = self._name(kind)
            if name in self._file.trees:
                self._roots[kind] = self._file.trees[name]
            elif name in self._file.package:
                self._roots[kind] = self._file.package.tree(name)
            else:
                self._new = True
                self._roots[kind] = _empty()
        return self._roots[kind]

    def _own_mark(self, model: _Element | None) -> _Element:
        mark = None if model is None else next(model.iter(w("footnoteRef")), None)
        return self._marked(mark, "footnoteRef")

    def _marked(self, like: _Element | None, name: str) -> _Element:
        """Return a run with a mark of a footnote, in the style of another."""
        run = etree.Element(w("r"), nsmap={"w": MAIN})
        above = None if like is None else like.getparent()
        properties = None if above is None else above.find(w("rPr"))
        if properties is not None:
            run.append(deepcopy(properties))
        else:
            etree.SubElement(etree.SubElement(run, w("rPr")), w("vertAlign"), {w("val"): "superscript"})
        etree.SubElement(run, w(name))
        return run

    def _reference_run(self) -> _Element:
        main = self._file.trees[self._file.package.main]
        run = self._marked(next(main.iter(w("footnoteReference")), None), "footnoteReference")
        run.remove(run[-1])
        return run


def _next_id(root: _Element) -> str:
    marks = [each.get(w("id"), "") for each in root]
    return str(max((int(mark) for mark in marks if mark.isdecimal()), default=1) + 1)


def _empty() -> _Element:
    """Return footnotes with the lines between them and the text, which programs expect."""
    root = etree.Element(w("footnotes"), nsmap={"w": MAIN})
    for kind, mark in _SEPARATORS:
        note = etree.SubElement(root, w("footnote"), {w("type"): kind, w("id"): mark})
        run = etree.SubElement(etree.SubElement(note, w("p")), w("r"))
        etree.SubElement(run, w(kind), {})
    return root

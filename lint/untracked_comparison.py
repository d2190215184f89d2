"""Compare a draft, as it is with all its tracked changes rejected, with its base: what differs is not marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from ..grammar.compare.comparison import Change, Pair, ResolutionComparison, compare, compare_units
from ..grammar.compare.outside import outside
from ..grammar.compare.references import with_references
from ..grammar.compare.units import Part, Unit, units
from ..grammar.compare.word_diff import word_edits
from .comparison import ComparedFile, FileComparison, parsed
from .files.source_file import FileError, SourceFile


def untracked(base: tuple[str, SourceFile], draft: tuple[str, SourceFile]) -> FileComparison:
    """Compare a base with a draft that was read with all tracked changes rejected.

    Text outside the resolutions is compared too. A number that the format counts itself is not a difference.

    Raises:
        FileError: A file contains no resolution, or the draft is not a Word file.
    """
    from .formats.docx.reader import WordDraft

    if not isinstance(draft[1].document, WordDraft):
        raise FileError(f"{draft[0]}: --untracked needs a Word file (.docx) as the draft")
    before, after = (parsed(name, file) for name, file in (base, draft))
    counted = _counted(before, base[1]), _counted(after, draft[1])
    compared = compare(before.document, after.document)
    found = [_with_typed_numbers(with_references(one, before.document, after.document), *counted) for one in compared]
    around = tuple(_replaced(compare_units(_outside(before), _outside(after))))
    if any(pair.change is not Change.SAME for pair in around):
        found.append(ResolutionComparison(None, None, around, before.document))
    return FileComparison(before, after, tuple(found))


def differs(comparison: FileComparison) -> bool:
    """Return whether anything differs."""
    return any(
        pair.change is not Change.SAME or pair.renumbered for one in comparison.resolutions for pair in one.pairs
    )


def _outside(file: ComparedFile) -> tuple[Unit, ...]:
    inside = [unit for one in file.document.resolutions for unit in units(file.document, one)]
    return outside(file.document, inside)


def _replaced(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """Yield pairs in which the only line of its kind that is removed and the only one that is added are one change."""
    kinds = Counter((pair.change, type((pair.base or pair.draft)[0].node)) for pair in pairs)
    removed = {type(pair.base[0].node): pair for pair in pairs if pair.change is Change.REMOVED}

    def single(pair: Pair) -> bool:
        kind = type((pair.base or pair.draft)[0].node)
        return kinds[Change.REMOVED, kind] == kinds[Change.ADDED, kind] == 1

    for pair in pairs:
        if pair.change is Change.ADDED and single(pair):
            both = Pair(Change.CHANGED, removed[type(pair.draft[0].node)].base, pair.draft)
            yield both._replace(edits=word_edits(both.base_text, both.draft_text))
        elif pair.change is not Change.REMOVED or not single(pair):
            yield pair


def _counted(file: ComparedFile, source: SourceFile) -> Callable[[Unit], bool]:
    """Return a function that says whether the number of a unit is counted by the file's program."""
    from .formats.docx.reader import WordDraft

    document = source.document
    if not isinstance(document, WordDraft):
        return lambda unit: unit.part is Part.NOTE
    return lambda unit: unit.part is Part.NOTE or document.counts(file.view.start(unit.span.start))


def _with_typed_numbers(
    one: ResolutionComparison, base: Callable[[Unit], bool], draft: Callable[[Unit], bool]
) -> ResolutionComparison:
    """Return the comparison in which only typed numbers make a paragraph renumbered."""

    def pair_of(pair: Pair) -> Pair:
        automatic = pair.renumbered and all(map(base, pair.base)) and all(map(draft, pair.draft))
        return pair._replace(renumbered=False) if automatic else pair

    return one._replace(pairs=tuple(map(pair_of, one.pairs)))

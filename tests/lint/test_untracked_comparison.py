"""Changes in a Word file that are not tracked."""

import importlib.util
import io
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("lxml", reason="reading Word files needs lxml")

from resolint.grammar.compare.comparison import Change
from resolint.lint.files.source_file import FileError, SourceFile
from resolint.lint.formats.decoder import decode
from resolint.lint.formats.source_document import TrackedChanges
from resolint.lint.untracked_comparison import differs, untracked

TEXT = """\
## Keepers of lighthouses

*The General Assembly*,

*Recalling* its resolution 75/201 of 21 December 2020,[^1]

*Noting with concern* the fog over the northern shoals,[^2]

1. *Requests* the Secretary-General to report on lamps at its seventy-sixth session;

2. *Calls upon* Member States to train young keepers in the care of lenses;

3. *Decides* to remain seized of the matter.

[^1]: See the report on lenses.

[^2]: The shoals of the coast.
"""


@pytest.fixture(scope="module")
def word_files():
    path = Path(__file__).with_name("formats") / "docx" / "word_files.py"
    spec = importlib.util.spec_from_file_location("word_files", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compared(base, draft):
    files = [
        ("base.docx", SourceFile(Path("base.docx"), base, decode(base, ".docx"))),
        ("draft.docx", SourceFile(Path("draft.docx"), draft, decode(draft, ".docx", TrackedChanges.ORIGINAL))),
    ]
    return untracked(*files)


def found(base, draft):
    """What is named: the kind, the part, and the words before and after."""
    comparison = compared(base, draft)
    pairs = [pair for one in comparison.resolutions for pair in one.pairs]
    named = [pair for pair in pairs if pair.change is not Change.SAME or pair.renumbered]
    assert differs(comparison) == bool(named)
    return [
        (
            "renumbered" if pair.change is Change.SAME else pair.change.value,
            pair.part.value,
            [(pair.base_text[slice(*e.base)], pair.draft_text[slice(*e.draft)]) for e in pair.edits],
        )
        for pair in named
    ]


def replaced(data, *changes, part="word/document.xml"):
    """A file with other XML in a part."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in changes if name == part else ():
                assert before in text
                text = text.replace(before, after)
            new.writestr(name, text)
    return out.getvalue()


TRACKED = (
    "lamps at its",
    (
        'lamps </w:t></w:r><w:ins w:id="90" w:author="Ana"><w:r><w:t>and bells </w:t></w:r></w:ins><w:r>'
        '<w:t xml:space="preserve">at its'
    ),
)


@pytest.fixture(params=[False, True], ids=["typed", "automatic"])
def base(word_files, request):
    return word_files.Writer(automatic=request.param).file(TEXT)


def test_tracked_changes_are_not_named(base):
    assert found(base, replaced(base, TRACKED)) == []


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("young keepers", "old keepers", ("changed", "operative", [("young", "old")])),
        ("seventy-sixth", "seventy-seventh", ("changed", "operative", [("seventy-sixth", "seventy-seventh")])),
        ("of lighthouses", "of lightships", ("changed", "title", [("lighthouses", "lightships")])),
        ("General Assembly", "Security Council", ("changed", "other", [("General Assembly", "Security Council")])),
    ],
)
def test_a_change_beside_a_tracked_one_is_named(base, before, after, named):
    assert found(base, replaced(base, TRACKED, (before, after))) == [named]


def test_a_change_in_a_footnote_is_named(base):
    draft = replaced(replaced(base, TRACKED), ("on lenses", "on lamps"), part="word/footnotes.xml")
    assert found(base, draft) == [("changed", "note", [("lenses", "lamps")])]


def test_a_paragraph_that_is_not_marked_is_named_but_not_the_numbers_that_follow(word_files):
    base = word_files.Writer(automatic=True).file(TEXT)
    text = TEXT.replace("3. *Decides*", "4. *Decides*").replace("2. *Calls", "3. *Calls")
    draft = word_files.Writer(automatic=True).file(text.replace("3. *C", "2. *Thanks* the painters;\n\n3. *C"))
    assert found(base, draft) == [("added", "operative", [])]


def test_a_typed_number_that_changed_is_named(word_files):
    base = word_files.Writer().file(TEXT)
    draft = word_files.Writer().file(TEXT.replace("2. *Calls", "5. *Calls"))
    assert found(base, draft) == [("renumbered", "operative", [])]


def test_a_footnote_reference_at_another_place_is_named(word_files):
    base = word_files.Writer().file(TEXT)
    draft = word_files.Writer().file(TEXT.replace("75/201 of 21 December 2020,[^1]", "75/201[^1] of 21 December 2020,"))
    ((kind, part, edits),) = found(base, draft)
    assert (kind, part) == ("changed", "preambular")
    assert any("[" in before + after or "1" in before + after for before, after in edits)


def test_italics_are_no_change(word_files):
    base = word_files.Writer().file(TEXT)
    assert found(base, word_files.Writer().file(TEXT.replace("*Requests*", "Requests"))) == []


def test_a_draft_that_is_not_a_word_file_is_refused(word_files):
    base = word_files.Writer().file(TEXT)
    draft = SourceFile(Path("draft.md"), TEXT.encode(), decode(TEXT.encode(), ".md"))
    with pytest.raises(FileError, match=r"draft\.md: --untracked needs a Word file"):
        untracked(("base.docx", SourceFile(Path("base.docx"), base, decode(base, ".docx"))), ("draft.md", draft))

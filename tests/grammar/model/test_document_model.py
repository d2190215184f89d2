"""The model of a document: what is derived from a tree for the linter, the editor and the outline."""

import gc
import weakref

import pytest

from resolint.grammar import parse
from resolint.grammar.model.document_model import DocumentModel

DRAFT = """\
# Draft resolution I

## Care of the tidal libraries

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,¹

1. *Requests* the keepers to dry the books;

2. *Requests* the keepers to report on the books referred to in paragraph 1 above.

¹ See resolution 71/2 and “resolution 72/3”.
"""


@pytest.fixture
def model():
    return DocumentModel(parse(DRAFT))


def test_a_model_has_the_locations_profiles_and_footnotes_of_its_document(model):
    (resolution,) = model.resolutions
    assert model.locations.at(DRAFT.index("report")) == ("I", "operative", "2")
    assert model.profiles[resolution.id].body == "ga"
    assert [model.owners[note.id] for note in model.document.footnotes] == [resolution]
    assert [len(series.footnotes) for series in model.footnotes] == [1]


def test_a_model_has_the_numbers_references_and_runs_of_a_resolution(model):
    (resolution,) = model.resolutions
    assert [[member.number for member in stretch.members] for stretch in model.numbering(resolution)] == [[1, 2]]
    assert [pointer.words() for pointer in model.cross_references(resolution)] == ["paragraph 1 above"]
    assert model.cross_references(resolution) is model.cross_references(resolution)
    assert [len(run.members) for run in model.adverb_runs(resolution)] == [1, 2]


def test_citations_are_attributed_to_organs_and_those_in_quotations_are_left_out(model):
    found = [(each.citation.normal, each.organ) for each in model.citations()]
    assert found == [("70/1", "General Assembly"), ("71/2", "General Assembly")]


def test_a_document_and_its_model_are_freed_without_a_search_for_cycles():
    gc.disable()
    try:
        own = DocumentModel(parse(DRAFT))
        own.locations.at(0)
        own.cross_references(own.resolutions[0])
        list(own.citations())
        document = weakref.ref(own.document)
        del own
        assert document() is None
    finally:
        gc.enable()


def test_node_ids_are_unique_and_the_same_in_each_parse():
    def ids(document):
        return [node.id for node in (document, *DocumentModel(document).resolutions, *document.footnotes)]

    first = ids(parse(DRAFT))
    assert len(set(first)) == len(first)
    assert ids(parse(DRAFT)) == first

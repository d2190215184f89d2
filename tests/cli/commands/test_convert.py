"""``resolint convert``."""

import pytest

AKN = b"<akomaNtoso><statement><mainBody><p><i>Decides</i> to lend.</p></mainBody></statement></akomaNtoso>"


@pytest.fixture
def rules():
    return ()


def test_what_is_converted_goes_to_standard_output(run, tmp_path):
    (tmp_path / "lamps.xml").write_bytes(AKN)
    assert run("convert", "lamps.xml") == (0, "*Decides* to lend.\n", "")


def test_the_format_of_standard_input_is_detected_from_its_content(run):
    assert run("convert", "-", stdin=AKN).out == "*Decides* to lend.\n"
    assert run("convert", "-", "--stdin-filename", "lamps.md", stdin=b"Lamps").out == "Lamps"


def test_it_can_go_to_a_file_but_not_over_the_draft(run, tmp_path):
    (tmp_path / "lamps.xml").write_bytes(AKN)
    assert run("convert", "lamps.xml", "-o", "lamps.md").status == 0
    assert (tmp_path / "lamps.md").read_text() == "*Decides* to lend.\n"
    refused = run("convert", "lamps.xml", "-o", "lamps.xml")
    assert (refused.status, (tmp_path / "lamps.xml").read_bytes()) == (2, AKN)
    assert "same file as the draft" in refused.err


@pytest.mark.parametrize(("name", "words"), [("none.xml", "no such file"), ("lamp.xml", "not an Akoma Ntoso document")])
def test_an_unreadable_file_is_an_error(run, tmp_path, name, words):
    (tmp_path / "lamp.xml").write_bytes(b"<lamp/>")
    done = run("convert", name)
    assert (done.status, done.out) == (2, "")
    assert words in done.err


def test_a_draft_becomes_akoma_ntoso(run, tmp_path):
    (tmp_path / "lamps.md").write_text("*The General Assembly*,\n\n*Recalling* the mole,\n\n1. *Decides* to lend.\n")
    made = run("convert", "lamps.md", "--to", "akn")
    assert (made.status, made.err) == (0, "")
    assert '<span class="italic">Decides</span> to lend.' in made.out
    (tmp_path / "sand.md").write_text("Sand")
    assert "contains no resolution" in run("convert", "sand.md", "--to", "akn").err


def test_the_suffix_of_the_output_file_determines_the_format(run, tmp_path):
    (tmp_path / "d.md").write_text("*The General Assembly*,\n\n1. *Decides* to keep the lamp lit.\n", encoding="utf-8")
    assert run("convert", "d.md", "-o", "d.xml").status == 0
    assert (tmp_path / "d.xml").read_bytes().startswith(b"<?xml")
    assert run("convert", "d.md", "--to", "markdown", "-o", "e.xml").status == 0
    assert (tmp_path / "e.xml").read_text(encoding="utf-8").startswith("*The General Assembly*")

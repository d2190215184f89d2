"""With a base text, findings in paragraphs that are the same in it are not reported."""

from dataclasses import replace

from resolint.grammar.compare.base_text import BaseText
from resolint.lint.config import resolve
from resolint.lint.engine.linter import lint_text
from resolint.rules.registry import discover

SETTINGS = resolve((), discover())
BASE = """\
## Lamps

*The General Assembly*,

*Noting* the north mole ,

1. *Decides* to keep the lamps lit ;

2. *Requests* the keepers to trim the wicks;

3. *Invites* the painters to meet.
"""


def found(draft: str, base: str = BASE) -> list[tuple[str, int]]:
    checked = lint_text(draft, replace(SETTINGS, base_text=BaseText("base.md", base)))
    return [(d.code, checked.lines.position(d.finding.span.start).row) for d in checked.diagnostics]


def test_findings_in_agreed_paragraphs_are_not_reported() -> None:
    assert [d.code for d in lint_text(BASE, SETTINGS).diagnostics] == ["PUN007", "PUN007"]
    assert found(BASE) == []


def test_findings_in_a_changed_paragraph_are_reported() -> None:
    assert found(BASE.replace("keep the lamps", "keep all lamps")) == [("PUN007", 7)]


def test_findings_in_a_paragraph_that_is_only_in_the_draft_are_reported() -> None:
    draft = BASE.replace("2. *Req", "2. *Thanks* the pilots ;\n\n3. *Req").replace("3. *Inv", "4. *Inv")
    assert found(draft) == [("PUN007", 9)]


def test_findings_in_a_moved_paragraph_with_the_same_words_are_not_reported() -> None:
    first, second = "*Decides* to keep the lamps lit ;", "*Requests* the keepers to trim the wicks;"
    draft = BASE.replace(first, "@").replace(second, first).replace("@", second)
    assert found(draft) == []


def test_what_an_inserted_paragraph_requires_of_an_agreed_one_is_reported() -> None:
    same = "2. *Requests* the keepers to trim the wicks;"
    inserted = "2. *Requests* the keepers to count the lenses;\n\n3. *Requests* the keepers to trim the wicks;"
    draft = BASE.replace(same, inserted).replace("3. *Inv", "4. *Inv")
    assert found(draft) == [("SEQ001", 11)]


def test_a_number_that_is_skipped_before_an_agreed_paragraph_is_reported() -> None:
    assert found(BASE.replace("3. *Inv", "4. *Inv")) == [("NUM001", 11)]


def test_a_resolution_that_has_no_base_is_checked_as_ever() -> None:
    other = BASE.replace("Lamps", "Foghorns").replace("north mole", "fog").replace("lamps lit", "horns dry")
    other = other.replace("trim the wicks", "oil the valves").replace("painters", "pilots")
    draft = f"# Draft resolution I\n\n{BASE}\n# Draft resolution II\n\n{other}"
    buoys = "## Buoys\n\n*The General Assembly*,\n\n*Buys* red buoys.\n"
    base = f"# Draft resolution I\n\n{BASE}\n# Draft resolution II\n\n{buoys}"
    rows = [row for code, row in found(draft, base) if code == "PUN007"]
    first_of_second = draft[: draft.index("Draft resolution II")].count("\n") + 1
    assert len(rows) == 2
    assert min(rows) > first_of_second

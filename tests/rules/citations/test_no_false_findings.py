"""On adopted texts the rules of citing are quiet."""

from pathlib import Path

import pytest

from resolint.grammar.model.profile import detect
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Operative, Preambular, SubParagraph, walk
from resolint.lint.engine.visitor import by_themselves, traverse
from resolint.rules.finding import Level
from resolint.rules.registry import discover

CORPUS = Path(__file__).resolve().parents[4] / "shared" / "corpus"
CODES = {"CIT001", "CIT002", "CIT003", "CIT004", "CIT005", "CIT006"}
PARAGRAPH = (Preambular, Operative, SubParagraph)


@pytest.mark.parametrize("name", ["ga-76", "ga-77", "sc-2021", "sc-2022", "sc-2023"])
def test_adopted_texts_are_ignored(name):
    files = sorted((CORPUS / name / "markdown").glob("*.md"))[::3]
    if not files:
        pytest.skip("the corpus is not here")
    rules = [rule() for rule in discover().rules if rule.code in CODES]
    paragraphs = 0
    errors: list[tuple[str, str]] = []
    warnings: list[tuple[str, str]] = []
    for file in files:
        document = parse(file.read_text(encoding="utf-8"))
        paragraphs += sum(isinstance(node, PARAGRAPH) for node in walk(document))
        for rule, _, finding in traverse(document, by_themselves(rules, document.language), detect(document)):
            (errors if rule.level is Level.ERROR else warnings).append(
                (file.name, str(getattr(finding, "message", finding)))
            )
    assert len(errors) <= 1 + paragraphs / 2000, errors
    assert len(warnings) <= 3 + paragraphs / 600, warnings

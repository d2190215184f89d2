"""Count how often adopted texts have the form that a vocabulary rule requires and how often the other, by session.

python tools/editorial_style.py        print the lines for rules/editorial_style.yaml

Headings, quotations, titles and names are ignored as in the rules. The lines of other rules are counted by hand.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from resolint.grammar.syntax.language import language
from resolint.grammar.syntax.parser import parse
from resolint.grammar.syntax.tree import Footnote, Heading, Paragraph, walk
from resolint.rules.vocabulary import shipped
from resolint.rules.vocabulary.term import Term
from resolint.rules.vocabulary.term_matcher import Terms
from resolint.rules.vocabulary.vocabulary_rule import ConsistencyRule, VocabularyRule

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus"
SETS = ("ga-76", "ga-77", "ga-78", "sc-2021", "sc-2022", "sc-2023", "sc-2024")
Counts = Counter[tuple[str, str, bool]]
"""By code, set, and whether it is another form than the required one."""


def main() -> None:
    """Print a line for each rule that requires a form."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder with the sets of texts")
    corpus = parser.parse_args().corpus
    rules = [
        rule
        for rule in shipped.rules()
        if not issubclass(rule, ConsistencyRule) and any(t.right for t in rule.terms.listed)
    ]
    counts: Counts = Counter()
    for name in SETS:
        for file in sorted((corpus / name / "markdown").glob("*.md")):
            _count(file.read_text(encoding="utf-8"), name, rules, counts)
    for rule in rules:
        print(_line(rule.code, counts))


def _required(rule: type[VocabularyRule]) -> Terms:
    forms = [form for term in rule.terms.listed for form in term.forms if form.right]
    return Terms(Term(word) for word in {(form.right or "").removeprefix("(the) ") for form in forms})


def _count(text: str, name: str, rules: list[type[VocabularyRule]], counts: Counts) -> None:
    required = {rule.code: _required(rule) for rule in rules}
    for node in walk(parse(text, language())):
        for rule in rules:
            if isinstance(node, Paragraph | Footnote | Heading) and isinstance(node, rule.node_types):
                counts[rule.code, name, True] += sum(1 for _ in rule().hits(node))
                found = required[rule.code].hits(node.prose.text, node.prose.words)
                counts[rule.code, name, False] += sum(1 for _ in found)


def _line(code: str, counts: Counts) -> str:
    bodies = []
    for body in ("ga", "sc"):
        numbers = {
            name.partition("-")[2]: [counts[code, name, False], counts[code, name, True]]
            for name in SETS
            if name.startswith(body)
        }
        bodies.append(
            f"{body}: {{{', '.join(f'{session}: {both}' for session, both in numbers.items() if any(both))}}}"
        )
    return f"{code}: {{{', '.join(bodies)}}}"


if __name__ == "__main__":
    main()

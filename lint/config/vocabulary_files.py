"""Load the vocabulary files that settings name."""

from __future__ import annotations

from pathlib import Path

from ...rules.base import Rule
from ...rules.registry import Registry, RuleDefinitionError, problems
from ...rules.vocabulary.loader import VocabularyError, read
from ..regular_file import read_text

LARGEST = 16 * 2**20
"""The size limit of a vocabulary file, in bytes."""


def load(file: Path) -> tuple[type[Rule], ...]:
    """Load the rules of a vocabulary file.

    Raises:
        VocabularyError: The file cannot be used; the text is a sentence without the file name.
    """
    try:
        text = read_text(file, LARGEST)
    except UnicodeDecodeError:
        raise VocabularyError("not UTF-8 text") from None
    except OSError as error:
        raise VocabularyError(str(error.strerror)) from None
    rules = read(text, file.stem)
    for rule in rules:
        if faults := problems(rule):
            raise VocabularyError(f"{rule.code}: {faults[0]}")
    try:
        Registry(rules)
    except RuleDefinitionError as bad:
        raise VocabularyError(str(bad)) from None
    return rules

"""The text that a draft was made from."""

from __future__ import annotations

from functools import cached_property

from ..syntax.language import language
from ..syntax.parser import parse
from ..syntax.plain_view import plain_view
from ..syntax.tree import Document


class BaseText:
    """A base text, parsed once."""

    def __init__(self, name: str, text: str, tag: str = "en") -> None:
        """Take the text of a file, as its reader returns it, and the tag of its language."""
        self.name = name
        self.text = text
        self._tag = tag

    @cached_property
    def document(self) -> Document:
        """The tree; offsets are those of the text without front matter and the like."""
        words = language(self._tag)
        view = plain_view(self.text, words)
        return parse(view.text, words, lines=view.lines)

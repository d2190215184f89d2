"""Plain words, and the difference between two texts, as Markdown."""

from __future__ import annotations

from ..grammar.compare.word_diff import word_edits


def escape(words: str) -> str:
    """Escape characters that have a meaning in Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#~" else char for char in words)


def marked_words(base: str, draft: str) -> str:
    """Return a text with what was removed from its base struck through, and what was inserted in bold.

    Marks of Markdown cannot begin or end within a word, so words are marked together with their punctuation.

    >>> marked_words("Requests the Clerk to report;", "Requests the Clerk to sing and report.")
    'Requests the Clerk to ~~report;~~ **sing and report.**'
    """
    found: list[str] = []
    here = 0
    for edit in word_edits(base, draft, with_marks=True):
        removed, inserted = base[slice(*edit.base)].strip(), draft[slice(*edit.draft)].strip()
        found.append(escape(draft[here : edit.draft[0]].strip()))
        found.append(f"~~{escape(removed)}~~" if removed else "")
        found.append(f"**{escape(inserted)}**" if inserted else "")
        here = edit.draft[1]
    found.append(escape(draft[here:].strip()))
    return " ".join(filter(None, found))

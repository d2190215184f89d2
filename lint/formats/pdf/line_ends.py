"""Join the words of two lines."""

from __future__ import annotations

import re
from collections import Counter

from ..markdown_writer import Run
from .layout import Line, raised

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[ ]?-[ ]?$")
_HYPHENATED = re.compile(r"\w-$")


def join(runs: list[Run], words: Counter[str], following: Line) -> None:
    """Join two lines with a space, or rejoin the word that is hyphenated between them.

    The words of the file decide whether the hyphen is part of the word.
    """
    first = next((known for known in following.letters if known.text.strip()), None)
    if not runs or first is None:
        return
    broken = _BROKEN.search(runs[-1].text)
    after = WORD.match(following.text.lstrip())
    if broken and after:
        before, second = broken[1].lower(), after[0].lower()
        compound = words[f"{before}-{second}"] or (words[before] and words[second])
        whole = after[0][0].islower() and (words[before + second] > 0 or not compound)
        runs[-1] = runs[-1]._replace(text=runs[-1].text[: broken.end(1)] + "-" * (not whole))
    elif raised(first, following.size, following.base):
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip())
    elif not _HYPHENATED.search(runs[-1].text):
        runs.append(Run(" ", italic=runs[-1].italic and not runs[-1].is_reference))

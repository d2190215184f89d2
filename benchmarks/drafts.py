"""Generated drafts of any size, all different, and pathological input."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_PLACES = ("Skerry", "Port Fenna", "the Long Sands", "Cape Ember", "the Outer Stacks", "Gull Island", "the Narrows")
_THINGS = ("lamps", "lenses", "fog bells", "oil stores", "logbooks", "boat landings", "storm shutters")


def _draft(number: int) -> str:
    """Return a draft of about 2,500 characters; every paragraph differs from those of other drafts."""
    place, thing = _PLACES[number % 7], _THINGS[number // 7 % 7]
    session = 60 + number % 20
    here = f"the {thing} of station {number} near {place}"
    preamble = "\n\n".join(
        f"*{opener}* {words},"
        for opener, words in (
            ("Recalling", f"its resolution {session}/{number % 300 + 1} of 20 December {1945 + session} on {here}"),
            ("Recalling also", f"its earlier decisions on {here} and the report that followed them"),
            ("Recognizing", f"that {here} are tended by keepers who seldom see another sail"),
            (
                "Noting with appreciation",
                f"the report[^1] of the inspector on {here},[^2] and the letters that came of it",
            ),
        )
    )
    operative = "\n\n".join(
        f"{at}. *{opener}* {words}{';' if at < 6 else '.'}"
        for at, opener, words in (
            (1, "Welcomes", f"the careful inventory of {here}, which fills {number % 90 + 10} pages of the register"),
            (2, "Requests", f"the Secretary-General to have {here} inspected before the first storm of autumn"),
            (3, "Also requests", f"the Secretary-General to send the keepers word of what is decided on {here}"),
            (
                4,
                "Encourages",
                f"Member States:\n\n    (a) To repair {here};\n\n    (b) To relieve the keepers in spring",
            ),
            (5, "Invites", f"the Association of Keepers of Lighthouses to write the history of {here}"),
            (6, "Decides", f"to consider the question of {here} again at its next session"),
        )
    )
    return (
        f"# Draft resolution {number}\n\n## Care of {here}\n\n*The General Assembly*,\n\n{preamble}\n\n{operative}\n\n"
        f"[^1]: A/{session}/{number}.\n\n[^2]: A/{session}/{number}/Add.1.\n\n"
    )


def drafts(size: int) -> str:
    """Return joined drafts of at least `size` characters."""
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(_draft(len(pieces) + 1))
        length += len(pieces[-1])
    return "".join(pieces)


_HEAD = "# Draft resolution I\n\n*The General Assembly*,\n\n*Recalling* the lamps,\n\n"


def _deep_list(times: int) -> str:
    return (
        _HEAD + "1. *Decides*:\n\n" + "".join(f"{' ' * (level % 200)}(a) To go deeper:\n\n" for level in range(times))
    )


def _footnotes(times: int) -> str:
    references = " ".join(f"lamp[^{number}]" for number in range(1, times + 1))
    return f"{_HEAD}1. *Decides* {references}.\n\n" + "".join(f"[^{n}]: A/80/{n}.\n\n" for n in range(1, times + 1))


PATHOLOGICAL: dict[str, tuple[int, Callable[[int], str]]] = {
    "open brackets": (100_000, lambda times: _HEAD + "1. *Notes* " + "[" * times),
    "open parentheses": (100_000, lambda times: _HEAD + "1. *Notes* " + "(" * times),
    "asterisks": (100_000, lambda times: _HEAD + "1. *Notes* " + "a*b " * times),
    "open comments": (100_000, lambda times: _HEAD + "1. *Notes* " + "<!-- " * times),
    "open quotation marks": (100_000, lambda times: _HEAD + "1. *Notes* " + "“lamp " * times),
    "incomplete citations": (
        100_000,
        lambda times: _HEAD + "1. *Notes* " + "resolutions 70/1, 71/2 A and B of " * times,
    ),
    "one line": (5_000_000, lambda times: _HEAD + "1. *Notes* " + ("the keeper of the lamp " * (times // 23))),
    "white space": (1_000_000, lambda times: _HEAD + "1. *Notes* " + " " * times + "lamps"),
    "empty lines": (1_000_000, lambda times: _HEAD + "\n" * times + "1. *Notes* lamps."),
    "footnotes": (50_000, _footnotes),
    "deeply nested list": (20_000, _deep_list),
    "many paragraphs": (
        50_000,
        lambda times: _HEAD + "".join(f"{n}. *Also notes* it;\n\n" for n in range(1, times)),
    ),
}
"""For each kind of input, the maximum number of repetitions, and the function that builds the text."""


def pathological(name: str, steps: int) -> Iterator[str]:
    """Yield the named input with doubling size: for three steps, a quarter, a half and the whole."""
    times, make = PATHOLOGICAL[name]
    for halvings in reversed(range(steps)):
        yield make(times >> halvings)

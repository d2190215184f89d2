"""Find where a paragraph was agreed before."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from itertools import combinations
from math import log

from ...grammar.text.named_tuple import NamedTuple
from .writer import text_hash

_TOKEN = re.compile(r"[^\W_]+")
_WORD = re.compile(r"\w+(?:[’'\-‑]\w+)*|[^\w\s]")
_PROBES = 12
"""The number of rare words that candidates are looked for by."""
_TOO_COMMON = 4000
"""The number of texts from which on a word is looked for only together with another."""
_PAIRED = 5
"""The number of such words that are looked for in pairs."""
_LOOKED_AT = 500
"""The number of texts with the most rare words whose length is looked at."""
_CANDIDATES = 40
"""The number of texts that are compared in full."""


class Place(NamedTuple):
    """Where a text was agreed."""

    organ: str
    number: str
    title: str
    date: str
    part: str
    paragraph: str
    path: str
    """The file that it was read from."""


class Trace(NamedTuple):
    """An earlier text like a paragraph."""

    words: str
    likeness: float
    """From 0 to 1, the share of words in the same order; 1 only for the same text."""
    places: tuple[Place, ...]
    """The latest first."""


def trace(connection: sqlite3.Connection, words: str, least: float, most: int = 1) -> list[Trace]:
    """Return the texts most like a paragraph, the most alike first, at least `least` alike and at most `most`."""
    found: list[tuple[float, int, str]] = []
    same = connection.execute("SELECT id, words FROM texts WHERE hash = ?", (text_hash(words),)).fetchone()
    if same is not None:
        found.append((1.0, same[0], same[1]))
    if not found or most > 1:
        found += _alike(connection, words, least, None if same is None else same[0])
    found.sort(key=lambda each: (-each[0], each[1]))
    traces = [Trace(text, likeness, _places(connection, key)) for likeness, key, text in found[: most + 2]]
    return [each for each in traces if each.places][:most]


def _alike(
    connection: sqlite3.Connection, words: str, least: float, without: int | None
) -> list[tuple[float, int, str]]:
    from rapidfuzz.distance import Indel

    wanted = _WORD.findall(words)
    found: list[tuple[float, int, str]] = []
    for key in _candidates(connection, words):
        if key == without:
            continue
        row = connection.execute("SELECT words FROM texts WHERE id = ?", (key,)).fetchone()
        likeness = Indel.normalized_similarity(wanted, _WORD.findall(row[0]), score_cutoff=least)
        if likeness >= least:
            found.append((min(likeness, 0.999), key, row[0]))
    return found


def _candidates(connection: sqlite3.Connection, words: str) -> list[int]:
    """Return the texts that share the most rare words with a paragraph."""
    tokens = list(dict.fromkeys(token.lower() for token in _TOKEN.findall(words)))
    if not tokens:
        return []
    marks = ",".join("?" * len(tokens))
    spread = dict(connection.execute(f"SELECT term, doc FROM spread WHERE term IN ({marks})", tokens).fetchall())  # noqa: S608 - only marks
    (size,) = connection.execute("SELECT max(id) FROM texts").fetchone()
    rare = sorted(((count, token) for token, count in spread.items()))[:_PROBES]
    scores: defaultdict[int, float] = defaultdict(float)
    common: list[str] = []
    for count, token in rare:
        if count > _TOO_COMMON:
            common.append(token)
            continue
        weight = log(1 + (size or 1) / count)
        for (key,) in connection.execute("SELECT rowid FROM search WHERE search MATCH ?", (f'"{token}"',)):
            scores[key] += weight
    for pair in combinations(common[:_PAIRED], 2):
        words_together = " AND ".join(f'"{token}"' for token in pair)
        weight = sum(log(1 + (size or 1) / spread[token]) for token in pair) / _PAIRED
        query = "SELECT rowid FROM search WHERE search MATCH ? LIMIT ?"
        for (key,) in connection.execute(query, (words_together, _TOO_COMMON)):
            scores[key] += weight
    best = sorted(scores, key=lambda key: (-scores[key], key))[:_LOOKED_AT]
    marks = ",".join("?" * len(best))
    sizes = dict(connection.execute(f"SELECT id, size FROM texts WHERE id IN ({marks})", best).fetchall())  # noqa: S608
    length = len(words.split())
    return sorted(best, key=lambda key: (-scores[key] / (length + sizes[key]), key))[:_CANDIDATES]


def _places(connection: sqlite3.Connection, text: int) -> tuple[Place, ...]:
    rows = connection.execute(
        "SELECT r.organ, r.number, r.title, r.date, p.part, p.number, f.path FROM places p"
        " JOIN resolutions r ON r.id = p.resolution JOIN files f ON f.id = r.file WHERE p.text = ?"
        " ORDER BY r.date DESC, r.number DESC, p.number",
        (text,),
    )
    return tuple(Place(*row) for row in rows)

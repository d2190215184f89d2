"""What is dear to make and comes out alike each time, kept beside the byte code: patterns, parser tables, word lists.

Python keeps modules compiled, but not the patterns that they compile, and those take longer than all the rest of a
start. So they are kept too, in one file where Python puts the byte code of this module: whoever can write there can
write the program. A thing is found by all that it was made of, so that none is ever stale; where there is no such file,
or a spoilt one, things are made. This room reads the file, and `lint` writes it.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from io import BytesIO
from typing import Any, TypeVar

import lark
import regex

from .safe_yaml import load_yaml

Key = tuple[str, ...]
"""All that a thing was made of, and with what."""

_Thing = TypeVar("_Thing")


class CompileCache:
    """Things by what they were made of: those that were found there, and those made since."""

    def __init__(self, found: Mapping[Key, bytes]) -> None:
        self.found = found
        self.made: dict[Key, bytes] = {}

    def get(
        self,
        key: Key,
        make: Callable[[], _Thing],
        write: Callable[[_Thing], bytes] = pickle.dumps,
        read: Callable[[bytes], _Thing] = pickle.loads,
    ) -> _Thing:
        """A thing from the shelf, or made and put there."""
        if (written := self.found.get(key)) is not None:
            with suppress(Exception):  # spoilt, in any of the ways in which a pickle can be
                return read(written)
        thing = make()
        self.made[key] = write(thing)
        return thing


def cache_file() -> str | None:
    """The file's path; none where Python keeps no byte code."""
    cached = __spec__.cached
    return f"{cached.removesuffix('.pyc')}.kept" if cached else None


@cache
def compile_cache() -> CompileCache:
    """The shelf of this process, with what the file has."""
    file = cache_file()
    with suppress(Exception):  # not there, or spoilt
        with open(file or "", "rb") as stream:  # noqa: PTH123 - this room knows no path
            found = pickle.load(stream)  # noqa: S301 - it is as good as the byte code beside it
        if isinstance(found, dict):
            return CompileCache(found)
    return CompileCache({})


def pattern(source: str, flags: int = 0) -> regex.Pattern[str]:
    """A pattern of `regex`, compiled."""
    return compile_cache().get(("pattern", regex.__version__, str(flags), source), lambda: regex.compile(source, flags))


def data(text: str) -> Any:
    """What a text in YAML says, as values of its own for each that asks. Raises `yaml.YAMLError`."""
    return compile_cache().get(("yaml", text), lambda: load_yaml(text))


def grammar(text: str, **options: Any) -> lark.Lark:
    """A parser of Lark's kind LALR. The options are Lark's; what they name is known by its qualified name."""

    def write(parser: lark.Lark) -> bytes:
        stream = BytesIO()
        parser.save(stream)
        return stream.getvalue()

    said = repr(sorted((name, getattr(value, "__qualname__", value)) for name, value in options.items()))
    return compile_cache().get(
        ("grammar", lark.__version__, said, text),
        lambda: lark.Lark(text, parser="lalr", **options),
        write,
        lambda written: lark.Lark.load(BytesIO(written)),
    )

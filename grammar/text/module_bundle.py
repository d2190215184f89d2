"""One file with the code of all modules that a run imports: opening a file for each takes a tenth of a short run.

It is as trustworthy as bytecode (`kept_file`) and compared with the sources as bytecode is, so that it is never stale.
Only modules inside packages are taken from it: which package is imported is left to the usual search.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader
from types import CodeType, ModuleType

from .kept_file import MAX_SIZE, KeptFile

FILE = KeptFile(__spec__)
PACKAGES = ("resolint.", "regex.")
"""How the names of modules begin that are stored: others are seldom needed, and would make each start longer."""
_INIT = f"{os.sep}__init__.py"
_BYTECODE = f"{os.sep}__pycache__{os.sep}"

Entry = tuple[bool, int, int, bytes]
"""Whether the module is a package, the time and the size of its source, and its code in the form of `marshal`."""


class ModuleBundle:
    """A finder of modules for `sys.meta_path`."""

    def __init__(self, found: Mapping[str, Entry]) -> None:
        self.found = found
        """By path of the source, without its ending."""

    def find_spec(self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Return how to load a module; none if it is not stored, or its source has changed."""
        if not path or len(path) != 1:
            return None
        folder, last = path[0], name.rpartition(".")[2]
        place = f"{folder}{os.sep}{last}"
        entry = self.found.get(place)
        if entry is None:
            return None
        package, changed, size, code = entry
        source = f"{place}{_INIT}" if package else f"{place}.py"
        if _state(source) != (changed, size):
            return None
        spec = ModuleSpec(name, _BundledLoader(name, source, code), origin=source)
        spec.has_location = True
        if sys.pycache_prefix is None:  # otherwise the property finds it, which takes longer
            where = f"{place}{_BYTECODE}__init__" if package else f"{folder}{_BYTECODE}{last}"
            spec.cached = f"{where}.{sys.implementation.cache_tag}.pyc"
        if package:
            spec.submodule_search_locations = [place]
        return spec


class _BundledLoader(SourceFileLoader):
    """Loads the code from the bundle, and all else from the source."""

    def __init__(self, name: str, path: str, code: bytes) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of the module."""
        with suppress(EOFError, ValueError, TypeError):  # damaged
            code = marshal.loads(self._code)  # noqa: S302 - as trustworthy as the program
            if isinstance(code, CodeType):
                return code
        return super().get_code(fullname)


@cache
def module_bundle() -> ModuleBundle:
    """Return the bundle of this process, read from the files when first used."""
    found: dict[str, Entry] = {}
    for content in FILE.contents():
        with suppress(Exception):  # damaged
            version, entries = marshal.loads(content)  # noqa: S302 - as above
            if version == sys.version:
                found |= entries
    return ModuleBundle(found)


def use_module_bundle() -> None:
    """Import modules from the bundle from now on, after the finders of others and before those of Python."""
    if not sys.flags.optimize and BuiltinImporter in sys.meta_path:  # optimized code is other code
        sys.meta_path.insert(sys.meta_path.index(BuiltinImporter), module_bundle())


def new_content() -> bytes | None:
    """Return what the file must contain for the next run; None if nothing was added to it."""
    bundle = module_bundle()
    if bundle not in sys.meta_path:
        return None
    made = dict(_made(bundle))
    if not made:
        return None
    content = marshal.dumps((sys.version, {**bundle.found, **made}))
    return content if len(content) <= MAX_SIZE else marshal.dumps((sys.version, made))


def _made(bundle: ModuleBundle) -> Iterator[tuple[str, Entry]]:
    """Yield entries for the modules that were imported by the usual search."""
    for module in list(sys.modules.values()):
        spec: ModuleSpec | None = getattr(module, "__spec__", None)
        if spec is None or type(spec.loader) is not SourceFileLoader or not spec.name.startswith(PACKAGES):
            continue
        source = spec.loader.path
        package = source.endswith(_INIT)
        place, state = source.removesuffix(_INIT if package else ".py"), _state(source)
        if state is None or bundle.found.get(place, ())[1:3] == state:  # imported before the bundle
            continue
        code = spec.loader.get_code(spec.name)
        if state == _state(source):  # it is not being changed
            yield place, (package, *state, marshal.dumps(code))


def _state(source: str) -> tuple[int, int] | None:
    """Return the time of change and the size of a file; none if it is missing."""
    try:
        facts = os.stat(source)  # noqa: PTH116 - `Path` takes longer
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size

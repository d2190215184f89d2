"""Import `regex` without its compiler, which only the first run needs: later ones find their patterns in the cache.

Its import takes a twentieth of a short run. Until something else of it is asked for, the module has only what patterns
from the cache and those who build their sources need. Then it is loaded as usual, and nobody sees a difference.
"""

from __future__ import annotations

import copyreg
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.abc import Loader

_NAME = "regex"
_PARTS = ("_regex_core", "_main")
_FLAGS = ("DOTALL", "I", "IGNORECASE", "MULTILINE", "VERBOSE")
_SPECIAL = frozenset("()[]{}?*+|^$\\.-#&~")

_Facts = tuple[str, dict[str, int], tuple[Any, ...]]
"""The version, the flags, and the parts of a pattern."""


class LazyRegexFinder:
    """A finder for `sys.meta_path`."""

    @staticmethod
    def find_spec(name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """Return how to load `regex` lazily; none for all other modules, or if it has other parts than expected."""
        spec = PathFinder.find_spec(name) if name == _NAME else None
        if spec is None or spec.loader is None or not spec.submodule_search_locations:
            return None
        folder = spec.submodule_search_locations[0]
        try:
            states = tuple(_states(folder))
        except OSError:
            return None
        loader: Any = _LazyLoader(spec.loader, (folder, *states))  # no subclass of `Loader`, whose import takes long
        spec.loader = loader
        return spec


def _states(folder: str) -> Iterator[str]:
    for part in _PARTS:
        facts = os.stat(f"{folder}/{part}.py")  # noqa: PTH116 - `Path` takes longer
        yield f"{facts.st_mtime_ns} {facts.st_size}"


def use_lazy_regex() -> None:
    """Import `regex` lazily from now on, unless it has been imported."""
    if _NAME not in sys.modules and PathFinder in sys.meta_path:
        sys.meta_path.insert(sys.meta_path.index(PathFinder), LazyRegexFinder)


class _LazyRegex(ModuleType):
    """The module, until it is loaded."""

    def __getattr__(self, name: str) -> Any:
        """Load the module, unless it is one of its own parts that asks while it is loaded."""
        if any(getattr(getattr(part, "__spec__", None), "_initializing", False) for part in _parts()):
            raise AttributeError(f"{name} is not loaded yet")
        if name[:2] == "__" and name != "__all__":
            raise AttributeError(name)
        loader: Any = self.__loader__
        loader.load(self)
        return getattr(self, name)

    def __dir__(self) -> list[str]:
        self.__all__  # noqa: B018 - loads the module
        return sorted(vars(self))


def _parts() -> Iterator[ModuleType | None]:
    return (sys.modules.get(f"{_NAME}.{part}") for part in _PARTS)


class _LazyLoader:
    """Prepares the module for patterns from the cache, and loads it later."""

    def __init__(self, real: Loader, key: Sequence[str]) -> None:
        self._real = real
        self._key = key

    def __getattr__(self, name: str) -> Any:
        """Find sources and data as the usual loader does."""
        return getattr(self._real, name)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Leave it to the import system to create the module."""
        return self._real.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Prepare the module, or load it if nothing is known of it."""
        from .compile_cache import compile_cache

        def build() -> _Facts:
            self.load(module)
            return _facts(module)

        facts = compile_cache().get((_NAME, *self._key), build)
        if "compile" not in vars(module):
            try:
                _prepare(module, facts)
            except Exception:  # noqa: BLE001 - another release: whatever is wrong with it, loading it is right
                self.load(module)

    def load(self, module: ModuleType) -> None:
        """Load the module as usual."""
        module.__class__ = ModuleType
        module.__loader__ = self._real
        if module.__spec__ is not None:
            module.__spec__.loader = self._real
        self._real.exec_module(module)


def _facts(module: Any) -> _Facts:
    register: Mapping[type, Any] = copyreg.dispatch_table
    _, parts = register[module.Pattern](module.compile(""))
    return module.__version__, {name: int(getattr(module, name)) for name in _FLAGS}, parts


def _prepare(module: ModuleType, facts: _Facts) -> None:
    version, flags, parts = facts
    build: Callable[..., Any] = import_module(f"{_NAME}._regex").compile
    pattern = build(*parts)
    known = {"Pattern": type(pattern), "Match": type(pattern.match("")), "escape": _escape, "__version__": version}
    copyreg.pickle(type(pattern), lambda pattern: (build, pattern._pickled_data))  # noqa: SLF001 - as `regex` does
    vars(module).update(flags, **known)
    module.__class__ = _LazyRegex


def _escape(pattern: Any, special_only: bool = True, literal_spaces: bool = False) -> Any:
    """Return a pattern that matches a text, as `regex.escape` does."""
    if isinstance(pattern, str) and special_only and not literal_spaces:
        return "".join([f"\\{sign}" if sign in _SPECIAL or sign.isspace() else sign for sign in pattern])
    module = sys.modules[_NAME]
    module.__all__  # noqa: B018 - loads the module
    return module.escape(pattern, special_only, literal_spaces)

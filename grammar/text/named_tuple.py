"""`typing.NamedTuple`, whose classes are created in a sixth of the time.

`typing` compiles each annotation and a constructor of each class, an eighth of the work of a small check.
Type checkers see `typing.NamedTuple` itself.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .parameters import function

__all__ = ["NamedTuple"]

_tuplegetter: Any = vars(collections)["_tuplegetter"]  # the fastest way to read a field, with a replacement in Python


class _Values(tuple[Any, ...]):
    """What all named tuples have in common."""

    __slots__ = ()
    _fields: ClassVar[tuple[str, ...]]

    @classmethod
    def _make(cls, values: Iterable[Any]) -> Self:
        """Return a named tuple of a sequence of values."""
        made = tuple.__new__(cls, values)
        if len(made._fields) != tuple.__len__(made):
            raise TypeError(f"Expected {len(made._fields)} arguments, got {tuple.__len__(made)}")
        return made

    def _replace(self, /, **changes: Any) -> Self:
        """Return a copy in which some fields have other values."""
        changed = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return changed

    def _asdict(self) -> dict[str, Any]:
        """Return the values by the names of their fields."""
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({values})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


@cache
def _getter(index: int) -> Any:
    return _tuplegetter(index, f"Alias for field number {index}")


class _Maker(type):
    """The type of `NamedTuple`, which turns the body of a subclass into a tuple with names."""

    def __new__(cls, name: str, _bases: tuple[type, ...], body: dict[str, Any]) -> type:
        names = tuple(body.get("__annotations__", ()))
        defaults = {field: body[field] for field in names if field in body}
        made = {
            **body,
            **{field: _getter(index) for index, field in enumerate(names)},
            "__new__": function("__new__", tuple.__new__, names, defaults),
            "__match_args__": names,
            "__slots__": (),
            "_fields": names,
            "_field_defaults": defaults,
        }
        return type(name, (_Values,), made)


if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 - what type checkers see
else:
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {"__doc__": "Base class of tuples with named fields."})

"""Immutable values with named fields: what a frozen dataclass is, but its class is created in a fraction of the time.

`dataclasses` compiles the methods of each class, a sixth of the work of a small check. Here they are inherited.
Functions of `dataclasses` such as `fields` accept these values.
"""

from __future__ import annotations

from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, Never, dataclass_transform

from .named_tuple import NamedTuple
from .parameters import function

__all__ = ["Record", "replace", "unlisted"]

_set = object.__setattr__
_REQUIRED = object()
"""The default of a field that must be given."""


class _Field(NamedTuple):
    annotation: Any
    default: Any = _REQUIRED
    keyword_only: bool = False
    listed: bool = True
    """Whether it is compared and shown."""

    def get_default(self) -> Any:
        """Return the default, which `dataclasses` accepts of any type only as the result of a function."""
        return self.default


def unlisted(*, default: Any, kw_only: bool = False) -> Any:
    """Declare a field that is neither compared nor shown.

    Args:
        default: The value of the field if none is given.
        kw_only: Whether the value must be given by name.
    """
    return _Field(None, default, kw_only, listed=False)


@cache
def _dataclass(record: Any) -> type:
    """Return a frozen dataclass with the fields of a record."""
    from dataclasses import field, make_dataclass

    def described(one: _Field) -> Any:
        default: Any = {} if one.default is _REQUIRED else {"default_factory": one.get_default}
        return field(**default, compare=one.listed, repr=one.listed, kw_only=one.keyword_only)

    fields = [(name, one.annotation, described(one)) for name, one in record._fields.items()]
    return make_dataclass(record.__name__, fields, frozen=True)


class _OfDataclass:
    """An attribute by which `dataclasses` recognizes a class, computed when it is first needed."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self.name = name

    def __get__(self, _value: object, record: Any) -> Any:
        return getattr(_dataclass(record), self.name)


@dataclass_transform(frozen_default=True, field_specifiers=(unlisted,))
class Record:
    """An immutable value whose fields are the annotated names of its class and its base classes.

    Values are equal if they are of one class and their fields are equal. All values share a default, so it must be
    immutable.

    >>> class Lamp(Record):
    ...     name: str
    ...     height: int = 4
    >>> Lamp("north"), Lamp("north") == Lamp("north", 4), Lamp("north") == Lamp("north", height=5)
    (Lamp(name='north', height=4), True, False)
    """

    __dataclass_fields__ = _OfDataclass()
    __dataclass_params__ = _OfDataclass()
    __match_args__: ClassVar[tuple[str, ...]] = ()
    _fields: ClassVar[dict[str, _Field]] = {}
    _listed: ClassVar[attrgetter[Any]] = attrgetter("__class__")

    def __init_subclass__(cls) -> None:
        own: dict[str, _Field] = {}
        for name, annotation in cls.__annotations__.items():
            default = vars(cls).get(name, _REQUIRED)
            if isinstance(default, _Field):
                own[name] = default._replace(annotation=annotation)
                setattr(cls, name, default.default)
            elif not str(annotation).startswith("ClassVar"):
                own[name] = _Field(annotation, default)
        if not own:
            return
        fields = {**cls._fields, **own}
        positional = tuple(name for name, field in fields.items() if not field.keyword_only)
        names = (*positional, *(name for name, field in fields.items() if field.keyword_only))
        cls._fields = fields
        cls._listed = attrgetter(*(name for name, field in fields.items() if field.listed))
        made: dict[str, object] = {"__match_args__": positional}
        if "__init__" not in vars(cls):
            defaults = {name: field.default for name, field in fields.items() if field.default is not _REQUIRED}

            def fill(record: Record, values: tuple[object, ...]) -> None:
                own = dict(zip(names, values))  # noqa: B905 - as many, and checking that would take a tenth of the time
                _set(record, "__dict__", own)  # a new dict is read faster than the first one

            made["__init__"] = function("__init__", fill, names, defaults, len(names) - len(positional))
        for name, value in made.items():  # type checkers know both from the fields
            setattr(cls, name, value)

    def __setattr__(self, name: str, _value: object) -> Never:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> Never:
        from dataclasses import FrozenInstanceError

        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return bool(self._listed(self) == self._listed(other))

    def __hash__(self) -> int:
        return hash(self._listed(self))

    def __repr__(self) -> str:
        listed = (name for name, field in self._fields.items() if field.listed)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in listed)})"


if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(record, /, **changes):  # noqa: ANN001, ANN003, ANN201 - type checkers see that of `dataclasses`
        """Return a copy of a record in which some fields have other values."""
        kept = {name: getattr(record, name) for name in record._fields}
        return type(record)(**{**kept, **changes})

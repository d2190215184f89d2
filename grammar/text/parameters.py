"""Functions whose parameters are the names of fields, made without compiling source for each class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import CodeType, FunctionType
from typing import Any


@cache
def _template(expression: str, count: int) -> CodeType:
    values = "".join(f"_{number}, " for number in range(count))
    made = eval(f"lambda _, {values}: {expression.format(f'({values})')}")  # noqa: S307 - an expression of this package
    code: CodeType = made.__code__
    return code


def function(
    name: str,
    expression: str,
    names: Sequence[str],
    defaults: Mapping[str, Any],
    *,
    keyword_only: int = 0,
    **known: Any,
) -> FunctionType:
    """Return a function of an object and of values with the given names.

    Compiling takes most of the time to create such functions, so functions with as many values share a compiled one.

    Args:
        name: The name of the function.
        expression: What it returns: ``_`` is the object, and ``{}`` the tuple of values.
        names: The names of the values.
        defaults: The values that may be omitted, by name.
        keyword_only: How many of the last values must be given by name.
        known: The names that the expression uses.

    >>> joined = function("joined", "_.join({})", ["first", "second"], {"second": "none"})
    >>> joined("-", "one"), joined("-", second="two", first="one")
    ('one-none', 'one-two')
    """
    code = _template(expression, len(names)).replace(
        co_name=name,
        co_varnames=("_", *names),
        co_argcount=1 + len(names) - keyword_only,
        co_kwonlyargcount=keyword_only,
    )
    positional = names[: len(names) - keyword_only]
    made = FunctionType(code, known, name, tuple(defaults[one] for one in positional if one in defaults))
    made.__kwdefaults__ = {one: defaults[one] for one in names[len(positional) :] if one in defaults}
    return made

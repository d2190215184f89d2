"""Functions whose parameters are the names of fields, made without compiling source for each class.

Compiling takes most of the time to create such functions, so functions with as many values share the code of one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import CodeType, FunctionType
from typing import Any


def _made(_: Any, _values: tuple[Any, ...]) -> Any:
    """Be replaced by the function that receives the values."""


_TEMPLATES = (
    lambda _: _made(_, ()),
    lambda _, a: _made(_, (a,)),
    lambda _, a, b: _made(_, (a, b)),
    lambda _, a, b, c: _made(_, (a, b, c)),
    lambda _, a, b, c, d: _made(_, (a, b, c, d)),
    lambda _, a, b, c, d, e: _made(_, (a, b, c, d, e)),
    lambda _, a, b, c, d, e, f: _made(_, (a, b, c, d, e, f)),
    lambda _, a, b, c, d, e, f, g: _made(_, (a, b, c, d, e, f, g)),
    lambda _, a, b, c, d, e, f, g, h: _made(_, (a, b, c, d, e, f, g, h)),
    lambda _, a, b, c, d, e, f, g, h, i: _made(_, (a, b, c, d, e, f, g, h, i)),
    lambda _, a, b, c, d, e, f, g, h, i, j: _made(_, (a, b, c, d, e, f, g, h, i, j)),
    lambda _, a, b, c, d, e, f, g, h, i, j, k: _made(_, (a, b, c, d, e, f, g, h, i, j, k)),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m: _made(_, (a, b, c, d, e, f, g, h, i, j, k, m)),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n: _made(_, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _made(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p: _made(_, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q: _made(
        _, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)
    ),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r: _made(
        _, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r)
    ),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s: _made(
        _, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s)
    ),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t: _made(
        _, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t)
    ),
    lambda _, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u: _made(
        _, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q, r, s, t, u)
    ),
)
"""Functions by the number of their values; written out, because Python stores the code of a module."""


@cache
def _template(count: int) -> CodeType:
    if count < len(_TEMPLATES):
        return _TEMPLATES[count].__code__
    values = ", ".join(f"_{number}" for number in range(count))
    code: CodeType = eval(f"lambda _, {values}: _made(_, ({values}))").__code__  # noqa: S307 - of numbers alone
    return code


def function(
    name: str,
    made: Callable[[Any, tuple[Any, ...]], Any],
    names: Sequence[str],
    defaults: Mapping[str, Any],
    keyword_only: int = 0,
) -> FunctionType:
    """Return a function of an object and of values with the given names.

    Args:
        name: The name of the function.
        made: The function that receives the object and the values in order, and returns the result.
        names: The names of the values.
        defaults: The values that may be omitted, by name.
        keyword_only: How many of the last values must be given by name.

    >>> joined = function("joined", str.join, ["first", "second"], {"second": "none"})
    >>> joined("-", "one"), joined("-", second="two", first="one")
    ('one-none', 'one-two')
    """
    code = _template(len(names)).replace(
        co_name=name,
        co_varnames=("_", *names),
        co_argcount=1 + len(names) - keyword_only,
        co_kwonlyargcount=keyword_only,
    )
    positional = names[: len(names) - keyword_only]
    given = tuple(defaults[one] for one in positional if one in defaults)
    result = FunctionType(code, {"_made": made}, name, given)
    result.__kwdefaults__ = {one: defaults[one] for one in names[len(positional) :] if one in defaults}
    return result

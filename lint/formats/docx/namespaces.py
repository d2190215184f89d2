"""The names of WordprocessingML: ECMA-376, part 1."""

from __future__ import annotations

from typing import Final

MAIN: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MATH: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
COMPATIBILITY: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
OFF: Final = frozenset({"0", "false", "off", "none"})


def w(name: str) -> str:
    """Return the qualified name of an element or attribute.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{MAIN}}}{name}"

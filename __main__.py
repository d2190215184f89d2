"""``python -m resolint``, and where the command ``resolint`` begins."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command on this process's arguments, and end with its status."""
    from .lint.cli import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()

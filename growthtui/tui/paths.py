"""Paths as people read them."""

from pathlib import Path


def short(path: Path) -> str:
    """A path with ~ for the person's home folder."""
    home = Path.home()
    if path == home:
        return "~"
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)

"""Text from outside, made safe to store without changing a word."""

_REPLACEMENT = "�"


def clean(text: str) -> str:
    """`text` with plain line feeds, and half characters (from a badly decoded argument) replaced by U+FFFD."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in whole)

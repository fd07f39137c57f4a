"""Text from outside, made safe to store without changing a word."""

from growthtui.storage.codec import Doc

_REPLACEMENT = "�"
_WORDS = ("text", "title", "name", "north_star", "question", "url", "with", "week", "kind", "audience", "framework")
"""Fields that tell a person which record it is; the first that is filled."""


def clean(text: str) -> str:
    """`text` with plain line feeds, and half characters (from a badly decoded argument) replaced by U+FFFD."""
    whole = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(_REPLACEMENT if "\ud800" <= char <= "\udfff" else char for char in whole)


def words_of(doc: Doc) -> str:
    """What a raw record of any table says, to recognise it by."""
    return next((str(doc[key]) for key in _WORDS if doc.get(key)), "")

"""What leans on parts of Textual that are not public: one place, one test each, so an upgrade fails loudly."""

import traceback

from rich.segment import Segment, Segments
from textual.app import App, ReturnType


def end_without_traceback(app: App[ReturnType], sentence: str) -> None:
    """End a crashed app with a sentence. Textual's own way prints local variables, which hold private text."""
    app._exit_renderables.append(Segments([Segment(f"{sentence}\n")]))  # noqa: SLF001 - no public way to replace it
    app._close_messages_no_wait()  # noqa: SLF001 - what Textual does after its traceback


def places_of(error: BaseException) -> str:
    """Where an error came from: files, lines, functions and its type; neither its message nor any value."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*lines, type(error).__name__])

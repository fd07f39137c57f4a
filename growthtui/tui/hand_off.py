"""Handing a text to the person's own editor and taking it back; whatever happens, no word is lost."""

from pathlib import Path

from textual.app import App, ReturnType, SuspendNotSupported

from growthtui.editor import EditorError, edit_file, editor_command
from growthtui.tui.desk import Desk


def write_in_editor(app: App[ReturnType], desk: Desk, place: str, text: str) -> str | None:
    """The text as it is after the editor, or None when it is the same or the editor failed (a toast says so).

    The editor works on a private file of its own, named after the draft `place`. A file that an earlier, broken
    hand-off left behind is continued, not overwritten; `forget` removes it once its text is saved.
    """
    path = desk.journal.drafts.file_for_editor(place)
    try:
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(text, encoding="utf-8")
        with app.suspend():
            edit_file(path, editor_command(desk.settings.editor))
    except SuspendNotSupported:
        app.notify("There is no editor to hand over to here.", severity="warning")
        forget(desk, place)
        return None
    except EditorError as error:
        app.notify(str(error), severity="warning")
        _keep_if_changed(desk, place, path, text)
        return None
    except OSError as error:
        app.notify(f"The text cannot be handed over: {error.strerror or error}.", severity="warning")
        return None
    written = _read(path)
    if written.rstrip("\n") == text.rstrip("\n"):
        forget(desk, place)
        return None
    return written.rstrip("\n")


def forget(desk: Desk, place: str) -> None:
    """Remove the editor's file: its text is saved, or was never changed."""
    desk.journal.drafts.file_for_editor(place).unlink(missing_ok=True)


def _keep_if_changed(desk: Desk, place: str, path: Path, text: str) -> None:
    written = _read(path)
    if written.rstrip("\n") == text.rstrip("\n"):
        forget(desk, place)
    else:
        desk.drafts.keep(desk.draft(place, written))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")

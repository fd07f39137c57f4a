"""What can be picked for one line: its kind, its focus point."""

from collections.abc import Sequence
from functools import partial

import msgspec
from textual.content import Content
from textual.screen import Screen

from growthtui.domain.plan import FocusStatus
from growthtui.domain.week import Line, LineKind
from growthtui.present.week import KIND_WORDS
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change
from growthtui.tui.modals.finder import Catalogue, Entry
from growthtui.tui.modals.lists import matching
from growthtui.tui.paint import words


def kinds(desk: Desk, under: Screen[None], line: Line) -> Catalogue:
    """All kinds of line."""
    entries = [
        _entry(
            desk,
            under,
            line,
            msgspec.structs.replace(line, kind=kind),
            f"{desk.glyphs.of_kind(kind)} {KIND_WORDS[kind]}",
        )
        for kind in LineKind
    ]
    return _picker("Kind", entries)


def focus_points(desk: Desk, under: Screen[None], line: Line) -> Catalogue:
    """The focus points of the plan that are pursued, and none."""
    tree = desk.snapshot.tree
    entries = [
        _entry(desk, under, line, _with_focus(line, focus.id), f"{number} {focus.title}")
        for number, focus in enumerate(tree.focus if tree else (), start=1)
        if focus.status is FocusStatus.ACTIVE
    ]
    loose = _entry(desk, under, line, _with_focus(line, None), "not tied to a focus point")
    return _picker("Focus point", [*entries, loose])


def _with_focus(line: Line, focus: str | None) -> Line:
    """The line with another focus point; an action of the old one goes with it."""
    return msgspec.structs.replace(line, focus=focus, action=line.action if focus == line.focus else None)


def _picker(title: str, entries: Sequence[Entry]) -> Catalogue:
    now = next((place for place, entry in enumerate(entries) if entry.note), 0)
    find = partial(matching, entries)
    return Catalogue(title, find, placeholder="Type or choose with the arrows", chosen=now)


def _entry(desk: Desk, under: Screen[None], old: Line, new: Line, text: str) -> Entry:
    def run() -> None:
        def call() -> str:
            desk.journal.log.edit(old, new)
            return ""

        under.app.post_message(Change(call))

    is_now = (old.kind, old.focus) == (new.kind, new.focus)
    return Entry(words(text) if text else Content(), "now" if is_now else "", run)

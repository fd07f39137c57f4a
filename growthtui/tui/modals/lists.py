"""The lists of the finder: commands, places in the journal, steps, deleted entries, themes."""

from collections.abc import Sequence
from functools import cache, partial
from typing import overload

from textual.content import Content
from textual.screen import Screen

from growthtui.domain.base import by_id
from growthtui.errors import GrowthError
from growthtui.journal.search import Hit, terms
from growthtui.journal.trash import Discarded
from growthtui.journal.undo import Touched, touched
from growthtui.present.top import TABS
from growthtui.present.week import KIND_WORDS
from growthtui.settings import write_setting
from growthtui.tui import themes
from growthtui.tui.commands import Command
from growthtui.tui.desk import Desk
from growthtui.tui.messages import Change, ShowWeek
from growthtui.tui.modals.finder import Catalogue, Entry
from growthtui.tui.paint import ACCENT_STRONG, words

_SHORTEST_SEARCH = 3
_BEFORE_MATCH = 16
_IN_SESSIONS = ("answer", "parked advice")
_MOST_TOUCHED = 4
_SHOWN_WORDS = 200
_ONE_OF = {"focus": "focus point", "people": "person", "evidence": "proof", "checkins": "check-in"}


def matching(entries: Sequence[Entry], typed: str) -> list[Entry]:
    """Entries whose words hold all typed words, in any order; a match at the start of the entry comes first."""
    wanted = terms(typed)
    found = [entry for entry in entries if all(term in entry.text.plain.casefold() for term in wanted)]
    return sorted(found, key=lambda entry: not (wanted and entry.text.plain.casefold().startswith(wanted[0])))


def palette(desk: Desk, under: Screen[object], commands: Sequence[Command]) -> Catalogue:
    """Every action of the screen beneath and of everywhere.

    Typed words find the actions of the other places, too, and what is written in the journal.
    """
    app = under.app
    titles: dict[str, Command] = {}
    for command in commands:
        if command.in_palette:
            titles.setdefault(command.title, command)
    entries = [
        Entry(Content(desk.glyphs.say(title)), command.shown_keys, partial(app.run_action, command.action, under))
        for title, command in titles.items()
    ]
    elsewhere = cache(partial(_elsewhere, desk, under))

    def find(typed: str) -> Sequence[Entry]:
        found = matching([*entries, *(elsewhere() if typed.strip() else ())], typed)
        return _Hits(desk, under, typed, found) if len(typed.strip()) >= _SHORTEST_SEARCH else found

    return Catalogue("Everything", find, placeholder="What do you want to do, or find?")


def _elsewhere(desk: Desk, under: Screen[object]) -> list[Entry]:
    """What can be done in the places that are not shown; taking it goes there first."""
    from growthtui.tui.places import commands_of

    return [
        Entry(
            Content(desk.glyphs.say(f"{tab.title}: {command.title}")),
            f"{tab.digit} {command.shown_keys}",
            partial(_do_there, under, tab.name, command.action),
        )
        for tab in TABS
        if tab.name != under.app.current_mode
        for command in commands_of(tab.name)
    ]


async def _do_there(under: Screen[object], place: str, action: str) -> None:
    app = under.app
    await app.run_action(f"app.go('{place}')")
    app.screen.call_after_refresh(app.run_action, action, app.screen)


def search(desk: Desk, under: Screen[object]) -> Catalogue:
    """Lines, plan texts and sessions, newest first."""

    def find(typed: str) -> Sequence[Entry]:
        return _Hits(desk, under, typed) if typed.strip() else ()

    return Catalogue(
        "Search", find, placeholder='Words, in any order; "quotes" for a phrase', nothing="Nothing to show."
    )


class _Hits(Sequence[Entry]):
    """What was found, behind some other entries: made when it is looked at, since ten years hold thousands."""

    def __init__(self, desk: Desk, under: Screen[object], typed: str, before: Sequence[Entry] = ()) -> None:
        self._before = before
        self._hits = desk.journal.search.find(typed)
        is_this_year = all(hit.week is None or hit.week[:4] == str(desk.week.year) for hit in self._hits)
        cells = len("W48") if is_this_year else len("2026-W48")
        self._entry = partial(_hit, desk, under, typed, cells)

    def __len__(self) -> int:
        return len(self._before) + len(self._hits)

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Entry]: ...

    def __getitem__(self, place: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        behind = place - len(self._before)
        return self._before[place] if behind < 0 else self._entry(self._hits[behind])


def _hit(desk: Desk, under: Screen[object], typed: str, cells: int, hit: Hit) -> Entry:
    """One place; so many cells of the name of its week are shown: its year only where it tells something."""
    text = words(_from_first_match(hit.excerpt(typed), typed))
    for term in terms(typed):
        start = text.plain.casefold().find(term)
        if start >= 0:
            text = text.stylize(ACCENT_STRONG, start, start + len(term))
    note = f"{(hit.week or '')[-cells:]:<{cells}}  {KIND_WORDS.get(hit.kind, hit.kind)}"
    if hit.week:
        return Entry(text, note, partial(under.app.post_message, ShowWeek(hit.week, hit.id)))
    if hit.kind in _IN_SESSIONS:
        return Entry(text, note, partial(_open_session, desk, under, hit.id))
    return Entry(text, note, partial(_open_plan, desk, under, hit))


async def _open_plan(desk: Desk, under: Screen[object], hit: Hit) -> None:
    """Go to the row of the plan that was found."""
    from growthtui.tui.screens.plan.going import go_to_hit

    await go_to_hit(under.app, desk, hit)


async def _open_session(desk: Desk, under: Screen[object], session_id: str) -> None:
    """Read a session that is over, or go on with one that was left."""
    from growthtui.tui.screens.pair.opening import go_on, look_back

    sessions, snapshot = desk.journal.sessions, desk.snapshot
    left = {one.session.id: one for one in sessions.unfinished(desk.drafts.waiting, snapshot=snapshot)}
    await under.app.run_action("app.go('pair')")
    over = by_id(snapshot.sessions, session_id)
    if over is None:  # another program took it away meanwhile
        return
    try:
        under.app.push_screen(go_on(desk, left[session_id]) if session_id in left else look_back(desk, over))
    except GrowthError as error:  # its question set is gone
        under.app.notify(str(error), severity="warning")


def _from_first_match(excerpt: str, typed: str) -> str:
    """The excerpt with the first match near its start, so that a narrow list shows it, too."""
    folded = excerpt.casefold()
    at = min((place for term in terms(typed) if (place := folded.find(term)) >= 0), default=0)
    return excerpt if at <= _BEFORE_MATCH else f"…{excerpt[at - _BEFORE_MATCH :]}"


def history(desk: Desk, under: Screen[object]) -> Catalogue:
    """The steps that can be undone, newest first, with what each did; taking the newest takes it back."""
    say = partial(under.notify, "Steps are taken back from the newest on: u takes back one.")
    entries = [
        Entry(
            words(step.label),
            f"{step.at.astimezone():%d %b %H:%M}",
            say if number else partial(under.app.run_action, "app.undo"),
            detail="\n".join(map(_done_to, touched(step)[:_MOST_TOUCHED])),
        )
        for number, step in enumerate(desk.journal.undo.history())
    ]
    return Catalogue("History: enter undoes the newest", partial(matching, entries), nothing="Nothing was changed yet.")


def _done_to(record: Touched) -> str:
    """What a step did to one record."""
    text = " ".join(record.words.split())[:_SHOWN_WORDS]
    fields = f" ({', '.join(name.replace('_', ' ') for name in record.fields)})" if record.verb == "changed" else ""
    return f"{record.verb} {_one_of(record.table)}{fields}: {text}"


def _one_of(table: str) -> str:
    return _ONE_OF.get(table, table.removesuffix("s"))


def trash(desk: Desk, under: Screen[object]) -> Catalogue:
    """Deleted entries, newest first; taking one restores it."""
    entries = [
        Entry(
            words(item.text or item.id),
            f"{_one_of(item.table)}  {item.deleted.astimezone():%d %b}",
            partial(_restore, desk, under, item),
        )
        for item in desk.journal.trash.list()
    ]
    return Catalogue("Trash: enter restores", partial(matching, entries), nothing="The trash is empty.")


def _restore(desk: Desk, under: Screen[object], item: Discarded) -> None:
    def call() -> str:
        desk.journal.trash.restore(item.id)
        return "Restored."

    under.app.post_message(Change(call))


def theme_list(desk: Desk, under: Screen[object]) -> Catalogue:
    """Our themes first, then those of Textual; the choice goes into the settings."""
    app, config = under.app, desk.settings.config
    ours = [theme.name for theme in themes.OURS]
    names = [*ours, *sorted(set(app.available_themes) - set(ours))]

    def choose(name: str) -> None:
        def call() -> str:
            write_setting(config, "theme", name)
            return ""

        app.theme = name
        app.post_message(Change(call))

    entries = [Entry(Content(name), "now" if name == app.theme else "", partial(choose, name)) for name in names]
    return Catalogue("Theme", partial(matching, entries))

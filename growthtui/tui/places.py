"""How each place and each sheet is opened. It is imported when it is opened first."""

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from growthtui.journal.drafts import Draft
from growthtui.tui.commands import EVERYWHERE, Command
from growthtui.tui.desk import Desk
from growthtui.tui.screens.base import Commanded

if TYPE_CHECKING:
    from growthtui.tui.modals.finder import Catalogue


_PLACES = {
    "home": "screens.welcome.screen.FrontScreen",
    "plan": "screens.plan.screen.PlanScreen",
    "week": "screens.week.WeekScreen",
    "pair": "screens.pair.start.PairScreen",
    "growth": "screens.to_come.GrowthPlaceScreen",
    "insights": "screens.to_come.InsightsScreen",
    "packet": "screens.packet.screen.PacketScreen",
}
_SHEETS = {
    "small": "modals.small.SmallSheet",
    "trouble": "screens.trouble.TroubleScreen",
    "import": "screens.welcome.take_in.ImportSheet",
    "template": "screens.welcome.pick.TemplateSheet",
    "sample": "screens.welcome.pick.SampleSheet",
    "settings": "screens.settings.screen.SettingsScreen",
    "coach": "screens.coach.screen.CoachScreen",
    "ideas": "screens.coach.ideas.IdeasScreen",
    "pace": "screens.coach.pace.PaceSheet",
}
"""What needs the desk alone: name to class."""

_DRAFTS = {
    "line": "modals.edit_form.form_of_draft",
    "add": "modals.edit_form.form_of_draft",
    "edit": "modals.edit_form.form_of_draft",
    "next": "screens.week_steps.form_of_draft",
    "plan": "screens.plan.forms.form_of_draft",
    "coach": "screens.coach.ways.form_of_draft",
    "wizard": "screens.pair.opening.go_on_from_draft",
}
"""The first part of a draft's place to what makes its form, from the desk and the draft; None when that is gone."""


def commands_of(name: str) -> Sequence[Command]:
    """What can be done in a place without a look at it first."""
    screen = cast("type[Commanded]", _named(_PLACES[name]))
    return [command for command in screen.KEYS if command.action.partition("(")[0] in screen.FROM_AFAR]


def open_place(name: str, desk: Desk) -> Screen[None]:
    """The screen of a place (`present.top.TABS` names them)."""
    return _made(_PLACES[name], desk)


def open_sheet(name: str, desk: Desk, under: Screen[object]) -> Screen[None]:
    """Something over the screen `under`."""
    match name:
        case "help":
            from growthtui.tui.modals.help import HelpSheet

            return HelpSheet(desk, _commands(under))
        case "palette" | "search" | "history" | "trash" | "theme":
            from growthtui.tui.modals.finder import FinderSheet

            return FinderSheet(desk, _catalogue(name, desk, under))
        case "line":
            from growthtui.tui.modals.line_form import NewLineSheet

            return NewLineSheet(desk, "line", desk.week)
        case _ if name in _SHEETS:
            return _made(_SHEETS[name], desk)
        case _:
            message = f"there is no sheet {name!r}"
            raise ValueError(message)


def open_draft(draft: Draft, desk: Desk) -> Screen[None] | None:
    """The form that a draft was typed into; None for a kind of draft that no form here knows."""
    kind = draft.place.partition("/")[0]
    if kind == "import":
        return _made(_SHEETS[kind], desk)
    return _made(_DRAFTS[kind], desk, draft) if kind in _DRAFTS else None


def _made(place: str, *arguments: object) -> Screen[None]:
    return _named(place)(*arguments)


def _named(place: str) -> Callable[..., Screen[None]]:
    module, _, name = place.rpartition(".")
    found: Callable[..., Screen[None]] = getattr(import_module(f"growthtui.tui.{module}"), name)
    return found


def _commands(under: Screen[object]) -> Sequence[Command]:
    """What can be done on a screen, in the field with the focus first."""
    return (*under.field_commands, *under.commands) if isinstance(under, Commanded) else EVERYWHERE


def _catalogue(name: str, desk: Desk, under: Screen[object]) -> "Catalogue":
    from growthtui.tui.modals import lists

    match name:
        case "palette":
            return lists.palette(desk, under, _commands(under))
        case "search":
            return lists.search(desk, under)
        case "history":
            return lists.history(desk, under)
        case "trash":
            return lists.trash(desk, under)
        case _:
            return lists.theme_list(desk, under)

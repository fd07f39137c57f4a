"""An empty plan to print and fill in by hand, for the ordinary plan and for the five steps of an expert."""

from growthtui.domain.plan import PlanMode
from growthtui.packets.tree import Block, Document, Heading, Item, Items, Mark, Notes, Paragraph, Section, plain

_FOCUS_POINTS = 3


def blank_plan(mode: PlanMode) -> Document:
    """The empty plan of a mode."""
    return _five_steps() if mode is PlanMode.PGP else _plan()


def _plan() -> Document:
    return Document(
        title="Growth plan",
        meta=("Name, date:", "For the months from … to …:"),
        sections=(
            _ask("north_star", "North Star", "Who do you want to be in the long run, and what must it not cost?", 3),
            Section(
                "goal",
                "Current Goal",
                (
                    _hint("One sentence. Is it about your career or about yourself?"),
                    Items((Item(plain("career"), mark=Mark.OPEN), Item(plain("personal"), mark=Mark.OPEN))),
                    Notes(2),
                    _hint("Why does it matter now?"),
                    Notes(2),
                    _hint("How will you, and others, see that it moves?"),
                    Notes(2),
                ),
            ),
            Section("focus", "Focus Points", tuple(block for at in range(_FOCUS_POINTS) for block in _point(at + 1))),
            _ask("limits", "What I am not willing to do", "A limit you name now does not surprise you later.", 2),
            _ask("checkins", "Who hears of it", "A name and a rhythm: every two weeks, every month.", 2),
        ),
    )


def _point(number: int) -> tuple[Block, ...]:
    return (
        Heading(f"{number}."),
        Notes(1),
        _hint("What will you do for it, and when or how often?"),
        Notes(3),
    )


def _five_steps() -> Document:
    return Document(
        title="Growth plan in five steps",
        meta=("Name, date:", "One area at a time, at most three:"),
        sections=(
            _ask("opportunity", "1. Opportunity", "Which area would bring you and the organisation most?", 2),
            Section(
                "current",
                "2. Current situation",
                (_hint("What do you do today?"), Notes(2), _hint("What does it cause?"), Notes(2)),
            ),
            Section(
                "desired",
                "3. Desired situation",
                (_hint("Which effect do you want?"), Notes(2), _hint("Which behaviour brings it?"), Notes(2)),
            ),
            Section(
                "activities",
                "4. Activities",
                (
                    _hint("Which steps lead there, and by when?"),
                    Notes(4),
                    _hint("Which sign shows that it works, and who sees it?"),
                    Notes(2),
                ),
            ),
            _ask("accountability", "5. Accountability", "To whom do you answer, how often, with what support?", 2),
        ),
    )


def _ask(section: str, title: str, hint: str, lines: int) -> Section:
    return Section(section, title, (_hint(hint), Notes(lines)))


def _hint(text: str) -> Paragraph:
    return Paragraph(plain(text))

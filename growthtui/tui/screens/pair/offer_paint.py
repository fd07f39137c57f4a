"""How the offers look: one large in a frame, the choices it asks for, all of them in a list."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from growthtui.journal.decisions import BELONGS, Decision, Decisions, Point, Verdict
from growthtui.present.glyphs import Glyphs
from growthtui.present.offers import GAPS, GOAL_KINDS, choice_words, details_of, is_private_offer, kind_words
from growthtui.tui.page import Page
from growthtui.tui.paint import ACCENT, ACCENT_STRONG, DATA, MUTED, OWN, STRONG, WARN, cut, key_hint, words
from growthtui.tui.widgets.block import runs
from growthtui.tui.widgets.choice import LABEL_CELLS

if TYPE_CHECKING:
    from growthtui.coach.wizard import Wizard

_KIND_CELLS = 16
_FEWEST_ROWS = 5
_MASK = "private · v shows it"
_MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown: the session, its decisions, the focus points there will be, the chosen place, the mask."""

    wizard: "Wizard"
    decisions: Decisions
    points: tuple[Point, ...]
    place: int
    is_masked: bool

    @property
    def item(self) -> Decision:
        """The offer that is chosen."""
        return self.decisions[self.place]

    def hides(self, item: Decision) -> bool:
        """Whether the words of an offer are masked."""
        return self.is_masked and is_private_offer(self.wizard, item)


def heading(page: Page, shown: Shown) -> None:
    """What is asked, and how many there are."""
    if shown.decisions.next_open() is None:
        page.say("Everything is decided. ctrl+s goes on.", STRONG)
    else:
        page.say(f"Into the plan, as {kind_words(shown.item)}?", STRONG)


def offer(page: Page, shown: Shown) -> None:
    """The words in their frame with what belongs to them, and the question they answer."""
    item = shown.item
    with page.framed(f"{shown.place + 1} of {len(shown.decisions)}", is_focused=True) as inner:
        if shown.hides(item):
            inner.label(_MASK)
        elif item.text.strip():
            inner.text(item.text, rows=_MOST_ROWS)
        else:
            inner.say("No words yet.", MUTED)
        said = [(detail.label, item.said(detail.name)) for detail in details_of(item)]
        for label, text in (*said, ("For", _point_of(item, shown.points))):
            if text and not shown.hides(item):
                inner.add(Content.styled(f"{label:<{LABEL_CELLS}}", MUTED) + words(text))
        choice = choice_words(item)
        if choice:
            inner.add(Content.styled(choice, DATA))
    question = shown.wizard.questions[item.proposal.step].question
    page.add(cut(Content.styled(page.glyphs.say(f"From: {question}"), MUTED), page.prose, page.glyphs.more))


def _point_of(item: Decision, points: tuple[Point, ...]) -> str:
    """The focus point that an offer hangs on, where there is more than one to choose from."""
    point = item.point(points) if item.kind in BELONGS and len(points) > 1 else None
    return point.title if point else ""


def notes(page: Page, item: Decision, replaced: str, refusal: str) -> None:
    """What to think about. `replaced` is the goal that steps back, `refusal` why it could not be taken just now."""
    note = item.note if not item.needs_choice else ""
    if note:
        page.say(note, DATA)
    if replaced:
        page.text(f"It becomes the current goal. “{replaced}” stays as a goal beside it.", DATA, rows=2)
    if refusal:
        page.say(refusal, WARN)


def choices(page: Page, item: Decision) -> None:
    """What only the person can say about a goal or a gap, with its keys."""
    if item.kind == "goal":
        page.say("Personal, or career? Only you can say.", DATA)
        for key, kind, about in GOAL_KINDS:
            page.add(runs(key_hint(key, about), f"screen.kind('{kind}')"))
        page.gap()
    elif item.kind == "gap":
        page.say("Do you have it already, and who knows?", DATA)
        for key, gap, about in GAPS:
            page.add(runs(key_hint(key, about), f"screen.gap('{gap}')"))
        page.gap()


def everything(page: Page, shown: Shown, room: int) -> None:
    """All offers with what was decided, as many round the chosen one as `room` has rows for."""
    count = len(shown.decisions)
    rows = min(count, max(_FEWEST_ROWS, room))
    first = min(max(0, shown.place - rows // 2), count - rows)
    for place in range(first, first + rows):
        hidden = first + 1 if place == first > 0 else count - place if place == first + rows - 1 < count - 1 else 0
        if hidden and place != shown.place:
            more = Content.styled(page.glyphs.say(f"    … {hidden} more"), MUTED)
            page.add(runs(more, f"pick({place})"))
        else:
            _paint_row(page, shown, place)


def _paint_row(page: Page, shown: Shown, place: int) -> None:
    item, is_chosen = shown.decisions[place], place == shown.place
    if is_chosen:
        page.mark()
    style = STRONG if is_chosen else MUTED if item.verdict is Verdict.LEFT else OWN
    text = Content.styled(page.glyphs.say(_MASK), MUTED) if shown.hides(item) else words(item.text or "…", style)
    choice = Content.styled(choice_words(item), DATA)
    room = page.width - _KIND_CELLS - choice.cell_length - 8
    cursor = Content.styled(page.glyphs.probe if is_chosen else " ", ACCENT_STRONG)
    kind = Content.styled(str(item.kind), MUTED)
    row = _row(page, (cursor, _sign(page.glyphs, item), kind, text, choice), room)
    page.rows.append(runs(row, f"pick({place})"))


def _row(page: Page, cells: tuple[Content, Content, Content, Content, Content], room: int) -> Content:
    table = Page(page.width, page.glyphs)
    sizes = (1, 1, _KIND_CELLS, room, cells[-1].cell_length)
    table.table(*zip(cells, sizes, strict=True), gap=1)
    return table.rows[0]


def _sign(glyphs: Glyphs, item: Decision) -> Content:
    match item.verdict:
        case Verdict.TAKEN:
            return Content.styled(glyphs.done, ACCENT)
        case Verdict.LEFT:
            return Content.styled(glyphs.say("–"), MUTED)
        case _:
            return Content.styled(glyphs.open, MUTED)

"""Whatever somebody wrote: no screen takes it for markup, obeys it, or falls over it."""

import re
from pathlib import Path

import msgspec
import pytest

from growthtui.clock import Clock
from growthtui.domain.week import LineKind
from growthtui.journal.demo import write_demo
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.present.top import TABS
from growthtui.tui.paint import safe
from growthtui.tui.widgets.words_area import WordsArea
from tests.conftest import TODAY
from tests.tui.screen import app_of, opened, press, screen_text, settled

TEXTS = {
    "orders": "- [x] I [really] liked [/b] it [link=a red \x1b[31m title \x1b]0;owned\x07 cursor \x9b2J "
    """' " \\ ) ( ; {0} %s $HOME `id` abc \u202edef\u202c ghi \u2067jkl\u2069 שלום مرحبا end""",
    "signs": "👩‍👩‍👧‍👦 ☎️ 🏳️‍🌈 e\u0301\u0301\u0301 \u200b\ufeff" + "漢字かな交じり文" * 12,
    "long": "a" * 20_000,
    "rows": "one\ntwo\r\n\nthree\tfour\x0bfive\x0csix",
}
"""What a terminal, the toolkit or a shell might obey; signs that are wider than they look; much; many rows."""

_KEPT = (
    "id",
    "week",
    "focus",
    "plan",
    "goal",
    "action",
    "kind",
    "status",
    "state",
    "cadence",
    "mode",
    "step",
    "carried",
)


def _poisoned(value: object, text: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _poisoned(one, text, name) for name, one in value.items()}
    if isinstance(value, list) and key not in ("evidence", "covers", "visibility", "logged_weeks", "needs"):
        return [_poisoned(one, text, key) for one in value]
    is_word = isinstance(value, str) and key not in _KEPT and " " in value
    return f"{text} {value}" if is_word else value


def poison(path: Path, text: str) -> None:
    """Put `text` before every prose of a journal file, and as evidence, names and notes."""
    document = msgspec.json.decode(path.read_bytes())
    for name, table in document.items():
        if name != "_meta":
            document[name] = {key: _poisoned(doc, text) for key, doc in table.items()}
    for doc in document["people"].values():
        doc["name"] = text
    for doc in document["evidence"].values():
        doc |= {"text": "", "url": text}
    for doc in document["weeks"].values():
        doc |= {"private": text, "block": {"cause": text, "text": text}, "reason": text, "known_by": [text]}
    path.write_bytes(msgspec.json.encode(document))


@pytest.fixture(params=list(TEXTS.values()), ids=list(TEXTS))
def hostile_journal(request: pytest.FixtureRequest, tmp_path: Path) -> Journal:
    path = tmp_path / "journal.json"
    write_demo(path, TODAY)
    poison(path, request.param)
    journal = Journal(path, Clock(TODAY), tmp_path / "state")
    tree = journal.snapshot().tree
    assert tree is not None
    assert tree.plan.north_star.startswith(request.param)
    return journal


async def test_every_screen_shows_it(hostile_journal: Journal) -> None:
    async with opened(hostile_journal) as pilot:
        for tab in TABS:
            await press(pilot, tab.digit)
            holds_no_orders(screen_text(pilot.app))
        await press(pilot, "3", "left", "j", "t", "escape", "f", "escape", "enter")
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "escape", "d", "slash", "e")
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "escape")
        for name in ("history", "trash", "palette"):
            app_of(pilot).action_open(name)
            await settled(pilot)
            holds_no_orders(screen_text(pilot.app))
            await press(pilot, "escape")


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
async def test_it_is_typed_saved_and_offered_letter_for_letter(journal: Journal, text: str) -> None:
    async with opened(journal) as pilot:
        await press(pilot, "l")
        pilot.app.screen.query_one("#text", WordsArea).load_text(text)
        await settled(pilot)
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "escape")
        holds_no_orders(screen_text(pilot.app))
        await press(pilot, "l", "ctrl+s", "escape", "3", "enter")
        holds_no_orders(screen_text(pilot.app))
    stored = journal.snapshot().lines[0]
    assert stored.text == re.sub("\r\n|\r|\x0b|\x0c", "\n", text).strip()
    assert stored.kind is LineKind.PROGRESS


def holds_no_orders(shown: str) -> None:
    """Nothing on the screen is anything that a terminal would obey."""
    orders = [char for char in shown if char != "\n" and safe(char) != char]
    assert orders == []


async def test_a_line_that_is_only_looked_at_keeps_every_letter(journal: Journal) -> None:
    journal.log.add(NewLine(text=TEXTS["rows"]))
    before = journal.path.read_bytes()
    async with opened(journal) as pilot:
        await press(pilot, "3", "enter", "escape", "enter", "ctrl+s")
    assert journal.path.read_bytes() == before
    assert journal.drafts.waiting() == ()

"""The settings screen: what is set holds at once and is kept, and the file stays the person's own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from growthtui.journal.journal import Journal
from growthtui.settings import Settings, load, shown
from growthtui.tui.screens.settings.rows import rows
from growthtui.tui.widgets.words_area import WordsArea
from tests.tui.screen import SIZES, app_of, check_screen, opened, press, screen_text, settled, toasts

BOTH = pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x36"])
DOCS = Path(__file__).parents[2] / "docs" / "settings.md"
THEME, WEEK_START, VISIBILITY, EDITOR, ASCII, STREAK, BACKUPS, RULES_OFF, JOURNAL = range(9)


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file, with words of the person in it."""
    path = tmp_path / "config.toml"
    path.write_text('# mine\nstreak = true # yes\n\n# theme = ""\n', encoding="utf-8")
    monkeypatch.setenv("GROWTHTUI_CONFIG", str(path))
    monkeypatch.setenv("EDITOR", "nano")
    monkeypatch.setenv("GROWTHTUI_ASCII", "no")
    return path


@BOTH
async def test_each_value_and_where_it_comes_from(demo_journal: Journal, config: Path, size: tuple[int, int]) -> None:
    async with opened(demo_journal, size, load()) as pilot:
        await press(pilot, "comma")
        check_screen("settings", pilot)
        await press(pilot, "j", "j", "j", "enter")
        check_screen("settings-editor", pilot)


async def test_the_theme_is_shown_at_once_and_kept(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma", "right")
        assert pilot.app.theme == "dawn"
        assert "‹ dawn ›" in screen_text(pilot.app)
        assert _text(config) == '# mine\nstreak = true # yes\n\ntheme = "dawn"\n'
        await press(pilot, "right")
        assert pilot.app.theme not in ("dusk", "dawn")
        await press(pilot, "backspace")
        assert pilot.app.theme == "dusk"
    assert "theme" not in _text(config)
    assert load().theme == ""


async def test_every_theme_can_be_reached_and_left(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma", "left")
        assert pilot.app.theme == max(pilot.app.available_themes)
        await press(pilot, "right")
        assert pilot.app.theme == "dusk"


async def test_a_first_change_makes_the_file(demo_journal: Journal, tmp_path: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma")
        assert "the first change makes it" in " ".join(screen_text(pilot.app).split())
        await _set(pilot, WEEK_START)
    assert _text(tmp_path / "config" / "growthtui" / "config.toml") == 'week_start = "sunday"\n'


async def test_nobody_but_me_holds_at_once(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "3", "left")
        before = screen_text(pilot.app).count("private")
        await press(pilot, "comma")
        await _set(pilot, VISIBILITY)
        assert demo_journal.policy.only_self
        await press(pilot, "escape")
        assert screen_text(pilot.app).count("private") > before
        await press(pilot, "comma")
        await _set(pilot, VISIBILITY)
        assert not demo_journal.policy.only_self
    assert 'visibility = ""' not in _text(config)


async def test_texts_are_typed(demo_journal: Journal, config: Path, tmp_path: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma")
        await _type(pilot, EDITOR, "code --wait [/b]")
        await _type(pilot, BACKUPS, "~/copies")
        await _type(pilot, RULES_OFF, "GP602, GP603")
        assert "code --wait [/b]" in screen_text(pilot.app)
        assert app_of(pilot).desk.settings.editor == "code --wait [/b]"
        assert load().backups == tmp_path / "copies"
        assert load().rules_off == ("GP602", "GP603")
        await _type(pilot, RULES_OFF, " ")
    assert load().rules_off == ()
    assert _text(config).startswith("# mine\nstreak = true # yes\n")


async def test_yes_and_no_are_written_as_such(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma")
        await _set(pilot, STREAK)
    assert "streak = false # yes" in _text(config)


async def test_a_value_from_the_environment_is_not_written_over(demo_journal: Journal, config: Path) -> None:
    before = _text(config)
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma")
        await _set(pilot, ASCII)
        assert "GROWTHTUI_ASCII sets it" in toasts(pilot)
    assert _text(config) == before


async def test_the_journal_is_named_and_left_alone(demo_journal: Journal, config: Path) -> None:
    before = _text(config)
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma")
        await _set(pilot, JOURNAL)
        assert "opened at the start" in toasts(pilot)
        await press(pilot, "backspace")
    assert _text(config) == before


async def test_a_key_that_nobody_knows_is_told(demo_journal: Journal, config: Path) -> None:
    _write(config, "theme = 'neon'\nthemee = 1\n[/b]\n".replace("[/b]", '["[/b]"]'))
    async with opened(demo_journal, settings=load()) as pilot:
        assert "Did you mean 'theme'?" in toasts(pilot)
        assert "no theme 'neon': dusk is shown" in toasts(pilot)
        pilot.app.clear_notifications()
        await press(pilot, "comma")
        shown_words = " ".join(screen_text(pilot.app).split())
        assert "Did you mean 'theme'?" in shown_words
        assert "there is no setting '[/b]'" in shown_words


async def test_a_file_broken_meanwhile_changes_nothing(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        _write(config, "theme = = 1\n")
        await press(pilot, "comma", "right")
        assert "cannot be read" in toasts(pilot)
        assert pilot.app.theme == "dusk"
    assert _text(config) == "theme = = 1\n"


async def test_the_file_opens_in_the_editor(
    demo_journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def suspended(_: object) -> Iterator[None]:
        yield

    def edited(path: Path, command: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert "# theme" in text
        path.write_text(text.replace('# theme = ""', 'theme = "dawn"'), encoding="utf-8")

    monkeypatch.setattr("growthtui.tui.frame.GrowthApp.suspend", suspended)
    monkeypatch.setattr("growthtui.tui.screens.settings.screen.edit_file", edited)
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma", "e")
        assert pilot.app.theme == "dawn"


async def test_without_an_editor_the_file_is_named(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma", "e")
        assert str(config) in toasts(pilot)


async def test_the_same_key_leads_back(demo_journal: Journal, config: Path) -> None:
    async with opened(demo_journal, settings=load()) as pilot:
        await press(pilot, "comma", "comma")
        assert len(pilot.app.screen_stack) == 1


def test_the_option_of_the_command_line_still_holds_when_the_file_is_read_again(
    demo_journal: Journal, config: Path, tmp_path: Path
) -> None:
    from growthtui.tui.screens.settings.screen import reloaded

    _write(config, 'journal = "/elsewhere.json"\n')
    settings = load({"journal": str(tmp_path / "mine.json"), "config": str(config)})
    assert reloaded(settings) == settings


def test_the_screen_and_the_page_name_every_setting() -> None:
    names = {name for name, _, _ in shown(load())}
    assert {row.name for row in rows(["dusk"])} == names
    text = DOCS.read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| `(\w+)` \| (.+?) \|", text, re.MULTILINE))
    assert set(table) == names
    for name in names - {"journal", "theme", "backups"}:
        default = _as_toml(getattr(Settings(journal=Path(), config=Path(), state=Path()), name))
        assert table[name] == f"`{default}`"


def _as_toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "[]" if value == () else f'"{value}"'


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


async def _set(pilot: Pilot[None], place: int) -> None:
    """Go to a row and press enter."""
    await pilot.press(*["k"] * 8, *["j"] * place)
    await press(pilot, "enter")


async def _type(pilot: Pilot[None], place: int, text: str) -> None:
    await _set(pilot, place)
    pilot.app.screen.query_one("#text", WordsArea).replace_all(text)
    await settled(pilot)
    await press(pilot, "ctrl+s")

"""Settings: where each value comes from, what is refused, and what is only told."""

from pathlib import Path

import platformdirs
import pytest

from growthtui import settings as module
from growthtui.errors import BadInputError
from growthtui.settings import TEMPLATE, BadConfigError, BadSettingError, clock_for, load, platform_folder, shown


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file that GROWTHTUI_CONFIG names; not there yet."""
    path = tmp_path / "my settings.toml"
    monkeypatch.setenv("GROWTHTUI_CONFIG", str(path))
    return path


def test_without_anything_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROWTHTUI_JOURNAL")
    settings = load()
    assert settings.journal == tmp_path / "data" / "growthtui" / "journal.json"
    assert settings.config == tmp_path / "config" / "growthtui" / "config.toml"
    assert settings.state == tmp_path / "state" / "growthtui"
    assert (settings.theme, settings.visibility, settings.ascii, settings.rules_off) == ("", "", False, ())
    assert not settings.only_self
    assert {source for _, _, source in shown(settings)} == {"default"}


def test_a_flag_beats_the_environment_beats_the_file(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('theme = "file"\njournal = "/file.json"\neditor = "file"\nvisibility = "self"\n')
    monkeypatch.setenv("GROWTHTUI_JOURNAL", "/environment.json")
    monkeypatch.setenv("GROWTHTUI_THEME", "environment")
    settings = load({"journal": "/flag.json", "config": None})
    assert (settings.journal, settings.theme, settings.editor) == (Path("/flag.json"), "environment", "file")
    assert settings.only_self
    sources = {name: source for name, _, source in shown(settings)}
    assert sources["journal"] == "--journal"
    assert sources["theme"] == "GROWTHTUI_THEME"
    assert sources["editor"] == str(config)
    assert sources["week_start"] == "default"


def test_an_empty_variable_is_none(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config.write_text('visibility = "self"\n')
    monkeypatch.setenv("GROWTHTUI_VISIBILITY", "")
    monkeypatch.setenv("GROWTHTUI_JOURNAL", "")
    settings = load()
    assert settings.only_self
    assert settings.journal.name == "journal.json"


def test_every_kind_of_value(config: Path) -> None:
    config.write_text('ascii = true\nstreak = false\nrules_off = ["GP602", "gp601"]\nbackups = "~/copies"\n')
    settings = load()
    assert settings.ascii
    assert settings.rules_off == ("GP602", "GP601")
    assert settings.backups == Path("~/copies").expanduser()


@pytest.mark.parametrize(("word", "value"), [("1", True), ("Yes", True), ("off", False), ("0", False)])
def test_words_for_yes_and_no(word: str, value: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GROWTHTUI_ASCII", word)
    assert load().ascii is value


@pytest.mark.parametrize(
    "line",
    [
        'visibility = "sefl"',
        "visibility = true",
        'week_start = "friday"',
        'ascii = "perhaps"',
        "theme = 3",
        "rules_off = [1]",
        'rules_off = ["outcomes"]',
        "journal = false",
    ],
)
def test_a_value_that_cannot_be_is_refused_by_name(config: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GROWTHTUI_JOURNAL")
    config.write_text(line)
    with pytest.raises(BadSettingError, match=line.split(maxsplit=1)[0]):
        load()


def test_an_unknown_key_is_told_and_does_no_harm(config: Path) -> None:
    config.write_text('visibilty = "self"\nzzz = 1\n')
    settings = load()
    first, second = settings.problems
    assert "visibilty" in first
    assert "Did you mean 'visibility'?" in first
    assert "zzz" in second


@pytest.mark.parametrize("data", [b"theme = ", b"\xff\xfe", b"theme = 'a'\ntheme = 'b'"])
def test_a_file_that_is_no_toml_is_refused(config: Path, data: bytes) -> None:
    config.write_bytes(data)
    with pytest.raises(BadConfigError, match="config edit"):
        load()


def test_an_empty_journal_option_does_not_fall_back(tmp_path: Path) -> None:
    with pytest.raises(BadSettingError, match="--journal"):
        load({"journal": ""})


def test_the_template_names_every_setting_and_sets_none(config: Path) -> None:
    config.write_text(TEMPLATE)
    assert load().problems == ()
    assert {source for name, _, source in shown(load()) if name != "journal"} == {"default"}
    config.write_text(TEMPLATE.replace("\n# ", "\n").replace("\nthe journal file", "\n# the journal file"))
    names = [line.removeprefix("# ").split(" = ")[0] for line in TEMPLATE.splitlines() if " = " in line]
    assert names == [name for name, _, _ in shown(load_defaults())]


def load_defaults() -> module.Settings:
    """The settings without a file."""
    return load({"config": "/nowhere/at/all.toml"})


def test_writing_one_setting_leaves_the_rest(config: Path) -> None:
    config.write_text("# mine\nascii = true # because\n")
    module.write_setting(config, "theme", "dawn")
    assert config.read_text() == '# mine\nascii = true # because\ntheme = "dawn"\n'
    assert load().theme == "dawn"


def test_writing_makes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "new" / "config.toml"
    module.write_setting(path, "theme", "dusk")
    assert load({"config": str(path)}).theme == "dusk"


def test_writing_into_a_broken_file_is_refused(config: Path) -> None:
    config.write_text("theme = ")
    with pytest.raises(BadConfigError):
        module.write_setting(config, "theme", "dusk")
    assert config.read_text() == "theme = "


@pytest.mark.parametrize("home", ["", " ", "/somewhere/else"])
def test_folders_are_those_of_platformdirs(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", home)
    assert platform_folder("data") == platformdirs.user_data_path("growthtui", appauthor=False)
    assert platform_folder("config") == platformdirs.user_config_path("growthtui", appauthor=False)
    assert platform_folder("state") == platformdirs.user_state_path("growthtui", appauthor=False)


def test_other_platforms_ask_platformdirs(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = platformdirs.user_state_path("growthtui", appauthor=False)
    monkeypatch.setattr("sys.platform", "darwin")
    assert platform_folder("state") == expected


def test_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clock_for("2026-11-24").today().isoformat() == "2026-11-24"
    monkeypatch.setenv("GROWTHTUI_TODAY", "2020-12-31")
    assert clock_for().today().isoformat() == "2020-12-31"
    assert clock_for("2026-11-24").now().date().isoformat() == "2026-11-24"
    with pytest.raises(BadInputError, match="2026-11-23"):
        clock_for("2026-13-01")

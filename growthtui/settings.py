"""Settings: one frozen value, read once at the start; each knows where it comes from.

A flag beats the environment (GROWTHTUI_*), the environment beats config.toml, the file beats the default.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from growthtui.clock import Clock
from growthtui.dates import FIRST_DAY, LAST_DAY, parse_date
from growthtui.errors import BadInputError

APP = "growthtui"

_HOME_FOLDERS = {"data": "~/.local/share", "config": "~/.config", "state": "~/.local/state"}
TEMPLATE = """\
# Settings of growthtui. Remove the # in front of a line to set it.

# the journal file
# journal = "~/Documents/journal.json"

# name of the colour theme
# theme = ""

# "monday" or "sunday", the first column of calendars
# week_start = "monday"

# "self" keeps everything private
# visibility = ""

# for example "code --wait"; else $VISUAL or $EDITOR
# editor = ""

# true draws with plain letters only
# ascii = false

# true shows the streak beside the rhythm
# streak = false

# a folder for a second copy of each backup
# backups = ""

# rules of the plan review that never ask, for example ["GP602"]
# rules_off = []
"""
"""The text of a new settings file: every setting, commented out."""

_RULE = re.compile(r"GP\d{3}", re.IGNORECASE)
_TRUE = ("1", "true", "yes", "on")
_FALSE = ("0", "false", "no", "off", "")


class BadSettingError(BadInputError):
    """A setting has a value that it cannot have. `source` is where it stands."""

    def __init__(self, source: str, key: str, value: object, allowed: str) -> None:
        super().__init__(f"{source}: {key} cannot be {value!r}; use {allowed}.")


class BadConfigError(BadInputError):
    """The settings file cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"The settings {path} cannot be read: {reason}. Correct it with `growthtui config edit`.")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has set. `sources` says for each name where its value comes from."""

    journal: Path
    """The journal file."""
    theme: str = ""
    """Name of the colour theme; empty is the program's own."""
    week_start: str = "monday"
    """First column of a month in calendars: `monday` or `sunday`. Weeks stay ISO weeks."""
    visibility: str = ""
    """Empty, or `self`: then everything is private, whatever its kind or its own setting."""
    editor: str = ""
    """The editor for long texts; empty is $VISUAL or $EDITOR."""
    ascii: bool = False
    """Draw with plain letters only."""
    streak: bool = False
    """Show the streak beside the rhythm."""
    backups: Path | None = None
    """A folder that gets a copy of the journal with `backup now`; empty is the state folder alone."""
    rules_off: tuple[str, ...] = ()
    """Rules of the plan review that never ask, such as `GP602`."""
    config: Path
    """The settings file; it need not exist."""
    state: Path
    """The folder for kept versions, undo and drafts of all journals."""
    sources: Mapping[str, str] = msgspec.field(default_factory=dict)
    """Name to source: `--journal`, `GROWTHTUI_THEME`, the settings file or `default`."""
    problems: tuple[str, ...] = ()
    """What in the settings file is not understood, one sentence each."""

    @property
    def only_self(self) -> bool:
        """Whether everything is private."""
        return self.visibility == "self"


def platform_folder(kind: Literal["data", "config", "state"]) -> Path:
    """The person's folder of one kind, as platformdirs names it.

    On Linux that rule (XDG) stands here: importing the library takes a tenth of the time of a logged line.
    """
    if sys.platform == "linux":
        base = os.environ.get(f"XDG_{kind.upper()}_HOME", "")
        return Path(base if base.strip() else _HOME_FOLDERS[kind]).expanduser() / APP
    import platformdirs

    paths = {
        "data": platformdirs.user_data_path,
        "config": platformdirs.user_config_path,
        "state": platformdirs.user_state_path,
    }
    return paths[kind](APP, appauthor=False)


def config_path(flag: str | None = None) -> Path:
    """Where the settings file is: `--config`, GROWTHTUI_CONFIG or the person's config folder."""
    given = flag or os.environ.get("GROWTHTUI_CONFIG")
    return Path(given).expanduser() if given else platform_folder("config") / "config.toml"


def load(flags: Mapping[str, str | None] | None = None) -> Settings:
    """Read the settings. `flags` are options of the command line by setting name, `config` among them.

    Raises:
        BadConfigError: the file is no TOML or cannot be opened.
        BadSettingError: a value is not possible.
    """
    given = {name: value for name, value in (flags or {}).items() if value is not None}
    if given.get("journal") == "":
        raise BadSettingError("Command line", "--journal", "", "the path of a file")
    path = config_path(given.pop("config", None))
    in_file = _read(path)
    values: dict[str, object] = {}
    sources: dict[str, str] = {}
    for name, convert in _KEYS.items():
        variable = f"GROWTHTUI_{name.upper()}"
        places = ((f"--{name}", given), (variable, {name: os.environ.get(variable) or None}), (str(path), in_file))
        found = next(((source, place[name]) for source, place in places if place.get(name) is not None), None)
        if found is not None:
            sources[name], raw = found
            values[name] = convert(sources[name], name, raw)
    values["journal"] = values.get("journal") or platform_folder("data") / "journal.json"
    problems = tuple(_unknown(path, key) for key in in_file if key not in _KEYS)
    known = {name: sources.get(name, "default") for name in _KEYS}
    return Settings(
        config=path,
        state=platform_folder("state"),
        sources=known,
        problems=problems,
        **values,  # type: ignore[arg-type] # each went through the converter of its name
    )


def clock_for(today: str | None = None) -> Clock:
    """The clock: on the date of `--today` or GROWTHTUI_TODAY if there is one. BadInputError."""
    text = today if today is not None else os.environ.get("GROWTHTUI_TODAY") or None
    if text is None:
        return Clock()
    day = parse_date(text, Clock().today())
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadInputError(f"{day} cannot be today: use a date of the years {FIRST_DAY.year} to {LAST_DAY.year}.")
    return Clock(day)


def shown(settings: Settings) -> tuple[tuple[str, str, str], ...]:
    """Name, value and source of each setting, as text."""
    return tuple((name, _as_text(getattr(settings, name)), settings.sources[name]) for name in _KEYS)


def write_setting(path: Path, name: str, value: object) -> None:
    """Set one value in the settings file and leave everything else in it as it is, comments too; "" takes it out.

    Raises:
        BadSettingError: the value is not possible.
        BadConfigError: the file is no TOML, or cannot be read or written.
    """
    from tomlkit import dumps, parse
    from tomlkit.exceptions import TOMLKitError

    if value != "":
        _KEYS[name](str(path), name, value)
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        document = parse(text)
        if name not in document:  # its line may be there, commented out
            opened = parse(re.sub(rf"(?m)^# ?{name} = .*$", f'{name} = ""', text, count=1))
            document = opened if name in opened else document
        document[name] = value
        if value == "":
            del document[name]
        _put(path.resolve(), dumps(document))  # the file itself where the path is a link to it
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        raise BadConfigError(path, _reason(error)) from error


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    if path.exists():
        fresh.chmod(path.stat().st_mode)
    fresh.replace(path)


def _read(path: Path) -> dict[str, object]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        raise BadConfigError(path, _reason(error)) from error


def _reason(error: Exception) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _unknown(path: Path, key: str) -> str:
    import difflib

    close = difflib.get_close_matches(key, _KEYS, n=1)
    hint = f"Did you mean {close[0]!r}?" if close else f"Known are {', '.join(_KEYS)}."
    return f"{path}: there is no setting {key!r}. {hint}"


def _text(source: str, name: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadSettingError(source, name, value, "a text in quotes")
    return value


def _path(source: str, name: str, value: object) -> Path | None:
    text = _text(source, name, value)
    return Path(text).expanduser() if text else None


def _one_of(*choices: str) -> "Callable[[str, str, object], str]":
    def convert(source: str, name: str, value: object) -> str:
        word = value.strip().lower() if isinstance(value, str) else None
        if word not in choices:
            raise BadSettingError(source, name, value, " or ".join(repr(choice) for choice in choices))
        return word

    return convert


def _flag(source: str, name: str, value: object) -> bool:
    if isinstance(value, bool):
        return value
    word = value.strip().lower() if isinstance(value, str) else None
    if word not in (*_TRUE, *_FALSE):
        raise BadSettingError(source, name, value, "true or false")
    return word in _TRUE


def _rules(source: str, name: str, value: object) -> tuple[str, ...]:
    given = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(item, str) and _RULE.fullmatch(item) for item in given):
        raise BadSettingError(source, name, value, 'a list such as ["GP602"]')
    return tuple(item.upper() for item in given)


_KEYS: dict[str, Callable[[str, str, object], object]] = {
    "journal": _path,
    "theme": _text,
    "week_start": _one_of("monday", "sunday"),
    "visibility": _one_of("", "self"),
    "editor": _text,
    "ascii": _flag,
    "streak": _flag,
    "backups": _path,
    "rules_off": _rules,
}


def _as_text(value: object) -> str:
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)

"""Reads the coach's texts: each file of the package once, people's own files as text handed in.

Every `load_*` has a `parse_*(text, source)` beside it, and both raise `BadCatalogueError` that names the
file and the key. Nothing in a file is ever executed. What `check` needs is read from a copy in JSON, which
`python docs/make_coach.py` makes of the TOML that people edit: reading TOML costs a short command ten times as much.
"""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import pairwise
from typing import TypeVar

import msgspec.json
import msgspec.toml

from growthtui.coach.shelves import Framework, IdeaShelf, QuestionBook, RuleBook, WeeklyBook
from growthtui.coach.wordlists import WordLists
from growthtui.coach.words import WordList
from growthtui.errors import BadCatalogueError

SIGNS = tuple(f"W{number:02}" for number in range(1, 13))
"""The signs of a weak answer, as `weak` of a step may name them."""

FRAMEWORKS = ("expert", "engineer")
"""The capability frameworks of the package; `load_framework` takes their names."""

Book = TypeVar("Book", RuleBook, QuestionBook, WeeklyBook, IdeaShelf, Framework, WordLists)


def parse_words(text: str, source: str) -> WordLists:
    """The word lists in `text`; `source` names the file in errors."""
    return _decode(text, source, WordLists, "growthtui-lintwords/1")


def parse_rules(text: str, source: str) -> RuleBook:
    """The rule texts in `text`; `source` names the file in errors."""
    book = _decode(text, source, RuleBook, "growthtui-rules/1")
    _require_unique(source, "rule", (rule.id for rule in book.rules))
    return book


def parse_questions(text: str, source: str) -> QuestionBook:
    """The question sets in `text`; `source` names the file in errors."""
    book = _decode(text, source, QuestionBook, "growthtui-wizard/1")
    _require_unique(source, "set", (questions.id for questions in book.sets))
    for questions in book.sets:
        _require_unique(source, f"set {questions.id}, step", (step.id for step in questions.steps))
        for step in questions.steps:
            unknown = next((sign for sign in step.weak if sign not in SIGNS), None)
            if unknown is not None:
                where = f"set {questions.id}, step {step.id}, weak"
                raise BadCatalogueError(source, where, f"{unknown!r} is no sign; there are {SIGNS[0]} to {SIGNS[-1]}")
    return book


def parse_weekly(text: str, source: str) -> WeeklyBook:
    """The weekly prompts in `text`; `source` names the file in errors."""
    book = _decode(text, source, WeeklyBook, "growthtui-weekly/1")
    _require_unique(source, "prompt", (prompt.id for prompt in book.prompts))
    return book


def parse_ideas(text: str, source: str) -> IdeaShelf:
    """The ideas in `text`; `source` names the file in errors."""
    return _decode(text, source, IdeaShelf, "growthtui-ideas/1")


def parse_framework(text: str, source: str) -> Framework:
    """The capability framework in `text`; `source` names the file in errors.

    2 to 12 capabilities and 2 to 7 levels (domain specification 2.2).
    """
    framework = _decode(text, source, Framework, "growthtui-capabilities/1")
    levels, capabilities = framework.levels, framework.capabilities
    _require_count(source, "level", len(levels), 2, 7)
    _require_count(source, "capability", len(capabilities), 2, 12)
    _require_unique(source, "capability", (capability.id for capability in capabilities))
    _require_unique(source, "domain", (domain.id for domain in framework.domains))
    values = [level.value for level in levels]
    if any(low >= high for low, high in pairwise(values)):
        raise BadCatalogueError(source, "level", "the values must rise from one level to the next")
    domains = {domain.id for domain in framework.domains}
    for capability in capabilities:
        where = f"capability {capability.id}"
        if capability.domain and capability.domain not in domains:
            raise BadCatalogueError(source, f"{where}, domain", f"there is no domain {capability.domain!r}")
        if capability.levels and len(capability.levels) != len(levels):
            reason = f"{len(capability.levels)} texts for {len(levels)} levels"
            raise BadCatalogueError(source, f"{where}, levels", reason)
    return framework


@cache
def load_words() -> WordLists:
    """The word lists of the package (English)."""
    return _load("lint-words.json", parse_words)


@cache
def load_rules() -> RuleBook:
    """The rule texts of the package."""
    return _load("rules.json", parse_rules)


@cache
def load_questions() -> QuestionBook:
    """The question sets of the package."""
    return _load("wizard.toml", parse_questions)


@cache
def load_weekly() -> WeeklyBook:
    """The weekly prompts of the package."""
    return _load("weekly.toml", parse_weekly)


@cache
def load_ideas() -> IdeaShelf:
    """The ideas of the package."""
    return _load("ideas.toml", parse_ideas)


@cache
def load_framework(name: str) -> Framework:
    """A capability framework of the package; `name` is one of `FRAMEWORKS`."""
    return _load(f"capabilities-{name}.toml", parse_framework)


def _load(name: str, parse: Callable[[str, str], Book]) -> Book:
    import pkgutil  # a tenth of what importlib.resources costs a short command

    data = pkgutil.get_data("growthtui.coach", f"data/{name}") or b""
    return parse(data.decode(), name)


def _decode(text: str, source: str, shape: type[Book], schema: str) -> Book:
    is_json = source.endswith(".json")
    decode = msgspec.json.decode if is_json else msgspec.toml.decode
    try:
        book = decode(text, type=shape, dec_hook=_word_list)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at ")
        raise BadCatalogueError(source, path.strip("`").removeprefix("$."), reason) from error
    except msgspec.DecodeError as error:
        raise BadCatalogueError(source, "", f"not readable as {'JSON' if is_json else 'TOML'}: {error}") from error
    if book.schema != schema:
        raise BadCatalogueError(source, "schema", f"{book.schema!r} is not {schema!r}")
    return book


def _word_list(shape: type, value: object) -> WordList:
    if shape is WordList and isinstance(value, list):
        return WordList(value)
    raise TypeError(f"Expected an array of words, got {value!r}")


def _require_unique(source: str, where: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for one in ids:
        if one in seen:
            raise BadCatalogueError(source, where, f"the id {one!r} is there twice")
        seen.add(one)


def _require_count(source: str, where: str, count: int, low: int, high: int) -> None:
    if not low <= count <= high:
        raise BadCatalogueError(source, where, f"{count} entries; {low} to {high} are possible")

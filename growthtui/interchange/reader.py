"""What a file is, by what it holds and not by its name; then its records."""

import re
from datetime import date

from growthtui.errors import ImportRefusedError
from growthtui.interchange import growthjournal, growthplan, jrnl
from growthtui.interchange.entries import Doc, Incoming, kind_of
from growthtui.interchange.values import decode, read_json, read_toml

TEXT = "text"

_TOML_START = re.compile(r"""(?:[\w"'.-]+\s*=|\[\[?[\w\s"'.-]+\]\]?\s*(?:#.*)?$)""")
_KNOWN = (
    f"growthtui reads {growthplan.SCHEMA} (TOML or JSON), {growthjournal.SCHEMA} (JSON), "
    "a plan as text with the headings North Star, Current Goal and Focus Points, and jrnl's JSON export"
)
_SHOWN = 60


def read_file(source: str, data: bytes, today: date) -> Incoming:
    """The records in the bytes of a file.

    Args:
        source: the name of the file, for messages.
        data: its bytes.
        today: the day a typed plan starts and its dates count from.

    Raises:
        ImportRefusedError: names the line or the place in the file, and the reason.
    """
    text = decode(data, source)
    start = text.lstrip()[:1]
    if start == "{":
        return _read_object(read_json(text, source), source)
    if _begins_like_toml(text):
        return _read_toml(text, source, today)
    if start == "[":
        value = read_json(text, source)
        raise ImportRefusedError(source, "", f"expected an object, found {kind_of(value)}; {_KNOWN}")
    return _read_text(text, source, today)


def _read_object(value: object, source: str) -> Incoming:
    doc: Doc = value if isinstance(value, dict) else {}
    schema = doc.get("schema")
    if "_meta" in doc:
        raise ImportRefusedError(source, "", "this is a journal itself; open it with --journal, or import its export")
    if schema == growthjournal.SCHEMA:
        return growthjournal.read_growthjournal(doc, source)
    if schema == growthplan.SCHEMA or (schema is None and _has_plan_keys(doc)):
        return growthplan.read_growthplan(doc, source)
    if schema is None and jrnl.is_jrnl(doc):
        return jrnl.read_jrnl(doc, source)
    if schema is None:
        raise ImportRefusedError(source, "", f"there is no key 'schema' and nothing of a plan in it; {_KNOWN}")
    if not isinstance(schema, str):
        raise ImportRefusedError(source, "schema", f"expected a text, found {kind_of(schema)}")
    raise ImportRefusedError(source, "schema", f"{schema[:_SHOWN]!r} is not one that can be read; {_KNOWN}")


def _has_plan_keys(doc: Doc) -> bool:
    return not doc.keys().isdisjoint(("north_star", "goals", "focus"))


def _read_toml(text: str, source: str, today: date) -> Incoming:
    try:
        doc = read_toml(text, source)
    except ImportRefusedError:
        from growthtui.interchange.plan_text import looks_like_plan_text

        if looks_like_plan_text(text):
            return _read_text(text, source, today)
        raise
    return _read_object(doc, source)


def _read_text(text: str, source: str, today: date) -> Incoming:
    from growthtui.interchange.plan_text import looks_like_plan_text, parse_plan_text, to_growthplan

    if not looks_like_plan_text(text):
        raise ImportRefusedError(source, "line 1", f"this is nothing that can be imported; {_KNOWN}")
    plan = parse_plan_text(text, source)
    notes = tuple(f"line {problem.line}: {problem.text}" for problem in plan.problems)
    return growthplan.read_growthplan(to_growthplan(plan, today), source, TEXT, notes)


def _begins_like_toml(text: str) -> bool:
    """Whether the first line that says something is a key or a table; a Markdown heading is a comment of TOML."""
    lines = (line.strip() for line in text.splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "")
    return _TOML_START.match(first) is not None

"""A sample with a token of its own in every text field, and who may read each by the specification (5.2).

The readers are worked out here from the document alone, without the code under test.
"""

from collections.abc import Iterator
from typing import Any

from tests.sample_records import Doc, sample_document

EVERYBODY = frozenset({"self", "mentor", "manager", "panel"})
OWN = frozenset({"self"})
WITH_MENTOR = frozenset({"self", "mentor"})
PLAN = frozenset({"self", "mentor", "manager"})
NOBODY: frozenset[str] = frozenset()

Readers = frozenset[str]
_MANAGERS = {"backend-staff": "priya", "actuary-pgp": "marit"}


def planted(name: str) -> tuple[Doc, dict[str, Readers]]:
    """The document, and token to its readers; a private note has no reader."""
    document = sample_document(name)
    tokens: dict[str, Readers] = {}
    for holder, key, readers in (*_people(document, name), *_plans(document), *_weeks(document), *_rest(document)):
        token = f"zq{len(tokens):04d}x"
        tokens[token] = readers
        holder[key] = f"{holder[key]}/{token}" if key == "url" else f"{holder[key]} {token}"
    return document, tokens


Field = tuple[Any, str | int, Readers]


def _fields(holder: Doc, names: tuple[str, ...], readers: Readers) -> Iterator[Field]:
    return ((holder, name, readers) for name in names if holder.get(name))


def _people(document: Doc, name: str) -> Iterator[Field]:
    yield from _fields(document["person"], ("display_name", "role", "team"), EVERYBODY)
    for person in document["people"]:
        yield person, "name", PLAN if person["id"] == _MANAGERS[name] else WITH_MENTOR
        yield person, "role", EVERYBODY


def _plans(document: Doc) -> Iterator[Field]:
    for plan in document["plans"]:
        yield plan, "north_star", PLAN
        for principle in plan["principles"]:
            yield principle, "text", frozenset(principle["visibility"])
        for goal in plan["goals"]:
            yield from _fields(goal, ("text", "why", "desired"), PLAN)
            yield from ((goal["measures"], at, EVERYBODY) for at in range(len(goal["measures"])))
        for focus in plan["focus"]:
            yield from _fields(focus, ("title", "note", "supports", "current", "desired"), PLAN)
            yield from ((action, "text", PLAN) for action in focus["actions"])
        for change in plan["changes"]:
            yield from _fields(change, ("what", "why"), OWN)


def _weeks(document: Doc) -> Iterator[Field]:
    for week in document["weeks"]:
        yield from _fields(week, ("reason",), OWN)
        yield from _fields(week, ("private",), NOBODY)
        yield from _fields(week.get("block", {}), ("cause", "text"), WITH_MENTOR)
        for step in (*week.get("next", ()), *week.get("carried", ())):
            yield from _fields(step, ("text", "if_then", "note"), WITH_MENTOR)
        for line in week.get("lines", ()):
            yield line, "text", frozenset(line["visibility"])


def _rest(document: Doc) -> Iterator[Field]:
    lines = [line for week in document["weeks"] for line in week.get("lines", ())]
    for proof in document["evidence"]:
        linked = (frozenset(line["visibility"]) for line in lines if proof["id"] in line.get("evidence", ()))
        yield from _fields(proof, ("text", "url", "unit"), frozenset().union(*linked))
    for item in document["feedback"]:
        yield item, "text", EVERYBODY if item["shareable"] else OWN
    for survey in document["surveys"]:
        yield survey, "question", OWN
        for answer in survey["responses"]:
            yield answer, "text", EVERYBODY if answer["shareable"] else OWN
            yield from _fields(answer, ("verdict", "why_not_known"), OWN)
    for session in document["sessions"]:
        yield session, "agreement", OWN
        for answer in session["answers"]:
            yield from _fields(answer, ("text", "probe"), frozenset(answer.get("visibility", WITH_MENTOR)))
        yield from ((advice, "text", WITH_MENTOR) for advice in session["parked_advice"])
    for assessment in document["assessments"]:
        for rating in assessment["ratings"].values():
            yield from _fields(rating, ("note",), WITH_MENTOR)
            yield from ((derailer, "text", OWN) for derailer in rating.get("derailers", ()))
    yield from ((event, "text", PLAN if event["direction"] > 0 else WITH_MENTOR) for event in document["events"])
    yield from ((review, "kind", OWN) for review in document["reviews"])

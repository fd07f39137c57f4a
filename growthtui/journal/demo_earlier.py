"""Earlier weeks for a sample journal, made up by a seeded generator: the same seed tells the same story.

They come as a `growthjournal/1` object: one closed plan for every half year, and about ten lines a week.
"""

import random
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta, timezone
from typing import Any, TypeVar

import msgspec

from growthtui.dates import Week

Doc = dict[str, Any]
T = TypeVar("T")

_CYCLE = 26
_KINDS = {
    "progress": 40, "learning": 14, "milestone": 8, "visibility": 8, "decision": 7, "setback": 6, "repeat": 6,
    "feedback": 6, "reflection": 5,
}  # fmt: skip
_LINES = (9, 15)
_HOLIDAYS = (1, 30, 31, 52, 53)
"""ISO weeks without an entry."""
_SUMMER_TIME = range(4, 11)
"""Months in which the clock is taken to be an hour ahead."""

_MISSED, _BLOCKED, _PRIVATE = 0.03, 0.75, 0.94
_ALONE, _ACTION, _IF_THEN = 0.1, 0.6, 0.4
_MOST_STEPS = 3


class Theme(msgspec.Struct, frozen=True):
    """What one earlier plan was about."""

    kind: str
    goal: str
    why: str
    measures: tuple[str, ...]
    focus: tuple[dict[str, Any], ...]


class Material(msgspec.Struct, frozen=True):
    """The texts that the generator puts together."""

    people: dict[str, str]
    north_star: str
    themes: tuple[Theme, ...]
    lines: dict[str, tuple[str, ...]]
    steps: tuple[str, ...]
    if_then: tuple[str, ...]
    blocks: tuple[dict[str, str], ...]
    private: tuple[str, ...]
    quotes: tuple[str, ...]
    links: str
    metric: dict[str, str]
    pause: str
    closed: str


def earlier(material: Material, first: Week, count: int, seed: int) -> Doc:
    """`count` weeks that end before `first`, with their plans, evidence, feedback and reviews."""
    story = _Story(material, seed)
    for number in reversed(range(-(-count // _CYCLE))):
        begin = first.shift(-min(count, (number + 1) * _CYCLE))
        story.add_cycle(number, begin, first.shift(-number * _CYCLE))
    return story.doc


class _Story:
    def __init__(self, material: Material, seed: int) -> None:
        self._material = material
        self._random = random.Random(f"{seed}")  # noqa: S311 - a story, not a secret
        self._open: list[Doc] = []
        self._steps = 0
        self._said: set[str] = set()
        """Sentences of the week that is being written: none comes twice."""
        self.doc: Doc = {"plans": [], "weeks": [], "evidence": [], "feedback": [], "reviews": []}

    def add_cycle(self, number: int, begin: Week, end: Week) -> None:
        """One plan and its weeks, from `begin` up to, not including, `end`."""
        theme = self._material.themes[number % len(self._material.themes)]
        last = end.shift(-1).sunday
        plan = self._plan(theme, f"e{number + 1}", begin.monday, last)
        manager = next(iter(self._material.people))
        self.doc["plans"].append(plan)
        self.doc["reviews"].append(
            {"id": f"{plan['id']}-r", "kind": "manager-talk", "on": last.isoformat(), "since": plan["start"]}
        )
        said = {"from": manager, "on": last.isoformat(), "text": self._pick(self._material.quotes), "shareable": True}
        self.doc["feedback"].append({"id": f"{plan['id']}-fb"} | said)
        for offset in range(end - begin):
            self.doc["weeks"].append(self._week(begin.shift(offset), plan))

    def _plan(self, theme: Theme, prefix: str, start: date, end: date) -> Doc:
        earlier_plans = self.doc["plans"]
        history = earlier_plans[-1]["history"] if earlier_plans else []
        cycle = {"kind": theme.kind, "from": start.isoformat(), "to": end.isoformat()}
        goal = {"id": f"{prefix}-g1", "kind": theme.kind, "current": True, "text": theme.goal, "why": theme.why}
        return {
            "id": prefix,
            "status": "closed",
            "start": start.isoformat(),
            "horizon_months": 6,
            "hours_per_week": 4,
            "north_star": self._material.north_star,
            "closed_on": end.isoformat(),
            "reason": self._material.closed,
            "history": [*history, cycle],
            "goals": [goal | {"measures": list(theme.measures)}],
            "focus": [self._focus(point, prefix, place) for place, point in enumerate(theme.focus, start=1)],
            "checkins": [{"id": f"{prefix}-c1", "with": next(iter(self._material.people)), "every_weeks": 2}],
        }

    def _focus(self, point: Doc, prefix: str, place: int) -> Doc:
        actions = [
            {"id": f"{prefix}-a{place}{index}"} | action for index, action in enumerate(point["actions"], start=1)
        ]
        return {"id": f"{prefix}-f{place}", "goal": f"{prefix}-g1", "title": point["title"], "actions": actions}

    def _week(self, week: Week, plan: Doc) -> Doc:
        name = str(week)
        chance = self._random.random()
        if week.number in _HOLIDAYS:
            return {"week": name, "state": "paused", "reason": self._material.pause}
        if chance < _MISSED:
            return {"week": name}
        friday = week.monday + timedelta(days=4)
        saved_at = _local(friday, time(16, self._random.randrange(60)))
        theme = next(item for item in self._material.themes if item.goal == plan["goals"][0]["text"])
        self._said.clear()
        lines = [
            self._line(f"{name.lower()}-{number}", friday, plan, theme)
            for number in range(1, self._random.randint(*_LINES) + 1)
        ]
        doc: Doc = {
            "week": name,
            "saved_at": saved_at.isoformat(),
            "minutes": self._random.randint(4, 12),
            "energy": self._random.randint(2, 5),
            "confidence": self._random.randint(4, 8),
            "carried": self._carried(),
            "lines": lines,
            "known_by": [self._pick(list(self._material.people))],
        }
        if chance > _BLOCKED:
            doc["block"] = self._pick(self._material.blocks)
        if chance > _PRIVATE:
            doc["private"] = self._pick(self._material.private)
        return doc | {"next": self._next(theme)}

    def _line(self, name: str, day: date, plan: Doc, theme: Theme) -> Doc:
        kind = self._random.choices(list(_KINDS), list(_KINDS.values()))[0]
        place = self._random.randrange(len(theme.focus))
        point, focus = theme.focus[place], plan["focus"][place]
        line: Doc = {"id": name, "focus": focus["id"], "kind": kind}
        chance = self._random.random()
        if chance < _ALONE:
            line["focus"] = None
        elif chance > _ACTION:
            line["action"] = self._pick(focus["actions"])["id"]
        line["text"] = self._fill(self._sentence(kind), point["things"])
        if kind == "milestone" and chance > _ALONE:
            proof = self._proof(f"{name}-e", day, point, focus["id"])
            self.doc["evidence"].append(proof)
            line["evidence"] = [proof["id"]]
            line["visibility"] = ["self", "mentor", "manager", "panel"]
        return line

    def _sentence(self, kind: str) -> str:
        sentences = self._material.lines[kind]
        sentence = self._pick([text for text in sentences if text not in self._said] or sentences)
        self._said.add(sentence)
        return sentence

    def _proof(self, name: str, day: date, point: Doc, focus: str) -> Doc:
        proof: Doc = {"id": name, "focus": focus, "on": day.isoformat()}
        match self._random.randrange(3):
            case 0:
                url = self._material.links.format(n=self._random.randint(100, 999))
                return proof | {"kind": "link", "text": self._fill("Page about {thing}", point["things"]), "url": url}
            case 1:
                before = self._random.randint(20, 90)
                numbers = {"before": before, "after": before // 2, "unit": self._material.metric["unit"]}
                text = self._fill(self._material.metric["text"], point["things"])
                return proof | {"kind": "metric", "text": text} | numbers
            case _:
                who = self._pick(list(self._material.people))
                return proof | {
                    "kind": "quote",
                    "text": self._pick(self._material.quotes),
                    "from": who,
                    "shareable": True,
                }

    def _carried(self) -> list[Doc]:
        """What became of the open steps; those that were not done stay open."""
        carried = []
        still_open = []
        for step in self._open:
            state = self._random.choices(("done", "partly", "keep", "drop"), (65, 15, 12, 8))[0]
            carried.append({"id": step["id"], "state": state})
            if state in ("partly", "keep"):
                still_open.append(step | {"carries": step["carries"] + 1})
        self._open = still_open
        return carried

    def _next(self, theme: Theme) -> list[Doc]:
        things = self._pick(theme.focus)["things"]
        if len(self._open) < _MOST_STEPS:
            self._steps += 1
            step: Doc = {"id": f"en{self._steps}", "text": self._fill(self._pick(self._material.steps), things)}
            if self._random.random() < _IF_THEN:
                step["if_then"] = self._fill(self._pick(self._material.if_then), things)
            self._open.append(step | {"carries": 0})
        return list(self._open)

    def _fill(self, template: str, things: list[str]) -> str:
        who = self._pick(list(self._material.people.values()))
        text = template.format(thing=self._pick(things), who=who, n=self._random.randint(2, 9))
        return text[:1].upper() + text[1:]

    def _pick(self, choices: Sequence[T]) -> T:
        return choices[self._random.randrange(len(choices))]


def _local(day: date, clock: time) -> datetime:
    offset = 2 if day.month in _SUMMER_TIME else 1
    return datetime.combine(day, clock, tzinfo=timezone(timedelta(hours=offset)))

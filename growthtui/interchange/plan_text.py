"""A plan typed as text or Markdown: read without losing a word, and written back (interface section 2.3)."""

from dataclasses import dataclass, field
from datetime import date

import msgspec

from growthtui.domain.plan import USUAL_MONTHS
from growthtui.errors import ImportRefusedError
from growthtui.interchange.phrases import cadence_of, count_of, due_of
from growthtui.interchange.plan_focus import read_focus
from growthtui.interchange.plan_lines import (
    FocusText,
    Line,
    Mark,
    Problem,
    Section,
    escape,
    other_heading,
    plain_line,
    plain_words,
    section_heading,
    shown,
    split_lines,
    split_mark,
)

_BYTE_ORDER_MARK = "\ufeff"
_NO_HEADING = (
    "none of the headings North Star, Current Goal or Focus Points stands here or below; "
    "write one of them on a line of its own, with its text under it"
)


class PlanText(msgspec.Struct, frozen=True):
    """A plan as typed. What is missing is empty; the north star keeps its lines, blank lines part its paragraphs."""

    north_star: str = ""
    goal: str = ""
    focus: tuple[FocusText, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass
class _Part:
    """What stands under one heading; without a section it has no place of its own in a plan."""

    section: Section | None = None
    depth: int = 0
    lines: list[Line] = field(default_factory=list)

    def holds(self, depth: int) -> bool:
        """Whether a heading of that depth is one of its focus points, and no new part."""
        return self.section is Section.FOCUS and (self.depth == 0 or depth > self.depth)

    def add(self, line: Line) -> None:
        """Take a line; blank ones above the first words mean nothing."""
        if self.lines or not line.is_blank:
            self.lines.append(line)


def looks_like_plan_text(text: str) -> bool:
    """Whether any line is one of the three headings."""
    return any(section_heading(line.text) for line in split_lines(text.removeprefix(_BYTE_ORDER_MARK)))


def parse_plan_text(text: str, source: str = "the text") -> PlanText:
    """Read a plan with or without Markdown marks. Every word is kept; what has no place of its own is reported.

    Args:
        text: the file, with any line ends.
        source: its name, for the message of a refusal.

    Raises:
        ImportRefusedError: none of the three headings is there.
    """
    lines = split_lines(text.removeprefix(_BYTE_ORDER_MARK))
    problems: list[Problem] = []
    above, *parts = _parts(lines, problems)
    if not any(part.section for part in parts):
        first = next((line.number for line in lines if line.text), 1)
        raise ImportRefusedError(source, f"line {first}", _NO_HEADING)
    by_section = {section: [part for part in parts if part.section is section] for section in (*Section, None)}
    north_star = [above, *by_section[Section.NORTH_STAR], *by_section[None]]
    return PlanText(
        north_star="\n\n".join(filter(None, (_paragraphs(part.lines) for part in north_star))),
        goal=_goal([line for part in by_section[Section.GOAL] for line in part.lines], problems),
        focus=tuple(point for part in by_section[Section.FOCUS] for point in read_focus(part.lines, problems)),
        problems=tuple(sorted(problems, key=lambda problem: problem.line)),
    )


def write_plan_text(plan: PlanText) -> str:
    """The plan as Markdown in the layout that `parse_plan_text` reads back word for word."""
    lines = [f"## {Section.NORTH_STAR}", "", *_written(plan.north_star, keep_bullets=True), ""]
    lines += [f"## {Section.GOAL}", "", plain_line(_one_line(plan.goal)), "", f"## {Section.FOCUS}", ""]
    for number, point in enumerate(plan.focus, start=1):
        lines.append(f"{number}. {escape(_one_line(point.title))}".rstrip())
        indent = " " * len(f"{number}. ")
        if point.note:
            lines += ["", *(f"{indent}{line}".rstrip() for line in _written(point.note)), ""]
        lines += [f"{indent}- {escape(action)}" for action in map(_one_line, point.actions) if action]
    return "\n".join(lines).rstrip("\n") + "\n"


def to_growthplan(plan: PlanText, today: date) -> dict[str, object]:
    """The plan in the shape of `growthplan/1`, begun `today`; the kind of its goal is left open."""
    goals = [{"id": "g1", "text": plan.goal, "current": True}] if plan.goal else []
    focus: list[dict[str, object]] = []
    first = 1
    for number, point in enumerate(plan.focus, start=1):
        actions = [_action(f"a{index}", text, today) for index, text in enumerate(point.actions, start=first)]
        first += len(actions)
        goal = {"goal": "g1"} if goals else {}
        note = {"note": point.note} if point.note else {}
        focus.append({"id": f"f{number}"} | goal | {"title": point.title} | note | {"actions": actions})
    return {
        "schema": "growthplan/1",
        "start": today.isoformat(),
        "horizon_months": USUAL_MONTHS,
        "north_star": plan.north_star,
        "goals": goals,
        "focus": focus,
    }


def _action(ident: str, text: str, today: date) -> dict[str, object]:
    due = due_of(text, today)
    known = {"cadence": cadence_of(text), "count": count_of(text), "due": due and due.isoformat()}
    return {"id": ident, "text": text} | {key: value for key, value in known.items() if value is not None}


def _parts(lines: list[Line], problems: list[Problem]) -> list[_Part]:
    """The file cut at its headings; the first part is what stands above them."""

    def report(line: Line, text: str) -> None:
        problems.append(Problem(line.number, text))

    parts = [_Part()]
    for line in lines:
        heading = section_heading(line.text)
        other = None if heading else other_heading(line.text)
        if heading:
            if any(part.section is heading.section for part in parts):
                report(line, f"a second “{heading.section}”: its words were added to the first")
            rest = [Line(line.number, 0, heading.rest)] if heading.rest else []
            parts.append(_Part(heading.section, heading.depth, rest))
        elif not other or parts[-1].holds(other[0]):
            parts[-1].add(line)
        elif not any(part.section or part.lines for part in parts):
            report(line, f"“{shown(other[1])}” was taken for the title of the document and left out")
        else:
            report(line, f"“{shown(other[1])}” is no part of a plan: its words are in the north star")
            parts.append(_Part(None, other[0], [Line(line.number, 0, other[1])]))
    if parts[0].lines:
        report(parts[0].lines[0], "the words above the first heading are in the north star")
    return parts


def _paragraphs(lines: list[Line]) -> str:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if not line.is_blank:
            blocks[-1].append(plain_words(line.text))
        elif blocks[-1]:
            blocks.append([])
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _goal(lines: list[Line], problems: list[Problem]) -> str:
    marked = [(line, *split_mark(line.text)) for line in lines if not line.is_blank]
    listed = [line for line, mark, _ in marked if mark is not Mark.NONE]
    if len(listed) > 1:
        problems.append(Problem(listed[1].number, "there is one current goal: the list was joined into one sentence"))
    return " ".join(words for _, _, words in marked if words)


def _written(text: str, *, keep_bullets: bool = False) -> list[str]:
    """The lines of a text with paragraphs, as they are written below a heading or a point."""
    written: list[str] = []
    for line in split_lines(text):
        if line.text:
            written.append(plain_line(line.text, keep_bullets=keep_bullets))
        elif written and written[-1]:
            written.append("")
    return written[:-1] if written and not written[-1] else written


def _one_line(text: str) -> str:
    return " ".join(line.text for line in split_lines(text) if line.text)

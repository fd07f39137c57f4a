"""The focus points of a plan typed as text: which lines open a point, and what belongs to it."""

from dataclasses import dataclass, field

from growthtui.interchange.plan_lines import FocusText, Line, Mark, Problem, split_mark

_SLACK = 1
"""Columns by which marks of one level may be out of line."""


@dataclass
class _Point:
    title: str
    note: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)


def read_focus(lines: list[Line], problems: list[Problem]) -> list[FocusText]:
    """The points of one section, in order; what was read otherwise than it stands there is added to `problems`.

    Points are the Markdown headings inside the section, else the numbered lines, else the outer bullets, else the
    plain lines. Other marked lines are actions; a line indented deeper than its bullet goes on with the action, any
    other plain line is the note of its point. A number with no words is an open line of a form, and says nothing.
    """
    reader = _Reader(lines, problems)
    for line in lines:
        reader.read(line)
    points = (
        FocusText(point.title, "\n".join(point.note), tuple(filter(None, map(str.strip, point.actions))))
        for point in reader.points
    )
    return [point for point in points if point != FocusText("")]


class _Reader:
    def __init__(self, lines: list[Line], problems: list[Problem]) -> None:
        self.points: list[_Point] = []
        self._problems = problems
        self._opening = _opening_marks(lines)
        if Mark.NONE in self._opening:
            first = next(line for line in lines if not line.is_blank)
            self._report(first, "the focus points have no numbers: each plain line was taken as one")
        self._edge = _left_edge([line for line in lines if split_mark(line.text)[0] in self._opening])
        self._above: list[str] = []
        self._bullet: int | None = None
        """Indentation of the action that a deeper line goes on with."""
        self._after_gap = False

    def read(self, line: Line) -> None:
        """Take the next line."""
        if line.is_blank:
            self._after_gap = True
            return
        mark, words = split_mark(line.text)
        if mark in self._opening and line.indent <= self._edge:
            self._open(words)
        elif mark is Mark.NONE:
            self._add_plain(line, words)
        elif not self.points:
            self._report(line, "no focus point stands above this line: it was taken as one")
            self._open(words)
        else:
            self.points[-1].actions.append(words)
            self._bullet = line.indent
        self._after_gap = False

    def _open(self, title: str) -> None:
        self.points.append(_Point(title, self._above))
        self._above, self._bullet = [], None

    def _add_plain(self, line: Line, words: str) -> None:
        if self.points and self._bullet is not None and line.indent > self._bullet:
            self.points[-1].actions[-1] += f" {words}"
            return
        if not self.points and not self._above:
            self._report(line, "these words stand above the first focus point: they are in its note")
        note = self.points[-1].note if self.points else self._above
        if note and self._after_gap:
            note.append("")
        note.append(words)
        self._bullet = None

    def _report(self, line: Line, text: str) -> None:
        self._problems.append(Problem(line.number, text))


def _opening_marks(lines: list[Line]) -> frozenset[Mark]:
    """The marks that open a focus point in this section."""
    marks = [(split_mark(line.text)[0], line.indent) for line in lines if not line.is_blank]
    if any(mark is Mark.HASHES for mark, _ in marks):
        return frozenset((Mark.HASHES,))
    edge = _left_edge([line for line in lines if split_mark(line.text)[0] is not Mark.NONE])
    if any(mark is Mark.NUMBER and indent <= edge for mark, indent in marks):
        return frozenset((Mark.NUMBER,))
    if marks and marks[0][0] is Mark.NONE:
        return frozenset((Mark.NONE,))
    return frozenset((Mark.BULLET, Mark.NUMBER))


def _left_edge(lines: list[Line]) -> int:
    return min((line.indent for line in lines if not line.is_blank), default=0) + _SLACK

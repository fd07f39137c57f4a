"""Two open journals and a foreign writer, in any order: nobody's words are lost, a clash is refused, undo is exact.

A model-based test. The model is plain: the documents in the file, what each edit was opened with, and the steps.
"""

import json
import shutil
import tempfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, precondition, rule

from growthtui.domain.week import Line, LineKind
from growthtui.errors import ClashError, NotFoundError, NothingToDoError
from growthtui.journal.journal import Journal
from growthtui.journal.log import NewLine
from growthtui.journal.undo import UndoRefusedError
from growthtui.storage import atomic
from tests.faults.operations import opened as open_journal

Docs = dict[str, dict[str, dict[str, Any]]]
Change = tuple[str, str, dict[str, Any] | None, dict[str, Any] | None]

_which = st.integers(0, 1)
_texts = st.sampled_from(["asked", "wrote", "decided", "é\n漢字", "[/b]"])
_kinds = st.sampled_from([LineKind.PROGRESS, LineKind.SETBACK, LineKind.LEARNING])
_STAMPS = {"changed", "deleted"}


class TwoPrograms(RuleBasedStateMachine):
    """Programs 0 and 1 have the journal open; a third one knows no lock and writes the file itself."""

    lines = Bundle("lines")
    """Lines as one of the programs opened them, however long ago."""

    @initialize()
    def start(self) -> None:
        """One line, written by the first program."""
        self.folder = Path(tempfile.mkdtemp())
        self.journals = [open_journal(self.folder) for _ in range(2)]
        self.path = self.journals[0].path
        self.docs: Docs = {}
        self.done: list[list[Change]] = []
        self.undone: list[list[Change]] = []
        self.journals[0].log.add(NewLine(text="first"))
        self._note_step()

    def teardown(self) -> None:
        """Nothing stays."""
        shutil.rmtree(self.folder, ignore_errors=True)

    # what the programs do

    @rule(target=lines, which=_which, text=_texts, kind=_kinds)
    def add(self, which: int, text: str, kind: LineKind) -> Line:
        """One program logs a line."""
        line = self.journals[which].log.add(NewLine(text=text, kind=kind))
        self._note_step()
        assert self._line(line.id) | {"text": text} == self._line(line.id)
        return line

    @rule(target=lines, which=_which, place=st.floats(0, 1, exclude_max=True))
    def open_line(self, which: int, place: float) -> Line:
        """One program opens a line for editing, and may keep it open for long."""
        live = self.journals[which].snapshot().lines
        return live[int(place * len(live))] if live else Line(id="gone", week="2026-W48", text="gone")

    @rule(which=_which, old=lines, text=st.none() | _texts, kind=st.none() | _kinds)
    def edit(self, which: int, old: Line, text: str | None, kind: LineKind | None) -> None:
        """One program saves what was made of a line it opened."""
        new = msgspec.structs.replace(old, text=(text or old.text).strip(), kind=kind or old.kind)
        self._edit(self.journals[which], old, new, self.docs)

    @rule(which=_which, old=lines, text=_texts, kind=_kinds, in_place=st.booleans())
    def edit_while_a_foreign_program_writes(
        self, which: int, old: Line, text: str, kind: LineKind, in_place: bool
    ) -> None:
        """The foreign program changes the kind of the same line between our reading and our rename."""
        new = msgspec.structs.replace(old, text=text.strip())
        struck: list[Docs] = []
        real = atomic.write_temporary

        def write(path: Path, data: bytes, like: Any = None, *, durable: bool = True) -> Path:  # noqa: ANN401
            temporary = real(path, data, like, durable=durable)
            if path == self.path and not struck:
                self._write_foreign(lambda docs: self._set_kind(docs, old.id, kind), in_place=in_place)
                struck.append(self._read())
            return temporary

        before = self.docs
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(atomic, "write_temporary", write)
            self._edit(self.journals[which], old, new, before, struck)

    @rule(which=_which, old=lines)
    def delete(self, which: int, old: Line) -> None:
        """One program puts a line into the trash."""
        try:
            self.journals[which].log.delete(old)
        except NotFoundError:
            assert self._find(self.docs, old.id) is None
            return
        self._note_step()
        assert "deleted" in self._line(old.id)

    @rule(which=_which)
    def undo(self, which: int) -> None:
        """One program takes back the newest step of either."""
        self._step_back(self.journals[which].undo.undo, self.done, self.undone, back=True)

    @rule(which=_which)
    def redo(self, which: int) -> None:
        """One program does the step again that was taken back last."""
        self._step_back(self.journals[which].undo.redo, self.undone, self.done, back=False)

    # what the foreign program does

    @rule(text=_texts, in_place=st.booleans(), number=st.integers(1, 10**6))
    def foreign_line(self, text: str, in_place: bool, number: int) -> None:
        """A pull brings a line."""
        doc = {"id": f"foreign-{number}", "week": "2026-W47", "text": text, "mood": [number]}
        self._write_foreign(lambda docs: docs.setdefault("lines", {}).setdefault(str(number), doc), in_place=in_place)

    @rule(old=lines, kind=_kinds, in_place=st.booleans())
    def foreign_edit(self, old: Line, kind: LineKind, in_place: bool) -> None:
        """Somebody edits the file by hand."""
        self._write_foreign(lambda docs: self._set_kind(docs, old.id, kind), in_place=in_place)

    @rule(old=lines)
    def foreign_removal(self, old: Line) -> None:
        """Somebody takes a line out of the file."""
        self._write_foreign(lambda docs: self._drop(docs, old.id), in_place=False)

    @rule()
    def foreign_table(self) -> None:
        """A newer program adds a table that we do not know."""
        self._write_foreign(lambda docs: docs.setdefault("moods", {"7": {"score": 2**70}}), in_place=False)

    @precondition(lambda self: hasattr(self, "journals"))
    @invariant()
    def everybody_sees_what_is_in_the_file(self) -> None:
        """The file is what the model says, and both programs see it."""
        found = self._read()
        assert found == self.docs, "nothing is lost, nothing is there that nobody wrote"
        for journal in self.journals:
            tables = journal.ledger.raw_tables()
            assert {name: table for name, table in tables.items() if name != "_meta" and table} == found
            live = {doc["id"] for doc in found.get("lines", {}).values() if "deleted" not in doc}
            assert {line.id for line in journal.snapshot().lines} == live
        ids = [doc["id"] for doc in found.get("lines", {}).values()]
        assert len(ids) == len(set(ids))

    # the model

    def _edit(self, journal: Journal, old: Line, new: Line, before: Docs, struck: list[Docs] | None = None) -> None:
        wanted = {name for name in ("text", "kind") if getattr(new, name) != getattr(old, name)}
        try:
            journal.log.edit(old, new)
        except ClashError:
            state = struck[0] if struck else before
            assert self._clashes(state, old, new, wanted) or self._clashes(before, old, new, wanted)
            self.docs = self._read()
            assert self.docs == state, "a refused edit changes nothing"
            return
        state = struck[0] if struck else before
        assert not self._clashes(state, old, new, wanted)
        self.docs = state
        self._note_step()
        if wanted:
            after, other = self._line(old.id), self._find(state, old.id)
            assert other is not None
            for name in {*after, *other} - _STAMPS:
                mine = str(getattr(new, name)) if name in wanted else other.get(name)
                assert after.get(name, "progress" if name == "kind" else None) == (mine or "progress")

    def _clashes(self, docs: Docs, old: Line, new: Line, wanted: set[str]) -> bool:
        """Whether the file holds a third value for a wanted field, or the line is gone."""
        doc = self._find(docs, old.id)
        if not wanted:
            return False
        if doc is None or "deleted" in doc:
            return True
        theirs = {"text": doc["text"], "kind": doc.get("kind", "progress")}
        return any(theirs[name] not in (str(getattr(old, name)), str(getattr(new, name))) for name in wanted)

    def _step_back(self, act: Any, source: list[list[Change]], target: list[list[Change]], *, back: bool) -> None:  # noqa: ANN401
        try:
            act()
        except NothingToDoError:
            assert source == []
            return
        except UndoRefusedError:
            assert any(
                self.docs.get(table, {}).get(key) not in (before, after) for table, key, before, after in source[-1]
            )
            assert self._read() == self.docs
            return
        step = source.pop()
        target.append(step)
        for table, key, before, after in step:
            wanted, current = (before, after) if back else (after, before)
            assert self.docs.get(table, {}).get(key) in (wanted, current)
            self._put(table, key, wanted)

    def _put(self, table: str, key: str, doc: dict[str, Any] | None) -> None:
        docs = self.docs.setdefault(table, {})
        docs.pop(key, None)
        if doc is not None:
            docs[key] = doc
        if not docs:
            del self.docs[table]

    def _note_step(self) -> None:
        """Whatever changed in the file since the last look is one step of ours."""
        found = self._read()
        step = [
            (table, key, self.docs.get(table, {}).get(key), found.get(table, {}).get(key))
            for table in {*self.docs, *found}
            for key in {*self.docs.get(table, {}), *found.get(table, {})}
            if self.docs.get(table, {}).get(key) != found.get(table, {}).get(key)
        ]
        self.docs = found
        if step:
            self.done.append(step)
            self.undone.clear()

    def _read(self) -> Docs:
        content = json.loads(self.path.read_bytes())
        return {name: table for name, table in content.items() if name != "_meta" and table}

    def _write_foreign(self, change: Any, *, in_place: bool) -> None:  # noqa: ANN401
        content = json.loads(self.path.read_bytes())
        change(content)
        data = json.dumps(content).encode()
        if in_place:
            self.path.write_bytes(data)
        else:
            other = self.path.with_name("from another program")
            other.write_bytes(data)
            other.replace(self.path)
        self.docs = self._read()

    @staticmethod
    def _find(docs: Docs, record: str) -> dict[str, Any] | None:
        return next((deepcopy(doc) for doc in docs.get("lines", {}).values() if doc["id"] == record), None)

    def _line(self, record: str) -> dict[str, Any]:
        found = self._find(self.docs, record)
        assert found is not None
        return found

    @staticmethod
    def _set_kind(docs: Docs, record: str, kind: LineKind) -> None:
        for doc in docs.get("lines", {}).values():
            if doc["id"] == record:
                doc["kind"] = str(kind)

    @staticmethod
    def _drop(docs: Docs, record: str) -> None:
        table = docs.get("lines", {})
        for key in [key for key, doc in table.items() if doc["id"] == record]:
            del table[key]


class TwoProgramsForLong(TwoPrograms):
    """The same, for the full campaign."""


TwoPrograms.TestCase.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
TwoProgramsForLong.TestCase.settings = settings(max_examples=600, stateful_step_count=50, deadline=None)

TestTwoPrograms = TwoPrograms.TestCase
TestTwoProgramsForLong = pytest.mark.timeout(3000)(pytest.mark.slow(TwoProgramsForLong.TestCase))

"""CSV: one row for each log line, safe to open in a spreadsheet. A view; the lossless format is JSON."""

import csv
import io
import re
from collections.abc import Sequence

from growthtui.packets.plain_text import tame
from growthtui.packets.rows import LogRow

COLUMNS = ("week", "monday", "focus", "action", "kind", "text", "evidence", "known_by")
OWN_COLUMNS = ("id", "visibility")
"""Only the owner's file has these."""

_BETWEEN = "; "
_GUARD = "'"
_RISKY = re.compile(r"[\t\r\n]|['\s]*[=+\-@＝＋－＠]")


def render(rows: Sequence[LogRow], *, is_own: bool) -> bytes:
    """The rows as UTF-8 with a byte order mark, CRLF, every cell quoted."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow((*COLUMNS, *(OWN_COLUMNS if is_own else ())))
    for row in rows:
        own = (row.id, _BETWEEN.join(row.visibility)) if is_own else ()
        cells = (
            row.week,
            row.monday,
            row.focus,
            row.action,
            row.kind,
            row.text,
            _BETWEEN.join(row.evidence),
            _BETWEEN.join(row.known_by),
        )
        writer.writerow([guard(tame(cell)) for cell in (*cells, *own)])
    return out.getvalue().encode("utf-8-sig")


def guard(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: a leading `'` where it would begin with the sign of one.

    Text that has the guard already gets one more, so that taking one off gives every cell back.
    """
    return _GUARD + cell if _RISKY.match(cell) else cell

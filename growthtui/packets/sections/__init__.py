"""The sections of a packet: one pure function each, from the filtered material to blocks; no blocks, no section."""

from collections.abc import Callable

from growthtui.packets.material import Material
from growthtui.packets.sections.changed import changed
from growthtui.packets.sections.focus import focus, following
from growthtui.packets.sections.goal import goal, measures
from growthtui.packets.sections.lines import beyond, learned, setbacks
from growthtui.packets.sections.log import log
from growthtui.packets.sections.own import limits, pace
from growthtui.packets.sections.results import results, summary
from growthtui.packets.sections.voices import asks, feedback, questions, stuck
from growthtui.packets.tree import Block

Maker = Callable[[Material], tuple[Block, ...]]

MAKERS: dict[str, Maker] = {
    "summary": summary,
    "goal": goal,
    "changed": changed,
    "measures": measures,
    "results": results,
    "focus": focus,
    "log": log,
    "beyond": beyond,
    "learned": learned,
    "setbacks": setbacks,
    "feedback": feedback,
    "pace": pace,
    "limits": limits,
    "stuck": stuck,
    "asks": asks,
    "questions": questions,
    "next": following,
}
"""Section id of the packet data to the function that makes its blocks."""

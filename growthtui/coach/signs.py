"""The twelve signs of a weak answer, and how an answer falls into items (domain 3.4).

They are shown to the asker only, as a hint which probe to try; an answer is never wrong.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from growthtui.coach.catalogue import load_questions, load_words
from growthtui.coach.predicates import (
    be_not_seen,
    cant,
    direction,
    measure_ok,
    not_in_control,
    observable,
    tokens,
    vague,
)
from growthtui.coach.words import WordList, norm, read

_FEW_WORDS = 6
_ITEMS_LOW, _ITEMS_HIGH = 3, 5
_COMMAS_OF_A_LIST = 2
_CAPITAL = "[A-ZÀ-ÖØ-Þ]"
_ITEM_END = re.compile(rf"[\n\r;]+|(?:(?<![\w.,])\d[.)]?[^\S\n\r]+(?={_CAPITAL}))|(?<=[.!?])\s+(?={_CAPITAL}|\d)")
_NUMBERING = re.compile(r"\A(?:[-*+•·‣–—\s]|\d+[.)](?!\d))*")
_NAME_INSIDE = re.compile(rf"(?<![.!?:;\n\r]) +{_CAPITAL}[^\W\d_]")
_KNOWN_HELPER = WordList(("my manager", "my mentor", "my team lead"))
_COMPARED = WordList(("better", "more", "improve*"))
_KIND_SAID = WordList(("career goal", "personal goal"))
_OPEN = frozenset(("i do not know yet", "i don't know yet", "do not know yet", "don't know yet", "not known yet"))


def items(answer: str) -> tuple[str, ...]:
    """The things an answer lists, without bullets, numbers and closing dots.

    They end at line breaks, semicolons, the next number and sentence ends; an answer of one item with two
    commas or more is split at the commas.
    """
    found = _stripped(_ITEM_END.split(answer))
    if len(found) == 1 and found[0].count(",") >= _COMMAS_OF_A_LIST:
        return _stripped(found[0].split(","))
    return found


def is_open_question(answer: str) -> bool:
    """Whether the answer is "I do not know yet", which becomes an open question of the plan."""
    return norm(answer).rstrip(" .!") in _OPEN


def signs(step_id: str, answer: str, weak: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """The signs of a weak answer to a step, in the order of the step's list.

    `weak` are the signs to look for; without it those of this step of the pairing session. An empty answer
    and an open question have none. Raises KeyError for an unknown step or sign.
    """
    wanted = load_questions()["pairing"][step_id].weak if weak is None else weak
    if not answer.strip() or is_open_question(answer):
        return ()
    given = _Answer(step_id, answer)
    return tuple(sign for sign in wanted if _REGISTRY[sign](given))


@dataclass(frozen=True)
class _Answer:
    """An answer on its step, taken apart once."""

    step: str
    text: str

    @cached_property
    def items(self) -> tuple[str, ...]:
        return items(self.text)

    def has(self, words: WordList) -> bool:
        return words.is_in(read(self.text))


def _w01_short(answer: _Answer) -> bool:
    return len(tokens(answer.text)) < _FEW_WORDS


def _w02_nothing_to_see(answer: _Answer) -> bool:
    if answer.step == "q3":
        return not any(measure_ok(item) for item in answer.items)
    return not observable(answer.text)


def _w03_others_decide(answer: _Answer) -> bool:
    return any(not_in_control(item) for item in answer.items)


def _w04_vague(answer: _Answer) -> bool:
    if any(vague(item) for item in answer.items):
        return True
    return answer.has(_COMPARED) and not observable(answer.text)


def _w05_be_not_seen(answer: _Answer) -> bool:
    return any(be_not_seen(text) for text in (*answer.items, answer.text))


def _w06_others_must(answer: _Answer) -> bool:
    line, verbs = read(answer.text), load_words().weak.others_verbs
    ends = (end for _, end in load_words().weak.others_subjects.spans(line))
    return any(line.string.startswith(" ", end) and verbs.end_at(line.string, end + 1) for end in ends)


def _w07_not_three_or_no_name(answer: _Answer) -> bool:
    if answer.step == "q5":
        return not _NAME_INSIDE.search(answer.text.strip()) and not answer.has(_KNOWN_HELPER)
    return not _ITEMS_LOW <= len(answer.items) <= _ITEMS_HIGH


def _w08_which_kind(answer: _Answer) -> bool:
    words = load_words().weak
    return not answer.has(_KIND_SAID) and answer.has(words.career) == answer.has(words.personal)


def _w09_cant(answer: _Answer) -> bool:
    return cant(answer.text) is not None


def _w10_nothing_or_anything(answer: _Answer) -> bool:
    words = load_words().weak
    return norm(answer.text).rstrip(" .!") in words.nothing or answer.has(words.absolute)


def _w11_one_direction(answer: _Answer) -> bool:
    directions = [way for way in map(direction, answer.items) if way]
    return len(directions) > 1 and len(set(directions)) == 1


def _w12_soft_measure(answer: _Answer) -> bool:
    soft = load_words().measure.soft
    return any(soft.is_in(read(item)) and not measure_ok(item) for item in answer.items)


_REGISTRY: dict[str, Callable[[_Answer], bool]] = {
    "W01": _w01_short,
    "W02": _w02_nothing_to_see,
    "W03": _w03_others_decide,
    "W04": _w04_vague,
    "W05": _w05_be_not_seen,
    "W06": _w06_others_must,
    "W07": _w07_not_three_or_no_name,
    "W08": _w08_which_kind,
    "W09": _w09_cant,
    "W10": _w10_nothing_or_anything,
    "W11": _w11_one_direction,
    "W12": _w12_soft_measure,
}


def _stripped(parts: list[str]) -> tuple[str, ...]:
    bare = (_NUMBERING.sub("", part, count=1).strip(" \t.") for part in parts)
    return tuple(item for item in bare if item)

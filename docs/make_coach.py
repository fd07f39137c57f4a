"""Writes docs/coach.md from the coach's texts and docs/coach_examples.toml: `python docs/make_coach.py`.

First it makes the copies in JSON of those texts that `growthtui check` reads. Tests hold the copies and the page to
the texts, and the examples to the rules.
"""

import json
import tomllib
from pathlib import Path

import growthtui.coach
from growthtui.coach.catalogue import SIGNS, load_rules
from growthtui.coach.hints import listen_for
from growthtui.coach.rules import CHECKS
from growthtui.coach.shelves import Rule, Step

_HERE = Path(__file__).parent
_DATA = Path(growthtui.coach.__file__).parent / "data"
_INTRO = """\
Made from the coach's own texts. `growthtui check` prints what it asks about your plan; in the app it asks on Home, on \
its own sheet (`t`), beside the rows of the plan, and below the words of an action while you type them.

Questions, never verdicts: nothing is refused or held back because of one. Three at most are asked at a time, those \
without which the plan cannot work first; on the sheet the arrows go on to the next three. Rules about wording read \
English and are silent for other languages; `check` and the sheet say so once.

To answer press `enter` on the sheet, `a` on Home, `e` in the plan. Many questions have a quick way: what others \
decide becomes a sign of success or a goal, with an action of your own in its place; an action gets its day or its \
rhythm; the words get the name of who will notice; an idea is taken from the shelf (`i`), which is inspiration and \
warns where an idea can go wrong. Each is one step that `u` takes back. Without a quick way you land on the row \
itself.

Not now? `d` puts a question aside, with a reason if you like; it is asked again when the words it is about change. \
Never? `x` on the sheet switches the rule off (`rules_off` in the [settings](settings.md)). `v` on the sheet shows \
both, `b` asks again; `growthtui check --all` lists both.

The coach knows words, not your work. On real plans it was right about vague words nearly always, and overlooked about \
one in four: no question does not mean that all is well."""
_SIGNS_INTRO = """\
While two sit at a session, the asker's panel says what to listen for, and marks one probe that is worth asking when \
an answer sounds like one of these. It is a hint for the one who asks; an answer is never wrong."""
_SEVERITIES = {"error": "asked first", "warn": "worth a look", "info": "to think about"}


def coach_page() -> str:
    """All rules with their reason and an example, then the signs of an answer."""
    examples = tomllib.loads((_HERE / "coach_examples.toml").read_text("utf-8"))
    parts = ["# What the coach asks, and why", _INTRO, "## The rules"]
    wording = {check.rule for check in CHECKS if check.wording}
    parts += [_rule(rule, examples[rule.id], is_wording=rule.id in wording) for rule in load_rules().rules]
    listening = "\n".join(f"- {words}" for words in listen_for(Step(id="all", question="", weak=SIGNS)))
    parts += ["## What the asker listens for", _SIGNS_INTRO, listening]
    return "\n\n".join(parts) + "\n"


def _rule(rule: Rule, example: dict[str, str], *, is_wording: bool) -> str:
    title = f"### {rule.id} {rule.name.replace('-', ' ')}"
    kind = _SEVERITIES[rule.severity] + (", English only" if is_wording else "")
    is_words = example["of"] != "plan"
    asks, calm = (f"“{example['asks']}”", f"“{example['calm']}”") if is_words else (example["asks"], example["calm"])
    rows = (
        f"**{rule.question}** ({kind})",
        f"Why: {example.get('why', rule.source)}",
        f"It asks: {asks}",
        f"It does not: {calm}",
    )
    return title + "\n\n" + "  \n".join(rows)


def copies() -> dict[Path, str]:
    """The copies in JSON by their paths."""
    texts = {name: tomllib.loads((_DATA / f"{name}.toml").read_text("utf-8")) for name in ("lint-words", "rules")}
    return {_DATA / f"{name}.json": json.dumps(value, ensure_ascii=False) + "\n" for name, value in texts.items()}


def main() -> None:
    """Write the copies, then the page."""
    for path, text in copies().items():
        path.write_text(text, encoding="utf-8")
    (_HERE / "coach.md").write_text(coach_page(), encoding="utf-8")


if __name__ == "__main__":
    main()

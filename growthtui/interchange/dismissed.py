"""Findings put aside: a plan file names rule and place ("GP404 a2"), the journal ties them to a text (domain 6.1).

So a finding comes back when its text is edited, also one that a file put aside.
"""

import dataclasses

from growthtui.domain.snapshot import PlanTree
from growthtui.interchange.entries import Entry, Incoming

_WORDS = 2
"""Rule and place."""


def tie_to_texts(incoming: Incoming) -> Incoming:
    """The same records, with each finding that is put aside tied to the text as it stands in the file."""
    if not any(isinstance(item, str) for plan in incoming.of("plans") for item in plan.doc.get("dismissed", ())):
        return incoming
    snapshot = incoming.snapshot()
    trees = {plan.id: snapshot.tree_of(plan) for plan in snapshot.plans}

    def tied(entry: Entry) -> Entry:
        if entry.table != "plans" or "dismissed" not in entry.doc:
            return entry
        items = [_tied(item, trees[entry.id]) for item in entry.doc["dismissed"]]
        return dataclasses.replace(entry, doc=entry.doc | {"dismissed": items})

    return dataclasses.replace(incoming, entries=tuple(tied(entry) for entry in incoming.entries))


def as_words(items: list[object], tree: PlanTree) -> list[object]:
    """The findings of a plan put aside, in the words of a plan file where those say as much."""
    return [_said(item, tree) for item in items]


def _tied(item: object, tree: PlanTree) -> object:
    from growthtui.coach.rules.finding import text_hash

    words = item.split(maxsplit=1) if isinstance(item, str) else []
    if len(words) != _WORDS:
        return item
    rule, where = words
    return {"rule": rule, "where": where, "hash": text_hash(tree, rule, where)}


def _said(item: object, tree: PlanTree) -> object:
    from growthtui.coach.rules.finding import text_hash

    match item:
        case {"rule": str(rule), "where": str(where), "hash": str(known), **rest} if not any(rest.values()):
            return f"{rule} {where}" if known == text_hash(tree, rule, where) else item
        case _:
            return item

"""From the schema of an older growthtui to the present one.

A migration is a function from the tables of one schema to those of the next. It works on a copy in memory; the file
keeps its old schema until the next save, before which a copy of it is kept.
"""

from collections.abc import Callable
from copy import deepcopy

from growthtui.storage.codec import META, SCHEMA, ShapeError, Tables, schema_of

Migration = Callable[[Tables], Tables]

MIGRATIONS: dict[int, Migration] = {}
"""By the schema a migration starts from. Schema 1 is the first, so there is none yet."""


def upgrade(tables: Tables, migrations: dict[int, Migration] = MIGRATIONS, target: int = SCHEMA) -> Tables:
    """The tables in schema `target`; the same object when they are in it already.

    Raises:
        ShapeError: no way leads from that schema, or a migration lost a record.
    """
    schema = schema_of(tables)
    if schema == target:
        return tables
    if schema > target:
        raise ShapeError(f"it has schema {schema}, this growthtui reads up to {target}")
    migrated = deepcopy(tables)
    for number in range(schema, target):
        if number not in migrations:
            raise ShapeError(f"it names schema {schema}, which no growthtui ever wrote")
        migrated = migrations[number](migrated)
        for meta in migrated[META].values():
            meta["schema"] = number + 1
    _verify(tables, migrated)
    return migrated


def _verify(before: Tables, after: Tables) -> None:
    lost = _ids(before) - _ids(after)
    if lost:
        raise ShapeError(f"its migration would lose {len(lost)} records ({min(lost)} is one of them)")


def _ids(tables: Tables) -> set[str]:
    return {str(doc.get("id", key)) for name, table in tables.items() if name != META for key, doc in table.items()}

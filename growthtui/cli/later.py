"""Names that are taken by commands to come: each says so and what to do meanwhile."""

import click

from growthtui.errors import BadInputError


def _later(name: str, meanwhile: str) -> click.Command:
    def say() -> None:
        raise BadInputError(f"`growthtui {name}` is not part of this version yet. {meanwhile}")

    settings = {"ignore_unknown_options": True, "allow_extra_args": True}
    return click.Command(
        name, callback=say, context_settings=settings, help=f"Not part of this version yet. {meanwhile}"
    )


assess = _later("assess", "Meanwhile note a rating with `growthtui log TEXT --kind reflection`.")
survey = _later("survey", "Meanwhile keep an answer with `growthtui feedback add TEXT --from NAME`.")
encrypt = _later("encrypt", "Meanwhile keep the journal on an encrypted disk.")
decrypt = _later("decrypt", "The journal is not encrypted.")

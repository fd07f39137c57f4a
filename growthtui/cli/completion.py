"""`completion`: a script for the shell."""

import click

from growthtui.cli.app import App, pass_app


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@pass_app
def completion(app: App, *, shell: str) -> None:
    """Print the completion script for a shell.

    bash, zsh: put `eval "$(growthtui completion bash)"` into ~/.bashrc or ~/.zshrc. fish: write the script to
    ~/.config/fish/completions/growthtui.fish.
    """
    from click.shell_completion import get_completion_class

    from growthtui.cli.full_screen import COMPLETE
    from growthtui.cli.main import cli

    maker = get_completion_class(shell)
    if maker is not None:
        app.lines([maker(cli, {}, "growthtui", COMPLETE).source()])

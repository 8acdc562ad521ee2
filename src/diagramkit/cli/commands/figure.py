"""`diagrams figure`: show the language of figures: its schema, its kinds."""

from __future__ import annotations

from pathlib import Path

import click


@click.group("figure")
def command() -> None:
    """Show the language of figures."""


@command.command("schema", short_help="Print the JSON Schema of figures.")
def schema() -> int:
    """Print the JSON Schema of figures, with which editors complete and check them."""
    import json

    from diagramkit.figure.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
    return 0


@command.command("kinds", short_help="Print the kinds of parts, in Markdown.")
@click.argument("names", nargs=-1, metavar="[KIND]...")
@click.option(
    "--pictures",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Draw each example into a folder, and show it in its section.",
)
def kinds(names: tuple[str, ...], pictures: Path | None) -> int:
    """Print the kinds of parts in Markdown, each with its keys and an example.

    KIND is one of them, such as box; all when left out.
    """
    from diagramkit.figure.kinds import kinds as known
    from diagramkit.figure.reference import markdown

    for name in names:
        if name not in known():
            raise click.BadParameter(f'there is no kind "{name}"; known are {", ".join(known())}')
    if pictures:
        _draw_examples(pictures, names or tuple(known()))
    click.echo(markdown(pictures.as_posix() if pictures else "", names))
    return 0


def _draw_examples(folder: Path, names: tuple[str, ...]) -> None:
    """Draw the example of each kind, in a drawing that follows the reader's light or dark."""
    from diagramkit.drawing import render
    from diagramkit.figure.reference import example_figure

    for name in names:
        render(example_figure(name), mode="both", name=name).save(folder / f"{name}.svg")

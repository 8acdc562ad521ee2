"""`diagrams theme`: list, show, check, preview, export and import themes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from diagramkit.cli.messages import has_color, say, tell
from diagramkit.theme.export import summary, targets

if TYPE_CHECKING:
    from diagramkit.drawing import Drawing
    from diagramkit.theme.model import Theme

PICTURES = (".html", ".svg", ".png", ".webp", ".pdf")


class _Export(click.Command):
    """Explains the targets, each in the words of its own module, below the options."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Targets"):
            formatter.write_dl([(target, summary(target)) for target in targets()])
        super().format_epilog(ctx, formatter)


_name = click.argument("name", metavar="[NAME]", required=False)
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
_mode = click.option(
    "--mode",
    type=click.Choice(["light", "dark"]),
    default="light",
    show_default=True,
    help="The mode whose colours are shown.",
)


@click.group("theme")
def command() -> None:
    """Look at themes, check them, and write them for Mermaid, CSS and editors.

    A NAME is a built-in theme or the path of a theme file; left out, it is the theme of the
    project. A theme of one's own needs only `extends: editorial` and what is different.

    \b
    Examples:
      diagrams theme list
      diagrams theme show editorial
      diagrams theme check themes/mine.yaml
      diagrams theme preview blueprint --mode dark -o blueprint.png
      diagrams theme export editorial --to mermaid-init
    """


@command.command("list", short_help="The built-in themes, and the project's own.")
@_format
def list_themes(*, form: Literal["text", "json"]) -> None:
    """List the built-in themes with what they are; `*` marks the one that is drawn with.

    A project that has set a theme file of its own in its configuration finds it here too.
    """
    from diagramkit.cli import themes

    _print(themes.list_json() if form == "json" else themes.list_text())


@command.command("show", short_help="Every token of a theme.")
@_name
@_format
@click.option("--written", is_flag=True, help="Also the aliases and tints, and where each stands.")
def show(*, name: str | None, form: Literal["text", "json"], written: bool) -> None:
    """Show every token of a theme by its path, as aliases and `extends` leave it.

    On a terminal, colours have a swatch before them.

    \b
    Examples:
      diagrams theme show editorial
      diagrams theme show mine.yaml --format json | jq '.tokens["light.accent"]'
    """
    from diagramkit.cli import themes
    from diagramkit.theme.export import export as write

    theme = _load(name)
    swatches = has_color(sys.stdout)
    _print(write(theme, "json") if form == "json" else themes.show_text(theme, swatches, written))


@command.command("check", short_help="Measure whether a theme can be read.")
@_name
@_format
def check(*, name: str | None, form: Literal["text", "json"]) -> int:
    """Measure whether a theme can be read, in both modes.

    Words need a contrast of 4.5:1 on what they stand on, lines that carry meaning 3:1, or what
    the theme's budget asks for; the subtle border is shown and exempt. The accent has to differ
    from the main line under protanopia, deuteranopia and tritanopia, and so have the categories
    from each other. Type has to be large enough on a page. What Mermaid is told of the theme is
    measured too, on white pages and on near-black ones. A finding names the nearest shade that
    passes; a font that nobody has brought is warned of.

    Exit status: 0 all is well; 1 something is too low; 2 the theme has faults.
    """
    from diagramkit.cli import themes
    from diagramkit.theme.export._mermaid.measures import measure_exported
    from diagramkit.theme.findings import findings as findings_of
    from diagramkit.theme.fonts import font_warnings

    theme = _load(name)
    measured = measure_exported(theme)
    _print(themes.check_json(theme, measured) if form == "json" else themes.check_text(measured))
    findings = findings_of(_reference(name), measured)
    say([*findings, *font_warnings(theme)])
    tell(f"{theme.name}: {len(measured)} measured, {len(findings)} too low")
    return 1 if findings else 0


@command.command("preview", short_help="A page, or a picture, of a theme.")
@_name
@_mode
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    default="-",
    help="A page (.html), a picture (.svg, .png, .webp, .pdf), or -.",
)
def preview(*, name: str | None, mode: Literal["light", "dark"], output: str) -> None:
    """Show what a theme looks like.

    A page shows both modes side by side: colours, roles and categories, a sample of every kind of
    diagram, what people with three colour blindnesses see, and all that was measured. A picture is
    a small flowchart with all roles, edges, labels and a group; without -o, its SVG goes to
    standard output.

    \b
    Examples:
      diagrams theme preview mine.yaml -o mine.html
      diagrams theme preview blueprint -o blueprint.png
      diagrams theme preview mine.yaml --mode dark -o mine.svg
    """
    suffix = ".svg" if output == "-" else Path(output).suffix.lower()
    if suffix not in PICTURES:
        raise click.BadParameter(f"{output}: expected {', '.join(PICTURES)}", param_hint="-o")
    theme = _load(name)
    from diagramkit.cli import preview as shown
    from diagramkit.drawing import render

    if suffix == ".html":
        text, warnings = shown.page(theme)
        _write(text.encode(), output)
        say(warnings)
        return
    drawing = render(shown.FIRST, theme=theme, mode=mode, name=f"{theme.name}-{mode}")
    _write(_picture(drawing, suffix), output)
    say(drawing.warnings)


@command.command("export", cls=_Export, short_help="Write a theme for Mermaid, CSS, editors.")
@_name
@click.option("--to", "target", metavar="TARGET", help="What for; see below.")
@click.option("--template", metavar="FILE", help="A template of one's own in Jinja, instead.")
@_mode
@click.option("-o", "--output", metavar="FILE", default="-", help="A file, or -, the default.")
def export(
    *,
    name: str | None,
    target: str | None,
    template: str | None,
    mode: Literal["light", "dark"],
    output: str,
) -> None:
    """Write a theme in the form that a target reads.

    Targets that hold both modes (css, json, schema) are the same whatever --mode says. A file
    templates/NAME.j2 of the project is the target NAME. A template sees the theme as its file has
    it, {{ light.roles.accent.stroke }}, the chosen mode as {{ mode.accent }}, every value by path
    as tokens, and the filter css; it reads nothing but templates beside it.

    \b
    Examples:
      diagrams theme export editorial --to mermaid-classdefs --mode dark
      diagrams theme export mine.yaml --to css -o site/diagrams.css
      diagrams theme export mine.yaml --template colours.scss.j2 -o colours.scss
      diagrams theme export editorial --to schema -o theme.schema.json
    """
    from diagramkit.theme.export import export as write

    if (target is None) == (template is None):
        known = f"a TARGET is one of {', '.join(targets())}"
        raise click.UsageError(f"say either --to TARGET or --template FILE; {known}")
    chosen = Path(template) if template else _target(str(target))
    _write(write(_load(name), chosen, mode).encode(), output)


@command.command("import", short_help="A theme file from design tokens.")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="FILE", default="-", help="A file, or -, the default.")
def import_(*, file: str, output: str) -> None:
    """Write a theme file from design tokens, JSON in the format 2025.10 of their community group.

    Tokens that are called as those of themes become them; other colours become the palette, to be
    used as $name.

    \b
    Examples:
      diagrams theme import brand.tokens.json -o themes/brand.yaml
    """
    from diagramkit.theme.importing import import_tokens

    found = import_tokens(Path(file))
    _write(found.text.encode(), output)
    tell(f"{found.taken} tokens taken, {found.left} that have no place in a theme left")


def _target(target: str) -> str | Path:
    """A target by its name: a template of the project, unless it is called as one of ours."""
    from diagramkit.project.config import load_settings

    settings = load_settings(Path())
    folder = (settings.folder or Path()) / "templates"
    if (
        target in targets()
        or not target.replace("-", "").replace("_", "").replace(".", "").isalnum()
    ):
        return target
    own = folder / f"{target}.j2"
    return settings.border().contain_target(own) if own.is_file() else target


def _reference(name: str | None) -> str | Path:
    from diagramkit.project.config import load_settings, theme_reference

    return load_settings(Path()).theme if name is None else theme_reference(name, Path())


def _load(name: str | None) -> Theme:
    from diagramkit.theme.load import load_theme

    return load_theme(_reference(name))


def _picture(drawing: Drawing, suffix: str) -> bytes:
    if suffix == ".svg":
        return drawing.svg.encode()
    if suffix == ".pdf":
        return drawing.pdf()
    return drawing.webp() if suffix == ".webp" else drawing.png()


def _print(text: str) -> None:
    if sys.stdout.isatty():
        click.echo(text, nl=False)
    else:
        _write(text.encode(), "-")


def _write(data: bytes, output: str) -> None:
    from diagramkit.files.write import write_file

    if output == "-":
        # Bytes, because what reads a pipe expects UTF-8 whatever the locale is.
        click.echo(data, nl=False)
    else:
        write_file(Path(output), data)
        tell(f"wrote {output}")

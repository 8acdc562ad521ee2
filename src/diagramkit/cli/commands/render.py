"""`diagrams render`: sources in, pictures out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import click

from diagramkit.cli.plan import Request, prepare
from diagramkit.project.options import Format, Mode, parse_formats, parse_modes


def _modes(_: click.Context, __: click.Parameter, value: str | None) -> tuple[Mode, ...] | None:
    try:
        return None if value is None else parse_modes(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: {error}") from None


def _formats(_: click.Context, __: click.Parameter, value: str | None) -> tuple[Format, ...] | None:
    try:
        return None if value is None else parse_formats(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r}: {error}") from None


def _background(_: click.Context, __: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"canvas|transparent|#[0-9a-fA-F]{6}", value):
        raise click.BadParameter(f"{value!r}: expected canvas, transparent or #rrggbb")
    return value


@click.command("render", short_help="Draw diagrams as SVG, PNG, PDF or WebP.")
@click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path, allow_dash=True)
)
@click.option(
    "-o",
    "--output",
    metavar="DIR|FILE|-",
    help="Where to: a folder, a picture (.svg .png .pdf .webp), a Markdown file, or - for "
    "standard output. Default: rendered/ beside each source.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    metavar="svg,png,pdf,webp",
    callback=_formats,
    help="One or more formats. Default: svg and png, svg for a single diagram.",
)
@click.option("--theme", metavar="NAME|FILE", help="A built-in theme or a theme file.")
@click.option(
    "--mode",
    "modes",
    metavar="light|dark|both",
    callback=_modes,
    help="light, dark, both (one SVG that follows the reader), or light,dark. "
    "Default: light,dark, and light for a single picture.",
)
@click.option(
    "--scale",
    type=click.FloatRange(min=0, min_open=True),
    metavar="NUMBER",
    help="Pixels a unit, for PNG and WebP. Default: 2.",
)
@click.option(
    "--width",
    type=click.IntRange(min=1),
    metavar="PIXELS",
    help="Width in pixels, for PNG and WebP; goes before --scale.",
)
@click.option(
    "--background",
    metavar="canvas|transparent|#rrggbb",
    default="canvas",
    callback=_background,
    help="What lies behind the drawing. Default: canvas, the ground of the theme.",
)
@click.option(
    "--text",
    type=click.Choice(["live", "outlines"]),
    help="Words in SVG: kept as text, or drawn as outlines. Default: live.",
)
@click.option(
    "--colors",
    type=click.Choice(["theme", "source"]),
    help="Colours by the theme, or as the source sets them. Default: theme.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Processes to draw with. Default: one, or one a processor when there is much to draw.",
)
@click.option(
    "--sheet", is_flag=True, help="Put all diagrams on one page, SVG and PNG, and draw no others."
)
@click.option(
    "--rasterizer",
    type=click.Choice(["resvg", "cairosvg"]),
    default="resvg",
    help="What makes the pixels of PNG and WebP. Default: resvg.",
)
def command(
    *,
    paths: tuple[Path, ...],
    output: str | None,
    formats: tuple[Format, ...] | None,
    theme: str | None,
    modes: tuple[Mode, ...] | None,
    scale: float | None,
    width: int | None,
    background: str,
    text: Literal["live", "outlines"] | None,
    colors: Literal["theme", "source"] | None,
    jobs: int | None,
    sheet: bool,
    rasterizer: Literal["resvg", "cairosvg"],
) -> int:
    """Draw diagrams: Mermaid files (.mmd, .mermaid), figures (.yaml, .yml) and the Mermaid
    blocks of Markdown files.

    A PATH is a file, a folder, or - for standard input; with none, the folder diagrams/ is
    drawn. Pictures are called NAME.MODE.FORMAT. What has not changed is not drawn again.

    \b
    Examples:
      diagrams render
      diagrams render docs -o build/pictures/
      diagrams render path.mmd -o path.png --mode dark --scale 3
      diagrams render notes.md -o out.md
      diagrams render diagrams/cme295 --sheet -o build/
      cat path.mmd | diagrams render - > path.svg
    """
    request = Request(
        paths, output, formats, theme, modes, scale, width, background, text, colors, rasterizer
    )
    plan = prepare(request)
    if sheet:
        from diagramkit.cli.sheet import draw_sheet

        return draw_sheet(plan)
    if plan.target.kind == "stdout":
        from diagramkit.cli.single import to_standard_output

        return to_standard_output(plan)
    from diagramkit.cli.report import draw_and_report

    return draw_and_report(plan, jobs)

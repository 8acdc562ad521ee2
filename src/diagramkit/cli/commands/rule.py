"""`diagrams rule`: explain a rule: what it finds, why, what to do instead."""

from __future__ import annotations

import click


@click.command("rule", short_help="Say what a rule finds, why, and what to do instead.")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--list", "lists", is_flag=True, help="Name all rules, one a line.")
def command(*, codes: tuple[str, ...], lists: bool) -> int:
    """Say what a rule finds, why that is bad, an example, and what to do instead.

    \b
    Examples:
      diagrams rule text-overlaps-line
      diagrams rule --list
    """
    from diagramkit.checking.catalog import catalog
    from diagramkit.diagnostics import printable

    known = catalog()
    if lists or not codes:
        width = max(map(len, known))
        for entry in known.values():
            click.echo(f"{entry.code:<{width}}  {entry.severity:<7}  {entry.summary}")
        return 0
    for place, code in enumerate(codes):
        if code not in known:
            import difflib

            near = difflib.get_close_matches(code, known, 1)
            hint = f"did you mean {near[0]}?" if near else "diagrams rule --list names all"
            raise click.UsageError(f"there is no rule {printable(code)}: {hint}")
        entry = known[code]
        lead = "\n" if place else ""
        click.echo(f"{lead}{entry.code} ({entry.severity})\n\n{entry.explanation}")
    return 0

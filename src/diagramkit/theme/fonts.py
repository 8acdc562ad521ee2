"""The fonts of a theme: files that it brings, and families that nobody has brought."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from diagramkit.diagnostics import Diagnostic, DiagramError
from diagramkit.files.read import reason
from diagramkit.text.fonts import at_hand, is_known
from diagramkit.text.given import given, stamped
from diagramkit.theme.aliases import Aliases, children
from diagramkit.theme.document import Node
from diagramkit.theme.model import Theme

STACKS = ("sans", "mono", "heading")
_GENERIC = {"serif", "sans-serif", "monospace", "system-ui", "ui-monospace", "ui-sans-serif"}


def with_files(theme: Theme, aliases: Aliases, faults: list[Diagnostic]) -> Theme:
    """The theme with its font files found, read and hashed; what is wrong with one is added to
    `faults`, at its place."""
    from diagramkit.theme.files import project_of

    if not theme.fonts.files:
        return theme
    place = aliases.node(("fonts", "files"))
    nodes = list(children(place[1]).values()) if place else []
    project = project_of(Path(aliases.root.source.path))
    found = []
    for node in nodes:
        name = str(node.value)
        path = Path(node.source.path).absolute().parent / name
        try:
            found.append(stamped(project.contain_target(path)))
        except DiagramError:
            message = f'"{name}" is outside of the project ({project.folders[0]}): not read'
            faults.append(node.fault("theme-font", message))
        except OSError as error:
            faults.append(_unusable(node, reason(error)))
        except ValueError as error:
            faults.append(_unusable(node, str(error)))
    return theme.replace(fonts=theme.fonts.replace(files=tuple(found)))


def _unusable(node: Node, why: str) -> Diagnostic:
    return node.fault("theme-font", f'the font "{node.value}" cannot be used: {why}')


def unmeasured(theme: Theme) -> Iterator[tuple[str, str]]:
    """Families that are neither at hand nor brought by the theme: the token that names one, and
    what is said of it."""
    for stack in STACKS:
        names = getattr(theme.fonts, stack)
        bound = theme.fonts.stack({"sans": "body"}.get(stack, stack))
        if stack == "heading" and names == theme.fonts.sans:
            continue
        for name in bound:
            if not is_known(name) and name.lower() not in _GENERIC:
                measured = " and ".join(at_hand(bound))
                brought = ", ".join(sorted(given(theme.fonts.files))) if theme.fonts.files else ""
                holds = f" ({brought})" if brought else ""
                message = (
                    f'the font "{name}" of fonts.{stack} is neither at hand nor among the files '
                    f"of fonts.files{holds}: its words are measured as {measured}, and may not "
                    "fit for readers who have it"
                )
                yield f"fonts.{stack}", message


def font_warnings(theme: Theme, stacks: set[tuple[str, ...]] | None = None) -> list[Diagnostic]:
    """A warning for each family that nobody has brought, with its place in the theme file.

    Args:
        theme: whose fonts.
        stacks: those that a drawing uses; all where it is None.
    """
    found = [
        (token, message)
        for token, message in unmeasured(theme)
        if stacks is None or getattr(theme.fonts, token.partition(".")[2]) in stacks
    ]
    if not found:
        return []
    from diagramkit.theme.written import origins

    tokens = [token for token, _ in found]
    places = origins(theme.source, tokens) if theme.source is not None else {}
    return [
        Diagnostic("font-not-at-hand", message, places.get(token), severity="warning")
        for token, message in found
    ]

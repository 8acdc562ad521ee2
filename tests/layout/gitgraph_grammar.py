"""Histories written at random from the grammar of Mermaid 11.17."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

NAMES = (
    "dev",
    "docs/a-b",
    "x.y",
    '"two words"',
    "사용자",
    "a-branch-with-a-name-that-is-far-too-long",
)
BRANCHES = tuple(name if name.isascii() else f'"{name}"' for name in NAMES)
TEXTS = (
    "a",
    "v1.0",
    "75f7219e83b321cd3fdde7dcf83bc7c1000a6828",
    "words that have far more to say than there is room for",
    "사용자 요청",
)


@dataclass
class Written:
    """A source, its direction, and its commits as branch, id and number of parents."""

    direction: str
    lines: list[str] = field(default_factory=list)
    commits: list[tuple[str, str, int]] = field(default_factory=list)
    tips: dict[str, int | None] = field(default_factory=lambda: {"main": None})
    now: str = "main"

    @property
    def source(self) -> str:
        return "\n".join(self.lines) + "\n"


@st.composite
def histories(draw: st.DrawFn, most: int = 24) -> Written:
    """A history of up to so many statements, all of which Mermaid would take."""
    direction = draw(st.sampled_from(("LR", "TB", "BT")))
    written = Written(direction)
    settings = {
        name: draw(st.sampled_from(("true", "false")))
        for name in ("parallelCommits", "showBranches", "showCommitLabel")
        if draw(st.integers(0, 3)) == 0
    }
    if settings:
        said = ", ".join(f"'{name}': {value}" for name, value in settings.items())
        written.lines.append(f"%%{{init: {{'gitGraph': {{{said}}}}}}}%%")
    written.lines.append(f"gitGraph {direction}:")
    for _ in range(draw(st.integers(0, most))):
        draw(st.sampled_from((_commit, _commit, _branch, _checkout, _merge, _pick)))(draw, written)
    return written


def _commit(draw: st.DrawFn, written: Written) -> None:
    name = f"{draw(st.sampled_from(TEXTS))} {len(written.commits)}" if draw(st.booleans()) else ""
    said = [f'id: "{name}"'] if name else []
    said += [f'tag: "{tag}"' for tag in draw(st.lists(st.sampled_from(TEXTS), max_size=2))]
    if draw(st.booleans()):
        said.append(draw(st.sampled_from(("type: REVERSE", "type: HIGHLIGHT", '"a message"'))))
    _add(written, f"commit {' '.join(said)}", name, written.tips[written.now], None)


def _branch(draw: st.DrawFn, written: Written) -> None:
    name = draw(st.sampled_from(BRANCHES))
    if name.strip('"') in written.tips:
        return
    order = draw(st.sampled_from(("", " order: 0", " order: 3")))
    written.lines.append(f"branch {name}{order}")
    written.tips[name.strip('"')] = written.tips[written.now]
    written.now = name.strip('"')


def _checkout(draw: st.DrawFn, written: Written) -> None:
    written.now = draw(st.sampled_from(sorted(written.tips)))
    written.lines.append(f'checkout "{written.now}"')


def _merge(draw: st.DrawFn, written: Written) -> None:
    name = draw(st.sampled_from(sorted(written.tips)))
    tip, other = written.tips[written.now], written.tips[name]
    if tip is None or other is None or tip == other or written.commits[tip][0] == name:
        return
    if name != written.now:
        _add(written, f'merge "{name}"', "", tip, other)


def _pick(draw: st.DrawFn, written: Written) -> None:
    tip = written.tips[written.now]
    known = [
        number
        for number, (branch, name, parents) in enumerate(written.commits)
        if name and branch != written.now and parents < 2
    ]
    if known and tip is not None:
        picked = draw(st.sampled_from(known))
        _add(written, f'cherry-pick id: "{written.commits[picked][1]}"', "", tip, picked)


def _add(written: Written, line: str, name: str, before: int | None, other: int | None) -> None:
    written.lines.append(line)
    parents = len({before, other} - {None})
    written.tips[written.now] = len(written.commits)
    written.commits.append((written.now, name, parents))

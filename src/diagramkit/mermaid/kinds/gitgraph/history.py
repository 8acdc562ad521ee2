"""What the statements of a history come to: which commit follows which, and what cannot be.

The rules are those of Mermaid 11.17 (`gitGraphAst.ts`). One departure: Mermaid loses the first of
two commits that have the same id; here both are kept, and the id means the later one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid.kinds.gitgraph.model import Commit, Kind
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source
from diagramkit.mermaid.text import nearest

MAX_COMMITS = 5_000
"""The most commits of a history."""
MAX_BRANCHES = 500
"""The most branches of a history."""


class Said(NamedTuple):
    """The attributes of a statement, as they are written."""

    id: str = ""
    message: str = ""
    look: Kind | None = None
    tags: tuple[str, ...] = ()
    parent: str = ""


class History:
    """Commits and branches so far, and the branch that the next commit goes to."""

    def __init__(self, source: Source, settings: Mapping[str, str]) -> None:
        self.source = source
        self.commits: list[Commit] = []
        self._by_id: dict[str, Commit] = {}
        self._now = settings.get("mainBranchName", "main") or "main"
        self._tips: dict[str, Commit | None] = {self._now: None}
        self._orders = {self._now: _number(settings.get("mainBranchOrder", ""))}

    def branches(self) -> tuple[str, ...]:
        """The names of all branches in the order of their lanes."""
        return tuple(sorted(self._orders, key=lambda name: self._orders[name]))

    def ids(self) -> Iterable[str]:
        """The ids that the source gives to commits."""
        return self._by_id

    def numbers(self, paths: Iterable[Iterable[str]]) -> frozenset[int]:
        """The numbers of the commits on some paths of ids."""
        return frozenset(self._by_id[name].number for path in paths for name in path)

    def commit(self, said: Said, start: int) -> None:
        """A commit on the branch that is checked out."""
        look = said.look or "normal"
        self._add(said, "normal", look, self._tip(self._now), None, start)

    def branch(self, name: str, order: float, start: int) -> None:
        """A branch off the last commit, checked out at once."""
        if name in self._tips:
            message = f'a branch "{name[:40]}" is there already; expected a new name or "checkout"'
            raise self._error(start, message)
        if len(self._tips) == MAX_BRANCHES:
            raise self.source.limit(start, f"a history has {MAX_BRANCHES} branches at most")
        self._tips[name] = self._tip(self._now)
        self._orders[name] = order
        self._now = name

    def checkout(self, name: str, start: int) -> None:
        """Another branch becomes the one that commits go to."""
        if name not in self._tips:
            raise self._unknown(name, start)
        self._now = name

    def merge(self, name: str, said: Said, start: int) -> None:
        """A commit that joins another branch to this one."""
        tip, other = self._tip(self._now), self._tip(name)
        if name == self._now or (tip and other and tip.branch == name):
            raise self._error(start, f'"{name[:40]}" would be merged into itself')
        if tip is None:
            raise self._error(start, f"{self._here()} has no commit to merge into; {_FIRST}")
        if name not in self._tips:
            raise self._unknown(name, start)
        if other is None:
            raise self._error(start, f'the branch "{name[:40]}" has no commit to merge; {_FIRST}')
        if tip.number == other.number:
            message = f'"{name[:40]}" and {self._here()} end in the same commit; expected a commit'
            raise self._error(start, f"{message} on one of them before the merge")
        if said.id and said.id in self._by_id:
            message = f'a commit "{said.id[:40]}" is there already; expected another id'
            raise self._error(start, message)
        self._add(said, "merge", said.look or "merge", tip, other, start)

    def cherry_pick(self, said: Said, start: int) -> None:
        """A commit of another branch, once more on this one."""
        picked = self._by_id.get(said.id)
        if picked is None:
            raise self._no_commit(said.id, start)
        parents = [self.commits[number].id for number in picked.parents]
        if said.parent and said.parent not in parents:
            known = ", ".join(f'"{name}"' for name in parents if name)
            cure = f"expected {known}" if known else "it has no parent with an id"
            message = f'"{said.parent[:40]}" is no parent of "{said.id[:40]}"; {cure}'
            raise self._error(start, message)
        if picked.kind == "merge" and not said.parent:
            message = f'"{said.id[:40]}" is a merge; expected parent: and the id of one of its two'
            raise self._error(start, f"{message} parents")
        if picked.branch == self._now:
            raise self._error(start, f'"{said.id[:40]}" is on {self._here()} already')
        tip = self._tip(self._now)
        if tip is None:
            raise self._error(start, f"{self._here()} has no commit to pick onto; {_FIRST}")
        origin = f"cherry-pick:{said.id}"
        if picked.kind == "merge":
            origin += f"|parent:{said.parent}"
        tags = tuple(filter(None, said.tags)) if said.tags else (origin,)
        copy = Said(tags=tags)
        self._add(copy, "cherry_pick", "cherry_pick", tip, picked, start)

    def _add(
        self,
        said: Said,
        kind: Kind,
        look: Kind,
        before: Commit | None,
        other: Commit | None,
        start: int,
    ) -> None:
        number = len(self.commits)
        if number == MAX_COMMITS:
            raise self.source.limit(start, f"a history has {MAX_COMMITS} commits at most")
        commit = Commit(
            number,
            self._now,
            said.id,
            words(said.message, "string"),
            kind,
            look,
            tuple(words(tag, "string") for tag in said.tags),
            tuple(parent.number for parent in (before, other) if parent),
            self.source.location(start),
        )
        self.commits.append(commit)
        if said.id:
            self._by_id[said.id] = commit
        self._tips[self._now] = commit

    def _tip(self, name: str) -> Commit | None:
        """The last commit of a branch; where its id was given again, the later one."""
        tip = self._tips.get(name)
        return self._by_id.get(tip.id, tip) if tip else None

    def _here(self) -> str:
        return f'the branch "{self._now[:40]}"'

    def _error(self, start: int, message: str) -> DiagramError:
        return self.source.error(start, message, "mermaid-history")

    def _unknown(self, name: str, start: int) -> DiagramError:
        hint = nearest(name, list(self._tips)) or f'; expected "branch {name[:40]}" before'
        return self._error(start, f'no branch is called "{name[:40]}"{hint}')

    def _no_commit(self, name: str, start: int) -> DiagramError:
        if not name:
            return self._error(start, "a cherry-pick of nothing; expected id: and a commit's id")
        hint = nearest(name, list(self._by_id)) or "; expected the id of a commit above"
        return self._error(start, f'no commit has the id "{name[:40]}"{hint}')


_FIRST = "expected a commit first"


def _number(text: str) -> float:
    try:
        return float(text or 0)
    except ValueError:
        return 0.0

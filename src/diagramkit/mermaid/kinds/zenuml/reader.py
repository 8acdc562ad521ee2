"""The statements of ZenUML, read into a sequence diagram.

Follows the language of ZenUML (zenuml.com/docs, the grammar of `@zenuml/core` 3), which Mermaid
takes in as a plug-in without looking at it: calls that nest between braces, asynchronous messages,
returns, fragments. A call that nobody makes comes from a starter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from diagramkit.mermaid.kinds.sequence.arrows import ARROWS
from diagramkit.mermaid.kinds.sequence.builder import Builder
from diagramkit.mermaid.kinds.sequence.cast import Mention
from diagramkit.mermaid.kinds.sequence.fragments import Opening
from diagramkit.mermaid.kinds.sequence.model import FragmentKind, ParticipantType, Sequence
from diagramkit.mermaid.kinds.sequence.said import Said
from diagramkit.mermaid.label import words
from diagramkit.mermaid.source import Source

MAX_DEPTH = 100
STARTER = "Starter"
"""Who makes the calls that nobody makes, unless `@Starter(…)` names them."""

_NAME = r'(?:"[^"\n]+"|\w+)'
_INNER = r"\((?:[^()\n]|\((?:[^()\n]|\([^()\n]*\))*\))*\)"
_METHOD = rf"(?:{_INNER}|[^\n{{;(])+"
_TYPES: dict[str, ParticipantType] = {
    "actor": "actor", "boundary": "boundary", "control": "control", "entity": "entity",
    "database": "database", "collection": "collections", "collections": "collections",
    "queue": "queue",
}  # fmt: skip
_FRAGMENTS: dict[str, FragmentKind] = {
    **dict.fromkeys(("while", "for", "foreach", "loop"), "loop"),
    **dict.fromkeys(("if", "try"), "alt"),
    **dict.fromkeys(("opt", "section", "frame"), "opt"),
    "par": "par",
    "critical": "critical",
}
_BLANK = re.compile(r"[\s;]+")
_STATEMENT = re.compile(
    r"//(?P<comment>[^\n]*)|(?P<close>\})|title[ \t]+(?P<title>[^\n]*)"
    rf"|(?P<fragment>(?i:{'|'.join(_FRAGMENTS)}))\s*(?P<guard>{_INNER})?\s*\{{"
    rf"|group\b[ \t]*(?P<group>{_NAME})?[ \t]*(?:\#\w+)?\s*(?P<group_open>\{{)"
    rf"|==+(?P<divider>[^\n]*?)=*[ \t]*(?=\n)|@(?i:starter)\((?P<starter>{_NAME}|)\)"
    r"|(?P<reply>@(?i:return|reply)\b)|return\b[ \t]*(?P<returned>[^\n;}]*)"
    rf"|(?:(?P<kept>(?:{_NAME}[ \t]+)?{_NAME})[ \t]*=[ \t]*)?(?:"
    rf"new[ \t]+(?P<made>{_NAME})[ \t]*(?P<with>{_INNER})?"
    rf"|(?:(?P<caller>{_NAME})[ \t]*->[ \t]*)?(?P<called>{_NAME})\.(?P<method>{_METHOD})"
    rf"|(?P<own>\w+[ \t]*{_INNER})"
    rf"|(?P<from>{_NAME})[ \t]*->[ \t]*(?P<to>{_NAME})(?:[ \t]*:(?P<said>[^\n]*))?)"
    r"(?P<block>[ \t]*\{)?"
    rf"|(?P<annotated>@(?P<type>\w+)[ \t]+)?(?:<<(?P<stereotype>[^>\n]*)>>[ \t]*)?"
    rf"(?P<who>{_NAME})(?:[ \t]+as[ \t]+(?P<alias>{_NAME}))?(?:[ \t]*\#\w+)?"
)
_NEXT = re.compile(
    rf"\s*(?:(?P<other>else\s+if)\s*(?P<guard>{_INNER})\s*\{{|(?P<word>else|catch|finally)\b"
    rf"\s*(?P<what>{_INNER})?\s*\{{)"
)


@dataclass(slots=True)
class _Block:
    """What stands open between braces: a call with who made it, a fragment or a group."""

    kind: str
    offset: int
    owner: Mention | None = None
    caller: Mention | None = None
    kept: str = ""
    is_active: bool = True


def read(source: Source) -> Sequence:
    """Read ZenUML. Raises DiagramError where it is none."""
    reader = _Reader(source)
    reader.statements()
    found = reader.builder.sequence()
    # Who begins stands first, wherever the first call that nobody makes is written.
    cast = sorted(found.participants, key=lambda one: one.id != reader.starter)
    return replace(found, participants=tuple(cast))


class _Reader:
    """One diagram being read."""

    def __init__(self, source: Source) -> None:
        self.source, self.builder = source, Builder(source)
        self.blocks: list[_Block] = []
        self.comments: list[str] = []
        self.starter = STARTER
        self.is_reply = False

    def statements(self) -> None:
        """Everything behind the header."""
        text, place = self.source.text, len("zenuml")
        while True:
            if blank := _BLANK.match(text, place):
                place = blank.end()
            if place >= len(text):
                break
            match = _STATEMENT.match(text, place)
            if match is None:
                found = text[place:].split("\n")[0][:40]
                message = f'expected a message such as A->B: words or A.call(), found "{found}"'
                raise self.source.error(place, message)
            place = self._close(match.end()) if match["close"] else self._take(match)
        if self.blocks:
            raise self.source.error(self.blocks[-1].offset, 'this "{" is never closed')

    def _take(self, match: re.Match[str]) -> int:
        """One statement; where it ends."""
        if match["comment"] is not None:
            self.comments.append(words(match["comment"], "markdown"))
            return match.end()
        if match["title"] is not None:
            self.builder.heading = words(match["title"])
        elif match["fragment"]:
            self._fragment(match)
        elif match["group_open"]:
            self._open(_Block("group", match.start("group_open")))
            self.builder.cast.open_frame(words(_plain(match["group"] or "")), "")
        elif match["divider"] is not None:
            self._note(words(match["divider"]), match.start())
        elif match["starter"] is not None:
            self.starter = _plain(match["starter"]) or STARTER
        elif match["reply"]:
            self.is_reply = True
            return match.end()
        elif match["returned"] is not None:
            self._return(match)
        elif match["from"]:
            self._message(match)
            if match["block"]:
                raise self.source.error(match.start("block"), "a message holds no block")
        elif match["called"] or match["made"] or match["own"]:
            self._call(match)
        else:
            self._participant(match)
        self.comments.clear()
        return match.end()

    def _open(self, block: _Block) -> None:
        if len(self.blocks) == MAX_DEPTH:
            message = f"blocks stand {MAX_DEPTH} deep inside one another at most"
            raise self.source.error(block.offset, message, "mermaid-limit")
        self.blocks.append(block)

    def _close(self, place: int) -> int:
        """The end of a block, and the beginning of the next part of it, if there is one."""
        if not self.blocks:
            raise self.source.error(place - 1, 'this "}" closes nothing')
        block = self.blocks[-1]
        if block.kind in ("if", "try") and (match := _NEXT.match(self.source.text, place)):
            guard = match["guard"] or match["what"] or ""
            said = _inner(guard) or ("" if match["other"] else match["word"])
            self.builder.fragments.divide(words(said))
            return match.end()
        self.blocks.pop()
        if block.kind == "group":
            self.builder.cast.close_frame()
        elif block.kind == "call":
            self._end(block)
        else:
            self.builder.fragments.close()
        return place

    def _fragment(self, match: re.Match[str]) -> None:
        word = match["fragment"].lower()
        guard = words(_inner(match["guard"] or "")) or ("try" if word == "try" else "")
        self._tell_comments(match.start())
        self.builder.fragments.open(Opening(_FRAGMENTS[word], guard, match.start()))
        self._open(_Block(word, match.end() - 1))

    def _owner(self, offset: int) -> Mention:
        """Who acts here: the innermost that was called, else the starter."""
        called = (block.owner for block in reversed(self.blocks) if block.owner)
        owner = next(called, None)
        return Mention(owner.name if owner else self.starter, offset)

    def _mention(self, match: re.Match[str], group: str) -> Mention:
        return Mention(_plain(match[group]), match.start(group))

    def _call(self, match: re.Match[str]) -> None:
        """A call, with its block or without, or somebody who is made."""
        caller = self._owner(match.start())
        if match["caller"]:
            caller = self._mention(match, "caller")
        target = caller
        text = match["own"] or match["method"] or ""
        if match["made"]:
            target = self._mention(match, "made")
            text = f"«create» {_inner(match['with'] or '')}"
        elif match["called"]:
            target = self._mention(match, "called")
        self.builder.cast.mention(caller)
        self._tell_comments(match.start(), caller)
        if match["made"] and target.name not in self.builder.cast:
            self.builder.create(target)
        self.builder.message(caller, target, ARROWS["->>"], Said(words(text)))
        kept = (match["kept"] or "").strip()
        # The bar of somebody who is made and does nothing would be hidden by their box.
        is_active = bool(match["block"] or not match["made"])
        block = _Block("call", match.end() - 1, target, caller, kept, is_active)
        if is_active:
            self.builder.activate(target)
        if match["block"]:
            self._open(block)
        else:
            self._end(block)

    def _end(self, block: _Block) -> None:
        """The end of a call, with what it gives back."""
        if block.owner and block.caller:
            if block.kept and block.owner.name != block.caller.name:
                said = Said(words(block.kept))
                self.builder.message(block.owner, block.caller, ARROWS["-->>"], said)
            if block.is_active:
                self.builder.deactivate(block.owner)

    def _message(self, match: re.Match[str]) -> None:
        source, target = self._mention(match, "from"), self._mention(match, "to")
        self.builder.cast.mention(source)
        self._tell_comments(match.start(), source)
        arrow = ARROWS["-->>" if self.is_reply else "-)"]
        self.is_reply = False
        self.builder.message(source, target, arrow, Said(words(match["said"] or "")))

    def _return(self, match: re.Match[str]) -> None:
        """`return x`: from who was called to who called."""
        call = next((block for block in reversed(self.blocks) if block.owner), None)
        if call is None or call.owner is None or call.caller is None:
            raise self.source.error(match.start(), "a return stands between the braces of a call")
        self._tell_comments(match.start(), call.owner)
        said = Said(words(match["returned"]))
        owner = Mention(call.owner.name, match.start())
        self.builder.message(owner, call.caller, ARROWS["-->>"], said)

    def _participant(self, match: re.Match[str]) -> None:
        who = self._mention(match, "who")
        stereotype = f"«{match['stereotype'].strip()}»\n" if match["stereotype"] else ""
        shown = _plain(match["alias"] or match["who"])
        kind = _TYPES.get((match["type"] or "").lower(), "participant")
        self.builder.cast.mention(who, words(f"{stereotype}{shown}"), kind)

    def _tell_comments(self, offset: int, beside: Mention | None = None) -> None:
        """What comments above a message or a fragment say, as a note."""
        text = "\n".join(line for line in self.comments if line.strip("` "))
        self.comments.clear()
        if text:
            self._note(text, offset, beside)

    def _note(self, text: str, offset: int, beside: Mention | None = None) -> None:
        """Words over somebody, else over everybody who is there."""
        names = [one.id for one in self.builder.cast.participants()]
        if beside is None and not names:
            beside = self._owner(offset)
        ends = [beside.name] if beside else [names[0], names[-1]]
        mentions = [Mention(name, offset) for name in dict.fromkeys(ends)]
        self.builder.note("over", mentions, Said(text), offset)


def _plain(name: str) -> str:
    return name.strip('"')


def _inner(brackets: str) -> str:
    """What stands between brackets."""
    return brackets.strip()[1:-1].strip()

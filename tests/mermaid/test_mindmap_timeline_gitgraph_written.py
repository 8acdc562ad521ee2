"""Timelines, mind maps and histories that are written by their grammars are read back as they were
meant, and whatever becomes of them, they are read or refused."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagramkit.diagnostics import DiagramError
from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.gitgraph.model import GitGraph
from diagramkit.mermaid.kinds.mindmap.model import Mindmap
from diagramkit.mermaid.kinds.timeline.model import Timeline
from layout.gitgraph_grammar import Written as WrittenHistory
from layout.gitgraph_grammar import histories
from layout.mindmap_grammar import Written as WrittenMap
from layout.mindmap_grammar import mindmaps
from layout.timeline_grammar import Written as WrittenTimeline
from layout.timeline_grammar import timelines

SOURCES = {
    "timeline": """timeline TD
title A title
section One
  2017 : a : b
       : c
section Two : x
# words
%% words
accTitle: t
accDescr { d }
  2018 : http://a.b
""",
    "mindmap": """mindmap
  root((Root))
    a["`one **two**`"]
    ::icon(fa fa-book)
      b)c(
      :::big
    d{{e}}
      f))g((
  %% words
      (h)
""",
    "gitGraph": """%%{init: {'gitGraph': {'mainBranchName': 'x'}}}%%
gitGraph TB:
  commit
  commit id: "a" tag: "v1" type: REVERSE "words"
  branch "b c" order: 2
  commit
  checkout x
  commit id: "k"
  merge "b c" id: "m"
  switch "b c"
  cherry-pick id: "m" parent: "k"
  title t
""",
}
PIECES = (
    *("timeline", "mindmap", "gitGraph", "section ", "title ", "accTitle:", "accDescr {", " : "),
    *("commit ", "branch ", "merge ", "checkout ", "switch ", "cherry-pick ", "order: 1", "id: "),
    *("tag: ", "type: ", "parent: ", "msg: ", "NORMAL", "LR", "TB:", "BT", "main", '"a"', "'b'"),
    *("[", "]", "(", ")", "((", "))", "{{", "}}", "{", "}", "(-", "-)", '"', '"`', '`"', "`"),
    *("::icon(", ":::", ":", "::", "#", "%", "%%", "%%{init: {", "}}%%", "---\n", "#quot;", "<b>"),
    *("\n", "\n  ", "\n      ", " ", "\t", "\\", "\\n", "1", "0", "a", "é", "图", "🙂", "\x00"),
    *("\u00a0", "\u2028", "\ufeff", "\ud800", "\r", "**", "_", "-", ".", "/", "&amp;", ";", ","),
)


@given(timelines())
@settings(max_examples=60)
def test_a_timeline_is_read_as_it_was_written(written: WrittenTimeline) -> None:
    timeline = parse(written.source)
    assert isinstance(timeline, Timeline)
    read = tuple(
        (it.title, tuple((period.text, period.events) for period in it.periods))
        for it in timeline.sections
    )
    assert (timeline.direction, read) == (written.direction, written.sections)


@given(mindmaps())
@settings(max_examples=60)
def test_a_mind_map_is_read_as_it_was_written(written: WrittenMap) -> None:
    chart = parse(written.source)
    assert isinstance(chart, Mindmap)
    assert tuple((it.text, it.shape, it.parent) for it in chart.nodes) == written.nodes


@given(histories())
@settings(max_examples=60)
def test_a_history_is_read_as_it_was_written(written: WrittenHistory) -> None:
    chart = parse(written.source)
    assert isinstance(chart, GitGraph)
    read = [(it.branch, it.id, len(set(it.parents))) for it in chart.commits]
    assert (chart.direction, read) == (written.direction, written.commits)


@pytest.mark.parametrize("kind", SOURCES)
@given(data=st.data())
@settings(max_examples=150)
def test_any_change_to_a_source_gives_a_model_or_a_diagram_error(
    kind: str, data: st.DataObject
) -> None:
    text = SOURCES[kind]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 12)))
        text = text[:start] + data.draw(st.sampled_from(("", *PIECES))) + text[end:]
    with suppress(DiagramError):
        parse(text)


@pytest.mark.parametrize("kind", SOURCES)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=150)
def test_any_pieces_of_mermaid_give_a_model_or_a_diagram_error(
    kind: str, pieces: list[str]
) -> None:
    with suppress(DiagramError):
        parse(f"{kind}\n{''.join(pieces)}")


@pytest.mark.parametrize("kind", SOURCES)
def test_the_source_that_is_changed_is_one_that_is_read(kind: str) -> None:
    parse(SOURCES[kind])

"""Timelines, mind maps and histories that are written by their grammars are read back as they were
meant."""

from __future__ import annotations

from hypothesis import given, settings

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

"""Agentflow diagrams as they are drawn."""

from __future__ import annotations

from .pictures import Picture, draw

STEPS = (
    'ask["Ask"]@{ shape: input }',
    'flow work["Work"]',
    '  run["Run"]@{ shape: tool, params: "city", returns: "Report" }',
    "  run --> check",
    "end",
    "ask --> run",
    "check --> send",
)


def picture(*more: str) -> Picture:
    return draw("\n".join(["agentflow-beta TB", *STEPS, *more, ""]))


def test_what_a_step_takes_and_gives_is_its_second_line() -> None:
    drawn = picture()
    assert [text.text for text in drawn.words("run")] == ["Run", "city → Report"]
    assert drawn.rect("work").contains(drawn.rect("run"))
    assert drawn.faults == []


def test_a_collapsed_flow_is_one_box_that_its_lines_lead_to() -> None:
    drawn = picture("work@{ view: collapsed }")
    assert drawn.edge("ask", "work")
    assert drawn.edge("work", "send")
    assert {box.key for box in drawn.scene.boxes} == {"node:ask", "node:work", "node:send"}
    assert drawn.faults == []


def test_flows_collapsed_in_collapsed_ones_are_drawn_as_the_outermost() -> None:
    drawn = picture("flow all\nwork\nend\nwork@{ view: collapsed }\nall@{ view: collapsed }")
    assert {box.key for box in drawn.scene.boxes} == {"node:ask", "node:all", "node:send"}


def test_documents_and_connectors_are_secondary() -> None:
    drawn = picture("connector api[API]", "api@{ protocol: http }", "doc@{ shape: refdoc }")
    assert [drawn.box(name).role for name in ("api", "doc", "run")] == [
        *("secondary", "secondary", "primary"),
    ]
    assert [text.text for text in drawn.words("api")] == ["API", "http"]


def test_the_critical_path_is_accent() -> None:
    drawn = picture("%% diagram: critical ask --> run")
    assert [drawn.box(name).role for name in ("ask", "run", "send")] == [
        *("accent", "accent", "primary"),
    ]

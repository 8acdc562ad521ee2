"""What holds for a flowchart as a whole: direction, title, description, settings, comments."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.flowchart.model import Flowchart


@pytest.mark.parametrize(
    ("header", "direction"),
    [
        ("flowchart LR", "LR"),
        ("flowchart RL", "RL"),
        ("flowchart TB", "TB"),
        ("flowchart TD", "TB"),
        ("flowchart BT", "BT"),
        ("graph LR", "LR"),
        ("flowchart-elk LR", "LR"),
        ("graph >", "LR"),
        ("graph <", "RL"),
        ("graph ^", "BT"),
        ("graph v", "TB"),
        ("graph", "TB"),
        ("flowchart", "TB"),
        ("  graph   LR  ", "LR"),
        ("graph LR;", "LR"),
        ("\n\ngraph LR", "LR"),
    ],
)
def test_the_header_says_the_direction(header: str, direction: str) -> None:
    assert parse(f"{header}\nA --> B\n").direction == direction


@pytest.mark.parametrize(
    ("text", "title", "description"),
    [
        ("graph LR\naccTitle: A title\nA", "A title", ""),
        ("graph LR\naccDescr: Some words; more\nA", "", "Some words; more"),
        ("graph LR\naccDescr {\n  Two\n  lines\n}\nA", "", "Two\nlines"),
        ("---\ntitle: A title\n---\ngraph LR\nA", "A title", ""),
        ('---\ntitle: "Quoted: title"\n---\ngraph LR\nA', "Quoted: title", ""),
        ("---\ntitle: First\n---\ngraph LR\naccTitle: Second\nA", "Second", ""),
        ("graph LR\nA", "", ""),
    ],
)
def test_the_title_and_the_description(text: str, title: str, description: str) -> None:
    chart = parse(text)
    assert (chart.title, chart.description) == (title, description)
    assert [node.id for node in chart.nodes] == ["A"]


PLAIN = "graph LR\nA[one] --> B\n"


def without_places(chart: Flowchart) -> tuple[object, ...]:
    nodes = [(node.id, node.text, node.shape) for node in chart.nodes]
    return (chart.direction, nodes, [(edge.source, edge.target) for edge in chart.edges])


@pytest.mark.parametrize(
    "text",
    [
        '%%{init: {"theme": "dark", "look": "handDrawn"}}%%\n' + PLAIN,
        "%%{init: {'flowchart': {'curve': 'basis'}}}%%\n" + PLAIN,
        '%%{\n  init: {\n    "layout": "elk"\n  }\n}%%\n' + PLAIN,
        "%%{wrap}%%\n" + PLAIN,
        "%%{init: {not JSON}}%%\n" + PLAIN,
        "---\nconfig:\n  layout: elk\n  look: neo\n  theme: forest\n---\n" + PLAIN,
        "---\n\n---\n" + PLAIN,
        "%% a comment\n" + PLAIN,
        "  %% a comment\n\n" + PLAIN,
        "graph LR\n%% a comment\nA[one] --> B\n%%another\n",
        "graph LR\n    %% A[two] --> C\nA[one] --> B",
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "\ufeff" + PLAIN,
        PLAIN.rstrip(),
        PLAIN + "\n\n   \n",
        "graph LR\n\tA[one]\t-->\tB\n",
        "graph LR; A[one] --> B;",
    ],
)
def test_settings_comments_and_spacing_change_nothing(text: str) -> None:
    assert without_places(parse(text)) == without_places(parse(PLAIN))


def test_a_place_counts_the_lines_of_front_matter_directives_and_comments() -> None:
    text = "---\ntitle: x\n---\n%%{init: {}}%%\n%% comment\ngraph LR\n\n  A --> B\n"
    assert str(parse(text, "notes.md", 100).nodes[0].location) == "notes.md:107:3"


def test_a_place_counts_columns_in_the_text_as_written() -> None:
    found = parse('graph LR; A["#quot;&amp;"] --> B').nodes[1].location
    assert str(found) == "<string>:1:32"


def test_a_flowchart_without_statements_is_empty() -> None:
    assert parse("flowchart LR\n") == Flowchart(direction="LR")

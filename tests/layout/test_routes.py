"""The ways of edges: upright and level pieces, around boxes, apart from each other."""

from __future__ import annotations

from itertools import combinations

import pytest

from diagramkit.geometry import Rect, alongside, segments

from .pictures import THEME, Picture, draw, lines, room

PARALLEL = THEME.spacing.parallel
CHARTS = {
    "crossed": ("TB", "A --> C & D", "B --> C & E", "C & D --> F", "E --> F"),
    "shortcuts": ("TB", "A --> B --> C --> D --> E", "A --> C & D & E", "B --> E"),
    "feedback": ("TB", "A --> B --> C --> D --> E", "E --> A", "D --> B", "C --> B"),
    "feedback, sideways": ("LR", "A --> B --> C --> D --> E", "E --> A", "D --> B", "C --> B"),
    "loops": ("TB", "A --> A", "A --> B", "B --> B"),
    "loops, sideways": ("LR", "A --> A", "A --> B", "B --> B"),
    "twins": ("TB", "A --> B", "A --> B", "B --> A"),
    "twins, sideways": ("LR", "A --> B", "A --> B", "B --> A"),
    "styles": ("TB", "A --> B", "A -.-> C", "A ==> D", "B & C & D --> E", "class D note"),
    "groups": (
        "TB",
        "subgraph G",
        "A --> B",
        "end",
        "subgraph H",
        "C --> D",
        "end",
        "B --> C",
        "D --> A",
        "X --> B & C",
    ),
}


@pytest.fixture(params=CHARTS.values(), ids=CHARTS.keys())
def chart(request: pytest.FixtureRequest) -> Picture:
    return draw(lines(*request.param))


def shares(picture: Picture, one: tuple[str, str, int], other: tuple[str, str, int]) -> float:
    """How far two edges run on top of each other."""
    found = (
        alongside(*a, *b)
        for a in segments(picture.edge(*one).points)
        for b in segments(picture.edge(*other).points)
    )
    return sum(run.length for run in found if run and run.gap < 0.01)


def test_no_rule_finds_a_fault_in_lines(chart: Picture) -> None:
    assert chart.faults == []


@pytest.mark.parametrize(
    ("mesh", "direction"),
    [
        ("A & B --> D & E", "TB"),
        ("A & B --> D & E", "LR"),
        ("A & B & C --> D & E & F", "TB"),
        ("A & B & C --> D & E & F", "LR"),
    ],
)
def test_lines_of_a_mesh_can_be_told_apart(direction: str, mesh: str) -> None:
    assert draw(lines(direction, mesh)).faults == []


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("mesh", ["A & B & C --> D & E & F", "A & B --> C & D & E & F"])
def test_all_lines_of_a_full_fan_turn_in_one_lane(direction: str, mesh: str) -> None:
    scene = draw(lines(direction, mesh)).scene
    across = 1 if direction == "TB" else 0
    turns = {point[across] for line in scene.connectors for point in line.points[1:-1]}
    assert len(turns) == 1


def test_a_fan_that_leaves_a_pair_out_has_several_lanes() -> None:
    scene = draw(lines("TB", "A & B --> C & D & E", "F --> C & D")).scene
    assert len({point.y for line in scene.connectors for point in line.points[1:-1]}) > 1


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("members", ["DEF", "DEFGH"])
def test_lines_of_a_mesh_between_groups_can_be_told_apart(direction: str, members: str) -> None:
    groups = ("subgraph S", *"ABC", "end", "subgraph T", *members, "end")
    mesh = f"A & B & C --> {' & '.join(members)}"
    assert draw(lines(direction, *groups, mesh)).faults == []


def test_lines_between_two_groups_can_be_told_apart() -> None:
    groups = ("subgraph G", "A --> B", "end", "subgraph H", "C --> D", "end")
    assert draw(lines("TB", *groups, "A --> C & D", "B --> D", "D --> A")).faults == []


def test_a_line_to_a_group_runs_straight_to_and_from_its_member() -> None:
    groups = ("subgraph G", "A", "end", "subgraph H", "B", "end")
    picture = draw(lines("LR", *groups, "H --> G", "G --> B"))
    assert len(picture.points("H", "G")) == len(picture.points("G", "B")) == 2
    assert picture.faults == []


def test_every_piece_is_upright_or_level(chart: Picture) -> None:
    for line in chart.scene.connectors:
        assert all(a.x == b.x or a.y == b.y for a, b in segments(line.points))


def test_corners_are_rounded_by_eight(chart: Picture) -> None:
    assert {line.radius for line in chart.scene.connectors} == {THEME.edge.radius}


def test_no_line_touches_a_box_on_its_way(chart: Picture) -> None:
    nodes = [box for box in chart.scene.boxes if box.role != "group"]
    for line in chart.scene.connectors:
        on_the_way = [box for box in nodes if box.key not in (line.source, line.target)]
        for piece in segments(line.points):
            assert not any(box.rect.grown(4).crossed_by(*piece) for box in on_the_way)


def test_lines_of_different_ends_run_a_line_distance_apart(chart: Picture) -> None:
    for one, other in combinations(chart.scene.connectors, 2):
        if one.source == other.source or one.target == other.target:
            continue
        for a, b in segments(one.points):
            for c, d in segments(other.points):
                run = alongside(a, b, c, d)
                assert not (run and run.length > PARALLEL and run.gap < PARALLEL)


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_twins_run_a_line_distance_apart(direction: str) -> None:
    picture = draw(lines(direction, "A --> B", "A --> B"))
    first, second = picture.pieces("A", "B", 0)[0], picture.pieces("A", "B", 1)[0]
    run = alongside(*first, *second)
    assert run is not None
    assert run.gap >= PARALLEL


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("count", [2, 3])
def test_twins_lie_evenly_about_the_middle_of_their_box(direction: str, count: int) -> None:
    picture = draw(lines(direction, *["A --> B"] * count))
    starts = [picture.points("A", "B", number)[0] for number in range(count)]
    middle = picture.center("A")
    place = Rect.bounding(starts).center
    assert (place.x if direction == "TB" else place.y) == (
        middle.x if direction == "TB" else middle.y
    )


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_there_and_back_are_two_lines(direction: str) -> None:
    picture = draw(lines(direction, "A --> B", "B --> A"))
    assert shares(picture, ("A", "B", 0), ("B", "A", 0)) == 0


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
def test_a_loop_leaves_and_enters_its_own_box(direction: str) -> None:
    picture = draw(lines(direction, "A --> A"))
    points = picture.points("A", "A")
    border = picture.rect("A")
    ends = [Rect(*points[0], 0, 0), Rect(*points[-1], 0, 0)]
    assert all(border.distance(end) <= THEME.edge.tip_gap for end in ends)


@pytest.mark.parametrize("direction", ["TB", "LR", "BT", "RL"])
def test_a_loop_does_not_run_through_its_own_box(direction: str) -> None:
    picture = draw(lines(direction, "A --> A", "A --> B"))
    assert not any(picture.rect("A").crossed_by(*piece) for piece in picture.pieces("A", "A"))


@pytest.mark.parametrize("direction", ["LR", "TB"])
def test_no_rule_finds_a_fault_in_two_loops_at_one_box(direction: str) -> None:
    assert draw(lines(direction, "A --> A", "A --> A", "A --> B")).faults == []


def test_no_rule_finds_anything_about_a_loop_beside_a_line_of_another_look() -> None:
    assert draw(lines("LR", "A --> A", "A -.-> B")).findings == ()


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_lines_of_a_fan_share_a_trunk(direction: str) -> None:
    picture = draw(lines(direction, "A --> B & C & D"))
    assert shares(picture, ("A", "B", 0), ("A", "C", 0)) > 0
    assert len({picture.points("A", name)[0] for name in "BCD"}) == 1


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_lines_that_come_together_share_a_head(direction: str) -> None:
    picture = draw(lines(direction, "B & C & D --> E"))
    assert len({picture.edge(name, "E").heads[0].tip for name in "BCD"}) == 1


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("other", ["A -.-> C", "A ==> C", "A --> C\nclass C note"])
def test_lines_of_different_looks_share_no_trunk(direction: str, other: str) -> None:
    picture = draw(lines(direction, "A --> B", "A --> D", other))
    assert shares(picture, ("A", "B", 0), ("A", "C", 0)) == 0


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_a_line_in_and_a_line_out_share_nothing(direction: str) -> None:
    picture = draw(lines(direction, "A --> B --> C", "C --> A", "C --> D", "B --> D"))
    assert shares(picture, ("C", "A", 0), ("C", "D", 0)) == 0


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_feedback_goes_around_the_boxes_between(direction: str) -> None:
    picture = draw(lines(direction, "A --> B --> C --> D", "D --> A"))
    between = [picture.rect(name).grown(PARALLEL) for name in "BC"]
    for piece in picture.pieces("D", "A"):
        assert not any(rect.crossed_by(*piece) for rect in between)


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_feedback_takes_two_turns_where_nothing_is_in_its_way(direction: str) -> None:
    picture = draw(lines(direction, "A --> B --> C --> D", "D --> A"))
    assert len(picture.points("D", "A")) == 4


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_the_head_of_feedback_stands_clear_of_the_bend(direction: str) -> None:
    picture = draw(lines(direction, "A --> B --> C --> D", "D --> A"))
    assert "head-crowded" not in [finding.rule for finding in picture.findings]


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_a_head_at_the_start_of_a_fan_has_a_straight_run(direction: str) -> None:
    picture = draw(lines(direction, "A <--> B & C & D"))
    assert "head-crowded" not in [finding.rule for finding in picture.findings]


def test_a_small_step_is_taken_out_where_its_end_can_move() -> None:
    inner = ("subgraph H", "subgraph I", "direction LR", "B", "C", "end", "end")
    picture = draw(lines("BT", "subgraph G", "A", *inner, "end", "A --> C", "A --> C"))
    assert "jog" not in [finding.rule for finding in picture.findings]


def test_feedback_stays_in_the_middle_of_the_sides_that_it_joins() -> None:
    picture = draw(lines("TB", "A --> B --> C", "C --> A"))
    start, *_, end = picture.points("C", "A")
    assert (start.y, end.y) == (picture.center("C").y, picture.center("A").y)


@pytest.mark.parametrize("length", [3, 5])
def test_a_longer_edge_leaves_more_ranks_between_its_ends(length: int) -> None:
    longer = f"A {'-' * length}> B"
    drops = [draw(lines("TB", edge)).rect("B").y for edge in ("A --> B", longer)]
    assert drops[0] < drops[1]


@pytest.mark.parametrize("direction", ["TB", "LR"])
@pytest.mark.parametrize("words", ["", "|and words|"])
def test_a_line_over_a_rank_turns_twice(direction: str, words: str) -> None:
    picture = draw(lines(direction, "A --> B --> C", f"A -->{words} C"))
    assert len(picture.points("A", "C")) == 4


def test_ends_keep_to_the_middle_of_a_side() -> None:
    picture = draw(lines("TB", "A --> D", "B -.-> D", "C ==> D", "D --> E & F"))
    rect = picture.rect("D")
    ends = [picture.points(name, "D")[-1] for name in "ABC"]
    reach = rect.width * THEME.edge.port_spread / 2 + THEME.page.grid_compact
    assert all(abs(end.x - rect.center.x) <= reach for end in ends)


@pytest.mark.parametrize("direction", ["TB", "BT", "LR", "RL"])
def test_a_pair_in_opposite_directions_runs_straight_between_its_words(direction: str) -> None:
    picture = draw(lines(direction, "A[Client] -- request --> B[Server]", "B -- response --> A"))
    there, back = picture.points("A", "B"), picture.points("B", "A")
    assert len(there) == len(back) == 2
    is_down = direction in ("TB", "BT")
    middles = [
        center.x if is_down else center.y
        for center in (room(picture.label("A", "B")).center, room(picture.label("B", "A")).center)
    ]
    ways = [way[0].x if is_down else way[0].y for way in (there, back)]
    assert sorted((*middles, *ways)) == [middles[0], *ways, middles[1]]


def test_a_line_to_a_box_off_the_middle_of_a_larger_one_is_straight() -> None:
    tall = "B[Server<br/>with<br/>three lines<br/>or four]"
    picture = draw(lines("LR", f"A -- request --> {tall}", "B -- response --> A", "B --> C & D"))
    assert len(picture.points("A", "B")) == 2


def test_a_line_that_no_free_way_is_found_for_runs_through_no_box() -> None:
    picture = draw(
        "flowchart TD\n"
        "A[Board] --> B[Rule clerk] --> C([Supplier page:<br>Goods clerk order count])\n"
        "subgraph Table price\n"
        "C --> D(Store rule:<br>Line reader page key count store)\n"
        "D --> E(Order word reader price:<br>Note line)\n"
        "E --> F(List key day clerk meter:<br>Supplier line guard)\n"
        "F --> G(Meter supplier reader:<br>Clerk supplier)\nend\n"
        "G --> H[Guard note] --> I([Rule price table table:<br>Goods reader list])\n"
        "subgraph Price price goods\nJ{{Day price key}}\nend\n"
        "subgraph Supplier order\nK[Key guard meter note]\nend\n"
        "C & E & F & H -.-> J\nC --> K\n"
    )
    assert picture.faults == []

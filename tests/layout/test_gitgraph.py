"""Histories on the page: lanes, lines, words, rows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from diagramkit import load_theme, render
from diagramkit.geometry import Point, Rect, segments
from diagramkit.scene import Box, Connector, Scene, Text

from .gitgraph_grammar import Written, histories
from .pictures import draw

MODE = load_theme("editorial").light


def scene(*lines: str, head: str = "gitGraph") -> Scene:
    return render("\n".join((head, *lines)) + "\n").scene


def box(drawn: Scene, name: str) -> Box:
    return next(item for item in drawn.boxes if item.key == f"node:{name}")


def center(drawn: Scene, name: str) -> Point:
    return box(drawn, name).rect.center


def lines_to(drawn: Scene, name: str) -> list[Connector]:
    """The lines into a commit, all their stretches."""
    return [line for line in drawn.connectors if f"->{name}:" in line.key]


def text(drawn: Scene, words: str) -> Text:
    return next(item for item in drawn.texts if item.text == words)


FORK = (
    'commit id: "a"', "branch dev", 'commit id: "b"', "checkout main", 'commit id: "c"',
    'merge dev id: "m"',
)  # fmt: skip
PICK = (
    *('commit id: "a"', "branch dev", 'commit id: "b"', 'commit id: "c"'),
    *("checkout main", 'commit id: "d"', 'cherry-pick id: "b"'),
)


def test_commits_of_a_branch_stand_on_one_level() -> None:
    drawn = scene(*FORK)
    assert center(drawn, "a").y == center(drawn, "c").y == center(drawn, "m").y
    assert center(drawn, "b").y > center(drawn, "a").y


def test_commits_stand_in_source_order() -> None:
    drawn = scene(*FORK)
    places = [center(drawn, name).x for name in "abcm"]
    assert places == sorted(places)


def test_commits_of_a_parallel_history_are_level_where_they_are_as_far_from_the_first() -> None:
    head = "%%{init: {'gitGraph': {'parallelCommits': true}}}%%\ngitGraph"
    drawn = scene(*FORK, head=head)
    assert center(drawn, "b").x == center(drawn, "c").x


def test_the_name_of_a_branch_stands_at_the_left_of_its_lane() -> None:
    drawn = scene(*FORK)
    name = text(drawn, "dev")
    assert name.rect.right < center(drawn, "a").x
    assert abs(name.y - 0.36 * name.size - center(drawn, "b").y) < 0.1


def test_words_of_a_commit_stand_below_it_and_tags_above() -> None:
    drawn = scene('commit id: "a" tag: "v1"')
    assert text(drawn, "a").rect.y > box(drawn, "a").rect.bottom
    assert text(drawn, "v1").rect.bottom < box(drawn, "a").rect.y


def test_a_commit_without_a_name_is_numbered() -> None:
    assert [item.text for item in scene("commit", "commit").texts] == ["main", "1", "2"]


def test_a_commit_without_an_id_shows_its_message() -> None:
    assert [item.text for item in scene('commit "words"').texts] == ["main", "words"]


def test_a_merge_without_an_id_shows_no_words() -> None:
    drawn = scene("commit", "branch b", "commit", "checkout main", "merge b")
    assert [item.text for item in drawn.texts] == ["main", "b", "1", "2"]


@pytest.mark.parametrize(
    ("setting", "words"),
    [("showBranches", ["a", "v1"]), ("showCommitLabel", ["main", "v1"])],
)
def test_names_and_labels_can_be_left_out(setting: str, words: list[str]) -> None:
    head = f"%%{{init: {{'gitGraph': {{'{setting}': false}}}}}}%%\ngitGraph"
    assert [item.text for item in scene('commit id: "a" tag: "v1"', head=head).texts] == words


def test_a_branch_leaves_its_lane_right_behind_the_commit_that_it_begins_at() -> None:
    drawn = scene(*FORK)
    (line,) = lines_to(drawn, "b")
    assert center(drawn, "a").x < line.points[1].x < center(drawn, "b").x
    assert line.points[-1].y == center(drawn, "b").y


def test_a_merge_is_entered_right_before_it() -> None:
    drawn = scene(*FORK)
    line = next(it for it in lines_to(drawn, "m") if it.source == "node:b")
    assert center(drawn, "c").x < line.points[1].x < center(drawn, "m").x


def test_the_line_of_a_cherry_pick_is_dashed_and_goes_around_other_commits() -> None:
    drawn = scene(*PICK)
    line = next(it for it in drawn.connectors if it.role == "dashed-edge")
    level = {a.y for a, b in segments(line.points) if a.y == b.y}
    assert line.paint.dash
    assert len(level) == 3


@pytest.mark.parametrize(
    ("kind", "filled", "lines"),
    [("NORMAL", True, 0), ("HIGHLIGHT", True, 0), ("REVERSE", False, 2)],
)
def test_the_type_of_a_commit_is_seen_in_its_mark(kind: str, filled: bool, lines: int) -> None:
    mark = box(scene(f'commit id: "a" type: {kind}'), "a")
    assert (mark.paint.fill == mark.paint.stroke) is filled
    assert len(mark.details) == lines


def test_a_merge_is_a_ring() -> None:
    assert box(scene(*FORK), "m").paint.fill == MODE.canvas


def test_the_critical_path_is_accent() -> None:
    drawn = scene("%% diagram: critical a --> b", *FORK)
    assert box(drawn, "a").paint.stroke == MODE.edges.accent.stroke
    assert [line.role for line in lines_to(drawn, "b")] == ["accent-edge"]
    assert {line.role for line in lines_to(drawn, "c")} == {"main-edge"}


@pytest.mark.parametrize(("direction", "sign"), [("TB", 1), ("BT", -1)])
def test_time_may_run_down_or_up(direction: str, sign: int) -> None:
    drawn = scene(*FORK, head=f"gitGraph {direction}:")
    assert sign * (center(drawn, "m").y - center(drawn, "a").y) > 0
    assert center(drawn, "b").x > center(drawn, "a").x


@pytest.mark.parametrize("direction", ["TB", "BT"])
def test_upright_histories_have_their_words_right_of_all_lanes(direction: str) -> None:
    drawn = scene(*FORK, head=f"gitGraph {direction}:")
    assert {text(drawn, name).x for name in "abcm"} == {text(drawn, "a").x}
    assert text(drawn, "a").x > text(drawn, "dev").rect.right


def test_a_long_history_is_broken_into_rows_with_the_names_of_its_lanes_in_each() -> None:
    drawn = scene(*(f'commit id: "a long name {number}"' for number in range(20)))
    levels = {center(drawn, f"a long name {number}").y for number in range(20)}
    assert len(levels) == [item.text for item in drawn.texts].count("main") > 1
    assert drawn.width <= 960


def test_a_line_over_the_end_of_a_row_goes_on_at_the_start_of_the_next() -> None:
    drawn = scene(*(f'commit id: "a long name {number}"' for number in range(20)))
    broken = [line for line in drawn.connectors if not line.target]
    assert broken
    for line in broken:
        rest = next(it for it in drawn.connectors if it.key == f"{line.key[:-1]}1")
        assert rest.points[0].x < line.points[-1].x
        assert rest.points[0].y > line.points[-1].y


def test_what_lines_from_one_commit_share_in_the_next_row_is_drawn_once() -> None:
    long = [f'commit id: "a rather long name {number}"' for number in range(6)]
    forks = [
        f'checkout main\nbranch b{number}\ncommit id: "fork {number}"\ncommit'
        for number in range(5)
    ]
    picture = draw("\n".join(("gitGraph", *long, *forks)) + "\n")
    starts = [line.points[0] for line in picture.scene.connectors if not line.source]
    assert picture.faults == []
    assert len(starts) == len(set(starts)) == 5


def test_the_description_tells_commits_merges_and_tags() -> None:
    drawn = scene('commit id: "a" tag: "v1"', "branch b", "commit", "checkout main", "merge b")
    assert drawn.description == (
        "History of 3 commits on 2 branches, main, b. a on main, tagged v1; 2 on b; "
        "3 on main merges b."
    )


def commits(drawn: Scene) -> list[Rect]:
    return [item.rect for item in drawn.boxes if item.key.startswith("node:")]


@given(histories())
@settings(max_examples=60)
def test_any_history_is_drawn_whole_without_a_fault(written: Written) -> None:
    picture = draw(written.source)
    assert picture.faults == []
    assert len(commits(picture.scene)) == len(written.commits)
    ends = [line for line in picture.scene.connectors if line.target]
    assert len(ends) == sum(parents for _, _, parents in written.commits)


def test_hashes_have_as_many_digits_as_tell_them_apart() -> None:
    one, other = (
        "8f1a2b3c4d5e6f708192a3b4c5d6e7f80a1b2c3d",
        "8f1a2b3c0d5e6f708192a3b4c5d6e7f80a1b2c3d",
    )
    drawn = scene(f'commit id: "{one}"', f'commit id: "{other}"', 'commit id: "decade"')
    assert [item.text for item in drawn.texts if item.role.startswith("label")] == [
        "8f1a2b3c4",
        "8f1a2b3c0",
        "decade",
    ]
    assert one in drawn.description

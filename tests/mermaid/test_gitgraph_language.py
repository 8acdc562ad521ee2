"""What a history says: commits, branches, merges, cherry-picks, settings."""

from __future__ import annotations

import pytest

from diagramkit.mermaid import parse
from diagramkit.mermaid.kinds.gitgraph.model import Commit, GitGraph


def read(*lines: str, head: str = "gitGraph") -> GitGraph:
    chart = parse("\n".join((head, *lines)) + "\n")
    assert isinstance(chart, GitGraph)
    return chart


def last(*lines: str) -> Commit:
    return read(*lines).commits[-1]


def test_commits_follow_each_other() -> None:
    assert [commit.parents for commit in read("commit", "commit", "commit").commits] == [
        (),
        (0,),
        (1,),
    ]


def test_a_commit_has_an_id_a_message_tags_and_a_look_in_any_order() -> None:
    commit = last('commit tag: "v1" type: HIGHLIGHT id: "a" msg: "words" tag: "v2"')
    found = (commit.id, commit.message, commit.tags, commit.look)
    assert found == ("a", "words", ("v1", "v2"), "highlight")


def test_bare_words_are_the_message() -> None:
    assert last('commit "words" id: "a"').message == "words"


def test_single_quotes_and_escapes_are_read() -> None:
    assert last(r"""commit id: 'a "b"' msg: "c \"d\" " """).id == 'a "b"'


def test_of_an_attribute_given_twice_the_last_counts() -> None:
    assert last('commit id: "a" id: "b"').id == "b"


def test_a_branch_is_checked_out_at_once() -> None:
    assert last("commit", "branch b", "commit").branch == "b"


def test_a_branch_begins_at_the_last_commit() -> None:
    assert last("commit", "commit", "branch b", "commit").parents == (1,)


def test_a_branch_before_the_first_commit_begins_by_itself() -> None:
    commits = read("branch b", "commit", "checkout main", "commit").commits
    assert [commit.parents for commit in commits] == [(), ()]


@pytest.mark.parametrize("word", ["checkout", "switch"])
def test_checkout_goes_back_to_another_branch(word: str) -> None:
    assert last("commit", "branch b", "commit", f"{word} main", "commit").parents == (0,)


@pytest.mark.parametrize("name", ["docs/a-b", "x.y", "b_1", '"two words"', "'commit'", "branches"])
def test_names_of_branches(name: str) -> None:
    assert read(f"branch {name}").branches[1] == name.strip("\"'")


def test_a_merge_has_both_tips_as_parents() -> None:
    commit = last("commit", "branch b", "commit", "checkout main", "commit", "merge b")
    assert (commit.kind, commit.look, commit.parents) == ("merge", "merge", (2, 1))


def test_a_merge_may_have_an_id_tags_and_another_look() -> None:
    lines = ("commit", "branch b", "commit", "checkout main")
    commit = last(*lines, 'merge b id: "m" tag: "v1" type: REVERSE')
    assert (commit.id, commit.tags, commit.look) == ("m", ("v1",), "reverse")


PICK = ("commit", "branch b", 'commit id: "a"', "checkout main", "commit")


def test_a_cherry_pick_copies_a_commit_of_another_branch() -> None:
    commit = last(*PICK, 'cherry-pick id: "a"')
    assert (commit.kind, commit.parents) == ("cherry_pick", (2, 1))


def test_a_cherry_pick_is_tagged_with_its_origin() -> None:
    assert last(*PICK, 'cherry-pick id: "a"').tags == ("cherry-pick:a",)


def test_a_tag_replaces_the_origin_of_a_cherry_pick() -> None:
    assert last(*PICK, 'cherry-pick id: "a" tag: "new"').tags == ("new",)


def test_an_empty_tag_leaves_a_cherry_pick_without_one() -> None:
    assert last(*PICK, 'cherry-pick id: "a" tag: ""').tags == ()


def test_a_merge_is_picked_with_the_id_of_a_parent() -> None:
    lines = ("commit", "branch b", "branch c", 'commit id: "a"', "checkout b", "commit")
    picked = ('merge c id: "m"', "checkout main", "commit", 'cherry-pick id: "m" parent: "a"')
    assert last(*lines, *picked).tags == ("cherry-pick:m|parent:a",)


def test_an_id_given_twice_means_the_later_commit() -> None:
    chart = read('commit id: "a"', 'commit id: "a"', "branch b", "commit")
    assert (len(chart.commits), chart.commits[-1].parents) == (3, (1,))


def test_branches_are_in_order_of_their_numbers_then_of_the_source() -> None:
    assert read("branch b order: 3", "branch c order: 1", "branch d").branches == (
        *("main", "d"),
        *("c", "b"),
    )


@pytest.mark.parametrize(
    ("head", "direction"),
    [
        ("gitGraph", "LR"), ("gitGraph:", "LR"), ("gitGraph LR:", "LR"), ("gitGraph TB:", "TB"),
        ("gitGraph BT :", "BT"),
    ],
)  # fmt: skip
def test_the_header_may_give_a_direction(head: str, direction: str) -> None:
    assert read("commit", head=head).direction == direction


def test_a_statement_may_follow_the_header_in_its_line() -> None:
    assert len(read(head='gitGraph commit id: "a"').commits) == 1


def test_the_main_branch_may_be_named_and_placed_by_settings() -> None:
    front = "---\nconfig:\n  gitGraph: {mainBranchName: trunk, mainBranchOrder: 2}\n---\ngitGraph"
    assert read("branch b order: 1", "checkout trunk", head=front).branches == ("b", "trunk")


@pytest.mark.parametrize("name", ["showBranches", "showCommitLabel", "parallelCommits"])
def test_a_directive_switches_what_is_shown(name: str) -> None:
    def shown(value: str) -> tuple[bool, bool, bool]:
        head = f"%%{{init: {{'gitGraph': {{'{name}': {value}}}}}}}%%\ngitGraph"
        chart = read(head=head)
        return chart.shows_branches, chart.shows_labels, chart.parallel

    assert [one != other for one, other in zip(shown("true"), shown("false"), strict=True)] == [
        name == known for known in ("showBranches", "showCommitLabel", "parallelCommits")
    ]


def test_title_and_description() -> None:
    chart = read("title A title", "accDescr: words", "commit")
    assert (chart.title, chart.description) == ("A title", "words")


def test_comments_may_stand_behind_a_statement() -> None:
    assert len(read("commit %% words", "%% commit", "commit").commits) == 2


def test_a_comment_names_the_critical_path_by_ids() -> None:
    chart = read("%% diagram: critical a --> c d", 'commit id: "a"', "commit", 'commit id: "c d"')
    assert chart.critical == {0, 2}
